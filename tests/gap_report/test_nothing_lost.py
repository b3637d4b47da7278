"""Every answer that a profile holds is shown in every format with all that was said of it, and the sums are those of the JSON."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from npm_readiness import Assessment, Catalogue, InputError, Profile, assess, load_profile, render
from npm_readiness.gap_report.cleaning import cleaned
from npm_readiness.gap_report.sections.sheet_of_answers import KEPT, KINDS_OF_QUESTIONS, MOOT
from npm_readiness.loading.profile_checks import check_profile
from tests.gap_report.conftest import EXAMPLES
from tests.gap_report.test_html import Page, text
from tests.gap_report.whole import whole
from tests.making import catalogue, criterion, profile, question
from tests.scoring.worlds import World, worlds

PROFILES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
FORMATS = ("html", "markdown", "docx", "xlsx")

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")


def said_in(profile: Profile) -> Iterator[str]:
    """Every free text of a profile: of its answers, its sources, its bodies, what others said, and of itself."""
    yield from (text for text in (profile.note, *profile.assessors) if text)
    for_bodies = (answer for body in profile.npm.bodies or () for answer in body.answers.values())
    for answer in (*profile.answers.values(), *for_bodies):
        yield from (text for text in (answer.comment, answer.reason, answer.by) if text)
        for evidence in answer.evidence:
            yield from (text for text in (evidence.pinpoint, evidence.quote, evidence.note) if text)
    for source in profile.sources.values():
        fields = (source.title, source.publisher, source.date, source.symbol, source.url, source.language, source.note)
        yield from (text for text in fields if text)
    for said in profile.recommendations:
        yield from (text for text in (said.text, said.document, said.paragraph, said.comment, said.url) if text)
    yield from (body.name for body in profile.npm.bodies or ())


def words_of(assessment: Assessment, form: str) -> str:
    """Everything that a report shows in a format, on one line."""
    made = whole(assessment, form)
    if form == "html":
        return _line(" ".join(text(element) for element in Page(str(made)).named("body")))
    if form == "markdown":
        return _line(html.unescape(re.sub(r"\\(.)", r"\1", re.sub(r"<[^>]+>", " ", str(made)))))
    assert isinstance(made, bytes)
    if form == "docx":
        return _line(" ".join(_of_word(made)))
    cells = (
        cell for sheet in load_workbook(BytesIO(made)) for row in sheet.iter_rows(values_only=True) for cell in row
    )
    return _line(" ".join(str(cell) for cell in cells if cell is not None))


def _of_word(file: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(file)) as parts:
        for name in ("word/document.xml", "word/footnotes.xml"):
            for paragraph in parse_xml(parts.read(name)).iter(qn("w:p")):
                yield "".join(run.text or "" for run in paragraph.iter(qn("w:t")))


def _line(text: str) -> str:
    """Without blanks: formats break lines where they like."""
    return "".join(text.split())


@pytest.fixture(scope="module", params=PROFILES)
def example(request: pytest.FixtureRequest) -> Profile:
    return load_profile(EXAMPLES / f"{request.param}.yaml")


@pytest.mark.parametrize("form", FORMATS)
def test_everything_that_an_example_says_stands_in_every_format(example: Profile, form: str) -> None:
    shown = words_of(assess(example), form)
    assert [text for text in said_in(example) if _line(cleaned(text)) not in shown] == []


def test_the_sheet_of_answers_of_an_example_adds_up_to_the_counts_of_the_json(example: Profile) -> None:
    assert_adds_up(assess(example))


def assert_adds_up(assessment: Assessment) -> None:
    """That the distinct questions on the sheet of answers are those that the assessment counts, of every kind."""
    made = render(assessment, "xlsx")
    assert isinstance(made, bytes)
    head, *rows = load_workbook(BytesIO(made))["Answers and evidence"].iter_rows(values_only=True)
    listed = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    kinds = dict.fromkeys((row["Id"], row["Where it stands"]) for row in listed)
    shown = Counter(kind for _, kind in kinds)
    counts = assessment.answered
    stands = {str(name): words for name, words in KINDS_OF_QUESTIONS.items()}
    assert len(kinds) == len({row["Id"] for row in listed}), "every question stands in one place"
    assert shown == Counter(
        {
            stands["answered"]: counts.answered - counts.from_profile,
            stands["by-fact"]: counts.from_profile,
            stands["partly-known"]: counts.partly_known,
            stands["unknown"]: counts.unknown - counts.left_out,
            stands["unanswered"]: counts.unanswered + counts.left_out,
            stands["not-applicable"]: counts.not_applicable,
            MOOT: counts.moot,
            KEPT: len(
                {
                    entry.question
                    for entry in assessment.not_counted
                    if entry.reason in ("not-selected", "not-applicable", "renamed")
                }
            ),
        }
    )
    assert {entry.question for entry in assessment.not_counted} <= {row["Id"] for row in listed}


MECHANISMS: tuple[dict[str, Any], ...] = (
    {"designated": "2020-01-01"},
    {"designated": None},
    {"designated": "unknown"},
    {
        "bodies": [
            {"id": "own", "name": "The own body", "role": "mechanism", "designated": "2012", "at_work_since": None}
        ]
    },
    {"bodies": [{"id": "own", "name": "The own body", "role": "former", "designated": "2012", "ended": "yes"}]},
    {
        "bodies": [
            {"id": "own", "name": "The own body", "role": "member", "designated": "2012"},
            {"id": "other", "name": "The other body", "role": "coordinator", "designated": "2012"},
        ]
    },
)


def talking(
    world: World, npm: dict[str, Any], *, standards: bool, by_bodies: bool = False
) -> tuple[Profile, Catalogue]:
    """The profile of a world in which every answer has a comment, a reason and evidence of its own.

    ``by_bodies``: each body has its answers, and the profile has none for the whole.
    """
    lists = world.checklists
    known = {item["id"] for made in lists for spec in made["criteria"] for item in spec["questions"]}
    whole = _said_of("the whole", world.answers, known)
    if "bodies" in npm:
        said = {body["id"]: _said_of(body["id"], world.answers, known) for body in npm["bodies"]}
        npm = {**npm, "bodies": [{**body, "answers": said[body["id"]]} for body in npm["bodies"]]}
    given = profile(
        {} if by_bodies else whole,
        npm={**{key: world.npm[key] for key in ("model", "candidates") if key in world.npm}, **npm},
        state={"federal": world.federal},
        checklists=["opcat", "women"] if world.standards and standards else ["opcat"],
        sources={
            "law": {"title": "The law", "kind": "law", "note": "As it stands", "publisher": "The gazette"},
            "page": {"title": "A page", "kind": "page", "url": "https://example.org/p", "language": "French"},
        },
        recommendations=[
            {"id": "said", "by": "spt", "text": "Do so at once.", "about": ["opcat-18"], "comment": "Not done."},
        ],
    )
    made = catalogue(*lists)
    # Answers that contradict this mechanism are problems, and there is no report on them.
    assume(not refused(given, made))
    return given, made


def _said_of(whom: str, answers: dict[str, Any], known: set[str]) -> dict[str, Any]:
    """The answers with texts that say of whom they are."""
    return {
        name: {
            **spec,
            "comment": f"Comment on {name} of {whom}.",
            "by": f"Office for {name} of {whom}",
            **({"reason": f"Reason for {name} of {whom}."} if spec.get("answer") == "not_applicable" else {}),
            "evidence": [
                {
                    "source": "law",
                    "pinpoint": f"art. {name} {whom}",
                    "quote": f"Quoted for {name} of {whom}",
                    "note": f"Note on {name} of {whom}",
                },
                {"source": "page", "pinpoint": f"p. {name} {whom}", "shows": "missing"},
            ],
        }
        for name, spec in answers.items()
        if name in known
    }


def refused(given: Profile, made: Catalogue) -> bool:
    """Whether the profile cannot be used with the catalogue."""
    try:
        check_profile(given, made)
    except InputError:
        return True
    return False


few = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@few
@given(worlds(), st.sampled_from(MECHANISMS), st.booleans(), st.booleans())
def test_everything_that_a_profile_says_stands_in_every_format(
    world: World, npm: dict[str, Any], standards: bool, by_bodies: bool
) -> None:
    given, made = talking(world, npm, standards=standards, by_bodies=by_bodies)
    assessment = assess(given, made, require_evidence=world.require_evidence)
    for form in FORMATS:
        shown = words_of(assessment, form)
        assert [text for text in said_in(given) if _line(text) not in shown] == [], form


@settings(few, max_examples=40)
@given(worlds(), st.sampled_from(MECHANISMS), st.booleans(), st.booleans())
def test_the_sheet_of_answers_adds_up_to_the_counts_of_the_json(
    world: World, npm: dict[str, Any], standards: bool, by_bodies: bool
) -> None:
    given, made = talking(world, npm, standards=standards, by_bodies=by_bodies)
    assert_adds_up(assess(given, made, require_evidence=world.require_evidence))
    assert_adds_up(replace(world, require_evidence=not world.require_evidence).assessed())


def test_the_summary_in_text_says_how_many_answers_are_kept_and_where() -> None:
    for name in PROFILES:
        assessment = assess(load_profile(EXAMPLES / f"{name}.yaml"))
        summary = " ".join(str(render(assessment, "text")).split())
        kept = len(assessment.not_counted)
        told = f"{kept} answers of the profile are kept and not counted; they stand in annex B."
        assert (told in summary) == (kept > 1), name


def test_between_which_two_answers_stands_also_where_it_does_not_count() -> None:
    """The Turkmen example records what the candidate does; it is no mechanism yet."""
    assessment = assess(load_profile(EXAMPLES / "turkmenistan.yaml"))
    kept = next(entry for entry in assessment.not_counted if entry.between is not None)
    assert kept.reason == "before-designation"
    for form in FORMATS:
        assert _line("unknown (between no and partial)") in words_of(assessment, form), form


def test_a_question_that_a_fact_answers_differently_under_two_criteria_is_not_known() -> None:
    """Whether the State has joined is not known: under the criterion that stands only for those who have, the answer is yes."""
    joined = {**question("q-joined"), "answered_by": "party-to-opcat"}
    made = catalogue(
        criterion("for-members", joined, when={"joined": True}),
        criterion("for-all", "q-joined", dimension="resources"),
    )
    assessment = assess(profile({}), made)
    assert assessment.answered.left_out == 1
    assert_adds_up(assessment)

"""The public version: what was written for the assessors or told in confidence is not in it, and every answer still is."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from npm_readiness import assess, public_version
from npm_readiness.models.assessment import Assessment, Caution
from npm_readiness.scoring.publishing import CONFIDENTIAL
from tests.gap_report.whole import whole
from tests.making import catalogue, criterion, of, profile

SECRET = (
    "Interview with a guard",
    "Cell 5",
    "He saw it himself",
    "Ask again in June",
    "Left out in committee",
    "Bribes?",
    "The doctor of the island",
)
SOURCES = {
    "law": {"title": "The law", "kind": "law", "note": "Bribes?"},
    "guard": {"title": "Interview with a guard", "kind": "other", "confidential": True},
}
ANSWERS: dict[str, Any] = {
    "q-law": {
        "answer": "yes",
        "evidence": [
            {"source": "law", "pinpoint": "art. 1", "quote": "Doors are open.", "note": "Left out in committee"}
        ],
        "comment": "Ask again in June",
    },
    "q-fact": {
        "answer": "no",
        "evidence": [
            {"source": "guard", "pinpoint": "Cell 5", "note": "He saw it himself"},
            {"source": "guard", "pinpoint": "p. 2"},
        ],
        "by": "The doctor of the island",
    },
    "gone": {"answer": "yes", "evidence": [{"source": "guard", "pinpoint": "Cell 5"}], "comment": "Ask again in June"},
}
BODY = {"id": "own", "name": "The Ombudsperson", "role": "mechanism", "designated": "2020", "answers": ANSWERS}
CATALOGUE = catalogue(criterion("c", "q-law"), criterion("d", "q-fact"), criterion("e", "gone", when={"federal": True}))
FULL = assess(profile(ANSWERS, sources=SOURCES, state={"federal": False}, note="Bribes?"), CATALOGUE)
PUBLIC = public_version(FULL)


def shown_in(assessment: Assessment, form: str) -> str:
    """All that a file holds; of those of an office, every part of them."""
    made = whole(assessment, form)
    if isinstance(made, str):
        return made
    with ZipFile(BytesIO(made)) as parts:
        return "".join(parts.read(name).decode("utf-8") for name in parts.namelist())


@pytest.mark.parametrize("form", ["html", "markdown", "text", "json", "docx", "xlsx"])
def test_nothing_of_what_is_kept_is_in_it(form: str) -> None:
    shown = shown_in(PUBLIC, form)
    assert [words for words in SECRET if words in shown] == []
    if form != "text":  # a summary, which names no source and no comment
        assert [words for words in SECRET if words not in shown_in(FULL, form)] == []


def test_a_law_told_in_confidence_is_that_of_a_body_no_more() -> None:
    bodies = [
        {"id": "office", "name": "The office", "kind": "ombudsman", "role": "candidate", "laws": ["guard", "law"]}
    ]
    full = assess(profile(ANSWERS, sources=SOURCES, npm={"model": "nhri", "bodies": bodies}), CATALOGUE)
    made = public_version(full)
    assert made.situation.bodies[0].laws == (CONFIDENTIAL, "law")
    assert "A source in confidence; The law" in shown_in(made, "xlsx")


def test_a_second_look_at_a_confidential_source_is_left_out() -> None:
    looks = tuple(Caution(code="x", path=f"sources.{name}.url", message="is odd", advice="look") for name in SOURCES)
    made = public_version(FULL.model_copy(update={"cautions": looks}))
    assert [entry.path for entry in made.cautions] == ["sources.law.url"]


@pytest.mark.parametrize("form", ["html", "markdown", "text", "json"])
def test_nothing_of_it_is_in_the_answers_for_single_bodies(form: str) -> None:
    npm = {"model": "nhri", "bodies": [BODY]}
    full = assess(profile(npm=npm, sources=SOURCES, state={"federal": False}), CATALOGUE)
    assert of(full, "c").answers[0].bodies
    shown = str(whole(public_version(full), form))
    assert [words for words in SECRET if words in shown] == []


def test_an_opinion_is_told_without_the_law_on_which_it_speaks_where_that_was_told_in_confidence() -> None:
    opinion = {"source": "opinion", "pinpoint": "para. 7"}
    draft = {"title": "The draft", "kind": "law", "confidential": True}
    sources = {**SOURCES, "opinion": {"title": "An opinion", "kind": "other"}, "draft": draft}
    answers = {
        "q-law": {"answer": "yes", "evidence": [{**opinion, "of": "law", "article": "art. 3"}]},
        "q-fact": {"answer": "no", "evidence": [{**opinion, "of": "draft", "article": "art. 5"}]},
    }
    public = public_version(assess(profile(answers, sources=sources), CATALOGUE))
    told = [of(public, name).answers[0].evidence[0] for name in ("c", "d")]
    assert [(piece.pinpoint, piece.of, piece.article) for piece in told] == [
        ("para. 7", "law", "art. 3"),
        ("para. 7", None, None),
    ]


def test_answers_and_verdicts_are_those_of_the_full_version() -> None:
    for name in ("stages", "gaps", "score", "answered", "deadlines"):
        assert getattr(PUBLIC, name) == getattr(FULL, name)
    for full, public in zip(FULL.criteria, PUBLIC.criteria, strict=True):
        assert [answer.answer for answer in public.answers] == [answer.answer for answer in full.answers]


def test_only_the_public_version_says_that_it_is_one() -> None:
    assert (FULL.public, PUBLIC.public) == (False, True)


def test_what_is_open_to_all_stays() -> None:
    (evidence,) = of(PUBLIC, "c").answers[0].evidence
    assert (evidence.source, evidence.pinpoint, evidence.quote, evidence.note) == (
        "law",
        "art. 1",
        "Doors are open.",
        None,
    )


def test_confidential_evidence_says_once_that_there_is_some() -> None:
    (evidence,) = of(PUBLIC, "d").answers[0].evidence
    assert (evidence.source, evidence.pinpoint) == (CONFIDENTIAL, None)
    assert [source.title for source in PUBLIC.sources] == ["The law", "A source in confidence"]


def test_the_cover_says_that_it_is_the_public_version() -> None:
    assert "Public version: without comments, notes, who answered, and sources in confidence" in str(
        whole(PUBLIC, "markdown")
    )
    assert "Public version" not in str(whole(FULL, "markdown"))


@pytest.mark.parametrize("form", ["html", "markdown", "docx", "xlsx"])
def test_every_format_says_so(form: str) -> None:
    assert "Public version" in shown_in(PUBLIC, form)
    assert "Public version" not in shown_in(FULL, form)


def test_a_source_of_the_user_with_our_id_keeps_it() -> None:
    sources = {**SOURCES, CONFIDENTIAL: {"title": "A paper of that name", "kind": "other"}}
    made = public_version(assess(profile({"q-fact": ANSWERS["q-fact"]}, sources=sources), CATALOGUE))
    assert {source.id: source.title for source in made.sources}[CONFIDENTIAL] == "A paper of that name"
    (evidence,) = of(made, "d").answers[0].evidence
    assert evidence.source == f"{CONFIDENTIAL}-"


def test_it_survives_json() -> None:
    assert Assessment.from_json(PUBLIC.to_json()) == PUBLIC


def test_a_bill_that_was_told_in_confidence_is_pending_without_its_title() -> None:
    bills = {"b": {"title": "A secret bill", "source": "guard"}, "c": {"title": "An open bill", "source": "law"}}
    made = assess(profile(ANSWERS, sources=SOURCES, bills=bills, state={"federal": False}), CATALOGUE)
    page = " ".join(str(whole(public_version(made), "text")).split())
    assert "A bill is pending. A bill is pending: An open bill." in page
    assert "A secret bill" not in page
    assert "A secret bill" not in public_version(made).to_json()


@pytest.mark.parametrize(("source", "title"), [("draft", None), ("open", "A bill"), (None, "A bill")])
def test_a_bill_that_is_supposed_is_named_unless_it_was_given_in_confidence(
    source: str | None, title: str | None
) -> None:
    law = {"title": "The text", "kind": "law"}
    sources = {**SOURCES, "draft": {**law, "confidential": True}, "open": law}
    bill = {"title": "A bill", "answers": {"q-law": {"answer": "no"}}, **({} if source is None else {"source": source})}
    made = public_version(assess(profile(sources=sources, bills={"b": bill}), CATALOGUE, bill="b"))
    assert made.what_if is not None
    assert made.what_if.bill is not None
    assert (made.what_if.bill.title, made.what_if.bill.answers) == (title, ("q-law",))

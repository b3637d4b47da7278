"""What a report says, whatever the format: its outline, its numbers, its references, and who must do what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings

from npm_readiness import Assessment, assess
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import (
    Block,
    Bullets,
    Entries,
    Finding,
    Heading,
    Inline,
    Note,
    Paragraph,
    Picture,
    Report,
    Run,
    Section,
    Table,
    text_of,
)
from npm_readiness.gap_report.drawings import Counts, Grid
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.packages import packages
from npm_readiness.models.vocabulary import Severity
from tests.making import catalogue, criterion, evidenced, profile, question
from tests.scoring.worlds import World, worlds

OUTLINE = [
    ("1", "In one page"),
    ("2", "Key recommendations"),
    ("3", "Scope and method"),
    ("4", "Obligations and dates"),
    ("5", "What is in place"),
    ("6", "Analysis by theme"),
    ("7", "What is not known"),
    ("8", "Drafter's list"),
    ("9", "The road from here"),
    ("10", "What others have recommended"),
    ("11", "Once the mechanism is at work"),
    ("Annex A", "Concordance"),
    ("Annex B", "Answers and evidence"),
    ("Annex C", "Standards, apart from readiness"),
    ("Annex D", "Reply form"),
    ("Annex E", "How to reproduce"),
]
NEVER = re.compile(r"\b(violat\w+|breach\w*|welcomes?|regrets?|commends?)\b", re.IGNORECASE)
moderate = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def report_on(assessment: Assessment) -> Report:
    return composed(assessment, texts_in())


def lines_of(block: Block) -> Iterator[Inline]:
    """Every line that a block shows."""
    if isinstance(block, Paragraph | Note):
        yield block.text
    elif isinstance(block, Heading):
        yield (Run(block.text, anchor=block.anchor),)
    elif isinstance(block, Finding):
        yield (Run(block.title, anchor=block.anchor),)
        yield block.labels
        for label, content in block.fields:
            yield (Run(label),)
            yield from lines_of(content) if isinstance(content, Table) else content
    elif isinstance(block, Picture):
        yield (Run(block.title, anchor=block.anchor), Run(block.description))
        yield from lines_of(block.table)
        if isinstance(block.drawing, Grid):
            yield tuple(Run(cell.label, link=cell.link) for row in block.drawing.rows for cell in row.cells)
    else:
        yield from lines_of_lists(block)


def lines_of_lists(block: Block) -> Iterator[Inline]:
    if isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, Table):
        yield from chain.from_iterable(block.rows)
    elif isinstance(block, Entries):
        yield from ((Run(str(entry.number), anchor=entry.anchor), *entry.text) for entry in block.items)


def runs_of(report: Report) -> Iterator[Run]:
    return (run for section in report.sections for block in section.blocks for line in lines_of(block) for run in line)


def numbers_of(section: Section) -> dict[str, int]:
    """The paragraphs of criteria by their anchors."""
    found = {block.anchor: block.number for block in section.blocks if isinstance(block, Finding) and block.number}
    entries = (entry for block in section.blocks if isinstance(block, Entries) for entry in block.items)
    return {**found, **{entry.anchor: entry.number for entry in entries}}


def section(report: Report, label: str) -> Section:
    return next(section for section in report.sections if section.label == label)


def words(section: Section) -> str:
    return "\n".join(text_of(line) for block in section.blocks for line in lines_of(block))


@pytest.fixture(params=["turkmenistan", "georgia", "hostile"])
def report(request: pytest.FixtureRequest) -> Report:
    return report_on(request.getfixturevalue(request.param))


def test_the_outline_is_that_of_a_memorandum(report: Report) -> None:
    assert [(section.label, section.title) for section in report.sections] == OUTLINE


def test_what_is_torn_off_decides_and_begins_a_page(report: Report) -> None:
    assert [section.label for section in report.sections if section.decides] == ["1", "2"]
    assert all(section.new_page for section in report.sections[:3])


def test_paragraphs_are_numbered_straight_through(report: Report) -> None:
    numbers = [number for section in report.sections for number in section.paragraphs]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_criterion_and_recommendation_has_one_paragraph(turkmenistan: Assessment) -> None:
    found = Counter(anchor for part in report_on(turkmenistan).sections for anchor in numbers_of(part))
    recommended = [f"recommended_{entry.id}" for entry in turkmenistan.recommendations]
    assert found == Counter([*(criterion.id for criterion in turkmenistan.criteria), *recommended])


def test_a_number_that_leads_to_a_paragraph_is_the_number_of_that_paragraph(report: Report) -> None:
    numbers = {f"#{anchor}": number for part in report.sections for anchor, number in numbers_of(part).items()}
    blocks = [block for part in report.sections for block in part.blocks]
    letters = {f"#{block.anchor}": block.letter for block in blocks if isinstance(block, Finding) and block.letter}
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    listed = [run for row in rows for cell in row for run in cell if (run.anchor or "").startswith("recommendation_")]
    letters |= {f"#{run.anchor}": run.text for run in listed}
    shown = {**{link: str(number) for link, number in numbers.items()}, **letters}
    named = [run for run in runs_of(report) if run.kind == "number"]
    assert named
    for run in named:
        assert run.link is not None
        assert run.text == shown[run.link]


def places(report: Report) -> list[str]:
    own = [section.anchor for section in report.sections]
    return own + [run.anchor for run in runs_of(report) if run.anchor is not None]


def test_every_place_is_there_once_and_every_link_leads_to_one(report: Report) -> None:
    there = places(report)
    assert [place for place, number in Counter(there).items() if number > 1] == []
    assert {run.link[1:] for run in runs_of(report) if run.link and run.link.startswith("#")} <= set(there)


@moderate
@given(worlds())
def test_numbers_places_and_links_are_right_for_every_profile(world: World) -> None:
    made = report_on(world.assessed())
    numbers = [number for part in made.sections for number in part.paragraphs]
    assert numbers == list(range(1, len(numbers) + 1))
    there = places(made)
    assert len(there) == len(set(there))
    assert {run.link[1:] for run in runs_of(made) if run.link and run.link.startswith("#")} <= set(there)


@moderate
@given(worlds())
def test_every_sure_gap_has_its_actions_in_packages_once_and_treaties_come_first(world: World) -> None:
    """Also in standards: what a treaty asks there has its recommendation."""
    context = Context(world.assessed(), texts_in())
    made = packages(context)
    gathered = Counter(
        (criterion, package.addressee, text)
        for package in made
        for criterion, texts in package.actions.items()
        for text in texts
    )
    wanted = {
        (gap.criterion, action.addressee, action.text)
        for gap in context.assessment.gaps
        if not gap.conditional and not gap.waits
        for action in gap.actions
    }
    assert gathered == Counter(wanted)
    assert len({package.letter for package in made}) == len(made)
    ranks = [(list(Severity).index(package.severity), package.standards is not None) for package in made]
    assert ranks == sorted(ranks)


def test_every_question_stands_in_a_finding_or_in_annex_b_and_there_once(turkmenistan: Assessment) -> None:
    """Those that answer themselves no because there is no mechanism are told in one sentence."""
    made = report_on(turkmenistan)
    waiting = {
        gap.criterion
        for gap in turkmenistan.gaps
        if Context(turkmenistan, texts_in()).waits_for_mechanism(gap.criterion)
    }
    assert waiting
    findings = words(section(made, "5")) + words(section(made, "6")) + words(section(made, "Annex C"))
    annex = Counter(
        run.text.removeprefix("* ")
        for block in section(made, "Annex B").blocks
        for line in lines_of(block)
        for run in line
    )
    asked = [
        " ".join(answer.text.split())
        for entry in turkmenistan.criteria
        if entry.status != "not_applicable" and entry.id not in waiting
        for answer in entry.answers
    ]
    for text in asked:
        assert text in findings or annex[text] == 1, text


def test_every_gap_says_what_to_do_and_every_source_is_listed(turkmenistan: Assessment) -> None:
    made = report_on(turkmenistan)
    analysed = words(section(made, "6")) + words(section(made, "Annex C"))
    later = words(section(made, "11"))
    titles = {criterion.id: criterion.title for criterion in turkmenistan.criteria}
    for gap in turkmenistan.gaps:
        if gap.waits:
            assert titles[gap.criterion] in later
            assert " ".join(gap.action.split()) not in analysed, "nobody is asked today for what waits"
        else:
            assert " ".join(gap.action.split()) in analysed
    listed = words(section(made, "Annex A"))
    for source in turkmenistan.sources:
        assert source.title in listed


def test_every_provision_is_in_the_concordance_with_all_criteria_that_cite_it(turkmenistan: Assessment) -> None:
    made = report_on(turkmenistan)
    numbers = {anchor: number for part in made.sections for anchor, number in numbers_of(part).items()}
    listed = indexed(section(made, "Annex A"))
    for provision in turkmenistan.provisions:
        citing = {numbers[entry.id] for entry in turkmenistan.criteria if provision.id in entry.provisions}
        assert within(listed[provision.id]) == citing, provision.id


def indexed(annex: Section) -> dict[str, str]:
    """The numbers that follow the place of each provision, in a row of its own or in an index."""
    found: dict[str, str] = {}
    for table in (block for block in annex.blocks if isinstance(block, Table)):
        for row in table.rows:
            provision = ""
            for run in chain.from_iterable(row):
                provision = run.anchor or provision
                if run.kind == "number" or (run.text in (", ", "–") and provision in found):
                    found[provision] = found.get(provision, "") + run.text
    return found


def within(ranges: str) -> set[int]:
    """The numbers that ``3, 5–7`` names."""
    found: set[int] = set()
    for part in filter(None, ranges.split(", ")):
        first, _, last = part.partition("–")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def test_the_grid_has_a_cell_for_every_provision_of_the_protocol(turkmenistan: Assessment) -> None:
    grid = next(
        block.drawing
        for block in section(report_on(turkmenistan), "Annex A").blocks
        if isinstance(block, Picture) and isinstance(block.drawing, Grid)
    )
    links = [cell.link for row in grid.rows for cell in row.cells]
    assert links == [f"#{entry.id}" for entry in turkmenistan.provisions if entry.instrument == "opcat"]


def test_a_state_that_is_not_party_must_only_once_it_is(turkmenistan: Assessment, georgia: Assessment) -> None:
    def labels(assessment: Assessment) -> set[str]:
        findings = (b for part in report_on(assessment).sections for b in part.blocks if isinstance(b, Finding))
        return {label for finding in findings for label, _ in finding.fields if " must " in label}

    assert labels(turkmenistan) == {"What must be in place, once party", "What must be done, once party"}
    assert not any("once party" in label for label in labels(georgia))


def strings(value: object) -> Iterator[str]:
    """Every sentence within a value."""
    if isinstance(value, str) and " " in value:
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(strings(inner) for inner in value.values())
    elif isinstance(value, list | tuple):
        yield from chain.from_iterable(strings(inner) for inner in value)


def test_no_state_is_said_to_be_in_breach(turkmenistan: Assessment) -> None:
    """The report's own sentences name no violation; texts of the catalogue and of the profile may use such a word."""
    made = report_on(turkmenistan)
    own = "\n".join(words(part) for part in made.sections)
    for entry in turkmenistan.criteria:
        for text in (
            entry.title,
            entry.requirement,
            entry.why,
            entry.action,
            *(t for a in entry.answers for t in (a.text, a.question)),
        ):
            own = own.replace(" ".join(text.split()), "")
    given = list(turkmenistan.model_dump(include={"sources", "provisions", "instruments"}).values())
    for text in chain(strings(given), strings([a.model_dump() for e in turkmenistan.criteria for a in e.answers])):
        own = own.replace(" ".join(text.split()), "")
    assert not NEVER.search(own)


def test_the_cover_carries_no_figure_of_a_result(report: Report) -> None:
    assert not any("%" in text_of(text) for _, text in report.cover)


LAW = {"own-act": {"title": "Act on the Ombudsman", "kind": "law"}, "news": {"title": "Newspaper", "kind": "other"}}


def drafted(answer: str, source: str = "own-act", shows: str | None = None) -> str:
    evidence = [{"source": source, "pinpoint": "art. 5", "shows": shows}]
    made = assess(
        profile({"q-own": {**evidenced(answer), "evidence": evidence}}, sources=LAW),
        catalogue(criterion("own", "q-own")),
    )
    return words(section(report_on(made), "8"))


@pytest.mark.parametrize(
    ("answer", "shows", "task"),
    [
        ("yes", None, "keep"),
        ("partial", None, "check"),
        ("partial", "in_place", "keep"),
        ("partial", "missing", "amend"),
        ("no", None, "amend"),
        ("no", "missing", "amend"),
    ],
)
def test_the_drafter_is_told_what_to_do_with_the_article_that_the_evidence_cites(
    answer: str, shows: str | None, task: str
) -> None:
    """Evidence for the good half of a partial answer is no article to amend."""
    listed = drafted(answer, shows=shows)
    told = {"keep": r"keep: Title of own \["}.get(task, rf"{task} \(must, if party\): It is so\. \[")
    assert re.search(rf"^art\. 5.*\n☐.{told}", listed, re.MULTILINE)
    assert "To be added" not in listed.replace("To be added\nNothing to report", "")


def test_what_no_legal_text_covers_is_to_be_added() -> None:
    listed = drafted("no", "news")
    assert "art. 5" not in listed
    assert re.search(r"To be added\nWhat no cited article contains yet, in the chapters of a law\.\n☐", listed)


def due(cites: str, designated: str | None, **opcat: object) -> str:
    """What stands under "By when" for a treaty requirement that rests on a provision."""
    made = assess(
        profile(
            {"q-own": "no"},
            npm={"model": "nhri", "institution_kind": "ombudsman", "designated": designated},
            treaties={"opcat": {"signed": "2014-01-01", "acceded": None, "article_24": None, **opcat}},
        ),
        catalogue(criterion("own", "q-own", cites=[cites])),
    )
    found = re.search(r"By when\n(.+) \[\d+\]", words(section(report_on(made), "2")))
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("cites", "designated", "ratified", "expected"),
    [
        ("opcat-17", None, None, "within a year of joining (art. 17)"),
        ("opcat-17", None, "2015-01-01", "overdue: due by 31 January 2016 under the latest reading of article 17"),
        ("opcat-17", None, "2023-06-01", "between 1 June 2024 and 1 July 2024, depending on the reading (art. 17)"),
        (
            "opcat-17",
            "2020-01-01",
            "2015-01-01",
            "at once: the last date of article 17, 31 January 2016, has passed",
        ),
        ("opcat-18", None, None, "from the day on which the Protocol enters into force for the State"),
        (
            "opcat-18",
            None,
            "2015-01-01",
            "at once, since the Protocol has been in force for the State since 31 January 2015",
        ),
    ],
)
def test_only_the_mechanism_itself_has_the_year_of_article_17(
    cites: str, designated: str | None, ratified: str | None, expected: str
) -> None:
    assert due(cites, designated, ratified=ratified) == expected


def test_a_declaration_under_article_24_stands_beside_what_binds_at_once() -> None:
    declared = {"part": "IV", "declared": "2023-06-01", "years": 3}
    told = due("opcat-18", None, ratified="2023-06-01", article_24=declared)
    assert told == "once the postponement under article 24 is over (by 1 July 2026)"


def test_a_postponement_of_one_part_leaves_the_other() -> None:
    declared = {"part": "III", "declared": "2023-06-01", "years": 3}
    assert due("opcat-18", None, ratified="2023-06-01", article_24=declared).startswith("at once")


def test_what_is_disputed_of_a_postponement_is_not_taken_for_certain() -> None:
    declared = {"part": "IV", "declared": "2023-06-01", "years": 3}
    told = due("opcat-18", None, acceded="2023-06-01", ratified=None, article_24=declared)
    assert told.endswith("unless postponed under article 24 (until 1 July 2026 at most)")


CONDITIONAL = assess(
    profile({"q-own": "no"}, state={"federal": "unknown"}), catalogue(criterion("own", "q-own", when={"federal": True}))
)
WAITING = assess(
    profile({}, npm={"model": "nhri", "institution_kind": "ombudsman", "designated": None}),
    catalogue(criterion("visits", {**question("q-visits"), "needs_mechanism": True}, stage="operation")),
)


def test_a_gap_that_hangs_on_an_unknown_fact_is_named_as_such_everywhere() -> None:
    made = report_on(CONDITIONAL)
    assert "Whether the gaps that are known apply depends on facts that are not known." in words(section(made, "1"))
    for label in ("2", "6", "8", "9"):
        assert "whether the State is federal" in words(section(made, label)), label


def test_a_gap_that_waits_for_the_mechanism_is_no_step_and_is_not_denied() -> None:
    one_page = words(section(report_on(WAITING), "1"))
    assert "1 more" not in one_page
    assert "1 treaty requirement counts as unmet until there is a mechanism." in one_page
    assert "Every gap that is known waits for a mechanism to be designated." in one_page
    assert [gap.waits for gap in WAITING.gaps] == [True]


def test_the_picture_counts_what_the_letters_hold(turkmenistan: Assessment) -> None:
    context = Context(turkmenistan, texts_in())
    pictures = [block for block in section(report_on(turkmenistan), "2").blocks if isinstance(block, Picture)]
    (counts,) = [picture.drawing for picture in pictures if isinstance(picture.drawing, Counts)]
    drawn = sum(part.number for row in counts.rows for part in row.parts)
    assert drawn == sum(len(package.criteria) for package in packages(context))


def test_the_same_assessment_gives_the_same_report(turkmenistan: Assessment) -> None:
    assert report_on(turkmenistan) == report_on(Assessment.from_json(turkmenistan.to_json()))

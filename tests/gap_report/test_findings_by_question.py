"""The questions of a criterion as a table, where there are more than two; and findings in a line, in a report that tells less."""

from __future__ import annotations

import re
from typing import Any

import pytest

from npm_readiness import Assessment, assess, render
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import Entries, Finding, Inline, Report, Table, lines_of, text_of
from npm_readiness.gap_report.excerpt import MOST, Extent, excerpt
from npm_readiness.gap_report.language import texts_in
from tests.gap_report.fully_answered import fully_answered
from tests.making import catalogue, checklist, criterion, profile, question

Spec = dict[str, Any]

LAW: Spec = {"law": {"title": "The Act", "kind": "law", "date": "2012"}}


def evidence(pinpoint: str, note: str) -> Spec:
    return {"source": "law", "pinpoint": pinpoint, "note": note}


def three(**actions: Any) -> Assessment:
    """A criterion of three questions: one is met, one in part, one not."""
    asked = [
        question(name, **({"action": actions[name]} if name in actions else {})) for name in ("fine", "half", "not")
    ]
    given: Spec = {
        "fine": {"answer": "yes", "evidence": [evidence("art. 1", "It says so.")], "comment": "As it should."},
        "half": {"answer": "partial", "evidence": [evidence("art. 2", "It says half.")], "comment": "Only half."},
        "not": {"answer": "no"},
    }
    made = catalogue(criterion("own", *asked, action="Do all of it."))
    return assess(profile(given, sources=LAW), made)


def finding(made: Assessment) -> Finding:
    blocks = (block for part in composed(made, texts_in()).sections for block in part.blocks)
    return next(block for block in blocks if isinstance(block, Finding) and block.anchor == "own")


def rows(found: Finding) -> list[list[str]]:
    """The head and the rows of the table of questions."""
    (table,) = (content for _, content in found.fields if isinstance(content, Table))
    return [list(table.head), *([_words(cell) for cell in row] for row in table.rows)]


def below(found: Finding) -> list[str]:
    """What stands below the table as what is to be done."""
    (lines,) = (content for label, content in found.fields if label == "What must be done, if party")
    assert not isinstance(lines, Table)
    return [text_of(line) for line in lines]


def _words(cell: Inline) -> str:
    return "".join(" / " if run.kind == "break" else run.text for run in cell)


def test_more_than_two_questions_stand_in_a_table_with_what_closes_each() -> None:
    made = three(half=[{"text": "Say the rest."}], **{"not": [{"text": "Pay.", "addressee": "government"}]})
    assert rows(finding(made)) == [
        ["Asked", "Found", "Evidence", "What closes it"],
        ["Is it so (fine)?", "yes", "Source 1, art. 1", ""],
        ["Is it so (half)?", "partial", "Source 1, art. 2, It says half. / Only half.", "Parliament: Say the rest."],
        ["Is it so (not)?", "no", "No source with a place in it is named.", "Government: Pay."],
    ]
    assert "What must be done, if party" not in dict(finding(made).fields)


def test_an_action_that_serves_several_questions_stands_below_once() -> None:
    made = three(half=[{"text": "Amend the law."}], **{"not": [{"text": "Amend the law."}]})
    assert rows(finding(made))[0] == ["Asked", "Found", "Evidence"]
    assert below(finding(made)) == ["Parliament: Amend the law."]


def test_what_closes_one_and_what_closes_the_rest() -> None:
    """The second question has no action of its own, so that of the criterion stands below."""
    found = finding(three(half=[{"text": "Say the rest."}]))
    assert [row[3:] for row in rows(found)] == [["What closes it"], [""], ["Parliament: Say the rest."], [""]]
    assert below(found) == ["Parliament: Do all of it."]


def test_what_a_finding_tells_in_short_stands_in_annex_b() -> None:
    annex = next(part for part in composed(three(), texts_in()).sections if part.label == "Annex B")
    told = "\n".join(text_of(line) for block in annex.blocks for line in lines_of(block))
    assert "It says so." in told
    assert "As it should." in told
    assert "Only half." not in told, "the finding tells it"


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("html", r"<caption>What is the case</caption><thead><tr><th scope=col>Asked<th scope=col>Found"),
        ("markdown", r"\| Asked \| Found \| Evidence \| What closes it \|\n\| --- \|"),
    ],
)
def test_the_table_is_one_in_every_format(form: str, told: str) -> None:
    assert re.search(told, str(render(three(half=[{"text": "Say the rest."}]), form)))


def main(made: Assessment) -> Report:
    return excerpt(composed(made, texts_in()), Extent("main"), texts_in())


def in_lines(report: Report) -> dict[str, str]:
    """What stands in a line, by its place."""
    blocks = (block for part in report.sections for block in part.blocks if isinstance(block, Entries))
    return {entry.anchor: text_of(entry.text) for block in blocks for entry in block.items}


KINDS = (
    criterion("met", "q-met"),
    criterion("treaty", "q-treaty"),
    criterion("guidance", "q-guidance", obligation="guidance"),
    criterion("practice", "q-practice", obligation="practice"),
)


def of_all_kinds() -> Assessment:
    given = {"q-met": "yes", "q-treaty": "no", "q-guidance": "no", "q-practice": "no", "q-women": "no", "q-uncat": "no"}
    women = checklist(
        "women",
        criterion("in-standards", "q-women", obligation="guidance"),
        criterion("treaty-in-standards", "q-uncat"),
        counts_for="standards",
    )
    return assess(profile(given, checklists=["opcat", "women"]), catalogue(*KINDS, women))


def test_the_main_part_tells_in_a_line_what_is_met_good_practice_and_guidance_on_standards() -> None:
    told = in_lines(main(of_all_kinds()))
    assert set(told) == {"met", "practice", "in-standards"}
    assert told["met"].startswith("Title of met (treaty, law: Opcat, opcat-18). No source")
    assert told["practice"].startswith("does not meet Title of practice (")
    assert "Parliament: Make it so (practice)." in told["practice"]


def test_the_whole_report_tells_each_in_full() -> None:
    assert in_lines(composed(of_all_kinds(), texts_in())) == {}


def test_a_section_by_itself_tells_each_in_full() -> None:
    made = excerpt(composed(of_all_kinds(), texts_in()), Extent("main", ("analysis",)), texts_in())
    assert in_lines(made) == {}


def test_where_findings_are_many_only_what_treaties_ask_of_the_mechanism_is_told_in_full() -> None:
    many = [criterion(f"more-{number}", f"q-{number}", obligation="guidance") for number in range(MOST)]
    given = {"q-treaty": "no", **{f"q-{number}": "no" for number in range(MOST)}}
    fewer = {name: answer for name, answer in given.items() if name != "q-0"}
    few = assess(profile(fewer), catalogue(KINDS[1], *many[1:]))
    assert in_lines(main(few)) == {}
    told = in_lines(main(assess(profile(given), catalogue(KINDS[1], *many))))
    assert set(told) == {entry["id"] for entry in many}


def test_a_catalogue_of_which_everything_is_answered_fits_into_one_page_of_html() -> None:
    """700 KiB: what a slow line loads in a few seconds, and a mail takes along."""
    assert len(str(render(assess(fully_answered()), "html")).encode()) <= 700 * 1024

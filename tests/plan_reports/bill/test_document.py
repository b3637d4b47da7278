"""The report of a committee: what it says, in which words, and that its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from npm_readiness import compare_bill, load_profile, render
from npm_readiness.gap_report.document import Report, Section, lines_of, places_of, text_of
from npm_readiness.gap_report.language import texts_in
from npm_readiness.plan_reports.bill import paper
from npm_readiness.planning.bill.comparison import BillComparison
from tests.gap_report.conftest import HOSTILE
from tests.gap_report.test_composing import words
from tests.making import catalogue, criterion, profile, question

EXAMPLE = Path(__file__).parents[3] / "examples" / "invented-bill.yaml"
BODY = {"id": "omb", "name": "Ombudsperson", "kind": "ombudsman", "role": "candidate", "designated": None}
MECHANISM = {**BODY, "role": "mechanism", "designated": "2020-01-01", "at_work_since": "2020-02-01"}
JOINED = {"uncat": {"ratified": "1990-01-01"}, "opcat": {"ratified": "2010-01-01"}}


@pytest.fixture(scope="module")
def result() -> BillComparison:
    return compare_bill(load_profile(EXAMPLE), "ombudsperson-bill")


@pytest.fixture(scope="module")
def report(result: BillComparison) -> Report:
    return paper(result, texts_in()).report


def part(report: Report, number: str) -> Section:
    return next(section for section in report.sections if section.label == number)


def told(report: Report, number: str) -> str:
    return words(part(report, number))


def small(today: dict[str, Any], bill: dict[str, Any], body: dict[str, Any] = BODY, **keys: Any) -> Report:
    """The report on a bill of a State with two treaty requirements."""
    made = catalogue(
        criterion(
            "basis", question("made", answered_by="mechanism-designated"), stage="designation", cites=["opcat-17"]
        ),
        criterion("access", "entry"),
    )
    npm = {"model": "nhri", "bodies": [body]}
    given = profile(today, npm=npm, bills={"b": {"title": "The bill", **bill}}, **keys)
    return paper(compare_bill(given, "b", made), texts_in()).report


def test_the_outline_is_that_of_a_committee(report: Report) -> None:
    assert [(section.label, section.title) for section in report.sections] == [
        ("1", "In one page"),
        ("2", "The articles of the bill"),
        ("3", "What to amend in the bill"),
        ("4", "Questions to the sponsor"),
        ("5", "On what the bill is silent"),
        ("6", "What others have recommended"),
        ("Annex A", "Criterion by criterion"),
    ]
    assert [section.label for section in report.sections if section.decides] == ["1"]


def test_a_bill_that_designates_nobody_is_asked_to_name_a_body_and_not_to_be_passed() -> None:
    example = load_profile(EXAMPLE)
    silent = example.bills["ombudsperson-bill"].model_copy(update={"designates": (), "answers": {}})
    given = example.model_copy(update={"bills": {"ombudsperson-bill": silent}})
    shown = told(paper(compare_bill(given, "ombudsperson-bill"), texts_in()).report, "1")
    assert "Pass the bill" not in shown
    assert "names the body or bodies that are the national preventive mechanism" in shown


def test_a_bill_for_a_body_that_is_the_mechanism_already_does_not_make_it_so() -> None:
    page = told(
        small({}, {"designates": ["omb"]}, {**MECHANISM, "legal_basis": "executive_text"}, treaties=JOINED), "1"
    )
    assert "It would name Ombudsperson, the mechanism today, as the national preventive mechanism in an act" in page
    assert "It would make" not in page


def test_answers_read_for_one_body_are_not_told_of_another_without_a_word() -> None:
    other = {"id": "new", "name": "The Commission", "role": "candidate"}
    npm = {"model": "nhri", "bodies": [MECHANISM, other]}
    bill = {"title": "The bill", "designates": ["new"], "ends": ["omb"]}
    result = compare_bill(
        profile({"entry": "yes"}, npm=npm, bills={"b": bill}), "b", catalogue(criterion("c", "entry"))
    )
    page = told(paper(result, texts_in()).report, "1")
    assert "were read in the law on Ombudsperson; with the bill the mechanism would be The Commission." in page
    assert "were read in the law" not in told(small({}, {"designates": ["omb"]}), "1")


def test_a_state_outside_is_told_that_the_protocol_does_not_bind_it() -> None:
    outside = {"opcat": {"ratified": None, "acceded": None}}
    assert "does not bind the State on that day" in told(small({}, {}, treaties=outside), "1")
    assert "does not bind" not in told(small({}, {}, treaties=JOINED), "1")


def test_page_one_says_what_the_bill_would_do(report: Report) -> None:
    page = told(report, "1")
    for sentence in (
        "This page speaks of the law as it would be if the bill were adopted and in force.",
        "«Today» is the law in force on 2025-03-01.",
        "was brought in on 20 January 2025. It would make Ombudsperson of Examplia the national preventive mechanism.",
        "8 treaty requirements that fall short today would be met:",
        "4 treaty requirements that fall short today would still do so:",
        "3 treaty requirements would be met less than today, or less surely: Removal only on grounds listed in law;",
        "Designation: today not ready; with the bill cannot be said yet.",
        "Establishment: today not ready, and it would stay so.",
        "The 3 amendments that matter most",
        "the bill's art. 12",
    ):
        assert sentence in page, sentence


@pytest.mark.parametrize(
    "sentence", [r"the bill (makes|gives|provides)", r"has been designated", r"is the mechanism\b"]
)
def test_no_sentence_tells_the_bill_as_law(report: Report, sentence: str) -> None:
    everything = " ".join(words(section) for section in report.sections)
    assert not re.search(sentence, everything)


def test_a_bill_that_designates_nobody_is_told_as_such() -> None:
    page = told(small({"entry": "no"}, {"answers": {"entry": {"answer": "yes"}}}), "1")
    assert "«The bill» is a bill. It would change nothing in who is the mechanism." in page
    assert "Nothing that treaties ask and that the law surely has today" in page


def test_what_weakens_a_mechanism_is_held_against_article_17() -> None:
    weaker = {"answers": {"entry": {"answer": "no"}}}
    bound = told(small({"entry": "yes"}, weaker, MECHANISM, treaties=JOINED), "3")
    assert "A State party must maintain one or several independent mechanisms (Opcat, opcat-17)" in bound
    assert "Is it so (entry)? Today yes; with the bill no." in bound
    outside = told(small({"entry": "yes"}, weaker, MECHANISM), "3")
    assert "Once party, the State must maintain" in outside
    none = told(small({"entry": "yes"}, weaker), "3")
    assert "There is no mechanism today that article 17 would have the State maintain" in none


def test_a_bill_that_ends_the_mechanism_says_so() -> None:
    page = told(small({}, {"ends": ["omb"]}, MECHANISM), "1")
    assert "Ombudsperson would be the mechanism no longer." in page
    assert "Title of basis (new; no article of the bill yet)" in page


def test_silence_is_told_from_what_nobody_has_read() -> None:
    silent = told(small({"entry": "no"}, {"silent": ["entry"]}), "5")
    assert "The bill was read for these and says nothing, so that the law of today would stay:" in silent
    unread = told(small({"entry": "no"}, {}), "5")
    assert "nobody has looked at the bill" in unread
    assert "Nothing is said to have been looked for in the bill" in unread


def test_an_adopted_bill_and_one_brought_in_later_are_told_as_such() -> None:
    adopted = told(small({}, {"status": "adopted"}), "1")
    assert "«The bill» has been adopted and is not in force." in adopted
    later = told(small({}, {"introduced": "2024-05-01"}), "1")
    assert "«The bill» is a bill." in later


def test_every_link_leads_somewhere_and_no_place_is_made_twice(report: Report) -> None:
    made = [name for section in report.sections for name in (section.anchor,)]
    made += [name for section in report.sections for block in section.blocks for name, _ in places_of(block)]
    assert len(made) == len(set(made))
    for section in report.sections:
        for block in section.blocks:
            for line in lines_of(block):
                for run in line:
                    assert run.link is None or not run.link.startswith("#") or run.link[1:] in made, run


def test_the_sheets_hold_the_same(result: BillComparison) -> None:
    sheets = {sheet.name: sheet for sheet in paper(result, texts_in()).workbook.sheets}
    assert list(sheets) == ["About", "Criteria", "Articles", "Amendments", "Questions to the sponsor"]
    in_reach = [entry for entry in result.criteria if entry.in_reach]
    assert len(sheets["Criteria"].tables[0].rows) == len(in_reach)
    assert len(sheets["Articles"].tables[0].rows) == len(result.articles)
    for sheet in sheets.values():
        for table in sheet.tables:
            assert all(len(row) == len(table.columns) for row in table.rows)


@pytest.mark.parametrize("form", ["text", "html", "markdown", "json"])
def test_a_hostile_bill_reaches_into_no_format(form: str) -> None:
    made = catalogue(criterion("access", "entry"))
    evidence = [{"source": "law", "pinpoint": HOSTILE, "quote": HOSTILE, "note": HOSTILE}]
    given = profile(
        {},
        bills={"b": {"title": HOSTILE, "source": "law", "answers": {"entry": {"answer": "no", "evidence": evidence}}}},
    )
    drawn = str(render(compare_bill(given, "b", made), form))
    if form == "html":
        assert "<script>alert(1)" not in drawn
    if form != "json":
        assert "\u202e" not in drawn


def test_the_cover_says_what_this_is(report: Report) -> None:
    cover = {label: text_of(line) for label, line in report.cover}
    assert cover["Bill"].endswith("(ombudsperson-bill)")
    assert "Nothing here says that the bill is law." in cover["What this is"]

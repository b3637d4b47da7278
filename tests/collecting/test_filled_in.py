"""A workbook that somebody filled in, read back cell by cell, before anything of it meets the profile."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from npm_readiness import InputError
from npm_readiness.collecting.fields import Fields
from npm_readiness.collecting.form import Note, draw_form
from npm_readiness.collecting.forms.workbook.columns import HIDDEN_SHEET
from npm_readiness.collecting.forms.workbook.filled_in import returned_from
from npm_readiness.collecting.questionnaire import collect_questions
from npm_readiness.collecting.returned import Returned
from tests.making import catalogue, criterion, profile, question

from .given import cell_of

MADE = catalogue(criterion("c", "q1", question("q2", may_not_apply="It has no staff.")))
SOURCES = {"law": {"title": "The law", "kind": "law"}, "report": {"title": "A report", "kind": "page"}}
PLACE = {"source": "law", "pinpoint": "art. 1", "note": "It may enter.\nAt any time."}
KNOWN = Fields("yes", "law", "art. 1", "It may enter.\nAt any time.", "Seen\tthere.", "")


@pytest.fixture
def book() -> Any:
    answers = {"q1": {"answer": "yes", "evidence": [PLACE], "comment": KNOWN.comment}}
    asked = collect_questions(profile(answers, sources=SOURCES), MADE)
    return openpyxl.load_workbook(BytesIO(draw_form(asked, "workbook", Note())))


def returned(book: Any) -> Returned:
    stream = BytesIO()
    book.save(stream)
    return returned_from(stream.getvalue(), "f.xlsx")


def test_what_nobody_touched_comes_back_as_it_was(book: Any) -> None:
    answers = {answer.question: (answer.before, answer.after) for answer in returned(book).answers}
    assert answers == {"q1": (KNOWN, KNOWN), "q2": (Fields(), Fields())}


@pytest.mark.parametrize(
    ("column", "typed", "taken"),
    [
        ("answer", "B", {"answer": "partial"}),
        ("answer", " a  OR b ", {"answer": "partial-or-yes"}),
        ("answer", "perhaps", {"answer": "perhaps"}),  # named later, where the answer is put into the profile
        ("answer", None, {"answer": ""}),
        ("source", "A report", {"source": "report"}),  # chosen from the list: its id
        ("source", "law", {}),  # typed as the profile calls it
        ("source", "Another law", {"source": "Another law"}),
        ("pinpoint", "art.  1 ", {}),  # only blanks differ
        ("note", "It may enter.\r\nAt any time.", {}),  # as Excel ends lines
        ("comment", "Seen there.", {}),  # LibreOffice drops tabs
        ("comment", "Seen nowhere.", {"comment": "Seen nowhere."}),
        ("comment", "law", {"comment": "law"}),
        ("comment", "A report", {"comment": "A report"}),
        ("reason", "It has no staff.", {"reason": "It has no staff."}),
    ],
)
def test_what_is_typed_or_chosen_is_taken_and_blanks_that_a_program_changed_are_not(
    book: Any, column: str, typed: str | None, taken: dict[str, str]
) -> None:
    cell_of(book, "q1", column).value = typed
    answer = returned(book).answers[0]
    assert answer.after == replace(KNOWN, **taken)
    assert answer.after.changed(answer.before) == taken


def without_country(sheet: Any) -> None:
    row = next(cell.row for cell in sheet["A"] if cell.value == "country")
    sheet.delete_rows(row)


def of_another_form(sheet: Any) -> None:
    sheet["B1"] = "another form"


def empty(sheet: Any) -> None:
    sheet.delete_rows(1, sheet.max_row)


@pytest.mark.parametrize("change", [without_country, of_another_form, empty])
def test_a_hidden_sheet_that_does_not_say_what_the_form_is_makes_it_none(
    book: Any, change: Callable[[Any], None]
) -> None:
    change(book[HIDDEN_SHEET])
    with pytest.raises(InputError) as caught:
        returned(book)
    assert [problem.code for problem in caught.value.problems] == ["form-unknown"]


@pytest.mark.parametrize(
    "hidden",
    [
        "{",
        "[]",
        '"yes"',
        "{}",
        '{"answer": "yes"}',
        json.dumps({**asdict(KNOWN), "answer": 1}),
        json.dumps({**asdict(KNOWN), "more": ""}),
    ],
)
def test_every_row_in_which_what_is_hidden_is_damaged_is_named(book: Any, hidden: str) -> None:
    damaged = [cell_of(book, name, "before") for name in ("q1", "q2")]
    for cell in damaged:
        cell.value = hidden
    with pytest.raises(InputError) as caught:
        returned(book)
    assert [str(problem.place).rpartition("!")[2] for problem in caught.value.problems] == [
        cell_of(book, name, "id").coordinate for name in ("q1", "q2")
    ]
    assert all("what is hidden in this row is damaged" in problem.message for problem in caught.value.problems)


def test_what_stands_in_a_row_without_a_question_is_told_wherever_it_was_put_in(book: Any) -> None:
    """Above the first question are the title and the heads."""
    place = cell_of(book, "q2", "comment")
    sheet, between, letter, column = place.parent, place.row, place.column_letter, place.column
    sheet.insert_rows(between)
    for row, text in ((2, "above"), (between, "between"), (between + 2, "below")):
        sheet.cell(row, column).value = text
    told = [(str(one.place).rpartition("!")[2], one.message.rpartition(": ")[2]) for one in returned(book).warnings]
    assert told == [(f"{letter}{between}", "between"), (f"{letter}{between + 2}", "below")]

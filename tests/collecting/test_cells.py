"""What stands in a cell of a workbook: taken where it is what somebody typed, else named and never guessed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from npm_readiness.collecting.forms.workbook.cells import (
    CELL_LIMIT,
    EXACT,
    place_of,
    shortened,
    text_of,
    tidied,
    trouble_of,
)

openpyxl = pytest.importorskip("openpyxl")


def cell(value: Any, number_format: str = "General", kind: str | None = None) -> Any:
    """A cell with this value, shown in this format."""
    made = openpyxl.Workbook().worksheets[0].cell(2, 3, value)
    made.number_format = number_format
    if kind is not None:
        made.data_type = kind
    return made


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("Seen.", "Seen."),
        (" Seen. \n", "Seen."),
        (12, "12"),
        (12.0, "12"),
        (-3, "-3"),
        (0, "0"),
        (EXACT - 1, str(EXACT - 1)),
        ("a" * (CELL_LIMIT - 1), "a" * (CELL_LIMIT - 1)),
    ],
)
def test_what_somebody_typed_is_taken(value: Any, text: str) -> None:
    made = cell(value)
    assert (trouble_of(made), text_of(made)) == (None, text)


@pytest.mark.parametrize("number_format", ["General", "@", "0"])
def test_a_number_that_is_shown_as_it_is_is_taken(number_format: str) -> None:
    assert trouble_of(cell(5, number_format)) is None


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (cell("=1+1"), "holds a formula"),
        (cell("#REF!", kind="e"), "holds an error: #REF!"),
        (cell(True), "holds True, and a text is wanted"),
        (cell(0.5), "holds 0.5, and a text is wanted"),
        (cell(5, "0.00"), "shows it in another way"),
        (cell(5, "0%"), "shows it in another way"),
        (cell(EXACT), "so many digits"),
        (cell(-EXACT), "so many digits"),
        (cell(datetime(2024, 2, 1)), "made a date of this cell"),
        (cell("a" * CELL_LIMIT), "cut at 32,767 characters"),
    ],
)
def test_what_the_program_has_made_of_it_is_named(made: Any, reason: str) -> None:
    trouble = trouble_of(made)
    assert trouble is not None
    assert reason in trouble[0]
    assert trouble[1], "it says what to do"


def test_a_cell_is_found_by_its_sheet_and_its_name() -> None:
    assert str(place_of(cell("x"), "f.xlsx")) == "f.xlsx: Sheet!C2"


def test_the_ends_of_lines_are_those_of_our_files() -> None:
    assert tidied("a\r\nb\rc_x000D_\nd") == "a\nb\nc\nd"


def test_as_much_of_a_text_is_told_as_tells_which_one_is_meant() -> None:
    assert shortened("a \n b") == "a b"
    assert shortened("a" * 300) == "a" * 300
    assert shortened("a" * 301) == "a" * 300 + " …"

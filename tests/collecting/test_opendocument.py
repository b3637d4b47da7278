"""A workbook as LibreOffice saves it in its own way: what repeats stands once in the file, and is read in each of its places."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from npm_readiness.collecting.forms.workbook.opendocument import book_of

pytest.importorskip("openpyxl")

HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
)


def content(*sheets: str) -> str:
    """What a file says of these sheets, each given by its rows."""
    tables = "".join(f'<table:table table:name="Sheet {n}">{rows}</table:table>' for n, rows in enumerate(sheets, 1))
    return f"{HEAD}{tables}</office:document-content>"


def book(*sheets: str) -> Any:
    """The workbook of these sheets."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", content(*sheets))
    return book_of(stream.getvalue())


def row(*cells: str, times: int = 1) -> str:
    repeated = f' table:number-rows-repeated="{times}"' if times != 1 else ""
    return f"<table:table-row{repeated}>{''.join(cells)}</table:table-row>"


def text(words: str = "", times: int = 1, **more: Any) -> str:
    """A cell with a text, or without anything."""
    attributes = "".join(f' {name.replace("_", ":", 1).replace("_", "-")}="{value}"' for name, value in more.items())
    repeated = f' table:number-columns-repeated="{times}"' if times != 1 else ""
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in words.split("\n")) if words else ""
    return f"<table:table-cell{repeated}{attributes}>{paragraphs}</table:table-cell>"


def values(sheet: Any) -> dict[str, Any]:
    """What stands in each cell in which something stands."""
    return {cell.coordinate: cell.value for line in sheet.iter_rows() for cell in line if cell.value is not None}


def test_each_cell_stands_in_its_row_and_column() -> None:
    made = book(row(text("a"), text("b")) + row(text(), text("c")), row(text("d")))
    assert made.sheetnames == ["Sheet 1", "Sheet 2"]
    assert values(made["Sheet 1"]) == {"A1": "a", "B1": "b", "B2": "c"}
    assert values(made["Sheet 2"]) == {"A1": "d"}


def test_what_is_repeated_stands_in_each_of_its_places() -> None:
    rows = (
        row(text(times=2), text("a", times=2), text("b"))
        + row(text(), times=3)
        + row(text("c"), times=2)
        + row(text("d"))
    )
    assert values(book(rows)["Sheet 1"]) == {
        "C1": "a",
        "D1": "a",
        "E1": "b",
        "A5": "c",
        "A6": "c",
        "A7": "d",
    }


def test_an_area_that_is_merged_goes_over_all_its_cells() -> None:
    sheet = book(row(text(), text("a", table_number_rows_spanned=2, table_number_columns_spanned=3)))["Sheet 1"]
    assert [str(area) for area in sheet.merged_cells.ranges] == ["B1:D2"]


def test_a_text_has_its_lines_blanks_and_tabs() -> None:
    cell = text(
        'one<text:s text:c="3"/>two<text:tab/>three<text:line-break/>four\nfive <text:span>six</text:span><text:s/>seven'
    )
    assert values(book(row(cell))["Sheet 1"]) == {"A1": "one   two\tthree\nfour\nfive six seven"}


@pytest.mark.parametrize(
    ("attributes", "value"),
    [
        ({"office_value_type": "float", "office_value": "2"}, 2),
        ({"office_value_type": "float", "office_value": "2.5"}, 2.5),
        ({"office_value_type": "percentage", "office_value": "0.5"}, 0.5),
        ({"office_value_type": "boolean", "office_boolean_value": "true"}, True),
        ({"office_value_type": "boolean", "office_boolean_value": "false"}, False),
        ({"office_value_type": "date", "office_date_value": "2024-05-01"}, datetime(2024, 5, 1)),
        ({"office_value_type": "time", "office_time_value": "PT1H"}, time.min),
        ({"office_value_type": "string", "office_string_value": "as it was typed"}, "as it was typed"),
    ],
)
def test_what_libreoffice_has_made_of_an_entry_is_seen(attributes: dict[str, Any], value: Any) -> None:
    (found,) = values(book(row(text("shown", **attributes)))["Sheet 1"]).values()
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("kind", "shown"), [("float", "General"), ("percentage", "percentage"), ("currency", "currency")]
)
def test_a_number_is_told_from_an_amount_of_something(kind: str, shown: str) -> None:
    sheet = book(row(text("2", office_value_type=kind, office_value="2")))["Sheet 1"]
    assert sheet["A1"].number_format == shown


def test_a_formula_is_one_and_a_text_that_looks_like_one_is_none() -> None:
    sheet = book(row(text("=1+1"), text("2", office_value_type="float", office_value="2", table_formula="of:=1+1")))[
        "Sheet 1"
    ]
    assert [cell.data_type for cell in sheet[1]] == ["s", "f"]


def test_a_note_hangs_on_its_cell_and_is_no_part_of_its_text() -> None:
    noted = text("a").replace("<text:p>", "<office:annotation><text:p>Why?</text:p></office:annotation><text:p>", 1)
    cell = book(row(noted))["Sheet 1"]["A1"]
    assert (cell.value, cell.comment.text) == ("a", "Why?")


@pytest.mark.parametrize(
    "rows",
    [
        row(text("a"), times=1001),
        row(text("a", times=1001)),
        row(text("a", table_number_rows_spanned=1, table_number_columns_spanned=1001)),
        row(text("a", table_number_rows_spanned=40, table_number_columns_spanned=40)),
    ],
)
def test_what_repeats_more_often_than_in_any_form_is_refused(rows: str) -> None:
    with pytest.raises(ValueError, match="many times"):
        book(rows)


def test_as_often_as_that_is_read() -> None:
    assert len(values(book(row(text("a"), times=1000))["Sheet 1"])) == 1000
    assert len(values(book(row(text(), times=1_000_000))["Sheet 1"])) == 0, (
        "nothing may be repeated to the end of a sheet"
    )


@pytest.mark.parametrize("sheets", [["abc"], ["ab", "c"], ["", "abc"]])
def test_as_many_cells_are_read_as_a_form_has_and_no_more(sheets: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted over all sheets; an empty cell is none."""
    monkeypatch.setattr("npm_readiness.collecting.forms.workbook.opendocument.MOST_CELLS", 3)
    drawn = [row(*map(text, letters), text()) for letters in sheets]
    assert ["".join(values(sheet).values()) for sheet in book(*drawn)] == sheets
    with pytest.raises(ValueError, match="more cells than a form has"):
        book(*drawn[:-1], drawn[-1] + row(text("d")))

"""A workbook that LibreOffice has saved in its own way (.ods), read as the workbook that it was.

OpenDocument 1.3, part 3, chapter 9: a table of rows of cells; what repeats stands once, with how often.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

__all__ = ["MIME_TYPE", "book_of"]

MIME_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
"""What stands first in such an archive."""

NUMBERS = ("float", "percentage", "currency")
OFFICE, TABLE, TEXT = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table", "text"))
MOST_CELLS = 300_000
"""Cells in which something stands, of all sheets together."""
MOST_REPEATS = 1_000
"""How often a row or a cell in which something stands may be repeated; a sheet is filled with empty ones to its end."""


def book_of(data: bytes) -> Any:
    """The workbook as ``openpyxl`` would have read it: values, formulas, merged areas and notes, and no looks.

    Raises ``ValueError`` where it holds more than a form does, and whatever its parsers raise where it is damaged.
    """
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    count = 0
    with ZipFile(BytesIO(data)) as archive, archive.open("content.xml") as stream:
        for _, element in iterparse(stream):  # noqa: S314 - it was looked through for entities before
            if element.tag == f"{TABLE}table":
                count += _Sheet(book.create_sheet(element.get(f"{TABLE}name"))).filled(element)
                element.clear()
                if count > MOST_CELLS:
                    raise ValueError("more cells than a form has")
    return book


class _Sheet:
    """A sheet in the making."""

    def __init__(self, sheet: Any) -> None:
        self.sheet, self.count = sheet, 0

    def filled(self, table: Element) -> int:
        """Put every cell of the table in which something stands into the sheet; gives how many these are."""
        number = 1
        for row in table.iter(f"{TABLE}table-row"):
            times = int(row.get(f"{TABLE}number-rows-repeated", "1"))
            cells = [cell for cell in row if cell.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")]
            if any(map(_tells, cells)):
                for repeat in range(_bounded(times)):
                    self._row(number + repeat, cells)
            number += times
        return self.count

    def _row(self, number: int, cells: list[Element]) -> None:
        column = 1
        for cell in cells:
            times = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
            if _tells(cell):
                for repeat in range(_bounded(times)):
                    self._cell(number, column + repeat, cell)
            column += times

    def _cell(self, row: int, column: int, cell: Element) -> None:
        self.count += 1
        if self.count > MOST_CELLS:
            raise ValueError("more cells than a form has")
        placed = self.sheet.cell(row, column)
        value = _value(cell)
        if isinstance(value, str):
            placed.value, placed.data_type = value, "s"
        elif value is not None:
            placed.value = value
            placed.number_format = "General" if _kind(cell) == "float" else str(_kind(cell))
        if cell.get(f"{TABLE}formula") is not None:
            placed.data_type = "f"
        note = cell.find(f"{OFFICE}annotation")
        if note is not None:
            from openpyxl.comments import Comment

            placed.comment = Comment(_text(note), "")
        deep, wide = _spanned(cell)
        if deep * wide > 1:
            _bounded(deep * wide)
            self.sheet.merge_cells(
                start_row=row, end_row=row + deep - 1, start_column=column, end_column=column + wide - 1
            )


def _bounded(times: int) -> int:
    if times > MOST_REPEATS:
        raise ValueError("a row or a cell stands there many times")
    return times


def _tells(cell: Element) -> bool:
    """Whether anything stands in a cell, or it is merged with others."""
    return len(cell) > 0 or _kind(cell) is not None or _spanned(cell) != (1, 1)


def _spanned(cell: Element) -> tuple[int, int]:
    """Over how many rows and columns a cell goes."""
    deep, wide = (int(cell.get(f"{TABLE}number-{name}-spanned", "1")) for name in ("rows", "columns"))
    return deep, wide


def _kind(cell: Element) -> str | None:
    return cell.get(f"{OFFICE}value-type")


def _value(cell: Element) -> str | float | date | time | None:
    """What stands in a cell; what LibreOffice has made a date, a time or an amount of is no text."""
    kind = _kind(cell)
    if kind in NUMBERS:
        number = float(cell.get(f"{OFFICE}value", "nan"))
        return int(number) if number.is_integer() else number
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value") == "true"
    if kind == "date":
        return datetime.fromisoformat(cell.get(f"{OFFICE}date-value", ""))
    if kind == "time":
        return time.min
    return cell.get(f"{OFFICE}string-value", _text(cell)) if len(cell) or kind else None


def _text(element: Element) -> str:
    """The paragraphs of a cell, each on a line, without the note that hangs on it."""
    return "\n".join("".join(_pieces(part)) for part in element if part.tag == f"{TEXT}p")


def _pieces(element: Element) -> Iterator[str]:
    """A paragraph as it is read: blanks that follow each other, tabs and breaks stand there as elements."""
    yield element.text or ""
    for part in element:
        if part.tag == f"{TEXT}s":
            yield " " * min(int(part.get(f"{TEXT}c", "1")), MOST_REPEATS)
        elif part.tag == f"{TEXT}tab":
            yield "\t"
        elif part.tag == f"{TEXT}line-break":
            yield "\n"
        else:
            yield from _pieces(part)
        yield part.tail or ""

"""A workbook opened, and what its sheets hold: where something stands, also where no form has a place for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter

from npm_readiness.collecting.forms.workbook.cells import place_of, problem_of, shortened
from npm_readiness.collecting.forms.workbook.opendocument import book_of
from npm_readiness.collecting.forms.workbook.unpacking import check_archive, is_opendocument
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["filled_cells", "left_beside", "left_in_notes", "left_out", "merged_cells", "opened"]


def opened(data: bytes, file: str) -> Any:
    """The workbook, of Excel or of LibreOffice; raises :class:`~npm_readiness.problems.InputError` where it is not to be read."""
    import openpyxl

    check_archive(data, file)
    try:
        if is_opendocument(data):
            return book_of(data)
        with catch_warnings():
            simplefilter("ignore")  # what the library leaves out, such as colours
            return openpyxl.load_workbook(BytesIO(data), data_only=False, keep_links=False)
    except ModuleNotFoundError:
        raise
    except Exception as error:  # the library raises whatever its parsers raise
        reason, advice = "the workbook is damaged", "save it anew, or ask for another copy"
        raise InputError([problem_at(Place(file), "form-file", reason=reason, advice=advice)]) from error


def filled_cells(sheet: Any) -> list[Any]:
    """The cells in which something stands: all that the library offers makes a cell of every empty place between them."""
    return [cell for cell in sheet._cells.values() if cell.value not in (None, "")]


def merged_cells(sheet: Any, cells: Collection[Any], file: str) -> Iterator[Problem]:
    """A problem for each of some cells that is merged with others."""
    areas = sheet.merged_cells.ranges
    for cell in cells:
        if any(
            area.min_row <= cell.row <= area.max_row and area.min_col <= cell.column <= area.max_col for area in areas
        ):
            yield problem_of(cell, file, "this cell is merged with others", "take the merge apart")


def left_beside(
    sheet: Any, file: str, rows: Collection[int], columns: Collection[int], fields: Collection[int]
) -> Iterator[Problem]:
    """Warnings for what stands in a column that is none of ours, and in a field of a row that is none, below the first that is."""
    for cell in sorted(filled_cells(sheet), key=lambda cell: (cell.row, cell.column)):
        if cell.row in rows and cell.column not in columns:
            yield left_out(cell, file, "a text in a column that was added", str(cell.value))
        elif cell.row not in rows and cell.column in fields and cell.row > min(rows, default=cell.row):
            yield left_out(cell, file, "a text in a row without a question", str(cell.value))


def left_in_notes(sheet: Any, file: str) -> Iterator[Problem]:
    """Warnings for notes that hang on cells."""
    for cell in sheet._cells.values():
        if cell.comment is not None:
            yield left_out(cell, file, "a note that hangs on this cell", cell.comment.text)


def left_out(cell: Any, file: str, what: str, text: str) -> Problem:
    """A warning that something is not taken."""
    return problem_at(place_of(cell, file), "form-left-out", what=what, text=shortened(text))

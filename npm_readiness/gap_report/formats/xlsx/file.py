"""Excel: the sheets of a report as a workbook to sort, filter and count in.

No cell is a formula or a link, whatever its text begins with: profiles come from strangers. The file is made in memory and is the
same, byte by byte, each time. It needs XlsxWriter, which comes with the extra ``office`` and is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from npm_readiness.gap_report.formats.xlsx.forms import add_entries, hide_keys, lock
from npm_readiness.gap_report.formats.xlsx.limits import (
    begins_like_a_formula,
    cut,
    fragments,
    lines_of,
    sheet_names,
    storable,
)
from npm_readiness.gap_report.formats.xlsx.looks import FILLS, SHARE_BAR, Looks
from npm_readiness.gap_report.formats.xlsx.printing import set_columns_of_pages, set_up_page
from npm_readiness.gap_report.workbook import Cell, Column, Sheet, SheetTable, Workbook

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

__all__ = ["excel_of"]

LINE_HEIGHT = 13.2  # points, of letters of 10 points
MOST_HEIGHT, MOST_WIDTH = 409.0, 255
MOST_IN_A_RULE = 255
LINES_TO_WRITE = 3
"""The height of a row in which somebody is to write something."""
TEXT_ALONE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def excel_of(workbook: Workbook) -> bytes:
    """The sheets of a report as an ``.xlsx`` file.

    Texts are stored as they are, except that characters for which the format has no place are replaced by U+FFFD and that a text
    longer than the 32,767 units of a cell is cut and ends in ``…``; for texts that only :func:`fragments` can keep, see there.
    """
    import xlsxwriter  # type: ignore[import-untyped]

    file = BytesIO()
    with xlsxwriter.Workbook(file, TEXT_ALONE) as book:
        book.set_properties(
            {
                "title": cut(storable(workbook.title), MOST_IN_A_RULE),
                "subject": cut(storable(workbook.subtitle), MOST_IN_A_RULE),
                "author": "npm_readiness",
                "created": datetime.combine(workbook.date, time()),
            }
        )
        looks = Looks(book)
        sheets = workbook.sheets
        for sheet, name in zip(sheets, sheet_names(sheet.name for sheet in sheets), strict=True):
            page = _Page(book.add_worksheet(name), looks)
            _set_up(page.worksheet, workbook)
            if sheet.form:
                _draw_form(page, sheet)
            elif len(sheet.tables) == 1 and not sheet.lines:
                _draw_list(page, sheet)
            else:
                _draw_tables(page, sheet)
            if sheet.hidden:
                page.worksheet.hide()
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class _Page:
    """A sheet on which to write, and the looks that cells can have."""

    worksheet: Worksheet
    looks: Looks

    def write(self, row: int, column: int, value: Cell, look: str) -> None:
        """Write a number as a number, nothing as nothing, and any text as that text."""
        if value is None:
            self.worksheet.write_blank(row, column, None, self.looks[look])
        elif isinstance(value, str):
            self._write_text(row, column, storable(value), look)
        else:
            self.worksheet.write_number(row, column, value, self.looks[look])

    def _write_text(self, row: int, column: int, text: str, look: str) -> None:
        form = self.looks.quoted(look) if begins_like_a_formula(text) else self.looks[look]
        pieces = fragments(text)
        if len(pieces) == 1:
            self.worksheet.write_string(row, column, text, form)
            return
        parts: list[str | Format] = [pieces[0]]
        for piece in pieces[1:]:
            parts += [form, piece]
        self.worksheet.write_rich_string(row, column, *parts, form)


def _set_up(worksheet: Worksheet, workbook: Workbook) -> None:
    """The printed pages, and the direction of writing."""
    if workbook.right_to_left:
        worksheet.right_to_left()
    worksheet.hide_gridlines(2)
    set_up_page(worksheet, workbook)


def _draw_list(page: _Page, sheet: Sheet) -> None:
    """One table from the first row on: its head stays in sight, is repeated on every page, and filters its rows."""
    table = sheet.tables[0]
    widths = _set_widths(page.worksheet, sheet.tables)
    set_columns_of_pages(page.worksheet, widths[: sheet.printed], sheet.repeated)
    _draw_table(page, table, 0, widths)
    add_entries(page.worksheet, table, 0)
    if sheet.printed is not None:
        page.worksheet.print_area(0, 0, len(table.rows), sheet.printed - 1)
    page.worksheet.freeze_panes(1, 0)
    page.worksheet.repeat_rows(0)
    _add_filter(page.worksheet, table, 0)


def _draw_form(page: _Page, sheet: Sheet) -> None:
    """Lines of text, then the table; above its head a hidden row of the keys of its columns. Only entries can be changed."""
    table = sheet.tables[0]
    widths = _set_widths(page.worksheet, sheet.tables)
    seen = [column.width for column in table.columns if not column.hidden]
    entries = [at for at, column in enumerate(table.columns) if column.kind == "entry"]
    for row, line in enumerate(sheet.lines):
        _draw_line(page, row, line, "title" if row == 0 else "line", seen[: entries[-1] + 1])
    keys, top = len(sheet.lines), len(sheet.lines) + 1
    for at, column in enumerate(table.columns):
        page.write(keys, at, column.key, "text")
    hide_keys(page.worksheet, table, keys)
    _draw_table(page, table, top, widths)
    add_entries(page.worksheet, table, top)
    page.worksheet.freeze_panes(top + 1, 0)
    page.worksheet.repeat_rows(top)
    page.worksheet.print_area(0, 0, top + len(table.rows), entries[-1])
    _add_filter(page.worksheet, table, top)
    lock(page.worksheet)


def _draw_tables(page: _Page, sheet: Sheet) -> None:
    """Lines of text, then tables below one another."""
    widths = _set_widths(page.worksheet, sheet.tables)
    set_columns_of_pages(page.worksheet, widths, 0)
    row = 0
    for number, line in enumerate(sheet.lines):
        _draw_line(page, row, line, "title" if number == 0 else "line", widths)
        row += 1
    for table in sheet.tables:
        row += 1 if row else 0
        if table.title:
            _draw_line(page, row, table.title, "caption", widths)
            row += 1
        _draw_table(page, table, row, widths)
        if len(sheet.tables) == 1:
            _add_filter(page.worksheet, table, row)
        row += 1 + len(table.rows)


def _draw_line(page: _Page, row: int, line: str, look: str, widths: Sequence[int]) -> None:
    """A line across all columns."""
    _join(page, row, (0, len(widths) - 1), look)
    page.write(row, 0, line, look)
    page.worksheet.set_row(row, _height([(line, sum(widths))], page.looks.size_of(look)))


def _join(page: _Page, row: int, columns: tuple[int, int], look: str) -> None:
    if columns[0] < columns[1]:
        page.worksheet.merge_range(row, columns[0], row, columns[1], None, page.looks[look])


def _height(texts: Iterable[tuple[Cell, int]], size: int = 10) -> float:
    """The height of a row with these texts, each with the width that it has.

    Excel would reckon it itself, though not for joined cells; other programs leave rows as low as one line.
    """
    lines = max((lines_of(text, width * 10 // size) for text, width in texts if isinstance(text, str)), default=1)
    return min(lines * LINE_HEIGHT * size / 10 + 2, MOST_HEIGHT)


def _set_widths(worksheet: Worksheet, tables: Sequence[SheetTable]) -> list[int]:
    """Make columns as wide as the widest of the tables wants, and say how wide they are.

    The last column of a table that has fewer of them than another does not count: it is spread over those to its right.
    """
    count = max((len(table.columns) for table in tables), default=0)
    wanted: list[list[int]] = [[] for _ in range(count)]
    for table in tables:
        for at, column in enumerate(table.columns):
            if at + 1 < len(table.columns) or len(table.columns) == count:
                wanted[at].append(column.width)
    widths = [min(max(of_column, default=1), MOST_WIDTH) for of_column in wanted]
    for at, width in enumerate(widths):
        worksheet.set_column(at, at, width)
    return widths


def _last_column(table: SheetTable, widths: Sequence[int]) -> int:
    """The column of the sheet in which the table ends: its own last one is spread until it is as wide as it wants to be."""
    last = first = len(table.columns) - 1
    while table.columns and last + 1 < len(widths) and sum(widths[first : last + 1]) < table.columns[-1].width:
        last += 1
    return last


def _draw_table(page: _Page, table: SheetTable, top: int, widths: Sequence[int]) -> None:
    """Head and rows; ``top`` is the row of the head."""
    last = _last_column(table, widths)
    room = [*widths[: len(table.columns) - 1], sum(widths[len(table.columns) - 1 : last + 1])]
    for row, cells in enumerate((tuple(column.title for column in table.columns), *table.rows), start=top):
        for at, (column, value) in enumerate(zip(table.columns, cells, strict=True)):
            look = _look_of(column, value) if row > top else _look_of_head(column)
            if at + 1 == len(table.columns):
                _join(page, row, (at, last), look)
            page.write(row, at, value, look)
        height = _height(zip(cells, room, strict=False))
        to_write = row > top and any(column.kind == "entry" for column in table.columns)
        page.worksheet.set_row(row, max(height, LINES_TO_WRITE * LINE_HEIGHT) if to_write else height)
    if table.rows:
        for at, column in enumerate(table.columns):
            cells_of_column = (top + 1, at, top + len(table.rows), at)
            _colour(page, column, cells_of_column)


def _look_of_head(column: Column) -> str:
    return "head-number" if column.kind in ("number", "share") else "head"


def _look_of(column: Column, value: Cell) -> str:
    if column.kind == "entry":
        return "entry"
    if isinstance(value, str) or column.kind not in ("number", "share"):
        return "text"
    if column.kind == "number":
        return "number"
    # A share that is not quite nothing or not quite all is not rounded to it.
    is_close = value is not None and (0 < value < 0.005 or 0.995 <= value < 1)  # noqa: PLR2004
    return "share-close" if is_close else "share"


def _colour(page: _Page, column: Column, cells: tuple[int, int, int, int]) -> None:
    """A pale bar behind shares and a pale fill behind words; both say nothing that the cell does not."""
    if column.kind == "share":
        page.worksheet.conditional_format(*cells, SHARE_BAR)
    for word, kind in column.words if column.kind == "status" else ():
        wanted = '"' + storable(word).replace('"', '""') + '"'
        if kind in FILLS and len(wanted) <= MOST_IN_A_RULE:
            rule = {"type": "cell", "criteria": "==", "value": wanted, "format": page.looks.fill(kind)}
            page.worksheet.conditional_format(*cells, rule)


def _add_filter(worksheet: Worksheet, table: SheetTable, top: int) -> None:
    if table.columns:
        worksheet.autofilter(top, 0, top + len(table.rows), len(table.columns) - 1)
        # The buttons of the filter stand at the foot of the head, below its words.
        worksheet.set_row(top, _height((column.title, column.width) for column in table.columns) + LINE_HEIGHT)
    # Numbers of articles and years are texts here, of which Excel would complain in every cell.
    worksheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

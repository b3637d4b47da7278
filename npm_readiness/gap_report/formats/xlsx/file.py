"""Excel: the sheets of a report as a workbook to sort, filter and count in.

No cell is a formula or a link, whatever its text begins with: profiles come from strangers. The file is made in memory and is the
same, byte by byte, each time. It needs XlsxWriter, which comes with the extra ``office`` and is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from npm_readiness.gap_report.formats.xlsx.forms import add_entries, hide_keys, lock
from npm_readiness.gap_report.formats.xlsx.limits import cut, sheet_names, storable
from npm_readiness.gap_report.formats.xlsx.looks import FILLS, SHARE_BAR, Looks
from npm_readiness.gap_report.formats.xlsx.page import LINE_HEIGHT, Page, TextsOfCells
from npm_readiness.gap_report.formats.xlsx.printing import set_columns_of_pages, set_up_page
from npm_readiness.gap_report.workbook import Cell, Column, Sheet, SheetTable, Workbook

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

__all__ = ["excel_of"]

MOST_WIDTH = 255
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
        texts = TextsOfCells(looks)
        sheets = workbook.sheets
        for sheet, name in zip(sheets, sheet_names(sheet.name for sheet in sheets), strict=True):
            page = Page(book.add_worksheet(name), looks, texts)
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


def _set_up(worksheet: Worksheet, workbook: Workbook) -> None:
    """The printed pages, and the direction of writing."""
    if workbook.right_to_left:
        worksheet.right_to_left()
    worksheet.hide_gridlines(2)
    set_up_page(worksheet, workbook)


def _draw_list(page: Page, sheet: Sheet) -> None:
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
    _add_filter(page, table, 0)


def _draw_form(page: Page, sheet: Sheet) -> None:
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
    _add_filter(page, table, top)
    lock(page.worksheet)


def _draw_tables(page: Page, sheet: Sheet) -> None:
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
            _add_filter(page, table, row)
        row += 1 + len(table.rows)


def _draw_line(page: Page, row: int, line: str, look: str, widths: Sequence[int]) -> None:
    """A line across all columns."""
    _join(page, row, (0, len(widths) - 1), look)
    page.write(row, 0, line, look)
    page.worksheet.set_row(row, page.height([(line, sum(widths))], page.looks.size_of(look)))


def _join(page: Page, row: int, columns: tuple[int, int], look: str) -> None:
    if columns[0] < columns[1]:
        page.worksheet.merge_range(row, columns[0], row, columns[1], None, page.looks[look])


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


def _draw_table(page: Page, table: SheetTable, top: int, widths: Sequence[int]) -> None:
    """Head and rows; ``top`` is the row of the head."""
    columns = table.columns
    end, last = len(columns) - 1, _last_column(table, widths)
    room = [*widths[:end], sum(widths[end : last + 1])]
    spread = (end, last)
    _draw_row(page, top, [(column.title, _look_of_head(column)) for column in columns], spread)
    page.worksheet.set_row(top, page.height(zip((column.title for column in columns), room, strict=False)))
    least = LINES_TO_WRITE * LINE_HEIGHT if any(column.kind == "entry" for column in columns) else 0
    of_texts = [_look_of(column, "") for column in columns]
    for row, cells in enumerate(table.rows, start=top + 1):
        looks = [
            of_text if isinstance(value, str) else _look_of(column, value)
            for column, of_text, value in zip(columns, of_texts, cells, strict=True)
        ]
        _draw_row(page, row, zip(cells, looks, strict=True), spread)
        page.worksheet.set_row(row, max(page.height(zip(cells, room, strict=False)), least))
    if table.rows:
        for at, column in enumerate(columns):
            _colour(page, column, (top + 1, at, top + len(table.rows), at))


def _draw_row(page: Page, row: int, cells: Iterable[tuple[Cell, str]], spread: tuple[int, int]) -> None:
    """Cells with their looks; ``spread`` are the columns over which the last of them goes."""
    for at, (value, look) in enumerate(cells):
        if at == spread[0]:
            _join(page, row, spread, look)
        page.write(row, at, value, look)


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


def _colour(page: Page, column: Column, cells: tuple[int, int, int, int]) -> None:
    """A pale bar behind shares and a pale fill behind words; both say nothing that the cell does not."""
    if column.kind == "share":
        page.worksheet.conditional_format(*cells, SHARE_BAR)
    for word, kind in column.words if column.kind == "status" else ():
        wanted = '"' + storable(word).replace('"', '""') + '"'
        if kind in FILLS and len(wanted) <= MOST_IN_A_RULE:
            rule = {"type": "cell", "criteria": "==", "value": wanted, "format": page.looks.fill(kind)}
            page.worksheet.conditional_format(*cells, rule)


def _add_filter(page: Page, table: SheetTable, top: int) -> None:
    if table.columns:
        page.worksheet.autofilter(top, 0, top + len(table.rows), len(table.columns) - 1)
        # The buttons of the filter stand at the foot of the head, below its words.
        height = page.height((column.title, column.width) for column in table.columns)
        page.worksheet.set_row(top, height + LINE_HEIGHT)
    # Numbers of articles and years are texts here, of which Excel would complain in every cell.
    page.worksheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

"""How a sheet comes to paper: A4 across, letters of 9 points or more, columns whole, and the first of them on every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from npm_readiness.gap_report.formats.xlsx.limits import page_text, pages_line
from npm_readiness.gap_report.workbook import Workbook

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

__all__ = ["SCALE", "page_breaks", "set_columns_of_pages", "set_up_page"]

A4 = 9
MARGINS = {"left": 0.4, "right": 0.4, "top": 0.8, "bottom": 0.7}  # inches
SCALE = 90
"""In per cent: letters of 10 points come out at 9, which can be read without a glass."""
PAGE_MARK = "&10&K4C5C62"

PAGE_WIDTH = 780.0
"""Points between the margins, a few of them to spare."""
POINTS_PER_WIDTH, POINTS_BESIDE = 5.58, 3.75
"""Of a unit of width, and what a column takes beside it; LibreOffice takes more than Excel, and this is what it takes."""


def set_up_page(worksheet: Worksheet, workbook: Workbook) -> None:
    """Paper, scale, and head and foot of the printed pages."""
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.set_print_scale(SCALE)
    worksheet.print_across()
    worksheet.set_margins(**MARGINS)
    worksheet.set_header(f"&L{PAGE_MARK}{page_text(workbook.title)}&R{PAGE_MARK}&A")
    worksheet.set_footer(f"&R{PAGE_MARK}{pages_line(workbook.page)}")


def set_columns_of_pages(worksheet: Worksheet, widths: Sequence[int], repeated: int) -> None:
    """Break pages between columns where the next would no longer fit, and print the first columns on each page again."""
    breaks = page_breaks(widths, repeated)
    if breaks:
        worksheet.set_v_pagebreaks(breaks)
        if repeated:
            worksheet.repeat_columns(0, repeated - 1)


def page_breaks(widths: Sequence[int], repeated: int) -> list[int]:
    """The columns with which a new page begins; ``repeated`` of the first come again on each."""
    again = sum(_printed(width) for width in widths[:repeated])
    breaks: list[int] = []
    taken = 0.0
    for at, width in enumerate(widths):
        if taken and taken + _printed(width) > PAGE_WIDTH and at > repeated:
            breaks.append(at)
            taken = again
        taken += _printed(width)
    return breaks


def _printed(width: int) -> float:
    return (width * POINTS_PER_WIDTH + POINTS_BESIDE) * SCALE / 100

"""A sheet on which to write: cells, each with the look that it needs, and how high rows have to be for what stands in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from npm_readiness.gap_report.formats.xlsx.limits import begins_like_a_formula, fragments, lines_of, storable
from npm_readiness.gap_report.formats.xlsx.looks import Looks
from npm_readiness.gap_report.workbook import Cell

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

__all__ = ["LINE_HEIGHT", "Page", "TextsOfCells"]

LINE_HEIGHT = 13.2
"""The height of a line in points, of letters of 10 points."""
MOST_HEIGHT = 409.0


class TextsOfCells:
    """What texts become in the cells of one workbook.

    Most texts of a report stand in several cells, as statuses, themes and sources do, so that each is looked through once.
    """

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self.written = cache(self._written)
        self.lines = cache(lines_of)

    def _written(self, text: str, look: str) -> tuple[tuple[str, ...], Format]:
        """The text as a cell can hold it, in the pieces in which it has to be written, and the format of the cell."""
        held = storable(text)
        form = self._looks.quoted(look) if begins_like_a_formula(held) else self._looks[look]
        return fragments(held), form


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet on which to write, and the looks that cells can have."""

    worksheet: Worksheet
    looks: Looks
    texts: TextsOfCells

    def write(self, row: int, column: int, value: Cell, look: str) -> None:
        """Write a number as a number, nothing as nothing, and any text as that text."""
        if value is None:
            self.worksheet.write_blank(row, column, None, self.looks[look])
        elif isinstance(value, str):
            pieces, form = self.texts.written(value, look)
            if len(pieces) == 1:
                self.worksheet.write_string(row, column, pieces[0], form)
            else:
                self._write_in_pieces(row, column, pieces, form)
        else:
            self.worksheet.write_number(row, column, value, self.looks[look])

    def _write_in_pieces(self, row: int, column: int, pieces: tuple[str, ...], form: Format) -> None:
        parts: list[str | Format] = [pieces[0]]
        for piece in pieces[1:]:
            parts += [form, piece]
        self.worksheet.write_rich_string(row, column, *parts, form)

    def height(self, texts: Iterable[tuple[Cell, int]], size: int = 10) -> float:
        """The height of a row with these texts, each with the width that it has; ``size`` is that of the letters, in points.

        Excel would reckon it itself, though not for joined cells; other programs leave rows as low as one line.
        """
        lines_of_text = self.texts.lines
        lines = max(
            [lines_of_text(text, width * 10 // size) for text, width in texts if isinstance(text, str)], default=1
        )
        return min(lines * LINE_HEIGHT * size / 10 + 2, MOST_HEIGHT)

"""A report as sheets of tables, for people who sort, filter and count: what a spreadsheet format draws.

Cells hold texts, numbers or nothing. No cell is a formula, whatever its text begins with.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Cell", "Column", "Sheet", "SheetTable", "Workbook"]

Cell = str | int | float | None
"""What stands in a cell. Shares are floats from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, and what it holds.

    ``kind`` is ``text``, ``number``, ``share`` (0 to 1, shown in per cent), ``status`` or ``choice``; the ``words`` of a ``status``
    column pair each word with its kind (``status-…``, ``verdict-…`` or ``severity-…``), so that a format can colour it. Those of a
    ``choice`` column, each with an empty kind, are what a reader can choose from in its cells.
    """

    title: str
    width: int
    kind: str = "text"
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SheetTable:
    """Rows under columns, with a title where several stand on one sheet."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: a few lines of text, then its tables. One with a single table and no lines can be filtered from its first row."""

    name: str
    lines: tuple[str, ...]
    tables: tuple[SheetTable, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets in their order, with the properties of the file.

    ``date`` is that of the assessment; ``page`` is the line at the foot of a page, with ``{page}`` and ``{pages}`` in it.
    """

    title: str
    subtitle: str
    date: date
    right_to_left: bool
    page: str
    sheets: tuple[Sheet, ...]

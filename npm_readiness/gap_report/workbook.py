"""A report as sheets of tables, for people who sort, filter and count: what a spreadsheet format draws.

Cells hold texts, numbers or nothing. No cell is a formula, whatever its text begins with.
"""

from __future__ import annotations

from datetime import date

from npm_readiness.records import record

__all__ = ["Cell", "Column", "Sheet", "SheetTable", "Workbook"]

Cell = str | int | float | None
"""What stands in a cell. Shares are floats from 0 to 1."""


@record(frozen=True)
class Column:
    """A column: its head, its width in characters, and what it holds.

    ``kind`` is ``text``, ``number``, ``share`` (0 to 1, shown in per cent), ``status`` or ``entry``. The ``words`` of a ``status``
    column pair each word with its kind (``status-…``, ``verdict-…`` or ``severity-…``), so that a format can colour it. The cells
    of an ``entry`` column are to be filled in, with one of its ``choices`` where it has any; ``hint`` says how. ``key`` is the name
    by which a program finds the column again, and ``hidden`` keeps it from sight.
    """

    title: str
    width: int
    kind: str = "text"
    words: tuple[tuple[str, str], ...] = ()
    choices: tuple[str, ...] = ()
    hint: str = ""
    key: str = ""
    hidden: bool = False


@record(frozen=True)
class SheetTable:
    """Rows under columns, with a title where several stand on one sheet."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


@record(frozen=True)
class Sheet:
    """A sheet: a few lines of text, then its tables. One with a single table and no lines can be filtered from its first row.

    ``repeated`` is how many of its first columns come again on paper where it is wider than a page, ``printed`` how many come to
    paper at all; ``None``: every one. A ``form`` has one table, of which nothing but the entries can be changed. ``hidden`` keeps a
    sheet for programs from sight.
    """

    name: str
    lines: tuple[str, ...]
    tables: tuple[SheetTable, ...]
    repeated: int = 1
    printed: int | None = None
    form: bool = False
    hidden: bool = False


@record(frozen=True)
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

"""What the columns of the workbook hold: the same for whoever draws it and whoever reads it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = [
    "BEFORE",
    "CHOICES",
    "COLUMNS",
    "FIRST_ROW",
    "HIDDEN_SHEET",
    "MARK",
    "OFFICE",
    "SOURCE_COLUMNS",
    "SOURCE_MARK",
    "Column",
]

MARK = "npm-readiness-form-1"
"""Stands in the first cell of the hidden sheet, and of each row of names: by it a form is known."""

SOURCE_MARK = "npm-readiness-sources-1"
"""The same for the sheet of sources."""

HIDDEN_SHEET = "npm_readiness"
"""The name of the sheet with what the form was made for."""

OFFICE = "Answered by (office, not a name)"
"""Beside these words stands who answers."""

FIRST_ROW = 3
"""The first row of questions, counted from 0: below the names for programs (hidden), the title and the heads."""

BEFORE = ("before", "before-2", "before-3")
"""The hidden columns with what the form showed, in pieces that fit a cell; together they hold the longest texts of a profile."""

CHOICES: Mapping[str, str] = {
    "A": "yes",
    "A or B": "partial-or-yes",
    "B": "partial",
    "B or C": "no-or-partial",
    "C": "no",
    "Not known": "unknown",
    "Does not apply": "not_applicable",
}
"""What a cell for an answer offers, with the answer that it stands for."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for programs, its head, its width in characters; ``open`` where somebody fills it in."""

    name: str
    head: str = ""
    width: int = 4
    open: bool = False
    hidden: bool = False


COLUMNS = (
    Column("number", "No.", 5),
    Column("text", "Question", 30),
    Column("statements", "Statements", 56),
    Column("answer", "Which is true?", 11, open=True),
    Column("source", "Source", 18, open=True),
    Column("pinpoint", "Place in it", 11, open=True),
    Column("note", "What it says", 16, open=True),
    Column("comment", "Comment", 16, open=True),
    Column("reason", "Why it does not apply", 13, open=True),
    *(Column(name, hidden=True) for name in ("id", "version", *BEFORE)),
)
"""The columns of a sheet of questions, in their order; a reader finds them by name, wherever they stand."""

SOURCE_COLUMNS = (
    Column("title", "Title", 70, open=True),
    Column("kind", "Kind", 10, open=True),
    Column("date", "Date", 12, open=True),
    Column("url", "Address", 60, open=True),
    Column("id", hidden=True),
)
"""The columns of the sheet of sources."""

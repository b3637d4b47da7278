"""Plain text for a terminal of 80 columns, wrapped paragraphs and tables; and cells of tables in Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from fractions import Fraction

from npm_readiness.plain_text import one_line

__all__ = ["cell", "labelled", "paragraph", "percentage", "table"]

WIDTH = 80


def paragraph(text: str, *, indent: int = 0, width: int = WIDTH) -> list[str]:
    """A text wrapped to lines of at most ``width`` characters, indented; its own line breaks are not kept."""
    margin = " " * indent
    return textwrap.wrap(
        one_line(text),
        width,
        initial_indent=margin,
        subsequent_indent=margin,
        break_on_hyphens=False,
        break_long_words=True,
    )


def labelled(label: str, text: str, *, indent: int = 0, hang: int = 14) -> list[str]:
    """A label and its text, wrapped so that the text forms a column of its own."""
    margin = " " * indent
    head = f"{margin}{label}".ljust(hang)
    return textwrap.wrap(
        one_line(text),
        WIDTH,
        initial_indent=head if head.endswith(" ") else f"{head} ",
        subsequent_indent=" " * hang,
        break_on_hyphens=False,
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table: the first column to the left, the others (figures) to the right."""
    lines = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]


def cell(text: str) -> str:
    """A text of ours as a cell of a table in Markdown: on one line, without a bar that would end the cell."""
    return " ".join(text.split()).replace("|", "\\|")


def percentage(share: Fraction) -> str:
    """A share from 0 to 1 in per cent, to one decimal, but 0 and 100 only where it is exactly that."""
    if share in (0, 1):
        return f"{int(share * 100)} %"
    tenths = min(max((share * 2000 + 1).__floor__() // 2, 1), 999)
    return f"{tenths // 10}.{tenths % 10} %"

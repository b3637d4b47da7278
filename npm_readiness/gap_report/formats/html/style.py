"""What the style sheet of a page takes from the report itself: the widths and names of columns, and the foot of printed pages.

All of it is text in strings of CSS, in which every character that could end a string is written by its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from npm_readiness.gap_report.document import Finding, Picture, Report, Table, text_of
from npm_readiness.records import record

__all__ = ["Look", "Looks", "css_string", "looks", "style_of"]

PLACEHOLDER = re.compile(r"(\{pages?\})")
COUNTERS = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
LONGEST_HEAD = 90
LONGEST_WORD, LONGEST_CELL = 12, 250
ROOM_TO_WRITE = 16.0


@record(frozen=True)
class Look:
    """How tables of one kind with one head look: the name of their class and the widths of their columns in per cent."""

    name: str
    head: tuple[str, ...]
    widths: tuple[int, ...]


Looks = Mapping[tuple[str, tuple[str, ...]], Look]
"""The looks of the tables of a report, by their kind and head."""


def looks(report: Report) -> Looks:
    """The looks of all tables of a report; those of one kind with the same head are as wide, wherever they stand."""
    alike: dict[tuple[str, tuple[str, ...]], list[Table]] = {}
    for table in _tables(report):
        alike.setdefault((table.kind, table.head), []).append(table)
    return {
        (kind, head): Look(f"t{number}", head, _column_widths(head, tables))
        for number, ((kind, head), tables) in enumerate(alike.items(), start=1)
    }


def style_of(report: Report, sheet: str, tables: Looks) -> str:
    """The style sheet of the page of this report."""
    return "".join((sheet, *_widths(tables), *_labels(tables), *_margins(report)))


def css_string(text: str) -> str:
    """The text as a string of CSS: letters and digits as they are, everything else by its number."""
    return '"' + re.sub(r"[^A-Za-z0-9 ]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'


def _tables(report: Report) -> Iterator[Table]:
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Picture | Table):
                yield block.table if isinstance(block, Picture) else block
            elif isinstance(block, Finding):
                yield from (content for _, content in block.fields if isinstance(content, Table))


def _column_widths(head: tuple[str, ...], tables: list[Table]) -> tuple[int, ...]:
    """Room for the longest word of each column first; what is left goes where texts are long."""
    rows = [row for table in tables for row in table.rows]
    columns = [(title, [text_of(row[place]) for row in rows]) for place, title in enumerate(head)]
    needs = [_need((title, *cells)) for title, cells in columns]
    wishes = [_wish(cells) for _, cells in columns]
    left = max(0.0, 100 - sum(needs))
    widths = [need + left * wish / sum(wishes) for need, wish in zip(needs, wishes, strict=True)]
    return tuple(round(100 * width / sum(widths)) for width in widths)


def _need(texts: tuple[str, ...]) -> float:
    """The share of the table in per cent that the longest word takes; words that are longer still are broken.

    A column of empty cells is there to be written in.
    """
    if len(texts) > 1 and not any(texts[1:]):
        return ROOM_TO_WRITE
    longest = max((len(word) for text in texts for word in text.split()), default=1)
    return 2 + 0.88 * min(longest, LONGEST_WORD)


def _wish(cells: list[str]) -> float:
    """How much more room a column wants: as much as its texts are long, the longest half by itself, up to a limit."""
    lengths = [min(len(text), LONGEST_CELL) for text in cells] or [0]
    return 1 + (sum(lengths) / len(lengths) + max(lengths)) / 2


def _widths(tables: Looks) -> Iterator[str]:
    """Only the head is given widths; the layout of tables is fixed."""
    for look in tables.values():
        for place, width in enumerate(look.widths, start=1):
            yield f".{look.name} th:nth-child({place}){{width:{width}%}}\n"


def _labels(tables: Looks) -> Iterator[str]:
    """On a narrow screen a row stands as lines below one another, each after the name of its column."""
    yield "@media screen and (max-width:44rem){\n"
    for look in tables.values():
        for place, head in enumerate(look.head[1:], start=2):
            yield f".{look.name} td:nth-child({place})::before{{content:{css_string(f'{head}: ')}}}\n"
    yield "}\n"


def _margins(report: Report) -> Iterator[str]:
    """The number of the page below, and above what the report is, except on the first page."""
    parts = (part for part in PLACEHOLDER.split(report.phrases.page) if part)
    page = " ".join(COUNTERS.get(part) or css_string(part) for part in parts)
    title = report.title if len(report.title) <= LONGEST_HEAD else f"{report.title[: LONGEST_HEAD - 1]}…"
    yield f"@page{{@bottom-center{{content:{page}}}@top-center{{content:{css_string(title)}}}}}\n"
    yield '@page:first{@top-center{content:""}}\n'

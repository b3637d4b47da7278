"""Tables with captions, heads that repeat on every page, and widths that fit what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isqrt

from npm_readiness.gap_report.document import Inline, Picture, Table, text_of
from npm_readiness.gap_report.formats.docx.draft import Draft
from npm_readiness.gap_report.formats.docx.elements import Element, element, paragraph, run
from npm_readiness.gap_report.formats.docx.lines import line

__all__ = ["TEXT_WIDTH", "after_table", "caption", "cell", "cells_of", "grid", "row", "table", "widths_of"]

TEXT_WIDTH = 9298
"""The width between the margins of an A4 page, in twentieths of a point."""

MANY_COLUMNS = 5
MOST_COUNTED = 240
"""Characters of a cell beyond which it is long, whatever its length."""
LONGEST_WORD, LONGEST_SYMBOL = 15, 22
"""Characters that are not broken: of words, and, where there is room, of symbols such as ``CCPR/C/135/D/3740/2020``."""
SHORT_CELL = 26
ROOM_TO_WRITE, MORE_TO_WRITE = 11, 30
"""What a column needs, and what it wants, whose cells are all empty: somebody is to fill them in."""
MOST_READ = 2000
CELL_MARGINS = 190
CHARACTER, WIDE_CHARACTER = 100, 128
"""The width of a character in a table, in twentieths of a point: in running text, and in a word of bold letters in a wide font."""
LONGEST_DESCRIPTION = 500
"""Descriptions are read out; nobody listens to more."""
MOST_LINES = 25
"""A row of more may go over to the next page, since one that fills a page could not be printed; a table of no more stays whole."""


def caption(draft: Draft, block: Table | Picture) -> Element:
    """The caption of a table or picture, with its number where it has one, kept with what follows."""
    if isinstance(block, Picture):
        sequence, label, text, anchor = "Figure", draft.phrases.figure, block.title, block.anchor
    else:
        sequence, label, text, anchor = "Table", draft.phrases.table, block.caption, None
    if block.number is None:
        return paragraph("Caption", [run(text)], element("keepNext"))
    content = [run(f"{label} "), *draft.numbered(sequence, block.number)]
    return paragraph("Caption", [*draft.bookmarked(anchor, content), run(f". {text}")], element("keepNext"))


def table(draft: Draft, block: Table) -> list[Element]:
    """A table of the report with its caption."""
    width = widths_of(block)
    style = "TableTextSmall" if len(block.head) >= MANY_COLUMNS else "TableText"
    head = cells_of((paragraph("TableHead", [run(text)]) for text in block.head), width)
    rows = [row(head, is_head=True)] if any(block.head) else []
    heights = [_lines([text_of(text) for text in cells], width) for cells in block.rows]
    is_small = sum(heights) <= MOST_LINES
    for place, cells in enumerate(block.rows, start=1):
        keep = [element("keepNext")] if is_small and place < len(block.rows) else []
        made = cells_of((paragraph(style, line(draft, text), *keep) for text in cells), width)
        rows.append(row(made, whole=heights[place - 1] <= MOST_LINES))
    return [
        caption(draft, block),
        grid(width, rows, "ReportTable", title=block.caption),
        after_table(),
    ]


def grid(width: Sequence[int], rows: Iterable[Element], style: str, *, title: str = "", text: str = "") -> Element:
    """A table of fixed columns; ``title`` and ``text`` describe it to those who cannot see it."""
    look = element("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1)
    properties = [
        element("tblStyle", val=style),
        element("tblW", w=sum(width), type="dxa"),
        element("tblLayout", type="fixed"),
        look,
    ]
    properties += [element("tblCaption", val=title[:LONGEST_DESCRIPTION])] if title else []
    properties += [element("tblDescription", val=text[:LONGEST_DESCRIPTION])] if text else []
    columns = element("tblGrid", *(element("gridCol", w=size) for size in width))
    return element("tbl", element("tblPr", *properties), columns, *rows)


def row(cells: Iterable[Element], *, is_head: bool = False, whole: bool = True) -> Element:
    """A row; ``whole`` keeps it on one page, and a head comes again on each."""
    properties = [element("cantSplit")] if whole else []
    properties += [element("tblHeader")] if is_head else []
    return element("tr", *([element("trPr", *properties)] if properties else []), *cells)


def cell(content: Iterable[Element], width: int, *, shade: str | None = None, span: int = 1) -> Element:
    """A cell of paragraphs."""
    properties = [element("tcW", w=width, type="dxa")]
    properties += [element("gridSpan", val=span)] if span > 1 else []
    properties += [element("shd", val="clear", color="auto", fill=shade)] if shade is not None else []
    return element("tc", element("tcPr", *properties), *content)


def cells_of(paragraphs: Iterable[Element], width: Sequence[int]) -> list[Element]:
    """Cells of one paragraph each, as wide as the columns."""
    return [cell([made], size) for made, size in zip(paragraphs, width, strict=True)]


def after_table() -> Element:
    """The space below a table, which also keeps two of them apart."""
    return paragraph("TableEnd")


def widths_of(block: Table) -> list[int]:
    """The widths of the columns: room for short cells or else the longest usual word of each, the rest by how much is in them."""
    columns, texts = [[head] for head in block.head], [[head] for head in block.head]
    for cells in block.rows:
        for column, whole, text in zip(columns, texts, cells, strict=True):
            column.append(_longest_line(text))
            whole.append(text_of(text))
    least = [_least(column, whole=True) for column in columns]
    if sum(least) > TEXT_WIDTH * 9 // 10:
        least = [_least(column, whole=False) for column in columns]
    wanted = [_usual_length(column) for column in texts]
    if sum(least) >= TEXT_WIDTH or not sum(wanted):
        width = [size * TEXT_WIDTH // sum(least) for size in least]
    else:
        rest = TEXT_WIDTH - sum(least)
        more = [max(0, _room(length) - size) for length, size in zip(wanted, least, strict=True)]
        parts = more if sum(more) else wanted
        width = [size + rest * part // sum(parts) for size, part in zip(least, parts, strict=True)]
    width[-1] += TEXT_WIDTH - sum(width)
    return width


def _longest_line(text: Inline) -> str:
    """The longest of the lines that stand below one another in a cell."""
    lines = [""]
    for piece in text:
        if piece.kind == "break":
            lines.append("")
        else:
            lines[-1] += piece.text
    return max(lines, key=len)


def _room(characters: int) -> int:
    return characters * CHARACTER + 240


def _least(column: Sequence[str], *, whole: bool) -> int:
    """The width that a column wants for its longest usual word, or, if ``whole`` and all its cells are short, for these."""
    longest = max(len(text) for text in column)
    word = max(_longest_word(text) for text in column)
    least = min(word, LONGEST_SYMBOL if whole else LONGEST_WORD) * WIDE_CHARACTER + CELL_MARGINS
    if whole and _is_to_be_filled_in(column):
        return max(least, _room(ROOM_TO_WRITE))
    return max(least, _room(longest)) if whole and longest <= SHORT_CELL else least


def _is_to_be_filled_in(column: Sequence[str]) -> bool:
    return len(column) > 1 and not any(column[1:])


def _longest_word(text: str) -> int:
    return max((len(word) for word in text[:MOST_READ].split()), default=0)


def _usual_length(column: Sequence[str]) -> int:
    """Nearer to the long cells than the mean is, since they make the rows high; the head counts as little as any other."""
    if _is_to_be_filled_in(column):
        return MORE_TO_WRITE
    lengths = [min(len(text), MOST_COUNTED) for text in column]
    return isqrt(sum(length * length for length in lengths) // len(lengths))


def _lines(cells: Sequence[str], width: Sequence[int]) -> int:
    return max((len(text) * CHARACTER // size + 1 for text, size in zip(cells, width, strict=True)), default=1)

"""Pictures drawn in cells and characters, so that they can be edited, searched and read out like any other text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from npm_readiness.gap_report.document import Picture, Run
from npm_readiness.gap_report.drawings import (
    Bar,
    Counts,
    Drawing,
    Gantt,
    GanttMark,
    GanttRow,
    Grid,
    GridCell,
    Intervals,
    Pairs,
    Stacked,
    Step,
    Track,
)
from npm_readiness.gap_report.formats.docx.draft import Draft
from npm_readiness.gap_report.formats.docx.elements import Element, element, paragraph, run
from npm_readiness.gap_report.formats.docx.figures import carries_its_table
from npm_readiness.gap_report.formats.docx.lines import line, marked, style_of
from npm_readiness.gap_report.formats.docx.tables import (
    TEXT_WIDTH,
    after_table,
    caption,
    cell,
    cells_of,
    grid,
    row,
    table,
)
from npm_readiness.gap_report.marks import rank

__all__ = ["picture"]

FULL, OPEN, EMPTY = "█", "▒", "░"
BLOCKS = ((FULL, "BarFull"), (OPEN, "BarOpen"), (EMPTY, "BarEmpty"))
BAR_LENGTH = 20
LONGEST_COUNT = 30
BAR_WIDTH = 2270
"""Twenty blocks with the margins of their cell, in twentieths of a point."""
COUNT_WIDTH = 3260
SEVERITIES = {"severity-critical": BLOCKS[0], "severity-major": BLOCKS[1]}
STEPS_IN_A_ROW = 5
GRID_KEPT = 2
SHADES = {
    "status-met": "E5F0EA",
    "verdict-ready": "E5F0EA",
    "status-not-met": "F7E8E4",
    "status-falls-short": "F7E8E4",
    "verdict-not-ready": "F7E8E4",
    "status-partly-met": "FAF3E1",
    "verdict-ready-with-gaps": "FAF3E1",
}
NO_SHADE = "F2F5F6"


def picture(draft: Draft, block: Picture) -> list[Element]:
    """A picture with its caption, and the table of its figures unless the picture shows them all."""
    width, rows, legend = _drawn(draft, block.drawing)
    made = [
        caption(draft, block),
        grid(width, rows, "FigureTable", title=block.title, text=block.description),
        paragraph("Legend", legend) if legend else after_table(),
    ]
    return made if carries_its_table(block) else made + table(draft, block.table)


def _drawn(draft: Draft, drawing: Drawing) -> tuple[list[int], list[Element], list[Element]]:
    """The columns, the rows and the legend of a drawing."""
    match drawing:
        case Track():
            return _track(drawing)
        case Intervals():
            return _intervals(drawing)
        case Pairs():
            return _pairs(drawing)
        case Counts():
            return _counts(drawing)
        case Grid():
            return _grid(draft, drawing)
        case Gantt():
            return _gantt(drawing)


def _text(text: str, style: str = "FigureText", character: str | None = None, *, keep: bool = True) -> Element:
    return paragraph(style, [run(text, character)] if text else [], *([element("keepNext")] if keep else []))


def _shares(length: int, parts: int) -> list[int]:
    width = [length // parts] * parts
    width[-1] += length - sum(width)
    return width


def _track(drawing: Track) -> tuple[list[int], list[Element], list[Element]]:
    width = _shares(TEXT_WIDTH, max(1, min(len(drawing.steps), STEPS_IN_A_ROW)))
    rows = []
    for start in range(0, len(drawing.steps), STEPS_IN_A_ROW):
        steps = drawing.steps[start : start + STEPS_IN_A_ROW]
        rows.append(row([_station(step, size) for step, size in zip_longest(steps, width)]))
    return width, rows, []


def _station(step: Step | None, width: int) -> Element:
    if step is None:
        return cell([_text("")], width)
    verdict = _text(marked(step.words, step.kind), character=style_of(step.kind))
    return cell([_text(step.label, "FigureHead"), verdict], width, shade=SHADES.get(step.kind, NO_SHADE))


def _bar(bar: Bar | None) -> Element:
    if bar is None:
        return _text("–")
    full = _blocks(bar.lower)
    open_ = _blocks(bar.upper) - full
    lengths = (full, open_, BAR_LENGTH - full - open_)
    return _strip([(block, length) for block, length in zip(BLOCKS, lengths, strict=True)])


def _strip(parts: Sequence[tuple[tuple[str, str], int]]) -> Element:
    content = [run(block * length, style) for (block, style), length in parts if length > 0]
    return paragraph("FigureBar", content, element("keepNext"))


def _blocks(share: float) -> int:
    """How many blocks stand for a share; none and all of them only where it is exactly so."""
    if share <= 0:
        return 0
    return BAR_LENGTH if share >= 1 else min(BAR_LENGTH - 1, max(1, round(share * BAR_LENGTH)))


def _scale(scale: tuple[str, str, str]) -> list[Element]:
    return _legend(list(zip(BLOCKS, scale, strict=True)))


def _legend(items: Sequence[tuple[tuple[str, str], str]]) -> list[Element]:
    made: list[Element] = []
    for (block, style), words in items:
        made += [run("\N{EM SPACE}")] if made else []
        made += [run(block * 2, style), run(f"\N{NO-BREAK SPACE}{words}")]
    return made


def _intervals(drawing: Intervals) -> tuple[list[int], list[Element], list[Element]]:
    width = [4600, BAR_WIDTH, TEXT_WIDTH - 4600 - BAR_WIDTH]
    rows = [row(cells_of((_text(bar.label), _bar(bar), _text(bar.words)), width)) for bar in drawing.rows]
    return width, rows, _scale(drawing.scale)


def _pairs(drawing: Pairs) -> tuple[list[int], list[Element], list[Element]]:
    words = 1330
    label = TEXT_WIDTH - 2 * (BAR_WIDTH + words)
    width = [label, BAR_WIDTH, words, BAR_WIDTH, words]
    first, second = (_text(name, "FigureHead") for name in drawing.names)
    both = BAR_WIDTH + words
    head = [cell([_text("")], label), cell([first], both, span=2), cell([second], both, span=2)]
    rows = [row(head, is_head=True)]
    for name, *bars in drawing.rows:
        cells = [_text(name)]
        for bar in bars:
            cells += [_bar(bar), _text(bar.words if bar else "")]
        rows.append(row(cells_of(cells, width)))
    return width, rows, _scale(drawing.scale)


def _counts(drawing: Counts) -> tuple[list[int], list[Element], list[Element]]:
    width = [2700, COUNT_WIDTH, TEXT_WIDTH - 2700 - COUNT_WIDTH]
    most = max((sum(part.number for part in stacked.parts) for stacked in drawing.rows), default=0)
    unit = min(1.0, LONGEST_COUNT / most) if most else 1.0
    rows = []
    for stacked in drawing.rows:
        said = ", ".join(f"{part.words}: {part.number}" for part in stacked.parts if part.number)
        cells = (_text(stacked.label), _stack(stacked, unit), _text(said))
        rows.append(row(cells_of(cells, width)))
    kinds = {part.kind: part.words for stacked in drawing.rows for part in stacked.parts}
    ordered = sorted(kinds, key=lambda kind: BLOCKS.index(_severity(kind)))
    return width, rows, _legend([(_severity(kind), kinds[kind]) for kind in ordered])


def _severity(kind: str) -> tuple[str, str]:
    return SEVERITIES.get(kind, BLOCKS[2])


def _stack(stacked: Stacked, unit: float) -> Element:
    return _strip(
        [(_severity(part.kind), max(1, round(part.number * unit))) for part in stacked.parts if part.number > 0]
    )


def _gantt(drawing: Gantt) -> tuple[list[int], list[Element], list[Element]]:
    """A bar for each row, and above them the letters of the moments; what a letter stands for is said in the legend."""
    width = [3400, COUNT_WIDTH, TEXT_WIDTH - 3400 - COUNT_WIDTH]
    head = cells_of((_text(""), _moments(drawing.marks), _text("")), width)
    rows = [row(head, is_head=True)] if drawing.marks else []
    rows += [row(cells_of((_text(bar.label), _over_time(bar), _text(bar.words)), width)) for bar in drawing.rows]
    said = [
        f"{drawing.begins} – {drawing.ends}",
        *(f"{mark.sign}\N{NO-BREAK SPACE}{mark.words}" for mark in drawing.marks),
    ]
    return width, rows, [run("\N{EM SPACE}".join(said))]


def _over_time(bar: GanttRow) -> Element:
    """Light blocks for the whole time, full ones where something goes on; what takes no time is one block as well."""
    before = min(round(bar.starts * LONGEST_COUNT), LONGEST_COUNT - 1)
    length = max(1, round(bar.ends * LONGEST_COUNT) - before)
    return _strip([(BLOCKS[2], before), (BLOCKS[0], length), (BLOCKS[2], LONGEST_COUNT - before - length)])


def _moments(marks: Sequence[GanttMark]) -> Element:
    """The letters at their places, over light blocks; where two fall on one place the earlier one moves back."""
    signs: dict[int, str] = {}
    for mark in reversed(marks):
        at = min(round(mark.at * LONGEST_COUNT), LONGEST_COUNT - 1)
        while at in signs and at > 0:
            at -= 1
        signs[at] = mark.sign
    content = [run(signs.get(at, EMPTY), "BarFull" if at in signs else "BarEmpty") for at in range(LONGEST_COUNT)]
    return paragraph("FigureBar", content, element("keepNext"))


def _grid(draft: Draft, drawing: Grid) -> tuple[list[int], list[Element], list[Element]]:
    longest = max((len(made.label) for line_ in drawing.rows for made in line_.cells), default=0)
    columns = 8 if longest <= 7 else 6 if longest <= 12 else 4  # noqa: PLR2004
    label = 2098
    width = [label, *_shares(TEXT_WIDTH - label, columns)]
    rows = []
    for number, line_ in enumerate(drawing.rows, start=1):
        # It is nearly as long as a page, so that it may go over to the next, though not by a row or two.
        keep = not GRID_KEPT < number < len(drawing.rows) - GRID_KEPT
        for start in range(0, max(1, len(line_.cells)), columns):
            cells = [cell([_text(line_.label if start == 0 else "", keep=keep)], label)]
            for item, size in zip_longest(line_.cells[start : start + columns], width[1:]):
                cells.append(_grid_cell(draft, item, size, keep=keep))
            rows.append(row(cells))
    kinds = {made.kind: made.words for line_ in drawing.rows for made in line_.cells}
    legend: list[Element] = []
    for kind, words in sorted(kinds.items(), key=lambda item: rank(item[0])):
        legend += [run("\N{EM SPACE}")] if legend else []
        legend.append(run(marked(words, kind), style_of(kind)))
    return width, rows, legend


def _grid_cell(draft: Draft, item: GridCell | None, width: int, *, keep: bool) -> Element:
    if item is None:
        return cell([_text("", keep=keep)], width)
    content = line(draft, (Run(item.label, item.kind, item.link),))
    made = paragraph("FigureText", content, *([element("keepNext")] if keep else []))
    return cell([made], width, shade=SHADES.get(item.kind, NO_SHADE))

"""The words and figures that a drawing shows by itself."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Picture, text_of
from npm_readiness.gap_report.drawings import Bar, Counts, Drawing, Gantt, Grid, Intervals, Pairs, Track

__all__ = ["carries_its_table"]


def carries_its_table(picture: Picture) -> bool:
    """Whether a drawing in words shows everything that is in the table of its figures."""
    shown = {_plain(words) for words in _words(picture.drawing)}
    cells = (_plain(text_of(cell)) for row in picture.table.rows for cell in row)
    return all(not cell or cell in shown for cell in cells)


def _plain(words: str) -> str:
    return words.strip(" –-").casefold()


def _words(drawing: Drawing) -> Iterator[str]:  # noqa: C901, PLR0912 - one branch a drawing
    match drawing:
        case Track():
            for step in drawing.steps:
                yield from (step.label, step.words)
        case Intervals():
            for bar in drawing.rows:
                yield from (bar.label, bar.words)
        case Pairs():
            for label, first, second in drawing.rows:
                yield label
                yield from _bar_words(first)
                yield from _bar_words(second)
        case Counts():
            for row in drawing.rows:
                yield row.label
                for part in row.parts:
                    yield from (str(part.number), part.words, f"{part.number} {part.words}")
        case Gantt():
            for planned in drawing.rows:
                yield from (planned.label, planned.words)
            for mark in drawing.marks:
                yield from (mark.sign, mark.words)
        case Grid():
            for line in drawing.rows:
                yield line.label
                for cell in line.cells:
                    yield from (cell.label, cell.words)


def _bar_words(bar: Bar | None) -> Iterator[str]:
    if bar is not None:
        yield bar.words

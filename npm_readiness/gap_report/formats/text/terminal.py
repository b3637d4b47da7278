"""The terminal: what decides, in lines of 80 columns; the whole report stands in the other formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from npm_readiness.gap_report.document import (
    Block,
    Bullets,
    Entries,
    Filters,
    Finding,
    Heading,
    Inline,
    Note,
    Paragraph,
    Picture,
    Report,
    Run,
    Section,
    Table,
    text_of,
)
from npm_readiness.gap_report.drawings import Bar, Counts, Gantt, Intervals, Pairs, Track
from npm_readiness.gap_report.formats.text.columns import cells, cut, padded, wrapped
from npm_readiness.gap_report.marks import MARKS
from npm_readiness.records import record

__all__ = ["text_of_report"]

BAR = 20
BETWEEN_CELLS = " \N{MIDDLE DOT} "
NO_CELL = "\N{EN DASH}"
COLOURS = {
    "verdict-not-ready": "31",
    "verdict-ready-with-gaps": "33",
    "verdict-ready": "32",
    "verdict-undetermined": "36",
}


def text_of_report(report: Report, *, width: int = 80, colour: bool = False) -> str:
    """The sections that decide in full, the pictures of the others, and where the rest stands.

    Lines have at most ``width`` columns; there are ANSI colours only where asked.
    """
    return "\n".join(_Page(width, colour).lines(report)) + "\n"


OF_WORDS = ("verdicts",)
"""The kinds of tables whose cells are single words, which say nothing on a line without the heads of their columns."""


@record(frozen=True)
class _Page:
    """Blocks in lines of a width."""

    width: int
    colour: bool

    def lines(self, report: Report) -> Iterator[str]:
        yield from self.wrapped(report.title)
        for section in report.sections:
            # What can be torn off is what decides; of the rest a terminal shows the pictures, as bars.
            blocks = section.blocks if section.decides else tuple(_pictures(section))
            if blocks:
                yield ""
                yield from self.heading(f"{section.label} {section.title}")
            for block in blocks:
                yield from self.block(block)
        yield ""
        for label, text in report.cover:
            yield from self.wrapped(f"{label}: {text_of(text)}", hang=2)
        yield ""
        for last in (*report.closing, report.phrases.whole):
            yield from self.wrapped(last)

    def heading(self, text: str) -> Iterator[str]:
        yield self.painted(cut(text.upper(), self.width), "1")
        yield "─" * min(cells(text), self.width)

    def block(self, block: Block) -> Iterator[str]:
        yield from DRAWN[type(block)](self, block)

    def paragraph(self, block: Paragraph) -> Iterator[str]:
        number = f"{block.number}. " if block.number is not None else ""
        yield from self.wrapped(number + self.inline(block.text))

    def note(self, block: Note) -> Iterator[str]:
        yield from self.wrapped(f"! {self.inline(block.text)}", hang=2)

    def entries(self, block: Entries) -> Iterator[str]:
        yield from self.wrapped(block.title, indent=2)
        for entry in block.items:
            yield from self.wrapped(f"{entry.number}. {self.inline(entry.text)}", indent=4, hang=8)

    def left_out(self, _: Filters) -> Iterator[str]:
        """A terminal cannot narrow a list; the whole of it follows."""
        yield from ()

    def subheading(self, block: Heading) -> Iterator[str]:
        yield ""
        yield self.painted(cut(block.text, self.width), "1")

    def bullets(self, block: Bullets) -> Iterator[str]:
        for number, item in enumerate(block.items, start=1):
            sign = f"{number}." if block.ordered else "-"
            yield from self.wrapped(f"{sign} {self.inline(item)}", indent=2, hang=3 + len(sign))

    def finding(self, block: Finding) -> Iterator[str]:
        labels = ", ".join(label.text for label in block.labels)
        yield ""
        mark = block.letter or block.number
        yield from self.wrapped(f"{f'{mark}. ' if mark else ''}{block.title} ({labels})", hang=3)
        for label, content in block.fields:
            yield from self.wrapped(f"{label}:", indent=3)
            if isinstance(content, Table):
                yield from self.table(content)
                continue
            for text in content:
                yield from self.wrapped(f"- {self.inline(text)}", indent=3, hang=5)

    def table(self, block: Table) -> Iterator[str]:
        """Each row on a line of its own, under the heads or with them: a terminal has no room for columns of sentences."""
        rows = [[self.inline(cell) for cell in row] for row in block.rows]
        if block.kind in OF_WORDS:
            for texts in rows:
                first, *rest = zip(block.head, texts, strict=True)
                told = "; ".join(f"{head}: {text}" for head, text in rest if text)
                yield from self.wrapped(f"{first[1]}. {told}", indent=2, hang=4)
            return
        for texts in (list(block.head), *rows):
            yield from self.wrapped(BETWEEN_CELLS.join(text or NO_CELL for text in texts), indent=2, hang=5)

    def picture(self, block: Picture) -> Iterator[str]:
        drawing = block.drawing
        if isinstance(drawing, Track):
            yield from self.track(drawing)
        elif isinstance(drawing, Intervals | Pairs):
            yield ""
            yield from self.wrapped(f"{block.title} ({_scale(drawing.scale)})")
            yield from self.bars(_bars(drawing))
        elif isinstance(drawing, Counts):
            yield ""
            yield from self.wrapped(block.title)
            for stacked in drawing.rows:
                told = ", ".join(f"{part.words}: {part.number}" for part in stacked.parts if part.number)
                yield from self.wrapped(f"{stacked.label}. {told}", indent=2, hang=4)
        elif isinstance(drawing, Gantt):
            yield ""
            yield from self.wrapped(f"{block.title} ({drawing.begins} – {drawing.ends})")
            yield from self.gantt(drawing)

    def track(self, drawing: Track) -> Iterator[str]:
        # A label of any length leaves room for the verdict, which is what counts.
        room = self.width - max((cells(step.words) for step in drawing.steps), default=0) - 4
        wide = min(max((cells(step.label) for step in drawing.steps), default=0), max(room, 5))
        for step in drawing.steps:
            words = f"{padded(cut(step.label, wide), wide)}  {MARKS.get(step.kind, ' ')} {step.words.upper()}"
            yield self.painted(cut(words, self.width), COLOURS.get(step.kind))
        yield ""

    def bars(self, rows: list[tuple[str, Bar]]) -> Iterator[str]:
        wide = max((cells(bar.words) for _, bar in rows), default=0)
        room = max(self.width - BAR - wide - 6, 5)
        for label, bar in rows:
            title = padded(cut(label, room), room)
            yield cut(f"  {title} [{_bar(bar)}] {bar.words:>{wide}}", self.width)

    def gantt(self, drawing: Gantt) -> Iterator[str]:
        wide = max((cells(row.words) for row in drawing.rows), default=0)
        room = max(self.width - BAR - wide - 6, 5)
        for row in drawing.rows:
            before = min(int(row.starts * BAR), BAR - 1)
            length = max(1, round(row.ends * BAR) - before)
            bar = ("." * before + "#" * length).ljust(BAR, ".")
            yield cut(f"  {padded(cut(row.label, room), room)} [{bar}] {row.words:>{wide}}", self.width)

    def inline(self, text: Inline) -> str:
        return "".join(_word(run) for run in text)

    def wrapped(self, text: str, *, indent: int = 0, hang: int | None = None) -> list[str]:
        return wrapped(text, self.width, indent, indent if hang is None else hang)

    def painted(self, text: str, code: str | None) -> str:
        return f"\x1b[1;{code}m{text}\x1b[0m" if self.colour and code else text


DRAWN: dict[type[Block], Callable[[_Page, Any], Iterator[str]]] = {
    Paragraph: _Page.paragraph,
    Note: _Page.note,
    Entries: _Page.entries,
    Filters: _Page.left_out,
    Heading: _Page.subheading,
    Bullets: _Page.bullets,
    Finding: _Page.finding,
    Table: _Page.table,
    Picture: _Page.picture,
}


def _pictures(section: Section) -> Iterator[Picture]:
    return (block for block in section.blocks if isinstance(block, Picture) and isinstance(block.drawing, Intervals))


def _word(run: Run) -> str:
    return "; " if run.kind == "break" else run.text


def _bars(drawing: Intervals | Pairs) -> list[tuple[str, Bar]]:
    if isinstance(drawing, Intervals):
        return [(bar.label, bar) for bar in drawing.rows]
    pairs = ((label, bar) for label, *bars in drawing.rows for bar in bars)
    return [(f"{label}: {bar.label}", bar) for label, bar in pairs if bar is not None]


def _scale(scale: tuple[str, str, str]) -> str:
    return ", ".join(f"{sign} {words}" for sign, words in zip("#?.", scale, strict=True))


def _bar(bar: Bar) -> str:
    """What is sure, what is open, what is missing, in twenty characters; a part that is there at all shows."""
    sure = _share(bar.lower)
    reach = max(_share(bar.upper), sure + (bar.upper > bar.lower and sure < BAR))
    return ("#" * sure + "?" * (reach - sure)).ljust(BAR, ".")


def _share(share: float) -> int:
    full = int(share * BAR + 0.5)
    return min(max(full, 1), BAR - 1) if 0 < share < 1 else full

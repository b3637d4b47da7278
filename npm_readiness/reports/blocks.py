"""A report as data: sections made of a few kinds of blocks. Every format draws the same ones.

Each kind of block has a ``kind``, by which a format chooses how to draw it. A block with ``numbered`` is a paragraph that
people cite by its number; the document gives the numbers, so that nothing is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from npm_readiness.reports.inline import Inline

__all__ = [
    "Answered",
    "Bar",
    "Block",
    "Bullets",
    "Cover",
    "Document",
    "Entry",
    "Facts",
    "Heading",
    "Paragraph",
    "Part",
    "Picture",
    "Row",
    "Section",
    "StageLine",
    "Stages",
    "Table",
]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below that of the section."""

    kind: ClassVar[str] = "heading"
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``numbered`` needs an anchor. ``style`` is empty, ``lead`` or ``note``."""

    kind: ClassVar[str] = "paragraph"
    content: Inline
    anchor: str = ""
    numbered: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``ordered`` where the order matters."""

    kind: ClassVar[str] = "bullets"
    items: tuple[Inline, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what belongs to each."""

    kind: ClassVar[str] = "facts"
    rows: tuple[tuple[str, Inline], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, with a cell for every column; a numbered row has its number before them."""

    cells: tuple[Inline, ...]
    anchor: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``style`` says which of a few sets of widths fits its columns; the first column names the row."""

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    style: str = ""

    @property
    def numbered(self) -> bool:
        """Whether its rows are cited by number."""
        return any(row.numbered for row in self.rows)


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage: its name, what it asks, the verdict as a word beside a shape, and one sentence."""

    stage: str
    title: str
    asks: str
    verdict: str
    mark: str
    sentence: Inline


@dataclass(frozen=True, slots=True)
class Stages:
    """The four stages, one under the other."""

    kind: ClassVar[str] = "stages"
    lines: tuple[StageLine, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """The interval of one dimension: what is sure ends at ``lower``, what is open at ``upper``, both from 0 to 1.

    Both are ``None`` where nothing of it applies.
    """

    title: str
    lower: float | None
    upper: float | None
    words: Inline


@dataclass(frozen=True, slots=True)
class Picture:
    """The intervals of the dimensions, one under the other on a scale from 0 to 100."""

    kind: ClassVar[str] = "picture"
    title: str
    description: str
    bars: tuple[Bar, ...]
    sure: str
    open: str
    missing: str
    none: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer and with what carries the answer."""

    kind: ClassVar[str] = "answered"
    question: Inline
    answer: Inline
    notes: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an entry under a label of its own."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A titled piece: a finding, something in place, a step, a question. ``style`` names which."""

    kind: ClassVar[str] = "entry"
    style: str
    anchor: str
    title: Inline
    identifier: str
    remark: Inline
    parts: tuple[Part, ...]
    numbered: bool = False


Block = Heading | Paragraph | Bullets | Facts | Table | Stages | Picture | Answered | Entry


@dataclass(frozen=True, slots=True)
class Section:
    """A section under a heading with a label of its own: a number, or a letter for an annex. The last one has none."""

    anchor: str
    label: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """What the report is about. No score stands here."""

    country: str
    title: str
    facts: Facts
    remark: Inline


@dataclass(frozen=True)
class Document:
    """A whole report, in one language."""

    language: str
    title: str
    cover: Cover
    sections: tuple[Section, ...]
    cite_one: str
    cite_range: str

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each numbered paragraph by its anchor, straight through all sections."""
        anchors = [anchor for section in self.sections for anchor in numbered_anchors(section)]
        return {anchor: number for number, anchor in enumerate(anchors, start=1)}

    def citation(self, anchor: str) -> str:
        """How a paragraph is cited; raises ``KeyError`` for an anchor without a number."""
        return self.cite_one % {"number": self.numbers[anchor]}

    def paragraphs_of(self, section: Section) -> str:
        """Which paragraphs a section holds, as its line in the contents says it; empty where it has none."""
        numbers = [self.numbers[anchor] for anchor in numbered_anchors(section)]
        if not numbers:
            return ""
        if len(numbers) == 1:
            return self.citation(next(numbered_anchors(section)))
        return self.cite_range % {"first": numbers[0], "last": numbers[-1]}


def numbered_anchors(section: Section) -> Iterator[str]:
    """The anchors of the numbered paragraphs of a section, in their order."""
    for block in section.blocks:
        if isinstance(block, Paragraph | Entry) and block.numbered:
            yield block.anchor
        elif isinstance(block, Table):
            yield from (row.anchor for row in block.rows if row.numbered)

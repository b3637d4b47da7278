"""A report as a document: sections of blocks, the same for every format that shows more than a summary.

Renderers know these blocks and nothing of assessments, so that a format is added without touching what a report says.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "Block",
    "Bullets",
    "Figure",
    "Finding",
    "Heading",
    "Inline",
    "Interval",
    "Note",
    "Paragraph",
    "Report",
    "Run",
    "Section",
    "Table",
    "text_of",
]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in a line. ``link`` is an anchor of the report (``#id``) or an address.

    ``kind`` is how it looks: ``plain``, ``strong``, ``code`` (an id), or ``status-…`` and ``verdict-…`` (a word with its
    mark). ``anchor`` names the place itself, so that others can lead to it.
    """

    text: str
    kind: str = "plain"
    link: str | None = None
    anchor: str | None = None


Inline = tuple[Run, ...]
"""A line: runs of text, one after the other."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``number`` is the one by which people cite it, where it has one."""

    text: Inline
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph set apart: a limit or a warning."""

    text: Inline


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``ordered`` where the order matters."""

    items: tuple[Inline, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption, a head, and rows of as many cells; ``kind`` names its layout."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Finding:
    """One numbered finding: a title, a few labels, and fields of one or several lines each."""

    number: int | None
    anchor: str
    title: str
    labels: tuple[Run, ...]
    fields: tuple[tuple[str, tuple[Inline, ...]], ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """A row of the figure: from ``lower`` to ``upper`` (0 to 1) the result is open, up to ``lower`` it is sure."""

    label: str
    lower: float
    upper: float
    words: str


@dataclass(frozen=True, slots=True)
class Figure:
    """Intervals as bars, with a title and a description for those who cannot see them."""

    anchor: str
    title: str
    description: str
    rows: tuple[Interval, ...]
    scale: tuple[str, str, str]


Block = Paragraph | Note | Bullets | Heading | Table | Finding | Figure
"""What a section is made of."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section; ``label`` is its number or letter."""

    anchor: str
    label: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The numbers of its paragraphs and findings, by which people cite them."""
        numbered = (block.number for block in self.blocks if isinstance(block, (Paragraph, Finding)))
        return tuple(number for number in numbered if number is not None)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. ``cover`` holds labelled lines; there is no number of a result on it.

    ``contents`` says for each section which paragraphs it holds.
    """

    language: str
    title: str
    subtitle: str
    cover: tuple[tuple[str, Inline], ...]
    sections: tuple[Section, ...]
    contents_title: str
    contents: tuple[str, ...]
    skip: str
    closing: tuple[str, ...]


def text_of(line: Inline) -> str:
    """The bare text of a line."""
    return "".join(run.text for run in line)

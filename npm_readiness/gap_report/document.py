"""A report as a document: sections of blocks, the same for every format that shows more than a summary.

Renderers know these blocks and nothing of assessments, so that a format is added without touching what a report says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count

from npm_readiness.gap_report.drawings import Drawing
from npm_readiness.records import record

__all__ = [
    "Block",
    "Bullets",
    "Entries",
    "Entry",
    "Facet",
    "Field",
    "FilterGroup",
    "Filters",
    "Finding",
    "Heading",
    "Inline",
    "Note",
    "Paragraph",
    "Phrases",
    "Picture",
    "Report",
    "Run",
    "Section",
    "Short",
    "Table",
    "counted",
    "lines_of",
    "places_of",
    "text_of",
]


@record(frozen=True)
class Run:
    """A piece of text in a line. ``link`` is an anchor of the report (``#id``) or an address.

    ``kind`` is how it looks: ``plain``, ``strong``, ``code`` (an id), ``status-…`` and ``verdict-…`` (a word with its mark),
    ``number`` (the number or letter of the paragraph to which it links, for formats that keep such numbers up to date) or
    ``break`` (a new line within the cell of a table; it has no text). ``anchor`` names the place itself, so that others can lead
    to it. ``footnote`` describes the document that the text names, for formats that have footnotes.
    """

    text: str
    kind: str = "plain"
    link: str | None = None
    anchor: str | None = None
    footnote: str | None = None


Inline = tuple[Run, ...]
"""A line: runs of text, one after the other."""


@record(frozen=True)
class Paragraph:
    """A paragraph; ``number`` is the one by which people cite it, where it has one."""

    text: Inline
    number: int | None = None


@record(frozen=True)
class Note:
    """A paragraph set apart: a limit or a warning."""

    text: Inline


@record(frozen=True)
class Bullets:
    """A list; ``ordered`` where the order matters."""

    items: tuple[Inline, ...]
    ordered: bool = False


@record(frozen=True)
class Heading:
    """A heading within a section."""

    text: str
    anchor: str


@record(frozen=True)
class Table:
    """A table with a caption, a head, and rows of as many cells; ``short`` are the rows for a report that tells nothing twice.

    Tables of one ``kind`` and head look alike, so that their columns stand below one another. ``number`` is the one in its caption;
    the table of a picture has none.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    kind: str = "plain"
    number: int | None = None
    short: tuple[tuple[Inline, ...], ...] = ()


@record(frozen=True)
class Facet:
    """By what a finding can be found: ``name`` is that of a :class:`FilterGroup`, ``value`` one of its options."""

    name: str
    value: str


@record(frozen=True)
class Short:
    """What a finding comes to in a line, for a report in which it is not told in full.

    ``title`` stands above such lines, if it is not empty. ``always``: it is told in a line however few findings there are.
    """

    title: str
    text: Inline
    always: bool = False


Field = tuple[str, tuple[Inline, ...] | Table]
"""A part of a finding under a label: one or several lines, or a table of its own, which has no number."""


@record(frozen=True)
class Finding:
    """One finding: its number, a title, a few labels, and its fields.

    ``letter`` stands in place of the number where a finding is a key recommendation. ``short`` is ``None`` where it is always told
    in full.
    """

    number: int | None
    anchor: str
    title: str
    labels: tuple[Run, ...]
    fields: tuple[Field, ...]
    facets: tuple[Facet, ...] = ()
    letter: str | None = None
    short: Short | None = None


@record(frozen=True)
class Entry:
    """A numbered line: the paragraph of a criterion on which there is no more to say than a line holds."""

    number: int
    anchor: str
    text: Inline
    facets: tuple[Facet, ...] = ()


@record(frozen=True)
class Entries:
    """Numbered lines below one another, under a short title where they have one."""

    title: str
    items: tuple[Entry, ...]


@record(frozen=True)
class FilterGroup:
    """One choice among values: its name, what a reader sees, and the options as pairs of value and label."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


@record(frozen=True)
class Filters:
    """Choices that narrow the findings of the section in a format that can; others leave it out.

    ``everything`` is the option that narrows nothing; ``shown`` says how many are left, with ``{shown}`` and ``{all}`` in it.
    """

    title: str
    groups: tuple[FilterGroup, ...]
    everything: str
    reset: str
    shown: str


@record(frozen=True)
class Picture:
    """A drawing with a title and a description for those who cannot see it, and the table of its figures."""

    anchor: str
    title: str
    description: str
    drawing: Drawing
    table: Table
    number: int | None = None


Block = Paragraph | Note | Bullets | Heading | Table | Finding | Entries | Filters | Picture
"""What a section is made of."""


@record(frozen=True)
class Section:
    """A section; ``label`` is its number or letter.

    ``new_page``: on paper it begins a page of its own. ``decides``: it is what a reader in a hurry needs, and nothing else.
    ``one_page``: on paper it is to take up one page, so that a format sets it closer.
    """

    anchor: str
    label: str
    title: str
    blocks: tuple[Block, ...]
    new_page: bool = False
    decides: bool = False
    one_page: bool = False

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The numbers of its paragraphs, findings and entries, by which people cite them."""
        return tuple(number for block in self.blocks for number in _numbers(block))


def _numbers(block: Block) -> tuple[int, ...]:
    if isinstance(block, Paragraph | Finding):
        return () if block.number is None else (block.number,)
    return tuple(entry.number for entry in block.items) if isinstance(block, Entries) else ()


@record(frozen=True)
class Phrases:
    """The few words that a format needs beside what the blocks say, in the language of the report."""

    contents: str
    about: str
    skip: str
    figure: str
    table: str
    figures: str
    page: str
    """With ``{page}`` and ``{pages}`` in it."""
    whole: str
    """Where the whole report is to be had, for a format that shows a part of it."""


@record(frozen=True)
class Report:
    """A whole report. ``cover`` holds labelled lines; there is no number of a result on it.

    ``date`` is that of the assessment; formats that must carry a date carry this one. ``contents`` says for each section which
    paragraphs it holds.
    """

    language: str
    right_to_left: bool
    title: str
    subtitle: str
    date: date
    cover: tuple[tuple[str, Inline], ...]
    sections: tuple[Section, ...]
    contents: tuple[str, ...]
    closing: tuple[str, ...]
    phrases: Phrases


def counted(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with their tables and pictures numbered, each kind straight through the report."""
    numbers: dict[type[Block], count[int]] = {Table: count(1), Picture: count(1)}
    return tuple(
        replace(
            section,
            blocks=tuple(
                replace(block, number=next(numbers[type(block)])) if isinstance(block, Table | Picture) else block
                for block in section.blocks
            ),
        )
        for section in sections
    )


def lines_of(block: Block) -> Iterator[Inline]:
    """Every line of text in a block that can hold links or places."""
    if isinstance(block, Paragraph | Note):
        yield block.text
    elif isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row)
    elif isinstance(block, Finding):
        yield block.labels
        for _, content in block.fields:
            yield from lines_of(content) if isinstance(content, Table) else content
    elif isinstance(block, Entries):
        yield from (entry.text for entry in block.items)
    elif isinstance(block, Picture):
        yield from lines_of(block.table)


def places_of(block: Block) -> Iterator[tuple[str, str | None]]:
    """The places that a block makes, each with the number or letter that stands there, in their order."""
    if isinstance(block, Finding):
        yield block.anchor, block.letter or (None if block.number is None else str(block.number))
    elif isinstance(block, Heading | Picture):
        yield block.anchor, None
    elif isinstance(block, Entries):
        yield from ((entry.anchor, str(entry.number)) for entry in block.items)
    for line in lines_of(block):
        yield from ((run.anchor, None) for run in line if run.anchor is not None)


def text_of(line: Inline) -> str:
    """The bare text of a line."""
    return "".join(run.text for run in line)

"""The blocks of a section as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from npm_readiness.gap_report.document import (
    Block,
    Bullets,
    Entries,
    Filters,
    Finding,
    Heading,
    Note,
    Paragraph,
    Picture,
    Section,
    Table,
)
from npm_readiness.gap_report.formats.docx.draft import Draft
from npm_readiness.gap_report.formats.docx.elements import Element, element, paragraph, run
from npm_readiness.gap_report.formats.docx.lines import joined, line
from npm_readiness.gap_report.formats.docx.pictures import picture
from npm_readiness.gap_report.formats.docx.places import paragraph_anchor
from npm_readiness.gap_report.formats.docx.tables import table

__all__ = ["BULLET_LIST", "CLOSE", "heading_of", "section_of"]

BULLET_LIST = 1
"""The number of the list of bullets in the numbering part; those of ordered lists follow it."""

CLOSE = {"BodyText": "CloseText", "ListBullet": "CloseBullet", "ListNumber": "CloseNumber"}
"""The styles of a section that is to take up one page."""
CLOSE_HEADINGS = {"Heading1": (160, 140), "Heading2": (160, 50)}
"""The space above and below its headings, in twentieths of a point."""

LONGEST_LABEL = 24
"""Characters of a label that go before a tab in any usual font; text behind a longer one begins a line of its own."""

PARAGRAPHS = "Paragraph"
LETTERS = "Recommendation"


def heading_of(section: Section) -> str:
    """The label and the title of a section, as its heading and the contents show them."""
    return "\N{EM SPACE}".join(part for part in (section.label, section.title) if part)


def section_of(draft: Draft, section: Section) -> Iterator[Element]:
    """A section: its heading and its blocks, each drawn when it is asked for."""
    draft.new_section(is_close=section.one_page)
    apart = [element("pageBreakBefore")] if section.new_page else []
    content = draft.bookmarked(section.anchor, [run(heading_of(section))])
    yield paragraph("Heading1", content, *apart, *_heading_space(draft, "Heading1"))
    for block in section.blocks:
        yield from DRAWN[type(block)](draft, block)


def _style(draft: Draft, style: str) -> str:
    return CLOSE[style] if draft.is_close else style


def _heading_space(draft: Draft, style: str) -> list[Element]:
    if not draft.is_close:
        return []
    before, after = CLOSE_HEADINGS[style]
    return [element("spacing", before=before, after=after)]


def _paragraph(draft: Draft, block: Paragraph) -> list[Element]:
    if block.number is None:
        return [paragraph(_style(draft, "BodyText"), line(draft, block.text))]
    number = draft.numbered(PARAGRAPHS, block.number, "ParagraphNumber")
    anchor = paragraph_anchor(block.number)
    return [_behind_number(draft, "NumberedParagraph", anchor, number, line(draft, block.text))]


def _note(draft: Draft, block: Note) -> list[Element]:
    return [paragraph("Note", line(draft, block.text))]


def _heading(draft: Draft, block: Heading) -> list[Element]:
    content = draft.bookmarked(block.anchor, [run(block.text)])
    return [paragraph("Heading2", content, *_heading_space(draft, "Heading2"))]


def _filters(_: Draft, __: Filters) -> list[Element]:
    """There is nothing to narrow on paper: the whole list follows."""
    return []


def _behind_number(
    draft: Draft, style: str, anchor: str, number: Iterable[Element], text: Iterable[Element]
) -> Element:
    """A paragraph whose number hangs before it; the bookmark holds the number, so that a reference shows just that."""
    return paragraph(style, [*draft.bookmarked(anchor, number), run("", None, element("tab")), *text])


def _bullets(draft: Draft, block: Bullets) -> list[Element]:
    style = _style(draft, "ListNumber" if block.ordered else "ListBullet")
    number = BULLET_LIST + draft.next_list() if block.ordered else BULLET_LIST
    return [
        paragraph(style, line(draft, item), element("numPr", element("ilvl", val=0), element("numId", val=number)))
        for item in block.items
    ]


def _finding(draft: Draft, block: Finding) -> list[Element]:
    title = [run(block.title)]
    if block.letter is not None:
        number = draft.lettered(LETTERS, block.letter, "ParagraphNumber")
        made = [_behind_number(draft, "Heading3", block.anchor, number, title)]
    elif block.number is not None:
        number = draft.numbered(PARAGRAPHS, block.number, "ParagraphNumber")
        made = [_behind_number(draft, "Heading3", block.anchor, number, title)]
    else:
        made = [paragraph("Heading3", draft.bookmarked(block.anchor, title))]
    if block.labels:
        made.append(paragraph("Labels", joined(draft, block.labels)))
    for label, content in block.fields:
        if isinstance(content, Table):
            made += table(draft, content)
            continue
        first, *rest = [line(draft, text) for text in content] or [[]]
        behind = element("tab" if len(label) <= LONGEST_LABEL else "br")
        made.append(paragraph("FindingField", [run(label, "FieldLabel"), run("", None, behind), *first]))
        made += [paragraph("FindingMore", more) for more in rest]
    return made


def _entries(draft: Draft, block: Entries) -> list[Element]:
    made = [paragraph("EntriesTitle", [run(block.title)])] if block.title else []
    for entry in block.items:
        number = draft.numbered(PARAGRAPHS, entry.number, "ParagraphNumber")
        made.append(_behind_number(draft, "NumberedLine", entry.anchor, number, line(draft, entry.text)))
    return made


DRAWN: dict[type[Block], Callable[[Draft, Any], list[Element]]] = {
    Paragraph: _paragraph,
    Note: _note,
    Heading: _heading,
    Bullets: _bullets,
    Table: table,
    Finding: _finding,
    Entries: _entries,
    Filters: _filters,
    Picture: picture,
}

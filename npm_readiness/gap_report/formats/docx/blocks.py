"""The blocks of a section as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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

__all__ = ["BULLET_LIST", "heading_of", "section_of"]

BULLET_LIST = 1
"""The number of the list of bullets in the numbering part; those of ordered lists follow it."""

PARAGRAPHS = "Paragraph"
LETTERS = "Recommendation"


def heading_of(section: Section) -> str:
    """The label and the title of a section, as its heading and the contents show them."""
    return "\N{EM SPACE}".join(part for part in (section.label, section.title) if part)


def section_of(draft: Draft, section: Section) -> list[Element]:
    """A section: its heading and its blocks."""
    draft.new_section()
    apart = [element("pageBreakBefore")] if section.new_page else []
    content = draft.bookmarked(section.anchor, [run(heading_of(section))])
    made = [paragraph("Heading1", content, *apart)]
    for block in section.blocks:
        made += DRAWN[type(block)](draft, block)
    return made


def _paragraph(draft: Draft, block: Paragraph) -> list[Element]:
    if block.number is None:
        return [paragraph("BodyText", line(draft, block.text))]
    number = draft.numbered(PARAGRAPHS, block.number, "ParagraphNumber")
    anchor = paragraph_anchor(block.number)
    return [_behind_number(draft, "NumberedParagraph", anchor, number, line(draft, block.text))]


def _note(draft: Draft, block: Note) -> list[Element]:
    return [paragraph("Note", line(draft, block.text))]


def _heading(draft: Draft, block: Heading) -> list[Element]:
    return [paragraph("Heading2", draft.bookmarked(block.anchor, [run(block.text)]))]


def _filters(_: Draft, __: Filters) -> list[Element]:
    """There is nothing to narrow on paper: the whole list follows."""
    return []


def _behind_number(
    draft: Draft, style: str, anchor: str, number: Iterable[Element], text: Iterable[Element]
) -> Element:
    """A paragraph whose number hangs before it; the bookmark holds the number, so that a reference shows just that."""
    return paragraph(style, [*draft.bookmarked(anchor, number), run("", None, element("tab")), *text])


def _bullets(draft: Draft, block: Bullets) -> list[Element]:
    style = "ListNumber" if block.ordered else "ListBullet"
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
        made.append(paragraph("FindingField", [run(label, "FieldLabel"), run("", None, element("tab")), *first]))
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

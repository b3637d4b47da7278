"""Word: a document that a ministry edits and sends on, with styles, live numbers and references, and footnotes.

What is drawn here are the same blocks as in every other format. The library python-docx makes the file; the text in it is built
from elements, since there is no other way to fields and footnotes, and since tables of many hundred rows are slow otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE

from npm_readiness.gap_report.document import Report
from npm_readiness.gap_report.formats.docx.blocks import section_of
from npm_readiness.gap_report.formats.docx.direction import turn_right_to_left, turned
from npm_readiness.gap_report.formats.docx.draft import Draft
from npm_readiness.gap_report.formats.docx.elements import Element, paragraph, run
from npm_readiness.gap_report.formats.docx.front import contents, cover
from npm_readiness.gap_report.formats.docx.package import (
    add_header_and_footer,
    add_lists,
    add_notes,
    empty_document,
    saved,
    set_properties,
)
from npm_readiness.gap_report.formats.docx.packed import packed, unpacked

__all__ = ["word_of"]


def word_of(report: Report) -> bytes:
    """The report as a .docx file; the same report gives the same bytes."""
    document = empty_document(report)
    part = document.part
    draft = Draft(report, lambda address: part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    drawn = _drawn(draft)
    content = packed(turned(drawn) if report.right_to_left else drawn)
    add_lists(document, draft)
    roots = [add_notes(document, draft), *add_header_and_footer(document, report)]
    if report.right_to_left:
        for root in (document.element.body, *roots):
            turn_right_to_left(root)
    set_properties(document, report)
    return saved(document, unpacked(content))


def _drawn(draft: Draft) -> Iterator[Element]:
    """The content, one element after the other, so that none is held as it was made."""
    yield from (*cover(draft), contents(draft))
    for section in draft.report.sections:
        yield from section_of(draft, section)
    yield from (paragraph("Closing", [run(text)]) for text in draft.report.closing)

"""The first page: title, cover block and contents."""

from __future__ import annotations

from npm_readiness.gap_report.formats.docx.blocks import heading_of
from npm_readiness.gap_report.formats.docx.draft import Draft
from npm_readiness.gap_report.formats.docx.elements import Element, element, field, paragraph, run
from npm_readiness.gap_report.formats.docx.lines import line
from npm_readiness.gap_report.formats.docx.tables import TEXT_WIDTH, after_table, cell, grid, row

__all__ = ["contents", "cover"]

LABEL_WIDTH = 2600
PAGE_COLUMN = 700


def cover(draft: Draft) -> list[Element]:
    """Title, subtitle and the labelled lines of the cover."""
    report = draft.report
    width = [LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH]
    rows = [
        row(
            [
                cell([paragraph("CoverLabel", [run(label)])], width[0]),
                cell([paragraph("CoverText", line(draft, text))], width[1]),
            ]
        )
        for label, text in report.cover
    ]
    made = [paragraph("Title", [run(report.title)]), paragraph("Subtitle", [run(report.subtitle)])]
    return made + ([grid(width, rows, "CoverTable"), after_table()] if rows else [])


def contents(draft: Draft) -> Element:
    """The table of contents: a field of Word, filled in before Word has ever seen it.

    Nobody knows the pages before the document is laid out, so that their numbers come with the first update; until then the
    contents say which paragraphs a section holds.
    """
    heading = paragraph("TOCHeading", [run(draft.phrases.contents)])
    before = field('TOC \\o "1-1" \\h \\z', [])
    opening, closing = before[:-1], before[-1:]
    entries: list[Element] = []
    for section, range_ in zip(draft.report.sections, draft.report.contents, strict=True):
        content = _entry(draft, section.anchor, heading_of(section), range_)
        entries.append(paragraph("TOC1", content if entries else opening + content, *_tabs(range_)))
    entries.append(paragraph("TableEnd", closing if entries else opening + closing))
    gallery = element("docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique"))
    return element("sdt", element("sdtPr", gallery), element("sdtContent", heading, *entries))


def _tabs(range_: str) -> list[Element]:
    """A column for the paragraphs, where there are any, and one for the pages."""
    stops = [element("tab", val="right", leader="dot", pos=TEXT_WIDTH - PAGE_COLUMN)] if range_ else []
    return [element("tabs", *stops, element("tab", val="right", leader="none", pos=TEXT_WIDTH))]


def _entry(draft: Draft, anchor: str, text: str, range_: str) -> list[Element]:
    place = draft.place(f"#{anchor}")
    if place is None:
        return [run(text)]
    paragraphs = [_tab(), run(range_, "ContentsRange")] if range_ else []
    page = [_tab(), *field(f"PAGEREF {place.bookmark} \\h", [])]
    return [element("hyperlink", run(text), *paragraphs, *page, anchor=place.bookmark, history=1)]


def _tab() -> Element:
    return run("", None, element("tab"))

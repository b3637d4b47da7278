"""The places of an HTML page to which a link can lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from npm_readiness.gap_report.document import (
    Block,
    Bullets,
    Entries,
    Finding,
    Heading,
    Inline,
    Note,
    Paragraph,
    Picture,
    Report,
    Table,
)

__all__ = ["CONTENT", "anchors", "lines_of"]

CONTENT = "content"
"""The place to which the skip link leads."""


def anchors(report: Report) -> Mapping[str, str]:
    """Every id of the page that belongs to the report, each with the shorter one by which the page itself leads there.

    Criteria have ids that stay the same; there are far more links to them than a small page could spell out, so that these use
    the number of the paragraph. An id that has no shorter one comes with an empty text.
    """
    return {**dict.fromkeys(_anchors(report), ""), **dict(_numbered(report))}


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
        yield from (line for _, lines in block.fields for line in lines)
    elif isinstance(block, Entries):
        yield from (entry.text for entry in block.items)
    elif isinstance(block, Picture):
        yield from lines_of(block.table)


def _anchors(report: Report) -> Iterator[str]:
    yield CONTENT
    yield from _within(text for _, text in report.cover)
    for section in report.sections:
        yield section.anchor
        for block in section.blocks:
            yield from _own(block)
            yield from _within(lines_of(block))


def _numbered(report: Report) -> Iterator[tuple[str, str]]:
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Finding) and block.number is not None and block.letter is None:
                yield block.anchor, str(block.number)
            elif isinstance(block, Entries):
                yield from ((entry.anchor, str(entry.number)) for entry in block.items)


def _own(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Finding | Picture):
        yield block.anchor
    elif isinstance(block, Entries):
        yield from (entry.anchor for entry in block.items)
    elif isinstance(block, Paragraph) and block.number is not None:
        yield str(block.number)


def _within(lines: Iterator[Inline]) -> Iterator[str]:
    return (run.anchor for line in lines for run in line if run.anchor)

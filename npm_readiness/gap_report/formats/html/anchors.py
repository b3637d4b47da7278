"""The places of an HTML page to which a link can lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from npm_readiness.gap_report.document import Entries, Finding, Paragraph, Report, places_of

__all__ = ["CONTENT", "anchors"]

CONTENT = "_content"
"""The place to which the skip link leads."""


def anchors(report: Report) -> Mapping[str, str]:
    """Every id of the page that belongs to the report, each with the shorter one by which the page itself leads there.

    Criteria have ids that stay the same; there are far more links to them than a small page could spell out, so that these use
    the number of the paragraph. An id that has no shorter one comes with an empty text.
    """
    return {**dict.fromkeys(_anchors(report), ""), **dict(_numbered(report))}


def _anchors(report: Report) -> Iterator[str]:
    yield CONTENT
    for section in report.sections:
        yield section.anchor
        for block in section.blocks:
            yield from (place for place, _ in places_of(block))
            if isinstance(block, Paragraph) and block.number is not None:
                yield str(block.number)


def _numbered(report: Report) -> Iterator[tuple[str, str]]:
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Finding) and block.number is not None and block.letter is None:
                yield block.anchor, str(block.number)
            elif isinstance(block, Entries):
                yield from ((entry.anchor, str(entry.number)) for entry in block.items)

"""Word: a document that a ministry edits and sends on."""

from __future__ import annotations

from npm_readiness.gap_report.drawable import Drawable
from npm_readiness.gap_report.format import Format
from npm_readiness.gap_report.sealing import ARCHIVE, sealed

__all__ = ["FORMAT"]


def _drawn(shown: Drawable) -> bytes:
    from npm_readiness.gap_report.formats.docx.file import word_of

    return sealed(word_of(shown.part), ARCHIVE)


FORMAT = Format((".docx",), _drawn, extra="office", binary=True, in_parts=True)
"""What the ending of a file tells, and how it is drawn."""

"""HTML: one page that loads nothing."""

from __future__ import annotations

from npm_readiness.gap_report.drawable import Drawable
from npm_readiness.gap_report.format import Format
from npm_readiness.gap_report.sealing import COMMENT, sealed

__all__ = ["FORMAT"]


def _drawn(shown: Drawable) -> str:
    from npm_readiness.gap_report.formats.html.page import html_of

    return sealed(html_of(shown.part), COMMENT)


FORMAT = Format((".html", ".htm"), _drawn, in_parts=True)
"""What the ending of a file tells, and how it is drawn."""

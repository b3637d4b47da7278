"""HTML: one page that loads nothing."""

from __future__ import annotations

from npm_readiness.gap_report.format import Format
from npm_readiness.gap_report.sealing import COMMENT, sealed
from npm_readiness.gap_report.view import View

__all__ = ["FORMAT"]


def _drawn(view: View) -> str:
    from npm_readiness.gap_report.formats.html.page import html_of

    return sealed(html_of(view.part), COMMENT)


FORMAT = Format((".html", ".htm"), _drawn, in_parts=True)
"""What the ending of a file tells, and how it is drawn."""

"""Text: what decides, for the terminal."""

from __future__ import annotations

from npm_readiness.gap_report.drawable import Drawable
from npm_readiness.gap_report.format import Format
from npm_readiness.gap_report.sealing import LINE

__all__ = ["FORMAT"]


def _drawn(shown: Drawable) -> str:
    from npm_readiness.gap_report.formats.text.terminal import text_of_report

    return text_of_report(shown.report)


FORMAT = Format((".txt",), _drawn, seal=LINE)
"""What the ending of a file tells, and how it is drawn."""

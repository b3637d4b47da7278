"""JSON: what a report is drawn from."""

from __future__ import annotations

from npm_readiness.gap_report.drawable import Drawable
from npm_readiness.gap_report.format import Format
from npm_readiness.gap_report.sealing import BLANKS

__all__ = ["FORMAT"]


def _drawn(shown: Drawable) -> str:
    return shown.json


FORMAT = Format((".json",), _drawn, seal=BLANKS)
"""What the ending of a file tells, and how it is drawn."""

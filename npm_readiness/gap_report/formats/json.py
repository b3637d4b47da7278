"""JSON: the assessment itself."""

from __future__ import annotations

from npm_readiness.gap_report.format import Format
from npm_readiness.gap_report.sealing import BLANKS
from npm_readiness.gap_report.view import View

__all__ = ["FORMAT"]


def _drawn(view: View) -> str:
    return view.assessment.to_json()


FORMAT = Format((".json",), _drawn, seal=BLANKS)
"""What the ending of a file tells, and how it is drawn."""

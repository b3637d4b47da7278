"""The words of a reply to a recommendation, on the form and in the workbook."""

from __future__ import annotations

from collections.abc import Mapping

from npm_readiness.gap_report.language import mark

__all__ = ["REPLIES"]

REPLIES: Mapping[str, str] = {
    "accepted": mark("Accepted"),
    "accepted-in-part": mark("Accepted in part"),
    "not-accepted": mark("Not accepted"),
    "under-study": mark("Under study"),
}
"""What the authorities can say to a recommendation, by the id under which it is kept."""

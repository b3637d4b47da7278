"""The marks of words that say a status, a verdict or a severity, so that none of them is told by colour alone.

A kind is written as in runs: ``status-met``, ``verdict-ready``, ``severity-critical``.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["MARKS", "rank"]

MARKS: Mapping[str, str] = {
    "status-met": "●",
    "status-partly-met": "◐",
    "status-falls-short": "▼",
    "status-not-met": "■",
    "status-undetermined": "?",
    "status-not-applicable": "–",
    "verdict-ready": "●",
    "verdict-ready-with-gaps": "◐",
    "verdict-not-ready": "■",
    "verdict-undetermined": "?",
    "verdict-none": "–",
    "severity-critical": "■",
    "severity-major": "◧",
    "severity-minor": "□",
}
"""The mark of each kind, from the best status to what does not apply."""


def rank(kind: str) -> int:
    """The place of a kind in the order in which legends name them; unknown kinds come last."""
    return list(MARKS).index(kind) if kind in MARKS else len(MARKS)

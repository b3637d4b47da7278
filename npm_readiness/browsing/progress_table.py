"""How far a profile is filled in, as a table for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Sequence

from npm_readiness.browsing.layout import table
from npm_readiness.filling.progress import Progress

__all__ = ["LEGEND", "progress_table"]

HEAD = ("", "answered", "partly", "unknown", "open", "bare", "by fact", "moot")

LEGEND = """\
  partly   unknown, but between two answers
  unknown  looked into, and not found out
  open     nobody has answered yet
  bare     answered without a source and a place in it
  by fact  follows from facts of the profile
  moot     not asked in this situation
"""
"""What the heads of the columns say."""


def progress_table(progress: Sequence[Progress]) -> list[str]:
    """The counts of each dimension, and of all together in the last line; what is zero is a dash."""
    return table(HEAD, (_row(one) for one in progress))


def _row(one: Progress) -> tuple[str, ...]:
    counts = (one.answered, one.partly_known, one.unknown, one.open, one.bare, one.by_themselves, one.moot)
    return (one.dimension or "all", *(str(count) if count else "-" for count in counts))

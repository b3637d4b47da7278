"""Advice for a word that is not there: the nearest ones that are."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["did_you_mean"]

LISTED = 12
COMPARED = 2000
"""Among more words than these no near miss is looked for: files come from strangers, and each comparison takes its time."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """What to do instead of ``word``: up to three near misses among the known words, or all of them where they are few."""
    words = list(known)
    near = get_close_matches(word, words, n=3, cutoff=0.7) if len(words) <= COMPARED else []
    if near:
        return f"did you mean {' or '.join(near)}?"
    if len(words) <= LISTED:
        return f"there are: {', '.join(sorted(words))}"
    return "look it up with: npm-readiness checklists"

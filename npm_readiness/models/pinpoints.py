"""Places in a legal text as people write them: several named together are told apart, and put in the order of the text."""

from __future__ import annotations

import re

__all__ = ["place_order", "places_named"]

WORD = re.compile(
    r"^(?P<word>articles?|arts?\.?|sections?|secs?\.?|§§?|paragraphs?|paras?\.?|rules?)\s*(?=\d)", re.IGNORECASE
)
"""The word before the numbers, for one place or for several."""

SEPARATOR = re.compile(r"\s*(?:;|,\s*and\s|,|\sand\s)\s*")
SIGNS = r"[\w\u2070-\u209f¹²³.]"
NUMBERED = re.compile(
    rf"^(?=(?P<first>\d{SIGNS}*(?:[–—-]{SIGNS}+)*))(?P=first)(?:\s*\([^()]*\))*"
    r"(?:\s*(?:-|–|to)\s*(?:\([^()]*\)|(?=(?P<last>\d[\w.]*(?:-[\w.]+)*))(?P=last)))*$"
)
"""A number with what is in brackets after it, or from one to another: ``82(14)``, ``13(6)-(7)``, ``3-1``, ``1 to 3``.

What is looked at ahead and then taken is taken whole: a hyphen could else belong to a number or stand between two, and a pinpoint
with many of them would be tried in all ways.
"""

ONE = {"articles": "article", "arts": "art", "sections": "section", "secs": "sec", "§§": "§", "paragraphs": "paragraph"}
ONE |= {"paras": "para", "rules": "rule"}

ARTICLE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
"""The number of an article, and that of one inserted after it: ``3-1`` comes after all paragraphs of 3."""

NUMBER = re.compile(r"\d{1,9}")
LAST = (10**9,)
"""Where a place without a number stands: after all others."""


def places_named(pinpoint: str) -> tuple[str, ...]:
    """The places that a pinpoint names, one by one: ``arts 81, 82(14)`` are ``art. 81`` and ``art. 82(14)``.

    What cannot surely be told apart stays as it is written.
    """
    found = WORD.match(pinpoint)
    if found is None:
        return (pinpoint,)
    parts = SEPARATOR.split(pinpoint[found.end() :])
    if len(parts) == 1 or not all(NUMBERED.match(part) for part in parts):
        return (pinpoint,)
    word = _for_one(found["word"])
    return tuple(f"{word} {part}" for part in parts)


def _for_one(word: str) -> str:
    bare = word.rstrip(".")
    single = ONE.get(bare.lower(), bare)
    single = single if bare.islower() else single[:1].upper() + single[1:]
    return f"{single}." if single.lower() in ("art", "sec", "para") else single


def place_order(pinpoint: str) -> tuple[tuple[int, ...], str]:
    """By what places are sorted: their numbers as numbers, so that article 9 comes before article 10; then their words."""
    found = ARTICLE.search(pinpoint)
    if found is None:
        return LAST, pinpoint
    within = (int(number) for number in NUMBER.findall(pinpoint[found.end() :]))
    return (int(found[1]), int(found[2] or 0), *within), pinpoint

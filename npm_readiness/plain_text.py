"""Texts of strangers made harmless: on one line, and with nothing in them that steers a terminal or turns writing round."""

from __future__ import annotations

import re

__all__ = ["REPLACEMENT", "UNWANTED", "one_line", "printable"]

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""The sign that something stood there."""

UNWANTED = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # controls; line breaks are blanks by then
    "\u202a-\u202e\u2066-\u2069"  # overrides, embeddings and isolates of the direction of writing
    "\ud800-\udfff\ufffe\uffff]"  # halves of characters, and what is no character
)
"""Signs that no format should show."""


MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
"""Signs that stand above or below the letter before them."""

PILED = re.compile(f"([{MARKS}]{{8}})[{MARKS}]+")
"""More of them on one letter than any language has: programs that draw them make a page as wide or as high as they are many."""


def one_line(text: str) -> str:
    """The text on one line, blanks folded, each unwanted character replaced by a sign that something stood there.

    Of marks upon marks on one letter the first few stay.
    """
    # Nearly every text is clean already; what is unwanted, and every blank but the common one, is not printable.
    clean = text.isprintable() and "  " not in text and text.strip(" ") == text
    if clean and text.isascii():
        return text
    folded = text if clean else UNWANTED.sub(REPLACEMENT, " ".join(text.split()))
    return folded if folded.isascii() else PILED.sub(rf"\1{REPLACEMENT}", folded)


def printable(text: str, kept: str = "") -> str:
    """The text as a terminal may get it: what cannot be printed is written as an escape, but for the signs in ``kept``.

    So one name is still told from another.
    """
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign in kept else ascii(sign)[1:-1] for sign in text)

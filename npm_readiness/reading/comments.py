"""Text that is lost because a ``#`` in it begins a comment: ``title: Order #27 of the Minister`` is read as Order.

A comment has a line of its own, or a blank after its ``#``. Where neither is so, a person has most likely written text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["lost_behind_block_sign", "lost_between", "lost_next", "may_lose_text"]

SUSPECT = re.compile(r"(?:^|\r)[ \t]*[^# \t\r\n][^\r\n]*#[^# \t\r\n]", re.MULTILINE)

COMMENT = re.compile(r"#[^\r\n]*")
INTENDED = re.compile(r"#+(?:[ \t]|$)")
"""A comment by its look: after one ``#``, or a row of them, comes a blank or nothing."""

BLOCK_SIGN = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\r\n]*)")
SIGNS = re.compile(r"[\s,:\[\]{}?-]*(#[^\r\n]*)")
"""What can stand between a value and a comment: signs of YAML, and no text."""


def may_lose_text(text: str) -> bool:
    """Whether a line that is no comment as a whole has a ``#`` with no blank after it; most files have none."""
    return SUSPECT.search(text) is not None


def lost_between(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The texts that are lost to comments from ``start`` to ``end``, where no scalar stands, each with its index."""
    for match in COMMENT.finditer(text, start, end):
        index, comment = match.start(), match.group().rstrip()
        if not INTENDED.match(comment) and not _alone(text, index):
            yield index, comment


def lost_behind_block_sign(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The text that is lost in the line of the ``|`` or ``>`` at ``start``, where a block of text is introduced."""
    match = BLOCK_SIGN.match(text, start)
    if match:
        yield from lost_between(text, *match.span(1))


def lost_next(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The text that is lost at the first comment from ``start`` on, if nothing but signs stands before it."""
    match = SIGNS.match(text, start, end)
    if match:
        yield from lost_between(text, *match.span(1))


def _alone(text: str, index: int) -> bool:
    """Whether nothing but blanks stands before the comment at ``index`` in its line."""
    while index and text[index - 1] in " \t":
        index -= 1
    return not index or text[index - 1] in "\r\n"

"""Values as YAML that a person reads and our reader reads back as they were.

A text stands plain where nothing in it means anything to YAML, folded over lines where it is long, and in double quotes otherwise.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

__all__ = ["WIDTH", "comment_lines", "entry_lines", "scalar"]

WIDTH = 118
"""The columns of a line at most, where a text can be broken at all."""

INSIDE = "  "
PLAIN = re.compile(r"[^\W\d_](?:[\w./()%+;' -]*[\w./()%+;'-])?|\d{4}-\d{2}(?:-\d{2})?")
"""A text without any sign of YAML, that begins with a letter; or a date."""

WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
ANSWERS = frozenset({"yes", "no"})
"""Words of ours that our reader takes for words, and which other readers do not: a profile has them without quotes."""

ODD_BREAKS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What some readers of YAML take for the end of a line."""

IN_BLOCKS = re.compile(r"[^\t\r\x85\u2028\u2029]*")
LONGEST_FLOW = 100


def scalar(value: str | float | bool | None) -> str:
    """A value on one line, as it stands behind a key or in a list."""
    if value is None:
        return "null"
    if not isinstance(value, str):
        return json.dumps(value)
    if PLAIN.fullmatch(value) and (value in ANSWERS or value.lower() not in WORDS_OF_YAML):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(ODD_BREAKS.get(character, character) for character in quoted)


def entry_lines(key: str, value: Any, margin: str = "") -> Iterator[str]:
    """The lines of a key with its value, each after ``margin``."""
    yield from _after(f"{margin}{scalar(key)}:", value, margin)


def comment_lines(text: str, margin: str = "") -> list[str]:
    """A text as comments of one line after the other; whatever breaks lines in it does not break out of them."""
    return textwrap.wrap(
        " ".join(text.split()),
        WIDTH,
        initial_indent=f"{margin}# ",
        subsequent_indent=f"{margin}#   ",
        break_on_hyphens=False,
        break_long_words=False,
    )


def _after(head: str, value: Any, margin: str) -> Iterator[str]:
    """A value behind a key or a dash; ``margin`` is that of the line on which it begins."""
    flow = _flow(value)
    is_empty = isinstance(value, (Mapping, list, tuple)) and not value
    if flow is not None and (is_empty or len(f"{head} {flow}") <= (WIDTH if isinstance(value, str) else LONGEST_FLOW)):
        yield f"{head} {flow}"
    elif isinstance(value, Mapping):
        yield head
        for key, inner in value.items():
            yield from entry_lines(key, inner, margin + INSIDE)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield head
        for item in value:
            yield from _item(item, margin + INSIDE)
    elif isinstance(value, str):
        yield from _text(head, value, margin + INSIDE)
    else:
        yield f"{head} {scalar(value)}"


def _item(item: Any, margin: str) -> Iterator[str]:
    """An item of a list: a mapping begins on the line of its dash."""
    flow = _flow(item)
    fits = flow is not None and len(f"{margin}- {flow}") <= LONGEST_FLOW
    if fits or not isinstance(item, Mapping) or not item:
        yield from _after(f"{margin}-", item, margin)
        return
    lines = [line for key, inner in item.items() for line in entry_lines(key, inner, margin + INSIDE)]
    yield f"{margin}- {lines[0].removeprefix(margin + INSIDE)}"
    yield from lines[1:]


def _flow(value: Any) -> str | None:
    """A value on one line; ``None`` for a mapping or a list that has others within it."""
    if isinstance(value, Mapping):
        if any(isinstance(inner, (Mapping, list, tuple)) for inner in value.values()):
            return None
        return "{" + ", ".join(f"{scalar(key)}: {scalar(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        if any(isinstance(inner, (Mapping, list, tuple)) for inner in value):
            return None
        return "[" + ", ".join(scalar(inner) for inner in value) + "]"
    return scalar(value)


def _text(head: str, text: str, margin: str) -> Iterator[str]:
    """A long text: folded where that gives it back as it was, line by line where it has lines, else in quotes."""
    if not IN_BLOCKS.fullmatch(text) or text != text.strip():
        yield f"{head} {scalar(text)}"
        return
    lines = text.split("\n")
    if len(lines) > 1 and all(not line or line == line.strip() for line in lines):
        yield f"{head} |-"
        yield from (f"{margin}{line}" if line else "" for line in lines)
        return
    folded = textwrap.wrap(text, WIDTH - len(margin), break_on_hyphens=False, break_long_words=False)
    if len(lines) == 1 and " ".join(folded) == text:
        yield f"{head} >-"
        yield from (f"{margin}{line}" for line in folded)
        return
    yield f"{head} {scalar(text)}"

"""What the two parsers say differently of a text that both refuse: all that there is, each explained.

What they accept they read alike, at the same places; that is never excused. Libyaml is taken here from version 0.2.5 on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from npm_readiness.problems import Problem

__all__ = ["DIFFERENCES", "Difference", "same_refusal"]


@dataclass(frozen=True, slots=True)
class Difference:
    """``example`` is a text that is refused in two ways; texts in which ``pattern`` is found may be, for the reason ``why``."""

    name: str
    pattern: re.Pattern[str]
    example: str
    why: str


DIFFERENCES = (
    Difference(
        "question mark in brackets",
        re.compile(r"[\[{](?s:.*?)\?(?![\w?])"),
        "[a,? :]",
        "A question mark with nothing behind it marks a key within brackets. Libyaml gives the empty key that follows another "
        "place than PyYAML does, and refuses some that PyYAML takes for a word; nobody writes either on purpose.",
    ),
    Difference(
        "signs in a tag",
        re.compile("!"),
        "a: !t\t&b c",
        "The parsers do not agree on which signs belong to a tag, nor on what may follow it. A tag is refused either way; what is "
        "found wrong behind it is said by one of them only.",
    ),
)
"""Each a form that is refused whatever is read, so that nothing hangs on which of the two parsers is installed."""


def same_refusal(text: str, in_c: Sequence[Problem], pure: Sequence[Problem]) -> bool:
    """Whether two refusals of a text say the same, or differ in a way that is explained."""
    return tuple(in_c) == tuple(pure) or any(difference.pattern.search(text) for difference in DIFFERENCES)

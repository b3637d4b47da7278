"""Characters that a file may not hold, whether they stand there as they are or as an escape in double quotes.

They are looked for before parsing, so that it does not depend on the parser which of them are found and where.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from npm_readiness.reading.limits import MAX_NAMED

__all__ = [
    "BYTE_ORDER_MARK",
    "OTHER_SPACE",
    "REFUSED",
    "SURROGATE",
    "character_name",
    "refused_characters",
    "refused_escape",
]

BYTE_ORDER_MARK = "\ufeff"
"""What some programs put at the start of a file to mark it as UTF-8; anywhere else it is refused."""

REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML 1.2 does not call printable (production 1), and the byte-order mark.

Named one by one: of a set of a million characters Python makes a table whenever it starts.
"""

SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a character, which only an escape can bring into a text."""

OTHER_SPACE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""As a regular expression, what looks like a space and is none to YAML: the no-break space and its like."""

ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
SHORT_ESCAPES = {"0": 0x00, "a": 0x07, "b": 0x08, "v": 0x0B, "f": 0x0C, "e": 0x1B}
LAST_CODE = 0x10FFFF


def refused_characters(text: str) -> Iterator[tuple[int, str]]:
    """Where forbidden characters stand in ``text``, each with its name; no more than the first hundred."""
    found = islice(REFUSED.finditer(text), MAX_NAMED)
    return ((match.start(), character_name(ord(match.group()))) for match in found)


def refused_escape(text: str, start: int, end: int) -> tuple[int, str]:
    """The first escape of a forbidden character in the quoted text from ``start`` to ``end``, with its name.

    Where there is none, which cannot be while the text comes from a parser, ``start`` itself.
    """
    for match in ESCAPE.finditer(text, start, end):
        *numbers, letter = match.groups()
        digits = next((number for number in numbers if number), None)
        code = int(digits, 16) if digits else SHORT_ESCAPES.get(letter, ord("x"))
        if code > LAST_CODE or REFUSED.match(chr(code)):
            return match.start(), character_name(code)
    return start, "that stands here"


def character_name(code: int) -> str:
    """A character by its number and, where it has one, its name in Unicode: ``U+FEFF (zero width no-break space)``."""
    number = f"U+{code:04X}"
    name = unicodedata.name(chr(code), "") if code <= LAST_CODE else ""
    return f"{number} ({name.lower()})" if name else number

"""What a plain scalar means, by the core schema of YAML 1.2 (section 10.3.2), with fewer kinds of numbers.

Words stay words: ``yes``, ``no``, ``on``, ``off``, ``NO`` and dates are texts, and so are ``.inf`` and ``.nan``, which
JSON cannot hold. Quoted and block scalars are always texts and never come here.
"""

from __future__ import annotations

import math
import re

from npm_readiness.reading.limits import MAX_NUMBER_LENGTH

__all__ = ["NumberRefusedError", "Scalar", "read_plain"]

Scalar = str | int | float | bool | None
"""What a scalar can be read as."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
DECIMAL = re.compile(r"[-+]?[0-9]+")
OCTAL = re.compile(r"0o[0-7]+")
HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


class NumberRefusedError(ValueError):
    """A number with too many digits, or one too large to be held."""


def read_plain(text: str) -> Scalar:
    """The value of a plain scalar; raises :class:`NumberRefusedError`."""
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if text[0] not in "+-.0123456789" or not (text.startswith("0") or FLOAT.fullmatch(text)):
        return text
    return _read_number(text)


def _read_number(text: str) -> str | int | float:
    for pattern, base, prefix in ((DECIMAL, 10, ""), (OCTAL, 8, "0o"), (HEXADECIMAL, 16, "0x")):
        if pattern.fullmatch(text):
            _check_length(text)
            return int(text.removeprefix(prefix), base)
    if not FLOAT.fullmatch(text):
        return text
    _check_length(text)
    number = float(text)
    if math.isinf(number):
        raise NumberRefusedError(text)
    return number


def _check_length(text: str) -> None:
    if len(text) > MAX_NUMBER_LENGTH:
        raise NumberRefusedError(text)

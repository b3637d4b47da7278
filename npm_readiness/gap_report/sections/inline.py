"""Lines of text, names of places, and numbers in words: what sections are written with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from npm_readiness.gap_report.document import Inline, Run

__all__ = ["anchor", "joined", "line", "percent", "safe_name"]

ORDINARY = re.compile(r"[A-Za-z0-9-]*")
"""A name of which nothing has to be written otherwise."""

SHORT = 40
"""How many characters a text has that is likely to come again."""


def line(*runs: Run | str) -> Inline:
    """A line of runs; a bare text is a plain run."""
    return tuple([_plain(run) if isinstance(run, str) else run for run in runs])


def _plain(text: str) -> Run:
    return _short(text) if len(text) <= SHORT and type(text) is str else Run(text)


@lru_cache(maxsize=10_000)
def _short(text: str) -> Run:
    """A plain run; commas, brackets and the same few words come again and again."""
    return Run(text)


def joined(lines: Iterable[Inline], separator: Run | str = ", ") -> Inline:
    """Several lines in one, with a separator between them."""
    (between,) = line(separator)
    whole: list[Run] = []
    for part in lines:
        whole += part
        whole.append(between)
    return tuple(whole[:-1])


def percent(number: float) -> str:
    """A number from 0 to 1 in whole per cent; 0 and 100 only where it is exactly that."""
    if number in (0, 1):
        return f"{int(number * 100)}"
    return str(min(max(int(Fraction(str(number)) * 100 + Fraction(1, 2)), 1), 99))


@lru_cache(maxsize=10_000)
def safe_name(name: str) -> str:
    """An id as the name of a place: what is no letter, digit or hyphen, as can come in by JSON, is written as a number."""
    if ORDINARY.fullmatch(name):
        return name
    return "".join(char if char.isascii() and (char.isalnum() or char == "-") else f"_{ord(char):x}_" for char in name)


def anchor(kind: str, name: str) -> str:
    """The place of a thing; its kind keeps it apart from others with the same id.

    Criteria, questions and provisions share one space of ids and have no kind: people link to them by id alone. No id has the
    underscore that all other places have.
    """
    return f"{kind}_{safe_name(name)}"

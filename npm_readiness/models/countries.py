"""The countries of ISO 3166-1: their codes of two and of three letters, and a short English name.

The table is ``countries.csv`` beside this module. Its names are the short forms that are usual in the United Nations,
mostly without the form of State that some carry in brackets. A name here says nothing about the status of a territory.
A profile can give another name under ``country_name``, and must where its code is one that ISO leaves to users.
"""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["CountryEntry", "all_countries", "find_country", "is_user_assigned", "suggest"]

TABLE = Path(__file__).with_name("countries.csv")

USER_ASSIGNED = re.compile(r"(AA|Q[M-Z]|X[A-Z]|ZZ)[A-Z]?", re.ASCII)
"""What ISO 3166-1 leaves to users: AA, QM to QZ, XA to XZ, ZZ, and every code of three letters that begins with one."""

OTHER_TWO_LETTERS = {"EL": "GR", "UK": "GB"}
"""Codes in wide use, in the European Union above all, for which ISO 3166-1 has another."""

MOST_SUGGESTIONS = 3
ALPHA3_LENGTH = 3


class CountryEntry(NamedTuple):
    """One line of the table: the codes in capital letters, and the short English name."""

    alpha2: str
    alpha3: str
    name: str


@cache
def all_countries() -> tuple[CountryEntry, ...]:
    """Every country of ISO 3166-1, by its code of two letters. The table is read at the first call and kept."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(CountryEntry(**row) for row in csv.DictReader(file))


@cache
def _by_code() -> Mapping[str, CountryEntry]:
    countries = all_countries()
    return {entry.alpha2: entry for entry in countries} | {entry.alpha3: entry for entry in countries}


def find_country(code: str) -> CountryEntry | None:
    """The country with this code of two or three capital letters; ``None`` where ISO 3166-1 has none."""
    return _by_code().get(code)


def is_user_assigned(code: str) -> bool:
    """Whether ISO 3166-1 leaves this code of two or three capital letters to its users, as XKX for Kosovo."""
    return USER_ASSIGNED.fullmatch(code) is not None


def suggest(code: str) -> list[str]:
    """Codes that may be meant by a code that is none, or by a name; the likeliest first, at most three, often none.

    Two letters are too few to guess from, unless they are a code in small letters or one of another standard.
    """
    wanted = code.strip().upper()
    if wanted in _by_code():
        return [wanted]
    if wanted in OTHER_TWO_LETTERS:
        return [OTHER_TWO_LETTERS[wanted]]
    if len(wanted) < ALPHA3_LENGTH:
        return []
    similar = _similar_names(wanted) if len(wanted) > ALPHA3_LENGTH else _similar_codes(wanted)
    return list(dict.fromkeys(_named(wanted) + similar))[:MOST_SUGGESTIONS]


def _named(text: str) -> list[str]:
    """The codes of three letters of the countries with a name in which a word begins so, the shortest name first."""
    wanted = " " + _plain(text)
    named = [entry for entry in all_countries() if wanted in " " + _plain(entry.name)]
    return [entry.alpha3 for entry in sorted(named, key=lambda entry: len(entry.name))]


def _similar_codes(code: str) -> list[str]:
    """The codes of three letters that share two letters with ``code``, those that begin alike first."""
    codes = [entry.alpha3 for entry in all_countries()]
    similar = difflib.get_close_matches(code, codes, n=len(codes), cutoff=0.65)
    return sorted(similar, key=lambda other: (other[:2] != code[:2], other[0] != code[0], other))


def _similar_names(text: str) -> list[str]:
    """The codes of three letters of the countries whose names look like ``text``."""
    codes = {_plain(entry.name): entry.alpha3 for entry in all_countries()}
    return [codes[name] for name in difflib.get_close_matches(_plain(text), codes, n=MOST_SUGGESTIONS, cutoff=0.8)]


def _plain(text: str) -> str:
    """``text`` in small letters and without accents, so that Turkiye finds Türkiye."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))

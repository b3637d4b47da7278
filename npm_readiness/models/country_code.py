"""The code of a country in a file, and what to say about something else that stands in its place."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from npm_readiness.models.countries import all_countries, find_country, suggest

__all__ = ["CountryCode", "country_advice"]

PATTERN = "^[A-Z]{2,3}$"


def country_advice(written: str) -> str:
    """What to write instead of a code that there is not: the code of a country that is named, or the likeliest ones."""
    name = " ".join(written.split()).casefold()
    named = next((entry for entry in all_countries() if entry.name.casefold() == name), None)
    if named is not None:
        return f"write {named.alpha3}, the code of {named.name}"
    near = [entry for entry in map(find_country, suggest(written)) if entry is not None]
    if not near:
        return "use the code of two or three capital letters"
    codes = (f"{_in_letters_of(written, entry.alpha2, entry.alpha3)} ({entry.name})" for entry in near)
    return f"did you mean {' or '.join(codes)}?"


def _in_letters_of(written: str, alpha2: str, alpha3: str) -> str:
    """The code with as many letters as were written, else the one of three."""
    return alpha2 if len(written.strip()) == len(alpha2) else alpha3


def _check_code(value: str) -> str:
    if re.fullmatch(PATTERN, value) is None:
        advice = {"advice": country_advice(value)}
        raise PydanticCustomError("country_code", "a code in capital letters is wanted", advice)
    return value


CountryCode = Annotated[str, AfterValidator(_check_code), WithJsonSchema({"type": "string", "pattern": PATTERN})]
"""Two or three capital letters. Whether there is such a country is checked later; a profile can name one that ISO has not."""

"""A name in the place of a country's code is answered with the code."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from npm_readiness.models.base import Model
from npm_readiness.models.countries import all_countries
from npm_readiness.models.country_code import CountryCode, country_advice
from npm_readiness.problems import InputError
from npm_readiness.reading.files import parse_document
from npm_readiness.reading.shape import validated


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("Georgia", "write GEO, the code of Georgia"),
        (
            "  south  georgia and the South Sandwich Islands",
            "write SGS, the code of South Georgia and the South Sandwich Islands",
        ),
        ("Niger", "write NER, the code of Niger"),
        ("geo", "did you mean GEO (Georgia)?"),
        ("ge", "did you mean GE (Georgia)?"),
        ("UK", "did you mean GB (United Kingdom)?"),
        ("Turkmenistn", "did you mean TKM (Turkmenistan)?"),
        ("Atlantis", "use the code of two or three capital letters"),
        ("", "use the code of two or three capital letters"),
    ],
)
def test_advice(written: str, advice: str) -> None:
    assert country_advice(written) == advice


def test_every_name_leads_to_its_code() -> None:
    for entry in all_countries():
        assert country_advice(entry.name.upper()) == f"write {entry.alpha3}, the code of {entry.name}"


def test_in_a_file_it_stands_at_the_value() -> None:
    class File(Model):
        country: CountryCode

    with pytest.raises(InputError) as caught:
        validated(parse_document("country: Georgia", "f"), File)
    assert str(caught.value) == (
        'f:1:10: a code in capital letters is wanted here, and this is the text "Georgia" (write GEO, the code of Georgia)'
    )
    assert validated(parse_document("country: ZZ"), File).country == "ZZ"


def test_the_schema_says_its_form() -> None:
    assert TypeAdapter(CountryCode).json_schema() == {"type": "string", "pattern": "^[A-Z]{2,3}$"}

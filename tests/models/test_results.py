"""What our own code works out is made without a check, and what comes back from a file is checked."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from npm_readiness.models.assessed_criteria import GapAction, Lost
from npm_readiness.models.assessment import Country, NotCounted
from npm_readiness.models.results import trusted
from npm_readiness.models.vocabulary import Addressee
from npm_readiness.models.written import as_json


def test_it_is_checked_where_it_comes_from_outside() -> None:
    with pytest.raises(ValidationError):
        Lost.model_validate_json('{"sure": 2, "open": 0}')
    with pytest.raises(ValidationError):
        GapAction.model_validate_json('{"question": null, "text": "Amend.", "addressee": "nobody"}')


def test_it_is_the_same_made_or_read() -> None:
    made = GapAction(question=None, text="Amend.", addressee=Addressee.PARLIAMENT)
    assert GapAction.model_validate_json(made.model_dump_json()) == made
    assert list(made.model_dump()) == ["question", "text", "addressee"]


def test_a_field_too_many_or_too_few_is_no_result() -> None:
    with pytest.raises(TypeError, match="Country: not the fields"):
        trusted(Country, code="TKM")
    with pytest.raises(TypeError, match="Country"):
        trusted(Country, code="TKM", name="Turkmenistan", capital="Ashgabat")


def test_what_is_left_out_has_its_default_and_fields_keep_their_order() -> None:
    values = {"evidence": (), "comment": None, "given_reason": None, "renamed_to": None, "text": None}
    made = trusted(NotCounted, **values, reason="moot", between=None, answer=None, question="q")
    assert made.body is None
    assert list(made.model_dump()) == list(NotCounted.model_fields)


@pytest.mark.parametrize("number", [0.0, 1.0, 0.5, 0.333333, 0.0001, 0.00001, 0.000012, 0.000001, 0.999999])
def test_json_has_the_bytes_that_python_writes(number: float) -> None:
    lost = Lost(sure=number, open=1 - number)
    assert as_json(lost) == json.dumps(lost.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("text", ["", 'a"b\\c/d\n\t\x00\x1f\x7f', "Türkmenistan 🏛 \u2028", "\ud800", '": 1e-5'])
def test_json_of_any_text_has_the_bytes_that_python_writes(text: str) -> None:
    country = Country(code="XX", name=text)
    expected = json.dumps({"code": "XX", "name": text}, ensure_ascii=False, indent=2) + "\n"
    assert as_json(country) == expected

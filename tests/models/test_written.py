"""A model as JSON has the bytes that Python's own module writes, whichever way they came about."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from npm_readiness.models.written import as_json


class Content(BaseModel):
    text: str = Field(alias="a text")
    number: float
    several: tuple[str, ...] = ()


@settings(max_examples=40, deadline=None)
@given(st.text(), st.floats(0, 1) | st.sampled_from([0.00001, 1e-7, 0.0001, 0.000099]))
@example("Égalité – 漢 😀", 0.5)
@example("Égalité", 0.00001)
def test_it_is_what_python_writes(text: str, number: float) -> None:
    content = {"a text": text, "number": number, "several": ["a", "b"]}
    assert as_json(Content.model_validate(content)) == json.dumps(content, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("half", ["\ud800", "É\udfff"])
def test_half_a_character_is_written_as_python_has_it(half: str) -> None:
    made = Content.model_construct(text=half, number=0.5, several=())
    written = as_json(made)
    assert json.loads(written)["a text"] == half
    assert written == json.dumps({"a text": half, "number": 0.5, "several": []}, ensure_ascii=False, indent=2) + "\n"

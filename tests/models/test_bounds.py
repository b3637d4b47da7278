"""How large or small a number of a file may be, and which lists may not be empty: as the pages on the formats say.

The bounds themselves are taken, and what lies beyond them by one is refused at its own key.
"""

from __future__ import annotations

import json
import math

import pytest
from pydantic import ValidationError

from npm_readiness.models.assessed_criteria import Lost
from npm_readiness.models.base import Model
from npm_readiness.models.bodies import Npm
from npm_readiness.models.checklist import Checklist, Criterion
from npm_readiness.models.conditions import ActionConditions, Conditions
from npm_readiness.models.recommendations import Recommendation
from npm_readiness.models.register import EntryIntoForce, Instrument
from npm_readiness.models.wording import Bounds, Wording


def takes(model: type[Model], key: str, value: object) -> bool:
    """Whether a model has nothing against this value of a key; what else it lacks is no matter."""
    try:
        model.model_validate_json(json.dumps({key: value}))
    except ValidationError as error:
        return not any(found["loc"][:1] == (key,) for found in error.errors())
    return True


@pytest.mark.parametrize(
    ("model", "key", "least", "most"),
    [
        (EntryIntoForce, "days", 0, 366),
        (EntryIntoForce, "months", 0, 24),
        (Instrument, "year", 1900, 2100),
        (Criterion, "weight", 1, 100),
        (Checklist, "question_budget", 1, None),
        *((Bounds, key, 1, None) for key in ("title", "question", "text", "rubric", "circumstance")),
        *((Bounds, key, 1, None) for key in ("shortest_action", "sentence")),
        (Bounds, "hardest", 20, 100),
    ],
)
def test_a_number_lies_within_its_bounds(model: type[Model], key: str, least: int, most: int | None) -> None:
    assert takes(model, key, least)
    assert not takes(model, key, least - 1)
    assert most is None or (takes(model, key, most) and not takes(model, key, most + 1))


@pytest.mark.parametrize(
    ("model", "key", "one"),
    [
        (Criterion, "provisions", "opcat-17"),
        (Recommendation, "about", "opcat-17"),
        (Conditions, "model", "nhri"),
        (Conditions, "institution_kind", "ombudsman"),
        (Conditions, "mechanism", "none"),
        (ActionConditions, "legal_basis", "act"),
        (Npm, "candidates", "nhri"),
        (Wording, "terms", {"id": "npm", "term": "mechanism", "meaning": "The mechanism."}),
    ],
)
def test_a_list_that_says_nothing_is_refused_and_one_entry_is_enough(model: type[Model], key: str, one: object) -> None:
    assert takes(model, key, [one])
    assert not takes(model, key, [])


@pytest.mark.parametrize("value", ["1", 1.5, True, None, [1]])
def test_only_a_whole_number_is_one(value: object) -> None:
    """What stands in quotes is a text; true is no 1, as a lax reader would have it."""
    assert not takes(Criterion, "weight", value)


@pytest.mark.parametrize("value", [1, True, ["a"], "", "  "])
def test_only_a_text_that_says_something_is_one(value: object) -> None:
    assert not takes(Criterion, "title", value)


@pytest.mark.parametrize("key", ["sure", "open"])
def test_what_is_lost_is_a_share_of_the_whole(key: str) -> None:
    assert all(takes(Lost, key, value) for value in (0, 0.5, 1))
    assert not any(takes(Lost, key, value) for value in (-0.1, 1.1, math.nan, math.inf, -math.inf))

"""What a piece of evidence, an action and a text of a file must say to be one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from npm_readiness.models.answers import Evidence
from npm_readiness.models.base import Model
from npm_readiness.models.checklist import Criterion
from npm_readiness.models.register import EntryIntoForce
from tests.making import catalogue, criterion, question


def refused(model: type[Model], content: dict[str, Any]) -> str | None:
    """The kind of the first thing that is wrong with it; ``None`` where nothing is."""
    try:
        model.model_validate_json(json.dumps(content))
    except ValidationError as error:
        return error.errors()[0]["type"]
    return None


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ({"source": "opinion"}, None),
        ({"source": "opinion", "pinpoint": "para. 7"}, None),
        ({"source": "opinion", "of": "law", "article": "art. 5"}, None),
        ({"source": "opinion", "of": "law"}, "article"),
        ({"source": "opinion", "article": "art. 5"}, "of"),
        ({"source": "law", "of": "law", "article": "art. 5"}, "of"),
        ({"source": "opinion", "pinpoint": "…"}, "pinpoint"),
        ({"source": "opinion", "of": "law", "article": "?"}, "pinpoint"),
    ],
)
def test_evidence_that_speaks_of_another_text_names_the_text_and_the_place_in_it(
    piece: dict[str, Any], kind: str | None
) -> None:
    assert refused(Evidence, piece) == kind


BEFORE = {"when": {"mechanism": "none"}, "text": "Choose a body."}
ALWAYS = {"text": "Amend the law."}


@pytest.mark.parametrize(
    ("action", "fits"),
    [
        ("Amend the law.", True),
        ([ALWAYS], True),
        ([BEFORE, ALWAYS], True),
        ([BEFORE, BEFORE, ALWAYS], True),
        ([BEFORE], False),
        ([ALWAYS, BEFORE], False),
        ([ALWAYS, ALWAYS], False),
        ([BEFORE, ALWAYS, ALWAYS], False),
        ([ALWAYS, BEFORE, ALWAYS], False),
    ],
)
def test_the_last_wording_of_an_action_and_no_other_fits_any_situation(action: object, fits: bool) -> None:
    assert (refused(Criterion, criterion("c1", question("q1"), action=action)) is None) == fits


def test_the_usual_action_is_the_one_for_any_situation() -> None:
    made = catalogue(criterion("c1", "q1"), criterion("c2", "q2", action=[BEFORE, ALWAYS]))
    assert [entry.criterion.usual_action for entry in made] == ["Make it so (c1).", "Amend the law."]


def test_a_text_is_what_stands_between_its_first_and_its_last_letter() -> None:
    made = catalogue(criterion("c1", "q1", title="  A plan of visits \n"))
    assert next(iter(made)).criterion.title == "A plan of visits"
    assert refused(Criterion, criterion("c1", question("q1"), title="a" * 10_000)) is None
    assert refused(Criterion, criterion("c1", question("q1"), title="a" * 10_001)) == "string_too_long"


@pytest.mark.parametrize("first", ["2006-06-22T00:00:00", "22.6.2006", "2006-06-31", "2006-06", 20060622, None, True])
def test_only_a_day_written_year_month_day_is_one(first: object) -> None:
    treaty = {"first": "2006-06-22", "source": "art. 28"}
    assert refused(EntryIntoForce, treaty) is None
    assert refused(EntryIntoForce, {**treaty, "first": first}) == "date"


def test_a_treaty_that_names_no_days_binds_from_the_deposit() -> None:
    made = EntryIntoForce.model_validate_json('{"first": "2006-06-22", "source": "art. 28"}')
    assert (made.days, made.months) == (0, 0)

"""Which questions are about the body itself, and which about the State: what is known of one body says nothing of another."""

from __future__ import annotations

from typing import Any

import pytest

from npm_readiness.planning.models.about_bodies import about_bodies
from tests.making import catalogue, checklist, criterion, question

OF_THE_STATE: dict[str, Any] = {"stage": "designation"}


@pytest.mark.parametrize(
    ("keys", "of_question", "about"),
    [
        (OF_THE_STATE, {}, False),
        # By the stage: the law, the people and the means of the mechanism are set up there.
        ({"stage": "establishment"}, {}, True),
        ({"stage": "operation"}, {}, False),
        # By a condition on what kind of body it is, and by no other.
        ({**OF_THE_STATE, "when": {"model": ["nhri"]}}, {}, True),
        ({**OF_THE_STATE, "when": {"institution_kind": ["ombudsman"]}}, {}, True),
        ({**OF_THE_STATE, "when": {"federal": True}}, {}, False),
        # By what the question says.
        (OF_THE_STATE, {"if_executive_text": "partial"}, True),
        (OF_THE_STATE, {"needs_mechanism": True}, True),
        (OF_THE_STATE, {"needs_people": True}, True),
    ],
)
def test_a_question_of_a_readiness_checklist(keys: dict[str, Any], of_question: dict[str, Any], about: bool) -> None:
    made = catalogue(criterion("c", question("q", **of_question), **keys))
    assert about_bodies(made, ["opcat"]) == (frozenset({"q"}) if about else frozenset())


def test_standards_are_about_the_state_whatever_their_stage() -> None:
    women = checklist(
        "women", criterion("s", "cells", stage="establishment", dimension="women"), counts_for="standards"
    )
    made = catalogue(criterion("c", "q", **OF_THE_STATE), women)
    assert about_bodies(made, ["opcat", "women"]) == frozenset()


def test_one_criterion_that_asks_a_question_about_the_body_is_enough() -> None:
    made = catalogue(criterion("c", "q", **OF_THE_STATE), criterion("d", "q"))
    assert about_bodies(made, ["opcat"]) == {"q"}


def test_only_the_checklists_that_are_selected_count() -> None:
    other = checklist("paris", criterion("p", "means"))
    made = catalogue(criterion("c", "q"), other)
    assert about_bodies(made, ["paris"]) == {"means"}

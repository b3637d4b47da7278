"""Applicability is data: it depends on facts of the profile, and an unknown fact makes cases."""

from __future__ import annotations

from typing import Any

import pytest

from npm_readiness.models.checklist import Criterion
from npm_readiness.scoring.cases import Applicability, Case, applicability, cases_of
from tests.making import catalogue, criterion, profile

ALL_MODELS = ["nhri", "nhri_plus", "specialised_body", "multiple_bodies"]


def made(*conditions: dict[str, Any] | None) -> list[Criterion]:
    """A criterion for each set of conditions."""
    specs = [criterion(f"c{number}", f"q{number}", when=when) for number, when in enumerate(conditions)]
    return [entry.criterion for entry in catalogue(*specs)]


def cases(*conditions: dict[str, Any] | None, **keys: Any) -> list[Case]:
    return [dict(case) for case in cases_of(profile(**keys), made(*conditions))]


def applies(conditions: dict[str, Any] | None, **keys: Any) -> Applicability:
    (only,) = made(conditions)
    return applicability(only, cases_of(profile(**keys), [only]))


def test_there_is_one_case_where_nothing_is_asked_of_the_facts() -> None:
    assert cases(None, None, npm={"model": "undecided"}) == [{}]


def test_a_known_fact_makes_one_case() -> None:
    assert cases({"federal": True}, state={"federal": False}) == [{"federal": False}]


def test_an_unknown_fact_makes_a_case_of_every_value() -> None:
    assert cases({"federal": True}, state={"federal": "unknown"}) == [{"federal": False}, {"federal": True}]
    assert [case["institution_kind"] for case in cases({"institution_kind": ["other"]}, npm={})] == [
        "ombudsman",
        "commission",
        "other",
    ]


def test_an_unknown_fact_on_which_nothing_depends_makes_no_case() -> None:
    assert cases({"federal": True}, npm={"model": "undecided"}, state={"federal": True}) == [{"federal": True}]


def test_an_undecided_model_can_be_each_of_the_candidates_by_default_all_four() -> None:
    condition = {"model": ["nhri_plus"]}
    assert [case["model"] for case in cases(condition, npm={"model": "undecided"})] == ALL_MODELS
    candidates = {"model": "undecided", "candidates": ["nhri", "nhri_plus"]}
    assert [case["model"] for case in cases(condition, npm=candidates)] == ["nhri", "nhri_plus"]
    assert [case["model"] for case in cases(condition, npm={"model": "nhri"})] == ["nhri"]


def test_unknown_facts_combine() -> None:
    found = cases({"federal": True}, {"children_in_prison": True, "model": ["nhri"]}, npm={}, state={})
    assert len(found) == 4 * 2 * 2
    assert len({tuple(case.items()) for case in found}) == len(found)


@pytest.mark.parametrize(
    ("conditions", "facts", "result"),
    [
        (None, {}, True),
        ({"federal": True}, {"state": {"federal": True}}, True),
        ({"federal": True}, {"state": {"federal": False}}, False),
        ({"federal": False}, {"state": {"federal": False}}, True),
        ({"private_places_of_detention": True}, {"state": {"private_places_of_detention": False}}, False),
        ({"children_in_prison": True}, {"state": {"children_in_prison": True}}, True),
        ({"model": ["nhri", "nhri_plus"]}, {"npm": {"model": "nhri_plus"}}, True),
        ({"model": ["nhri", "nhri_plus"]}, {"npm": {"model": "specialised_body"}}, False),
        ({"institution_kind": ["ombudsman"]}, {"npm": {"institution_kind": "other"}}, False),
        ({"federal": True, "model": ["nhri"]}, {"state": {"federal": True}, "npm": {"model": "nhri"}}, True),
        ({"federal": True, "model": ["nhri"]}, {"state": {"federal": False}, "npm": {"model": "nhri"}}, False),
    ],
)
def test_all_the_conditions_named_must_hold(
    conditions: dict[str, Any] | None, facts: dict[str, Any], result: bool
) -> None:
    found = applies(conditions, **facts)
    assert (found.anywhere, found.conditional, found.depends_on) == (result, False, ())


@pytest.mark.parametrize(
    ("conditions", "facts", "depends_on"),
    [
        ({"federal": True}, {"state": {}}, ("state.federal",)),
        ({"model": ["nhri"]}, {"npm": {"candidates": ["nhri", "nhri_plus"]}}, ("npm.model",)),
        ({"federal": True, "model": ["nhri"]}, {"state": {}, "npm": {"model": "nhri"}}, ("state.federal",)),
        (
            {"children_in_prison": True, "institution_kind": ["other"]},
            {"state": {}, "npm": {}},
            ("npm.institution_kind", "state.children_in_prison"),
        ),
        # Whatever the kind of institution is: only the other fact is in play.
        (
            {"federal": True, "institution_kind": ["ombudsman", "commission", "other"]},
            {"state": {}, "npm": {}},
            ("state.federal",),
        ),
    ],
)
def test_a_criterion_is_conditional_where_unknown_facts_decide(
    conditions: dict[str, Any], facts: dict[str, Any], depends_on: tuple[str, ...]
) -> None:
    found = applies(conditions, **facts)
    assert found.conditional
    assert found.depends_on == depends_on


@pytest.mark.parametrize(
    ("conditions", "facts", "result"),
    [
        ({"model": ["nhri", "nhri_plus"]}, {"npm": {"candidates": ["nhri", "nhri_plus"]}}, True),
        ({"model": ["multiple_bodies"]}, {"npm": {"candidates": ["nhri", "nhri_plus"]}}, False),
        ({"model": ["multiple_bodies"], "federal": True}, {"npm": {"model": "nhri"}, "state": {}}, False),
    ],
)
def test_an_unknown_fact_that_decides_nothing_makes_nothing_conditional(
    conditions: dict[str, Any], facts: dict[str, Any], result: bool
) -> None:
    found = applies(conditions, **facts)
    assert (found.anywhere, found.conditional, found.depends_on) == (result, False, ())

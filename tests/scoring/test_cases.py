"""Applicability is data: it depends on facts of the profile, and an unknown fact makes cases."""

from __future__ import annotations

from typing import Any

import pytest

from npm_readiness import assess
from npm_readiness.models.assessed_criteria import AssessedCriterion
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.vocabulary import InstitutionKind
from npm_readiness.scoring.cases import Case, cases_of, possible_facts
from npm_readiness.situation.working_out import situation_of
from tests.making import catalogue, criterion, of, profile, question

ALL_MODELS = ["nhri", "nhri_plus", "specialised_body", "multiple_bodies"]


def made(*conditions: dict[str, Any] | None) -> Catalogue:
    """A criterion for each set of conditions."""
    return catalogue(*(criterion(f"c{number}", f"q{number}", when=when) for number, when in enumerate(conditions)))


def cases_in(content: Catalogue, **keys: Any) -> list[Case]:
    given = profile(**keys)
    situation = situation_of(given, content.instruments, given.assessed_on)
    asked = [(entry.criterion, content.questions_of(entry.criterion)) for entry in content]
    return [dict(case) for case in cases_of(possible_facts(given, situation), asked)]


def cases(*conditions: dict[str, Any] | None, **keys: Any) -> list[Case]:
    return cases_in(made(*conditions), **keys)


def applies(conditions: dict[str, Any] | None, **keys: Any) -> AssessedCriterion:
    return of(assess(profile(**keys), made(conditions)), "c0")


def said(found: AssessedCriterion) -> tuple[bool, bool, tuple[str, ...]]:
    """Whether it applies in some case, whether only in some, and on what that depends."""
    return found.status != "not_applicable", found.conditional, found.depends_on


def test_there_is_one_case_where_nothing_is_asked_of_the_facts() -> None:
    assert cases(None, None, npm={"model": "undecided"}) == [{}]


def test_a_known_fact_makes_one_case() -> None:
    assert cases({"federal": True}, state={"federal": False}) == [{"federal": False}]


def test_an_unknown_fact_makes_a_case_of_every_value() -> None:
    assert cases({"federal": True}, state={"federal": "unknown"}) == [{"federal": False}, {"federal": True}]
    names = ["ombudsman", "commission", "other"]
    told_apart = [{"institution_kind": [name]} for name in names]
    found = [case["institution_kind"] for case in cases(*told_apart, npm={})]
    assert set(found) >= {frozenset({InstitutionKind(name)}) for name in names}
    assert len(found) == 4, "the kinds that nothing tells apart are one"


def test_values_that_no_rule_tells_apart_are_one_case() -> None:
    assert len(cases({"institution_kind": ["other"]}, npm={})) == 2
    assert len(cases({"model": ["nhri", "nhri_plus"]}, npm={"model": "undecided"})) == 2


def test_an_unknown_fact_on_which_nothing_depends_makes_no_case() -> None:
    assert cases({"federal": True}, npm={"model": "undecided"}, state={"federal": True}) == [{"federal": True}]


def test_an_undecided_model_can_be_each_of_the_candidates_by_default_all_four() -> None:
    told_apart = [{"model": [name]} for name in ALL_MODELS]

    def models(npm: dict[str, Any]) -> list[Any]:
        return [case["model"] for case in cases(*told_apart, npm=npm)]

    assert models({"model": "undecided"}) == ALL_MODELS
    assert models({"model": "undecided", "candidates": ["nhri", "nhri_plus"]}) == ["nhri", "nhri_plus"]
    assert models({"model": "nhri"}) == ["nhri"]


def test_unknown_facts_combine() -> None:
    found = cases({"federal": True}, {"children_in_prison": True, "model": ["nhri"]}, npm={}, state={})
    assert len(found) == 2 * 2 * 2
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
    assert said(found) == (result, False, ())


@pytest.mark.parametrize("fact", ["federal", "private_places_of_detention", "children_in_prison"])
@pytest.mark.parametrize("wanted", [True, False])
def test_a_fact_of_the_state_that_is_not_known_can_be_either(fact: str, wanted: bool) -> None:
    assert said(applies({fact: wanted}, state={})) == (True, True, (f"state.{fact}",))
    assert said(applies({fact: wanted}, state={fact: wanted})) == (True, False, ())
    assert said(applies({fact: wanted}, state={fact: not wanted})) == (False, False, ())


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
            {"federal": True, "institution_kind": ["ombudsman", "commission", "specialised", "inspectorate", "other"]},
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
    assert said(found) == (result, False, ())


# --- Where the State stands ----------------------------------------------------------------------------------------------


OUTSIDE = {"opcat": {"ratified": None, "acceded": None}}
JOINED = {"opcat": {"ratified": "2023-12-20"}}
BOUND = {"opcat": {"ratified": "2010-01-01"}}
MAY_HAVE_JOINED = {"opcat": {"ratified": "2024"}}
NEW = {"id": "a", "name": "A", "role": "mechanism", "designated": "2023-01-01", "at_work_since": "2023-02-01"}
SETTLED = {**NEW, "designated": "2012-01-01", "at_work_since": "2012-02-01"}
ON_PAPER = {**NEW, "at_work_since": None}


@pytest.mark.parametrize(
    ("conditions", "facts", "result"),
    [
        ({"joined": True}, {"treaties": OUTSIDE}, (False, False, ())),
        ({"joined": True}, {"treaties": JOINED}, (True, False, ())),
        ({"joined": False}, {"treaties": JOINED}, (False, False, ())),
        ({"party": True}, {"treaties": JOINED}, (False, False, ())),
        ({"party": True}, {"treaties": BOUND}, (True, False, ())),
        ({"party": False}, {"treaties": JOINED}, (True, False, ())),
        ({"joined": True, "party": False}, {"treaties": BOUND}, (False, False, ())),
        ({"joined": True}, {"treaties": MAY_HAVE_JOINED}, (True, True, ("treaties.opcat",))),
        ({"joined": True}, {"treaties": {}}, (True, True, ("treaties.opcat",))),
        ({"mechanism": "none"}, {"npm": {"designated": None}}, (True, False, ())),
        ({"mechanism": "none"}, {"npm": {"bodies": []}}, (True, False, ())),
        ({"mechanism": "none"}, {"npm": {"bodies": [ON_PAPER]}}, (False, False, ())),
        ({"mechanism": "designated"}, {"npm": {"bodies": [ON_PAPER]}}, (True, False, ())),
        ({"mechanism": "at_work"}, {"npm": {"bodies": [ON_PAPER]}}, (False, False, ())),
        ({"mechanism": "at_work"}, {"npm": {"bodies": [NEW]}}, (True, False, ())),
        ({"mechanism": ["none", "at_work"]}, {"npm": {"bodies": [SETTLED]}}, (True, False, ())),
        ({"mechanism": "at_work"}, {"npm": {"designated": "2020-01-01"}}, (True, True, ("npm.at_work_since",))),
        ({"mechanism": "none"}, {"npm": {}}, (True, True, ("npm.designated",))),
        ({"first_two_years": True}, {"npm": {"bodies": [NEW]}}, (True, False, ())),
        ({"first_two_years": True}, {"npm": {"bodies": [SETTLED]}}, (False, False, ())),
        ({"first_two_years": True}, {"npm": {"bodies": [NEW, {**SETTLED, "id": "b"}]}}, (False, False, ())),
        ({"first_two_years": True}, {"npm": {"designated": None}}, (True, False, ())),
        ({"first_two_years": False}, {"npm": {"bodies": [ON_PAPER]}}, (False, False, ())),
    ],
)
def test_a_criterion_stands_for_a_situation(
    conditions: dict[str, Any], facts: dict[str, Any], result: tuple[bool, bool, tuple[str, ...]]
) -> None:
    if facts.get("treaties"):
        facts = {"treaties": {**facts["treaties"], "uncat": {"ratified": "1990-01-01"}}}
    found = applies(conditions, **facts)
    assert said(found) == result
    assert found.moot is (not result[0]), "it falls away because of where the State stands"


def test_what_does_not_stand_for_another_reason_as_well_is_not_moot() -> None:
    """It would not be asked in any situation."""
    found = applies({"joined": True, "federal": True}, treaties=OUTSIDE, state={"federal": False})
    assert (found.status, found.moot) == ("not_applicable", False)


def test_a_question_that_waits_for_a_mechanism_tells_its_cases_apart() -> None:
    content = catalogue(criterion("c1", question("q1", needs_mechanism=True)))
    assert len(cases_in(content, npm={"designated": "unknown"})) == 2
    assert len(cases_in(content, npm={"designated": "2020-01-01"})) == 1


# --- Kinds of institution --------------------------------------------------------------------------------------------------


def body(name: str, kind: str, **keys: Any) -> dict[str, Any]:
    return {"id": name, "name": name, "kind": kind, **keys}


MEMBER = {"role": "member", "designated": "2020-01-01"}
OMBUDSMAN, COMMISSION = {"institution_kind": ["ombudsman"]}, {"institution_kind": ["commission"]}


@pytest.mark.parametrize(
    ("bodies", "ombudsman", "commission"),
    [
        # All that are the mechanism, together.
        ([body("a", "ombudsman", **MEMBER), body("b", "commission", **MEMBER)], True, True),
        # A candidate beside the mechanism does not count.
        ([body("a", "ombudsman", **MEMBER), body("b", "commission", role="candidate")], True, False),
        # Of candidates any one.
        ([body("a", "ombudsman", role="candidate"), body("b", "commission", role="candidate")], "unknown", "unknown"),
        ([body("a", "ombudsman", role="candidate")], True, False),
        # Nor does a former one.
        (
            [body("a", "ombudsman", role="former", ended="2020-01-01"), body("b", "commission", role="candidate")],
            False,
            True,
        ),
        # One that may have been designated this year is in it or not.
        (
            [body("a", "ombudsman", **MEMBER), body("b", "commission", role="member", designated="2024")],
            True,
            "unknown",
        ),
        (
            [body("a", "ombudsman", role="member", designated="2024"), body("b", "commission", role="candidate")],
            "unknown",
            "unknown",
        ),
        ([body("a", "unknown", **MEMBER), body("b", "commission", **MEMBER)], "unknown", True),
    ],
)
def test_the_kind_of_institution_is_that_of_the_bodies(
    bodies: list[dict[str, Any]], ombudsman: object, commission: object
) -> None:
    for conditions, expected in ((OMBUDSMAN, ombudsman), (COMMISSION, commission)):
        found = applies(conditions, npm={"bodies": bodies})
        told = "unknown" if found.conditional else found.status != "not_applicable"
        assert told == expected, conditions


def test_many_bodies_of_unknown_kind_make_no_more_cases_than_there_are_sets_of_kinds() -> None:
    bodies = [body(f"b{n}", "unknown", **MEMBER) for n in range(50)]
    assert len(cases(OMBUDSMAN, COMMISSION, npm={"bodies": bodies})) == 4

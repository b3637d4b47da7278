"""Which questions a profile has to answer: what its facts rule out, and what follows from them, is not asked."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from npm_readiness.filling.asking import questions_of
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.scoring.results import results_of
from npm_readiness.situation.working_out import situation_of
from tests import making

JOINED = {"treaties": {"opcat": {"ratified": "2010-01-01"}}}
NOT_JOINED = {"treaties": {"opcat": {"ratified": None, "acceded": None}}}
BODY = {"id": "body", "name": "The body", "kind": "ombudsman", "role": "mechanism", "designated": "2015"}


def left_out(*criteria: making.Spec, **facts: Any) -> dict[str, tuple[str, ...]]:
    """What a checklist of these criteria does not ask by these facts."""
    return dict(questions_of(making.profile(**facts), making.catalogue(*criteria), ("opcat",)).left_out)


@pytest.mark.parametrize(
    ("when", "facts", "why"),
    [
        ({"joined": False}, JOINED, "the State has joined OPCAT"),
        ({"joined": True}, NOT_JOINED, "the State has not joined OPCAT"),
        ({"party": True}, NOT_JOINED, "the State has not joined OPCAT"),
        ({"model": ["multiple_bodies"]}, {}, "for other models of a mechanism"),
        ({"institution_kind": ["commission"]}, {}, "for other kinds of bodies"),
        ({"federal": True}, {"state": {"federal": False}}, "the State is not federal"),
        ({"federal": False}, {"state": {"federal": True}}, "the State is federal"),
        ({"children_in_prison": True}, {"state": {"children_in_prison": False}}, "no children live in prison"),
        ({"mechanism": "at_work"}, {"npm": {"designated": None}}, "no body is the mechanism"),
        ({"mechanism": "none"}, {}, "a body is the mechanism"),
        (
            {"mechanism": "at_work"},
            {"npm": {"bodies": [{**BODY, "at_work_since": None}]}},
            "nobody is at work in the mechanism",
        ),
        (
            {"first_two_years": True},
            {"npm": {"bodies": [{**BODY, "at_work_since": "2016"}]}},
            "the mechanism has been at work for two years",
        ),
    ],
)
def test_what_the_facts_rule_out_is_left_out_with_the_reason(
    when: dict[str, Any], facts: dict[str, Any], why: str
) -> None:
    assert left_out(making.criterion("c", "q", when=when), **facts) == {why: ("q",)}


def test_what_an_unknown_fact_may_ask_for_is_asked() -> None:
    criteria = [
        making.criterion("one", "q-one", when={"joined": False}),
        making.criterion("two", "q-two", when={"federal": True}),
        making.criterion("three", making.question("q-three", needs_people=True)),
    ]
    assert left_out(*criteria, npm={"designated": "unknown"}) == {}


@pytest.mark.parametrize(
    ("keys", "facts", "why"),
    [
        ({"answered_by": "mechanism-designated"}, {}, "follows from npm.designated"),
        ({"follows_from": "joined"}, JOINED, "follows from treaties.opcat"),
        ({"needs_people": True}, {"npm": {"designated": None}}, "no, since no body is the mechanism"),
        (
            {"needs_people": True},
            {"npm": {"bodies": [{**BODY, "at_work_since": None}]}},
            "no, since nobody is at work in the mechanism",
        ),
    ],
)
def test_what_answers_itself_is_left_out(keys: dict[str, Any], facts: dict[str, Any], why: str) -> None:
    ((found, names),) = left_out(making.criterion("c", making.question("q", **keys)), **facts).items()
    assert found.startswith(why)
    assert names == ("q",)


def test_a_question_that_one_of_its_criteria_asks_is_asked_there() -> None:
    catalogue = making.catalogue(
        making.criterion("a-first", "q", when={"federal": True}), making.criterion("b-second", "q")
    )
    asking = questions_of(making.profile(state={"federal": False}), catalogue, ("opcat",))
    assert [(item.question.id, item.entry.criterion.id) for item in asking.questions] == [("q", "b-second")]
    assert asking.left_out == {}


EVENTS = st.sampled_from([None, "unknown", "2010-05-05", "2023-12-20", "yes"])
FACTS = st.sampled_from([True, False, "unknown"])
BODIES = st.one_of(
    st.just([]),
    st.builds(
        lambda kind, since, basis: [{**BODY, "kind": kind, "at_work_since": since, "legal_basis": basis}],
        st.sampled_from(["ombudsman", "commission", "other", "unknown"]),
        EVENTS,
        st.sampled_from(["act", "executive_text", "unknown"]),
    ),
)


@settings(deadline=None)
@given(
    st.sampled_from(["nhri", "nhri_plus", "specialised_body", "multiple_bodies", "undecided"]),
    EVENTS,
    BODIES | st.none(),
    FACTS,
    FACTS,
)
def test_what_is_asked_is_what_an_assessment_leaves_open(
    model: str, deposit: str | None, bodies: list[Any] | None, federal: object, children: object
) -> None:
    npm = {"model": model} if bodies is None else {"model": model, "bodies": bodies}
    facts: dict[str, Any] = {
        "npm": npm,
        "treaties": {"opcat": {"ratified": deposit, "acceded": None}},
        "state": {"federal": federal, "children_in_prison": children, "private_places_of_detention": True},
    }
    catalogue, profile = default_catalogue(), making.profile(**facts)
    asking = questions_of(profile, catalogue, ("opcat", "paris"))
    asked = [item.question.id for item in asking.questions]
    assert len(asked) == len(set(asked))
    assert set(asked) == _open(profile)
    assert not set(asked) & {name for names in asking.left_out.values() for name in names}


def _open(profile: Profile) -> set[str]:
    """The questions that somebody has to answer, as an assessment of an empty profile has them."""
    catalogue = default_catalogue()
    situation = situation_of(profile, catalogue.instruments, profile.assessed_on)
    results = results_of(profile, catalogue, situation, ("opcat", "paris"), require_evidence=False)
    return {name for name, answer in results.answers.items() if answer.fact is None}

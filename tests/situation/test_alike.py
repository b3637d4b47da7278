"""A body stands beside a few former ones as it does beside all."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from npm_readiness.models.situation import Situation
from npm_readiness.situation.alike import few_of_each
from npm_readiness.situation.working_out import situation_of
from tests.making import catalogue, criterion, profile

BODY = st.fixed_dictionaries(
    {
        "role": st.sampled_from(["former", "former", "former", "regional", "candidate"]),
        "kind": st.sampled_from(["ombudsman", "unknown"]),
        "legal_basis": st.sampled_from(["act", "executive_text", "unknown"]),
        "designated": st.sampled_from([2010, 2022, "unknown"]),
        "ended": st.sampled_from([2015, 2024, "unknown"]),
        "at_work_since": st.sampled_from([2012, None, "unknown"]),
    }
)


def _told(situation: Situation) -> object:
    """All that answers are held against."""
    told = situation.designated, situation.nobody_at_work, situation.only_below_an_act, situation.joined
    return *told, situation.states, situation.at_work, situation.kinds, situation.legal_basis


OF_SOME_KIND = {
    "role": "former",
    "kind": "unknown",
    "legal_basis": "act",
    "designated": 2010,
    "ended": 2024,
    "at_work_since": None,
}


@given(st.lists(BODY, min_size=1, max_size=12))
@example([OF_SOME_KIND] * 12)
@example([{**OF_SOME_KIND, "kind": "ombudsman"}, *[OF_SOME_KIND] * 3])
def test_what_is_worked_out_for_each_body_is_the_same(bodies: list[dict[str, Any]]) -> None:
    listed = [{"id": f"b{number}", "name": f"B {number}", **body} for number, body in enumerate(bodies)]
    for body in listed:
        if body["role"] == "candidate":
            body["designated"] = None
        if body["role"] != "former":
            body["ended"] = None
    one = profile({}, npm={"model": "multiple_bodies", "bodies": listed}, assessed_on="2024-06-01")
    instruments = catalogue(criterion("c", "a")).instruments
    few = few_of_each(one.npm, one.former_bodies, one.assessed_on)
    for own in one.npm.bodies or ():
        beside = [situation_of(one.of_body(own, former), instruments, one.assessed_on) for former in (None, few)]
        assert _told(beside[0]) == _told(beside[1])


def test_of_bodies_that_stand_alike_no_more_are_kept_than_can_be_of_different_kinds() -> None:
    listed = [{"id": f"b{number}", "name": f"B {number}", "role": "former", "kind": "unknown"} for number in range(50)]
    one = profile({}, npm={"model": "multiple_bodies", "bodies": listed})
    assert [body.id for body in few_of_each(one.npm, one.former_bodies, one.assessed_on)] == [
        "b0",
        "b1",
        "b2",
        "b3",
        "b4",
        "b5",
    ]

"""The roadmap: the gaps' actions, ordered by what must come first."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from npm_readiness import assess
from npm_readiness.scoring.roadmap import in_order
from tests.making import catalogue, criterion, profile


def test_without_after_the_order_given_stays() -> None:
    assert in_order(["c", "a", "b"], {}) == ("c", "a", "b")


def test_a_gap_comes_behind_what_must_come_before_it() -> None:
    assert in_order(["a", "b", "c"], {"a": ["c"]}) == ("c", "a", "b")
    assert in_order(["a", "b", "c"], {"a": ["b"], "b": ["c"]}) == ("c", "b", "a")


def test_what_a_gap_waits_for_keeps_the_order_in_which_it_is_named() -> None:
    assert in_order(["a", "b", "c"], {"a": ["c", "b"]}) == ("c", "b", "a")
    assert in_order(["a", "b", "c"], {"a": ["b", "c"], "b": ["c"]}) == ("c", "b", "a")


def test_an_order_that_runs_through_a_step_already_taken_is_kept() -> None:
    assert in_order(["a", "c"], {"a": ["taken"], "taken": ["c"]}) == ("c", "a")


def test_only_gaps_are_listed() -> None:
    assert in_order(["a"], {"a": ["taken"]}) == ("a",)


def test_a_long_chain_is_followed_to_its_end() -> None:
    names = [f"c{number}" for number in range(5000)]
    after = {later: [earlier] for later, earlier in pairwise(names)}
    assert in_order(names, after) == tuple(reversed(names))


@st.composite
def orders(draw: st.DrawFn) -> tuple[list[str], dict[str, list[str]]]:
    """Criteria with a few references that make no circle, and some of the criteria as gaps, in any order."""
    names = draw(st.permutations("abcdefg"))
    after = {
        name: draw(st.lists(st.sampled_from(names[:place]), unique=True, max_size=2)) if place else []
        for place, name in enumerate(names)
    }
    return draw(st.lists(st.sampled_from(sorted(names)), unique=True)), after


@settings(deadline=None)
@given(orders())
def test_every_gap_stands_once_and_after_all_that_it_waits_for(case: tuple[list[str], dict[str, list[str]]]) -> None:
    gaps, after = case
    order = in_order(gaps, after)
    assert sorted(order) == sorted(gaps)
    for place, gap in enumerate(order):
        assert _waited_for(gap, after).isdisjoint(order[place:])


def _waited_for(name: str, after: dict[str, list[str]]) -> set[str]:
    """All that a criterion waits for, also through others."""
    direct = after.get(name, [])
    return set(direct).union(*(_waited_for(earlier, after) for earlier in direct))


@pytest.mark.parametrize("files", list(permutations(range(3))))
def test_an_assessment_orders_its_gaps_by_stage_and_by_what_must_come_first(files: tuple[int, ...]) -> None:
    criteria = [
        criterion("a-visits", "q1", stage="operation"),
        criterion("b-law", "q2", stage="establishment", after=["c-bill"]),
        criterion("c-bill", "q3", stage="establishment"),
    ]
    made = catalogue(*(criteria[place] for place in files))
    found = assess(profile({"q1": "no", "q2": "partial", "q3": "no"}), made)
    assert found.roadmap == ("c-bill", "b-law", "a-visits")
    found = assess(profile({"q1": "no", "q2": "partial", "q3": "yes"}), made)
    assert found.roadmap == ("b-law", "a-visits")

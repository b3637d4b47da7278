"""Circles in what must come before what: found in steps that grow with the references, and all told at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from npm_readiness.loading.circles import circles
from tests.steps import steps

Order = Mapping[str, Sequence[str]]

NAMES = "abcdef"


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({}, []),
        ({"a": ["b"], "b": []}, []),
        ({"a": ["a"]}, [["a"]]),
        ({"a": ["b"], "b": ["a"]}, [["a", "b"]]),
        ({"a": ["unknown"], "b": ["a", "unknown"]}, []),
        # What only leads to a circle is no part of it.
        ({"x": ["a"], "a": ["b"], "b": ["a"]}, [["a", "b"]]),
        # Of two ways back the shorter is told.
        ({"a": ["b", "c"], "b": ["c"], "c": ["a"]}, [["a", "c"]]),
        # Two circles in one knot are told at once.
        ({"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c", "a"]}, [["a", "b"], ["c", "d"]]),
        ({"c": ["d"], "a": ["b"], "b": ["a"], "d": ["c"]}, [["c", "d"], ["a", "b"]]),
    ],
)
def test_circles_begin_with_the_name_that_stands_first(after: Order, expected: list[list[str]]) -> None:
    assert circles(after) == expected


def ways_back(start: str, after: Order) -> list[list[str]]:
    """Every way from a name back to itself that passes no name twice: tried one by one."""
    found, ways = [], [[start]]
    while ways:
        way = ways.pop()
        for earlier in after.get(way[-1], ()):
            if earlier == start:
                found.append(way)
            elif earlier not in way:
                ways.append([*way, earlier])
    return found


@st.composite
def orders(draw: st.DrawFn) -> dict[str, list[str]]:
    names = draw(st.permutations(NAMES))
    return {name: draw(st.lists(st.sampled_from([*NAMES, "unknown"]), unique=True, max_size=3)) for name in names}


@settings(deadline=None)
@given(orders())
def test_circles_are_what_trying_every_way_finds(after: dict[str, list[str]]) -> None:
    found = circles(after)
    names = [name for circle in found for name in circle]
    assert len(names) == len(set(names)), "no two of them share a name"
    place = list(after).index
    assert [circle[0] for circle in found] == sorted((min(circle, key=place) for circle in found), key=place)
    for circle in found:
        assert circle in ways_back(circle[0], after)
    rest = {name: [one for one in earlier if one not in names] for name, earlier in after.items() if name not in names}
    assert not any(ways_back(name, rest) for name in rest), "every circle shares a name with one that is told"


@settings(deadline=None)
@given(orders())
def test_the_first_circle_is_a_shortest_one_through_the_first_name_that_waits_for_itself(
    after: dict[str, list[str]],
) -> None:
    first = next((name for name in after if ways_back(name, after)), None)
    found = circles(after)
    if first is None:
        assert found == []
    else:
        assert found[0][0] == first
        assert len(found[0]) == min(map(len, ways_back(first, after)))


def chain(length: int) -> dict[str, list[str]]:
    names = [f"c{number}" for number in range(length)]
    return {names[0]: [], **{later: [earlier] for earlier, later in pairwise(names)}}


def ring(length: int) -> dict[str, list[str]]:
    return {**chain(length), "c0": [f"c{length - 1}"]}


def ladder(length: int) -> dict[str, list[str]]:
    """A chain in which each also waits for the last one: as many circles as references back."""
    return {name: [*earlier, f"c{length - 1}"] for name, earlier in chain(length).items()}


@pytest.mark.parametrize("shape", [chain, ring, ladder])
def test_steps_grow_with_the_criteria_and_no_faster(shape: Callable[[int], Order]) -> None:
    some, many = (steps(partial(circles, shape(length))) for length in (1000, 4000))
    assert many < 4.5 * some


def test_a_chain_of_four_thousand_is_followed_to_its_end() -> None:
    assert circles(chain(4000)) == []
    assert circles(ring(4000)) == [["c0", *(f"c{number}" for number in range(3999, 0, -1))]]

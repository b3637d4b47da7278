"""Places in a legal text: those named together are told apart, and stand in the order of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from npm_readiness.models.pinpoints import place_order, places_named


@pytest.mark.parametrize(
    ("pinpoint", "places"),
    [
        ("arts 81, 82(14)", ("art. 81", "art. 82(14)")),
        ("articles 2 and 3(1)", ("article 2", "article 3(1)")),
        ("Articles 12(1), 13 and 14(2)(b)", ("Article 12(1)", "Article 13", "Article 14(2)(b)")),
        ("\N{SECTION SIGN}\N{SECTION SIGN} 3; 4a", ("\N{SECTION SIGN} 3", "\N{SECTION SIGN} 4a")),
        # One place, or what cannot surely be told apart, stays as it is written.
        ("art. 13(6)-(7)", ("art. 13(6)-(7)",)),
        ("articles 1 to 3-1", ("articles 1 to 3-1",)),
        ("art. 5, para. 2", ("art. 5, para. 2",)),
        ("art. 12, first sentence", ("art. 12, first sentence",)),
        ("opening articles", ("opening articles",)),
        ("chapter 4a", ("chapter 4a",)),
    ],
)
def test_places_that_are_named_together_are_told_apart(pinpoint: str, places: tuple[str, ...]) -> None:
    assert places_named(pinpoint) == places


def test_places_stand_in_the_order_of_the_text() -> None:
    mixed = ["art. 10", "art. 3-1(1)", "opening articles", "art. 9", "art. 3(2)", "art. 3(10)", "art. 3(9)"]
    in_order = ["art. 3(2)", "art. 3(9)", "art. 3(10)", "art. 3-1(1)", "art. 9", "art. 10", "opening articles"]
    assert sorted(mixed, key=place_order) == in_order


@given(st.text(max_size=200))
def test_no_word_of_a_pinpoint_is_lost(pinpoint: str) -> None:
    """Whatever people write: what is told apart says at least the numbers of what was named together."""
    places = places_named(pinpoint)
    assert places
    if len(places) == 1:
        assert places == (pinpoint,)
    assert [digit for place in places for digit in place if digit.isdigit()] == [d for d in pinpoint if d.isdigit()]
    place_order(pinpoint)


@pytest.mark.parametrize("repeated", ["-1", "–1", " to 1", "-(1)", "(1)", " - 1-1", "to1", ".1-"])
def test_many_hyphens_are_read_once_and_not_in_all_ways(repeated: str) -> None:
    """With a pattern that tries all ways this takes longer than anybody waits."""
    pinpoint = f"arts. 1{repeated * 2_000}!, 2"
    assert places_named(pinpoint) == (pinpoint,)

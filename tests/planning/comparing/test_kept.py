"""Thousands of profiles are compared in the room of a few: what is held of each, counted object by object."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from npm_readiness import Profile, assess, compare
from npm_readiness.models.assessment import Assessment
from npm_readiness.planning.comparing.comparison import AnswerThen
from npm_readiness.planning.comparing.kept import Packed, Row, shared
from npm_readiness.planning.comparing.summary import Said
from tests.making import catalogue, criterion, profile

COUNTRIES = ("NO", "SE", "DK", "FI", "IS", "EE")
MADE = catalogue(criterion("c", "a", "b"), criterion("d", "e"))


def said(country: str) -> Profile:
    """A profile whose words are its own."""
    return profile({"a": {"answer": "yes", "comment": f"As it is in {country}."}, "b": "no"}, country=country)


class Watched:
    """Profiles as they come; before each, what is still there of those before it is counted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.alive: list[tuple[int, int]] = []
        self._profiles: list[weakref.ref[Profile]] = []
        self._assessments: list[weakref.ref[Assessment]] = []

        def remembered(*given: object, **chosen: object) -> Assessment:
            made = assess(*given, **chosen)  # type: ignore[arg-type]
            self._assessments.append(weakref.ref(made))
            return made

        monkeypatch.setattr("npm_readiness.planning.comparing.comparing.assess", remembered)

    def profiles(self, countries: tuple[str, ...]) -> Iterator[Profile]:
        for country in countries:
            gc.collect()
            # The last of each is still in the hands of who compares them.
            self.alive.append((_alive(self._profiles[:-1]), _alive(self._assessments[:-1])))
            made = said(country)
            self._profiles.append(weakref.ref(made))
            yield made
            del made


def _alive(held: list[weakref.ref[Profile]] | list[weakref.ref[Assessment]]) -> int:
    return sum(one() is not None for one in held)


@pytest.mark.parametrize("countries", [COUNTRIES, ("NO",) * 6], ids=["of many countries", "of one country"])
def test_no_profile_and_no_assessment_outlives_its_summary(
    countries: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Watched(monkeypatch)
    compare(watched.profiles(countries), MADE)
    assert watched.alive == [(0, 0)] * len(countries)


def test_the_words_of_a_profile_are_put_away_until_the_next_of_its_country_comes() -> None:
    def words() -> int:
        gc.collect()
        return sum(isinstance(held, AnswerThen | Said) for held in gc.get_objects())

    before, counted = words(), []

    def profiles() -> Iterator[Profile]:
        for country in COUNTRIES:
            counted.append(words() - before)
            yield said(country)

    compare(profiles(), MADE)
    assert counted[0] == 0
    assert len(set(counted[1:])) == 1, "as many after the first as after the last but one"


def test_what_was_put_away_is_told_in_full_when_the_next_comes() -> None:
    after = profile({"a": {"answer": "no", "comment": "No more."}, "b": "no"}, country="NO")
    (step,) = compare([said("NO"), said("SE"), after], MADE).steps
    (change,) = step.answers
    assert (change.question, change.text, change.criterion) == ("a", "Is it so (a)?", "c")
    assert (change.before.comment, change.after.comment) == ("As it is in NO.", "No more.")


@given(st.dictionaries(st.text(), st.integers()), st.text())
def test_a_row_is_the_mapping_that_it_was_made_of(content: dict[str, int], key: str) -> None:
    row = Row(content)
    assert list(row.items()) == list(content.items())
    assert row.get(key) == content.get(key)


@given(st.dictionaries(st.text(), st.tuples(st.text(), st.none() | st.dates())))
def test_what_is_unpacked_is_what_was_packed(value: dict[str, object]) -> None:
    assert Packed.of(value).unpacked() == value


def test_equal_results_are_one_object() -> None:
    one, other = (1, (2, "three" * 2)), (1, (2, "three" * 2))
    assert shared(one) is shared(other)

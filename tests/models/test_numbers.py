"""Exact numbers, and how they are shown."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from npm_readiness.models.numbers import Interval, Score, hull, rounded, weighted_mean

MILLIONTH = Fraction(1, 10**6)
shares = st.fractions(0, 1)
relaxed = settings(deadline=None)
"""How long one example takes says nothing on a busy machine."""


def interval(lower: str, upper: str) -> Interval:
    return Interval(Fraction(lower), Fraction(upper))


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ("1/3", 0.333333),
        ("2/3", 0.666667),
        ("1/2", 0.5),
        # Half up, where Python's own round() goes to the even neighbour.
        ("0.0000025", 0.000003),
        ("0.0000015", 0.000002),
        ("0.1234565", 0.123457),
        ("0.12345649999", 0.123456),
    ],
)
def test_six_decimals_half_up(exact: str, shown: float) -> None:
    assert rounded(Fraction(exact)) == shown


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ("0", 0.0),
        ("1", 1.0),
        ("1/100000000", 0.000001),
        ("0.0000004", 0.000001),
        ("0.9999996", 0.999999),
        ("99999999/100000000", 0.999999),
    ],
)
def test_0_and_1_are_shown_only_where_the_number_is_exactly_that(exact: str, shown: float) -> None:
    assert rounded(Fraction(exact)) == shown


@relaxed
@given(shares)
def test_what_is_shown_is_within_half_a_millionth_save_beside_0_and_1(number: Fraction) -> None:
    shown = Fraction(str(rounded(number)))
    assert (shown in (0, 1)) == (number in (0, 1))
    if MILLIONTH / 2 <= number < 1 - MILLIONTH / 2:
        assert -MILLIONTH / 2 < shown - number <= MILLIONTH / 2


@relaxed
@given(shares, shares)
def test_rounding_keeps_the_order(one: Fraction, other: Fraction) -> None:
    assert (rounded(one) <= rounded(other)) or one > other


@pytest.mark.parametrize(("lower", "upper"), [("1/2", "1/3"), ("-1/2", "1"), ("0", "3/2")])
def test_an_interval_lies_within_0_and_1_the_lower_bound_first(lower: str, upper: str) -> None:
    with pytest.raises(ValueError, match="not an interval"):
        interval(lower, upper)


def test_a_mean_weighs_its_parts() -> None:
    assert weighted_mean([(interval("0", "1"), 1), (interval("1", "1"), 2)]) == interval("2/3", "1")


def test_the_mean_of_nothing_is_none_and_not_zero() -> None:
    assert weighted_mean([]) is None


def test_a_hull_holds_all_and_passes_over_none() -> None:
    assert hull([interval("1/3", "1/2"), None, interval("0", "1/4")]) == interval("0", "1/2")
    assert hull([None, None]) is None
    assert hull([]) is None


@relaxed
@given(shares, shares)
def test_a_score_gives_its_exact_interval_back(one: Fraction, other: Fraction) -> None:
    exact = Interval(min(one, other), max(one, other))
    score = Score.of(exact)
    assert score.interval == exact
    assert Score.model_validate_json(score.model_dump_json()) == score


def test_a_score_writes_fractions_in_lowest_terms() -> None:
    assert Score.of(interval("2/4", "1")).exact == ("1/2", "1/1")


@pytest.mark.parametrize(
    "written",
    [
        '{"lower": 0.5, "upper": 0.6, "exact": ["1/2", "1/1"]}',
        '{"lower": 1.0, "upper": 0.5, "exact": ["1/1", "1/2"]}',
        '{"lower": 0.0, "upper": 1.0, "exact": ["0/0", "1/1"]}',
        '{"lower": 0.0, "upper": 2.0, "exact": ["0/1", "2/1"]}',
        '{"lower": 0.5, "upper": 0.5, "exact": ["half", "half"]}',
        '{"lower": 0.5, "upper": 0.5, "exact": ["2/4", "0.5"]}',
        # Reckoned out, this number would fill the memory.
        '{"lower": 0.5, "upper": 0.5, "exact": ["1e9999999999", "1/1"]}',
    ],
)
def test_a_score_that_does_not_agree_with_itself_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        Score.model_validate_json(written)

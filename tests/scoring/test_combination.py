"""How a criterion makes one interval of its questions, and the status that follows."""

from __future__ import annotations

from fractions import Fraction

import pytest

from npm_readiness.models.numbers import Interval
from npm_readiness.models.vocabulary import Combine
from npm_readiness.scoring.combination import combined, status_of

NO, PARTIAL, YES = (Interval(Fraction(value), Fraction(value)) for value in ("0", "1/2", "1"))
UNKNOWN = Interval(Fraction(0), Fraction(1))


def between(lower: str, upper: str) -> Interval:
    return Interval(Fraction(lower), Fraction(upper))


@pytest.mark.parametrize(
    ("combine", "result"), [("mean", between("1/2", "1/2")), ("all", between("0", "0")), ("any", between("1", "1"))]
)
def test_the_mean_the_weakest_the_strongest(combine: str, result: Interval) -> None:
    assert combined(Combine(combine), [YES, PARTIAL, NO]) == result


@pytest.mark.parametrize(
    ("combine", "result"),
    [("mean", between("1/4", "3/4")), ("all", between("0", "1/2")), ("any", between("1/2", "1"))],
)
def test_an_unknown_leaves_an_exact_interval(combine: str, result: Interval) -> None:
    assert combined(Combine(combine), [PARTIAL, UNKNOWN]) == result


def test_questions_weigh_alike() -> None:
    assert combined(Combine.MEAN, [YES, NO, NO]) == between("1/3", "1/3")


@pytest.mark.parametrize("combine", Combine)
def test_what_does_not_apply_leaves_the_combination(combine: Combine) -> None:
    assert combined(combine, [None, PARTIAL, None]) == PARTIAL


@pytest.mark.parametrize("combine", Combine)
def test_of_nothing_nothing_is_left_and_not_zero(combine: Combine) -> None:
    assert combined(combine, [None, None]) is None
    assert combined(combine, []) is None


@pytest.mark.parametrize(
    ("interval", "status"),
    [
        (YES, "met"),
        (NO, "not_met"),
        (PARTIAL, "partly_met"),
        (between("1/4", "3/4"), "partly_met"),
        (UNKNOWN, "undetermined"),
        (between("1/2", "1"), "undetermined"),
        # Open in degree, and surely a gap.
        (between("0", "1/2"), "undetermined"),
        (between("999999999/1000000000", "999999999/1000000000"), "partly_met"),
        (None, "not_applicable"),
    ],
)
def test_a_status_says_only_what_nothing_open_can_change(interval: Interval | None, status: str) -> None:
    assert status_of(interval) == status

"""Exact numbers: an interval of fractions, and how one is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from npm_readiness.models.base import Model
from npm_readiness.models.results import trusted

__all__ = ["Interval", "Score", "hull", "rounded", "weighted_mean"]

MILLION = 10**6
WRITTEN = re.compile(r"\d{1,1000}/\d{1,1000}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Interval:
    """What a result can still turn out to be: exact bounds with 0 ≤ ``lower`` ≤ ``upper`` ≤ 1."""

    lower: Fraction
    upper: Fraction

    def __post_init__(self) -> None:
        lower, upper = self.lower, self.upper
        # 0 <= lower <= upper <= 1 in whole numbers: comparing fractions takes several times as long, and there are thousands.
        below, above = lower.numerator * upper.denominator, upper.numerator * lower.denominator
        if lower.numerator < 0 or below > above or upper.numerator > upper.denominator:
            raise ValueError(f"not an interval within 0 and 1: {self.lower} to {self.upper}")


def weighted_mean(parts: Iterable[tuple[Interval, int]]) -> Interval | None:
    """The mean of intervals by their integer weights (≥ 1); ``None`` where there is nothing to take a mean of."""
    listed = list(parts)
    total = sum(weight for _, weight in listed)
    if not total:
        return None
    if len(listed) == 1:
        return listed[0][0]
    # In whole numbers: every sum of fractions would look for what its two parts have in common.
    whole = lcm(*(bound.denominator for part, _ in listed for bound in (part.lower, part.upper)))
    lower = upper = 0
    for part, weight in listed:
        lower += part.lower.numerator * (whole // part.lower.denominator) * weight
        upper += part.upper.numerator * (whole // part.upper.denominator) * weight
    return Interval(Fraction(lower, total * whole), Fraction(upper, total * whole))


def hull(intervals: Iterable[Interval | None]) -> Interval | None:
    """The smallest interval that holds all of them; those that are ``None`` say nothing."""
    known = [interval for interval in intervals if interval is not None]
    if not known:
        return None
    if len(known) == 1:
        return known[0]
    return Interval(min(interval.lower for interval in known), max(interval.upper for interval in known))


def rounded(number: Fraction) -> float:
    """A number from 0 to 1 to six decimals, half up, but 0 or 1 only where it is exactly that."""
    # In whole numbers, as everywhere where there are thousands: half up is the floor of a number and a half.
    above, below = number.numerator, number.denominator
    if above in (0, below):
        return float(above // below)
    millionths = (2 * MILLION * above + below) // (2 * below)
    return min(max(millionths, 1), MILLION - 1) / MILLION


class Score(Model):
    """An exact interval as reports show it: six decimals for reading, ``exact`` ("n/d") for reckoning."""

    lower: float
    upper: float
    exact: tuple[str, str]

    @classmethod
    def of(cls, interval: Interval) -> Score:
        """The score that shows this interval."""
        return trusted(
            cls,
            lower=rounded(interval.lower),
            upper=rounded(interval.upper),
            exact=(_written(interval.lower), _written(interval.upper)),
        )

    @property
    def interval(self) -> Interval:
        """The exact interval; raises ``ValueError`` where ``exact`` does not hold two fractions from 0 to 1."""
        lower, upper = map(_read, self.exact)
        return Interval(lower, upper)

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Score:
        try:
            interval = self.interval
        except (ValueError, ZeroDivisionError):
            raise PydanticCustomError(
                "score", "exact must hold two fractions within 0 and 1, the lower first"
            ) from None
        if (self.lower, self.upper) != (rounded(interval.lower), rounded(interval.upper)):
            raise PydanticCustomError("score", "the decimals do not agree with the exact fractions")
        return self


def _read(written: str) -> Fraction:
    # Fraction alone would also take "1e999999999", and reckon it out.
    if not WRITTEN.fullmatch(written):
        raise ValueError(f"not a fraction: {written[:40]}")
    return Fraction(written)


def _written(number: Fraction) -> str:
    return f"{number.numerator}/{number.denominator}"

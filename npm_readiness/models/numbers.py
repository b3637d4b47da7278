"""Exact numbers: an interval of fractions, and how one is shown."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
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
    """What a result can still turn out to be: exact bounds with 0 ≤ ``lower`` ≤ ``upper`` ≤ 1.

    ``settled``: nothing of it is open; ``full``: it is surely all that it can be (``lower`` = 1); ``can_be_full``: it still can be
    (``upper`` = 1). These are asked of the same few intervals again and again, and comparing fractions takes long.
    """

    lower: Fraction
    upper: Fraction
    settled: bool = field(init=False, repr=False, compare=False)
    full: bool = field(init=False, repr=False, compare=False)
    can_be_full: bool = field(init=False, repr=False, compare=False)
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # In whole numbers, which are quicker to compare.
        lower, of_lower = self.lower.as_integer_ratio()
        upper, of_upper = self.upper.as_integer_ratio()
        below, above = lower * of_upper, upper * of_lower
        if lower < 0 or below > above or upper > of_upper:
            raise ValueError(f"not an interval within 0 and 1: {self.lower} to {self.upper}")
        object.__setattr__(self, "settled", below == above)
        object.__setattr__(self, "full", lower == of_lower)
        object.__setattr__(self, "can_be_full", upper == of_upper)
        # That of a fraction is reckoned in Python, and intervals are looked up thousands of times.
        object.__setattr__(self, "_hash", hash((lower, of_lower, upper, of_upper)))

    def __hash__(self) -> int:
        return self._hash


def weighted_mean(parts: Iterable[tuple[Interval, int]]) -> Interval | None:
    """The mean of intervals by their integer weights (≥ 1); ``None`` where there is nothing to take a mean of."""
    # There are few different intervals, so that most of the reckoning is counting.
    weights: dict[Interval, int] = {}
    for part, weight in parts:
        weights[part] = weights.get(part, 0) + weight
    total = sum(weights.values())
    if not total:
        return None
    if len(weights) == 1:
        return next(iter(weights))
    # In whole numbers: every sum of fractions would look for what its two parts have in common.
    whole = lcm(*(bound.denominator for part in weights for bound in (part.lower, part.upper)))
    lower = upper = 0
    for part, weight in weights.items():
        lower += part.lower.numerator * (whole // part.lower.denominator) * weight
        upper += part.upper.numerator * (whole // part.upper.denominator) * weight
    return Interval(Fraction(lower, total * whole), Fraction(upper, total * whole))


def hull(intervals: Iterable[Interval | None]) -> Interval | None:
    """The smallest interval that holds all of them; those that are ``None`` say nothing."""
    known = list(dict.fromkeys(interval for interval in intervals if interval is not None))
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
    def of(cls, interval: Interval) -> "Score":
        """The score that shows this interval."""
        return trusted(
            cls,
            lower=rounded(interval.lower),
            upper=rounded(interval.upper),
            exact=(_written(interval.lower), _written(interval.upper)),
        )

    @property
    def interval(self) -> "Interval":
        """The exact interval; raises ``ValueError`` where ``exact`` does not hold two fractions from 0 to 1."""
        lower, upper = map(_read, self.exact)
        return Interval(lower, upper)

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> "Score":
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

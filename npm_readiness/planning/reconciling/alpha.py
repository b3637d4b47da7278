"""Krippendorff's alpha: how far several people who answer the same questions say the same, beyond what chance would do.

Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (University of Pennsylvania, 2011),
https://repository.upenn.edu/asc_papers/43. Everything is exact; nothing but integers and fractions is reckoned with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations
from random import Random

__all__ = ["Metric", "alpha_of", "interval_of", "ordinal"]

Unit = Sequence[int]
"""The answers to one question, as places on the scale from 0; who did not answer is not in it."""

Metric = Callable[[int, int, Mapping[int, int]], Fraction]
"""The squared difference of two values, given how often each value was used."""

SEED = 20060622
"""The seed of the resampling, a date and nothing more: 22 June 2006, when OPCAT came into force."""

RESAMPLES = 1000
TAIL = 40
"""One fortieth, 2.5 per cent, of the resamples lies below the interval and as many above it."""

PAIR = 2


def ordinal(one: int, other: int, used: Mapping[int, int]) -> Fraction:
    """The difference of ranks: all values used between two, and half of those at the two ends; squared."""
    low, high = sorted((one, other))
    between = sum(number for value, number in used.items() if low <= value <= high)
    return (between - Fraction(used[low] + used[high], 2)) ** 2


def alpha_of(units: Iterable[Unit], metric: Metric = ordinal) -> Fraction | None:
    """Alpha over units: 1 where all say the same, 0 where they agree no more than by chance, below 0 where less than that.

    Units with fewer than two values tell nothing and are passed over. ``None`` where there is none left, or where all values are
    the same: agreement cannot be told from everybody always saying one thing.
    """
    kinds = _kinds(units)
    return _alpha(kinds, metric)


def interval_of(units: Iterable[Unit], metric: Metric = ordinal) -> tuple[Fraction, Fraction] | None:
    """The interval in which alpha lies in 95 of 100 resamples of the units, drawn with replacement; the same on every machine.

    Resamples in which all values are the same have no alpha and are left out. ``None`` where alpha is ``None``, or where more than
    half of the resamples have none.
    """
    kinds = _kinds(units)
    if _alpha(kinds, metric) is None:
        return None
    ordered = sorted(kinds)  # so that the order of the units makes no difference
    drawn_from = [place for place, kind in enumerate(ordered) for _ in range(kinds[kind])]
    random = Random(SEED)  # noqa: S311 - the same draws each time are what is wanted
    found = []
    for _ in range(RESAMPLES):
        # Of all that Random offers, random() alone is promised to give the same numbers in every version of Python.
        draw = Counter([drawn_from[int(random.random() * len(drawn_from))] for _ in drawn_from])
        value = _alpha({ordered[place]: times for place, times in draw.items()}, metric)
        if value is not None:
            found.append(value)
    if len(found) * 2 < RESAMPLES:
        return None
    found.sort()
    cut = len(found) // TAIL
    return found[cut], found[-1 - cut]


@dataclass(frozen=True, slots=True)
class _Kind:
    """Units with the same values: how often each value stands in one, and how many pairs of unequal values it has."""

    values: tuple[int, ...]
    number: int
    pairs: tuple[tuple[tuple[int, int], int], ...]

    def __lt__(self, other: _Kind) -> bool:
        return self.values < other.values


def _kinds(units: Iterable[Unit]) -> Counter[_Kind]:
    """The units that tell something, by kind."""
    found = Counter(tuple(sorted(unit)) for unit in units if len(unit) >= PAIR)
    return Counter({_kind(values): number for values, number in found.items()})


@cache
def _kind(values: tuple[int, ...]) -> _Kind:
    count = Counter(values)
    pairs = ((pair, count[pair[0]] * count[pair[1]]) for pair in combinations(sorted(count), 2))
    return _Kind(values, len(values), tuple(pairs))


def _alpha(units: Mapping[_Kind, int], metric: Metric) -> Fraction | None:
    """One minus observed over expected disagreement, of units of which each kind occurs so many times."""
    used: Counter[int] = Counter()
    observed: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for kind, times in units.items():
        for value in kind.values:
            used[value] += times
        for pair, number in kind.pairs:
            observed[pair] += Fraction(times * number, kind.number - 1)
    apart = {pair: metric(*pair, used) for pair in combinations(sorted(used), 2)}
    expected = sum((used[one] * used[other] * apart[one, other] for one, other in apart), Fraction(0))
    if not expected:
        return None
    found = sum((weight * apart[pair] for pair, weight in observed.items()), Fraction(0))
    return 1 - (used.total() - 1) * found / expected

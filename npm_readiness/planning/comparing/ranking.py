"""A rank of intervals, which is partial: one country stands before another only where no unknown can turn that round."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction

from npm_readiness.models.vocabulary import CountsFor
from npm_readiness.planning.comparing.comparison import ComparedProfile, Rank

__all__ = ["ranked"]


def ranked(profiles: Sequence[ComparedProfile]) -> tuple[Rank, ...]:
    """The last profile of each country with the ranks that it can have, by what is sure, the best first.

    A stands before B only where the lower bound of A's score lies above B's upper bound, and both were assessed with the same
    readiness checklists. Neither is said of two intervals that touch. Profiles without a score have no rank.
    """
    last = {profile.country.code: place for place, profile in enumerate(profiles)}
    scored = [place for place in last.values() if profiles[place].score is not None]
    alike: dict[frozenset[str], list[int]] = defaultdict(list)
    for place in scored:
        alike[_measure(profiles[place])].append(place)
    found = [rank for group in alike.values() for rank in _within(group, profiles, len(scored))]
    return tuple(sorted(found, key=lambda rank: (rank.best, rank.worst, profiles[rank.profile].country.code)))


def _measure(profile: ComparedProfile) -> frozenset[str]:
    return frozenset(entry.id for entry in profile.checklists if entry.counts_for is CountsFor.READINESS)


def _within(group: Iterable[int], profiles: Sequence[ComparedProfile], of: int) -> Iterable[Rank]:
    """The ranks of profiles that can be held against each other, among ``of`` in all."""
    bounds = {place: _bounds(profiles[place]) for place in group}
    lowers = sorted(lower for lower, _ in bounds.values())
    uppers = sorted(upper for _, upper in bounds.values())
    for place, (lower, upper) in bounds.items():
        behind = len(lowers) - bisect_right(lowers, upper)
        ahead = bisect_left(uppers, lower)
        yield Rank(profile=place, best=1 + behind, worst=of - ahead, ahead=ahead, behind=behind)


def _bounds(profile: ComparedProfile) -> tuple[Fraction, Fraction]:
    if profile.score is None:
        raise ValueError("a profile without a score has no rank")
    interval = profile.score.interval
    return interval.lower, interval.upper

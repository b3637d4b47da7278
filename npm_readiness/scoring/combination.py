"""From the answers to a criterion: its interval, and the status that follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from npm_readiness.models.numbers import Interval, weighted_mean
from npm_readiness.models.vocabulary import Combine, Status

__all__ = ["combined", "status_of"]


def combined(combine: Combine, questions: Iterable[Interval | None]) -> Interval | None:
    """The interval of a criterion; questions that do not apply (``None``) leave it, and ``None`` is what is left of nothing.

    The mean, the weakest and the strongest are all monotone, so the bounds are exact, also where criteria share a question.
    """
    applicable = tuple(interval for interval in questions if interval is not None)
    return _combined(combine, applicable) if applicable else None


@lru_cache(maxsize=10_000)
def _combined(combine: Combine, applicable: tuple[Interval, ...]) -> Interval | None:
    """As :func:`combined`; a question can be few things, and most criteria ask one or two, so that the same ones come again."""
    if combine is Combine.MEAN:
        return weighted_mean((interval, 1) for interval in applicable)
    pick = min if combine is Combine.ALL else max
    return Interval(
        pick(interval.lower for interval in applicable),
        pick(interval.upper for interval in applicable),
    )


def status_of(interval: Interval | None) -> Status:
    """What is established: ``met`` and ``not_met`` only where nothing that is open can change it."""
    if interval is None:
        return Status.NOT_APPLICABLE
    if interval.full:
        return Status.MET
    if not interval.upper.numerator:
        return Status.NOT_MET
    if interval.lower.numerator and not interval.can_be_full:
        return Status.PARTLY_MET
    return Status.UNDETERMINED

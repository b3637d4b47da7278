"""What an answer is worth: yes 1, partial 1/2, no 0; and what one that is not known can still be."""

from __future__ import annotations

from fractions import Fraction

from npm_readiness.models.numbers import Interval
from npm_readiness.models.profile import GivenAnswer
from npm_readiness.models.vocabulary import Answer

__all__ = ["EVERYTHING", "POINTS", "VALUES", "WORTH", "at_most", "between_of", "interval_of"]

VALUES = {Answer.NO: Fraction(0), Answer.PARTIAL: Fraction(1, 2), Answer.YES: Fraction(1)}
"""What an answer is worth: yes 1, partial 1/2, no 0."""

WORTH = {value: answer for answer, value in VALUES.items()}
"""The answer that is worth so much."""

POINTS = {answer: Interval(value, value) for answer, value in VALUES.items()}
"""What is known to be so."""

EVERYTHING = Interval(Fraction(0), Fraction(1))
"""What a question can be of which nothing is known."""


def interval_of(given: GivenAnswer, *, bare: bool) -> Interval | None:
    """What an answer can still be; ``None`` where the question does not apply.

    ``bare``: evidence is required, and it has none. Then a ``yes`` and a ``not_applicable`` count as unknown, and a ``partial`` as
    no or partial, since it admits a gap. An ``unknown`` loses its ``between``, which is half a claim. A ``no`` stands.
    """
    answer = given.answer or Answer.UNKNOWN
    if answer is Answer.NOT_APPLICABLE and not bare:
        return None
    if bare and answer is Answer.PARTIAL:
        return Interval(VALUES[Answer.NO], VALUES[Answer.PARTIAL])
    if answer in VALUES and (not bare or answer is Answer.NO):
        return POINTS[answer]
    if given.between is not None and not bare:
        low, high = given.between
        return Interval(VALUES[low], VALUES[high])
    return EVERYTHING


def at_most(interval: Interval, cap: Answer) -> Interval:
    """What it can still be where it is ``cap`` at most."""
    most = VALUES[cap]
    return Interval(min(interval.lower, most), min(interval.upper, most))


def between_of(interval: Interval | None) -> tuple[Answer, Answer] | None:
    """Between which two answers it lies, where something is known of it and not all."""
    if interval is None or interval.settled or interval == EVERYTHING:
        return None
    return WORTH[interval.lower], WORTH[interval.upper]

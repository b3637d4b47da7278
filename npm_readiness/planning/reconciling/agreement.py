"""How far assessors agree: alpha over their answers, pair by pair, and question by question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from npm_readiness.models.vocabulary import ANSWERS_WORST_FIRST, Answer
from npm_readiness.planning.reconciling.alpha import alpha_of, interval_of
from npm_readiness.planning.reconciling.reconciliation import Alpha, Alphas, PairOfAssessors, ReconciledQuestion

__all__ = ["alphas_of", "pairs_of"]

MILLION = 10**6
PAIR = 2


def alphas_of(questions: Sequence[ReconciledQuestion]) -> Alphas:
    """Alpha over all questions and by dimension; ``unknown``, not applicable and what nobody answered are missing values."""
    by_dimension: dict[str, list[list[int]]] = defaultdict(list)
    for question in questions:
        if question.dimension is not None:
            by_dimension[question.dimension].append(_places(question))
    return Alphas(
        overall=_alpha([_places(question) for question in questions]),
        dimensions={name: _alpha(units) for name, units in by_dimension.items()},
    )


def pairs_of(names: Sequence[str], questions: Sequence[ReconciledQuestion]) -> tuple[PairOfAssessors, ...]:
    """Every two assessors on the questions that both answered."""
    found = []
    for (first, one), (second, other) in combinations(enumerate(names), 2):
        places = [(_place(question, first), _place(question, second)) for question in questions]
        both = [(left, right) for left, right in places if left is not None and right is not None]
        found.append(
            PairOfAssessors(
                first=one,
                second=other,
                both=len(both),
                same=sum(left == right for left, right in both),
                first_better=sum(left > right for left, right in both),
                second_better=sum(left < right for left, right in both),
            )
        )
    return tuple(found)


def _place(question: ReconciledQuestion, assessor: int) -> int | None:
    said = question.answers[assessor]
    answer: Answer | None = None if said is None else said.answer
    return ANSWERS_WORST_FIRST.index(answer) if answer in ANSWERS_WORST_FIRST else None


def _places(question: ReconciledQuestion) -> list[int]:
    places = (_place(question, assessor) for assessor in range(len(question.answers)))
    return [place for place in places if place is not None]


def _alpha(units: Sequence[Sequence[int]]) -> Alpha:
    told = [unit for unit in units if len(unit) >= PAIR]
    value = alpha_of(told)
    interval = interval_of(told)
    lower, upper = (None, None) if interval is None else map(_six, interval)
    return Alpha(
        value=None if value is None else _six(value),
        lower=lower,
        upper=upper,
        exact=None if value is None else f"{value.numerator}/{value.denominator}",
        questions=len(told),
        same=sum(len(set(unit)) == 1 for unit in told),
        reason=None if value is not None else "all_alike" if told else "too_few",
    )


def _six(number: Fraction) -> float:
    """To six decimals, half up."""
    return (number * MILLION + Fraction(1, 2)).__floor__() / MILLION

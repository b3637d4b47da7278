"""What the results would be if some questions were answered yes: reckoned from the results alone, all else as it is today."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction

from npm_readiness.models.numbers import Interval
from npm_readiness.models.vocabulary import Answer
from npm_readiness.scoring.answers import CountedAnswer
from npm_readiness.scoring.combination import combined
from npm_readiness.scoring.outcomes import CriterionResult, Outcome
from npm_readiness.scoring.results import Results

__all__ = ["YES", "with_raised"]

YES = Interval(Fraction(1), Fraction(1))
"""What a question counts as that is answered yes."""


def with_raised(results: Results, raised: Collection[str]) -> Results:
    """The results with these questions answered yes; an adopted finding is lifted where its own id is among them.

    The situation stays as it is: a question that is not asked today is not asked, and one that waits for a mechanism goes on
    waiting unless it is raised itself. So raising more never lowers a bound.
    """
    wanted = frozenset(raised)
    return replace(results, criteria=tuple(_with_raised(result, wanted) for result in results.criteria))


def _with_raised(result: CriterionResult, raised: frozenset[str]) -> CriterionResult:
    if result.finding is not None:
        if result.criterion.id not in raised:
            return result
        return replace(result, outcomes=tuple(replace(outcome, interval=YES) for outcome in result.outcomes))
    if raised.isdisjoint(result.criterion.question_ids):
        return result
    return replace(result, outcomes=tuple(_outcome(result, outcome, raised) for outcome in result.outcomes))


def _outcome(result: CriterionResult, outcome: Outcome, raised: frozenset[str]) -> Outcome:
    answers = tuple(_answered_yes(answer) if answer.question.id in raised else answer for answer in outcome.answers)
    if outcome.interval is None:
        return replace(outcome, answers=answers)
    interval = combined(result.criterion.combine, (answer.interval for answer in answers))
    return replace(outcome, answers=answers, interval=interval)


def _answered_yes(answer: CountedAnswer) -> CountedAnswer:
    """The question answered yes, where it is asked and applies."""
    if answer.interval is None:
        return answer
    return replace(answer, answer=Answer.YES, interval=YES, capped_by=None, waiting=False)

"""What each criterion needs in order to be met: the questions that fall short, in every case that the unknown facts allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from npm_readiness.models.vocabulary import Combine
from npm_readiness.scoring.outcomes import CriterionResult, Outcome

__all__ = ["Need", "needs_of", "order_of_questions"]


@dataclass(frozen=True, slots=True)
class Need:
    """Questions that have to be raised for a criterion: all of them, or (``one``) any one of them; in the order of their ids."""

    criterion: str
    questions: tuple[str, ...]
    one: bool


def needs_of(result: CriterionResult, *, surely: bool) -> tuple[Need, ...]:
    """What the criterion needs so that it is no gap in any case; ``surely``: so that it is surely met in every case.

    A criterion whose questions are combined by the mean or the weakest is met when all its questions are; by the strongest, when
    one is. Where unknown facts leave several cases, each case in which it counts and falls short has a need of its own, so that
    what is raised works in all of them. An adopted finding needs itself: no answer lifts it.
    """
    found = (_need(result, outcome, surely=surely) for outcome in result.outcomes)
    return tuple(dict.fromkeys(need for need in found if need is not None))


def _need(result: CriterionResult, outcome: Outcome, *, surely: bool) -> Need | None:
    criterion = result.criterion
    if outcome.interval is None or (outcome.interval.lower if surely else outcome.interval.upper) == 1:
        return None
    if result.finding is not None:
        return Need(criterion.id, (criterion.id,), one=False)
    bounds = {answer.question.id: answer.interval for answer in outcome.answers if answer.interval is not None}
    short = {name for name, bound in bounds.items() if (bound.lower if surely else bound.upper) < 1}
    return Need(criterion.id, tuple(sorted(short)), one=criterion.combine is Combine.ANY)


def order_of_questions(
    results: Iterable[CriterionResult], needs: Mapping[str, Sequence[Need]]
) -> Mapping[str, tuple[str, ...]]:
    """For each question the gaps that must be closed before it is raised: those in ``after`` of a criterion that asks it.

    ``needs`` holds what each criterion needs so that it is no gap; one that is none today needs nothing and bars nothing.
    """
    order: dict[str, set[str]] = {}
    for result in results:
        barring = {name for name in result.criterion.after if needs.get(name)}
        for question in _asked(result) if barring else ():
            order.setdefault(question, set()).update(barring)
    return {question: tuple(sorted(barring)) for question, barring in order.items()}


def _asked(result: CriterionResult) -> Iterator[str]:
    """The questions that are asked in some case in which the criterion counts."""
    counting = [outcome for outcome in result.outcomes if outcome.interval is not None]
    yield from {answer.question.id for one in counting for answer in one.answers if answer.interval is not None}

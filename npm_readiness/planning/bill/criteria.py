"""Criterion by criterion: the law today beside the law with the bill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.bills import Bill
from npm_readiness.models.numbers import Interval
from npm_readiness.models.vocabulary import Answer, Aspect, CountsFor, Stage
from npm_readiness.planning.bill.comparison import BillSays, Change, ComparedCriterion, ComparedQuestion

__all__ = ["Standing", "change_between", "compared_criteria"]

BEST_FIRST: tuple[BillSays, ...] = ("answered", "follows", "silent", "not_read")
OF_A_LAW_ON_THE_MECHANISM = (Stage.DESIGNATION, Stage.ESTABLISHMENT)
"""The stages whose criteria on law are a matter of the mechanism's own law."""

LEAST: Mapping[Answer, int] = {
    Answer.NO: 0,
    Answer.UNKNOWN: 0,
    Answer.PARTIAL: 1,
    Answer.YES: 2,
    Answer.NOT_APPLICABLE: 2,
}
"""What is surely there by an answer."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a criterion comes to.

    ``interval`` is ``None`` where it does not count; ``waits``: it is a gap only until there is a mechanism.
    """

    interval: Interval | None
    waits: bool = False

    @property
    def gap(self) -> bool:
        """Whether it is known not to be fully met, and not for want of a mechanism alone."""
        return self.interval is not None and self.interval.upper < 1 and not self.waits

    @property
    def met(self) -> bool:
        """Whether it is surely fully met."""
        return self.interval is not None and self.interval.lower == 1


def change_between(before: Standing, after: Standing, *, weaker: bool) -> Change:
    """What happens to a criterion between two laws; ``weaker``: a question that it asks comes out less surely than before.

    That an answer nobody knows today would be no is no step back: it is looked at question by question, and only what is surely
    there can be taken away. So what a bill takes in one article is not made up for by what it gives in another.
    """
    if after.gap and not before.gap:
        return Change.NEW
    if before.interval is None or after.interval is None:
        return Change.UNCHANGED
    if after.met:
        return Change.UNCHANGED if before.met else Change.CURED
    if weaker:
        return Change.WORSE
    return Change.LEFT if before.gap else Change.UNCHANGED


def compared_criteria(today: Assessment, adopted: Assessment, bill: Bill) -> tuple[ComparedCriterion, ...]:
    """The criteria on law that count today or with the bill, less those that would wait for a mechanism even then."""
    return tuple(_compared(today, adopted, bill))


def _compared(today: Assessment, adopted: Assessment, bill: Bill) -> Iterator[ComparedCriterion]:
    waiting_before, waiting_after = (_waiting(assessment) for assessment in (today, adopted))
    readiness = {entry.id for entry in adopted.checklists if entry.counts_for is CountsFor.READINESS}
    before = {criterion.id: criterion for criterion in today.criteria}
    for criterion in adopted.criteria:
        if criterion.aspect is not Aspect.LAW or criterion.finding is not None or criterion.id in waiting_after:
            continue
        earlier = before[criterion.id]
        then, now = _standing(earlier, waiting_before), _standing(criterion, waiting_after)
        if then.interval is None and now.interval is None:
            continue
        questions = tuple(_question(answer, earlier, bill) for answer in criterion.answers)
        says = min((question.says for question in questions), key=BEST_FIRST.index)
        counted = then.interval is not None and now.interval is not None
        weaker = counted and not now.met and any(question.weaker for question in questions)
        expected = criterion.checklist in readiness and criterion.stage in OF_A_LAW_ON_THE_MECHANISM
        yield ComparedCriterion(
            id=criterion.id,
            before=earlier.status,
            after=criterion.status,
            change=change_between(then, now, weaker=weaker),
            gap_before=then.gap,
            gap_after=now.gap,
            weaker=weaker,
            in_reach=expected or says != "not_read",
            says=says,
            questions=questions,
        )


def _waiting(assessment: Assessment) -> frozenset[str]:
    return frozenset(gap.criterion for gap in assessment.gaps if gap.waits)


def _standing(criterion: AssessedCriterion, waiting: frozenset[str]) -> Standing:
    interval = None if criterion.score is None else criterion.score.interval
    return Standing(interval, waits=criterion.id in waiting)


def _question(answer: AssessedAnswer, before: AssessedCriterion, bill: Bill) -> ComparedQuestion:
    earlier = _by_id(before)[answer.question]
    return ComparedQuestion(
        id=answer.question,
        text=answer.text,
        says=_says(answer, earlier, bill),
        before=earlier.counted_as,
        before_between=earlier.between,
        after=answer.counted_as,
        after_between=answer.between,
        weaker=_least(answer) < _least(earlier),
    )


def _least(answer: AssessedAnswer) -> int:
    """What is surely there: 0, 1 or 2; nothing where it is not known, and all where it does not apply."""
    least = answer.between[0] if answer.between is not None else answer.counted_as
    return LEAST[least]


def _by_id(criterion: AssessedCriterion) -> Mapping[str, AssessedAnswer]:
    return {answer.question: answer for answer in criterion.answers}


def _says(answer: AssessedAnswer, before: AssessedAnswer, bill: Bill) -> BillSays:
    if answer.question in bill.answered:
        return "answered"
    if answer.from_profile and answer.counted_as is not before.counted_as:
        return "follows"
    return "silent" if answer.question in bill.silent else "not_read"

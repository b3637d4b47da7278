"""The questions of an assessment: which are asked, by which criteria, what stays open, and who can answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from typing import Literal

from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion
from npm_readiness.models.assessment import Assessment, NotCounted
from npm_readiness.models.vocabulary import Answer, Stage, Status
from npm_readiness.records import record

__all__ = ["Kind", "Questions"]

Kind = Literal["by-fact", "answered", "partly-known", "unknown", "unanswered", "not-applicable"]
"""Where a question that is asked stands; each stands in one place, and the counts of the assessment are the sums."""

ANSWERED = (Answer.YES, Answer.PARTIAL, Answer.NO)
NOT_ASKED = ("not-applicable", "moot")


@record(frozen=True)
class Questions:
    """The distinct questions of an assessment, in the order of its criteria."""

    assessment: Assessment

    @cached_property
    def kept(self) -> dict[str, NotCounted]:
        """The answers of the profile that count for nothing, by question."""
        return {entry.question: entry for entry in self.assessment.not_counted}

    @cached_property
    def asked_by(self) -> dict[str, list[AssessedCriterion]]:
        """For each question that is asked the criteria that ask it."""
        asked: dict[str, list[AssessedCriterion]] = {}
        for criterion in self.assessment.criteria:
            if self._asks(criterion):
                for answer in criterion.answers:
                    if not answer.moot:
                        asked.setdefault(answer.question, []).append(criterion)
        return asked

    def _asks(self, criterion: AssessedCriterion) -> bool:
        """Whether the criterion applies; one that all its answers put aside as not applicable was asked all the same."""
        if criterion.status is not Status.NOT_APPLICABLE:
            return True
        asked = [answer for answer in criterion.answers if not answer.moot]
        return (
            not criterion.moot
            and bool(asked)
            and all(answer.counted_as is Answer.NOT_APPLICABLE for answer in asked)
            and not any(self._left_aside(answer.question) for answer in asked)
        )

    def _left_aside(self, question: str) -> bool:
        return question in self.kept and self.kept[question].reason in NOT_ASKED

    @cached_property
    def answers(self) -> dict[str, AssessedAnswer]:
        """The questions that are asked, each with what its answer comes to over all criteria that ask it."""
        given: dict[str, list[AssessedAnswer]] = {question: [] for question in self.asked_by}
        for criterion in self.assessment.criteria:
            if self._asks(criterion):
                asked_here = {answer.question for answer in criterion.answers if not answer.moot}
                for answer in criterion.answers:
                    if answer.question in asked_here:
                        given[answer.question].append(answer)
        return {question: _over_all(answers) for question, answers in given.items()}

    @cached_property
    def moot(self) -> dict[str, AssessedCriterion]:
        """The questions that are not asked because of where the State stands, each with the first criterion that holds it."""
        found: dict[str, AssessedCriterion] = {}
        for criterion in self.assessment.criteria:
            for answer in criterion.answers:
                if (
                    criterion.moot or (answer.moot and self._counts(criterion))
                ) and answer.question not in self.asked_by:
                    found.setdefault(answer.question, criterion)
        return found

    def _counts(self, criterion: AssessedCriterion) -> bool:
        return criterion.status is not Status.NOT_APPLICABLE or self._asks(criterion)

    @property
    def moot_on_the_road(self) -> int:
        """How many of these concern the road to joining; the others concern how a mechanism comes about."""
        return sum(criterion.stage is Stage.RATIFICATION for criterion in self.moot.values())

    def kind(self, question: str) -> Kind:
        """Where a question that is asked stands."""
        answer = self.answers[question]
        if answer.answer in ANSWERED:
            return "by-fact" if answer.from_profile else "answered"
        if answer.answer is Answer.NOT_APPLICABLE:
            return "not-applicable"
        if answer.answer is None or answer.from_profile:
            # A fact that the profile leaves out is no more than a question that nobody has answered.
            return "unanswered"
        return "partly-known" if question in self.partly_known else "unknown"

    @cached_property
    def partly_known(self) -> frozenset[str]:
        """The questions of which it is known between which two answers they lie."""
        return frozenset(
            question
            for question, answer in self.answers.items()
            if answer.answer is Answer.UNKNOWN and answer.between is not None and not answer.from_profile
        )

    @cached_property
    def decisive(self) -> frozenset[str]:
        """The questions on whose answer some verdict can depend."""
        return frozenset(question for stage in self.assessment.stages for question in stage.undecided_by)

    def open(self, criteria: Collection[str]) -> tuple[str, ...]:
        """The questions without an answer that some criteria ask, in the order of the criteria."""
        wanted = frozenset(criteria)
        return tuple(
            [question for question, asking in self._open.items() if not wanted.isdisjoint([one.id for one in asking])]
        )

    @cached_property
    def _open(self) -> dict[str, list[AssessedCriterion]]:
        """The questions without an answer, each with the criteria that ask it."""
        return {
            question: asking
            for question, asking in self.asked_by.items()
            if self.answers[question].counted_as is Answer.UNKNOWN
        }

    def not_told(self, tells: Callable[[AssessedCriterion, AssessedAnswer], bool]) -> dict[str, list[AssessedAnswer]]:
        """By dimension the questions whose answer none of the criteria that ask it tells in full."""
        found: dict[str, list[AssessedAnswer]] = {}
        for question, asking in self.asked_by.items():
            told = (tells(one, answer) for one in asking for answer in one.answers if answer.question == question)
            if not any(told):
                found.setdefault(asking[0].dimension, []).append(self.answers[question])
        return found


def _over_all(answers: Sequence[AssessedAnswer]) -> AssessedAnswer:
    """What one question comes to over several criteria.

    A fact that is not known can answer it one way where one criterion applies and another way where another does; of the
    question itself nothing is known then.
    """
    told = next((answer for answer in answers if answer.fact is None and not answer.moot), None)
    if told is not None:
        return told
    asked = [answer for answer in answers if not answer.moot]
    if len({answer.answer for answer in asked}) == 1:
        return asked[0]
    unknown = {"answer": Answer.UNKNOWN, "counted_as": Answer.UNKNOWN, "between": None, "evidenced": False}
    return asked[0].model_copy(update=unknown)

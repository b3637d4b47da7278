"""The verdict on a stage: what the answers decide, what they leave possible, and on which questions it still hangs.

A verdict looks only at whether each criterion of its scope is fully met. So what is possible can be found exactly: the
best outcome raises every open question to its upper bound, and any other is reached from there by lowering some.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from npm_readiness.models.numbers import Interval
from npm_readiness.models.vocabulary import Combine, Verdict
from npm_readiness.scoring.combination import combined

__all__ = ["Scope", "ScopedCriterion"]

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ScopedCriterion:
    """A criterion as a verdict sees it: whether the treaty asks for it, and its questions as far as they apply."""

    id: str
    treaty: bool
    weight: int
    combine: Combine
    questions: Mapping[str, Interval]

    @cached_property
    def open_questions(self) -> frozenset[str]:
        """The questions that can still turn out in more than one way."""
        return frozenset(question for question, interval in self.questions.items() if interval.lower != interval.upper)

    @cached_property
    def left_open_by(self) -> frozenset[str]:
        """Its open questions, if they leave its result open: none where the strongest answer has settled it."""
        interval = combined(self.combine, self.questions.values())
        return NOTHING if interval is None or interval.lower == interval.upper else self.open_questions

    @cached_property
    def can_be_met(self) -> bool:
        """Whether it is fully met when all questions turn out as well as they can."""
        return self.fully_met()

    def fully_met(self, lowered: frozenset[str] = NOTHING) -> bool:
        """Whether it is fully met when these questions turn out as badly as they can, and all others as well as they can."""
        met = (
            (interval.lower if question in lowered else interval.upper) == 1
            for question, interval in self.questions.items()
        )
        return any(met) if self.combine is Combine.ANY else all(met)


@dataclass(frozen=True)
class Scope:
    """The applicable readiness criteria of a stage and of those before it, in one case."""

    criteria: tuple[ScopedCriterion, ...]

    @cached_property
    def _asked_by(self) -> Mapping[str, tuple[ScopedCriterion, ...]]:
        asked: dict[str, list[ScopedCriterion]] = {}
        for criterion in self.criteria:
            for question in criterion.open_questions:
                asked.setdefault(question, []).append(criterion)
        return {question: tuple(criteria) for question, criteria in asked.items()}

    @cached_property
    def _gaps(self) -> tuple[ScopedCriterion, ...]:
        return tuple(criterion for criterion in self.criteria if not criterion.can_be_met)

    @cached_property
    def _settled(self) -> bool:
        """Whether a treaty gap decides the verdict, whatever else turns out."""
        return any(criterion.treaty for criterion in self._gaps)

    def verdict(self, lowered: frozenset[str] = NOTHING) -> Verdict:
        """The verdict when these questions turn out as badly as they can, and all others as well as they can."""
        touched = {criterion.id: criterion for question in lowered for criterion in self._asked_by.get(question, ())}
        unmet = [*self._gaps, *(criterion for criterion in touched.values() if not criterion.fully_met(lowered))]
        if any(criterion.treaty for criterion in unmet):
            return Verdict.NOT_READY
        return Verdict.READY_WITH_GAPS if unmet else Verdict.READY

    def possible(self) -> frozenset[Verdict]:
        """The verdicts that the open questions still allow."""
        if self._settled:
            return frozenset({Verdict.NOT_READY})
        best, worst = self.verdict(), self.verdict(frozenset(self._asked_by))
        found = {best, worst}
        if (worst, best) == (Verdict.NOT_READY, Verdict.READY) and self._can_end_with_gaps():
            found.add(Verdict.READY_WITH_GAPS)
        return frozenset(found)

    def _can_end_with_gaps(self) -> bool:
        """Whether some other criterion can fall short while every treaty criterion is fully met."""
        return any(
            self.verdict(lowered) is Verdict.READY_WITH_GAPS
            for criterion in self.criteria
            if not criterion.treaty
            for lowered in _ways_to_miss(criterion)
        )

    def undecided_by(self, *, but: frozenset[str] = NOTHING) -> frozenset[str]:
        """The questions on whose answer the verdict can depend: in some outcome of the others it decides between two.

        Questions in ``but`` are not looked at.
        """
        if self._settled:
            return NOTHING
        return frozenset(
            question
            for question, asking in self._asked_by.items()
            if question not in but and any(self._decides(question, criterion) for criterion in asking)
        )

    def _decides(self, question: str, criterion: ScopedCriterion) -> bool:
        if criterion.combine is Combine.ANY:
            # Where the strongest question counts, this one decides only when the others fall short.
            others = criterion.open_questions - {question}
            return self.verdict(others) is not self.verdict(others | {question})
        # Missed by this question alone, a treaty criterion makes the State not ready, and another one leaves a first gap.
        return criterion.can_be_met and (criterion.treaty or not self._gaps)


def _ways_to_miss(criterion: ScopedCriterion) -> list[frozenset[str]]:
    """The smallest sets of open questions whose bad outcome keeps a criterion from being fully met."""
    if criterion.combine is Combine.ANY:
        return [criterion.open_questions]
    return [frozenset({question}) for question in sorted(criterion.open_questions)]

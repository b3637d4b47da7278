"""A criterion with what it comes to in each case that the unknown facts allow."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from npm_readiness.models.catalogue import Entry
from npm_readiness.models.checklist import Criterion
from npm_readiness.models.numbers import Interval, hull
from npm_readiness.models.recommendations import Recommendation
from npm_readiness.models.vocabulary import CountsFor, Obligation
from npm_readiness.scoring.answers import CountedAnswer, over_cases
from npm_readiness.scoring.combination import combined
from npm_readiness.scoring.verdicts import ScopedCriterion
from npm_readiness.scoring.worth import EVERYTHING

__all__ = ["CriterionResult", "Outcome"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a criterion comes to in the cases of one kind; ``interval`` is ``None`` where it does not count."""

    answers: tuple[CountedAnswer, ...]
    applies: bool
    moot: bool
    interval: Interval | None


@dataclass(frozen=True)
class CriterionResult:
    """A criterion with what it comes to in each case.

    ``outcomes`` are those that differ, ``in_cases`` the number of the one that holds in each case; ``depends_on`` the keys of
    the unknown facts on which it hangs whether it applies. ``finding``: it is what others found, adopted by the assessors;
    such a one has no questions, is a gap, and enters no score.
    """

    entry: Entry
    obligation: Obligation
    outcomes: tuple[Outcome, ...]
    in_cases: tuple[int, ...]
    depends_on: tuple[str, ...]
    finding: Recommendation | None = None

    @property
    def criterion(self) -> Criterion:
        """The criterion itself."""
        return self.entry.criterion

    @cached_property
    def answers(self) -> tuple[CountedAnswer, ...]:
        """Its answers over all cases in which it applies; over all cases where it applies in none."""
        of = [outcome for outcome in self.outcomes if outcome.applies] or self.outcomes
        return tuple(over_cases(answers) for answers in zip(*(outcome.answers for outcome in of), strict=True))

    @cached_property
    def interval(self) -> Interval | None:
        """What it can turn out to be, over all cases in which it counts; ``None`` where it counts in none."""
        return hull(outcome.interval for outcome in self.outcomes)

    @property
    def applies(self) -> bool:
        """Whether it counts in at least one case."""
        return self.interval is not None

    @cached_property
    def conditional(self) -> bool:
        """Whether it counts in some cases and not in others."""
        return self.applies and any(outcome.interval is None for outcome in self.outcomes)

    @cached_property
    def moot(self) -> bool:
        """Whether it does not apply because of where the State stands with OPCAT and its mechanism.

        One that is asked in some case and put aside there as not applicable is not moot: somebody was asked.
        """
        return not any(outcome.applies for outcome in self.outcomes) and any(outcome.moot for outcome in self.outcomes)

    @cached_property
    def gap(self) -> bool:
        """Whether it applies and is known not to be fully met."""
        return self.interval is not None and self.interval.upper != 1

    @cached_property
    def waits(self) -> bool:
        """Whether it would be no gap if the questions were open that answer themselves from there being no mechanism or people."""
        return self.gap and self.finding is None and any(_could_be_met(self.criterion, one) for one in self.outcomes)

    @property
    def for_readiness(self) -> bool:
        """Whether it enters the verdicts on the stages."""
        return self.entry.checklist.counts_for is CountsFor.READINESS

    @property
    def scored(self) -> bool:
        """Whether it enters scores."""
        return self.applies and self.finding is None

    def scoped(self, case: int) -> ScopedCriterion | None:
        """The criterion as a verdict sees it in one case; ``None`` where it does not count there."""
        return self._scoped[self.in_cases[case]]

    @cached_property
    def left_open_by(self) -> frozenset[str]:
        """The questions that leave it open in some case."""
        return frozenset[str]().union(*(scoped.left_open_by for scoped in self._scoped if scoped is not None))

    @cached_property
    def _scoped(self) -> tuple[ScopedCriterion | None, ...]:
        return tuple(self._scope(outcome) for outcome in self.outcomes)

    def _scope(self, outcome: Outcome) -> ScopedCriterion | None:
        if outcome.interval is None:
            return None
        questions = {answer.question.id: answer.interval for answer in outcome.answers if answer.interval is not None}
        return ScopedCriterion(
            id=self.criterion.id,
            treaty=self.obligation is Obligation.TREATY,
            weight=self.criterion.weight,
            combine=self.criterion.combine,
            questions=questions or {self.criterion.id: outcome.interval},
        )


def _could_be_met(criterion: Criterion, outcome: Outcome) -> bool:
    if outcome.interval is None or not any(answer.waiting for answer in outcome.answers):
        return False
    opened = combined(
        criterion.combine, (EVERYTHING if answer.waiting else answer.interval for answer in outcome.answers)
    )
    return opened is not None and opened.upper == 1

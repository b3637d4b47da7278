"""A criterion with what it comes to in each case that the unknown facts allow."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property

from npm_readiness.models.catalogue import Entry
from npm_readiness.models.checklist import Criterion
from npm_readiness.models.numbers import Interval, hull
from npm_readiness.models.recommendations import Recommendation
from npm_readiness.models.vocabulary import CountsFor, Obligation, Status
from npm_readiness.records import record
from npm_readiness.scoring.answers import CountedAnswer, over_cases
from npm_readiness.scoring.combination import combined, status_of
from npm_readiness.scoring.verdicts import ScopedCriterion
from npm_readiness.scoring.worth import EVERYTHING

__all__ = ["CriterionResult", "Outcome"]


@record(frozen=True)
class Outcome:
    """What a criterion comes to in the cases of one kind; ``interval`` is ``None`` where it does not count."""

    answers: tuple[CountedAnswer, ...]
    applies: bool
    moot: bool
    interval: Interval | None


@record(frozen=True)
class CriterionResult:
    """A criterion with what it comes to in each case.

    ``outcomes`` are those that differ, ``in_cases`` the number of the one that holds in each case (nothing where there is one for
    all); ``depends_on`` the keys of the unknown facts on which it hangs whether it applies. ``finding``: it is what others found,
    adopted by the assessors; such a one has no questions, is a gap, and enters no score.

    What follows from these, every part of an assessment asks, so that it is worked out at once. ``interval``: what it can turn out
    to be, over all cases in which it counts, ``None`` where it counts in none; ``applies``: whether it counts in at least one case;
    ``status``: what is established; ``gap``: whether it applies and is known not to be fully met; ``answers``: its answers over all
    cases in which it applies, over all cases where it applies in none.
    """

    entry: Entry
    obligation: Obligation
    outcomes: tuple[Outcome, ...]
    in_cases: tuple[int, ...]
    depends_on: tuple[str, ...]
    finding: Recommendation | None = None
    criterion: Criterion = field(init=False, repr=False, compare=False)
    interval: Interval | None = field(init=False, repr=False, compare=False)
    applies: bool = field(init=False, repr=False, compare=False)
    status: Status = field(init=False, repr=False, compare=False)
    gap: bool = field(init=False, repr=False, compare=False)
    answers: tuple[CountedAnswer, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        sole = self._sole
        interval = sole.interval if sole else hull(outcome.interval for outcome in self.outcomes)
        # Under their names, as a frozen class keeps its fields.
        self.__dict__.update(
            criterion=self.entry.criterion,
            interval=interval,
            applies=interval is not None,
            status=status_of(interval),
            gap=interval is not None and not interval.can_be_full,
            answers=sole.answers if sole else _over_all(self.outcomes),
        )

    @property
    def _sole(self) -> Outcome | None:
        """The outcome, where it comes to the same in every case, as most criteria do."""
        return self.outcomes[0] if len(self.outcomes) == 1 else None

    @property
    def asked(self) -> bool:
        """Whether its questions are asked in some case."""
        return self.applies or any(outcome.applies for outcome in self.outcomes)

    @property
    def conditional(self) -> bool:
        """Whether it counts in some cases and not in others."""
        return self.applies and self._sole is None and any(outcome.interval is None for outcome in self.outcomes)

    @property
    def moot(self) -> bool:
        """Whether it does not apply because of where the State stands with OPCAT and its mechanism.

        One that is asked in some case and put aside there as not applicable is not moot: somebody was asked.
        """
        return not self.asked and any(outcome.moot for outcome in self.outcomes)

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
        return self._scoped[self.in_cases[case] if self.in_cases else 0]

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


def _over_all(outcomes: tuple[Outcome, ...]) -> tuple[CountedAnswer, ...]:
    """The answers over all cases in which the criterion applies; over all cases where it applies in none."""
    of = [outcome for outcome in outcomes if outcome.applies] or outcomes
    return tuple(over_cases(answers) for answers in zip(*(outcome.answers for outcome in of), strict=True))


def _could_be_met(criterion: Criterion, outcome: Outcome) -> bool:
    if outcome.interval is None or not any(answer.waiting for answer in outcome.answers):
        return False
    opened = combined(
        criterion.combine, (EVERYTHING if answer.waiting else answer.interval for answer in outcome.answers)
    )
    return opened is not None and opened.can_be_full

"""What is reckoned once for all: the answers, the criteria with their results, and the cases in which they apply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from npm_readiness.models.catalogue import Catalogue, Entry
from npm_readiness.models.checklist import Criterion
from npm_readiness.models.numbers import Interval, hull, weighted_mean
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import CountsFor, Obligation
from npm_readiness.scoring.answers import CountedAnswer, counted_answer
from npm_readiness.scoring.cases import Applicability, Case, applicability, cases_of
from npm_readiness.scoring.combination import combined
from npm_readiness.scoring.verdicts import ScopedCriterion

__all__ = ["CriterionResult", "Results", "results_of"]


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """A criterion with its answers and its interval; ``interval`` is ``None`` where none of its questions applies."""

    entry: Entry
    obligation: Obligation
    answers: tuple[CountedAnswer, ...]
    interval: Interval | None
    applicability: Applicability

    @property
    def criterion(self) -> Criterion:
        """The criterion itself."""
        return self.entry.criterion

    @property
    def applies(self) -> bool:
        """Whether it counts in at least one case."""
        return self.interval is not None and self.applicability.anywhere

    @property
    def gap(self) -> bool:
        """Whether it applies and is surely not fully met."""
        return self.applies and self.interval is not None and self.interval.upper < 1

    @property
    def waits(self) -> bool:
        """Whether it is a gap by that alone that there is no mechanism yet: every question answers itself for that reason."""
        return self.gap and all(
            answer.question.needs_mechanism and answer.fact is not None
            for answer in self.answers
            if answer.interval is not None
        )

    @property
    def for_readiness(self) -> bool:
        """Whether it enters the verdicts on the stages."""
        return self.entry.checklist.counts_for is CountsFor.READINESS

    def counts_in(self, case: int) -> bool:
        """Whether it counts in the case of this number."""
        return self.interval is not None and self.applicability.in_cases[case]

    def scoped(self) -> ScopedCriterion:
        """The criterion as a verdict sees it."""
        return ScopedCriterion(
            id=self.criterion.id,
            treaty=self.obligation is Obligation.TREATY,
            weight=self.criterion.weight,
            combine=self.criterion.combine,
            questions={answer.question.id: answer.interval for answer in self.answers if answer.interval is not None},
        )


@dataclass(frozen=True)
class Results:
    """All criteria of the selected checklists, by stage, dimension and id."""

    criteria: tuple[CriterionResult, ...]
    cases: tuple[Case, ...]

    @cached_property
    def answers(self) -> Mapping[str, CountedAnswer]:
        """The distinct questions of criteria that apply in some case, in the order of the criteria."""
        return {
            answer.question.id: answer
            for result in self.criteria
            if result.applicability.anywhere
            for answer in result.answers
        }

    def score(self, chosen: Iterable[CriterionResult]) -> Interval | None:
        """The score of some of the criteria: their weighted mean in each case, and the hull of the cases."""
        listed = [result for result in chosen if result.interval is not None]
        kinds = {tuple(result.applicability.in_cases[case] for result in listed) for case in range(len(self.cases))}
        return hull(_mean(result for result, counts in zip(listed, kind, strict=True) if counts) for kind in kinds)


def _mean(results: Iterable[CriterionResult]) -> Interval | None:
    return weighted_mean(
        (result.interval, result.criterion.weight) for result in results if result.interval is not None
    )


def results_of(
    profile: Profile, catalogue: Catalogue, checklists: tuple[str, ...], as_of: date, *, require_evidence: bool
) -> Results:
    """The results of all criteria of these checklists."""
    entries = [entry for entry in catalogue if entry.checklist.checklist in checklists]
    cases = cases_of(profile, (entry.criterion for entry in entries))
    counted: dict[str, CountedAnswer] = {}
    results = []
    for entry in entries:
        for question in catalogue.questions_of(entry.criterion):
            if question.id not in counted:
                counted[question.id] = counted_answer(question, profile, as_of, require_evidence=require_evidence)
        answers = tuple(counted[question] for question in entry.criterion.question_ids)
        results.append(
            CriterionResult(
                entry=entry,
                obligation=catalogue.obligation(entry.criterion),
                answers=answers,
                interval=combined(entry.criterion.combine, (answer.interval for answer in answers)),
                applicability=applicability(entry.criterion, cases),
            )
        )
    return Results(tuple(results), cases)

"""The four stages with their verdicts, over all cases that the unknown facts allow."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from npm_readiness.models.assessment import AssessedStage, LookedAt
from npm_readiness.models.numbers import Score
from npm_readiness.models.vocabulary import Answer, Obligation, Stage, Verdict
from npm_readiness.records import record
from npm_readiness.scoring.cases import FACTS, Case, fact_keys
from npm_readiness.scoring.outcomes import CriterionResult
from npm_readiness.scoring.results import Results
from npm_readiness.scoring.verdicts import Scope
from npm_readiness.scoring.worth import EVERYTHING

__all__ = ["assessed_stages"]

WORST_FIRST = (Verdict.NOT_READY, Verdict.READY_WITH_GAPS, Verdict.READY)


def assessed_stages(results: Results, *, opcat_assessed: bool) -> tuple[AssessedStage, ...]:
    """The verdicts; none where the checklist ``opcat`` is not assessed, nor on a stage without a criterion of its own."""
    if not opcat_assessed:
        return tuple(_without_verdict(stage, "opcat-not-assessed") for stage in Stage)
    return tuple(_StageInCases(results, stage).assessed() for stage in Stage)


def _without_verdict(stage: Stage, reason: Literal["no-criterion", "opcat-not-assessed"]) -> AssessedStage:
    return AssessedStage(
        id=stage,
        verdict=None,
        possible=(),
        score=None,
        blockers=(),
        open=(),
        undecided_by=(),
        undecided_by_facts=(),
        looked_at=None,
        reason=reason,
    )


@record(frozen=True)
class _StageInCases:
    """One stage, worked out for every case. Cases in which every criterion comes to the same share one scope."""

    results: Results
    stage: Stage

    @cached_property
    def in_scope(self) -> tuple[CriterionResult, ...]:
        return tuple(
            result
            for result in self.results.readiness
            if result.applies and result.criterion.stage.order <= self.stage.order
        )

    @cached_property
    def scopes(self) -> tuple[Scope | None, ...]:
        """The scope in each case; ``None`` where the stage has no applicable criterion of its own."""
        shared: dict[tuple[int, ...], Scope | None] = {}
        scopes = []
        varying = [result for result in self.in_scope if result.in_cases]
        steady = [result for result in self.in_scope if not result.in_cases]
        counting = [scoped for result in steady if (scoped := result.scoped(0)) is not None]
        own = any(result.criterion.stage is self.stage for result in steady)
        kinds = list(zip(*(result.in_cases for result in varying), strict=True)) or [()] * len(self.results.cases)
        for case, kind in enumerate(kinds):
            if kind not in shared:
                told = [(result, scoped) for result in varying if (scoped := result.scoped(case)) is not None]
                there = own or any(result.criterion.stage is self.stage for result, _ in told)
                shared[kind] = Scope((*counting, *(scoped for _, scoped in told))) if there else None
            scopes.append(shared[kind])
        return tuple(scopes)

    @cached_property
    def distinct(self) -> tuple[Scope, ...]:
        return tuple({id(scope): scope for scope in self.scopes if scope is not None}.values())

    def assessed(self) -> AssessedStage:
        if not self.distinct:
            return _without_verdict(self.stage, "no-criterion")
        possible = {id(scope): scope.possible() for scope in self.distinct}
        in_cases = tuple(None if scope is None else _verdict(possible[id(scope)]) for scope in self.scopes)
        verdict = in_cases[0] if len(set(in_cases)) == 1 else Verdict.UNDETERMINED
        allowed = frozenset[Verdict]().union(*possible.values())
        treaty = [result for result in self.in_scope if result.obligation is Obligation.TREATY]
        score = self.results.score(result for result in self.in_scope if result.criterion.stage is self.stage)
        return AssessedStage(
            id=self.stage,
            verdict=verdict,
            possible=tuple(candidate for candidate in WORST_FIRST if candidate in allowed),
            score=None if score is None else Score.of(score),
            blockers=tuple(result.criterion.id for result in treaty if _blocks(result)),
            open=tuple(result.criterion.id for result in treaty if not _blocks(result) and not _settled(result)),
            undecided_by=self._undecided_by() if verdict is Verdict.UNDETERMINED else (),
            undecided_by_facts=_deciding_facts(self.results, in_cases),
            looked_at=LookedAt(treaty=sum(_looked_at(result) for result in treaty), of=len(treaty)),
            reason=None,
        )

    def _undecided_by(self) -> tuple[str, ...]:
        """Questions of treaty criteria first, then those that leave most criteria open, then by weight, then by id."""
        deciding: frozenset[str] = frozenset()
        for scope in self.distinct:
            deciding |= scope.undecided_by(but=deciding)
        opened_by: dict[str, list[CriterionResult]] = {question: [] for question in deciding}
        for result in self.in_scope:
            for question in result.left_open_by & deciding:
                opened_by[question].append(result)

        def rank(question: str) -> tuple[bool, int, int, str]:
            opened = opened_by[question]
            treaty = any(result.obligation is Obligation.TREATY for result in opened)
            return not treaty, -len(opened), -sum(result.criterion.weight for result in opened), question

        return tuple(sorted(deciding, key=rank))


def _verdict(possible: frozenset[Verdict]) -> Verdict:
    """The verdict in one case: the only one possible, if there is only one."""
    return next(iter(possible)) if len(possible) == 1 else Verdict.UNDETERMINED


def _blocks(result: CriterionResult) -> bool:
    """Whether it is a gap in every case."""
    return result.gap and not result.conditional


def _settled(result: CriterionResult) -> bool:
    """Whether it is surely fully met."""
    return result.interval is not None and result.interval.full


def _looked_at(result: CriterionResult) -> bool:
    """Whether something is known of it: a question has an answer, follows from a fact, or lies between two answers."""
    return result.finding is not None or any(
        answer.interval != EVERYTHING or answer.answer in (Answer.YES, Answer.PARTIAL, Answer.NO)
        for answer in result.answers
        if not answer.moot
    )


def _deciding_facts(results: Results, verdicts: tuple[Verdict | None, ...]) -> tuple[str, ...]:
    """The facts on which the verdict hangs: two cases that differ in this fact alone have different verdicts."""
    deciding = [
        fact
        for fact in FACTS
        if any(len(set(group)) > 1 for group in _cases_that_differ_in(fact, results.cases, verdicts).values())
    ]
    return fact_keys(deciding, results.situation)


def _cases_that_differ_in(
    fact: str, cases: tuple[Case, ...], verdicts: tuple[Verdict | None, ...]
) -> Mapping[tuple[object, ...], list[Verdict | None]]:
    groups: dict[tuple[object, ...], list[Verdict | None]] = {}
    for case, verdict in zip(cases, verdicts, strict=True):
        rest = tuple(value for name, value in case.items() if name != fact)
        groups.setdefault(rest, []).append(verdict)
    return groups

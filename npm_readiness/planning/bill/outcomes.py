"""What follows from a bill for the verdicts, and for what others have recommended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from npm_readiness.models.assessment import AssessedRecommendation, AssessedStage, Assessment
from npm_readiness.models.vocabulary import Aspect, Stage, Status
from npm_readiness.planning.bill.comparison import (
    Change,
    ComparedCriterion,
    ComparedRecommendation,
    ComparedStage,
)

__all__ = ["compared_recommendations", "compared_stages"]

Outcome = Literal["answered", "in_part", "left", "worse", "met", "not_known"]


def compared_stages(today: Assessment, adopted: Assessment) -> tuple[ComparedStage, ...]:
    """The verdicts that a law can bear on: on all stages but the last, which asks how the mechanism works in fact."""
    before = {stage.id: stage for stage in today.stages}
    on_law = {criterion.id for criterion in adopted.criteria if criterion.aspect is Aspect.LAW}
    return tuple(_stage(before[stage.id], stage, on_law) for stage in adopted.stages if stage.id is not Stage.OPERATION)


def _stage(before: AssessedStage, after: AssessedStage, on_law: set[str]) -> ComparedStage:
    left = [name for name in after.blockers if name in before.blockers]
    return ComparedStage(
        id=after.id,
        before=before.verdict,
        after=after.verdict,
        gone=tuple(name for name in before.blockers if name not in after.blockers),
        left_in_law=tuple(name for name in left if name in on_law),
        left_in_practice=tuple(name for name in left if name not in on_law),
        new=tuple(name for name in after.blockers if name not in before.blockers),
    )


def compared_recommendations(
    adopted: Assessment, criteria: Iterable[ComparedCriterion]
) -> tuple[ComparedRecommendation, ...]:
    """The recommendations that bear on criteria on law, in the order of the profile."""
    by_id = {entry.id: entry for entry in criteria}
    return tuple(
        ComparedRecommendation(
            id=entry.id,
            criteria=tuple(name for name in entry.criteria if name in by_id),
            outcome=_outcome(entry, by_id),
        )
        for entry in adopted.recommendations
        if any(name in by_id for name in entry.criteria)
    )


def _outcome(recommendation: AssessedRecommendation, by_id: Mapping[str, ComparedCriterion]) -> Outcome:
    """Whether the bill answers a recommendation, by the criteria on law on which it bears.

    One that names provisions alone can ask for something else under the same article, so it is never told as met or answered.
    """
    on_law = [by_id[name] for name in recommendation.criteria if name in by_id]
    named = any(name in by_id for name in recommendation.about)
    found = _by_criteria(on_law)
    return "not_known" if found in ("answered", "met") and not named else found


def _by_criteria(criteria: Sequence[ComparedCriterion]) -> Outcome:
    changes = {entry.change for entry in criteria}
    met = [entry for entry in criteria if entry.after is Status.MET]
    if changes & {Change.NEW, Change.WORSE}:
        return "worse"
    if len(met) == len(criteria):
        return "answered" if Change.CURED in changes else "met"
    if Change.CURED in changes:
        return "in_part"
    return "left" if any(entry.gap_after for entry in criteria) else "not_known"

"""The places in national law that the answers cite, and what an amendment does with each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.models.assessment import AssessedCriterion, AssessedSource
from npm_readiness.models.vocabulary import Aspect, SourceKind, Status

__all__ = ["AMEND", "CLARIFY", "KEEP", "NationalPlace", "national_places", "places_of", "task_of"]

KEEP = mark("keep")
"""What the drafter does with a place that meets a requirement."""
AMEND = mark("amend")
"""What the drafter does with a place that falls short of one."""
CLARIFY = mark("clarify")
"""What the drafter does with a place of which it is not known whether it meets one."""


@dataclass(frozen=True, slots=True)
class NationalPlace:
    """An article (or another place) of a legal text, with the criteria on law whose answers cite it."""

    source: AssessedSource
    pinpoint: str
    criteria: tuple[AssessedCriterion, ...]


def national_places(context: Context) -> tuple[NationalPlace, ...]:
    """The places that answers to criteria on law cite, by source as in the profile and by where they are first cited."""
    found: dict[tuple[str, str], list[AssessedCriterion]] = {}
    for criterion in context.assessment.criteria:
        if criterion.aspect is Aspect.LAW and criterion.status is not Status.NOT_APPLICABLE:
            for place in dict.fromkeys(_cited(context, criterion)):
                found.setdefault(place, []).append(criterion)
    order = {source: place for place, source in enumerate(context.sources)}
    return tuple(
        NationalPlace(context.sources[source], pinpoint, tuple(criteria))
        for (source, pinpoint), criteria in sorted(found.items(), key=lambda item: order[item[0][0]])
    )


def places_of(context: Context, criterion: AssessedCriterion) -> tuple[str, ...]:
    """The places in national law that the answers of a criterion cite, each with the name of its text."""
    cited = dict.fromkeys(_cited(context, criterion))
    return tuple(f"{context.sources[source].title}, {pinpoint}" for source, pinpoint in cited)


def task_of(context: Context, criterion: AssessedCriterion) -> str:
    """What to do with a place in view of one criterion."""
    if criterion.status is Status.MET:
        return KEEP
    return AMEND if criterion.id in context.all_gaps else CLARIFY


def _cited(context: Context, criterion: AssessedCriterion) -> Iterator[tuple[str, str]]:
    for answer in criterion.answers:
        for evidence in answer.evidence:
            source = context.sources.get(evidence.source)
            if source is not None and source.kind is not SourceKind.OTHER and evidence.pinpoint is not None:
                yield evidence.source, evidence.pinpoint

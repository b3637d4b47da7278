"""The places in national law that the answers cite, and what an amendment does with each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion
from npm_readiness.models.cited import AssessedSource
from npm_readiness.models.vocabulary import Answer, Aspect, Shows, SourceKind, Stage, Status

__all__ = ["NationalPlace", "Use", "criteria_on_law", "national_places", "places_by_text", "places_of"]

KEEP = mark("keep")
AMEND = mark("amend")
CHECK = mark("check")


@dataclass(frozen=True, slots=True)
class Use:
    """What a criterion has to do with a place: the answers that cite it, and so what the drafter does with it."""

    criterion: AssessedCriterion
    task: str


@dataclass(frozen=True, slots=True)
class NationalPlace:
    """An article (or another place) of a legal text, with the criteria on law whose answers cite it."""

    source: AssessedSource
    pinpoint: str
    uses: tuple[Use, ...]


def national_places(context: Context) -> tuple[NationalPlace, ...]:
    """The places that answers to criteria on law cite, by source as in the profile and by where they are first cited."""
    found: dict[tuple[str, str], list[Use]] = {}
    for criterion in criteria_on_law(context):
        for place in dict.fromkeys(place for answer in criterion.answers for place in _cited(context, answer)):
            citing = [answer for answer in criterion.answers if place in _cited(context, answer)]
            found.setdefault(place, []).append(Use(criterion, _task(place, citing)))
    order = {source: place for place, source in enumerate(context.cited.sources)}
    return tuple(
        NationalPlace(context.cited.sources[source], pinpoint, tuple(uses))
        for (source, pinpoint), uses in sorted(found.items(), key=lambda item: order[item[0][0]])
    )


def places_of(context: Context, criterion: AssessedCriterion) -> tuple[str, ...]:
    """The places in national law that the answers of a criterion cite, each with the name of its text."""
    cited = dict.fromkeys(place for answer in criterion.answers for place in _cited(context, answer))
    return tuple(f"{context.cited.source_name(source)}, {pinpoint}" for source, pinpoint in cited)


def criteria_on_law(context: Context) -> tuple[AssessedCriterion, ...]:
    """What a law can be asked to contain: the criteria on law that apply, less those on joining, which is no matter of drafting."""
    return tuple(
        criterion
        for criterion in context.assessment.criteria
        if criterion.aspect is Aspect.LAW
        and criterion.status is not Status.NOT_APPLICABLE
        and criterion.stage is not Stage.RATIFICATION
    )


def _task(place: tuple[str, str], citing: list[AssessedAnswer]) -> str:
    """Keep what carries a yes or shows what is there; amend what shows a lack; check what was not read to the end.

    Evidence of a partial answer that does not say what it shows can carry the good half of it as well as the other.
    """
    shown = {
        evidence.shows
        for answer in citing
        for evidence in answer.evidence
        if (evidence.source, evidence.pinpoint) == place and answer.counted_as is not Answer.YES
    }
    if Shows.MISSING in shown:
        return AMEND
    if shown <= {Shows.IN_PLACE}:
        return KEEP
    return AMEND if any(answer.counted_as is Answer.NO for answer in citing) else CHECK


def _cited(context: Context, answer: AssessedAnswer) -> list[tuple[str, str]]:
    found = []
    for evidence in answer.evidence:
        source = context.cited.sources.get(evidence.source)
        if source is not None and source.kind is SourceKind.LAW and evidence.pinpoint is not None:
            found.append((evidence.source, evidence.pinpoint))
    return found


def places_by_text(context: Context, criteria: Iterable[AssessedCriterion]) -> tuple[str, ...]:
    """The places in national law that the answers of some criteria cite, a line for each text."""
    by_source: dict[str, dict[str, None]] = {}
    for criterion in criteria:
        for answer in criterion.answers:
            for source, pinpoint in _cited(context, answer):
                by_source.setdefault(source, {})[pinpoint] = None
    return tuple(f"{context.cited.source_name(source)}: {'; '.join(places)}" for source, places in by_source.items())

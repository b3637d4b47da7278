"""From results to the parts of an assessment: each function makes one of its lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from npm_readiness.models.assessed_criteria import (
    AssessedCriterion,
    Gap,
    ShownEvidence,
    ShownVersion,
)
from npm_readiness.models.assessment import (
    AssessedCodeChapter,
    AssessedRecommendation,
    AssessedRespondent,
    DimensionScore,
    GapCounts,
    StandardsSummary,
    StatusCounts,
)
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Checklist, Dimension
from npm_readiness.models.numbers import Interval, Score
from npm_readiness.models.profile import GivenAnswer, SaidAnswer
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Aspect, Obligation, Severity, Status
from npm_readiness.scoring.actions import actions_for
from npm_readiness.scoring.outcomes import CriterionResult
from npm_readiness.scoring.results import Results

__all__ = [
    "assessed_chapters",
    "assessed_respondents",
    "bearing_on",
    "dimension_scores",
    "gap_of",
    "shown_evidence",
    "shown_score",
    "shown_versions",
    "standards_summary",
]


def shown_score(interval: Interval | None) -> Score | None:
    """The score that shows an interval; ``None`` stays ``None``, it is never zero."""
    return None if interval is None else Score.of(interval)


def assessed_respondents(catalogue: Catalogue, criteria: Iterable[AssessedCriterion]) -> tuple[AssessedRespondent, ...]:
    """Those who can answer the questions of these criteria, in the order of the catalogue."""
    named = {name for criterion in criteria for answer in criterion.answers for name in answer.respondents}
    return tuple(
        AssessedRespondent(id=respondent.id, title=respondent.title)
        for respondent in catalogue.respondents.values()
        if respondent.id in named
    )


def assessed_chapters(catalogue: Catalogue, criteria: Iterable[AssessedCriterion]) -> tuple[AssessedCodeChapter, ...]:
    """The chapters of a code to which one of these criteria belongs, in their order."""
    named = {criterion.code_chapter for criterion in criteria}
    return tuple(
        AssessedCodeChapter(id=chapter.id, title=chapter.title)
        for chapter in catalogue.code_chapters.values()
        if chapter.id in named
    )


def shown_versions(given: GivenAnswer) -> tuple[ShownVersion, ...]:
    """What several assessors say, as it stands in the profile."""
    return tuple(
        [
            ShownVersion(
                by=version.by,
                answer=version.answer,
                between=version.between,
                evidence=shown_evidence(version),
                comment=version.comment,
                reason=version.reason,
            )
            for version in given.versions
        ]
    )


def shown_evidence(given: SaidAnswer) -> tuple[ShownEvidence, ...]:
    """The evidence of an answer, as it stands in the profile."""
    return tuple(
        [
            ShownEvidence(
                source=evidence.source,
                pinpoint=evidence.pinpoint,
                of=evidence.of,
                article=evidence.article,
                shows=evidence.shows,
                quote=evidence.quote,
                note=evidence.note,
            )
            for evidence in given.evidence
        ]
    )


def bearing_on(recommendations: Iterable[AssessedRecommendation]) -> Mapping[str, Sequence[str]]:
    """For each criterion the recommendations that bear on it; a finding that is a criterion bears on itself."""
    found: dict[str, list[str]] = {}
    for entry in recommendations:
        for name in dict.fromkeys((*entry.criteria, entry.id)):
            found.setdefault(name, []).append(entry.id)
    return found


def gap_of(result: CriterionResult, situation: Situation, bearing: Mapping[str, Sequence[str]]) -> Gap:
    """The gap that a criterion leaves, with the recommendations of others that bear on it, by :func:`bearing_on`."""
    name, actions = result.criterion.id, actions_for(result, situation)
    return Gap(
        criterion=name,
        severity=Severity.of(result.obligation),
        actions=actions,
        action=" ".join(action.text for action in actions),
        addressee=actions[0].addressee,
        provisions=result.criterion.provisions,
        conditional=result.conditional,
        waits=result.waits,
        recommendations=tuple(bearing.get(name, ())),
    )


def dimension_scores(
    results: Results, catalogue: Catalogue, criteria: Iterable[CriterionResult]
) -> tuple[DimensionScore, ...]:
    """The dimensions to which these criteria belong, in the order of the catalogue."""
    by_dimension: dict[str, list[CriterionResult]] = {}
    for result in criteria:
        by_dimension.setdefault(result.criterion.dimension, []).append(result)
    return tuple(
        _dimension_score(results, dimension, by_dimension[dimension.id])
        for dimension in catalogue.dimensions.values()
        if dimension.id in by_dimension
    )


def _dimension_score(results: Results, dimension: Dimension, own: Sequence[CriterionResult]) -> DimensionScore:
    of_aspect = {
        aspect: shown_score(results.score(result for result in own if result.criterion.aspect is aspect))
        for aspect in Aspect
    }
    return DimensionScore(
        id=dimension.id,
        title=dimension.title,
        score=shown_score(results.score(own)),
        law=of_aspect[Aspect.LAW],
        practice=of_aspect[Aspect.PRACTICE],
        criteria=tuple(result.criterion.id for result in own),
    )


def standards_summary(results: Results, catalogue: Catalogue, checklist: Checklist) -> StandardsSummary:
    """The summary of a checklist that is a body of standards."""
    own = [result for result in results.criteria if result.entry.checklist.checklist == checklist.checklist]
    counts = Counter(result.status for result in own if result.finding is None)
    gaps = Counter(result.obligation for result in own if result.gap)
    return StandardsSummary(
        checklist=checklist.checklist,
        title=checklist.title,
        score=shown_score(results.score(own)),
        dimensions=dimension_scores(results, catalogue, own),
        counts=StatusCounts(**{status.value: counts[status] for status in Status}),
        gaps=GapCounts(**{obligation.value: gaps[obligation] for obligation in Obligation}),
    )

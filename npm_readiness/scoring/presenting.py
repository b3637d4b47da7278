"""From results to the parts of an assessment: each function makes one of its lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from npm_readiness.models.assessed_criteria import (
    AssessedAnswer,
    AssessedBodyAnswer,
    AssessedCriterion,
    AssessedRubric,
    Gap,
    Lost,
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
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Checklist, Dimension
from npm_readiness.models.dates import PossibleFact, any_of
from npm_readiness.models.numbers import Interval, Score, rounded
from npm_readiness.models.profile import GivenAnswer, SaidAnswer
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Answer, Aspect, Obligation, Severity, Status
from npm_readiness.scoring.actions import actions_for, wording
from npm_readiness.scoring.answers import CountedAnswer
from npm_readiness.scoring.for_any_state import (
    CriterionForAnyState,
    ForAnyState,
    criterion_for_any_state,
    for_any_state,
)
from npm_readiness.scoring.of_bodies import BodyAnswer
from npm_readiness.scoring.outcomes import CriterionResult
from npm_readiness.scoring.results import Results
from npm_readiness.scoring.worth import WORTH, between_of

__all__ = [
    "assessed_answer",
    "assessed_chapters",
    "assessed_criteria",
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


def assessed_criteria(results: Results, catalogue: Catalogue) -> tuple[AssessedCriterion, ...]:
    """The criteria with their results."""
    known, situation = catalogue.once(for_any_state), results.situation
    bound = {standing.treaty.value: standing.bound for standing in situation.treaties}
    return tuple(
        [
            _assessed_criterion(
                result,
                # A finding that was adopted is a criterion that no catalogue has.
                criterion_for_any_state(result.criterion, catalogue)
                if result.finding
                else known.criteria[result.criterion.id],
                known,
                situation,
                bound,
            )
            for result in results.criteria
        ]
    )


def _assessed_criterion(
    result: CriterionResult,
    constant: CriterionForAnyState,
    known: ForAnyState,
    situation: Situation,
    bound: Mapping[str, PossibleFact],
) -> AssessedCriterion:
    """One criterion with its result. A finding that was adopted has no score: to what degree it holds is not asked."""
    criterion, interval = result.criterion, result.interval
    score, lost = (None, None) if result.finding or interval is None else _figures(interval)
    return AssessedCriterion(
        id=criterion.id,
        code=criterion.code,
        title=criterion.title,
        checklist=result.entry.checklist.checklist,
        dimension=criterion.dimension,
        code_chapter=criterion.code_chapter,
        stage=criterion.stage,
        obligation=result.obligation,
        in_force=any_of([bound.get(name, UNKNOWN) for name in constant.treaties]) if constant.treaties else None,
        aspect=criterion.aspect,
        weight=criterion.weight,
        combine=criterion.combine,
        provisions=criterion.provisions,
        since=constant.since,
        status=result.status,
        conditional=result.conditional,
        depends_on=result.depends_on,
        moot=result.moot,
        finding=None if result.finding is None else result.finding.id,
        score=score,
        lost=lost,
        answers=tuple(
            [assessed_answer(answer, known.questions[answer.question.id].rubric) for answer in result.answers]
        ),
        requirement=criterion.requirement,
        why=criterion.why,
        reading=criterion.reading,
        wording_seen=constant.wording_seen,
        applies_when=criterion.applies_when,
        action=criterion.action if isinstance(criterion.action, str) else wording(criterion.action, situation).text,
        addressee=criterion.addressee,
        after=criterion.after,
    )


@lru_cache(maxsize=1000)
def _figures(interval: Interval) -> tuple[Score, Lost]:
    """The score of a criterion and what it loses; a few intervals come again and again."""
    lost = Lost(sure=rounded(1 - interval.upper), open=rounded(interval.upper - interval.lower))
    return Score.of(interval), lost


def assessed_answer(answer: CountedAnswer, rubric: AssessedRubric) -> AssessedAnswer:
    """One question with its answer."""
    question, given = answer.question, answer.given
    return AssessedAnswer(
        question=question.id,
        answer=answer.answer,
        given=given.answer,
        given_between=given.between,
        not_counted=answer.not_counted,
        moot=answer.moot,
        capped_by=answer.capped_by,
        counted_as=answer.counted_as,
        between=answer.between,
        from_profile=answer.fact is not None,
        fact=answer.fact,
        evidenced=answer.evidenced,
        evidence=shown_evidence(given),
        comment=given.comment,
        reason=given.reason,
        text=question.text,
        rubric=rubric,
        may_not_apply=question.may_not_apply,
        respondents=question.respondents,
        versions=shown_versions(given),
        by=given.by,
        bodies=tuple([_of_body(entry) for entry in answer.bodies]),
        formed=answer.formed,
    )


def _of_body(answer: BodyAnswer) -> AssessedBodyAnswer:
    given, point = answer.given, answer.interval is None or answer.interval.settled
    counted = Answer.NOT_APPLICABLE if answer.interval is None else WORTH[answer.interval.lower]
    return AssessedBodyAnswer(
        body=answer.body.id,
        name=answer.body.name,
        answer=given.answer,
        given_between=given.between,
        counted_as=counted if point else Answer.UNKNOWN,
        between=between_of(answer.interval),
        capped=answer.capped,
        counts=answer.counts,
        evidenced=answer.evidenced,
        evidence=shown_evidence(given),
        comment=given.comment,
        reason=given.reason,
        versions=shown_versions(given),
        by=given.by,
    )


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

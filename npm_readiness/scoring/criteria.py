"""The criteria of an assessment, each with its answers and with everything that a report says about it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from npm_readiness.models.assessed_criteria import (
    AssessedAnswer,
    AssessedBodyAnswer,
    AssessedCriterion,
    AssessedRubric,
    InForce,
    Lost,
)
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.dates import any_of
from npm_readiness.models.numbers import Interval, Score, rounded
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Answer
from npm_readiness.scoring.actions import wording
from npm_readiness.scoring.answers import CountedAnswer
from npm_readiness.scoring.for_any_state import CriterionForAnyState, criterion_for_any_state, for_any_state
from npm_readiness.scoring.of_bodies import BodyAnswer
from npm_readiness.scoring.outcomes import CriterionResult
from npm_readiness.scoring.presenting import shown_evidence, shown_versions
from npm_readiness.scoring.results import Results
from npm_readiness.scoring.untold import untold
from npm_readiness.scoring.worth import WORTH, between_of

__all__ = ["assessed_criteria"]

Kept = dict[tuple[str, InForce], AssessedCriterion]
"""What is shown of a criterion of which nothing is told, by its id and by whether what it cites binds the State."""


def assessed_criteria(results: Results, catalogue: Catalogue) -> tuple[AssessedCriterion, ...]:
    """The criteria with their results."""
    known, kept, open_results = catalogue.once(for_any_state), catalogue.once(_kept), catalogue.once(untold).results
    bound = {standing.treaty.value: standing.bound for standing in results.situation.treaties}
    shown = []
    for result in results.criteria:
        name = result.criterion.id
        # A finding that was adopted is a criterion that no catalogue has.
        constant = (
            criterion_for_any_state(result.criterion, catalogue) if result.finding is not None else known.criteria[name]
        )
        treaties = constant.treaties
        in_force = any_of([bound.get(treaty, UNKNOWN) for treaty in treaties]) if treaties else None
        if result is open_results.get(name) and isinstance(result.criterion.action, str):
            found = kept.get((name, in_force))
            if found is None:
                kept[name, in_force] = found = _assessed(result, constant, in_force, catalogue, results.situation)
        else:
            found = _assessed(result, constant, in_force, catalogue, results.situation)
        shown.append(found)
    return tuple(shown)


def _kept(_: Catalogue) -> Kept:
    return {}


def _shown_untold(catalogue: Catalogue) -> Mapping[str, AssessedAnswer]:
    """What is shown of the questions of which nothing is told."""
    rubrics = catalogue.once(for_any_state).questions
    return {
        name: _assessed_answer(answer, rubrics[name].rubric) for name, answer in catalogue.once(untold).answers.items()
    }


def _assessed(
    result: CriterionResult,
    constant: CriterionForAnyState,
    in_force: InForce,
    catalogue: Catalogue,
    situation: Situation,
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
        in_force=in_force,
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
        answers=_answers(result, catalogue),
        requirement=criterion.requirement,
        why=criterion.why,
        reading=criterion.reading,
        wording_seen=constant.wording_seen,
        applies_when=criterion.applies_when,
        action=criterion.action if isinstance(criterion.action, str) else wording(criterion.action, situation).text,
        addressee=criterion.addressee,
        after=criterion.after,
    )


def _answers(result: CriterionResult, catalogue: Catalogue) -> tuple[AssessedAnswer, ...]:
    known, open_, shown = catalogue.once(for_any_state), catalogue.once(untold), catalogue.once(_shown_untold)
    answers = [(answer.question.id, answer) for answer in result.answers]
    return tuple(
        [
            shown[name] if answer is open_.answers.get(name) else _assessed_answer(answer, known.questions[name].rubric)
            for name, answer in answers
        ]
    )


@lru_cache(maxsize=1000)
def _figures(interval: Interval) -> tuple[Score, Lost]:
    """The score of a criterion and what it loses; a few intervals come again and again."""
    lost = Lost(sure=rounded(1 - interval.upper), open=rounded(interval.upper - interval.lower))
    return Score.of(interval), lost


def _assessed_answer(answer: CountedAnswer, rubric: AssessedRubric) -> AssessedAnswer:
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

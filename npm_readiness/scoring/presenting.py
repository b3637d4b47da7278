"""From results to the parts of an assessment: each function makes one of its lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from npm_readiness.models.assessment import (
    AnsweredCounts,
    AssessedAnswer,
    AssessedCriterion,
    AssessedRubric,
    DimensionScore,
    Gap,
    InForce,
    Lost,
    NotCounted,
    ShownEvidence,
    StandardsSummary,
    StatusCounts,
)
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Checklist, Dimension
from npm_readiness.models.cited import CitedInstrument, CitedProvision
from npm_readiness.models.numbers import Interval, Score, rounded
from npm_readiness.models.profile import Profile
from npm_readiness.models.timeline import binds, treaty_status
from npm_readiness.models.vocabulary import Answer, Aspect, Obligation, Severity, Status, Treaty, Verified
from npm_readiness.scoring.answers import CountedAnswer
from npm_readiness.scoring.combination import status_of
from npm_readiness.scoring.results import CriterionResult, Results

__all__ = [
    "answered_counts",
    "assessed_criterion",
    "bare_answers",
    "cited_instruments",
    "cited_provisions",
    "dimension_scores",
    "gap_of",
    "not_counted",
    "shown_score",
    "standards_summary",
]


def shown_score(interval: Interval | None) -> Score | None:
    """The score that shows an interval; ``None`` stays ``None``, it is never zero."""
    return None if interval is None else Score.of(interval)


def assessed_criterion(
    result: CriterionResult, catalogue: Catalogue, profile: Profile, as_of: date
) -> AssessedCriterion:
    """One criterion with its result."""
    criterion, interval = result.criterion, result.interval if result.applies else None
    return AssessedCriterion(
        id=criterion.id,
        title=criterion.title,
        checklist=result.entry.checklist.checklist,
        dimension=criterion.dimension,
        stage=criterion.stage,
        obligation=result.obligation,
        in_force=_in_force(result, catalogue, profile, as_of),
        aspect=criterion.aspect,
        weight=criterion.weight,
        combine=criterion.combine,
        provisions=criterion.provisions,
        status=status_of(interval),
        conditional=interval is not None and result.applicability.conditional,
        depends_on=result.applicability.depends_on,
        score=shown_score(interval),
        lost=None
        if interval is None
        else Lost(sure=rounded(1 - interval.upper), open=rounded(interval.upper - interval.lower)),
        answers=tuple(_assessed_answer(answer) for answer in result.answers),
        requirement=criterion.requirement,
        why=criterion.why,
        reading=criterion.reading,
        wording_seen=any(
            catalogue.provisions[provision].verified is Verified.TEXT_SEEN for provision in criterion.provisions
        ),
        applies_when=criterion.applies_when,
        action=criterion.action,
        addressee=criterion.addressee,
        after=criterion.after,
    )


def _in_force(result: CriterionResult, catalogue: Catalogue, profile: Profile, as_of: date) -> InForce:
    """Whether a treaty whose "shall" the criterion cites binds the State; one is enough."""
    treaties = {
        catalogue.provisions[provision].instrument
        for provision in result.criterion.provisions
        if catalogue.provision_obligation(provision) is Obligation.TREATY
    }
    known = [
        binds(catalogue.instruments[treaty].entry_into_force, treaty_status(profile, Treaty(treaty)), as_of)
        if treaty in {named.value for named in Treaty}
        else UNKNOWN
        for treaty in sorted(treaties)
    ]
    if not known:
        return None
    if True in known:
        return True
    return UNKNOWN if UNKNOWN in known else False


def _assessed_answer(answer: CountedAnswer) -> AssessedAnswer:
    question, given = answer.question, answer.given
    return AssessedAnswer(
        question=question.id,
        answer=answer.answer,
        counted_as=answer.counted_as,
        between=answer.between,
        from_profile=answer.fact is not None,
        fact=answer.fact,
        evidenced=answer.evidenced,
        evidence=tuple(
            ShownEvidence(source=evidence.source, pinpoint=evidence.pinpoint, note=evidence.note)
            for evidence in given.evidence
        ),
        comment=given.comment,
        reason=given.reason,
        text=question.text,
        rubric=AssessedRubric(**question.rubric.model_dump()),
        may_not_apply=question.may_not_apply,
    )


def gap_of(result: CriterionResult) -> Gap:
    """The gap that a criterion leaves."""
    return Gap(
        criterion=result.criterion.id,
        severity=Severity.of(result.obligation),
        action=result.criterion.action,
        addressee=result.criterion.addressee,
        provisions=result.criterion.provisions,
        conditional=result.applicability.conditional,
        waits=result.waits,
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
    counts = Counter(status_of(result.interval if result.applies else None) for result in own)
    return StandardsSummary(
        checklist=checklist.checklist,
        title=checklist.title,
        score=shown_score(results.score(own)),
        dimensions=dimension_scores(results, catalogue, own),
        counts=StatusCounts(**{status.value: counts[status] for status in Status}),
    )


def answered_counts(answers: Mapping[str, CountedAnswer]) -> AnsweredCounts:
    """The counts over distinct questions."""
    given = Counter(answer.answer for answer in answers.values())
    claims = [answer for answer in answers.values() if answer.claim]
    facts = [answer for answer in answers.values() if answer.fact is not None]
    left_out = sum(answer.answer is Answer.UNKNOWN for answer in facts)
    return AnsweredCounts(
        questions=len(answers),
        answered=given[Answer.YES] + given[Answer.PARTIAL] + given[Answer.NO],
        unknown=given[Answer.UNKNOWN],
        unanswered=given[None],
        not_applicable=given[Answer.NOT_APPLICABLE],
        claims=len(claims),
        evidenced=sum(answer.evidenced for answer in claims),
        from_profile=len(facts) - left_out,
        left_out=left_out,
    )


def bare_answers(answers: Mapping[str, CountedAnswer]) -> tuple[str, ...]:
    """The questions that an assessor answered (other than ``unknown``) without a source and a pinpoint."""
    return tuple(
        question
        for question, answer in answers.items()
        if answer.fact is None
        and not answer.evidenced
        and (answer.answer not in (None, Answer.UNKNOWN) or answer.between)
    )


def not_counted(profile: Profile, results: Results, asked: Iterable[str]) -> tuple[NotCounted, ...]:
    """The answers of the profile that count for nothing here, by id, each with the reason."""
    selected = set(asked)
    kept = []
    for question, given in sorted(profile.answers.items()):
        if given.answer is None:
            continue
        if question not in selected:
            kept.append(NotCounted(question=question, answer=given.answer, reason="not-selected"))
        elif question not in results.answers:
            kept.append(NotCounted(question=question, answer=given.answer, reason="not-applicable"))
        elif results.answers[question].fact is not None:
            kept.append(NotCounted(question=question, answer=given.answer, reason="answers-itself"))
    return tuple(kept)


def cited_provisions(catalogue: Catalogue, results: Results, others: Iterable[str]) -> tuple[CitedProvision, ...]:
    """The provisions that the criteria cite, and ``others``, in the order of the register."""
    citing: dict[str, list[CriterionResult]] = {provision: [] for provision in others}
    for result in results.criteria:
        for provision in result.criterion.provisions:
            citing.setdefault(provision, []).append(result)
    return tuple(
        CitedProvision(
            id=provision.id,
            instrument=provision.instrument,
            pinpoint=provision.pinpoint,
            subject=provision.subject,
            force=provision.force,
            obligation=catalogue.provision_obligation(provision.id),
            verified=provision.verified,
            cross_read=provision.cross_read,
            status=_provision_status(citing[provision.id]),
            falls_short=any(result.gap and not result.applicability.conditional for result in citing[provision.id]),
        )
        for provision in catalogue.provisions.values()
        if provision.id in citing
    )


def _provision_status(citing: Iterable[CriterionResult]) -> Status:
    """What is established about a provision: never more than the criteria that cite it and apply say."""
    applying = [result for result in citing if result.applies]
    statuses = {status_of(result.interval) for result in applying}
    if len(statuses) <= 1:
        return next(iter(statuses), Status.NOT_APPLICABLE)
    gaps = any(result.gap for result in applying)
    if gaps and Status.PARTLY_MET in statuses and Status.NOT_MET not in statuses:
        return Status.PARTLY_MET
    return Status.UNDETERMINED


def cited_instruments(catalogue: Catalogue, provisions: Iterable[CitedProvision]) -> tuple[CitedInstrument, ...]:
    """The instruments of these provisions, in the order of the register."""
    wanted = {provision.instrument for provision in provisions}
    return tuple(
        CitedInstrument(
            id=instrument.id,
            title=instrument.title,
            short=instrument.short,
            symbol=instrument.symbol,
            year=instrument.year,
            binding=instrument.binding,
        )
        for instrument in catalogue.instruments.values()
        if instrument.id in wanted
    )

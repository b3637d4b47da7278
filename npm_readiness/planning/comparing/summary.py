"""What is kept of an assessed profile: little enough for thousands of them.

Results that are equal are one object, so that a criterion takes up no more than a place in a row. The assessment itself, with
its texts, is gone when its summary is made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion
from npm_readiness.models.assessment import Assessment, DimensionScore, LookedAt
from npm_readiness.models.numbers import Interval, Score
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Answer, Aspect, Obligation, Stage, Status, Verdict
from npm_readiness.planning.comparing.comparison import AnswerThen, ComparedChecklist, ComparedProfile
from npm_readiness.planning.comparing.elsewhere import Elsewhere, elsewhere_in
from npm_readiness.planning.comparing.facts import FactValue, facts_of, names_of
from npm_readiness.planning.comparing.kept import MOST_KEPT, Row, shared, shared_mapping

__all__ = [
    "Asked",
    "CountedQuestion",
    "Details",
    "DimensionKey",
    "FromFact",
    "Head",
    "Said",
    "StageStanding",
    "Standing",
    "Summary",
    "details_of",
    "dimensions_of",
    "heads_of",
    "score_of",
    "status_of",
    "summary_of",
]

CountedQuestion = tuple[str, Answer, tuple[Answer, Answer] | None]
"""A question, what it counts as, and between which two answers it lies where it is unknown."""

FromFact = tuple[str, str, Answer]
"""A question that answers itself, the fact from which it does so, and the answer."""

DimensionKey = tuple[str | None, str]
"""A dimension: the checklist of standards to which it belongs (``None`` for readiness), and its id."""


@dataclass(frozen=True, slots=True)
class Head:
    """What tells a criterion from others, the same in every profile; ``rests_on`` names the provisions that decide.

    Of a treaty requirement those are the articles of treaties that it cites, of any other all that it cites.
    """

    id: str
    title: str
    checklist: str
    dimension: str
    stage: Stage
    obligation: Obligation
    aspect: Aspect
    finding: bool
    rests_on: tuple[str, ...]


def heads_of(assessment: Assessment) -> Iterator[Head]:
    """The heads of all criteria of an assessment."""
    instruments = {entry.id: entry.short or entry.symbol or entry.title for entry in assessment.instruments}
    cited = {entry.id: f"{instruments[entry.instrument]}, {entry.pinpoint}" for entry in assessment.provisions}
    treaty = {entry.id for entry in assessment.provisions if entry.obligation is Obligation.TREATY}
    for criterion in assessment.criteria:
        yield _head_of(criterion, cited, treaty)


def _head_of(criterion: AssessedCriterion, cited: Mapping[str, str], treaty: Collection[str]) -> Head:
    articles = [name for name in criterion.provisions if name in treaty]
    deciding = articles or criterion.provisions
    return Head(
        id=criterion.id,
        title=criterion.title,
        checklist=criterion.checklist,
        dimension=criterion.dimension,
        stage=criterion.stage,
        obligation=criterion.obligation,
        aspect=criterion.aspect,
        finding=criterion.finding is not None,
        rests_on=tuple(cited[provision] for provision in deciding if provision in cited),
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a profile stands on a criterion.

    ``score`` is ``None`` where it does not apply, and for a finding, which has no degree. ``answers`` are its questions with
    what each counts as. ``renamed`` are old questions that the profile answers in place of ones of this criterion.
    """

    status: Status
    score: Score | None
    answers: tuple[CountedQuestion, ...] = ()
    renamed: tuple[str, ...] = ()

    @property
    def interval(self) -> Interval | None:
        """The exact interval of the score."""
        return None if self.score is None else self.score.interval


def status_of(standing: Standing | None) -> Status | None:
    """The status; ``None`` where the criterion was not assessed."""
    return None if standing is None else standing.status


def score_of(standing: Standing | None) -> Score | None:
    """The score; ``None`` where there is none."""
    return None if standing is None else standing.score


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a profile, by its checklists and its facts: the same for many."""

    first: Mapping[str, str]
    """For each question that is asked the criterion that asks it first."""
    texts: Mapping[str, tuple[str, str]]
    """The text of each question of the checklists assessed, and the criterion that asks it first."""
    answering: Mapping[str, tuple[FromFact, ...]]
    """For each criterion its questions that answer themselves, with the fact and the answer."""
    dimensions: Mapping[DimensionKey, tuple[str, ...]]
    """For each dimension the criteria that count in it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a profile itself says, in its own words."""

    facts: Mapping[str, FactValue]
    names: Mapping[str, str]
    """What the bodies, recommendations and bills are called that keys of facts name."""
    answers: tuple[AnswerThen, ...]
    """To each question that is asked, in their order."""
    elsewhere: Elsewhere
    """What is answered for single bodies and from bills."""
    renamed: Mapping[str, str | None]
    mechanism: frozenset[str]
    """The ids of the bodies that are the mechanism, or may be."""


@dataclass(frozen=True, slots=True)
class Details:
    """What is only needed until the next profile of the same country has come."""

    asked: Asked
    said: Said

    @property
    def answers(self) -> dict[str, AnswerThen]:
        """What is said to each question that is asked."""
        return dict(zip(self.asked.first, self.said.answers, strict=True))


@dataclass(frozen=True, slots=True)
class StageStanding:
    """The verdict on a stage, and on what it rests."""

    verdict: Verdict | None
    possible: tuple[Verdict, ...]
    blockers: tuple[str, ...]
    looked_at: LookedAt | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What is kept of one profile."""

    profile: ComparedProfile
    stages: Mapping[Stage, StageStanding]
    dimensions: Mapping[DimensionKey, Score | None]
    criteria: Mapping[str, Standing]


def summary_of(profile: Profile, assessment: Assessment, name: str) -> Summary:
    """The summary of a profile by its assessment; ``name`` tells it from others."""
    renamed = _renamed_by_criterion(assessment)
    return Summary(
        profile=ComparedProfile(
            name=name,
            country=assessment.country,
            assessed_on=assessment.assessed_on,
            assessors=assessment.assessors,
            sha256=assessment.profile.sha256,
            checklists=shared(
                tuple(
                    ComparedChecklist(
                        id=entry.id,
                        version=entry.version,
                        given=profile.versions.get(entry.id),
                        counts_for=entry.counts_for,
                    )
                    for entry in assessment.checklists
                )
            ),
            answered=assessment.answered,
            score=_kept(assessment.score),
        ),
        stages={
            stage.id: StageStanding(stage.verdict, shared(stage.possible), stage.blockers, shared(stage.looked_at))
            for stage in assessment.stages
        },
        dimensions=Row({key: _kept(dimension.score) for key, dimension in dimensions_of(assessment)}),
        criteria=Row(
            {
                criterion.id: _standing(
                    criterion.status,
                    criterion.score,
                    tuple(
                        (answer.question, answer.counted_as, answer.between)
                        for answer in criterion.answers
                        if not answer.moot
                    ),
                    renamed.get(criterion.id, ()),
                )
                for criterion in assessment.criteria
            }
        ),
    )


def details_of(profile: Profile, assessment: Assessment) -> Details:
    """What is needed of a profile to say what changed until the next one of the same country."""
    first, answers = _answers(assessment)
    return Details(
        asked=_asked(assessment, first),
        said=Said(
            facts=facts_of(profile, assessment.situation),
            names=names_of(profile, assessment.situation),
            answers=answers,
            elsewhere=elsewhere_in(profile, assessment),
            renamed={kept.question: kept.renamed_to for kept in assessment.not_counted if kept.reason == "renamed"},
            mechanism=frozenset(body.id for body in assessment.situation.mechanism_bodies),
        ),
    )


def _asked(assessment: Assessment, first: Mapping[str, str]) -> Asked:
    counting = {
        criterion.id
        for criterion in assessment.criteria
        if criterion.status is not Status.NOT_APPLICABLE and criterion.finding is None
    }
    texts = {
        answer.question: (answer.text, criterion.id)
        for criterion in reversed(assessment.criteria)
        for answer in criterion.answers
    }
    answering = {
        criterion.id: shared(
            tuple(
                (answer.question, answer.fact, answer.counted_as)
                for answer in criterion.answers
                if answer.fact is not None and not answer.moot
            )
        )
        for criterion in assessment.criteria
    }
    dimensions = {
        key: tuple(name for name in dimension.criteria if name in counting)
        for key, dimension in dimensions_of(assessment)
    }
    return Asked(
        first=shared_mapping(first),
        texts=shared_mapping(texts),
        answering=shared_mapping({name: own for name, own in answering.items() if own}),
        dimensions=shared_mapping(dimensions),
    )


def dimensions_of(assessment: Assessment) -> Iterator[tuple[DimensionKey, DimensionScore]]:
    """The dimensions of readiness, then those of each checklist of standards, which its id tells from them."""
    for dimension in assessment.dimensions:
        yield (None, dimension.id), dimension
    for summary in assessment.standards:
        for dimension in summary.dimensions:
            yield (summary.checklist, dimension.id), dimension


def _answers(assessment: Assessment) -> tuple[dict[str, str], tuple[AnswerThen, ...]]:
    """The questions that are asked, each with the criterion that asks it first, and what is said to each."""
    first: dict[str, str] = {}
    said: list[AnswerThen] = []
    titles = {source.id: source.title for source in assessment.sources}
    for criterion in assessment.criteria:
        if criterion.status is Status.NOT_APPLICABLE and criterion.moot:
            continue
        for answer in criterion.answers:
            if not answer.moot and answer.question not in first:
                first[answer.question] = criterion.id
                said.append(_said(answer, titles))
    return first, tuple(said)


def _said(answer: AssessedAnswer, titles: Mapping[str, str]) -> AnswerThen:
    return AnswerThen(
        answer=answer.answer,
        between=answer.between,
        counted=answer.counted_as,
        fact=answer.fact,
        evidence=answer.all_evidence,
        sources=tuple(titles.get(piece.source, piece.source) for piece in answer.all_evidence),
        comment=answer.comment,
    )


def _renamed_by_criterion(assessment: Assessment) -> dict[str, tuple[str, ...]]:
    """For each criterion the old questions that the profile answers in place of its own."""
    old = {kept.renamed_to: kept.question for kept in assessment.not_counted if kept.reason == "renamed"}
    if not old:
        return {}
    return {
        criterion.id: tuple(old[answer.question] for answer in criterion.answers if answer.question in old)
        for criterion in assessment.criteria
    }


@lru_cache(maxsize=MOST_KEPT)
def _standing(
    status: Status, score: Score | None, answers: tuple[CountedQuestion, ...], renamed: tuple[str, ...]
) -> Standing:
    """The first standing that was equal to this one."""
    return Standing(status, score, answers, renamed)


@lru_cache(maxsize=MOST_KEPT)
def _kept(score: Score | None) -> Score | None:
    """The first score that was equal to this one."""
    return score

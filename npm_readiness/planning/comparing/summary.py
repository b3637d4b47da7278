"""What is kept of an assessed profile: little enough for thousands of them.

Results that are equal are one object, so that a criterion takes up no more than a place in a row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from npm_readiness.models.assessed_criteria import AssessedCriterion
from npm_readiness.models.assessment import Assessment, DimensionScore, LookedAt
from npm_readiness.models.numbers import Interval, Score
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Answer, Aspect, Obligation, Stage, Status, Verdict
from npm_readiness.planning.comparing.comparison import AnswerThen, ComparedChecklist, ComparedProfile
from npm_readiness.planning.comparing.elsewhere import Elsewhere, elsewhere_in
from npm_readiness.planning.comparing.facts import FactValue, facts_of, names_of

__all__ = [
    "CountedQuestion",
    "Details",
    "DimensionKey",
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

DimensionKey = tuple[str | None, str]
"""A dimension: the checklist of standards to which it belongs (``None`` for readiness), and its id."""

MOST_KEPT = 100_000
"""How many different results are kept as one object each; there are far fewer."""


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
    deciding = articles if articles and criterion.obligation is Obligation.TREATY else criterion.provisions
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
class Said:
    """A question with what one profile says to it."""

    text: str
    criterion: str
    said: AnswerThen


@dataclass(frozen=True, slots=True)
class Details:
    """What is only needed until the next profile of the same country has come."""

    facts: Mapping[str, FactValue]
    names: Mapping[str, str]
    """What the bodies, recommendations and bills are called that keys of facts name."""
    answers: Mapping[str, Said]
    elsewhere: Elsewhere
    """What is answered for single bodies and from bills."""
    texts: Mapping[str, tuple[str, str]]
    """The text of each question of the checklists assessed, and the criterion that asks it first."""
    answering: Mapping[str, Mapping[str, tuple[str, Answer]]]
    """For each criterion its questions that answer themselves, with the fact and the answer."""
    dimensions: Mapping[DimensionKey, tuple[str, ...]]
    """For each dimension the criteria that count in it."""
    renamed: Mapping[str, str | None]
    mechanism: frozenset[str]
    """The ids of the bodies that are the mechanism, or may be."""


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
            checklists=tuple(
                ComparedChecklist(
                    id=entry.id,
                    version=entry.version,
                    given=profile.versions.get(entry.id),
                    counts_for=entry.counts_for,
                )
                for entry in assessment.checklists
            ),
            answered=assessment.answered,
            score=assessment.score,
        ),
        stages={
            stage.id: StageStanding(stage.verdict, stage.possible, stage.blockers, stage.looked_at)
            for stage in assessment.stages
        },
        dimensions={key: _kept(dimension.score) for key, dimension in dimensions_of(assessment)},
        criteria={
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
        },
    )


def details_of(profile: Profile, assessment: Assessment) -> Details:
    """What is needed of a profile to say what changed until the next one of the same country."""
    counting = {
        criterion.id
        for criterion in assessment.criteria
        if criterion.status is not Status.NOT_APPLICABLE and criterion.finding is None
    }
    return Details(
        facts=facts_of(profile, assessment.situation),
        names=names_of(profile, assessment.situation),
        answers=_answers(assessment),
        elsewhere=elsewhere_in(profile, assessment),
        texts={
            answer.question: (answer.text, criterion.id)
            for criterion in reversed(assessment.criteria)
            for answer in criterion.answers
        },
        answering={
            criterion.id: {
                answer.question: (answer.fact, answer.counted_as)
                for answer in criterion.answers
                if answer.fact is not None and not answer.moot
            }
            for criterion in assessment.criteria
        },
        dimensions={
            key: tuple(name for name in dimension.criteria if name in counting)
            for key, dimension in dimensions_of(assessment)
        },
        renamed={kept.question: kept.renamed_to for kept in assessment.not_counted if kept.reason == "renamed"},
        mechanism=frozenset(body.id for body in assessment.situation.mechanism_bodies),
    )


def dimensions_of(assessment: Assessment) -> Iterator[tuple[DimensionKey, DimensionScore]]:
    """The dimensions of readiness, then those of each checklist of standards, which its id tells from them."""
    for dimension in assessment.dimensions:
        yield (None, dimension.id), dimension
    for summary in assessment.standards:
        for dimension in summary.dimensions:
            yield (summary.checklist, dimension.id), dimension


def _answers(assessment: Assessment) -> dict[str, Said]:
    """The questions that are asked, each where it is first asked."""
    found: dict[str, Said] = {}
    titles = {source.id: source.title for source in assessment.sources}
    for criterion in assessment.criteria:
        if criterion.status is Status.NOT_APPLICABLE and criterion.moot:
            continue
        for answer in criterion.answers:
            if not answer.moot and answer.question not in found:
                said = AnswerThen(
                    answer=answer.answer,
                    between=answer.between,
                    counted=answer.counted_as,
                    fact=answer.fact,
                    evidence=answer.all_evidence,
                    sources=tuple(titles.get(piece.source, piece.source) for piece in answer.all_evidence),
                    comment=answer.comment,
                )
                found[answer.question] = Said(answer.text, criterion.id, said)
    return found


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

"""What a comparison of profiles holds. Lists run by profile where they have as many entries as there are profiles."""

from __future__ import annotations

from typing import ClassVar, Literal

from npm_readiness.models.assessed_criteria import ShownEvidence
from npm_readiness.models.assessment import AnsweredCounts, Country, LookedAt
from npm_readiness.models.base import PlainDate
from npm_readiness.models.numbers import Score
from npm_readiness.models.results import Result
from npm_readiness.models.vocabulary import Answer, Aspect, CountsFor, Obligation, Stage, Status, Verdict
from npm_readiness.planning.comparing.changes import Change
from npm_readiness.planning.result import PlanResult

__all__ = [
    "AnswerChange",
    "AnswerThen",
    "ChecklistChange",
    "ComparedChecklist",
    "ComparedCriterion",
    "ComparedDimension",
    "ComparedProfile",
    "ComparedVerdict",
    "Comparison",
    "CriterionChange",
    "DimensionChange",
    "FactChange",
    "FactWord",
    "Rank",
    "RenamedQuestion",
    "Step",
    "VerdictChange",
    "WhyNot",
]

WhyNot = Literal["not_assessed", "does_not_apply", "asks_something_else", "finding", "overlap"]
"""Why a criterion is ``not_comparable``: it belongs to a checklist that only one profile names; it applies to one of the two
only; a question of it was renamed and one profile answers the old one; it is a finding that one profile alone adopts; what is
known before and after overlaps in part."""

FactWord = Literal["changed", "added", "removed", "newly_known", "newly_unknown"]
"""What became of a fact: ``added`` and ``removed`` are bodies, recommendations and bills that one of the profiles does not list."""


class ComparedChecklist(Result):
    """A checklist of a profile: the version assessed, and the one for which the answers were ``given``, where it says so."""

    id: str
    version: str
    given: str | None
    counts_for: CountsFor


class ComparedProfile(Result):
    """One of the profiles. ``name`` tells it from the others."""

    name: str
    country: Country
    assessed_on: PlainDate
    assessors: tuple[str, ...]
    sha256: str
    checklists: tuple[ComparedChecklist, ...]
    answered: AnsweredCounts
    score: Score | None


class ComparedCriterion(Result):
    """A criterion in all profiles; a status is ``None`` where it was not assessed. ``rests_on`` names the provisions that decide.

    ``change`` is that from the first to the last profile where all are of one country, else ``None``; so is ``reason``.
    """

    id: str
    title: str
    checklist: str
    dimension: str
    stage: Stage
    obligation: Obligation
    aspect: Aspect
    rests_on: tuple[str, ...]
    statuses: tuple[Status | None, ...]
    scores: tuple[Score | None, ...]
    change: Change | None
    reason: WhyNot | None


class ComparedDimension(Result):
    """A dimension in all profiles: of readiness, or of the checklist of ``standards`` that is named."""

    id: str
    title: str
    standards: str | None
    scores: tuple[Score | None, ...]


class ComparedVerdict(Result):
    """The verdict on a stage in all profiles, with the numbers of its blockers and what each rests on."""

    stage: Stage
    verdicts: tuple[Verdict | None, ...]
    possible: tuple[tuple[Verdict, ...], ...]
    blockers: tuple[int, ...]
    looked_at: tuple[LookedAt | None, ...]


class FactChange(Result):
    """A fact of which the two profiles say different things: its key in the profile, and what stands there.

    ``of`` is the name of the body, the title of the bill or the text of the recommendation that it concerns.
    """

    key: str
    of: str | None
    before: str | bool | None
    after: str | bool | None
    change: FactWord


class AnswerThen(Result):
    """What a profile says to a question. ``counted`` is what it counts as, ``fact`` the key from which it answered itself.

    ``sources`` are the titles of the sources of the evidence, in its order.
    """

    answer: Answer | None
    between: tuple[Answer, Answer] | None
    counted: Answer
    fact: str | None
    evidence: tuple[ShownEvidence, ...]
    sources: tuple[str, ...]
    comment: str | None


class AnswerChange(Result):
    """A question that counts as something else than before; ``of`` names the body, or the bill, of which it was answered."""

    question: str
    text: str
    criterion: str
    change: Change
    before: AnswerThen
    after: AnswerThen
    of: str | None = None


class CriterionChange(Result):
    """A criterion on which the two profiles differ.

    ``facts`` are the keys of the profile from which questions of it answer themselves in one of the two and not, or otherwise,
    in the other: it changed with these facts, not with what was found out.
    """

    criterion: str
    change: Change
    reason: WhyNot | None
    before: Status | None
    after: Status | None
    scores: tuple[Score | None, Score | None]
    facts: tuple[str, ...]


class VerdictChange(Result):
    """The verdict on a stage before and after, and the blockers that are ``gone`` and ``new``."""

    stage: Stage
    before: Verdict | None
    after: Verdict | None
    possible: tuple[tuple[Verdict, ...], tuple[Verdict, ...]]
    looked_at: tuple[LookedAt | None, LookedAt | None]
    blockers: tuple[int, int]
    gone: tuple[str, ...]
    new: tuple[str, ...]


class DimensionChange(Result):
    """A dimension before and after; not comparable unless ``same_criteria`` count in it both times."""

    id: str
    standards: str | None
    before: Score | None
    after: Score | None
    change: Change
    same_criteria: bool


class ChecklistChange(Result):
    """A checklist that one profile alone names, or for another version of which it was answered; ``now`` is the one assessed."""

    id: str
    before: str | None
    after: str | None
    named: Literal["both", "before", "after"]
    now: str


class RenamedQuestion(Result):
    """An answer to a question that is no more: kept, not counted. ``now`` is the question in its place."""

    question: str
    now: str | None
    answered: Literal["both", "before", "after"]


class Step(Result):
    """From one profile of a country to the next, as they were given.

    ``before`` and ``after`` are places in ``profiles``, from 0. ``backwards``: the second is the older one.
    ``another_body``: other bodies are the mechanism than before. ``answers`` are those for the mechanism as a whole; ``bodies`` and
    ``bills`` those for single bodies, and from bills, that both profiles list. Only what differs is listed.
    """

    country: Country
    before: int
    after: int
    backwards: bool
    another_body: bool
    facts: tuple[FactChange, ...]
    answers: tuple[AnswerChange, ...]
    bodies: tuple[AnswerChange, ...]
    bills: tuple[AnswerChange, ...]
    criteria: tuple[CriterionChange, ...]
    unchanged: int
    verdicts: tuple[VerdictChange, ...]
    dimensions: tuple[DimensionChange, ...]
    checklists: tuple[ChecklistChange, ...]
    renamed: tuple[RenamedQuestion, ...]


class Rank(Result):
    """Where a profile can stand among those ranked: between ``best`` and ``worst``, from 1.

    ``ahead``: how many are surely behind it; ``behind``: how many are surely ahead of it.
    """

    profile: int
    best: int
    worst: int
    ahead: int
    behind: int


class Comparison(PlanResult, Result):
    """Profiles side by side, and each country from one profile to the next. ``ranks`` is ``None`` unless it was asked for."""

    kind: ClassVar[str] = "comparison"

    require_evidence: bool
    profiles: tuple[ComparedProfile, ...]
    verdicts: tuple[ComparedVerdict, ...]
    dimensions: tuple[ComparedDimension, ...]
    criteria: tuple[ComparedCriterion, ...]
    steps: tuple[Step, ...]
    ranks: tuple[Rank, ...] | None

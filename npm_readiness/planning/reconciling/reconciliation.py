"""What bringing several assessors together holds. Lists of answers run by assessor, in the order of the profiles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from npm_readiness.models.assessed_criteria import ShownVersion
from npm_readiness.models.assessment import AssessedChecklist, Country
from npm_readiness.models.base import Model, PlainDate
from npm_readiness.models.vocabulary import Answer, Stage, Verdict
from npm_readiness.planning.result import PlanResult

__all__ = [
    "Alpha",
    "Alphas",
    "Assessor",
    "FactDifference",
    "MergedAnswer",
    "Outcome",
    "PairOfAssessors",
    "ReconciledDimension",
    "ReconciledPart",
    "ReconciledQuestion",
    "ReconciledVerdict",
    "Reconciliation",
    "RenamedSource",
    "SaidFact",
]

Outcome = Literal["agreed", "disputed", "one_knows", "one_answered", "unknown", "unanswered"]
"""What became of a question: all who answer it say the same (two at least); they contradict each other; one alone knows, where
another looked and could not find out; one alone answered; nobody who looked found out; nobody answered."""


class Assessor(Model):
    """One of the assessors: ``by`` is how answers name them, ``name`` the profile, ``prefix`` what renamed sources begin with."""

    by: str
    name: str
    prefix: str
    assessed_on: PlainDate
    sha256: str
    answered: int
    unknown: int


class Alpha(Model):
    """Krippendorff's alpha (ordinal) over the ``questions`` that two or more answered yes, partial or no.

    ``same``: how many of these all answered alike. ``value`` is ``None`` where it cannot be reckoned: ``reason`` says whether too
    few answered, or all answers are one and the same. ``lower`` and ``upper`` hold 95 of 100 resamples, and are ``None`` where most
    resamples have no alpha. ``exact`` is the fraction.
    """

    value: float | None
    lower: float | None
    upper: float | None
    exact: str | None
    questions: int
    same: int
    reason: Literal["too_few", "all_alike"] | None


class Alphas(Model):
    """Alpha over all questions, and by dimension."""

    overall: Alpha
    dimensions: Mapping[str, Alpha]


class ReconciledDimension(Model):
    """The title of a dimension."""

    id: str
    title: str


class MergedAnswer(Model):
    """What stands in the merged profile."""

    answer: Answer | None
    between: tuple[Answer, Answer] | None


class ReconciledQuestion(Model):
    """A question with what each assessor says, ``None`` where nothing, and what was made of it.

    ``agreed``: whether those who answered yes, partial, no or not applicable all say the same; ``None`` where fewer than two did.
    ``decisive``: a verdict on the merged profile can depend on it; never where it is answered from a bill.
    """

    id: str
    text: str
    criterion: str | None
    dimension: str | None
    stage: Stage | None
    answers: tuple[ShownVersion | None, ...]
    agreed: bool | None
    outcome: Outcome
    merged: MergedAnswer
    decisive: bool


class ReconciledPart(Model):
    """What is said of a single body, or with a bill: its id, its name or title, and the questions."""

    id: str
    name: str
    questions: tuple[ReconciledQuestion, ...]


class SaidFact(Model):
    """What one assessor says of a fact: a word of the profile, or ``listed`` false where it does not list such a thing."""

    by: str
    value: str | bool | int | None
    listed: bool = True


class FactDifference(Model):
    """A fact on which the profiles differ, and what stands in the merged profile.

    ``how``: left ``unknown``; the ``label`` that comes first by the alphabet; ``listed`` although not all list it; ``open`` for
    a model that is undecided between what was said, or a version that is not said.
    """

    key: str
    says: tuple[SaidFact, ...]
    merged: str | bool | int | None
    how: Literal["unknown", "label", "listed", "open"]


class RenamedSource(Model):
    """A source that has another id in the merged profile, since its old one stands for something else elsewhere."""

    by: str
    source: str
    now: str
    title: str


class PairOfAssessors(Model):
    """Two assessors on the questions that both answered yes, partial or no: how many alike, and how many better by one of them."""

    first: str
    second: str
    both: int
    same: int
    first_better: int
    second_better: int


class ReconciledVerdict(Model):
    """The verdict on a stage by the answers of each assessor alone, and by the merged profile."""

    stage: Stage
    verdicts: tuple[Verdict | None, ...]
    merged: Verdict | None
    possible: tuple[Verdict, ...]
    blockers: tuple[int, ...]
    merged_blockers: int


class Reconciliation(PlanResult):
    """Several assessors of one country brought together.

    ``questions`` are those answered for the mechanism as a whole; ``bodies`` and ``bills`` hold those answered for single bodies,
    and for the law with a bill. Agreement is reckoned over the whole and the bodies: a bill is no state of things. ``merged`` is
    the merged profile, as its YAML holds it.
    """

    kind: ClassVar[str] = "reconciliation"

    country: Country
    assessed_on: PlainDate
    assessors: tuple[Assessor, ...]
    checklists: tuple[AssessedChecklist, ...]
    alpha: Alphas
    dimensions: tuple[ReconciledDimension, ...]
    pairs: tuple[PairOfAssessors, ...]
    verdicts: tuple[ReconciledVerdict, ...]
    questions: tuple[ReconciledQuestion, ...]
    bodies: tuple[ReconciledPart, ...]
    bills: tuple[ReconciledPart, ...]
    facts: tuple[FactDifference, ...]
    renamed_sources: tuple[RenamedSource, ...]
    sources: Mapping[str, str]
    merged: Mapping[str, Any]

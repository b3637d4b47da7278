"""The computed result for one profile: complete, frozen, serialisable. Every report is drawn from it alone.

The keys are a contract: they are stable, and more may be added. Lists of criteria, gaps and ids run by stage, dimension and
id; questions by their place under these, each once.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, ValidationError

from npm_readiness.models.base import AnyDate, Model, PlainDate
from npm_readiness.models.checklist import Conditions
from npm_readiness.models.cited import AssessedSource, CitedInstrument, CitedProvision
from npm_readiness.models.numbers import Score
from npm_readiness.models.profile import Npm, StateFacts, Treaties
from npm_readiness.models.vocabulary import (
    Addressee,
    Answer,
    Aspect,
    Combine,
    CountsFor,
    Obligation,
    Severity,
    Stage,
    Status,
    Verdict,
)
from npm_readiness.problems import InputError, Place, problem_at

__all__ = [
    "AnsweredCounts",
    "AssessedAnswer",
    "AssessedChecklist",
    "AssessedCriterion",
    "AssessedRubric",
    "AssessedStage",
    "Assessment",
    "Country",
    "Deadline",
    "DimensionScore",
    "Gap",
    "InForce",
    "Lost",
    "NotCounted",
    "ProfileFacts",
    "Register",
    "ShownEvidence",
    "StandardsSummary",
    "StatusCounts",
]

InForce = bool | Literal["unknown"] | None
"""Whether a treaty whose "shall" is cited binds the State at ``as_of``; ``None`` where none is cited."""

SCHEMA_VERSION: Literal["1"] = "1"


class Country(Model):
    """A country: its ISO 3166-1 code of three letters and its name."""

    code: str
    name: str


class AssessedChecklist(Model):
    """A checklist that was assessed; ``replaced`` names the user's file where it stands in for one of ours."""

    id: str
    version: str
    sha256: str
    title: str
    counts_for: CountsFor
    replaced: str | None = None


class Register(Model):
    """The register of sources that criteria cite, by its digest."""

    sha256: str


class AssessedStage(Model):
    """The verdict on one stage.

    Its scope is the applicable readiness criteria of this stage and of those before it; ``score`` is that of its own criteria.
    ``possible`` holds the verdicts that the unknowns still allow, worst first. ``reason`` says why there is no verdict, else it is
    ``None``: ``no-criterion`` or ``opcat-not-assessed``.
    """

    id: Stage
    verdict: Verdict | None
    possible: tuple[Verdict, ...]
    score: Score | None
    blockers: tuple[str, ...]
    open: tuple[str, ...]
    undecided_by: tuple[str, ...]
    undecided_by_facts: tuple[str, ...]
    reason: Literal["no-criterion", "opcat-not-assessed"] | None


class DimensionScore(Model):
    """The score of one dimension, with all its criteria, also those that do not apply.

    ``law`` and ``practice`` are the scores of its criteria of that aspect alone.
    """

    id: str
    title: str
    score: Score | None
    law: Score | None
    practice: Score | None
    criteria: tuple[str, ...]


class StatusCounts(Model):
    """How many criteria have each status."""

    met: int
    partly_met: int
    not_met: int
    undetermined: int
    not_applicable: int


class StandardsSummary(Model):
    """The summary of a checklist that is a body of standards; it never enters a verdict."""

    checklist: str
    title: str
    score: Score | None
    dimensions: tuple[DimensionScore, ...]
    counts: StatusCounts


class ShownEvidence(Model):
    """Evidence as it stands in the profile."""

    source: str
    pinpoint: str | None
    note: str | None


class AssessedRubric(Model):
    """What counts as each answer."""

    yes: str
    partial: str
    no: str


class AssessedAnswer(Model):
    """One question of a criterion, with what was answered and what that counted as.

    ``answer`` is ``None`` where nobody has answered yet. ``from_profile`` says that the question answered itself from the fact
    ``fact``. ``evidenced`` says that the evidence names a source and a pinpoint (or a fact of the profile).
    """

    question: str
    answer: Answer | None
    counted_as: Answer
    between: tuple[Answer, Answer] | None
    from_profile: bool
    fact: str | None
    evidenced: bool
    evidence: tuple[ShownEvidence, ...]
    comment: str | None
    reason: str | None
    text: str
    rubric: AssessedRubric
    may_not_apply: str | None


class Lost(Model):
    """What a criterion surely loses (1 − upper) and what is still open (upper − lower), to six decimals."""

    sure: float = Field(ge=0, le=1, allow_inf_nan=False)
    open: float = Field(ge=0, le=1, allow_inf_nan=False)


class AssessedCriterion(Model):
    """One criterion with its result and with everything that a report says about it.

    ``conditional`` says that it applies for some values of the facts still unknown, named in ``depends_on``, and not for others;
    ``wording_seen`` that the text of at least one of its provisions was read when the register was checked.
    """

    id: str
    title: str
    checklist: str
    dimension: str
    stage: Stage
    obligation: Obligation
    in_force: InForce
    aspect: Aspect
    weight: int
    combine: Combine
    provisions: tuple[str, ...]
    status: Status
    conditional: bool
    depends_on: tuple[str, ...]
    score: Score | None
    lost: Lost | None
    answers: tuple[AssessedAnswer, ...]
    requirement: str
    why: str
    reading: str | None
    wording_seen: bool
    applies_when: Conditions | None
    action: str
    addressee: Addressee
    after: tuple[str, ...]


class Gap(Model):
    """An applicable criterion that is surely not fully met.

    ``conditional``: it is one only for some values of unknown facts. ``waits``: it is one by that alone that there is no mechanism
    that could do what it asks for.
    """

    criterion: str
    severity: Severity
    action: str
    addressee: Addressee
    provisions: tuple[str, ...]
    conditional: bool
    waits: bool


class AnsweredCounts(Model):
    """Counts over the distinct applicable questions; the first is the sum of the next four.

    ``claims`` are the assessor's ``yes`` and ``partial``, ``evidenced`` those among them with a source and a pinpoint. Of those
    answered ``from_profile`` follow from facts of the profile; of the unknown ``left_out`` would, and the profile does not say.
    """

    questions: int
    answered: int
    unknown: int
    unanswered: int
    not_applicable: int
    claims: int
    evidenced: int
    from_profile: int
    left_out: int


class Deadline(Model):
    """A date that follows from OPCAT, under one reading of it.

    ``overdue`` is ``None`` where it is not known whether a mechanism is designated. ``planned``: reckoned from a planned deposit.
    """

    id: Literal["entry-into-force", "article-24-end", "article-17"]
    date: AnyDate
    reading: str | None
    provision: str
    disputed: bool
    overdue: bool | None
    planned: bool


class NotCounted(Model):
    """An answer in the profile to a question that is not selected or does not apply: kept, not counted, and said."""

    question: str
    answer: Answer | None
    reason: Literal["not-selected", "not-applicable", "answers-itself"]


class ProfileFacts(Model):
    """The facts of the profile on which the assessment rests, beside the answers."""

    npm: Npm
    state: StateFacts
    treaties: Treaties


class Assessment(Model):
    """The whole result for one profile at one date."""

    # A model cannot have a field "register": its class has a method of that name.
    model_config = ConfigDict(populate_by_name=True)

    schema_version: Literal["1"] = SCHEMA_VERSION
    tool_version: str
    country: Country
    assessed_on: PlainDate
    as_of: AnyDate
    assessors: tuple[str, ...]
    note: str | None
    require_evidence: bool
    checklists: tuple[AssessedChecklist, ...]
    register_: Annotated[Register, Field(alias="register")]
    score: Score | None
    stages: tuple[AssessedStage, ...]
    dimensions: tuple[DimensionScore, ...]
    standards: tuple[StandardsSummary, ...]
    criteria: tuple[AssessedCriterion, ...]
    gaps: tuple[Gap, ...]
    roadmap: tuple[str, ...]
    answered: AnsweredCounts
    bare: tuple[str, ...]
    not_counted: tuple[NotCounted, ...]
    deadlines: tuple[Deadline, ...]
    facts: ProfileFacts
    sources: tuple[AssessedSource, ...]
    provisions: tuple[CitedProvision, ...]
    instruments: tuple[CitedInstrument, ...]

    def to_json(self) -> str:
        """The assessment as JSON, the same bytes for the same input."""
        return json.dumps(self.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Assessment:
        """The assessment that :meth:`to_json` wrote; raises :class:`~npm_readiness.problems.InputError`."""
        try:
            assessment = cls.model_validate_json(text)
            reason = assessment._dangling()
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(key) for key in first["loc"])
            reason = f"{where}: {first['msg']}" if where else first["msg"]
        if reason:
            raise InputError([problem_at(Place("assessment"), "assessment-invalid", reason=reason)])
        return assessment

    def _dangling(self) -> str:
        """The first id that is named and is not there; empty where every one is."""
        criteria = {criterion.id for criterion in self.criteria}
        asked = {
            answer.question
            for criterion in self.criteria
            if criterion.status is not Status.NOT_APPLICABLE
            for answer in criterion.answers
        }
        provisions = {provision.id for provision in self.provisions}
        shown = [*self.dimensions, *(dimension for summary in self.standards for dimension in summary.dimensions)]
        named = (
            (criteria, (name for stage in self.stages for name in (*stage.blockers, *stage.open))),
            (criteria, (name for dimension in shown for name in dimension.criteria)),
            (criteria, (gap.criterion for gap in self.gaps)),
            ({gap.criterion for gap in self.gaps}, self.roadmap),
            (asked, (name for stage in self.stages for name in stage.undecided_by)),
            (set(self.roadmap), (gap.criterion for gap in self.gaps)),
            ({stage.id for stage in self.stages}, Stage),
            ({dimension.id for dimension in shown}, (criterion.dimension for criterion in self.criteria)),
            (provisions, (name for criterion in self.criteria for name in criterion.provisions)),
            (provisions, (name for gap in self.gaps for name in gap.provisions)),
            (provisions, (deadline.provision for deadline in self.deadlines)),
            ({instrument.id for instrument in self.instruments}, (entry.instrument for entry in self.provisions)),
        )
        missing = (name for known, names in named for name in names if name not in known)
        return next((f"it names {name}, which is not in it" for name in missing), "")

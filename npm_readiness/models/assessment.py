"""The computed result for one profile: complete, frozen, serialisable. Every report is drawn from it alone.

The keys are a contract: they are stable, and more may be added. Lists of criteria, gaps and ids run by stage, dimension and
id; questions by their place under these, each once.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, ValidationError

from npm_readiness.models.assessed_criteria import AssessedCriterion, Gap, ShownEvidence, ShownVersion
from npm_readiness.models.base import AnyDate, PlainDate
from npm_readiness.models.checklist import ReadingRule
from npm_readiness.models.cited import AssessedSource, CitedInstrument, CitedProvision
from npm_readiness.models.consistency import inconsistency
from npm_readiness.models.dates import EventDate, known_on
from npm_readiness.models.numbers import Score
from npm_readiness.models.profile import StateFacts
from npm_readiness.models.results import Result
from npm_readiness.models.situation import Deadline, Situation
from npm_readiness.models.treaties import Treaties
from npm_readiness.models.vocabulary import (
    Answer,
    CountsFor,
    InstitutionKind,
    NpmModel,
    Recommender,
    Response,
    Stage,
    Verdict,
)
from npm_readiness.models.what_if import WhatIf
from npm_readiness.models.written import as_json
from npm_readiness.problems import InputError, Place, problem_at

__all__ = [
    "AnsweredCounts",
    "AssessedChecklist",
    "AssessedCodeChapter",
    "AssessedProfile",
    "AssessedRecommendation",
    "AssessedRespondent",
    "AssessedStage",
    "Assessment",
    "Caution",
    "Country",
    "DimensionScore",
    "GapCounts",
    "LookedAt",
    "NotCounted",
    "NpmFacts",
    "ProfileFacts",
    "Register",
    "StandardsSummary",
    "StatusCounts",
]

SCHEMA_VERSION: Literal["1"] = "1"

LONGEST_REASON = 300
"""How much is said of why something is no assessment, in characters."""


class Country(Result):
    """A country: its ISO 3166-1 code of three letters and its name."""

    code: str
    name: str


class AssessedChecklist(Result):
    """A checklist that was assessed; ``replaced`` names the user's file where it stands in for one of ours.

    ``rules`` say how its words are read.
    """

    id: str
    version: str
    sha256: str
    title: str
    counts_for: CountsFor
    rules: tuple[ReadingRule, ...]
    replaced: str | None = None


class AssessedProfile(Result):
    """The profile that was assessed, by the digest of its content."""

    sha256: str


class Register(Result):
    """The register of sources that criteria cite, by its digest."""

    sha256: str


class AssessedRespondent(Result):
    """Somebody who can answer one of the questions assessed."""

    id: str
    title: str


class AssessedCodeChapter(Result):
    """A chapter of a code on detention to which one of the criteria belongs."""

    id: str
    title: str


class LookedAt(Result):
    """Of how many treaty criteria of a stage's scope something is known: "nothing is known to be unmet" never stands without it."""

    treaty: int
    of: int


class AssessedStage(Result):
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
    looked_at: LookedAt | None
    reason: Literal["no-criterion", "opcat-not-assessed"] | None


class DimensionScore(Result):
    """The score of one dimension, with all its criteria, also those that do not apply.

    ``law`` and ``practice`` are the scores of its criteria of that aspect alone.
    """

    id: str
    title: str
    score: Score | None
    law: Score | None
    practice: Score | None
    criteria: tuple[str, ...]


class StatusCounts(Result):
    """How many criteria have each status."""

    met: int
    partly_met: int
    not_met: int
    undetermined: int
    not_applicable: int


class GapCounts(Result):
    """How many gaps there are, by how hard they bind."""

    treaty: int
    guidance: int
    practice: int


class StandardsSummary(Result):
    """The summary of a checklist that is a body of standards; it never enters a verdict."""

    checklist: str
    title: str
    score: Score | None
    dimensions: tuple[DimensionScore, ...]
    counts: StatusCounts
    gaps: GapCounts


class AssessedRecommendation(Result):
    """What a body said to the State, with what the criteria say of it.

    ``criteria`` are those assessed on which it bears. ``state``: ``met`` where all of these are met, ``open`` where one surely is
    not, else ``not_known``.
    """

    id: str
    by: Recommender
    document: str | None
    paragraph: str | None
    date: EventDate
    url: str | None
    text: str
    about: tuple[str, ...]
    criteria: tuple[str, ...]
    response: Response
    finding: Literal["falls_short"] | None
    adopted: bool
    comment: str | None
    state: Literal["met", "open", "not_known"]


class AnsweredCounts(Result):
    """Counts over the distinct questions that apply and are asked; the first is the sum of the next five.

    ``answered``: yes, partial or no; ``partly_known``: unknown, but between two answers; ``unknown``: looked into, and
    unknown. ``moot`` counts, apart from these, the questions that are not asked in this situation. ``claims`` are the
    assessor's ``yes`` and ``partial``, ``evidenced`` those among them with a source and a pinpoint. Of those answered
    ``from_profile`` follow from facts of the profile; of the unknown ``left_out`` would, and the profile does not say.
    """

    questions: int
    answered: int
    partly_known: int
    unknown: int
    unanswered: int
    not_applicable: int
    moot: int
    claims: int
    evidenced: int
    from_profile: int
    left_out: int


class NotCounted(Result):
    """An answer in the profile that is kept, not counted, and said.

    ``renamed_to`` is the question that took the place of one that is no more; ``body`` the name of the one body for which the
    answer is, ``None`` where it is for the mechanism as a whole.
    """

    question: str
    answer: Answer | None
    between: tuple[Answer, Answer] | None
    reason: Literal["not-selected", "not-applicable", "answers-itself", "moot", "before-designation", "renamed"]
    text: str | None
    renamed_to: str | None
    body: str | None = None
    given_reason: str | None
    comment: str | None
    by: str | None = None
    evidence: tuple[ShownEvidence, ...]
    versions: tuple[ShownVersion, ...] = ()


class Caution(Result):
    """Something in the profile that is worth a second look and stops nothing; ``path`` leads to it, keys joined by full stops."""

    code: str
    path: str
    message: str
    advice: str


class NpmFacts(Result):
    """The model of the mechanism, and the body that leads it or may become it."""

    model: NpmModel | Literal["undecided"]
    candidates: tuple[NpmModel, ...]
    institution: str | None
    institution_kind: InstitutionKind | Literal["unknown"]
    designated: EventDate


class ProfileFacts(Result):
    """The facts of the profile on which the assessment rests, beside the answers."""

    npm: NpmFacts
    state: StateFacts
    treaties: Treaties


class Assessment(Result):
    """The whole result for one profile at one date; under ``what_if`` as it would be, and not as it is."""

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
    public: bool = False
    what_if: WhatIf | None = None
    checklists: tuple[AssessedChecklist, ...]
    register_: Annotated[Register, Field(alias="register")]
    profile: AssessedProfile
    situation: Situation
    score: Score | None
    stages: tuple[AssessedStage, ...]
    dimensions: tuple[DimensionScore, ...]
    standards: tuple[StandardsSummary, ...]
    criteria: tuple[AssessedCriterion, ...]
    gaps: tuple[Gap, ...]
    recommendations: tuple[AssessedRecommendation, ...]
    roadmap: tuple[str, ...]
    answered: AnsweredCounts
    bare: tuple[str, ...]
    not_counted: tuple[NotCounted, ...]
    cautions: tuple[Caution, ...]
    deadlines: tuple[Deadline, ...]
    facts: ProfileFacts
    respondents: tuple[AssessedRespondent, ...]
    code_chapters: tuple[AssessedCodeChapter, ...]
    sources: tuple[AssessedSource, ...]
    provisions: tuple[CitedProvision, ...]
    instruments: tuple[CitedInstrument, ...]

    def to_json(self) -> str:
        """The assessment as JSON, the same bytes for the same input."""
        return as_json(self)

    @classmethod
    def from_json(cls, text: str) -> "Assessment":
        """The assessment that :meth:`to_json` wrote; raises :class:`~npm_readiness.problems.InputError`."""
        try:
            assessment = cls.model_validate_json(text)._as_known()
            reason = inconsistency(assessment)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(key) for key in first["loc"])
            reason = f"{where}: {first['msg']}" if where else first["msg"]
        if reason:
            # It may quote what is in the file, and that may be long.
            reason = reason if len(reason) <= LONGEST_REASON else f"{reason[:LONGEST_REASON]}…"
            raise InputError([problem_at(Place("assessment"), "assessment-invalid", reason=reason)])
        return assessment

    def _as_known(self) -> "Assessment":
        """The assessment with its dates as they were known on the day of the profile; JSON has them as they are written."""
        npm = self.facts.npm
        npm = npm.model_copy(update={"designated": known_on(npm.designated, self.assessed_on)})
        facts = self.facts.model_copy(update={"npm": npm})
        return self.model_copy(update={"facts": facts, "situation": self.situation.known_on(self.assessed_on)})

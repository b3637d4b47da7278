"""What an assessment says of one criterion: its answers, its result, and the gap that it leaves."""

from typing import Literal

from pydantic import Field

from npm_readiness.models.conditions import Conditions
from npm_readiness.models.numbers import Score
from npm_readiness.models.results import Result
from npm_readiness.models.vocabulary import (
    Addressee,
    Answer,
    Aspect,
    Combine,
    Obligation,
    Severity,
    Shows,
    Stage,
    Status,
)

__all__ = [
    "AssessedAnswer",
    "AssessedBodyAnswer",
    "AssessedCriterion",
    "AssessedRubric",
    "Gap",
    "GapAction",
    "InForce",
    "Lost",
    "ShownEvidence",
    "ShownVersion",
]

InForce = bool | Literal["unknown"] | None
"""Whether a treaty whose "shall" is cited binds the State at ``as_of``; ``None`` where none is cited."""


class ShownEvidence(Result):
    """Evidence as it stands in the profile; ``of`` and ``article`` are the law and the place in it on which the source speaks."""

    source: str
    pinpoint: str | None
    of: str | None = None
    article: str | None = None
    shows: Shows | None
    quote: str | None
    note: str | None


class ShownVersion(Result):
    """What one of several assessors says to a question, as it stands in the profile."""

    by: str
    answer: Answer | None
    between: tuple[Answer, Answer] | None
    evidence: tuple[ShownEvidence, ...]
    comment: str | None
    reason: str | None


class AssessedBodyAnswer(Result):
    """The answer of a profile to one question for a single body.

    ``counted_as`` (``between``) is what it counts as; ``capped``: the body rests on less than an act of parliament, which keeps it
    from counting in full. ``counts``: the overall answer is made of it and of others; else it is shown beside that.
    ``versions`` are what several assessors say of it.
    """

    body: str
    name: str
    answer: Answer | None
    given_between: tuple[Answer, Answer] | None
    counted_as: Answer
    between: tuple[Answer, Answer] | None
    capped: bool
    counts: bool
    evidenced: bool
    evidence: tuple[ShownEvidence, ...]
    comment: str | None
    reason: str | None
    versions: tuple[ShownVersion, ...] = ()
    by: str | None = None

    @property
    def told_evidence(self) -> tuple[ShownEvidence, ...]:
        """Its evidence, which shows what is in place where it carries a yes, and what is missing where it carries a no."""
        shows = {Answer.YES: Shows.IN_PLACE, Answer.NO: Shows.MISSING}.get(self.answer) if self.answer else None
        return tuple(piece.model_copy(update={"shows": piece.shows or shows}) for piece in self.evidence)


class AssessedRubric(Result):
    """What counts as each answer."""

    yes: str
    partial: str
    no: str


class AssessedAnswer(Result):
    """One question of a criterion, with what was answered and what that counted as.

    ``answer`` is ``None`` where nobody has answered yet. ``from_profile`` says that the question answered itself from the fact
    ``fact``. ``evidenced`` says that the evidence names a source and a pinpoint (or a fact of the profile). ``given`` is what the
    profile answers (``given_between``: between which two), also where that does not count: ``moot``, not asked in this
    situation; ``answers-itself``; or done by the body
    before it was the mechanism (``before-designation``). ``capped_by`` names the fact that keeps an answer from counting in full.
    ``respondents`` are those who can answer it, the best placed first; ``by`` is who did, as far as that is told. ``bodies`` are
    the answers for single bodies; ``formed`` says of which of them the answer is made: of those that are the mechanism, or of
    those that may become it. ``versions`` are what several assessors say, where the profile keeps that; they count for nothing.
    """

    question: str
    answer: Answer | None
    given: Answer | None
    given_between: tuple[Answer, Answer] | None
    not_counted: Literal["moot", "answers-itself", "before-designation"] | None
    moot: bool
    capped_by: str | None
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
    respondents: tuple[str, ...]
    versions: tuple[ShownVersion, ...] = ()
    by: str | None = None
    bodies: tuple[AssessedBodyAnswer, ...] = ()
    formed: Literal["mechanism", "candidates"] | None = None

    @property
    def all_evidence(self) -> tuple[ShownEvidence, ...]:
        """Its evidence, with that of the answers for single bodies of which it is made."""
        return (*self.evidence, *(piece for body in self.bodies if body.counts for piece in body.told_evidence))


class Lost(Result):
    """What a criterion surely loses (1 − upper) and what is still open (upper − lower), to six decimals."""

    sure: float = Field(ge=0, le=1, allow_inf_nan=False)
    open: float = Field(ge=0, le=1, allow_inf_nan=False)


class AssessedCriterion(Result):
    """One criterion with its result and with everything that a report says about it.

    ``code`` is the short name by which letters cite it. ``conditional`` says that it applies for some values of the facts still
    unknown, named in ``depends_on``, and not for others; ``wording_seen`` that the text of at least one of its provisions was
    read when the register was checked. ``moot``: it does not apply because of where the State stands with OPCAT and its
    mechanism. ``finding`` names the recommendation of which it is made: such a criterion has no questions, is a gap, and enters
    verdicts but no score. ``since`` is the year of the earliest instrument among the provisions that give it its obligation;
    ``None`` where that is not known.
    """

    id: str
    code: str | None
    title: str
    checklist: str
    dimension: str
    code_chapter: str | None
    stage: Stage
    obligation: Obligation
    in_force: InForce
    aspect: Aspect
    weight: int
    combine: Combine
    provisions: tuple[str, ...]
    since: int | None
    status: Status
    conditional: bool
    depends_on: tuple[str, ...]
    moot: bool
    finding: str | None
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


class GapAction(Result):
    """One thing to do about a gap, and who does it.

    ``question`` is the one that falls short, ``None`` for the criterion as a whole.
    """

    question: str | None
    text: str
    addressee: Addressee


class Gap(Result):
    """An applicable criterion that is known not to be fully met.

    ``action`` joins the texts of ``actions``; ``addressee`` is who does the first of them. ``conditional``: it is a gap only
    for some values of unknown facts. ``waits``: it would be none if the questions were open that answer themselves from there
    being no mechanism, or nobody in post. ``recommendations`` are those of others that bear on it.
    """

    criterion: str
    severity: Severity
    actions: tuple[GapAction, ...]
    action: str
    addressee: Addressee
    provisions: tuple[str, ...]
    conditional: bool
    waits: bool
    recommendations: tuple[str, ...]

"""What a comparison of the law today with the law under a bill comes to: complete, frozen, serialisable."""

from __future__ import annotations

from typing import ClassVar, Literal

from npm_readiness.models.assessed_criteria import GapAction
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.base import Model
from npm_readiness.models.dates import EventDate
from npm_readiness.models.vocabulary import Answer, BillStatus, Stage, Status, Verdict, Word
from npm_readiness.planning.result import PlanResult

__all__ = [
    "Amendment",
    "BillArticle",
    "BillComparison",
    "Change",
    "ComparedBill",
    "ComparedCriterion",
    "ComparedQuestion",
    "ComparedRecommendation",
    "ComparedStage",
    "SponsorQuestion",
]


class Change(Word):
    """What a bill would do about a criterion.

    ``cured``: not, or not surely, met today, and met with the bill. ``new``: a gap with the bill that is not known to be one today.
    ``worse``: something that is surely there today would not surely be there. ``left``: a gap today that would not surely be
    closed. ``unchanged``: anything else.
    """

    NEW = "new"
    WORSE = "worse"
    LEFT = "left"
    CURED = "cured"
    UNCHANGED = "unchanged"


BillSays = Literal["answered", "follows", "silent", "not_read"]
"""What a bill says on a question: an answer; one that follows from whom it designates; nothing; or nobody has looked."""


class ComparedBill(Model):
    """The bill, as the profile has it; ``designates`` and ``ends`` are the names of bodies."""

    id: str
    title: str
    source: str | None
    status: BillStatus
    introduced: EventDate
    designates: tuple[str, ...]
    ends: tuple[str, ...]


class ComparedQuestion(Model):
    """A question on law, with what its answer counts as today and with the bill; ``..._between``: between which two answers.

    ``weaker``: what is surely there today would not surely be there.
    """

    id: str
    text: str
    says: BillSays
    before: Answer
    before_between: tuple[Answer, Answer] | None
    after: Answer
    after_between: tuple[Answer, Answer] | None
    weaker: bool


class ComparedCriterion(Model):
    """A criterion on law today and with the bill.

    ``gap_before`` and ``gap_after``: whether it is known not to be fully met. ``weaker``: whether a question of it is, and it is
    not met all the same. ``in_reach``: whether the bill speaks of it, or a law on the mechanism would be expected to; ``says``:
    what the bill says on it, at best.
    """

    id: str
    before: Status
    after: Status
    change: Change
    gap_before: bool
    gap_after: bool
    weaker: bool
    in_reach: bool
    says: BillSays
    questions: tuple[ComparedQuestion, ...]


class BillArticle(Model):
    """A place in a text on which answers of the bill rest: what it says, on which criteria it bears, and what to change there.

    ``pinpoint`` is ``None`` for what the evidence does not place. ``finding``: ``falls_short`` where a question that rests on it is
    known not to be met in full by it, ``meets`` where each is, else ``open``. ``change`` is empty where there is nothing to change.
    """

    source: str
    pinpoint: str | None
    says: tuple[str, ...]
    questions: tuple[str, ...]
    criteria: tuple[str, ...]
    finding: Literal["meets", "falls_short", "open"]
    change: tuple[str, ...]


class Amendment(Model):
    """What to amend in the bill so that a criterion would be met; ``articles``: where, as far as the evidence places it."""

    criterion: str
    change: Change
    says: BillSays
    conditional: bool
    actions: tuple[GapAction, ...]
    articles: tuple[str, ...]


class SponsorQuestion(Model):
    """A question on what a treaty asks that would stay open with the bill, and that its text may answer."""

    question: str
    criterion: str
    text: str
    wanted: str
    says: BillSays
    between: tuple[Answer, Answer] | None


class ComparedStage(Model):
    """A verdict today and with the bill, with the blockers that would go, stay (on law and on practice apart) and come."""

    id: Stage
    before: Verdict | None
    after: Verdict | None
    gone: tuple[str, ...]
    left_in_law: tuple[str, ...]
    left_in_practice: tuple[str, ...]
    new: tuple[str, ...]


class ComparedRecommendation(Model):
    """What others recommended on the law, and whether the bill would answer it; ``criteria`` are those on law on which it bears.

    ``answered``: all of these would be met, and not all are today; ``in_part``: some; ``left``: a gap stays in each that is one;
    ``worse``: one would be worse than today; ``met``: all are met today and would stay so; ``not_known``: it cannot be said.
    """

    id: str
    criteria: tuple[str, ...]
    outcome: Literal["answered", "in_part", "left", "worse", "met", "not_known"]


class BillComparison(PlanResult):
    """The law today beside the law as it would be if a bill were adopted; on law alone, without what waits for a mechanism.

    ``today`` and ``adopted`` are the whole assessments. ``silent`` are the criteria on which the bill was read and says nothing,
    ``not_read`` those in its reach for which nobody has looked; ``unevidenced`` the questions that it answers without evidence.
    """

    kind: ClassVar[str] = "bill"

    bill: ComparedBill
    today: Assessment
    adopted: Assessment
    criteria: tuple[ComparedCriterion, ...]
    articles: tuple[BillArticle, ...]
    silent: tuple[str, ...]
    not_read: tuple[str, ...]
    unevidenced: tuple[str, ...]
    stages: tuple[ComparedStage, ...]
    amendments: tuple[Amendment, ...]
    sponsor: tuple[SponsorQuestion, ...]
    recommendations: tuple[ComparedRecommendation, ...]

"""A roadmap: the result, complete and frozen. A document on it is drawn from it alone.

Where something is done on a day, the day is the one on which it is done: what comes next can begin on the same day. Weeks of seven
days are counted from the start, which is week 0.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from npm_readiness.models.assessment import AssessedProfile, Assessment, Country
from npm_readiness.models.base import AnyDate, Text
from npm_readiness.models.base import Model as Frozen
from npm_readiness.models.instruments_of_change import Due
from npm_readiness.models.numbers import Score
from npm_readiness.models.situation import Deadline
from npm_readiness.models.vocabulary import Addressee, Answer, Obligation, Stage, Verdict
from npm_readiness.planning.result import PlanResult

__all__ = [
    "Assumption",
    "DueAction",
    "Latest",
    "Needless",
    "Package",
    "PlannedAction",
    "RaisedQuestion",
    "Roadmap",
    "ScoreChange",
    "SetOfQuestions",
    "SmallestSets",
    "StageChange",
    "StartBy",
    "Unlocked",
]


class Needless(Frozen):
    """What is not known, and may make an action needless, or a part of it.

    ``facts`` are keys of the profile on which it hangs whether the criterion applies at all; ``questions`` those that the action
    covers and that may be met already; ``alternatives`` those of which one that is met is enough.
    """

    facts: tuple[str, ...]
    questions: tuple[str, ...]
    alternatives: tuple[str, ...]


class DueAction(Frozen):
    """By when an action has to be carried out, and why."""

    by: Due
    reason: Text


class PlannedAction(Frozen):
    """One thing to do. ``question`` is the one that falls short, ``None`` for the criterion as a whole.

    ``criterion`` is the gap that it closes or helps to close, ``also`` others that the same action serves; ``raises`` are the
    questions that it raises to yes (of an adopted finding: the finding itself). ``after`` are the gaps that must be closed before,
    those included that wait. ``starts_week`` and ``ends_week`` count from the start of the work, ``starts`` and ``ends`` are days
    where the start is known. ``done``: it has been carried out since the day of the profile. ``conditional``: its gap stands only
    under some values of unknown facts.
    """

    id: str
    criterion: str
    title: str
    also: tuple[str, ...]
    question: str | None
    raises: tuple[str, ...]
    text: str
    stage: Stage
    obligation: Obligation
    after: tuple[str, ...]
    starts_week: int
    ends_week: int
    starts: AnyDate | None
    ends: AnyDate | None
    due: DueAction | None
    done: bool
    conditional: bool
    needless_if: Needless


class StageChange(Frozen):
    """The verdict on a stage before and after; ``None`` where there is none."""

    id: Stage
    before: Verdict | None
    after: Verdict | None


class ScoreChange(Frozen):
    """The score of readiness before and after; ``None`` where there is none."""

    before: Score | None
    after: Score | None


class Unlocked(Frozen):
    """What a package unlocks: the blockers that vanish, the verdict of each stage, the score, each recomputed exactly."""

    blockers: tuple[str, ...]
    stages: tuple[StageChange, ...]
    score: ScoreChange


class Latest(Frozen):
    """The latest days of a package under one reading of article 17.

    ``slack`` is the days between the earliest and the latest start, negative where it is late; ``None`` without a start.
    """

    reading: str
    starts: AnyDate
    ends: AnyDate
    slack: int | None

    @property
    def late(self) -> bool:
        """Whether it cannot be done in time any more."""
        return self.slack is not None and self.slack < 0


class StartBy(Frozen):
    """By when the whole work has to start, so that what is due ``by`` something is in time, under one reading of article 17.

    ``due`` is that day. ``reading`` is ``None`` where there is but one. ``slack``: days from the start given to the latest one,
    negative where it is late; ``None`` without a start.
    """

    by: Due
    reading: str | None
    due: AnyDate
    starts: AnyDate
    slack: int | None

    @property
    def late(self) -> bool:
        """Whether what is due cannot be done in time any more."""
        return self.slack is not None and self.slack < 0


class Package(Frozen):
    """What one addressee does by one instrument of change.

    ``after`` are the packages that must be done before. ``part`` and ``of`` say which part it is of what would be one package, had
    the order of the criteria not made a circle between packages. ``unlocks`` is what it unlocks alone, today;
    ``with_those_before`` what it adds once all packages before it are done.
    """

    id: str
    addressee: Addressee
    instrument: str
    title: str
    one_text: bool
    part: int
    of: int
    after: tuple[str, ...]
    weeks: int
    starts_week: int
    ends_week: int
    starts: AnyDate | None
    ends: AnyDate | None
    actions: tuple[PlannedAction, ...]
    unlocks: Unlocked
    with_those_before: Unlocked
    latest: tuple[Latest, ...]


class RaisedQuestion(Frozen):
    """A question of a smallest set: for which criteria it is raised, and how it stands today.

    ``between``: between which two answers it lies, where that is known of an unknown one. ``open``: it may be yes already.
    ``because``: ``stage``, a criterion of the stage needs it; ``after``, a criterion that must come first. ``waits``: it can be
    raised only once there is a mechanism, or somebody in it. ``package`` is the first that raises it, ``None`` where none does.
    """

    question: str
    text: str
    answer: Answer | None
    between: tuple[Answer, Answer] | None
    open: bool
    waits: bool
    criteria: tuple[str, ...]
    because: Literal["stage", "after"]
    package: str | None


class SetOfQuestions(Frozen):
    """The fewest questions to raise to yes for a stage, by id.

    ``findings`` are adopted findings of others that stand in the way and that no answer lifts. ``proven``: no smaller set does it;
    false only where there were too many ways to choose from to try them all.
    """

    stage: Stage
    questions: tuple[str, ...]
    findings: tuple[str, ...]
    raised: tuple[RaisedQuestion, ...]
    proven: bool


class SmallestSets(Frozen):
    """``next_stage``: so that the first stage with a blocker has none (``None`` where no stage has one).

    ``ready``: so that every stage is ready, which asks for everything that is not surely in place; the stage is the last one.
    """

    next_stage: SetOfQuestions | None
    ready: SetOfQuestions | None


class Assumption(Frozen):
    """How long an instrument of change is taken to take.

    ``from_profile``: the profile says so; else it is the planning assumption of the list.
    """

    instrument: str
    title: str
    about: str
    weeks: int
    reason: str
    from_profile: bool


class Roadmap(PlanResult):
    """The road from today's gaps: packages in their order, the smallest sets, dates.

    ``start``: the day on which the work starts, ``planned_deposit`` the day on which the State plans to deposit; ``None`` where not
    given; ``hypothetical``: the deposit was named for this roadmap, and not by the profile. ``start_by`` is the latest day to start
    for each thing that is due, under each reading. ``waiting`` are the gaps that wait for the mechanism, which are in no package.
    The assessment stands beside the result and is no part of its JSON.
    """

    kind: ClassVar[str] = "roadmap"

    country: Country
    profile: AssessedProfile
    assessed_on: AnyDate
    as_of: AnyDate
    require_evidence: bool
    start: AnyDate | None
    planned_deposit: AnyDate | None
    hypothetical: bool
    weeks: int
    ends: AnyDate | None
    packages: tuple[Package, ...]
    smallest_set: SmallestSets
    deadlines: tuple[Deadline, ...]
    start_by: tuple[StartBy, ...]
    assumptions: tuple[Assumption, ...]
    waiting: tuple[str, ...]
    assessment: Annotated[Assessment, Field(exclude=True)]

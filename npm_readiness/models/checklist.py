"""A checklist: criteria with their questions, as a lawyer writes them in YAML."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Discriminator, Field, StringConstraints, Tag, model_validator
from pydantic_core import PydanticCustomError

from npm_readiness.models.base import Id, Model, Text
from npm_readiness.models.conditions import ActionConditions, Conditions, SituationConditions
from npm_readiness.models.vocabulary import Addressee, Aspect, Combine, CountsFor, Stage, Treaty, Word

__all__ = [
    "MOST_QUESTIONS",
    "ActionVariant",
    "Actions",
    "Checklist",
    "Code",
    "CodeChapter",
    "Criterion",
    "Dimension",
    "FollowsFrom",
    "ProfileFact",
    "Question",
    "QuestionUse",
    "ReadingRule",
    "Respondent",
    "Rubric",
    "SeveralBodies",
    "WrittenAction",
]


class SeveralBodies(Word):
    """How the answers for several bodies make one."""

    EACH = "each"
    BEST = "best"
    WORST = "worst"


class ProfileFact(Word):
    """A fact of the profile that answers a question by itself."""

    PARTY_TO_UNCAT = "party-to-uncat"
    PARTY_TO_OPCAT = "party-to-opcat"
    MECHANISM_DESIGNATED = "mechanism-designated"
    MECHANISM_AT_WORK = "mechanism-at-work"

    @property
    def key(self) -> str:
        """The key of the profile that gives the fact."""
        if self is ProfileFact.MECHANISM_DESIGNATED:
            return "npm.designated"
        if self is ProfileFact.MECHANISM_AT_WORK:
            return "npm.at_work_since"
        return f"treaties.{Treaty(self.value.removeprefix('party-to-'))}"


class FollowsFrom(Word):
    """A fact of the situation from which a question, where it is so, answers itself; where it is not, the question is asked."""

    JOINED = "joined"
    JOINED_WITHOUT_RESERVATION = "joined-without-reservation"

    @property
    def key(self) -> str:
        """The key of the profile that gives the fact."""
        return "treaties.opcat" if self is FollowsFrom.JOINED else "treaties.opcat.reservation"


class ActionVariant(Model):
    """What is to be done, and by whom, in one situation; without ``when``, in any.

    ``addressee`` is by default that of the criterion; ``instrument_of_change`` goes before the rules that tell by which instrument
    it is carried out.
    """

    when: ActionConditions | None = None
    text: Text
    addressee: Addressee | None = None
    instrument_of_change: Id | None = None


Actions = Text | Annotated[tuple[ActionVariant, ...], Field(min_length=1)]
"""What is to be done: one text, or a wording for each situation. The first that fits counts; the last has no condition."""


def _check_actions(actions: Actions | None) -> None:
    """Raise ``PydanticCustomError`` unless some wording of an action fits in any situation."""
    if isinstance(actions, tuple) and (actions[-1].when is not None or any(one.when is None for one in actions[:-1])):
        raise PydanticCustomError(
            "actions",
            "the last wording of an action stands without when:, and only the last, so that one fits in any situation",
            {"key": "action"},
        )


class WrittenAction(NamedTuple):
    """One wording of an action as a checklist writes it: the keys that lead to its text within the criterion, and who acts."""

    keys: tuple[str | int, ...]
    text: str
    addressee: Addressee


def _written(keys: tuple[str | int, ...], actions: Actions | None, addressee: Addressee) -> Iterator[WrittenAction]:
    if isinstance(actions, str):
        yield WrittenAction(keys, actions, addressee)
    for index, variant in enumerate(actions if isinstance(actions, tuple) else ()):
        yield WrittenAction((*keys, index, "text"), variant.text, variant.addressee or addressee)


class Rubric(Model):
    """What counts as each answer, so that two assessors who read the same law answer alike."""

    yes: Text
    partial: Text
    no: Text


class Question(Model):
    """A verifiable question of fact.

    It can answer itself. ``answered_by`` names the fact of the profile that answers it, ``follows_from`` one that does where
    it is so. ``needs_mechanism`` makes the answer ``no`` as long as no mechanism is designated, ``needs_people`` also as long
    as nobody is in post. ``if_executive_text`` is the most that it can be where the only legal basis of the mechanism is
    below an act. ``implies``: a yes says that this fact is so. ``asked_when`` says in which situation it is asked at all;
    ``may_not_apply`` is the one circumstance in which it may be answered ``not_applicable``. ``respondents`` are those who can
    answer it from their own desk, the best placed first. ``was`` holds the ids of questions that it replaces and that asked
    something else. ``several_bodies`` says how the answers for several bodies that are the mechanism make one: ``each`` (all yes
    is yes, all no is no, whatever lies between is partial), ``best`` (one body that does what is asked is enough) or ``worst``
    (one that falls short is enough).
    """

    id: Id
    text: Text
    rubric: Rubric
    respondents: tuple[Id, ...] = ()
    may_not_apply: Text | None = None
    answered_by: ProfileFact | None = None
    follows_from: FollowsFrom | None = None
    needs_mechanism: bool = False
    needs_people: bool = False
    implies: ProfileFact | None = None
    if_executive_text: Literal["partial", "no"] | None = None
    asked_when: SituationConditions | None = None
    action: Actions | None = None
    several_bodies: SeveralBodies = SeveralBodies.EACH
    was: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _one_way_to_answer_itself(self) -> "Question":
        itself = self.answered_by or self.follows_from
        if itself is not None and (self.waits_for_mechanism or self.may_not_apply):
            raise PydanticCustomError(
                "self_answering",
                "a question that follows from a fact can have none of needs_mechanism, needs_people and may_not_apply",
            )
        if self.answered_by is not None and self.follows_from is not None:
            raise PydanticCustomError("self_answering", "answered_by and follows_from exclude each other")
        if self.needs_mechanism and self.needs_people:
            raise PydanticCustomError("self_answering", "needs_people says more than needs_mechanism; write it alone")
        _check_actions(self.action)
        return self

    @property
    def waits_for_mechanism(self) -> bool:
        """Whether it answers itself ``no`` while there is no mechanism."""
        return self.needs_mechanism or self.needs_people


class QuestionUse(Model):
    """A question that is defined under another criterion and asked once for both."""

    use: Id


def _kind_of_question(value: Any) -> str:
    keys = value if isinstance(value, dict) else getattr(value, "__dict__", {})
    return "use" if "use" in keys else "question"


Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,4}-[1-9][0-9]{0,3}$")]
"""A short name: letters of the dimension and a number."""


MOST_QUESTIONS = 100
"""How many questions a criterion may ask. One asks a few; the exact score of one with thousands has thousands of digits."""


class Criterion(Model):
    """One requirement that a State's law or practice meets or not. Its obligation is computed from what it cites.

    ``code`` is the short name by which letters and replies cite it, such as ``FI-3``; it never moves. ``code_chapter`` is the
    chapter of a code on detention in which its law would stand, where it has one. ``instrument_of_change`` says by which instrument
    its actions are carried out, where the rules of ``instruments-of-change.yaml`` would tell another.
    """

    id: Id
    code: Code | None = None
    title: Text
    requirement: Text
    why: Text
    provisions: tuple[Id, ...] = Field(min_length=1)
    reading: Text | None = None
    dimension: Id
    code_chapter: Id | None = None
    stage: Stage
    aspect: Aspect
    weight: int = Field(default=1, ge=1, le=100)
    combine: Combine = Combine.MEAN
    applies_when: Conditions | None = None
    questions: tuple[
        Annotated[
            Annotated[Question, Tag("question")] | Annotated[QuestionUse, Tag("use")], Discriminator(_kind_of_question)
        ],
        ...,
    ] = Field(min_length=1, max_length=MOST_QUESTIONS)
    action: Actions
    addressee: Addressee
    instrument_of_change: Id | None = None
    after: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _an_action_for_any_situation(self) -> "Criterion":
        _check_actions(self.action)
        return self

    @property
    def usual_action(self) -> str:
        """What is to be done where no situation asks for another wording."""
        return self.action if isinstance(self.action, str) else self.action[-1].text

    @property
    def written_actions(self) -> tuple[WrittenAction, ...]:
        """Every wording of its action, and of those of the questions that are defined here."""
        of_questions = (
            action
            for index, item in enumerate(self.questions)
            if isinstance(item, Question)
            for action in _written(("questions", index, "action"), item.action, self.addressee)
        )
        return (*_written(("action",), self.action, self.addressee), *of_questions)

    @property
    def question_ids(self) -> tuple[str, ...]:
        """The ids of its questions, in the order of the file."""
        return tuple(item.use if isinstance(item, QuestionUse) else item.id for item in self.questions)


class Dimension(Model):
    """What a criterion can be about."""

    id: Id
    title: Text
    about: Text


class Respondent(Model):
    """Who can answer a question from their own desk: a ministry, a service, the mechanism."""

    id: Id
    title: Text
    about: Text


class CodeChapter(Model):
    """A chapter of a code on detention and the enforcement of sentences, for those who draft one."""

    id: Id
    title: Text
    about: Text


class ReadingRule(Model):
    """How a word or a situation is read on which many answers of a checklist hang, with a case where it decides."""

    word: Text
    rule: Text
    example: Text


class Checklist(Model):
    """One file of criteria on one theme.

    ``rules`` say how words and situations are read on which many of its answers hang.
    ``question_budget`` is the largest number of questions that it may ask a State of any one model; the linter holds it to that.
    """

    checklist: Id
    title: Text
    version: Text
    counts_for: CountsFor
    about: Text
    rules: tuple[ReadingRule, ...] = ()
    question_budget: int | None = Field(default=None, ge=1)
    criteria: tuple[Criterion, ...] = Field(min_length=1)

"""A checklist: criteria with their questions, as a lawyer writes them in YAML."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from npm_readiness.models.base import Id, Model, Text
from npm_readiness.models.vocabulary import (
    Addressee,
    Aspect,
    Combine,
    CountsFor,
    InstitutionKind,
    NpmModel,
    Stage,
    Treaty,
    Word,
)

__all__ = ["Checklist", "Conditions", "Criterion", "Dimension", "ProfileFact", "Question", "QuestionUse", "Rubric"]


class ProfileFact(Word):
    """A fact of the profile that answers a question by itself."""

    PARTY_TO_UNCAT = "party-to-uncat"
    PARTY_TO_OPCAT = "party-to-opcat"
    MECHANISM_DESIGNATED = "mechanism-designated"

    @property
    def key(self) -> str:
        """The key of the profile that gives the fact."""
        if self is ProfileFact.MECHANISM_DESIGNATED:
            return "npm.designated"
        return f"treaties.{Treaty(self.value.removeprefix('party-to-'))}"


class Rubric(Model):
    """What counts as each answer, so that two assessors who read the same law answer alike."""

    yes: Text
    partial: Text
    no: Text


class Question(Model):
    """A verifiable question of fact.

    ``answered_by`` names the fact of the profile that answers it; ``needs_mechanism`` makes it answer itself ``no`` as long
    as no mechanism is designated; ``may_not_apply`` is the one circumstance in which it may be answered
    ``not_applicable``.
    """

    id: Id
    text: Text
    rubric: Rubric
    may_not_apply: Text | None = None
    answered_by: ProfileFact | None = None
    needs_mechanism: bool = False

    @model_validator(mode="after")
    def _one_way_to_answer_itself(self) -> Question:
        if self.answered_by is not None and (self.needs_mechanism or self.may_not_apply):
            raise PydanticCustomError(
                "self_answering", "a question with answered_by can have neither needs_mechanism nor may_not_apply"
            )
        return self


class QuestionUse(Model):
    """A question that is defined under another criterion and asked once for both."""

    use: Id


def _kind_of_question(value: Any) -> str:
    keys = value if isinstance(value, dict) else getattr(value, "__dict__", {})
    return "use" if "use" in keys else "question"


class Conditions(Model):
    """When a criterion applies: for each fact that is named, one of the values listed. Nothing named: always."""

    model: tuple[NpmModel, ...] | None = Field(default=None, min_length=1)
    institution_kind: tuple[InstitutionKind, ...] | None = Field(default=None, min_length=1)
    federal: bool | None = None
    private_places_of_detention: bool | None = None
    children_in_prison: bool | None = None


class Criterion(Model):
    """One requirement that a State's law or practice meets or not. Its obligation is computed from what it cites."""

    id: Id
    title: Text
    requirement: Text
    why: Text
    provisions: tuple[Id, ...] = Field(min_length=1)
    reading: Text | None = None
    dimension: Id
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
    ] = Field(min_length=1)
    action: Text
    addressee: Addressee
    after: tuple[Id, ...] = ()

    @property
    def question_ids(self) -> tuple[str, ...]:
        """The ids of its questions, in the order of the file."""
        return tuple(item.use if isinstance(item, QuestionUse) else item.id for item in self.questions)


class Dimension(Model):
    """What a criterion can be about."""

    id: Id
    title: Text
    about: Text


class Checklist(Model):
    """One file of criteria on one theme.

    ``question_budget`` is the largest number of questions that it may ask a State of any one model; the linter holds it to that.
    """

    checklist: Id
    title: Text
    version: Text
    counts_for: CountsFor
    about: Text
    question_budget: int | None = Field(default=None, ge=1)
    criteria: tuple[Criterion, ...] = Field(min_length=1)

"""The bodies that are the mechanism of a State, that are considered for it, or that were it."""

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from npm_readiness.models.answers import GivenAnswer
from npm_readiness.models.base import UNKNOWN, Id, Model, Text
from npm_readiness.models.dates import EventDate, When
from npm_readiness.models.vocabulary import BodyRole, InstitutionKind, LegalBasis, NpmModel

__all__ = ["Body", "Npm"]


class Body(Model):
    """One body. ``role`` is what it is on the day of the profile; its dates say what it was before.

    ``designated``: when a formal act made it the mechanism, or a part of it; ``ended``: when it ceased to be; ``at_work_since``:
    since when its members are in post and do the work, null where nobody is. ``legal_basis`` is what makes it the mechanism,
    ``laws`` the sources of the profile that hold it. A date that is left out is unknown; but a candidate is not designated, no
    other than a former body has ended, and one that is (or was) the mechanism has been designated. ``answers`` are those that
    hold for this body alone; where one looks at it, they go before those of the profile.
    """

    id: Id
    name: Text
    kind: InstitutionKind | Literal["unknown"] = UNKNOWN
    role: BodyRole
    designated: EventDate = UNKNOWN
    ended: EventDate = UNKNOWN
    at_work_since: EventDate = UNKNOWN
    legal_basis: LegalBasis | Literal["unknown"] = UNKNOWN
    laws: tuple[Id, ...] = ()
    answers: Mapping[Id, GivenAnswer] = {}

    @model_validator(mode="after")
    def _dates_fit_the_role(self) -> "Body":
        candidate, former = self.role is BodyRole.CANDIDATE, self.role is BodyRole.FORMER
        if candidate and isinstance(self.ended, When):
            raise PydanticCustomError(
                "body", "a candidate has not ended; write role: former for what was the mechanism", {"key": "ended"}
            )
        if not candidate and self.designated is None:
            raise PydanticCustomError(
                "body",
                "a body with this role has been designated; write the date, yes where the day is not known, or role: candidate",
                {"key": "designated"},
            )
        if former and self.ended is None:
            raise PydanticCustomError(
                "body", "a former body has ended; write the date, or yes where the day is not known", {"key": "ended"}
            )
        return self


SHORT_FORM = ("institution", "institution_kind", "designated")


class Npm(Model):
    """The mechanism, or the plan for one.

    ``candidates`` are the models still considered while ``model`` is undecided, and say nothing once it is decided.
    ``bodies`` holds those that are the mechanism, are considered for it, or were it. For one body there is a short form:
    ``institution`` (its name), ``institution_kind`` and ``designated`` (null where none has been made the mechanism).
    """

    model: NpmModel | Literal["undecided"] = "undecided"
    candidates: tuple[NpmModel, ...] = Field(default=tuple(NpmModel), min_length=1)
    bodies: tuple[Body, ...] | None = None
    institution: Text | None = None
    institution_kind: InstitutionKind | Literal["unknown"] = UNKNOWN
    designated: EventDate = UNKNOWN

    @model_validator(mode="after")
    def _candidates_of_an_open_choice(self) -> "Npm":
        # All of them say nothing; an assessment that is read back has them written out.
        if self.model != "undecided" and set(self.candidates) != set(NpmModel):
            raise PydanticCustomError(
                "candidates_of_a_decided_model", "candidates stand only beside model: undecided; leave them out"
            )
        if len(set(self.candidates)) != len(self.candidates):
            raise PydanticCustomError("candidate_twice", "a candidate is named twice")
        return self

    @model_validator(mode="after")
    def _said_once(self) -> "Npm":
        if self.bodies is None:
            return self
        said = [key for key in SHORT_FORM if key in self.model_fields_set]
        if said:
            raise PydanticCustomError(
                "said_twice",
                "{key} is the short form for one body, and bodies are listed; say it at the body alone",
                {"key": said[0]},
            )
        times = Counter(body.id for body in self.bodies)
        twice = next((name for name, number in times.items() if number > 1), None)
        if twice is not None:
            raise PydanticCustomError("body_twice", "two bodies have the id {id}", {"key": "bodies", "id": twice})
        return self

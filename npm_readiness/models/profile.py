"""A profile: what is known about one country at one date, and the answers that its sources carry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from npm_readiness.models.base import UNKNOWN, EventDate, Fact, Id, Model, PlainDate, Text
from npm_readiness.models.vocabulary import Answer, InstitutionKind, NpmModel, SourceKind

__all__ = [
    "Article24",
    "Evidence",
    "GivenAnswer",
    "Npm",
    "OpcatStatus",
    "Profile",
    "Source",
    "StateFacts",
    "Treaties",
    "TreatyStatus",
]


class TreatyStatus(Model):
    """A State's dealings with one treaty. Each key: a date, null (known not to have happened) or ``unknown``.

    What is left out is unknown. Succession alone, which is rare, counts as not having happened when it is left out: otherwise no
    State could be known not to be a party without saying so three times.
    """

    signed: EventDate = UNKNOWN
    ratified: EventDate = UNKNOWN
    acceded: EventDate = UNKNOWN
    succeeded: EventDate = None

    @model_validator(mode="after")
    def _one_deposit(self) -> TreatyStatus:
        dated = [event for event in (self.ratified, self.acceded, self.succeeded) if event not in (None, UNKNOWN)]
        if len(dated) > 1:
            raise PydanticCustomError(
                "two_deposits", "a State ratifies, accedes or succeeds, so only one of the three can have a date"
            )
        return self


class Article24(Model):
    """A declaration under OPCAT article 24: which part is postponed, when it was declared, for how many years."""

    part: Literal["III", "IV"]
    declared: PlainDate
    years: int = Field(default=3, ge=1, le=3)
    extended_until: PlainDate | None = None


class OpcatStatus(TreatyStatus):
    """As for any treaty, with a declaration under article 24 and a date on which the deposit is planned."""

    article_24: Article24 | Literal["unknown"] | None = UNKNOWN
    planned: PlainDate | None = None


class Treaties(Model):
    """The treaties that a profile can name."""

    uncat: TreatyStatus = TreatyStatus()
    opcat: OpcatStatus = OpcatStatus()
    iccpr: TreatyStatus = TreatyStatus()
    cedaw: TreatyStatus = TreatyStatus()
    crc: TreatyStatus = TreatyStatus()


class Npm(Model):
    """The mechanism, or the plan for one.

    ``candidates`` are the models still considered while ``model`` is undecided, and say nothing once it is decided; ``designated``
    is the date on which a body was made the mechanism, null where none has been.
    """

    model: NpmModel | Literal["undecided"] = "undecided"
    candidates: tuple[NpmModel, ...] = Field(default=tuple(NpmModel), min_length=1)
    institution: Text | None = None
    institution_kind: InstitutionKind | Literal["unknown"] = UNKNOWN
    designated: EventDate = UNKNOWN

    @model_validator(mode="after")
    def _candidates_of_an_open_choice(self) -> Npm:
        # All of them say nothing; an assessment that is read back has them written out.
        if self.model != "undecided" and set(self.candidates) != set(NpmModel):
            raise PydanticCustomError(
                "candidates_of_a_decided_model", "candidates stand only beside model: undecided; leave them out"
            )
        if len(set(self.candidates)) != len(self.candidates):
            raise PydanticCustomError("candidate_twice", "a candidate is named twice")
        return self


class StateFacts(Model):
    """Facts about the State on which it depends which criteria apply."""

    federal: Fact = UNKNOWN
    private_places_of_detention: Fact = UNKNOWN
    children_in_prison: Fact = UNKNOWN


def _read_source_date(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MAXYEAR:
        return str(value)
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise PydanticCustomError("source_date", "a date, a year or words such as «undated page» are wanted")


def _check_url(value: str) -> str:
    if not value.lower().startswith(("http://", "https://", "mailto:")):
        raise PydanticCustomError("url", "an address that starts with http://, https:// or mailto: is wanted")
    return value


SourceDate = Annotated[
    str,
    BeforeValidator(_read_source_date),
    WithJsonSchema({"anyOf": [{"type": "string", "minLength": 1}, {"type": "integer"}]}),
]


class Source(Model):
    """A document on which answers rest. Only the title is required; ``date`` is free text.

    ``kind`` tells legal texts from others, so that a report can go through the law article by article; where it is not said, a
    source may be either.
    """

    title: Text
    kind: SourceKind | None = None
    publisher: Text | None = None
    date: SourceDate | None = None
    symbol: Text | None = None
    url: Annotated[Text, AfterValidator(_check_url)] | None = None
    language: Text | None = None
    note: Text | None = None


class Evidence(Model):
    """Where an answer can be checked: a source of the profile, a pinpoint in it, and a note."""

    source: Id
    pinpoint: Text | None = None
    note: Text | None = None


class GivenAnswer(Model):
    """An assessor's answer. Without ``answer`` the question is not answered yet, which is not the same as ``unknown``."""

    answer: Answer | None = None
    between: tuple[Answer, Answer] | None = None
    evidence: tuple[Evidence, ...] = ()
    comment: Text | None = None
    reason: Text | None = None

    @model_validator(mode="after")
    def _keys_that_go_together(self) -> GivenAnswer:
        if self.between is not None:
            worst_first = [Answer.NO, Answer.PARTIAL, Answer.YES]
            if self.answer is not Answer.UNKNOWN:
                raise PydanticCustomError("between", "between stands only beside answer: unknown")
            low, high = self.between
            if low not in worst_first or high not in worst_first or worst_first.index(low) >= worst_first.index(high):
                raise PydanticCustomError("between", "between takes two of no, partial, yes, the worse one first")
        if self.answer is Answer.NOT_APPLICABLE and self.reason is None:
            raise PydanticCustomError("reason", "not_applicable needs a reason; say it under reason:")
        return self

    @property
    def evidenced(self) -> bool:
        """Whether it names a source together with a pinpoint in it."""
        return any(evidence.pinpoint for evidence in self.evidence)


CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,3}$")]


class Profile(Model):
    """One country at one date."""

    country: CountryCode
    country_name: Text | None = None
    assessed_on: PlainDate
    assessors: tuple[Text, ...] = ()
    note: Text | None = None
    checklists: tuple[Id, ...] = Field(default=("opcat",), min_length=1)
    npm: Npm = Npm()
    state: StateFacts = StateFacts()
    treaties: Treaties = Treaties()
    sources: Mapping[Id, Source] = {}
    answers: Mapping[Id, GivenAnswer] = {}

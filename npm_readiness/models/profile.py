"""A profile: what is known about one country at one date, and the answers that its sources carry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PrivateAttr,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from npm_readiness.models.base import UNKNOWN, Fact, Id, Model, PlainDate, Text
from npm_readiness.models.bodies import Npm
from npm_readiness.models.country_code import CountryCode
from npm_readiness.models.dates import EventDate
from npm_readiness.models.digests import digest
from npm_readiness.models.recommendations import Bill, Recommendation, check_url
from npm_readiness.models.treaties import Treaties
from npm_readiness.models.vocabulary import Answer, Shows, SourceKind

__all__ = ["AnswerVersion", "Evidence", "GivenAnswer", "Profile", "SaidAnswer", "Source", "StateFacts"]


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


SourceDate = Annotated[
    str,
    BeforeValidator(_read_source_date),
    WithJsonSchema({"anyOf": [{"type": "string", "minLength": 1}, {"type": "integer"}]}),
]


class Source(Model):
    """A document on which answers rest; ``date`` is free text.

    The title is required, and ``kind`` where an answer on law rests on the source: it tells legal texts from others, so that a
    report can go through the law article by article. ``speaks_of`` is the time of which a source speaks that is younger than the
    profile. A ``confidential`` one is named in no public version of a report.
    """

    title: Text
    kind: SourceKind | None = None
    publisher: Text | None = None
    date: SourceDate | None = None
    speaks_of: EventDate = UNKNOWN
    symbol: Text | None = None
    url: Annotated[Text, AfterValidator(check_url)] | None = None
    language: Text | None = None
    note: Text | None = None
    confidential: bool = False


def _check_pinpoint(value: str) -> str:
    if not any(character.isalnum() for character in value):
        raise PydanticCustomError("pinpoint", "a place in the source is wanted, such as art. 5, para. 12 or p. 3")
    return value


class Evidence(Model):
    """Where an answer can be checked: a source of the profile, a pinpoint in it, and a note.

    ``shows``: whether the place shows what is in place or what is missing; ``quote``: its words.
    """

    source: Id
    pinpoint: Annotated[Text, AfterValidator(_check_pinpoint)] | None = None
    shows: Shows | None = None
    quote: Text | None = None
    note: Text | None = None


class SaidAnswer(Model):
    """What somebody says to a question. Without ``answer`` it is not answered yet, which is not the same as ``unknown``."""

    answer: Answer | None = None
    between: tuple[Answer, Answer] | None = None
    evidence: tuple[Evidence, ...] = ()
    comment: Text | None = None
    reason: Text | None = None

    @model_validator(mode="after")
    def _keys_that_go_together(self) -> SaidAnswer:
        if self.between is not None:
            worst_first = [Answer.NO, Answer.PARTIAL, Answer.YES]
            if self.answer is not Answer.UNKNOWN:
                raise PydanticCustomError("between", "between stands only beside answer: unknown")
            low, high = self.between
            if low not in worst_first or high not in worst_first or worst_first.index(low) >= worst_first.index(high):
                raise PydanticCustomError("between", "between takes two of no, partial, yes, the worse one first")
            if (low, high) == (Answer.NO, Answer.YES):
                raise PydanticCustomError(
                    "between",
                    "between no and yes says no more than unknown does; leave between out",
                    {"key": "between"},
                )
        if self.answer is Answer.NOT_APPLICABLE and self.reason is None:
            raise PydanticCustomError("reason", "not_applicable needs a reason; say it under reason:")
        return self

    def evidenced(self, sources: Mapping[str, Source]) -> bool:
        """Whether it names a source together with a place in it; a web page needs none."""
        return any(
            evidence.pinpoint is not None
            or (evidence.source in sources and sources[evidence.source].kind is SourceKind.PAGE)
            for evidence in self.evidence
        )


class AnswerVersion(SaidAnswer):
    """What one of several assessors says to a question; ``by`` is who."""

    by: Text


class GivenAnswer(SaidAnswer):
    """The answer of a profile. Where several assessors were brought together, ``versions`` keeps what each of them says.

    The versions count for nothing: what counts is the answer beside them.
    """

    versions: tuple[AnswerVersion, ...] = ()

    @model_validator(mode="after")
    def _versions_of_several(self) -> GivenAnswer:
        names = [version.by for version in self.versions]
        if len(names) == 1:
            raise PydanticCustomError(
                "versions", "versions keeps what several assessors say, and here is one", {"key": "versions"}
            )
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise PydanticCustomError(
                "versions", "two versions are by {by}; give each assessor a name", {"key": "versions", "by": twice}
            )
        return self


ChecklistVersions = Annotated[Mapping[Id, Text | None], Field(min_length=1)]
ChecklistIds = Annotated[tuple[Id, ...], Field(min_length=1)]


class Profile(Model):
    """One country at one date.

    ``checklists`` lists the checklists that apply, or gives for each the version with which the answers were given.
    """

    country: CountryCode
    country_name: Text | None = None
    assessed_on: PlainDate
    assessors: tuple[Text, ...] = ()
    note: Text | None = None
    checklists: ChecklistIds | ChecklistVersions = ("opcat",)
    npm: Npm = Npm()
    state: StateFacts = StateFacts()
    treaties: Treaties = Treaties()
    sources: Mapping[Id, Source] = {}
    answers: Mapping[Id, GivenAnswer] = {}
    recommendations: tuple[Recommendation, ...] = ()
    bills: Mapping[Id, Bill] = {}

    _read: str | None = PrivateAttr(default=None)

    @property
    def versions(self) -> Mapping[str, str | None]:
        """The versions of the checklists with which the answers were given, as far as the profile names them."""
        return self.checklists if isinstance(self.checklists, Mapping) else {}

    @property
    def sha256(self) -> str:
        """The digest of its content: of the file from which it was read, else of what was said in Python."""
        return self._read or digest(self.model_dump(mode="json", exclude_unset=True))

    def read_from(self, data: object) -> Profile:
        """The same profile, which remembers the digest of the parsed file that it was read from."""
        read = self.model_copy()
        read._read = digest(data)
        return read

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Profile:
        """A copy; one that says something else is no longer what the file says."""
        copied = super().model_copy(update=update, deep=deep)
        if update:
            copied._read = None
        return copied

"""An answer as an assessor gives it, with the evidence and the sources that carry it."""

from collections.abc import Iterator, Mapping
from datetime import MAXYEAR
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from npm_readiness.models.base import UNKNOWN, Id, Model, Text
from npm_readiness.models.dates import EventDate
from npm_readiness.models.vocabulary import ANSWERS_WORST_FIRST, Answer, Shows, SourceKind

__all__ = ["AnswerVersion", "Evidence", "GivenAnswer", "SaidAnswer", "Source", "check_url"]


def check_url(value: str) -> str:
    """The address, if a report may link to it; raises ``PydanticCustomError``."""
    if not value.lower().startswith(("http://", "https://", "mailto:")):
        raise PydanticCustomError("url", "an address that starts with http://, https:// or mailto: is wanted")
    return value


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

    ``of`` and ``article``: the law, a source of the profile, and the place in it on which the source speaks, where that is an
    opinion or a report. ``shows``: whether the place shows what is in place or what is missing; ``quote``: its words.
    """

    source: Id
    pinpoint: Annotated[Text, AfterValidator(_check_pinpoint)] | None = None
    of: Id | None = None
    article: Annotated[Text, AfterValidator(_check_pinpoint)] | None = None
    shows: Shows | None = None
    quote: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _law_and_article_go_together(self) -> "Evidence":
        if self.of is not None and self.article is None:
            raise PydanticCustomError(
                "article", "of names a law; say under article: on which place in it the source speaks"
            )
        if self.article is not None and self.of is None:
            raise PydanticCustomError(
                "of", "article is a place in a law; name the law, a source of the profile, under of:"
            )
        if self.of is not None and self.of == self.source:
            raise PydanticCustomError(
                "of", "of names another text than source; a place in the source itself is its pinpoint"
            )
        return self


class SaidAnswer(Model):
    """What somebody says to a question. Without ``answer`` it is not answered yet, which is not the same as ``unknown``.

    ``by``: who says it, an office and not a person.
    """

    answer: Answer | None = None
    between: tuple[Answer, Answer] | None = None
    evidence: tuple[Evidence, ...] = ()
    comment: Text | None = None
    reason: Text | None = None
    by: Text | None = None

    @model_validator(mode="after")
    def _keys_that_go_together(self) -> "SaidAnswer":
        if self.between is not None:
            if self.answer is not Answer.UNKNOWN:
                raise PydanticCustomError("between", "between stands only beside answer: unknown")
            low, high = self.between
            if (
                low not in ANSWERS_WORST_FIRST
                or high not in ANSWERS_WORST_FIRST
                or ANSWERS_WORST_FIRST.index(low) >= ANSWERS_WORST_FIRST.index(high)
            ):
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
    """The answer of a profile, for the whole, a single body or a bill.

    Where several assessors were brought together, ``versions`` keeps what each of them says. The versions
    count for nothing: what counts is the answer beside them.
    """

    versions: tuple[AnswerVersion, ...] = ()

    @model_validator(mode="after")
    def _versions_of_several(self) -> "GivenAnswer":
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

    @property
    def all_evidence(self) -> Iterator[tuple[tuple[str | int, ...], Evidence]]:
        """Its evidence and that of its versions, each with the path to it within the answer."""
        for index, evidence in enumerate(self.evidence):
            yield ("evidence", index), evidence
        for number, version in enumerate(self.versions):
            for index, evidence in enumerate(version.evidence):
                yield ("versions", number, "evidence", index), evidence

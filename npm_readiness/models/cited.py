"""What an assessment cites: provisions with what is established about them, their instruments, and the sources of answers."""

from npm_readiness.models.answers import Source
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import EventDate
from npm_readiness.models.results import Result
from npm_readiness.models.vocabulary import Binding, CrossRead, Force, Obligation, SourceKind, Status, Verified

__all__ = ["AssessedSource", "CitedInstrument", "CitedProvision"]


class CitedProvision(Result):
    """A provision that an assessed criterion cites.

    ``status`` is what is established about it, never more than the criteria say that cite it and apply: that of all of them where
    they agree; partly met where one is, another is a gap and none is wholly unmet; else undetermined. ``falls_short`` says that one
    of them is a gap in every case, so that the provision is known not to be fully met. One that only a date cites does not apply.
    ``year`` is that of its instrument.
    """

    id: str
    instrument: str
    year: int | None
    pinpoint: str
    subject: str
    force: Force
    obligation: Obligation | None
    verified: Verified
    cross_read: CrossRead | None
    status: Status
    falls_short: bool


class CitedInstrument(Result):
    """An instrument of which a provision is cited; ``short`` is the name that people use, where it has one."""

    id: str
    title: str
    short: str | None
    symbol: str | None
    year: int | None
    binding: Binding


class AssessedSource(Result):
    """A source of the profile."""

    id: str
    title: str
    kind: SourceKind | None
    publisher: str | None
    date: str | None
    speaks_of: EventDate = UNKNOWN
    symbol: str | None
    url: str | None
    language: str | None
    note: str | None
    confidential: bool = False

    @classmethod
    def of(cls, name: str, source: Source) -> "AssessedSource":
        """The source that stands under this id in the profile."""
        return cls(
            id=name,
            title=source.title,
            kind=source.kind,
            publisher=source.publisher,
            date=source.date,
            speaks_of=source.speaks_of,
            symbol=source.symbol,
            url=source.url,
            language=source.language,
            note=source.note,
            confidential=source.confidential,
        )

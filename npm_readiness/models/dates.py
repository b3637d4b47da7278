"""Dates as well as they are known: a day, a month, a year, or no more than that something has happened.

What is reckoned from such a date is an interval of days, and a comparison is true, false or ``"unknown"``.
"""

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date
from typing import Annotated, Any, Literal

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from npm_readiness.models.base import UNKNOWN, AnyDate, Model, check_year, no_date
from npm_readiness.models.date_advice import why_no_date
from npm_readiness.models.results import trusted
from npm_readiness.records import record

__all__ = [
    "Event",
    "EventDate",
    "Period",
    "PossibleFact",
    "When",
    "add_months",
    "add_years",
    "any_of",
    "both",
    "happened",
    "known_on",
    "negated",
    "read_event",
]

PossibleFact = bool | Literal["unknown"]
"""Whether something is so: true, false, or ``"unknown"`` where it can be either."""

HAPPENED = "yes"
WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
DECEMBER = 12
WANTED = "a date (YYYY-MM-DD, YYYY-MM or YYYY), yes (it has happened), null (it has not) or unknown is wanted"


class Period(Model):
    """The days on which something can lie: from ``earliest`` to ``latest``, both included."""

    earliest: AnyDate
    latest: AnyDate

    @classmethod
    def of(cls, earliest: date, latest: date | None = None) -> "Period":
        """The days between two, or one day that is known."""
        return trusted(cls, earliest=earliest, latest=latest or earliest)

    @property
    def exact(self) -> date | None:
        """The day, where it is known to the day."""
        return self.earliest if self.earliest == self.latest else None

    def moved(self, move: Callable[[date], date]) -> "Period":
        """What is reckoned from it by a rule that never turns the order of two days round."""
        return Period.of(move(self.earliest), move(self.latest))

    def reached(self, by: date) -> PossibleFact:
        """Whether it lies on ``by`` or before."""
        if self.latest <= by:
            return True
        return False if self.earliest > by else UNKNOWN

    def within(self, earliest: date = date.min, latest: date = date.max) -> "Period":
        """The part of it between two days; itself where there is no such part."""
        low, high = max(self.earliest, earliest), min(self.latest, latest)
        return Period.of(low, high) if low <= high else self


@record(frozen=True)
class When:
    """When something happened: as it is ``written``, and the days on which that can be.

    It is written ``2012-10-05``, ``2012-10``, ``2012`` or ``yes``.
    """

    written: str
    period: Period

    @property
    def day(self) -> date | None:
        """The day, where it is known to the day."""
        return self.period.exact

    def __str__(self) -> str:
        return self.written


Event = When | Literal["unknown"] | None
"""Something that can have happened: when; ``None`` where it is known not to have happened; ``"unknown"``."""


def happened(event: Event, by: date) -> PossibleFact:
    """Whether something had happened by a day."""
    if event is None:
        return False
    return event.period.reached(by) if isinstance(event, When) else UNKNOWN


def known_on(event: Event, day: date) -> Event:
    """The event as whoever wrote on ``day`` knows it: what is only known to have happened, happened by then."""
    if isinstance(event, When) and event.written == HAPPENED:
        return replace(event, period=event.period.within(latest=day))
    return event


def any_of(facts: Iterable[PossibleFact]) -> PossibleFact:
    """Whether one of several facts is so."""
    listed = list(facts)
    if True in listed:
        return True
    return UNKNOWN if UNKNOWN in listed else False


def both(one: PossibleFact, other: PossibleFact) -> PossibleFact:
    """Whether two facts are so."""
    return negated(any_of((negated(one), negated(other))))


def negated(fact: PossibleFact) -> PossibleFact:
    """Whether a fact is not so."""
    return not fact if isinstance(fact, bool) else UNKNOWN


def read_event(value: object) -> Event:
    """A day, a month, a year, ``yes``, ``unknown`` or null; raises ``PydanticCustomError``."""
    if value is None or isinstance(value, When):
        return value
    if value == UNKNOWN:
        return UNKNOWN
    if value == HAPPENED:
        return When(HAPPENED, Period.of(date.min, date.max))
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    period = _written_period(value) if isinstance(value, str) else None
    if period is None or not isinstance(value, str):
        raise no_date("event_date", why_no_date(value, wanted=WANTED, null=True, unknown=True, month=True))
    check_year(period.earliest)
    return When(value, period)


def _written_period(written: str) -> Period | None:
    """The days of a day, month or year as it is written; ``None`` where there are none."""
    match = WRITTEN.fullmatch(written)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return None if year is None else Period.of(date(year, 1, 1), date(year, DECEMBER, 31))
        if day is None:
            return Period.of(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        return Period.of(date(year, month, day))
    except ValueError:
        return None


def _written(event: Event) -> str | None:
    return event.written if isinstance(event, When) else event


DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
EVENT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": DATE_PATTERN},
        {"type": "integer", "minimum": 1500, "maximum": 2999},
        {"enum": ["yes", "unknown"]},
        {"type": "null"},
    ]
}

EventDate = Annotated[
    When | Literal["unknown"] | None,
    PlainValidator(read_event),
    PlainSerializer(_written, return_type=str | None),
    WithJsonSchema(EVENT_SCHEMA),
]
"""When something happened, as a file writes it: a day, a month, a year, ``yes``, null or ``unknown``."""


def add_years(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 1 March where there is none, and the calendar ends where it ends."""
    year = day.year + years
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if years > 0 else date.min
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the first day after that month where it is too short."""
    if not months:
        return day
    year, month = divmod(day.year * DECEMBER + day.month - 1 + months, DECEMBER)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        # A month that is too short is never December, so the next month is in the same year.
        return date(year, month + 2, 1)

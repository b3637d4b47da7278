"""Dates in sentences, as well as they are known: on a day, in a month, in a year, or no later than a day."""

from __future__ import annotations

from datetime import date, timedelta

from npm_readiness.gap_report.language import Texts, mark
from npm_readiness.models.dates import Event, Period, When

__all__ = ["day_in_words", "event_in_short", "event_in_words", "period_in_words", "since_in_words"]

MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)
HAPPENED = "yes"


def day_in_words(texts: Texts, day: date) -> str:
    """A day in a sentence: ``22 June 2006``."""
    return texts.say("{day} {month} {year}", day=day.day, month=texts.say(MONTHS[day.month - 1]), year=day.year)


def event_in_words(texts: Texts, when: When) -> str:
    """When something happened: on a day, in a month, in a year, or at the latest on a day."""
    if when.written == HAPPENED:
        return texts.say("at the latest on {day}", day=day_in_words(texts, when.period.latest))
    return period_in_words(texts, when.period)


def period_in_words(texts: Texts, period: Period) -> str:
    """When something lies within a period: on a day, in a month or a year where it is one, else between two days."""
    first, last = period.earliest, period.latest
    if first == last:
        return texts.say("on {day}", day=day_in_words(texts, first))
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole and (first.year, first.month) == (last.year, last.month):
        return texts.say("in {month} {year}", month=texts.say(MONTHS[first.month - 1]), year=first.year)
    if whole and first.year == last.year and (first.month, last.month) == (1, len(MONTHS)):
        return texts.say("in {year}", year=first.year)
    return texts.say("between {first} and {last}", first=day_in_words(texts, first), last=day_in_words(texts, last))


def since_in_words(texts: Texts, when: When) -> str:
    """Since when something goes on."""
    if when.day is not None:
        return texts.say("since {day}", day=day_in_words(texts, when.day))
    if when.written == HAPPENED:
        return texts.say("since a day that is not known")
    return texts.say("since some time {when}", when=period_in_words(texts, when.period))


def event_in_short(texts: Texts, event: Event) -> str:
    """An event in the cell of a table: the date as it is written, else a word."""
    if isinstance(event, When):
        return texts.say("yes, day not known") if event.written == HAPPENED else event.written
    return texts.say("no") if event is None else texts.say("unknown")

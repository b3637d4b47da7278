"""The roadmap as iCalendar (RFC 5545): packages and dates to be kept as whole days. It needs icalendar, of the extra ``calendar``.

The same roadmap gives the same bytes: what identifies an event is made of the country and the package, and the stamp that the
standard asks for is the day of the roadmap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from npm_readiness.gap_report.cleaning import cleaned
from npm_readiness.gap_report.sections.dates import DEADLINES, reading_in_words
from npm_readiness.plan_reports.roadmap.naming import DUE, Names
from npm_readiness.problems import InputError, Place, problem_at
from npm_readiness.version import __version__

__all__ = ["calendar_of"]

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Entry:
    """Something in a calendar: ``last`` is the last day of it."""

    id: str
    first: date
    last: date
    title: str
    about: str


def calendar_of(names: Names) -> bytes:
    """The calendar; raises :class:`~npm_readiness.problems.InputError` where the roadmap has no dates at all."""
    from icalendar import Calendar, Event

    entries = tuple(_entries(names))
    if not entries:
        reason = "the roadmap has weeks and no dates, and a calendar needs dates"
        raise InputError([problem_at(Place("format"), "argument-invalid", reason=reason, advice="give --start DATE")])
    roadmap = names.roadmap
    calendar = Calendar()
    calendar.add("prodid", f"-//npm_readiness {__version__}//{names.texts.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", cleaned(names.texts.say("{country}: roadmap", country=roadmap.country.name)))
    stamp = datetime.combine(roadmap.as_of, time(), timezone.utc)
    for entry in entries:
        event = Event()
        event.add("uid", f"{roadmap.country.code.lower()}-{entry.id}@npm-readiness")
        event.add("dtstamp", stamp)
        event.add("dtstart", entry.first)
        event.add("dtend", min(entry.last, date.max - A_DAY) + A_DAY)
        event.add("summary", cleaned(entry.title))
        event.add("description", _clean(entry.about))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _clean(text: str) -> str:
    return "\n".join(map(cleaned, text.split("\n")))


def _entries(names: Names) -> Iterator[_Entry]:
    say, roadmap = names.texts.say, names.roadmap
    assumed = say("Planned days rest on assumptions on how long things take; they are no rule of law.")
    for package in roadmap.packages:
        if package.starts is not None and package.ends is not None:
            about = "\n".join([*(f"- {cleaned(action.text)}" for action in package.actions), assumed])
            last = max(package.starts, package.ends - A_DAY)
            title = f"{names.numbers[package.id]}. {names.package(package)}"
            yield _Entry(package.id, package.starts, last, title, about)
    if roadmap.planned_deposit is not None:
        day = roadmap.planned_deposit
        about = say("As the profile plans it.")
        if roadmap.hypothetical:
            about = say("A hypothetical date, taken for this roadmap and announced by nobody.")
        yield _Entry("deposit", day, day, say(DUE["deposit"]), about)
    for place, deadline in enumerate(roadmap.deadlines):
        reading = reading_in_words(names.texts, deadline.reading)
        title = say(DEADLINES[deadline.id])
        told = [reading] if reading else []
        if deadline.planned:
            told.append(say("if the State joins as planned"))
        if deadline.disputed:
            told.append(say("disputed: article 24 speaks of a declaration upon ratification"))
        if deadline.date is None:
            told.append(say("not known to the day: {first} to {last}", first=deadline.earliest, last=deadline.latest))
        day = deadline.earliest
        yield _Entry(f"{deadline.id}-{place}", day, day, title, "; ".join(told))

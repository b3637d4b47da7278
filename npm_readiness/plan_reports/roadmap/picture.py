"""The packages over time, as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from string import ascii_uppercase

from npm_readiness.gap_report.document import Picture, Table
from npm_readiness.gap_report.drawings import Gantt, GanttMark, GanttRow
from npm_readiness.gap_report.sections.dates import reading_in_words
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.plan_reports.roadmap.naming import DUE, Names

__all__ = ["over_time"]

WEEK = 7


def over_time(names: Names) -> Iterator[Picture]:
    """The packages with the dates that they have to keep; nothing where nothing takes time."""
    roadmap, say = names.roadmap, names.texts.say
    if not roadmap.weeks:
        return
    moments = tuple(_moments(names))
    days = roadmap.weeks * WEEK
    if roadmap.start is not None:
        days = max(days, *((day - roadmap.start).days for day, _ in moments), 1)
    rows = tuple(
        GanttRow(
            label=f"{names.numbers[package.id]}. {names.package(package)}",
            starts=package.starts_week * WEEK / days,
            ends=package.ends_week * WEEK / days,
            words=names.span(package),
        )
        for package in roadmap.packages
    )
    begins, ends = say("week {week}", week=0), say("week {week}", week=roadmap.weeks)
    marks: tuple[GanttMark, ...] = ()
    if roadmap.start is not None:
        begins, ends = str(roadmap.start), str(roadmap.start + timedelta(days=days))
        marks = tuple(
            GanttMark((day - roadmap.start).days / days, ascii_uppercase[place % len(ascii_uppercase)], words)
            for place, (day, words) in enumerate(moments)
        )
    yield Picture(
        "picture_over_time",
        say("The packages over time"),
        say(
            "Each bar runs from the earliest start of a package to its earliest end; lines cross the bars on the dates to be kept."
        ),
        Gantt(rows, marks, begins, ends),
        Table(
            say("The packages over time in figures"),
            (say("Package or date"), say("When")),
            (
                *((line(row.label), line(row.words)) for row in rows),
                *((line(sign.sign), line(sign.words)) for sign in marks),
            ),
            kind="figures",
        ),
    )


def _moments(names: Names) -> Iterator[tuple[date, str]]:
    """The dates to be kept that lie after the start, in their order."""
    roadmap, say = names.roadmap, names.texts.say
    if roadmap.start is None:
        return
    told: dict[tuple[date, str], list[str]] = {}
    for entry in roadmap.start_by:
        if entry.due > roadmap.start:
            readings = told.setdefault((entry.due, entry.by), [])
            if entry.reading:
                readings.append(reading_in_words(names.texts, entry.reading))
    for (day, by), readings in sorted(told.items()):
        reading = f" ({'; '.join(readings)})" if readings else ""
        yield day, f"{say(DUE[by])}: {day}{reading}"

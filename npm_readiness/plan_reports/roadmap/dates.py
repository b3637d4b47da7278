"""The dates of the roadmap: what is due by when under each reading, and by when to begin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from npm_readiness.gap_report.document import Block, Inline, Table
from npm_readiness.gap_report.sections.article_17 import shown_deadlines
from npm_readiness.gap_report.sections.dates import dates_under_each_reading, reading_in_words
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.models.base import UNKNOWN
from npm_readiness.plan_reports.roadmap.naming import DUE, Names
from npm_readiness.planning.roadmap.result import StartBy

__all__ = ["dates"]


def dates(names: Names) -> tuple[Block, ...]:
    """Earliest days forwards, latest days backwards, and what follows for the start."""
    return tuple(_blocks(names))


def _blocks(names: Names) -> Iterator[Block]:
    context, say, roadmap = names.context, names.texts.say, names.roadmap
    if roadmap.planned_deposit is not None:
        yield context.numbered(_deposit(names, roadmap.planned_deposit))
    if roadmap.start is None:
        yield context.numbered(
            say(
                "No day is given on which the work starts, so packages have weeks and no days. It can be given with --start or in "
                "the profile."
            )
        )
    if not shown_deadlines(context.situation, roadmap.deadlines):
        yield context.numbered(_no_date(names))
        return
    yield dates_under_each_reading(context)
    if not roadmap.start_by:
        yield context.numbered(say("No package holds anything that is due by one of these dates."))
        return
    yield Table(
        say("By when the work has to start"),
        (say("For"), say("Due"), say("Reading"), say("Start at the latest"), say("To spare")),
        tuple(_row(names, entry) for entry in roadmap.start_by),
        kind="plain",
    )
    yield context.numbered(
        say(
            "Latest days are counted back from these dates through all packages that must come before. Of a date that is not known "
            "to the day, the earliest day counts. What has no date of its own, and is before nothing that has one, can be done at "
            "any time: nothing in the Protocol asks a State to wait until everything is ready."
        )
    )


def _deposit(names: Names, day: date) -> str:
    say, told = names.texts.say, names.day(day)
    if not names.roadmap.hypothetical:
        return say(
            "The deposit is planned for {day}, as the profile says; the dates below hold only if it is made on that day.",
            day=told,
        )
    return say(
        "The deposit on {day} is hypothetical: a date taken for this roadmap, which nobody has announced. The dates below hold "
        "only if the State deposits its instrument on that day.",
        day=told,
    )


def _no_date(names: Names) -> str:
    say = names.texts.say
    if names.context.situation.joined == UNKNOWN:
        return say("It is not known whether the State has joined, so no date can be counted back.")
    return say(
        "The State has not joined and no deposit is planned, so there is no date to count back from; --ratify-on names one."
    )


def _row(names: Names, entry: StartBy) -> tuple[Inline, ...]:
    texts = names.texts
    spare = ""
    if entry.slack is not None:
        days = texts.count("{number} day", "{number} days", abs(entry.slack))
        spare = texts.say("late by {days}", days=days) if entry.late else days
    return (
        line(texts.say(DUE[entry.by])),
        line(str(entry.due)),
        line(reading_in_words(texts, entry.reading)),
        line(str(entry.starts)),
        line(spare or "\N{EN DASH}"),
    )

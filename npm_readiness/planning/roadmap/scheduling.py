"""When things can be done at the earliest, counted from the start, and when at the latest, counted back from the deadlines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.instruments_of_change import Due
from npm_readiness.models.situation import Deadline, Situation
from npm_readiness.models.treaties import Article24
from npm_readiness.planning.roadmap.packaging import Bundle

__all__ = ["Span", "Spans", "due_days", "earliest", "latest_ends", "moved"]

WEEK = 7


@dataclass(frozen=True, slots=True)
class Span:
    """From one week to another, counted from the start of the work."""

    starts: int
    ends: int


@dataclass(frozen=True)
class Spans:
    """The weeks of each bundle and, under the id of the bundle and its own, of each action."""

    bundles: Mapping[str, Span]
    actions: Mapping[tuple[str, str], Span]


def moved(day: date, weeks: int) -> date:
    """The day so many weeks later, or earlier; the calendar ends where it ends."""
    try:
        return day + timedelta(days=WEEK * weeks)
    except OverflowError:
        return date.max if weeks > 0 else date.min


def earliest(bundles: Sequence[Bundle], weeks: Mapping[str, int]) -> Spans:
    """The earliest weeks: each bundle begins when all before it are done. ``weeks``: how long an instrument of change takes.

    One text comes about at once. Where steps are taken one by one, a step begins when those of the same bundle before it are done.
    What has been carried out already takes no time.
    """
    of_bundles: dict[str, Span] = {}
    of_actions: dict[tuple[str, str], Span] = {}
    for bundle in bundles:
        starts = max((of_bundles[other].ends for other in bundle.before), default=0)
        length = weeks[bundle.instrument.id]
        ends_of: dict[str, int] = {}
        for action in bundle.actions:
            before = [] if bundle.instrument.one_text else [ends_of.get(name, starts) for name in action.before]
            first = max(before, default=starts)
            span = Span(first, first if action.done else first + length)
            of_actions[bundle.id, action.id] = span
            ends_of[action.criterion] = max(ends_of.get(action.criterion, starts), span.ends)
        of_bundles[bundle.id] = Span(starts, max(ends_of.values(), default=starts))
    return Spans(of_bundles, of_actions)


def latest_ends(bundles: Sequence[Bundle], spans: Spans, due: Mapping[Due, date]) -> Mapping[str, date]:
    """By when each bundle must be done at the latest, so that it and all that come after it are in time; none for the others.

    An action that is due and not the last of its bundle leaves the weeks that follow it in the bundle.
    """
    found: dict[str, date] = {}
    for bundle in reversed(bundles):
        own = spans.bundles[bundle.id]
        days = [
            moved(due[action.due.by], own.ends - spans.actions[bundle.id, action.id].ends)
            for action in bundle.actions
            if action.due is not None and action.due.by in due and not action.done
        ]
        for later in bundles:
            if bundle.id in later.before and later.id in found:
                of_later = spans.bundles[later.id]
                days.append(moved(found[later.id], of_later.starts - of_later.ends))
        if days:
            found[bundle.id] = min(days)
    return found


def due_days(situation: Situation, deadlines: Sequence[Deadline]) -> Iterator[tuple[str, Mapping[Due, date]]]:
    """For each reading of article 17 the days by which things are due; of one that is not known to the day, its earliest.

    Part III binds from entry into force; where the State postponed part III, from the end of the postponement.
    """
    fixed: dict[Due, date] = {}
    if situation.joined is not True and situation.planned is not None:
        fixed["deposit"] = situation.planned
    part_3 = isinstance(situation.article_24, Article24) and situation.article_24.part == "III"
    wanted = "article-24-end" if part_3 else "entry-into-force"
    in_force = [deadline.earliest for deadline in deadlines if deadline.id == wanted]
    if in_force:
        fixed["entry-into-force"] = min(in_force)
    if situation.joined == UNKNOWN:
        return
    for deadline in deadlines:
        if deadline.id == "article-17":
            yield deadline.reading or "", {**fixed, "article-17": deadline.earliest}

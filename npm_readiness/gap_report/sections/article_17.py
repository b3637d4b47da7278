"""What article 17 asks of the State, by when, and how it stands with that; no date without what is not known of article 24."""

from __future__ import annotations

from collections.abc import Sequence

from npm_readiness.gap_report.dates_in_words import day_in_words, period_in_words
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.sections.article_24 import article_24_caveat
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import Period, When
from npm_readiness.models.situation import Deadline, Situation
from npm_readiness.models.vocabulary import BodyRole

__all__ = [
    "article_17_sentence",
    "due_in_words",
    "had_a_mechanism",
    "of_article_17",
    "plan_has_passed",
    "shown_deadlines",
]


def shown_deadlines(situation: Situation, deadlines: Sequence[Deadline]) -> tuple[Deadline, ...]:
    """The dates that can be told: none where it is not known whether the State has joined, nor from a plan whose day has passed."""
    if situation.joined == UNKNOWN or plan_has_passed(situation):
        return ()
    return tuple(deadlines)


def plan_has_passed(situation: Situation) -> bool:
    """Whether the State meant to join on a day that has passed, and has not."""
    return situation.joined is False and situation.planned is not None and situation.planned <= situation.as_of


def of_article_17(situation: Situation, deadlines: Sequence[Deadline]) -> tuple[Deadline, ...]:
    """The dates by which there must be a mechanism, one for each reading."""
    return tuple(entry for entry in shown_deadlines(situation, deadlines) if entry.id == "article-17")


def article_17_sentence(texts: Texts, situation: Situation, deadlines: Sequence[Deadline], *, instead: str = "") -> str:
    """By when there must be a mechanism and whether there is one, with what is not known; empty where no date can be told.

    ``instead`` stands in place of whether there is one, where ``situation`` is only supposed and tells it of another day.
    """
    due = of_article_17(situation, deadlines)
    if not due:
        return ""
    told = _told(texts, situation, due, instead=instead)
    return f"{told} {article_24_caveat(texts, situation)}".rstrip()


def _told(texts: Texts, situation: Situation, due: Sequence[Deadline], *, instead: str) -> str:
    if any(entry.planned for entry in due):
        when = due_in_words(texts, due)
        return texts.say("If the State joins as planned, a mechanism is due {when} (art. 17).", when=when)
    if instead:
        return f"{_due(texts, situation, due)} {instead}"
    if situation.designated is True:
        return f"{_due(texts, situation, due)} {_there_is_one(texts, situation, due)}"
    if situation.designated == UNKNOWN:
        return f"{_due(texts, situation, due)} " + texts.say("Whether it came in time is not known.")
    return _there_is_none(texts, situation, due)


def _due(texts: Texts, situation: Situation, due: Sequence[Deadline]) -> str:
    """By when there must be a mechanism, or had to be; that a part of these days has passed, where only a part has."""
    when, as_of = due_in_words(texts, due), situation.as_of
    first, last = min(entry.earliest for entry in due), max(entry.latest for entry in due)
    if last < as_of:
        return texts.say("A mechanism was due {when} (art. 17).", when=when)
    if as_of <= first:
        return texts.say("A mechanism is due {when} (art. 17).", when=when)
    if all(entry.date is not None for entry in due):
        return texts.say(
            "A mechanism was due on {first} under the earliest reading of article 17, and is due on {last} under the latest.",
            first=day_in_words(texts, first),
            last=day_in_words(texts, last),
        )
    return texts.say("The day on which a mechanism is due lies {when} (art. 17).", when=when)


def _there_is_none(texts: Texts, situation: Situation, due: Sequence[Deadline]) -> str:
    say, last = texts.say, max(entry.latest for entry in due)
    day = day_in_words(texts, last)
    if had_a_mechanism(situation):
        told = say("One has to be maintained from then on; today there is none.")
        return f"{_due(texts, situation, due)} {told}"
    if any(entry.overdue is True for entry in due):
        return say("A mechanism is overdue: it was due by {day} under the latest reading of article 17.", day=day)
    if all(entry.overdue is not None for entry in due):
        return _due(texts, situation, due)
    if last < situation.as_of:
        return say(
            "The last date of article 17 that is known, {day}, has passed; whether a mechanism is overdue cannot be said.",
            day=day,
        )
    return f"{_due(texts, situation, due)} " + say("Whether it is overdue cannot be said.")


def _there_is_one(texts: Texts, situation: Situation, due: Sequence[Deadline]) -> str:
    """Whether it came in time: a duty that was met late was met, and late. What the profile does not name is not denied."""
    say, first = texts.say, situation.designated_first
    missed = {entry.missed for entry in due}
    if len([body for body in situation.bodies if isinstance(body.designated, When)]) == 1:
        return _it_came(texts, missed if first is not None else {None})
    if None in missed or first is None:
        return say("Whether one was designated in time is not known.")
    if missed == {False}:
        return say("The first of the bodies named here was designated in time.")
    came = _came(texts, situation, first)
    if missed == {True}:
        return say("The first of the bodies named here was designated {came}, later than that.", came=came)
    return say(
        "The first of the bodies named here was designated {came}: late under some readings, in time under others.",
        came=came,
    )


def _it_came(texts: Texts, missed: set[bool | None]) -> str:
    """Whether the one body that there is was designated in time; its day has been told."""
    if None in missed:
        return texts.say("Whether it was designated in time is not known.")
    if missed == {False}:
        return texts.say("It was designated in time.")
    if missed == {True}:
        return texts.say("It was designated later than that.")
    return texts.say("It was designated late under some readings, in time under others.")


def _came(texts: Texts, situation: Situation, first: Period) -> str:
    """When the first designation was: as it is written where that is only that it happened."""
    written = [body.designated for body in situation.bodies if isinstance(body.designated, When)]
    if first.exact is None and any(when.written == "yes" for when in written):
        return texts.say("on a day that is not known")
    return period_in_words(texts, first)


def had_a_mechanism(situation: Situation) -> bool:
    """Whether there was a mechanism before, which has ended."""
    return any(body.role is BodyRole.FORMER for body in situation.bodies)


def due_in_words(texts: Texts, due: Sequence[Deadline]) -> str:
    """On which day, or between which days, under all readings together."""
    first, last = min(entry.earliest for entry in due), max(entry.latest for entry in due)
    if first != last and all(entry.date is not None for entry in due):
        return texts.say(
            "between {first} and {last}, depending on the reading",
            first=day_in_words(texts, first),
            last=day_in_words(texts, last),
        )
    return period_in_words(texts, Period.of(first, last))

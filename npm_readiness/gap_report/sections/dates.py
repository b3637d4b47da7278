"""The State's treaties, and the dates that follow from the Optional Protocol."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from npm_readiness.gap_report.dates_in_words import event_in_short
from npm_readiness.gap_report.document import Block, Inline, Table
from npm_readiness.gap_report.language import Texts, mark
from npm_readiness.gap_report.sections.article_17 import had_a_mechanism, plan_has_passed, shown_deadlines
from npm_readiness.gap_report.sections.article_24 import declaration_sentence
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.sections.membership import membership_sentence
from npm_readiness.gap_report.sections.supposed import article_17_told, bills_told, mechanism_told
from npm_readiness.gap_report.words import TREATIES
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import PossibleFact
from npm_readiness.models.situation import Deadline
from npm_readiness.models.treaties import Article24
from npm_readiness.models.vocabulary import Treaty

__all__ = ["DEADLINES", "dates_under_each_reading", "obligations_and_dates", "reading_in_words"]

DEADLINES: Mapping[str, str] = {
    "entry-into-force": mark("The Protocol enters into force for the State"),
    "article-24-end": mark("A postponement under article 24 ends"),
    "article-17": mark("The mechanism must be in place"),
}
"""What is due, by the id of a deadline."""
READINGS: Mapping[str, str] = {
    "from-deposit": mark("counted from the deposit, not before 22 June 2006"),
    "from-entry-into-force": mark("counted from entry into force"),
    "from-declaration": mark("counted from the declaration under article 24, which came after the deposit or may have"),
    "extended": mark("as extended"),
    "postponement-only": mark("due when the postponement ends"),
    "postponement-plus-year": mark("due a year after the postponement ends"),
}


def obligations_and_dates(context: Context) -> tuple[Block, ...]:
    """What binds the State, and by when."""
    return tuple(_blocks(context))


def _blocks(context: Context) -> Iterator[Block]:
    say = context.texts.say
    yield Table(
        say("Treaties"),
        (say("Treaty"), say("Signed"), say("Joined")),
        tuple(_treaty(context, treaty) for treaty in Treaty),
        kind="plain",
    )
    yield from _binds(context)
    yield context.numbered(
        say(
            "The Protocol allows one year after joining for the mechanism to be in place (art. 17), and nothing in it asks a State "
            "to wait until everything is ready. To ratify stands in this report for accession as well."
        )
    )
    yield context.numbered(mechanism_told(context))
    bills = bills_told(context)
    if bills:
        yield context.numbered(bills)
    yield from _article_24(context)
    yield from _deadlines(context)


def _treaty(context: Context, treaty: Treaty) -> tuple[Inline, ...]:
    say, standing = context.texts.say, context.situation.treaty(treaty)
    status = context.assessment.facts.treaties.status(treaty)
    if standing.joined is True and standing.route is not None:
        word = {"ratified": say("ratified"), "acceded": say("acceded"), "succeeded": say("succeeded")}[standing.route]
        words = f"{word} {event_in_short(context.texts, status.deposited)}"
    else:
        words = _so(context, standing.joined)
    signed = event_in_short(context.texts, status.signed) if standing.signed is not False else say("no")
    return line(say(TREATIES[treaty])), line(signed), line(words)


def _so(context: Context, fact: PossibleFact) -> str:
    say = context.texts.say
    if fact == UNKNOWN:
        return say("unknown")
    return say("yes") if fact is True else say("no")


def _binds(context: Context) -> Iterator[Block]:
    """Where the State stands with the Protocol, and so how its requirements are worded."""
    say, treaty = context.texts.say, context.assessment.facts.treaties.opcat
    told = membership_sentence(context.texts, context.situation, treaty.deposited, treaty.signed)
    yield context.numbered(told)
    if context.situation.bound is not True:
        yield context.numbered(
            say(
                "Requirements of the Optional Protocol are graded here as if the State were party, since that is what is being "
                "prepared. The report says what must be in place once party; of other treaties, what must be if party where it "
                "is not known whether the State is."
            )
        )


def _article_24(context: Context) -> Iterator[Block]:
    """What was declared under article 24, as far as it is known; and what a State can declare that has not joined."""
    texts, declaration = context.texts, context.situation.article_24
    say = texts.say
    if isinstance(declaration, Article24):
        yield context.numbered(declaration_sentence(texts, context.situation, context.assessment.deadlines))
    elif context.situation.joined is not True:
        yield context.numbered(
            say(
                "Upon ratification a State may declare that it postpones part III or part IV for up to three years (art. 24). The "
                "article names ratification; whether a State that accedes may postpone is disputed."
            )
        )


def _deadlines(context: Context) -> Iterator[Block]:
    say, situation = context.texts.say, context.situation
    deadlines = shown_deadlines(situation, context.assessment.deadlines)
    if not deadlines:
        yield context.numbered(_no_date(context))
        return
    due = article_17_told(context)
    if due:
        yield context.numbered(due)
    yield dates_under_each_reading(context)
    yield context.numbered(
        say(
            "Readers differ on when the year of article 17 begins and how a postponement counts, so every date is given, and a "
            "mechanism is called overdue only after the last of them."
        )
    )
    if any("from-declaration" in (deadline.reading or "") for deadline in deadlines):
        yield context.numbered(
            say(
                "Article 24 speaks of a declaration upon ratification. One that came later may be read as postponing from its own "
                "day; that reading is given beside those that count from the deposit and from entry into force."
            )
        )


def dates_under_each_reading(context: Context) -> Table:
    """The dates that can be told, each under its reading."""
    say = context.texts.say
    return Table(
        say("Dates under each reading of the Protocol"),
        (say("What"), say("Date"), say("Reading"), say("Remark")),
        tuple(_deadline(context, entry) for entry in shown_deadlines(context.situation, context.assessment.deadlines)),
        kind="plain",
    )


def reading_in_words(texts: Texts, reading: str | None) -> str:
    """A reading of article 17 or 24 in words."""
    return ", ".join(texts.say(READINGS.get(part, part)) for part in (reading or "").split("/") if part)


def _no_date(context: Context) -> str:
    say = context.texts.say
    if context.situation.joined == UNKNOWN:
        return say("It is not known whether the State has joined, so no date of article 17 can be told.")
    if plan_has_passed(context.situation):
        return say(
            "The State has not joined, and the day for which that was planned has passed; so there is no date to tell."
        )
    return say("The State has not joined, and no date for joining is planned; so there is no date to tell.")


def _deadline(context: Context, deadline: Deadline) -> tuple[Inline, ...]:
    say = context.texts.say
    remarks = "; ".join(_remarks(context, deadline))
    reading = reading_in_words(context.texts, deadline.reading)
    provision = context.cited.provision_names([deadline.provision])
    return (
        line(say(DEADLINES[deadline.id]), " (", *provision, ")"),
        line(_days(context, deadline)),
        line(reading),
        line(remarks),
    )


def _remarks(context: Context, deadline: Deadline) -> Iterator[str]:
    say, situation = context.texts.say, context.situation
    if deadline.planned:
        yield say("if the State joins as planned")
    if deadline.disputed:
        yield say("disputed: article 24 speaks of a declaration upon ratification")
    if deadline.supposed:
        yield say("only if what is not known of article 24 is so")
    if deadline.id != "article-17":
        return
    if deadline.overdue is True:
        if had_a_mechanism(situation):
            yield say("the last date has passed; the mechanism that there was has ended, and there is none today")
        else:
            yield say("overdue: the last date has passed and no mechanism is designated")
    elif deadline.overdue is None:
        unknown = [
            say("whether a mechanism is designated") if situation.designated == UNKNOWN else "",
            say("what a postponement under article 24 changed") if situation.article_24 is not None else "",
        ]
        told = say(" and ").join(part for part in unknown if part)
        yield say("whether it is overdue cannot be said; not known: {unknown}", unknown=told)
    elif deadline.missed is True:
        yield say("passed before a mechanism was designated")
    elif deadline.missed is None:
        yield say("whether a mechanism was designated by then is not known")


def _days(context: Context, deadline: Deadline) -> str:
    """The date, or the days between which it lies."""
    if deadline.date is not None:
        return deadline.date.isoformat()
    return context.texts.say("between {first} and {last}", first=deadline.earliest, last=deadline.latest)

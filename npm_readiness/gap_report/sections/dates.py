"""The State's treaties, and the dates that follow from the Optional Protocol."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from npm_readiness.gap_report.document import Block, Inline, Section, Table
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context, line
from npm_readiness.gap_report.words import TREATIES
from npm_readiness.models.assessment import Deadline
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.profile import Article24, TreatyStatus
from npm_readiness.models.timeline import deposited, happened
from npm_readiness.models.vocabulary import Treaty

__all__ = ["obligations_and_dates"]

DEADLINES: Mapping[str, str] = {
    "entry-into-force": mark("The Protocol enters into force for the State"),
    "article-24-end": mark("A postponement under article 24 ends"),
    "article-17": mark("The mechanism must be in place"),
}
READINGS: Mapping[str, str] = {
    "from-deposit": mark("counted from the deposit"),
    "from-entry-into-force": mark("counted from entry into force"),
    "extended": mark("as extended"),
    "postponement-only": mark("due when the postponement ends"),
    "postponement-plus-year": mark("due a year after the postponement ends"),
}


def obligations_and_dates(context: Context) -> Section:
    """What binds the State, and by when."""
    return Section("section_4", "4", context.texts.say("Obligations and dates"), tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[Block]:
    say = context.texts.say
    yield Table(
        say("Treaties"),
        (say("Treaty"), say("Signed"), say("Joined")),
        tuple(_treaty(context, treaty) for treaty in Treaty),
        kind="plain",
    )
    yield context.numbered(
        say(
            "Requirements of the Optional Protocol are graded here as if the State were party, since that is what is being "
            "prepared. Where it is not, or where that is not known, the report says what must be in place once party."
        )
    )
    yield from _article_24(context)
    yield from _deadlines(context)


def _treaty(context: Context, treaty: Treaty) -> tuple[Inline, ...]:
    say = context.texts.say
    status: TreatyStatus = getattr(context.assessment.facts.treaties, treaty.value)
    as_of = context.assessment.as_of
    events = (
        (say("ratified"), happened(status.ratified, as_of)),
        (say("acceded"), happened(status.acceded, as_of)),
        (say("succeeded"), happened(status.succeeded, as_of)),
    )
    joined = [(word, event) for word, event in events if isinstance(event, date)]
    if joined:
        word, event = joined[0]
        words = f"{word} {event}"
    elif deposited(status, as_of) == UNKNOWN:
        words = say("unknown")
    else:
        words = say("no")
    return line(say(TREATIES[treaty])), line(_event(context, happened(status.signed, as_of))), line(words)


def _event(context: Context, event: object) -> str:
    if isinstance(event, date):
        return event.isoformat()
    return context.texts.say("no") if event is None else context.texts.say("unknown")


def _article_24(context: Context) -> Iterator[Block]:
    declaration = context.assessment.facts.treaties.opcat.article_24
    if isinstance(declaration, Article24) and declaration.declared <= context.assessment.as_of:
        yield context.numbered(
            context.texts.say(
                "A declaration under article 24 of {date} postpones part {part} for {years} years at most.",
                date=declaration.declared,
                part=declaration.part,
                years=declaration.years,
            )
        )


def _deadlines(context: Context) -> Iterator[Block]:
    deadlines, say = context.assessment.deadlines, context.texts.say
    if not deadlines:
        yield context.numbered(
            say(
                "No dates follow from the Protocol: as far as the profile says the State is not party, and it names no planned "
                "date. Once it has deposited its instrument, the mechanism must be in place within a year (art. 17)."
            )
        )
        return
    if any(deadline.planned for deadline in deadlines):
        yield context.numbered(say("The dates are reckoned from the date on which the deposit is planned."))
    yield Table(
        say("Dates under each reading of the Protocol"),
        (say("What"), say("Date"), say("Reading"), say("Remark")),
        tuple(_deadline(context, deadline) for deadline in deadlines),
        kind="plain",
    )
    yield context.numbered(
        say(
            "Readers differ on when the year of article 17 begins and how a postponement counts, so every date is given, and a "
            "mechanism is called overdue only after the last of them."
        )
    )


def _deadline(context: Context, deadline: Deadline) -> tuple[Inline, ...]:
    say = context.texts.say
    remarks = []
    if deadline.disputed:
        remarks.append(say("disputed: article 24 names ratification, not accession"))
    if deadline.overdue:
        remarks.append(say("overdue: the last date has passed and no mechanism is designated"))
    elif deadline.overdue is None:
        unknown = say("whether the State postponed its obligations is not known")
        if context.assessment.facts.npm.designated == UNKNOWN:
            unknown = say("whether a mechanism is designated is not known")
        remarks.append(say("the last date shown has passed; {unknown}", unknown=unknown))
    reading = ", ".join(say(READINGS[part]) for part in (deadline.reading or "").split("/") if part)
    provision = context.provision_names([deadline.provision])
    return (
        line(say(DEADLINES[deadline.id]), " (", *provision, ")"),
        line(deadline.date.isoformat()),
        line(reading),
        line("; ".join(remarks)),
    )

"""The State's treaties, and the dates that follow from the Optional Protocol."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from npm_readiness.gap_report.document import Block, Inline, Table
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
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
    "from-deposit": mark("counted from the deposit, not before 22 June 2006"),
    "from-entry-into-force": mark("counted from entry into force"),
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
    if context.party_since is not None:
        yield context.numbered(say("The State is party; what the Optional Protocol asks binds it."))
    else:
        yield context.numbered(
            say(
                "Requirements of the Optional Protocol are graded here as if the State were party, since that is what is being "
                "prepared. The report says what must be in place once party; of other treaties, what must be if party where it "
                "is not known whether the State is."
            )
        )
    yield context.numbered(
        say(
            "The Protocol allows one year after joining for the mechanism to be in place (art. 17), and nothing in it asks a State "
            "to wait until everything is ready. To ratify stands in this report for accession as well."
        )
    )
    yield from _designation(context)
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


def _designation(context: Context) -> Iterator[Block]:
    say, known = context.texts.say, context.assessment.facts.npm.designated
    if isinstance(known, date) and known <= context.assessment.as_of:
        told = say("A mechanism was designated on {date}.", date=known)
        last = max((entry.date for entry in context.assessment.deadlines if entry.id == "article-17"), default=None)
        if last is not None and known > last:
            told += " " + say("That is after the last of the dates below.")
        yield context.numbered(told)
    elif known == UNKNOWN:
        yield context.numbered(say("Whether a mechanism is designated is not known."))


def _article_24(context: Context) -> Iterator[Block]:
    say, declaration = context.texts.say, context.assessment.facts.treaties.opcat.article_24
    if isinstance(declaration, Article24) and declaration.declared <= context.assessment.as_of:
        told = context.texts.count(
            "A declaration under article 24 of {date} postponed part {part} for {number} year.",
            "A declaration under article 24 of {date} postponed part {part} for {number} years.",
            declaration.years,
            date=declaration.declared,
            part=declaration.part,
        )
        if declaration.extended_until is not None:
            told += " " + say("The postponement was extended until {date}.", date=declaration.extended_until)
        yield context.numbered(told)
    elif declaration == UNKNOWN and context.party_since is not None:
        yield context.numbered(
            say(
                "Whether the State postponed its obligations under article 24 is not known; the dates below are those without it."
            )
        )
    elif context.party_since is None:
        yield context.numbered(
            say(
                "Upon ratification a State may declare that it postpones part III or part IV for up to three years (art. 24). The "
                "article names ratification; whether a State that accedes may postpone is disputed."
            )
        )


def _deadlines(context: Context) -> Iterator[Block]:
    deadlines, say = context.assessment.deadlines, context.texts.say
    if not deadlines:
        yield context.numbered(
            say(
                "According to the profile the State is not party, or it is not known whether it is, and no date for joining is "
                "planned; so no date can be reckoned."
            )
        )
        return
    if any(deadline.planned for deadline in deadlines):
        told = say("The dates are reckoned from the date on which the deposit is planned.")
        planned = context.assessment.facts.treaties.opcat.planned
        if planned is not None and planned <= context.assessment.as_of:
            told += " " + say("That date has passed, and the profile does not say that the State has joined.")
        yield context.numbered(told)
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
        remarks.append(say("disputed: article 24 speaks of a declaration upon ratification"))
    if deadline.overdue:
        remarks.append(say("overdue: the last date has passed and no mechanism is designated"))
    elif deadline.overdue is None:
        unknown = say("whether the State postponed its obligations is not known")
        if context.assessment.facts.npm.designated == UNKNOWN:
            unknown = say("whether a mechanism is designated is not known")
        remarks.append(say("the last date shown has passed; {unknown}", unknown=unknown))
    if deadline.id == "article-17" and not remarks and _passed_without(context, deadline):
        remarks.append(say("passed before a mechanism was designated"))
    reading = ", ".join(say(READINGS.get(part, part)) for part in (deadline.reading or "").split("/") if part)
    provision = context.provision_names([deadline.provision])
    return (
        line(say(DEADLINES[deadline.id]), " (", *provision, ")"),
        line(deadline.date.isoformat()),
        line(reading),
        line("; ".join(remarks)),
    )


def _passed_without(context: Context, deadline: Deadline) -> bool:
    """Whether the day had passed while there was no mechanism, by what is known."""
    known = context.assessment.facts.npm.designated
    designated = known if isinstance(known, date) and known <= context.assessment.as_of else None
    if known == UNKNOWN:
        return False
    return deadline.date < (designated or context.assessment.as_of)

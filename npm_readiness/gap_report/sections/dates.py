"""The State's treaties, and the dates that follow from the Optional Protocol."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from npm_readiness.gap_report.document import Block, Inline, Table
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.words import TREATIES
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import Event, PossibleFact, When
from npm_readiness.models.situation import Deadline
from npm_readiness.models.treaties import Article24
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
    say, standing = context.texts.say, context.situation.treaty(treaty)
    status = context.assessment.facts.treaties.status(treaty)
    if standing.joined is True and standing.route is not None:
        word = {"ratified": say("ratified"), "acceded": say("acceded"), "succeeded": say("succeeded")}[standing.route]
        words = f"{word} {_event(context, status.deposited)}"
    else:
        words = _so(context, standing.joined)
    signed = _event(context, status.signed) if standing.signed is not False else say("no")
    return line(say(TREATIES[treaty])), line(signed), line(words)


def _so(context: Context, fact: PossibleFact) -> str:
    say = context.texts.say
    if fact == UNKNOWN:
        return say("unknown")
    return say("yes") if fact is True else say("no")


def _event(context: Context, event: Event) -> str:
    say = context.texts.say
    if isinstance(event, When):
        return say("yes") if event.written == "yes" else event.written
    return say("no") if event is None else say("unknown")


def _designation(context: Context) -> Iterator[Block]:
    say, situation = context.texts.say, context.situation
    if situation.designated is True:
        first = situation.designated_first
        if first is not None and first.exact is not None:
            told = say("A mechanism was designated on {date}.", date=first.exact)
        else:
            told = say("A mechanism has been designated.")
        due = [entry for entry in context.assessment.deadlines if entry.id == "article-17"]
        if due and all(entry.missed is True for entry in due):
            told += " " + say("That is after the last of the dates below.")
        yield context.numbered(told)
    elif situation.designated == UNKNOWN:
        yield context.numbered(say("Whether a mechanism is designated is not known."))


def _article_24(context: Context) -> Iterator[Block]:
    say, declaration = context.texts.say, context.situation.article_24
    if isinstance(declaration, Article24):
        told = say(
            "A declaration under article 24 ({date}) postponed part {part} for {years} years.",
            date=_event(context, declaration.declared),
            part=declaration.part,
            years=declaration.years,
        )
        if isinstance(declaration.extended_until, When):
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
        planned = context.situation.planned
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
        if context.situation.designated == UNKNOWN:
            unknown = say("whether a mechanism is designated is not known")
        remarks.append(say("the last date shown has passed; {unknown}", unknown=unknown))
    if deadline.id == "article-17" and not remarks and deadline.missed is True:
        remarks.append(say("passed before a mechanism was designated"))
    reading = ", ".join(say(READINGS.get(part, part)) for part in (deadline.reading or "").split("/") if part)
    provision = context.cited.provision_names([deadline.provision])
    return (
        line(say(DEADLINES[deadline.id]), " (", *provision, ")"),
        line(_days(context, deadline)),
        line(reading),
        line("; ".join(remarks)),
    )


def _days(context: Context, deadline: Deadline) -> str:
    """The date, or the days between which it lies."""
    if deadline.date is not None:
        return deadline.date.isoformat()
    return context.texts.say("between {first} and {last}", first=deadline.earliest, last=deadline.latest)

"""Where the State stands with the Optional Protocol, in sentences, and which bills are on their way.

Each function says what is known: never a day that nobody knows, never more than that.
"""

from __future__ import annotations

from collections.abc import Mapping

from npm_readiness.gap_report.dates_in_words import day_in_words, event_in_words, period_in_words
from npm_readiness.gap_report.language import Texts, mark
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import Event, When
from npm_readiness.models.situation import BillSituation, Situation
from npm_readiness.models.vocabulary import BillStatus, Treaty

__all__ = ["bill_sentence", "membership_sentence", "supposed_bill_sentence"]

HAPPENED = "yes"

ROUTES: Mapping[str, tuple[str, str, str]] = {
    "ratified": (
        mark("The State ratified the Optional Protocol {when}; it has bound the State since {day}."),
        mark("The State ratified the Optional Protocol {when}."),
        mark("The State has ratified the Optional Protocol; the day is not known."),
    ),
    "acceded": (
        mark("The State acceded to the Optional Protocol {when}; it has bound the State since {day}."),
        mark("The State acceded to the Optional Protocol {when}."),
        mark("The State has acceded to the Optional Protocol; the day is not known."),
    ),
    "succeeded": (
        mark("The State succeeded to the Optional Protocol {when}; it has bound the State since {day}."),
        mark("The State succeeded to the Optional Protocol {when}."),
        mark("The State has succeeded to the Optional Protocol; the day is not known."),
    ),
}
"""By what the State joined: with the day from which the Protocol binds, without it, and with no date at all."""


def membership_sentence(texts: Texts, situation: Situation, deposited: Event, signed: Event) -> str:
    """Whether and by what the State has joined the Protocol, and since when it binds; what it has done so far where it has not.

    ``deposited`` and ``signed`` are the dates as the profile writes them.
    """
    if situation.joined is True:
        return f"{_joined(texts, situation, deposited)} {_reservation(texts, situation)}".rstrip()
    if situation.joined == UNKNOWN:
        return _perhaps_joined(texts, situation, deposited)
    return _outside(texts, situation, signed)


def _joined(texts: Texts, situation: Situation, deposited: Event) -> str:
    say, in_force = texts.say, situation.opcat.in_force
    bound, dated, undated = ROUTES[situation.opcat.route or "ratified"]
    when = event_in_words(texts, deposited) if isinstance(deposited, When) and deposited.written != HAPPENED else None
    if situation.bound_since is not None and when is not None:
        return say(bound, when=when, day=day_in_words(texts, situation.bound_since))
    joined = say(undated) if when is None else say(dated, when=when)
    if in_force is None or situation.bound == UNKNOWN:
        return f"{joined} " + say("Whether the Optional Protocol binds it yet is not known.")
    if situation.bound_since is not None:
        since = day_in_words(texts, situation.bound_since)
        return f"{joined} " + say("The Optional Protocol has bound it since {day}.", day=since)
    if situation.bound is True:
        return f"{joined} " + say("The Optional Protocol binds it.")
    return f"{joined} " + say(
        "The Optional Protocol enters into force for it {when} (art. 28) and will bind it from then on.",
        when=period_in_words(texts, in_force),
    )


def _reservation(texts: Texts, situation: Situation) -> str:
    """With what reservation it joined; empty where with none, or where that is not known."""
    if situation.reservation is True:
        return texts.say("The State joined with a reservation, which article 30 does not allow.")
    if situation.reservation == "unclear":
        return texts.say(
            "The State joined with a statement that may be a reservation, which article 30 does not allow."
        )
    return ""


def _perhaps_joined(texts: Texts, situation: Situation, deposited: Event) -> str:
    day = day_in_words(texts, situation.as_of)
    if isinstance(deposited, When) and deposited.written != HAPPENED:
        return texts.say(
            "The profile says that the State joined the Optional Protocol {when}; whether it had done so by {day} is not known.",
            when=event_in_words(texts, deposited),
            day=day,
        )
    return texts.say("Whether the State had joined the Optional Protocol by {day} is not known.", day=day)


def _outside(texts: Texts, situation: Situation, signed: Event) -> str:
    """What the State has done on the road to joining."""
    say = texts.say
    standing = situation.opcat.signed
    if standing is True and isinstance(signed, When):
        if signed.written == HAPPENED:
            told = say("The State has signed the Optional Protocol (the day is not known) and has not joined it.")
        else:
            when = event_in_words(texts, signed)
            told = say("The State signed the Optional Protocol {when} and has not joined it.", when=when)
    elif standing == UNKNOWN:
        told = say("The State has not joined the Optional Protocol; whether it has signed it is not known.")
    else:
        told = say("The State has neither signed nor joined the Optional Protocol.")
    told = f"{told} {_convention(texts, situation)}".rstrip()
    if situation.planned is None:
        return told
    day = day_in_words(texts, situation.planned)
    if situation.planned <= situation.as_of:
        return f"{told} " + say("It had planned to join on {day}; that day has passed.", day=day)
    return f"{told} " + say("It plans to join on {day}.", day=day)


def _convention(texts: Texts, situation: Situation) -> str:
    """Whether it can join at all: only a party to the Convention can; empty where it is one."""
    joined = situation.treaty(Treaty.UNCAT).joined
    if joined is False:
        return texts.say(
            "It is not party to the Convention against Torture; only parties to that can join the Protocol (art. 27)."
        )
    if joined == UNKNOWN:
        return texts.say(
            "Whether it is party to the Convention against Torture is not known; only parties to that can join the Protocol "
            "(art. 27)."
        )
    return ""


def supposed_bill_sentence(texts: Texts, bill: BillSituation) -> str:
    """How a bill stands in fact that a report supposes to be law."""
    if bill.status is BillStatus.ADOPTED:
        return texts.say("In fact parliament has adopted this act, and it is not in force.")
    if bill.title is not None and isinstance(bill.introduced, When) and bill.introduced.written != HAPPENED:
        when = event_in_words(texts, bill.introduced)
        return texts.say("In fact this bill is pending, introduced {when}, and not law.", when=when)
    return texts.say("In fact this bill is pending, and not law.")


def bill_sentence(texts: Texts, bill: BillSituation) -> str:
    """One text that is before parliament, or on its way there, or that it has adopted."""
    say, adopted = texts.say, bill.status is BillStatus.ADOPTED
    if bill.title is None:
        return say("An act has been adopted.") if adopted else say("A bill is pending.")
    if adopted:
        return say("Parliament has adopted: {title}.", title=bill.title.rstrip("."))
    if isinstance(bill.introduced, When) and bill.introduced.written != HAPPENED:
        when = event_in_words(texts, bill.introduced)
        return say("A bill is pending, introduced {when}: {title}.", when=when, title=bill.title.rstrip("."))
    return say("A bill is pending: {title}.", title=bill.title.rstrip("."))

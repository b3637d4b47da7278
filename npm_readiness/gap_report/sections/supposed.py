"""What a report that supposes something says otherwise: who would be the mechanism, from where answers come, what leads."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Inline, Note
from npm_readiness.gap_report.sections.article_17 import article_17_sentence
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.membership import bill_sentence, supposed_bill_sentence
from npm_readiness.gap_report.sections.standing import body_in_words, mechanism_sentence
from npm_readiness.gap_report.what_if_in_words import bill_in_words, not_what_is, set_in_words
from npm_readiness.gap_report.words import KINDS
from npm_readiness.models.dates import When
from npm_readiness.models.situation import BodySituation

__all__ = ["article_17_told", "bills_told", "body_told", "cover_rows", "lead", "mechanism_told", "where_answered"]


def lead(context: Context, *, whole: bool = False) -> tuple[Note, ...]:
    """What stands at the head of every section: that it tells what would be; nothing where nothing is supposed.

    ``whole``: with each answer that was set by hand.
    """
    what_if = context.assessment.what_if
    if what_if is None:
        return ()
    told = not_what_is(context.texts, what_if)
    if whole and what_if.set:
        listed = "; ".join(set_in_words(context.texts, answer) for answer in what_if.set)
        told += " " + context.texts.say("Set by hand: {answers}.", answers=listed)
    return (Note(line(told)),)


def cover_rows(context: Context) -> Iterator[tuple[str, Inline]]:
    """What the cover says of it: what is supposed, and each answer that was set by hand."""
    what_if, say = context.assessment.what_if, context.texts.say
    if what_if is None:
        return
    told = not_what_is(context.texts, what_if)
    if what_if.bill is not None:
        told = say(
            "As if {bill} had been adopted on {day} and were in force. This is not the law in force. What happens in "
            "fact is as it is.",
            bill=bill_in_words(context.texts, what_if.bill),
            day=context.assessment.as_of,
        )
    yield say("What if"), line(told)
    if what_if.set:
        yield (
            say("Answers set by hand"),
            joined([line(set_in_words(context.texts, answer)) for answer in what_if.set], "; "),
        )


def mechanism_told(context: Context) -> str:
    """Which bodies are the mechanism; where a bill that is supposed makes or ends one, which would be."""
    if not _bill_changes_bodies(context):
        return mechanism_sentence(context.texts, context.situation)
    say, situation = context.texts.say, context.situation
    bodies = [body.name for body in situation.bodies if body.mechanism is True]
    if not bodies:
        return say("With the bill, no body would be the mechanism.")
    told = say("With the bill, the mechanism would be: {bodies}.", bodies="; ".join(bodies))
    if not situation.nobody_at_work:
        return told
    nobody = say("On that day nobody would be in post.")
    return f"{told} {nobody}"


def article_17_told(context: Context) -> str:
    """By when there must be a mechanism and whether there is one today, whatever a bill would make of it."""
    return article_17_sentence(context.texts, context.situation, context.assessment.deadlines, instead=_today(context))


def _today(context: Context) -> str:
    """Whether there is a mechanism today, where a bill alone would make one or end the one that there is; else empty."""
    say, situation = context.texts.say, context.situation
    ended = any(
        isinstance(body.ended, When) and body.ended.day == situation.as_of for body in _spoken_of(context, ends=True)
    )
    if ended and situation.designated is False:
        return say("Today there is one; with the bill there would be none.")
    if not _only_supposed(context):
        return ""
    return say("Today there is one, which the bill would replace.") if ended else say("Today there is none.")


def _spoken_of(context: Context, *, ends: bool) -> tuple[BodySituation, ...]:
    """The bodies that a bill that is supposed would end, or designate."""
    what_if = context.assessment.what_if
    if what_if is None or what_if.bill is None:
        return ()
    named = what_if.bill.ends if ends else what_if.bill.designates
    return tuple(body for body in context.situation.bodies if body.id in named)


def bills_told(context: Context) -> str:
    """Which texts are on their way or adopted; of the one that is supposed, how it stands in fact."""
    what_if, situation = context.assessment.what_if, context.situation
    supposed = None if what_if is None else what_if.bill
    place = next(
        (
            number
            for number, bill in enumerate(situation.bills)
            if supposed is not None and (bill.title, bill.source) == (supposed.title, supposed.source)
        ),
        None,
    )
    told = [
        supposed_bill_sentence(context.texts, bill) if number == place else bill_sentence(context.texts, bill)
        for number, bill in enumerate(situation.bills)
    ]
    return " ".join(told)


def _bill_changes_bodies(context: Context) -> bool:
    what_if = context.assessment.what_if
    return what_if is not None and what_if.bill is not None and bool(what_if.bill.designates or what_if.bill.ends)


def _only_supposed(context: Context) -> bool:
    """Whether no body is the mechanism but by a bill that is supposed."""
    what_if = context.assessment.what_if
    if what_if is None or what_if.bill is None:
        return False
    bodies = context.situation.mechanism_bodies
    return bool(bodies) and all(body.id in what_if.bill.designates and _by_bill_alone(context, body) for body in bodies)


def _by_bill_alone(context: Context, body: BodySituation) -> bool:
    """Whether a body that the bill designates would be the mechanism since its adoption and not before."""
    return isinstance(body.designated, When) and body.designated.day == context.assessment.as_of


def body_told(context: Context, body: BodySituation) -> str:
    """A body with what it is; one of which a bill that is supposed speaks, with what it would be."""
    what_if, say = context.assessment.what_if, context.texts.say
    if what_if is not None and what_if.bill is not None:
        if body.id in what_if.bill.designates and not _by_bill_alone(context, body):
            return say("{body}; as it would be with the bill", body=body_in_words(context.texts, body))
        if body.id in what_if.bill.designates:
            return say(
                "{body} ({kind}; the bill would make it the mechanism)", body=body.name, kind=say(KINDS[body.kind])
            )
        if body.id in what_if.bill.ends:
            return say(
                "{body} ({kind}; with the bill it would be the mechanism no longer)",
                body=body.name,
                kind=say(KINDS[body.kind]),
            )
    return body_in_words(context.texts, body)


def where_answered(context: Context, question: str) -> str:
    """Where an answer comes from that is not one of the profile: a bill, or whoever set it; empty for any other."""
    what_if, say = context.assessment.what_if, context.texts.say
    if what_if is None:
        return ""
    if any(answer.question == question for answer in what_if.set):
        return say("set by hand")
    if what_if.bill is not None and question in what_if.bill.answers:
        return say("with the bill")
    return ""

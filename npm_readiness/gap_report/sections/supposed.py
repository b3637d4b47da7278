"""What a report that supposes something says otherwise: who would be the mechanism, from where answers come, what leads."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Inline, Note
from npm_readiness.gap_report.sections.article_17 import article_17_sentence
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.standing import body_in_words, mechanism_sentence
from npm_readiness.gap_report.what_if_in_words import not_what_is, set_in_words
from npm_readiness.gap_report.words import KINDS
from npm_readiness.models.dates import When
from npm_readiness.models.situation import BodySituation

__all__ = ["article_17_told", "body_told", "cover_rows", "lead", "mechanism_told", "where_answered"]


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
            "As if the bill «{title}» had been adopted on {day} and were in force. This is not the law in force. What happens in "
            "fact is as it is.",
            title=what_if.bill.title,
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
    """By when there must be a mechanism and whether there is one; one that a bill alone would designate is none today."""
    return article_17_sentence(
        context.texts, context.situation, context.assessment.deadlines, only_supposed=_only_supposed(context)
    )


def _bill_changes_bodies(context: Context) -> bool:
    what_if = context.assessment.what_if
    return what_if is not None and what_if.bill is not None and bool(what_if.bill.designates or what_if.bill.ends)


def _only_supposed(context: Context) -> bool:
    """Whether no body is the mechanism but by a bill that is supposed."""
    what_if = context.assessment.what_if
    if what_if is None or what_if.bill is None:
        return False
    bodies = [body for body in context.situation.bodies if body.mechanism is not False]
    return bool(bodies) and all(
        body.id in what_if.bill.designates
        and isinstance(body.designated, When)
        and body.designated.day == context.assessment.as_of
        for body in bodies
    )


def body_told(context: Context, body: BodySituation) -> str:
    """A body with what it is; one of which a bill that is supposed speaks, with what it would be."""
    what_if, say = context.assessment.what_if, context.texts.say
    if what_if is not None and what_if.bill is not None:
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

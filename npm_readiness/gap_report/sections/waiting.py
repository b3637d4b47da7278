"""Once the mechanism is at work: what can be examined only then, told once and asked of nobody today."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Entries, Entry, Inline
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line, safe_name
from npm_readiness.gap_report.sections.outline import reference
from npm_readiness.gap_report.words import OBLIGATIONS
from npm_readiness.models.assessed_criteria import AssessedCriterion

__all__ = ["waiting", "waiting_in_words"]


def waiting(context: Context) -> tuple[Block, ...]:
    """The requirements that count as unmet for as long as there is no mechanism, or nobody in it, by dimension."""
    return tuple(_blocks(context))


def _blocks(context: Context) -> Iterator[Block]:
    say = context.texts.say
    if not context.waiting:
        yield context.numbered(say("Nothing to report: no requirement waits for the mechanism."))
        return
    if context.situation.nobody_at_work:
        told = say(
            "These requirements count as not met as long as nobody is in post. Whether they are met can be examined only "
            "afterwards; nothing of it has to be done before."
        )
    else:
        told = say(
            "These requirements count as not met as long as there is no mechanism. Whether they are met can be examined only "
            "afterwards; nothing of it has to be done before."
        )
    yield context.numbered(told)
    for dimension, title in context.dimension_titles.items():
        own = [criterion for criterion in context.waiting if criterion.dimension == dimension]
        if own:
            yield Entries(title, tuple(_entry(context, criterion) for criterion in own))


def _entry(context: Context, criterion: AssessedCriterion) -> Entry:
    """Its title, on what it rests, and that the profile knows something of it already."""
    say = context.texts.say
    told = line(
        f"{criterion.title} ({say(OBLIGATIONS[criterion.obligation])}): ",
        *context.cited.provision_names(criterion.provisions),
        ".",
    )
    known = any(
        answer.given is not None or answer.evidence or answer.comment or answer.bodies
        for answer in criterion.answers
        if not answer.moot
    )
    if known:
        known_already = say("What is known of it already:")
        told = line(*told, f" {known_already} ", reference(context, "answers"), ".")
    return Entry(context.numbering.take(criterion.id), safe_name(criterion.id), told)


def waiting_in_words(context: Context) -> Inline:
    """How many requirements wait, and where they stand; nothing where none does."""
    if not context.waiting:
        return ()
    texts, number = context.texts, len(context.waiting)
    if context.situation.nobody_at_work:
        told = texts.count(
            "{number} requirement can be examined only once somebody is in post, and asks nothing of anybody today:",
            "{number} requirements can be examined only once somebody is in post, and ask nothing of anybody today:",
            number,
        )
    else:
        told = texts.count(
            "{number} requirement can be examined only once there is a mechanism, and asks nothing of anybody today:",
            "{number} requirements can be examined only once there is a mechanism, and ask nothing of anybody today:",
            number,
        )
    return line(told, " ", reference(context, "waiting"), ".")

"""Once the mechanism is at work: what can be examined only then, told once and asked of nobody today."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Inline, Run, Table
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import joined, line, safe_name
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
            yield _table(context, title, own)


def _table(context: Context, title: str, criteria: list[AssessedCriterion]) -> Table:
    say = context.texts.say
    numbers = [context.numbering.take(criterion.id) for criterion in criteria]
    return Table(
        title,
        (say("Paragraph"), say("What will be asked"), say("Rests on")),
        tuple(
            (
                line(Run(str(number), "strong", anchor=safe_name(criterion.id))),
                line(*joined(tuple(_asked(context, criterion)), " ")),
                context.cited.provision_names(criterion.provisions),
            )
            for number, criterion in zip(numbers, criteria, strict=True)
        ),
        kind="waiting",
        paragraphs=tuple(numbers),
    )


def _asked(context: Context, criterion: AssessedCriterion) -> Iterator[Inline]:
    """Its title and obligation, and that the profile knows something of it already."""
    yield line(f"{criterion.title} ({context.texts.say(OBLIGATIONS[criterion.obligation])})")
    known = any(
        answer.given is not None or answer.evidence or answer.comment for answer in criterion.answers if not answer.moot
    )
    if known:
        yield line(context.texts.say("What is known of it already:"), " ", reference(context, "answers"), ".")


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

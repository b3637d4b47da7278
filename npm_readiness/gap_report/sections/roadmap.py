"""The road from here: the steps in an order in which each can be taken when its turn comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from npm_readiness.gap_report.document import Block, Inline, Table
from npm_readiness.gap_report.sections.actions import addressees
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.summary import no_gap
from npm_readiness.gap_report.sections.supposed import article_17_told
from npm_readiness.gap_report.sections.waiting import waiting_in_words
from npm_readiness.gap_report.words import OBLIGATIONS, STAGES

__all__ = ["roadmap"]


def roadmap(context: Context) -> tuple[Block, ...]:
    """The gaps in the order in which to close them, each with who acts: those in readiness, then those in standards."""
    return tuple(_blocks(context))


def _blocks(context: Context) -> Iterator[Block]:
    say = context.texts.say
    due = article_17_told(context)
    if due:
        yield context.numbered(due)
    if not context.steps:
        if not context.waiting:
            yield context.numbered(say("Nothing to report:"), " ", no_gap(context))
        else:
            yield context.numbered(say("No step can be taken today."), " ", *waiting_in_words(context))
        return
    yield context.numbered(
        say(
            "The steps stand in an order in which each can be taken when its turn comes. What to do in each is said in the "
            "paragraph named beside it."
        )
    )
    yield from _tables(context, context.readiness.roadmap, lambda criterion: _stage(context, criterion))
    yield from _tables(context, context.standards.roadmap, lambda criterion: _checklist(context, criterion))
    waits = waiting_in_words(context)
    if waits:
        yield context.numbered(*waits)


def _stage(context: Context, criterion: str) -> str:
    """The order goes through the stages, and can come back to one."""
    return context.texts.say(
        "Steps in order: {stage}", stage=context.texts.say(STAGES[context.criteria[criterion].stage])
    )


def _checklist(context: Context, criterion: str) -> str:
    titles = {summary.checklist: summary.title for summary in context.assessment.standards}
    title = titles.get(context.criteria[criterion].checklist, "")
    return context.texts.say("Steps in order, on standards: {title}", title=title)


def _tables(context: Context, roadmap: tuple[str, ...], caption: Callable[[str], str]) -> Iterator[Block]:
    """A table for each run of steps under one caption."""
    say = context.texts.say
    today = (criterion for criterion in roadmap if criterion in context.steps)
    for title, steps in groupby(today, key=caption):
        yield Table(
            title,
            (say("Steps"), say("Closes the gap in"), say("Who acts"), say("Obligation")),
            tuple(_row(context, tuple(run)) for _, run in groupby(steps, key=lambda step: _who_and_how(context, step))),
            kind="steps",
        )


def _who_and_how(context: Context, criterion: str) -> tuple[str, str]:
    """Who acts, and how hard it binds; steps that follow one another and have both in common stand in one row."""
    return (
        addressees(context, context.whole.gaps[criterion]),
        context.texts.say(OBLIGATIONS[context.criteria[criterion].obligation]),
    )


def _row(context: Context, steps: tuple[str, ...]) -> tuple[Inline, ...]:
    first, last = context.steps[steps[0]], context.steps[steps[-1]]
    numbers = str(first) if first == last else f"{first}\N{EN DASH}{last}"
    titles = joined([line(_title(context, step), *context.paragraphs([step])) for step in steps], "; ")
    return line(numbers), titles, *(line(told) for told in _who_and_how(context, steps[0]))


def _title(context: Context, criterion: str) -> str:
    entry = context.criteria[criterion]
    condition = context.condition(entry)
    return f"{entry.title} ({condition})" if condition else entry.title

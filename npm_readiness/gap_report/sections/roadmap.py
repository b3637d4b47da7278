"""The road from here: the steps in an order in which each can be taken when its turn comes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from npm_readiness.gap_report.document import Block, Table
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.words import ADDRESSEES, OBLIGATIONS, STAGES

__all__ = ["roadmap"]


def roadmap(context: Context) -> tuple[Block, ...]:
    """The gaps in the order in which to close them, each with who acts."""
    say = context.texts.say
    if not context.readiness.roadmap:
        return (context.numbered(say("Nothing to report: no gap is established.")),)
    introduction = context.numbered(
        say(
            "The steps stand in an order in which each can be taken when its turn comes. What to do in each is said in the "
            "paragraph named beside it."
        )
    )
    return (introduction, *_by_stage(context))


def _by_stage(context: Context) -> Iterator[Block]:
    """A table for each run of steps of one stage: the order goes through the stages, and can come back to one."""
    say = context.texts.say
    numbered = enumerate(context.readiness.roadmap, start=1)
    for stage, steps in groupby(numbered, key=lambda step: context.criteria[step[1]].stage):
        yield Table(
            say("Steps in order: {stage}", stage=say(STAGES[stage])),
            (say("Step"), say("Closes the gap in"), say("Who acts"), say("Obligation")),
            tuple(
                (
                    line(str(number)),
                    line(_title(context, criterion), *context.paragraphs([criterion])),
                    line(say(ADDRESSEES[context.readiness.gaps[criterion].addressee])),
                    line(say(OBLIGATIONS[context.criteria[criterion].obligation])),
                )
                for number, criterion in steps
            ),
            kind="steps",
        )


def _title(context: Context, criterion: str) -> str:
    entry = context.criteria[criterion]
    condition = context.condition(entry)
    return f"{entry.title} ({condition})" if condition else entry.title

"""What is in place already: credit, and what an amendment must not break."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Heading
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.findings import met_finding
from npm_readiness.gap_report.sections.inline import anchor
from npm_readiness.gap_report.sections.outline import reference

__all__ = ["in_place"]


def in_place(context: Context) -> tuple[Block, ...]:
    """The criteria that are fully met, by theme, with the evidence."""
    say = context.texts.say
    if context.standards_alone:
        told = say("What the standards find in place stands with the rest of the analysis in")
        return (context.numbered(told, " ", reference(context, "standards"), "."),)
    nothing = say("Nothing to report: no criterion is fully met on the answers given so far.")
    return tuple(_blocks(context)) or (context.numbered(nothing),)


def _blocks(context: Context) -> Iterator[Block]:
    for dimension in context.assessment.dimensions:
        listed = frozenset(dimension.criteria)
        met = [criterion for criterion in context.readiness.met if criterion.id in listed]
        if met:
            yield Heading(dimension.title, anchor("in_place", dimension.id))
        for criterion in met:
            yield met_finding(context, criterion)

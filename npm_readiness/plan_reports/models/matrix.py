"""All requirements against all options: where each stands under each."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Paragraph, Run, Table
from npm_readiness.gap_report.marks import MARKS
from npm_readiness.gap_report.sections.inline import anchor, line, safe_name
from npm_readiness.plan_reports.models.options import STANDINGS, Options
from npm_readiness.planning.models.result import ComparedCriterion

__all__ = ["in_the_matrix", "matrix"]


def matrix(options: Options) -> tuple[Block, ...]:
    """A table for each theme; of the standards, which no model changes, only what differs."""
    return tuple(_blocks(options))


def in_the_matrix(criterion: ComparedCriterion) -> bool:
    """Whether the document shows a criterion; the sheets have all."""
    return criterion.readiness or not criterion.alike


def _blocks(options: Options) -> Iterator[Block]:
    say = options.texts.say
    yield Bullets(tuple(line(option.title) for option in options.all))
    words = "; ".join(f"{MARKS[kind]} {say(word)}" for word, kind in STANDINGS.values())
    yield Paragraph(line(say("Marks: {marks}.", marks=words)))
    by_dimension: dict[str, list[ComparedCriterion]] = {}
    for criterion in options.result.criteria:
        if in_the_matrix(criterion):
            by_dimension.setdefault(options.criterion(criterion.id).dimension, []).append(criterion)
    for dimension, title in options.context.dimension_titles.items():
        if dimension in by_dimension:
            yield Heading(title, anchor("theme", dimension))
            yield Table(
                say("Side by side: {theme}", theme=title),
                (say("Requirement"), say("Rests on"), *(option.letter for option in options.all)),
                tuple(_row(options, criterion) for criterion in by_dimension[dimension]),
                kind="matrix",
            )


def _row(options: Options, criterion: ComparedCriterion) -> tuple[Inline, ...]:
    texts = options.criterion(criterion.id)
    return (
        line(Run(texts.title, anchor=safe_name(criterion.id))),
        line(options.context.cited.provision_name(texts.provisions[0])),
        *(line(options.standing(standing)) for standing in criterion.standings),
    )

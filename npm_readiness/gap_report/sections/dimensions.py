"""The dimensions as intervals: a picture, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Figure, Interval, Paragraph, Section, Table
from npm_readiness.gap_report.sections.context import Context, line
from npm_readiness.models.assessment import DimensionScore

__all__ = ["dimension_picture", "picture_of"]


def dimension_picture(context: Context) -> Section:
    """How far each dimension is, for following progress."""
    return Section("dimensions", "3", context.texts.say("The dimensions"), tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[Block]:
    assessment, say = context.assessment, context.texts.say
    yield context.numbered(
        say(
            "Each bar shows how much of what the criteria ask is in place. What is surely there ends where the full part of "
            "the bar ends; the hatched part is not known and can still turn out either way."
        )
    )
    yield from picture_of(context, assessment.dimensions, "figure")
    if assessment.score is not None:
        yield context.numbered(
            say(
                "Over all criteria the share in place lies at {interval}. This figure serves to follow progress from one "
                "assessment to the next. It does not say whether the State is ready: the stages do.",
                interval=context.interval(assessment.score),
            )
        )


def picture_of(context: Context, dimensions: tuple[DimensionScore, ...], anchor: str) -> Iterator[Block]:
    """The picture of some dimensions and its table; ``anchor`` tells one picture of a report from another."""
    say = context.texts.say
    rows = [
        Interval(dimension.title, dimension.score.lower, dimension.score.upper, context.interval(dimension.score))
        for dimension in dimensions
        if dimension.score is not None
    ]
    if not rows:
        yield Paragraph(line(say("Nothing to report: no criterion applies.")))
        return
    described = "; ".join(f"{row.label}: {row.words}" for row in rows)
    yield Figure(
        anchor,
        say("Share of what is in place, by dimension"),
        say("Each bar runs from what is surely in place to what is still possible. {rows}.", rows=described),
        tuple(rows),
        (say("in place"), say("not known"), say("not in place")),
    )
    yield Table(
        say("The same in figures"),
        (say("Dimension"), say("Surely in place, to still possible"), say("Criteria")),
        tuple(
            (line(dimension.title), line(context.interval(dimension.score)), line(str(len(dimension.criteria))))
            for dimension in dimensions
        ),
        kind="figures",
    )

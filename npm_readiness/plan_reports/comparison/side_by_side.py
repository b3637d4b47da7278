"""The matrix: profiles side by side, without an order of merit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from npm_readiness.gap_report.document import Block, Inline, Paragraph, Table
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.words import STAGES
from npm_readiness.plan_reports.comparison.view import ComparisonView
from npm_readiness.planning.comparing.comparison import ComparedDimension

__all__ = ["side_by_side", "verdict_table"]

ABREAST = 4
"""How many themes stand beside one another on a page at most."""


def side_by_side(view: ComparisonView) -> tuple[Block, ...]:
    """The verdicts, how much is known, and the dimensions with their intervals."""
    return tuple(_blocks(view))


def _blocks(view: ComparisonView) -> Iterator[Block]:
    say = view.texts.say
    yield verdict_table(view)
    yield _known(view)
    yield Paragraph(
        line(
            say(
                "An interval runs from what is known to be in place to what is still possible. Which criteria apply "
                "depends on the model, "
                "the bodies and the situation of each State, so that a theme is not made of the same criteria everywhere."
            )
        )
    )
    lists = list(dict.fromkeys(entry.standards for entry in view.result.dimensions))
    for standards in lists:
        own = [entry for entry in view.result.dimensions if entry.standards == standards and any(entry.scores)]
        name = say("Readiness by theme") if standards is None else say("Standards by theme: {id}", id=standards)
        tables = -(-len(own) // ABREAST)
        bounds = [len(own) * number // max(tables, 1) for number in range(tables + 1)]
        yield from (_dimensions(view, own[first:last], name) for first, last in pairwise(bounds))
    yield Paragraph(line(say("The workbook (-o matrix.xlsx) holds the status of every criterion in every profile.")))


def verdict_table(view: ComparisonView) -> Table:
    """A row for each profile, with the verdict on each stage and the number of its blockers."""
    say, verdicts = view.texts.say, view.result.verdicts
    return Table(
        say("The verdicts, with the number of treaty requirements known not to be met"),
        (say("Profile"), *(say(STAGES[entry.stage]) for entry in verdicts)),
        tuple(
            (line(label), *(_verdict(view, place, stage) for stage in range(len(verdicts))))
            for place, label in enumerate(view.labels)
        ),
        kind="matrix",
    )


def _verdict(view: ComparisonView, place: int, stage: int) -> Inline:
    entry = view.result.verdicts[stage]
    blockers = entry.blockers[place]
    return line(view.verdict(entry.verdicts[place]), f" ({blockers})" if blockers else "")


def _known(view: ComparisonView) -> Table:
    say = view.texts.say
    return Table(
        say("On how much each rests"),
        (
            say("Profile"),
            say("Checklists"),
            say("Questions that apply"),
            say("answered"),
            say("claims with a source and a place in it"),
        ),
        tuple(
            (
                line(label),
                line(", ".join(checklist.id for checklist in entry.checklists)),
                line(str(entry.answered.questions)),
                line(str(entry.answered.answered)),
                line(say("{number} of {all}", number=entry.answered.evidenced, all=entry.answered.claims)),
            )
            for label, entry in zip(view.labels, view.result.profiles, strict=True)
        ),
        kind="known",
    )


def _dimensions(view: ComparisonView, own: Sequence[ComparedDimension], caption: str) -> Table:
    return Table(
        caption,
        (view.texts.say("Profile"), *(entry.title for entry in own)),
        tuple(
            (line(label), *(line(view.interval(entry.scores[place])) for entry in own))
            for place, label in enumerate(view.labels)
        ),
        kind="matrix",
    )

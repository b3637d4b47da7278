"""The pictures of a report: each a drawing, its title and description, and the table of its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from npm_readiness.gap_report.document import Picture, Table
from npm_readiness.gap_report.drawings import Bar, Counts, Intervals, Pairs, Part, Stacked, Step, Track
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.sections.stages import stage_words, verdict_kind
from npm_readiness.gap_report.words import SEVERITIES, STAGES
from npm_readiness.models.numbers import Score
from npm_readiness.models.vocabulary import Addressee, Severity

__all__ = ["gaps_by_addressee", "intervals", "law_and_practice", "stage_track"]


NONE = "\N{EN DASH}"
"""What stands where there is nothing to show."""


def stage_track(context: Context) -> Picture:
    """The four stages in a row with their verdicts."""
    say = context.texts.say
    steps = tuple(
        Step(say(STAGES[stage.id]), stage_words(context, stage), verdict_kind(stage.verdict))
        for stage in context.assessment.stages
    )
    return Picture(
        "picture_stages",
        say("The four stages"),
        say("The stages in their order, each with its verdict."),
        Track(steps),
        Table(
            say("The four stages in words"),
            (say("Stage"), say("Verdict")),
            tuple((line(step.label), line(step.words)) for step in steps),
            kind="figures",
        ),
    )


def gaps_by_addressee(context: Context) -> Picture:
    """How many gaps each addressee can close, by severity."""
    say = context.texts.say
    gaps = tuple(gap for gap in context.whole.sure_gaps.values() if not gap.waits)
    rows = []
    for addressee in Addressee:
        counts = {
            severity: sum(
                gap.severity is severity and any(action.addressee is addressee for action in gap.actions)
                for gap in gaps
            )
            for severity in Severity
        }
        parts = tuple(
            Part(number, say(SEVERITIES[severity]), f"severity-{severity.value}") for severity, number in counts.items()
        )
        if any(counts.values()):
            rows.append(Stacked(context.addressee(addressee), parts))
    return Picture(
        "picture_addressees",
        say("Gaps by who closes them"),
        say("Each bar counts the gaps on which an addressee acts, by obligation."),
        Counts(tuple(rows)),
        Table(
            say("Gaps by addressee in figures"),
            (say("Addressee"), *(say(SEVERITIES[severity]) for severity in Severity)),
            tuple((line(row.label), *(line(str(part.number)) for part in row.parts)) for row in rows),
            kind="figures",
        ),
    )


def intervals(
    context: Context, scores: Iterable[tuple[str, Score | None]], anchor: str, title: str
) -> Iterator[Picture]:
    """How far each of some things is, as intervals; nothing where none has a score."""
    say = context.texts.say
    rows = tuple(bar for label, score in scores if (bar := _bar(context, label, score)) is not None)
    if rows:
        yield Picture(
            anchor,
            title,
            say("Each bar runs from what is known to be in place to what is still possible."),
            Intervals(rows, _scale(context)),
            Table(
                say("Share of what is in place, in figures"),
                (say("Theme"), say("Known to be in place, to still possible")),
                tuple((line(bar.label), line(bar.words)) for bar in rows),
                kind="figures",
            ),
        )


def law_and_practice(context: Context) -> Iterator[Picture]:
    """What the law says against what is done, by dimension."""
    say = context.texts.say
    rows = tuple(
        (
            dimension.title,
            _bar(context, say("law"), dimension.law),
            _bar(context, say("practice"), dimension.practice),
        )
        for dimension in context.assessment.dimensions
        if dimension.law is not None or dimension.practice is not None
    )
    if not rows:
        return
    yield Picture(
        "picture_law_and_practice",
        say("Law and practice, by dimension"),
        say("For each dimension one bar for the law and one for practice."),
        Pairs(rows, (say("law"), say("practice")), _scale(context)),
        Table(
            say("Law and practice in figures"),
            (say("Dimension"), say("Law"), say("Practice")),
            tuple(
                (line(title), *(line(bar.words if bar else NONE) for bar in (law, practice)))
                for title, law, practice in rows
            ),
            kind="figures",
        ),
    )


def _bar(context: Context, label: str, score: Score | None) -> Bar | None:
    return None if score is None else Bar(label, score.lower, score.upper, context.interval(score))


def _scale(context: Context) -> tuple[str, str, str]:
    say = context.texts.say
    return say("in place"), say("not known"), say("not in place")

"""Bodies of standards, such as those on women, mothers and children: a summary of their own, apart from readiness."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Heading
from npm_readiness.gap_report.sections.analysis import dimension_blocks
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.findings import met_finding
from npm_readiness.gap_report.sections.inline import anchor
from npm_readiness.gap_report.sections.pictures import intervals
from npm_readiness.models.assessment import StandardsSummary
from npm_readiness.models.vocabulary import Status

__all__ = ["standards"]


def standards(context: Context) -> tuple[Block, ...]:
    """Each body of standards with its counts and gaps; none of it enters a verdict."""
    say = context.texts.say
    summaries = context.assessment.standards
    scores = [(summary.title, summary.score) for summary in summaries]
    if not summaries:
        return (context.numbered(say("Nothing to report: no checklist of standards was assessed.")),)
    return (
        *intervals(context, scores, "picture_standards", say("Share of what is in place, by body of standards")),
        *(block for summary in summaries for block in _standard(context, summary)),
    )


def _standard(context: Context, summary: StandardsSummary) -> Iterator[Block]:
    say = context.texts.say
    yield Heading(summary.title, anchor("standards", summary.checklist))
    counts, short = summary.counts, _short(context, summary)
    yield context.numbered(
        say(
            "Of its criteria: met {met}; met in part {partly_met}; not met {not_met}; falling short to a degree that could not be "
            "established {short}; not established {open}; not applicable {not_applicable}. They do not enter the verdicts on the "
            "stages.",
            met=counts.met,
            partly_met=counts.partly_met,
            not_met=counts.not_met,
            short=short,
            open=counts.undetermined - short,
            not_applicable=counts.not_applicable,
        )
    )
    own = [criterion for criterion in context.assessment.criteria if criterion.checklist == summary.checklist]
    for criterion in own:
        if criterion.status is Status.MET:
            yield met_finding(context, criterion)
    rest = [criterion for criterion in own if criterion.status is not Status.MET]
    for chapter in context.assessment.code_chapters:
        of_chapter = [criterion for criterion in rest if criterion.code_chapter == chapter.id]
        if of_chapter:
            yield Heading(
                say("{standards}: {chapter}", standards=summary.title, chapter=chapter.title),
                anchor("chapter", f"{summary.checklist}-{chapter.id}"),
            )
            yield from dimension_blocks(context, of_chapter)
    without = [criterion for criterion in rest if criterion.code_chapter is None]
    if without and len(without) < len(rest):
        yield Heading(
            say("{standards}: beside a code", standards=summary.title), anchor("chapter", f"{summary.checklist}-none")
        )
    yield from dimension_blocks(context, without)


def _short(context: Context, summary: StandardsSummary) -> int:
    """How many criteria surely fall short, to what degree ever; what others found is not among them."""
    return sum(
        criterion.checklist == summary.checklist
        and criterion.finding is None
        and criterion.status is Status.UNDETERMINED
        and criterion.id in context.whole.gaps
        for criterion in context.assessment.criteria
    )

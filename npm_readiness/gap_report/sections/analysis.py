"""The analysis by theme: for each dimension a paragraph, then its gaps, then the rest of its criteria in a line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from npm_readiness.gap_report.document import Block, Entries, Entry, FilterGroup, Filters, Heading
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.findings import gap_finding
from npm_readiness.gap_report.sections.inline import anchor, line, safe_name
from npm_readiness.gap_report.sections.outline import reference
from npm_readiness.gap_report.sections.pictures import intervals, law_and_practice
from npm_readiness.gap_report.words import ASPECTS, OBLIGATIONS, SEVERITIES, STAGES
from npm_readiness.models.assessed_criteria import AssessedCriterion
from npm_readiness.models.assessment import DimensionScore
from npm_readiness.models.vocabulary import Addressee, Aspect, Severity, Stage, Status

__all__ = ["analysis", "dimension_blocks"]

REST: Mapping[Aspect, str] = {
    Aspect.LAW: mark("On the law, {status}:"),
    Aspect.PRACTICE: mark("On practice, {status}:"),
}
"""What stands before the criteria on which there is no finding."""


def analysis(context: Context) -> tuple[Block, ...]:
    """Every criterion on readiness that applies, by dimension, law before practice."""
    return tuple(_blocks(context))


def _blocks(context: Context) -> Iterator[Block]:
    assessment, say = context.assessment, context.texts.say
    if context.standards_alone:
        told = say("No checklist on readiness was assessed. The analysis of the standards, criterion by criterion, is")
        yield context.numbered(told, " ", reference(context, "standards"), ".")
        return
    yield context.numbered(
        say(
            "Each bar shows how much of what the criteria ask is in place. What is known to be there ends where the full part of "
            "the bar ends; the lighter or hatched part is not known and can still turn out either way."
        )
    )
    scores = [(dimension.title, dimension.score) for dimension in assessment.dimensions]
    yield from intervals(context, scores, "picture_dimensions", say("Share of what is in place, by dimension"))
    yield from law_and_practice(context)
    if assessment.score is not None:
        yield context.numbered(
            say(
                "Over all criteria the share in place lies at {interval}. This figure serves to follow progress from one "
                "assessment to the next. It does not say whether the State is ready: the stages do.",
                interval=context.interval(assessment.score),
            )
        )
    yield from _filters(context)
    for dimension in assessment.dimensions:
        listed = frozenset(dimension.criteria)
        own = [criterion for criterion in context.readiness.criteria if criterion.id in listed]
        yield Heading(dimension.title, anchor("dimension", dimension.id))
        yield context.numbered(_introduction(context, dimension, own))
        yield from dimension_blocks(context, own)


def _introduction(context: Context, dimension: DimensionScore, own: Sequence[AssessedCriterion]) -> str:
    """How many criteria stand where, and how much of them is in place, law and practice apart."""
    texts, say = context.texts, context.texts.say
    gaps = sum(criterion.id in context.readiness.gaps for criterion in own)
    met = sum(criterion.status is Status.MET for criterion in own)
    apart = sum(criterion.status is Status.NOT_APPLICABLE for criterion in own)
    counts = (
        (met, say("{number} met", number=met)),
        (gaps, say("{number} known not to be fully met", number=gaps)),
        (len(own) - met - gaps - apart, say("{number} open", number=len(own) - met - gaps - apart)),
        (apart, say("{number} not applicable", number=apart)),
    )
    criteria = texts.count("{number} criterion:", "{number} criteria:", len(own))
    told = f"{criteria} {', '.join(words for number, words in counts if number)}."
    shares = [
        say("{aspect} {interval}", aspect=say(ASPECTS[aspect]), interval=context.interval(score))
        for aspect, score in ((Aspect.LAW, dimension.law), (Aspect.PRACTICE, dimension.practice))
        if score is not None
    ]
    if not shares:
        return told
    in_place = say("In place: {shares}.", shares=", ".join(shares))
    return f"{told} {in_place}"


def dimension_blocks(context: Context, own: Sequence[AssessedCriterion]) -> Iterator[Block]:
    """The gaps of today among some criteria as findings, what the law says first, then the others in a line each.

    What waits for the mechanism has a section of its own.
    """
    own = [criterion for criterion in own if not context.waits_for_mechanism(criterion.id)]
    for aspect in Aspect:
        for severity in Severity:
            for criterion in own:
                gap = context.whole.gaps.get(criterion.id)
                if gap is not None and gap.severity is severity and criterion.aspect is aspect:
                    yield gap_finding(context, gap)
    # What is met has its paragraph among what is in place, where it counts for readiness.
    rest = [criterion for criterion in own if not context.has_finding(criterion)]
    for aspect in Aspect:
        for status in Status:
            entries = [entry for entry in rest if entry.aspect is aspect and entry.status is status]
            if entries:
                title = context.texts.say(REST[aspect], status=context.status(status).text)
                yield Entries(title, tuple(_entry(context, criterion) for criterion in entries))


def _entry(context: Context, criterion: AssessedCriterion) -> Entry:
    say = context.texts.say
    remarks = [say(OBLIGATIONS[criterion.obligation])]
    if criterion.conditional:
        remarks.append(say("if it applies"))
    if not criterion.wording_seen:
        remarks.append(say("wording not seen"))
    told = f"{criterion.title} ({', '.join(remarks)})"
    return Entry(context.numbering.take(criterion.id), safe_name(criterion.id), line(told))


def _filters(context: Context) -> Iterator[Filters]:
    """What narrows the list of gaps; nothing where there are too few to narrow."""
    gaps, say = tuple(gap for gap in context.readiness.gaps.values() if not gap.waits), context.texts.say
    if len(gaps) < 2:  # noqa: PLR2004 - one gap needs no filter
        return
    criteria = [context.criteria[gap.criterion] for gap in gaps]
    severities = {gap.severity for gap in gaps}
    addressees = {action.addressee for gap in gaps for action in gap.actions}
    stages = {criterion.stage for criterion in criteria}
    dimensions = {criterion.dimension for criterion in criteria}
    yield Filters(
        title=say("Narrow the list of gaps"),
        groups=(
            FilterGroup(
                "severity", say("Severity"), tuple((s.value, say(SEVERITIES[s])) for s in Severity if s in severities)
            ),
            FilterGroup(
                "addressee",
                say("Who acts"),
                tuple((a.value, context.addressed(a)) for a in Addressee if a in addressees),
            ),
            FilterGroup("stage", say("Stage"), tuple((s.value, say(STAGES[s])) for s in Stage if s in stages)),
            FilterGroup(
                "dimension",
                say("Theme"),
                tuple((entry.id, entry.title) for entry in context.assessment.dimensions if entry.id in dimensions),
            ),
        ),
        everything=say("all"),
        reset=say("Show all"),
        shown=say("{shown} of {all} gaps shown"),
    )

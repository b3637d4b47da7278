"""The sheets of the report as a workbook: summary, gaps, criteria, answers, concordance, what all of it rests on, and a reply."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import text_of
from npm_readiness.gap_report.sections.concordance import citing
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.cover import public_lines
from npm_readiness.gap_report.sections.differing import differing_sheets
from npm_readiness.gap_report.sections.findings import waits_label
from npm_readiness.gap_report.sections.national_law import places_of
from npm_readiness.gap_report.sections.recommended import named
from npm_readiness.gap_report.sections.sheet_of_answers import KINDS_OF_QUESTIONS, MOOT, answers_sheet
from npm_readiness.gap_report.sections.sheet_of_replies import keys_sheet, replies_sheet
from npm_readiness.gap_report.sections.sheets_of_facts import facts_sheet, recommendations_sheet, sources_sheet
from npm_readiness.gap_report.sections.stages import stage_sentence, stage_words, verdict_kind, verdict_words
from npm_readiness.gap_report.sections.summary import standing
from npm_readiness.gap_report.sections.supposed import lead
from npm_readiness.gap_report.words import ASPECTS, FALLS_SHORT, OBLIGATIONS, SEVERITIES, STAGES
from npm_readiness.gap_report.workbook import Cell, Column, Sheet, SheetTable, Workbook
from npm_readiness.models.assessed_criteria import AssessedCriterion, Gap
from npm_readiness.models.assessment import DimensionScore
from npm_readiness.models.cited import CitedProvision
from npm_readiness.models.numbers import Score
from npm_readiness.models.vocabulary import Severity, Status, Verdict

__all__ = ["workbook"]

Row = tuple[Cell, ...]


def workbook(context: Context) -> Workbook:
    """The report as sheets; paragraphs have the numbers that they have in the document."""
    say = context.texts.say
    return Workbook(
        title=context.title,
        subtitle=context.subtitle,
        date=context.assessment.as_of,
        right_to_left=context.texts.right_to_left,
        page=context.page_line,
        sheets=(
            _summary(context),
            Sheet(say("Gaps"), (), (_gaps(context),)),
            Sheet(say("Criteria"), (), (_criteria(context),)),
            answers_sheet(context),
            Sheet(say("Concordance"), (), (_concordance(context),), repeated=2),
            facts_sheet(context),
            sources_sheet(context),
            recommendations_sheet(context),
            *differing_sheets(context),
            replies_sheet(context),
            keys_sheet(context),
        ),
    )


def _summary(context: Context) -> Sheet:
    assessment, say = context.assessment, context.texts.say
    words = [(verdict_words(context, verdict), verdict_kind(verdict)) for verdict in (*Verdict, None)]
    words += [(stage_words(context, stage), verdict_kind(stage.verdict)) for stage in assessment.stages]
    verdicts = tuple(dict.fromkeys(words))
    stages = SheetTable(
        (Column(say("Stage"), 24), Column(say("Verdict"), 21, "status", verdicts), Column(say("In a sentence"), 70)),
        tuple(
            (say(STAGES[stage.id]), stage_words(context, stage), stage_sentence(context, stage))
            for stage in assessment.stages
        ),
        say("The four stages"),
    )
    counts = assessment.answered
    known = SheetTable(
        (Column(say("Questions"), 24), Column(say("Number"), 12, "number")),
        (
            (say("in all"), counts.questions),
            (say(KINDS_OF_QUESTIONS["answered"]), counts.answered - counts.from_profile),
            (say(KINDS_OF_QUESTIONS["by-fact"]), counts.from_profile),
            (say(KINDS_OF_QUESTIONS["partly-known"]), counts.partly_known),
            (say(KINDS_OF_QUESTIONS["unknown"]), counts.unknown - counts.left_out),
            (say(KINDS_OF_QUESTIONS["unanswered"]), counts.unanswered + counts.left_out),
            (say(KINDS_OF_QUESTIONS["not-applicable"]), counts.not_applicable),
            (say(MOOT), counts.moot),
            (say("answers that claim something"), counts.claims),
            (say("claims with a source and a place in it"), counts.evidenced),
            (say("answers that are kept and not counted"), len(assessment.not_counted)),
        ),
        say("How much is known"),
    )
    lines = (
        context.title,
        *(text_of(note.text) for note in lead(context, whole=True)),
        say("As of {date}", date=assessment.as_of),
        standing(context),
        say("Self-assessment; not a finding of the Subcommittee on Prevention of Torture"),
        *public_lines(context),
    )
    standards = (
        _dimensions(context, summary.dimensions, say("Standards: {title}", title=summary.title))
        for summary in assessment.standards
    )
    if context.standards_alone:
        return Sheet(say("Summary"), lines, (known, *standards))
    dimensions = _dimensions(context, assessment.dimensions, say("Readiness, by dimension"))
    return Sheet(say("Summary"), lines, (stages, known, dimensions, *standards))


def _dimensions(context: Context, dimensions: tuple[DimensionScore, ...], title: str) -> SheetTable:
    say = context.texts.say
    return SheetTable(
        (
            Column(say("Dimension"), 24),
            Column(say("Known in place"), 21, "share"),
            Column(say("Still possible"), 14, "share"),
            Column(say("Law, known"), 12, "share"),
            Column(say("Law, still possible"), 12, "share"),
            Column(say("Practice, known"), 12, "share"),
            Column(say("Practice, still possible"), 12, "share"),
            Column(say("Criteria"), 10, "number"),
        ),
        tuple(
            (
                dimension.title,
                *_bounds(dimension.score),
                *_bounds(dimension.law),
                *_bounds(dimension.practice),
                len(dimension.criteria),
            )
            for dimension in dimensions
        ),
        title,
    )


def _bounds(score: Score | None) -> tuple[float | None, float | None]:
    return (None, None) if score is None else (score.lower, score.upper)


def _statuses(context: Context) -> tuple[tuple[str, str], ...]:
    words = tuple(context.status(status) for status in Status)
    return (*((run.text, run.kind) for run in words), (context.texts.say(FALLS_SHORT), "status-falls-short"))


def _gaps(context: Context) -> SheetTable:
    say = context.texts.say
    severities = tuple((say(SEVERITIES[severity]), f"severity-{severity.value}") for severity in Severity)
    return SheetTable(
        (
            Column(say("Paragraph"), 12, "number"),
            Column(say("Step"), 7, "number"),
            Column(say("Severity"), 19, "status", severities),
            Column(say("Criterion"), 30),
            Column(say("What to do"), 54),
            Column(say("Who acts"), 18),
            Column(say("Stage"), 14),
            Column(say("Theme"), 22),
            Column(say("Law or practice"), 13),
            Column(say("Applies"), 18),
            Column(say("Who asked for it"), 32),
            Column(say("Code"), 9),
            Column(say("Id"), 28),
        ),
        tuple(
            row
            for criterion, step in (*context.steps.items(), *((entry.id, None) for entry in context.waiting))
            for row in _gap(context, context.whole.gaps[criterion], step)
        ),
    )


def _gap(context: Context, gap: Gap, step: int | None) -> Iterator[Row]:
    """A row for each addressee, with what that one does."""
    say, criterion = context.texts.say, context.criteria[gap.criterion]
    for addressee in dict.fromkeys(action.addressee for action in gap.actions):
        own = dict.fromkeys(action.text for action in gap.actions if action.addressee is addressee)
        yield (
            context.numbering.of(criterion.id),
            step,
            say(SEVERITIES[gap.severity]),
            criterion.title,
            " ".join(own),
            context.addressee(addressee),
            say(STAGES[criterion.stage]),
            context.dimension_titles[criterion.dimension],
            say(ASPECTS[criterion.aspect]),
            context.condition(criterion) or (waits_label(context) if gap.waits else say("in any case")),
            "; ".join(named(context, name).text for name in gap.recommendations) or None,
            criterion.code,
            criterion.id,
        )


def _criteria(context: Context) -> SheetTable:
    say = context.texts.say
    return SheetTable(
        (
            Column(say("Paragraph"), 12, "number"),
            Column(say("Criterion"), 32),
            Column(say("What is asked"), 56),
            Column(say("Status"), 21, "status", _statuses(context)),
            Column(say("Known in place"), 10, "share"),
            Column(say("Still possible"), 10, "share"),
            Column(say("Obligation"), 12),
            Column(say("Stage"), 13),
            Column(say("Theme"), 18),
            Column(say("Law or practice"), 11),
            Column(say("Rests on"), 30),
            Column(say("Checklist"), 13),
            Column(say("Code"), 9),
            Column(say("Id"), 28),
        ),
        tuple(_criterion(context, criterion) for criterion in context.assessment.criteria),
    )


def _criterion(context: Context, criterion: AssessedCriterion) -> Row:
    say = context.texts.say
    return (
        context.numbering.of(criterion.id),
        criterion.title,
        criterion.requirement,
        context.status_of(criterion).text,
        *_bounds(criterion.score),
        say(OBLIGATIONS[criterion.obligation]),
        say(STAGES[criterion.stage]),
        context.dimension_titles[criterion.dimension],
        say(ASPECTS[criterion.aspect]),
        context.cited.provisions_named(criterion.provisions),
        criterion.checklist,
        criterion.code,
        criterion.id,
    )


def _concordance(context: Context) -> SheetTable:
    say = context.texts.say
    by_provision = citing(context)
    return SheetTable(
        (
            Column(say("Instrument"), 20),
            Column(say("Provision"), 16),
            Column(say("Says"), 50),
            Column(say("Status of the provision"), 20, "status", _statuses(context)),
            Column(say("National law cited"), 38),
            Column(say("Criterion"), 34),
            Column(say("Status of the criterion"), 20, "status", _statuses(context)),
            Column(say("Paragraph"), 12, "number"),
            Column(say("Id of the provision"), 20),
            Column(say("Id of the criterion"), 28),
        ),
        tuple(
            _concord(context, provision, criterion)
            for provision in context.assessment.provisions
            for criterion in by_provision[provision.id]
        ),
    )


def _concord(context: Context, provision: CitedProvision, criterion: AssessedCriterion) -> Row:
    return (
        context.cited.instrument_name(provision.instrument),
        context.cited.pinpoint(provision),
        provision.subject,
        context.status(provision.status, falls_short=provision.falls_short).text,
        "; ".join(places_of(context, criterion)) or None,
        criterion.title,
        context.status_of(criterion).text,
        context.numbering.of(criterion.id),
        provision.id,
        criterion.id,
    )

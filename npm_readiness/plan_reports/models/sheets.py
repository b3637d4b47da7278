"""The comparison as sheets: the options with their figures, the matrix of all criteria, the questions to ask."""

from __future__ import annotations

from npm_readiness.gap_report.sections.stages import verdict_kind, verdict_words
from npm_readiness.gap_report.words import ASPECTS, OBLIGATIONS, STAGES
from npm_readiness.gap_report.workbook import Column, Sheet, SheetTable
from npm_readiness.models.vocabulary import Stage, Verdict
from npm_readiness.plan_reports.models.options import STANDINGS, Options
from npm_readiness.plan_reports.models.questions import by_obligation, who_can_answer

__all__ = ["sheets"]

MARK = "x"
"""Stands where a question is to be asked."""


def sheets(options: Options) -> tuple[Sheet, ...]:
    """The sheets in their order."""
    say = options.texts.say
    return (
        _summary(options),
        Sheet(say("Matrix"), (), (_matrix(options),), printed=1 + len(options.all)),
        Sheet(say("Questions to ask"), (), (_questions(options),), printed=2 + len(options.all)),
    )


def _summary(options: Options) -> Sheet:
    say, context = options.texts.say, options.context
    verdicts = tuple((verdict_words(context, verdict), verdict_kind(verdict)) for verdict in (*Verdict, None))
    figures = (
        say("Treaty requirements that apply"),
        say("Met"),
        say("Fall short"),
        say("Wait"),
        say("Open"),
        say("All requirements on readiness that apply"),
        say("All met"),
        say("Peculiar to the option"),
        say("Questions that remain"),
        say("Questions about the body to ask"),
    )
    table = SheetTable(
        (
            Column(say("Option"), 60),
            *(Column(title, 14, "number") for title in figures),
            *(Column(say(STAGES[stage]), 20, "status", verdicts) for stage in Stage),
        ),
        tuple(
            (
                option.title,
                option.model.treaty.applicable,
                option.model.treaty.met,
                option.model.treaty.falls_short,
                option.model.treaty.waits,
                option.model.treaty.open,
                option.model.applicable,
                option.model.met,
                len(option.model.specific),
                len(option.model.remains),
                len(option.model.to_ask),
                *(verdict_words(context, stage.verdict) for stage in option.model.stages),
            )
            for option in options.all
        ),
        say("The options"),
    )
    lines = (
        say(
            "{country}: models of a National Preventive Mechanism side by side",
            country=options.result.assessment.country.name,
        ),
        say("As of {date}", date=options.result.assessment.as_of),
        say("The options are not ranked."),
        say("Self-assessment; not a finding of the Subcommittee on Prevention of Torture"),
    )
    return Sheet(say("Options"), lines, (table,))


def _matrix(options: Options) -> SheetTable:
    say, cited = options.texts.say, options.context.cited
    words = tuple((say(word), kind) for word, kind in STANDINGS.values())
    titles = options.context.dimension_titles
    rows = []
    for entry in options.result.criteria:
        criterion = options.criterion(entry.id)
        rows.append(
            (
                criterion.title,
                *(say(STANDINGS[standing][0]) for standing in entry.standings),
                say(OBLIGATIONS[criterion.obligation]),
                say(ASPECTS[criterion.aspect]),
                say(STAGES[criterion.stage]),
                titles[criterion.dimension],
                cited.provisions_named(criterion.provisions),
                criterion.checklist,
                criterion.id,
            )
        )
    return SheetTable(
        (
            Column(say("Requirement"), 50),
            *(Column(option.short, 16, "status", words) for option in options.all),
            Column(say("Obligation"), 12),
            Column(say("Law or practice"), 10),
            Column(say("Stage"), 14),
            Column(say("Dimension"), 24),
            Column(say("Rests on"), 50),
            Column(say("Checklist"), 16),
            Column(say("Id"), 30),
        ),
        tuple(rows),
    )


def _questions(options: Options) -> SheetTable:
    say = options.texts.say
    return SheetTable(
        (
            Column(say("Question"), 60),
            Column(say("Who can answer"), 34),
            *(Column(option.letter, 6) for option in options.all),
            Column(say("Obligation"), 12),
            Column(say("Asked by"), 50),
            Column(say("Id"), 34),
        ),
        tuple(
            (
                options.questions[name].text,
                who_can_answer(options, name),
                *(MARK if name in option.model.to_ask else None for option in options.all),
                say(OBLIGATIONS[obligation]),
                "; ".join(options.criterion(criterion).title for criterion in options.questions[name].criteria),
                name,
            )
            for obligation, names in by_obligation(options).items()
            for name in names
        ),
    )

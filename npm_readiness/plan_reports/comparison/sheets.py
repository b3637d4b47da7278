"""The comparison as sheets: profiles, the matrix of criteria, and what changed, to sort and filter."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.cleaning import cleaned
from npm_readiness.gap_report.document import text_of
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.words import ASPECTS, FALLS_SHORT, OBLIGATIONS, STAGES
from npm_readiness.gap_report.workbook import Cell, Column, Sheet, SheetTable
from npm_readiness.models.numbers import Score
from npm_readiness.models.vocabulary import Status, Verdict
from npm_readiness.plan_reports.comparison.facts import fact_label, fact_value
from npm_readiness.plan_reports.comparison.view import CHANGES, WHY_NOT, ComparisonView, evidence_in_words
from npm_readiness.planning.comparing.comparison import ComparedCriterion

__all__ = ["sheets_of"]

Row = tuple[Cell, ...]

MOST_ABREAST = 100
"""Up to how many profiles are columns; more of them are rows, since a sheet has few columns and many rows."""


def sheets_of(view: ComparisonView) -> tuple[Sheet, ...]:
    """The sheets in their order; those on what changed only where a country has several profiles."""
    say = view.texts.say
    sheets = [
        Sheet(say("Profiles"), (), (_profiles(view),)),
        Sheet(say("Themes"), (), (_themes(view),)),
        _criteria_sheet(view),
    ]
    if view.result.steps:
        sheets += [
            Sheet(say("Facts that changed"), (), (_facts(view),), printed=3),
            Sheet(say("Criteria that changed"), (), (_changes(view),), printed=5),
            Sheet(say("Answers that changed"), (), (_answers(view),), printed=5),
        ]
    if view.result.ranks is not None:
        sheets.append(_ranks(view))
    return tuple(sheets)


def _verdicts(view: ComparisonView) -> tuple[tuple[str, str], ...]:
    runs = (view.verdict(verdict) for verdict in (*Verdict, None))
    return tuple((run.text, run.kind) for run in runs)


def _statuses(view: ComparisonView) -> tuple[tuple[str, str], ...]:
    runs = (view.status(status) for status in Status)
    falls_short = (view.texts.say(FALLS_SHORT), "status-falls-short")
    return (*((run.text, run.kind) for run in runs), falls_short)


def _profiles(view: ComparisonView) -> SheetTable:
    say, verdicts = view.texts.say, view.result.verdicts
    return SheetTable(
        (
            Column(say("Profile"), 32),
            Column(say("Country"), 22),
            Column(say("Code"), 8),
            Column(say("Date"), 12),
            *(Column(say(STAGES[entry.stage]), 20, "status", _verdicts(view)) for entry in verdicts),
            *(Column(say("{stage}: not met", stage=say(STAGES[entry.stage])), 12, "number") for entry in verdicts),
            Column(say("Known in place"), 12, "share"),
            Column(say("Still possible"), 12, "share"),
            Column(say("Questions that apply"), 12, "number"),
            Column(say("answered"), 12, "number"),
            Column(say("Checklists"), 40),
            Column(say("File"), 40),
        ),
        tuple(
            (
                label,
                cleaned(entry.country.name),
                entry.country.code,
                entry.assessed_on.isoformat(),
                *(view.verdict(stage.verdicts[place]).text for stage in verdicts),
                *(stage.blockers[place] for stage in verdicts),
                *_bounds(entry.score),
                entry.answered.questions,
                entry.answered.answered,
                ", ".join(f"{checklist.id} {checklist.version}" for checklist in entry.checklists),
                cleaned(entry.name),
            )
            for place, (label, entry) in enumerate(zip(view.labels, view.result.profiles, strict=True))
        ),
    )


def _bounds(score: Score | None) -> tuple[float | None, float | None]:
    return (None, None) if score is None else (score.lower, score.upper)


def _themes(view: ComparisonView) -> SheetTable:
    say = view.texts.say
    return SheetTable(
        (
            Column(say("Profile"), 32),
            Column(say("Theme"), 32),
            Column(say("Standards"), 20),
            Column(say("Known in place"), 14, "share"),
            Column(say("Still possible"), 14, "share"),
        ),
        tuple(
            (label, entry.title, entry.standards, *_bounds(entry.scores[place]))
            for place, label in enumerate(view.labels)
            for entry in view.result.dimensions
        ),
    )


def _heads(view: ComparisonView) -> tuple[Column, ...]:
    say = view.texts.say
    return (
        Column(say("Criterion"), 44),
        Column(say("Obligation"), 14),
        Column(say("Stage"), 15),
        Column(say("Theme"), 24),
        Column(say("Law or practice"), 12),
        Column(say("Checklist"), 16),
        Column(say("Id"), 30),
    )


def _head(view: ComparisonView, criterion: ComparedCriterion) -> Row:
    say = view.texts.say
    titles = view.dimension_titles
    title = titles.get((None, criterion.dimension)) or titles.get((criterion.checklist, criterion.dimension))
    return (
        cleaned(criterion.title),
        say(OBLIGATIONS[criterion.obligation]),
        say(STAGES[criterion.stage]),
        title or criterion.dimension,
        say(ASPECTS[criterion.aspect]),
        criterion.checklist,
        criterion.id,
    )


def _criteria_sheet(view: ComparisonView) -> Sheet:
    """A column for each profile, as long as they stand abreast; on paper without what serves to sort and to filter."""
    title, abreast = view.texts.say("Criteria"), len(view.labels) <= MOST_ABREAST
    if abreast:
        return Sheet(title, (), (_criteria(view),), printed=len(view.labels) + 2)
    return Sheet(title, (), (_criteria_across(view),))


def _criteria(view: ComparisonView) -> SheetTable:
    """A row for each criterion, a column for each profile."""
    say, changed = view.texts.say, any(criterion.change is not None for criterion in view.result.criteria)
    criterion_column, *others = _heads(view)
    statuses = tuple(Column(label, 22, "status", _statuses(view)) for label in view.labels)
    change = (Column(say("Change"), 18),) if changed else ()
    return SheetTable(
        (criterion_column, *statuses, *change, *others),
        tuple(
            (
                _head(view, criterion)[0],
                *(
                    view.status(status, score).text
                    for status, score in zip(criterion.statuses, criterion.scores, strict=True)
                ),
                *((None if criterion.change is None else say(CHANGES[criterion.change]),) if changed else ()),
                *_head(view, criterion)[1:],
            )
            for criterion in view.result.criteria
        ),
    )


def _criteria_across(view: ComparisonView) -> SheetTable:
    """A row for each profile, a column for each criterion, named by its id."""
    columns = tuple(Column(criterion.id, 18, "status", _statuses(view)) for criterion in view.result.criteria)
    return SheetTable(
        (Column(view.texts.say("Profile"), 32), *columns),
        tuple(
            (
                label,
                *(
                    view.status(criterion.statuses[place], criterion.scores[place]).text
                    for criterion in view.result.criteria
                ),
            )
            for place, label in enumerate(view.labels)
        ),
    )


def _between(view: ComparisonView) -> tuple[Column, Column]:
    return Column(view.texts.say("From"), 30), Column(view.texts.say("To"), 30)


def _facts(view: ComparisonView) -> SheetTable:
    say = view.texts.say
    return SheetTable(
        (
            Column(say("Fact"), 50),
            Column(say("Before"), 30),
            Column(say("After"), 30),
            *_between(view),
            Column(say("Key"), 36),
        ),
        tuple(
            (
                fact_label(view.texts, fact),
                fact_value(view.texts, fact, after=False),
                fact_value(view.texts, fact, after=True),
                view.labels[step.before],
                view.labels[step.after],
                fact.key,
            )
            for step in view.result.steps
            for fact in step.facts
        ),
    )


def _changes(view: ComparisonView) -> SheetTable:
    say = view.texts.say
    return SheetTable(
        (
            Column(say("Criterion"), 44),
            Column(say("Change"), 16),
            Column(say("Status before"), 20, "status", _statuses(view)),
            Column(say("Status after"), 20, "status", _statuses(view)),
            Column(say("Why not"), 40),
            Column(say("Before, known"), 12, "share"),
            Column(say("Before, possible"), 12, "share"),
            Column(say("After, known"), 12, "share"),
            Column(say("After, possible"), 12, "share"),
            *_between(view),
            Column(say("Rests on"), 40),
            Column(say("Id"), 30),
        ),
        tuple(
            (
                text_of(view.titled(entry.criterion)),
                say(CHANGES[entry.change]),
                text_of(line(view.status(entry.before, entry.scores[0]))),
                text_of(line(view.status(entry.after, entry.scores[1]))),
                None if entry.reason is None else say(WHY_NOT[entry.reason]),
                *_bounds(entry.scores[0]),
                *_bounds(entry.scores[1]),
                view.labels[step.before],
                view.labels[step.after],
                "; ".join(view.criteria[entry.criterion].rests_on),
                entry.criterion,
            )
            for step in view.result.steps
            for entry in step.criteria
        ),
    )


def _answers(view: ComparisonView) -> SheetTable:
    say = view.texts.say
    return SheetTable(
        (
            Column(say("Question"), 56),
            Column(say("Body or bill"), 16),
            Column(say("Before"), 20),
            Column(say("After"), 20),
            Column(say("Change"), 16),
            Column(say("Evidence before"), 50),
            Column(say("Evidence after"), 50),
            *_between(view),
            Column(say("Id"), 30),
        ),
        tuple(_answer_rows(view)),
    )


def _answer_rows(view: ComparisonView) -> Iterator[Row]:
    for step in view.result.steps:
        for entry in (*step.answers, *step.bodies, *step.bills):
            yield (
                entry.text,
                entry.of and cleaned(entry.of),
                view.answer(entry.before),
                view.answer(entry.after),
                view.texts.say(CHANGES[entry.change]),
                *("; ".join(evidence_in_words(said)) or None for said in (entry.before, entry.after)),
                view.labels[step.before],
                view.labels[step.after],
                entry.question,
            )


def _ranks(view: ComparisonView) -> Sheet:
    say = view.texts.say
    told = say(
        "A partial order: a country stands before another only where its lower bound lies above the other's upper bound."
    )
    table = SheetTable(
        (
            Column(say("Best rank"), 10, "number"),
            Column(say("Worst rank"), 10, "number"),
            Column(say("Profile"), 32),
            Column(say("Known in place"), 14, "share"),
            Column(say("Still possible"), 14, "share"),
            Column(say("surely before"), 12, "number"),
            Column(say("surely behind"), 12, "number"),
        ),
        tuple(
            (
                rank.best,
                rank.worst,
                view.labels[rank.profile],
                *_bounds(view.result.profiles[rank.profile].score),
                rank.ahead,
                rank.behind,
            )
            for rank in view.result.ranks or ()
        ),
    )
    return Sheet(say("Rank"), (told,), (table,))

"""The roadmap as sheets: packages, actions with a status to keep up to date, questions, dates, assumptions."""

from __future__ import annotations

from datetime import date

from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.dates import reading_in_words
from npm_readiness.gap_report.sections.stages import verdict_kind, verdict_words
from npm_readiness.gap_report.words import OBLIGATIONS
from npm_readiness.gap_report.workbook import Cell, Column, Sheet, SheetTable
from npm_readiness.models.vocabulary import Verdict
from npm_readiness.plan_reports.roadmap.naming import DUE, Names
from npm_readiness.planning.roadmap.result import Package, PlannedAction, SetOfQuestions

__all__ = ["ACTION_COLUMNS", "action_rows", "sheets"]

Row = tuple[Cell, ...]

STATES = (mark("not begun"), mark("under way"), mark("done"), mark("given up"))
"""What a reader can choose from for the status of a step."""

ACTION_COLUMNS = (
    (mark("Package"), 9),
    (mark("Who, by what"), 34),
    (mark("What is to be done"), 70),
    (mark("Closes the gap in"), 40),
    (mark("Obligation"), 14),
    (mark("Stage"), 16),
    (mark("From"), 13),
    (mark("To"), 13),
    (mark("At the latest"), 13),
    (mark("Status"), 14),
    (mark("In charge"), 24),
    (mark("Remarks"), 40),
)
"""The columns of the list of actions with their widths; the last three are there to be written in."""

TO_WRITE = frozenset(title for title, _ in ACTION_COLUMNS[-3:])


def sheets(names: Names) -> tuple[Sheet, ...]:
    """The sheets in their order."""
    say = names.texts.say
    return (
        Sheet(say("Actions"), (), (_actions(names),)),
        Sheet(say("Packages"), (), (_packages(names),)),
        Sheet(say("Answers to change"), (), (_questions(names),), printed=5),
        Sheet(say("Dates"), (), (_dates(names),)),
        Sheet(say("Assumptions"), (), (_assumptions(names),)),
    )


def _actions(names: Names) -> SheetTable:
    say = names.texts.say
    states = tuple(say(word) for word in STATES)
    columns = tuple(
        Column(say(title), width, "entry", choices=states if title == "Status" else ())
        if title in TO_WRITE
        else Column(say(title), width)
        for title, width in ACTION_COLUMNS
    )
    return SheetTable(columns, action_rows(names))


def action_rows(names: Names) -> tuple[Row, ...]:
    """A row for each action, under :data:`ACTION_COLUMNS`."""
    return tuple(_action(names, package, action) for package in names.roadmap.packages for action in package.actions)


def _action(names: Names, package: Package, action: PlannedAction) -> Row:
    say = names.texts.say
    latest = min((latest.ends for latest in package.latest), default=None)
    return (
        str(names.numbers[package.id]),
        names.package(package),
        action.text,
        names.titles((action.criterion, *action.also)),
        say(OBLIGATIONS[action.obligation]),
        names.stage(action.stage),
        _when(names, action.starts, action.starts_week),
        _when(names, action.ends, action.ends_week),
        "" if latest is None else str(latest),
        say("done") if action.done else say("not begun"),
        "",
        "",
    )


def _when(names: Names, day: date | None, week: int) -> str:
    return names.texts.say("week {week}", week=week) if day is None else str(day)


def _packages(names: Names) -> SheetTable:
    say = names.texts.say
    words = tuple((verdict_words(names.context, verdict), verdict_kind(verdict)) for verdict in (*Verdict, None))
    stages = names.roadmap.assessment.stages
    columns = (
        Column(say("Package"), 9, "number"),
        Column(say("Who, by what"), 40),
        Column(say("After"), 10),
        Column(say("Weeks"), 8, "number"),
        Column(say("From"), 13),
        Column(say("To"), 13),
        Column(say("Treaty requirements that it clears"), 50),
        *(Column(say("{stage}, then", stage=names.stage(stage.id)), 18, "status", words) for stage in stages),
        Column(say("Known in place, then"), 14, "share"),
        Column(say("Still possible, then"), 14, "share"),
    )
    return SheetTable(columns, tuple(_package(names, package) for package in names.roadmap.packages))


def _package(names: Names, package: Package) -> Row:
    after = package.with_those_before
    score = after.score.after
    return (
        names.numbers[package.id],
        names.package(package),
        ", ".join(str(names.numbers[other]) for other in package.after),
        package.weeks,
        _when(names, package.starts, package.starts_week),
        _when(names, package.ends, package.ends_week),
        names.titles(after.blockers),
        *(verdict_words(names.context, change.after) for change in after.stages),
        None if score is None else score.lower,
        None if score is None else score.upper,
    )


def _questions(names: Names) -> SheetTable:
    say, found = names.texts.say, names.roadmap.smallest_set
    columns = (
        Column(say("Question"), 56),
        Column(say("So that"), 22),
        Column(say("Today"), 14),
        Column(say("For"), 38),
        Column(say("Why"), 16),
        Column(say("Waits for the mechanism"), 14),
        Column(say("Package"), 9),
        Column(say("Id"), 34),
    )
    rows: list[Row] = []
    if found.next_stage is not None:
        rows += _raised(
            names, found.next_stage, say("nothing known blocks {stage}", stage=names.stage(found.next_stage.stage))
        )
    if found.ready is not None:
        rows += _raised(names, found.ready, say("every stage is ready"))
    return SheetTable(columns, tuple(rows))


def _raised(names: Names, found: SetOfQuestions, so_that: str) -> list[Row]:
    say = names.texts.say
    return [
        (
            entry.text,
            so_that,
            names.answer(entry),
            names.titles(entry.criteria),
            say("the stage needs it") if entry.because == "stage" else say("it must come before"),
            say("yes") if entry.waits else say("no"),
            "" if entry.package is None else str(names.numbers[entry.package]),
            entry.question,
        )
        for entry in found.raised
    ]


def _dates(names: Names) -> SheetTable:
    say = names.texts.say
    columns = (
        Column(say("For"), 34),
        Column(say("Reading"), 60),
        Column(say("Due"), 13),
        Column(say("Start at the latest"), 13),
        Column(say("Days to spare"), 12, "number"),
    )
    rows = tuple(
        (
            say(DUE[entry.by]),
            reading_in_words(names.texts, entry.reading),
            str(entry.due),
            str(entry.starts),
            entry.slack,
        )
        for entry in names.roadmap.start_by
    )
    return SheetTable(columns, rows)


def _assumptions(names: Names) -> SheetTable:
    say = names.texts.say
    columns = (
        Column(say("By what"), 40),
        Column(say("Weeks"), 8, "number"),
        Column(say("On what the assumption rests"), 80),
        Column(say("From the profile"), 12),
    )
    rows = tuple(
        (entry.title, entry.weeks, entry.reason, say("yes") if entry.from_profile else say("no"))
        for entry in names.roadmap.assumptions
    )
    return SheetTable(columns, rows)

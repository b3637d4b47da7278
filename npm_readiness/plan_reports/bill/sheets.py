"""The comparison with a bill as sheets: criteria, articles, amendments, questions to the sponsor."""

from __future__ import annotations

from npm_readiness.gap_report.words import OBLIGATIONS, STATUSES
from npm_readiness.gap_report.workbook import Column, Sheet, SheetTable
from npm_readiness.models.vocabulary import Status
from npm_readiness.plan_reports.bill.one_page import what_it_is, what_this_is
from npm_readiness.plan_reports.bill.view import BillView
from npm_readiness.plan_reports.bill.words import CHANGE_KINDS, FINDINGS, SAYS, WOULD, WOULD_FALL_SHORT
from npm_readiness.planning.bill.comparison import Change

__all__ = ["bill_sheets"]

Words = tuple[tuple[str, str], ...]


def bill_sheets(view: BillView) -> tuple[Sheet, ...]:
    """The sheets, each with one table that can be filtered."""
    say = view.texts.say
    front = (view.result.bill.title, what_it_is(view), what_this_is(view))
    return (
        Sheet(say("About"), front, (_about(view),)),
        Sheet(say("Criteria"), (), (_criteria(view),), printed=5),
        Sheet(say("Articles"), (), (_articles(view),)),
        Sheet(say("Amendments"), (), (_amendments(view),)),
        Sheet(say("Questions to the sponsor"), (), (_questions(view),)),
    )


def _about(view: BillView) -> SheetTable:
    say = view.texts.say
    return SheetTable(
        (Column(say("Change"), 16, "status", _changes(view)), Column(say("Criteria on law"), 16, "number")),
        tuple(
            (view.change(change).text, sum(entry.change is change for entry in view.in_reach))
            for change in (Change.CURED, Change.LEFT, Change.NEW, Change.WORSE, Change.UNCHANGED)
        ),
        say("What the bill would do"),
    )


def _changes(view: BillView) -> Words:
    return tuple((view.change(change).text, kind) for change, kind in CHANGE_KINDS.items())


def _criteria(view: BillView) -> SheetTable:
    say = view.texts.say
    today: Words = tuple((say(word), f"status-{status.value.replace('_', '-')}") for status, word in STATUSES.items())
    today = (*today, (view.today.status(Status.UNDETERMINED, falls_short=True).text, "status-falls-short"))
    would: Words = tuple((say(word), f"status-{status.value.replace('_', '-')}") for status, word in WOULD.items())
    would = (*would, (say(WOULD_FALL_SHORT), "status-falls-short"))
    columns = (
        Column(say("Criterion"), 40),
        Column(say("Today"), 20, "status", today),
        Column(say("With the bill"), 20, "status", would),
        Column(say("Change"), 14, "status", _changes(view)),
        Column(say("What the bill says"), 26),
        Column(say("Binds as"), 14),
        Column(say("Rests on"), 44),
        Column(say("Checklist"), 14),
        Column(say("Id"), 26),
    )
    rows = tuple(
        (
            view.criterion(entry.id).title,
            view.before(entry).text,
            view.after(entry).text,
            view.change(entry.change).text,
            say(SAYS[entry.says]),
            say(OBLIGATIONS[view.criterion(entry.id).obligation]),
            view.basis(view.criterion(entry.id)),
            view.criterion(entry.id).checklist,
            entry.id,
        )
        for entry in view.in_reach
    )
    return SheetTable(columns, rows)


def _articles(view: BillView) -> SheetTable:
    say = view.texts.say
    findings: Words = tuple((say(word), kind) for word, kind in FINDINGS.values())
    columns = (
        Column(say("Text"), 34),
        Column(say("Article"), 14),
        Column(say("What it would say"), 54),
        Column(say("Finding"), 24, "status", findings),
        Column(say("Bears on"), 44),
        Column(say("What to change"), 60),
    )
    rows = tuple(
        (
            view.adopted.cited.source_name(article.source),
            view.place(article),
            " ".join(article.says),
            say(FINDINGS[article.finding][0]),
            "; ".join(view.criterion(name).title for name in article.criteria),
            " ".join(article.change),
        )
        for article in view.result.articles
    )
    return SheetTable(columns, rows)


def _amendments(view: BillView) -> SheetTable:
    say = view.texts.say
    columns = (
        Column(say("Number"), 9, "number"),
        Column(say("Where"), 22),
        Column(say("Change"), 14, "status", _changes(view)),
        Column(say("Who acts"), 18),
        Column(say("What to do"), 70),
        Column(say("Criterion"), 40),
        Column(say("Binds as"), 14),
        Column(say("Rests on"), 44),
        Column(say("Id"), 26),
    )
    rows = tuple(
        (
            number,
            ", ".join(entry.articles) or say("to be added"),
            view.change(entry.change).text,
            view.adopted.addressee(addressee),
            " ".join(dict.fromkeys(action.text for action in entry.actions if action.addressee is addressee)),
            view.criterion(entry.criterion).title,
            say(OBLIGATIONS[view.criterion(entry.criterion).obligation]),
            view.basis(view.criterion(entry.criterion)),
            entry.criterion,
        )
        for number, entry in enumerate(view.result.amendments, start=1)
        for addressee in dict.fromkeys(action.addressee for action in entry.actions)
    )
    return SheetTable(columns, rows)


def _questions(view: BillView) -> SheetTable:
    say = view.texts.say
    columns = (
        Column(say("Question"), 60),
        Column(say("What would be a full yes"), 60),
        Column(say("What the bill says"), 26),
        Column(say("Criterion"), 40),
        Column(say("Rests on"), 44),
        Column(say("Id"), 30),
    )
    rows = tuple(
        (
            entry.text,
            entry.wanted,
            say(SAYS[entry.says]),
            view.criterion(entry.criterion).title,
            view.basis(view.criterion(entry.criterion)),
            entry.question,
        )
        for entry in view.result.sponsor
    )
    return SheetTable(columns, rows)

"""The agreement as sheets: every question with what each assessor says, agreement by theme, facts."""

from __future__ import annotations

from npm_readiness.gap_report.cleaning import cleaned
from npm_readiness.gap_report.document import Table, text_of
from npm_readiness.gap_report.workbook import Cell, Column, Sheet, SheetTable
from npm_readiness.plan_reports.reconciliation.sections import facts
from npm_readiness.plan_reports.reconciliation.view import OUTCOMES, Answered, ReconciliationView
from npm_readiness.planning.reconciling.reconciliation import Alpha

__all__ = ["sheets_of"]


def sheets_of(view: ReconciliationView) -> tuple[Sheet, ...]:
    """The sheets in their order."""
    say = view.texts.say
    return (
        Sheet(say("Questions"), (), (_questions(view),), printed=len(view.names) + 4),
        Sheet(say("Versions"), (), (_versions(view),), printed=6),
        Sheet(say("Agreement"), (), (_agreement(view),)),
        Sheet(say("Facts that differ"), (), (_facts(view),)),
    )


def _questions(view: ReconciliationView) -> SheetTable:
    """A row for each question, a column for each assessor."""
    say = view.texts.say
    return SheetTable(
        (
            Column(say("Question"), 46),
            Column(say("Body or bill"), 14),
            *(Column(name, 15) for name in view.names),
            Column(say("In the merged profile"), 20),
            Column(say("What became of it"), 22),
            Column(say("Can decide a verdict"), 12),
            Column(say("Theme"), 24),
            Column(say("Id"), 30),
        ),
        tuple(
            (
                cleaned(question.text),
                _about(entry),
                *(None if said is None else view.answer(said.answer, said.between) for said in question.answers),
                view.merged(question),
                say(OUTCOMES[question.outcome]),
                say("yes") if question.decisive else say("no"),
                view.titles.get(question.dimension or ""),
                question.id,
            )
            for entry in view.answered
            for question in (entry.question,)
        ),
    )


def _versions(view: ReconciliationView) -> SheetTable:
    """A row for each answer of each assessor, with what it rests on."""
    say = view.texts.say
    return SheetTable(
        (
            Column(say("Question"), 40),
            Column(say("Body or bill"), 14),
            Column(say("Assessor"), 18),
            Column(say("Answer"), 14),
            Column(say("Evidence"), 36),
            Column(say("Comment"), 28),
            Column(say("Reason"), 30),
            Column(say("What became of it"), 34),
            Column(say("Id"), 30),
        ),
        tuple(
            (
                cleaned(question.text),
                _about(entry),
                cleaned(said.by),
                view.answer(said.answer, said.between),
                "; ".join(view.evidence(piece) for piece in said.evidence) or None,
                said.comment and cleaned(said.comment),
                said.reason and cleaned(said.reason),
                say(OUTCOMES[question.outcome]),
                question.id,
            )
            for entry in view.answered
            for question in (entry.question,)
            for said in question.answers
            if said is not None
        ),
    )


def _about(entry: Answered) -> str | None:
    """The name of the body, or the title of the bill."""
    name = entry.body or entry.bill
    return None if name is None else cleaned(name)


def _agreement(view: ReconciliationView) -> SheetTable:
    say, result = view.texts.say, view.result
    rows = [(say("All themes"), result.alpha.overall)]
    rows += [
        (title, result.alpha.dimensions[name]) for name, title in view.titles.items() if name in result.alpha.dimensions
    ]
    return SheetTable(
        (
            Column(say("Theme"), 32),
            Column(say("Questions that two or more answered"), 14, "number"),
            Column(say("answered alike"), 12, "number"),
            Column(say("Krippendorff's alpha"), 14, "number"),
            Column(say("from"), 12, "number"),
            Column(say("to"), 12, "number"),
            Column(say("Note"), 30),
        ),
        tuple(_alpha(view, title, alpha) for title, alpha in rows),
    )


def _alpha(view: ReconciliationView, title: str, alpha: Alpha) -> tuple[Cell, ...]:
    note = view.alpha(alpha) if alpha.value is None else None
    return title, alpha.questions, alpha.same, alpha.value, alpha.lower, alpha.upper, note


def _facts(view: ReconciliationView) -> SheetTable:
    say = view.texts.say
    tables = [block for block in facts(view) if isinstance(block, Table)]
    return SheetTable(
        (Column(say("Fact"), 36), Column(say("What each says"), 70), Column(say("In the merged profile"), 40)),
        tuple(tuple(text_of(cell) for cell in row) for table in tables for row in table.rows),
    )

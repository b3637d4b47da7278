"""From a comparison to the report of a committee, in its own outline."""

from __future__ import annotations

from npm_readiness.gap_report.cleaning import cleaned_model
from npm_readiness.gap_report.dates_in_words import event_in_short
from npm_readiness.gap_report.document import Inline, Section
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.plan_reports.bill.amending import amendments, silence, sponsor_questions
from npm_readiness.plan_reports.bill.annex import criterion_by_criterion, recommended
from npm_readiness.plan_reports.bill.articles import articles
from npm_readiness.plan_reports.bill.one_page import one_page
from npm_readiness.plan_reports.bill.sheets import bill_sheets
from npm_readiness.plan_reports.bill.view import BillView
from npm_readiness.plan_reports.paper import Composed, Front, Paper, report_of_plan
from npm_readiness.planning.bill.comparison import BillComparison

__all__ = ["paper"]


def paper(result: BillComparison, texts: Texts) -> Paper:
    """The report on a bill: one page, the articles, what to amend, what to ask, silence, recommendations, every criterion."""
    return Paper(result, texts, lambda: _composed(result, texts))


def _composed(result: BillComparison, texts: Texts) -> Composed:
    view = BillView(cleaned_model(result), texts)
    say = texts.say
    front = Front(
        title=say("{country}: what a bill would do for prevention", country=view.result.today.country.name),
        subtitle=say("The law as it would be, beside the law today: {title}", title=view.result.bill.title),
        day=view.result.today.as_of,
        cover=_cover(view),
    )
    sections = (
        Section("section_1", "1", say("In one page"), one_page(view), new_page=True, decides=True),
        Section("section_2", "2", say("The articles of the bill"), articles(view), new_page=True),
        Section("section_3", "3", say("What to amend in the bill"), amendments(view)),
        Section("section_4", "4", say("Questions to the sponsor"), sponsor_questions(view)),
        Section("section_5", "5", say("On what the bill is silent"), silence(view)),
        Section("section_6", "6", say("What others have recommended"), recommended(view)),
        Section(
            "annex_a",
            say("Annex {letter}", letter="A"),
            say("Criterion by criterion"),
            criterion_by_criterion(view),
            new_page=True,
        ),
    )
    return Composed(report_of_plan(texts, front, sections), lambda: bill_sheets(view))


def _cover(view: BillView) -> tuple[tuple[str, Inline], ...]:
    say, today, bill = view.texts.say, view.result.today, view.result.bill
    rows = [
        (say("Country"), line(f"{today.country.name} ({today.country.code})")),
        (say("Bill"), line(f"{bill.title} ({bill.id})")),
        (say("Brought in"), line(event_in_short(view.texts, bill.introduced))),
        (say("As of"), line(today.as_of.isoformat())),
        (say("Assessed by"), line(", ".join(today.assessors) or say("not stated"))),
        (say("Checklists"), joined([line(f"{entry.id} {entry.version}") for entry in today.checklists], "; ")),
        (
            say("What this is"),
            line(
                say(
                    "The law as it would be if the bill were adopted and in force, beside the law today. Nothing here says "
                    "that the "
                    "bill is law. Law alone: no practice, and nothing that waits for a mechanism."
                )
            ),
        ),
        (
            say("Nature"),
            line(
                say(
                    "Self-assessment; not a finding of the Subcommittee on Prevention of Torture. No names of detainees belong "
                    "here, nor of people who gave information in confidence."
                )
            ),
        ),
    ]
    if today.note is not None:
        rows.insert(5, (say("Note"), line(today.note)))
    return tuple(rows)

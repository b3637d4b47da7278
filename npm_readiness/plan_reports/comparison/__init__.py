"""A comparison of profiles as a document: what changed from one to the next, and countries side by side."""

from __future__ import annotations

from npm_readiness.gap_report.document import Section
from npm_readiness.gap_report.language import Texts
from npm_readiness.plan_reports.comparison.front import front_of
from npm_readiness.plan_reports.comparison.one_page import one_page
from npm_readiness.plan_reports.comparison.over_time import (
    answers_that_changed,
    in_the_checklists,
    in_the_country,
    in_what_is_known,
    themes,
)
from npm_readiness.plan_reports.comparison.ranking import ranking
from npm_readiness.plan_reports.comparison.sheets import sheets_of
from npm_readiness.plan_reports.comparison.side_by_side import side_by_side
from npm_readiness.plan_reports.comparison.view import ComparisonView
from npm_readiness.plan_reports.paper import Composed, Paper, report_of_plan
from npm_readiness.planning.comparing.comparison import Comparison

__all__ = ["paper"]


def paper(result: Comparison, texts: Texts) -> Paper:
    """The document and the sheets on a comparison."""
    return Paper(result, texts, lambda: _composed(result, texts))


def _composed(result: Comparison, texts: Texts) -> Composed:
    view = ComparisonView(result, texts)
    return Composed(report_of_plan(texts, front_of(view), _sections(view)), lambda: sheets_of(view))


def _sections(view: ComparisonView) -> tuple[Section, ...]:
    """One page; then time, where a country has several profiles; then the matrix, where it says more than that."""
    say, over_time = view.texts.say, bool(view.result.steps)
    made = [("one-page", say("In one page"), one_page(view), True)]
    if over_time:
        made += [
            ("country", say("What changed in the country"), in_the_country(view), False),
            ("known", say("What changed in what is known"), in_what_is_known(view), False),
            ("checklists", say("What changed in the checklists"), in_the_checklists(view), False),
            ("themes", say("Theme by theme"), themes(view), False),
        ]
    if view.is_matrix:
        made.append(("matrix", say("Side by side"), side_by_side(view), False))
    if view.result.ranks is not None:
        made.append(("rank", say("A rank, as far as there is one"), ranking(view), True))
    if over_time:
        made.append(("answers", say("Answers that changed"), answers_that_changed(view), False))
    return tuple(
        Section(f"section_{key}", str(number), title, blocks, decides=decides)
        for number, (key, title, blocks, decides) in enumerate(made, start=1)
    )

"""The document on a roadmap: its sections in their order."""

from __future__ import annotations

from npm_readiness.gap_report.cleaning import cleaned_model
from npm_readiness.gap_report.document import Section
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.cover import cover
from npm_readiness.plan_reports.paper import Composed, Front, report_of_plan
from npm_readiness.plan_reports.roadmap.assumptions import assumptions
from npm_readiness.plan_reports.roadmap.dates import dates
from npm_readiness.plan_reports.roadmap.limits import limits
from npm_readiness.plan_reports.roadmap.naming import Names
from npm_readiness.plan_reports.roadmap.packages import order, packages
from npm_readiness.plan_reports.roadmap.sets import fewest_questions
from npm_readiness.plan_reports.roadmap.sheets import sheets
from npm_readiness.plan_reports.roadmap.summary import summary
from npm_readiness.planning.roadmap.result import Roadmap

__all__ = ["composed"]


def composed(roadmap: Roadmap, texts: Texts) -> Composed:
    """The document and the sheets."""
    shown = cleaned_model(roadmap)
    names = Names(shown, Context(shown.assessment, texts))
    say = texts.say
    made = (
        ("summary", say("The road in short"), summary(names), True),
        ("order", say("The packages in their order"), order(names), True),
        ("packages", say("What each package holds, and what it unlocks"), packages(names), False),
        ("questions", say("The fewest answers that have to change"), fewest_questions(names), False),
        ("dates", say("Dates"), dates(names), False),
        ("assumptions", say("Planning assumptions"), assumptions(names), False),
        ("limits", say("How to read this roadmap"), limits(names), False),
    )
    sections = tuple(
        Section(f"roadmap_{key}", str(number), title, blocks, decides=decides)
        for number, (key, title, blocks, decides) in enumerate(made, start=1)
    )
    front = Front(
        title=say("{country}: roadmap to a National Preventive Mechanism", country=shown.country.name),
        subtitle=say("What to do first, what it unlocks, and by when"),
        day=roadmap.as_of,
        cover=(*names.plan_lines, *cover(names.context)),
    )
    return Composed(report_of_plan(texts, front, sections), lambda: sheets(names))

"""The document on a country held against the models: one page for who decides, then everything side by side."""

from __future__ import annotations

from npm_readiness.gap_report.cleaning import cleaned_model
from npm_readiness.gap_report.document import Run, Section
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.sections.cover import cover
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.plan_reports.models.differences import what_tells_them_apart
from npm_readiness.plan_reports.models.matrix import matrix
from npm_readiness.plan_reports.models.method import how_to_read
from npm_readiness.plan_reports.models.options import Options
from npm_readiness.plan_reports.models.questions import questions_to_ask
from npm_readiness.plan_reports.models.remaining import what_remains
from npm_readiness.plan_reports.models.sheets import sheets
from npm_readiness.plan_reports.models.summary import one_page
from npm_readiness.plan_reports.paper import Composed, Front, Paper, report_of_plan
from npm_readiness.planning.models.result import ModelComparison

__all__ = ["paper"]


def paper(result: ModelComparison, texts: Texts) -> Paper:
    """The document on a comparison of models."""
    return Paper(result, texts, lambda: _composed(result, texts))


def _composed(result: ModelComparison, texts: Texts) -> Composed:
    options = Options(cleaned_model(result), texts)
    return Composed(report_of_plan(texts, _front(options), _sections(options)), lambda: sheets(options))


def _front(options: Options) -> Front:
    say, assessment = options.texts.say, options.result.assessment
    country = assessment.country.name
    named = [*cover(options.context)]
    listed = line(*(run for option in options.all for run in (*line(Run(option.title)), Run("; "))))[:-1]
    place = next(index for index, (label, _) in enumerate(named) if label == say("Checklists"))
    named.insert(place, (say("Held side by side"), listed))
    return Front(
        title=say("{country}: models of a National Preventive Mechanism side by side", country=country),
        subtitle=say("What each asks, what is met already and what remains; none is said to be the best"),
        day=assessment.as_of,
        cover=tuple(named),
    )


def _sections(options: Options) -> tuple[Section, ...]:
    say = options.texts.say
    parts = (
        ("in_short", say("In short"), one_page(options), True),
        ("apart", say("What tells the options apart: strengths and risks"), what_tells_them_apart(options), False),
        ("remaining", say("What is met already, and what remains"), what_remains(options), False),
        ("ask", say("Whom to ask what"), questions_to_ask(options), False),
        ("matrix", say("All requirements side by side"), matrix(options), False),
        ("method", say("How to read this comparison"), how_to_read(options), False),
    )
    return tuple(
        Section(
            f"models_{anchor}", str(number), title, blocks, new_page=number > 1 and anchor == "matrix", decides=first
        )
        for number, (anchor, title, blocks, first) in enumerate(parts, start=1)
    )

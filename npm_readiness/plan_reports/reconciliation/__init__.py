"""Several assessors brought together, as a document on their agreement, and as the merged profile itself (``.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping

from npm_readiness.gap_report.cleaning import cleaned
from npm_readiness.gap_report.document import Section
from npm_readiness.gap_report.drawable import Drawable
from npm_readiness.gap_report.format import Format
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.plan_reports.paper import Composed, Front, Paper, report_of_plan
from npm_readiness.plan_reports.reconciliation.merged_profile import merged_profile
from npm_readiness.plan_reports.reconciliation.sections import (
    agreement,
    contradictions,
    facts,
    one_knows,
    one_page,
    sources,
)
from npm_readiness.plan_reports.reconciliation.sheets import sheets_of
from npm_readiness.plan_reports.reconciliation.view import ReconciliationView
from npm_readiness.planning.reconciling.reconciliation import Reconciliation

__all__ = ["OWN_FORMATS", "paper"]


def paper(result: Reconciliation, texts: Texts) -> Paper:
    """The document and the sheets on several assessors."""
    return Paper(result, texts, lambda: _composed(result, texts))


def _composed(result: Reconciliation, texts: Texts) -> Composed:
    view = ReconciliationView(result, texts)
    return Composed(report_of_plan(texts, _front(view), _sections(view)), lambda: sheets_of(view))


def _front(view: ReconciliationView) -> Front:
    say, result = view.texts.say, view.result
    country = cleaned(result.country.name)
    return Front(
        title=say("{country}: where assessors agree and differ", country=country),
        subtitle=say("Several assessments under the Optional Protocol to the Convention against Torture"),
        day=result.assessed_on,
        cover=(
            (say("Country"), line(f"{country} ({result.country.code})")),
            (say("As of"), line(result.assessed_on.isoformat())),
            (say("Assessors"), line("; ".join(view.names))),
            (say("Checklists"), line("; ".join(f"{entry.id} {entry.version}" for entry in result.checklists))),
            (say("Nature"), line(say("Self-assessment; not a finding of the Subcommittee on Prevention of Torture."))),
        ),
    )


def _sections(view: ReconciliationView) -> tuple[Section, ...]:
    say = view.texts.say
    made = (
        ("one-page", say("In one page"), one_page(view)),
        ("disputed", say("Where they contradict each other"), contradictions(view)),
        ("knows", say("Where one knows what another does not"), one_knows(view)),
        ("facts", say("Facts that differ"), facts(view)),
        ("agreement", say("Agreement by theme"), agreement(view)),
        ("sources", say("Who answered, and on what"), sources(view)),
    )
    return tuple(
        Section(f"section_{key}", str(number), title, blocks, decides=number == 1)
        for number, (key, title, blocks) in enumerate(made, start=1)
    )


def _yaml(shown: Drawable) -> str:
    if not isinstance(shown, Paper) or not isinstance(shown.result, Reconciliation):
        raise TypeError("only a reconciliation has a merged profile")
    return merged_profile(shown.result)


OWN_FORMATS: Mapping[str, Format] = {"yaml": Format((".yaml", ".yml"), _yaml)}
"""The merged profile, which is a person's work from then on: it has no seal, and is not written over without ``--force``."""

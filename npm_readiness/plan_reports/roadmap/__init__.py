"""The roadmap as a document, a table in CSV and a calendar."""

from __future__ import annotations

from npm_readiness.gap_report.language import Texts
from npm_readiness.plan_reports.paper import Composed, Paper
from npm_readiness.plan_reports.roadmap.formats import OWN_FORMATS
from npm_readiness.planning.roadmap.result import Roadmap

__all__ = ["OWN_FORMATS", "paper"]


def paper(result: Roadmap, texts: Texts) -> Paper:
    """The roadmap as formats draw it."""
    return Paper(result, texts, lambda: _composed(result, texts))


def _composed(result: Roadmap, texts: Texts) -> Composed:
    from npm_readiness.plan_reports.roadmap.composing import composed

    return composed(result, texts)

"""The whole report in a format: what is said of all of it is tested on all of it."""

from __future__ import annotations

from npm_readiness import render
from npm_readiness.gap_report.format import known_formats
from npm_readiness.models.assessment import Assessment

__all__ = ["whole"]


def whole(assessment: Assessment, form: str) -> str | bytes:
    """The report with every section; a format without parts has them all."""
    return render(assessment, form, parts="full" if known_formats()[form].in_parts else None)

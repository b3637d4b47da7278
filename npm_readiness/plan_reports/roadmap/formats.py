"""The formats that only a roadmap has: a table of its actions in CSV, and a calendar."""

from __future__ import annotations

from collections.abc import Mapping

from npm_readiness.gap_report.drawable import Drawable
from npm_readiness.gap_report.format import Format
from npm_readiness.plan_reports.paper import Paper
from npm_readiness.plan_reports.roadmap.naming import Names

__all__ = ["OWN_FORMATS"]


def _names(shown: Drawable) -> Names:
    from npm_readiness.gap_report.sections.context import Context
    from npm_readiness.planning.roadmap.result import Roadmap

    if not isinstance(shown, Paper) or not isinstance(shown.result, Roadmap):
        raise TypeError("only a roadmap is drawn so")
    return Names(shown.result, Context(shown.result.assessment, shown.texts))


def _table(shown: Drawable) -> str:
    from npm_readiness.plan_reports.roadmap.table import csv_of

    return csv_of(_names(shown))


def _calendar(shown: Drawable) -> bytes:
    from npm_readiness.plan_reports.roadmap.calendar import calendar_of

    return calendar_of(_names(shown))


OWN_FORMATS: Mapping[str, Format] = {
    "csv": Format((".csv",), _table),
    "ics": Format((".ics",), _calendar, extra="calendar"),
}
"""CSV for any program that reads tables; iCalendar for calendars. Neither has a place for a seal."""

"""The front of the document on a comparison."""

from __future__ import annotations

from npm_readiness.gap_report.document import Inline
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.plan_reports.comparison.view import ComparisonView
from npm_readiness.plan_reports.paper import Front

__all__ = ["front_of"]

MOST_NAMED = 12
"""How many profiles the cover names one by one."""


def front_of(view: ComparisonView) -> Front:
    """What is compared, and on what it rests."""
    say, profiles = view.texts.say, view.result.profiles
    rows: list[tuple[str, Inline]] = [(say("Compared"), line("; ".join(view.labels[:MOST_NAMED]) + _more(view)))]
    checklists = dict.fromkeys(f"{entry.id} {entry.version}" for one in profiles for entry in one.checklists)
    rows.append((say("Checklists"), line("; ".join(checklists))))
    if view.result.require_evidence:
        rows.append((say("Evidence"), line(say("A claim without a source and a place in it counts as unknown."))))
    told = say("Every profile was assessed with the checklists of today, whatever version its answers were given for.")
    rows.append((say("How"), line(told)))
    rows.append(
        (say("Nature"), line(say("Self-assessment; not a finding of the Subcommittee on Prevention of Torture.")))
    )
    return Front(
        title=_title(view),
        subtitle=say("Comparison under the Optional Protocol to the Convention against Torture"),
        day=max(entry.assessed_on for entry in profiles),
        cover=tuple(rows),
    )


def _title(view: ComparisonView) -> str:
    say, countries = view.texts.say, view.countries
    if len(countries) == 1:
        return say("{country}: what has changed", country=countries[0])
    if len(countries) <= 3:  # noqa: PLR2004 - as many as a title holds
        return say("{countries}: side by side", countries=", ".join(countries))
    return view.texts.count(
        "{number} country side by side",
        "{number} countries side by side",
        len({one.country.code for one in view.result.profiles}),
    )


def _more(view: ComparisonView) -> str:
    left = len(view.labels) - MOST_NAMED
    return " " + view.texts.count("and {number} more", "and {number} more", left) if left > 0 else ""

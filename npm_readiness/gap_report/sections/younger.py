"""What asks for something later than the law, or the day, that is reviewed: nobody could have followed it then."""

from __future__ import annotations

import re

from npm_readiness.gap_report.sections.context import Context
from npm_readiness.models.assessed_criteria import AssessedCriterion
from npm_readiness.models.vocabulary import SourceKind

__all__ = ["younger"]

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""The year in the date of a source, which is free text."""


def younger(context: Context, criterion: AssessedCriterion) -> str:
    """That nothing asked for it, as hard, when the law that the evidence cites was made, or on the day of the report."""
    since = criterion.since
    if since is None:
        return ""
    if since > context.assessment.as_of.year:
        return context.texts.say("What asks for it is of {since}, after the day of this report.", since=since)
    years = [
        int(year)
        for answer in criterion.answers
        for piece in answer.evidence
        if (source := context.cited.sources.get(piece.source)) is not None and source.kind is SourceKind.LAW
        for year in YEAR.findall(source.date or "")[:1]
    ]
    if not years or since <= max(years):
        return ""
    return context.texts.say(
        "What asks for it is of {since}; the law that the evidence cites is of {year}.", since=since, year=max(years)
    )

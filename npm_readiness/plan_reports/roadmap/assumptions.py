"""How long things are taken to take, said as assumptions."""

from __future__ import annotations

from npm_readiness.gap_report.document import Block, Inline, Table
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.plan_reports.roadmap.naming import Names
from npm_readiness.planning.roadmap.result import Assumption

__all__ = ["assumptions"]


def assumptions(names: Names) -> tuple[Block, ...]:
    """The instruments of the packages with their weeks, and on what these rest."""
    context, say = names.context, names.texts.say
    if not names.roadmap.assumptions:
        return (context.numbered(say("Nothing is assumed, since there is no package.")),)
    first = context.numbered(
        say(
            "These durations are planning assumptions for a State of which nothing else is known, from the first draft to the day "
            "on which a text is in force or a thing is done. They decide no verdict. What the country knows better is said in its "
            "profile, such as plan: {example}.",
            example="{durations: {act: 40}}",
        )
    )
    table = Table(
        say("Planning assumptions"),
        (say("By what"), say("Weeks"), say("On what the assumption rests")),
        tuple(_row(names, entry) for entry in names.roadmap.assumptions),
        kind="plain",
    )
    return first, table


def _row(names: Names, entry: Assumption) -> tuple[Inline, ...]:
    rests = names.texts.say("The profile of the country says so.") if entry.from_profile else entry.reason
    return line(entry.title), line(str(entry.weeks)), line(rests)

"""What treaties ask and is not in place, in a few sentences; that nothing is known to be missing, with how much was looked at."""

from __future__ import annotations

from collections.abc import Sequence

from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.gap_scope import Scope
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.outline import OUTLINE
from npm_readiness.gap_report.words import RECOMMENDERS

__all__ = ["looked_at_sentence", "nothing_unmet", "treaty_gaps"]

SHOWN = 5
"""How many requirements that are not in place are named."""


def treaty_gaps(context: Context, scope: Scope) -> Inline:
    """Which treaty requirements are known to be unmet and can be met today, and how many wait for the mechanism."""
    say = context.texts.say
    if not scope.treaty_gaps:
        return line(nothing_unmet(context, scope))
    now = [gap.criterion for gap in scope.treaty_gaps if not gap.waits]
    found = [name for name in now if context.criteria[name].finding is not None]
    own = [name for name in now if context.criteria[name].finding is None]
    told: list[Inline] = []
    if own:
        head = say("Would not, or not fully, be in place:") if context.supposes else say("Not, or not fully, in place:")
        told.append(line(head, " ", *_named(context, own), "."))
    if found:
        told.append(line(say("Found by others, and by the assessors too:"), " ", *_named(context, found), "."))
    waiting = len(scope.treaty_gaps) - len(now)
    if waiting:
        anchor = f"#{OUTLINE['waiting'].anchor}"
        told.append(line(Run(_waiting(context, waiting, named=bool(told)), link=anchor)))
    return joined(told, " ")


def _named(context: Context, criteria: Sequence[str]) -> Inline:
    """The first few by their titles, and how many more there are."""
    named = [
        line(*context.to_criterion(name), *_by_whom(context, name), *context.paragraphs([name]))
        for name in criteria[:SHOWN]
    ]
    if len(criteria) > SHOWN:
        more = context.texts.count("and {number} more", "and {number} more", len(criteria) - SHOWN)
        named.append(line(Run(more, link=f"#{OUTLINE['recommendations'].anchor}")))
    return joined(named, "; ")


def _by_whom(context: Context, criterion: str) -> Inline:
    """Who found it, in brackets; nothing of what a checklist asks."""
    finding = context.criteria[criterion].finding
    found = next((entry for entry in context.assessment.recommendations if entry.id == finding), None)
    return () if found is None else line(f" ({context.texts.say(RECOMMENDERS[found.by])})")


def _waiting(context: Context, waiting: int, *, named: bool) -> str:
    """How many gaps wait for the mechanism, or for people to be at work in it."""
    texts = context.texts
    if context.situation.nobody_at_work:
        return texts.count(
            "{number} treaty requirement counts as unmet until somebody is in post.",
            "{number} treaty requirements count as unmet until somebody is in post.",
            waiting,
        )
    if named:
        return texts.count(
            "{number} more counts as unmet until there is a mechanism.",
            "{number} more count as unmet until there is a mechanism.",
            waiting,
        )
    return texts.count(
        "{number} treaty requirement counts as unmet until there is a mechanism.",
        "{number} treaty requirements count as unmet until there is a mechanism.",
        waiting,
    )


def nothing_unmet(context: Context, scope: Scope) -> str:
    """That no treaty requirement is known to be unmet; never without saying of how many something is known."""
    texts, number = context.texts, len(scope.treaty)
    if not number:
        return texts.say("No treaty requirement applies.")
    if not scope.treaty_open:
        return texts.count(
            "Nothing: the {number} treaty requirement that applies is met.",
            "Nothing: all {number} treaty requirements that apply are met.",
            number,
        )
    if not scope.looked_at:
        return texts.count(
            "Nothing is known yet of the {number} treaty requirement that applies.",
            "Nothing is known yet of any of the {number} treaty requirements that apply.",
            number,
        )
    return texts.count(
        "No treaty requirement is known to be unmet; something is known of {known} of {number} that applies.",
        "No treaty requirement is known to be unmet; something is known of {known} of the {number} that apply.",
        number,
        known=scope.looked_at,
    )


def looked_at_sentence(context: Context, scope: Scope) -> str:
    """Of how many of the treaty requirements that apply something is known."""
    return context.texts.count(
        "Something is known of {known} of {number} treaty requirement that applies.",
        "Something is known of {known} of the {number} treaty requirements that apply.",
        len(scope.treaty),
        known=scope.looked_at,
    )

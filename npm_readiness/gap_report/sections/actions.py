"""What is to be done about a gap, by whom."""

from __future__ import annotations

from collections.abc import Iterable

from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.models.assessed_criteria import Gap, GapAction

__all__ = ["action_lines", "addressees"]


def action_lines(context: Context, actions: Iterable[GapAction]) -> tuple[Inline, ...]:
    """A line for each addressee, with everything that it is to do."""
    by_addressee: dict[str, list[str]] = {}
    for action in actions:
        texts = by_addressee.setdefault(context.addressee(action.addressee), [])
        if action.text not in texts:
            texts.append(action.text)
    return tuple(line(Run(who, "strong"), f": {' '.join(texts)}") for who, texts in by_addressee.items())


def addressees(context: Context, gap: Gap) -> str:
    """Who acts on a gap, as the beginning of a line."""
    words = ", ".join(context.addressed(entry) for entry in dict.fromkeys(a.addressee for a in gap.actions))
    return words[:1].upper() + words[1:]

"""What an action must be: something that somebody can begin on, and show when it is done."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.linting.texts import phrases_in, words
from npm_readiness.loading.references import Located
from npm_readiness.models.checklist import Criterion
from npm_readiness.models.wording import Wording
from npm_readiness.problems import Problem

__all__ = ["check_advice"]


def check_advice(criterion: Criterion, place: Located, wording: Wording) -> Iterator[Problem]:
    """An action that is vague, that names nothing to show, or that is too short to say what to write."""
    action = words(criterion.action)
    first = action[0].casefold() if action else ""
    if first in wording.vague_actions:
        yield place.problem("action-vague", "action", found=action[0])
    if not any(phrases_in(criterion.action, wording.acts)):
        yield place.problem("action-shows-nothing", "action")
    if len(action) < wording.bounds.shortest_action:
        yield place.problem("action-too-short", "action", words=len(action), least=wording.bounds.shortest_action)

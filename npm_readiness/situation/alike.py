"""Bodies that stand alike: what is worked out for each body beside all former ones needs few of these."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from npm_readiness.models.bodies import Body, Npm
from npm_readiness.models.vocabulary import InstitutionKind
from npm_readiness.situation.mechanism import dates_of, possible_states, standing_of_bodies

__all__ = ["few_of_each"]

ENOUGH = len(InstitutionKind) + 1
"""How many of those that stand alike are kept: bodies of which the kind is not known can be of as many kinds together as there
are, and one more is kept for when one of them is looked at itself."""


def few_of_each(npm: Npm, bodies: Sequence[Body], assessed_on: date) -> tuple[Body, ...]:
    """Some of the bodies of a profile of ``assessed_on``, of those that stand alike on that day no more than :data:`ENOUGH`.

    With them every other body stands as it does with all: whether one is the mechanism, whether anybody is at work, of what kind it
    is, and on what legal footing. On what day the first was designated is not among it.
    """
    alone = npm.model_copy(update={"bodies": tuple(bodies)})
    dates = dates_of(alone, assessed_on)
    standings = standing_of_bodies(alone, dates, assessed_on)
    kept: dict[object, list[Body]] = {}
    for body, known, standing in zip(bodies, dates, standings, strict=True):
        states = possible_states([known], assessed_on)
        alike = states, standing.mechanism, standing.at_work, standing.role, standing.kind, standing.legal_basis
        found = kept.setdefault(alike, [])
        if len(found) < ENOUGH:
            found.append(body)
    return tuple(body for found in kept.values() for body in found)

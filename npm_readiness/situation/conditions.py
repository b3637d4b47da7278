"""Whether conditions on the situation hold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from npm_readiness.models.conditions import ActionConditions, SituationConditions
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import MechanismState, Membership

__all__ = ["allowed_membership", "allowed_states", "holds"]

ALL_MEMBERSHIP = frozenset(Membership)
ALL_STATES = frozenset(MechanismState)
STATES_OF: Mapping[str, frozenset[MechanismState]] = MappingProxyType(
    {
        "none": frozenset({MechanismState.NONE}),
        "designated": frozenset({MechanismState.DESIGNATED}),
        "at_work": frozenset({MechanismState.AT_WORK, MechanismState.SETTLED}),
    }
)
"""What each word of a condition allows."""


def allowed_membership(conditions: SituationConditions) -> frozenset[Membership]:
    """Where a State can stand with OPCAT for the conditions to hold."""
    allowed = ALL_MEMBERSHIP
    if conditions.joined is not None:
        joined = ALL_MEMBERSHIP - {Membership.OUTSIDE}
        allowed &= joined if conditions.joined else ALL_MEMBERSHIP - joined
    if conditions.party is not None:
        party = frozenset({Membership.BOUND})
        allowed &= party if conditions.party else ALL_MEMBERSHIP - party
    return allowed


def allowed_states(conditions: SituationConditions) -> frozenset[MechanismState]:
    """Where the mechanism can stand for the conditions to hold."""
    allowed = ALL_STATES
    if conditions.mechanism is not None:
        allowed &= frozenset(state for word in conditions.mechanism for state in STATES_OF[word])
    if conditions.first_two_years is not None:
        settled = frozenset({MechanismState.SETTLED})
        allowed &= ALL_STATES - settled if conditions.first_two_years else settled
    return allowed


def holds(conditions: ActionConditions | None, situation: Situation) -> bool:
    """Whether the conditions surely hold in a situation: what is not known fits none."""
    if conditions is None:
        return True
    if not allowed_membership(conditions).issuperset(situation.membership):
        return False
    if not allowed_states(conditions).issuperset(situation.states):
        return False
    if conditions.legal_basis is not None and situation.legal_basis not in conditions.legal_basis:
        return False
    if conditions.bill is not None and conditions.bill is not situation.bill_pending:
        return False
    return conditions.adopted is None or conditions.adopted is situation.act_adopted

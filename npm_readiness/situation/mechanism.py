"""Which bodies are the mechanism on a day, whether anybody is at work, and on what legal footing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.bodies import Body, Npm
from npm_readiness.models.dates import (
    Event,
    EventDate,
    Period,
    PossibleFact,
    When,
    add_years,
    any_of,
    both,
    happened,
    known_on,
    negated,
    read_event,
)
from npm_readiness.models.situation import BodySituation
from npm_readiness.models.vocabulary import BodyRole, LegalBasis, MechanismState

__all__ = [
    "NAMELESS",
    "SHORT_FORM_ID",
    "bodies_of",
    "first_designation",
    "highest_basis",
    "possible_states",
    "standing_of_bodies",
]

SHORT_FORM_ID = "institution"
"""The id of the one body that a profile describes in the short form."""

NAMELESS = "the mechanism"
"""The name of a body whose name the short form leaves out."""

FIRST_YEARS = 2
"""Years at work after which a mechanism is no longer asked how its first budget, training and visits came about."""


def bodies_of(npm: Npm) -> tuple[Body, ...] | None:
    """The bodies that a profile names, in either form; ``None`` where it does not say whether any is the mechanism."""
    if npm.bodies is not None:
        return npm.bodies
    if npm.designated is None or npm.designated == UNKNOWN:
        if npm.institution is None:
            return () if npm.designated is None else None
        role = BodyRole.CANDIDATE
    else:
        role = BodyRole.MECHANISM
    name = npm.institution or NAMELESS
    return (Body(id=SHORT_FORM_ID, name=name, kind=npm.institution_kind, role=role, designated=npm.designated),)


def standing_of_bodies(npm: Npm, assessed_on: date, as_of: date) -> tuple[BodySituation, ...]:
    """The bodies of a profile of ``assessed_on`` as they stand on ``as_of``."""
    short = npm.bodies is None
    return tuple(_standing(body, assessed_on, as_of, short=short) for body in bodies_of(npm) or ())


def _standing(body: Body, assessed_on: date, as_of: date, *, short: bool) -> BodySituation:
    designated, ended = _designated(body, short=short), _ended(body)
    known = [known_on(event, assessed_on) for event in (designated, ended, body.at_work_since)]
    mechanism = both(happened(known[0], as_of), negated(happened(known[1], as_of)))
    at_work = both(mechanism, happened(known[2], as_of))
    return BodySituation(
        id=body.id,
        name=body.name,
        kind=body.kind,
        role=_role(body.role, mechanism, happened(known[1], as_of)),
        designated=known[0],
        ended=known[1],
        at_work_since=known[2],
        legal_basis=body.legal_basis,
        laws=body.laws,
        mechanism=mechanism,
        at_work=at_work,
    )


def _designated(body: Body, *, short: bool) -> Event:
    """When it was designated, as its role says where no date does; the short form has no role, and unknown stays so there."""
    if body.designated != UNKNOWN or short:
        return body.designated
    return None if body.role is BodyRole.CANDIDATE else read_event("yes")


def _ended(body: Body) -> Event:
    if body.ended != UNKNOWN:
        return body.ended
    return read_event("yes") if body.role is BodyRole.FORMER else None


def _role(role: BodyRole, mechanism: PossibleFact, ended: PossibleFact) -> BodyRole:
    """What a body was on the day: one that is the mechanism today was a candidate before it was designated."""
    if mechanism is False:
        return BodyRole.FORMER if ended is True else BodyRole.CANDIDATE
    if mechanism is True and role in (BodyRole.CANDIDATE, BodyRole.FORMER):
        return BodyRole.MECHANISM
    return role


def first_designation(bodies: Sequence[BodySituation], as_of: date) -> Period | None:
    """The days on which a body was first made the mechanism; ``None`` where none is known to have been by ``as_of``."""
    found = [
        body.designated.period
        for body in bodies
        if isinstance(body.designated, When) and body.designated.period.reached(as_of) is not False
    ]
    if not found or all(period.reached(as_of) is UNKNOWN for period in found):
        return None
    return Period.of(min(period.earliest for period in found), min(period.latest for period in found))


def possible_states(bodies: Sequence[BodySituation] | None, as_of: date) -> tuple[MechanismState, ...]:
    """Where the mechanism can stand on ``as_of`` by what is known; ``bodies`` is ``None`` where nothing is said of any."""
    if bodies is None:
        return tuple(MechanismState)
    designated = any_of(body.mechanism for body in bodies)
    at_work = any_of(body.at_work for body in bodies)
    settled = any_of(_settled(body, as_of) for body in bodies)
    states = []
    if designated is not True:
        states.append(MechanismState.NONE)
    if designated is not False:
        if at_work is not True:
            states.append(MechanismState.DESIGNATED)
        if at_work is not False and settled is not True:
            states.append(MechanismState.AT_WORK)
        if at_work is not False and settled is not False:
            states.append(MechanismState.SETTLED)
    return tuple(states)


def _settled(body: BodySituation, as_of: date) -> PossibleFact:
    """Whether a body has been at work as the mechanism for the first years; it cannot have been before it was designated."""
    if body.at_work is False:
        return False
    since: EventDate = body.at_work_since
    if isinstance(body.designated, When) and not isinstance(since, When):
        since = When("", Period.of(body.designated.period.earliest, date.max))
    long = happened(since, add_years(as_of, -FIRST_YEARS)) if isinstance(since, When) else UNKNOWN
    return both(body.at_work, long)


def highest_basis(bodies: Sequence[BodySituation]) -> LegalBasis | Literal["unknown"] | None:
    """The highest legal basis among the bodies that are the mechanism; ``None`` where there is none."""
    found = {body.legal_basis for body in bodies if body.mechanism is not False}
    known = [basis for basis in LegalBasis if basis in found]
    if known and (UNKNOWN not in found or not known[0].below_an_act):
        return known[0]
    return UNKNOWN if found else None

"""Which bodies are the mechanism on a day, whether anybody is at work, and on what legal footing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.bodies import Body, Npm
from npm_readiness.models.dates import (
    Event,
    Period,
    PossibleFact,
    When,
    add_years,
    both,
    happened,
    known_on,
    negated,
    read_event,
)
from npm_readiness.models.results import trusted
from npm_readiness.models.situation import BodySituation
from npm_readiness.models.vocabulary import BodyRole, LegalBasis, MechanismState
from npm_readiness.records import record

__all__ = [
    "NAMELESS",
    "SHORT_FORM_ID",
    "BodyDates",
    "bodies_of",
    "can_have",
    "dates_of",
    "first_designation",
    "highest_basis",
    "possible_states",
    "standing_of_bodies",
    "surely",
]

SHORT_FORM_ID = "institution"
"""The id of the one body that a profile describes in the short form."""

NAMELESS = "the mechanism"
"""The name of a body whose name the short form leaves out."""

ADOPTED = date(2002, 12, 18)
"""The day on which the General Assembly adopted OPCAT: nobody was made the mechanism before."""

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
    known = {"kind": npm.institution_kind, "role": role, "designated": npm.designated}
    return (trusted(Body, id=SHORT_FORM_ID, name=name, **known),)


@record(frozen=True)
class BodyDates:
    """When a body was designated, ended and began its work, as whoever wrote the profile knows it."""

    designated: Event
    ended: Event
    at_work_since: Event


def dates_of(npm: Npm, assessed_on: date) -> tuple[BodyDates, ...]:
    """What a profile of ``assessed_on`` tells of the dates of its bodies, in their order."""
    short = npm.bodies is None
    return tuple(_dates(body, assessed_on, short=short) for body in bodies_of(npm) or ())


def _dates(body: Body, assessed_on: date, *, short: bool) -> BodyDates:
    written = (_designated(body, short=short), _ended(body), body.at_work_since)
    designated, ended, at_work_since = (known_on(event, assessed_on) for event in written)
    if isinstance(designated, When) and isinstance(ended, When):
        # It was designated before it ended: that is known also where neither day is.
        first, last = designated.period.earliest, ended.period.latest
        designated = replace(designated, period=designated.period.within(latest=last))
        ended = replace(ended, period=ended.period.within(earliest=first))
    return BodyDates(designated, ended, at_work_since)


def standing_of_bodies(npm: Npm, dates: Sequence[BodyDates], as_of: date) -> tuple[BodySituation, ...]:
    """The bodies of a profile, of which these dates are known, as they stand on ``as_of``."""
    short = npm.bodies is None
    return tuple(
        _standing(body, known, as_of, short=short) for body, known in zip(bodies_of(npm) or (), dates, strict=True)
    )


def _standing(body: Body, known: BodyDates, as_of: date, *, short: bool) -> BodySituation:
    ended = happened(known.ended, as_of)
    mechanism = both(happened(known.designated, as_of), negated(ended))
    return BodySituation(
        id=body.id,
        name=body.name,
        kind=body.kind,
        role=_role(body.role, mechanism, ended),
        designated=_designated(body, short=short),
        ended=_ended(body),
        at_work_since=body.at_work_since,
        legal_basis=body.legal_basis,
        laws=body.laws,
        mechanism=mechanism,
        at_work=both(mechanism, happened(known.at_work_since, as_of)),
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


def first_designation(bodies: Iterable[BodyDates], as_of: date) -> Period | None:
    """The days on which a body was first made the mechanism; ``None`` where none is known to have been by ``as_of``."""
    found = [
        body.designated.period
        for body in bodies
        if isinstance(body.designated, When) and body.designated.period.reached(as_of) is not False
    ]
    if not found or all(period.reached(as_of) is UNKNOWN for period in found):
        return None
    first = Period.of(min(period.earliest for period in found), min(period.latest for period in found))
    return first.within(earliest=ADOPTED)


def possible_states(bodies: Iterable[BodyDates] | None, as_of: date) -> tuple[MechanismState, ...]:
    """Where the mechanism can stand on ``as_of`` by what is known; ``bodies`` is ``None`` where nothing is said of any.

    Of several bodies the one that is furthest decides. So a state is possible where one body can be in it, and none must be
    further than that.
    """
    if bodies is None:
        return tuple(MechanismState)
    of_each = [_states(body, as_of) for body in bodies] or [frozenset({MechanismState.NONE})]
    order = list(MechanismState)
    least = max(min(order.index(state) for state in states) for states in of_each)
    possible = frozenset[MechanismState]().union(*of_each)
    return tuple(state for state in order[least:] if state in possible)


def _states(body: BodyDates, as_of: date) -> frozenset[MechanismState]:
    """Where one body can stand. What it did before it was designated was not the work of the mechanism."""
    long_ago = add_years(as_of, -FIRST_YEARS)
    states = set()
    if not surely(body.designated, as_of) or can_have(body.ended, as_of):
        states.add(MechanismState.NONE)
    if can_have(body.designated, as_of) and not surely(body.ended, as_of):
        if not surely(body.at_work_since, as_of):
            states.add(MechanismState.DESIGNATED)
        if can_have(body.at_work_since, as_of):
            begun = (body.designated, body.at_work_since)
            if any(_can_lie_between(event, long_ago, as_of) for event in begun):
                states.add(MechanismState.AT_WORK)
            if all(can_have(event, long_ago) for event in begun):
                states.add(MechanismState.SETTLED)
    return frozenset(states)


def surely(event: Event, by: date) -> bool:
    """Whether something surely had happened by a day."""
    return happened(event, by) is True


def can_have(event: Event, by: date) -> bool:
    """Whether something can have happened by a day."""
    return happened(event, by) is not False


def _can_lie_between(event: Event, after: date, by: date) -> bool:
    """Whether it can have happened after one day and by another."""
    if isinstance(event, When):
        return event.period.latest > after and event.period.earliest <= by
    return event == UNKNOWN


def highest_basis(bodies: Sequence[BodySituation]) -> LegalBasis | Literal["unknown"] | None:
    """The highest legal basis among the bodies that are the mechanism; ``None`` where there is none.

    Where one that only may be the mechanism, or whose basis is not known, can lift it to an act of parliament, it is unknown.
    """
    sure = {body.legal_basis for body in bodies if body.mechanism is True}
    found = {body.legal_basis for body in bodies if body.mechanism is not False}
    highest = next((basis for basis in LegalBasis if basis in (sure or found)), None)
    if highest is not None and not highest.below_an_act:
        return highest
    can_be_lifted = any(basis == UNKNOWN or not LegalBasis(basis).below_an_act for basis in found)
    return UNKNOWN if can_be_lifted else highest

"""From a profile to its situation at a date: a pure function of the profile, the register and the date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import any_of, happened, known_on
from npm_readiness.models.profile import Profile
from npm_readiness.models.register import Instrument
from npm_readiness.models.situation import BillSituation, Situation, TreatySituation
from npm_readiness.models.treaties import Article24
from npm_readiness.models.vocabulary import BillStatus, MechanismState, Membership, Treaty
from npm_readiness.situation.kinds import possible_kinds
from npm_readiness.situation.mechanism import (
    bodies_of,
    dates_of,
    first_designation,
    highest_basis,
    possible_states,
    standing_of_bodies,
)
from npm_readiness.situation.standing import standing_of

__all__ = ["situation_of"]


def situation_of(profile: Profile, instruments: Mapping[str, Instrument], as_of: date) -> Situation:
    """What the facts of a profile come to on ``as_of``; ``instruments`` are those of the register, for entry into force."""
    treaties = standing_of(profile, instruments, as_of)
    opcat = next(entry for entry in treaties if entry.treaty is Treaty.OPCAT)
    dates = dates_of(profile.npm, profile.assessed_on)
    bodies = standing_of_bodies(profile.npm, dates, as_of)
    bills = _bills(profile, as_of)
    states = possible_states(dates if bodies_of(profile.npm) is not None else None, as_of)
    situation = Situation(
        as_of=as_of,
        joined=opcat.joined,
        bound=opcat.bound,
        bound_since=opcat.since,
        planned=profile.treaties.opcat.planned,
        treaties=treaties,
        article_24=_declaration(profile, opcat, as_of),
        reservation=profile.treaties.opcat.reservation,
        bodies=bodies,
        mechanism=_in_a_word(states),
        at_work=any_of(body.at_work for body in bodies) if bodies or MechanismState.AT_WORK not in states else UNKNOWN,
        designated_first=first_designation(dates, as_of),
        legal_basis=highest_basis(bodies),
        bill_pending=any(bill.status is BillStatus.BILL for bill in bills),
        bills=bills,
        membership=_membership(opcat),
        states=states,
        kinds=possible_kinds(profile.npm, dates, as_of),
    )
    return situation.known_on(profile.assessed_on)


def _bills(profile: Profile, as_of: date) -> tuple[BillSituation, ...]:
    """The texts of a profile but those that had not been brought in yet."""
    return tuple(
        BillSituation(title=bill.title, status=bill.status, introduced=bill.introduced, source=bill.source)
        for bill in profile.bills.values()
        if happened(bill.introduced, as_of) is not False
    )


def _membership(opcat: TreatySituation) -> tuple[Membership, ...]:
    """Where the State can stand with OPCAT by what is known."""
    possible = []
    if opcat.joined is not True:
        possible.append(Membership.OUTSIDE)
    if opcat.joined is not False and opcat.bound is not True:
        possible.append(Membership.JOINED)
    if opcat.joined is not False and opcat.bound is not False:
        possible.append(Membership.BOUND)
    return tuple(possible)


def _in_a_word(states: tuple[MechanismState, ...]) -> Literal["none", "designated", "at_work", "unknown"]:
    if MechanismState.NONE in states:
        return "none" if len(states) == 1 else "unknown"
    return "designated" if MechanismState.DESIGNATED in states else "at_work"


def _declaration(profile: Profile, opcat: TreatySituation, as_of: date) -> Article24 | Literal["unknown"] | None:
    """The declaration under article 24 as it stood; one that belongs to a planned deposit is planned with it."""
    declaration = profile.treaties.opcat.article_24
    if not isinstance(declaration, Article24):
        return declaration
    day = max(profile.treaties.opcat.planned or as_of, as_of) if opcat.joined is not True else as_of
    declared = happened(known_on(declaration.declared, profile.assessed_on), day)
    return None if declared is False else declaration

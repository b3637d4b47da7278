"""What had happened by a date, read off a profile: nothing here knows the clock.

What is dated after the date in question has not happened. A fact that the profile does not give is ``"unknown"``.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.checklist import ProfileFact
from npm_readiness.models.profile import Profile, TreatyStatus
from npm_readiness.models.register import EntryIntoForce
from npm_readiness.models.vocabulary import Answer, Treaty

__all__ = [
    "add_months",
    "add_years",
    "answer_from_fact",
    "binds",
    "deposited",
    "designated",
    "entry_into_force",
    "happened",
    "joined_by_accession",
    "treaty_status",
]

Event = date | None | Literal["unknown"]


def happened(event: Event, by: date) -> Event:
    """The event as it stood on the date ``by``: a later one is ``None``."""
    if isinstance(event, date) and event > by:
        return None
    return event


def treaty_status(profile: Profile, treaty: Treaty) -> TreatyStatus:
    """What the profile says about one treaty."""
    status: TreatyStatus = getattr(profile.treaties, treaty.value)
    return status


def deposited(status: TreatyStatus, by: date) -> Event:
    """When the State deposited its instrument of ratification, accession or succession, as it stood on ``by``."""
    events = (status.ratified, status.acceded, status.succeeded)
    for event in events:
        if isinstance(event, date):
            # A State joins once: that it did so in this way, be it later, rules the other ways out.
            return happened(event, by)
    return UNKNOWN if UNKNOWN in events else None


def joined_by_accession(status: TreatyStatus, by: date) -> bool:
    """Whether the State's deposit was one of accession. Article 24 of OPCAT speaks of ratification only."""
    return isinstance(happened(status.acceded, by), date)


def entry_into_force(rule: EntryIntoForce | None, deposit: date) -> date:
    """The day on which a treaty binds a State that deposited on ``deposit``; without a rule, the deposit itself."""
    if rule is None:
        return deposit
    return max(rule.first, add_months(deposit, rule.months) + timedelta(days=rule.days))


def binds(rule: EntryIntoForce | None, status: TreatyStatus, by: date) -> bool | Literal["unknown"]:
    """Whether the State is party on ``by``: the treaty has entered into force for it."""
    deposit = deposited(status, by)
    if isinstance(deposit, date):
        return entry_into_force(rule, deposit) <= by
    return UNKNOWN if deposit == UNKNOWN else False


def designated(profile: Profile, by: date) -> bool | Literal["unknown"]:
    """Whether a body had been made the mechanism by that date."""
    event = happened(profile.npm.designated, by)
    if event == UNKNOWN:
        return UNKNOWN
    return event is not None


def answer_from_fact(fact: ProfileFact, profile: Profile, by: date) -> Answer:
    """The answer that a fact of the profile gives on the date ``by``: ``yes``, ``no`` or ``unknown``.

    A State is party to a treaty once it has deposited its instrument; a signature alone is a ``no``.
    """
    if fact is ProfileFact.MECHANISM_DESIGNATED:
        event = happened(profile.npm.designated, by)
    else:
        treaty = Treaty.UNCAT if fact is ProfileFact.PARTY_TO_UNCAT else Treaty.OPCAT
        event = deposited(treaty_status(profile, treaty), by)
    if event == UNKNOWN:
        return Answer.UNKNOWN
    return Answer.NO if event is None else Answer.YES


def add_years(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the first day after that month where it is too short."""
    if not months:
        return day
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        # A month that is too short is never December, so the next month is in the same year.
        return date(year, month + 2, 1)

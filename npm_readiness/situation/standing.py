"""Where a State stands with the treaties that it can join."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import Period, PossibleFact, When, add_months, any_of, happened, known_on
from npm_readiness.models.profile import Profile
from npm_readiness.models.register import EntryIntoForce, Instrument
from npm_readiness.models.situation import TreatySituation
from npm_readiness.models.treaties import TreatyStatus
from npm_readiness.models.vocabulary import Treaty

__all__ = ["entry_into_force", "standing_of"]

ROUTES = ("ratified", "acceded", "succeeded")


def entry_into_force(rule: EntryIntoForce | None, deposit: date) -> date:
    """The day on which a treaty binds a State that deposited on ``deposit``; without a rule, the deposit itself."""
    if rule is None:
        return deposit
    return max(rule.first, add_months(deposit, rule.months) + timedelta(days=rule.days))


def standing_of(profile: Profile, instruments: Mapping[str, Instrument], as_of: date) -> tuple[TreatySituation, ...]:
    """Where the State stands with each treaty of a profile on ``as_of``.

    OPCAT is open only to parties to the Convention (art. 27(2) and (3)): who has joined OPCAT had joined the Convention by then.
    """
    of_treaty = {treaty: _standing(profile, treaty, instruments.get(treaty.value), as_of) for treaty in Treaty}
    convention, opcat = of_treaty[Treaty.UNCAT], of_treaty[Treaty.OPCAT]
    if opcat.joined is True and convention.joined is not True and opcat.deposit is not None:
        of_treaty[Treaty.UNCAT] = _party_by(convention, opcat.deposit, instruments.get(Treaty.UNCAT.value), as_of)
    return tuple(of_treaty.values())


@dataclass(frozen=True)
class _Events:
    """The events of one treaty as whoever wrote the profile knows them."""

    status: TreatyStatus
    on: date
    opened: date

    def deposit(self) -> Period | None:
        """The days on which the deposit can lie; ``None`` where there was none, or may have been none."""
        event = known_on(self.status.deposited, self.on)
        return event.period.within(earliest=self.opened) if isinstance(event, When) else None

    def route(self) -> str | None:
        return next((name for name in ROUTES if isinstance(getattr(self.status, name), When)), None)


def _standing(profile: Profile, treaty: Treaty, instrument: Instrument | None, as_of: date) -> TreatySituation:
    status = profile.treaties.status(treaty)
    opened = date(instrument.year, 1, 1) if instrument is not None and instrument.year is not None else date.min
    events = _Events(status, profile.assessed_on, opened)
    deposit, rule = events.deposit(), None if instrument is None else instrument.entry_into_force
    joined = deposit.reached(as_of) if deposit is not None else happened(status.deposited, as_of)
    in_force = None if deposit is None else deposit.moved(lambda day: entry_into_force(rule, day))
    signed = any_of((happened(known_on(status.signed, profile.assessed_on), as_of),))
    return _situation(treaty, signed, joined, events.route(), deposit, in_force, as_of)


def _party_by(
    convention: TreatySituation, deposit: Period, instrument: Instrument | None, as_of: date
) -> TreatySituation:
    """The Convention for a State that joined OPCAT with its deposit on one of these days."""
    rule = None if instrument is None else instrument.entry_into_force
    opened = date(instrument.year, 1, 1) if instrument is not None and instrument.year is not None else date.min
    by_then = (convention.deposit or Period.of(opened, deposit.latest)).within(latest=deposit.latest)
    in_force = by_then.moved(lambda day: entry_into_force(rule, day))
    return _situation(convention.treaty, convention.signed, True, convention.route, by_then, in_force, as_of)


def _situation(  # noqa: PLR0913 - the fields of one frozen value
    treaty: Treaty,
    signed: PossibleFact,
    joined: PossibleFact,
    route: str | None,
    deposit: Period | None,
    in_force: Period | None,
    as_of: date,
) -> TreatySituation:
    if joined is False:
        route, deposit, in_force = None, None, None
    bound = in_force.reached(as_of) if in_force is not None else joined
    return TreatySituation.model_validate(
        {
            "treaty": treaty,
            "signed": signed,
            "joined": joined,
            "bound": UNKNOWN if joined is UNKNOWN and bound is True else bound,
            "route": route,
            "deposit": deposit,
            "in_force": in_force,
        }
    )

"""Where a State stands with the treaties that it can join."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from npm_readiness.models.dates import Period, When, add_months, both, happened, known_on
from npm_readiness.models.profile import Profile
from npm_readiness.models.register import EntryIntoForce, Instrument
from npm_readiness.models.situation import TreatySituation
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
    if opcat.joined is True and opcat.deposit is not None:
        of_treaty[Treaty.UNCAT] = _party_by(convention, opcat.deposit, instruments.get(Treaty.UNCAT.value), as_of)
    return tuple(of_treaty.values())


def _standing(profile: Profile, treaty: Treaty, instrument: Instrument | None, as_of: date) -> TreatySituation:
    status = profile.treaties.status(treaty)
    event = known_on(status.deposited, profile.assessed_on)
    deposit = event.period.within(earliest=_opened(instrument)) if isinstance(event, When) else None
    rule = None if instrument is None else instrument.entry_into_force
    joined = deposit.reached(as_of) if deposit is not None else happened(status.deposited, as_of)
    signed = happened(known_on(status.signed, profile.assessed_on), as_of)
    unreached = TreatySituation(
        treaty=treaty, signed=signed, joined=joined, bound=joined, route=None, deposit=None, in_force=None
    )
    if deposit is None or joined is False:
        return unreached
    route = next((name for name in ROUTES if isinstance(getattr(status, name), When)), None)
    return _joined(unreached.model_copy(update={"route": route}), deposit, rule, as_of)


def _party_by(
    convention: TreatySituation, deposit: Period, instrument: Instrument | None, as_of: date
) -> TreatySituation:
    """The Convention for a State that joined OPCAT with its deposit on one of these days."""
    rule = None if instrument is None else instrument.entry_into_force
    by_then = (convention.deposit or Period.of(_opened(instrument), deposit.latest)).within(latest=deposit.latest)
    return _joined(convention.model_copy(update={"joined": True}), by_then, rule, as_of)


def _joined(standing: TreatySituation, deposit: Period, rule: EntryIntoForce | None, as_of: date) -> TreatySituation:
    """The standing of a State that deposited its instrument on one of these days, if it has joined."""
    in_force = deposit.moved(lambda day: entry_into_force(rule, day))
    bound = both(standing.joined, in_force.reached(as_of))
    return standing.model_copy(update={"deposit": deposit, "in_force": in_force, "bound": bound})


def _opened(instrument: Instrument | None) -> date:
    """The first day of the year of a treaty: nobody joined it before."""
    return date(instrument.year, 1, 1) if instrument is not None and instrument.year is not None else date.min

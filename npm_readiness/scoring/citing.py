"""The provisions that an assessment cites, with what is established about each, and their instruments."""

from __future__ import annotations

from collections.abc import Iterable

from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.cited import CitedInstrument, CitedProvision
from npm_readiness.models.vocabulary import Status
from npm_readiness.scoring.outcomes import CriterionResult
from npm_readiness.scoring.results import Results

__all__ = ["cited_instruments", "cited_provisions"]

Kept = dict[tuple[str, Status, bool], CitedProvision]
"""Provisions as they are cited, by id, by what is established about them, and by whether they fall short."""


def cited_provisions(catalogue: Catalogue, results: Results, others: Iterable[str]) -> tuple[CitedProvision, ...]:
    """The provisions that the criteria cite, and ``others``, in the order of the register."""
    citing: dict[str, list[CriterionResult]] = {provision: [] for provision in others}
    for result in results.criteria:
        for provision in result.criterion.provisions:
            citing.setdefault(provision, []).append(result)
    kept = catalogue.once(_kept)
    cited = []
    for name in catalogue.provisions:
        if name in citing:
            falls_short = any(result.gap and not result.conditional for result in citing[name])
            key = name, _provision_status(citing[name]), falls_short
            if key not in kept:
                kept[key] = _cited(catalogue, *key)
            cited.append(kept[key])
    return tuple(cited)


def _kept(_: Catalogue) -> Kept:
    return {}


def _cited(catalogue: Catalogue, name: str, status: Status, falls_short: bool) -> CitedProvision:
    provision = catalogue.provisions[name]
    return CitedProvision(
        id=provision.id,
        instrument=provision.instrument,
        year=catalogue.instruments[provision.instrument].year,
        pinpoint=provision.pinpoint,
        subject=provision.subject,
        force=provision.force,
        obligation=catalogue.provision_obligation(provision.id),
        verified=provision.verified,
        cross_read=provision.cross_read,
        status=status,
        falls_short=falls_short,
    )


def _provision_status(citing: Iterable[CriterionResult]) -> Status:
    """What is established about a provision: never more than the criteria that cite it and apply say."""
    applying = [result for result in citing if result.applies]
    statuses = {result.status for result in applying}
    if len(statuses) <= 1:
        return next(iter(statuses), Status.NOT_APPLICABLE)
    gaps = any(result.gap for result in applying)
    if gaps and Status.PARTLY_MET in statuses and Status.NOT_MET not in statuses:
        return Status.PARTLY_MET
    return Status.UNDETERMINED


def cited_instruments(catalogue: Catalogue, provisions: Iterable[CitedProvision]) -> tuple[CitedInstrument, ...]:
    """The instruments of these provisions, in the order of the register."""
    wanted = {provision.instrument for provision in provisions}
    return tuple(
        CitedInstrument(
            id=instrument.id,
            title=instrument.title,
            short=instrument.short,
            symbol=instrument.symbol,
            year=instrument.year,
            binding=instrument.binding,
        )
        for instrument in catalogue.instruments.values()
        if instrument.id in wanted
    )

"""The provisions that an assessment cites, with what is established about each, and their instruments."""

from __future__ import annotations

from collections.abc import Iterable

from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.cited import CitedInstrument, CitedProvision
from npm_readiness.models.vocabulary import Status
from npm_readiness.scoring.outcomes import CriterionResult
from npm_readiness.scoring.results import Results

__all__ = ["cited_instruments", "cited_provisions"]


def cited_provisions(catalogue: Catalogue, results: Results, others: Iterable[str]) -> tuple[CitedProvision, ...]:
    """The provisions that the criteria cite, and ``others``, in the order of the register."""
    citing: dict[str, list[CriterionResult]] = {provision: [] for provision in others}
    for result in results.criteria:
        for provision in result.criterion.provisions:
            citing.setdefault(provision, []).append(result)
    return tuple(
        [
            CitedProvision(
                id=provision.id,
                instrument=provision.instrument,
                year=catalogue.instruments[provision.instrument].year,
                pinpoint=provision.pinpoint,
                subject=provision.subject,
                force=provision.force,
                obligation=catalogue.provision_obligation(provision.id),
                verified=provision.verified,
                cross_read=provision.cross_read,
                status=_provision_status(citing[provision.id]),
                falls_short=any(result.gap and not result.conditional for result in citing[provision.id]),
            )
            for provision in catalogue.provisions.values()
            if provision.id in citing
        ]
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

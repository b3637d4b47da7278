"""Provisions against criteria: which assessable provisions some criterion cites, and which none does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from npm_readiness.browsing.layout import paragraph, percentage, table
from npm_readiness.loading.near_misses import did_you_mean
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.register import Instrument, Provision
from npm_readiness.problems import InputError, Place, problem_at

__all__ = ["Coverage", "InstrumentCoverage", "coverage"]


@dataclass(frozen=True, slots=True)
class InstrumentCoverage:
    """One instrument: its provisions by what becomes of them, and for each cited one the criteria that cite it.

    ``doubtful`` provisions may not be cited until their text is read, so they stand apart; ``not_assessable`` ones ask nothing of a
    State that could be held against it.
    """

    instrument: Instrument
    cited: dict[str, tuple[str, ...]]
    uncited: tuple[str, ...]
    doubtful: tuple[str, ...]
    not_assessable: tuple[str, ...]

    @property
    def share(self) -> Fraction | None:
        """The share of its assessable provisions that are cited, from 0 to 1; ``None`` where there are none to cite."""
        open_to_citing = len(self.cited) + len(self.uncited)
        return Fraction(len(self.cited), open_to_citing) if open_to_citing else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of some instruments, in the order of the register."""

    instruments: tuple[InstrumentCoverage, ...]

    @property
    def cited(self) -> int:
        """How many assessable provisions some criterion cites."""
        return sum(len(instrument.cited) for instrument in self.instruments)

    @property
    def assessable(self) -> int:
        """How many provisions could be cited: the assessable ones that are not doubtful."""
        return self.cited + sum(len(instrument.uncited) for instrument in self.instruments)

    @property
    def share(self) -> Fraction:
        """The share of the assessable provisions that are cited, from 0 to 1; 1 where there are none."""
        return Fraction(self.cited, self.assessable) if self.assessable else Fraction(1)

    def to_json(self) -> str:
        """The coverage as JSON, the same bytes for the same catalogue."""
        content = {
            "cited": self.cited,
            "assessable": self.assessable,
            "instruments": [
                {
                    "id": entry.instrument.id,
                    "cited": entry.cited,
                    "uncited": entry.uncited,
                    "doubtful": entry.doubtful,
                    "not_assessable": entry.not_assessable,
                }
                for entry in self.instruments
            ],
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def to_text(self) -> str:
        """The coverage as a table for a terminal of 80 columns, and below it the ids of what no criterion cites."""
        rows = [
            (
                entry.instrument.id,
                str(len(entry.cited)),
                str(len(entry.uncited)),
                "-" if entry.share is None else percentage(entry.share),
                str(len(entry.doubtful)),
                str(len(entry.not_assessable)),
            )
            for entry in self.instruments
        ]
        lines = [
            *table(("instrument", "cited", "not cited", "share", "doubtful", "not assessable"), rows),
            "",
            f"{self.cited} of {self.assessable} assessable provisions are cited ({percentage(self.share)}).",
        ]
        for entry in self.instruments:
            if entry.uncited:
                lines += ["", f"{entry.instrument.id}, cited by no criterion:"]
                lines += paragraph(", ".join(entry.uncited), indent=2)
            if entry.doubtful:
                lines += ["", f"{entry.instrument.id}, not to be cited before the text is read:"]
                lines += paragraph(", ".join(entry.doubtful), indent=2)
        return "\n".join(lines) + "\n"


def coverage(catalogue: Catalogue, instruments: Sequence[str] | None = None) -> Coverage:
    """The coverage of all instruments, or of those named; raises :class:`~npm_readiness.problems.InputError`."""
    for wanted in instruments or ():
        if wanted not in catalogue.instruments:
            advice = did_you_mean(wanted, catalogue.instruments)
            raise InputError([problem_at(Place("--instruments"), "instrument-unknown", id=wanted, advice=advice)])
    citing: dict[str, list[str]] = {}
    for entry in catalogue:
        for provision in entry.criterion.provisions:
            citing.setdefault(provision, []).append(entry.criterion.id)
    return Coverage(
        tuple(
            _of_instrument(
                instrument,
                [entry for entry in catalogue.provisions.values() if entry.instrument == instrument.id],
                citing,
            )
            for instrument in catalogue.instruments.values()
            if instruments is None or instrument.id in instruments
        )
    )


def _of_instrument(
    instrument: Instrument, provisions: list[Provision], citing: dict[str, list[str]]
) -> InstrumentCoverage:
    open_to_citing = [provision for provision in provisions if provision.assessable and not provision.doubtful]
    return InstrumentCoverage(
        instrument=instrument,
        cited={entry.id: tuple(citing[entry.id]) for entry in open_to_citing if entry.id in citing},
        uncited=tuple(entry.id for entry in open_to_citing if entry.id not in citing),
        doubtful=tuple(entry.id for entry in provisions if entry.assessable and entry.doubtful),
        not_assessable=tuple(entry.id for entry in provisions if not entry.assessable),
    )

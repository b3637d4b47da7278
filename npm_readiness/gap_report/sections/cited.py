"""The names by which a report cites provisions, instruments and the sources of a profile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.gap_report.sections.inline import joined, line, safe_name
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.cited import AssessedSource, CitedInstrument, CitedProvision
from npm_readiness.models.vocabulary import CrossRead, Verified

__all__ = ["DIFFER", "UNSEEN", "Cited"]

UNSEEN = "\N{DEGREE SIGN}"
"""The mark of a provision whose wording was recalled and not read."""
DIFFER = "\N{DEGREE SIGN}\N{DEGREE SIGN}"
"""The mark of one that two readers recalled differently."""


@dataclass(frozen=True)
class Cited:
    """What an assessment cites, by id."""

    assessment: Assessment

    @cached_property
    def provisions(self) -> dict[str, CitedProvision]:
        """The cited provisions by id."""
        return {provision.id: provision for provision in self.assessment.provisions}

    @cached_property
    def instruments(self) -> dict[str, CitedInstrument]:
        """The cited instruments by id."""
        return {instrument.id: instrument for instrument in self.assessment.instruments}

    @cached_property
    def sources(self) -> dict[str, AssessedSource]:
        """The sources of the profile by id."""
        return {source.id: source for source in self.assessment.sources}

    @cached_property
    def source_numbers(self) -> dict[str, int]:
        """The sources by the numbers under which they are listed."""
        return {source: number for number, source in enumerate(self.sources, start=1)}

    def source_name(self, source: str) -> str:
        """The title of a source, with its date where another has the same title; its id where the profile has none."""
        entry = self.sources.get(source)
        if entry is None:
            return source
        alike = sum(other.title == entry.title for other in self.assessment.sources)
        return f"{entry.title} ({entry.date or entry.id})" if alike > 1 else entry.title

    def provision_name(self, provision: str) -> str:
        """A provision as people cite it: a short name of the instrument and the pinpoint."""
        entry = self.provisions[provision]
        return f"{self.instrument_name(entry.instrument)}, {self.pinpoint(entry)}"

    def instrument_name(self, instrument: str) -> str:
        """The short name of an instrument, else its symbol, else its title."""
        entry = self.instruments[instrument]
        return entry.short or entry.symbol or entry.title

    def pinpoint(self, provision: CitedProvision) -> str:
        """A pinpoint, with a mark where the wording was not read: one, or two where two readers recalled it differently."""
        if provision.verified is Verified.TEXT_SEEN:
            return provision.pinpoint
        return provision.pinpoint + (DIFFER if provision.cross_read is CrossRead.DOUBTFUL else UNSEEN)

    def provisions_named(self, provisions: Iterable[str]) -> str:
        """Several provisions as people cite them."""
        return "; ".join(self.provision_name(provision) for provision in provisions)

    def provision_names(self, provisions: Iterable[str]) -> Inline:
        """Several provisions, each with a link to its entry in the annex."""
        return joined(
            (line(Run(self.provision_name(entry), link=f"#{safe_name(entry)}")) for entry in provisions), "; "
        )

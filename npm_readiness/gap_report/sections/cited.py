"""The names by which a report cites provisions, instruments and the sources of a profile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.gap_report.sections.inline import joined, line, safe_name
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.cited import AssessedSource, CitedInstrument, CitedProvision
from npm_readiness.models.vocabulary import CrossRead, Verified
from npm_readiness.records import record

__all__ = ["DIFFER", "UNSEEN", "Cited"]

UNSEEN = "\N{DEGREE SIGN}"
"""The mark of a provision whose wording was recalled and not read."""
DIFFER = "\N{DEGREE SIGN}\N{DEGREE SIGN}"
"""The mark of one that two readers recalled differently."""


@record(frozen=True)
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
        return f"{entry.title} ({entry.date or entry.id})" if self._titles[entry.title] > 1 else entry.title

    @cached_property
    def _titles(self) -> Counter[str]:
        """How many sources have each title."""
        return Counter(source.title for source in self.assessment.sources)

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
        """Several provisions as people cite them, those of one instrument after its name."""
        return "; ".join(told for _, told in self._in_order(provisions))

    def provision_names(self, provisions: Iterable[str]) -> Inline:
        """Several provisions, those of one instrument after its name, each with a link to its entry in the annex."""
        return joined((line(Run(told, link=f"#{safe_name(name)}")) for name, told in self._in_order(provisions)), "; ")

    def _in_order(self, provisions: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Provisions by instrument, as these come; the first of each with the name of its instrument."""
        by_instrument: dict[str, list[str]] = {}
        for name in provisions:
            by_instrument.setdefault(self.provisions[name].instrument, []).append(name)
        for first, *rest in by_instrument.values():
            yield first, self.provision_name(first)
            yield from ((name, self.pinpoint(self.provisions[name])) for name in rest)

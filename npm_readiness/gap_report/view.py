"""What formats draw from: one assessment in one language, with the document and the sheets that are composed from it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from npm_readiness.gap_report.extent import EVERYTHING, Extent
from npm_readiness.gap_report.language import Texts
from npm_readiness.models.assessment import Assessment
from npm_readiness.records import record

if TYPE_CHECKING:
    from npm_readiness.gap_report.document import Report
    from npm_readiness.gap_report.sections.context import Context
    from npm_readiness.gap_report.workbook import Workbook

__all__ = ["View"]


@record(frozen=True)
class View:
    """An assessment as formats see it; what a format does not ask for is not composed, nor what composes it imported."""

    assessment: Assessment
    texts: Texts
    extent: Extent = EVERYTHING

    @cached_property
    def _context(self) -> Context:
        from npm_readiness.gap_report.composing import numbered

        return numbered(self.assessment, self.texts)

    @cached_property
    def report(self) -> Report:
        """The whole document: sections of blocks."""
        from npm_readiness.gap_report.composing import report_of

        return report_of(self._context)

    @cached_property
    def part(self) -> Report:
        """The document in the length that its reader wants."""
        from npm_readiness.gap_report.excerpt import excerpt

        return excerpt(self.report, self.extent, self.texts)

    @cached_property
    def workbook(self) -> Workbook:
        """The sheets, with the paragraph numbers of the document."""
        from npm_readiness.gap_report.sections.sheets import workbook

        return workbook(self._context)

    @property
    def json(self) -> str:
        """The assessment itself."""
        return self.assessment.to_json()

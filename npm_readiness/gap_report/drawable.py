"""What a format draws: a document, sheets, or the data itself. An assessment is one; a plan is another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from npm_readiness.gap_report.document import Report
    from npm_readiness.gap_report.workbook import Workbook

__all__ = ["Drawable"]


class Drawable(Protocol):
    """A document with sheets beside it, each composed only when a format asks for it."""

    @property
    def report(self) -> Report:
        """The whole document: sections of blocks."""

    @property
    def part(self) -> Report:
        """The document in the length that its reader wants."""

    @property
    def workbook(self) -> Workbook:
        """The sheets."""

    @property
    def json(self) -> str:
        """What the document is drawn from, as JSON."""

"""Excel: sheets to sort, filter and count in."""

from __future__ import annotations

from npm_readiness.gap_report.format import Format
from npm_readiness.gap_report.sealing import ARCHIVE, sealed
from npm_readiness.gap_report.view import View

__all__ = ["FORMAT"]


def _drawn(view: View) -> bytes:
    from npm_readiness.gap_report.formats.xlsx.file import excel_of

    return sealed(excel_of(view.workbook), ARCHIVE)


FORMAT = Format((".xlsx",), _drawn, extra="office", binary=True)
"""What the ending of a file tells, and how it is drawn."""

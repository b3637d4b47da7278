"""Excel: sheets to sort, filter and count in."""

from __future__ import annotations

from npm_readiness.gap_report.drawable import Drawable
from npm_readiness.gap_report.format import Format
from npm_readiness.gap_report.sealing import ARCHIVE, sealed

__all__ = ["FORMAT"]


def _drawn(shown: Drawable) -> bytes:
    from npm_readiness.gap_report.formats.xlsx.file import excel_of

    return sealed(excel_of(shown.workbook), ARCHIVE)


FORMAT = Format((".xlsx",), _drawn, extra="office", binary=True)
"""What the ending of a file tells, and how it is drawn."""

"""The actions as CSV: UTF-8 with a byte-order mark, by which Excel knows it, commas, and lines that end as RFC 4180 has them."""

from __future__ import annotations

import csv
from io import StringIO

from npm_readiness.gap_report.cleaning import REPLACEMENT, UNWANTED
from npm_readiness.plan_reports.roadmap.naming import Names
from npm_readiness.plan_reports.roadmap.sheets import ACTION_COLUMNS, action_rows

__all__ = ["csv_of", "harmless"]

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With these a program that opens a table takes the text of a cell for a formula; the wide signs count as well."""


def csv_of(names: Names) -> str:
    """A row for each action, with the columns of the workbook; no cell can become a formula."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(names.texts.say(title)) for title, _ in ACTION_COLUMNS])
    for row in action_rows(names):
        writer.writerow([harmless("" if cell is None else str(cell)) for cell in row])
    return BYTE_ORDER_MARK + text.getvalue()


def harmless(text: str) -> str:
    """The text of a cell, behind an apostrophe where it begins like a formula, blanks before it or not."""
    text = UNWANTED.sub(REPLACEMENT, text)
    return f"'{text}" if text.lstrip(" \N{NO-BREAK SPACE}").startswith(BEGINNINGS) else text

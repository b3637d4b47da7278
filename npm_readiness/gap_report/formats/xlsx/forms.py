"""Sheets to be filled in: cells for entries, lists to choose from, and a lock on the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from npm_readiness.gap_report.formats.xlsx.limits import cut, storable
from npm_readiness.gap_report.workbook import Column, SheetTable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

__all__ = ["add_entries", "hide_keys", "lock"]

MOST_OF_A_LIST = 255
"""Units that the choices of a list can have together with the commas between them."""
MOST_OF_A_HINT = 255


def hide_keys(worksheet: Worksheet, table: SheetTable, row: int) -> None:
    """Keep from sight what is there for programs alone: the row of keys, and the columns that say so."""
    worksheet.set_row(row, None, None, {"hidden": True})
    for at, column in enumerate(table.columns):
        if column.hidden:
            worksheet.set_column(at, at, column.width, None, {"hidden": True})


def add_entries(worksheet: Worksheet, table: SheetTable, top: int) -> None:
    """Hints and lists for the cells to be filled in; ``top`` is the row of the head."""
    for at, column in enumerate(table.columns):
        rule = _rule(column)
        if column.kind == "entry" and rule and table.rows:
            worksheet.data_validation(top + 1, at, top + len(table.rows), at, rule)


def _rule(column: Column) -> dict[str, Any]:
    """What an entry can be, and what is said of it; empty where there is nothing to say."""
    rule: dict[str, Any] = {"validate": "any"}
    choices = [storable(choice) for choice in column.choices]
    # A comma parts the choices of a list, in every language of Excel; nothing can stand for it.
    listed = bool(choices) and not any("," in choice or '"' in choice for choice in choices)
    if listed and len(",".join(choices).encode("utf-16-le", "replace")) // 2 <= MOST_OF_A_LIST:
        rule = {"validate": "list", "source": choices}
    if column.hint:
        rule["input_message"] = cut(storable(column.hint), MOST_OF_A_HINT)
    return rule if len(rule) > 1 else {}


def lock(worksheet: Worksheet) -> None:
    """Let nothing be changed but entries, and the height and width of cells; without a password, so that nobody is locked out."""
    worksheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})

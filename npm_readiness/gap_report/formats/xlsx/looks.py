"""How cells of the Excel file look: fonts, lines, numbers, and pale fills that colour-blind readers can tell apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import xlsxwriter  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]

__all__ = ["FILLS", "SHARE_BAR", "Looks"]

INK, LINE, ACCENT = "#1D2B30", "#C3CED2", "#17495A"

CELL: Mapping[str, Any] = {
    "font_size": 10,
    "font_color": INK,
    "text_wrap": True,
    "valign": "top",
    "bottom": 1,
    "bottom_color": LINE,
}
FIGURE: Mapping[str, Any] = {**CELL, "align": "right", "indent": 1, "text_wrap": False}
HEAD: Mapping[str, Any] = {
    **CELL,
    "bold": True,
    "font_color": ACCENT,
    "bg_color": "#F2F5F6",
    "bottom": 2,
    "bottom_color": ACCENT,
}
FREE: Mapping[str, Any] = {"font_size": 10, "font_color": INK, "text_wrap": True, "valign": "top"}

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "text": CELL,
    "number": {**FIGURE, "num_format": "0"},
    "share": {**FIGURE, "num_format": "0 %"},
    "share-close": {**FIGURE, "num_format": "0.0### %"},
    "head": HEAD,
    "head-number": {**HEAD, "align": "right", "indent": 1},
    "entry": {**CELL, "bg_color": "#FFF8E1", "border": 1, "border_color": LINE, "num_format": "@", "locked": False},
    "title": {**FREE, "font_size": 15, "bold": True, "font_color": ACCENT},
    "line": FREE,
    "caption": {**FREE, "font_size": 11, "bold": True},
}

WELL, PARTLY, NOT, OPEN = "#DCEBF5", "#FBF1CF", "#F8D9C8", "#E6E8EA"
FILLS: Mapping[str, str] = {
    "status-met": WELL,
    "status-partly-met": PARTLY,
    "status-not-met": NOT,
    "status-falls-short": NOT,
    "status-undetermined": OPEN,
    "verdict-ready": WELL,
    "verdict-ready-with-gaps": PARTLY,
    "verdict-not-ready": NOT,
    "verdict-undetermined": OPEN,
    "severity-critical": NOT,
    "severity-major": PARTLY,
}
"""The fill behind a word by its kind, from blue over sand to orange, with grey for what is open. The word says the same."""

SHARE_BAR: Mapping[str, Any] = {
    "type": "data_bar",
    "bar_color": "#C9DBE4",
    "bar_solid": True,
    "bar_border_color": "#C9DBE4",
    "min_type": "num",
    "min_value": 0,
    "max_type": "num",
    "max_value": 1,
}
"""A pale bar behind a share, on a scale from nothing to all."""


class Looks(dict[str, "Format"]):
    """The looks of a workbook by their names, each made when a cell first needs it."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        super().__init__()
        self._book = book
        self._others: dict[tuple[str, str], Format] = {}

    def __missing__(self, name: str) -> Format:
        self[name] = self._book.add_format(dict(LOOKS[name]))
        return self[name]

    def quoted(self, name: str) -> Format:
        """The same for a text that begins like a formula: it stays a text when somebody edits the cell."""
        return self._other("quoted", name, {**LOOKS[name], "quote_prefix": True})

    def fill(self, kind: str) -> Format:
        """The fill behind the words of this kind."""
        return self._other("fill", kind, {"bg_color": FILLS[kind], "font_color": INK})

    def size_of(self, name: str) -> int:
        """The size of its letters in points."""
        return int(LOOKS[name]["font_size"])

    def _other(self, use: str, name: str, properties: Mapping[str, Any]) -> Format:
        if (use, name) not in self._others:
            self._others[use, name] = self._book.add_format(dict(properties))
        return self._others[use, name]

"""What stands in a cell: taken where it is what somebody typed, else named and never guessed."""

from __future__ import annotations

from typing import Any

from npm_readiness.problems import Place, Problem, problem_at

__all__ = ["CELL_LIMIT", "place_of", "problem_of", "shortened", "text_of", "tidied", "trouble_of"]

CELL_LIMIT = 32_767
"""Characters that a cell of Excel can hold: a text of this length was cut."""

EXACT = 10**15
"""From here on a spreadsheet has put other digits in place of those that were typed."""

TOLD = 300
"""Characters of a text that a problem tells."""

NO_FORMATS = ("General", "@", "0", None)
"""Formats of numbers that show the digits as they are."""


def text_of(cell: Any) -> str:
    """The text of a cell that is in no trouble; empty where nothing stands in it."""
    value = cell.value
    return "" if value is None else tidied(str(int(value) if isinstance(value, float) else value))


def trouble_of(cell: Any) -> tuple[str, str] | None:
    """Why a cell cannot be taken for what somebody typed, and what to do; ``None`` where it can."""
    value, found = cell.value, None
    if cell.data_type == "f":
        found = "this cell holds a formula", "type the text, or put an apostrophe before it"
    elif cell.data_type == "e":
        found = f"this cell holds an error: {value}", "type the text"
    elif isinstance(value, bool | int | float):
        found = _trouble_of_number(value, cell.number_format)
    elif value is not None and not isinstance(value, str):
        found = (
            f"the program made a date of this cell ({value})",
            "type what was meant with an apostrophe before it, such as '1-2",
        )
    elif isinstance(value, str) and len(value) >= CELL_LIMIT:
        found = "the text of this cell was cut at 32,767 characters", "put the rest into another cell"
    return found


def _trouble_of_number(value: float, number_format: str | None) -> tuple[str, str] | None:
    advice = "type what was meant with an apostrophe before it"
    if isinstance(value, bool) or value != int(value):
        return f"this cell holds {value}, and a text is wanted", advice
    if number_format not in NO_FORMATS:
        return f"the program made the number {value} of what was typed, and shows it in another way", advice
    if abs(value) >= EXACT:
        return "the program has shortened a number with so many digits", advice
    return None


def tidied(text: str) -> str:
    """A text without the ends of lines that another program writes, and without blanks around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").strip()


def place_of(cell: Any, file: str) -> Place:
    """Where a cell stands: file, sheet and cell."""
    return Place(f"{file}: {cell.parent.title}!{cell.coordinate}")


def problem_of(cell: Any, file: str, reason: str, advice: str) -> Problem:
    """What is wrong with a cell, and what to do."""
    return problem_at(place_of(cell, file), "form-cell", reason=reason, advice=advice)


def shortened(text: str) -> str:
    """A text on one line, as much of it as tells which one is meant."""
    line = " ".join(text.split())
    return line if len(line) <= TOLD else f"{line[:TOLD]} …"

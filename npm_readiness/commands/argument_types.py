"""Arguments as they are typed: ids, dates, numbers, shares. Nothing heavy is imported here."""

from __future__ import annotations

import argparse
import re

TYPE_CHECKING = False  # As typing has it, whose import takes as long as all arguments.
if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

__all__ = ["STAGES", "day", "ids", "number", "percent", "stage"]

STAGES = ("ratification", "designation", "establishment", "operation")
"""The stages, in their order."""


def ids(text: str) -> tuple[str, ...]:
    """Ids with commas between them, each once; at least one."""
    found = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if not found:
        raise argparse.ArgumentTypeError("give at least one id; several are separated by commas")
    return found


def day(text: str) -> date:
    """A date written YYYY-MM-DD."""
    from datetime import date

    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it YYYY-MM-DD")


def number(text: str) -> int:
    """A number from 1 to 999999."""
    if re.fullmatch(r"[1-9]\d{0,5}", text, re.ASCII):
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 999999")


def percent(text: str) -> Fraction:
    """A share of 1 from a percentage, exactly."""
    from fractions import Fraction

    if re.fullmatch(r"\d{1,3}(\.\d{1,12})?", text, re.ASCII):
        share = Fraction(text) / 100
        if share <= 1:
            return share
    raise argparse.ArgumentTypeError(f"{text!r} is not a percentage from 0 to 100")


def stage(text: str) -> tuple[str, bool]:
    """A stage, and whether it must be ready without gaps."""
    name, separator, wanted = text.partition("=")
    if name in STAGES and (not separator or wanted == "ready"):
        return name, bool(separator)
    raise argparse.ArgumentTypeError(f"{text!r} is neither one of {', '.join(STAGES)} nor one of these with =ready")

"""What is worth a second look and stops nothing, said on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from npm_readiness.problems import Problem

__all__ = ["MOST_SHOWN", "show_warnings"]

MOST_SHOWN = 500
"""How many warnings are printed."""


def show_warnings(warnings: Iterable[Problem]) -> None:
    """A line for each, sorted by place: ``warning: FILE:LINE:COLUMN: what (what to do)``."""
    listed = sorted(set(warnings))
    for warning in listed[:MOST_SHOWN]:
        print(f"warning: {warning}", file=sys.stderr)  # noqa: T201
    if len(listed) > MOST_SHOWN:
        print(f"and {len(listed) - MOST_SHOWN} more warnings", file=sys.stderr)  # noqa: T201

"""How much of a report is wanted."""

from __future__ import annotations

from typing import Literal, get_args

from npm_readiness.records import record

__all__ = ["EVERYTHING", "LENGTHS", "Extent", "Length"]

Length = Literal["short", "main", "full"]
"""For who decides; for who works with it; for who checks it."""

LENGTHS: tuple[Length, ...] = get_args(Length)
"""The lengths, the shortest first."""


@record(frozen=True)
class Extent:
    """How much of a report is wanted.

    ``sections`` are keys of the outline or ids of checklists of standards; where there are any, they stand alone and ``length``
    says nothing.
    """

    length: Length = "full"
    sections: tuple[str, ...] = ()


EVERYTHING = Extent()
"""The whole report."""

"""What a picture shows, as figures and words; how it is drawn is the business of each format.

Every drawing can be told without colour: kinds come with a mark of their own, and what is open is hatched. Kinds are those of
runs: ``status-…`` and ``verdict-…``.
"""

from __future__ import annotations

from npm_readiness.records import record

__all__ = [
    "Bar",
    "Counts",
    "Drawing",
    "Gantt",
    "GanttMark",
    "GanttRow",
    "Grid",
    "GridCell",
    "GridRow",
    "Intervals",
    "Pairs",
    "Part",
    "Stacked",
    "Step",
    "Track",
]


@record(frozen=True)
class Bar:
    """A bar on a scale of 0 to 1: full up to ``lower``, open from there to ``upper``; ``words`` say the same."""

    label: str
    lower: float
    upper: float
    words: str


@record(frozen=True)
class Intervals:
    """Bars below one another; ``scale`` names what is full, what is open and what is empty."""

    rows: tuple[Bar, ...]
    scale: tuple[str, str, str]


@record(frozen=True)
class Pairs:
    """For each label two bars, such as law and practice; ``None`` where there is nothing to show."""

    rows: tuple[tuple[str, Bar | None, Bar | None], ...]
    names: tuple[str, str]
    scale: tuple[str, str, str]


@record(frozen=True)
class Step:
    """A station of a track with its word and kind (``verdict-…``)."""

    label: str
    words: str
    kind: str


@record(frozen=True)
class Track:
    """Stations in a row, in their order."""

    steps: tuple[Step, ...]


@record(frozen=True)
class Part:
    """A part of a stacked bar: how many, and what they are. ``kind`` is ``severity-critical``, ``-major`` or ``-minor``."""

    number: int
    words: str
    kind: str


@record(frozen=True)
class Stacked:
    """A bar made of parts."""

    label: str
    parts: tuple[Part, ...]


@record(frozen=True)
class Counts:
    """Stacked bars below one another, drawn to one scale."""

    rows: tuple[Stacked, ...]


@record(frozen=True)
class GridCell:
    """One cell of a grid: a short label, its status (``status-…``) in words, and where it leads."""

    label: str
    words: str
    kind: str
    link: str


@record(frozen=True)
class GridRow:
    """A row of cells under one label."""

    label: str
    cells: tuple[GridCell, ...]


@record(frozen=True)
class Grid:
    """Rows of cells, such as the provisions of a treaty by article."""

    rows: tuple[GridRow, ...]


@record(frozen=True)
class GanttRow:
    """A bar over time: from ``starts`` to ``ends``, shares of the whole time (0 to 1); ``words`` say the same."""

    label: str
    starts: float
    ends: float
    words: str


@record(frozen=True)
class GanttMark:
    """A moment of the whole time: its sign, a letter, and what it is."""

    at: float
    sign: str
    words: str


@record(frozen=True)
class Gantt:
    """Bars over time below one another, drawn to one scale. ``marks`` cross all of them; ``begins`` and ``ends`` name the scale."""

    rows: tuple[GanttRow, ...]
    marks: tuple[GanttMark, ...]
    begins: str
    ends: str


Drawing = Intervals | Pairs | Track | Counts | Grid | Gantt
"""What a picture shows."""

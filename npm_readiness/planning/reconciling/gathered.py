"""What is gathered while profiles are brought together: differences that are shown, and contradictions that stop it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import When, read_event
from npm_readiness.planning.reconciling.reconciliation import FactDifference, SaidFact
from npm_readiness.problems import Path, Place, Problem, problem_at

__all__ = ["ABSENT", "Gathered", "Side", "in_common_order"]


class _Absent:
    """Stands where a profile says nothing."""


ABSENT = _Absent()
"""What a profile says of a fact of which it says nothing."""

Value = Any
"""A value of a profile as JSON holds it, or ``ABSENT``."""


def in_common_order(lists: Iterable[Iterable[str]]) -> list[str]:
    """Every id of several lists, by the foremost place that it has in any of them: the order of the lists makes no difference."""
    foremost: dict[str, int] = {}
    for listed in lists:
        for place, name in enumerate(listed):
            foremost[name] = min(place, foremost.get(name, place))
    return sorted(foremost, key=lambda name: (foremost[name], name))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the profiles: who it is by, what it is called, and what it holds (only what it says, as JSON)."""

    by: str
    name: str
    prefix: str
    data: Mapping[str, Any]

    def at(self, *path: str) -> Value:
        """What stands at a path of keys; ``ABSENT`` where nothing does."""
        value: Value = self.data
        for key in path:
            if not isinstance(value, Mapping) or key not in value:
                return ABSENT
            value = value[key]
        return value


@dataclass(slots=True)
class Gathered:
    """Merges one fact after the other and remembers where they differ. ``sides`` are the profiles in their order."""

    sides: Sequence[Side]
    differences: list[FactDifference] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def fact(self, key: str, said: Sequence[Value], *, paths: Sequence[Path] = (), unknown: bool = True) -> Value:
        """What all say who say it: dates may be known more or less exactly, and ``unknown`` says nothing.

        Where they differ: ``unknown`` where the profile has that word for it (``unknown``), else a problem that names all of them.
        """
        known = [value for value in said if value is not ABSENT and value != UNKNOWN]
        if not known:
            return ABSENT if all(value is ABSENT for value in said) else UNKNOWN
        exact = _most_exact(known)
        if exact is not ABSENT:
            return exact
        if unknown:
            self.differ(key, said, UNKNOWN, "unknown")
            return UNKNOWN
        self.contradict(key, said, paths)
        return known[0]

    def label(self, key: str, said: Sequence[Value]) -> Value:
        """A name or a title: where they differ the one that comes first by the alphabet, which depends on no order."""
        texts = [value for value in said if value is not ABSENT and value is not None]
        if not texts:
            return ABSENT
        first = min(texts)
        if any(text != first for text in texts):
            self.differ(key, said, first, "label")
        return first

    def differ(
        self, key: str, said: Sequence[Value], merged: Value, how: Literal["unknown", "label", "listed", "open"]
    ) -> None:
        """Remember who says what of a fact."""
        says = [
            SaidFact(by=side.by, value=value)
            for side, value in zip(self.sides, said, strict=True)
            if value is not ABSENT
        ]
        self.differences.append(FactDifference(key=key, says=tuple(says), merged=merged, how=how))

    def listed(self, key: str, present: Sequence[bool], name: str, silent: Sequence[bool] = ()) -> None:
        """Remember that not all list something; the ``silent`` say nothing of such things at all."""
        quiet = silent or [False] * len(present)
        if all(there or hush for there, hush in zip(present, quiet, strict=True)):
            return
        says = [
            SaidFact(by=side.by, value=name if there else None, listed=there)
            for side, there, hush in zip(self.sides, present, quiet, strict=True)
            if there or not hush
        ]
        self.differences.append(FactDifference(key=key, says=tuple(says), merged=name, how="listed"))

    def contradict(self, key: str, said: Sequence[Value], paths: Sequence[Path] = ()) -> None:
        """A problem that names everybody who says something, at the first profile that says it otherwise."""
        who = [place for place, value in enumerate(said) if value is not ABSENT]
        says = ", ".join(f"{self.sides[place].by} says {_written(said[place])}" for place in who)
        other = next((place for place in who if said[place] != said[who[0]]), who[0])
        path = paths[other] if paths else tuple(key.split("."))
        place = Place(self.sides[other].name)
        self.problems.append(problem_at(place, "assessors-contradict", path=path, fact=key, says=says))


def _most_exact(known: Sequence[Value]) -> Value:
    """The value that all say, or the most exact of dates that lie within each other; else ``ABSENT``."""
    if all(value == known[0] and type(value) is type(known[0]) for value in known):
        return known[0]
    events = [_event(value) for value in known]
    dates = [event for event in events if event is not None]
    if len(dates) < len(known):
        return ABSENT
    narrowest = min(dates, key=lambda event: (event.period.latest - event.period.earliest, event.written))
    inner = narrowest.period
    within = all(one.period.earliest <= inner.earliest and inner.latest <= one.period.latest for one in dates)
    return narrowest.written if within else ABSENT


def _event(value: Value) -> When | None:
    try:
        event = read_event(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return event if isinstance(event, When) else None


def _written(value: Value) -> str:
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)

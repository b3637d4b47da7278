"""Cases by what tells them apart for a criterion: in cases of one kind it comes to the same."""

from __future__ import annotations

from functools import cached_property

from npm_readiness.records import record
from npm_readiness.scoring.cases import Allowed, Case, Value, fits

__all__ = ["SITUATIONAL", "Kinds", "KindsOfCases"]

SITUATIONAL = frozenset({"membership", "mechanism"})
"""The facts that make a criterion moot, rather than not applicable, where it does not stand for their values."""


@record(frozen=True)
class Kinds:
    """The kinds of cases for one criterion: the first of each, and the number of its kind for each of all cases."""

    firsts: tuple[Case, ...]
    numbers: tuple[int, ...]


@record(frozen=True)
class KindsOfCases:
    """All cases, of which there can be hundreds, sorted into kinds. Few rules are named, each by many criteria."""

    cases: tuple[Case, ...]

    def of(self, applies: Allowed, facts: tuple[str, ...]) -> Kinds:
        """The kinds for a criterion: by whether it applies, else whether only where the State stands is why, and by some facts.

        ``applies`` are the values for which it stands, ``facts`` those on which its questions hang.
        """
        key = tuple(applies.items()), facts
        if key not in self._kinds:
            self._kinds[key] = self._sorted(applies, facts)
        return self._kinds[key]

    def differ(self, fact: str, allowed: frozenset[Value]) -> bool:
        """Whether a fact has one of these values in some cases and not in others."""
        return len(set(self._fitting(fact, allowed))) > 1

    def _sorted(self, applies: Allowed, facts: tuple[str, ...]) -> Kinds:
        fitting = {fact: self._fitting(fact, allowed) for fact, allowed in applies.items()}
        firm = [fitted for fact, fitted in fitting.items() if fact not in SITUATIONAL]
        told = [
            self._all(list(fitting.values())),
            self._all(firm),
            *([case[fact] for case in self.cases] for fact in facts),
        ]
        firsts: dict[tuple[object, ...], Case] = {}
        values = list(zip(*told, strict=True))
        for value, case in zip(values, self.cases, strict=True):
            firsts.setdefault(value, case)
        places = {value: place for place, value in enumerate(firsts)}
        return Kinds(tuple(firsts.values()), tuple([places[value] for value in values]))

    def _all(self, fitting: list[tuple[bool, ...]]) -> tuple[bool, ...]:
        """For each case whether it fits everywhere."""
        return tuple(map(all, zip(*fitting, strict=True))) if fitting else (True,) * len(self.cases)

    def _fitting(self, fact: str, allowed: frozenset[Value]) -> tuple[bool, ...]:
        """For each case whether a fact has one of these values."""
        key = fact, allowed
        if key not in self._known:
            self._known[key] = tuple([fits(case[fact], allowed) for case in self.cases])
        return self._known[key]

    @cached_property
    def _known(self) -> dict[tuple[str, frozenset[Value]], tuple[bool, ...]]:
        return {}

    @cached_property
    def _kinds(self) -> dict[object, Kinds]:
        return {}

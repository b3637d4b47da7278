"""Mutants brought to life: in a fork of a process that has collected the tests, or in one that has imported nothing of ours yet."""

from __future__ import annotations

import gc
import importlib
import importlib.machinery
from collections import defaultdict
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType
from typing import TypeVar

import pytest

from mutating.changes import PACKAGE, TOP, Mutant, changed
from mutating.choosing import Chosen
from mutating.processes import in_child
from mutating.testing import Ran, Session, caches, run_pytest, until_one_fails

__all__ = ["KILLED_BY_TIME", "Host", "born_again"]

KILLED_BY_TIME = "time or memory"
WALL_SECONDS = 900.0
"""How long a test without a mutant may take by the clock, on a machine that is shared."""

OF_A_CATALOGUE = ("reading", "models", "loading")
"""What it takes to load the catalogue: no mutant of another part changes that, so that it is loaded once for all of these."""


def seconds_by_the_clock(budget: float) -> float:
    """How long a mutant may take by the clock, of which so much on the processor: it may be waiting for ever."""
    return 90 + 10 * budget


def bounds_of(chosen: Chosen) -> list[float]:
    """How long each test may take on the processor before the mutant counts as one that never ends."""
    return [10 * seconds + 5 for seconds in chosen.seconds]


class Host:
    """A process that has collected the tests, and all functions of the package that live in it, by their file."""

    def __init__(self, session: Session, items: list[pytest.Item]) -> None:
        self.session = session
        self.items = {item.nodeid: item for item in items}
        default_catalogue: Callable[[], object] = importlib.import_module(
            f"{PACKAGE}.loading.catalogue"
        ).default_catalogue
        default_catalogue()
        self.stood: dict[str, bool] = {}
        self.found: dict[str, list[FunctionType]] = defaultdict(list)
        for kept in gc.get_objects():
            if isinstance(kept, FunctionType) and kept.__code__.co_filename.startswith(str(TOP / PACKAGE)):
                self.found[kept.__code__.co_filename].append(kept)

    def swapped(self, mutant: Mutant, chosen: Chosen, budget: float) -> Ran | None:
        """What becomes of a mutant whose code the living functions get in a fork; None where it finds no place there."""

        def live() -> tuple[Ran | None]:
            try:
                if not self._change(mutant):
                    return (None,)
            except ValueError:  # it has other free variables
                return (None,)
            apart = () if mutant.package in OF_A_CATALOGUE else OF_A_CATALOGUE
            for kept in caches(apart):
                kept.cache_clear()
            return (
                until_one_fails(self.session, [self.items[test] for test in chosen.tests], bounds_of(chosen), budget),
            )

        return _ended(in_child(live, seconds_by_the_clock(budget)))

    def stands(self, test: str) -> bool:
        """Whether a test that has killed a mutant passes where nothing is changed: what else fails it would kill every mutant."""
        if test not in self.stood:
            alone = in_child(
                lambda: until_one_fails(self.session, [self.items[test]], [WALL_SECONDS], WALL_SECONDS), WALL_SECONDS
            )
            self.stood[test] = alone is not None and alone.by is None
        return self.stood[test]

    def _change(self, mutant: Mutant) -> bool:
        """Gives the living functions the code of the mutant; whether every part of the code that differs got its place."""
        file = TOP / mutant.file
        before = dict(_codes(compile(file.read_text(encoding="utf-8"), str(file), "exec", dont_inherit=True)))
        after = dict(_codes(compile(changed(mutant), str(file), "exec", dont_inherit=True)))
        if before.keys() != after.keys():
            return False
        living = defaultdict(list)
        for function in self.found[str(file)]:
            living[function.__code__].append(function)
        different = [place for place in before if before[place] != after[place]]
        if not any(before[place] in living for place in different):
            return False
        for place in different:
            for function in living[before[place]]:
                function.__code__ = after[place]
        return True


Place = tuple[int, ...]


def _codes(code: CodeType, place: Place = ()) -> Iterator[tuple[Place, CodeType]]:
    """The code of every function in this code, by its place among the constants."""
    inner = [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    for number, constant in enumerate(inner):
        yield (*place, number), constant
        yield from _codes(constant, (*place, number))


def born_again(mutant: Mutant, chosen: Chosen, examples: int, budget: float) -> Ran:
    """What becomes of a mutant that is imported as it is, in a fork of this process, which must not have imported the package."""

    def live() -> tuple[Ran]:
        _import_as(mutant)
        ran: list[Ran] = []

        def run(session: Session, items: list[pytest.Item]) -> None:
            found = {item.nodeid: item for item in items}
            tests = [found.get(test) for test in chosen.tests]
            if None in tests:
                ran.append(Ran(0, "a test is not there any more"))
            else:
                ran.append(until_one_fails(session, [test for test in tests if test], bounds_of(chosen), budget))

        run_pytest(sorted({test.partition("::")[0] for test in chosen.tests}), Session(run, examples))
        return (ran[0] if ran else Ran(0, "the import"),)

    return _ended(in_child(live, seconds_by_the_clock(budget)))


Seen = TypeVar("Seen")


def _ended(told: tuple[Seen] | None) -> Seen | Ran:
    return Ran(0, KILLED_BY_TIME) if told is None else told[0]


def _import_as(mutant: Mutant) -> None:
    """Lets the import of its module find the mutant."""
    loader, file = importlib.machinery.SourceFileLoader, str(TOP / mutant.file)
    before = loader.get_code

    def get_code(self: importlib.machinery.SourceFileLoader, name: str) -> CodeType | None:
        if self.path != file:
            return before(self, name)
        return compile(changed(mutant), file, "exec", dont_inherit=True)

    loader.get_code = get_code  # type: ignore[method-assign, assignment]

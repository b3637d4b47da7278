"""Which tests are to see a mutant, and in which order."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from mutating.changes import PACKAGE, TOP, Mutant
from mutating.reaching import Reach

__all__ = ["NEAR", "Choice", "Chosen"]

NEAR = {
    "reading": ("tests/reading", "tests/fuzz"),
    "models": ("tests/models", "tests/situation", "tests/loading", "tests/scoring"),
    "situation": ("tests/situation", "tests/scoring"),
    "scoring": ("tests/scoring",),
    "planning": ("tests/planning", "tests/plan_reports"),
    "collecting": ("tests/collecting",),
}
"""The packages whose modules are changed, each with the tests that are written for it: these are run before all others."""

LONG = 3.0
"""Seconds on the processor above which a test is run after the quick ones of other folders."""


@dataclass(frozen=True)
class Chosen:
    """The tests for a mutant, in their order; ``again`` says that what ran while tests were collected has to be run again."""

    tests: tuple[str, ...]
    seconds: tuple[float, ...]
    again: bool

    def nearest(self, mutant: Mutant, budget: float) -> Chosen:
        """Those of them that stand nearest, as many as can be run: to collect all tests would take longer than to run some."""
        near = [number for number, test in enumerate(self.tests) if test.startswith(NEAR[mutant.package])]
        numbers: list[int] = []
        for number in near or range(len(self.tests)):
            budget -= self.seconds[number]
            if budget > 0:
                numbers.append(number)
        return Chosen(
            tuple(self.tests[number] for number in numbers),
            tuple(self.seconds[number] for number in numbers),
            self.again,
        )


@dataclass
class Choice:
    """Chooses by what each test reaches, how long it takes, and which tests have killed other mutants of the same file."""

    reach: Reach
    killers: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    broken: set[str] = field(default_factory=set)
    """Tests that fail where nothing is changed, too, so that nothing follows from it."""

    def __post_init__(self) -> None:
        self.uses = _uses()

    def of(self, mutant: Mutant) -> Chosen:
        """The tests that can see it."""
        if mutant.names is None:
            collecting = next(
                (self.reach.collected[mutant.file][line] for line in mutant.lines if self._collected(mutant, line)),
                set(),
            )
            bits = self.reach.of(mutant.file, mutant.lines)
            if collecting:
                bits |= self._of_files(collecting)
            return self._ordered(mutant, bits, again=bool(collecting))
        bits = self._by_name(mutant) or self._of_file(mutant.file)
        return self._ordered(mutant, bits | self._of_folder(NEAR[mutant.package][0]), again=True)

    def _collected(self, mutant: Mutant, line: int) -> bool:
        return line in self.reach.collected.get(mutant.file, {})

    def _of_files(self, files: Iterable[str]) -> int:
        wanted = set(files)
        return sum(1 << number for number, test in enumerate(self.reach.tests) if test.partition("::")[0] in wanted)

    def _of_folder(self, folder: str) -> int:
        return sum(1 << number for number, test in enumerate(self.reach.tests) if test.startswith(f"{folder}/"))

    def _of_file(self, file: str) -> int:
        bits = 0
        for reached in self.reach.lines.get(file, {}).values():
            bits |= reached
        return bits

    def _by_name(self, mutant: Mutant) -> int:
        """The tests that reach a line in which something stands that rests on what the mutant defines."""
        bits, known, new = 0, set(mutant.names or ()), list(mutant.names or ())
        while new:
            for file, line, binds in self.uses.get(new.pop(), ()):
                bits |= self.reach.lines.get(file, {}).get(line, 0)
                new.extend(set(binds) - known)
                known |= set(binds)
        return bits

    def _ordered(self, mutant: Mutant, bits: int, *, again: bool) -> Chosen:
        near, killers = NEAR[mutant.package], self.killers[mutant.file]

        def place(number: int) -> tuple[object, ...]:
            test, seconds = self.reach.tests[number], self.reach.seconds[number]
            known = killers[test] if seconds < LONG else 0
            return (-known / (0.05 + seconds), seconds > LONG, not test.startswith(near), seconds, test)

        numbers = sorted(
            (number for number in self.reach.numbers(bits) if self.reach.tests[number] not in self.broken), key=place
        )
        return Chosen(
            tuple(self.reach.tests[number] for number in numbers),
            tuple(self.reach.seconds[number] for number in numbers),
            again,
        )


def _uses() -> dict[str, set[tuple[str, int, tuple[str, ...]]]]:
    """Of each name: where it is used in the package, and what is bound there if that is outside of functions."""
    found: dict[str, set[tuple[str, int, tuple[str, ...]]]] = defaultdict(set)
    for file in (TOP / PACKAGE).rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        _visit(tree, str(file.relative_to(TOP)), (), found)
    return found


def _visit(
    node: ast.AST, file: str, binds: tuple[str, ...], found: dict[str, set[tuple[str, int, tuple[str, ...]]]]
) -> None:
    for inner in ast.iter_child_nodes(node):
        name = inner.id if isinstance(inner, ast.Name) else inner.attr if isinstance(inner, ast.Attribute) else None
        if name:
            found[name].add((file, getattr(inner, "lineno", 0), binds))
        if isinstance(inner, ast.FunctionDef):
            _visit(inner, file, (), found)
        elif isinstance(inner, (ast.Assign, ast.AnnAssign)) and isinstance(node, (ast.Module, ast.ClassDef)):
            targets = inner.targets if isinstance(inner, ast.Assign) else [inner.target]
            bound = tuple(name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name))
            _visit(inner, file, bound, found)
        else:
            _visit(inner, file, binds, found)

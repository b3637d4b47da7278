"""Which lines each test reaches, and how long it takes: measured once, and kept outside of the tree until a file changes.

A test is said to reach what it runs itself, what the shared fixtures that it uses ran when they were set up, and, where it
is the first of its file, what fills the caches of the package. What is run while a file of tests is collected is kept apart.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mutating.changes import PACKAGE, TOP
from mutating.processes import in_child
from mutating.testing import Session, caches, files_of_tests, run_pytest

if TYPE_CHECKING:
    from coverage import Coverage

__all__ = ["Reach", "reach"]

COLLECTED, FIXTURE = "collected: ", "fixture: "
OTHER_INPUTS = (PACKAGE, "checklists", "examples", "tests")
KEPT = Path(tempfile.gettempdir()) / f"npm_readiness-reached-{os.getuid()}"
HOURS = 2
EXAMPLES = 10
"""Of each property: as many show which lines it reaches."""


@dataclass
class Reach:
    """What the tests reach. A set of tests is a number: the bit at a test's place in ``tests`` is set."""

    tests: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    lines: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    collected: dict[str, dict[int, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))

    def add(self, file_of_tests: str, measured: dict[str, Any]) -> None:
        """Takes in what was measured of one file of tests."""
        offset = len(self.tests)
        self.tests.extend(measured["tests"])
        self.seconds.extend(measured["tests"].values())
        for file, lines in measured["lines"].items():
            for line, bits in lines.items():
                self.lines[file][int(line)] |= int(bits, 16) << offset
        for file, lines in measured["collected"].items():
            for line in lines:
                self.collected[file][line].add(file_of_tests)

    def of(self, file: str, lines: Iterable[int]) -> int:
        """The tests that reach the first of these lines that any of them reaches."""
        reached = self.lines.get(file, {})
        return next((reached[line] for line in lines if line in reached), 0)

    def numbers(self, bits: int) -> Iterator[int]:
        """The places of the tests in a set."""
        return (number for number, bit in enumerate(bin(bits)[:1:-1]) if bit == "1")


def reach(*, shown: bool) -> Reach:
    """What every file of tests reaches, measured now where it is not known yet."""
    home = KEPT / _key()
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = {file: home / f"{_digest([TOP / file])}.json.gz" for file in files_of_tests(shown=shown)}
    missing = [file for file, place in kept.items() if not place.exists()]
    for folder, files in groupby(missing, lambda file: Path(file).parts[1]):
        named = list(files)
        print(f"measuring what tests/{folder} reaches", file=sys.stderr, flush=True)
        for file, measured in (in_child(partial(_measured, named), HOURS * 3600, idle=HOURS * 3600) or {}).items():
            with gzip.open(kept[file], "wt", encoding="utf-8", compresslevel=1) as written:
                json.dump(measured, written)
    found = Reach()
    for file, place in kept.items():
        if not place.exists():
            print(f"{file} could not be measured", file=sys.stderr)
            continue
        with gzip.open(place, "rt", encoding="utf-8") as stored:
            found.add(file, json.load(stored))
    return found


def _key() -> str:
    """A name for everything that a file of tests can reach but itself."""
    names = (file for top in OTHER_INPUTS for file in (TOP / top).rglob("*") if file.is_file())
    others = (file for file in names if not file.name.startswith("test_") and "__pycache__" not in file.parts)
    return _digest(sorted(others))


def _digest(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.relative_to(TOP)} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:16]


def _measured(files: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Of each file: its tests with their seconds, the tests that reach each line, and the lines reached when it was collected."""
    from coverage import Coverage

    coverage = Coverage(data_file=None, source=[str(TOP / PACKAGE)], branch=False, config_file=False, messages=False)
    recorder = _Recorder(coverage)
    coverage.start()
    run_pytest(files, recorder, Session(recorder.run, EXAMPLES))
    coverage.stop()
    return recorder.result(files)


class _Recorder:
    """A plugin that tells coverage for whom lines are run at the moment, and runs all tests in their order."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.seconds: dict[str, float] = {}
        self.fixtures: dict[str, set[str]] = defaultdict(set)
        self.now = ""

    def _for(self, context: str) -> str:
        before, self.now = self.now, context
        self.coverage.switch_context(context)
        return before

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Generator[None, Any, Any]:
        if isinstance(collector, pytest.Module):
            self._for(f"{COLLECTED}{collector.nodeid}")
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, Any, Any]:
        if fixturedef.scope == "function":
            return (yield)
        before = self._for(f"{FIXTURE}{fixturedef.argname}")
        try:
            return (yield)
        finally:
            self._for(before)

    def run(self, session: Session, items: list[pytest.Item]) -> None:
        """Runs every test, each after the first of a file with the caches filled by those before it."""
        for item, following in zip_longest(items, items[1:]):
            if not self.now.startswith(f"{_file_of(item.nodeid)}::"):
                for kept in caches():
                    kept.cache_clear()
            self._for(item.nodeid)
            for name in getattr(item, "fixturenames", ()):
                self.fixtures[name].add(item.nodeid)
            before = _spent()
            if session.passes(item, following):
                self.seconds[item.nodeid] = round(_spent() - before, 3)

    def result(self, files: Sequence[str]) -> dict[str, dict[str, Any]]:
        """What was measured of each file of tests."""
        places: dict[str, dict[str, int]] = {file: {} for file in files}
        for test in self.seconds:
            own = places[_file_of(test)]
            own[test] = len(own)
        found: dict[str, dict[str, Any]] = {
            file: {"tests": {test: self.seconds[test] for test in own}, "lines": {}, "collected": {}}
            for file, own in places.items()
        }
        data = self.coverage.get_data()
        for source in data.measured_files():
            name = str(Path(source).relative_to(TOP))
            for line, contexts in data.contexts_by_lineno(source).items():
                for context in contexts:
                    if context.startswith(COLLECTED):
                        found[context.removeprefix(COLLECTED)]["collected"].setdefault(name, []).append(line)
                for test in self._tests(contexts):
                    lines = found[_file_of(test)]["lines"].setdefault(name, {})
                    lines[line] = lines.get(line, 0) | 1 << places[_file_of(test)][test]
        for measured in found.values():
            measured["lines"] = {
                file: {line: f"{bits:x}" for line, bits in lines.items()} for file, lines in measured["lines"].items()
            }
        return found

    def _tests(self, contexts: Iterable[str]) -> set[str]:
        tests: set[str] = set()
        for context in contexts:
            if context.startswith(FIXTURE):
                tests |= self.fixtures[context.removeprefix(FIXTURE)]
            else:
                tests.add(context)
        return tests & self.seconds.keys()


def _file_of(test: str) -> str:
    return test.partition("::")[0]


def _spent() -> float:
    """Seconds on the processor, those of ended children too."""
    return time.process_time() + sum(os.times()[2:4])

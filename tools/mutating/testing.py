"""The tests as pytest collects them, and some of them run in an order of our own until one fails."""

from __future__ import annotations

import gc
import os
import signal
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper
from itertools import zip_longest
from typing import Any

import pytest

from mutating.changes import PACKAGE, TOP

__all__ = ["Ran", "Session", "caches", "files_of_tests", "run_pytest", "until_one_fails"]

QUIET = (
    "-o",
    "addopts=",
    "-s",
    "-p",
    "no:terminal",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-p",
    "no:cov",
    "-p",
    "no:randomly",
)


@dataclass(eq=False)
class Session:
    """A plugin that collects, settles how hypothesis draws, and hands the items to ``work`` instead of running them."""

    work: Callable[[Session, list[pytest.Item]], None]
    examples: int
    failed: bool = field(default=False, init=False)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            _settle(item, self.examples)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            raise session.Interrupted("a file of tests cannot be collected")
        self.work(self, session.items)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or report.failed

    def passes(self, item: pytest.Item, following: pytest.Item | None) -> bool:
        """Whether this test passes; what it shares with the following one stays for that."""
        self.failed = False
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        return not self.failed


def _settle(item: pytest.Item, examples: int) -> None:
    """The same examples each time, few of them, and no time spent to find the smallest that fails."""
    from hypothesis import Phase, settings

    drawn: Any = getattr(item, "obj", None)
    drawn = getattr(drawn, "__func__", drawn)
    before = getattr(drawn, "_hypothesis_internal_use_settings", None)
    if before is not None:
        drawn._hypothesis_internal_use_settings = settings(
            before,
            max_examples=min(before.max_examples, examples),
            derandomize=True,
            database=None,
            deadline=None,
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(type(before).default.suppress_health_check) + list(_all_checks()),
        )


def _all_checks() -> Iterable[Any]:
    from hypothesis import HealthCheck

    return list(HealthCheck)


def run_pytest(files: Sequence[str], *plugins: object) -> int:
    """Call pytest with these files and plugins; its exit code."""
    os.chdir(TOP)
    os.environ.pop("CI", None)
    return int(pytest.main([*QUIET, f"--basetemp={tempfile.gettempdir()}/pytest", *files], plugins=plugins))


@dataclass(frozen=True)
class Ran:
    """How far the tests of a mutant were run, and which of them killed it, if one did."""

    tests: int
    by: str | None


def until_one_fails(session: Session, items: Sequence[pytest.Item], bounds: Sequence[float], budget: float) -> Ran:
    """Runs the tests in this order. One that takes more seconds on the processor than its bound ends this process."""
    for number, (item, following) in enumerate(zip_longest(items, items[1:]), 1):
        signal.setitimer(signal.ITIMER_PROF, bounds[number - 1])
        try:
            passed = session.passes(item, following)
        except BaseException:  # noqa: BLE001 whatever a mutant raises, it is seen
            passed = False
        if not passed:
            return Ran(number, item.nodeid)
        if sum(os.times()[:4]) > budget:
            return Ran(number, None)
    return Ran(len(items), None)


def caches(but: Sequence[str] = ()) -> list[_lru_cache_wrapper[Any]]:
    """What this package remembers from one call to the next; ``but``: not what these parts of it remember."""
    found = (kept for kept in gc.get_objects() if isinstance(kept, _lru_cache_wrapper))
    named = ((kept, str(getattr(kept, "__module__", ""))) for kept in found)
    apart = tuple(f"{PACKAGE}.{part}" for part in but)
    return [kept for kept, name in named if name.startswith((PACKAGE, "tests")) and not name.startswith(apart)]


OF_THE_LIBRARY = (
    "scoring",
    "situation",
    "models",
    "loading",
    "reading",
    "fuzz",
    "planning",
    "plan_reports",
    "collecting",
    "linting",
)
OF_WHAT_IT_SHOWS = ("filling", "browsing", "commands", "gap_report")


def files_of_tests(*, shown: bool) -> list[str]:
    """The files of all tests of the library, and of what it shows if they are wanted too.

    Each sees the package as this process imports it: there is no browser among them, no wheel, and no page of the docs.
    """
    folders = (*OF_THE_LIBRARY, *(OF_WHAT_IT_SHOWS if shown else ()))
    found = (file for folder in folders for file in sorted((TOP / "tests" / folder).rglob("test_*.py")))
    return [str(file.relative_to(TOP)) for file in found]

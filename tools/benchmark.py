"""How long the steps take, as ratios to a floor on the same machine: PyYAML's own loader on the same files.

Run it: python tools/benchmark.py. Absolute times differ from machine to machine, the ratios much less.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import yaml

from npm_readiness import assess, load_catalogue, load_profile, render
from npm_readiness.gap_report.format import known_formats
from npm_readiness.loading.catalogue import built_in_folder
from npm_readiness.reading.files import read_document

ROUNDS = 7
PROFILE = Path(__file__).parent.parent / "examples" / "turkmenistan.yaml"
FILES = sorted(built_in_folder().rglob("*.yaml"))


def seconds(step: Callable[[], object]) -> float:
    """The median time of a step over a few rounds, after one that is not counted."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def read_with(loader: type[yaml.SafeLoader]) -> Callable[[], object]:
    """Read all files of the catalogue with a loader of PyYAML."""
    return lambda: [yaml.load(path.read_bytes(), Loader=loader) for path in FILES]  # noqa: S506  (a safe one)


def main() -> None:
    """Print each step in milliseconds and as a multiple of the floor."""
    catalogue = load_catalogue()
    profile = load_profile(PROFILE, catalogue)
    assessment = assess(profile, catalogue)
    floor = seconds(read_with(getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    steps: dict[str, Callable[[], object]] = {
        "floor: PyYAML's loader on the catalogue's files": read_with(getattr(yaml, "CSafeLoader", yaml.SafeLoader)),
        "the strict reader on the same files": lambda: [read_document(path) for path in FILES],
        "load_catalogue": load_catalogue,
        "load_profile (Turkmenistan)": lambda: load_profile(PROFILE, catalogue),
        "assess": lambda: assess(profile, catalogue),
        **{f"render as {form}": partial(render, assessment, form) for form in known_formats()},
    }
    for name, step in steps.items():
        took = seconds(step)
        print(f"{name:<50} {took * 1000:8.1f} ms  {took / floor:6.2f} × floor")


if __name__ == "__main__":
    main()

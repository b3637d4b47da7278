"""The steps within one process, when everything is imported: each the best of a few rounds.

The yardstick is the dump of the same assessment as JSON by Python's own module: it grows with what is assessed, as the steps do.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from npm_readiness import assess, load_catalogue, load_profile, render
from npm_readiness.gap_report.format import known_formats

__all__ = ["Step", "steps"]

YARDSTICK = "json.dumps of the same assessment"


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, in how many seconds, and how many dumps as JSON would have taken as long."""

    name: str
    seconds: float
    dumps: float


def best_of(rounds: int, step: Callable[[], object]) -> float:
    """The shortest of a few times on the processor, after a round that is not counted: what else runs only makes it longer."""
    times = []
    for _ in range(rounds + 1):
        start = time.process_time()
        step()
        times.append(time.process_time() - start)
    return min(times[1:])


def steps(example: Path, rounds: int) -> list[Step]:
    """Load, assess and draw an example on all checklists."""
    catalogue = load_catalogue()
    every = tuple(catalogue.checklists)
    profile = load_profile(example, catalogue)
    assessment = assess(profile, catalogue, checklists=every)
    plain = json.loads(assessment.to_json())
    measured: dict[str, Callable[[], object]] = {
        YARDSTICK: lambda: json.dumps(plain, ensure_ascii=False, indent=2),
        "load_catalogue": load_catalogue,
        "load_profile": lambda: load_profile(example, catalogue),
        "assess": lambda: assess(profile, catalogue, checklists=every),
        **{f"render {form}": partial(render, assessment, form) for form in known_formats()},
    }
    times = {name: best_of(rounds, step) for name, step in measured.items()}
    return [Step(name, seconds, seconds / times[YARDSTICK]) for name, seconds in times.items()]

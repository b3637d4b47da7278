"""A catalogue ten times as large as ours: each of our checklists once more under other ids, nine times."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarking.steps import best_of
from npm_readiness import assess, load_catalogue, load_profile, render
from npm_readiness.reading.files import read_document

__all__ = ["TIMES", "large"]

TIMES = 10


NAMING = frozenset({"checklist", "id", "use", "after"})
"""The keys under which the id of a checklist, a criterion or a question stands."""


def renamed(value: Any, suffix: str, *, naming: bool = False) -> Any:
    """A copy in which every id that checklists define is another one, and of whose parts none has a short name or a past."""
    if isinstance(value, dict):
        kept = {key: inner for key, inner in value.items() if key not in ("code", "was")}
        return {key: renamed(inner, suffix, naming=key in NAMING) for key, inner in kept.items()}
    if isinstance(value, list):
        return [renamed(inner, suffix, naming=naming) for inner in value]
    return f"{value}-{suffix}" if naming else value


def large_catalogue(source: Path, folder: Path) -> None:
    """Write the copies of the checklists below ``source`` into ``folder``; JSON is YAML too."""
    loaded = [read_document(file).data for file in sorted(source.glob("*.yaml"))]
    for content in (content for content in loaded if "checklist" in content):
        for copy in range(2, TIMES + 1):
            again = renamed(content, f"v{copy}")
            file = folder / f"{again['checklist']}.yaml"
            file.write_text(json.dumps(again, ensure_ascii=False, indent=1), encoding="utf-8")


def large(source: Path, example: Path) -> dict[str, tuple[float, float]]:
    """The seconds of each step with our catalogue, and with one ten times as large of which everything is assessed."""
    with tempfile.TemporaryDirectory() as made:
        large_catalogue(source, Path(made))
        ours, ten = measured(example), measured(example, made)
    return {name: (seconds, ten[name]) for name, seconds in ours.items()}


def measured(example: Path, *folders: str) -> dict[str, float]:
    """The seconds of each step with our catalogue and what is in ``folders``."""
    catalogue = load_catalogue(*folders)
    every = tuple(catalogue.checklists)
    profile = load_profile(example, catalogue)
    assessment = assess(profile, catalogue, checklists=every)
    steps: dict[str, Callable[[], object]] = {
        "load_catalogue": lambda: load_catalogue(*folders),
        "assess": lambda: assess(profile, catalogue, checklists=every),
        **{f"render {form}": partial(render, assessment, form) for form in ("json", "html", "docx", "xlsx")},
    }
    return {name: best_of(1, step) for name, step in steps.items()}

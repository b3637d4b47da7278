"""What can be used of a file of a catalogue some part of which has the wrong shape, so that all problems show at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from npm_readiness.models.base import Model
from npm_readiness.models.checklist import Checklist
from npm_readiness.problems import Path, PathKey, Problem
from npm_readiness.reading.document import Document
from npm_readiness.reading.shape import examine_shape
from npm_readiness.records import record

__all__ = ["Part", "ids_in", "usable_part"]

OF_A_CHECKLIST = {"title": "-", "version": "-", "counts_for": "readiness", "about": "-"}
"""What stands in for a key of a checklist that cannot be used, while the rest is looked at."""

OF_A_CRITERION = {
    **dict.fromkeys(("title", "requirement", "why", "reading", "action"), "-"),
    "aspect": "law",
    "addressee": "parliament",
}
"""The same for the keys of a criterion on which no reference depends."""

REFERRING = {"id", "provisions", "dimension", "stage", "questions"}
"""The keys of a criterion without which its references, or those to it, cannot be judged."""


@record(frozen=True)
class Part:
    """The usable part of a file.

    ``content`` is ``None`` where nothing can be used; ``kept`` says which entries of the file's list are in it. It serves only to
    look at the references: keys that cannot be used have a stand-in.
    """

    content: Model | None
    kept: tuple[int, ...]
    problems: tuple[Problem, ...]


def usable_part(document: Document, kind: type[Model], entries: str) -> Part:
    """The file as a whole, or what is left without that which has the wrong shape; ``entries`` is the key of the file's list."""
    content, problems = examine_shape(document, kind)
    listed = document.data.get(entries) or []
    if content is not None:
        return Part(content, tuple(range(len(listed))), ())
    if not isinstance(listed, list):
        return Part(None, (), problems)
    wrong_keys: set[PathKey] = set()
    wrong_within: dict[PathKey, set[Path]] = {}
    for problem in problems:
        if problem.path[:1] == (entries,) and len(problem.path) > 1:
            wrong_within.setdefault(problem.path[1], set()).add(problem.path[2:3])
        else:
            wrong_keys.update(problem.path[:1])
    usable = {index: _usable_entry(entry, wrong_within.get(index), kind) for index, entry in enumerate(listed)}
    kept = {index: entry for index, entry in usable.items() if entry is not None}
    data = _with_stand_ins(document.data, wrong_keys, OF_A_CHECKLIST)
    content, _ = examine_shape(replace(document, data={**data, entries: list(kept.values())}), kind)
    return Part(content, tuple(kept), problems)


def _usable_entry(entry: Any, wrong: Collection[Path] | None, kind: type[Model]) -> Any:
    """The entry with stand-ins for the keys to which ``wrong`` leads; ``None`` where there can be none."""
    if not wrong:
        return entry
    keys = {path[0] for path in wrong if path}
    if kind is not Checklist or () in wrong or keys & REFERRING:
        return None
    return _with_stand_ins(entry, keys, OF_A_CRITERION)


def _with_stand_ins(data: dict[str, Any], wrong: Collection[PathKey], stand_ins: dict[str, str]) -> dict[str, Any]:
    sound = {key: value for key, value in data.items() if key not in wrong}
    return {**sound, **{key: value for key, value in stand_ins.items() if key in wrong}}


def ids_in(data: object) -> Iterator[str]:
    """Every id that a file seems to give to something, also in parts that cannot be used."""
    if isinstance(data, dict):
        name = data.get("id")
        if isinstance(name, str):
            yield name
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for value in inner:
        yield from ids_in(value)

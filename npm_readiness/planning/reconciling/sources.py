"""The sources of several profiles under ids that name one document each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from npm_readiness.planning.reconciling.gathered import Side, in_common_order
from npm_readiness.planning.reconciling.reconciliation import RenamedSource

__all__ = ["prefix_of", "with_ids_of_one"]

LONGEST_ID, LONGEST_PREFIX = 80, 24


def prefix_of(name: str, taken: Iterable[str]) -> str:
    """What renamed sources of an assessor begin with: the name in small letters, digits and hyphens, and no other's."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = re.findall(r"[a-z0-9]+", "".join(character for character in plain if not unicodedata.combining(character)))
    found = "-".join(words)[:LONGEST_PREFIX].strip("-")
    if not found or not found[0].isalpha():
        found = f"assessor-{found}".strip("-")
    used = set(taken)
    return next(
        one for number in range(1, len(used) + 2) if (one := found if number == 1 else f"{found}-{number}") not in used
    )


def with_ids_of_one(sides: Sequence[Side]) -> tuple[list[Side], dict[str, Any], list[RenamedSource]]:
    """The profiles with ids of sources that mean one document each, all sources by these ids, and which were renamed.

    Where profiles have one id for different documents, each of them gets the prefix of the assessor, so that it depends on no
    order who keeps the id. What two profiles say alike stays one source.
    """
    ids = in_common_order(side.data.get("sources", {}) for side in sides)
    taken = set(ids)
    sources: dict[str, Any] = {}
    now: list[dict[str, str]] = [{} for _ in sides]
    renamed = []
    numbers: dict[str, int] = {}
    for name in ids:
        holders = [place for place, side in enumerate(sides) if name in side.data.get("sources", {})]
        contents = [sides[place].data["sources"][name] for place in holders]
        if all(content == contents[0] for content in contents):
            sources[name] = contents[0]
            continue
        for place, content in zip(holders, contents, strict=True):
            alike = next((new for new in _news(now, name) if sources[new] == content), None)
            new = alike or _free(f"{sides[place].prefix}-{name}", taken, numbers)
            taken.add(new)
            sources[new] = content
            now[place][name] = new
            renamed.append(RenamedSource(by=sides[place].by, source=name, now=new, title=content["title"]))
    return (
        [replace(side, data=_renamed(side.data, new)) for side, new in zip(sides, now, strict=True)],
        sources,
        renamed,
    )


def _news(now: Iterable[Mapping[str, str]], name: str) -> set[str]:
    return {new[name] for new in now if name in new}


def _free(wanted: str, taken: Collection[str], numbers: dict[str, int]) -> str:
    """The id, or with a number behind it, so that nothing else has it and it is not too long.

    ``numbers`` are the last ones behind each beginning: all before them are taken.
    """
    found = wanted[:LONGEST_ID].rstrip("-")
    base = found[: LONGEST_ID - 4].rstrip("-")
    number = numbers.get(base, 1)
    while found in taken:
        number += 1
        found = f"{base[: LONGEST_ID - 1 - len(str(number))].rstrip('-')}-{number}"
    numbers[base] = number
    return found


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    """A part of a profile in which every reference to a source leads to its new id."""
    if isinstance(value, Mapping):
        return {key: _reference(key, inner, new) for key, inner in value.items()}
    return [_renamed(inner, new) for inner in value] if isinstance(value, list) else value


def _reference(key: str, value: Any, new: Mapping[str, str]) -> Any:
    if key in ("source", "of") and isinstance(value, str):
        return new.get(value, value)
    if key == "laws" and isinstance(value, list):
        return [new.get(law, law) for law in value]
    return _renamed(value, new)

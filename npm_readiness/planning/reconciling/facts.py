"""The facts of several profiles made into those of one: what all say who say it; where they differ nothing is chosen silently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.countries import find_country
from npm_readiness.models.dates import When, read_event
from npm_readiness.models.vocabulary import NpmModel, Treaty
from npm_readiness.planning.reconciling.bodies import merged_bodies
from npm_readiness.planning.reconciling.gathered import ABSENT, Gathered, in_common_order

__all__ = ["merged_facts"]

Data = dict[str, Any]

LONGEST_NOTE = 10_000
DEPOSITS = ("ratified", "acceded", "succeeded")
OF_A_TREATY = ("signed", *DEPOSITS)
OF_ARTICLE_24 = ("part", "declared", "years", "extended_until")
OF_THE_STATE = ("federal", "private_places_of_detention", "children_in_prison")
UNDECIDED = "undecided"


def merged_facts(gathered: Gathered) -> Data:
    """Everything but sources, answers, recommendations, bills and the plan, in the order in which a file says it."""
    sides = gathered.sides
    countries = [_code(side.data["country"]) for side in sides]
    days = [side.data["assessed_on"] for side in sides]
    names = list(dict.fromkeys(name for side in sides for name in side.data.get("assessors", ())))
    made = {
        "country": gathered.fact("country", countries, unknown=False),
        "country_name": gathered.label("country_name", [side.at("country_name") for side in sides]),
        "assessed_on": gathered.fact("assessed_on", days, unknown=False),
        "assessors": names or ABSENT,
        "note": _note(gathered),
        "checklists": _checklists(gathered),
        "npm": _npm(gathered),
        "state": _keys(gathered, ("state",), OF_THE_STATE),
        "treaties": _treaties(gathered),
    }
    return {key: value for key, value in made.items() if value is not ABSENT and value != {}}


def _code(country: str) -> str:
    entry = find_country(country)
    return country if entry is None else entry.alpha3


def _note(gathered: Gathered) -> Any:
    """The note where all say the same; else each with who says it, and where that is too long the first by the alphabet."""
    notes = {side.by: side.data["note"] for side in gathered.sides if side.data.get("note") is not None}
    if len(set(notes.values())) <= 1:
        return next(iter(notes.values()), ABSENT)
    together = "\n".join(f"{by}: {note}" for by, note in notes.items())
    if len(together) <= LONGEST_NOTE:
        return together
    return gathered.label("note", [side.at("note") for side in gathered.sides])


def _checklists(gathered: Gathered) -> Any:
    """All that any profile names; a version where all say it that name the checklist."""
    named: list[Mapping[str, Any]] = []
    for side in gathered.sides:
        given = side.at("checklists")
        named.append(given if isinstance(given, Mapping) else dict.fromkeys(("opcat",) if given is ABSENT else given))
    versions: dict[str, Any] = {}
    for name in in_common_order(named):
        said = [own.get(name, ABSENT) for own in named]
        known = {version for version in said if version is not ABSENT}
        versions[name] = known.pop() if len(known) == 1 else None
        if known:
            gathered.differ(f"checklists.{name}", said, None, "open")
        gathered.listed(f"checklists.{name}", [version is not ABSENT for version in said], name)
    return versions if any(version is not None for version in versions.values()) else list(versions)


def _keys(gathered: Gathered, path: tuple[str, ...], keys: Sequence[str]) -> Data:
    """Facts that can be unknown, under one key."""
    found = {
        key: gathered.fact(".".join((*path, key)), [side.at(*path, key) for side in gathered.sides]) for key in keys
    }
    return {key: value for key, value in found.items() if value is not ABSENT}


def _npm(gathered: Gathered) -> Data:
    return {**_model(gathered), **merged_bodies(gathered)}


def _model(gathered: Gathered) -> Data:
    """The model that all say who say one; else undecided between all that was said."""
    said = [side.at("npm", "model") for side in gathered.sides]
    known = list(dict.fromkeys(value for value in said if value is not ABSENT))
    if not known:
        return {}
    if len(known) == 1 and known[0] != UNDECIDED:
        return {"model": known[0]}
    considered: set[str] = set()
    for side, model in zip(gathered.sides, said, strict=True):
        if model == UNDECIDED:
            listed = side.at("npm", "candidates")
            considered |= set(map(str, NpmModel)) if listed is ABSENT else set(listed)
        elif model is not ABSENT:
            considered.add(model)
    if len(known) > 1:
        gathered.differ("npm.model", said, UNDECIDED, "open")
    candidates = [str(model) for model in NpmModel if str(model) in considered]
    whole = len(candidates) == len(NpmModel)
    return {"model": UNDECIDED} if whole else {"model": UNDECIDED, "candidates": candidates}


def _treaties(gathered: Gathered) -> Data:
    found = {treaty.value: _treaty(gathered, treaty) for treaty in Treaty}
    return {name: status for name, status in found.items() if status}


def _treaty(gathered: Gathered, treaty: Treaty) -> Data:
    path = ("treaties", treaty.value)
    made = _keys(gathered, path, OF_A_TREATY)
    dated = [key for key in DEPOSITS if isinstance(read_event(made.get(key)), When)]
    if len(dated) > 1:
        # A State joins once, and the profiles do not agree how: none of the ways is known.
        for key in dated:
            gathered.differ(
                ".".join((*path, key)), [side.at(*path, key) for side in gathered.sides], UNKNOWN, "unknown"
            )
        made.update(dict.fromkeys(DEPOSITS, UNKNOWN))
    if treaty is Treaty.OPCAT:
        made.update(_of_opcat(gathered, path))
    return made


def _of_opcat(gathered: Gathered, path: tuple[str, ...]) -> Data:
    said = [side.at(*path, "article_24") for side in gathered.sides]
    declared = [value for value in said if isinstance(value, Mapping)]
    denied = [value for value in said if value is None]
    article: Any
    if declared and denied:
        gathered.differ(
            ".".join((*path, "article_24")),
            ["declared" if isinstance(value, Mapping) else value for value in said],
            UNKNOWN,
            "unknown",
        )
        article = UNKNOWN
    elif declared:
        article = _keys(gathered, (*path, "article_24"), OF_ARTICLE_24)
    else:
        article = gathered.fact(".".join((*path, "article_24")), said)
    planned = [ABSENT if (value := side.at(*path, "planned")) is None else value for side in gathered.sides]
    made = {
        "article_24": article,
        "planned": gathered.fact(".".join((*path, "planned")), planned, unknown=False),
        **_keys(gathered, path, ("reservation",)),
    }
    return {key: value for key, value in made.items() if value is not ABSENT}

"""The recommendations that several profiles list, and what one entry of a list becomes that several have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from npm_readiness.planning.reconciling.gathered import ABSENT, Gathered, in_common_order
from npm_readiness.problems import Path

__all__ = ["merged_entry", "merged_recommendations"]

LABELS = ("title", "document", "paragraph", "url", "text", "comment", "source")
"""The keys of a recommendation or bill that name or tell it, on which nothing depends."""

LISTS = ("about", "designates", "ends", "silent")
DECIDING = ("designates", "ends")
"""The lists on which it depends what would be, so that one who names less than another is named."""
UNSURE = ("date", "introduced", "response")
"""What can be unknown of it. Anything else decides something, so that somebody has to choose where profiles differ."""

LEFT_OUT = {"adopted": False, "finding": None}
"""What it says of a recommendation that these keys are not there."""

Entry = Mapping[str, Any]


def merged_recommendations(gathered: Gathered) -> list[dict[str, Any]]:
    """Every recommendation that any profile lists, by id."""
    lists = [side.data.get("recommendations", ()) for side in gathered.sides]
    places = [{entry["id"]: place for place, entry in enumerate(listed)} for listed in lists]
    made = []
    for name in in_common_order(places):
        at = [own.get(name) for own in places]
        entries = [
            {**LEFT_OUT, **listed[place]} if place is not None else None
            for listed, place in zip(lists, at, strict=True)
        ]
        paths: list[Path] = [("recommendations", *(() if place is None else (place,))) for place in at]
        made.append(merged_entry(gathered, f"recommendations.{name}", entries, paths))
    return [{key: value for key, value in entry.items() if (key, value) not in LEFT_OUT.items()} for entry in made]


def merged_entry(
    gathered: Gathered, key: str, entries: Sequence[Entry | None], paths: Sequence[Path]
) -> dict[str, Any]:
    """One entry made of those that list it; not all need to. Answers in it are left to the caller."""
    title = next(entry.get("title", entry.get("text")) for entry in entries if entry is not None)
    gathered.listed(key, [entry is not None for entry in entries], str(title))
    made: dict[str, Any] = {}
    for which in dict.fromkeys(
        which for entry in entries if entry is not None for which in entry if which != "answers"
    ):
        said = [ABSENT if entry is None else entry.get(which, ABSENT) for entry in entries]
        if which in LABELS:
            made[which] = gathered.label(f"{key}.{which}", said)
        elif which in LISTS:
            made[which] = in_common_order(items for items in said if isinstance(items, list))
            for item in made[which] if which in DECIDING else ():
                present = [isinstance(items, list) and item in items for items in said]
                gathered.listed(f"{key}.{which}", present, item, [entry is None for entry in entries])
        else:
            within = [(*path, which) for path in paths]
            made[which] = gathered.fact(f"{key}.{which}", said, paths=within, unknown=which in UNSURE)
    return {which: value for which, value in made.items() if value is not ABSENT}

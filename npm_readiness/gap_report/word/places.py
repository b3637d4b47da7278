"""The places of a report to which something can lead, and the names of their bookmarks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from hashlib import sha256
from typing import Any

from npm_readiness.gap_report.document import Entry, Filters, Finding, Paragraph, Picture, Report
from npm_readiness.gap_report.word.figures import carries_its_table

__all__ = ["Place", "paragraph_anchor", "places_of"]

LONGEST_NAME = 40
"""Word takes no longer name of a bookmark, and does not tell capitals from small letters in it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anchor stands: the name of its bookmark, and the number or letter in it if that is what it holds."""

    bookmark: str
    shown: str | None


def paragraph_anchor(number: int) -> str:
    """The anchor of a numbered paragraph, which has none of its own."""
    return f"para-{number}"


def places_of(report: Report) -> Mapping[str, Place]:
    """Every anchor of the report with its place; where one is given twice, the first counts."""
    places: dict[str, Place] = {}
    taken: set[str] = set()
    for anchor, shown in _anchors(report.cover + report.sections):
        if anchor not in places:
            name = _name(anchor, taken)
            taken.add(name.casefold())
            places[anchor] = Place(name, shown)
    return places


def _name(anchor: str, taken: set[str]) -> str:
    plain = re.sub("[^A-Za-z0-9]", "_", anchor)
    name = plain if re.match("[A-Za-z]", plain) else f"at_{plain}"
    if len(name) > LONGEST_NAME or name.casefold() in taken:
        # The digest of the anchor itself, so that a name stays the same whatever else is in the report.
        digest = sha256(anchor.encode("utf-8", "replace")).hexdigest()
        name = f"{name[: LONGEST_NAME - 9]}_{digest[:8]}"
        while name.casefold() in taken:
            digest = sha256(digest.encode()).hexdigest()
            name = f"{name[: LONGEST_NAME - 9]}_{digest[:8]}"
    return name


def _anchors(value: Any) -> Iterator[tuple[str, str | None]]:
    """The anchors within, in the order in which they are written."""
    if isinstance(value, tuple):
        for inner in value:
            yield from _anchors(inner)
    elif is_dataclass(value) and not isinstance(value, Filters):
        anchor = getattr(value, "anchor", None)
        if isinstance(value, Paragraph) and value.number is not None:
            anchor = paragraph_anchor(value.number)
        if anchor:
            yield anchor, _shown(value)
        if isinstance(value, Picture):
            yield from () if carries_its_table(value) else _anchors(value.table)
        else:
            for item in fields(value):
                yield from _anchors(getattr(value, item.name))


def _shown(value: Any) -> str | None:
    if isinstance(value, Finding) and value.letter is not None:
        return value.letter
    if isinstance(value, Finding | Entry | Paragraph) and value.number is not None:
        return str(value.number)
    return None

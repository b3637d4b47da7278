"""The places of a report to which something can lead, and the names of their bookmarks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from npm_readiness.gap_report import document
from npm_readiness.gap_report.document import Paragraph, Report

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
    for anchor, shown in _anchors(report):
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


def _anchors(report: Report) -> Iterator[tuple[str, str | None]]:
    """Every anchor with the number or letter that stands there, in the order in which they are written."""
    for section in report.sections:
        yield section.anchor, None
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.number is not None:
                yield paragraph_anchor(block.number), str(block.number)
            yield from document.places_of(block)

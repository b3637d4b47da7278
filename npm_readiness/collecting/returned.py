"""What comes back in a form: for each question what it showed, and what somebody has made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from npm_readiness.collecting.fields import Fields
from npm_readiness.problems import Place, Problem

__all__ = ["NewSource", "Reply", "Returned", "ReturnedAnswer"]


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source that somebody has listed, and where: ``kind`` is ``law``, ``page``, ``other`` or empty where nothing was chosen."""

    title: str
    kind: str = ""
    date: str = ""
    url: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class ReturnedAnswer:
    """One question of a form: its version, its fields when the form was made and now, and where each field stands.

    ``places`` has the place of each field by its name; ``place`` is that of the question. In a field that a form did not show,
    nothing stood before.
    """

    question: str
    version: str
    before: Fields
    after: Fields
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)

    def place_of(self, name: str) -> Place:
        """Where a field stands."""
        return self.places.get(name, self.place)


@dataclass(frozen=True, slots=True)
class Reply:
    """What one authority replies to one recommendation of a report.

    ``criterion`` is the gap on which it is; ``addressed_to``, ``code`` and ``reply`` are words as the report has them. ``reason``,
    ``in_charge`` and ``by_when`` are what was written beside; empty where nothing was.
    """

    criterion: str
    code: str
    addressed_to: str
    reply: str
    reason: str
    in_charge: str
    by_when: str
    place: Place


@dataclass(frozen=True, slots=True)
class Returned:
    """A whole form: from which file, for which country (its code), who filled it in (empty where nobody says so).

    ``replies`` are those to a report of the day ``replies_to``. ``warnings`` are worth a second look and stop nothing.
    """

    file: str
    code: str
    by: str
    answers: tuple[ReturnedAnswer, ...]
    sources: tuple[NewSource, ...] = ()
    warnings: tuple[Problem, ...] = ()
    replies: tuple[Reply, ...] = ()
    replies_to: str = ""

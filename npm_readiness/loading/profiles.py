"""From a YAML file to a profile that fits a catalogue."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

from npm_readiness.loading.answer_checks import is_answer_of_a_body
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.profile_checks import profile_problems
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.problems import InputError, Path, Place, Problem, in_order, problem_at
from npm_readiness.reading.document import Document
from npm_readiness.reading.files import examine_file
from npm_readiness.reading.shape import examine_shape

__all__ = [
    "DATE_TO_FILL_IN",
    "date_to_fill_in",
    "dated",
    "examine_profile",
    "load_profile",
    "load_profile_with_warnings",
]

STAND_INS = {"country": {"country": "ZZ", "country_name": "-"}, "assessed_on": {"assessed_on": "2999-12-31"}}
"""What stands in for a key that cannot be used, while the rest of the file is looked at; it raises no problem of its own."""

DATE_TO_FILL_IN = "YYYY-MM-DD"
"""What stands under ``assessed_on`` in a new profile, until somebody fills it in."""

LISTS_OF_ENTRIES = ("answers", "sources")
OF_SOURCES = ("source-unknown", "law-unlisted", "bill-source-unknown")
"""The problems that say that a source is not listed."""

AT_THE_KEY = (("answers",), ("plan", "durations"))
"""Of what stands under these, the key is shown and not the value."""

TO_AN_ENTRY = 2
"""How many keys lead to an answer or to a source."""

OF_A_BODY = 5
"""How many keys lead to an answer of a body."""


def load_profile(path: str | os.PathLike[str], catalogue: Catalogue | None = None) -> Profile:
    """The profile in a YAML file, checked against the catalogue (by default the one that comes with the package).

    Raises :class:`~npm_readiness.problems.InputError` with every problem of the file.
    """
    return load_profile_with_warnings(path, catalogue)[0]


def load_profile_with_warnings(
    path: str | os.PathLike[str], catalogue: Catalogue | None = None, *, today: date | None = None
) -> tuple[Profile, tuple[Problem, ...]]:
    """As :func:`load_profile`, with what is worth a second look and stops nothing.

    A profile of a day after ``today`` is worth one too; the clock is asked by nobody but the command line.
    """
    document, problems = examine_file(path)
    if document is None:
        raise InputError(problems)
    profile, found = examine_profile(document, catalogue or default_catalogue(), today=today)
    if profile is None or problems:
        raise InputError([*problems, *(problem for problem in found if not problem.warning)])
    return profile, found


def date_to_fill_in(document: Document) -> Problem | None:
    """What is to be said of a new profile whose date is still to be filled in; ``None`` for any other."""
    path = ("assessed_on",)
    if not isinstance(document.data, dict) or document.data.get("assessed_on") != DATE_TO_FILL_IN:
        return None
    return problem_at(document.place(path), "date-to-fill-in", path=path)


def dated(document: Document, day: date) -> Document:
    """The document of a profile, with ``day`` where the date is still to be filled in."""
    if date_to_fill_in(document) is None:
        return document
    return replace(document, data={**document.data, "assessed_on": day.isoformat()})


def examine_profile(
    document: Document, catalogue: Catalogue, *, today: date | None = None
) -> tuple[Profile | None, tuple[Problem, ...]]:
    """The profile in a document, and everything to be said of it; the profile is ``None`` where it cannot be used.

    Where parts of it have the wrong shape, the others are still held against the catalogue, so that all problems show at once.
    ``today`` is as for :func:`load_profile_with_warnings`.
    """
    profile, misshapen = examine_shape(document, Profile)
    empty = date_to_fill_in(document)
    if empty is not None:
        misshapen = (empty, *(problem for problem in misshapen if problem.path != empty.path))
    looked_at = profile
    if looked_at is None:
        looked_at, _ = examine_shape(_without(document, [problem.path for problem in misshapen]), Profile)
    problems = list(misshapen)
    if looked_at is not None:
        pruned = {
            problem.path[1] for problem in misshapen if problem.path[:1] == ("sources",) and len(problem.path) > 1
        }
        whole = any(problem.path == ("sources",) for problem in misshapen)
        bodies_lost = any(problem.path[:1] == ("npm",) for problem in misshapen)
        for problem in profile_problems(looked_at, catalogue, _places(document)):
            unlisted = problem.code in OF_SOURCES and (whole or document.value(problem.path) in pruned)
            if not (unlisted or (problem.code == "bill-body-unknown" and bodies_lost)):
                problems.append(problem)
    if profile is not None and today is not None and profile.assessed_on > today:
        path = ("assessed_on",)
        values = {"assessed_on": profile.assessed_on}
        problems.append(problem_at(document.place(path), "assessed-in-the-future", path=path, **values))
    usable = profile is not None and all(problem.warning for problem in problems)
    found = profile.read_from(document.data) if usable and profile is not None else None
    return found, in_order(problems)


def _without(document: Document, wrong: Iterable[Path]) -> Document:
    """The document without the parts of the wrong shape: with the answer empty, without the source, else without the whole key."""
    data: Any = deepcopy(document.data)
    if not isinstance(data, dict):
        return document
    for path in wrong:
        key = path[0] if path else None
        if key == "answers" and len(path) > TO_AN_ENTRY and isinstance(data.get(key), dict):
            data[key][path[1]] = {}
        elif key == "plan" and len(path) >= TO_AN_ENTRY and isinstance(data.get(key), dict):
            _without_part_of_plan(data[key], path)
        elif is_answer_of_a_body(path[:OF_A_BODY]) and len(path) > OF_A_BODY:
            data[key]["bodies"][path[2]]["answers"][path[4]] = {}
        elif key in LISTS_OF_ENTRIES and len(path) >= TO_AN_ENTRY and isinstance(data.get(key), dict):
            data[key].pop(path[1], None)
        elif key == "bills" and len(path) > 1 and isinstance(data.get(key), dict):
            _without_part_of_bill(data[key], path[1:])
        else:
            data.pop(key, None)
    for key, stand_in in STAND_INS.items():
        if key not in data:
            data.update(stand_in)
    return replace(document, data=data)


def _without_part_of_plan(plan: dict[str, Any], path: Path) -> None:
    """Without one duration, else without a whole key of the plan: what is left is still held against the catalogue."""
    inner = plan.get(str(path[1]))
    if len(path) > TO_AN_ENTRY and isinstance(inner, dict):
        inner.pop(path[2], None)
    else:
        plan.pop(str(path[1]), None)


def _without_part_of_bill(bills: dict[str, Any], path: Path) -> None:
    """Take a part of the wrong shape out of a bill: one answer, one other key, or the bill itself where it cannot be without."""
    name, *rest = path
    bill = bills.get(str(name))
    if not rest or rest[0] == "title" or not isinstance(bill, dict):
        bills.pop(str(name), None)
    elif rest[0] == "answers" and len(rest) > 1 and isinstance(bill.get("answers"), dict):
        bill["answers"].pop(rest[1], None)
    else:
        bill.pop(rest[0], None)


def _places(document: Document) -> Callable[[Path], Place]:
    """Where the problems of a profile are shown: those of an answer as a whole, and of a duration, at its key."""

    def place_of(path: Path) -> Place:
        of_bill = path[:1] == ("bills",) and path[2:-1] == ("answers",)
        is_entry = path[:-1] in AT_THE_KEY or is_answer_of_a_body(path) or of_bill
        return document.key_place(path) if is_entry else document.place(path)

    return place_of

"""The file that the page saves, read back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from npm_readiness.collecting.fields import FIELDS, Fields
from npm_readiness.collecting.returned import NewSource, Returned, ReturnedAnswer
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["MARK", "is_ours", "returned_from"]

MARK = "npm-readiness-answers-1"
"""Stands in every file that a page saves: by it the file is known."""

HEAD = 400
"""Bytes within which the mark stands."""


def is_ours(data: bytes) -> bool:
    """Whether it is a file of answers that a page has saved."""
    return MARK.encode() in data[:HEAD] and data.lstrip()[:1] == b"{"


def returned_from(data: bytes, file: str) -> Returned:
    """What somebody answered; raises :class:`~npm_readiness.problems.InputError` with every problem of the file."""
    saved = _parsed(data, file)
    problems: list[Problem] = []
    answers = tuple(_answers(saved, file, problems))
    sources = tuple(_sources(saved, file, problems))
    code, by = saved.get("country"), saved.get("by", "")
    if not isinstance(code, str) or not isinstance(by, str):
        problems.append(_damaged(Place(file), "it does not say for which country it is"))
    if problems:
        raise InputError(problems)
    return Returned(file, str(code), str(by).strip(), answers, sources)


def _parsed(data: bytes, file: str) -> dict[str, Any]:
    try:
        saved = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise InputError([_damaged(Place(file), str(error) or "it is nested too deep")]) from None
    if not isinstance(saved, dict) or saved.get("form") != MARK:
        raise InputError([problem_at(Place(file), "form-unknown")])
    return saved


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping in which no key stands twice; raises ``ValueError``."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in it")
    return found


def _answers(saved: dict[str, Any], file: str, problems: list[Problem]) -> Iterator[ReturnedAnswer]:
    answers = saved.get("answers")
    if not isinstance(answers, dict):
        problems.append(_damaged(Place(file), "it has no answers"))
        return
    for question, entry in answers.items():
        place = Place(f"{file}: {question}")
        before, after = (_fields(entry.get(key)) if isinstance(entry, dict) else None for key in ("before", "after"))
        version = entry.get("version") if isinstance(entry, dict) else None
        if before is None or after is None or not isinstance(version, str):
            problems.append(_damaged(place, "this answer is incomplete"))
            continue
        yield ReturnedAnswer(question, version, before, after, place)


def _fields(value: object) -> Fields | None:
    if not isinstance(value, dict) or set(value) != set(FIELDS):
        return None
    if not all(isinstance(text, str) and _is_text(text) for text in value.values()):
        return None
    return Fields(**value)


def _is_text(text: str) -> bool:
    """Whether it can be written as UTF-8: half of a pair of surrogates cannot."""
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _sources(saved: dict[str, Any], file: str, problems: list[Problem]) -> Iterator[NewSource]:
    listed = saved.get("sources", [])
    names = ("title", "kind", "date", "url")
    for entry in listed if isinstance(listed, list) else [None]:
        if isinstance(entry, dict) and set(entry) == set(names) and all(isinstance(entry[name], str) for name in names):
            if entry["title"].strip():
                yield NewSource(
                    **{name: entry[name].strip() for name in names},
                    place=Place(f"{file}: source {entry['title'].strip()}"),
                )
        else:
            problems.append(_damaged(Place(file), "a source in it is incomplete"))


def _damaged(place: Place, reason: str) -> Problem:
    advice = "save the answers from the page once more"
    return problem_at(place, "form-file", reason=f"the file of answers is damaged: {reason}", advice=advice)

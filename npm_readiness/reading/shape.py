"""Whether a document has the shape that a model asks for, said in plain words and at the places of the file.

Pydantic checks, in its strict JSON mode, so that words become enumerations and lists tuples and nothing else is
converted. What it reports is turned into problems here; its own sentences never reach a person.

A validator of a model that raises ``PydanticCustomError`` writes its own sentence, which is shown as it is. One that
ends with "is wanted" is completed with what was found. Its context can hold ``advice`` (what to do), and, for a model,
``key`` (which of its keys the sentence is about).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from npm_readiness.problems import InputError, Path, Place, Problem, in_order, problem_at
from npm_readiness.reading.asked import Asked, allowed_keys, asked_at, is_field, item_count, may_be_left_out
from npm_readiness.reading.characters import OTHER_SPACE, character_name
from npm_readiness.reading.complaints import (
    Wanted,
    item_complaint,
    type_complaint,
    unknown_key_complaint,
    value_complaint,
)
from npm_readiness.reading.document import Document, Value, has_key
from npm_readiness.reading.slips import glued_key
from npm_readiness.reading.wording import shown_key
from npm_readiness.records import record

__all__ = ["examine_shape", "validated"]

ModelT = TypeVar("ModelT", bound=BaseModel)

KEY = "[key]"
ABOUT_TYPES = ("_type", "_parsing", "_from_float")
TYPES = frozenset(
    {"enum", "literal_error", "none_required", "is_instance_of", "is_subclass_of", "model_attributes_type"}
)


@record(frozen=True)
class _Report:
    """One error of pydantic, with the place in the data to which it belongs."""

    error: ErrorDetails
    asked: Asked

    @property
    def kind(self) -> str:
        return self.error["type"]

    @property
    def about_type(self) -> bool:
        return not self.about_key and (self.kind in TYPES or self.kind.endswith(ABOUT_TYPES))

    @property
    def about_key(self) -> bool:
        return self.kind != "extra_forbidden" and self.error["loc"][-1:] == (KEY,)

    @property
    def path(self) -> Path:
        """The path in the data, on to a key that is missing there."""
        return (*self.asked.path, self.error["loc"][-1]) if self.kind == "missing" else self.asked.path


def validated(document: Document, model: type[ModelT], *, at: Path = ()) -> ModelT:
    """The model made of the document, or of its value at the path ``at``.

    Raises :class:`~npm_readiness.problems.InputError` with everything in which the two differ, and ``KeyError`` where
    the document has no value at ``at``.
    """
    made, problems = examine_shape(document, model, at=at)
    if made is None:
        raise InputError(problems)
    return made


def examine_shape(
    document: Document, model: type[ModelT], *, at: Path = ()
) -> tuple[ModelT | None, tuple[Problem, ...]]:
    """As :func:`validated`, but it gives the problems back; the model is ``None`` where there are any.

    Nothing is said about values that a problem of the YAML has made unknown. A key for a list or a mapping with nothing
    behind it counts as left out.
    """
    data = document.value(at)
    while True:
        try:
            return model.model_validate_json(json.dumps(data)), ()
        except ValidationError as invalid:
            errors = invalid.errors(include_url=False)
        reports = [_Report(error, asked_at(model, data, error["loc"])) for error in errors]
        empty = [report.asked for report in reports if report.about_type and _counts_as_absent(data, report.asked)]
        if not empty:
            break
        data = _without_empty(data, empty)
    problems = {_problem(document, at, report) for report in _telling(reports)}
    kept = (problem for problem in problems if not _troubled(document, problem.path))
    return None, in_order(kept)


def _counts_as_absent(data: Value, asked: Asked) -> bool:
    """Whether nothing stands behind a key for a list or a mapping, as in a file that is still to be filled in.

    A key that a model names is as good as left out, where it may be; one that a file has chosen, such as the id of a source, has
    nothing below it.
    """
    *_, key = asked.path or (None,)
    if not isinstance(key, str) or _at(data, asked.path) is not None or not Wanted.of(asked.type).may_be_empty:
        return False
    return not is_field(asked.around, key) or may_be_left_out(asked.around, key)


def _without_empty(data: Value, empty: Sequence[Asked]) -> Value:
    """A copy of the data without the keys that count as left out, and with the other empty ones as empty."""
    data = deepcopy(data)
    for asked in empty:
        around = _at(data, asked.path[:-1])
        if is_field(asked.around, asked.path[-1]):
            around.pop(asked.path[-1], None)
        else:
            around[asked.path[-1]] = Wanted.of(asked.type).empty
    return data


def _at(data: Value, path: Path) -> Any:
    value: Any = data
    for key in path:
        value = value[key]
    return value


def _telling(reports: Sequence[_Report]) -> Iterator[_Report]:
    """The reports that make a problem each: of several on one value, from the members of a union, one.

    Where a member took the value, and found something wrong with it or within it, it is no news that others did not
    take it.
    """
    taken = {report.path[:length] for report in reports for length in range(len(report.path))}
    taken |= {report.path for report in reports if not report.about_type}
    for report in reports:
        if not report.about_type:
            if not _miscounted(report):
                yield report
        elif report.path not in taken:
            taken.add(report.path)
            yield report


def _miscounted(report: _Report) -> bool:
    """Whether pydantic counted the valid items alone and found too few, while the list itself is long enough."""
    return report.kind == "too_short" and len(report.error["input"]) >= report.error["ctx"]["min_length"]


def _problem(document: Document, at: Path, report: _Report) -> Problem:
    path = at + report.asked.path
    if report.about_key:
        return _key_problem(document, path, report)
    if report.about_type:
        return _type_problem(document, path, report)
    if report.kind == "missing":
        return _missing_problem(document, path, report)
    if report.kind == "extra_forbidden":
        return _unknown_key_problem(document, path, report)
    return _value_problem(document, path, report)


def _type_problem(document: Document, path: Path, report: _Report) -> Problem:
    wanted = Wanted.of(report.asked.type)
    spot = _wrong_space(document, path, wanted)
    if spot is not None:
        place, character = spot
        return problem_at(place, "yaml-space", path=path, character=character)
    code, values = type_complaint(document.value(path), document.written(path), wanted)
    return problem_at(document.place(path), code, path=path, **values)


def _wrong_space(document: Document, path: Path, wanted: Wanted) -> tuple[Place, str] | None:
    """Where another space than the ordinary one stands behind the colon of what should be a key and its value."""
    value, place = document.value(path), document.place(path)
    glued = glued_key(value) if isinstance(value, str) else None
    if glued is None or glued[0] not in wanted.keys or not re.match(OTHER_SPACE, glued[2]):
        return None
    return replace(place, column=place.column + glued[1] + 1), character_name(ord(glued[2][0]))


def _missing_problem(document: Document, path: Path, report: _Report) -> Problem:
    missing = report.error["loc"][-1]
    if isinstance(missing, int):
        values = item_complaint(len(document.value(path)), item_count(report.asked.chosen))
        return problem_at(document.place(path), "value-invalid", path=path, **values)
    return problem_at(document.key_place(path), "key-missing", path=(*path, missing), key=shown_key(missing))


def _unknown_key_problem(document: Document, path: Path, report: _Report) -> Problem:
    values = unknown_key_complaint(str(path[-1]), allowed_keys(report.asked.around))
    return problem_at(document.key_place(path), "key-unknown", path=path, **values)


def _key_problem(document: Document, path: Path, report: _Report) -> Problem:
    values = value_complaint(report.error, str(path[-1]), None)
    return problem_at(document.key_place(path), "value-invalid", path=path, **values)


def _value_problem(document: Document, path: Path, report: _Report) -> Problem:
    value = document.value(path)
    if report.kind == "too_long" and (wanted := item_count(report.asked.chosen)):
        values = item_complaint(len(value), wanted)
        return problem_at(document.place(path), "value-invalid", path=path, **values)
    values = value_complaint(report.error, value, document.written(path))
    return problem_at(_place_of(document, path, value, report), "value-invalid", path=path, **values)


def _place_of(document: Document, path: Path, value: Value, report: _Report) -> Place:
    """Where a sentence about a value is shown: for a mapping at the key that it names, else at the mapping's own."""
    if not isinstance(value, dict):
        return document.place(path)
    key = report.error.get("ctx", {}).get("key", "")
    return document.key_place((*path, key) if has_key(value, key) else path)


def _troubled(document: Document, path: Path) -> bool:
    return any(path[:length] in document.troubled for length in range(len(path) + 1))

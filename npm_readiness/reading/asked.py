"""What a model asks for at a place of the data, found by walking its fields along the place that pydantic reports."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag

from npm_readiness.problems import Path, PathKey
from npm_readiness.reading.document import Value, has_key
from npm_readiness.records import record

__all__ = [
    "Asked",
    "allowed_keys",
    "asked_at",
    "entry_keys",
    "is_field",
    "item_count",
    "kinds",
    "may_be_left_out",
    "words",
]

KINDS: tuple[tuple[type, str], ...] = (
    (BaseModel, "a mapping of keys to values"),
    (str, "a text"),
    (bool, "true or false"),
    (int, "a whole number"),
    (float, "a number"),
    (date, "a date written YYYY-MM-DD"),
    (Mapping, "a mapping of keys to values"),
    (Sequence, "a list"),
    (AbstractSet, "a list"),
)
"""What is asked for, in plain words, by its type; the first that fits counts."""


@record(frozen=True)
class Asked:
    """Where a reported place leads: ``path`` goes to a value in the data, the nearest to what is not there.

    ``type`` is what the model asks for at the path, with all members of a union, and ``chosen`` the member of it that
    the report is about. ``around`` is what it asks for where the last key of the path stands.
    """

    path: Path
    type: Any
    chosen: Any
    around: Any


def asked_at(model: Any, data: Value, reported: tuple[PathKey, ...]) -> Asked:
    """Follow a place that pydantic reports through the data and the model at once.

    Pydantic names the member of a union (by its tag, its class or a description) between the keys; such elements are no
    part of the path.
    """
    path: list[PathKey] = []
    asked = chosen = around = model
    value: Any = data
    for element in reported:
        members = _members(chosen)
        named = members.get(str(element)) if len(members) > 1 else None
        if named is not None:
            chosen = named
        elif has_key(value, element):
            path.append(element)
            value = value[element]
            around = chosen
            asked = chosen = _within(chosen, element)
    return Asked(tuple(path), asked, chosen, around)


def allowed_keys(asked: Any) -> list[str]:
    """The keys that the models among the members of a type allow, in their order."""
    models = [member for member in _members(asked).values() if _is(member, BaseModel)]
    return list(dict.fromkeys(key for model in models for key in _fields(model)))


def entry_keys(asked: Any) -> list[str]:
    """The keys that the entries of a list allow, in their order; none where they are no mappings."""
    return allowed_keys(_within(asked, 0))


def is_field(asked: Any, key: PathKey) -> bool:
    """Whether ``key`` is one that a model names, and not one that a file may choose, such as an id."""
    return any(_is(member, BaseModel) and key in _fields(member) for member in _members(asked).values())


def may_be_left_out(asked: Any, key: PathKey) -> bool:
    """Whether a model that names ``key`` has a value for it where a file has none."""
    models = [member for member in _members(asked).values() if _is(member, BaseModel)]
    fields = [field for model in models for name, field in model.model_fields.items() if key == (field.alias or name)]
    return any(not field.is_required() for field in fields)


def words(asked: Any) -> list[str]:
    """The words that a type allows as such: those of its enumerations and literals."""
    found: list[str] = []
    for member in _flat(asked):
        if get_origin(member) is Literal:
            found += [str(word) for word in get_args(member)]
        elif _is(member, Enum):
            found += [str(word.value) for word in member]
    return list(dict.fromkeys(found))


def kinds(asked: Any) -> list[str]:
    """The kinds of value that a type takes beside words, in plain words; nothing (null) comes last."""
    found: list[str] = []
    for member in _flat(asked):
        if get_origin(member) is Literal or _is(member, Enum):
            continue
        origin = get_origin(member) or member
        found += [kind for type_, kind in KINDS if _is(origin, type_)][:1]
    if None in _flat(asked) or type(None) in _flat(asked):
        found.append("nothing (null)")
    return list(dict.fromkeys(found))


def item_count(asked: Any) -> int | None:
    """How many items a list must have where it is a tuple of a fixed length, else ``None``."""
    for member in _flat(asked):
        items = get_args(member)
        if get_origin(member) is tuple and Ellipsis not in items:
            return len(items)
    return None


def _within(asked: Any, key: PathKey) -> Any:
    """What a type asks for behind a key or an index; ``Any`` where it says nothing."""
    for member in _members(asked).values():
        if _is(member, BaseModel):
            fields = _fields(member)
            if key in fields:
                return fields[str(key)]
            continue
        origin, items = get_origin(member), get_args(member)
        if isinstance(key, str) and _is(origin, Mapping):
            return items[1]
        if isinstance(key, int) and origin is tuple and Ellipsis not in items:
            return items[key] if key < len(items) else Any
        if isinstance(key, int) and items and _is(origin, Sequence):
            return items[0]
    return Any


KNOWN_MEMBERS: dict[int, tuple[Any, Mapping[str, Any]]] = {}
"""What :func:`_members` has found, by the identity of a type, since some have no hash. Each is kept, so that it stays itself."""


def _members(asked: Any) -> Mapping[str, Any]:
    """The members of a union (or the one type that is none), without null, by the names that pydantic gives them.

    A file can be wrong in a hundred thousand places, and a model has few types: each is looked at once.
    """
    if id(asked) not in KNOWN_MEMBERS:
        KNOWN_MEMBERS[id(asked)] = asked, _members_of(asked)
    return KNOWN_MEMBERS[id(asked)][1]


def _members_of(asked: Any) -> Mapping[str, Any]:
    tag, bare = _unwrapped(asked)
    if get_origin(bare) in (Union, types.UnionType):
        parts = [part for part in get_args(bare) if part not in (None, type(None))]
        if len(parts) == 1:
            return _members(parts[0])
        return {name: _unwrapped(part)[1] for part in parts for name in [_name(part)]}
    return {tag or _name(bare): bare}


def _flat(asked: Any) -> list[Any]:
    """All members of a type, those of unions within unions too, with null."""
    bare = _unwrapped(asked)[1]
    if get_origin(bare) in (Union, types.UnionType):
        return [member for part in get_args(bare) for member in _flat(part)]
    return [bare]


def _name(part: Any) -> str:
    tag, bare = _unwrapped(part)
    return tag or (bare.__name__ if isinstance(bare, type) and not get_origin(bare) else str(bare))


def _unwrapped(asked: Any) -> tuple[str | None, Any]:
    """A type without its annotations, and the tag that was among them."""
    tag = None
    while True:
        if get_origin(asked) is Annotated:
            asked, *notes = get_args(asked)
            tag = next((note.tag for note in notes if isinstance(note, Tag)), tag)
        elif hasattr(asked, "__value__"):
            asked = asked.__value__
        else:
            return tag, asked


@cache
def _fields(model: Any) -> dict[str, Any]:
    """The keys of a model as files write them, each with the type that it asks for."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _is(asked: Any, kind: type) -> bool:
    # On Python 3.10, tuple[str, ...] passes for a class and then is none.
    return isinstance(asked, type) and get_origin(asked) is None and issubclass(asked, kind)

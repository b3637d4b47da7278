"""What a model asks for, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, Tag

from npm_readiness.reading.asked import (
    allowed_keys,
    asked_at,
    entry_keys,
    is_field,
    item_count,
    kinds,
    may_be_left_out,
    words,
)


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Leaf(BaseModel):
    id: str
    size: int | None = None


class Link(BaseModel):
    use: str
    class_: Annotated[str, Field(alias="class")] = ""


class Tree(BaseModel):
    name: str
    leaf: Leaf | Literal["unknown"] | None = None
    leaves: tuple[Leaf, ...] = ()
    named: Mapping[str, Leaf] = {}
    pair: tuple[Colour, int] | None = None
    part: Annotated[Leaf, Tag("leaf")] | Annotated[Link, Tag("use")]


@pytest.mark.parametrize(
    ("asked", "allowed", "plain"),
    [
        (str, [], ["a text"]),
        (int | None, [], ["a whole number", "nothing (null)"]),
        (bool | Literal["unknown"], ["unknown"], ["true or false"]),
        # Words come apart from kinds, wherever they stand in the union.
        (Literal["unknown"] | date | Colour, ["unknown", "red", "blue"], ["a date written YYYY-MM-DD"]),
        (Colour | float | Leaf, ["red", "blue"], ["a number", "a mapping of keys to values"]),
        (Literal["a"] | Literal["b", "a"], ["a", "b"], []),
        (tuple[str, ...] | str, [], ["a list", "a text"]),
        (Leaf | Mapping[str, Leaf], [], ["a mapping of keys to values"]),
        (frozenset[str], [], ["a list"]),
        (Annotated[Annotated[int, Field(ge=1)] | None, "note"], [], ["a whole number", "nothing (null)"]),
        (Any, [], []),
    ],
)
def test_a_type_is_its_words_and_its_kinds(asked: Any, allowed: list[str], plain: list[str]) -> None:
    assert (words(asked), kinds(asked)) == (allowed, plain)


@pytest.mark.parametrize(
    ("asked", "count"), [(tuple[str, int], 2), (tuple[str, ...], None), (list[str], None), (str | tuple[int], 1)]
)
def test_a_list_of_a_fixed_length(asked: Any, count: int | None) -> None:
    assert item_count(asked) == count


def test_keys_are_those_that_a_file_writes() -> None:
    assert allowed_keys(Leaf | Link | None) == ["id", "size", "use", "class"]
    assert entry_keys(tuple[Leaf, ...]) == ["id", "size"]
    assert entry_keys(tuple[str, ...]) == []
    assert is_field(Link, "class")
    assert not is_field(Link, "class_")
    assert not is_field(Mapping[str, Leaf], "id"), "that is a key of the file's own"


def test_a_key_that_has_a_value_of_its_own_may_be_left_out() -> None:
    assert may_be_left_out(Leaf, "size")
    assert not may_be_left_out(Leaf, "id")
    assert may_be_left_out(Link, "class")
    assert may_be_left_out(Leaf | Link, "class")
    assert not may_be_left_out(Leaf, "use")


@pytest.mark.parametrize(
    ("data", "reported", "path", "asked"),
    [
        ({"name": 1}, ("name",), ("name",), str),
        # The name of a member of a union is no part of the path, and neither is a key that is not there.
        ({"leaf": {"size": "x"}}, ("leaf", "Leaf", "size"), ("leaf", "size"), int | None),
        ({"leaf": {}}, ("leaf", "Leaf", "id"), ("leaf",), Leaf | Literal["unknown"] | None),
        ({"part": {"use": 1}}, ("part", "use", "use"), ("part", "use"), str),
        ({"leaves": [{}, {"id": 1}]}, ("leaves", 1, "id"), ("leaves", 1, "id"), str),
        ({"named": {"a": {"id": 1}}}, ("named", "a", "id"), ("named", "a", "id"), str),
        ({"pair": ["red", "x"]}, ("pair", 1), ("pair", 1), int),
        ({"pair": ["red", 1, 2]}, ("pair", 2), ("pair", 2), Any),
    ],
)
def test_what_is_asked_for_at_a_place(data: Any, reported: tuple[Any, ...], path: tuple[Any, ...], asked: Any) -> None:
    found = asked_at(Tree, data, reported)
    assert (found.path, found.type) == (path, asked)

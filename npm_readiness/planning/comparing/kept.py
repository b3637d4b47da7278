"""In what little room the summaries of thousands of profiles are kept."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

__all__ = ["MOST_KEPT", "Packed", "Row", "shared", "shared_mapping"]

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")

MOST_KEPT = 100_000
"""How many different results are kept as one object each; there are far fewer."""

MOST_KINDS = 100
"""The same of what depends on the checklists and the facts of a profile, not on its answers; these are larger."""

QUICKLY = 1
"""The level of compression: others take longer, and little less room."""


class Row(Mapping[KeyT, ValueT]):
    """A mapping that cannot be changed. Rows with the same keys share them, so that a value takes up no more than its place."""

    __slots__ = ("_places", "_values")

    def __init__(self, content: Mapping[KeyT, ValueT]) -> None:
        self._places: Mapping[KeyT, int] = _places(tuple(content))
        self._values = tuple(content.values())

    def __getitem__(self, key: KeyT) -> ValueT:
        return self._values[self._places[key]]

    def __iter__(self) -> Iterator[KeyT]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._values)


@lru_cache(maxsize=MOST_KINDS)
def _places(keys: tuple[Any, ...]) -> dict[Any, int]:
    return {key: place for place, key in enumerate(keys)}


def shared(value: ValueT) -> ValueT:
    """The first value that was equal to this one."""
    first: ValueT = _first(value)
    return first


@lru_cache(maxsize=MOST_KEPT)
def _first(value: Any) -> Any:
    return value


def shared_mapping(content: Mapping[KeyT, ValueT]) -> Mapping[KeyT, ValueT]:
    """The first mapping that was equal to this one, in the same order."""
    first: Mapping[KeyT, ValueT] = _first_mapping(tuple(content.items()))
    return first


@lru_cache(maxsize=MOST_KINDS)
def _first_mapping(content: tuple[tuple[Any, Any], ...]) -> dict[Any, Any]:
    return dict(content)


@dataclass(frozen=True, slots=True)
class Packed(Generic[ValueT]):
    """A value put away until it is needed again, in about a twentieth of its room. It never leaves this process."""

    _data: bytes

    @classmethod
    def of(cls, value: ValueT) -> Packed[ValueT]:
        """The value, put away."""
        return cls(zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), QUICKLY))

    def unpacked(self) -> ValueT:
        """The value again, equal to what it was."""
        value: ValueT = pickle.loads(zlib.decompress(self._data))  # noqa: S301 - nobody but this process wrote it
        return value

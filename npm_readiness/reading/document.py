"""A file that has been read: its data as plain Python values, and the place of each of them in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import field
from typing import Any, TypeAlias

from npm_readiness.problems import Path, PathKey, Place
from npm_readiness.reading.scalars import Scalar
from npm_readiness.records import record

__all__ = ["Document", "Lines", "Mark", "Value", "has_key"]

Value: TypeAlias = "Scalar | list[Value] | dict[str, Value]"
"""What a file can hold: the values of JSON."""


def has_key(value: Any, key: PathKey) -> bool:
    """Whether ``key`` leads from a value to one within it: the key of a mapping, or the index of an item from 0."""
    if isinstance(value, dict):
        return isinstance(key, str) and key in value
    return isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value)


@record(frozen=True)
class Lines:
    """Where the lines of a text begin. A line ends at a line feed and nowhere else, as in an editor."""

    file: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, file: str, text: str) -> Lines:
        """The lines of ``text``."""
        starts = [0]
        while (end := text.find("\n", starts[-1])) >= 0:
            starts.append(end + 1)
        return cls(file, tuple(starts))

    def place(self, index: int) -> Place:
        """The place of the character ``index``, counted from 0."""
        line = bisect_right(self.starts, index)
        return Place(self.file, line, index - self.starts[line - 1] + 1)


@record(frozen=True)
class Mark:
    """Where a value stands, in characters from the start of the text.

    ``key`` is where its key stands, ``None`` for what has no key. ``written`` is a scalar as the file writes it, where
    that is not the value itself: ``0x1F`` for 31, an empty text for null.
    """

    start: int
    key: int | None = None
    written: str | None = None


@record(frozen=True)
class Document:
    """What one file holds.

    ``data`` is a :data:`Value`; its type says ``Any`` because whoever reads it knows its shape. ``marks`` has an entry
    for every value, by its path. ``troubled`` names the values that a problem of the YAML itself has made unknown;
    nothing further is said about them.
    """

    file: str
    data: Any
    lines: Lines = field(repr=False)
    marks: Mapping[Path, Mark] = field(repr=False)
    troubled: frozenset[Path] = field(default=frozenset(), repr=False)

    def value(self, path: Path) -> Any:
        """The value at ``path``; raises ``KeyError`` where there is none."""
        value = self.data
        for key in path:
            if not has_key(value, key):
                raise KeyError(path)
            value = value[key]
        return value

    def place(self, path: Path) -> Place:
        """Where the value at ``path`` begins; for a path that leads nowhere, its nearest ancestor that is there."""
        return self.lines.place(self._mark(path).start)

    def key_place(self, path: Path) -> Place:
        """Where the key of the value at ``path`` stands; the value's own place for what has no key."""
        mark = self._mark(path)
        return self.lines.place(mark.start if mark.key is None else mark.key)

    def written(self, path: Path) -> str | None:
        """The scalar at ``path`` as the file writes it, where that is not the value itself; else ``None``."""
        mark = self.marks.get(path)
        return mark.written if mark else None

    def _mark(self, path: Path) -> Mark:
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks[path]

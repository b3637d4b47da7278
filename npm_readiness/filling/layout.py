"""Where the parts of a YAML text begin and end, so that something can be put between them and nothing else changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from npm_readiness.problems import Path
from npm_readiness.reading.events import parse_events, span

__all__ = ["Layout", "Part"]

BREAKS_OF_YAML_1_1 = str.maketrans("\x85\u2028\u2029", "   ")
"""Line breaks for PyYAML, and ordinary characters for us and for editors; here only places count."""


@dataclass(slots=True)
class Part:
    """One value: where it begins, where its text ends (without the comment behind it), and whether brackets hold it.

    ``key`` is where its key begins, ``last`` the path of its last value, ``None`` where it holds none.
    """

    start: int
    end: int
    key: int | None
    flow: bool
    last: Path | None = None


@dataclass(slots=True)
class _Open:
    path: Path
    mapping: bool
    key: tuple[str, int] | None = None
    count: int = 0


@dataclass(slots=True)
class Layout:
    """The parts of a text by their paths."""

    text: str
    parts: Mapping[Path, Part] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Layout:
        """The layout of a text that is valid YAML and holds one document, without tags, aliases and keys that are no scalars."""
        parts: dict[Path, Part] = {}
        opened: list[_Open] = []
        for event in parse_events(text.translate(BREAKS_OF_YAML_1_1)):
            if isinstance(event, CollectionEndEvent):
                closed = parts[opened.pop().path]
                if closed.flow:
                    closed.end = span(event)[1]
                _reach(parts, opened, closed.end)
            elif isinstance(event, NodeEvent) and not isinstance(event, AliasEvent):
                _node(event, parts, opened)
        return cls(text, parts)

    def line_start(self, index: int) -> int:
        """Where the line of a character begins."""
        return self.text.rfind("\n", 0, index) + 1

    def next_line(self, index: int) -> int:
        """Where the line behind that of a character begins; the end of the text where there is none.

        What ends with a line break, as a block of text does, has the next line right behind it.
        """
        if index and self.text[index - 1] == "\n":
            return index
        found = self.text.find("\n", index)
        return len(self.text) if found < 0 else found + 1

    def margin(self, index: int) -> str:
        """What stands on its line before a character."""
        return self.text[self.line_start(index) : index]


def _node(event: NodeEvent, parts: dict[Path, Part], opened: list[_Open]) -> None:
    start, end = span(event)
    around = opened[-1] if opened else None
    if around is not None and around.mapping and around.key is None:
        around.key = (event.value if isinstance(event, ScalarEvent) else "", start)
        _reach(parts, opened, end)
        return
    path, key = _place(around)
    if around is not None:
        parts[around.path].last = path
    if isinstance(event, CollectionStartEvent):
        parts[path] = Part(start, start, key, flow=bool(event.flow_style))
        opened.append(_Open(path, isinstance(event, MappingStartEvent)))
    else:
        # Where nothing is written behind a key, its value is said to stand wherever the parser was.
        written = end > start
        parts[path] = Part(start, end if written else parts[around.path].end if around else end, key, flow=False)
        if written:
            _reach(parts, opened, end)


def _place(around: _Open | None) -> tuple[Path, int | None]:
    """The path of the next value within what is open, and where its key begins."""
    if around is None:
        return (), None
    if around.mapping and around.key is not None:
        (name, key), around.key = around.key, None
        return (*around.path, name), key
    around.count += 1
    return (*around.path, around.count - 1), None


def _reach(parts: dict[Path, Part], opened: list[_Open], end: int) -> None:
    """Whatever is open reaches at least so far."""
    for one in opened:
        parts[one.path].end = max(parts[one.path].end, end)

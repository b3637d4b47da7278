"""From a parser's events to a :class:`Document`, with everything that is wrong with the YAML on the way.

Nothing here calls itself: what is open stands on a list, whose length is the depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from npm_readiness.problems import Path, Problem, problem_at
from npm_readiness.reading.characters import OTHER_SPACE, REFUSED, refused_escape
from npm_readiness.reading.comments import lost_behind_block_sign, lost_between, lost_next, may_lose_text
from npm_readiness.reading.document import Document, Lines, Mark, Value
from npm_readiness.reading.events import span
from npm_readiness.reading.limits import MAX_DEPTH, MAX_VALUES
from npm_readiness.reading.scalars import NumberRefusedError, read_plain
from npm_readiness.reading.slips import wrong_space
from npm_readiness.reading.stopping import StoppedError
from npm_readiness.reading.wording import anchor_advice, shown, shown_key

__all__ = ["Builder"]

LINE_BREAK = re.compile(r"[\r\n]")
SPACE_BEFORE = re.compile(rf"-?(?P<space>{OTHER_SPACE})")
SPACE_BEHIND = re.compile(rf"{OTHER_SPACE}\Z")
COLON = re.compile(r"\s*:")
CORE_TAGS = "tag:yaml.org,2002:"


@dataclass(eq=False, repr=False)
class _Slot:
    """Where the next value goes. ``kept`` is false for the value of a key that was refused, and all within it.

    ``empty_at`` is where a value that is not there would begin, ``alone_to`` where a key without a colon ends.
    """

    path: Path
    kept: bool = True
    key: int | None = None
    empty_at: int | None = None
    alone_to: int | None = None


@dataclass(eq=False, repr=False)
class _Open:
    """A list or a mapping whose end has not come yet. ``waiting`` is the slot of the value of the last key.

    ``flow`` is true within brackets; ``last`` is the last key there whose value is a plain text, and where that begins.
    """

    slot: _Slot
    value: list[Value] | dict[str, Value]
    is_key: bool
    flow: bool
    waiting: _Slot | None = None
    last: tuple[str, int] | None = None
    first: dict[str, int] = field(default_factory=dict)


class Builder:
    """Builds the document of one text. ``restore`` gives back what was taken out of scalars before parsing."""

    def __init__(self, file: str, text: str, restore: dict[int, str]) -> None:
        self.file = file
        self.text = text
        self.restore = restore
        self.lines = Lines.of(file, text)
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._data: Value = None
        self._marks: dict[Path, Mark] = {}
        self._troubled: set[Path] = set()
        self._count = 0
        self._may_lose_text = may_lose_text(text)
        self._read_to = 0
        self._last_scalar: Path | None = None

    def build(self, events: Iterable[Event]) -> Document | None:
        """The document, as far as it can be known; ``None`` where there is none. Problems stand in ``problems``."""
        try:
            self._read(events)
        except StoppedError as stopped:
            self._stop(stopped)
            return None
        blank_root = self._data is None and self._marks.get((), Mark(0)).written == ""
        if not self._marks or blank_root:
            if not self.problems:
                self._report(0, "yaml-empty")
            return None
        return Document(self.file, self._data, self.lines, self._marks, frozenset(self._troubled))

    def _stop(self, stopped: StoppedError) -> None:
        """Report what stopped the reading, unless text that was lost just before it is the reason."""
        lost = self._may_lose_text and self._report_lost(lost_next(self.text, self._read_to, stopped.reached))
        if not lost or stopped.code != "yaml-syntax":
            self._report(stopped.index, stopped.code, **stopped.values)

    def _read(self, events: Iterable[Event]) -> None:
        for event in events:
            if self._may_lose_text:
                self._pass(event)
            if isinstance(event, DocumentStartEvent):
                if self._marks:
                    self._second_document(span(event)[0])
                    return
            elif isinstance(event, CollectionEndEvent):
                closed = self._open.pop()
                if closed.is_key:
                    self._refuse_key(closed.slot.key or 0)
            elif isinstance(event, NodeEvent):
                self._node(event)

    def _pass(self, event: Event) -> None:
        """Look for text that is lost between the last event and this one, and in the line of a block's sign."""
        start, end = span(event)
        empty = isinstance(event, ScalarEvent) and start == end
        self._report_lost(lost_between(self.text, self._read_to, start), empty_follows=empty)
        self._read_to = max(self._read_to, end)
        self._last_scalar = None
        if isinstance(event, ScalarEvent) and event.style in ("|", ">"):
            self._report_lost(lost_behind_block_sign(self.text, start))

    def _report_lost(self, lost: Iterable[tuple[int, str]], *, empty_follows: bool = False) -> bool:
        """Report texts lost to comments; whether there are any. The value that such a text belongs to is unknown then."""
        found = list(lost)
        for index, text in found:
            path = self._last_scalar
            if path is None or LINE_BREAK.search(self.text, self._read_to, index):
                waiting = self._open[-1].waiting if self._open else None
                path = waiting.path if waiting else ()
                unknown = empty_follows and waiting is not None and waiting.kept
            else:
                unknown = True
            if unknown:
                self._troubled.add(path)
            self._report(index, "yaml-lost-text", path=path, text=shown(text))
        return bool(found)

    def _second_document(self, index: int) -> None:
        directive = self.text[index : index + 1] == "%"
        self._report(index, "yaml-directive" if directive else "yaml-several-documents")

    def _node(self, event: NodeEvent) -> None:
        top = self._open[-1] if self._open else None
        if top is not None and isinstance(top.value, dict) and top.waiting is None:
            self._key(event, top)
            return
        self._count_value(event)
        slot = self._slot()
        troubled = self._refuse_properties(event, slot.path)
        if isinstance(event, CollectionStartEvent):
            self._start(event, slot, is_key=False)
        elif isinstance(event, ScalarEvent):
            self._scalar(event, slot)
        else:
            self._put(slot, None, span(event)[0])
        if troubled and slot.kept:
            self._troubled.add(slot.path)

    def _count_value(self, event: NodeEvent) -> None:
        self._count += 1
        if self._count > MAX_VALUES:
            raise StoppedError(span(event)[0], "yaml-too-many-values", limit=f"{MAX_VALUES:,}".replace(",", " "))

    def _slot(self) -> _Slot:
        if not self._open:
            return _Slot(())
        top = self._open[-1]
        if isinstance(top.value, list):
            return _Slot((*top.slot.path, len(top.value)), kept=top.slot.kept)
        slot, top.waiting = top.waiting, None
        assert slot is not None  # noqa: S101  # _node sends whatever stands in the place of a key elsewhere
        return slot

    def _key(self, event: NodeEvent, top: _Open) -> None:
        start, end = span(event)
        self._refuse_properties(event, top.slot.path)
        if isinstance(event, CollectionStartEvent):
            self._count_value(event)
            self._start(event, _Slot(top.slot.path, kept=False, key=start), is_key=True)
            return
        colon = COLON.match(self.text, end)
        empty_at = colon.end() if colon else end
        if not isinstance(event, ScalarEvent):
            top.waiting = _Slot(top.slot.path, kept=False, empty_at=empty_at)
            return
        if top.flow and not event.value and event.implicit[0]:
            # The parsers agree neither on where a key of nothing stands, nor on which there are.
            self._report(start, "yaml-key", path=top.slot.path)
            top.waiting = _Slot(top.slot.path, kept=False, empty_at=empty_at)
            return
        key = event.value.translate(self.restore) if self.restore else event.value
        path = (*top.slot.path, key)
        if self._refuse_escapes(event, path) or (not key.isascii() and self._refuse_spaces(event, path)):
            self._troubled.add(path)
        if key in top.first:
            first = self.lines.place(top.first[key]).line
            self._report(start, "yaml-duplicate-key", path=path, key=shown_key(key), first_line=first)
        kept = top.slot.kept and key not in top.first
        top.first.setdefault(key, start)
        alone_to = end if top.flow and colon is None and ":" not in key else None
        if alone_to is None:
            top.last = None
        top.waiting = _Slot(path, kept=kept, key=start, empty_at=empty_at, alone_to=alone_to)

    def _refuse_key(self, start: int) -> None:
        top = self._open[-1]
        self._report(start, "yaml-key", path=top.slot.path)
        top.waiting = _Slot(top.slot.path, kept=False)

    def _start(self, event: CollectionStartEvent, slot: _Slot, *, is_key: bool) -> None:
        start = span(event)[0]
        if len(self._open) >= MAX_DEPTH:
            raise StoppedError(start, "yaml-too-deep", limit=MAX_DEPTH)
        value: list[Value] | dict[str, Value] = {} if isinstance(event, MappingStartEvent) else []
        if not is_key:
            self._put(slot, value, start)
        self._open.append(_Open(slot, value, is_key, bool(event.flow_style)))

    def _scalar(self, event: ScalarEvent, slot: _Slot) -> None:
        start = span(event)[0]
        self._last_scalar = slot.path if slot.kept else None
        text = event.value.translate(self.restore) if self.restore else event.value
        # The parsers do not agree on whether "!" alone leaves a value plain; one with a tag is refused, and is text till then.
        if not event.implicit[0] or event.tag is not None:
            self._put(slot, text, start)
            if self._refuse_escapes(event, slot.path):
                self._troubled.add(slot.path)
            return
        if not text and slot.alone_to is not None:
            self._refuse_key_alone(slot, slot.alone_to)
        elif text and slot.kept and slot.path and self._open[-1].flow:
            self._open[-1].last = (str(slot.path[-1]), start)
        if not text and slot.empty_at is not None:
            start = slot.empty_at
        try:
            value = read_plain(text)
        except NumberRefusedError:
            value = text
            self._troubled.add(slot.path)
            self._report(start, "yaml-number", path=slot.path, number=shown(text))
        self._put(slot, value, start, written=None if isinstance(value, str) else text)

    def _put(self, slot: _Slot, value: Value, start: int, *, written: str | None = None) -> None:
        if not self._open:
            self._data = value
        else:
            container = self._open[-1].value
            if isinstance(container, list):
                container.append(value)
            elif slot.kept:
                container[str(slot.path[-1])] = value
        if slot.kept:
            self._marks[slot.path] = Mark(start, slot.key, written)

    def _refuse_properties(self, event: NodeEvent, path: Path) -> bool:
        """Report a tag, an anchor or an alias; whether the value is unknown because of it."""
        start = span(event)[0]
        if event.anchor is not None:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            self._report(
                start, "yaml-anchor", path=path, name=shown(f"{sign}{event.anchor}"), advice=anchor_advice(event.anchor)
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            name = tag.replace(CORE_TAGS, "!!", 1) if tag.startswith(CORE_TAGS) else tag
            self._report(start, "yaml-tag", path=path, tag=shown(name))
        return tag is not None or isinstance(event, AliasEvent)

    def _refuse_key_alone(self, slot: _Slot, end: int) -> None:
        """Report a key within braces that has no colon; most often it is the rest of a text that holds a comma."""
        key, last = str(slot.path[-1]), self._open[-1].last
        advice = "write key: value, or put quotes around the whole of a text"
        if last is not None:
            before = shown(" ".join(self.text[last[1] : end].split()))
            quote = "'" if '"' in before else '"'
            whole = f"{shown_key(last[0])}: {quote}{before}{quote}"
            advice = f"a comma here begins a new key; put quotes around the whole value: {whole}"
        self._troubled.add(slot.path)
        self._report(slot.key or 0, "yaml-key-alone", path=slot.path, key=shown_key(key), advice=advice)

    def _refuse_spaces(self, event: ScalarEvent, path: Path) -> bool:
        """Report another space than the ordinary one before or behind a plain key, where it is a part of the key."""
        before, behind = SPACE_BEFORE.match(event.value), SPACE_BEHIND.search(event.value)
        if not event.implicit[0] or not (before or behind):
            return False
        start, end = span(event)
        space = wrong_space(self.text, start + before.start("space") if before else end - 1)
        self._report(space.index, space.code, path=path, **space.values)
        return True

    def _refuse_escapes(self, event: ScalarEvent, path: Path) -> bool:
        if event.value.isprintable() or not REFUSED.search(event.value):
            return False
        index, name = refused_escape(self.text, *span(event))
        self._report(index, "yaml-character", path=path, character=name)
        return True

    def _report(self, index: int, code: str, *, path: Path = (), **values: object) -> None:
        self.problems.append(problem_at(self.lines.place(index), code, path=path, **values))

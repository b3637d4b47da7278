"""Changed answers put into the text of a profile, each at its place, so that every comment and the order of all else stay."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from npm_readiness.filling.layout import Layout
from npm_readiness.problems import InputError, Path, Place, problem_at
from npm_readiness.reading.files import examine_document
from npm_readiness.reading.stopping import StoppedError

__all__ = ["Changes", "with_changes"]

INSIDE = "  "
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[ .-][A-Za-z0-9_]+)*", re.ASCII)
"""A text that needs no quotes, whatever follows it."""
EMPTY = re.compile(r"\{\s*\}|\[\s*\]")
WORDS_OF_YAML = frozenset({"true", "false", "null", "True", "False", "Null", "TRUE", "FALSE", "NULL"})


@dataclass(frozen=True, slots=True)
class Changes:
    """New entries for ``answers`` and ``sources`` of a profile, as its file would have them; others stay as they are."""

    answers: Mapping[str, Mapping[str, Any]]
    sources: Mapping[str, Mapping[str, Any]]


class _Edit(NamedTuple):
    """A piece of the text, from ``start`` to ``end``, and what stands there instead."""

    start: int
    end: int
    text: str


def with_changes(text: str, file: str, changes: Changes) -> str:
    """The text of a profile with these changes and no others.

    An answer that is there is changed value by value; where that would not do, its entry is written anew. Raises
    :class:`~npm_readiness.problems.InputError` where the text is so laid out that nothing can be put into it.
    """
    for edits_of in (_field_by_field, _entry_by_entry):
        edited = _tried(text, changes, edits_of)
        if edited is not None and _says(edited, text, file, changes):
            return edited
    raise InputError([problem_at(Place(file), "gathering-impossible")])


def _tried(text: str, changes: Changes, edits_of: EditsOf) -> str | None:
    """The text with the changes made in one way; ``None`` where it is no YAML any more halfway."""
    try:
        for key, entries in (("sources", changes.sources), ("answers", changes.answers)):
            text = _with_entries(text, key, entries, edits_of)
    except StoppedError:
        return None
    return text


EditsOf = Callable[[Layout, Path, Mapping[str, Any], Mapping[str, Any]], Iterator[_Edit]]


def _with_entries(text: str, key: str, entries: Mapping[str, Mapping[str, Any]], edits_of: EditsOf) -> str:
    """The text with these entries below one of its keys."""
    if not entries:
        return text
    layout = Layout.of(text)
    data = _data(text).get(key) or {}
    edits: list[_Edit] = []
    for name, entry in entries.items():
        if isinstance(data.get(name), dict) and data[name]:
            edits += edits_of(layout, (key, name), data[name], entry)
        elif name in data:
            edits.append(_into_nothing(layout, (key, name), f" {_flow(entry)}"))
    edited = _edited(text, edits)
    new = {name: entry for name, entry in entries.items() if name not in data}
    return _with_new(edited, key, new) if new else edited


def _field_by_field(layout: Layout, path: Path, was: Any, now: Any) -> Iterator[_Edit]:
    """The edits that turn one value into another with as little of it touched as can be."""
    part = layout.parts[path]
    if was == now:
        return
    if isinstance(was, dict) and isinstance(now, dict) and was and now and not part.flow:
        yield from _of_mapping(layout, path, was, now)
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now) and not part.flow:
        for index, (one, other) in enumerate(zip(was, now, strict=True)):
            yield from _field_by_field(layout, (*path, index), one, other)
    else:
        yield _instead(layout, path, now)


def _of_mapping(layout: Layout, path: Path, was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[_Edit]:
    for name, value in was.items():
        place: Path = (*path, name)
        inner = layout.parts[place]
        if name not in now:
            if value is not None:
                start = layout.line_start(inner.key or inner.start)
                yield _Edit(start, layout.next_line(inner.end), "")
        elif value is None and now[name] is not None:
            yield _into_nothing(layout, place, f" {_flow(now[name])}")
        else:
            yield from _field_by_field(layout, place, value, now[name])
    yield from _added(layout, path, was, now)


def _added(layout: Layout, path: Path, was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[_Edit]:
    """Lines for what is new in a mapping, each behind what stands before it in the new one."""
    part = layout.parts[path]
    margin = " " * (part.start - layout.line_start(part.start))
    place, lines = path, dict[Path, list[str]]()
    for name, value in now.items():
        if name in was:
            place = (*path, name)
        else:
            lines.setdefault(place, []).append(_lines(margin, name, value))
    for place, texts in lines.items():
        index = layout.next_line(layout.parts[place].end)
        yield _Edit(index, index, "".join(texts))


def _entry_by_entry(layout: Layout, path: Path, was: Any, now: Any) -> Iterator[_Edit]:
    """The whole value written anew."""
    if was != now:
        yield _instead(layout, path, now)


def _instead(layout: Layout, path: Path, value: Any) -> _Edit:
    part = layout.parts[path]
    text = layout.text[part.start : part.end]
    stripped = text.rstrip()
    flow = _flow(value)
    if not text:
        return _into_nothing(layout, path, f" {flow}")
    # What begins on a line of its own, as an entry in block style does, goes up beside its key.
    key_line = part.key is not None and layout.line_start(part.key) != layout.line_start(part.start)
    if key_line:
        return _Edit(_behind_key(layout, path), part.start + len(stripped), f" {flow}")
    return _Edit(part.start, part.start + len(stripped), flow)


def _into_nothing(layout: Layout, path: Path, text: str) -> _Edit:
    """Something behind a key that has nothing yet, or a null that is written."""
    part, behind = layout.parts[path], _behind_key(layout, path)
    written = layout.text[part.start : part.end].strip() if part.start >= behind else ""
    if written in ("null", "~", "Null", "NULL") or EMPTY.fullmatch(written):
        return _Edit(behind, part.start + len(written), text)
    return _Edit(behind, behind, text)


def _behind_key(layout: Layout, path: Path) -> int:
    """The place behind the colon of a key."""
    key = layout.parts[path].key or 0
    name = path[-1]
    return (
        layout.text.index(":", key + (len(name) if isinstance(name, str) and layout.text[key] not in "\"'" else 0)) + 1
    )


def _edited(text: str, edits: Iterable[_Edit]) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    for start, end, new in sorted(edits, reverse=True):
        between = newline if new.endswith("\n") and start == len(text) and text and not text.endswith("\n") else ""
        text = text[:start] + between + new.replace("\n", newline) + text[end:]
    return text


def _with_new(text: str, key: str, entries: Mapping[str, Mapping[str, Any]]) -> str:
    """The text with new entries behind those that one of its keys has."""
    layout = Layout.of(text)
    data = _data(text)
    part, root = layout.parts.get((key,)), layout.parts[()]
    if part is None and root.flow:
        return _edited(text, [_into_flow(layout, (), f"{key}: {_flow(entries)}")])
    if part is None:
        margin = layout.margin(root.start)
        index = layout.next_line(root.end)
        return _edited(text, [_Edit(index, index, f"{margin}{key}:\n{_block(entries, margin + INSIDE)}")])
    if root.flow and not part.flow:
        return _edited(text, [_into_nothing(layout, (key,), f" {_flow(entries)}")])
    if part.flow and (data.get(key) or root.flow):
        return _edited(text, [_into_flow(layout, (key,), _flow(entries)[1:-1])])
    outer = " " * ((part.key or 0) - layout.line_start(part.key or 0))
    if not data.get(key):
        cleared = (
            [_Edit(_behind_key(layout, (key,)), part.end, "")] if part.flow else [_into_nothing(layout, (key,), "")]
        )
        index = layout.next_line(cleared[0].end)
        return _edited(text, [*cleared, _Edit(index, index, _block(entries, outer + INSIDE))])
    margin = " " * (part.start - layout.line_start(part.start))
    index = layout.next_line(part.end)
    return _edited(text, [_Edit(index, index, _block(entries, margin))])


def _into_flow(layout: Layout, path: Path, text: str) -> _Edit:
    """Something more between the brackets of a mapping: right behind its last value, whatever comes before the bracket."""
    part = layout.parts[path]
    if part.last is None:
        return _Edit(part.start + 1, part.start + 1, text)
    end = layout.parts[part.last].end
    return _Edit(end, end, f", {text}")


def _block(entries: Mapping[str, Mapping[str, Any]], margin: str) -> str:
    lines = []
    for name, entry in entries.items():
        lines.append(f"{margin}{name}:\n")
        lines += [_lines(margin + INSIDE, key, value) for key, value in entry.items()]
    return "".join(lines)


def _lines(margin: str, name: str, value: Any) -> str:
    """A key with its value; several entries have a line each."""
    if isinstance(value, list) and len(value) > 1 and isinstance(value[0], Mapping):
        return "".join([f"{margin}{name}:\n", *(f"{margin}{INSIDE}- {_flow(entry)}\n" for entry in value)])
    return f"{margin}{name}: {_flow(value)}\n"


def _flow(value: Any) -> str:
    """A value on one line, as YAML reads it back whatever stands in it."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        return value if PLAIN.fullmatch(value) and value not in WORDS_OF_YAML else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


def _data(text: str) -> Any:
    document, _ = examine_document(text)
    return document.data if document is not None and isinstance(document.data, dict) else {}


def _says(edited: str, text: str, file: str, changes: Changes) -> bool:
    """Whether the text says what it said, with the changes, and nothing else."""
    document, problems = examine_document(edited, file)
    if document is None or problems or not isinstance(document.data, dict):
        return False
    wanted = dict(_data(text))
    for key, entries in (("answers", changes.answers), ("sources", changes.sources)):
        if entries:
            wanted[key] = {**(wanted.get(key) or {}), **entries}
    return bool(_tidied(document.data) == _tidied(wanted))


def _tidied(value: Any) -> Any:
    """A value without keys that hold nothing: they say the same as keys that are not there."""
    if isinstance(value, Mapping):
        return {key: _tidied(item) for key, item in value.items() if item is not None and item != []}
    return [_tidied(item) for item in value] if isinstance(value, list | tuple) else value

"""Slips that make a file no YAML, found by looking at the lines where the parser stopped.

A parser stops where it cannot go on, which is often a line after the slip, and says what it had hoped for there. What a
person did is seen from the lines: no space after a colon, another space than the ordinary one, a key that begins a column
too far to the right, entries below brackets that say there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from npm_readiness.reading.characters import OTHER_SPACE, character_name
from npm_readiness.reading.stopping import StoppedError
from npm_readiness.reading.wording import joined, shown

__all__ = ["find_slip", "glued_key", "wrong_space"]

LEAD = r"(?P<lead>[ \t]*(?:-[ \t]+)*)"
KEY = r"""(?P<key>[^\W\d][\w.-]*|'[^'\n]*'|"[^"\n]*")"""
ODD_LEAD = re.compile(rf"[ \t]*(?:-[ \t]*)?(?P<space>{OTHER_SPACE})")
GLUED = re.compile(rf"{LEAD}{KEY}(?P<colon>:)(?P<value>[^ \t\r\n/][^\r\n]*)")
WITH_KEY = re.compile(rf"{LEAD}{KEY}[ \t]*:(?=[ \t\r\n]|\Z)")
WITH_DASH = re.compile(r"(?P<lead>[ \t]*)-(?=[ \t\r\n]|\Z)")
EMPTY_BRACKETS = re.compile(
    rf"{LEAD}{KEY}:[ \t]+(?P<brackets>\{{[ \t]*\}}|\[[ \t]*\])[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE
)
CLOSED_BRACKET = re.compile(r"[^\n]*(?P<bracket>[\]}])[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)
NO_CONTENT = re.compile(r"[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)
MOST_LINES_OF_A_TEXT = 50
"""How many lines before a colon are looked at for the beginning of the text in which it stands."""


def find_slip(said: str, text: str, start: int, stop: int) -> StoppedError | None:
    """The slip that made a parser say ``said``, between ``start`` and ``stop``; ``None`` where none is seen."""
    if "mapping values are not allowed" in said:
        return _before_colon(text, _line_start(text, stop), stop)
    if "could not find expected ':'" in said:
        line = _line_start(text, start)
        return _odd_lead(text, line) or _glued(text, line)
    if "parsing a block" in said and not text[(line := _line_start(text, stop)) : stop].strip(" \t"):
        return (
            _odd_lead(text, line)
            or _below_brackets(text, line, stop)
            or _glued_above(text, line, stop - line)
            or _beside_columns(text, line)
        )
    return None


def wrong_space(text: str, index: int) -> StoppedError:
    """The problem that another space than the ordinary one stands at ``index``."""
    return StoppedError(index, "yaml-space", character=character_name(ord(text[index])))


def glued_key(text: str) -> tuple[str, int, str] | None:
    """Of ``answer:yes`` the key, the place of its colon and what stands behind it; ``None`` for what is not like it."""
    match = GLUED.match(text)
    return (match["key"], match.start("colon"), match["value"]) if match and not match["lead"] else None


def _before_colon(text: str, line: int, stop: int) -> StoppedError | None:
    """Why the colon at ``stop`` stands in a text that began on a line before."""
    found = _odd_lead(text, line)
    here = WITH_KEY.match(text, line)
    if found or here is None or here.end() != stop + 1:
        return found
    column = here.start("key") - line
    for before in islice(_lines_before(text, line), MOST_LINES_OF_A_TEXT):
        found = _odd_lead(text, before)
        glued = GLUED.match(text, before)
        if found is None and glued and glued.start("key") - before == column:
            found = _glued(text, before)
        above = WITH_KEY.match(text, before)
        if found is None and above and above.start("key") - before < column:
            found = _too_deep(text, here.start("key"), column, above, above.start("key") - before)
        if found or above:
            return found
    return None


def _glued_above(text: str, line: int, column: int) -> StoppedError | None:
    """A key without a space after its colon, in the same column as what stands in this line, and of the same mapping."""
    for before in islice(_lines_before(text, line), MOST_LINES_OF_A_TEXT):
        glued, above = GLUED.match(text, before), WITH_KEY.match(text, before)
        if glued and glued.start("key") - before == column:
            return _glued(text, before)
        if above and above.start("key") - before < column:
            return None
    return None


def _too_deep(text: str, index: int, column: int, above: re.Match[str], above_column: int) -> StoppedError:
    line = text.count("\n", 0, above.start()) + 1
    return StoppedError(
        index,
        "yaml-syntax",
        reason=f"this key begins in column {column + 1}, and the one above it, {shown(above['key'])} in line {line}, "
        f"in column {above_column + 1}",
        advice="begin both in the same column; put quotes around a text that goes on here and holds a colon",
    )


def _odd_lead(text: str, line: int) -> StoppedError | None:
    match = ODD_LEAD.match(text, line)
    return wrong_space(text, match.start("space")) if match else None


def _glued(text: str, line: int) -> StoppedError | None:
    match = GLUED.match(text, line)
    if match is None:
        return None
    if re.match(OTHER_SPACE, match["value"]):
        return wrong_space(text, match.start("value"))
    return StoppedError(
        match.start("colon"),
        "yaml-syntax",
        reason="a space is missing after this colon",
        advice=f"write {shown(match['key'])}: {shown(match['value'])}",
    )


def _below_brackets(text: str, line: int, stop: int) -> StoppedError | None:
    """Entries below ``sources: {}`` or ``evidence: [a]``."""
    before = next(_lines_before(text, line), line)
    empty, closed = EMPTY_BRACKETS.match(text, before), CLOSED_BRACKET.match(text, before)
    dash = WITH_DASH.match(text, line)
    column, number = stop - line, text.count("\n", 0, line) + 1
    if empty and column + (1 if dash else 0) > empty.start("key") - before:
        key, brackets = shown(empty["key"]), empty["brackets"]
        return StoppedError(
            empty.start("brackets"),
            "yaml-syntax",
            reason=f"{key}: {brackets} says that nothing stands below it, and line {number} does",
            advice=f"delete the {brackets}",
        )
    if closed and (closed["bracket"] == "]") == bool(dash):
        line_before = text.count("\n", 0, before) + 1
        return StoppedError(
            stop,
            "yaml-syntax",
            reason=f"this stands below brackets that were closed in line {line_before}",
            advice="write all of it within the brackets, or all of it below the key without brackets",
        )
    return None


def _beside_columns(text: str, line: int) -> StoppedError | None:
    """A key, or a dash, that begins in another column than all those to which it could belong."""
    kind, pattern = ("dash", WITH_DASH) if WITH_DASH.match(text, line) else ("key", WITH_KEY)
    here = pattern.match(text, line)
    if here is None:
        return None
    column = _columns(here, line, kind)[-1]
    columns: set[int] = set()
    for before in _lines_before(text, line):
        match = pattern.match(text, before)
        found = _columns(match, before, kind) if match else []
        if found and (not columns or min(found) < min(columns)):
            columns.update(found)
        if columns and min(columns) == 0:
            break
    if not columns or column in columns:
        return None
    numbers = [str(number + 1) for number in sorted(columns)]
    where = f"column{'s' if len(numbers) > 1 else ''} {joined(numbers, 'and')}"
    return StoppedError(
        line + column,
        "yaml-syntax",
        reason=f"this {kind} begins in column {column + 1}, and those above it in {where}",
        advice="begin it in the same column as those to which it belongs",
    )


def _columns(match: re.Match[str], line: int, kind: str) -> list[int]:
    """The columns, from 0, in which the keys or dashes of a line begin."""
    return [match.start("key") - line if kind == "key" else match.end("lead") - line]


def _lines_before(text: str, line: int) -> Iterator[int]:
    """Where the lines before the one that begins at ``line`` begin, the nearest first, without empty ones and comments."""
    while line > 0:
        line = text.rfind("\n", 0, line - 1) + 1
        if not NO_CONTENT.match(text, line):
            yield line


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1

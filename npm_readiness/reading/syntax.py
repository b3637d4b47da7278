"""What a parser's error means, in words for the person who wrote the file.

Both parsers say the same things in different words, and at slightly different places; a rule here brings them together.
Their own sentences are never shown.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Literal

from yaml.error import MarkedYAMLError

from npm_readiness.reading.characters import refused_escape
from npm_readiness.reading.slips import find_slip
from npm_readiness.reading.stopping import StoppedError
from npm_readiness.reading.wording import anchor_advice
from npm_readiness.records import record

__all__ = ["explain", "problem_index"]


@record(frozen=True)
class _Rule:
    """``said`` is looked for in what the parser says; ``at`` is where the person should look.

    That is where the parser stopped, where the thing began that it was reading, or the backslash of an escape.
    """

    said: str
    at: Literal["problem", "context", "escape"]
    reason: str
    advice: str


DIRECTIVE = re.compile(r" a (?:%\w+ )?directive:")
WORD = re.compile(r"[^\s,\[\]{}]{1,40}")

QUOTE_ADVICE = "put a closing quote; write a quote within single quotes twice"
ESCAPE_ADVICE = "write \\\\ for a backslash within double quotes, or use single quotes"
BLOCK_ADVICE = "begin the text on the next line, indented"

RULES = (
    _Rule("unexpected end of stream", "context", "the quoted text that begins here has no end", QUOTE_ADVICE),
    _Rule("unexpected document", "context", "the quoted text that begins here has no end before ---", QUOTE_ADVICE),
    _Rule("unknown escape", "escape", "there is no such escape with a backslash", ESCAPE_ADVICE),
    _Rule("hexdecimal", "escape", "this escape with a backslash has too few digits", ESCAPE_ADVICE),
    _Rule("hexadecimal", "escape", "this escape with a backslash has too few digits", ESCAPE_ADVICE),
    _Rule("block scalar", "context", "nothing but a sign for its form may follow | or > in the line", BLOCK_ADVICE),
    _Rule(
        "could not find expected ':'",
        "context",
        "this line has no colon after its key",
        "write key: value, or indent a text that goes on from the line above",
    ),
    _Rule(
        "mapping values are not allowed",
        "problem",
        "a colon with a space after it cannot stand here",
        "put quotes around a text that holds one, and check the indentation",
    ),
    _Rule(
        "sequence entries are not allowed",
        "problem",
        "a list cannot begin here",
        "begin it on a line of its own, or put quotes around a text that begins with a dash",
    ),
    _Rule(
        "mapping keys are not allowed",
        "problem",
        "a question mark with a space after it cannot stand here",
        "put quotes around a text that begins with one",
    ),
    _Rule("unexpected ':'", "problem", "a space is missing after this colon", "write key: value, with a space"),
    _Rule(
        "parsing a block collection",
        "problem",
        "this does not belong to the list above it",
        "begin each item with a dash and a space, in the same column",
    ),
    _Rule(
        "parsing a block mapping",
        "problem",
        "this does not belong to the keys above it",
        "write key: value, in the same column as the keys above; quotes go around the whole of a text",
    ),
    _Rule(
        "node content",
        "problem",
        "a value is missing before this",
        "write the value, or take out the comma or the bracket that asks for it",
    ),
    _Rule(
        "<document start>",
        "problem",
        "this does not belong to what stands above it",
        "check the indentation and the brackets",
    ),
)
UNKNOWN = _Rule("", "problem", "it cannot be read on from here", "check the indentation, the colons and the quotes")


def explain(error: MarkedYAMLError, text: str) -> StoppedError:
    """The problem that a parser's error is, with its place in ``text``."""
    stop = problem_index(error)
    start = _index(error.context_mark, stop)
    said = f"{error.context}: {error.problem}"
    stopped = (
        _forbidden_sign(said, text, start, stop)
        or _forbidden_character(said, text, stop)
        or find_slip(said, text, start, stop)
        or _open_bracket(said, text, start, stop)
        or _by_rule(said, text, start, stop)
    )
    stopped.reached = stop
    return stopped


def problem_index(error: MarkedYAMLError) -> int:
    """Where a parser stopped, in characters from the start of the text."""
    return _index(error.problem_mark, _index(error.context_mark, 0))


def _forbidden_sign(said: str, text: str, start: int, stop: int) -> StoppedError | None:
    """What would be refused if it were well-formed: an anchor, an alias, a tag, a directive."""
    if "scanning an a" in said:  # an alias, an anchor
        name = _word(text, start)
        return StoppedError(start, "yaml-anchor", name=name, advice=anchor_advice(name[1:]))
    if " a tag:" in said:
        return StoppedError(start, "yaml-tag", tag=_word(text, start))
    if "tag handle" in said:
        return StoppedError(stop, "yaml-tag", tag=_word(text, stop))
    if DIRECTIVE.search(said):
        return StoppedError(start, "yaml-directive")
    return None


def _forbidden_character(said: str, text: str, stop: int) -> StoppedError | None:
    if "invalid Unicode" in said:
        escape = text.rfind("\\", 0, stop)
        index, name = refused_escape(text, escape, len(text))
        return StoppedError(index, "yaml-character", character=name)
    if text[stop : stop + 1] == "\t":
        return StoppedError(stop, "yaml-syntax", reason="a tab cannot stand here", advice="indent with spaces")
    if "cannot start any token" in said:
        return StoppedError(
            stop,
            "yaml-syntax",
            reason=f"a value cannot begin with {text[stop : stop + 1]}",
            advice="put quotes around it",
        )
    return None


def _open_bracket(said: str, text: str, start: int, stop: int) -> StoppedError | None:
    at_end = stop >= len(text.rstrip())
    if at_end and "a flow node" in said:
        reason, advice = "the file ends here within brackets", "close the brackets with ] or }"
        return StoppedError(stop, "yaml-syntax", reason=reason, advice=advice)
    for kind, bracket in (("flow sequence", "]"), ("flow mapping", "}")):
        if f"parsing a {kind}" not in said:
            continue
        line = text.count("\n", 0, start) + 1
        return StoppedError(
            start if at_end else stop,
            "yaml-syntax",
            reason=f"the bracket opened at line {line} is not closed, or a comma is missing",
            advice=f"write , or {bracket} before this",
        )
    return None


def _by_rule(said: str, text: str, start: int, stop: int) -> StoppedError:
    rule = next((rule for rule in RULES if rule.said in said), UNKNOWN)
    index = {"problem": stop, "context": start, "escape": text.rfind("\\", 0, stop + 1)}[rule.at]
    return StoppedError(max(index, 0), "yaml-syntax", reason=rule.reason, advice=rule.advice)


def _index(mark: object, otherwise: int) -> int:
    index = getattr(mark, "index", None)
    return index if isinstance(index, int) else otherwise


def _word(text: str, start: int) -> str:
    match = WORD.match(text, start)
    return "".join(takewhile(str.isprintable, match.group())) if match else ""

"""How values, keys and lists of words are written in the sentences of problems."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from npm_readiness.reading.document import Value

__all__ = ["anchor_advice", "described", "did_you_mean", "joined", "shown", "shown_key"]

LONGEST = 60
NAME_OF_A_PROGRAM = re.compile(r"id\d{3,}|ref_\d+|[ao]\d+", re.ASCII)
"""The anchors of PyYAML and ruamel.yaml, of js-yaml, of yaml for JavaScript and of YamlDotNet."""
WORD = re.compile(r"[\w.-]+")


def shown(text: str) -> str:
    """A text as it can stand in one line of a message: shortened, and with nothing invisible in it."""
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + "…"
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


def shown_key(key: str) -> str:
    """A key, in quotes where it is not a single word."""
    return key if WORD.fullmatch(key) and len(key) <= LONGEST else f'"{shown(key)}"'


def anchor_advice(name: str) -> str:
    """What to do about an anchor or an alias; ``name`` without its sign. Some names are those that programs give."""
    if NAME_OF_A_PROGRAM.fullmatch(name):
        return (
            "write the value out in each place; a program made this when it wrote YAML: switch it off there, "
            "in PyYAML with yaml.SafeDumper.ignore_aliases = lambda *_: True"
        )
    return "write the value out in each place; put quotes around a text that begins with & or *"


def described(value: Value, written: str | None = None) -> str:
    """What a value is, in plain words; ``written`` is the scalar as the file has it."""
    if value is None:
        return "nothing (null)"
    if isinstance(value, bool):
        return written or str(value).lower()
    if isinstance(value, str):
        return f'the text "{shown(value)}"' if value else "an empty text"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping of keys to values"
    return f"the number {written or value}"


def joined(words: Iterable[str], last: str = "or") -> str:
    """``a, b or c``."""
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final


def did_you_mean(word: str, allowed: Sequence[str]) -> str | None:
    """The question whether a near word was meant, or ``None`` where no word is near.

    Capitals count as small letters, and underscores and spaces as hyphens.
    """
    alike = {_plain(candidate): candidate for candidate in reversed(allowed)}
    near = difflib.get_close_matches(_plain(word), list(alike), n=1, cutoff=0.7)
    return f"did you mean {alike[near[0]]}?" if near else None


def _plain(word: str) -> str:
    return word[: LONGEST * 2].casefold().replace("_", "-").replace(" ", "-")

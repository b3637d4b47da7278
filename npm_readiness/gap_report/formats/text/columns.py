"""The columns that text takes up on a terminal, where some characters are two columns wide and some none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

__all__ = ["cells", "cut", "padded", "wrapped"]

ELLIPSIS = "…"


def cells(text: str) -> int:
    """How many columns the text takes up."""
    return len(text) if text.isascii() else sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _head(text: str, width: int) -> str:
    """As much of the beginning as fits, at least one character."""
    taken = 0
    for index, character in enumerate(text):
        taken += _width(character)
        if taken > width and index:
            return text[:index]
    return text


def cut(text: str, width: int) -> str:
    """The text, shortened with an ellipsis where it takes up more than ``width`` columns."""
    return text if cells(text) <= width else _head(text, width - 1).rstrip() + ELLIPSIS


def padded(text: str, width: int) -> str:
    """The text with blanks behind it, up to ``width`` columns."""
    return text + " " * (width - cells(text))


def wrapped(text: str, width: int, indent: int, hang: int) -> list[str]:
    """The text in lines of at most ``width`` columns, the first behind ``indent`` blanks and the others behind ``hang``."""
    lines: list[str] = []
    line, start = "", " " * indent
    for word in _pieces(text, max(width - max(indent, hang), 2)):
        if line and cells(start) + cells(line) + 1 + cells(word) > width:
            lines.append(start + line)
            line, start = "", " " * hang
        line = f"{line} {word}" if line else word
    return [*lines, start + line] if line else lines


def _pieces(text: str, width: int) -> Iterator[str]:
    """The words, those that are wider than a line in pieces."""
    for word in text.split():
        rest = word
        while cells(rest) > width:
            piece = _head(rest, width)
            yield piece
            rest = rest[len(piece) :]
        if rest:
            yield rest

"""What a format is, and which there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from npm_readiness.gap_report import formats
from npm_readiness.gap_report.drawable import Drawable
from npm_readiness.gap_report.sealing import Seal
from npm_readiness.records import record

__all__ = ["Format", "known_formats"]


@record(frozen=True)
class Format:
    """A format: the endings of files that tell it, and the function that draws it.

    ``extra`` is the optional dependency that it needs; ``binary``: it is no text, and of no use on a terminal. ``seal`` is put
    on what is written to a file, where it is not drawn: what a person or a program reads at once goes without.
    ``in_parts``: it can show a part of the report; the others have a shape of their own.
    """

    endings: tuple[str, ...]
    draw: Callable[[Drawable], str | bytes]
    extra: str | None = None
    binary: bool = False
    seal: Seal | None = None
    in_parts: bool = False


def known_formats() -> Mapping[str, Format]:
    """The formats by name, in alphabetical order; the name is that of the module."""
    return {name: import_module(f"{formats.__name__}.{name}").FORMAT for name in formats.names()}

"""The formats of a report: each a folder or a module here, with a ``FORMAT`` in it.

A new format is a new one here and touches nothing else: names, endings, help and errors are taken from what stands here. It
imports what it draws with only when it draws, so that looking through the formats is cheap and an extra need not be installed.
"""

from __future__ import annotations

from pkgutil import iter_modules

__all__ = ["names"]


def names() -> tuple[str, ...]:
    """The names of the formats, in alphabetical order."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))

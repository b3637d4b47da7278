"""The formats of a report: each a folder or a module here, with a ``FORMAT`` in it.

A new format is a new one here and touches nothing else: names, endings, help and errors are taken from what stands here. It
imports what it draws with only when it draws, so that looking through the formats is cheap and an extra need not be installed.
"""

from __future__ import annotations

import os
from functools import cache

__all__ = ["names"]


@cache
def names() -> tuple[str, ...]:
    """The names of the formats, in alphabetical order."""
    # As pkgutil.iter_modules finds them, which imports a great deal to look into a folder.
    files = (file for folder in __path__ for file in os.listdir(folder))  # noqa: PTH208
    found = (file.removesuffix(".py") for file in files if not file.startswith("_"))
    return tuple(sorted(name for name in found if "." not in name))

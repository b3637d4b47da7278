"""How much a file may hold. The limits are far above what our files need, and low enough that no file can do harm."""

from __future__ import annotations

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NAMED", "MAX_NUMBER_LENGTH", "MAX_VALUES"]

MAX_BYTES = 2_000_000
"""The size of a file, in bytes. Our largest files have a few hundred thousand."""

MAX_DEPTH = 32
"""How many lists and mappings may stand one within the other. A checklist needs six."""

MAX_VALUES = 100_000
"""How many values a file may hold, lists and mappings counted among them. Our largest files hold a few thousand."""

MAX_NUMBER_LENGTH = 40
"""The length of a number, in characters."""

MAX_NAMED = 100
"""How many forbidden characters of one file are named, and how many directives; what holds more of them is no text."""

"""The bytes of whatever a path leads to: a file, a pipe, a device; never more than wanted, and never waited for without end."""

from __future__ import annotations

import os
import select
import stat
from pathlib import Path

__all__ = ["PATIENCE", "bytes_of", "why_unreadable"]

PATIENCE = 30
"""For how many seconds a pipe or a device may give nothing."""

AT_ONCE = 65_536
"""Bytes that are asked for at a time."""


def bytes_of(path: str | os.PathLike[str], most: int) -> bytes:
    """The first ``most`` bytes at a path, all of them where there are fewer.

    Raises ``OSError`` or ``ValueError``, also where nothing comes for :data:`PATIENCE` seconds: a pipe into which nobody writes, a
    device that only ever waits.
    """
    if not hasattr(os, "O_NONBLOCK"):
        with Path(path).open("rb") as file:
            return file.read(most)
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    try:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise IsADirectoryError
        pieces, size = [], 0
        while size < most and (piece := _next(handle, min(AT_ONCE, most - size))):
            pieces.append(piece)
            size += len(piece)
        return b"".join(pieces)
    finally:
        os.close(handle)


def _next(handle: int, most: int) -> bytes:
    """Some bytes; none at the end."""
    while True:
        try:
            return os.read(handle, most)
        except BlockingIOError:
            if not select.select([handle], [], [], PATIENCE)[0]:
                raise OSError(None, "nothing comes out of it") from None


def why_unreadable(error: OSError | ValueError) -> str:
    """Why something cannot be read, for a sentence."""
    if isinstance(error, FileNotFoundError):
        return "it does not exist"
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    if isinstance(error, PermissionError):
        return "it may not be opened"
    return getattr(error, "strerror", None) or "its name cannot be used"

"""Bytes put into a file, whole or not at all, or poured into a pipe or a device."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

__all__ = ["pour", "put_new", "put_over", "written_beside"]

PATIENCE = 30
"""For how many seconds nobody may take anything out of a pipe."""


@contextlib.contextmanager
def written_beside(target: Path, data: bytes) -> Iterator[Path]:
    """A new file with the data, beside the place where it is to be put; if it is not put there, it goes. Raises ``OSError``."""
    with _not_stopped():
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".npm-readiness-", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            yield Path(name)
        finally:
            Path(name).unlink(missing_ok=True)


@contextlib.contextmanager
def _not_stopped() -> Iterator[None]:
    """What would end the program waits for a moment, so that nothing half done is left; Windows knows no such waiting."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def put_new(beside: Path, target: Path) -> None:
    """Give the file the name of the target, which must not exist.

    Of several programs that do so at once one wins, and the others get ``FileExistsError``.
    """
    # A temporary file is private; this one gets the rights that any new file of the user has.
    beside.chmod(0o666 & ~_umask())
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:
        # There are no hard links here, as on a USB stick: take the name first, then fill it.
        target.open("xb").close()
        beside.replace(target)


def put_over(beside: Path, target: Path) -> None:
    """Put the file in the place of the target, with the rights that this has."""
    beside.chmod(target.stat().st_mode & 0o777)
    beside.replace(target)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def pour(path: Path, data: bytes) -> None:
    """Write to a pipe or a device without waiting for ever for somebody who reads; raises ``OSError``."""
    if sys.platform == "win32":
        path.write_bytes(data)
        return
    try:
        handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError as error:
        raise OSError("nobody reads from this pipe") if error.errno == errno.ENXIO else error from None
    try:
        left = memoryview(data)
        while left:
            if not select.select([], [handle], [], PATIENCE)[1]:
                raise OSError("nobody takes out what is in this pipe already")
            with contextlib.suppress(BlockingIOError):
                left = left[os.write(handle, left) :]
    finally:
        os.close(handle)

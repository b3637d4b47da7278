"""Where output goes: a file, whole or not at all, or standard output."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from npm_readiness.problems import InputError, Place, problem_at

__all__ = ["write_output"]


def write_output(content: str | bytes, file: str | None, *, new: bool = False) -> None:
    """Write to ``file``, or to standard output where it is ``None``; text is written as UTF-8.

    A file is written beside its place and then put there, so that it is never half written. ``new``: it must not exist yet.
    Raises :class:`~npm_readiness.problems.InputError` where it cannot be written.
    """
    data = content.encode() if isinstance(content, str) else content
    if file is None:
        _print(data)
        return
    path = Path(file)
    try:
        if new and path.exists():
            raise FileExistsError("the file exists already, and nothing in it is overwritten")
        _replace(path, data)
    except (OSError, RuntimeError) as error:
        # A loop of symbolic links is a RuntimeError before Python 3.13.
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError([problem_at(Place(file), "output-unwritable", reason=reason)]) from None


def _print(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is left in the buffer would fail again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = error.strerror or str(error)
        raise InputError([problem_at(Place("standard output"), "output-unwritable", reason=reason)]) from None


def _replace(path: Path, data: bytes) -> None:
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(f"{path} is a folder")
    if target.exists() and not target.is_file():
        # A pipe or a device is written to, never put aside for a file.
        target.write_bytes(data)
        return
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # A temporary file is private; the report gets the rights that any new file of the user has, or those it had.
        Path(beside).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(beside).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

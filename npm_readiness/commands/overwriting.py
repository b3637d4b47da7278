"""Where a command may write to: never over what it reads, nor over our own files, nor over the work of somebody."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from npm_readiness.gap_report.sealing import Origin, origin_of
from npm_readiness.loading.catalogue import built_in_folder
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["check_target", "is_standard_output", "is_stream", "status_of", "unwritable"]

MOST_BYTES = 100_000_000
"""A report is never as large as this, so that a larger file need not be read."""

REASONS = {
    Origin.CHANGED: "a report or profile that has been edited since npm-readiness wrote it",
    Origin.NOT_OURS: "nothing in it shows that npm-readiness wrote it",
}


def check_target(file: str, inputs: Iterable[Path], *, force: bool) -> bool:
    """Whether there is a file at ``file`` already; raises :class:`~npm_readiness.problems.InputError` where it may not be written.

    ``inputs`` are the files that the command reads; ``force``: it may also be written over what is no untouched file of ours.
    Where it is a pipe or a device, or standard output by another name, there is no file, and nothing that could be lost.
    """
    try:
        status = status_of(file)
        problem = _of_names(file, status, inputs) or _of_place(file, status)
        if problem is None and status is not None and not is_stream(status):
            problem = _of_content(file, status, force=force)
    except (OSError, RuntimeError, ValueError) as error:
        # A loop of symbolic links is a RuntimeError before Python 3.13, a name that cannot be one a ValueError.
        problem = unwritable(file, error)
    if problem is not None:
        raise InputError([problem])
    return status is not None


def status_of(file: str) -> os.stat_result | None:
    """What there is at a path, links followed; ``None`` for nothing. Raises ``OSError``."""
    try:
        return Path(file).stat()
    except FileNotFoundError:
        return None


def is_stream(status: os.stat_result | None) -> bool:
    """Whether what is written there goes on at once: into a pipe, a device, or standard output by another name."""
    if status is None:
        return False
    return stat.S_ISFIFO(status.st_mode) or stat.S_ISCHR(status.st_mode) or is_standard_output(status)


def is_standard_output(status: os.stat_result) -> bool:
    """Whether it is the file, pipe or device that standard output leads to."""
    try:
        return os.path.samestat(status, os.fstat(1))
    except OSError:
        return False


def unwritable(file: str, error: Exception) -> Problem:
    """The problem that an error in writing is."""
    return problem_at(Place(file), "output-unwritable", reason=getattr(error, "strerror", None) or str(error))


def _of_names(file: str, status: os.stat_result | None, inputs: Iterable[Path]) -> Problem | None:
    """Whether it is an input, or a file of ours, by whatever path or link."""
    if status is not None and not stat.S_ISREG(status.st_mode):
        return None
    target = Path(file).resolve()
    for one in inputs:
        if _is_same(target, status, one):
            return problem_at(Place(file), "output-is-input", input=one)
    for folder in (Path(__file__).parents[1].resolve(), built_in_folder().resolve()):
        if target.is_relative_to(folder):
            return problem_at(Place(file), "output-in-product", where=target)
        for own in _hard_linked(status, folder):
            if _is_same(target, status, own):
                return problem_at(Place(file), "output-in-product", where=own)
    return None


def _is_same(target: Path, status: os.stat_result | None, other: Path) -> bool:
    """Whether the path leads to the target, whose status is given; hard links have the same inode, where there are inodes."""
    with suppress(OSError, RuntimeError):
        if other.resolve() == target:
            return True
        return status is not None and status.st_ino != 0 and os.path.samestat(status, other.stat())
    return False


def _hard_linked(status: os.stat_result | None, folder: Path) -> Iterator[Path]:
    """The files below a folder, where the target has another name at all."""
    if status is not None and status.st_nlink > 1:
        yield from (path for path in folder.rglob("*") if path.is_file())


def _of_place(file: str, status: os.stat_result | None) -> Problem | None:
    """Whether a file can be there, and be written."""
    reason = ""
    if status is None:
        folder = Path(file).resolve().parent
        reason = "" if folder.is_dir() else f"there is no folder {folder}"
    elif stat.S_ISDIR(status.st_mode):
        reason = "it is a folder"
    elif is_stream(status):
        pass
    elif not stat.S_ISREG(status.st_mode):
        reason = "it is a disk or a socket"
    elif not status.st_mode & 0o222 or not os.access(file, os.W_OK):
        # The superuser may write to such a file, and any file may be replaced in a folder of one's own: both are not meant.
        reason = "it is a file that may only be read"
    return problem_at(Place(file), "output-unwritable", reason=reason) if reason else None


def _of_content(file: str, status: os.stat_result, *, force: bool) -> Problem | None:
    """Whether anything could be lost: not in an empty file, and not in one that we can write again."""
    if force or not status.st_size:
        return None
    origin = origin_of(Path(file).read_bytes()) if status.st_size <= MOST_BYTES else Origin.NOT_OURS
    return problem_at(Place(file), "output-exists", reason=REASONS[origin]) if origin in REASONS else None

"""Standard output and standard error, whatever they are: a terminal, a pipe that nobody reads, a full disk, nothing at all."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Callable
from typing import Any

from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.plain_text import printable

__all__ = ["guarded"]


def guarded(work: Callable[[], int]) -> int:
    """The exit code of ``work``; where its output cannot be written, or somebody stops it, that is one line and no traceback.

    What is printed is written before this returns. ``SystemExit`` goes on.
    """
    _prepare()
    try:
        try:
            return work()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
    except KeyboardInterrupt:
        _abandon()
        _say("stopped")
        return ExitCode.STOPPED
    except BrokenPipeError:
        # The reader of our output has gone (| head); there is nobody to tell.
        _abandon()
        return ExitCode.DONE
    except OSError as error:
        _abandon()
        _say(f"{error.filename or 'standard output'}: it cannot be written ({error.strerror or error})")
        return ExitCode.UNUSABLE_INPUT


class _Closed(io.RawIOBase):
    """What stands for standard output where there is none (``>&-``): it fails once, and then nobody is told again."""

    failed = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        if self.failed:
            return len(data)
        self.failed = True
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _prepare() -> None:
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Closed()), encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for as long as the program runs
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter gets a substitute rather than a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _abandon() -> None:
    """What is left in the buffers would fail again when Python ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            with contextlib.suppress(OSError, ValueError):
                stream.flush()


def _say(line: str) -> None:
    with contextlib.suppress(OSError, ValueError):
        print(printable(line), file=sys.stderr, flush=True)  # noqa: T201

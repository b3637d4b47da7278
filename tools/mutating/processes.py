"""Work done in a child of this process, which may change, spoil or kill itself without a trace here."""

from __future__ import annotations

import os
import pickle
import resource
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

__all__ = ["in_child"]

Returned = TypeVar("Returned")
IDLE = 60.0
"""Seconds. A mutant that does nothing for so long waits for ever."""

MOST_MEMORY = 6_000_000_000
"""In bytes. A mutant that never stops collecting is to fail in its own process, and not to take the machine with it."""


def in_child(
    work: Callable[[], Returned], seconds: float, *, quiet: bool = True, idle: float = IDLE
) -> Returned | None:
    """What ``work`` returns in a fork of this process; None where it was killed, or ran out of memory or of ``seconds``.

    None too where it spent no time on the processor for ``idle`` seconds: it waits for something that does not come.
    """
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _as_child(work, writing, quiet=quiet)
    os.close(writing)
    try:
        told = _all_of(reading, child, time.monotonic() + seconds, idle)
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return pickle.loads(told) if told else None  # noqa: S301


def _as_child(work: Callable[[], object], writing: int, *, quiet: bool) -> None:
    """Never returns: whatever happens, this process ends here."""
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        if quiet:
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nowhere, stream)
        told = pickle.dumps(work())
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(told)
    except BaseException as stop:  # noqa: BLE001 nothing of it may reach the code that called us
        if not quiet:
            sys.excepthook(type(stop), stop, stop.__traceback__)
    finally:
        sys.stdout.flush()
        os._exit(0)


def _all_of(reading: int, child: int, until: float, idle: float) -> bytes:
    """What the child tells until its end; nothing where its time is over, or where it does nothing for so long."""
    parts: list[bytes] = []
    spent = ""
    while time.monotonic() < until:
        if select.select([reading], [], [], max(0.0, min(idle, until - time.monotonic())))[0]:
            part = os.read(reading, 1 << 16)
            if not part:
                return b"".join(parts)
            parts.append(part)
            continue
        before, spent = spent, _spent(child)
        if before == spent:
            return b""
    return b""


def _spent(child: int) -> str:
    """The time on the processor of a process and of its children that have ended, as Linux tells it; elsewhere always another."""
    try:
        return " ".join(Path(f"/proc/{child}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:15])
    except OSError:
        return str(time.monotonic())

"""What the command line says to the shell."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["ExitCode"]


class ExitCode(IntEnum):
    """The exit codes; they are stable."""

    DONE = 0
    CONDITION_FAILED = 1
    UNUSABLE_INPUT = 2
    STOPPED = 130

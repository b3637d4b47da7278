"""The command line: ``python -m npm_readiness`` and ``npm-readiness``."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from npm_readiness.commands.arguments import parser
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.streams import guarded

__all__ = ["main"]

COLLECTED_FROM = 200_000
"""From how many new objects on Python looks for those that nobody needs any more."""

MOST_SHOWN = 500
"""How many problems are printed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; ``--help``, ``--version`` and wrong arguments raise ``SystemExit``."""
    return guarded(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    chosen = parser(given).parse_args(given)
    # What a command makes lives until it ends, so that looking for what nobody needs any more only takes time.
    gc.set_threshold(COLLECTED_FROM)
    # And when Python ends, all of it goes at once: a last search among it would take a seventh of the time of a report.
    atexit.register(gc.freeze)
    # Nothing that others have installed for pydantic is asked for here, and looking for it means looking through every package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Not before, since help needs none of it.
    from npm_readiness.problems import InputError

    command = import_module(f"npm_readiness.commands.{chosen.command}")
    try:
        return int(command.run(chosen))
    except InputError as error:
        for problem in error.problems[:MOST_SHOWN]:
            print(problem, file=sys.stderr)  # noqa: T201
        if len(error.problems) > MOST_SHOWN:
            print(f"and {len(error.problems) - MOST_SHOWN} more problems", file=sys.stderr)  # noqa: T201
        return ExitCode.UNUSABLE_INPUT


if __name__ == "__main__":
    sys.exit(main())

"""The command line: ``python -m npm_readiness`` and ``npm-readiness``.

Nothing is imported here before :func:`main` runs, so that who stops a command while it starts gets one line too, and no traceback.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # As typing has it, whose import takes as long as all arguments.
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

STOPPED = 130
"""As ``ExitCode`` has it, which may be what is being imported."""

COLLECTED_FROM = 200_000
"""From how many new objects on Python looks for those that nobody needs any more."""

MOST_SHOWN = 500
"""How many problems are printed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; ``--help``, ``--version`` and wrong arguments raise ``SystemExit``."""
    try:
        from npm_readiness.commands.streams import guarded
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("stopped\n")
        return STOPPED
    return guarded(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    import atexit
    import gc
    import os
    from importlib import import_module

    from npm_readiness.commands.arguments import parser
    from npm_readiness.commands.exit_codes import ExitCode

    given = sys.argv[1:] if arguments is None else arguments
    chosen = parser(given).parse_args(given)
    # What a command makes lives until it ends, so that looking for what nobody needs any more only takes time.
    gc.set_threshold(COLLECTED_FROM)
    atexit.register(_end)
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


def _end() -> None:
    """When Python ends, the work is done."""
    import gc
    import signal

    # Who stops it now stops nothing any more, and nobody is there to catch it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # All that there is goes at once: a last search among it would take a seventh of the time of a report.
    gc.freeze()


if __name__ == "__main__":
    sys.exit(main())

"""What the commands that plan have in common: check where to write, work, draw, write."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Callable

from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.output import check_terminal, output_of
from npm_readiness.gap_report.rendering import format_of
from npm_readiness.plan_reports.rendering import formats_of, render
from npm_readiness.planning.result import PlanResult

__all__ = ["write_plan"]


def write_plan(
    arguments: argparse.Namespace, kind: str, read: tuple[str, ...], work: Callable[[], PlanResult]
) -> ExitCode:
    """Draw what ``work`` finds in the format that ``arguments`` ask for, and write it.

    ``kind`` is the kind of result, ``read`` the files that are read for it. Raises
    :class:`~npm_readiness.problems.InputError`, before the work is done, where the file may not be written.
    """
    known = formats_of(kind)
    chosen = format_of(arguments.format, arguments.output, known)
    output = output_of(arguments, *read)
    output.check()
    check_terminal(chosen, known[chosen], arguments.output)
    result = work()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        document = render(result, chosen, language=arguments.language)
    for warning in dict.fromkeys(str(one.message) for one in caught):
        print(f"warning: {warning}", file=sys.stderr)  # noqa: T201
    output.write(document, known[chosen].seal)
    return ExitCode.DONE

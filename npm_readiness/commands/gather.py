"""``gather``: filled-in forms put into a profile."""

from __future__ import annotations

import argparse
import sys

from npm_readiness.collecting.gathering import gather
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.output import output_of
from npm_readiness.commands.warnings import show_warnings
from npm_readiness.loading.catalogue import load_catalogue

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Write the profile with the answers to a new file or to standard output; the profile itself stays as it is."""
    output = output_of(arguments, arguments.into, *arguments.files)
    output.check()
    gathered = gather(
        arguments.files, arguments.into, load_catalogue(*arguments.catalogue), keep_disputes=arguments.keep_disputes
    )
    show_warnings(gathered.warnings)
    output.write(gathered.text)
    if not arguments.quiet:
        told = f"{len(gathered.changed)} answers taken, {len(gathered.disputed)} kept as disputed"
        print(told, file=sys.stderr)  # noqa: T201
    return ExitCode.DONE

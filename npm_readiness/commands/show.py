"""``show``: one entry of the catalogue in full."""

from __future__ import annotations

import argparse

from npm_readiness.browsing.showing import describe
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.output import write_output
from npm_readiness.loading.catalogue import load_catalogue

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Show the entry with this id."""
    write_output(describe(load_catalogue(*arguments.catalogue), arguments.id), None)
    return ExitCode.DONE

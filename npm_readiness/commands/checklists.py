"""``checklists``: what there is."""

from __future__ import annotations

import argparse

from npm_readiness.browsing.listing import overview
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.output import write_output
from npm_readiness.loading.catalogue import load_catalogue

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """List the catalogue."""
    catalogue = load_catalogue(*arguments.catalogue)
    write_output(catalogue.to_json() if arguments.format == "json" else overview(catalogue), None)
    return ExitCode.DONE

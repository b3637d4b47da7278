"""``find``: questions, criteria and provisions by word."""

from __future__ import annotations

import argparse

from npm_readiness.browsing.finding import find, found_as_json, found_as_text
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.output import write_output
from npm_readiness.loading.catalogue import load_catalogue

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Show what has all of the words. Finding nothing is an answer too, and no failure."""
    catalogue = load_catalogue(*arguments.catalogue)
    if arguments.format == "json":
        text = found_as_json(find(catalogue, arguments.words, limit=arguments.limit))
    else:
        text = found_as_text(catalogue, arguments.words, limit=arguments.limit)
    write_output(text, None)
    return ExitCode.DONE

"""``coverage``: provisions against criteria."""

from __future__ import annotations

import argparse
import sys

from npm_readiness.browsing.coverage import coverage
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.output import write_output
from npm_readiness.loading.catalogue import load_catalogue

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Write the table, and only then look at the condition that the caller set."""
    found = coverage(load_catalogue(*arguments.catalogue), arguments.instruments)
    write_output(found.to_json() if arguments.format == "json" else found.to_text(), None)
    if arguments.fail_under is not None and found.share < arguments.fail_under:
        wanted = f"{float(arguments.fail_under * 100):g} %"
        share = f"{float(found.share * 100):.2f} %"
        print(f"condition failed: {share} of the provisions are cited, and {wanted} was asked for", file=sys.stderr)  # noqa: T201
        return ExitCode.CONDITION_FAILED
    return ExitCode.DONE

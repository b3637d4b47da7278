"""``validate``: every problem of some files at once, and what the linter finds in checklists."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from npm_readiness.browsing.progress_table import LEGEND, progress_table
from npm_readiness.browsing.validation import validate_files
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.warnings import show_warnings
from npm_readiness.plain_text import printable
from npm_readiness.problems import InputError

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Say of each file what it is, and of a profile how far it is; raise with all problems of all of them where there are any.

    Warnings and findings do not make a file unusable; findings fail the command only where the caller says so.
    """
    found = validate_files(arguments.files, *arguments.catalogue, today=date.today())
    for file, what in found.files.items():
        print(printable(f"{file}: {what}"), file=sys.stdout)  # noqa: T201
        for line in progress_table(found.progress[file]) if file in found.progress else ():
            print(f"  {line}".rstrip(), file=sys.stdout)  # noqa: T201
    if found.progress:
        print(LEGEND, end="", file=sys.stdout)  # noqa: T201
    show_warnings(found.warnings)
    for finding in found.findings:
        print(finding, file=sys.stderr)  # noqa: T201
    if found.problems:
        raise InputError(found.problems)
    if found.findings and arguments.strict:
        number = "a finding" if len(found.findings) == 1 else f"{len(found.findings)} findings"
        print(f"condition failed: {number}, and --strict allows none", file=sys.stderr)  # noqa: T201
        return ExitCode.CONDITION_FAILED
    return ExitCode.DONE

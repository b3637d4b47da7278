"""``validate``: every problem of some files at once, and what the linter finds in checklists."""

from __future__ import annotations

import argparse
import sys

from npm_readiness.browsing.validation import validate_files
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.problems import InputError

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Say of each file what it is; raise with all problems of all of them where there are any.

    Findings do not make a file unusable, so they fail the command only where the caller says so.
    """
    found = validate_files(arguments.files, *arguments.catalogue)
    for file, what in found.files.items():
        print(f"{file}: {what}", file=sys.stdout)  # noqa: T201
    for finding in found.findings:
        print(finding, file=sys.stderr)  # noqa: T201
    if found.problems:
        raise InputError(found.problems)
    if found.findings and arguments.strict:
        number = "a finding" if len(found.findings) == 1 else f"{len(found.findings)} findings"
        print(f"condition failed: {number}, and --strict allows none", file=sys.stderr)  # noqa: T201
        return ExitCode.CONDITION_FAILED
    return ExitCode.DONE

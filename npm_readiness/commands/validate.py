"""``validate``: every problem of some files at once."""

from __future__ import annotations

import argparse
import sys

from npm_readiness.browsing.validation import validate_files
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.problems import InputError

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Say of each file what it is; raise with all problems of all of them where there are any."""
    found, problems = validate_files(arguments.files, *arguments.catalogue)
    for file, what in found.items():
        print(f"{file}: {what}", file=sys.stdout)  # noqa: T201
    if problems:
        raise InputError(problems)
    return ExitCode.DONE

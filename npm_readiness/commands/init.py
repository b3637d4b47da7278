"""``init``: a profile to fill in."""

from __future__ import annotations

import argparse

from npm_readiness.browsing.new_profile import new_profile
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.output import write_output
from npm_readiness.loading.catalogue import load_catalogue

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Write the profile; a file that exists is not overwritten, since somebody may have filled it in."""
    text = new_profile(
        arguments.country,
        load_catalogue(*arguments.catalogue),
        model=arguments.model,
        kind=arguments.kind,
        checklists=arguments.checklists or ("opcat",),
        assessed_on=arguments.date,
    )
    write_output(text, arguments.output, new=True)
    return ExitCode.DONE

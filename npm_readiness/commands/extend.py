"""``extend``: the questions of more checklists in a profile."""

from __future__ import annotations

import argparse

from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.output import output_of
from npm_readiness.filling.extending import extend_profile
from npm_readiness.loading.catalogue import load_catalogue

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Write the extended profile to a new file or to standard output; the profile itself stays as it is."""
    output = output_of(arguments, arguments.profile)
    output.check()
    # It holds answers, so it has no seal: it is not written over as one that nobody has touched.
    output.write(extend_profile(arguments.profile, arguments.checklists, load_catalogue(*arguments.catalogue)))
    return ExitCode.DONE

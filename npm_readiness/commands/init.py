"""``init``: a profile to fill in."""

from __future__ import annotations

import argparse
from pathlib import PurePath

from npm_readiness.browsing.new_profile import new_profile
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.output import output_of
from npm_readiness.gap_report.sealing import YAML
from npm_readiness.loading.catalogue import load_catalogue
from npm_readiness.problems import InputError, Place, problem_at

__all__ = ["run"]

ENDINGS = (".yaml", ".yml")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Write the profile; one that somebody has begun to fill in is not written over."""
    output = output_of(arguments)
    if output.is_file:
        _check_ending(arguments.output)
    output.check()
    text = new_profile(
        arguments.country,
        load_catalogue(*arguments.catalogue),
        model=arguments.model,
        kind=arguments.kind,
        checklists=arguments.checklists or ("opcat",),
        assessed_on=arguments.date,
        country_name=arguments.country_name,
    )
    output.write(text, YAML)
    return ExitCode.DONE


def _check_ending(file: str) -> None:
    ending = PurePath(file).suffix
    if ending.lower() not in ENDINGS:
        reason = f"the ending {ending} is not that of a profile" if ending else "the name of the file has no ending"
        advice = f"a profile is YAML: let the name end in {' or '.join(ENDINGS)}"
        raise InputError([problem_at(Place(file), "argument-invalid", reason=reason, advice=advice)])

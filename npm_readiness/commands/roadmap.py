"""``roadmap``: from a profile to what is to be done, in which order, and by when."""

from __future__ import annotations

import argparse
from datetime import date

from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.planned import write_plan
from npm_readiness.commands.warnings import show_warnings
from npm_readiness.loading.catalogue import load_catalogue
from npm_readiness.loading.profile_checks import check_checklists
from npm_readiness.loading.profiles import load_profile_with_warnings
from npm_readiness.models.base import YEARS
from npm_readiness.planning.roadmap.planning import plan
from npm_readiness.planning.roadmap.result import Roadmap
from npm_readiness.problems import InputError, Place, problem_at

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Plan, and write the roadmap."""

    def work() -> Roadmap:
        for name in ("as_of", "ratify_on", "start"):
            _check_year(f"--{name.replace('_', '-')}", getattr(arguments, name))
        catalogue = load_catalogue(*arguments.catalogue)
        check_checklists(arguments.checklists or (), catalogue, Place("--checklists"))
        profile, second_looks = load_profile_with_warnings(arguments.profile, catalogue, today=date.today())
        show_warnings(second_looks)
        return plan(
            profile,
            catalogue,
            as_of=arguments.as_of,
            require_evidence=arguments.require_evidence,
            checklists=arguments.checklists,
            ratify_on=arguments.ratify_on,
            start=arguments.start,
        )

    return write_plan(arguments, "roadmap", (arguments.profile,), work)


def _check_year(argument: str, day: date | None) -> None:
    if day is not None and day.year not in YEARS:
        reason, advice = f"{day} lies outside of the years of dates", f"{YEARS[0]} to {YEARS[-1]}"
        raise InputError([problem_at(Place(argument), "argument-invalid", reason=reason, advice=advice)])

"""``models``: a country held against each model and each candidate body, side by side."""

from __future__ import annotations

import argparse
from datetime import date

from npm_readiness.commands.days import check_day
from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.planned import write_plan
from npm_readiness.commands.warnings import show_warnings
from npm_readiness.loading.catalogue import load_catalogue
from npm_readiness.loading.profile_checks import check_checklists
from npm_readiness.loading.profiles import load_profile_with_warnings
from npm_readiness.planning.models.comparing import compare_models
from npm_readiness.planning.models.result import ModelComparison
from npm_readiness.problems import Place

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Compare, and write the comparison."""
    check_day(arguments.as_of, "--as-of")

    def work() -> ModelComparison:
        catalogue = load_catalogue(*arguments.catalogue)
        check_checklists(arguments.checklists or (), catalogue, Place("--checklists"))
        profile, second_looks = load_profile_with_warnings(arguments.profile, catalogue, today=date.today())
        show_warnings(second_looks)
        return compare_models(
            profile,
            catalogue,
            as_of=arguments.as_of,
            require_evidence=arguments.require_evidence,
            checklists=arguments.checklists,
        )

    return write_plan(arguments, ModelComparison.kind, (arguments.profile,), work)

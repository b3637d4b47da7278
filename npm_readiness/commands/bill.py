"""``bill``: from a profile and one of its bills to the report of a committee."""

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
from npm_readiness.models.profile import Profile
from npm_readiness.planning.bill.comparing import compare_bill
from npm_readiness.planning.bill.comparison import BillComparison
from npm_readiness.problems import InputError, Place, problem_at

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Hold the law with the bill against the law today, and write the report."""
    return write_plan(arguments, BillComparison.kind, (arguments.profile,), lambda: _compared(arguments))


def _compared(arguments: argparse.Namespace) -> BillComparison:
    if arguments.as_of is not None and arguments.as_of.year not in YEARS:
        reason, advice = f"{arguments.as_of} lies outside of the years of dates", f"{YEARS[0]} to {YEARS[-1]}"
        raise InputError([problem_at(Place("--as-of"), "argument-invalid", reason=reason, advice=advice)])
    catalogue = load_catalogue(*arguments.catalogue)
    check_checklists(arguments.checklists or (), catalogue, Place("--checklists"))
    profile, second_looks = load_profile_with_warnings(arguments.profile, catalogue, today=date.today())
    show_warnings(second_looks)
    return compare_bill(
        profile,
        arguments.bill or _only_bill(profile),
        catalogue,
        as_of=arguments.as_of,
        require_evidence=arguments.require_evidence,
        checklists=arguments.checklists,
    )


def _only_bill(profile: Profile) -> str:
    """The id of the bill of a profile that has one alone; raises ``InputError`` where it has none, or several."""
    if len(profile.bills) == 1:
        return next(iter(profile.bills))
    there = f"name one of {', '.join(profile.bills)}" if profile.bills else "list it under bills:"
    reason = "the profile has several bills" if profile.bills else "the profile lists no bill"
    raise InputError([problem_at(Place("bill"), "argument-invalid", reason=reason, advice=there)])

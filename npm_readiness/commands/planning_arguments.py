"""The arguments of the commands that plan, compare and reconcile. Nothing heavy is imported here."""

from __future__ import annotations

import argparse

from npm_readiness.commands.argument_types import day, ids
from npm_readiness.commands.command_parser import Commands, add_command, add_output
from npm_readiness.commands.file_arguments import Files
from npm_readiness.gap_report import formats

__all__ = ["PLANNING"]


def _roadmap(commands: Commands) -> None:
    command = add_command(
        commands,
        "roadmap",
        "order what is to be done: packages, the fewest questions to raise, dates",
        """
        npm-readiness roadmap profile.yaml
        npm-readiness roadmap profile.yaml --ratify-on 2027-03-01 -o roadmap.html
        npm-readiness roadmap profile.yaml --start 2026-10-01 -o roadmap.ics
        """,
    )
    _on_a_profile(command, "write the roadmap to this file; its ending tells the format")
    command.add_argument("--ratify-on", metavar="DATE", type=day, help="the planned day of deposit (YYYY-MM-DD)")
    command.add_argument("--start", metavar="DATE", type=day, help="the day on which the work starts (YYYY-MM-DD)")


def _models(commands: Commands) -> None:
    command = add_command(
        commands,
        "models",
        "hold the country against each model and each candidate body, side by side",
        """
        npm-readiness models profile.yaml
        npm-readiness models profile.yaml -o models.html
        """,
    )
    _on_a_profile(command, "write the comparison to this file; its ending tells the format")


def _bill(commands: Commands) -> None:
    command = add_command(
        commands,
        "bill",
        "hold the law with a bill against the law today: cured, left, new, worse, silent",
        """
        npm-readiness bill profile.yaml ombudsperson-bill
        npm-readiness bill profile.yaml ombudsperson-bill -o committee.docx
        """,
    )
    _on_a_profile(command, "write the committee's report to this file; its ending tells the format")
    command.add_argument(
        "bill",
        metavar="ID",
        nargs="?",
        help="the id of the bill in the profile; not needed where the profile has one alone",
    )


def _compare(commands: Commands) -> None:
    command = add_command(
        commands,
        "compare",
        "compare profiles: one country over time, or countries side by side",
        """
        npm-readiness compare 2024.yaml 2025.yaml
        npm-readiness compare countries/ -o matrix.xlsx
        """,
    )
    command.add_argument(
        "profiles", metavar="PROFILE", nargs="+", action=Files, help="profiles, or folders with profiles"
    )
    _draws(command, "write the comparison to this file; its ending tells the format")
    command.add_argument("--require-evidence", action="store_true", help="count a claim without evidence as unknown")
    command.add_argument(
        "--rank", action="store_true", help="rank the countries, as far as intervals allow, and say why that is partial"
    )


def _reconcile(commands: Commands) -> None:
    command = add_command(
        commands,
        "reconcile",
        "bring together the profiles of several assessors of one country, and say where they differ",
        """
        npm-readiness reconcile government.yaml institution.yaml society.yaml
        npm-readiness reconcile government.yaml institution.yaml -o merged.yaml
        """,
    )
    command.add_argument(
        "profiles", metavar="PROFILE", nargs="+", action=Files, help="the profiles, one for each assessor"
    )
    _draws(command, "write to this file: the merged profile (.yaml), or the report on agreement")


def _on_a_profile(command: argparse.ArgumentParser, purpose: str) -> None:
    command.add_argument("profile", metavar="PROFILE", help="the profile, a YAML file")
    _draws(command, purpose)
    command.add_argument("--require-evidence", action="store_true", help="count a claim without evidence as unknown")
    command.add_argument("--as-of", metavar="DATE", type=day, help="look at things as of this date (YYYY-MM-DD)")


def _draws(command: argparse.ArgumentParser, purpose: str) -> None:
    """The options of a command that draws a document on one or more profiles."""
    command.add_argument(
        "--checklists", metavar="ID,…", type=ids, help="assess these instead of the profile's own list"
    )
    command.add_argument(
        "--format", metavar="FORMAT", help=f"one of {', '.join(formats.names())} (default: as -o ends, else text)"
    )
    add_output(command, purpose)
    command.add_argument("--language", metavar="XX", default="en", help="the language of the report (default: en)")


PLANNING = (_roadmap, _models, _bill, _compare, _reconcile)
"""The functions that add these commands, in the order of the help."""

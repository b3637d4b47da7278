"""The arguments of the command line. Nothing heavy is imported here, so that ``--help`` answers at once."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from npm_readiness.commands.argument_types import day, ids, number, percent, stage
from npm_readiness.commands.collecting_arguments import COLLECTING
from npm_readiness.commands.command_parser import Commands, NamesOnly, Parser, add_command, add_output, examples
from npm_readiness.commands.file_arguments import Files
from npm_readiness.commands.planning_arguments import PLANNING
from npm_readiness.gap_report import formats
from npm_readiness.version import __version__

__all__ = ["parser"]

KINDS = ("ombudsman", "commission", "specialised", "inspectorate", "other")
MODELS = ("nhri", "nhri_plus", "specialised_body", "multiple_bodies", "undecided")


def parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of all commands; of those that ``arguments`` do not name it knows the name and what they are for."""
    top = Parser(
        prog="npm-readiness",
        description="How ready is a State to set up a National Preventive Mechanism under OPCAT?",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=examples(
            """
            npm-readiness init --country TKM -o turkmenistan.yaml
            npm-readiness validate turkmenistan.yaml
            npm-readiness assess turkmenistan.yaml -o turkmenistan.html
            """
        ),
    )
    top.add_argument("--version", action="version", version=f"npm-readiness {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    named = next((word for word in arguments if not word.startswith("-")), None)
    names_only = NamesOnly(commands)
    for add in (_assess, _init, _extend, _validate, _checklists, _show, _find, _coverage, *PLANNING, *COLLECTING):
        add(commands if add.__name__ == f"_{named}" else names_only)
    return top


def _assess(commands: Commands) -> None:
    command = add_command(
        commands,
        "assess",
        "assess a profile and write the gap report",
        """
        npm-readiness assess profile.yaml
        npm-readiness assess profile.yaml -o report.html
        npm-readiness assess profile.yaml --require-evidence --format json
        npm-readiness assess profile.yaml --require-stage designation=ready
        npm-readiness assess profile.yaml --bill ombudsperson-bill -o as-if-adopted.html
        npm-readiness assess profile.yaml --set budget-line-of-its-own=yes
        """,
    )
    command.add_argument("profile", metavar="PROFILE", help="the profile, a YAML file")
    command.add_argument(
        "--checklists", metavar="ID,…", type=ids, help="assess these instead of the profile's own list"
    )
    command.add_argument(
        "--format", metavar="FORMAT", help=f"one of {', '.join(formats.names())} (default: as -o ends, else text)"
    )
    add_output(command, "write the report to this file; its ending tells the format")
    command.add_argument("--language", metavar="XX", default="en", help="the language of the report (default: en)")
    command.add_argument(
        "--parts",
        metavar="LENGTH",
        help="short (for who decides), main (without annexes B and E) or full (default: main)",
    )
    command.add_argument(
        "--sections",
        metavar="NAME,…",
        type=ids,
        help="these sections alone, such as roadmap,drafting, or a checklist of standards such as women",
    )
    command.add_argument(
        "--require-evidence", action="store_true", help="count a claim without source and pinpoint as unknown"
    )
    command.add_argument(
        "--public", action="store_true", help="leave out comments, notes and sources marked confidential, and say so"
    )
    command.add_argument("--as-of", metavar="DATE", type=day, help="look at things as of this date (YYYY-MM-DD)")
    command.add_argument("--bill", metavar="ID", help="assess as if this bill of the profile were adopted and in force")
    command.add_argument(
        "--set",
        metavar="QUESTION=ANSWER",
        action="append",
        default=[],
        help="assess as if this were the answer (yes, partial, no, unknown, no..partial, partial..yes); the report marks it; "
        "can be given several times",
    )
    command.add_argument(
        "--fail-under",
        metavar="PERCENT",
        type=percent,
        help="exit with 1 where the lower bound of the overall score is below this",
    )
    command.add_argument(
        "--require-stage",
        metavar="STAGE[=ready]",
        type=stage,
        action="append",
        default=[],
        help="exit with 1 where the stage is not ready or ready with gaps (=ready: not ready without gaps); "
        "can be given several times",
    )


def _init(commands: Commands) -> None:
    command = add_command(
        commands,
        "init",
        "write a profile to fill in, with all questions and what counts as each answer",
        """
        npm-readiness init --country TKM -o turkmenistan.yaml
        npm-readiness init --country GEO --model nhri_plus -o georgia.yaml
        npm-readiness init --country XMD --country-name "Meridonia (invented)" -o training.yaml
        """,
    )
    command.add_argument("--country", metavar="XX", required=True, help="its ISO 3166-1 code of two or three letters")
    command.add_argument(
        "--country-name",
        metavar="NAME",
        help="the name to print, where it is not to be the usual one; a code that ISO leaves to its users needs it",
    )
    command.add_argument(
        "--model", choices=MODELS, default="undecided", help="its model, if decided: only its questions are asked"
    )
    command.add_argument(
        "--kind", choices=KINDS, default="unknown", help="the kind of its institution: only its questions are asked"
    )
    command.add_argument("--checklists", metavar="ID,…", type=ids, help="the checklists to answer (default: opcat)")
    command.add_argument(
        "--date", metavar="DATE", type=day, help="the date of the assessment (default: left to fill in)"
    )
    add_output(command, "write to this file, which ends in .yaml or .yml")


def _extend(commands: Commands) -> None:
    command = add_command(
        commands,
        "extend",
        "add the questions of more checklists to a profile, and change nothing else in it",
        """
        npm-readiness extend georgia.yaml --checklists paris,ombudsman -o georgia-more.yaml
        """,
    )
    command.add_argument("profile", metavar="PROFILE", help="the profile, a YAML file; it is not written over")
    command.add_argument(
        "--checklists", metavar="ID,…", type=ids, required=True, help="the checklists whose questions are added"
    )
    add_output(command, "write to this file, not the profile itself")


def _validate(commands: Commands) -> None:
    command = add_command(
        commands,
        "validate",
        "check profiles or checklists and show every problem at once",
        """
        npm-readiness validate profile.yaml
        npm-readiness validate our-checklists/*.yaml
        npm-readiness validate --strict our-checklists/*.yaml
        """,
    )
    command.add_argument(
        "--strict", action="store_true", help="exit with 1 where the linter finds something in a checklist"
    )
    command.add_argument(
        "files", metavar="FILE", nargs="+", action=Files, help="a profile, a checklist or a file of the register"
    )


def _checklists(commands: Commands) -> None:
    command = add_command(
        commands,
        "checklists",
        "list what there is: checklists, criteria, questions, provisions",
        """
        npm-readiness checklists
        npm-readiness checklists --format json
        """,
    )
    command.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")


def _show(commands: Commands) -> None:
    command = add_command(
        commands,
        "show",
        "show one criterion, question, provision, instrument or dimension, or a country's treaty status",
        """
        npm-readiness show opcat-18-1
        npm-readiness show statutory-basis
        npm-readiness show TKM
        """,
    )
    command.add_argument("id", metavar="ID", help="the id")


def _find(commands: Commands) -> None:
    command = add_command(
        commands,
        "find",
        "find questions, criteria and provisions by word",
        """
        npm-readiness find budget
        npm-readiness find unannounced visit
        npm-readiness find opcat article 18
        """,
    )
    command.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    command.add_argument(
        "--limit",
        metavar="NUMBER",
        type=number,
        default=10,
        help="show at most so many questions, criteria and provisions each (default: 10)",
    )
    command.add_argument(
        "words", metavar="WORD", nargs="+", help="a word or its beginning; only what has all of them is found"
    )


def _coverage(commands: Commands) -> None:
    command = add_command(
        commands,
        "coverage",
        "hold the provisions against the criteria: what is cited, what is not",
        """
        npm-readiness coverage
        npm-readiness coverage --instruments opcat --fail-under 100
        """,
    )
    command.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    command.add_argument("--instruments", metavar="ID,…", type=ids, help="only these instruments")
    command.add_argument(
        "--fail-under",
        metavar="PERCENT",
        type=percent,
        help="exit with 1 where a smaller share of the assessable provisions is cited",
    )

"""The arguments of the commands that send questions out and bring answers back. Nothing heavy is imported here."""

from __future__ import annotations

from npm_readiness.commands.argument_types import ids
from npm_readiness.commands.command_parser import Commands, add_command, add_output
from npm_readiness.commands.file_arguments import Files

__all__ = ["COLLECTING"]


def _collect(commands: Commands) -> None:
    command = add_command(
        commands,
        "collect",
        "write a form with the questions for those who know the answers",
        """
        npm-readiness collect profile.yaml --for prison-service -o prison-service.xlsx
        npm-readiness collect profile.yaml --for health,mechanism -o questions.html
        npm-readiness collect profile.yaml -o everybody.xlsform.xlsx
        """,
    )
    command.add_argument("profile", metavar="PROFILE", help="the profile, a YAML file")
    command.add_argument(
        "--for",
        metavar="RESPONDENT,…",
        type=ids,
        help="only the questions for these, such as police,health (default: all); a name that is none lists them",
    )
    command.add_argument("--checklists", metavar="ID,…", type=ids, help="ask these instead of the profile's own list")
    command.add_argument("--asked-by", metavar="WHO", help="who asks, as the form says")
    command.add_argument("--until", metavar="WHEN", help="by when it is wanted back, as the form says")
    command.add_argument("--purpose", metavar="TEXT", help="what it is for, as the form says")
    add_output(command, "write to this file: .xlsx, .html, .xlsform.xlsx or .docx", required=True)


def _gather(commands: Commands) -> None:
    command = add_command(
        commands,
        "gather",
        "put filled-in forms into a profile",
        """
        npm-readiness gather prison-service.xlsx health.json --into profile.yaml -o profile-2.yaml
        npm-readiness gather answers/*.xlsx --into profile.yaml --keep-disputes -o profile-2.yaml
        """,
    )
    command.add_argument("files", metavar="FILE", nargs="+", action=Files, help="filled-in forms, whatever their kind")
    command.add_argument("--into", metavar="PROFILE", required=True, help="the profile; it is not written over")
    command.add_argument(
        "--keep-disputes",
        action="store_true",
        help="count an answer that is disputed as unknown and keep every version, instead of stopping",
    )
    add_output(command, "write the new profile to this file")


COLLECTING = (_collect, _gather)
"""The functions that add these commands, in the order of the help."""

"""What the parsers of all commands have in common. Nothing heavy is imported here."""

from __future__ import annotations

import argparse
import sys
from textwrap import dedent

TYPE_CHECKING = False  # As typing has it, whose import takes as long as all arguments.
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from _typeshed import SupportsWrite

__all__ = ["Commands", "NamesOnly", "Parser", "add_command", "add_output", "examples"]

Commands: TypeAlias = "argparse._SubParsersAction[Parser] | NamesOnly"
"""Where the parsers of commands are added."""


class Parser(argparse.ArgumentParser):
    """A parser that does not keep to itself that its help could not be written."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if message:
            (file or sys.stderr).write(message)


class NamesOnly:
    """Takes of each command what the help of all of them shows, and leaves its arguments alone, which most starts do not need."""

    def __init__(self, commands: argparse._SubParsersAction[Parser]) -> None:
        self.commands = commands

    def add_parser(self, name: str, *, help: str, **_: Any) -> Any:  # noqa: A002
        """Add the command without arguments, and take those that are added to it."""
        self.commands.add_parser(name, help=help, add_help=False)
        return self

    def add_argument(self, *_: Any, **__: Any) -> None:
        """Leave it out."""


def add_command(commands: Commands, name: str, purpose: str, example_lines: str) -> argparse.ArgumentParser:
    """The parser of one command, which takes ``--catalogue`` as all do."""
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=purpose,
        description=f"{purpose[0].upper()}{purpose[1:]}.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=examples(example_lines),
    )
    command.add_argument(
        "--catalogue",
        metavar="DIR",
        action="append",
        default=[],
        help="a folder (or file) with checklists of your own, added to ours; can be given several times",
    )
    return command


def add_output(command: argparse.ArgumentParser, purpose: str, *, required: bool = False) -> None:
    """The options of a command that writes a file."""
    command.add_argument("-o", "--output", metavar="FILE", required=required, help=purpose)
    command.add_argument(
        "--force",
        action="store_true",
        help="write over a file that npm-readiness did not write, or that was edited; never over one that is read",
    )
    command.add_argument("--quiet", action="store_true", help="do not say which file was written")


def examples(lines: str) -> str:
    """Lines to copy, as they stand at the end of a help text."""
    return "examples:\n" + "\n".join(f"  {line}" for line in dedent(lines).strip().splitlines())

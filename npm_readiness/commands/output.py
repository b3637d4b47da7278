"""Where output goes: a file, whole or not at all, or standard output."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path

from npm_readiness.commands.overwriting import (
    check_target,
    is_standard_output,
    is_stream,
    status_of,
    unwritable,
)
from npm_readiness.commands.putting import pour, put_new, put_over, written_beside
from npm_readiness.gap_report.format import Format
from npm_readiness.gap_report.sealing import Seal, sealed
from npm_readiness.loading.catalogue import catalogue_files
from npm_readiness.plain_text import printable
from npm_readiness.problems import InputError, Place, problem_at
from npm_readiness.records import record

__all__ = ["Output", "check_terminal", "output_of", "write_output"]


@record(frozen=True)
class Output:
    """Where a command writes to: ``file``, or standard output where it is ``None``.

    ``inputs`` are the files that the command reads and must not write over; ``force`` allows to write over any other file,
    ``quiet`` asks to say nothing of it.
    """

    file: str | None
    inputs: tuple[Path, ...] = ()
    force: bool = False
    quiet: bool = False

    def check(self) -> None:
        """Raise :class:`~npm_readiness.problems.InputError` where the file may not be written; before the work is done."""
        if self.file is not None:
            check_target(self.file, self.inputs, force=self.force)

    @property
    def is_file(self) -> bool:
        """Whether a file comes out of it; a pipe and a device are none."""
        try:
            return self.file is not None and not is_stream(status_of(self.file))
        except (OSError, ValueError):
            return True

    def write(self, content: str | bytes, seal: Seal | None = None) -> None:
        """Write and, where it is a file, put the seal on it and say so on standard error; text is written as UTF-8.

        A file is written beside its place and then put there, so that it is never half written. Raises
        :class:`~npm_readiness.problems.InputError` where it cannot or may not be written.
        """
        data = content.encode() if isinstance(content, str) else content
        if self.file is None:
            _print(data)
            return
        self.check()
        try:
            if not self.is_file:
                self._pour(self.file, data)
                return
            self._put(self.file, sealed(data, seal) if seal is not None else data)
        except FileExistsError:
            reason = "another program has made it in the meantime"
            raise InputError([problem_at(Place(self.file), "output-exists", reason=reason)]) from None
        except BrokenPipeError:
            raise
        except (OSError, RuntimeError) as error:
            raise InputError([unwritable(self.file, error)]) from None
        if not self.quiet:
            print(printable(f"{self.file} written"), file=sys.stderr)  # noqa: T201

    def _pour(self, file: str, data: bytes) -> None:
        status = status_of(file)
        if status is not None and is_standard_output(status):
            _print(data)
        else:
            pour(Path(file), data)

    def _put(self, file: str, data: bytes) -> None:
        # A link stays a link: what it leads to is written.
        target = Path(file).resolve()
        with written_beside(target, data) as beside:
            # Once more, since somebody may have come in between.
            there_is_one = check_target(file, self.inputs, force=self.force)
            (put_over if there_is_one else put_new)(beside, target)


def output_of(arguments: argparse.Namespace, *read: str) -> Output:
    """Where a command with ``-o`` writes to; ``read`` are the files that it reads beside its catalogue."""
    inputs = (*map(Path, read), *catalogue_files(*arguments.catalogue))
    return Output(arguments.output, inputs, force=arguments.force, quiet=arguments.quiet)


def check_terminal(name: str, chosen: Format, file: str | None) -> None:
    """A file of an office suite is of no use on a terminal; a pipe may want it."""
    if file is None and chosen.binary and sys.stdout.isatty():
        reason, advice = f"a terminal cannot show the format {name}", f"name a file: -o report.{name}"
        raise InputError([problem_at(Place("--format"), "argument-invalid", reason=reason, advice=advice)])


def write_output(content: str | bytes, output: Output | None = None) -> None:
    """Write to standard output, or where ``output`` says; text is written as UTF-8.

    Raises :class:`~npm_readiness.problems.InputError` where it cannot be written.
    """
    (output or Output(None)).write(content)


def _print(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is left in the buffer would fail again when Python ends.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = error.strerror or str(error)
        raise InputError([problem_at(Place("standard output"), "output-unwritable", reason=reason)]) from None

"""Whatever standard output is, and however a command is stopped: one line at most, the right exit code, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from npm_readiness.commands.streams import guarded

TOP = Path(__file__).parents[2]
PROFILE = str(TOP / "examples" / "turkmenistan.yaml")
COMMANDS = [["--help"], ["validate", PROFILE], ["checklists"]]
posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")


def shell(line: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell in which ``"$@"`` is the program with its arguments."""
    command = ["/bin/bash", "-c", f"set -o pipefail; {line}", "-", sys.executable, "-m", "npm_readiness", *arguments]
    environment: Mapping[str, str] = {**os.environ, "PYTHONPATH": str(TOP), **variables}
    return subprocess.run(command, capture_output=True, env=environment, check=False)


@posix
@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_what_cannot_be_written_is_one_line(arguments: list[str]) -> None:
    for line in ('"$@" > /dev/full', '"$@" >&-'):
        done = shell(line, *arguments)
        assert done.returncode == 2
        assert [said.split(b":")[0] for said in done.stderr.splitlines()] == [b"standard output"]


@posix
@pytest.mark.parametrize("arguments", COMMANDS[:1], ids=lambda arguments: arguments[0])
def test_a_reader_who_has_gone_is_told_nothing(arguments: list[str]) -> None:
    done = shell('"$@" | true', *arguments)
    assert (done.returncode, done.stderr) == (0, b"")


@posix
def test_without_standard_error_the_work_is_done() -> None:
    done = shell('"$@" 2>&-', "validate", PROFILE)
    assert done.returncode == 0
    assert done.stdout


def test_who_stops_a_command_gets_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> int:
        raise KeyboardInterrupt

    assert guarded(work) == 130
    assert capsys.readouterr().err == "stopped\n"


AT_IMPORT = """
import os, runpy, signal, sys

class Stopping:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # A shell has its background jobs ignore it.
import npm_readiness
sys.meta_path.insert(0, Stopping())
runpy.run_module("npm_readiness", run_name="__main__", alter_sys=True)
"""
"""Stops the program (Ctrl-C) when it begins to import ``module``."""


@posix
@pytest.mark.parametrize(
    "module",
    [
        "npm_readiness.commands",
        "npm_readiness.commands.streams",
        "argparse",
        "npm_readiness.problems",
        "pydantic",
        "npm_readiness.models.assessment",
        "jinja2",
    ],
)
def test_who_stops_a_command_while_it_starts_gets_one_line(module: str) -> None:
    command = [sys.executable, "-c", AT_IMPORT.format(module=module), "assess", PROFILE, "--format", "html"]
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"stopped\n")


@posix
def test_a_name_that_is_no_text_and_one_that_steers_a_terminal_are_written_as_escapes(tmp_path: Path) -> None:
    for name, shown in ((b"n\xff.yaml", b"n\\udcff.yaml"), ("\x1b[31m\u202e.yaml".encode(), b"\\x1b[31m\\u202e.yaml")):
        file = os.path.join(os.fsencode(tmp_path), name)  # noqa: PTH118 - of bytes
        Path(os.fsdecode(file)).write_text("x: 1\n", encoding="utf-8")
        done = shell('"$@"', "validate", os.fsdecode(file), LC_ALL="C.UTF-8")
        assert done.returncode == 2
        assert done.stderr.startswith(os.fsencode(tmp_path) + b"/" + shown + b":1:1:")


@posix
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_letters_that_a_locale_does_not_know_break_nothing(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "ä.yaml"
    file.write_bytes(Path(PROFILE).read_bytes())
    done = shell('"$@"', "assess", str(file), LC_ALL="C", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")

"""Every command, over every odd place to read from or to write to: one line with the reason, and the right exit code."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pytest

from npm_readiness.__main__ import main
from npm_readiness.collecting.fields import Fields
from npm_readiness.collecting.forms.page.saved_answers import MARK
from npm_readiness.collecting.questionnaire import question_version
from npm_readiness.loading.catalogue import default_catalogue
from tests.commands.conftest import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")

QUESTION = "law-covers-police"
PROFILE = f"""\
country: TKM
assessed_on: 2023-12-14
npm: {{model: nhri, institution: Ombudsperson, institution_kind: ombudsman, designated: null}}
treaties: {{uncat: {{acceded: 1999-06-25}}, opcat: {{signed: null, ratified: null, acceded: null}}}}
sources: {{draft: {{title: A bill, kind: law}}}}
answers: {{{QUESTION}: {{answer: no}}}}
bills: {{draft: {{title: A bill, source: draft, answers: {{{QUESTION}: {{answer: yes}}}}}}}}
"""

IN = "IN"
"""Where an input is read from."""
OUT = "OUT"
"""Where the output goes to."""

READING = {
    "assess": ["assess", IN],
    "validate": ["validate", IN],
    "validate with another": ["validate", "one.yaml", IN],
    "extend": ["extend", IN, "--checklists", "women"],
    "roadmap": ["roadmap", IN],
    "models": ["models", IN],
    "bill": ["bill", IN, "draft"],
    "compare": ["compare", "one.yaml", IN],
    "reconcile": ["reconcile", "one.yaml", IN],
    "collect": ["collect", IN, "-o", "form.html"],
    "gather a form": ["gather", IN, "--into", "one.yaml"],
    "gather into": ["gather", "answers.json", "--into", IN],
    "a catalogue of one's own": ["checklists", "--catalogue", IN],
}
"""Commands that read ``IN``."""

WRITING = {
    "assess": ["assess", "one.yaml", "--format", "html"],
    "init": ["init", "--country", "TKM"],
    "extend": ["extend", "one.yaml", "--checklists", "women"],
    "roadmap": ["roadmap", "one.yaml", "--format", "csv"],
    "models": ["models", "one.yaml", "--format", "markdown"],
    "bill": ["bill", "one.yaml", "draft", "--format", "json"],
    "compare": ["compare", "one.yaml", "two.yaml", "--format", "html"],
    "reconcile": ["reconcile", "one.yaml", "two.yaml", "--format", "html"],
    "gather": ["gather", "answers.json", "--into", "one.yaml"],
}
"""Commands that write to standard output, or to what ``-o`` says."""

PRINTING = {
    **WRITING,
    "validate": ["validate", "one.yaml"],
    "checklists": ["checklists"],
    "show": ["show", "opcat-18-1"],
    "find": ["find", "visit"],
    "coverage": ["coverage"],
    "help": ["--help"],
    "help of one": ["assess", "--help"],
}
"""Commands that print."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two profiles and a file of answers in the current folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text(PROFILE, encoding="utf-8")
    version = question_version(default_catalogue().questions[QUESTION])
    answer = {"version": version, "before": asdict(Fields(answer="no")), "after": asdict(Fields(answer="yes"))}
    saved = {"form": MARK, "country": "TKM", "by": "", "answers": {QUESTION: answer}, "sources": []}
    (tmp_path / "answers.json").write_text(json.dumps(saved), encoding="utf-8")
    return tmp_path


def odd_inputs(folder: Path) -> dict[str, tuple[str, str]]:
    """Odd things to read from, by what they are; each with what is said of it."""
    os.mkfifo(folder / "pipe")
    (folder / "gone.yaml").symlink_to(folder / "nowhere.yaml")
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    (folder / "empty").mkdir()
    return {
        "a pipe into which nobody writes": (str(folder / "pipe"), ""),
        "nothing": ("/dev/null", ""),
        "zeros without end": ("/dev/zero", ""),
        "a folder": (str(folder / "empty"), ""),
        "a link to nowhere": (str(folder / "gone.yaml"), ""),
        "a link to itself": (str(folder / "loop.yaml"), ""),
        "a name that is too long": ("x" * 5_000, "too long"),
        "no file": (str(folder / "nowhere.yaml"), ""),
        "what may not be opened": (str(folder / "secret.yaml"), "may not be opened"),
        "the memory of the program": ("/proc/self/mem", ""),
    }


@pytest.mark.parametrize("command", READING.values(), ids=READING.keys())
def test_what_cannot_be_read_is_refused_with_the_reason(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    forbid(folder / "secret.yaml", monkeypatch)
    for kind, (path, reason) in odd_inputs(folder).items():
        found = run(*(path if word == IN else word for word in command))
        assert found.code == 2, (kind, found)
        assert found.err.startswith(("/", "x", "--")), (kind, found.err)
        assert len(found.err.splitlines()) == 1, (kind, found.err)
        assert reason in found.err, (kind, found.err)
        assert found.out == "" or command[0] == "validate", kind
        assert not (folder / "form.html").exists()


def forbid(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be opened; the superuser may open any, so that the system has to be played."""
    path.write_text(PROFILE, encoding="utf-8")
    really = os.open

    def opened(name: str | os.PathLike[str], *rest: int, **more: int) -> int:
        if os.fspath(name) == str(path):
            raise PermissionError(13, "Permission denied", str(path))
        return really(name, *rest, **more)

    monkeypatch.setattr(os, "open", opened)


@pytest.mark.parametrize("command", WRITING.values(), ids=WRITING.keys())
def test_what_cannot_be_written_to_is_refused_with_the_reason(run: Run, folder: Path, command: list[str]) -> None:
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to(folder / "loop")
    before = sorted(path.name for path in folder.iterdir())
    for path in ("folder", "pipe", "loop", "nowhere/x", "/dev/full", "/proc/x", "x" * 300, "a\0b"):
        found = run(*command, "-o", path)
        assert (found.code, found.out) == (2, ""), (path, found)
        assert len(found.err.splitlines()) == 1, (path, found.err)
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.parametrize("command", WRITING.values(), ids=WRITING.keys())
def test_a_disk_that_is_full_leaves_nothing_half_written(run: Run, folder: Path, command: list[str]) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with full_disk(50):
        found = run(*command, "-o", "report")
    assert (found.code, found.out) == (2, "")
    assert [line.partition(":")[0] for line in found.err.splitlines()] == ["report"]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file can become larger than ``size`` bytes."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _full() -> int:
    return os.open("/dev/full", os.O_WRONLY)


def _of_nobody() -> int:
    reads, writes = os.pipe()
    os.close(reads)
    return writes


@pytest.mark.parametrize("command", PRINTING.values(), ids=PRINTING.keys())
@pytest.mark.parametrize(("opened", "code"), [(_full, 2), (_of_nobody, 0)], ids=["full", "nobody reads"])
def test_standard_output_that_takes_nothing(
    run: Run, folder: Path, command: list[str], opened: Callable[[], int], code: int
) -> None:
    with standard_output(opened()):
        found = run(*command)
    assert found.code == code, found
    lines = [line for line in found.err.splitlines() if not line.endswith("kept as disputed")]
    assert [line.partition(":")[0] for line in lines] == ["standard output"] * bool(code)
    assert sorted(path.name for path in folder.iterdir()) == ["answers.json", "one.yaml", "two.yaml"]


@contextmanager
def standard_output(handle: int) -> Iterator[None]:
    """The file behind standard output, for the program and for the system."""
    sys.stdout.flush()
    kept, stream = os.dup(1), sys.stdout
    os.dup2(handle, 1)
    os.close(handle)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - closed with what stands behind it
    try:
        yield
    finally:
        sys.stdout = stream
        os.dup2(kept, 1)
        os.close(kept)


@pytest.mark.parametrize("command", PRINTING.values(), ids=PRINTING.keys())
def test_without_standard_output_one_line_says_so(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    try:
        code = main(command)
    except SystemExit as stop:
        code = int(str(stop.code))
    assert code == 2

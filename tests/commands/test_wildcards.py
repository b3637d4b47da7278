"""Wildcards: what stands for several files is looked up by the command where the terminal has left it as typed, as on Windows."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import PROFILE, Run


def test_a_pattern_stands_for_the_files_that_it_fits(run: Run, folder: Path) -> None:
    for name in ("b-2024.yaml", "a-2023.yaml"):
        (folder / name).write_text(PROFILE, encoding="utf-8")
    told = run("validate", "?-*.yaml", "profile.yaml")
    assert told.code == 0
    assert [line.split(":")[0] for line in told.out.splitlines() if ".yaml:" in line] == [
        "a-2023.yaml",
        "b-2024.yaml",
        "profile.yaml",
    ]
    assert run("compare", "?-*.yaml").out == run("compare", "a-2023.yaml", "b-2024.yaml").out


def test_a_file_with_such_a_name_is_meant_itself(run: Run, folder: Path) -> None:
    (folder / "[a].yaml").write_text(PROFILE, encoding="utf-8")
    assert run("validate", "[a].yaml").out.startswith("[a].yaml: ")


def test_a_pattern_that_fits_nothing_is_named_as_it_was_typed(run: Run, folder: Path) -> None:
    told = run("gather", "answers/*.xlsx", "--into", "profile.yaml")
    assert told.code == 2
    assert told.err.startswith("answers/*.xlsx: the file cannot be read")

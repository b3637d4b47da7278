"""A profile in a folder of its own, and the command line called as a function."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from npm_readiness.__main__ import main

PROFILE = """\
country: TKM
assessed_on: 2023-12-14
npm: {model: nhri, institution: Ombudsperson, institution_kind: ombudsman, designated: null}
treaties:
  uncat: {signed: null, acceded: 1999-06-25}
  opcat: {signed: null, ratified: null, acceded: null, article_24: null}
"""


class Outcome(NamedTuple):
    """What a command said, and with which exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command line with these arguments."""

    def call(*arguments: str) -> Outcome:
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode(), err.decode())

    return call


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one, with ``profile.yaml`` in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    return tmp_path

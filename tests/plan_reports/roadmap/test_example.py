"""The example and the page on roadmaps say what the library says."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

from npm_readiness import render
from npm_readiness.planning.roadmap.result import Roadmap
from tests.plan_reports.roadmap.conftest import EXAMPLES

PAGE = EXAMPLES.parent / "docs" / "roadmap.md"


def test_the_script_runs_and_writes_what_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["roadmap_of_turkmenistan.py", str(tmp_path / "road.ics")])
    runpy.run_path(str(EXAMPLES / "roadmap_of_turkmenistan.py"))
    told = capsys.readouterr().out
    assert "bill-before-parliament, body-chosen-in-writing, body-made-mechanism" in told
    assert (tmp_path / "road.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_the_page_shows_what_the_command_prints(turkmenistan: Roadmap) -> None:
    text = render(turkmenistan, "text")
    assert isinstance(text, str)
    shown = PAGE.read_text(encoding="utf-8").partition("    Turkmenistan: roadmap")[2].partition("\n## ")[0]
    first, *rest = [line.removeprefix("    ") for line in f"    Turkmenistan: roadmap{shown}".rstrip().split("\n")]
    assert "\n".join([first, *rest]) in text

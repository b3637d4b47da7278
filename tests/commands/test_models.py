"""The command ``models``: the comparison on standard output or in a file."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.conftest import Run


def test_it_shows_the_first_page_on_a_terminal(run: Run, folder: Path) -> None:
    outcome = run("models", "profile.yaml")
    assert outcome.code == 0
    assert "models of a National Preventive Mechanism side by side" in outcome.out


def test_it_writes_the_format_that_the_file_ends_with(run: Run, folder: Path) -> None:
    outcome = run("models", "profile.yaml", "-o", "models.json", "--checklists", "opcat")
    assert (outcome.code, outcome.err) == (0, "models.json written\n")
    models = json.loads((folder / "models.json").read_text(encoding="utf-8"))["models"]
    assert [model["id"] for model in models] == ["nhri", "nhri_plus", "specialised_body", "multiple_bodies"]


def test_a_day_that_no_date_can_hold_is_refused(run: Run, folder: Path) -> None:
    outcome = run("models", "profile.yaml", "--as-of", "9999-01-01")
    assert outcome.code == 2
    assert outcome.err.startswith("--as-of: ")


def test_the_profile_is_not_written_over(run: Run, folder: Path) -> None:
    before = (folder / "profile.yaml").read_bytes()
    assert run("models", "profile.yaml", "-o", "profile.yaml", "--format", "html", "--force").code == 2
    assert (folder / "profile.yaml").read_bytes() == before

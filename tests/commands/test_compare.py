"""``compare``: files and folders, every problem at once, progress only where somebody looks."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import PROFILE, Run

YEARS = ("2021-01-01", "2022-01-01", "2023-01-01")


@pytest.fixture
def years(folder: Path) -> Path:
    """A folder ``years`` with a profile of each year, and a checklist beside them."""
    (folder / "years").mkdir()
    for day in YEARS:
        (folder / "years" / f"tkm-{day[:4]}.yaml").write_text(PROFILE.replace("2023-12-14", day), encoding="utf-8")
    (folder / "years" / "wording.yaml").write_text("wording: {}\n", encoding="utf-8")
    return folder


def test_a_folder_is_its_profiles_in_their_order_and_the_rest_is_named(years: Path, run: Run) -> None:
    done = run("compare", "years", "--format", "json")
    assert done.code == 0
    told = json.loads(done.out)
    assert [entry["assessed_on"] for entry in told["profiles"]] == list(YEARS)
    assert [(step["before"], step["after"]) for step in told["steps"]] == [(0, 1), (1, 2)]
    assert done.err == f"passed over, since they are no profiles: {Path('years') / 'wording.yaml'}\n"


def test_files_keep_the_order_in_which_they_are_named(years: Path, run: Run) -> None:
    files = [f"years/tkm-{year}.yaml" for year in (2023, 2021)]
    (step,) = json.loads(run("compare", *files, "--format", "json").out)["steps"]
    assert step["backwards"]


def test_every_problem_of_every_file_is_told_at_once_at_its_line(years: Path, run: Run) -> None:
    (years / "years" / "bad.yaml").write_text(PROFILE.replace("model: nhri", "model: nhr"), encoding="utf-8")
    (years / "years" / "worse.yaml").write_text("country: TKM\nassessed_on: someday\n", encoding="utf-8")
    (years / "years" / "broken.yaml").write_text("country: [TKM\n", encoding="utf-8")
    done = run("compare", "years", "-o", "out.json")
    assert (done.code, done.out) == (2, "")
    lines = done.err.splitlines()
    assert [Path(line.split(":")[0]).name for line in lines] == ["bad.yaml", "broken.yaml", "worse.yaml"]
    assert lines[0].split(":")[1] == "3"
    assert not (years / "out.json").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["profile.yaml"], "name at least two profiles"),
        (["profile.yaml", "nothing.yaml"], "nothing.yaml: the file cannot be read"),
        (["empty"], "there is no YAML file in this folder"),
        (["profile.yaml", "years", "--checklists", "opcta"], "there is no checklist opcta"),
        (["years", "-o", "years/tkm-2021.yaml"], "tells no format"),
        (["years", "--format", "xml"], "there is no format xml"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(years: Path, run: Run, arguments: list[str], said: str) -> None:
    (years / "empty").mkdir()
    done = run("compare", *arguments)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_profile_that_is_read_is_never_written_over(years: Path, run: Run) -> None:
    done = run("compare", "years", "--format", "json", "-o", "years/tkm-2021.yaml", "--force")
    assert done.code == 2
    assert "years/tkm-2021.yaml" in done.err


def test_ranks_come_only_when_asked_for(years: Path, run: Run) -> None:
    assert json.loads(run("compare", "years", "--format", "json").out)["ranks"] is None
    assert len(json.loads(run("compare", "years", "--rank", "--format", "json").out)["ranks"]) == 1


def test_progress_is_shown_on_a_terminal_alone(years: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        day = f"{2010 + number}-01-01"
        (years / "years" / f"more-{number}.yaml").write_text(PROFILE.replace("2023-12-14", day), encoding="utf-8")
    assert "profiles" not in run("compare", "years").err.replace("no profiles", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert "\r8 of 8 profiles\r\x1b[K" in run("compare", "years").err

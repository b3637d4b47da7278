"""The command ``roadmap``, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import PROFILE, Run

ACT = "answers:\n  law-names-mechanism: {answer: no}\n"


@pytest.fixture
def gap(folder: Path) -> Path:
    """A profile with one answer that falls short."""
    (folder / "profile.yaml").write_text(PROFILE + ACT, encoding="utf-8")
    return folder


def test_it_prints_the_road_in_short(run: Run, gap: Path) -> None:
    found = run("roadmap", "profile.yaml")
    assert (found.code, found.err) == (0, "")
    assert "The next stage: Designation" in found.out
    assert "Parliament: act on the mechanism and its institution" in found.out


def test_the_ending_tells_the_format_its_own_ones_too(run: Run, gap: Path) -> None:
    for ending in ("html", "csv", "ics", "xlsx", "docx", "md", "json"):
        found = run(
            "roadmap", "profile.yaml", "--start", "2024-02-01", "--ratify-on", "2025-01-01", "-o", f"road.{ending}"
        )
        assert (found.code, found.err) == (0, f"road.{ending} written\n")
    assert (gap / "road.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert json.loads((gap / "road.json").read_text())["planned_deposit"] == "2025-01-01"


def test_a_table_is_not_written_over_unless_asked(run: Run, gap: Path) -> None:
    assert run("roadmap", "profile.yaml", "-o", "road.csv").code == 0
    assert run("roadmap", "profile.yaml", "-o", "road.csv").code == 2
    assert run("roadmap", "profile.yaml", "-o", "road.csv", "--force").code == 0


def test_a_calendar_without_dates_says_what_to_give(run: Run, gap: Path) -> None:
    found = run("roadmap", "profile.yaml", "-o", "road.ics")
    assert found.code == 2
    assert found.err == ("format: the roadmap has weeks and no dates, and a calendar needs dates (give --start DATE)\n")
    assert not (gap / "road.ics").exists()


def test_a_deposit_in_the_past_is_refused(run: Run, gap: Path) -> None:
    found = run("roadmap", "profile.yaml", "--ratify-on", "2020-01-01")
    assert found.code == 2
    assert found.err.startswith("--ratify-on: 2020-01-01 does not lie after 2023-12-14")


@pytest.mark.parametrize("argument", ["--start", "--ratify-on", "--as-of"])
def test_a_year_out_of_reach_is_refused(run: Run, gap: Path, argument: str) -> None:
    found = run("roadmap", "profile.yaml", argument, "9999-12-31")
    assert found.code == 2
    assert found.err.startswith(f"{argument}: 9999-12-31 lies outside of the years of dates")


def test_what_the_profile_says_of_the_plan_is_used(run: Run, gap: Path) -> None:
    plan = "plan: {start: 2024-03-04, durations: {act: 10}}\n"
    (gap / "profile.yaml").write_text(PROFILE + ACT + plan, encoding="utf-8")
    told = json.loads(run("roadmap", "profile.yaml", "--format", "json").out)
    act = next(package for package in told["packages"] if package["instrument"] == "act")
    assert (act["starts"], act["ends"], act["weeks"]) == ("2024-03-04", "2024-05-13", 10)


def test_what_is_wrong_in_the_plan_is_told_at_its_place_all_at_once(run: Run, gap: Path) -> None:
    plan = "plan:\n  durations: {acts: 10, act: -1}\n  done: [statutory-bases]\n"
    (gap / "profile.yaml").write_text(PROFILE + ACT + plan, encoding="utf-8")
    found = run("roadmap", "profile.yaml")
    assert found.code == 2
    assert found.err.splitlines() == [
        "profile.yaml:10:15: there is no instrument of change acts (did you mean act?)",
        "profile.yaml:10:30: the number -1 is too small (write a number of at least 0)",
        "profile.yaml:11:10: there is no criterion and no question statutory-bases (did you mean statutory-basis?)",
    ]

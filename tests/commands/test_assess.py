"""``assess``: reports in every format, whole files or nothing, conditions, and errors for the person who made them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from npm_readiness.commands.assess import wants_colour
from tests.commands.conftest import PROFILE, Run


def test_without_a_format_the_report_is_text_of_80_columns(run: Run, folder: Path) -> None:
    outcome = run("assess", "profile.yaml")
    assert outcome.code == 0
    assert outcome.err == ""
    assert outcome.out.startswith("Turkmenistan: readiness")
    assert max(len(line) for line in outcome.out.splitlines()) <= 80
    assert "\x1b" not in outcome.out


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("r.html", "<!doctype html>"),
        ("r.HTM", "<!doctype html>"),
        ("r.json", "{"),
        ("r.md", "# "),
        ("r.txt", "Turkmenistan"),
    ],
)
def test_the_ending_of_the_file_tells_the_format(run: Run, folder: Path, name: str, start: str) -> None:
    outcome = run("assess", "profile.yaml", "-o", name)
    assert outcome == (0, "", f"{name} written\n")
    assert (folder / name).read_text(encoding="utf-8").lstrip().startswith(start)


def test_the_format_asked_for_wins_over_the_ending(run: Run, folder: Path) -> None:
    assert run("assess", "profile.yaml", "--format", "json", "-o", "r.html").code == 0
    assert json.loads((folder / "r.html").read_text(encoding="utf-8"))["country"]["code"] == "TKM"


@pytest.mark.parametrize("name", ["report.doc", "report"])
def test_an_unknown_ending_is_an_error_and_nothing_is_written(run: Run, folder: Path, name: str) -> None:
    outcome = run("assess", "profile.yaml", "-o", name)
    assert outcome.code == 2
    assert outcome.err.startswith(f"{name}: ")
    assert sorted(path.name for path in folder.iterdir()) == ["profile.yaml"]


def test_an_unknown_format_is_an_error_that_lists_the_formats(run: Run, folder: Path) -> None:
    outcome = run("assess", "profile.yaml", "--format", "pdf")
    assert outcome.code == 2
    assert "there is no format pdf (there are: docx, html, json, markdown, text, xlsx)" in outcome.err


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_word_and_excel_are_written_to_a_file_and_not_to_a_terminal(
    run: Run, folder: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("assess", "profile.yaml", "-o", f"report.{form}").code == 0
    assert (folder / f"report.{form}").read_bytes().startswith(b"PK")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    outcome = run("assess", "profile.yaml", "--format", form)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"--format: a terminal cannot show the format {form} (name a file: -o report.{form})\n"


def test_the_json_is_the_same_bytes_from_run_to_run(run: Run, folder: Path) -> None:
    first, second = (run("assess", "profile.yaml", "--format", "json").out for _ in range(2))
    assert first == second
    assert json.loads(first)["stages"][0]["id"] == "ratification"


def test_a_problem_in_the_profile_is_shown_at_its_line_and_nothing_is_written(run: Run, folder: Path) -> None:
    (folder / "profile.yaml").write_text(
        PROFILE.replace("treaties:", "treatise:") + "answers: {no-such: {answer: yes}}\n"
    )
    outcome = run("assess", "profile.yaml", "-o", "r.html")
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.splitlines() == [
        "profile.yaml:4:1: nothing reads the key treatise (did you mean treaties?)",
        "profile.yaml:7:11: there is no question no-such in the catalogue (look for it with: npm-readiness find no such)",
    ]
    assert "Traceback" not in outcome.err
    assert not (folder / "r.html").exists()


def test_a_missing_profile_is_said_without_a_traceback(run: Run, folder: Path) -> None:
    outcome = run("assess", "nowhere.yaml")
    assert outcome.code == 2
    assert outcome.err.startswith("nowhere.yaml: ")
    assert outcome.err.count("\n") == 1


def test_fail_under_compares_the_lower_bound_and_writes_all_the_same(run: Run, folder: Path) -> None:
    assert run("assess", "profile.yaml", "--fail-under", "0").code == 0
    outcome = run("assess", "profile.yaml", "--fail-under", "99.5", "-o", "r.json")
    assert outcome.code == 1
    assert "99.5 % was asked for" in outcome.err
    assert (folder / "r.json").exists()


@pytest.mark.parametrize("percent", ["-1", "101", "a", "1/3", "1e3", "٣"])
def test_a_percentage_is_a_number_from_0_to_100(run: Run, folder: Path, percent: str) -> None:
    assert run("assess", "profile.yaml", f"--fail-under={percent}").code == 2


def test_a_required_stage_that_is_not_ready_fails(run: Run, folder: Path) -> None:
    outcome = run("assess", "profile.yaml", "--require-stage", "designation", "--require-stage", "operation=ready")
    assert outcome.code == 1
    assert outcome.err.splitlines() == [
        "condition failed: the verdict on designation is not_ready",
        "condition failed: the verdict on operation is not_ready",
    ]


@pytest.mark.parametrize("stage", ["nothing", "operation=", "operation=gaps"])
def test_a_stage_that_there_is_not_is_an_argument_error(run: Run, folder: Path, stage: str) -> None:
    assert run("assess", "profile.yaml", "--require-stage", stage).code == 2


def test_as_of_looks_at_another_date(run: Run, folder: Path) -> None:
    assessment = json.loads(run("assess", "profile.yaml", "--format", "json", "--as-of", "1999-06-24").out)
    convention = next(entry for entry in assessment["criteria"] if entry["id"] == "convention-party")
    assert assessment["as_of"] == "1999-06-24"
    assert convention["status"] == "not_met"
    assert run("assess", "profile.yaml", "--as-of", "24.6.1999").code == 2


def test_checklists_that_there_are_not_are_an_error(run: Run, folder: Path) -> None:
    outcome = run("assess", "profile.yaml", "--checklists", "opcta")
    assert outcome.code == 2
    assert outcome.err == "--checklists: there is no checklist opcta (did you mean opcat?)\n"


def test_a_catalogue_of_the_users_own_replaces_a_checklist_and_the_report_says_so(run: Run, folder: Path) -> None:
    own = folder / "own"
    own.mkdir()
    (own / "mine.yaml").write_text(OWN, encoding="utf-8")
    outcome = run("assess", "profile.yaml", "--catalogue", "own", "--format", "json")
    assessment = json.loads(outcome.out)
    assert outcome.code == 0, outcome.err
    assert [entry["id"] for entry in assessment["criteria"]] == ["joined"]
    assert assessment["checklists"][0]["replaced"] == "mine.yaml"


OWN = """\
checklist: opcat
title: Ours
version: "9"
counts_for: readiness
about: One criterion.
criteria:
  - id: joined
    title: Joined
    requirement: The State has joined.
    why: It binds.
    provisions: [opcat-27-2]
    dimension: commitment
    stage: ratification
    aspect: law
    questions:
      - id: has-joined
        text: Has the State joined the Convention?
        rubric: {yes: "It has.", partial: "It has signed.", no: "It has not."}
        answered_by: party-to-uncat
    action: Join.
    addressee: government
"""


@pytest.mark.parametrize(
    ("terminal", "environment", "coloured"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colour_is_for_a_terminal_whose_owner_has_not_refused_it(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, environment: dict[str, str], coloured: bool
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert wants_colour() is coloured


def test_a_language_that_there_is_not_is_an_error(run: Run, folder: Path) -> None:
    outcome = run("assess", "profile.yaml", "--language", "tk", "-o", "r.html")
    assert outcome.code == 2
    assert "there is no translation of reports into tk (there are: en)" in outcome.err


def test_the_text_report_names_what_was_replaced(run: Run, folder: Path) -> None:
    (folder / "mine.yaml").write_text(OWN, encoding="utf-8")
    outcome = run("assess", "profile.yaml", "--catalogue", "mine.yaml")
    assert "(the user's own, from mine.yaml, in place of ours)" in " ".join(outcome.out.split())


def test_a_part_of_the_report_can_be_asked_for(run: Run, folder: Path) -> None:
    assert run("assess", "profile.yaml", "--parts", "short", "-o", "short.md").code == 0
    short = (folder / "short.md").read_text(encoding="utf-8")
    assert [line for line in short.splitlines() if line.startswith("## ")] == [
        "## 1 In one page",
        "## 2 Key recommendations",
        "## 9 The road from here",
    ]
    assert run("assess", "profile.yaml", "--sections", "roadmap", "-o", "road.md").code == 0
    assert "## 1 In one page" not in (folder / "road.md").read_text(encoding="utf-8")


def test_a_part_is_refused_where_the_format_has_none(run: Run, folder: Path) -> None:
    for arguments in (("--format", "json"), ()):
        outcome = run("assess", "profile.yaml", "--parts", "short", *arguments)
        assert outcome.code == 2
        assert "has no parts (leave it out, or use one of: docx, html, markdown)" in outcome.err


def test_a_public_version_says_that_it_is_one(run: Run, folder: Path) -> None:
    assert run("assess", "profile.yaml", "--public", "-o", "public.md").code == 0
    assert "Public version" in (folder / "public.md").read_text(encoding="utf-8")
    assert json.loads(run("assess", "profile.yaml", "--public", "--format", "json").out)["public"] is True

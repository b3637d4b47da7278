"""``init``, ``validate``, ``checklists``, ``show``, ``find``, ``coverage``, help and version: arguments, exit codes, streams.

What the commands say is in ``tests/browsing/``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from npm_readiness import __version__, load_catalogue, load_profile
from npm_readiness.browsing.finding import found_as_text
from tests.commands.conftest import PROFILE, Run

COMMANDS = ["assess", "init", "extend", "validate", "checklists", "show", "find", "coverage"]


def test_a_new_profile_is_valid_and_answers_nothing(run: Run, folder: Path) -> None:
    assert run("init", "--country", "GE", "--date", "2020-01-01", "-o", "new.yaml") == (0, "", "new.yaml written\n")
    profile = load_profile(folder / "new.yaml")
    assert profile.country == "GEO"
    assert profile.answers
    assert all(given.answer is None for given in profile.answers.values())
    assert run("assess", "new.yaml").code == 0


@pytest.mark.parametrize("country", ["QQQQ", "XX", "1"])
def test_init_refuses_a_country_that_there_is_not(run: Run, country: str) -> None:
    outcome = run("init", "--country", country)
    assert outcome.code == 2
    assert outcome.err.startswith("--country: ")


def test_init_says_the_code_of_a_country_that_is_named(run: Run) -> None:
    outcome = run("init", "--country", "Georgia")
    assert (outcome.code, outcome.err) == (
        2,
        "--country: Georgia is not a country code of ISO 3166-1 (write GEO, the code of Georgia)\n",
    )


def test_validate_says_what_each_file_is(run: Run, folder: Path) -> None:
    outcome = run("validate", "profile.yaml")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("profile.yaml: a profile of Turkmenistan, nothing wrong; nothing is answered yet\n")


def test_validate_shows_the_problems_of_all_files_sorted(run: Run, folder: Path) -> None:
    (folder / "a.yaml").write_text("country: TKM\n", encoding="utf-8")
    (folder / "b.yaml").write_text("checklist: mine\ntitle: 1\n", encoding="utf-8")
    (folder / "c.yaml").write_text("something: else\n", encoding="utf-8")
    outcome = run("validate", "c.yaml", "b.yaml", "a.yaml", "profile.yaml")
    lines = outcome.err.splitlines()
    assert outcome.code == 2
    assert outcome.out.startswith("profile.yaml: a profile of Turkmenistan, nothing wrong")
    assert {line.split(":")[0] for line in lines} == {"a.yaml", "b.yaml", "c.yaml"}
    assert [line.split(":")[0] for line in lines] == sorted(line.split(":")[0] for line in lines)


def test_checklists_are_listed_for_reading(run: Run) -> None:
    outcome = run("checklists")
    assert "opcat: " in outcome.out
    assert "statutory-basis" in outcome.out


def test_the_catalogue_is_listed_as_json_too(run: Run) -> None:
    assert run("checklists", "--format", "json") == (0, load_catalogue().to_json(), "")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("statutory-basis", "Criterion statutory-basis"),
        ("opcat-18-1", "Provision opcat-18-1"),
        ("opcat", "Instrument opcat"),
        ("personnel-independence", "Dimension personnel-independence"),
    ],
)
def test_show_shows_one_entry_in_full(run: Run, wanted: str, expected: str) -> None:
    outcome = run("show", wanted)
    assert outcome.code == 0
    assert outcome.out.startswith(expected)
    assert max(len(line) for line in outcome.out.splitlines()) <= 80


def test_show_suggests_a_near_miss(run: Run) -> None:
    outcome = run("show", "opcat-18-11")
    assert outcome.code == 2
    assert "did you mean opcat-18-1" in outcome.err


def test_show_leads_to_find(run: Run) -> None:
    outcome = run("show", "budget")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.endswith(" budget (look for it with: npm-readiness find budget)\n")


def test_find_shows_what_has_all_of_the_words_and_no_more_than_is_wanted(run: Run) -> None:
    outcome = run("find", "Budget", "line", "--limit", "2")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Questions: the first 2 of ")
    assert outcome.out == found_as_text(load_catalogue(), ["budget", "line"], limit=2)


def test_find_writes_json(run: Run) -> None:
    found = json.loads(run("find", "budget", "--format", "json", "--limit", "1").out)
    assert [entry["kind"] for entry in found] == ["question", "criterion", "provision"]
    assert set(found[0]) == {"kind", "id", "where", "text"}


def test_finding_nothing_is_no_failure(run: Run) -> None:
    outcome = run("find", "qqqq")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Nothing has this word.\n")
    assert run("find", "qqqq", "--format", "json") == (0, "[]\n", "")


def test_find_looks_into_checklists_of_the_users_own(run: Run, folder: Path) -> None:
    (folder / "own.yaml").write_text(OWN_CHECKLIST, encoding="utf-8")
    outcome = run("find", "own", "plan", "written", "--catalogue", "own.yaml")
    assert "  own-plan-written (own, Working methods, asked by own-plan)\n" in outcome.out


@pytest.mark.parametrize("arguments", [("find",), ("find", "a", "--limit", "0"), ("find", "...")])
def test_find_wants_a_word_and_a_number(run: Run, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err


def test_coverage_counts_what_is_cited(run: Run) -> None:
    found = json.loads(run("coverage", "--format", "json", "--instruments", "opcat").out)
    (opcat,) = found["instruments"]
    assert found["cited"] == len(opcat["cited"])
    assert found["assessable"] == len(opcat["cited"]) + len(opcat["uncited"])
    assert "statutory-basis" in opcat["cited"]["opcat-18-1"]
    assert run("coverage", "--fail-under", "100").code == 0
    assert run("coverage", "--instruments", "opcta").code == 2


def test_coverage_fails_where_a_provision_is_cited_by_nobody(run: Run, folder: Path) -> None:
    (folder / "more.yaml").write_text(
        """\
provisions:
  - id: opcat-99
    instrument: opcat
    pinpoint: art. 99
    subject: An article that there is not.
    addressee: state
    force: shall
    assessable: true
    verified: text-seen
""",
        encoding="utf-8",
    )
    arguments = ("coverage", "--instruments", "opcat", "--catalogue", "more.yaml")
    assert run(*arguments).code == 0
    failed = run(*arguments, "--fail-under", "100")
    assert failed.code == 1
    assert "opcat, cited by no criterion:\n  opcat-99" in failed.out
    assert "condition failed" in failed.err


def test_validate_prints_findings_and_fails_on_them_only_where_it_is_strict(run: Run, folder: Path) -> None:
    vague = OWN_CHECKLIST.replace("A written plan of visits exists.", "An adequate plan of visits exists.")
    (folder / "own.yaml").write_text(vague, encoding="utf-8")
    loose, strict = run("validate", "own.yaml"), run("validate", "--strict", "own.yaml")
    assert loose.out == strict.out == "own.yaml: a checklist, nothing wrong\n"
    assert (loose.code, strict.code) == (0, 1)
    assert loose.err.startswith("own.yaml:9:18: adequate leaves it to the reader what counts (")
    assert strict.err == loose.err + "condition failed: a finding, and --strict allows none\n"
    (folder / "own.yaml").write_text(OWN_CHECKLIST, encoding="utf-8")
    assert run("validate", "--strict", "own.yaml") == (0, "own.yaml: a checklist, nothing wrong\n", "")


OWN_CHECKLIST = """\
checklist: own
title: Our own
version: "1"
counts_for: readiness
about: One criterion.
criteria:
  - id: own-plan
    title: A plan
    requirement: A written plan of visits exists.
    why: Without a plan some places are never seen.
    provisions: [spt-guidelines-33]
    dimension: methods
    stage: operation
    aspect: practice
    questions:
      - id: own-plan-written
        text: Is there a written plan of visits?
        rubric: {yes: A dated document., partial: A document without a date., no: Nothing in writing.}
        respondents: [mechanism]
    action: Write a plan of visits for the year that names every place.
    addressee: npm
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    outcome = run(command, "--help")
    assert outcome.code == 0
    assert f"examples:\n  npm-readiness {command}" in outcome.out
    assert "--catalogue" in outcome.out


def test_without_a_command_the_usage_is_shown(run: Run) -> None:
    outcome = run()
    assert outcome.code == 2
    assert outcome.err.startswith("usage: npm-readiness")


def test_version_as_a_program() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "npm_readiness", "--version"], capture_output=True, check=True, text=True
    )
    assert found.stdout == f"npm-readiness {__version__}\n"


def test_a_reader_that_goes_away_is_no_traceback(folder: Path) -> None:
    command = f"{sys.executable} -m npm_readiness checklists --format json | head -c 10"
    found = subprocess.run(command, shell=True, capture_output=True, check=False, text=True)
    assert found.stderr == ""


def test_a_file_of_problems_is_cut_short_and_soon(run: Run, folder: Path) -> None:
    sources = "".join(f"  source-{number}: {{title: t}}\n" for number in range(3000))
    evidence = "".join(f"      - {{source: sourc-{number}}}\n" for number in range(3000))
    question = "  joining-route-decided:\n    answer: no\n    evidence:\n"
    (folder / "p.yaml").write_text(f"{PROFILE}sources:\n{sources}answers:\n{question}{evidence}", encoding="utf-8")
    outcome = run("validate", "p.yaml")
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 200
    (folder / "p.yaml").write_text(PROFILE + f"assessors: [{'1, ' * 2000}]\n", encoding="utf-8")
    assert run("validate", "p.yaml").err.splitlines()[-1] == "and 1500 more problems"

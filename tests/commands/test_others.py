"""``init``, ``validate``, ``checklists``, ``show``, ``coverage``, help and version."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from npm_readiness import __version__, load_profile
from tests.commands.conftest import PROFILE, Run

COMMANDS = ["assess", "init", "validate", "checklists", "show", "coverage"]


def test_a_new_profile_is_valid_and_answers_nothing(run: Run, folder: Path) -> None:
    assert run("init", "--country", "GE", "--date", "2020-01-01", "-o", "new.yaml") == (0, "", "")
    profile = load_profile(folder / "new.yaml")
    assert profile.country == "GEO"
    assert profile.answers
    assert all(given.answer is None for given in profile.answers.values())
    assert run("assess", "new.yaml").code == 0


def test_a_new_profile_asks_for_its_date(run: Run, folder: Path) -> None:
    (folder / "new.yaml").write_text(run("init", "--country", "GEO").out, encoding="utf-8")
    outcome = run("validate", "new.yaml")
    assert outcome.code == 2
    assert "a date written YYYY-MM-DD is wanted" in outcome.err


def test_a_new_profile_stays_valid_when_the_mechanism_is_said_not_to_exist(run: Run, folder: Path) -> None:
    text = run("init", "--country", "GEO", "--date", "2020-01-01").out
    (folder / "new.yaml").write_text(text.replace("designated: unknown", "designated: null"), encoding="utf-8")
    assert run("validate", "new.yaml").code == 0


def test_init_warns_of_names_and_shows_the_rubrics(run: Run) -> None:
    text = run("init", "--country", "TKM", "--model", "nhri").out
    assert "names of detainees" in text
    assert "model: nhri\n" in text
    assert "candidates:" not in text
    assert max(len(line) for line in text.splitlines()) <= 120


def test_init_leaves_out_what_does_not_concern_the_model_and_asks_all_while_it_is_undecided(run: Run) -> None:
    several = run("init", "--country", "AU", "--model", "multiple_bodies").out
    one = run("init", "--country", "NO", "--model", "specialised_body").out
    undecided = run("init", "--country", "TKM").out
    assert "\n  coordinator-named:\n" in several
    assert "\n  coordinator-named:\n" not in one
    assert "\n  coordinator-named:\n" in undecided


def test_init_does_not_overwrite_a_file(run: Run, folder: Path) -> None:
    outcome = run("init", "--country", "TKM", "-o", "profile.yaml")
    assert outcome.code == 2
    assert (folder / "profile.yaml").read_text(encoding="utf-8") == PROFILE


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
    assert outcome == (0, "profile.yaml: a profile of Turkmenistan, nothing wrong\n", "")


def test_validate_shows_the_problems_of_all_files_sorted(run: Run, folder: Path) -> None:
    (folder / "a.yaml").write_text("country: TKM\n", encoding="utf-8")
    (folder / "b.yaml").write_text("checklist: mine\ntitle: 1\n", encoding="utf-8")
    (folder / "c.yaml").write_text("something: else\n", encoding="utf-8")
    outcome = run("validate", "c.yaml", "b.yaml", "a.yaml", "profile.yaml")
    lines = outcome.err.splitlines()
    assert outcome.code == 2
    assert outcome.out == "profile.yaml: a profile of Turkmenistan, nothing wrong\n"
    assert {line.split(":")[0] for line in lines} == {"a.yaml", "b.yaml", "c.yaml"}
    assert [line.split(":")[0] for line in lines] == sorted(line.split(":")[0] for line in lines)


def test_our_own_checklists_validate(run: Run) -> None:
    files = [str(path) for path in (Path(__file__).parents[2] / "checklists").rglob("*.yaml")]
    outcome = run("validate", *files)
    assert outcome.code == 0, outcome.err
    assert outcome.out.count("nothing wrong") == len(files)


def test_the_catalogue_as_json_has_the_keys_of_the_contract(run: Run) -> None:
    catalogue = json.loads(run("checklists", "--format", "json").out)
    assert list(catalogue) == ["checklists", "instruments", "provisions"]
    opcat = next(entry for entry in catalogue["checklists"] if entry["id"] == "opcat")
    assert {"id", "title", "version", "counts_for", "criteria"} == set(opcat)
    assert {
        "id", "title", "requirement", "why", "dimension", "stage", "obligation", "aspect", "weight", "combine",
        "provisions", "action", "addressee", "after", "applies_when", "questions",
    } <= set(opcat["criteria"][0])  # fmt: skip
    assert {"id", "text", "rubric", "may_not_apply", "shared"} <= set(opcat["criteria"][0]["questions"][0])


def test_checklists_are_listed_for_reading(run: Run) -> None:
    outcome = run("checklists")
    assert "opcat: " in outcome.out
    assert "statutory-basis" in outcome.out


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


CHECKLIST = """\
checklist: {id}
title: Mine
version: "1"
counts_for: readiness
about: One criterion.
criteria:
  - id: {criterion}
    title: One
    requirement: Something.
    why: A reason.
    provisions: [{provision}]
    dimension: mandate
    stage: operation
    aspect: law
    questions:
      - id: {criterion}-asked
        text: Is it so?
        rubric: {{yes: "It is.", partial: "In part.", no: "It is not."}}
    action: Do it.
    addressee: government
"""


def test_validate_finds_two_checklists_with_one_id_and_looks_into_both(run: Run, folder: Path) -> None:
    (folder / "a.yaml").write_text(CHECKLIST.format(id="mine", criterion="one", provision="nowhere"), encoding="utf-8")
    (folder / "b.yaml").write_text(CHECKLIST.format(id="mine", criterion="two", provision="opcat-17"), encoding="utf-8")
    outcome = run("validate", "a.yaml", "b.yaml")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "a.yaml:11:18: there is no provision nowhere in the register (look it up with: npm-readiness checklists)",
        "b.yaml:1:12: the id mine is already taken at a.yaml:1:12 (choose another id)",
    ]


def test_a_faulty_checklist_makes_no_problems_for_the_profiles_that_use_it(run: Run, folder: Path) -> None:
    (folder / "a.yaml").write_text(CHECKLIST.format(id="mine", criterion="one", provision="nowhere"), encoding="utf-8")
    (folder / "p.yaml").write_text(
        PROFILE + "checklists: [mine]\nanswers: {one-asked: {answer: no}}\n", encoding="utf-8"
    )
    outcome = run("validate", "a.yaml", "p.yaml")
    assert outcome.code == 2
    assert {line.split(":")[0] for line in outcome.err.splitlines()} == {"a.yaml"}


def test_validate_takes_a_file_that_is_in_the_catalogue_already(run: Run, folder: Path) -> None:
    (folder / "a.yaml").write_text(CHECKLIST.format(id="mine", criterion="one", provision="opcat-17"), encoding="utf-8")
    assert run("validate", "a.yaml", "--catalogue", "a.yaml").code == 0


def test_a_profile_cannot_forge_a_line_of_the_terminal(run: Run, folder: Path) -> None:
    (folder / "p.yaml").write_text(PROFILE + 'country_name: "X\\nq.yaml: \u202efine"\n', encoding="utf-8")
    outcome = run("validate", "p.yaml")
    assert outcome.out == "p.yaml: a profile of X q.yaml: ?fine, nothing wrong\n"


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

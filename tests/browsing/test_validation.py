"""Files checked together: checklists with ours, profiles with all of them, every problem of all of them at once."""

from __future__ import annotations

from pathlib import Path

from npm_readiness import validate_files
from npm_readiness.loading.catalogue import built_in_folder

PROFILE = "country: TKM\nassessed_on: 2023-12-14\n"
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


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_our_own_checklists_are_valid() -> None:
    files = list(built_in_folder().rglob("*.yaml"))
    found = validate_files(files)
    assert found.problems == ()
    assert len(found.files) == len(files)
    assert all(what.endswith("nothing wrong") for what in found.files.values())


def test_two_checklists_with_one_id_are_found_and_both_looked_into(folder: Path) -> None:
    first = CHECKLIST.format(id="mine", criterion="one", provision="nowhere")
    write(folder, a=first, b=CHECKLIST.format(id="mine", criterion="two", provision="opcat-17"))
    assert [str(problem) for problem in validate_files(["a.yaml", "b.yaml"]).problems] == [
        "a.yaml:11:18: there is no provision nowhere in the register (look for it with: npm-readiness find nowhere)",
        "b.yaml:1:12: the id mine is already taken at a.yaml:1:12 (choose another id)",
    ]


def test_a_faulty_checklist_makes_no_problems_for_the_profiles_that_use_it(folder: Path) -> None:
    profile = PROFILE + "checklists: [mine]\nanswers: {one-asked: {answer: no}}\n"
    write(folder, a=CHECKLIST.format(id="mine", criterion="one", provision="nowhere"), p=profile)
    assert {problem.file for problem in validate_files(["a.yaml", "p.yaml"]).problems} == {"a.yaml"}


def test_a_file_that_is_in_the_catalogue_already_is_taken(folder: Path) -> None:
    write(folder, a=CHECKLIST.format(id="mine", criterion="one", provision="opcat-17"))
    assert validate_files(["a.yaml"], "a.yaml").problems == ()


def test_a_profile_cannot_forge_a_line_of_the_terminal(folder: Path) -> None:
    write(folder, p=PROFILE + 'country_name: "X\\nq.yaml: \u202efine"\n')
    (said,) = validate_files(["p.yaml"]).files.values()
    assert said.startswith("a profile of X q.yaml: ?fine, ")

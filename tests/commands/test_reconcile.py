"""``reconcile``: the merged profile or the report on agreement, and contradictions at their lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import PROFILE, Run

QUESTION = "act-states-preventive-mandate"
SAID = """\
assessors: [{who}]
sources: {{law: {{title: The law, kind: law}}}}
answers:
  {question}:
    answer: {answer}
    evidence: [{{source: law, pinpoint: art. 1}}]
"""


@pytest.fixture
def two(folder: Path) -> Path:
    """Two assessors who contradict each other."""
    for name, answer in (("first", "yes"), ("second", "no")):
        said = SAID.format(who=name.title(), question=QUESTION, answer=answer)
        (folder / f"{name}.yaml").write_text(PROFILE + said, encoding="utf-8")
    return folder


def test_the_merged_profile_is_written_and_can_be_assessed(two: Path, run: Run) -> None:
    done = run("reconcile", "first.yaml", "second.yaml", "-o", "merged.yaml")
    assert (done.code, done.err) == (0, "merged.yaml written\n")
    assert run("validate", "merged.yaml").code == 0
    told = json.loads(run("assess", "merged.yaml", "--format", "json").out)
    (answer,) = {
        json.dumps(one) for entry in told["criteria"] for one in entry["answers"] if one["question"] == QUESTION
    }
    assert [version["by"] for version in json.loads(answer)["versions"]] == ["First", "Second"]


def test_it_is_a_persons_work_and_never_written_over(two: Path, run: Run) -> None:
    assert run("reconcile", "first.yaml", "second.yaml", "-o", "merged.yaml").code == 0
    again = run("reconcile", "first.yaml", "second.yaml", "-o", "merged.yaml")
    assert again.code == 2
    assert "nothing in it shows that npm-readiness wrote it" in again.err
    assert run("reconcile", "first.yaml", "second.yaml", "-o", "first.yaml", "--force").code == 2


def test_any_other_ending_is_the_report_on_agreement(two: Path, run: Run) -> None:
    assert run("reconcile", "first.yaml", "second.yaml", "-o", "agreement.html").code == 0
    assert "where assessors agree and differ" in (two / "agreement.html").read_text(encoding="utf-8")
    assert run("reconcile", "first.yaml", "second.yaml").out.startswith(
        "Turkmenistan: where assessors agree and differ"
    )
    assert run("reconcile", "first.yaml", "second.yaml", "--format", "yaml").out.startswith("# Profile of Turkmenistan")


def test_a_contradiction_that_cannot_be_left_open_stands_at_its_line(two: Path, run: Run) -> None:
    file = two / "second.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("2023-12-14", "2023-12-15"), encoding="utf-8")
    done = run("reconcile", "first.yaml", "second.yaml", "-o", "merged.yaml")
    assert done.code == 2
    assert done.err.startswith(
        "second.yaml:2:14: assessed_on: First says 2023-12-14, Second says 2023-12-15 (agree on it"
    )
    assert not (two / "merged.yaml").exists()


def test_every_problem_of_every_profile_is_told_at_once(two: Path, run: Run) -> None:
    for name in ("first", "second"):
        file = two / f"{name}.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("source: law", "source: lwa"), encoding="utf-8")
    done = run("reconcile", "first.yaml", "second.yaml")
    assert done.code == 2
    assert [line.split(":")[0] for line in done.err.splitlines()] == ["first.yaml", "second.yaml"]


def test_one_profile_alone_is_nobody_to_bring_together(two: Path, run: Run) -> None:
    assert "at least two assessors" in run("reconcile", "first.yaml").err


def test_the_same_file_twice_is_two_assessors_who_agree(two: Path, run: Run) -> None:
    told = json.loads(run("reconcile", "first.yaml", "first.yaml", "--format", "json").out)
    assert [entry["by"] for entry in told["assessors"]] == ["First", "First (2)"]
    assert told["merged"]["answers"][QUESTION] == {
        "answer": "yes",
        "evidence": [{"source": "law", "pinpoint": "art. 1"}],
    }

"""The trial of the rubrics: the figures in docs/trials/README.md are those of the answers that are kept there."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
TRIAL: dict[str, Any] = runpy.run_path(str(ROOT / "tools" / "rubric_trial.py"), run_name="trial")
TRIALS = {
    "first": ("alderland", "marenia", "vesperia"),
    "second": ("belvaria", "ostrana", "sarvenia"),
    "third": ("kestria", "orlenia", "tolmera", "vandosia"),
    "fourth": ("marrowen", "quillon"),
}
COMPARISONS = [one for trial in TRIALS for one in TRIAL["compared"](TRIAL["readings"](trial))]
ANSWERS = {"yes", "partial", "no", "unknown", "not_applicable", "no-or-partial", "partial-or-yes"}


@pytest.mark.parametrize("trial", TRIALS)
def test_each_description_has_two_readings_of_the_same_questions(trial: str) -> None:
    found = TRIAL["readings"](trial)
    assert sorted((reading.description, reading.reader) for reading in found) == [
        (name, reader) for name in TRIALS[trial] for reader in ("first", "second")
    ]
    assert all(set(reading.answers.values()) <= ANSWERS for reading in found)
    for first, second in zip(found[::2], found[1::2], strict=True):
        assert set(first.answers) == set(second.answers)


@pytest.mark.parametrize("trial", ["second", "third", "fourth"])
def test_facts_without_a_question_are_facts_of_the_description(trial: str) -> None:
    for reading in TRIAL["readings"](trial):
        facts = TRIAL["facts_of"](trial, reading.description)
        assert facts >= 45
        assert reading.homeless <= set(range(1, facts + 1))


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda comparison: comparison.description.split()[0])
def test_the_page_gives_the_figures_of_the_answers(comparison: Any) -> None:
    name = comparison.description.split()[0].capitalize()
    page = (ROOT / "docs" / "trials" / "README.md").read_text(encoding="utf-8")
    row = re.search(rf"^\| {name} \| .*$", page, re.MULTILINE)
    assert row is not None
    total = len(comparison.pairs)
    share = round(100 * comparison.agreed / total)
    cells = f"| {total} | {comparison.agreed} ({share} %) | {comparison.kappa:.2f} | {comparison.opposed} |"
    assert row[0].endswith(cells)


def test_agreement_is_reckoned_as_cohen_has_it() -> None:
    compare = TRIAL["Comparison"]
    pairs = {str(number): ("yes", "yes") for number in range(20)}
    pairs |= {str(number): ("yes", "no") for number in range(20, 25)}
    pairs |= {str(number): ("no", "yes") for number in range(25, 35)}
    pairs |= {str(number): ("no", "no") for number in range(35, 50)}
    example = compare("Cohen's own kind of table", pairs)
    assert example.kappa == pytest.approx(0.4)
    assert example.opposed == 15
    assert compare("all alike", {"a": ("no", "no")}).kappa == 1

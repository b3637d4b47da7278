"""``was`` names questions that are no more: each once, and none that is in use."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm_readiness import InputError, load_catalogue

CRITERION = """\
  - id: {name}
    title: One
    requirement: Something.
    why: A reason.
    provisions: [opcat-17]
    dimension: mandate
    stage: operation
    aspect: law
    questions:
      - id: {name}-asked
        text: Is it so?
        rubric: {{yes: "It is.", partial: "In part.", no: "It is not."}}
        was: [{was}]
    action: Do it.
    addressee: government
"""
HEAD = 'checklist: mine\ntitle: Mine\nversion: "1"\ncounts_for: readiness\nabout: Two.\ncriteria:\n'


def problems(folder: Path, one: str, two: str) -> list[str]:
    text = HEAD + CRITERION.format(name="one", was=one) + CRITERION.format(name="two", was=two)
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_catalogue(folder)
    return [str(problem).removeprefix(f"{folder}/") for problem in refused.value.problems]


def test_the_id_of_a_question_in_use_is_no_old_one(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "gone", "one-asked")
    assert problem.startswith("mine.yaml:34:15: the id one-asked under was: is that of a question in use, at ")


def test_an_old_id_leads_to_one_question(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "gone", "gone")
    assert problem.startswith("mine.yaml:34:15: the id gone under was: stands already at ")


def test_an_old_id_leads_to_the_question_that_took_its_place(tmp_path: Path) -> None:
    text = HEAD + CRITERION.format(name="one", was="gone")
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    assert load_catalogue(tmp_path).renamed["gone"] == "one-asked"

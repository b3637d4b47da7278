"""Answers of single bodies are looked at like those of the profile, each at its own line and against the facts of its body."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm_readiness import InputError, load_profile

PROFILE = """\
country: TKM
assessed_on: 2024-01-01
npm:
  model: multiple_bodies
  bodies:
    - id: one
      name: One
      kind: ombudsman
      role: member
      legal_basis: executive_text
      answers:
        unit-createt: {answer: yes}
        unit-created:
          answer: maybe
        law-covers-police:
          answer: yes
          evidence: [{source: lw, pinpoint: art. 1}]
        separate-from-authorities-in-law: {answer: not_applicable, reason: none}
        mechanism-designated-by-act:
    - id: two
      name: Two
      kind: specialised
      role: member
      legal_basis: act
      answers:
        law-covers-police: {answer: yes, evidence: [{source: report, pinpoint: p. 2}]}
sources:
  law: {title: The law, kind: law}
  report: {title: A report}
"""


def test_every_problem_of_an_answer_of_a_body_is_shown_at_its_line(tmp_path: Path) -> None:
    """What is at most partial for the body that rests on a decree is no contradiction for the one that rests on an act."""
    file = tmp_path / "profile.yaml"
    file.write_text(PROFILE, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_profile(file)
    found = [(problem.line, problem.column, problem.code, problem.hint) for problem in refused.value.problems]
    assert found == [
        (12, 9, "answer-to-no-question", "did you mean unit-created?"),
        (14, 19, "value-not-allowed", "write yes, partial, no, unknown, not_applicable or null"),
        (16, 19, "answer-against-fact", "correct the fact or the answer"),
        (17, 31, "source-unknown", "did you mean law?"),
        (18, 52, "not-applicable-refused", "answer yes, partial, no or unknown"),
        (
            19,
            9,
            "answer-to-no-question",
            "there is a criterion mechanism-designated: npm-readiness show mechanism-designated",
        ),
        (29, 11, "source-kind-missing", "add kind: law for a legal text, kind: page for a web page, else kind: other"),
    ]


def test_answers_of_bodies_are_read_like_others(tmp_path: Path) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text(
        "country: TKM\nassessed_on: 2024-01-01\nnpm:\n  bodies:\n"
        "    - {id: one, name: One, role: candidate, answers: {unit-created: , law-covers-police: {answer: no}}}\n",
        encoding="utf-8",
    )
    bodies = load_profile(file).npm.bodies
    assert bodies is not None
    assert {name: given.answer for name, given in bodies[0].answers.items()} == {
        "unit-created": None,
        "law-covers-police": "no",
    }

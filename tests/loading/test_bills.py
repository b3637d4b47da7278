"""Bills in a profile: what can be wrong in one, each problem at its line and column, all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm_readiness.loading.profiles import load_profile
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.problems import InputError
from tests.making import catalogue, criterion, question

PROFILE = """\
country: XAA
country_name: A State
assessed_on: 2024-06-01
npm: {bodies: [{id: omb, name: The Ombudsperson, role: candidate, designated: null}]}
sources: {text: {title: The bill, kind: law}, note: {title: A note}}
bills:
"""


@pytest.fixture(scope="module")
def made() -> Catalogue:
    return catalogue(
        criterion(
            "basis",
            question("law-names", implies="mechanism-designated"),
            question("made", answered_by="mechanism-designated"),
            question("law-says", was=["law-said"]),
        ),
        criterion("in-fact", "doors-open", aspect="practice"),
    )


def load(text: str, tmp_path: Path, made: Catalogue) -> Profile:
    path = tmp_path / "p.yaml"
    path.write_text(PROFILE + text, encoding="utf-8")
    return load_profile(path, made)


@pytest.mark.parametrize(
    ("bill", "at", "code", "advice"),
    [
        ("source: txt", "txt", "bill-source-unknown", "did you mean text?"),
        ("designates: [omd]", "omd", "bill-body-unknown", "there are: omb"),
        ("ends: [council]", "council", "bill-body-unknown", "there are: omb"),
        ("designates: [omb], ends: [omb]", "omb]}", "bill-body-twice", "name it under designates:"),
        ("answers: {law-nmes: {answer: yes}}", "law-nmes", "answer-to-no-question", "did you mean law-names?"),
        ("answers: {basis: {answer: yes}}", "basis", "answer-to-no-question", "that is a criterion; its questions are"),
        (
            "answers: {doors-open: {answer: yes}}",
            "doors-open",
            "bill-on-practice",
            "answered under answers: of the profile",
        ),
        ("answers: {made: {answer: yes}}", "made", "bill-on-fact", "name under designates:"),
        ("answers: {law-names: {answer: yes}}", "yes", "answer-against-fact", "correct the fact or the answer"),
        (
            "answers: {law-says: {answer: not_applicable, reason: r}}",
            "not_applicable",
            "not-applicable-refused",
            "answer yes",
        ),
        (
            "answers: {law-says: {answer: yes, evidence: [{source: tex, pinpoint: a. 1}]}}",
            "tex,",
            "source-unknown",
            "did you mean text?",
        ),
        (
            "answers: {law-says: {answer: yes, evidence: [{source: note, pinpoint: a. 1}]}}",
            "{title: A note}",
            "source-kind-missing",
            "add kind: law",
        ),
        ("silent: [law-sys]", "law-sys", "answer-to-no-question", "did you mean law-says"),
        ("silent: [doors-open]", "doors", "bill-on-practice", "delete it here"),
        ("silent: [made]", "made", "bill-on-fact", "delete it here"),
        (
            "answers: {law-says: {answer: no}}, silent: [law-says]",
            "law-says]",
            "bill-silent-and-answered",
            "delete it under silent:",
        ),
        ("answers: {law-says: {answer: unknown, between: [no, yes]}}", "between", "value-invalid", "leave between out"),
    ],
)
def test_each_problem_of_a_bill_stands_at_its_place(
    bill: str, at: str, code: str, advice: str, tmp_path: Path, *, made: Catalogue
) -> None:
    text = f"  b: {{title: T, {bill}}}\n"
    with pytest.raises(InputError) as caught:
        load(text, tmp_path, made)
    assert len(caught.value.problems) == 1, str(caught.value)
    problem = caught.value.problems[0]
    line = (PROFILE + text).splitlines()[problem.line - 1]
    assert line[problem.column - 1 :].startswith(at), str(problem)
    assert advice in f"{problem.message} {problem.hint}"
    assert problem.code == code


def test_all_problems_of_all_bills_show_at_once(tmp_path: Path, made: Catalogue) -> None:
    """An answer of the wrong shape hides neither the rest of its bill nor the others."""
    text = """\
  a:
    title: A
    designates: [omd]
    answers:
      law-says: {answer: maybe}
      doors-open: {answer: yes}
  b: {title: B, silent: [nothing]}
  c: {silent: [made]}
"""
    with pytest.raises(InputError) as caught:
        load(text, tmp_path, made)
    assert [problem.line for problem in caught.value.problems] == [9, 11, 12, 13, 14]


def test_a_body_that_got_lost_with_the_wrong_shape_of_npm_is_not_missed(tmp_path: Path, made: Catalogue) -> None:
    text = PROFILE.replace("role: candidate", "role: cand") + "  b: {title: T, designates: [omb]}\n"
    path = tmp_path / "p.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_profile(path, made)
    assert [problem.line for problem in caught.value.problems] == [4]


def test_an_answer_that_fits_only_with_the_bill_is_no_contradiction(tmp_path: Path, made: Catalogue) -> None:
    read = load("  b: {title: T, designates: [omb], answers: {law-names: {answer: yes}}}\n", tmp_path, made)
    assert read.bills["b"].answered["law-names"].answer == "yes"


def test_what_is_empty_counts_as_left_out(tmp_path: Path, made: Catalogue) -> None:
    read = load("  b:\n    title: T\n    designates:\n    answers:\n      law-says:\n    silent:\n", tmp_path, made)
    assert (read.bills["b"].designates, dict(read.bills["b"].answered), read.bills["b"].silent) == ((), {}, ())


def test_an_old_answer_of_a_bill_is_a_warning_as_anywhere(tmp_path: Path, made: Catalogue) -> None:
    read = load("  b: {title: T, answers: {law-said: {answer: yes}}}\n", tmp_path, made)
    assert list(read.bills["b"].answers) == ["law-said"]

"""Advice for an id that is not there: what is spelt nearly so, or what else goes by this id; and no more work than is of use."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from npm_readiness import InputError, load_catalogue, load_profile
from npm_readiness.loading import near_misses
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.near_misses import (
    COMPARED,
    LOOKED_THROUGH,
    LOOKED_UP,
    FirstFew,
    advice_for_criterion,
    advice_for_provision,
    advice_for_question,
    did_you_mean,
    near_words,
)
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import MOST_QUESTIONS
from tests.making import catalogue, criterion

QUESTIONS = [f"asked-{number}" for number in "abcdefgh"]


@pytest.fixture(scope="module")
def made() -> Catalogue:
    return catalogue(
        criterion("plan-of-visits", "plan-written", "plan-dated", cites=["opcat-18"]),
        criterion("means", "plan-written", "budget-line", cites=["opcat-18", "guidelines-7"]),
        criterion("many", *QUESTIONS, cites=["guide-1"]),
    )


# --- What else it is ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "advice"),
    [
        ("plan-of-visits", "that is a criterion; its questions are: plan-written, plan-dated"),
        (
            "many",
            (
                "that is a criterion; its questions are: asked-a, asked-b, asked-c, asked-d, asked-e, asked-f "
                "and 2 more (npm-readiness show many)"
            ),
        ),
        (
            "opcat-18",
            "that is a provision; the questions of criteria that cite it: plan-written, budget-line, plan-dated",
        ),
        ("opcat-17", "that is a provision, and no criterion cites it"),
        ("mandate", "that is a dimension: npm-readiness show mandate"),
        ("guidelines", "that is an instrument: npm-readiness show guidelines"),
        ("opcat", "that is a checklist: npm-readiness checklists"),
        ("plan-writen", "did you mean plan-written?"),
        ("plan-of-visit", "there is a criterion plan-of-visits: npm-readiness show plan-of-visits"),
    ],
)
def test_what_stands_for_a_question_and_is_none(made: Catalogue, wanted: str, advice: str) -> None:
    assert advice_for_question(wanted, made) == advice


@pytest.mark.parametrize(
    ("wanted", "advice"),
    [
        ("plan-written", "that is a question; it is asked by: means, plan-of-visits"),
        ("opcat-18", "that is a provision; the criteria that cite it: means, plan-of-visits"),
        ("opcat-17", "that is a provision, and no criterion cites it"),
        ("women", "that is a dimension: npm-readiness show women"),
        ("plan-of-vists", "did you mean plan-of-visits?"),
        ("budget-lines", "there is a question budget-line: npm-readiness show budget-line"),
        ("nothing-like-it", "there are: many, means, plan-of-visits"),
    ],
)
def test_what_stands_for_a_criterion_and_is_none(made: Catalogue, wanted: str, advice: str) -> None:
    assert advice_for_criterion(wanted, made) == advice


@pytest.mark.parametrize(
    ("wanted", "advice"),
    [
        ("uncat", "that is an instrument; its provisions are: uncat-11"),
        ("means", "that is a criterion; it cites: opcat-18, guidelines-7"),
        ("budget-line", "that is a question; it is asked by: means"),
        ("opcat-81", "did you mean opcat-28-1 or opcat-18 or opcat-17?"),
    ],
)
def test_what_stands_for_a_provision_and_is_none(made: Catalogue, wanted: str, advice: str) -> None:
    assert advice_for_provision(wanted, made) == advice


def test_among_many_an_id_like_no_other_is_to_be_looked_for_by_its_words() -> None:
    shipped = default_catalogue()
    assert advice_for_question("zz-qqqq", shipped) == "look for it with: npm-readiness find zz qqqq"
    assert advice_for_provision("zz-qqqq", shipped) == "look for it with: npm-readiness find zz qqqq"


def test_a_profile_that_answers_a_criterion_is_told_its_questions(made: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text("country: TKM\nassessed_on: 2024-01-01\nanswers:\n  means: {answer: no}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_profile(file, made)
    assert str(caught.value) == (
        f"{file}:4:3: there is no question means in the catalogue "
        "(that is a criterion; its questions are: plan-written, budget-line)"
    )


CHECKLIST = """\
checklist: mine
title: Mine
version: "1"
counts_for: readiness
about: One criterion.
criteria:
  - id: mine
    title: One
    requirement: Something.
    why: A reason.
    provisions: [opcat]
    dimension: mandate
    stage: operation
    aspect: law
    questions:
      - use: bill-brought-in
    action: Do it.
    addressee: government
    after: [legislative-opinions-asked, bill-with-guarantees]
"""


def test_a_checklist_that_mixes_up_kinds_of_ids_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text(CHECKLIST, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_catalogue(file)
    hints = {problem.line: problem.hint for problem in caught.value.problems}
    assert hints[11].startswith("that is an instrument; its provisions are: opcat-")
    assert hints[16].startswith("that is a criterion; its questions are: bill-before-parliament, bill-with-guarantees")
    assert "that is a question; it is asked by: bill-brought-in" in {problem.hint for problem in caught.value.problems}


# --- Near misses ----------------------------------------------------------------------------------------------------------


def test_a_few_known_words_are_all_named() -> None:
    assert did_you_mean("x", {"b", "a"}) == "there are: a, b"
    assert did_you_mean("x", [str(number) for number in range(100)], otherwise="go home") == "go home"


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A question of ours, and the same with one slip: a letter left out, doubled, changed or swapped."""
    right = draw(st.sampled_from([name for name in default_catalogue().questions if len(name) > 6]))
    place = draw(st.integers(1, len(right) - 2))
    before, letter, after = right[:place], right[place], right[place + 1 :]
    return right, draw(
        st.sampled_from(
            [before + after, before + letter * 2 + after, before + "x" + after, before + after[0] + letter + after[1:]]
        )
    )


@settings(deadline=None)
@given(slips())
def test_a_slip_is_found_among_all_our_questions_as_if_each_were_compared(slip: tuple[str, str]) -> None:
    right, written = slip
    questions = list(default_catalogue().questions)
    assert near_words(written, questions)[0] == get_close_matches(written, questions, n=1, cutoff=0.7)[0]
    assert written in questions or right in near_words(written, questions)


def test_a_slip_at_the_very_beginning_is_found_among_many_that_begin_as_it_does() -> None:
    assert near_words("wisitors", [*(f"w{number:07}" for number in range(500)), "visitors"]) == ["visitors"]


def test_parts_in_another_order_are_found() -> None:
    assert near_words("covers-military-law", default_catalogue().questions)[0] == "law-covers-military"


# --- No more work than is of use ------------------------------------------------------------------------------------------


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """With how many words each word was compared, one letter with another."""
    numbers: list[int] = []

    def counted(word: str, known: Sequence[str], *, n: int, cutoff: float) -> list[str]:
        numbers.append(len(known))
        return get_close_matches(word, known, n=n, cutoff=cutoff)

    monkeypatch.setattr(near_misses, "get_close_matches", counted)
    return numbers


def test_a_word_is_compared_with_a_bounded_number_of_words_of_about_its_length(compared: list[int]) -> None:
    assert near_words("aaaa", ["a" * 40, "aaab", "aaac", "", "a" * 8]) == ["aaac", "aaab"]
    near_words("source-x", [f"source-{number}" for number in range(5000)])
    near_words("source-x", [f"source-{number}" for number in range(LOOKED_THROUGH + 1)])
    assert compared == [2, COMPARED]


def test_only_the_first_few_unknown_words_are_looked_up_and_each_once(compared: list[int]) -> None:
    near, known = FirstFew(), ["source-1"]
    found = [near(f"sourc-{number}", known) for number in range(100) for _ in range(3)]
    assert len(compared) == LOOKED_UP
    assert [bool(near) for near in found] == [True] * (3 * LOOKED_UP) + [False] * (300 - 3 * LOOKED_UP)


def test_each_kind_of_known_words_is_looked_through_for_itself() -> None:
    near = FirstFew(1)
    assert [near("plann", known) for known in (["plan"], ["plane"], ["plan"])] == [["plan"], ["plane"], ["plan"]]


def test_a_profile_full_of_unknown_ids_is_soon_done_with(compared: list[int], tmp_path: Path) -> None:
    sources = "".join(f"  source-{number}: {{title: t}}\n" for number in range(2000))
    answers = "".join(f"  no-such-{number}: {{answer: yes}}\n" for number in range(2000))
    evidence = "".join(f"      - {{source: sourc-{number}}}\n" for number in range(2000))
    file = tmp_path / "p.yaml"
    for rest in (answers, f"  joining-route-decided:\n    answer: no\n    evidence:\n{evidence}"):
        compared.clear()
        file.write_text(f"country: TKM\nassessed_on: 2024-01-01\nsources:\n{sources}answers:\n{rest}", encoding="utf-8")
        with pytest.raises(InputError):
            load_profile(file)
        assert 0 < sum(compared) <= 2 * LOOKED_UP * COMPARED


def test_a_checklist_full_of_unknown_ids_is_soon_done_with(compared: list[int], tmp_path: Path) -> None:
    unknown = ", ".join(f"no-such-{number}" for number in range(2000))
    uses = "".join(f"      - use: no-such-{number}\n" for number in range(MOST_QUESTIONS))
    text = CHECKLIST.replace("[opcat]", f"[{unknown}]").replace("      - use: bill-brought-in\n", uses)
    file = tmp_path / "c.yaml"
    file.write_text(
        text.replace("[legislative-opinions-asked, bill-with-guarantees]", f"[{unknown}]"), encoding="utf-8"
    )
    with pytest.raises(InputError) as caught:
        load_catalogue(file)
    assert len(caught.value.problems) >= 4000 + MOST_QUESTIONS
    assert 0 < sum(compared) <= 5 * LOOKED_UP * COMPARED

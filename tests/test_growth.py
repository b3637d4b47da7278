"""Nothing takes more than its share of work: twice as large an input takes about twice as many steps, for all that a user controls.

The inputs are those of ``tests/large.py``, which ``tools/stress.py`` makes as large as a file may be, and times.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from npm_readiness import Assessment, InputError, assess, load_catalogue, load_profile, render
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.national_law import national_places
from npm_readiness.linting.advice_rules import check_repeated_actions
from npm_readiness.linting.question_rules import _alike
from npm_readiness.loading.located import load_located
from npm_readiness.loading.profiles import examine_profile
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.reading.files import examine_document
from tests import large
from tests.large import Files
from tests.making import catalogue, criterion, profile
from tests.steps import steps

LINEAR = 2.4
"""How many times as many steps twice as large an input may take; with the square it would be four times as many."""


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


def _assessment(files: Files, folder: Path) -> Assessment:
    file = folder / "profile.yaml"
    file.write_text(files["profile.yaml"], encoding="utf-8")
    return assess(load_profile(file, _catalogue()), _catalogue())


@pytest.mark.parametrize("make", [large.evidence_of_one_answer, large.sources_and_evidence, large.sources_of_one_title])
def test_places_in_national_law_and_names_of_sources(make: Callable[[int], Files], tmp_path: Path) -> None:
    def of(number: int) -> int:
        context = Context(_assessment(make(number), tmp_path), texts_in("en"))

        def work() -> None:
            national_places(context)
            for source in context.assessment.sources:
                context.cited.source_name(source.id)

        return steps(work)

    assert of(400) <= LINEAR * of(200)


@pytest.mark.parametrize("make", [large.bodies, large.recommendations])
def test_an_assessment(make: Callable[[int], Files], tmp_path: Path) -> None:
    def of(number: int) -> int:
        file = tmp_path / "profile.yaml"
        file.write_text(make(number)["profile.yaml"], encoding="utf-8")
        loaded = load_profile(file, _catalogue())
        assess(loaded, _catalogue())  # What is made once for a catalogue is made.
        return steps(lambda: assess(loaded, _catalogue()))

    assert of(120) - of(60) <= LINEAR * (of(60) - of(30))


@pytest.mark.parametrize("answer", [None, "unknown", "partial", "no"])
def test_an_assessment_of_twice_as_many_criteria(answer: str | None) -> None:
    def of(number: int) -> int:
        made = catalogue(
            *(criterion(f"c{place}", *(f"q{place + other}" for other in range(3))) for place in range(number))
        )
        one = profile({} if answer is None else {f"q{place}": answer for place in range(number)})
        assess(one, made)
        return steps(lambda: assess(one, made))

    assert of(200) <= LINEAR * of(100)


def test_a_page_on_twice_as_many_criteria() -> None:
    """Every theme, every stage and what is open in each is gone through once, however many criteria they hold."""

    def of(number: int) -> int:
        made = catalogue(*(criterion(f"c{place}", f"q{place}") for place in range(number)))
        assessment = assess(profile({}), made)
        render(assessment, "html")
        return steps(lambda: render(assessment, "html"))

    assert of(200) <= LINEAR * of(100)


@pytest.mark.parametrize("make", [large.unknown_questions, large.unknown_sources, large.wrong_keys, large.wrong_values])
def test_what_is_wrong_in_a_profile(make: Callable[[int], Files]) -> None:
    def of(number: int) -> int:
        document, _ = examine_document(make(number)["profile.yaml"], "profile.yaml")
        assert document is not None
        return steps(lambda: examine_profile(document, _catalogue()))

    of(10)
    assert of(400) <= LINEAR * of(200)


def test_answers_of_bodies_beside_those_that_were_the_mechanism_once(tmp_path: Path) -> None:
    """Each body is looked at beside all former ones: not beside each of them."""

    def of(number: int) -> int:
        document, _ = examine_document(large.former_bodies(number)["profile.yaml"], "profile.yaml")
        assert document is not None
        return steps(lambda: examine_profile(document, _catalogue()))

    of(10)
    assert of(160) <= LINEAR * of(80)


def test_rubrics_that_are_nearly_alike() -> None:
    def of(number: int) -> int:
        text = " ".join(["a", "x"] * number)
        return steps(lambda: _alike(text, f"{text} b"))

    assert of(2_000) <= LINEAR * of(1_000)
    # Within the length that is compared word by word, the steps are the words that may be left out times the words.
    assert of(400) <= 40_000


def test_actions_that_share_many_words(tmp_path: Path) -> None:
    def of(number: int) -> int:
        folder = tmp_path / str(number)
        folder.mkdir()
        content = large.repeated_actions(number)["own/big.yaml"]
        (folder / "big.yaml").write_text(content, encoding="utf-8")
        criteria = load_located(folder).criteria["big"]
        return steps(lambda: list(check_repeated_actions(criteria)))

    assert of(80) <= LINEAR * of(40)


def test_a_folder_of_more_files_than_a_catalogue_has_is_refused(tmp_path: Path) -> None:
    for name, content in large.many_files(501).items():
        (tmp_path / Path(name).name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_catalogue(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["catalogue-too-large"]


def test_a_profile_that_grows_when_criteria_share_its_answers_is_refused_with_what_to_do(tmp_path: Path) -> None:
    for name, content in large.one_question_for_all(150).items():
        (tmp_path / Path(name).name).write_text(content, encoding="utf-8")
    assert load_profile(tmp_path / "profile.yaml", load_catalogue(tmp_path / "big.yaml"))
    for name, content in large.one_question_for_all(300).items():
        (tmp_path / Path(name).name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_profile(tmp_path / "profile.yaml", load_catalogue(tmp_path / "big.yaml"))
    assert [problem.code for problem in caught.value.problems] == ["answers-told-too-often"]


def test_a_criterion_of_more_questions_than_anybody_asks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "big.yaml").write_text(large.any_of_shared(101)["own/big.yaml"], encoding="utf-8")
    with pytest.raises(InputError, match="at most 100 items"):
        load_catalogue(tmp_path / "big.yaml")

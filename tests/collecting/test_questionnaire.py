"""Who is asked what."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm_readiness import InputError, Profile, load_profile
from npm_readiness.collecting.questionnaire import Asked, collect_questions
from tests.making import catalogue, criterion, profile, question

from .given import CATALOGUE, profile_text

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_a_respondent_gets_the_questions_that_name_them_and_no_others() -> None:
    asked = collect_questions(load_profile(EXAMPLES / "turkmenistan.yaml"), CATALOGUE, respondents=["prison-service"])
    assert asked.respondents == (("prison-service", "Prison service"),)
    assert all("prison-service" in question.respondents for question in asked.questions)


def test_every_question_goes_to_somebody() -> None:
    profile = load_profile(EXAMPLES / "georgia.yaml")
    everything = {question.id for question in collect_questions(profile, CATALOGUE).questions}
    by_respondent = {question.id for respondent in CATALOGUE.respondents for question in _asked_of(profile, respondent)}
    assert by_respondent == everything


def _asked_of(profile: Profile, respondent: str) -> tuple[Asked, ...]:
    try:
        return tuple(collect_questions(profile, CATALOGUE, respondents=[respondent]).questions)
    except InputError:
        return ()


def test_what_answers_itself_or_does_not_apply_is_not_asked(tmp_path: Path) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text(profile_text({}), encoding="utf-8")
    asked = {question.id for question in collect_questions(load_profile(file), CATALOGUE).questions}
    assert "joining-decided" not in asked
    assert all(CATALOGUE.questions[name].answered_by is None for name in asked)


def test_numbers_run_through_and_the_time_grows_with_the_size() -> None:
    profile = load_profile(EXAMPLES / "georgia.yaml")
    long, short = collect_questions(profile, CATALOGUE), collect_questions(profile, CATALOGUE, respondents=["finance"])
    assert [question.number for question in long.questions] == list(range(1, len(list(long.questions)) + 1))
    assert 0 < short.minutes < long.minutes


def test_an_unknown_respondent_is_named_with_those_that_are_near() -> None:
    with pytest.raises(InputError) as caught:
        collect_questions(load_profile(EXAMPLES / "georgia.yaml"), CATALOGUE, respondents=["prison-servise", "nobody"])
    assert [problem.message for problem in caught.value.problems] == [
        "there is no respondent nobody",
        "there is no respondent prison-servise",
    ]
    assert "did you mean prison-service?" in str(caught.value)


@pytest.mark.parametrize(
    ("country", "code", "name"),
    [("GE", "GEO", "Georgia"), ("GEO", "GEO", "Georgia"), ("XK", "XK", "Kosovo")],
)
def test_a_form_has_the_code_of_three_letters_where_there_is_one(
    country: str, code: str, name: str, tmp_path: Path
) -> None:
    """By it a form that comes back is known as one on this country."""
    text = profile_text({}).replace("country: GEO", f"country: {country}\ncountry_name: {name}")
    file = tmp_path / "profile.yaml"
    file.write_text(text, encoding="utf-8")
    asked = collect_questions(load_profile(file, CATALOGUE), CATALOGUE)
    assert (asked.code, asked.country) == (code, name)


def test_a_fact_that_is_open_is_asked_where_a_question_that_is_asked_depends_on_it() -> None:
    made = catalogue(
        criterion("c", "q1"),
        criterion("f", "q2", when={"federal": True}),
        criterion("p", question("q3", respondents=["police"]), when={"private_places_of_detention": True}),
    )
    everybody = collect_questions(profile(state={}), made)
    assert {question.id: question.only_where for question in everybody.questions} == {
        "q1": (),
        "q2": (("federal", ("yes",)),),
        "q3": (("private_places_of_detention", ("yes",)),),
    }
    assert [fact for fact, _ in everybody.open_facts] == ["federal", "private_places_of_detention"]
    police = collect_questions(profile(state={}), made, respondents=["police"])
    assert [fact for fact, _ in police.open_facts] == ["private_places_of_detention"]
    known = collect_questions(profile(state={"federal": False, "private_places_of_detention": True}), made)
    assert ([question.id for question in known.questions], known.open_facts) == (["q1", "q3"], ())

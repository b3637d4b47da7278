"""A new profile asks what the facts leave open, is short enough to work in, and says nothing that nobody has said."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from npm_readiness import InputError, assess, load_profile, new_profile, validate_files
from npm_readiness.browsing.treaty_lines import treaty_lines
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.profile import GivenAnswer, Profile
from npm_readiness.reading.files import parse_document

SHIPPED = default_catalogue()
DAY = date(2024, 1, 1)
LONG = ("opcat", "establishment", "operation")


def asked(text: str) -> list[str]:
    """The questions that a profile has keys for."""
    return re.findall(r"^  ([a-z0-9-]+):", text[text.index("\nanswers:") :], re.MULTILINE)


@pytest.mark.parametrize(("checklists", "lines"), [(("opcat",), 1300), (LONG, 4200)])
def test_it_is_short_enough_to_work_in(checklists: tuple[str, ...], lines: int) -> None:
    text = new_profile("TKM", SHIPPED, checklists=checklists)
    assert len(text.splitlines()) <= lines
    assert max(len(line) for line in text.splitlines()) <= 120


def test_every_question_stands_there_with_its_rubric() -> None:
    text = " ".join(new_profile("TKM", SHIPPED).replace("\n  #", " ").split())
    for name in asked(new_profile("TKM", SHIPPED)):
        question = SHIPPED.questions[name]
        rubric = (question.text, *(f"{word}: {getattr(question.rubric, word)}" for word in ("yes", "partial", "no")))
        assert all(" ".join(part.split()) in text for part in rubric), name


def test_the_road_to_joining_is_no_question_for_a_state_that_has_joined() -> None:
    joined, outside = (
        new_profile(country, SHIPPED, checklists=("opcat", "establishment")) for country in ("NOR", "TKM")
    )
    assert "joining-plan-adopted" in asked(outside)
    assert "joining-plan-adopted" not in asked(joined)
    assert re.search(r"  # the State has joined OPCAT: [^:]*joining-plan-adopted", joined)


def test_before_it_joined_the_road_was_a_question() -> None:
    then = new_profile("NOR", SHIPPED, checklists=("opcat", "establishment"), assessed_on=date(2010, 1, 1))
    assert "joining-plan-adopted" in asked(then)


def test_what_follows_from_a_fact_has_no_key_to_fill_in() -> None:
    text = new_profile("NOR", SHIPPED)
    assert not {"body-made-mechanism", "opcat-ratified-or-acceded"} & set(asked(text))
    assert "  # follows from npm.designated: body-made-mechanism" in text


def test_the_kind_of_the_institution_tells_what_is_asked() -> None:
    other = new_profile("TKM", SHIPPED, model="nhri", kind="other", checklists=("ombudsman",))
    ombudsman = new_profile("TKM", SHIPPED, model="nhri", kind="ombudsman", checklists=("ombudsman",))
    assert not asked(other)
    assert len(asked(ombudsman)) > 50
    assert "institution_kind: ombudsman " in ombudsman


def test_the_versions_of_the_checklists_are_written_down() -> None:
    version = SHIPPED.checklists["opcat"].content.version
    assert parse_document(new_profile("TKM", SHIPPED)).data["checklists"] == {"opcat": version}


def test_lists_are_empty_so_that_entries_can_be_put_under_them(tmp_path: Path) -> None:
    text = new_profile("TKM", SHIPPED, assessed_on=DAY)
    text = text.replace("assessors:\n", "assessors:\n  - The group\n", 1)
    text = text.replace("\nsources:\n", "\nsources:\n  law:\n    title: A law\n    kind: law\n", 1)
    empty = "    answer:\n    evidence:\n"
    text = text.replace(empty, "    answer: no\n    evidence:\n      - {source: law, pinpoint: art. 5}\n", 1)
    (tmp_path / "new.yaml").write_text(text, encoding="utf-8")
    profile = load_profile(tmp_path / "new.yaml")
    assert profile.assessors == ("The group",)
    assert [given.answer for given in profile.answers.values() if given.answer] == ["no"]


def test_its_date_is_a_problem_only_where_it_is_used(tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(new_profile("NOR", SHIPPED), encoding="utf-8")
    with pytest.raises(InputError, match=r"new\.yaml:9:14: assessed_on is still to be filled in") as refused:
        load_profile(file)
    assert len(refused.value.problems) == 1
    found = validate_files([file], today=DAY)
    assert found.problems == ()
    assert [warning.code for warning in found.warnings] == ["date-to-fill-in"]
    assert found.progress[str(file)][-1].untouched
    assert list(found.files.values()) == ["a profile of Norway, usable but for its date; nothing is answered yet"]


def test_what_else_is_wrong_is_shown_while_the_date_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(new_profile("NOR", SHIPPED).replace("country: NOR", "country: NOO"), encoding="utf-8")
    found = validate_files([file], today=DAY)
    assert [problem.code for problem in found.problems] == ["country-unknown", "date-to-fill-in"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)
@given(
    st.sampled_from(["NOR", "TKM", "AUS", "HKG", "MNE"]),
    st.tuples(
        st.sampled_from(["nhri", "specialised_body", "multiple_bodies", "undecided"]),
        st.sampled_from(["ombudsman", "other", "unknown"]),
    ),
    st.lists(st.sampled_from(["opcat", "establishment", "paris", "women"]), min_size=1, unique=True),
    st.dates(date(2003, 1, 1), date(2030, 1, 1)),
)
def test_untouched_it_gives_what_an_empty_profile_with_its_facts_gives(
    tmp_path: Path, country: str, choice: tuple[str, str], checklists: list[str], day: date
) -> None:
    model, kind = choice
    text = new_profile(country, SHIPPED, model=model, kind=kind, checklists=checklists, assessed_on=day)
    (tmp_path / "new.yaml").write_text(text, encoding="utf-8")
    profile = load_profile(tmp_path / "new.yaml")
    assert set(profile.answers.values()) <= {GivenAnswer()}
    facts: dict[str, Any] = {
        "country": country,
        "assessed_on": day.isoformat(),
        "checklists": checklists,
        "npm": {"model": model, "institution_kind": kind},
        **parse_document("\n".join(treaty_lines(country, assessed_on=day)) + "\n").data,
    }
    empty = Profile.model_validate_json(json.dumps(facts))
    shown, expected = assess(profile).to_json(), assess(empty).to_json()
    assert shown.replace(profile.sha256, "") == expected.replace(empty.sha256, "")

"""Whatever a profile can hold: out in each form, and back.

Hypothesis looks for answers that do not survive; strange signs, formulas, dates and texts of ten thousand signs are among them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from npm_readiness import gather, load_profile
from npm_readiness.collecting.form import draw_form
from npm_readiness.collecting.forms.workbook.columns import CHOICES
from npm_readiness.collecting.forms.xlsform.names import OFFICE, field_name
from npm_readiness.models.answers import GivenAnswer

from .given import (
    CATALOGUE,
    OF_OFFICES,
    OFFICES,
    answers,
    entries,
    fields_in,
    filled_in,
    profile_text,
    questionnaire_of,
)
from .test_page import saved
from .test_xlsform import as_csv, as_workbook, exported

Given = Mapping[str, dict[str, str]]
WORDS = {answer: word for word, answer in CHOICES.items()}


def as_page(file: Path, given_fields: Given, by: str) -> bytes:
    page = draw_form(questionnaire_of(file, *OFFICES), "page").decode()
    return json.dumps(saved(page, dict(given_fields), by=by), ensure_ascii=False).encode()


def as_form(file: Path, given_fields: Given, by: str) -> bytes:
    form = draw_form(questionnaire_of(file, *OFFICES), "workbook")
    shown = {
        question: {name: WORDS[value] if name == "answer" else value for name, value in fields.items()}
        for question, fields in given_fields.items()
    }
    titled = {
        question: {**fields, **({"source": "Organic Law"} if "source" in fields else {})}
        for question, fields in shown.items()
    }
    return filled_in(form, titled, by)


def as_export(file: Path, given_fields: Given, by: str) -> list[list[str]]:
    submitted = {
        field_name(question, name): value for question, fields in given_fields.items() for name, value in fields.items()
    }
    return exported(draw_form(questionnaire_of(file, *OFFICES), "xlsform"), {**submitted, OFFICE: by})


Form = Callable[[Path, Given, str], bytes]
FORMS: dict[str, Form] = {
    "page.json": as_page,
    "workbook.xlsx": as_form,
    "export.csv": lambda file, given_fields, by: as_csv(as_export(file, given_fields, by)),
    "export.xlsx": lambda file, given_fields, by: as_workbook(as_export(file, given_fields, by)),
}
QUICK = settings(
    deadline=None, max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def new_profile(folders: pytest.TempPathFactory, given_answers: dict[str, Any]) -> Path:
    file = folders.mktemp("p") / "profile.yaml"
    file.write_text(profile_text(given_answers), encoding="utf-8")
    return file


def gathered(file: Path, **forms: bytes) -> str:
    names = []
    for name, data in forms.items():
        names.append(file.with_name(name))
        names[-1].write_bytes(data)
    return gather(names, file, CATALOGUE).text


@pytest.mark.parametrize("name", FORMS)
@QUICK
@given(given_answers=answers())
def test_what_nobody_touches_comes_back_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, name: str, given_answers: dict[str, Any]
) -> None:
    file = new_profile(tmp_path_factory, given_answers)
    assert gathered(file, **{name: FORMS[name](file, {}, "Bar")}) == file.read_text(encoding="utf-8")


@st.composite
def filled(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Questions with the answers that people give to them."""
    asked = draw(st.lists(st.sampled_from(OF_OFFICES), min_size=1, max_size=5, unique=True))
    return {question: draw(entries(question)) for question in asked}


@pytest.mark.parametrize("name", FORMS)
@QUICK
@given(wanted=filled())
def test_what_somebody_fills_in_is_what_the_profile_has(
    tmp_path_factory: pytest.TempPathFactory, name: str, wanted: dict[str, dict[str, Any]]
) -> None:
    file = new_profile(tmp_path_factory, {})
    form = FORMS[name](file, {question: fields_in(entry) for question, entry in wanted.items()}, "Bar")
    text = gathered(file, **{name: form})
    assert answers_in(text, file) == answers_of({name: {**entry, "by": "Bar"} for name, entry in wanted.items()})
    # All that was there stands there still.
    assert [line for line in file.read_text(encoding="utf-8").splitlines() if line not in text.splitlines()] == []


@QUICK
@given(wanted=filled(), shares=st.lists(st.sampled_from(list(FORMS)[:3]), min_size=5, max_size=5))
def test_three_people_three_forms_one_profile(
    tmp_path_factory: pytest.TempPathFactory, wanted: dict[str, dict[str, Any]], shares: list[str]
) -> None:
    file = new_profile(tmp_path_factory, {})
    own: dict[str, dict[str, dict[str, str]]] = {name: {} for name in list(FORMS)[:3]}
    signed = {}
    for (question, entry), name in zip(wanted.items(), shares, strict=False):
        own[name][question] = fields_in(entry)
        signed[question] = {**entry, "by": f"The office of {name}"}
    forms = {name: FORMS[name](file, given_fields, f"The office of {name}") for name, given_fields in own.items()}
    assert answers_in(gathered(file, **forms), file) == answers_of(signed)
    backwards = dict(reversed(forms.items()))
    assert answers_in(gathered(file, **backwards), file) == answers_of(signed)


def answers_in(text: str, file: Path) -> dict[str, GivenAnswer]:
    new = file.with_name("new.yaml")
    new.write_text(text, encoding="utf-8")
    return dict(load_profile(new, CATALOGUE).answers)


def answers_of(given_answers: Mapping[str, dict[str, Any]]) -> dict[str, GivenAnswer]:
    return {name: GivenAnswer.model_validate_json(json.dumps(entry)) for name, entry in given_answers.items()}

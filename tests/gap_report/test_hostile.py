"""The hostile profile is one that the package accepts, and it brings its text into findings of every status."""

from __future__ import annotations

import json

import pytest

from npm_readiness import assess
from npm_readiness.models.vocabulary import Answer
from tests.gap_report.hostile import HOSTILE_TEXTS, LONGEST, accepted, hostile_profile

FREE_TEXTS_OF_A_SOURCE = ("title", "publisher", "date", "symbol", "language", "note")


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_a_profile_with_any_of_the_texts_can_be_assessed(name: str) -> None:
    assessment = assess(hostile_profile(HOSTILE_TEXTS[name]))
    assert {criterion.status.value for criterion in assessment.criteria} == {
        "met",
        "partly_met",
        "not_met",
        "undetermined",
        "not_applicable",
    }


def test_the_text_stands_in_every_field_that_holds_free_text() -> None:
    text = HOSTILE_TEXTS["script element"]
    profile = hostile_profile(text)
    bodies = {body.name for body in profile.npm.bodies or ()}
    assert {profile.country_name, profile.note, *bodies, *profile.assessors} == {text}
    for said in profile.recommendations:
        assert {said.document, said.paragraph, said.text, said.comment} == {text}
    for source in profile.sources.values():
        assert {getattr(source, field) for field in FREE_TEXTS_OF_A_SOURCE} == {text}
    assert {source.url for source in profile.sources.values()} == {
        None,
        f"https://evil.example/{text}",
        f"mailto:{text}",
    }
    for given in profile.answers.values():
        assert (given.comment, given.reason) == (text, text)
        assert {field for item in given.evidence for field in (item.pinpoint, item.note, item.quote)} == {text}


def test_there_are_answers_of_every_kind() -> None:
    answers = {given.answer for given in hostile_profile("x").answers.values()}
    assert answers == {*Answer, None}


def test_the_text_is_carried_into_answers_of_criteria_of_every_status() -> None:
    text = HOSTILE_TEXTS["svg onload"]
    criteria = json.loads(assess(hostile_profile(text)).to_json())["criteria"]
    carrying = {
        criterion["status"] for criterion in criteria if any(a["comment"] == text for a in criterion["answers"])
    }
    assert carrying == {"met", "partly_met", "not_met", "undetermined", "not_applicable"}


def test_what_no_profile_can_hold_is_left_out_of_the_text() -> None:
    assert accepted("a\ud800b") == "a\ufffdb"
    assert accepted("\ud800\n") == "\ufffd"
    assert accepted(" \n") == "\ufffd"
    assert len(accepted(HOSTILE_TEXTS["million characters"])) <= LONGEST


def test_the_longest_text_fills_a_profile_with_more_than_a_million_characters() -> None:
    assert len(hostile_profile(HOSTILE_TEXTS["million characters"]).model_dump_json()) > 1_000_000

"""The public version: what was written for the assessors or told in confidence is not in it, and every answer still is."""

from __future__ import annotations

from typing import Any

import pytest

from npm_readiness import assess, public_version
from npm_readiness.models.assessment import Assessment
from npm_readiness.scoring.publishing import CONFIDENTIAL
from tests.gap_report.whole import whole
from tests.making import catalogue, criterion, of, profile

SECRET = (
    "Interview with a guard",
    "Cell 5",
    "He saw it himself",
    "Ask again in June",
    "Left out in committee",
    "Bribes?",
)
SOURCES = {
    "law": {"title": "The law", "kind": "law", "note": "Bribes?"},
    "guard": {"title": "Interview with a guard", "kind": "other", "confidential": True},
}
ANSWERS: dict[str, Any] = {
    "q-law": {
        "answer": "yes",
        "evidence": [
            {"source": "law", "pinpoint": "art. 1", "quote": "Doors are open.", "note": "Left out in committee"}
        ],
        "comment": "Ask again in June",
    },
    "q-fact": {
        "answer": "no",
        "evidence": [
            {"source": "guard", "pinpoint": "Cell 5", "note": "He saw it himself"},
            {"source": "guard", "pinpoint": "p. 2"},
        ],
    },
    "gone": {"answer": "yes", "evidence": [{"source": "guard", "pinpoint": "Cell 5"}], "comment": "Ask again in June"},
}
BODY = {"id": "own", "name": "The Ombudsperson", "role": "mechanism", "designated": "2020", "answers": ANSWERS}
CATALOGUE = catalogue(criterion("c", "q-law"), criterion("d", "q-fact"), criterion("e", "gone", when={"federal": True}))
FULL = assess(profile(ANSWERS, sources=SOURCES, state={"federal": False}, note="Bribes?"), CATALOGUE)
PUBLIC = public_version(FULL)


@pytest.mark.parametrize("form", ["html", "markdown", "text", "json"])
def test_nothing_of_what_is_kept_is_in_it(form: str) -> None:
    shown = str(whole(PUBLIC, form))
    assert [words for words in SECRET if words in shown] == []


@pytest.mark.parametrize("form", ["html", "markdown", "text", "json"])
def test_nothing_of_it_is_in_the_answers_for_single_bodies(form: str) -> None:
    npm = {"model": "nhri", "bodies": [BODY]}
    full = assess(profile(npm=npm, sources=SOURCES, state={"federal": False}), CATALOGUE)
    assert of(full, "c").answers[0].bodies
    shown = str(whole(public_version(full), form))
    assert [words for words in SECRET if words in shown] == []


def test_answers_and_verdicts_are_those_of_the_full_version() -> None:
    for name in ("stages", "gaps", "score", "answered", "deadlines"):
        assert getattr(PUBLIC, name) == getattr(FULL, name)
    for full, public in zip(FULL.criteria, PUBLIC.criteria, strict=True):
        assert [answer.answer for answer in public.answers] == [answer.answer for answer in full.answers]


def test_what_is_open_to_all_stays() -> None:
    (evidence,) = of(PUBLIC, "c").answers[0].evidence
    assert (evidence.source, evidence.pinpoint, evidence.quote, evidence.note) == (
        "law",
        "art. 1",
        "Doors are open.",
        None,
    )


def test_confidential_evidence_says_once_that_there_is_some() -> None:
    (evidence,) = of(PUBLIC, "d").answers[0].evidence
    assert (evidence.source, evidence.pinpoint) == (CONFIDENTIAL, None)
    assert [source.title for source in PUBLIC.sources] == ["The law", "A source in confidence"]


def test_the_cover_says_that_it_is_the_public_version() -> None:
    assert "Public version: without comments, notes and sources in confidence" in str(whole(PUBLIC, "markdown"))
    assert "Public version" not in str(whole(FULL, "markdown"))


def test_a_source_of_the_user_with_our_id_keeps_it() -> None:
    sources = {**SOURCES, CONFIDENTIAL: {"title": "A paper of that name", "kind": "other"}}
    made = public_version(assess(profile({"q-fact": ANSWERS["q-fact"]}, sources=sources), CATALOGUE))
    assert {source.id: source.title for source in made.sources}[CONFIDENTIAL] == "A paper of that name"
    (evidence,) = of(made, "d").answers[0].evidence
    assert evidence.source == f"{CONFIDENTIAL}-"


def test_it_survives_json() -> None:
    assert Assessment.from_json(PUBLIC.to_json()) == PUBLIC

"""What the catalogue holds: for reading, and as JSON."""

from __future__ import annotations

import json

from npm_readiness import overview
from npm_readiness.models.catalogue import Catalogue


def test_checklists_are_listed_for_reading(shipped: Catalogue) -> None:
    text = overview(shipped)
    assert "opcat: " in text
    assert "statutory-basis" in text


def test_the_catalogue_as_json_has_the_keys_of_the_contract(shipped: Catalogue) -> None:
    catalogue = json.loads(shipped.to_json())
    assert list(catalogue) == ["checklists", "instruments", "provisions", "respondents", "code_chapters"]
    opcat = next(entry for entry in catalogue["checklists"] if entry["id"] == "opcat")
    assert {"id", "title", "version", "counts_for", "criteria"} == set(opcat)
    assert {
        "id", "title", "requirement", "why", "dimension", "stage", "obligation", "aspect", "weight", "combine",
        "provisions", "action", "addressee", "after", "applies_when", "questions",
    } <= set(opcat["criteria"][0])  # fmt: skip
    assert {"id", "text", "rubric", "respondents", "may_not_apply", "shared"} <= set(
        opcat["criteria"][0]["questions"][0]
    )


def test_the_json_names_who_can_answer_each_question(shipped: Catalogue) -> None:
    catalogue = json.loads(shipped.to_json())
    assert all(set(entry) == {"id", "title"} for entry in catalogue["respondents"])
    known = {entry["id"] for entry in catalogue["respondents"]}
    questions = [
        question
        for checklist in catalogue["checklists"]
        for criterion in checklist["criteria"]
        for question in criterion["questions"]
    ]
    assert {name for question in questions for name in question["respondents"]} == known

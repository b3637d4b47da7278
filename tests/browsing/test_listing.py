"""What the catalogue holds: for reading, and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from npm_readiness import overview
from npm_readiness.browsing.finding import found_as_text
from npm_readiness.browsing.showing import describe
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Dimension
from tests.making import catalogue, criterion


def test_checklists_are_listed_for_reading(shipped: Catalogue) -> None:
    text = overview(shipped)
    assert "opcat: " in text
    assert "statutory-basis" in text


def test_the_catalogue_as_json_has_the_keys_of_the_contract(shipped: Catalogue) -> None:
    listed = json.loads(shipped.to_json())
    assert list(listed) == ["checklists", "instruments", "provisions", "respondents", "code_chapters"]
    opcat = next(entry for entry in listed["checklists"] if entry["id"] == "opcat")
    assert {"id", "title", "version", "counts_for", "criteria"} == set(opcat)
    assert {
        "id", "title", "requirement", "why", "dimension", "stage", "obligation", "aspect", "weight", "combine",
        "provisions", "action", "addressee", "after", "applies_when", "questions",
    } <= set(opcat["criteria"][0])  # fmt: skip
    assert {"id", "text", "rubric", "respondents", "may_not_apply", "shared"} <= set(
        opcat["criteria"][0]["questions"][0]
    )


def test_the_json_names_who_can_answer_each_question(shipped: Catalogue) -> None:
    listed = json.loads(shipped.to_json())
    assert all(set(entry) == {"id", "title"} for entry in listed["respondents"])
    known = {entry["id"] for entry in listed["respondents"]}
    questions = [
        question
        for checklist in listed["checklists"]
        for criterion in checklist["criteria"]
        for question in criterion["questions"]
    ]
    assert {name for question in questions for name in question["respondents"]} == known


def test_a_title_of_a_stranger_stays_on_its_line() -> None:
    title = "Mandate\nopcat: a line of its own\x1b[2J\u202e\u2028"
    dimension = Dimension(id="mandate", title=title, about="For tests.")
    made = replace(catalogue(criterion("c", "q", title=title)), dimensions={"mandate": dimension})
    for text in (overview(made), describe(made, "c"), describe(made, "mandate"), found_as_text(made, ["mandate"])):
        assert not [line for line in text.splitlines() if line.startswith("opcat: a line")]
        assert text.replace("\n", "").isprintable()

"""``show``, the pages of checklists, the JSON of the catalogue and the schemas say what depends on the situation."""

from __future__ import annotations

import json
from typing import Any

import pytest

from npm_readiness.browsing.checklist_page import checklist_page
from npm_readiness.browsing.conditions import conditions_in_words
from npm_readiness.browsing.schemas import checklist_schema, profile_schema
from npm_readiness.browsing.showing import describe
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.conditions import ActionConditions, Conditions
from tests import making

KEYS: dict[str, Any] = {"asked_when": {"party": True}, "if_executive_text": "partial", "was": ["old-id", "older-id"]}
ACTIONS = [
    {"when": {"mechanism": "none", "bill": True}, "text": "Pass the bill.", "addressee": "parliament"},
    {"text": "Bring in a bill."},
]


def made() -> Catalogue:
    return making.catalogue(
        making.criterion(
            "c",
            making.question("q", action=ACTIONS, **KEYS),
            making.question("people", needs_people=True),
            making.question("works", needs_mechanism=True),
            making.question("road", follows_from="joined"),
            making.question("named", implies="mechanism-designated"),
            when={"joined": False, "first_two_years": True, "model": ["nhri", "nhri_plus"]},
            addressee="government",
        )
    )


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        ({"joined": True}, "the State has joined OPCAT"),
        ({"party": False}, "OPCAT does not bind the State"),
        ({"mechanism": "none"}, "there is no mechanism"),
        (
            {"mechanism": ["designated", "at_work"]},
            "a mechanism is designated and nobody is at work or the mechanism is at work",
        ),
        ({"first_two_years": False}, "the mechanism has been at work for two years"),
        ({"federal": True, "model": ["nhri"]}, "the model is nhri; the State is federal"),
        ({"legal_basis": ["act", "none"], "bill": False}, "the mechanism rests on act or none; no bill is pending"),
        ({"bill": True, "adopted": False}, "a bill is pending; parliament has adopted no bill"),
    ],
)
def test_conditions_are_said_in_words(conditions: dict[str, Any], words: str) -> None:
    model = ActionConditions if {"legal_basis", "bill"} & set(conditions) else Conditions
    assert conditions_in_words(model.model_validate_json(json.dumps(conditions))) == words
    assert conditions_in_words(None) == "always"


def test_show_says_what_depends_on_the_situation() -> None:
    shown = one_line(describe(made(), "c"))
    for said in (
        "the State has not joined OPCAT; the mechanism has not been at work for two years yet; the model is nhri or nhri_plus",
        "It is asked where OPCAT binds the State.",
        "it is partial at most",
        "It took the place of old-id, older-id",
        "It answers itself no as long as no body is the mechanism, or nobody is at work in it.",
        "It answers itself no as long as no body is the mechanism.",
        "Where the State has joined OPCAT, it answers itself from treaties.opcat.",
        "A yes says that npm.designated is so",
        "where there is no mechanism; a bill is pending to do Pass the bill. by parliament",
        "where nothing of this is so, or it is not known to do Bring in a bill. by government",
    ):
        assert said in shown
    assert "by government" not in one_line(describe(made(), "q"))


def test_the_page_of_a_checklist_says_it_too() -> None:
    page = checklist_page(made(), "opcat")
    assert "applies where the State has not joined OPCAT; " in page
    assert "*It is asked where OPCAT binds the State.*" in page
    assert "- where there is no mechanism; a bill is pending (parliament): Pass the bill.\n" in page
    assert "- otherwise (government): Bring in a bill.\n" in page


def test_the_json_of_the_catalogue_has_the_keys_of_the_contract() -> None:
    (shown,) = json.loads(made().to_json())["checklists"][0]["criteria"]
    question = shown["questions"][0]
    assert question["if_executive_text"] == "partial"
    assert question["was"] == ["old-id", "older-id"]
    assert [variant["text"] for variant in question["action"]] == ["Pass the bill.", "Bring in a bill."]
    assert shown["applies_when"]["joined"] is False
    assert shown["action"] == "Make it so (c)."


@pytest.mark.parametrize("text", [profile_schema(default_catalogue()), checklist_schema()])
def test_the_schemas_say_what_each_key_means(text: str) -> None:
    schema = json.loads(text)
    for model in (schema, *schema["$defs"].values()):
        for key, value in model.get("properties", {}).items():
            assert value.get("description"), key

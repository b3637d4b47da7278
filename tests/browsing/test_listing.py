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
    assert list(catalogue) == ["checklists", "instruments", "provisions"]
    opcat = next(entry for entry in catalogue["checklists"] if entry["id"] == "opcat")
    assert {"id", "title", "version", "counts_for", "criteria"} == set(opcat)
    assert {
        "id", "title", "requirement", "why", "dimension", "stage", "obligation", "aspect", "weight", "combine",
        "provisions", "action", "addressee", "after", "applies_when", "questions",
    } <= set(opcat["criteria"][0])  # fmt: skip
    assert {"id", "text", "rubric", "may_not_apply", "shared"} <= set(opcat["criteria"][0]["questions"][0])

"""A catalogue as JSON, for other programs and for those who compare two versions of it line by line."""

from __future__ import annotations

import json

from tests.making import catalogue, criterion

MADE = catalogue(criterion("c1", "q1", title="Égalité des armes"))


def test_it_names_what_an_assessment_can_name() -> None:
    content = json.loads(MADE.to_json())
    assert list(content) == ["checklists", "instruments", "provisions", "respondents", "code_chapters"]
    assert [entry["id"] for entry in content["checklists"]] == ["opcat"]
    assert [entry["id"] for entry in content["provisions"]] == list(MADE.provisions)


def test_letters_are_as_people_write_them_and_each_entry_has_lines_of_its_own() -> None:
    lines = MADE.to_json().splitlines()
    assert lines[:3] == ["{", '  "checklists": [', "    {"]
    assert any("Égalité des armes" in line for line in lines)

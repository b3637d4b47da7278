"""One entry in full; and where there is none, what may be meant and how to look for it."""

from __future__ import annotations

import pytest

from npm_readiness import InputError, describe
from npm_readiness.models.catalogue import Catalogue
from tests import making


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("statutory-basis", "Criterion statutory-basis"),
        ("opcat-18-1", "Provision opcat-18-1"),
        ("opcat", "Instrument opcat"),
        ("personnel-independence", "Dimension personnel-independence"),
    ],
)
def test_one_entry_is_shown_in_full(shipped: Catalogue, wanted: str, expected: str) -> None:
    text = describe(shipped, wanted)
    assert text.startswith(expected)
    assert max(len(line) for line in text.splitlines()) <= 80


def test_a_provision_names_the_criteria_that_cite_it(shipped: Catalogue) -> None:
    cited_by = " ".join(describe(shipped, "opcat-18-1").split("cited by")[1].split()).split(", ")
    assert cited_by == [entry.criterion.id for entry in shipped if "opcat-18-1" in entry.criterion.provisions]


@pytest.mark.parametrize(
    ("wanted", "advice"),
    [
        ("statutory-bases", "(did you mean statutory-basis? or look for it with: npm-readiness find statutory bases)"),
        ("budget", "(look for it with: npm-readiness find budget)"),
        ("obstruct", "(look for it with: npm-readiness find obstruct)"),
        ("Arrêté n° 12", "(look for it with: npm-readiness find arrete n 12)"),
        ("?", "(list what there is: npm-readiness checklists)"),
    ],
)
def test_an_id_that_there_is_not_leads_to_near_misses_and_to_find(shipped: Catalogue, wanted: str, advice: str) -> None:
    with pytest.raises(InputError) as caught:
        describe(shipped, wanted)
    assert str(caught.value).endswith(advice)


def test_a_near_miss_is_suggested(shipped: Catalogue) -> None:
    with pytest.raises(InputError, match="did you mean opcat-18-1"):
        describe(shipped, "opcat-18-11")


def test_a_question_is_shown_with_those_who_can_answer_it_the_best_placed_first(shipped: Catalogue) -> None:
    line = "  can answer  Ombudsperson or human rights commission; Police\n"
    assert line in describe(shipped, "law-covers-police")
    assert line in describe(shipped, "kinds-of-places-in-law")


def test_a_respondent_is_shown_with_the_questions_that_go_there(shipped: Catalogue) -> None:
    text = describe(shipped, "defence")
    assert text.startswith("Respondent defence\nMinistry of defence\n")
    asked = [name for name, question in shipped.questions.items() if "defence" in question.respondents]
    assert asked
    assert all(f"\n  {name}: " in text for name in asked)


def test_a_checklist_is_shown_with_the_rules_by_which_its_words_are_read() -> None:
    rule = {"word": "A law", "rule": "An act or the constitution.", "example": "A decree is none."}
    made = making.catalogue({**making.checklist("houses", making.criterion("c", "q")), "rules": [rule]})
    text = describe(made, "houses")
    assert text.startswith("Checklist houses\nTitle of houses\n")
    for words in ("A law", "An act or the constitution.", "A decree is none.", "c: Title of c"):
        assert words in text

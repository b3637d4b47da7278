"""The documentation page of a checklist: what a lawyer reads."""

from __future__ import annotations

from npm_readiness.browsing.checklist_page import checklist_page
from npm_readiness.models.catalogue import Catalogue


def test_each_question_is_followed_by_those_who_can_answer_it(shipped: Catalogue) -> None:
    row = next(line for line in checklist_page(shipped, "opcat").splitlines() if "`law-covers-police`" in line)
    assert "`law-covers-police` Who can answer: Ombudsperson or human rights commission, Police." in row


def test_no_question_of_ours_is_without(shipped: Catalogue) -> None:
    for name, entry in shipped.checklists.items():
        asked = sum(len(criterion.question_ids) for criterion in entry.content.criteria)
        assert checklist_page(shipped, name).count("Who can answer: ") == asked, name

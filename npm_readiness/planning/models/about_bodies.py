"""Which questions are about the body itself: its law, its people and means, its work; the others are about the State.

What is answered about one body says nothing of another. Which questions that concerns is read from the checklists: from the stage
and the dimension of a criterion, from its conditions, and from what a question says of the legal basis and of the mechanism.
"""

from __future__ import annotations

from collections.abc import Iterable

from npm_readiness.models.catalogue import Catalogue, Entry
from npm_readiness.models.checklist import Question
from npm_readiness.models.vocabulary import CountsFor, Stage

__all__ = ["about_bodies", "is_about_the_body"]

HOST = "host"
"""The dimension of an Ombudsman or a human-rights commission as an institution."""


def is_about_the_body(entry: Entry, question: Question) -> bool:
    """Whether a question, as this criterion asks it, is about the body that is the mechanism or may become it."""
    conditions = entry.criterion.applies_when
    by_kind = conditions is not None and (conditions.model is not None or conditions.institution_kind is not None)
    set_up = entry.checklist.counts_for is CountsFor.READINESS and entry.criterion.stage is Stage.ESTABLISHMENT
    of_question = question.if_executive_text is not None or question.waits_for_mechanism or question.implies is not None
    return of_question or by_kind or set_up or entry.criterion.dimension == HOST


def about_bodies(catalogue: Catalogue, checklists: Iterable[str]) -> frozenset[str]:
    """The questions of these checklists that are about the body by at least one criterion that asks them."""
    selected = frozenset(checklists)
    return frozenset(
        question.id
        for entry in catalogue
        if entry.checklist.checklist in selected
        for question in catalogue.questions_of(entry.criterion)
        if is_about_the_body(entry, question)
    )

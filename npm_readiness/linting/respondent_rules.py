"""Who can answer: that each question names somebody, and not everybody, and that nobody is listed whom no question names."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.loading.located import LocatedCatalogue
from npm_readiness.loading.references import Located
from npm_readiness.models.checklist import Criterion, Question
from npm_readiness.problems import Problem

__all__ = ["MOST", "check_respondents", "check_unused_respondents"]

MOST = 3
"""How many respondents a question names at most: what is asked of everybody is answered by nobody."""


def check_respondents(criterion: Criterion, place: Located) -> Iterator[Problem]:
    """Questions that the criterion defines and that go to nobody, or to too many."""
    for index, question in enumerate(criterion.questions):
        if not isinstance(question, Question):
            continue
        number = len(question.respondents)
        if number == 0:
            yield place.problem("respondent-missing", "questions", index)
        elif number > MOST:
            yield place.problem("respondents-many", "questions", index, "respondents", number=number, most=MOST)


def check_unused_respondents(loaded: LocatedCatalogue) -> Iterator[Problem]:
    """Respondents whom no question of the catalogue names."""
    named = {respondent for question in loaded.catalogue.questions.values() for respondent in question.respondents}
    for respondent in loaded.catalogue.respondents:
        if respondent not in named:
            yield loaded.register["respondents", respondent].problem("respondent-unused", "id", id=respondent)

"""What becomes of references to a checklist that another one has replaced.

Whoever replaces one of our checklists has not written the others, which may name criteria and questions of the replaced one.
There a step waits for it no longer, and a question that it defined is defined where it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from npm_readiness.models.checklist import Checklist, Criterion, Question, QuestionUse

__all__ = ["Settled"]


class Settled:
    """The references of checklists that were read before some ``gone`` ones were replaced.

    ``standing`` are the checklists that there are now. A reference to something that neither holds is left as it is: an error of
    its author.
    """

    def __init__(self, gone: Iterable[Checklist], standing: Iterable[Checklist]) -> None:
        standing = tuple(standing)
        criteria = {criterion.id for checklist in standing for criterion in checklist.criteria}
        self._defined = set(_questions(standing))
        gone = tuple(gone)
        self._gone_criteria = {criterion.id for checklist in gone for criterion in checklist.criteria} - criteria
        self._gone_questions = {key: value for key, value in _questions(gone).items() if key not in self._defined}

    def criterion(self, criterion: Criterion) -> Criterion:
        """The criterion without what is gone. To be called in the order of the files: the first use of a question defines it."""
        after = tuple(earlier for earlier in criterion.after if earlier not in self._gone_criteria)
        questions = tuple(self._question(question) for question in criterion.questions)
        if after == criterion.after and questions == criterion.questions:
            return criterion
        return criterion.model_copy(update={"after": after, "questions": questions})

    def _question(self, question: Question | QuestionUse) -> Question | QuestionUse:
        if isinstance(question, Question) or question.use in self._defined:
            return question
        if question.use not in self._gone_questions:
            return question
        self._defined.add(question.use)
        return self._gone_questions[question.use]


def _questions(checklists: Iterable[Checklist]) -> Mapping[str, Question]:
    return {
        question.id: question
        for checklist in checklists
        for criterion in checklist.criteria
        for question in criterion.questions
        if isinstance(question, Question)
    }

"""What an assessment supposes: a bill that is not in force, and answers that were set by hand."""

from npm_readiness.models.base import Model
from npm_readiness.models.vocabulary import Answer, BillStatus

__all__ = ["SetAnswer", "SupposedBill", "WhatIf"]


class SupposedBill(Model):
    """The bill that is supposed to be adopted: the bodies that it designates and ends, the questions that it answers.

    ``title`` is ``None`` in a public version, where the text was given in confidence. ``silent`` are the questions for which it was
    read and on which it says nothing. ``answers`` and ``silent`` are as the profile has them, whatever the checklists.
    """

    id: str
    title: str | None
    source: str | None
    status: BillStatus
    designates: tuple[str, ...]
    ends: tuple[str, ...]
    answers: tuple[str, ...]
    silent: tuple[str, ...]


class SetAnswer(Model):
    """An answer that was set by hand, in place of what the profile (or the bill) answers: ``was``, or between which two it was."""

    question: str
    text: str
    answer: Answer
    between: tuple[Answer, Answer] | None
    was: Answer | None
    was_between: tuple[Answer, Answer] | None


class WhatIf(Model):
    """What is supposed, so that the assessment tells how things would be, and not how they are."""

    bill: SupposedBill | None
    set: tuple[SetAnswer, ...]

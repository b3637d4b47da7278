"""What each answer counts as: the assessor's, the profile's own, or none yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from npm_readiness.models.checklist import ProfileFact, Question
from npm_readiness.models.numbers import Interval
from npm_readiness.models.profile import GivenAnswer, Profile
from npm_readiness.models.timeline import answer_from_fact, designated
from npm_readiness.models.vocabulary import Answer

__all__ = ["CountedAnswer", "counted_answer"]

VALUES = {Answer.NO: Fraction(0), Answer.PARTIAL: Fraction(1, 2), Answer.YES: Fraction(1)}
"""What an answer is worth: yes 1, partial 1/2, no 0."""

EVERYTHING = (Answer.NO, Answer.YES)
NOT_ANSWERED = GivenAnswer()


@dataclass(frozen=True, slots=True)
class CountedAnswer:
    """A question with its answer and with what that counts as.

    ``interval`` is what the question can still turn out to be, ``None`` where it does not apply. ``fact`` names the key of the
    profile from which the question answered itself.
    """

    question: Question
    given: GivenAnswer
    answer: Answer | None
    counted_as: Answer
    between: tuple[Answer, Answer] | None
    interval: Interval | None
    fact: str | None
    evidenced: bool

    @property
    def claim(self) -> bool:
        """Whether an assessor claims something here: a ``yes`` or a ``partial``."""
        return self.fact is None and self.answer in (Answer.YES, Answer.PARTIAL)


def counted_answer(question: Question, profile: Profile, as_of: date, *, require_evidence: bool) -> CountedAnswer:
    """What the profile's answer to a question counts as on ``as_of``.

    Under ``require_evidence`` a claim without a source and a pinpoint counts as unknown, and so does a ``not_applicable``; a bare
    ``unknown`` loses its ``between``, which is half a claim. A bare ``no`` stands, since it never helps.
    """
    by_itself = _answer_by_itself(question, profile, as_of)
    if by_itself is not None:
        return by_itself
    given = profile.answers.get(question.id, NOT_ANSWERED)
    counted, between = given.answer or Answer.UNKNOWN, given.between
    if require_evidence and not given.evidenced:
        if counted in (Answer.YES, Answer.PARTIAL, Answer.NOT_APPLICABLE):
            counted = Answer.UNKNOWN
        between = None
    return CountedAnswer(
        question=question,
        given=given,
        answer=given.answer,
        counted_as=counted,
        between=between,
        interval=_interval(counted, between),
        fact=None,
        evidenced=given.evidenced,
    )


def _answer_by_itself(question: Question, profile: Profile, as_of: date) -> CountedAnswer | None:
    """The answer that follows from a fact of the profile, where one does."""
    if question.answered_by is not None:
        fact = question.answered_by
        answer = answer_from_fact(fact, profile, as_of)
    elif question.needs_mechanism and designated(profile, as_of) is False:
        fact, answer = ProfileFact.MECHANISM_DESIGNATED, Answer.NO
    else:
        return None
    return CountedAnswer(
        question=question,
        given=NOT_ANSWERED,
        answer=answer,
        counted_as=answer,
        between=None,
        interval=_interval(answer, None),
        fact=fact.key,
        evidenced=answer is not Answer.UNKNOWN,
    )


def _interval(answer: Answer, between: tuple[Answer, Answer] | None) -> Interval | None:
    if answer is Answer.NOT_APPLICABLE:
        return None
    low, high = (answer, answer) if answer in VALUES else between or EVERYTHING
    return Interval(VALUES[low], VALUES[high])

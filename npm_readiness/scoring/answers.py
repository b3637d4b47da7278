"""What each answer counts as: the assessor's, the one that follows from the situation, or none yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.checklist import ProfileFact, Question
from npm_readiness.models.dates import PossibleFact
from npm_readiness.models.numbers import Interval, hull
from npm_readiness.models.profile import GivenAnswer, Profile
from npm_readiness.models.results import trusted
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Answer, MechanismState, Membership, Treaty
from npm_readiness.records import record
from npm_readiness.scoring.cases import PEOPLE_AT_WORK, Case, holds_in
from npm_readiness.scoring.of_bodies import (
    BodyAnswer,
    FormedFrom,
    body_answers,
    formed_overall,
    is_told_of_a_body,
)
from npm_readiness.scoring.worth import EVERYTHING, POINTS, WORTH, at_most, between_of, interval_of
from npm_readiness.situation.following import answer_once_joined

__all__ = ["NOT_ANSWERED", "CountedAnswer", "below_an_act", "counted_answer", "over_cases"]

NOT_ANSWERED = trusted(GivenAnswer)
"""What a profile says of a question that it does not name."""

AT_WORK = "npm.at_work_since"
LEGAL_BASIS = "npm.legal_basis"

WhyNotCounted = Literal["moot", "answers-itself", "before-designation"]
"""Why an answer that was given does not count: it is behind the State; a fact answers; there was no mechanism yet."""


@record(frozen=True)
class CountedAnswer:
    """A question with its answer and with what that counts as.

    ``interval`` is what the question can still turn out to be, ``None`` where it does not apply or is not asked. ``fact``
    names the key of the profile from which it answered itself, ``capped_by`` the one that keeps it below yes. ``waiting``: it
    is ``no`` by that alone that there is no mechanism, or that nobody is in post. ``moot``: it is not asked in this
    situation. ``bodies`` are the answers for single bodies; ``formed`` says of which of them it is made, where the profile has none
    for the whole.
    """

    question: Question
    given: GivenAnswer
    answer: Answer | None
    interval: Interval | None
    evidenced: bool
    fact: str | None = None
    capped_by: str | None = None
    waiting: bool = False
    moot: bool = False
    not_counted: WhyNotCounted | None = None
    bodies: tuple[BodyAnswer, ...] = ()
    formed: FormedFrom | None = None

    @property
    def counted_as(self) -> Answer:
        """The answer that it counts as: ``unknown`` where more than one is possible."""
        if self.interval is None:
            return Answer.NOT_APPLICABLE
        return WORTH[self.interval.lower] if self.interval.settled else Answer.UNKNOWN

    @property
    def between(self) -> tuple[Answer, Answer] | None:
        """Between which two answers it lies, where something is known of it and not all."""
        return between_of(self.interval)

    @property
    def claim(self) -> bool:
        """Whether an assessor claims something here that counts: a ``yes`` or a ``partial``."""
        return self.fact is None and not self.moot and self.answer in (Answer.YES, Answer.PARTIAL)


def counted_answer(
    question: Question, profile: Profile, situation: Situation, case: Case, *, require_evidence: bool
) -> CountedAnswer:
    """What the profile's answer to a question counts as in one case.

    Under ``require_evidence`` a claim without a source and a place in it counts as less (:func:`interval_of`). Where the profile
    has no answer for the mechanism as a whole, the one counts that those for single bodies make.
    """
    said = _said(question, profile, situation, require_evidence=require_evidence)
    if question.asked_when is not None and not holds_in(question.asked_when, case):
        not_counted = _kept(said.given, "moot")
        return replace(said, answer=None, interval=None, evidenced=False, moot=True, not_counted=not_counted)
    by_itself = _answer_by_itself(question, said.given, situation, case)
    if by_itself is not None:
        return replace(by_itself, bodies=said.bodies, formed=said.formed) if said.bodies else by_itself
    return below_an_act(said) if situation.only_below_an_act else said


def _said(question: Question, profile: Profile, situation: Situation, *, require_evidence: bool) -> CountedAnswer:
    """What the profile says of a question, whatever follows from facts."""
    own = profile.answers.get(question.id, NOT_ANSWERED)
    if own is NOT_ANSWERED and not is_told_of_a_body(question, profile):
        return CountedAnswer(question, own, None, EVERYTHING, evidenced=False)
    told = body_answers(question, profile, situation, require_evidence=require_evidence)
    overall = formed_overall(question, profile, told, situation)
    if overall is not None:
        given, interval, evidenced, formed = overall.given, overall.interval, overall.evidenced, overall.source
        parts = {part.body.id for part in overall.parts}
        told = tuple(replace(answer, counts=answer.body.id in parts) for answer in told)
        return CountedAnswer(question, given, given.answer, interval, evidenced, bodies=told, formed=formed)
    evidenced = own.evidenced(profile.sources)
    interval = interval_of(own, bare=require_evidence and not evidenced)
    return CountedAnswer(question, own, own.answer, interval, evidenced, bodies=told)


def over_cases(answers: Sequence[CountedAnswer]) -> CountedAnswer:
    """What an answer comes to over several cases: where they differ, it hangs on the facts that tell them apart."""
    first = answers[0]
    if answers.count(first) == len(answers):
        return first
    asked = [answer for answer in answers if not answer.moot] or list(answers)
    told = next((answer for answer in asked if answer.fact is None), asked[0])
    facts = dict.fromkeys(answer.fact for answer in asked)
    if told.fact is not None:
        # It follows from a fact in each case, and differently.
        known = len({answer.answer for answer in asked}) == 1
        said = told.answer if known else Answer.UNKNOWN
        told = replace(told, answer=said, evidenced=known, waiting=all(answer.waiting for answer in asked))
    elif told.given.answer is not None:
        told = replace(told, capped_by=told.capped_by or next((fact for fact in facts if fact is not None), None))
    return replace(told, interval=hull(answer.interval for answer in asked))


def _kept(given: GivenAnswer, why: WhyNotCounted) -> WhyNotCounted | None:
    return None if given.answer is None else why


def _answer_by_itself(question: Question, given: GivenAnswer, situation: Situation, case: Case) -> CountedAnswer | None:
    """The answer that follows from a fact, where one does."""
    if question.answered_by is not None:
        fact, so = question.answered_by.key, _is_so(question.answered_by, situation, case)
        # Who is to be appointed is asked once there is a mechanism; until then it waits for that.
        at_work = question.answered_by is ProfileFact.MECHANISM_AT_WORK
        waiting = at_work and case["mechanism"] is MechanismState.NONE
        return _follows(question, given, fact, _in_words(so), "answers-itself", waiting=waiting)
    if question.follows_from is not None and case["membership"] is not Membership.OUTSIDE:
        answer = answer_once_joined(question.follows_from, situation)
        return _follows(question, given, question.follows_from.key, answer, "answers-itself")
    if question.waits_for_mechanism and case["mechanism"] is MechanismState.NONE:
        key = ProfileFact.MECHANISM_DESIGNATED.key
        return _follows(question, given, key, Answer.NO, "before-designation", waiting=True)
    if question.needs_people and situation.nobody_at_work:
        return _follows(question, given, AT_WORK, Answer.NO, "answers-itself", waiting=True)
    return None


def _is_so(fact: ProfileFact, situation: Situation, case: Case) -> PossibleFact:
    if fact is ProfileFact.MECHANISM_DESIGNATED:
        return case["mechanism"] is not MechanismState.NONE
    if fact is ProfileFact.MECHANISM_AT_WORK:
        return case["mechanism"] in PEOPLE_AT_WORK
    joined = case["membership"] is not Membership.OUTSIDE
    if fact is ProfileFact.PARTY_TO_OPCAT:
        return joined
    convention = situation.treaty(Treaty.UNCAT).joined
    return True if joined and convention == UNKNOWN else convention


def _in_words(fact: PossibleFact) -> Answer:
    if fact == UNKNOWN:
        return Answer.UNKNOWN
    return Answer.YES if fact is True else Answer.NO


def _follows(  # noqa: PLR0913 - what makes an answer
    question: Question, given: GivenAnswer, fact: str, answer: Answer, why: WhyNotCounted, *, waiting: bool = False
) -> CountedAnswer:
    return CountedAnswer(
        question,
        given,
        answer,
        POINTS.get(answer, EVERYTHING),
        evidenced=answer is not Answer.UNKNOWN,
        fact=fact,
        waiting=waiting,
        not_counted=_kept(given, why),
    )


def below_an_act(answered: CountedAnswer) -> CountedAnswer:
    """The answer, no better than its rubric allows where what it speaks of rests on less than an act of parliament."""
    cap = answered.question.if_executive_text
    if cap is None or answered.interval is None or answered.fact is not None:
        return answered
    interval = at_most(answered.interval, Answer(cap))
    return answered if interval == answered.interval else replace(answered, interval=interval, capped_by=LEGAL_BASIS)

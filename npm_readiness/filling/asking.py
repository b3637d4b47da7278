"""Which questions a profile has to answer, by its facts, and why not the others: what does not apply, and what follows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from npm_readiness.models.catalogue import Catalogue, Entry
from npm_readiness.models.checklist import Question
from npm_readiness.models.conditions import SituationConditions
from npm_readiness.models.profile import Profile
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import MechanismState, Membership
from npm_readiness.scoring.cases import Possible, allowed_by, fits, possible_facts
from npm_readiness.situation.working_out import situation_of

__all__ = ["AskedQuestion", "Asking", "questions_of"]

SETTLED_ALONE = (MechanismState.SETTLED,)
NONE_ALONE = (MechanismState.NONE,)


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question, with the first criterion that asks it of this State."""

    question: Question
    entry: Entry


@dataclass(frozen=True, slots=True)
class Asking:
    """The questions that can still have to be answered, by stage and dimension; the others by the reason, in words."""

    questions: tuple[AskedQuestion, ...]
    left_out: Mapping[str, tuple[str, ...]]


def questions_of(profile: Profile, catalogue: Catalogue, checklists: Collection[str]) -> Asking:
    """The questions that these checklists ask by the facts of a profile, whatever it answers.

    Where a fact is unknown, what any of its values asks for is asked. A question that one criterion asks is asked.
    """
    situation = situation_of(profile, catalogue.instruments, profile.assessed_on)
    possible = possible_facts(profile, situation)
    asked: dict[str, AskedQuestion] = {}
    reasons: dict[str, str] = {}
    for entry in catalogue:
        if entry.checklist.checklist not in checklists:
            continue
        outside = _why_not(entry.criterion.applies_when, possible, situation)
        for question in catalogue.questions_of(entry.criterion):
            why = outside or _why_not(question.asked_when, possible, situation) or _follows(question, situation)
            if why is None:
                asked.setdefault(question.id, AskedQuestion(question, entry))
            else:
                reasons.setdefault(question.id, why)
    left_out: dict[str, list[str]] = {}
    for name, why in reasons.items():
        if name not in asked:
            left_out.setdefault(why, []).append(name)
    return Asking(tuple(asked.values()), {why: tuple(names) for why, names in left_out.items()})


def _why_not(conditions: SituationConditions | None, possible: Possible, situation: Situation) -> str | None:
    """Why conditions hold for nothing that is possible; ``None`` where they can hold."""
    for fact, allowed in allowed_by(conditions).items():
        if conditions is not None and not any(fits(value, allowed) for value in possible[fact]):
            return _in_words(fact, conditions, situation)
    return None


OF_THE_STATE = {
    "model": "for other models of a mechanism",
    "institution_kind": "for other kinds of bodies",
    "federal": "the State is not federal",
    "private_places_of_detention": "there are no private places of detention",
    "children_in_prison": "no children live in prison",
}
"""Facts of the State on which it depends what is asked, with what is so where it is not asked."""

THE_OTHER_WAY = {
    "federal": "the State is federal",
    "private_places_of_detention": "there are private places of detention",
    "children_in_prison": "children live in prison",
}
"""The same for what is asked only where the fact is not so."""


def _in_words(fact: str, conditions: SituationConditions, situation: Situation) -> str:
    """What is so in this State, so that what stands for another value of the fact is not asked."""
    if fact == "membership":
        return _membership_in_words(conditions, situation)
    if fact == "mechanism":
        return _mechanism_in_words(conditions, situation)
    return THE_OTHER_WAY[fact] if getattr(conditions, fact) is False else OF_THE_STATE[fact]


def _membership_in_words(conditions: SituationConditions, situation: Situation) -> str:
    if Membership.OUTSIDE not in situation.membership:
        bound = conditions.party is not None and situation.bound is not True
        return "the State has joined OPCAT, which does not bind it yet" if bound else "the State has joined OPCAT"
    return "the State has not joined OPCAT"


def _mechanism_in_words(conditions: SituationConditions, situation: Situation) -> str:
    if situation.states == SETTLED_ALONE and conditions.first_two_years is not None:
        return "the mechanism has been at work for two years"
    if situation.states == NONE_ALONE:
        return "no body is the mechanism"
    return "nobody is at work in the mechanism" if situation.nobody_at_work else "a body is the mechanism"


def _follows(question: Question, situation: Situation) -> str | None:
    """From what a question answers itself in any case; ``None`` where somebody may have to answer it."""
    if question.answered_by is not None:
        return f"follows from {question.answered_by.key}"
    if question.follows_from is not None and Membership.OUTSIDE not in situation.membership:
        return f"follows from {question.follows_from.key}"
    if question.waits_for_mechanism and situation.states == NONE_ALONE:
        return "no, since no body is the mechanism; what the body does already can be answered, and is shown and not counted"
    if question.needs_people and situation.nobody_at_work:
        return "no, since nobody is at work in the mechanism"
    return None

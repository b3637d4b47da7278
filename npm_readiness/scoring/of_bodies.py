"""What the answers that hold for single bodies make together, where the profile has no overall answer to a question.

The rule is that of the head of the checklist ``opcat`` on several bodies: if all answers are yes, it is yes; if all are no, it is
no; whatever lies between is partial. Where nothing is told of one of them, it is unknown, between what it can still become.
A question can say (``several_bodies``) that one body is enough: one that does what is asked, or one that falls short. All three
are monotone in the answer for each body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.bodies import Npm
from npm_readiness.models.checklist import Question, SeveralBodies
from npm_readiness.models.numbers import Interval, hull
from npm_readiness.models.profile import GivenAnswer, Profile
from npm_readiness.models.results import trusted
from npm_readiness.models.situation import BodySituation, Situation
from npm_readiness.models.vocabulary import Answer, BodyRole, NpmModel
from npm_readiness.records import record
from npm_readiness.scoring.worth import EVERYTHING, VALUES, WORTH, at_most, between_of, interval_of

__all__ = [
    "BodyAnswer",
    "FormedFrom",
    "FormedOverall",
    "beside_others",
    "body_answers",
    "formed_overall",
    "is_told_of_a_body",
    "one_of_several",
]

FormedFrom = Literal["mechanism", "candidates"]
"""Of whose answers an overall answer is made: of the bodies that are the mechanism, or of those that may become it."""

Rule = Callable[[Sequence[Fraction]], Fraction]
Make = Callable[[Sequence[Interval | None]], Interval | None]

PART = VALUES[Answer.PARTIAL]
NOTHING_SAID = trusted(GivenAnswer)


@record(frozen=True)
class BodyAnswer:
    """The answer of a profile for one body. ``interval`` is what it counts as, ``None`` where the question does not apply.

    ``capped``: the body rests on less than an act of parliament, which keeps the answer from counting in full. ``counts``: the
    overall answer is made of it and of others.
    """

    body: BodySituation
    given: GivenAnswer
    interval: Interval | None
    evidenced: bool
    capped: bool
    counts: bool = False


@record(frozen=True)
class FormedOverall:
    """An overall answer made of those for single bodies.

    ``given`` is what is said by them; ``interval`` what they count as, ``None`` where the question applies to none.
    """

    given: GivenAnswer
    interval: Interval | None
    evidenced: bool
    source: FormedFrom
    parts: tuple[BodyAnswer, ...]


def is_told_of_a_body(question: Question, profile: Profile) -> bool:
    """Whether a profile says something to a question for a single body."""
    return profile.npm.bodies is not None and any(question.id in body.answers for body in profile.npm.bodies)


def body_answers(
    question: Question, profile: Profile, situation: Situation, *, require_evidence: bool
) -> tuple[BodyAnswer, ...]:
    """The answers of a profile to a question that hold for single bodies, in the order of its bodies."""
    told = [(body.id, body.answers[question.id]) for body in profile.npm.bodies or () if question.id in body.answers]
    said = {body: given for body, given in told if given != NOTHING_SAID}
    return tuple(
        _answer(question, body, said[body.id], profile, require_evidence=require_evidence)
        for body in (situation.bodies if said else ())
        if body.id in said
    )


def _answer(
    question: Question, body: BodySituation, given: GivenAnswer, profile: Profile, *, require_evidence: bool
) -> BodyAnswer:
    evidenced = given.evidenced(profile.sources)
    said = interval_of(given, bare=require_evidence and not evidenced)
    counted = None if said is None else _capped(said, question, body)
    return BodyAnswer(body, given, counted, evidenced, capped=counted != said)


def _capped(said: Interval, question: Question, body: BodySituation) -> Interval:
    """No better than the legal basis of the body allows, where that is below an act of parliament."""
    cap = question.if_executive_text
    return at_most(said, Answer(cap)) if cap is not None and body.below_an_act else said


def formed_overall(
    question: Question, profile: Profile, told: Sequence[BodyAnswer], situation: Situation
) -> FormedOverall | None:
    """The overall answer that those for single bodies make; ``None`` where the profile has one of its own, or they make none.

    Of bodies that are the mechanism it is made by the rule on several bodies. One of which it is not known whether it is the
    mechanism is then as one of which nothing is told. Where no body is it, any of those considered may become it, so that it lies
    between the best and the worst of theirs; all of them together where several bodies are to be it. Where it is not known
    whether any body is it, they make none.
    """
    own = profile.answers.get(question.id, NOTHING_SAID)
    if own.answer is not None or not told:
        return None
    mechanism = [body for body in situation.bodies if body.mechanism is True]
    uncertain = [body for body in situation.bodies if body.mechanism == UNKNOWN]
    candidates = [body for body in situation.bodies if body.role is not BodyRole.FORMER]
    taking_part = mechanism or ([] if uncertain else candidates)
    by_body = {answer.body.id: answer for answer in told if answer.given.answer is not None}
    parts = tuple(by_body[body.id] for body in taking_part if body.id in by_body)
    if not parts:
        return None
    untold = [body for body in taking_part if body.id not in by_body] + (uncertain if mechanism else [])
    regional = any(body.role is BodyRole.REGIONAL for body in taking_part)
    make = _makes(profile.npm, _together(question, regional=regional), designated=bool(mechanism))
    said = make([*(interval_of(part.given, bare=False) for part in parts), *(EVERYTHING for _ in untold)])
    return FormedOverall(
        given=_in_words(said, own, parts),
        interval=make([*(part.interval for part in parts), *(_capped(EVERYTHING, question, body) for body in untold)]),
        evidenced=all(part.evidenced for part in parts if _says_something(part.given)),
        source="mechanism" if mechanism else "candidates",
        parts=parts,
    )


def _makes(npm: Npm, together: Make, *, designated: bool) -> Make:
    """How the answers make one: of all bodies together, of any one of them, or either where that is not decided."""
    if designated or npm.model is NpmModel.MULTIPLE_BODIES:
        return together
    if npm.model != "undecided" or NpmModel.MULTIPLE_BODIES not in npm.candidates:
        return _any_of
    return lambda intervals: hull([_any_of(intervals), together(intervals)])


def beside_others(question: Question, given: GivenAnswer) -> GivenAnswer:
    """What the answer for one body comes to where it is the mechanism together with others of which nothing is told."""
    if given.answer is None:
        return given
    said = _together(question)([interval_of(given, bare=False) or EVERYTHING, EVERYTHING])
    return _in_words(said, given, ())


def one_of_several(question: Question, given: GivenAnswer) -> GivenAnswer:
    """What the answer for several bodies that are the mechanism together says of any one of them.

    By the rule on several bodies a yes holds for each of them, and a no too; a partial says nothing of a single one.
    """
    answer, rule = given.answer, question.several_bodies
    if answer in (None, Answer.NOT_APPLICABLE):
        return given
    if answer is Answer.YES and rule is not SeveralBodies.BEST:
        return given
    if answer is Answer.NO and rule is not SeveralBodies.WORST:
        return given
    between: tuple[Answer, Answer] | None = None
    if answer is Answer.PARTIAL and rule is not SeveralBodies.EACH:
        best = rule is SeveralBodies.BEST
        between = (Answer.NO, Answer.PARTIAL) if best else (Answer.PARTIAL, Answer.YES)
    return given.model_copy(update={"answer": Answer.UNKNOWN, "between": between})


def _says_something(given: GivenAnswer) -> bool:
    return given.answer is not Answer.UNKNOWN or given.between is not None


def _in_words(said: Interval | None, own: GivenAnswer, parts: Iterable[BodyAnswer]) -> GivenAnswer:
    """The answer that is said, with what the profile says of the question beside its answers."""
    formed: dict[str, object]
    if said is None:
        reason = " ".join(f"{part.body.name}: {part.given.reason}" for part in parts)
        formed = {"answer": Answer.NOT_APPLICABLE, "reason": reason}
    else:
        point = said.lower == said.upper
        formed = {"answer": WORTH[said.lower] if point else Answer.UNKNOWN, "between": between_of(said)}
    # No text is read here that was not read before: several reasons in one may be longer than a file can hold.
    return own.model_copy(update=formed)


def _together(question: Question, *, regional: bool = False) -> Make:
    """How the bodies that are the mechanism together answer this question. One that it does not concern is left out of account.

    ``regional``: some of them are there for a part of the State alone. What one body does is then enough only for its own part.
    """
    least, most = RULES[question.several_bodies]
    if regional and question.several_bodies is SeveralBodies.BEST:
        least = _each

    def make(intervals: Sequence[Interval | None]) -> Interval | None:
        known = [interval for interval in intervals if interval is not None]
        if not known:
            return None
        return Interval(least([one.lower for one in known]), most([one.upper for one in known]))

    return make


def _any_of(intervals: Sequence[Interval | None]) -> Interval | None:
    """What it is for whichever of them; open where it applies to one and not to another."""
    known = [interval for interval in intervals if interval is not None]
    return hull(known) if len(known) in (0, len(intervals)) else EVERYTHING


def _each(values: Sequence[Fraction]) -> Fraction:
    """All yes is yes, all no is no, whatever lies between is partial."""
    return values[0] if len(set(values)) == 1 else PART


def _best_of_all(values: Sequence[Fraction]) -> Fraction:
    """The most that they can come to together: what one does in part, and another in part, can be the whole."""
    return VALUES[Answer.YES] if values.count(PART) > 1 else max(values)


RULES: Mapping[SeveralBodies, tuple[Rule, Rule]] = {
    SeveralBodies.EACH: (_each, _each),
    SeveralBodies.BEST: (max, _best_of_all),
    SeveralBodies.WORST: (min, min),
}
"""The least and the most that the answers of several bodies come to, by what a question says under ``several_bodies``."""

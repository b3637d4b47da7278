"""Answers that are set by hand for a question of the kind "what if": ``QUESTION=ANSWER``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from npm_readiness.loading.answer_checks import AnswerCheck
from npm_readiness.loading.near_misses import did_you_mean
from npm_readiness.models.answers import GivenAnswer
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Answer
from npm_readiness.problem_codes import CODES
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["answers_set"]

ANSWERS: Mapping[str, GivenAnswer] = {
    "yes": GivenAnswer(answer=Answer.YES),
    "partial": GivenAnswer(answer=Answer.PARTIAL),
    "no": GivenAnswer(answer=Answer.NO),
    "unknown": GivenAnswer(answer=Answer.UNKNOWN),
    "no..partial": GivenAnswer(answer=Answer.UNKNOWN, between=(Answer.NO, Answer.PARTIAL)),
    "partial..yes": GivenAnswer(answer=Answer.UNKNOWN, between=(Answer.PARTIAL, Answer.YES)),
}
"""What can be set, as it is written."""

INSTEAD = {
    "no..yes": "between no and yes says no more than unknown does; write unknown",
    "not_applicable": "whether a question applies is said in the profile, with the reason",
    **{
        f"{high}..{low}": f"the worse one first: {low}..{high}" for low, high in (("no", "partial"), ("partial", "yes"))
    },
}
"""What people write as well, and what to do."""


def answers_set(
    settings: Iterable[str], profile: Profile, catalogue: Catalogue, situation: Situation
) -> Mapping[str, GivenAnswer]:
    """The answers that ``settings`` (``QUESTION=ANSWER``) set; evidence and comment stay where it is the answer that was there.

    Raises :class:`~npm_readiness.problems.InputError` with every problem of them: an answer must fit the question and the
    ``situation`` as one in a profile must.
    """
    answers: dict[str, GivenAnswer] = {}
    problems: list[Problem] = []
    check = AnswerCheck(profile, catalogue, situation)
    for written in dict.fromkeys(settings):
        place = Place(f"--set {written}")
        question, separator, word = (part.strip() for part in written.partition("="))
        given = ANSWERS.get(word)
        if not separator or not question:
            problems.append(_wrong(place, "no question and answer are told apart", "write QUESTION=ANSWER"))
            continue
        if given is None:
            reason = f"{word} is no answer that can be set" if word else "there is no answer after ="
            problems.append(_wrong(place, reason, INSTEAD.get(word) or did_you_mean(word, ANSWERS)))
        if question in answers and given not in (None, answers[question]):
            problems.append(_wrong(place, f"{question} is set to something else as well", "set it once"))
        problems += _misfits(place, question, given or GivenAnswer(), check)
        if given is not None:
            answers.setdefault(question, given)
    if problems:
        raise InputError(problems)
    return {question: _kept(given, profile.answers.get(question)) for question, given in answers.items()}


def _kept(given: GivenAnswer, before: GivenAnswer | None) -> GivenAnswer:
    """The answer as the profile has it, with its evidence, where it is the same; evidence of another answer is none of this."""
    same = before is not None and (before.answer, before.between) == (given.answer, given.between)
    return before if same and before is not None else given


def _misfits(place: Place, question: str, given: GivenAnswer, check: AnswerCheck) -> Iterator[Problem]:
    for _, code, values in check.problems((), question, given):
        if CODES[code].warning:
            # A profile of an older checklist may hold such an answer; nobody sets one on purpose.
            reason = f"there is no question {question} any more; {values['now']} took its place"
            yield _wrong(place, reason, f"read what counts as each answer there: npm-readiness show {values['now']}")
        else:
            yield problem_at(place, code, path=(), **values)


def _wrong(place: Place, reason: str, advice: str) -> Problem:
    return problem_at(place, "argument-invalid", reason=reason, advice=advice)

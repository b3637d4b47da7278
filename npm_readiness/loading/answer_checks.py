"""Whether the answers of a profile fit the questions, the facts and the sources."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.loading.near_misses import FirstFew, advice_for_question, did_you_mean
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import ProfileFact, Question
from npm_readiness.models.profile import Evidence, GivenAnswer, Profile
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Answer, Aspect
from npm_readiness.problems import Path
from npm_readiness.situation.following import answer_once_joined

__all__ = ["answer_problems"]

Found = tuple[Path, str, dict[str, object]]
WORST_FIRST = (Answer.NO, Answer.PARTIAL, Answer.YES)


def answer_problems(profile: Profile, catalogue: Catalogue, situation: Situation) -> Iterator[Found]:
    """Answers to no question, to questions that answer themselves, against a fact, or on a source that is not listed."""
    on_law = {
        question
        for entry in catalogue
        if entry.criterion.aspect is Aspect.LAW
        for question in entry.criterion.question_ids
    }
    without_kind: dict[str, str] = {}
    near = FirstFew()
    for key, given in profile.answers.items():
        path: Path = ("answers", key)
        question = catalogue.questions.get(key)
        if question is None:
            yield _no_question(path, key, catalogue, near)
        elif given.answer is not None:
            yield from _answer(path, question, given, situation)
        for place, evidence in _all_evidence(given):
            source = profile.sources.get(evidence.source)
            if source is None:
                advice = "list it under sources:"
                if profile.sources:
                    advice = did_you_mean(evidence.source, profile.sources, near=near, otherwise=advice)
                yield (*path, *place, "source"), "source-unknown", {"id": evidence.source, "advice": advice}
            elif source.kind is None and key in on_law:
                without_kind.setdefault(evidence.source, key)
        if question is not None:
            yield from _versions(path, question, given)
    for name, key in without_kind.items():
        yield ("sources", name), "source-kind-missing", {"id": name, "question": key}


def _all_evidence(given: GivenAnswer) -> Iterator[tuple[Path, Evidence]]:
    """The evidence of an answer and of its versions, each with the path to it within the answer."""
    for index, evidence in enumerate(given.evidence):
        yield ("evidence", index), evidence
    for number, version in enumerate(given.versions):
        for index, evidence in enumerate(version.evidence):
            yield ("versions", number, "evidence", index), evidence


def _versions(path: Path, question: Question, given: GivenAnswer) -> Iterator[Found]:
    """A version says no more than an answer may; what contradicts a fact stays, since versions count for nothing."""
    for number, version in enumerate(given.versions):
        if version.answer is Answer.NOT_APPLICABLE and question.may_not_apply is None:
            yield (*path, "versions", number, "answer"), "not-applicable-refused", {"id": question.id}


def _no_question(path: Path, key: str, catalogue: Catalogue, near: FirstFew) -> Found:
    if key in catalogue.renamed:
        return path, "answer-renamed", {"id": key, "now": catalogue.renamed[key]}
    return path, "answer-to-no-question", {"id": key, "advice": advice_for_question(key, catalogue, near)}


def _answer(path: Path, question: Question, given: GivenAnswer, situation: Situation) -> Iterator[Found]:
    if question.answered_by is not None:
        yield path, "answer-to-self-answering", {"id": question.id, "fact": question.answered_by.key}
    elif given.answer is Answer.NOT_APPLICABLE and question.may_not_apply is None:
        yield (*path, "answer"), "not-applicable-refused", {"id": question.id}
    else:
        key, said = ("answer", str(given.answer)) if given.between is None else ("between", _in_words(given.between))
        for fact, because in _contradicted(question, given, situation):
            values: dict[str, object] = {"answer": said, "fact": fact, "because": because}
            yield (*path, key), "answer-against-fact", values


def _in_words(between: tuple[Answer, Answer]) -> str:
    return f"between {between[0]} and {between[1]}"


def _contradicted(question: Question, given: GivenAnswer, situation: Situation) -> Iterator[tuple[str, str]]:
    """The facts of the profile that the answer contradicts, each with what it says."""
    least = given.answer if given.between is None else given.between[0]
    claims = least in (Answer.YES, Answer.PARTIAL)
    implied = question.implies
    if given.answer is Answer.YES and implied is ProfileFact.MECHANISM_DESIGNATED and situation.designated is False:
        yield implied.key, "no body is the mechanism"
    if claims and question.needs_people and situation.nobody_at_work:
        yield "npm.bodies", "nobody is at work in the mechanism"
    cap = question.if_executive_text
    if cap is not None and situation.only_below_an_act and _better(least, Answer(cap)):
        yield "legal_basis", f"the mechanism rests on less than an act of parliament, so that this is {cap} at most"
    follows = question.follows_from
    if follows is not None and situation.joined is True and given.answer in WORST_FIRST:
        expected = answer_once_joined(follows, situation)
        if expected not in (Answer.UNKNOWN, given.answer):
            yield follows.key, f"the State has joined, from which {expected} follows"


def _better(answer: Answer | None, than: Answer) -> bool:
    return answer in WORST_FIRST and WORST_FIRST.index(answer) > WORST_FIRST.index(than)

"""Whether the answers of a profile fit the questions, the facts and the sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from npm_readiness.loading.near_misses import FirstFew, advice_for_question, did_you_mean
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import ProfileFact, Question
from npm_readiness.models.profile import GivenAnswer, Profile
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Answer
from npm_readiness.problems import Path
from npm_readiness.situation.following import answer_once_joined

__all__ = ["AnswerCheck", "answer_problems", "no_question"]

Found = tuple[Path, str, dict[str, object]]
WORST_FIRST = (Answer.NO, Answer.PARTIAL, Answer.YES)


def answer_problems(profile: Profile, catalogue: Catalogue, situation: Situation) -> Iterator[Found]:
    """Answers to no question, to questions that answer themselves, against a fact, or on a source that is not listed."""
    check = AnswerCheck(profile, catalogue, situation)
    for key, given in profile.answers.items():
        yield from check.problems(("answers", key), key, given)
    yield from _sources_without_kind(profile, catalogue)


@dataclass(frozen=True)
class AnswerCheck:
    """What answers are held against; ``situation`` is the one of which they speak, whether it is so or only would be."""

    profile: Profile
    catalogue: Catalogue
    situation: Situation
    near: FirstFew = field(default_factory=FirstFew)

    def problems(self, path: Path, key: str, given: GivenAnswer) -> Iterator[Found]:
        """What is wrong with one answer, which stands at ``path`` under the key ``key``."""
        question = self.catalogue.questions.get(key)
        if question is None:
            yield no_question(path, key, self.catalogue, self.near)
        elif given.answer is not None:
            yield from _answer(path, question, given, self.situation)
        sources = self.profile.sources
        for index, evidence in enumerate(given.evidence):
            if evidence.source not in sources:
                advice = "list it under sources:"
                if sources:
                    advice = did_you_mean(evidence.source, sources, near=self.near, otherwise=advice)
                yield (*path, "evidence", index, "source"), "source-unknown", {"id": evidence.source, "advice": advice}


def _sources_without_kind(profile: Profile, catalogue: Catalogue) -> Iterator[Found]:
    """Sources of which it is not said whether they are law, and on which an answer on law rests: of the profile or of a bill."""
    on_law = catalogue.questions_on_law
    without: dict[str, str] = {}
    for answers in (profile.answers, *(bill.answers for bill in profile.bills.values())):
        for key, given in answers.items():
            for evidence in given.evidence if key in on_law else ():
                source = profile.sources.get(evidence.source)
                if source is not None and source.kind is None:
                    without.setdefault(evidence.source, key)
    for name, key in without.items():
        yield ("sources", name), "source-kind-missing", {"id": name, "question": key}


def no_question(path: Path, key: str, catalogue: Catalogue, near: FirstFew) -> Found:
    """That there is no such question, and what may be meant; of one that was renamed, what took its place."""
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

"""Whether the answers of a profile fit the questions, the facts and the sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from npm_readiness.loading.near_misses import FirstFew, advice_for_question, did_you_mean
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import ProfileFact, Question
from npm_readiness.models.profile import GivenAnswer, Profile, SaidAnswer
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import ANSWERS_WORST_FIRST, Answer, SourceKind
from npm_readiness.problems import Path
from npm_readiness.records import record
from npm_readiness.situation.alike import few_of_each
from npm_readiness.situation.following import answer_once_joined
from npm_readiness.situation.working_out import situation_of

__all__ = ["AnswerCheck", "answer_problems", "is_answer_of_a_body", "no_question"]

Found = tuple[Path, str, dict[str, object]]
MOST_TOLD = 16_000_000
"""How many characters the answers may take in a report, each told with every criterion that asks its question."""

OF_A_PIECE = 400
"""What a piece of evidence takes beside its own words."""


OF_A_BODY = ("npm", "bodies", None, "answers", None)
"""The path to an answer of a single body; any key can stand for ``None``."""


def answer_problems(profile: Profile, catalogue: Catalogue, situation: Situation) -> Iterator[Found]:
    """Answers to no question, to questions that answer themselves, against a fact, or on a source that is not listed.

    Those of single bodies are looked at like those of the profile, each against the facts of its body.
    """
    near = FirstFew()
    check = AnswerCheck(profile, catalogue, situation, near)
    for key, given in profile.answers.items():
        yield from check.problems(("answers", key), key, given)
    former = few_of_each(profile.npm, profile.former_bodies, profile.assessed_on)
    for index, body in enumerate(profile.npm.bodies or ()):
        if body.answers:
            facts = situation
            if any(_hangs_on_facts(catalogue.questions.get(key)) for key in body.answers):
                facts = situation_of(profile.of_body(body, former), catalogue.instruments, profile.assessed_on)
            of_body = AnswerCheck(profile, catalogue, facts, near)
            for key, given in body.answers.items():
                yield from of_body.problems(("npm", "bodies", index, "answers", key), key, given)
    yield from _sources_without_kind(profile, catalogue)
    yield from _told_too_often(profile, catalogue)


@record(frozen=True)
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
        for place, evidence in given.all_evidence:
            if evidence.source not in self.profile.sources:
                yield self._no_source((*path, *place, "source"), evidence.source)
            if evidence.of is not None:
                yield from self._law_spoken_of((*path, *place, "of"), evidence.of)
        if question is not None:
            yield from _versions(path, question, given)

    def _no_source(self, path: Path, name: str) -> Found:
        advice = "list it under sources:"
        if self.profile.sources:
            advice = did_you_mean(name, self.profile.sources, near=self.near, otherwise=advice)
        return path, "source-unknown", {"id": name, "advice": advice}

    def _law_spoken_of(self, path: Path, name: str) -> Iterator[Found]:
        """A law on which an opinion or a report speaks is a legal text among the sources."""
        source = self.profile.sources.get(name)
        if source is None:
            yield self._no_source(path, name)
        elif source.kind is not SourceKind.LAW:
            yield path, "evidence-of-no-law", {"id": name}


def _versions(path: Path, question: Question, given: GivenAnswer) -> Iterator[Found]:
    """A version says no more than an answer may; what contradicts a fact stays, since versions count for nothing."""
    for number, version in enumerate(given.versions):
        if version.answer is Answer.NOT_APPLICABLE and question.may_not_apply is None:
            yield (*path, "versions", number, "answer"), "not-applicable-refused", {"id": question.id}


def _sources_without_kind(profile: Profile, catalogue: Catalogue) -> Iterator[Found]:
    """Sources of which it is not said whether they are law, and on which an answer on law rests, wherever it stands."""
    without: dict[str, str] = {}
    for key, given in _wherever(profile):
        for _, evidence in given.all_evidence if key in catalogue.questions_on_law else ():
            source = profile.sources.get(evidence.source)
            if source is not None and source.kind is None:
                without.setdefault(evidence.source, key)
    for name, key in without.items():
        yield ("sources", name), "source-kind-missing", {"id": name, "question": key}


def _wherever(profile: Profile) -> Iterator[tuple[str, GivenAnswer]]:
    """Every answer with the id of its question: of the profile, of single bodies, of bills."""
    yield from profile.answers.items()
    for body in profile.npm.bodies or ():
        yield from body.answers.items()
    for bill in profile.bills.values():
        yield from bill.answers.items()


def _told_too_often(profile: Profile, catalogue: Catalogue) -> Iterator[Found]:
    """Whether the answers grow out of all proportion when each criterion tells those to the questions that it asks.

    A file of this size stays far below the limit, unless hundreds of criteria share questions with much evidence.
    """
    sizes: dict[str, int] = {}
    for name, given in _wherever(profile):
        if name in catalogue.uses:
            said = (given, *given.versions)
            sizes[name] = sizes.get(name, 0) + len(catalogue.uses[name]) * sum(map(_size, said))
    total = sum(sizes.values())
    if total > MOST_TOLD:
        largest = max(sizes, key=lambda name: (sizes[name], name))
        values = {"id": largest, "criteria": len(catalogue.uses[largest]), "told": total, "limit": MOST_TOLD}
        yield ("answers", largest), "answers-told-too-often", {**values}


def _size(given: SaidAnswer) -> int:
    """About how many characters a report needs to tell an answer once."""
    texts = [given.comment, given.reason]
    texts += [text for one in given.evidence for text in (one.pinpoint, one.article, one.quote, one.note)]
    return OF_A_PIECE * len(given.evidence) + sum(len(text) for text in texts if text is not None)


def is_answer_of_a_body(path: Path) -> bool:
    """Whether a path of a profile leads to an answer of a single body, as a whole."""
    return len(path) == len(OF_A_BODY) and all(
        wanted in (None, key) for key, wanted in zip(path, OF_A_BODY, strict=True)
    )


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
    if follows is not None and situation.joined is True and given.answer in ANSWERS_WORST_FIRST:
        expected = answer_once_joined(follows, situation)
        if expected not in (Answer.UNKNOWN, given.answer):
            yield follows.key, f"the State has joined, from which {expected} follows"


def _hangs_on_facts(question: Question | None) -> bool:
    """Whether an answer can contradict the facts of a profile."""
    return question is not None and (
        question.implies is not None
        or question.needs_people
        or question.if_executive_text is not None
        or question.follows_from is not None
    )


def _better(answer: Answer | None, than: Answer) -> bool:
    return answer in ANSWERS_WORST_FIRST and ANSWERS_WORST_FIRST.index(answer) > ANSWERS_WORST_FIRST.index(than)

"""How questions are asked: one fact each, nothing left to taste, three answers that differ, no fact twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from npm_readiness.linting.texts import phrases_in, sentences, words
from npm_readiness.loading.references import Located, LocatedCriterion
from npm_readiness.models.checklist import Criterion, Question
from npm_readiness.models.wording import Wording
from npm_readiness.problems import Place, Problem

__all__ = ["ALIKE", "check_questions", "check_repeated_questions"]

ALIKE = 0.9
"""Two texts of which this share or more agrees, word by word, say the same."""

UNUSED = "Not used"
"""How the answer of a rubric begins that cannot be given."""


def check_questions(criterion: Criterion, place: Located, wording: Wording) -> Iterator[Problem]:
    """What is wrong with the questions that the criterion defines, each by itself."""
    yield from _vague(criterion.requirement, "", place, ("requirement",), wording)
    for index, question in enumerate(criterion.questions):
        if isinstance(question, Question):
            yield from _form(question, place.within("questions", index), wording)
            yield from _rubric(question, place.within("questions", index))


def _form(question: Question, place: Located, wording: Wording) -> Iterator[Problem]:
    if not question.text.endswith("?") or question.text.count("?") > 1 or len(sentences(question.text)) > 1:
        yield place.problem("question-form", "text")
    for found in phrases_in(question.text, wording.joined, wording.one_thing):
        yield place.problem("question-double", "text", found=found)
    explained = " ".join((question.rubric.yes, question.rubric.partial, question.rubric.no))
    yield from _vague(question.text, explained, place, ("text",), wording)


def _vague(text: str, explained: str, place: Located, keys: tuple[str, ...], wording: Wording) -> Iterator[Problem]:
    """Words that leave it to the reader what counts, unless the rubric takes the word up and says it."""
    for found in phrases_in(text, wording.vague):
        if not any(phrases_in(explained, (found,))):
            yield place.problem("word-vague", *keys, found=found)


def _rubric(question: Question, place: Located) -> Iterator[Problem]:
    answers = {answer: getattr(question.rubric, answer) for answer in ("yes", "partial", "no")}
    for answer, text in answers.items():
        if text.startswith(UNUSED) and (answer != "partial" or len(words(text)) <= len(words(UNUSED))):
            yield place.problem("rubric-unused", "rubric", answer)
    for first, second in combinations(answers, 2):
        if _alike(answers[first], answers[second]):
            yield place.problem("rubric-alike", "rubric", second, first=first)


def check_repeated_questions(criteria: Iterable[LocatedCriterion]) -> Iterator[Problem]:
    """Questions that ask in the same words what another one has asked."""
    asked: dict[tuple[str, ...], Place] = {}
    for criterion, place in criteria:
        for index, question in enumerate(criterion.questions):
            if not isinstance(question, Question):
                continue
            key = tuple(word.casefold() for word in words(question.text))
            where = place.within("questions", index)
            if key in asked:
                yield where.problem("question-repeated", "text", first=asked[key])
            asked.setdefault(key, where.place("text"))


def _alike(first: str, second: str) -> bool:
    texts: Mapping[str, list[str]] = {text: [word.casefold() for word in words(text)] for text in (first, second)}
    return SequenceMatcher(None, texts[first], texts[second], autojunk=False).ratio() >= ALIKE

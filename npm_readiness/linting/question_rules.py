"""How questions are asked: one fact each, nothing left to taste, three answers that differ, no fact twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import floor

from npm_readiness.linting.texts import phrases_in, sentences, words
from npm_readiness.loading.references import Located, LocatedCriterion
from npm_readiness.models.checklist import Criterion, Question
from npm_readiness.models.wording import Wording
from npm_readiness.problems import Place, Problem

__all__ = ["ALIKE", "check_questions", "check_repeated_questions"]

ALIKE = 0.9
"""Two texts of which this share or more agrees, word by word, say the same."""

ROUNDING = 1e-9
LONGEST_COMPARED = 2_000
"""Words of two texts together up to which they are compared in their order; our longest rubrics have a hundred."""

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
    """Whether two texts agree, word by word, in their order, as far as :data:`ALIKE`.

    The share is 2·M of all their words, with M the words of the longest part that both have in the same order. So only a few words
    may be left out, and the ways to leave out so many are gone through: that many words times the words of the text are the steps
    (E. Myers, An O(ND) Difference Algorithm, 1986).
    """
    one, other = ([word.casefold() for word in words(text)] for text in (first, second))
    total = len(one) + len(other)
    most = floor((1 - ALIKE) * total + ROUNDING)
    if _differing_words(one, other) > most:
        return False
    # Nobody reads a text of thousands of words, which is found too long; it counts as alike where it has the same words.
    return total > LONGEST_COMPARED or _can_be_made_same(one, other, most)


def _differing_words(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words must be left out at least, by how often each stands in the two."""
    here, there = Counter(first), Counter(second)
    return (here - there).total() + (there - here).total()


def _can_be_made_same(one: Sequence[str], other: Sequence[str], most: int) -> bool:
    """Whether two texts are the same when up to ``most`` words are left out of both together."""
    furthest = {1: 0}
    for number in range(most + 1):
        for diagonal in range(-number, number + 1, 2):
            down = diagonal == -number or (diagonal != number and furthest[diagonal - 1] < furthest[diagonal + 1])
            at = furthest[diagonal + 1] if down else furthest[diagonal - 1] + 1
            while at < len(one) and at - diagonal < len(other) and one[at] == other[at - diagonal]:
                at += 1
            furthest[diagonal] = at
            if at >= len(one) and at - diagonal >= len(other):
                return True
    return False

"""How texts are worded: no longer than their bounds, readable, in the terms of the field."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.linting.texts import phrases_in, readability, sentences, words
from npm_readiness.loading.references import Located
from npm_readiness.models.checklist import Criterion, Question
from npm_readiness.models.wording import Wording
from npm_readiness.problems import PathKey, Problem

__all__ = ["check_wording"]

Said = tuple[tuple[PathKey, ...], str, int]
"""A text: the keys that lead to it within its criterion, what it says, and how many words it may have."""


def check_wording(criterion: Criterion, place: Located, wording: Wording) -> Iterator[Problem]:
    """What is too long, too hard to read, or said in another term than ours."""
    for keys, text, most in _texts(criterion, wording):
        if (count := len(words(text))) > most:
            yield place.problem("text-too-long", *keys, words=count, most=most)
        if (longest := max(len(words(sentence)) for sentence in sentences(text))) > wording.bounds.sentence:
            yield place.problem("sentence-too-long", *keys, words=longest, most=wording.bounds.sentence)
        for term in wording.terms:
            for found in phrases_in(text, term.instead_of, term.kept):
                yield place.problem("term-avoided", *keys, found=found, term=term.term)
    whole = " ".join((criterion.requirement, criterion.why, criterion.usual_action))
    if (index := round(readability(whole))) > wording.bounds.hardest:
        yield place.problem("text-hard-to-read", "requirement", index=index, most=wording.bounds.hardest)


def _texts(criterion: Criterion, wording: Wording) -> Iterator[Said]:
    bounds = wording.bounds
    yield ("title",), criterion.title, bounds.title
    for key in ("requirement", "why", "reading"):
        if (text := getattr(criterion, key)) is not None:
            yield (key,), text, bounds.text
    for action in criterion.written_actions:
        yield action.keys, action.text, bounds.text
    for index, question in enumerate(criterion.questions):
        if not isinstance(question, Question):
            continue
        yield ("questions", index, "text"), question.text, bounds.question
        if question.may_not_apply is not None:
            yield ("questions", index, "may_not_apply"), question.may_not_apply, bounds.circumstance
        for answer in ("yes", "partial", "no"):
            yield ("questions", index, "rubric", answer), getattr(question.rubric, answer), bounds.rubric

"""What an action must be: something that its addressee can begin on, and show when it is done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby
from math import ceil

from npm_readiness.linting.texts import phrases_in, words
from npm_readiness.loading.references import Located, LocatedCriterion
from npm_readiness.models.checklist import Criterion, Question, WrittenAction
from npm_readiness.models.vocabulary import Addressee, Aspect
from npm_readiness.models.wording import Wording
from npm_readiness.problems import Place, Problem

__all__ = ["ALIKE", "check_advice", "check_repeated_actions"]

ALIKE = 0.8
"""Two actions that share this part of their words or more are the same advice."""

ROUNDING = 1e-9

Counted = tuple[str, int]
"""A word, and how often it stood in the text before."""

FULL_STOP = re.compile(r"(?<=[.!?])\s+")
"""Where a sentence ends that gives an order; after a colon stands the content, which gives none."""


def check_advice(criterion: Criterion, place: Located, wording: Wording) -> Iterator[Problem]:
    """An action that gives no order, leaves open what is to be done, or is nothing that its addressee can do and show.

    Every wording of it is looked at, and the actions of questions like those of the criterion.
    """
    for action in criterion.written_actions:
        yield from _orders(action, place, wording)
        yield from _content(action, criterion.aspect, place, wording)
        yield from _norms(action, criterion.aspect, place, wording)
    yield from _without_action(criterion, place)


def _without_action(criterion: Criterion, place: Located) -> Iterator[Problem]:
    """Questions beside others that have no action of their own; one that a fact always answers falls short with that fact."""
    if len(criterion.questions) == 1:
        return
    for index, question in enumerate(criterion.questions):
        if isinstance(question, Question) and question.action is None and question.answered_by is None:
            yield place.problem("question-action-missing", "questions", index)


def _orders(action: WrittenAction, place: Located, wording: Wording) -> Iterator[Problem]:
    """The action begins with what is to be done, and so does each further sentence, unless it first says when or where."""
    for number, sentence in enumerate(FULL_STOP.split(action.text.strip())):
        found = next(iter(words(sentence)), "")
        first = found.casefold()
        if first in wording.vague_actions:
            yield place.problem("action-vague", *action.keys, found=found)
        elif wording.action_verbs and first not in (
            wording.action_verbs if number == 0 else wording.action_verbs + wording.lead_ins
        ):
            yield place.problem("action-no-order", *action.keys, found=found)


def _content(action: WrittenAction, aspect: Aspect, place: Located, wording: Wording) -> Iterator[Problem]:
    """The action says how much and of what, and names something to show; one on practice shows more than a text of law."""
    for found in phrases_in(action.text, wording.vague + wording.loose):
        yield place.problem("action-loose", *action.keys, found=found)
    shown = set(phrases_in(action.text, wording.acts))
    if not shown:
        yield place.problem("action-shows-nothing", *action.keys)
    elif aspect is Aspect.PRACTICE and shown <= set(wording.laws):
        yield place.problem("action-only-on-paper", *action.keys)
    if (count := len(words(action.text))) < wording.bounds.shortest_action:
        yield place.problem("action-too-short", *action.keys, words=count, least=wording.bounds.shortest_action)


def _norms(action: WrittenAction, aspect: Aspect, place: Located, wording: Wording) -> Iterator[Problem]:
    """The action on a law says which norm is to be written, and is addressed to whoever can write it."""
    opening = FULL_STOP.split(action.text.strip())[0]
    for norm in phrases_in(opening, wording.norms):
        for found in phrases_in(opening, (norm,), kept=[f"{norm} {link}" for link in wording.norm_links]):
            yield place.problem("action-norm-unnamed", *action.keys, found=found)
    by_law, by_rule = (any(phrases_in(action.text, names)) for names in (wording.laws, wording.rules))
    norms_are_known = bool(wording.laws or wording.rules)
    if norms_are_known and aspect is Aspect.LAW and not (by_law or by_rule):
        yield place.problem("action-writes-no-norm", *action.keys)
    if action.addressee is Addressee.PARLIAMENT:
        of_parliament = by_law or any(phrases_in(action.text, wording.acts_of_parliament))
        if norms_are_known and not of_parliament:
            yield place.problem("action-not-for-parliament", *_addressee(action))
    else:
        for found in phrases_in(action.text, wording.lawmaking):
            yield place.problem("action-for-parliament", *_addressee(action), found=found)


def _addressee(action: WrittenAction) -> tuple[str | int, ...]:
    """The keys that lead to the addressee of an action: its own where it can have one, else that of the criterion."""
    return action.keys[:-1] if action.keys[-1] == "text" else ("addressee",)


def check_repeated_actions(
    criteria: Iterable[LocatedCriterion], files: Container[str] | None = None
) -> Iterator[Problem]:
    """Actions (in ``files``) that repeat what the action of another criterion says, whatever the order of the words."""
    said: list[tuple[frozenset[Counted], Place]] = []
    by_word: dict[Counted, list[int]] = {}
    for criterion, where in criteria:
        action = _counted(criterion.usual_action)
        wanted = files is None or where.document.file in files
        earlier = _first_alike(action, said, by_word) if wanted else None
        if earlier is not None:
            yield where.problem("action-repeated", "action", first=said[earlier][1])
        for word in action:
            by_word.setdefault(word, []).append(len(said))
        said.append((action, where.place("action")))


def _first_alike(
    action: frozenset[Counted], said: Sequence[tuple[frozenset[Counted], Place]], by_word: Mapping[Counted, list[int]]
) -> int | None:
    """The first of the actions said before that shares :data:`ALIKE` of its words with this one.

    An action that does shares more than half of its words, and so one of the rarer half of them: only those are looked at that do.
    """
    if not action:
        return next((place for place, (other, _) in enumerate(said) if not other), None)
    rarest_first = sorted(action, key=lambda word: (len(by_word.get(word, ())), word))
    # It shares at least ALIKE / (2 - ALIKE) of the words of this one.
    needed = ceil(len(action) * ALIKE / (2 - ALIKE) - ROUNDING)
    in_order = merge(*(by_word.get(word, ()) for word in rarest_first[: len(action) - needed + 1]))
    return next(
        (
            place
            for place, _ in groupby(in_order)
            if 2 * len(action & said[place][0]) >= ALIKE * (len(action) + len(said[place][0]))
        ),
        None,
    )


def _counted(text: str) -> frozenset[Counted]:
    """Each word of the text with the number of times that it stood there before: two texts share what stands in both."""
    before: Counter[str] = Counter()
    found = set()
    for word in words(text.casefold()):
        found.add((word, before[word]))
        before[word] += 1
    return frozenset(found)

"""The references to instruments of change: from rules, criteria and wordings of actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from npm_readiness.loading.near_misses import FirstFew, did_you_mean
from npm_readiness.loading.references import Located, LocatedCriterion
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Actions, Criterion, Question
from npm_readiness.models.instruments_of_change import ChangeRule
from npm_readiness.problems import Problem

__all__ = ["check_instruments_of_change"]

LISTED_IN_FILE = (
    "choose one of checklists/instruments-of-change.yaml, or list it under instruments_of_change: in a file of your own "
    "folder"
)
"""What to do where no instrument of change is spelt alike."""

KEY = "instrument_of_change"


def check_instruments_of_change(
    catalogue: Catalogue,
    placed: Mapping[str, Sequence[LocatedCriterion]],
    rules: Iterable[tuple[ChangeRule, Located]],
) -> Iterator[Problem]:
    """Every instrument of change that is named and is in no list."""
    known = catalogue.instruments_of_change
    advice = cache(partial(did_you_mean, known=known, near=FirstFew(), otherwise=LISTED_IN_FILE))
    for rule, place in rules:
        if rule.instrument not in known:
            yield _unknown(place, ("instrument",), rule.instrument, advice(rule.instrument))
    for criterion, place in (entry for checklist in placed.values() for entry in checklist):
        for keys, name in _named(criterion):
            if name not in known:
                yield _unknown(place, keys, name, advice(name))


def _unknown(place: Located, keys: tuple[str | int, ...], name: str, advice: str) -> Problem:
    return place.problem("instrument-of-change-unknown", *keys, id=name, advice=advice)


def _named(criterion: Criterion) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The instruments that a criterion names, each with the keys that lead to it."""
    if criterion.instrument_of_change is not None:
        yield (KEY,), criterion.instrument_of_change
    yield from _in_actions(("action",), criterion.action)
    for index, question in enumerate(criterion.questions):
        if isinstance(question, Question):
            yield from _in_actions(("questions", index, "action"), question.action)


def _in_actions(keys: tuple[str | int, ...], actions: Actions | None) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for index, variant in enumerate(actions if isinstance(actions, tuple) else ()):
        if variant.instrument_of_change is not None:
            yield (*keys, index, KEY), variant.instrument_of_change

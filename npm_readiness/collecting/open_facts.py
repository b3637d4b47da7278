"""Facts that a profile does not know, and which questions are asked for which of their values."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from npm_readiness.filling.asking import questions_of
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile

__all__ = ["OpenFacts", "only_where", "open_facts_of"]

OpenFacts: TypeAlias = Mapping[str, Mapping[str, frozenset[str]]]
"""For each fact that is not known its values, each with the questions that are asked where it is so."""

OF_THE_STATE = ("federal", "private_places_of_detention", "children_in_prison")


def open_facts_of(profile: Profile, catalogue: Catalogue, checklists: Collection[str]) -> OpenFacts:
    """The facts of the State that are unknown, and the model where it is undecided."""
    return {
        fact: {
            value: frozenset(item.question.id for item in questions_of(settled, catalogue, checklists).questions)
            for value, settled in values.items()
        }
        for fact, values in _settled(profile)
    }


def only_where(question: str, facts: OpenFacts) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The facts on which it depends whether a question is asked, each with the values for which it is."""
    found = {
        fact: tuple(value for value, asked in values.items() if question in asked) for fact, values in facts.items()
    }
    return tuple((fact, values) for fact, values in found.items() if 0 < len(values) < len(facts[fact]))


def _settled(profile: Profile) -> Iterator[tuple[str, Mapping[str, Profile]]]:
    """For each fact that is not known the profiles in which it is, by value."""
    npm, state = profile.npm, profile.state
    if npm.model == "undecided":
        yield (
            "model",
            {
                model.value: profile.model_copy(update={"npm": npm.model_copy(update={"model": model})})
                for model in npm.candidates
            },
        )
    for fact in OF_THE_STATE:
        if getattr(state, fact) == UNKNOWN:
            yield (
                fact,
                {
                    word: profile.model_copy(update={"state": state.model_copy(update={fact: value})})
                    for word, value in (("yes", True), ("no", False))
                },
            )

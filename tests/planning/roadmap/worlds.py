"""Small worlds for roadmaps: a few criteria that share a few questions, answers of every kind, one fact that is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from hypothesis import strategies as st

from npm_readiness import Catalogue, Profile
from tests.making import Spec, catalogue, criterion, profile, question

STAGES = ("ratification", "designation", "establishment", "operation")
ANSWERS: tuple[str | Spec | None, ...] = (
    "no",
    "partial",
    "yes",
    "unknown",
    {"answer": "unknown", "between": ["no", "partial"]},
    {"answer": "unknown", "between": ["partial", "yes"]},
    None,
)
UPPER_IS_YES = ("yes", "unknown", {"answer": "unknown", "between": ["partial", "yes"]}, None)


@dataclass(frozen=True)
class Rule:
    """A criterion in a few words."""

    id: str
    questions: tuple[str, ...]
    combine: str
    stage: int
    treaty: bool
    after: tuple[str, ...]
    federal: bool | None


@dataclass(frozen=True)
class World:
    """Rules and answers; everything about smallest sets is worked out here once more, by enumeration."""

    rules: tuple[Rule, ...]
    answers: Mapping[str, str | Spec | None]

    @property
    def catalogue(self) -> Catalogue:
        made = [
            criterion(
                rule.id,
                *(question(name) for name in rule.questions),
                obligation="treaty" if rule.treaty else "guidance",
                stage=STAGES[rule.stage],
                combine=rule.combine,
                after=list(rule.after),
                when=None if rule.federal is None else {"federal": rule.federal},
            )
            for rule in self.rules
        ]
        return catalogue(*made)

    def profile(self, raised: Sequence[str] = (), **keys: Any) -> Profile:
        given = {name: answer for name, answer in self.answers.items() if answer is not None}
        return profile({**given, **dict.fromkeys(raised, "yes")}, **keys)

    def can_be_yes(self, name: str, raised: frozenset[str], *, surely: bool) -> bool:
        if name in raised or self.answers[name] == "yes":
            return True
        return not surely and self.answers[name] in UPPER_IS_YES

    def short(self, rule: Rule, raised: frozenset[str], *, surely: bool = False) -> bool:
        """Whether a rule falls short in some case (each here is a case: it applies alike, whatever the fact, or in one case)."""
        met = [self.can_be_yes(name, raised, surely=surely) for name in rule.questions]
        return not (any(met) if rule.combine == "any" else all(met))

    def closed(self, raised: frozenset[str]) -> bool:
        """Whether what must come before each raised question is no gap any more."""
        by_id = {rule.id: rule for rule in self.rules}
        return all(
            not self.short(by_id[earlier], raised)
            for rule in self.rules
            if raised.intersection(rule.questions)
            for earlier in rule.after
        )

    def smallest(self, goal: Sequence[Rule], *, surely: bool) -> tuple[str, ...]:
        """By enumeration: the smallest set that does it, of those as small the one with the smaller ids."""
        names = sorted(self.answers)
        for size in range(len(names) + 1):
            for chosen in combinations(names, size):
                raised = frozenset(chosen)
                if not any(self.short(rule, raised, surely=surely) for rule in goal) and self.closed(raised):
                    return chosen
        raise AssertionError("raising everything does it")

    @property
    def next_stage(self) -> int | None:
        """The first stage of which some rule stands, with a treaty rule in its scope that falls short."""
        blocked = (
            stage
            for stage in sorted({rule.stage for rule in self.rules})
            if any(rule.treaty and rule.stage <= stage and self.short(rule, frozenset()) for rule in self.rules)
        )
        return next(blocked, None)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Worlds of up to seven rules on up to seven questions."""
    names = [f"q{number}" for number in range(draw(st.integers(2, 7)))]
    rules: list[Rule] = []
    for number in range(draw(st.integers(1, 7))):
        stage = draw(st.integers(0, 3))
        before = [rule.id for rule in rules if rule.stage <= stage]
        rules.append(
            Rule(
                id=f"c{number}",
                questions=tuple(sorted(draw(st.sets(st.sampled_from(names), min_size=1, max_size=3)))),
                combine=draw(st.sampled_from(["mean", "all", "any", "any"])),
                stage=stage,
                treaty=draw(st.booleans()),
                after=tuple(sorted(draw(st.sets(st.sampled_from(before), max_size=2)))) if before else (),
                federal=draw(st.sampled_from([None, None, True, False])),
            )
        )
    asked = sorted({name for rule in rules for name in rule.questions})
    return World(tuple(rules), {name: draw(st.sampled_from(ANSWERS)) for name in asked})

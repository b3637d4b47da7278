"""Small catalogues and profiles made at random, with a pool of questions that criteria share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from hypothesis import strategies as st

from npm_readiness import Assessment, assess
from tests.making import catalogue, checklist, criterion, profile, question

__all__ = ["ANSWERS", "QUESTIONS", "VISITS", "Case", "World", "reordered", "worlds"]

Spec = dict[str, Any]
Case = dict[str, str | bool]

QUESTIONS = ("q0", "q1", "q2", "q3")
VISITS = "q3"
"""The question that answers itself ``no`` while there is no mechanism."""

MODELS = ("nhri", "nhri_plus", "specialised_body", "multiple_bodies")
DECISIONS: tuple[Spec, ...] = (
    {"model": "nhri"},
    {"model": "specialised_body"},
    {"model": "undecided"},
    {"model": "undecided", "candidates": ["nhri", "nhri_plus"]},
)
EVIDENCE = [{"source": "law", "pinpoint": "art. 1"}]

ANSWERS: tuple[Spec, ...] = (
    {"answer": "yes"},
    {"answer": "partial"},
    {"answer": "no"},
    {"answer": "unknown"},
    {"answer": "unknown", "between": ["no", "partial"]},
    {"answer": "unknown", "between": ["partial", "yes"]},
    {"answer": "not_applicable", "reason": "There is none of it."},
    {"comment": "Not answered yet."},
)


@dataclass(frozen=True)
class World:
    """A catalogue and a profile as they are written, before anything is made of them."""

    readiness: tuple[Spec, ...]
    standards: tuple[Spec, ...]
    answers: dict[str, Spec]
    npm: Spec
    federal: bool | str
    require_evidence: bool

    def assessed(self) -> Assessment:
        """What the library makes of it."""
        made = [checklist("opcat", *self.readiness)]
        if self.standards:
            made.append(checklist("women", *self.standards, counts_for="standards"))
        names = [spec["checklist"] for spec in made]
        given = profile(self.answers, npm=self.npm, state={"federal": self.federal}, checklists=names)
        return assess(given, catalogue(*made), require_evidence=self.require_evidence)

    def cases(self) -> Iterator[Case]:
        """Every case of the facts, by their keys in a profile."""
        models = self.npm.get("candidates", MODELS) if self.npm["model"] == "undecided" else [self.npm["model"]]
        federal = [True, False] if self.federal == "unknown" else [self.federal]
        for model, is_federal in product(models, federal):
            yield {"npm.model": model, "state.federal": is_federal}

    def answering(self, name: str, **keys: Any) -> World:
        """The same, with this question answered so, on the same evidence."""
        kept = {key: value for key, value in self.answers.get(name, {}).items() if key == "evidence"}
        return replace(self, answers={**self.answers, name: {**kept, **keys}})


def _question(name: str) -> Spec:
    if name == VISITS:
        return question(name, needs_mechanism=True)
    return question(name, may_not_apply="There is none of it.")


conditions = st.sampled_from(
    [None, None, None, {"federal": True}, {"federal": False}, {"model": ["nhri"]}, {"model": ["nhri", "nhri_plus"]}]
) | st.just({"federal": True, "model": ["multiple_bodies", "nhri"]})


@st.composite
def _criteria(draw: st.DrawFn, prefix: str, least: int, most: int) -> tuple[Spec, ...]:
    made = []
    for number in range(draw(st.integers(least, most))):
        asked = draw(st.lists(st.sampled_from(QUESTIONS), min_size=1, max_size=3, unique=True))
        spec = criterion(
            f"{prefix}{number}",
            *map(_question, asked),
            obligation=draw(st.sampled_from(["treaty", "treaty", "guidance", "practice"])),
            stage=draw(st.sampled_from(["ratification", "establishment", "operation"])),
            dimension=draw(st.sampled_from(["mandate", "resources"])),
            combine=draw(st.sampled_from(["mean", "all", "any"])),
            weight=draw(st.integers(1, 3)),
            when=draw(conditions),
        )
        made.append(spec)
    return tuple(made)


@st.composite
def _answers(draw: st.DrawFn, asked: list[str]) -> dict[str, Spec]:
    """Answers to the questions asked, some of them with evidence. Only such as can be given."""
    answers = {}
    for name in draw(st.permutations(asked)):
        possible = [spec for spec in ANSWERS if name != VISITS or spec.get("answer") != "not_applicable"]
        # Unknown more often than not: there lies what is difficult.
        spec = draw(st.sampled_from(possible) | st.sampled_from([ANSWERS[3], None]))
        if spec is not None:
            answers[name] = {**spec, "evidence": EVIDENCE} if draw(st.booleans()) else spec
    return answers


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A world of one to five criteria of readiness, up to two of standards, and four questions."""
    readiness = draw(_criteria("c", 1, 5))
    standards = draw(_criteria("s", 0, 2))
    designated = draw(st.sampled_from(["2020-01-01", "2020-01-01", None]))
    asked = {item["id"] for spec in (*readiness, *standards) for item in spec["questions"]}
    npm: Spec = draw(st.sampled_from(DECISIONS))
    federal: bool | str = draw(st.booleans() | st.just("unknown"))
    return World(
        readiness=readiness,
        standards=standards,
        answers=draw(_answers(sorted(asked - {VISITS} if designated is None else asked))),
        npm={**npm, "designated": designated},
        federal=federal,
        require_evidence=draw(st.booleans()),
    )


@st.composite
def reordered(draw: st.DrawFn, world: World) -> World:
    """The same world with criteria, questions and answers in another order."""

    def shuffled(criteria: tuple[Spec, ...]) -> tuple[Spec, ...]:
        return tuple(
            {**spec, "questions": draw(st.permutations(spec["questions"]))} for spec in draw(st.permutations(criteria))
        )

    return replace(
        world,
        readiness=shuffled(world.readiness),
        standards=shuffled(world.standards),
        answers=dict(draw(st.permutations(list(world.answers.items())))),
    )

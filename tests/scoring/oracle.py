"""The rules of reasoning in their plainest form: go through every way in which the unknowns can turn out.

Nothing here is shared with the package. A completion gives every question one value (``None`` where it does not apply); a
case gives every fact one value. In one completion and one case nothing is open, and all the rules are a line each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import Any

from .worlds import QUESTIONS, VISITS, Case, World

__all__ = ["FACTS", "STAGES", "WORDS", "Oracle", "Outcome"]

Spec = dict[str, Any]
Value = Fraction | None
Completion = tuple[Value, ...]
"""The value of each question, in the order of ``QUESTIONS``."""

WORTH = {"no": Fraction(0), "partial": Fraction(1, 2), "yes": Fraction(1)}
WORDS = tuple(WORTH)
STAGES = ("ratification", "designation", "establishment", "operation")
WORST_FIRST = ("not_ready", "ready_with_gaps", "ready")
FACTS = ("npm.model", "state.federal")
COMBINE: dict[str, Callable[[Sequence[Fraction]], Fraction]] = {
    "mean": lambda values: sum(values, Fraction(0)) / len(values),
    "all": min,
    "any": max,
}


@dataclass(frozen=True)
class Outcome:
    """What should be said about a stage."""

    verdict: str | None
    possible: tuple[str, ...] = ()
    blockers: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    undecided_by: tuple[str, ...] = ()
    undecided_by_facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Oracle:
    """What the text of the design says about a world."""

    world: World

    # --- Questions and criteria ------------------------------------------------------------------------------------------

    def words(self, name: str) -> tuple[str | None, ...]:
        """The answers that a question can still turn out to have; ``None`` for "does not apply"."""
        if name == VISITS and self.world.npm["designated"] is None:
            return ("no",)
        given = self.world.answers.get(name, {})
        answer = given.get("answer", "unknown")
        bare = self.world.require_evidence and not given.get("evidence")
        if answer == "no" or (answer in WORDS and not bare):
            return (answer,)
        if answer == "partial":
            return ("no", "partial")
        if answer == "not_applicable" and not bare:
            return (None,)
        if "between" in given and not bare:
            low, high = given["between"]
            return WORDS[WORDS.index(low) : WORDS.index(high) + 1]
        return WORDS

    @cached_property
    def completions(self) -> list[Completion]:
        values = ([None if word is None else WORTH[word] for word in self.words(name)] for name in QUESTIONS)
        return list(product(*values))

    @cached_property
    def cases(self) -> list[Case]:
        return list(self.world.cases())

    @cached_property
    def _values(self) -> dict[str, list[Value]]:
        """The value of each criterion in each completion."""
        criteria = (*self.world.readiness, *self.world.standards)
        return {spec["id"]: [_value(spec, completion) for completion in self.completions] for spec in criteria}

    def bounds(self, spec: Spec) -> tuple[Fraction, Fraction] | None:
        """The least and the most that a criterion can come to; ``None`` where it does not apply in any case."""
        values = [value for value in self._values[spec["id"]] if value is not None]
        if not values or not any(_holds(spec, case) for case in self.cases):
            return None
        return min(values), max(values)

    def status(self, spec: Spec) -> str:
        bounds = self.bounds(spec)
        if bounds is None:
            return "not_applicable"
        if bounds[0] == 1:
            return "met"
        if bounds[1] == 0:
            return "not_met"
        return "partly_met" if bounds[0] > 0 and bounds[1] < 1 else "undetermined"

    def conditional(self, spec: Spec) -> bool:
        holds = {_holds(spec, case) for case in self.cases}
        return len(holds) == 2 and self.bounds(spec) is not None

    def is_gap(self, spec: Spec) -> bool:
        bounds = self.bounds(spec)
        return bounds is not None and bounds[1] < 1

    # --- Scores ----------------------------------------------------------------------------------------------------------

    def score(self, criteria: Iterable[Spec]) -> tuple[Fraction, Fraction] | None:
        """The least and the most that their mean can come to, over all completions and all cases."""
        listed = list(criteria)
        found = [score for case in self.cases for score in self._scores(listed, case)]
        return (min(found), max(found)) if found else None

    def _scores(self, criteria: Sequence[Spec], case: Case) -> Iterator[Fraction]:
        for number in range(len(self.completions)):
            parts = [(value, spec["weight"]) for spec, value in self._counting(criteria, case, number)]
            if parts:
                yield sum((value * weight for value, weight in parts), Fraction(0)) / sum(weight for _, weight in parts)

    def _counting(self, criteria: Iterable[Spec], case: Case, completion: int) -> list[tuple[Spec, Fraction]]:
        """The criteria that count in a case and a completion, with their values."""
        found = ((spec, self._values[spec["id"]][completion]) for spec in criteria if _holds(spec, case))
        return [(spec, value) for spec, value in found if value is not None]

    # --- Stages ----------------------------------------------------------------------------------------------------------

    def outcome(self, stage: str) -> Outcome:
        """What should be said about a stage."""
        in_cases = [self._verdicts(stage, case) for case in self.cases]
        if all(verdicts is None for verdicts in in_cases):
            return Outcome(None)
        told = [_told(verdicts) for verdicts in in_cases]
        verdict = told[0] if len(set(told)) == 1 else "undetermined"
        treaty = [spec for spec in self._scope(stage) if _is_treaty(spec)]
        blockers = [spec for spec in treaty if self.is_gap(spec) and not self.conditional(spec)]
        unsettled = [spec for spec in treaty if self._bounds(spec)[0] < 1 and spec not in blockers]
        return Outcome(
            verdict=verdict,
            possible=tuple(word for word in WORST_FIRST if any(word in (verdicts or ()) for verdicts in in_cases)),
            blockers=_sorted_ids(blockers),
            open=_sorted_ids(unsettled),
            undecided_by=self._undecided_by(stage, in_cases) if verdict == "undetermined" else (),
            undecided_by_facts=tuple(fact for fact in FACTS if self._hangs_on(fact, told)),
        )

    def verdict_by_bounds(self, stage: str, case: Case) -> str | None:
        """The verdict in one case in the words of the design, which go by the bounds of the criteria."""
        scope = [spec for spec in self._scope(stage) if _holds(spec, case)]
        if not any(spec["stage"] == stage for spec in scope):
            return None
        treaty = [self._bounds(spec) for spec in scope if _is_treaty(spec)]
        other = [self._bounds(spec) for spec in scope if not _is_treaty(spec)]
        if any(upper < 1 for _, upper in treaty):
            return "not_ready"
        if any(lower < 1 for lower, _ in treaty):
            return "undetermined"
        if any(upper < 1 for _, upper in other):
            return "ready_with_gaps"
        return "undetermined" if any(lower < 1 for lower, _ in other) else "ready"

    def _scope(self, stage: str) -> list[Spec]:
        """The readiness criteria of this stage and of those before it that apply in some case."""
        reached = STAGES[: STAGES.index(stage) + 1]
        return [spec for spec in self.world.readiness if spec["stage"] in reached and self.bounds(spec) is not None]

    def _verdicts(self, stage: str, case: Case) -> list[str] | None:
        """The verdict in each completion; ``None`` where the stage has no criterion of its own in this case."""
        scope = self._scope(stage)
        if not any(spec["stage"] == stage for spec, _ in self._counting(scope, case, 0)):
            return None
        return [_verdict(self._counting(scope, case, number)) for number in range(len(self.completions))]

    def _undecided_by(self, stage: str, in_cases: list[list[str] | None]) -> tuple[str, ...]:
        deciding = [
            name
            for place, name in enumerate(QUESTIONS)
            if any(self._differ_in_one(place, verdicts) for verdicts in in_cases if verdicts is not None)
        ]
        return tuple(sorted(deciding, key=lambda name: self._rank(stage, name)))

    def _differ_in_one(self, place: int, verdicts: list[str]) -> bool:
        """Whether two completions that differ in this question alone have different verdicts."""
        groups: dict[Completion, set[str]] = {}
        for completion, verdict in zip(self.completions, verdicts, strict=True):
            groups.setdefault((*completion[:place], *completion[place + 1 :]), set()).add(verdict)
        return any(len(group) > 1 for group in groups.values())

    def _rank(self, stage: str, name: str) -> tuple[bool, int, int, str]:
        opened = [
            spec
            for spec in self._scope(stage)
            if name in _asked(spec) and self._bounds(spec)[0] < self._bounds(spec)[1]
        ]
        return not any(map(_is_treaty, opened)), -len(opened), -sum(spec["weight"] for spec in opened), name

    def _hangs_on(self, fact: str, told: list[str | None]) -> bool:
        """Whether two cases that differ in this fact alone have different verdicts."""
        return any(
            told[one] != told[other]
            and all(self.cases[one][key] == self.cases[other][key] for key in FACTS if key != fact)
            for one, other in product(range(len(told)), repeat=2)
        )

    def _bounds(self, spec: Spec) -> tuple[Fraction, Fraction]:
        bounds = self.bounds(spec)
        assert bounds is not None
        return bounds


def _value(spec: Spec, completion: Completion) -> Value:
    known = dict(zip(QUESTIONS, completion, strict=True))
    values = [value for name in _asked(spec) if (value := known[name]) is not None]
    return COMBINE[spec["combine"]](values) if values else None


def _asked(spec: Spec) -> list[str]:
    return [item["id"] for item in spec["questions"]]


def _is_treaty(spec: Spec) -> bool:
    return bool(spec["provisions"] == ["opcat-18"])


def _holds(spec: Spec, case: Case) -> bool:
    wanted = spec["applies_when"] or {}
    return case["npm.model"] in wanted.get("model", [case["npm.model"]]) and (
        case["state.federal"] == wanted.get("federal", case["state.federal"])
    )


def _verdict(scope: list[tuple[Spec, Fraction]]) -> str:
    short = [spec for spec, value in scope if value < 1]
    if any(map(_is_treaty, short)):
        return "not_ready"
    return "ready_with_gaps" if short else "ready"


def _told(verdicts: list[str] | None) -> str | None:
    """The verdict in one case: the one of all completions, else ``undetermined``."""
    if verdicts is None:
        return None
    return verdicts[0] if len(set(verdicts)) == 1 else "undetermined"


def _sorted_ids(criteria: Iterable[Spec]) -> tuple[str, ...]:
    """By stage, dimension (their ids happen to sort as the catalogue lists them) and id."""
    ordered = sorted(criteria, key=lambda spec: (STAGES.index(spec["stage"]), spec["dimension"], spec["id"]))
    return tuple(spec["id"] for spec in ordered)

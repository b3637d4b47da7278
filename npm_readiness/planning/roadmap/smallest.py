"""The fewest questions to raise, found exactly.

The problem. Some needs must be filled: of a need that wants all its questions each must be raised, of a need that wants one any
will do. Raising a question may demand that other criteria be closed first, and these have needs of their own.

Why it is exact. What must be raised whatever is chosen (questions of needs that want all, and what these demand, and so on) is a
closure, and it is in every set that does it. What is left are needs that want one of several questions, none of them raised yet.
Every set that does it holds one of the questions of such a need, so trying each in turn, with the closure of each, and keeping the
smallest leaves none out. Needs that share no question, nor anything that their questions demand, are apart: the smallest set for
both is the smallest for the one with the smallest for the other. Among sets of the same size the one with the smaller ids counts:
the one that holds the smallest id of all in which the two differ. That too is decided part by part.

How large it can become. Without criteria that are combined by the strongest question (there is none in the checklists that come
with the package) nothing is left to try, and the work grows with the number of questions and references. With them it grows with
the product of the choices within one part; parts of needs that are apart add up. A branch that cannot be smaller than the best
found is not followed. Where a part would take more than ``MOST_STEPS`` steps, or have needs gone through more than
``MOST_LOOKED_AT`` times, the first choice counts from there on, and the result says that it is not proven smallest: it does what is
asked all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from npm_readiness.planning.roadmap.needs import Need

__all__ = ["MOST_STEPS", "Smallest", "smallest_set"]

MOST_STEPS = 2_000
"""So many choices are tried at most for one set; each takes a fraction of a millisecond."""

MOST_LOOKED_AT = 100_000
"""So many needs are looked at for all choices together: of a part of thousands of needs fewer choices are tried."""

DEEPEST = 200
"""So many choices are made one within the other at most."""


@dataclass(frozen=True, slots=True)
class Smallest:
    """The questions to raise, and whether it is proven that fewer do not do."""

    questions: frozenset[str]
    proven: bool


def smallest_set(
    goal: Iterable[Need], needs: Mapping[str, Sequence[Need]], order: Mapping[str, Sequence[str]]
) -> Smallest:
    """The fewest questions that fill all needs of ``goal``, closed under ``order``.

    ``order`` says for each question which criteria must be closed when it is raised, ``needs`` what each criterion needs for that.
    """
    search = _Search(needs, order)
    questions = search.best(frozenset(), tuple(dict.fromkeys(goal)), 0)
    return Smallest(questions, not search.given_up)


@dataclass
class _Search:
    needs: Mapping[str, Sequence[Need]]
    order: Mapping[str, Sequence[str]]
    steps: int = 0
    looked_at: int = 0
    given_up: bool = False
    _reach: dict[str, frozenset[str]] = field(default_factory=dict)

    def best(self, raised: frozenset[str], goal: Sequence[Need], depth: int) -> frozenset[str]:
        """The smallest set that holds ``raised`` (which is closed already) and fills ``goal``."""
        raised, choices = self._closed(raised, goal)
        for part in self._parts(raised, choices):
            raised |= self._best_of_part(raised, part, depth)
        return raised

    def _best_of_part(self, raised: frozenset[str], part: Sequence[Need], depth: int) -> frozenset[str]:
        """What one part adds: each question of its narrowest need is tried."""
        narrowest = min(part, key=lambda need: (len(need.questions), need.questions))
        found: frozenset[str] | None = None
        if self.steps >= MOST_STEPS or self.looked_at >= MOST_LOOKED_AT or depth >= DEEPEST:
            return self._first_that_does(raised, part) - raised
        for question in narrowest.questions:
            self.steps += 1
            self.looked_at += len(part)
            first = Need(narrowest.criterion, (question,), one=False)
            closed, left = self._closed(raised, (first, *part))
            if found is not None and len(closed - raised) + self._apart(left) > len(found):
                continue
            added = self.best(closed, left, depth + 1) - raised
            if found is None or (len(added), sorted(added)) < (len(found), sorted(found)):
                found = added
        return found or frozenset()

    def _first_that_does(self, raised: frozenset[str], goal: Sequence[Need]) -> frozenset[str]:
        """A set that does it: of each need that leaves a choice the first question."""
        self.given_up = True
        waiting = [(need.questions, need.criterion) for need in goal]
        heapify(waiting)
        while waiting:
            questions, criterion = heappop(waiting)
            if raised.isdisjoint(questions):
                raised, more = self._closed(raised, (Need(criterion, questions[:1], one=False),))
                for need in more:
                    heappush(waiting, (need.questions, need.criterion))
        return raised

    def _closed(self, raised: frozenset[str], goal: Sequence[Need]) -> tuple[frozenset[str], tuple[Need, ...]]:
        """What must be raised whatever is chosen, and the needs that leave a choice."""
        done, waiting, demanded = set(raised), list(goal), set[str]()
        choices: list[Need] = []
        while waiting:
            need = waiting.pop()
            if need.one and len(need.questions) > 1:
                choices.append(need)
                continue
            for question in need.questions:
                if question not in done:
                    done.add(question)
                    for criterion in self.order.get(question, ()):
                        if criterion not in demanded:
                            demanded.add(criterion)
                            waiting += self.needs.get(criterion, ())
        left = (need for need in choices if done.isdisjoint(need.questions))
        return frozenset(done), tuple(sorted(set(left), key=lambda need: (need.questions, need.criterion)))

    def _parts(self, raised: frozenset[str], choices: Sequence[Need]) -> list[list[Need]]:
        """The needs in parts that have nothing to do with each other beyond what is raised anyhow."""
        parent = list(range(len(choices)))

        def foremost(number: int) -> int:
            while parent[number] != number:
                parent[number] = number = parent[parent[number]]
            return number

        met: dict[str, int] = {}
        for number, need in enumerate(choices):
            for question in need.questions:
                for reached in self._reached(question):
                    if reached not in raised:
                        parent[foremost(number)] = foremost(met.setdefault(reached, number))
        parts: dict[int, list[Need]] = {}
        for number, need in enumerate(choices):
            parts.setdefault(foremost(number), []).append(need)
        return list(parts.values())

    def _reached(self, question: str) -> frozenset[str]:
        """Every question that raising one can have to do with."""
        if question not in self._reach:
            found, waiting = {question}, [question]
            while waiting:
                for criterion in self.order.get(waiting.pop(), ()):
                    for other in (name for need in self.needs.get(criterion, ()) for name in need.questions):
                        if other not in found:
                            found.add(other)
                            waiting.append(other)
            self._reach[question] = frozenset(found)
        return self._reach[question]

    @staticmethod
    def _apart(choices: Sequence[Need]) -> int:
        """How many of these needs share no question: so many questions must still be raised at least."""
        taken, number = set[str](), 0
        for need in choices:
            if taken.isdisjoint(need.questions):
                taken.update(need.questions)
                number += 1
        return number

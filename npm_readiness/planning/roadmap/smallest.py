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
with the package) nothing is left to try, and the work grows with the number of questions and references. With them, a part is
filled once, however often it comes up (``parts.py`` says when two parts are equal), and is cut in its middle, so that it falls
apart: of needs in a row few different parts come up. What is tangled all through grows with the product of the choices within one
part. A branch that cannot be smaller than the best found is not followed. Where more than ``MOST_LOOKED_AT`` questions of needs
would be gone through, the first choice counts from there on, and the result says that it is not proven smallest: it does what is
asked all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from npm_readiness.planning.roadmap.needs import Need
from npm_readiness.planning.roadmap.parts import Demands, Part, parts_of

__all__ = ["MOST_LOOKED_AT", "Known", "Smallest", "smallest_set"]

MOST_LOOKED_AT = 500_000
"""So many questions of needs are gone through for all choices together: of a part of thousands of needs fewer choices are tried."""

DEEPEST = 150
"""So many choices are made one within the other at most."""


@dataclass(frozen=True, slots=True)
class Smallest:
    """The questions to raise, and whether it is proven that fewer do not do."""

    questions: frozenset[str]
    proven: bool


@dataclass
class Known:
    """What was found for parts, and how much was gone through for it: to be shared by sets that are looked for together."""

    parts: dict[Part, Smallest] = field(default_factory=dict)
    looked_at: int = 0

    @property
    def spent(self) -> bool:
        """Whether no more choices are tried."""
        return self.looked_at >= MOST_LOOKED_AT


def smallest_set(
    goal: Iterable[Need],
    needs: Mapping[str, Sequence[Need]],
    order: Mapping[str, Sequence[str]],
    known: Known | None = None,
) -> Smallest:
    """The fewest questions that fill all needs of ``goal``, closed under ``order``.

    ``order`` says for each question which criteria must be closed when it is raised, ``needs`` what each criterion needs for that.
    """
    search = _Search(Demands(needs, order), Known() if known is None else known)
    return search.best(frozenset(), tuple(dict.fromkeys(goal)), 0)


@dataclass(frozen=True)
class _Search:
    demands: Demands
    known: Known

    def best(self, raised: frozenset[str], goal: Iterable[Need], depth: int) -> Smallest:
        """The fewest questions that fill ``goal`` beside those that are raised, which are closed already."""
        added, choices = self._closed(raised, goal)
        return self._with_choices(raised, added, choices, depth)

    def _with_choices(
        self, raised: frozenset[str], added: frozenset[str], choices: Iterable[Need], depth: int
    ) -> Smallest:
        """What must be added, with the fewest that fill the choices that are left by it."""
        found = [self._of_part(part, depth) for part in parts_of(choices, raised | added, self.demands)]
        return Smallest(added.union(*(one.questions for one in found)), all(one.proven for one in found))

    def _of_part(self, part: Part, depth: int) -> Smallest:
        found = self.known.parts.get(part)
        if found is None:
            given_up = self.known.spent or depth >= DEEPEST
            found = (
                Smallest(frozenset(self._first_that_does(part)), proven=False) if given_up else self._tried(part, depth)
            )
            self.known.parts[part] = found
        return found

    def _tried(self, part: Part, depth: int) -> Smallest:
        """What one part adds: each question of the need that divides it is tried."""
        dividing = part.dividing()
        found: Smallest | None = None
        proven = True
        for question in dividing.questions:
            if found is not None and self.known.spent:
                return Smallest(found.questions, proven=False)
            self.known.looked_at += part.size
            first = Need(dividing.criterion, (question,), one=False)
            added, left = self._closed(part.raised, (first, *part.needs))
            if found is not None and len(added) + _apart(left) > len(found.questions):
                continue
            this = self._with_choices(part.raised, added, left, depth + 1)
            proven = proven and this.proven
            if found is None or _rank(this) < _rank(found):
                found = this
        return Smallest(found.questions if found else frozenset(), proven)

    def _first_that_does(self, part: Part) -> set[str]:
        """Questions that fill a part: of each need that leaves a choice the first one."""
        raised = set(part.raised)
        waiting = [(need.questions, need.criterion) for need in part.needs]
        heapify(waiting)
        while waiting:
            questions, criterion = heappop(waiting)
            if raised.isdisjoint(questions):
                more, choices = self._closed(raised, (Need(criterion, questions[:1], one=False),))
                raised |= more
                for need in choices:
                    heappush(waiting, (need.questions, need.criterion))
        return raised - part.raised

    def _closed(self, raised: AbstractSet[str], goal: Iterable[Need]) -> tuple[frozenset[str], tuple[Need, ...]]:
        """What must be raised besides, whatever is chosen, and the needs that leave a choice."""
        added, waiting, demanded = set[str](), list(goal), set[str]()
        choices: dict[Need, None] = {}
        while waiting:
            need = waiting.pop()
            if need.one and len(need.questions) > 1:
                choices[need] = None
                continue
            for question in need.questions:
                if question not in added and question not in raised:
                    added.add(question)
                    for _, criterion, needed in self.demands.of(question):
                        if criterion not in demanded:
                            demanded.add(criterion)
                            waiting += needed
        left = (need for need in choices if not any(name in added or name in raised for name in need.questions))
        return frozenset(added), tuple(sorted(left, key=lambda need: (need.questions, need.criterion)))


def _rank(found: Smallest) -> tuple[int, list[str]]:
    """Fewer questions go before more, and of as many those with the smaller ids."""
    return len(found.questions), sorted(found.questions)


def _apart(choices: Sequence[Need]) -> int:
    """How many of these needs share no question: so many questions must still be raised at least."""
    taken, number = set[str](), 0
    for need in choices:
        if taken.isdisjoint(need.questions):
            taken.update(need.questions)
            number += 1
    return number

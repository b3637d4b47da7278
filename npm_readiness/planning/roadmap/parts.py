"""Needs that leave a choice, in parts that have nothing to do with each other."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from npm_readiness.planning.roadmap.needs import Need

__all__ = ["Demands", "Part", "parts_of"]

Demand = tuple[str, str, tuple[Need, ...]]
"""A question, a criterion that must be closed before it is raised, and what that criterion needs."""


@dataclass(frozen=True, slots=True)
class Demands:
    """What raising a question brings with it.

    ``order`` says for each question which criteria must be closed when it is raised, ``needs`` what each criterion needs for that.
    """

    needs: Mapping[str, Sequence[Need]]
    order: Mapping[str, Sequence[str]]

    def of(self, question: str) -> Iterator[Demand]:
        """What must be done before a question is raised; nothing for most."""
        for criterion in self.order.get(question, ()):
            yield question, criterion, tuple(self.needs.get(criterion, ()))


@dataclass(frozen=True, slots=True)
class Part:
    """Needs that are joined by questions, and all on which it hangs what fills them with the fewest.

    ``raised`` are the questions within reach that are raised already, ``demands`` what the others within reach bring with them. So
    equal parts, in whatever search they come up, are filled by the same questions.
    """

    needs: tuple[Need, ...]
    raised: frozenset[str]
    demands: tuple[Demand, ...]

    @property
    def size(self) -> int:
        """How much there is to go through: the questions, each as often as it is named."""
        return sum(len(need.questions) for need in self.needs) + len(self.demands)

    def dividing(self) -> Need:
        """A need with the fewest questions, of these one near the middle: what is left when it is filled falls apart.

        A row of needs, each sharing a question with the next, is so cut again and again, and few different parts come up in it:
        which one of the middle half it is hangs on the need alone, so that a row that lost its end is cut at the same place.
        """
        row = self._row(self._row(self.needs[0])[-1])
        quarter = len(row) // 4
        middle = frozenset(row[quarter : len(row) - quarter])
        return min(self.needs, key=lambda need: (len(need.questions), need not in middle, _lot(need), need.questions))

    def _row(self, first: Need) -> list[Need]:
        """The needs that are joined with ``first`` by questions of their own, the nearest first."""
        asking: dict[str, list[Need]] = {}
        for need in self.needs:
            for question in need.questions:
                asking.setdefault(question, []).append(need)
        found, waiting = {first: None}, deque([first])
        while waiting:
            for question in waiting.popleft().questions:
                for other in asking.pop(question, ()):
                    if other not in found:
                        found[other] = None
                        waiting.append(other)
        return list(found)


def parts_of(needs: Iterable[Need], raised: Collection[str], demands: Demands) -> list[Part]:
    """The needs in parts that have nothing to do with each other beyond what is raised anyhow.

    ``needs`` each leave a choice among questions of which none is raised; ``raised`` is closed under ``demands``.
    """
    joined = _Joined()
    within: dict[str, list[Demand]] = {}
    waiting: list[str] = []
    needs = tuple(needs)
    for need in needs:
        joined.join(need.questions)
        waiting += need.questions
    while waiting:
        question = waiting.pop()
        if question in within:
            continue
        within[question] = list(demands.of(question))
        for other in (other for demand in within[question] for other in _left_to(demand, raised)):
            joined.join((question, other))
            waiting.append(other)
    found: dict[str, tuple[list[Need], list[Demand]]] = {}
    for need in needs:
        found.setdefault(joined.foremost(need.questions[0]), ([], []))[0].append(need)
    for question, brought in within.items():
        found[joined.foremost(question)][1].extend(brought)
    return [_part(of_part, brought, raised) for of_part, brought in found.values()]


def _lot(need: Need) -> int:
    """A number that has nothing to do with the place of a need in a row, where ids mostly run along it."""
    return crc32(need.criterion.encode())


def _left_to(demand: Demand, raised: Collection[str]) -> Iterator[str]:
    """The questions that a demand may still have raised."""
    for need in demand[2]:
        left = [name for name in need.questions if name not in raised]
        if not need.one or len(left) == len(need.questions):
            yield from left


def _part(needs: Sequence[Need], brought: Sequence[Demand], raised: Collection[str]) -> Part:
    near = (name for *_, needed in brought for need in needed for name in need.questions)
    return Part(
        tuple(needs),
        frozenset(name for name in near if name in raised),
        tuple(sorted(brought, key=lambda demand: demand[:2])),
    )


class _Joined:
    """Questions that have to do with each other: of those that do, one stands for all."""

    def __init__(self) -> None:
        self._towards: dict[str, str] = {}

    def foremost(self, name: str) -> str:
        """The one that stands for a question."""
        towards = self._towards
        while (nearer := towards.setdefault(name, name)) != name:
            towards[name] = name = towards[nearer]
        return name

    def join(self, names: Sequence[str]) -> None:
        """Some questions have to do with each other."""
        first = self.foremost(names[0])
        for name in names[1:]:
            self._towards[self.foremost(name)] = first

"""The verdict on a stage: what the answers decide, what they leave possible, and on which questions it still hangs.

A verdict looks only at whether each criterion of its scope is fully met. So what is possible can be found exactly: the
best outcome raises every open question to its upper bound, and any other is reached from there by lowering some.

What lowering can do is told by ways to miss: sets of open questions that keep a criterion from being fully met when all of them
turn out badly. A criterion that wants all its questions is missed by each of them alone, one that wants the strongest by all of
them together. A criterion is missed exactly when one of its ways lies within what is lowered. So a verdict can fall by lowering
one question more, in some outcome of the others, exactly when the question stands in a smallest way: one with no other way within.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property

from npm_readiness.models.numbers import Interval
from npm_readiness.models.vocabulary import Combine, Verdict
from npm_readiness.records import record
from npm_readiness.scoring.combination import combined

__all__ = ["Scope", "ScopedCriterion", "smallest_ways"]

NOTHING: frozenset[str] = frozenset()

Way = frozenset[str]
"""Open questions that, turning out badly together, keep a criterion from being fully met."""


@record(frozen=True)
class ScopedCriterion:
    """A criterion as a verdict sees it: whether the treaty asks for it, and its questions as far as they apply."""

    id: str
    treaty: bool
    weight: int
    combine: Combine
    questions: Mapping[str, Interval]
    can_be_met: bool = field(init=False, repr=False, compare=False)
    """Whether it is fully met when all questions turn out as well as they can."""

    def __post_init__(self) -> None:
        met = [interval.can_be_full for interval in self.questions.values()]
        object.__setattr__(self, "can_be_met", any(met) if self.combine is Combine.ANY else all(met))

    @cached_property
    def open_questions(self) -> frozenset[str]:
        """The questions that can still turn out in more than one way."""
        return frozenset(question for question, interval in self.questions.items() if not interval.settled)

    @cached_property
    def left_open_by(self) -> frozenset[str]:
        """Its open questions, if they leave its result open: none where the strongest answer has settled it."""
        interval = combined(self.combine, self.questions.values())
        return NOTHING if interval is None or interval.settled else self.open_questions

    @cached_property
    def ways_to_miss(self) -> tuple[Way, ...]:
        """What keeps it from being fully met, where it can be; none where it surely is, or surely is not."""
        if not self.can_be_met:
            return ()
        if self.combine is not Combine.ANY:
            return tuple(frozenset({question}) for question in sorted(self.open_questions))
        if any(interval.full for interval in self.questions.values()):
            return ()
        return (frozenset(question for question, interval in self.questions.items() if interval.can_be_full),)


@record(frozen=True)
class Scope:
    """The applicable readiness criteria of a stage and of those before it, in one case."""

    criteria: tuple[ScopedCriterion, ...]

    @cached_property
    def _gaps(self) -> tuple[ScopedCriterion, ...]:
        return tuple(criterion for criterion in self.criteria if not criterion.can_be_met)

    @cached_property
    def _settled(self) -> bool:
        """Whether a treaty gap decides the verdict, whatever else turns out."""
        return any(criterion.treaty for criterion in self._gaps)

    @cached_property
    def _ways(self) -> frozenset[Way]:
        """The ways to miss a treaty criterion."""
        return frozenset(way for criterion in self.criteria if criterion.treaty for way in criterion.ways_to_miss)

    @cached_property
    def _other_ways(self) -> frozenset[Way]:
        """The ways to miss another criterion."""
        return frozenset(way for criterion in self.criteria if not criterion.treaty for way in criterion.ways_to_miss)

    @cached_property
    def _smallest(self) -> _Ways:
        return _Ways(smallest_ways(self._ways))

    def verdict(self) -> Verdict:
        """The verdict when every question turns out as well as it can."""
        if self._settled:
            return Verdict.NOT_READY
        return Verdict.READY_WITH_GAPS if self._gaps else Verdict.READY

    def possible(self) -> frozenset[Verdict]:
        """The verdicts that the open questions still allow."""
        if self._settled:
            return frozenset({Verdict.NOT_READY})
        found = {self.verdict()}
        if self._ways:
            found.add(Verdict.NOT_READY)
        if any(not self._smallest.lie_within(way) for way in self._other_ways):
            # Some other criterion can fall short while every treaty criterion is fully met.
            found.add(Verdict.READY_WITH_GAPS)
        return frozenset(found)

    def undecided_by(self, *, but: frozenset[str] = NOTHING) -> frozenset[str]:
        """The questions on whose answer the verdict can depend: in some outcome of the others it decides between two.

        Questions in ``but`` are not looked at.
        """
        if self._settled:
            return NOTHING
        # With a gap the State is not ready without gaps whatever turns out, and one gap more makes no difference.
        ways = (
            [self._smallest.ways] if self._gaps else [self._smallest.ways, smallest_ways(self._ways | self._other_ways)]
        )
        return NOTHING.union(*(way for smallest in ways for way in smallest)) - but


class _Ways:
    """Ways to miss, so kept that it is quickly found whether one of them lies within a set."""

    def __init__(self, ways: Iterable[Way]) -> None:
        self.ways = tuple(ways)
        often: dict[str, int] = {}
        for way in self.ways:
            for question in way:
                often[question] = often.get(question, 0) + 1
        self._by_rarest: dict[str, list[Way]] = {}
        for way in self.ways:
            # Within a set lies only what has its rarest question there.
            rarest = min(way, key=lambda question: (often[question], question))
            self._by_rarest.setdefault(rarest, []).append(way)

    def lie_within(self, questions: Way, *, but: Way = NOTHING) -> bool:
        """Whether one of the ways, other than ``but``, lies within these questions."""
        return any(
            way <= questions and way != but
            for question in questions
            if question in self._by_rarest
            for way in self._by_rarest[question]
        )


def smallest_ways(ways: Iterable[Way]) -> tuple[Way, ...]:
    """Those of the ways within which no other lies.

    The steps grow with the questions named, and at worst with the square of the ways of more than one question.
    """
    distinct = frozenset(ways)
    alone = NOTHING.union(*(way for way in distinct if len(way) == 1))
    several = [way for way in distinct if len(way) > 1 and alone.isdisjoint(way)]
    known = _Ways(several)
    smallest = [way for way in several if not known.lie_within(way, but=way)]
    return (*(frozenset({question}) for question in alone), *smallest)

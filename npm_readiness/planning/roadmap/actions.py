"""The actions of today's gaps, each with what it raises, by what it is carried out, and what must come before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.instruments_of_change import DueRule, InstrumentOfChange
from npm_readiness.models.vocabulary import Addressee, Combine
from npm_readiness.planning.roadmap.instruments import due_of, instrument_of
from npm_readiness.planning.roadmap.result import Needless
from npm_readiness.scoring.actions import ChosenAction, chosen_actions
from npm_readiness.scoring.outcomes import CriterionResult
from npm_readiness.scoring.results import Results
from npm_readiness.scoring.roadmap import in_order

__all__ = ["Action", "actions_of"]


@dataclass(frozen=True)
class Action:
    """One thing to do about one gap. ``before`` are the gaps of today that must be closed first.

    ``after`` are the gaps that the criterion itself names, those that wait included; ``done``: it has been carried out already.
    """

    id: str
    result: CriterionResult
    chosen: ChosenAction
    instrument: InstrumentOfChange
    raises: tuple[str, ...]
    after: tuple[str, ...]
    before: frozenset[str]
    due: DueRule | None
    needless_if: Needless
    done: bool

    @property
    def criterion(self) -> str:
        """The gap that it closes or helps to close."""
        return self.result.criterion.id

    @property
    def addressee(self) -> Addressee:
        """Who does it."""
        return self.chosen.addressee


def actions_of(results: Results, catalogue: Catalogue, done: Sequence[str]) -> tuple[Action, ...]:
    """The actions of the gaps that do not wait, in an order in which each gap stands behind those that must come before it."""
    gaps = {result.criterion.id: result for result in results.criteria if result.gap}
    today = {name: result for name, result in gaps.items() if not result.waits}
    after = {entry.criterion.id: entry.criterion.after for entry in catalogue}
    before = _nearest(today, after)
    places = {name: number for number, name in enumerate(gaps)}
    carried_out = frozenset(done)
    return tuple(
        action
        for name in in_order(list(today), after)
        for action in _actions(today[name], results, catalogue, _Order(places, before[name]), carried_out)
    )


def _nearest(today: Mapping[str, object], after: Mapping[str, Sequence[str]]) -> Mapping[str, frozenset[str]]:
    """For each gap of today the nearest ones that must come before, through criteria on which nothing is to be done today."""
    found = {}
    for name in today:
        nearest, seen, waiting = set[str](), set[str](), list(after.get(name, ()))
        while waiting:
            earlier = waiting.pop()
            if earlier in today:
                nearest.add(earlier)
            elif earlier not in seen:
                seen.add(earlier)
                waiting += after.get(earlier, ())
        found[name] = frozenset(nearest)
    return found


@dataclass(frozen=True, slots=True)
class _Order:
    places: Mapping[str, int]
    """Of all gaps, those included that wait."""

    before: frozenset[str]


def _actions(
    result: CriterionResult, results: Results, catalogue: Catalogue, order: _Order, done: frozenset[str]
) -> Iterator[Action]:
    criterion = result.criterion
    chosen = chosen_actions(result, results.situation)
    short = _short(result)
    own: set[str | None] = {action.question for action in chosen if action.question is not None}
    several: dict[str, int] = {}
    for action in chosen:
        raises = _raised(action, result, short, own)
        name = criterion.id if action.question is None else f"{criterion.id}.{action.question}"
        several[name] = several.get(name, 0) + 1
        yield Action(
            id=name if several[name] == 1 else f"{name}.{several[name]}",
            result=result,
            chosen=action,
            instrument=instrument_of(action, result, catalogue),
            raises=raises,
            after=tuple(sorted({*criterion.after} & order.places.keys(), key=order.places.__getitem__)),
            before=order.before,
            due=due_of(action, result, catalogue),
            needless_if=_needless(action, result, raises, short),
            done=criterion.id in done or (bool(raises) and done.issuperset(raises)),
        )


def _short(result: CriterionResult) -> tuple[str, ...]:
    """The questions that are known to fall short in some case in which the criterion counts, in their order."""
    counting = [outcome for outcome in result.outcomes if outcome.interval is not None]
    short = {
        answer.question.id
        for outcome in counting
        for answer in outcome.answers
        if answer.interval is not None and answer.interval.upper < 1
    }
    return tuple(name for name in result.criterion.question_ids if name in short)


def _raised(
    action: ChosenAction, result: CriterionResult, short: tuple[str, ...], own: set[str | None]
) -> tuple[str, ...]:
    """What an action raises to yes: its question; of the criterion as a whole those that have no action of their own here."""
    if result.finding is not None:
        return (result.criterion.id,)
    if action.question is not None:
        return (action.question,)
    return tuple(name for name in short if name not in own) or short


def _needless(
    action: ChosenAction, result: CriterionResult, raises: tuple[str, ...], short: tuple[str, ...]
) -> Needless:
    """What is not known and may make an action needless.

    Whether the criterion applies at all; of an action for the criterion as a whole, its questions that may be met already; and
    where the strongest question counts, the other ways to close the gap.
    """
    strongest = result.criterion.combine is Combine.ANY
    parts = [
        answer.question.id
        for answer in result.answers
        if answer.interval is not None and answer.interval.upper == 1 and answer.interval.lower < 1
    ]
    return Needless(
        facts=result.depends_on if result.conditional else (),
        questions=tuple(parts) if action.question is None else (),
        alternatives=tuple(name for name in short if name not in raises) if strongest else (),
    )

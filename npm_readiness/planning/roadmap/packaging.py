"""Actions gathered into packages, in an order in which each package can be carried out when its turn comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from npm_readiness.models.instruments_of_change import InstrumentOfChange
from npm_readiness.models.vocabulary import Addressee
from npm_readiness.planning.roadmap.actions import Action
from npm_readiness.problems import InputError, Place, problem_at

__all__ = ["Bundle", "bundled"]

Key = tuple[str, ...]

MOST_WORK = 100_000
"""For each package the verdicts are reckoned anew from all criteria: packages times actions, at most."""

FEWEST = 50
"""So many packages are planned however many actions there are."""


@dataclass(frozen=True)
class Bundle:
    """What one addressee does by one instrument: its actions in their order, and the bundles that must be done before.

    ``part`` and ``of``: which part it is of what would be one, had the order of criteria not made a circle.
    """

    id: str
    addressee: Addressee
    instrument: InstrumentOfChange
    actions: tuple[Action, ...]
    part: int
    of: int
    before: tuple[str, ...]

    @property
    def criteria(self) -> frozenset[str]:
        """The gaps on which it works."""
        return frozenset(action.criterion for action in self.actions)


def bundled(actions: Sequence[Action]) -> tuple[Bundle, ...]:
    """The actions in packages.

    Actions of one addressee and one instrument are one package; where an instrument is no one text, of one stage as well. The
    packages stand so that whatever must come before a package stands before it, else in the order of their first actions. Where
    that cannot be, since one package must come both before and after another, what can be done of one is taken as a part by
    itself, and the rest comes later; nothing is split as long as some package can be carried out whole.

    Raises :class:`~npm_readiness.problems.InputError` where the order of the criteria makes so many packages that what each of them
    unlocks cannot be told.
    """
    most = max(MOST_WORK // max(len(actions), 1), FEWEST)
    waiting = {key: list(of_key) for key, of_key in _by_key(actions).items()}
    open_actions = Counter(action.criterion for action in actions)
    parts: list[tuple[Key, list[Action]]] = []
    while waiting:
        takeable = {key: _takeable(of_key, open_actions) for key, of_key in waiting.items()}
        whole = (key for key, of_key in waiting.items() if len(takeable[key]) == len(of_key))
        key = next(whole, None) or next(key for key, some in takeable.items() if some)
        parts.append((key, takeable[key]))
        if len(parts) > most:
            raise InputError([problem_at(Place("after"), "packages-too-many", actions=len(actions), limit=most)])
        taken = {action.id for action in takeable[key]}
        open_actions -= Counter(action.criterion for action in takeable[key])
        waiting[key] = [action for action in waiting[key] if action.id not in taken]
        if not waiting[key]:
            del waiting[key]
    return _bundles(parts)


def _by_key(actions: Iterable[Action]) -> Mapping[Key, list[Action]]:
    found: dict[Key, list[Action]] = {}
    for action in actions:
        stage = () if action.instrument.one_text else (action.result.criterion.stage.value,)
        found.setdefault((action.addressee.value, action.instrument.id, *stage), []).append(action)
    return found


def _takeable(of_key: Sequence[Action], open_actions: Mapping[str, int]) -> list[Action]:
    """The actions of a package that can be carried out now: what must come before each is done, or is among them and whole.

    The actions stand in an order in which what comes first stands first, so one look through them is enough.
    """
    own = Counter(action.criterion for action in of_key)
    taken: list[Action] = []
    barred = {name for name, number in open_actions.items() if number and own[name] < number}
    for action in of_key:
        if barred.isdisjoint(action.before):
            taken.append(action)
        else:
            barred.add(action.criterion)
    return taken


def _bundles(parts: Sequence[tuple[Key, list[Action]]]) -> tuple[Bundle, ...]:
    of = Counter(key for key, _ in parts)
    part = Counter[Key]()
    last_of: dict[str, list[str]] = {}
    bundles: list[Bundle] = []
    for key, actions in parts:
        part[key] += 1
        name = "-".join(key).replace("_", "-")
        name = name if of[key] == 1 else f"{name}-{part[key]}"
        needed = {bundle for action in actions for criterion in action.before for bundle in last_of.get(criterion, ())}
        bundle = Bundle(
            id=name,
            addressee=actions[0].addressee,
            instrument=actions[0].instrument,
            actions=tuple(actions),
            part=part[key],
            of=of[key],
            before=tuple(other.id for other in bundles if other.id in needed),
        )
        bundles.append(bundle)
        for criterion in bundle.criteria:
            last_of.setdefault(criterion, []).append(name)
    return tuple(bundles)

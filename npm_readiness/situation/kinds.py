"""What kinds of institution the mechanism consists of, by all that is possible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.bodies import Body, Npm
from npm_readiness.models.vocabulary import InstitutionKind
from npm_readiness.situation.mechanism import BodyDates, bodies_of, can_have, surely

__all__ = ["possible_kinds"]

Kinds = frozenset[InstitutionKind]


def possible_kinds(npm: Npm, dates: Sequence[BodyDates], as_of: date) -> tuple[tuple[InstitutionKind, ...], ...]:
    """The sets of kinds that are possible: of the bodies that are the mechanism all together, of candidates any one of them.

    ``dates`` are those of the bodies of ``npm``. A body that only may be the mechanism is in it or not.
    """
    bodies = bodies_of(npm) or ()
    if not bodies:
        sets: Iterable[Kinds] = {Kinds({kind}) for kind in _kinds_of(npm.institution_kind)}
    else:
        sets = _together(bodies, dates, as_of) | {Kinds({kind}) for kind in _of_candidates(bodies, dates, as_of)}
    order = list(InstitutionKind)
    return tuple(
        sorted((tuple(sorted(kinds, key=order.index)) for kinds in sets), key=lambda kinds: [*map(order.index, kinds)])
    )


def _together(bodies: Sequence[Body], dates: Sequence[BodyDates], as_of: date) -> set[Kinds]:
    """The kinds of the bodies that are the mechanism, in every way in which at least one is.

    The order of the bodies makes no difference, and of bodies that are alike one more adds nothing once there are as many as kinds.
    """
    alike = Counter(
        (body.kind, _can_be_it(known, as_of), _can_be_none(known, as_of))
        for body, known in zip(bodies, dates, strict=True)
    )
    sets = {Kinds()}
    for (own, can_be_it, can_be_none), number in alike.items():
        for _ in range(min(number, len(InstitutionKind))):
            joined = {kinds | {kind} for kinds in sets for kind in _kinds_of(own)} if can_be_it else set()
            sets = joined | (sets if can_be_none else set())
    return sets - {Kinds()}


def _of_candidates(bodies: Sequence[Body], dates: Sequence[BodyDates], as_of: date) -> set[InstitutionKind]:
    """The kinds of the bodies that may become the mechanism, where none must be it; of former ones where there are no others."""
    if not all(_can_be_none(known, as_of) for known in dates):
        return set()
    only_former = all(can_have(known.ended, as_of) for known in dates)
    return {
        kind
        for body, known in zip(bodies, dates, strict=True)
        if only_former or not surely(known.ended, as_of)
        for kind in _kinds_of(body.kind)
    }


def _can_be_it(known: BodyDates, as_of: date) -> bool:
    return can_have(known.designated, as_of) and not surely(known.ended, as_of)


def _can_be_none(known: BodyDates, as_of: date) -> bool:
    return not surely(known.designated, as_of) or can_have(known.ended, as_of)


def _kinds_of(kind: str) -> tuple[InstitutionKind, ...]:
    return tuple(InstitutionKind) if kind == UNKNOWN else (InstitutionKind(kind),)

"""Which criteria apply. Where a fact is unknown on which that depends, every value that it can take is a case of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.checklist import Conditions, Criterion
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import InstitutionKind

__all__ = ["FACTS", "Applicability", "Case", "applicability", "cases_of"]

FACTS: Mapping[str, str] = {
    "model": "npm.model",
    "institution_kind": "npm.institution_kind",
    "federal": "state.federal",
    "private_places_of_detention": "state.private_places_of_detention",
    "children_in_prison": "state.children_in_prison",
}
"""The facts on which it can depend whether a criterion applies: the key under ``applies_when``, the key of the profile."""

Value = str | bool
Case = Mapping[str, Value]
"""One value for each fact, by the key under ``applies_when``."""


@dataclass(frozen=True, slots=True)
class Applicability:
    """In which of the cases a criterion applies; ``depends_on`` names the unknown facts (as keys of the profile) in play."""

    in_cases: tuple[bool, ...]
    depends_on: tuple[str, ...]

    @property
    def anywhere(self) -> bool:
        """Whether there is a case in which it applies."""
        return any(self.in_cases)

    @property
    def conditional(self) -> bool:
        """Whether it applies in some cases and not in others."""
        return self.anywhere and not all(self.in_cases)


def cases_of(profile: Profile, criteria: Iterable[Criterion]) -> tuple[Case, ...]:
    """Every combination of values of the facts on which one of these criteria depends; at least one case.

    An undecided model can be each of ``npm.candidates``; another unknown fact anything.
    """
    named = {fact for criterion in criteria for fact in _conditions(criterion)}
    possible = {fact: _values(profile, fact) for fact in FACTS if fact in named}
    return tuple(dict(zip(possible, values, strict=True)) for values in product(*possible.values()))


def applicability(criterion: Criterion, cases: tuple[Case, ...]) -> Applicability:
    """In which of the cases the criterion applies."""
    conditions = _conditions(criterion)
    in_cases = tuple(all(case[fact] in allowed for fact, allowed in conditions.items()) for case in cases)
    open_facts = (fact for fact, allowed in conditions.items() if any(case[fact] not in allowed for case in cases))
    depends = any(in_cases) and not all(in_cases)
    return Applicability(in_cases, tuple(FACTS[fact] for fact in open_facts) if depends else ())


def _conditions(criterion: Criterion) -> Mapping[str, tuple[Value, ...]]:
    """The facts that the criterion names, in the order of ``FACTS``, each with the values for which it applies."""
    conditions = criterion.applies_when or Conditions()
    named: dict[str, tuple[Value, ...]] = {}
    for fact in FACTS:
        wanted = getattr(conditions, fact)
        if wanted is not None:
            named[fact] = tuple(wanted) if isinstance(wanted, tuple) else (wanted,)
    return named


def _values(profile: Profile, fact: str) -> tuple[Value, ...]:
    """The values that a fact can have, given the profile."""
    if fact == "model":
        return profile.npm.candidates if profile.npm.model == "undecided" else (profile.npm.model,)
    if fact == "institution_kind":
        kind = profile.npm.institution_kind
        return tuple(InstitutionKind) if kind == UNKNOWN else (kind,)
    known: Value = getattr(profile.state, fact)
    return (False, True) if known == UNKNOWN else (known,)

"""Which criteria apply. Where a fact is unknown on which that depends, every value that it can take is a case of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.checklist import Criterion, ProfileFact, Question
from npm_readiness.models.conditions import Conditions, SituationConditions
from npm_readiness.models.profile import Profile
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import InstitutionKind, MechanismState, Membership, NpmModel
from npm_readiness.situation.conditions import allowed_membership, allowed_states

__all__ = [
    "ANYTHING",
    "FACTS",
    "PEOPLE_AT_WORK",
    "Allowed",
    "Case",
    "Possible",
    "Rule",
    "allowed_by",
    "cases_of",
    "cases_under",
    "fact_keys",
    "fits",
    "holds_in",
    "possible_facts",
    "rules_of",
    "rules_of_question",
]

FACTS: Mapping[str, str] = {
    "model": "npm.model",
    "institution_kind": "npm.institution_kind",
    "federal": "state.federal",
    "private_places_of_detention": "state.private_places_of_detention",
    "children_in_prison": "state.children_in_prison",
    "membership": "treaties.opcat",
    "mechanism": "npm.designated",
}
"""The facts on which it can depend whether a criterion applies, and how questions answer themselves; the key of the profile."""

OF_THE_STATE = ("model", "institution_kind", "federal", "private_places_of_detention", "children_in_prison")
"""The facts that are no matter of the situation: a profile says them as such."""

AT_WORK = "npm.at_work_since"
"""The key of the fact "mechanism" where it is known that a body is the mechanism, and not whether it is at work."""

Value = str | bool | frozenset[InstitutionKind]
Case = Mapping[str, Value]
"""One value for each fact that matters. The kind of institution is a set: a mechanism can consist of several bodies."""

WITH_A_MECHANISM = frozenset[Value](set(MechanismState) - {MechanismState.NONE})
PEOPLE_AT_WORK = frozenset[Value]({MechanismState.AT_WORK, MechanismState.SETTLED})
"""Where somebody does the work of the mechanism."""

JOINED = frozenset[Value](set(Membership) - {Membership.OUTSIDE})

Allowed = Mapping[str, frozenset[Value]]
"""The facts on which something depends, each with the values for which it stands."""

Rule = tuple[str, frozenset[Value]]
"""One fact with the values for which something stands."""

Possible = Mapping[str, tuple[Value, ...]]
"""The values that each fact can take, in the order of ``FACTS``."""

ANYTHING: Possible = {
    "model": tuple(NpmModel),
    "institution_kind": tuple(frozenset({kind}) for kind in InstitutionKind),
    "federal": (False, True),
    "private_places_of_detention": (False, True),
    "children_in_prison": (False, True),
    "membership": tuple(Membership),
    "mechanism": tuple(MechanismState),
}
"""What is possible where nothing is known."""


def possible_facts(profile: Profile, situation: Situation) -> Possible:
    """The values that the facts of a profile can take, known or not."""
    npm = profile.npm
    values = dict(ANYTHING)
    values["model"] = npm.candidates if npm.model == "undecided" else (npm.model,)
    values["institution_kind"] = tuple(frozenset(kinds) for kinds in situation.kinds)
    for fact in ("federal", "private_places_of_detention", "children_in_prison"):
        known: Value = getattr(profile.state, fact)
        if known != UNKNOWN:
            values[fact] = (known,)
    return {**values, "membership": situation.membership, "mechanism": situation.states}


def cases_of(possible: Possible, criteria: Iterable[tuple[Criterion, tuple[Question, ...]]]) -> tuple[Case, ...]:
    """Every combination of the values on which something depends in one of these criteria; at least one case.

    Values that make no difference anywhere are one.
    """
    named_by = (rule for criterion, questions in criteria for rule in rules_of(criterion, questions))
    return cases_under(possible, {(fact, allowed) for rule in named_by for fact, allowed in rule.items()})


def cases_under(possible: Possible, rules: Collection[Rule]) -> tuple[Case, ...]:
    """Every combination of the values that some of these rules tell apart; at least one case."""
    named = [fact for fact in FACTS if any(name == fact for name, _ in rules)]
    distinct = [_distinct(possible[fact], [rule for name, rule in rules if name == fact]) for fact in named]
    return tuple(dict(zip(named, values, strict=True)) for values in product(*distinct))


def fact_keys(facts: Iterable[str], situation: Situation) -> tuple[str, ...]:
    """The keys of the profile that give these facts, in the order of ``FACTS``."""
    wanted = set(facts)
    known = situation.designated is True
    return tuple(AT_WORK if fact == "mechanism" and known else FACTS[fact] for fact in FACTS if fact in wanted)


def holds_in(conditions: SituationConditions | None, case: Case) -> bool:
    """Whether the conditions hold in a case."""
    return conditions is None or all(fits(case[fact], allowed) for fact, allowed in allowed_by(conditions).items())


def allowed_by(conditions: SituationConditions | None) -> Allowed:
    """The facts that conditions name, each with the values for which they hold."""
    if conditions is None:
        return {}
    named: dict[str, frozenset[Value]] = {}
    for fact in OF_THE_STATE if isinstance(conditions, Conditions) else ():
        wanted = getattr(conditions, fact)
        if wanted is not None:
            named[fact] = frozenset(wanted) if isinstance(wanted, tuple) else frozenset({wanted})
    if conditions.joined is not None or conditions.party is not None:
        named["membership"] = frozenset[Value](allowed_membership(conditions))
    if conditions.mechanism is not None or conditions.first_two_years is not None:
        named["mechanism"] = frozenset[Value](allowed_states(conditions))
    return named


def rules_of(criterion: Criterion, questions: Iterable[Question]) -> Iterator[Allowed]:
    """Everything in a criterion that depends on facts: whether it applies, and what is in its questions."""
    yield allowed_by(criterion.applies_when)
    for question in questions:
        yield from rules_of_question(question)


def rules_of_question(question: Question) -> Iterator[Allowed]:
    """On which facts it depends whether a question is asked, and whether it answers itself."""
    if question.asked_when is not None:
        yield allowed_by(question.asked_when)
    if question.waits_for_mechanism or question.answered_by is ProfileFact.MECHANISM_DESIGNATED:
        yield {"mechanism": WITH_A_MECHANISM}
    if question.answered_by is ProfileFact.MECHANISM_AT_WORK:
        yield {"mechanism": PEOPLE_AT_WORK}
    if question.follows_from is not None or question.answered_by in (
        ProfileFact.PARTY_TO_OPCAT,
        ProfileFact.PARTY_TO_UNCAT,
    ):
        yield {"membership": JOINED}


def fits(value: Value, allowed: frozenset[Value]) -> bool:
    """Whether a value is one of those allowed; of a set of kinds, one is enough."""
    return bool(value & allowed) if isinstance(value, frozenset) else value in allowed


def _distinct(values: tuple[Value, ...], rules: list[frozenset[Value]]) -> tuple[Value, ...]:
    """One value of each kind: those that no rule tells apart are one."""
    kinds: dict[tuple[bool, ...], Value] = {}
    for value in values:
        kinds.setdefault(tuple(fits(value, rule) for rule in rules), value)
    return tuple(kinds.values())

"""The facts of a profile, flat, and what became of each between two profiles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import Event, When, known_on
from npm_readiness.models.profile import Profile
from npm_readiness.models.situation import Situation
from npm_readiness.models.treaties import Article24
from npm_readiness.models.vocabulary import Treaty
from npm_readiness.planning.comparing.comparison import FactChange, FactWord

__all__ = ["BILL", "BODY", "FactValue", "fact_changes", "facts_of", "names_of"]

FactValue = str | bool | When | None
"""A date as well as it is known, a word, true or false; ``None`` for what has not happened or is not there."""

EVENTS = ("signed", "ratified", "acceded", "succeeded")
OF_A_BODY = ("role", "kind", "designated", "ended", "at_work_since", "legal_basis")
BODY = "npm.bodies."
"""The beginning of the keys of bodies."""

BILL = "bills."
"""The beginning of the keys of bills."""

LISTED = (BODY, "recommendations.", BILL)
"""The beginnings of the keys of what a profile may list or not."""


def facts_of(profile: Profile, situation: Situation) -> dict[str, FactValue]:
    """The facts by key; those of a body, a recommendation or a bill have its id in it.

    What follows from them at the date stands under ``situation``.
    """
    return {
        **dict(_situation(situation)),
        "npm.model": str(profile.npm.model),
        **dict(_bodies(situation)),
        **{f"state.{key}": value for key, value in profile.state.model_dump(mode="json").items()},
        **{key: _as_known(event, profile) for key, event in _treaties(profile)},
        **{f"recommendations.{entry.id}": str(entry.response) for entry in profile.recommendations},
        **dict(_bills(profile, situation)),
    }


def names_of(profile: Profile, situation: Situation) -> dict[str, str]:
    """What bodies, recommendations and bills are called, by the beginning of their keys."""
    return {
        **{f"{BODY}{body.id}": body.name for body in situation.bodies},
        **{f"recommendations.{entry.id}": entry.text for entry in profile.recommendations},
        **{f"{BILL}{name}": bill.title for name, bill in profile.bills.items()},
    }


def fact_changes(
    before: Mapping[str, FactValue], after: Mapping[str, FactValue], names: Mapping[str, str]
) -> Iterator[FactChange]:
    """The facts that differ, in the order of the later profile, then those that it does not list.

    ``names`` are those of both profiles, by :func:`names_of`.
    """
    for key in (*after, *(key for key in before if key not in after)):
        word = _change(key, before, after)
        if word is not None:
            thing = ".".join(key.split(".")[: 3 if key.startswith(BODY) else 2])
            was, now = _shown(before.get(key)), _shown(after.get(key))
            yield FactChange(key=key, of=names.get(thing), before=was, after=now, change=word)


def _situation(situation: Situation) -> Iterator[tuple[str, FactValue]]:
    yield "situation.joined", situation.joined
    yield "situation.bound", situation.bound
    yield "situation.mechanism", situation.mechanism
    basis = situation.legal_basis
    yield "situation.legal_basis", None if basis is None else str(basis)


def _bodies(situation: Situation) -> Iterator[tuple[str, FactValue]]:
    for body in situation.bodies:
        for key in OF_A_BODY:
            value = getattr(body, key)
            yield f"{BODY}{body.id}.{key}", value if value is None or isinstance(value, When) else str(value)


def _bills(profile: Profile, situation: Situation) -> Iterator[tuple[str, FactValue]]:
    names = {body.id: body.name for body in situation.bodies}
    for name, bill in profile.bills.items():
        yield f"{BILL}{name}", str(bill.status)
        for key, bodies in (("designates", bill.designates), ("ends", bill.ends)):
            yield f"{BILL}{name}.{key}", "; ".join(names.get(body, body) for body in sorted(bodies)) or False


def _treaties(profile: Profile) -> Iterator[tuple[str, FactValue]]:
    for treaty in Treaty:
        status = profile.treaties.status(treaty)
        for event in EVENTS:
            yield f"treaties.{treaty}.{event}", getattr(status, event)
    declaration = profile.treaties.opcat.article_24
    if isinstance(declaration, Article24):
        yield "treaties.opcat.article_24", f"part {declaration.part}"
        yield "treaties.opcat.article_24.declared", declaration.declared
        yield "treaties.opcat.article_24.years", str(declaration.years)
        yield "treaties.opcat.article_24.extended_until", declaration.extended_until
    else:
        yield "treaties.opcat.article_24", declaration
    yield "treaties.opcat.reservation", profile.treaties.opcat.reservation


def _as_known(event: FactValue, profile: Profile) -> FactValue:
    known: Event = known_on(event, profile.assessed_on) if isinstance(event, When) else None
    return known if isinstance(event, When) else event


def _change(key: str, before: Mapping[str, FactValue], after: Mapping[str, FactValue]) -> FactWord | None:
    if key.startswith(LISTED) and (key not in before or key not in after):
        if key.startswith(BODY) and not key.endswith(".role"):
            return None  # What a body is stands for all that is said of it.
        if key.startswith(BILL) and key.count(".") > 1:
            return None  # And so does how far a bill has come.
        return "added" if key in after else "removed"
    was, now = before.get(key), after.get(key)
    if _shown(was) == _shown(now):
        return None
    if was == UNKNOWN or _within(now, was):
        return "newly_known"
    return "newly_unknown" if now == UNKNOWN or _within(was, now) else "changed"


def _within(one: FactValue, other: FactValue) -> bool:
    """Whether one date says the same as another, and says it more exactly."""
    if not isinstance(one, When) or not isinstance(other, When):
        return False
    inner, outer = one.period, other.period
    return inner != outer and outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _shown(value: FactValue) -> str | bool | None:
    return value.written if isinstance(value, When) else value

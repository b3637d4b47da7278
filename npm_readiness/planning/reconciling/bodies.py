"""The bodies that several profiles name, made into one list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.vocabulary import BodyRole
from npm_readiness.planning.reconciling.answers import merged_answers
from npm_readiness.planning.reconciling.gathered import ABSENT, Gathered, Side, in_common_order
from npm_readiness.problems import Path

__all__ = ["answers_of_bodies", "merged_bodies"]

SHORT_FORM = ("institution", "institution_kind", "designated")
UNSURE = ("kind", "designated", "ended", "at_work_since", "legal_basis")
"""What can be unknown of a body."""

OF_NO_CONSEQUENCE = (BodyRole.CANDIDATE.value, BodyRole.FORMER.value)
"""The roles of bodies that one may list and another leave out, and both be right."""


def merged_bodies(gathered: Gathered) -> dict[str, Any]:
    """The keys of ``npm`` that say which bodies there are, in the form that the profiles use."""
    listing = [side.at("npm", "bodies") for side in gathered.sides]
    in_short = [any(side.at("npm", key) is not ABSENT for key in SHORT_FORM) for side in gathered.sides]
    lists = [isinstance(bodies, Sequence) for bodies in listing]
    if any(lists) and any(in_short):
        forms = [
            "a list of bodies" if full else "the short form for one body" if short else ABSENT
            for full, short in zip(lists, in_short, strict=True)
        ]
        gathered.contradict("npm.bodies", forms, [("npm", "bodies") if full else ("npm",) for full in lists])
    if any(lists):
        return {"bodies": _list(gathered, [bodies if isinstance(bodies, Sequence) else None for bodies in listing])}
    if not any(in_short):
        return {}
    sides = gathered.sides
    made = {
        "institution": gathered.label("npm.institution", [side.at("npm", "institution") for side in sides]),
        "institution_kind": gathered.fact(
            "npm.institution_kind", [side.at("npm", "institution_kind") for side in sides]
        ),
        "designated": gathered.fact("npm.designated", [side.at("npm", "designated") for side in sides]),
    }
    return {key: value for key, value in made.items() if value is not ABSENT}


def answers_of_bodies(sides: Sequence[Side]) -> dict[str, list[Mapping[str, Any] | None]]:
    """For each body of which anybody answers a question by itself, its answers by each profile."""
    listing = [
        {body["id"]: body.get("answers") for body in bodies}
        if isinstance(bodies := side.at("npm", "bodies"), list)
        else {}
        for side in sides
    ]
    found = {name: [own.get(name) for own in listing] for name in in_common_order(listing)}
    return {name: answers for name, answers in found.items() if any(answers)}


def _list(gathered: Gathered, listing: Sequence[Sequence[Mapping[str, Any]] | None]) -> list[dict[str, Any]]:
    """Every body that any profile lists, by the foremost place that it has in any list: the first body leads."""
    places = [{body["id"]: place for place, body in enumerate(bodies or ())} for bodies in listing]
    return [_body(gathered, name, listing, [own.get(name) for own in places]) for name in in_common_order(places)]


def _body(
    gathered: Gathered,
    name: str,
    listing: Sequence[Sequence[Mapping[str, Any]] | None],
    places: Sequence[int | None],
) -> dict[str, Any]:
    """One body of all that list it: ``places`` are where each lists it, ``None`` for who does not."""
    bodies: list[Mapping[str, Any]] = [
        {} if place is None or listed is None else listed[place] for place, listed in zip(places, listing, strict=True)
    ]
    key = f"npm.bodies.{name}"

    def said(which: str) -> list[Any]:
        return [body.get(which, ABSENT) for body in bodies]

    def paths(which: str) -> list[Path]:
        return [("npm", "bodies", place, which) if place is not None else ("npm", "bodies") for place in places]

    role = gathered.fact(f"{key}.role", said("role"), paths=paths("role"), unknown=False)
    left_out = [listed is not None and place is None for listed, place in zip(listing, places, strict=True)]
    if any(left_out):
        if role in OF_NO_CONSEQUENCE:
            quiet = [listed is None for listed in listing]
            gathered.listed(key, [place is not None for place in places], str(role), quiet)
        else:
            roles = [
                "that there is no such body" if out else value
                for out, value in zip(left_out, said("role"), strict=True)
            ]
            gathered.contradict(f"{key}.role", roles, paths("role"))
    made = {
        "id": name,
        "name": gathered.label(f"{key}.name", said("name")),
        "role": role,
        **{which: gathered.fact(f"{key}.{which}", said(which)) for which in UNSURE},
    }
    answers = merged_answers(gathered.sides, [body.get("answers") for body in bodies])
    laws = list(dict.fromkeys(law for body in bodies for law in body.get("laws", ())))
    if role == BodyRole.CANDIDATE.value and made["ended"] == UNKNOWN:
        del made["ended"]  # A candidate has not ended.
    return {
        **{which: value for which, value in made.items() if value is not ABSENT},
        **({"laws": laws} if laws else {}),
        **({"answers": answers} if answers else {}),
    }

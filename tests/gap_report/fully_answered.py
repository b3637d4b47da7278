"""A profile in which every question of every checklist has its answer: the longest report that the catalogue can give.

The State is made up. It has joined, its mechanism is an Ombudsman institution with organizations beside it and has been at
work for years, and every fact is known, so that nothing waits and nothing is moot but the road to joining. Of four answers
two are yes, one is partial and one is no; each has evidence with a place and a note, every second one two pieces, and two of
three a comment, as long as those of the examples.
"""

from __future__ import annotations

from functools import cache
from itertools import cycle
from typing import Any

from npm_readiness.filling.asking import questions_of
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Aspect

__all__ = ["fully_answered"]

MIXED = ("yes", "partial", "yes", "no")
"""The answers, over and over again."""

NOTE = "What was read of this place says so in its first sentence; the second one names the exceptions, one by one."
COMMENT = "Both sources say the same. What the mechanism reports of its own visits does not contradict it, as far as it was read."

LAWS = {f"law-{number}": f"Law number {number} of Alderland, on the matter that it governs" for number in range(1, 13)}
REPORTS = {
    f"report-{number}": f"Report of the mechanism of Alderland on the year {2000 + number}" for number in range(8, 24)
}


@cache
def fully_answered() -> Profile:
    """The profile; every answer counts, and the catalogue asks nothing that it does not answer."""
    catalogue = default_catalogue()
    facts = _facts(tuple(catalogue.checklists))
    bare = Profile.model_validate(facts, strict=False)
    asked = questions_of(bare, catalogue, tuple(catalogue.checklists)).questions
    mixed = cycle(MIXED)
    answers = {
        entry.question.id: _answer(next(mixed), place, on_law=entry.entry.criterion.aspect is Aspect.LAW)
        for place, entry in enumerate(asked)
    }
    return Profile.model_validate({**facts, "answers": answers}, strict=False)


def _facts(checklists: tuple[str, ...]) -> dict[str, Any]:
    joined = {"ratified": "2005-05-01"}
    return {
        "country": "XAA",
        "country_name": "Alderland",
        "assessed_on": "2024-06-30",
        "assessors": ("Working group on OPCAT",),
        "checklists": checklists,
        "npm": {
            "model": "nhri_plus",
            "bodies": (
                {
                    "id": "ombudsperson",
                    "name": "Ombudsperson of Alderland",
                    "kind": "ombudsman",
                    "role": "mechanism",
                    "designated": "2008-01-01",
                    "at_work_since": "2009-01-01",
                    "legal_basis": "act",
                    "laws": ("law-1",),
                },
            ),
        },
        "state": {"federal": True, "private_places_of_detention": True, "children_in_prison": True},
        "treaties": dict.fromkeys(("uncat", "iccpr", "cedaw", "crc"), joined)
        | {"opcat": {"ratified": "2007-01-01", "article_24": None}},
        "sources": {
            **{name: {"title": title, "kind": "law", "date": "2008"} for name, title in LAWS.items()},
            **{name: {"title": title, "kind": "other", "date": title[-4:]} for name, title in REPORTS.items()},
        },
    }


def _answer(answer: str, place: int, *, on_law: bool) -> dict[str, Any]:
    sources = tuple(LAWS if on_law else REPORTS)
    word = "art." if on_law else "p."
    pieces = tuple(
        {
            "source": sources[(place + number) % len(sources)],
            "pinpoint": f"{word} {1 + (7 * place + number) % 60}",
            "note": NOTE,
        }
        for number in range(1 + place % 2)
    )
    told = {"answer": answer, "evidence": pieces}
    return told if place % 3 == 2 else {**told, "comment": COMMENT}

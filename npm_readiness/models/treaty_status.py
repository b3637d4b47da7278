"""What States have done about the treaties: one event a line of ``checklists/treaty-status.csv``.

How the table came about, what it leaves out and where it was read stands in ``docs/treaty-status.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from npm_readiness.models.vocabulary import Treaty, Word
from npm_readiness.records import record

__all__ = [
    "DEPOSITS",
    "KNOWN_TO",
    "WHERE_CHECKED",
    "Article24Line",
    "Checked",
    "StatesEvents",
    "TreatyAct",
    "TreatyEvent",
    "checked_in_words",
    "joined_by",
]

KNOWN_TO = date(2026, 2, 3)
"""The day of the depositary's list from which the table is made. A State without a line had not done it by then."""

EARLIER_LIST = date(2015, 3, 14)
OTHER_SET = 2022


class TreatyAct(Word):
    """What a State can do about a treaty. The last three are deposits, by any of which it joins, and joins once."""

    SIGNED = "signed"
    RATIFIED = "ratified"
    ACCEDED = "acceded"
    SUCCEEDED = "succeeded"


DEPOSITS = (TreatyAct.RATIFIED, TreatyAct.ACCEDED, TreatyAct.SUCCEEDED)
"""The acts by which a State joins."""


class Checked(Word):
    """Where the date of an event was read; a line names all of them, joined by ``+``, in this order."""

    SNAPSHOT = "snapshot"
    YEAR = "year"
    LIST = "list"
    APT = "apt"
    PAGE = "page"
    MEMORY = "memory"


WHERE_CHECKED: Mapping[Checked, str] = {
    Checked.SNAPSHOT: f"the depositary's list as it stood on {EARLIER_LIST}",
    Checked.YEAR: f"another set of {OTHER_SET}, which has the years of deposits",
    Checked.LIST: f"the depositary's list as it stood on {KNOWN_TO}",
    Checked.APT: "a page of the Association for the Prevention of Torture",
    Checked.PAGE: "another page, named in docs/treaty-status.md",
    Checked.MEMORY: "nowhere yet: to be read before anything rests on it",
}
"""What each word says, in the order of the words."""


@record(frozen=True)
class TreatyEvent:
    """One line: ``country`` is a code of three letters of ISO 3166-1; ``checked`` is never empty and in its order."""

    country: str
    treaty: Treaty
    event: TreatyAct
    date: date
    checked: tuple[Checked, ...]


@record(frozen=True)
class Article24Line:
    """One declaration under article 24 of OPCAT, of ``checklists/article-24.csv``.

    ``part`` is the part postponed; ``years`` is ``None`` where the declaration names none.
    """

    country: str
    part: Literal["III", "IV"]
    declared: date
    years: int | None


StatesEvents = Mapping[Treaty, Mapping[TreatyAct, TreatyEvent]]
"""What is known of one State: for every treaty what it did, in the order in which it did it; empty where nothing."""


def joined_by(events: Mapping[TreatyAct, TreatyEvent]) -> TreatyEvent | None:
    """The deposit among what a State did about one treaty, ``None`` where there is none."""
    return next((events[act] for act in DEPOSITS if act in events), None)


def checked_in_words(event: TreatyEvent) -> str:
    """Where the date of an event was read, as a phrase: ``depositary's list of 2026-02-03, a page of APT``."""
    lists = [
        day.isoformat()
        for word, day in ((Checked.SNAPSHOT, EARLIER_LIST), (Checked.LIST, KNOWN_TO))
        if word in event.checked
    ]
    phrases = [f"depositary's {'lists' if len(lists) > 1 else 'list'} of {' and '.join(lists)}"] if lists else []
    others = {
        Checked.YEAR: f"year in a set of {OTHER_SET}",
        Checked.APT: "a page of APT",
        Checked.PAGE: "a page read",
        Checked.MEMORY: "from memory, to be checked",
    }
    return ", ".join([*phrases, *(phrase for word, phrase in others.items() if word in event.checked)])

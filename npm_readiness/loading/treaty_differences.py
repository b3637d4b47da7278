"""Where a profile's dates of signature and deposit differ from the list of treaty status.

The profile's own date is always used: the list may be wrong, and it ends on a day. A difference is worth a look, no error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from npm_readiness.loading.treaty_status import events_of, treaties_of
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import Period, When, known_on, read_event
from npm_readiness.models.treaty_status import (
    DEPOSITS,
    KNOWN_TO,
    TreatyAct,
    TreatyEvent,
    checked_in_words,
    joined_by,
)
from npm_readiness.models.vocabulary import Treaty
from npm_readiness.problems import Path

__all__ = ["differences"]

Difference = tuple[Path, str, dict[str, object]]
Written = Mapping[Treaty | str, Mapping[TreatyAct | str, str | None]]

CODE = "treaty-status-differs"


def differences(country: str, known: Written, *, as_of: date = date.max) -> list[Difference]:
    """The differences between what a profile says and the list: for each its path, the code and its values.

    ``country`` is a code of three letters. ``known`` has for a treaty and an act the profile's word as it is written: a day,
    a month (``1999-06``), a year, ``yes``, ``unknown``, or ``None`` for null; what it leaves out does not differ. ``as_of`` is
    the day of the assessment: what the list dates later had not happened by it. Of a State or a territory that the list does
    not have it says nothing.
    """
    if not events_of(country):
        return []
    listed = treaties_of(country)
    return [
        difference
        for treaty in Treaty
        if treaty.value in known
        for difference in _of_treaty(treaty, known[treaty.value], listed[treaty], as_of)
    ]


def _of_treaty(
    treaty: Treaty,
    known: Mapping[TreatyAct | str, str | None],
    listed: Mapping[TreatyAct, TreatyEvent],
    as_of: date,
) -> Iterator[Difference]:
    joined = joined_by(listed)
    written = {act: known.get(act.value, UNKNOWN) for act in TreatyAct}
    other_ways = [act for act in DEPOSITS if joined and act is not joined.event and _days(written[act], as_of)]
    for act in TreatyAct:
        if act in other_ways:
            yield _difference(treaty, act, written[act], joined)
        elif joined and act in DEPOSITS and (other_ways or act is not joined.event):
            # A State joins once. Where the profile has it join in another way, that is the one thing to say.
            continue
        elif _differs(written[act], listed.get(act), as_of):
            yield _difference(treaty, act, written[act], listed.get(act))


def _differs(written: str | None, event: TreatyEvent | None, as_of: date) -> bool:
    if written == UNKNOWN:
        return False
    days = _days(written, as_of)
    if event is None:
        # The list has nothing; what may have happened after its day is not at odds with it.
        return days is not None and min(days.latest, as_of) <= KNOWN_TO
    if days is None:
        return event.date <= as_of
    return not days.earliest <= event.date <= days.latest


def _days(written: str | None, as_of: date) -> Period | None:
    """The days that a word leaves open; ``None`` where it has not happened or is not known."""
    event = known_on(read_event(written), as_of)
    return event.period if isinstance(event, When) else None


def _difference(treaty: Treaty, act: TreatyAct, written: str | None, event: TreatyEvent | None) -> Difference:
    values: dict[str, object] = {
        "treaty": treaty.upper(),
        "written": f"{act}: {'null' if written is None else written}",
        "listed": f"{event.event}: {event.date}" if event else f"nothing by {KNOWN_TO}",
        "checked": checked_in_words(event) if event else f"depositary's list of {KNOWN_TO}",
    }
    return ("treaties", treaty.value, act.value), CODE, values

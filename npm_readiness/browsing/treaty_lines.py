"""The ``treaties:`` of a new profile, filled in with what the list of treaty status has, each date with where it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from npm_readiness.loading.treaty_status import declaration_of, load_treaty_status, treaties_of
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.treaty_status import (
    DEPOSITS,
    KNOWN_TO,
    TreatyAct,
    TreatyEvent,
    checked_in_words,
    joined_by,
)
from npm_readiness.models.vocabulary import Treaty

__all__ = ["treaty_lines"]

NULL = "null"
ASKED = (TreatyAct.SIGNED, TreatyAct.RATIFIED, TreatyAct.ACCEDED)
"""The acts that stand in every new profile; succession, which is rare, only where a State has succeeded."""

HEAD = """\
treaties:
  # A date, null (it has not happened) or unknown. Filled in from the list that comes with the package: the depositary's
  # as it stood on {known_to}, without withdrawals. Check with treaties.un.org what has happened since."""

HEAD_OF_OTHERS = """\
treaties:
  # A date, null (it has not happened) or unknown. The list of treaty status that comes with the package does not have
  # {country}."""

PLANNED = "    # planned: DATE            the day of a deposit to come: it gives the deadlines that would follow"
FORM_OF_ARTICLE_24 = "null, or {part: IV, declared: DATE, years: 3}"


def treaty_lines(
    country: str, treaties: Iterable[Treaty] = tuple(Treaty), *, assessed_on: date | None = None
) -> list[str]:
    """The lines of YAML of the ``treaties:`` of a State, ``country`` being its code of three letters.

    What the list does not have is null in a profile of a day that the list covers, and unknown in one of a later day or of
    none yet. A State joins a treaty once: beside a deposit the other ways of joining are null.
    """
    listed = country in load_treaty_status()
    covered = listed and assessed_on is not None and assessed_on <= KNOWN_TO
    absent = NULL if covered else UNKNOWN
    known = treaties_of(country)
    lines = (HEAD if listed else HEAD_OF_OTHERS).format(known_to=KNOWN_TO, country=country).split("\n")
    for treaty in treaties:
        lines += _section(treaty, known[treaty], absent, listed=listed)
        if treaty is Treaty.OPCAT:
            lines.append(_article_24(country, known[treaty], absent))
            lines += [] if joined_by(known[treaty]) else [PLANNED]
    return lines


def _section(treaty: Treaty, events: Mapping[TreatyAct, TreatyEvent], absent: str, *, listed: bool) -> Iterator[str]:
    joined = joined_by(events)
    nothing = listed and not events and absent == UNKNOWN
    yield f"  {treaty}:" + (f"  # nothing by {KNOWN_TO}: null where that is still so" if nothing else "")
    for act in TreatyAct:
        if act in events:
            event = events[act]
            yield _line(act, event.date.isoformat(), checked_in_words(event))
        elif act in ASKED:
            waiting = act in DEPOSITS and bool(events) and joined is None and absent == UNKNOWN
            yield _line(act, NULL if joined else absent, f"not by {KNOWN_TO}" if waiting else "")


def _article_24(country: str, opcat: Mapping[TreatyAct, TreatyEvent], absent: str) -> str:
    declaration = declaration_of(country)
    if declaration is not None:
        years = "" if declaration.years is None else f", years: {declaration.years}"
        text = f"{{part: {declaration.part}, declared: {declaration.declared}{years}}}"
        comment = f"depositary's list of {KNOWN_TO}"
        return _line("article_24", text, comment if declaration.years else f"{comment}; it names no years")
    if joined_by(opcat) is not None:
        return _line("article_24", NULL, f"none on the depositary's list of {KNOWN_TO}")
    return _line("article_24", absent, FORM_OF_ARTICLE_24)


def _line(key: str, value: str, comment: str) -> str:
    written = f"    {key}: {value}"
    return f"{written:<27}  # {comment}" if comment else written

"""The dates that follow from OPCAT once a State has deposited its instrument, under every reading of the text.

Article 17 gives a year, and readers differ on whether it runs from the deposit or from entry into force; article 24 gives no
starting day for a postponement, and does not say whether the year of article 17 comes on top. All readings are shown, and a State
is called late only after the last of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from npm_readiness.models.assessment import Deadline
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.profile import Article24, Profile
from npm_readiness.models.register import EntryIntoForce
from npm_readiness.models.timeline import add_years, deposited, designated, entry_into_force, joined_by_accession

__all__ = ["deadlines_of"]

LONGEST_POSTPONEMENT = 5
"""Years: the three of article 24(1) and the two more that the Committee against Torture can add under article 24(2)."""

DeadlineId = Literal["entry-into-force", "article-24-end", "article-17"]
PROVISIONS: dict[DeadlineId, str] = {
    "entry-into-force": "opcat-28-2",
    "article-24-end": "opcat-24-2",
    "article-17": "opcat-17",
}


@dataclass(frozen=True, slots=True)
class _Reading:
    """One date under one reading."""

    id: DeadlineId
    date: date
    reading: str | None
    disputed: bool = False


def deadlines_of(profile: Profile, rule: EntryIntoForce, as_of: date) -> tuple[Deadline, ...]:
    """The deadlines of a State that is bound on ``as_of``, or that plans to deposit; none for any other.

    ``rule`` is the entry into force of OPCAT.
    """
    status = profile.treaties.opcat
    deposit = deposited(status, as_of)
    planned = not isinstance(deposit, date)
    if not isinstance(deposit, date):
        if status.planned is None:
            return ()
        deposit = status.planned
    starts = {"from-deposit": max(deposit, rule.first), "from-entry-into-force": entry_into_force(rule, deposit)}
    declaration = status.article_24 if isinstance(status.article_24, Article24) else None
    # A declaration is made upon ratification, so one that is planned belongs to a deposit that is planned.
    if declaration is not None and declaration.declared > (deposit if planned else as_of):
        declaration = None
    # Article 24 speaks of a declaration upon ratification: not of accession, by which a State joins without a signature, and not of
    # one that comes later.
    disputed = joined_by_accession(status, as_of) or (planned and not isinstance(status.signed, date))
    disputed = disputed or (declaration is not None and declaration.declared > deposit)
    readings = [
        _Reading("entry-into-force", starts["from-entry-into-force"], None),
        *(() if declaration is None else _ends_of_postponement(declaration, starts, disputed=disputed)),
        *_article_17(declaration, starts, disputed=disputed),
    ]
    late = None if planned else _late(profile, readings, as_of)
    return tuple(_shown(reading, planned=planned, late=late, rule=rule) for reading in readings)


def _ends_of_postponement(declaration: Article24, starts: dict[str, date], *, disputed: bool) -> Iterator[_Reading]:
    if declaration.extended_until is not None:
        yield _Reading("article-24-end", declaration.extended_until, "extended", disputed)
        return
    for start, day in starts.items():
        yield _Reading("article-24-end", add_years(day, declaration.years), start, disputed)


def _article_17(declaration: Article24 | None, starts: dict[str, date], *, disputed: bool) -> Iterator[_Reading]:
    """The dates by which there must be a mechanism. A postponement of part III moves none of them.

    Where it is disputed that the State could postpone at all, the dates without the postponement are a reading too.
    """
    postponed = declaration is not None and declaration.part == "IV"
    if not postponed or disputed:
        for start, day in starts.items():
            yield _Reading("article-17", add_years(day, 1), start)
    if declaration is None or not postponed:
        return
    for end in _ends_of_postponement(declaration, starts, disputed=disputed):
        yield _Reading("article-17", end.date, f"{end.reading}/postponement-only", disputed)
        yield _Reading("article-17", add_years(end.date, 1), f"{end.reading}/postponement-plus-year", disputed)


def _late(profile: Profile, readings: Sequence[_Reading], as_of: date) -> bool | None:
    """Whether the last reading of article 17 has passed without a mechanism.

    ``None`` where that cannot be said: designation is unknown, or a postponement is, and the longest one would not be over yet.
    """
    last = max(reading.date for reading in readings if reading.id == "article-17")
    known = designated(profile, as_of)
    if as_of <= last or known is True:
        return False
    if profile.treaties.opcat.article_24 == UNKNOWN and as_of <= add_years(last, LONGEST_POSTPONEMENT):
        return None
    return None if known == UNKNOWN else True


def _shown(reading: _Reading, *, planned: bool, late: bool | None, rule: EntryIntoForce) -> Deadline:
    first = reading.id == "entry-into-force" and reading.date == rule.first
    return Deadline(
        id=reading.id,
        date=reading.date,
        reading=reading.reading,
        provision="opcat-28-1" if first else PROVISIONS[reading.id],
        disputed=reading.disputed,
        overdue=late if reading.id == "article-17" and not planned else False,
        planned=planned,
    )

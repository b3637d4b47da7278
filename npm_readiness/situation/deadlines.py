"""The dates that follow from OPCAT once a State has deposited its instrument, under every reading of the text.

Article 17 gives a year, and readers differ on whether it runs from the deposit or from entry into force; article 24 gives no
starting day for a postponement, and does not say whether the year of article 17 comes on top. All readings are shown, and a State
is called late only after the last of them. A date that is not known to the day is an interval of days.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import Period, When, add_years
from npm_readiness.models.register import EntryIntoForce
from npm_readiness.models.situation import Deadline, Situation
from npm_readiness.models.treaties import LENGTHS, Article24
from npm_readiness.records import record
from npm_readiness.situation.standing import entry_into_force

__all__ = ["LONGEST_EXTENSION", "LONGEST_POSTPONEMENT", "deadlines_of"]

LONGEST_EXTENSION = 2
"""Years that the Committee against Torture can add to a postponement (OPCAT article 24(2))."""

LONGEST_POSTPONEMENT = LENGTHS[-1] + LONGEST_EXTENSION
"""Years: the three of article 24(1) and the two more of article 24(2)."""

DeadlineId = Literal["entry-into-force", "article-24-end", "article-17"]
PROVISIONS: dict[DeadlineId, str] = {
    "entry-into-force": "opcat-28-2",
    "article-24-end": "opcat-24-2",
    "article-17": "opcat-17",
}


STARTS = ("from-deposit", "from-entry-into-force")
"""From when the year of article 17, and a postponement, can be counted."""


@record(frozen=True)
class _Reading:
    """One date under one reading; ``supposed``: it is the date only if what is not known of article 24 is so."""

    id: DeadlineId
    period: Period
    reading: str | None
    disputed: bool = False
    supposed: bool = False


def deadlines_of(situation: Situation, rule: EntryIntoForce) -> tuple[Deadline, ...]:
    """The deadlines of a State that has joined, or that plans to; none for any other. ``rule``: the entry into force of OPCAT."""
    deposit, planned = situation.opcat.deposit, False
    if deposit is None and situation.planned is not None:
        deposit, planned = Period.of(situation.planned), True
    if deposit is None:
        return ()
    days = (deposit.moved(lambda day: max(day, rule.first)), deposit.moved(lambda day: entry_into_force(rule, day)))
    starts = dict(zip(STARTS, days, strict=True))
    postponement = _Postponement.of(situation, deposit, starts, planned=planned)
    readings = [
        _Reading("entry-into-force", days[1], None),
        *(postponement.ends() if postponement else ()),
        *_article_17(postponement, starts),
    ]
    late = False if planned else _late(situation, readings)
    return tuple(_shown(reading, situation, rule, planned=planned, late=late) for reading in readings)


@record(frozen=True)
class _Postponement:
    """A declaration under article 24, with the days from which a postponement can be counted, by reading.

    ``disputed``: article 24 speaks of a declaration upon ratification; not of accession, by which a State joins without a
    signature, and not of one that comes later. ``late`` holds the further start of one that came, or may have come, later:
    its own day; ``surely_late``: that it came later, and has come by the day of the report, is known.
    """

    declaration: Article24
    starts: Mapping[str, Period]
    late: Period | None
    surely_late: bool
    disputed: bool

    @classmethod
    def of(
        cls, situation: Situation, deposit: Period, starts: Mapping[str, Period], *, planned: bool
    ) -> _Postponement | None:
        """The postponement that was declared, if any."""
        declaration, as_of = situation.article_24, situation.as_of
        if not isinstance(declaration, Article24):
            return None
        # Of a declaration whose day is not known no more is known than that it was made by now.
        by_now = Period.of(deposit.earliest, max(as_of, deposit.latest))
        made = declaration.declared.period if isinstance(declaration.declared, When) else by_now
        late = made.within(earliest=deposit.earliest, latest=by_now.latest) if made.latest > deposit.earliest else None
        surely_late = made.earliest > deposit.latest
        # One that is dated to the year of the report may not have been made yet.
        sure = surely_late and (planned or made.latest <= by_now.latest)
        without_signature = planned and situation.opcat.signed is not True
        disputed = situation.opcat.route == "acceded" or without_signature or surely_late
        return cls(declaration, starts, None if planned else late, sure, disputed)

    @property
    def may_postpone(self) -> bool:
        """Whether it concerns part IV, the mechanism, or may do so. A postponement of part III moves no date of article 17."""
        return self.declaration.part in ("IV", UNKNOWN)

    @property
    def surely_postpones(self) -> bool:
        """Whether it concerns part IV, and there is no dispute that the State could postpone it."""
        return self.declaration.part == "IV" and not self.disputed

    def ends(self) -> Iterator[_Reading]:
        """The ends of the postponement: as extended, else so many years after each start."""
        extended = self.declaration.extended_until
        if isinstance(extended, When):
            yield _Reading("article-24-end", extended.period, "extended", self.disputed)
            return
        shortest, longest = _lengths(self.declaration)
        starts = [(name, period, False) for name, period in self.starts.items()]
        if self.late is not None:
            starts.append(("from-declaration", self.late, not self.surely_late))
        for name, period, supposed in starts:
            end = Period.of(add_years(period.earliest, shortest), add_years(period.latest, longest))
            yield _Reading("article-24-end", end, name, self.disputed, supposed or extended == UNKNOWN)


def _lengths(declaration: Article24) -> tuple[int, int]:
    """The fewest and the most years that were declared."""
    years = declaration.years
    return (years, years) if isinstance(years, int) else (LENGTHS[0], LENGTHS[-1])


def _article_17(postponement: _Postponement | None, starts: Mapping[str, Period]) -> Iterator[_Reading]:
    """The dates by which there must be a mechanism.

    Where it is disputed that the State could postpone, or not known which part it postponed, the dates without the postponement
    are a reading too.
    """
    supposed = postponement is not None and postponement.declaration.part == UNKNOWN
    if postponement is None or not postponement.surely_postpones:
        for start, period in starts.items():
            yield _Reading("article-17", period.moved(_a_year_later), start, supposed=supposed)
    if postponement is None or not postponement.may_postpone:
        return
    for end in postponement.ends():
        for kind, period in (("only", end.period), ("plus-year", end.period.moved(_a_year_later))):
            reading = f"{end.reading}/postponement-{kind}"
            yield _Reading("article-17", period, reading, postponement.disputed, supposed or end.supposed)


def _a_year_later(day: date) -> date:
    return add_years(day, 1)


def _late(situation: Situation, readings: Sequence[_Reading]) -> bool | None:
    """Whether the last reading of article 17 has passed and there is no mechanism.

    ``None`` where that cannot be said: the State may not have joined, or may have a mechanism; or a postponement is unknown,
    and the longest one would not be over yet.
    """
    as_of = situation.as_of
    due = [reading for reading in readings if reading.id == "article-17"]
    surely_ahead = max(entry.period.earliest for entry in due if _no_later_than_the_last(entry, situation.article_24))
    if as_of <= surely_ahead or situation.designated is True:
        return False
    latest = add_years(max(entry.period.latest for entry in due), _unknown_years(situation.article_24))
    if as_of <= latest or situation.designated == UNKNOWN or situation.joined is not True:
        return None
    return True


def _no_later_than_the_last(reading: _Reading, declaration: object) -> bool:
    """Whether no last date can be earlier than this: what is not known of a postponement only ever moves it back."""
    if not reading.supposed or reading.reading in STARTS:
        return True
    # A declaration that may have come later may as well have come with the deposit.
    known_part = isinstance(declaration, Article24) and declaration.part == "IV"
    return known_part and not str(reading.reading).startswith("from-declaration")


def _unknown_years(declaration: object) -> int:
    """By how many years what is not known of a postponement could move the last date."""
    if declaration == UNKNOWN:
        return LONGEST_POSTPONEMENT
    return LONGEST_EXTENSION if isinstance(declaration, Article24) and declaration.extended_until == UNKNOWN else 0


def _missed(situation: Situation, due: Period) -> bool | None:
    """Whether the day had passed before a body was first made the mechanism; ``None`` where that cannot be said."""
    first, as_of = situation.designated_first, situation.as_of
    if first is None and situation.designated == UNKNOWN:
        return False if due.earliest >= as_of else None
    there = first or Period.of(as_of)
    if due.latest < there.earliest:
        return True
    return False if there.latest <= due.earliest else None


def _shown(
    reading: _Reading, situation: Situation, rule: EntryIntoForce, *, planned: bool, late: bool | None
) -> Deadline:
    of_17 = reading.id == "article-17" and not planned
    first = reading.id == "entry-into-force" and reading.period.exact == rule.first
    return Deadline(
        id=reading.id,
        date=reading.period.exact,
        earliest=reading.period.earliest,
        latest=reading.period.latest,
        reading=reading.reading,
        provision="opcat-28-1" if first else PROVISIONS[reading.id],
        disputed=reading.disputed,
        overdue=late if of_17 else False,
        missed=_missed(situation, reading.period) if of_17 else False,
        planned=planned,
        supposed=reading.supposed,
    )

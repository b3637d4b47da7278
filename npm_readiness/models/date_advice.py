"""What to say about something that stands where a date is wanted and is none."""

from __future__ import annotations

import calendar
import re
from contextlib import suppress
from datetime import date
from typing import NamedTuple

__all__ = ["NoDate", "why_no_date"]

YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?|(\d{4})(\d{2})(\d{2})", re.ASCII)
YEAR_LAST = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4})\.?", re.ASCII)
MONTH = re.compile(r"(\d{4})-(\d{1,2})|(\d{1,2})[./](\d{4})", re.ASCII)
WITH_NAME = re.compile(
    r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(?P<month>[a-z]{3,9})\.?(?:\s+(?P<behind>\d{1,2})(?:st|nd|rd|th)?)?,?\s+(?P<year>\d{4})",
    re.ASCII | re.IGNORECASE,
)
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""In English, whatever the language of the machine."""

LAST_MONTH = len(MONTHS)

PLACEHOLDER = re.compile(r".*\b(?:YYYY|MM|DD|XX|XXXX)\b.*|DATE|TO ?DO|TBD|TBC|[….?]+|<.*>|\[.*\]", re.IGNORECASE)
LONGEST_DATE = 40
"""A text of more characters is no date, and is not looked at."""

NOT_HAPPENED = frozenset(
    {"no", "none", "never", "not yet", "nil", "n/a", "na", "not", "-", "–", "—", "false", "not applicable"}
)
NOT_KNOWN = frozenset({"not known", "unclear", "unkown", "unknow", "n.k.", "don't know", "no information"})


class NoDate(NamedTuple):
    """A sentence that says what is wrong, and what to do. One that ends with "is wanted" is completed with what was found."""

    sentence: str
    advice: str


def why_no_date(
    written: object,
    *,
    wanted: str = "a date written YYYY-MM-DD is wanted",
    null: bool = False,
    unknown: bool = False,
    month: bool = False,
) -> NoDate:
    """Why ``written``, a value of a file, is no date, and what to write instead.

    ``wanted`` is said where nothing better is known. ``null``, ``unknown`` and ``month`` tell whether the place takes these beside
    a day. Nothing here takes a text for a date: a person is told what was most likely meant, and has to write it.
    """
    if isinstance(written, bool) or not isinstance(written, str | int):
        nothing = null and (written is None or written is False)
        return NoDate(wanted, _not_happened() if nothing else _as_in(month))
    text = str(written).strip()
    if len(text) > LONGEST_DATE:
        return NoDate(wanted, _as_in(month))
    if PLACEHOLDER.fullmatch(text):
        return NoDate("the date has not been filled in", _as_in(month))
    if null and text.casefold() in NOT_HAPPENED:
        return NoDate(wanted, _not_happened())
    if unknown and text.casefold() in NOT_KNOWN:
        return NoDate(wanted, "write unknown")
    return _of_numbers(text, wanted, month)


def _of_numbers(text: str, wanted: str, month: bool) -> NoDate:
    """What is wrong with the days and months of a text."""
    if match := YEAR_FIRST.fullmatch(text):
        year, number, day = (int(group) for group in match.groups() if group)
        return _of_day(text, year, number, day, wanted)
    if match := YEAR_LAST.fullmatch(text):
        day, number, year = (int(group) for group in match.groups())
        return _of_day_before_month(text, year, number, day, wanted)
    if match := MONTH.fullmatch(text):
        year, number = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
        return _of_month(text, year, number, wanted, month)
    if (match := WITH_NAME.fullmatch(text)) and (named := _month_named(match["month"])):
        day_text = match["before"] or match["behind"]
        if day_text is None:
            return _of_month(text, int(match["year"]), named, wanted, month)
        return _of_day(text, int(match["year"]), named, int(day_text), wanted)
    return NoDate(wanted, _as_in(month))


def _of_day(text: str, year: int, month: int, day: int, wanted: str) -> NoDate:
    if (found := _iso(year, month, day)) is not None:
        return NoDate(wanted, f"write {found}")
    if month > LAST_MONTH and (swapped := _iso(year, day, month)) is not None:
        return NoDate(
            f"there is no such day as {text}", f"the month comes before the day; if that is meant, write {swapped}"
        )
    if year and 1 <= month <= LAST_MONTH and day > 0:
        last = calendar.monthrange(year, month)[1]
        advice = f"{MONTHS[month - 1]} {year} has {last} days"
    else:
        advice = "write the year, then the month from 01 to 12, then the day"
    return NoDate(f"there is no such day as {text}", advice)


def _of_day_before_month(text: str, year: int, month: int, day: int, wanted: str) -> NoDate:
    """Of 03.04.2023: with full stops the day comes first; with others either may, so both are named where both are days."""
    first, second = _iso(year, month, day), _iso(year, day, month)
    if "." in text or second is None or first == second:
        return _of_day(text, year, month, day, wanted)
    if first is None:
        return _of_day(text, year, day, month, wanted)
    return NoDate(wanted, f"write {first} or {second}, whichever is meant")


def _of_month(text: str, year: int, month: int, wanted: str, allowed: bool) -> NoDate:
    if not 1 <= month <= LAST_MONTH:
        return NoDate(f"there is no such month as {text}", "write the year, then the month from 01 to 12")
    written = f"{year:04d}-{month:02d}"
    return NoDate(wanted, f"write {written}" if allowed else f"add the day: {written}-…")


def _month_named(name: str) -> int | None:
    """The number of a month by its English name or the beginning of it; ``None`` where no month is called so."""
    beginning = "sep" if name.lower() == "sept" else name.lower()
    return next((number for number, full in enumerate(MONTHS, 1) if full.lower().startswith(beginning)), None)


def _iso(year: int, month: int, day: int) -> str | None:
    with suppress(ValueError):
        return date(year, month, day).isoformat()
    return None


def _not_happened() -> str:
    return "write null, if it has not happened"


def _as_in(month: bool) -> str:
    return (
        "write it as in 2024-12-31, or 2024-12 or 2024 where no more is known" if month else "write it as in 2024-12-31"
    )

"""Reads the tables of treaty status: ``treaty-status.csv`` and ``article-24.csv`` beside the checklists.

They are plain: a line a row, commas between the fields, and neither commas nor quotation marks within one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeVar

from npm_readiness.loading.folders import built_in_folder
from npm_readiness.loading.near_misses import did_you_mean
from npm_readiness.models.countries import find_country, suggest
from npm_readiness.models.treaty_status import (
    DEPOSITS,
    Article24Line,
    Checked,
    StatesEvents,
    TreatyAct,
    TreatyEvent,
)
from npm_readiness.models.vocabulary import Treaty, Word
from npm_readiness.problems import InputError, Place, Problem, problem_at
from npm_readiness.records import record

__all__ = ["declaration_of", "events_of", "load_treaty_status", "read_article_24", "read_treaty_status", "treaties_of"]

COLUMNS = ("country", "treaty", "event", "date", "checked")
ARTICLE_24_COLUMNS = ("country", "part", "declared", "years")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
YEARS_OF_ARTICLE_24 = {"": None, "1": 1, "2": 2, "3": 3}
PARTS: dict[str, Literal["III", "IV"]] = {"III": "III", "IV": "IV"}

WordT = TypeVar("WordT", bound=Word)
ValueT = TypeVar("ValueT")
RowT = TypeVar("RowT")
StatusTable = Mapping[str, tuple[TreatyEvent, ...]]


@cache
def load_treaty_status() -> StatusTable:
    """What every State has done, by its code of three letters, each by treaty and date; read once and kept.

    A State without an entry had done nothing by :data:`~npm_readiness.models.treaty_status.KNOWN_TO`.
    """
    return read_treaty_status(built_in_folder() / "treaty-status.csv")


@cache
def _declarations() -> Mapping[str, Article24Line]:
    return read_article_24(built_in_folder() / "article-24.csv")


@cache
def events_of(country: str) -> tuple[TreatyEvent, ...]:
    """What the State with this code of three letters has done, by treaty and date; empty for one that the table does not have.

    The lines of the others are not looked at: all of them take longer to read than the profile of one State.
    """
    return read_treaty_status(built_in_folder() / "treaty-status.csv", only=country).get(country, ())


def treaties_of(country: str) -> StatesEvents:
    """What is known of the State with this code of two or three capital letters; all treaties are there, most filled."""
    entry = find_country(country)
    events = events_of(entry.alpha3) if entry else ()
    known: dict[Treaty, dict[TreatyAct, TreatyEvent]] = {treaty: {} for treaty in Treaty}
    for event in events:
        known[event.treaty][event.event] = event
    return known


def declaration_of(country: str) -> Article24Line | None:
    """The declaration under article 24 of OPCAT of the State with this code, ``None`` where the list shows none."""
    entry = find_country(country)
    return _declarations().get(entry.alpha3) if entry else None


def read_treaty_status(path: Path, *, only: str | None = None) -> StatusTable:
    """The table in a file, or its lines on one State alone.

    Raises :class:`~npm_readiness.problems.InputError` with every bad line among these.
    """
    rows, problems = _rows(path, COLUMNS, _event, only=only)
    events = [event for _, event in rows]
    problems += _doubles(rows)
    if problems:
        raise InputError(problems)
    treaties = list(Treaty)
    events.sort(key=lambda one: (one.country, treaties.index(one.treaty), one.date, one.event is not TreatyAct.SIGNED))
    by_state = groupby(events, key=lambda one: one.country)
    return MappingProxyType({country: tuple(found) for country, found in by_state})


def read_article_24(path: Path) -> Mapping[str, Article24Line]:
    """The declarations in a file, by State; raises :class:`~npm_readiness.problems.InputError` with every bad line."""
    rows, problems = _rows(path, ARTICLE_24_COLUMNS, _declaration)
    first: dict[str, _Row] = {}
    for row, line in rows:
        if first.setdefault(line.country, row) is not row:
            problems.append(
                _invalid(row.place(0), f"{line.country} stands here a second time", "keep one of the two lines")
            )
    if problems:
        raise InputError(problems)
    return MappingProxyType({line.country: line for _, line in rows})


@record(frozen=True)
class _Row:
    """The fields of one line; what cannot be used is noted in ``problems``."""

    file: str
    line: int
    fields: Sequence[str]
    problems: list[Problem]

    def place(self, column: int) -> Place:
        """Where the field begins, in characters from 1."""
        return Place(self.file, self.line, sum(len(field) + 1 for field in self.fields[:column]) + 1)

    def country(self, column: int) -> str | None:
        code = self.fields[column]
        entry = find_country(code)
        if entry is not None and entry.alpha3 == code:
            return code
        near = [entry.alpha3] if entry else suggest(code)
        advice = f"did you mean {' or '.join(near)}?" if near else "use the code of three capital letters"
        self.problems.append(
            problem_at(self.place(column), "country-unknown", code=code or "an empty field", advice=advice)
        )
        return None

    def word(self, column: int, words: type[WordT]) -> WordT | None:
        with suppress(ValueError):
            return words(self.fields[column])
        advice = did_you_mean(self.fields[column], [str(word) for word in words])
        found = self.fields[column] or "an empty field"
        self.problems.append(problem_at(self.place(column), "value-not-allowed", found=found, advice=advice))
        return None

    def date(self, column: int) -> date | None:
        if ISO_DATE.fullmatch(self.fields[column]):
            with suppress(ValueError):
                return date.fromisoformat(self.fields[column])
        self.problems.append(
            _invalid(self.place(column), "a date written YYYY-MM-DD is wanted", "write it with three numbers")
        )
        return None

    def one_of(self, column: int, allowed: Mapping[str, ValueT]) -> ValueT | None:
        if self.fields[column] in allowed:
            return allowed[self.fields[column]]
        advice = f"there are: {', '.join(key or 'an empty field' for key in allowed)}"
        self.problems.append(
            problem_at(self.place(column), "value-not-allowed", found=self.fields[column], advice=advice)
        )
        return None

    def checked(self, column: int) -> tuple[Checked, ...]:
        """The words after each other; each stands once, and they stand in the order of the set."""
        words = self.fields[column].split("+")
        order = [str(word) for word in Checked]
        if words and all(word in order for word in words) and words == sorted(set(words), key=order.index):
            return tuple(map(Checked, words))
        advice = f"join words of this list by +, in its order: {', '.join(order)}"
        found = self.fields[column] or "an empty field"
        self.problems.append(problem_at(self.place(column), "value-not-allowed", found=found, advice=advice))
        return ()


def _rows(
    path: Path, columns: Sequence[str], make: Callable[[_Row], RowT], *, only: str | None = None
) -> tuple[list[tuple[_Row, RowT]], list[Problem]]:
    """What the lines of a file say, those that can be used, and everything wrong with the others."""
    problems: list[Problem] = []
    rows: list[tuple[_Row, RowT]] = []
    beginning = "" if only is None else f"{only},"
    for number, text in _lines(path, columns, problems):
        if not text.startswith(beginning):
            continue
        row = _Row(str(path), number, text.split(","), problems)
        if len(row.fields) != len(columns):
            reason = f"{len(columns)} fields are wanted here, and these are {len(row.fields)}"
            problems.append(_invalid(row.place(0), reason, f"write {','.join(columns)}"))
            continue
        before = len(problems)
        made = make(row)
        if len(problems) == before:
            rows.append((row, made))
    return rows, problems


def _lines(path: Path, columns: Sequence[str], problems: list[Problem]) -> Iterator[tuple[int, str]]:
    """The lines below the head, with their numbers from 1; empty ones are left out."""
    try:
        text = path.read_bytes().decode()
    except OSError as error:
        problems.append(problem_at(Place(str(path)), "file-unreadable", reason=error.strerror or "it cannot be opened"))
        return
    except UnicodeDecodeError as error:
        reason = f"the byte {error.object[error.start]:02X} begins no character"
        problems.append(problem_at(Place(str(path)), "file-encoding", reason=reason))
        return
    head, *lines = text.split("\n")
    if head != ",".join(columns):
        reason = "the first line does not name the columns"
        problems.append(_invalid(Place(str(path), 1, 1), reason, f"write {','.join(columns)}"))
        return
    yield from ((number, line) for number, line in enumerate(lines, start=2) if line)


def _event(row: _Row) -> TreatyEvent:
    country, treaty, event, day = row.country(0), row.word(1, Treaty), row.word(2, TreatyAct), row.date(3)
    # What could not be read is noted as a problem, and the row is dropped.
    return TreatyEvent(country, treaty, event, day, row.checked(4))  # type: ignore[arg-type]


def _declaration(row: _Row) -> Article24Line:
    country, part, day = row.country(0), row.one_of(1, PARTS), row.date(2)
    return Article24Line(country, part, day, row.one_of(3, YEARS_OF_ARTICLE_24))  # type: ignore[arg-type]


def _doubles(rows: Sequence[tuple[_Row, TreatyEvent]]) -> Iterator[Problem]:
    """A State signs a treaty once and joins it once, and it does not sign what it has joined."""
    first: dict[tuple[str, Treaty, bool], TreatyEvent] = {}
    for row, event in rows:
        deposit = event.event in DEPOSITS
        earlier = first.setdefault((event.country, event.treaty, deposit), event)
        if earlier is not event:
            reason = f"{event.country} has {earlier.event} {event.treaty} already, on {earlier.date}"
            yield _invalid(row.place(2), reason, "a State signs once and joins once: keep one of the two lines")
    for row, event in rows:
        joined = first.get((event.country, event.treaty, True))
        if event.event is TreatyAct.SIGNED and joined is not None and joined.date < event.date:
            values = {"first": "the signature", "second": f"the deposit ({joined.event})"}
            yield problem_at(row.place(3), "dates-contradict", **values)


def _invalid(place: Place, reason: str, advice: str) -> Problem:
    return problem_at(place, "value-invalid", reason=reason, advice=advice)

"""Dates as well as they are known: what is written, the days that it can mean, and comparisons with three outcomes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from npm_readiness.models.dates import (
    EventDate,
    Period,
    PossibleFact,
    When,
    add_years,
    any_of,
    both,
    happened,
    known_on,
    negated,
    read_event,
)

EVENT = TypeAdapter(EventDate)
FACTS: tuple[PossibleFact, ...] = (True, False, "unknown")


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("1500", "1500-01-01", "1500-12-31"),
        ("2999", "2999-01-01", "2999-12-31"),
        ("2012-10-05", "2012-10-05", "2012-10-05"),
        ("2012-10", "2012-10-01", "2012-10-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2013-02", "2013-02-01", "2013-02-28"),
        ("2012", "2012-01-01", "2012-12-31"),
        ("yes", "0001-01-01", "9999-12-31"),
    ],
)
def test_a_date_is_a_day_a_month_a_year_or_yes(written: str, earliest: str, latest: str) -> None:
    found = read_event(written)
    assert isinstance(found, When)
    assert (str(found.period.earliest), str(found.period.latest), str(found)) == (earliest, latest, written)
    assert (found.day is not None) == (earliest == latest)


def test_a_year_may_be_a_number_and_null_and_unknown_are_no_dates() -> None:
    assert read_event(2012) == read_event("2012")
    assert (read_event(None), read_event("unknown")) == (None, "unknown")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "no",
        "then",
        "12",
        "2012-1",
        "2012-13",
        "2012-00",
        "2012-02-30",
        "2012-10-5",
        "2012-10-05T00:00",
        "1499",
        "3000",
    ],
)
def test_another_text_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        EVENT.validate_python(written)


@pytest.mark.parametrize("written", [True, False, 2012.0, 20121005, [], {}])
def test_another_value_is_refused(written: object) -> None:
    with pytest.raises(ValidationError):
        EVENT.validate_python(written)


@given(st.sampled_from(["2012-10-05", "2012-10", "2012", "yes", "unknown", None]))
def test_it_is_written_as_it_was_read(written: str | None) -> None:
    assert EVENT.dump_python(EVENT.validate_python(written), mode="json") == written


@pytest.mark.parametrize(
    ("written", "by", "so"),
    [
        ("2012-10-05", "2012-10-04", False),
        ("2012-10-05", "2012-10-05", True),
        ("2012-10", "2012-09-30", False),
        ("2012-10", "2012-10-01", "unknown"),
        ("2012-10", "2012-10-30", "unknown"),
        ("2012-10", "2012-10-31", True),
        ("2012", "2012-06-01", "unknown"),
        ("2012", "2012-12-31", True),
        ("unknown", "2999-12-31", "unknown"),
        (None, "2999-12-31", False),
    ],
)
def test_whether_it_had_happened_has_three_outcomes(written: str | None, by: str, so: object) -> None:
    assert happened(read_event(written), date.fromisoformat(by)) == so


def test_yes_says_that_it_had_happened_by_the_day_of_the_profile() -> None:
    known = known_on(read_event("yes"), date(2024, 1, 1))
    assert happened(known, date(2024, 1, 1)) is True
    assert happened(known, date(2023, 12, 31)) == "unknown"


@pytest.mark.parametrize("written", ["2012", "2030-01-01", "unknown", None])
def test_what_is_dated_is_not_bounded_by_the_day_of_the_profile(written: str | None) -> None:
    """A year in which the profile was written may not be over: whether it had happened is then unknown."""
    assert known_on(read_event(written), date(2024, 1, 1)) == read_event(written)


def test_two_facts_with_three_outcomes() -> None:
    """The outcome is unknown exactly where the unknowns can make it either."""
    for one in FACTS:
        for other in FACTS:
            ways = [(a, b) for a in _both(one) for b in _both(other)]
            assert any_of((one, other)) == _told({a or b for a, b in ways})
            assert both(one, other) == _told({a and b for a, b in ways})
        assert negated(one) == _told({not a for a in _both(one)})
    assert any_of(()) is False


def _both(fact: object) -> tuple[bool, ...]:
    return (True, False) if fact == "unknown" else (bool(fact),)


def _told(outcomes: set[bool]) -> object:
    return outcomes.pop() if len(outcomes) == 1 else "unknown"


days = st.dates(date(1500, 1, 1), date(2999, 12, 31))


@given(days, days, days, st.integers(1, 5))
def test_what_is_reckoned_from_a_day_lies_within_what_is_reckoned_from_the_period(
    one: date, other: date, third: date, years: int
) -> None:
    first, middle, last = sorted((one, other, third))
    moved = Period.of(first, last).moved(lambda day: add_years(day, years))
    assert moved.earliest <= add_years(middle, years) <= moved.latest


@given(days, days, days)
def test_a_period_cut_short_is_a_part_of_it_or_itself(one: date, other: date, third: date) -> None:
    first, last = sorted((one, other))
    whole = Period.of(first, last)
    cut = whole.within(latest=third)
    assert whole.earliest <= cut.earliest <= cut.latest <= whole.latest
    assert (cut.latest <= third) == (first <= third)


@pytest.mark.parametrize(
    ("earliest", "latest", "part"),
    [
        ("2008-05-01", "2008-06-30", ("2008-05-01", "2008-06-30")),
        ("2007-01-01", "2008-01-01", ("2008-01-01", "2008-01-01")),
        ("2008-12-31", "2010-01-01", ("2008-12-31", "2008-12-31")),
        ("2007-01-01", "2009-01-01", ("2008-01-01", "2008-12-31")),
        # What contradicts it narrows nothing.
        ("2009-01-01", "2009-12-31", ("2008-01-01", "2008-12-31")),
    ],
)
def test_a_period_is_narrowed_to_its_part_between_two_days(earliest: str, latest: str, part: tuple[str, str]) -> None:
    year = Period.of(date(2008, 1, 1), date(2008, 12, 31))
    found = year.within(date.fromisoformat(earliest), date.fromisoformat(latest))
    assert (found.earliest.isoformat(), found.latest.isoformat()) == part


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("soon", "write it as in 2024-12-31, or 2024-12 or 2024 where no more is known"),
        ("never", "write null, if it has not happened"),
        ("not known", "write unknown"),
        ("12/2023", "write 2023-12"),
    ],
)
def test_who_writes_no_date_of_an_event_is_told_all_that_can_stand_there(written: str, advice: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read_event(written)
    assert caught.value.context is not None
    assert caught.value.context["advice"] == advice

"""Who writes something else where a date is wanted is told what was most likely meant."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from npm_readiness.models.date_advice import why_no_date

WANTED = "a date written YYYY-MM-DD is wanted"
GENERAL = "write it as in 2024-12-31"
NULL = "write null, if it has not happened"
NOT_FILLED_IN = "the date has not been filled in"
FORM = "write the year, then the month from 01 to 12, then the day"


@pytest.mark.parametrize(
    ("written", "sentence", "advice"),
    [
        # --- no such day ---
        ("2023-02-30", "there is no such day as 2023-02-30", "February 2023 has 28 days"),
        ("2024-02-30", "there is no such day as 2024-02-30", "February 2024 has 29 days"),
        ("2023-01-32", "there is no such day as 2023-01-32", "January 2023 has 31 days"),
        ("2023-12-32", "there is no such day as 2023-12-32", "December 2023 has 31 days"),
        ("2023-04-31", "there is no such day as 2023-04-31", "April 2023 has 30 days"),
        ("2023-13-14", "there is no such day as 2023-13-14", FORM),
        ("2023-00-14", "there is no such day as 2023-00-14", FORM),
        ("2023-12-00", "there is no such day as 2023-12-00", FORM),
        ("0000-12-01", "there is no such day as 0000-12-01", FORM),
        (
            "2023-14-12",
            "there is no such day as 2023-14-12",
            "the month comes before the day; if that is meant, write 2023-12-14",
        ),
        ("30 February 2023", "there is no such day as 30 February 2023", "February 2023 has 28 days"),
        ("2023-13", "there is no such month as 2023-13", "write the year, then the month from 01 to 12"),
        # --- a day in another form ---
        ("14.12.2023", WANTED, "write 2023-12-14"),
        ("3.4.2023", WANTED, "write 2023-04-03"),
        ("14/12/2023", WANTED, "write 2023-12-14"),
        ("12/14/2023", WANTED, "write 2023-12-14"),
        ("4/4/2023", WANTED, "write 2023-04-04"),
        ("3/4/2023", WANTED, "write 2023-04-03 or 2023-03-04, whichever is meant"),
        ("2023/12/14", WANTED, "write 2023-12-14"),
        ("2023-1-5", WANTED, "write 2023-01-05"),
        ("2023-12-14T10:00:00Z", WANTED, "write 2023-12-14"),
        (20231214, WANTED, "write 2023-12-14"),
        ("14 December 2023", WANTED, "write 2023-12-14"),
        ("14th Dec. 2023", WANTED, "write 2023-12-14"),
        ("December 14, 2023", WANTED, "write 2023-12-14"),
        ("1 Sept 2023", WANTED, "write 2023-09-01"),
        ("2023-12", WANTED, "add the day: 2023-12-…"),
        ("May 2023", WANTED, "add the day: 2023-05-…"),
        # --- a placeholder ---
        *((word, NOT_FILLED_IN, GENERAL) for word in ("YYYY-MM-DD", "DD.MM.YYYY", "2023-MM-DD", "2023-12-XX")),
        *((word, NOT_FILLED_IN, GENERAL) for word in ("DATE", "TODO", "tbd", "…", "?", "<date>")),
        # --- anything else ---
        ("soon", WANTED, GENERAL),
        ("in spring 2023", WANTED, GENERAL),
        ("14 Brumaire 2023", WANTED, GENERAL),
        ("1" * 100, WANTED, GENERAL),
        ("", WANTED, GENERAL),
        (None, WANTED, GENERAL),
        (True, WANTED, GENERAL),
        (2023.5, WANTED, GENERAL),
        ([], WANTED, GENERAL),
        ("no", WANTED, GENERAL),
    ],
)
def test_where_a_day_is_wanted(written: object, sentence: str, advice: str) -> None:
    assert why_no_date(written) == (sentence, advice)


@pytest.mark.parametrize("written", ["no", "none", "never", "Never", "not yet", "n/a", "-", "nil", False])
def test_a_word_for_what_has_not_happened(written: object) -> None:
    assert why_no_date(written, null=True) == (WANTED, NULL)
    assert why_no_date(written) == (WANTED, GENERAL)


def test_nothing_and_no_are_words_for_what_has_not_happened_and_other_values_are_not() -> None:
    assert why_no_date(None, null=True) == (WANTED, NULL)
    others: list[object] = [True, 2023.5, [], {}]
    for written in others:
        assert why_no_date(written, null=True) == (WANTED, GENERAL)


def test_a_word_for_what_is_not_known() -> None:
    assert why_no_date("not known", unknown=True).advice == "write unknown"
    assert why_no_date("not known").advice == GENERAL


def test_where_a_month_or_a_year_will_do() -> None:
    longer = "write it as in 2024-12-31, or 2024-12 or 2024 where no more is known"
    assert why_no_date("soon", wanted="a day, a month or a year is wanted", month=True) == (
        "a day, a month or a year is wanted",
        longer,
    )
    for written in ("12.2023", "12/2023", "Dec 2023", "2023-12"):
        assert why_no_date(written, month=True).advice == "write 2023-12"


@given(st.text() | st.none() | st.integers() | st.booleans() | st.from_regex(r"\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}"))
def test_whatever_stands_there_the_advice_can_be_followed(written: object) -> None:
    """A day that it names is one."""
    said = why_no_date(written, null=True, unknown=True)
    for day in re.findall(r"\d{4}-\d{2}-\d{2}", said.advice):
        date.fromisoformat(day)
    assert said.sentence
    assert said.advice


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_in_other_forms_is_understood(day: date) -> None:
    for form in ("{0.day}.{0.month}.{0.year}", "{0.year}/{0.month}/{0.day}", "{0.day} {0:%B} {0.year}"):
        assert why_no_date(form.format(day)).advice == f"write {day.isoformat()}"

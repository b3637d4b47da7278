"""A profile's own dates win; where they differ from the list of treaty status, that is said once, with both."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from npm_readiness.loading.treaty_differences import differences
from npm_readiness.loading.treaty_status import load_treaty_status
from npm_readiness.models.treaty_status import DEPOSITS, KNOWN_TO, TreatyEvent
from npm_readiness.problems import Place, problem_at

EVENTS = [event for events in load_treaty_status().values() for event in events]
ANY_EVENT = st.sampled_from(EVENTS)


def found(country: str, treaty: str, as_of: date = date.max, **written: str | None) -> list[tuple[str, str]]:
    """The act at which each difference stands, and what the list has."""
    return found_in(country, treaty, written, as_of)


def found_in(
    country: str, treaty: str, written: Mapping[str, str | None], as_of: date = date.max
) -> list[tuple[str, str]]:
    """The same for what a profile says, given as a mapping."""
    seen = differences(country, {treaty: written}, as_of=as_of)
    assert all(path[:2] == ("treaties", treaty) and code == "treaty-status-differs" for path, code, _ in seen)
    return [(str(path[2]), str(values["listed"])) for path, _, values in seen]


# Turkmenistan acceded to the Convention on 25 June 1999.


@pytest.mark.parametrize("written", ["1999-06-25", "1999-06", "1999", "yes", "unknown"])
def test_what_leaves_the_listed_day_open_does_not_differ(written: str) -> None:
    assert found("TKM", "uncat", acceded=written) == []


@pytest.mark.parametrize("written", ["1999-06-24", "1999-04", "1996", "1996-12-20", None])
def test_what_leaves_it_out_differs(written: str | None) -> None:
    assert found("TKM", "uncat", acceded=written) == [("acceded", "acceded: 1999-06-25")]


def test_both_dates_and_how_the_list_was_checked_are_in_the_message() -> None:
    ((path, code, values),) = differences("TKM", {"uncat": {"acceded": "1999-04"}})
    problem = problem_at(Place("profile.yaml", 7, 5), code, path=path, **values)
    assert problem.message == (
        "UNCAT: here stands acceded: 1999-04, and the list of treaty status has acceded: 1999-06-25 "
        "(depositary's lists of 2015-03-14 and 2026-02-03, year in a set of 2022)"
    )
    assert "own date is used" in problem.hint


def test_what_a_profile_leaves_out_does_not_differ() -> None:
    assert differences("TKM", {}) == []
    assert found("TKM", "uncat") == []


def test_another_way_of_joining_is_said_once_where_the_profile_has_it() -> None:
    assert found("TKM", "uncat", ratified="1999-06-25", acceded=None) == [("ratified", "acceded: 1999-06-25")]
    # Georgia, by the word of a page that says ratified where the depositary has an accession.
    assert found("GEO", "opcat", ratified="yes", acceded=None) == [("ratified", "acceded: 2005-08-09")]
    # Norway ratified.
    assert found("NOR", "opcat", ratified=None, acceded="2013-06-27") == [("acceded", "ratified: 2013-06-27")]


def test_null_beside_the_way_in_which_it_joined_does_not_differ() -> None:
    assert found("TKM", "uncat", signed=None, ratified=None, acceded="1999-06-25", succeeded=None) == []


# Bangladesh acceded to OPCAT on 17 July 2025; Turkmenistan had not joined it by 3 February 2026.


def test_what_the_list_dates_after_the_assessment_had_not_happened_by_it() -> None:
    assert found("BGD", "opcat", date(2025, 7, 16), acceded=None) == []
    assert found("BGD", "opcat", date(2025, 7, 17), acceded=None) == [("acceded", "acceded: 2025-07-17")]
    assert found("BGD", "opcat", date(2025, 7, 16), acceded="yes") == [("acceded", "acceded: 2025-07-17")]


def test_a_deposit_that_the_list_does_not_have_differs_unless_it_may_be_later_than_the_list() -> None:
    nothing = f"nothing by {KNOWN_TO}"
    assert found("TKM", "opcat", acceded="2024-05-05") == [("acceded", nothing)]
    assert found("TKM", "opcat", signed="2026-02-03") == [("signed", nothing)]
    assert found("TKM", "opcat", acceded="2026-02-04") == []
    assert found("TKM", "opcat", acceded="2026") == []
    assert found("TKM", "opcat", acceded="2026-02") == []
    assert found("TKM", "opcat", acceded="yes") == []
    assert found("TKM", "opcat", KNOWN_TO, acceded="yes") == [("acceded", nothing)]
    assert found("TKM", "opcat", signed=None, ratified=None, acceded=None) == []


@pytest.mark.parametrize("country", ["HKG", "XKX", "QQQ"])
def test_of_what_the_list_does_not_have_it_says_nothing(country: str) -> None:
    assert found(country, "opcat", acceded="2001-01-01", signed=None) == []


# --- What always holds ---------------------------------------------------------------------------------------------------


@given(ANY_EVENT, st.sampled_from([10, 7, 4]))
def test_a_coarser_date_never_differs_from_the_day_in_it(event: TreatyEvent, length: int) -> None:
    assert found_in(event.country, event.treaty.value, {event.event.value: event.date.isoformat()[:length]}) == []


@given(ANY_EVENT, st.integers(-3000, 3000).filter(bool))
def test_every_other_day_differs(event: TreatyEvent, days: int) -> None:
    other = (event.date + timedelta(days=days)).isoformat()
    listed = f"{event.event}: {event.date}"
    assert found_in(event.country, event.treaty.value, {event.event.value: other}) == [(event.event.value, listed)]


@given(
    ANY_EVENT,
    st.dictionaries(
        st.sampled_from(["signed", *map(str, DEPOSITS)]), st.sampled_from([None, "unknown", "yes", "2001"])
    ),
)
def test_unknown_never_differs_and_nothing_is_said_twice(event: TreatyEvent, written: dict[str, str | None]) -> None:
    acts = [act for act, _ in found_in(event.country, event.treaty.value, written)]
    assert len(acts) == len(set(acts))
    assert not any(written[act] == "unknown" for act in acts)

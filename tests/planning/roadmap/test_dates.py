"""Dates: earliest ones forwards from a start, latest ones backwards from the deposit, entry into force and article 17."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from npm_readiness import InputError, load_profile, plan
from npm_readiness.planning.roadmap.result import Roadmap
from npm_readiness.planning.roadmap.scheduling import moved
from tests.making import catalogue, criterion, profile, question
from tests.planning.roadmap.test_packages import with_instruments

OUTSIDE: dict[str, dict[str, Any]] = {
    "uncat": {"acceded": "2000-01-01"},
    "opcat": {"signed": None, "ratified": None, "acceded": None, "article_24": None},
}
DEPOSIT = date(2025, 3, 1)


def road(**keys: Any) -> Roadmap:
    """A decision of six weeks, then an act of thirty, of a State that has not joined; half of it on joining."""
    made = catalogue(
        criterion("approved", question("a"), stage="ratification", aspect="practice", addressee="government"),
        criterion(
            "choice",
            question("b"),
            stage="designation",
            aspect="practice",
            addressee="government",
            obligation="practice",
        ),
        criterion("named", question("c"), stage="designation", after=["choice"]),
    )
    facts = {"npm": {"model": "nhri", "designated": None}, "treaties": keys.pop("treaties", OUTSIDE)}
    settings_of_plan = keys.pop("plan", {})
    return plan(profile(dict.fromkeys("abc", "no"), **facts, plan=settings_of_plan), with_instruments(made), **keys)


def test_without_a_start_there_are_weeks_and_no_days_and_the_clock_is_not_asked() -> None:
    roadmap = road()
    assert (roadmap.start, roadmap.ends, roadmap.weeks) == (None, None, 36)
    assert all(package.starts is None and package.latest == () for package in roadmap.packages)
    assert roadmap.start_by == ()


def test_from_a_start_the_earliest_days_go_forwards() -> None:
    act = road(start=date(2024, 1, 1)).packages[-1]
    assert (act.starts, act.ends) == (date(2024, 2, 12), date(2024, 9, 9))
    assert act.weeks == 30


def test_the_start_of_the_profile_counts_where_none_is_given() -> None:
    assert road(plan={"start": "2024-05-06"}).start == date(2024, 5, 6)
    assert road(plan={"start": "2024-05-06"}, start=date(2024, 1, 1)).start == date(2024, 1, 1)


def test_from_a_planned_deposit_the_latest_days_go_backwards_under_each_reading() -> None:
    roadmap = road(ratify_on=DEPOSIT)
    act = roadmap.packages[-1]
    assert [(latest.reading, latest.ends) for latest in act.latest] == [
        ("from-deposit", date(2026, 3, 1)),
        ("from-entry-into-force", date(2026, 3, 31)),
    ]
    assert [(entry.by, entry.reading, entry.due, entry.starts, entry.slack) for entry in roadmap.start_by] == [
        ("deposit", None, DEPOSIT, DEPOSIT - timedelta(weeks=6), None),
        ("article-17", "from-deposit", date(2026, 3, 1), date(2026, 3, 1) - timedelta(weeks=36), None),
        ("article-17", "from-entry-into-force", date(2026, 3, 31), date(2026, 3, 31) - timedelta(weeks=36), None),
    ]
    assert roadmap.hypothetical
    assert roadmap.planned_deposit == DEPOSIT


def test_what_must_come_before_is_done_at_the_latest_when_what_follows_begins() -> None:
    _, choice, act = road(ratify_on=DEPOSIT).packages
    assert act.after == (choice.id,)
    assert [(one.reading, one.ends + timedelta(weeks=act.weeks)) for one in choice.latest] == [
        (one.reading, one.ends) for one in act.latest
    ]


def test_slack_is_the_days_between_the_earliest_and_the_latest_start() -> None:
    roadmap = road(ratify_on=DEPOSIT, start=date(2025, 6, 1))
    by = {(entry.by, entry.reading): entry for entry in roadmap.start_by}
    assert by["article-17", "from-deposit"].slack == (date(2026, 3, 1) - timedelta(weeks=36) - date(2025, 6, 1)).days
    assert by["article-17", "from-deposit"].late is False
    assert by["deposit", None].late is True
    assert by["deposit", None].slack == -(date(2025, 6, 1) - (DEPOSIT - timedelta(weeks=6))).days


def test_a_declaration_on_part_iv_moves_the_dates_of_article_17() -> None:
    postponed = {
        **OUTSIDE["opcat"],
        "signed": "2010-01-01",
        "article_24": {"part": "IV", "declared": "2025-03-01", "years": 2},
    }
    roadmap = road(treaties={**OUTSIDE, "opcat": postponed}, ratify_on=DEPOSIT)
    readings = {entry.reading: entry.due for entry in roadmap.start_by if entry.by == "article-17"}
    assert readings["from-deposit/postponement-only"] == date(2027, 3, 1)
    assert readings["from-deposit/postponement-plus-year"] == date(2028, 3, 1)


def test_a_deposit_is_planned_of_a_state_that_has_not_joined_and_for_a_day_that_lies_ahead() -> None:
    with pytest.raises(InputError, match="does not lie after 2024-01-01"):
        road(ratify_on=date(2023, 1, 1))
    joined = {**OUTSIDE, "opcat": {"ratified": "2012-01-01", "article_24": None}}
    with pytest.raises(InputError, match="the State has joined OPCAT"):
        road(treaties=joined, ratify_on=DEPOSIT)


def test_a_plan_to_join_counts_for_nothing_once_the_state_has_joined() -> None:
    joined = {**OUTSIDE, "opcat": {"ratified": "2023-06-01", "article_24": None, "planned": "2025-03-01"}}
    assert {entry.by for entry in road(treaties=joined).start_by} == {"article-17"}


def test_the_calendar_ends_where_it_ends() -> None:
    assert moved(date(2999, 12, 31), 1040 * 1000) == date.max
    assert moved(date(1500, 1, 1), -1040 * 1000) == date.min
    assert road(plan={"start": "2999-12-31", "durations": {"act": 1040}}).ends is not None


@settings(max_examples=30, deadline=None)
@given(st.dates(date(2023, 1, 1), date(2027, 1, 1)), st.dates(date(2024, 1, 2), date(2030, 1, 1)))
def test_starting_on_the_latest_day_is_in_time_to_the_day(start: date, deposit: date) -> None:
    for entry in road(ratify_on=deposit, start=start).start_by:
        again = {(e.by, e.reading): e.slack for e in road(ratify_on=deposit, start=entry.starts).start_by}
        assert again[entry.by, entry.reading] == 0
        assert entry.slack == (entry.starts - start).days


def test_the_work_starts_in_time_for_what_takes_longest() -> None:
    """Two that do not wait for each other: a decision of six weeks, and an act of thirty."""
    made = with_instruments(
        catalogue(
            criterion("named", question("a"), stage="designation"),
            criterion("opened", question("b"), stage="designation", aspect="practice", addressee="government"),
        )
    )
    facts = {"npm": {"model": "nhri", "designated": None}, "treaties": OUTSIDE}
    roadmap = plan(profile(dict.fromkeys("ab", "no"), **facts), made, ratify_on=DEPOSIT)
    starts = {entry.reading: (entry.starts, entry.due) for entry in roadmap.start_by if entry.by == "article-17"}
    assert sorted(package.weeks for package in roadmap.packages) == [6, 30]
    assert starts["from-deposit"] == (date(2026, 3, 1) - timedelta(weeks=30), date(2026, 3, 1))


def test_what_begins_on_its_latest_day_is_not_late_and_a_day_after_it_is() -> None:
    for entry in road(ratify_on=DEPOSIT).start_by:
        for days in (0, 1):
            roadmap = road(ratify_on=DEPOSIT, start=entry.starts + timedelta(days=days))
            whole = [one for one in roadmap.start_by if (one.by, one.reading) == (entry.by, entry.reading)]
            parts = [one for package in roadmap.packages for one in package.latest]
            assert [one.slack for one in whole] == [-days]
            assert -days in [one.slack for one in parts]
            slacks = [*((one.slack, one.late) for one in whole), *((one.slack, one.late) for one in parts)]
            assert all(slack is not None and late is (slack < 0) for slack, late in slacks)


def test_turkmenistan_from_a_hypothetical_deposit() -> None:
    """The days are reckoned by hand: act 30 weeks, bill 20, decision 6, back from a year after the deposit."""
    roadmap = plan(load_profile("examples/turkmenistan.yaml"), ratify_on=DEPOSIT, start=date(2024, 1, 15))
    by = {(entry.by, entry.reading): entry for entry in roadmap.start_by}
    assert by["article-17", "from-deposit"].starts == date(2026, 3, 1) - timedelta(weeks=56) == date(2025, 2, 2)
    assert by["article-17", "from-deposit"].slack == (date(2025, 2, 2) - date(2024, 1, 15)).days == 384

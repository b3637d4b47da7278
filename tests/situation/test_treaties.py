"""Where a State stands with the treaties that it can join, by what a profile tells of its deposits."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from npm_readiness.models.situation import TreatySituation
from npm_readiness.models.vocabulary import Treaty
from npm_readiness.situation.working_out import situation_of
from tests.making import catalogue, criterion, profile

INSTRUMENTS = catalogue(criterion("c1", "q1")).instruments
AS_OF = "2024-06-01"


def standing(treaty: str, as_of: str = AS_OF, **statuses: Any) -> TreatySituation:
    """Where a State stands with a treaty on a day, by a profile of 1 June 2024."""
    made = profile(assessed_on=AS_OF, treaties=statuses)
    return situation_of(made, INSTRUMENTS, date.fromisoformat(as_of)).treaty(Treaty(treaty))


@pytest.mark.parametrize(("treaty", "opened"), [("uncat", date(1984, 1, 1)), ("opcat", date(2002, 1, 1))])
def test_nobody_joined_a_treaty_before_the_year_of_its_text(treaty: str, opened: date) -> None:
    statuses: dict[str, Any] = {treaty: {"ratified": "yes"}}
    found = standing(treaty, **statuses).deposit
    assert found is not None
    assert (found.earliest, found.latest) == (opened, date.fromisoformat(AS_OF))


def test_a_treaty_of_which_the_register_knows_no_year_may_have_been_joined_at_any_time() -> None:
    """The register of these tests knows nothing of the Covenant: the State is bound from its deposit, whenever that was."""
    found = standing("iccpr", iccpr={"acceded": "yes"})
    assert found.deposit is not None
    assert found.deposit.earliest == date.min
    assert found.in_force == found.deposit
    assert (found.joined, found.bound) == (True, True)


@pytest.mark.parametrize("route", ["ratified", "acceded", "succeeded"])
def test_the_route_is_the_way_in_which_the_state_joined(route: str) -> None:
    assert standing("uncat", uncat={route: "1999-06-25"}).route == route
    assert standing("uncat", as_of="1999-06-24", uncat={route: "1999-06-25"}).route is None


def test_what_is_planned_or_not_known_has_no_deposit() -> None:
    for status in ({}, {"ratified": "unknown"}, {"ratified": None, "acceded": None}, {"ratified": "2025-01-01"}):
        found = standing("opcat", opcat=status)
        assert (found.deposit, found.in_force, found.route, found.since) == (None, None, None, None)


@pytest.mark.parametrize(
    ("convention", "days"),
    [
        # It had joined the Convention by the day of its deposit under the Protocol, and not before the Convention was there.
        ({}, (date(1984, 1, 1), date(2008, 5, 1))),
        ({"ratified": "2008"}, (date(2008, 1, 1), date(2008, 5, 1))),
        ({"ratified": "2007"}, (date(2007, 1, 1), date(2007, 12, 31))),
    ],
)
def test_who_joined_the_protocol_joined_the_convention_no_later(
    convention: dict[str, Any], days: tuple[date, date]
) -> None:
    found = standing("uncat", opcat={"ratified": "2008-05-01"}, uncat=convention)
    assert (found.joined, found.bound) == (True, True)
    assert found.deposit is not None
    assert (found.deposit.earliest, found.deposit.latest) == days
    assert found.in_force is not None
    assert found.in_force.latest == days[1] + timedelta(days=30), (
        "the Convention binds on the thirtieth day (art. 27(2))"
    )


def test_who_only_may_have_joined_the_protocol_need_not_have_joined_the_convention() -> None:
    found = standing("uncat", as_of="2008-05-01", opcat={"ratified": "2008"}, uncat={})
    assert (found.joined, found.bound, found.deposit) == ("unknown", "unknown", None)


def test_a_state_that_joined_less_than_thirty_days_ago_is_not_bound_yet() -> None:
    deposit = {"ratified": "2010-05-05"}
    assert standing("opcat", as_of="2010-06-03", opcat=deposit).bound is False
    bound = standing("opcat", as_of="2010-06-04", opcat=deposit)
    assert (bound.bound, bound.since) == (True, date(2010, 6, 4))
    assert standing("opcat", as_of="2010-06-15", opcat={"ratified": "2010-05"}).bound == "unknown"

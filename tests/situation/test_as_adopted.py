"""Who would be the mechanism if a bill were adopted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from npm_readiness.models.bodies import Body
from npm_readiness.situation.as_adopted import as_adopted
from tests.making import profile

DAY = date(2024, 6, 1)
OFFICE: dict[str, Any] = {"id": "office", "name": "The office", "kind": "ombudsman", "role": "candidate"}
COUNCIL: dict[str, Any] = {"id": "council", "name": "The council", "kind": "specialised", "role": "candidate"}
MADE: dict[str, Any] = {"role": "mechanism", "designated": "2015-03-01", "at_work_since": "2016-01-01"}


def adopted(*bodies: dict[str, Any], **bill: Any) -> dict[str, Body]:
    """The bodies, by their ids, if a bill were adopted on 1 June 2024."""
    made = profile(
        assessed_on=str(DAY), npm={"model": "nhri", "bodies": list(bodies)}, bills={"b": {"title": "A bill", **bill}}
    )
    return {body.id: body for body in as_adopted(made, made.bills["b"], DAY).npm.bodies or ()}


@pytest.mark.parametrize(
    ("council", "ends", "role"),
    [
        # Alone it is the mechanism; beside another that is it, and stays it, it is a part of it.
        ({}, [], "mechanism"),
        (MADE, [], "member"),
        (MADE, ["council"], "mechanism"),
        ({"role": "former", "designated": "2010", "ended": "2012"}, [], "mechanism"),
        # One that may have been designated by then, and so may stay.
        ({"role": "member", "designated": "2024"}, [], "member"),
    ],
)
def test_a_body_that_is_designated_is_the_mechanism_or_a_part_of_it(
    council: dict[str, Any], ends: list[str], role: str
) -> None:
    assert adopted(OFFICE, {**COUNCIL, **council}, designates=["office"], ends=ends)["office"].role == role


def test_two_that_are_designated_at_once_are_parts_of_it() -> None:
    found = adopted(OFFICE, COUNCIL, designates=["office", "council"])
    assert [body.role for body in found.values()] == ["member", "member"]


def test_what_a_bill_designates_rests_on_an_act_from_its_day_and_nobody_is_at_work_in_it_yet() -> None:
    office = adopted({**OFFICE, "laws": []}, designates=["office"], source="law")["office"]
    assert (str(office.designated), office.ended, office.at_work_since) == ("2024-06-01", "unknown", None)
    assert (office.legal_basis, office.laws) == ("act", ("law",))


@pytest.mark.parametrize(
    ("today", "then"),
    [("unknown", "act"), ("executive_text", "act"), ("none", "act"), ("act", "act"), ("constitution", "constitution")],
)
def test_of_a_body_that_is_the_mechanism_already_only_the_legal_basis_changes(today: str, then: str) -> None:
    before = {**OFFICE, **MADE, "legal_basis": today}
    office = adopted(before, designates=["office"])["office"]
    assert (office.role, str(office.designated), str(office.at_work_since)) == ("mechanism", "2015-03-01", "2016-01-01")
    assert office.legal_basis == then


def test_a_body_that_a_bill_ends_was_the_mechanism_until_its_day() -> None:
    found = adopted({**OFFICE, **MADE}, COUNCIL, ends=["office", "council"])
    assert (found["office"].role, str(found["office"].ended)) == ("former", "2024-06-01")
    assert found["council"].role == "candidate", "what is no mechanism cannot end as one"


def test_a_bill_that_says_nothing_of_bodies_leaves_them_as_they_are() -> None:
    assert adopted({**OFFICE, **MADE}, COUNCIL) == {
        body.id: body for body in profile(npm={"bodies": [{**OFFICE, **MADE}, COUNCIL]}).npm.bodies or ()
    }

"""Which bodies are the mechanism on a day, what each is then, and on what the mechanism rests."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Treaty
from npm_readiness.situation.working_out import situation_of
from tests.making import catalogue, criterion, profile

INSTRUMENTS = catalogue(criterion("c1", "q1")).instruments
Spec = dict[str, Any]


def situation(*bodies: Spec, as_of: str = "2024-06-01", **keys: Any) -> Situation:
    """The situation on a day by a profile of 1 June 2024."""
    listed = [{"id": f"b{n}", "name": f"Body {n}", "role": "mechanism", **body} for n, body in enumerate(bodies)]
    made = profile(assessed_on="2024-06-01", npm=keys.pop("npm", {"bodies": listed}), **keys)
    return situation_of(made, INSTRUMENTS, date.fromisoformat(as_of))


@pytest.mark.parametrize(
    ("body", "as_of", "role", "mechanism"),
    [
        ({"designated": "2020-01-01"}, "2024-06-01", "mechanism", True),
        ({"designated": "2020-01-01"}, "2020-01-01", "mechanism", True),
        ({"designated": "2020-01-01"}, "2019-12-31", "candidate", False),
        ({"designated": "2020"}, "2020-06-01", "mechanism", "unknown"),
        ({}, "2024-06-01", "mechanism", True),
        ({}, "2024-05-31", "mechanism", "unknown"),
        ({"role": "interim", "designated": "2020-01-01"}, "2024-06-01", "interim", True),
        ({"role": "candidate"}, "2024-06-01", "candidate", False),
        ({"role": "candidate", "designated": "2025-01-01"}, "2025-01-01", "mechanism", True),
        ({"role": "former", "designated": "2010-01-01", "ended": "2015-01-01"}, "2024-06-01", "former", False),
        ({"role": "former", "designated": "2010-01-01", "ended": "2015-01-01"}, "2015-01-01", "former", False),
        ({"role": "former", "designated": "2010-01-01", "ended": "2015-01-01"}, "2014-12-31", "mechanism", True),
        ({"role": "former", "designated": "2010-01-01", "ended": "2015-01-01"}, "2009-12-31", "candidate", False),
        ({"role": "former", "ended": "2015"}, "2015-06-01", "former", "unknown"),
        ({"role": "former"}, "2024-06-01", "former", False),
    ],
)
def test_the_role_is_that_on_the_day_and_the_dates_say_what_it_was_before(
    body: Spec, as_of: str, role: str, mechanism: object
) -> None:
    (found,) = situation(body, as_of=as_of).bodies
    assert (found.role, found.mechanism) == (role, mechanism)


@pytest.mark.parametrize(
    ("role", "designated", "ended"),
    [("mechanism", "yes", None), ("member", "yes", None), ("candidate", None, None), ("former", "yes", "yes")],
)
def test_where_no_date_is_written_the_role_says_what_has_happened(
    role: str, designated: str | None, ended: str | None
) -> None:
    (found,) = situation({"role": role}).bodies
    told = [None if event is None else str(event) for event in (found.designated, found.ended)]
    assert told == [designated, ended]


def test_the_short_form_has_no_role_so_that_what_it_leaves_open_is_open() -> None:
    (found,) = situation(npm={"institution": "A body"}).bodies
    assert (found.designated, found.ended, found.mechanism) == ("unknown", None, "unknown")


DESIGNATED: Spec = {"designated": "2020-01-01"}


@pytest.mark.parametrize(
    ("bodies", "states", "word"),
    [
        ([], ["none"], "none"),
        ([{"role": "candidate"}], ["none"], "none"),
        ([{**DESIGNATED, "at_work_since": None}], ["designated"], "designated"),
        ([{**DESIGNATED, "at_work_since": "2024-06-02"}], ["designated"], "designated"),
        ([DESIGNATED], ["designated", "at_work", "settled"], "designated"),
        ([{**DESIGNATED, "at_work_since": "2022-06-02"}], ["at_work"], "at_work"),
        ([{**DESIGNATED, "at_work_since": "2022-06-01"}], ["settled"], "at_work"),
        ([{**DESIGNATED, "at_work_since": "2022"}], ["at_work", "settled"], "at_work"),
        # What it did before it was designated was not the work of the mechanism.
        ([{"designated": "2023-01-01", "at_work_since": "2005-01-01"}], ["at_work"], "at_work"),
        ([{"designated": "2023-01-01", "at_work_since": "yes"}], ["at_work"], "at_work"),
        # If it has been designated this year, it is at work.
        ([{"designated": "2024", "at_work_since": "2024-05-01"}], ["none", "at_work"], "unknown"),
        # Of several the one that is furthest decides.
        (
            [{**DESIGNATED, "at_work_since": None}, {**DESIGNATED, "at_work_since": "2021-01-01"}],
            ["settled"],
            "at_work",
        ),
        ([{"designated": "2024"}, {**DESIGNATED, "at_work_since": None}], ["designated", "at_work"], "designated"),
        ([{"designated": "2024"}, {"designated": "2024"}], ["none", "designated", "at_work"], "unknown"),
        ([{"role": "former", "ended": "2023"}], ["none"], "none"),
    ],
)
def test_where_the_mechanism_can_stand(bodies: list[Spec], states: list[str], word: str) -> None:
    found = situation(*bodies)
    assert (list(found.states), found.mechanism) == (states, word)
    assert found.nobody_at_work is (states == ["designated"])


@pytest.mark.parametrize(
    ("npm", "states"),
    [
        ({}, ["none", "designated", "at_work", "settled"]),
        ({"designated": "unknown"}, ["none", "designated", "at_work", "settled"]),
        ({"institution": "A body"}, ["none", "designated", "at_work", "settled"]),
        ({"designated": None}, ["none"]),
        ({"designated": "2023-06-01"}, ["designated", "at_work"]),
    ],
)
def test_the_short_form_says_nothing_of_anybody_at_work(npm: Spec, states: list[str]) -> None:
    assert list(situation(npm=npm).states) == states


@pytest.mark.parametrize(
    ("bodies", "at_work"),
    [
        ([], False),
        ([{"role": "candidate", "at_work_since": "2010-01-01"}], False),
        ([{**DESIGNATED, "at_work_since": None}], False),
        ([DESIGNATED], "unknown"),
        ([{**DESIGNATED, "at_work_since": "2024-06-01"}], True),
        ([{**DESIGNATED, "at_work_since": "2024-06-02"}, {**DESIGNATED, "at_work_since": "2021"}], True),
        ([{**DESIGNATED, "at_work_since": None}, DESIGNATED], "unknown"),
    ],
)
def test_somebody_is_at_work_where_one_body_that_is_the_mechanism_does_its_work(
    bodies: list[Spec], at_work: object
) -> None:
    assert situation(*bodies).at_work == at_work


@pytest.mark.parametrize(
    ("npm", "at_work"),
    [
        ({}, "unknown"),
        ({"designated": "unknown"}, "unknown"),
        ({"designated": None}, False),
        ({"designated": "2023-06-01"}, "unknown"),
        ({"designated": None, "institution": "A body"}, False),
    ],
)
def test_whether_somebody_is_at_work_is_open_where_a_mechanism_is_there_or_may_be(npm: Spec, at_work: object) -> None:
    assert situation(npm=npm).at_work == at_work


@pytest.mark.parametrize(
    ("bodies", "basis", "below"),
    [
        ([], None, False),
        ([{"role": "candidate", "legal_basis": "act"}], None, False),
        ([{"legal_basis": "act"}], "act", False),
        ([{"legal_basis": "executive_text"}], "executive_text", True),
        ([{}], "unknown", False),
        ([{"legal_basis": "agreement"}, {"legal_basis": "executive_text"}], "executive_text", True),
        ([{"legal_basis": "act"}, {"legal_basis": "constitution"}], "constitution", False),
        ([{"legal_basis": "act"}, {}], "act", False),
        ([{"legal_basis": "executive_text"}, {}], "unknown", False),
        # One that may be designated by now lifts it or not.
        ([{"legal_basis": "executive_text"}, {"legal_basis": "act", "designated": "2024"}], "unknown", False),
        ([{"legal_basis": "none"}, {"legal_basis": "agreement", "designated": "2024"}], "none", True),
        ([{"legal_basis": "executive_text", "designated": "2024"}], "executive_text", False),
        ([{"legal_basis": "executive_text"}, {"legal_basis": "act", "role": "former"}], "executive_text", True),
    ],
)
def test_the_legal_basis_is_the_highest_that_is_known(bodies: list[Spec], basis: str | None, below: bool) -> None:
    found = situation(*bodies)
    assert (found.legal_basis, found.only_below_an_act) == (basis, below)


@pytest.mark.parametrize(
    ("bodies", "first"),
    [
        ([{"designated": "2012-03-01"}], ("2012-03-01", "2012-03-01")),
        ([{"designated": "2012"}, {"designated": "2012-03-01"}], ("2012-01-01", "2012-03-01")),
        ([{"designated": "2015"}, {"designated": "2012-03-01"}], ("2012-03-01", "2012-03-01")),
        ([{"role": "former", "ended": "2010-01-01"}, {"designated": "2012"}], ("2002-12-18", "2010-01-01")),
        ([{"designated": "2024"}], None),
        ([{"role": "candidate"}], None),
    ],
)
def test_when_one_was_first_designated(bodies: list[Spec], first: tuple[str, str] | None) -> None:
    found = situation(*bodies).designated_first
    assert (found and (str(found.earliest), str(found.latest))) == first


def test_what_is_only_known_to_have_happened_has_happened_by_the_day_of_the_profile() -> None:
    """So is it shown, also where a later day is looked at."""
    (found,) = situation({"role": "former", "designated": "yes", "ended": "yes"}, as_of="2025-01-01").bodies
    for event in (found.designated, found.ended):
        assert event is not None
        assert event != "unknown"
        assert event.period.latest == date(2024, 6, 1)


@pytest.mark.parametrize(
    ("bill", "pending"),
    [
        ({}, True),
        ({"status": "bill"}, True),
        ({"status": "adopted"}, False),
        ({"introduced": "2024-06-02"}, False),
        ({"introduced": "2024"}, True),
    ],
)
def test_a_bill_is_pending_from_its_day_until_it_is_adopted(bill: Spec, pending: bool) -> None:
    found = situation(bills={"b": {"title": "A bill", **bill}})
    assert found.bill_pending is pending
    assert found.act_adopted is (bill.get("status") == "adopted")
    assert [entry.title for entry in found.bills] == ([] if bill.get("introduced") == "2024-06-02" else ["A bill"])


CONVENTION_IN_2008: Spec = {"uncat": {"ratified": "2008"}, "opcat": {"ratified": "2008-05-01"}}


def test_who_joined_the_protocol_had_joined_the_convention_by_then() -> None:
    convention = situation(treaties=CONVENTION_IN_2008).treaty(Treaty.UNCAT)
    assert (convention.joined, convention.bound) == (True, True)
    by_fact = situation(treaties={"opcat": {"ratified": "2008-05-01"}}).treaty(Treaty.UNCAT)
    assert (by_fact.joined, by_fact.bound) == (True, True)
    assert by_fact.deposit is not None
    assert by_fact.deposit.latest == date(2008, 5, 1)

"""The status of a provision: never more than the criteria that cite it and apply say of it together."""

from __future__ import annotations

from typing import Any

import pytest

from npm_readiness import assess
from tests.making import catalogue, criterion, profile

ANSWERS = {"met": "yes", "partly_met": "partial", "not_met": "no", "undetermined": None}


def status_of_provision(*statuses: str) -> tuple[str, bool]:
    """What is said of a provision that criteria of these statuses cite, and whether it is known to fall short."""
    criteria = [criterion(f"c{number}", f"q{number}") for number in range(len(statuses))]
    answers: dict[str, Any] = {
        f"q{number}": answer for number, status in enumerate(statuses) if (answer := ANSWERS[status]) is not None
    }
    (found,) = (entry for entry in assess(profile(answers), catalogue(*criteria)).provisions if entry.id == "opcat-18")
    return found.status.value, found.falls_short


@pytest.mark.parametrize("status", ANSWERS)
def test_where_all_criteria_say_the_same_it_is_that(status: str) -> None:
    assert status_of_provision(status)[0] == status
    assert status_of_provision(status, status)[0] == status


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (("met", "partly_met"), "partly_met"),
        (("undetermined", "partly_met"), "partly_met"),
        (("met", "undetermined", "partly_met"), "partly_met"),
        # One that is not met at all leaves open how much of the provision is.
        (("partly_met", "not_met"), "undetermined"),
        (("met", "not_met"), "undetermined"),
        (("met", "partly_met", "not_met"), "undetermined"),
        (("met", "undetermined"), "undetermined"),
        (("undetermined", "not_met"), "undetermined"),
    ],
)
def test_where_they_differ_it_is_no_more_than_what_is_established(statuses: tuple[str, ...], status: str) -> None:
    assert status_of_provision(*statuses)[0] == status
    assert status_of_provision(*reversed(statuses))[0] == status


def test_it_falls_short_where_a_criterion_surely_does() -> None:
    assert status_of_provision("met", "not_met")[1]
    assert not status_of_provision("met", "undetermined")[1]


def test_a_gap_whose_degree_is_open_leaves_the_provision_open() -> None:
    """Between no and partial: surely a gap, and of no criterion is it known that it is met in part."""
    criteria = [criterion("c0", "q0"), criterion("c1", "q1")]
    answers: dict[str, Any] = {"q0": {"answer": "unknown", "between": ["no", "partial"]}, "q1": "yes"}
    found = assess(profile(answers), catalogue(*criteria))
    assert [entry.status for entry in found.criteria] == ["undetermined", "met"]
    assert [(entry.status, entry.falls_short) for entry in found.provisions if entry.id == "opcat-18"] == [
        ("undetermined", True)
    ]

"""Section "Dates" of the design: what follows from OPCAT once a State has deposited its instrument, under every reading."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from npm_readiness.models.timeline import add_months, add_years, binds, entry_into_force
from npm_readiness.scoring.deadlines import deadlines_of

from npm_readiness.models.register import EntryIntoForce
from npm_readiness.models.situation import Deadline
from tests.making import profile

OPCAT = EntryIntoForce(first=date(2006, 6, 22), days=30, source="art. 28")
COVENANT = EntryIntoForce(first=date(1976, 3, 23), months=3, source="art. 49")


def deadlines(as_of: str = "2024-01-01", designated: str | None = None, **opcat: Any) -> tuple[Deadline, ...]:
    """The deadlines of a State with this status under OPCAT; what is left out has not happened."""
    status = {"signed": None, "ratified": None, "acceded": None, "article_24": None, **opcat}
    made = profile(npm={"designated": designated}, treaties={"opcat": status})
    return deadlines_of(made, OPCAT, date.fromisoformat(as_of))


def dates(found: tuple[Deadline, ...], name: str) -> dict[str | None, str]:
    """The dates of one kind, by their reading."""
    return {entry.reading: entry.date.isoformat() for entry in found if entry.id == name}


def declaration(part: str, **keys: Any) -> dict[str, Any]:
    return {"part": part, "declared": "2010-05-05", **keys}


# --- Entry into force and article 17 -----------------------------------------------------------------------------------


def test_the_year_runs_from_the_deposit_or_from_entry_into_force() -> None:
    found = deadlines(ratified="2010-05-05")
    assert dates(found, "entry-into-force") == {None: "2010-06-04"}
    assert dates(found, "article-17") == {"from-deposit": "2011-05-05", "from-entry-into-force": "2011-06-04"}
    assert not any(entry.disputed or entry.planned for entry in found)


def test_georgia_which_joined_before_the_protocol_was_in_force() -> None:
    """Accession of 9 August 2005: bound from 22 June 2006, due on 22 June 2007, in both readings."""
    found = deadlines(acceded="2005-08-09")
    assert dates(found, "entry-into-force") == {None: "2006-06-22"}
    assert dates(found, "article-17") == {"from-deposit": "2007-06-22", "from-entry-into-force": "2007-06-22"}


@pytest.mark.parametrize(
    ("deposit", "bound"),
    [("2006-05-22", "2006-06-22"), ("2006-05-23", "2006-06-22"), ("2006-05-24", "2006-06-23")],
)
def test_entry_into_force_is_the_later_of_30_days_and_22_june_2006(deposit: str, bound: str) -> None:
    assert dates(deadlines(ratified=deposit), "entry-into-force") == {None: bound}


def test_the_first_states_were_bound_by_paragraph_1_of_article_28_later_ones_by_paragraph_2() -> None:
    first, *_ = deadlines(ratified="2005-08-09")
    later, *_ = deadlines(ratified="2010-05-05")
    assert (first.provision, later.provision) == ("opcat-28-1", "opcat-28-2")


def test_29_february_becomes_1_march_where_there_is_none() -> None:
    found = deadlines(ratified="2008-02-29")
    assert dates(found, "article-17")["from-deposit"] == "2009-03-01"
    assert add_years(date(2008, 2, 29), 4) == date(2012, 2, 29)


def test_succession_is_a_deposit() -> None:
    assert dates(deadlines(succeeded="2010-05-05"), "entry-into-force") == {None: "2010-06-04"}


# --- Article 24 --------------------------------------------------------------------------------------------------------


def test_part_iii_postpones_no_date_of_article_17() -> None:
    found = deadlines(ratified="2010-05-05", article_24=declaration("III"))
    assert dates(found, "article-17") == {"from-deposit": "2011-05-05", "from-entry-into-force": "2011-06-04"}
    assert dates(found, "article-24-end") == {"from-deposit": "2013-05-05", "from-entry-into-force": "2013-06-04"}


def test_part_iv_is_read_without_and_with_the_year_of_article_17_from_either_start() -> None:
    found = deadlines(ratified="2010-05-05", article_24=declaration("IV", years=2))
    assert dates(found, "article-24-end") == {"from-deposit": "2012-05-05", "from-entry-into-force": "2012-06-04"}
    assert dates(found, "article-17") == {
        "from-deposit/postponement-only": "2012-05-05",
        "from-deposit/postponement-plus-year": "2013-05-05",
        "from-entry-into-force/postponement-only": "2012-06-04",
        "from-entry-into-force/postponement-plus-year": "2013-06-04",
    }
    assert not any(entry.disputed for entry in found)


def test_three_years_unless_fewer_were_declared() -> None:
    found = deadlines(ratified="2010-05-05", article_24=declaration("IV"))
    assert dates(found, "article-24-end")["from-deposit"] == "2013-05-05"


def test_an_extension_gives_the_end_itself() -> None:
    found = deadlines(ratified="2010-05-05", article_24=declaration("IV", extended_until="2015-05-05"))
    assert dates(found, "article-24-end") == {"extended": "2015-05-05"}
    assert dates(found, "article-17") == {
        "extended/postponement-only": "2015-05-05",
        "extended/postponement-plus-year": "2016-05-05",
    }


def test_whether_an_acceding_state_may_postpone_is_disputed() -> None:
    """The text of article 24 speaks of ratification only. The dates without a postponement are then a reading too."""
    found = deadlines(acceded="2010-05-05", article_24=declaration("IV"))
    assert {entry.reading for entry in found if entry.disputed and entry.id == "article-17"} == {
        "from-deposit/postponement-only",
        "from-deposit/postponement-plus-year",
        "from-entry-into-force/postponement-only",
        "from-entry-into-force/postponement-plus-year",
    }
    assert all(entry.disputed for entry in found if entry.id == "article-24-end")
    undisputed = {
        entry.reading: entry.date.isoformat() for entry in found if entry.id == "article-17" and not entry.disputed
    }
    assert undisputed == {"from-deposit": "2011-05-05", "from-entry-into-force": "2011-06-04"}


def test_an_accession_without_a_declaration_has_nothing_disputed() -> None:
    assert not any(entry.disputed for entry in deadlines(acceded="2010-05-05"))


def test_a_declaration_dated_after_the_day_has_not_happened() -> None:
    joined: dict[str, Any] = {"ratified": "2010-05-01", "article_24": declaration("IV")}
    assert dates(deadlines("2010-05-04", **joined), "article-24-end") == {}
    assert set(dates(deadlines("2010-05-05", **joined), "article-24-end")) == {"from-deposit", "from-entry-into-force"}


def test_it_is_not_known_whether_there_was_a_declaration() -> None:
    found = deadlines(ratified="2010-05-05", article_24="unknown")
    assert dates(found, "article-24-end") == {}


# --- Not party, and planned --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "status",
    [{}, {"signed": "2010-05-05"}, {"ratified": "2024-01-02"}, {"ratified": "unknown"}, {"acceded": "unknown"}],
)
def test_a_state_that_is_not_known_to_have_joined_has_no_deadlines(status: dict[str, str]) -> None:
    assert deadlines(**status) == ()


def test_a_planned_date_is_reckoned_from_and_never_overdue() -> None:
    found = deadlines("2030-01-01", planned="2024-06-01")
    assert dates(found, "article-17") == {"from-deposit": "2025-06-01", "from-entry-into-force": "2025-07-01"}
    assert all(entry.planned and entry.overdue is False for entry in found)


PLANNED: dict[str, Any] = {
    "planned": "2025-01-01",
    "article_24": {"part": "IV", "declared": "2025-01-01", "years": 3},
}


def test_a_planned_declaration_belongs_to_a_planned_deposit() -> None:
    """A State that signed ratifies; one that did not accedes, and then it is disputed whether it can postpone."""
    signed = deadlines(signed="2020-01-01", **PLANNED)
    assert max(dates(signed, "article-17").values()) == "2029-01-31"
    assert not any(entry.disputed for entry in signed)
    assert all(entry.disputed for entry in deadlines(**PLANNED) if entry.id == "article-24-end")
    assert dates(deadlines(**{**PLANNED, "planned": "2024-12-31"}), "article-24-end") == {}


def test_a_plan_counts_for_nothing_once_the_state_has_joined() -> None:
    found = deadlines(ratified="2010-05-05", planned="2024-06-01")
    assert dates(found, "entry-into-force") == {None: "2010-06-04"}
    assert not any(entry.planned for entry in found)


# --- Overdue -----------------------------------------------------------------------------------------------------------


def overdue(as_of: str, designated: str | None = None, **opcat: Any) -> set[bool | None]:
    """What is said of all dates of article 17: they are overdue together or not at all."""
    return {entry.overdue for entry in deadlines(as_of, designated, **opcat) if entry.id == "article-17"}


@pytest.mark.parametrize(
    ("as_of", "late"),
    [("2011-05-05", False), ("2011-05-06", False), ("2011-06-04", False), ("2011-06-05", True)],
)
def test_overdue_only_after_the_last_reading(as_of: str, late: bool) -> None:
    assert overdue(as_of, ratified="2010-05-05") == {late}


@pytest.mark.parametrize(("as_of", "late"), [("2014-06-04", False), ("2014-06-05", True)])
def test_a_postponement_of_part_iv_moves_the_last_reading(as_of: str, late: bool) -> None:
    assert overdue(as_of, ratified="2010-05-05", article_24=declaration("IV")) == {late}
    assert overdue(as_of, acceded="2010-05-05", article_24=declaration("IV")) == {late}


def test_nothing_is_overdue_where_there_is_a_mechanism() -> None:
    assert overdue("2024-01-01", "2012-01-01", ratified="2010-05-05") == {False}
    assert overdue("2024-01-01", "2024-01-02", ratified="2010-05-05") == {True}


def test_it_is_not_known_whether_it_is_overdue_where_designation_is_unknown() -> None:
    assert overdue("2024-01-01", "unknown", ratified="2010-05-05") == {None}
    assert overdue("2011-06-04", "unknown", ratified="2010-05-05") == {False}


@pytest.mark.parametrize(
    ("as_of", "late"), [("2011-02-09", False), ("2011-02-10", None), ("2016-02-09", None), ("2016-02-10", True)]
)
def test_nobody_is_called_overdue_while_a_postponement_that_is_not_known_may_still_run(
    as_of: str, late: bool | None
) -> None:
    """Its five years at most, three and two more, must have passed too."""
    assert overdue(as_of, ratified="2010-01-10", article_24="unknown") == {late}


def test_only_article_17_can_be_overdue() -> None:
    found = deadlines(ratified="2010-05-05", article_24=declaration("IV"))
    assert {entry.id for entry in found if entry.overdue} == {"article-17"}


# --- Reckoning ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2024-01-15", 3, "2024-04-15"),
        ("2024-10-15", 3, "2025-01-15"),
        ("2023-11-30", 3, "2024-03-01"),
        ("2024-01-31", 1, "2024-03-01"),
        ("2024-12-31", 0, "2024-12-31"),
        ("2024-11-05", 1, "2024-12-05"),
    ],
)
def test_months_later(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months).isoformat() == later


def test_other_treaties_have_their_own_rule() -> None:
    assert entry_into_force(COVENANT, date(1997, 5, 1)) == date(1997, 8, 1)
    assert entry_into_force(COVENANT, date(1970, 5, 1)) == date(1976, 3, 23)
    assert entry_into_force(None, date(1997, 5, 1)) == date(1997, 5, 1)


@pytest.mark.parametrize(
    ("as_of", "bound"), [("2010-05-04", False), ("2010-05-05", False), ("2010-06-03", False), ("2010-06-04", True)]
)
def test_a_state_is_bound_from_entry_into_force_on(as_of: str, bound: bool) -> None:
    status = profile(treaties={"opcat": {"ratified": "2010-05-05", "acceded": None}}).treaties.opcat
    assert binds(OPCAT, status, date.fromisoformat(as_of)) is bound


def test_the_last_years_that_a_date_can_have_are_reckoned_with() -> None:
    found = deadlines("2999-12-31", ratified="2999-12-31", article_24=declaration("IV", extended_until="2999-12-31"))
    assert dates(found, "article-17")["extended/postponement-plus-year"] == "3000-12-31"

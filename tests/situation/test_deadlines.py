"""Section "Dates" of the design: what follows from OPCAT once a State has deposited its instrument, under every reading.

The dates were worked out by hand from the text of articles 17, 24 and 28; ``1..2`` stands for the days from 1 to 2.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from npm_readiness.models.dates import add_months, add_years
from npm_readiness.models.register import EntryIntoForce
from npm_readiness.models.situation import Deadline, Situation
from npm_readiness.situation.deadlines import deadlines_of
from npm_readiness.situation.standing import entry_into_force
from npm_readiness.situation.working_out import situation_of
from tests.making import catalogue, criterion, profile

OPCAT = EntryIntoForce(first=date(2006, 6, 22), days=30, source="art. 28")
COVENANT = EntryIntoForce(first=date(1976, 3, 23), months=3, source="art. 49")
INSTRUMENTS = catalogue(criterion("c1", "q1")).instruments

NO_MECHANISM: dict[str, Any] = {"designated": None}


def situation(as_of: str = "2024-01-01", npm: dict[str, Any] = NO_MECHANISM, **opcat: Any) -> Situation:
    """The situation of a State with this status under OPCAT; what is left out has not happened."""
    status = {"signed": None, "ratified": None, "acceded": None, "article_24": None, **opcat}
    made = profile(npm=npm, treaties={"opcat": status}, assessed_on=as_of)
    return situation_of(made, INSTRUMENTS, date.fromisoformat(as_of))


def deadlines(as_of: str = "2024-01-01", npm: dict[str, Any] = NO_MECHANISM, **opcat: Any) -> tuple[Deadline, ...]:
    """The deadlines of such a State, as it stands on the day on which its profile was written."""
    return deadlines_of(situation(as_of, npm, **opcat), OPCAT)


def shown(entry: Deadline) -> str:
    days = entry.earliest.isoformat()
    return days if entry.earliest == entry.latest else f"{days}..{entry.latest}"


def dates(found: tuple[Deadline, ...], name: str = "article-17") -> dict[str | None, str]:
    """The dates of one kind, by their reading."""
    assert all(entry.date == (entry.earliest if entry.earliest == entry.latest else None) for entry in found)
    return {entry.reading: shown(entry) for entry in found if entry.id == name}


def declaration(part: str, **keys: Any) -> dict[str, Any]:
    return {"part": part, "declared": "2010-05-05", **keys}


def of_bodies(*bodies: dict[str, Any]) -> dict[str, Any]:
    """A mechanism of these bodies."""
    return {"bodies": [{"id": f"body-{n}", "name": "A body", **body} for n, body in enumerate(bodies)]}


# --- Entry into force and article 17 -----------------------------------------------------------------------------------


def test_the_year_runs_from_the_deposit_or_from_entry_into_force() -> None:
    found = deadlines(ratified="2010-05-05")
    assert dates(found, "entry-into-force") == {None: "2010-06-04"}
    assert dates(found) == {"from-deposit": "2011-05-05", "from-entry-into-force": "2011-06-04"}
    assert not any(entry.disputed or entry.planned or entry.supposed for entry in found)


def test_georgia_which_joined_before_the_protocol_was_in_force() -> None:
    """Accession of 9 August 2005: bound from 22 June 2006, due on 22 June 2007, in both readings."""
    found = deadlines(acceded="2005-08-09")
    assert dates(found, "entry-into-force") == {None: "2006-06-22"}
    assert dates(found) == {"from-deposit": "2007-06-22", "from-entry-into-force": "2007-06-22"}


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
    assert dates(found)["from-deposit"] == "2009-03-01"
    assert dates(found, "entry-into-force") == {None: "2008-03-30"}
    assert add_years(date(2008, 2, 29), 4) == date(2012, 2, 29)
    four = deadlines(ratified="2008-02-29", article_24={"part": "IV", "declared": "2008-02-29", "years": 3})
    assert dates(four)["from-deposit/postponement-only"] == "2011-03-01"
    assert dates(four)["from-deposit/postponement-plus-year"] == "2012-03-01"


def test_succession_is_a_deposit() -> None:
    assert dates(deadlines(succeeded="2010-05-05"), "entry-into-force") == {None: "2010-06-04"}


# --- Dates that are not known to the day -------------------------------------------------------------------------------


def test_what_follows_from_a_month_is_an_interval_of_days() -> None:
    found = deadlines(ratified="2012-10")
    assert dates(found, "entry-into-force") == {None: "2012-10-31..2012-11-30"}
    assert dates(found) == {
        "from-deposit": "2013-10-01..2013-10-31",
        "from-entry-into-force": "2013-10-31..2013-11-30",
    }


def test_what_follows_from_a_year_is_an_interval_of_days() -> None:
    found = deadlines(ratified="2012")
    assert dates(found, "entry-into-force") == {None: "2012-01-31..2013-01-30"}
    assert dates(found) == {
        "from-deposit": "2013-01-01..2013-12-31",
        "from-entry-into-force": "2013-01-31..2014-01-30",
    }


def test_a_year_before_the_protocol_was_in_force_gives_exact_dates() -> None:
    """Whichever day of 2005 it was, the State is bound from 22 June 2006 on."""
    found = deadlines(ratified="2005")
    assert dates(found, "entry-into-force") == {None: "2006-06-22"}
    assert dates(found) == {"from-deposit": "2007-06-22", "from-entry-into-force": "2007-06-22"}
    assert next(entry.provision for entry in found) == "opcat-28-1"


def test_the_year_in_which_the_protocol_entered_into_force_begins_with_that_day() -> None:
    found = deadlines(ratified="2006")
    assert dates(found, "entry-into-force") == {None: "2006-06-22..2007-01-30"}
    assert dates(found) == {
        "from-deposit": "2007-06-22..2007-12-31",
        "from-entry-into-force": "2007-06-22..2008-01-30",
    }


def test_yes_says_no_more_than_until_the_day_of_the_profile() -> None:
    found = deadlines("2012-03-10", ratified="yes")
    assert dates(found, "entry-into-force") == {None: "2006-06-22..2012-04-09"}
    assert dates(found) == {
        "from-deposit": "2007-06-22..2013-03-10",
        "from-entry-into-force": "2007-06-22..2013-04-09",
    }


def test_a_month_with_29_days_ends_a_day_later_in_the_next_year() -> None:
    assert dates(deadlines(ratified="2008-02"))["from-deposit"] == "2009-02-01..2009-03-01"


# --- Article 24 --------------------------------------------------------------------------------------------------------


def test_part_iii_postpones_no_date_of_article_17() -> None:
    found = deadlines(ratified="2010-05-05", article_24=declaration("III", years=3))
    assert dates(found) == {"from-deposit": "2011-05-05", "from-entry-into-force": "2011-06-04"}
    assert dates(found, "article-24-end") == {"from-deposit": "2013-05-05", "from-entry-into-force": "2013-06-04"}


def test_part_iv_is_read_without_and_with_the_year_of_article_17_from_either_start() -> None:
    found = deadlines(ratified="2010-05-05", article_24=declaration("IV", years=2))
    assert dates(found, "article-24-end") == {"from-deposit": "2012-05-05", "from-entry-into-force": "2012-06-04"}
    assert dates(found) == {
        "from-deposit/postponement-only": "2012-05-05",
        "from-deposit/postponement-plus-year": "2013-05-05",
        "from-entry-into-force/postponement-only": "2012-06-04",
        "from-entry-into-force/postponement-plus-year": "2013-06-04",
    }
    assert not any(entry.disputed or entry.supposed for entry in found)


@pytest.mark.parametrize("years", [{}, {"years": "unknown"}])
def test_one_to_three_years_where_it_is_not_known_how_many_were_declared(years: dict[str, str]) -> None:
    found = deadlines(ratified="2010-05-05", article_24=declaration("IV", **years))
    assert dates(found, "article-24-end") == {
        "from-deposit": "2011-05-05..2013-05-05",
        "from-entry-into-force": "2011-06-04..2013-06-04",
    }
    assert dates(found)["from-entry-into-force/postponement-plus-year"] == "2012-06-04..2014-06-04"


def test_an_extension_gives_the_end_itself() -> None:
    found = deadlines(ratified="2010-05-05", article_24=declaration("IV", extended_until="2015-05-05"))
    assert dates(found, "article-24-end") == {"extended": "2015-05-05"}
    assert dates(found) == {
        "extended/postponement-only": "2015-05-05",
        "extended/postponement-plus-year": "2016-05-05",
    }


def test_an_extension_of_which_the_month_is_known() -> None:
    found = deadlines(ratified="2010-05-05", article_24=declaration("IV", extended_until="2015-05"))
    assert dates(found)["extended/postponement-plus-year"] == "2016-05-01..2016-05-31"


def test_where_an_extension_is_not_known_the_dates_are_supposed() -> None:
    found = deadlines(ratified="2010-05-05", article_24=declaration("IV", years=3, extended_until="unknown"))
    assert dates(found, "article-24-end") == {"from-deposit": "2013-05-05", "from-entry-into-force": "2013-06-04"}
    assert all(entry.supposed for entry in found if entry.id != "entry-into-force")


def test_a_declaration_that_came_after_the_deposit_counts_from_its_day_in_a_further_reading() -> None:
    """Article 24 speaks of a declaration upon ratification: so it is disputed, and the dates without it are a reading too."""
    late = {"part": "IV", "declared": "2010-12-01", "years": 2}
    found = deadlines(ratified="2010-05-05", article_24=late)
    assert dates(found, "article-24-end") == {
        "from-deposit": "2012-05-05",
        "from-entry-into-force": "2012-06-04",
        "from-declaration": "2012-12-01",
    }
    assert dates(found) == {
        "from-deposit": "2011-05-05",
        "from-entry-into-force": "2011-06-04",
        "from-deposit/postponement-only": "2012-05-05",
        "from-deposit/postponement-plus-year": "2013-05-05",
        "from-entry-into-force/postponement-only": "2012-06-04",
        "from-entry-into-force/postponement-plus-year": "2013-06-04",
        "from-declaration/postponement-only": "2012-12-01",
        "from-declaration/postponement-plus-year": "2013-12-01",
    }
    postponed = [entry for entry in found if entry.reading and "/" in entry.reading]
    assert all(entry.disputed and not entry.supposed for entry in postponed)
    assert not any(entry.disputed for entry in found if entry.id == "article-17" and entry not in postponed)


def test_a_declaration_at_the_deposit_or_before_it_has_no_reading_of_its_own() -> None:
    for declared in ("2010-05-05", "2010-05-01"):
        found = deadlines(ratified="2010-05-05", article_24={"part": "IV", "declared": declared, "years": 3})
        assert set(dates(found, "article-24-end")) == {"from-deposit", "from-entry-into-force"}


def test_where_the_day_of_the_declaration_is_not_known_it_may_have_come_later_and_that_is_supposed() -> None:
    found = deadlines("2011-01-01", ratified="2010-05-05", article_24={"part": "IV", "years": 2})
    assert dates(found, "article-24-end") == {
        "from-deposit": "2012-05-05",
        "from-entry-into-force": "2012-06-04",
        "from-declaration": "2012-05-05..2013-01-01",
    }
    assert {entry.reading for entry in found if entry.supposed} == {
        "from-declaration",
        "from-declaration/postponement-only",
        "from-declaration/postponement-plus-year",
    }
    assert not any(entry.disputed for entry in found), "it may have been made upon ratification, as the article says"


def test_a_declaration_made_in_the_month_of_the_deposit_may_have_come_later() -> None:
    found = deadlines(ratified="2010-05-20", article_24={"part": "IV", "declared": "2010-05", "years": 1})
    assert dates(found, "article-24-end")["from-declaration"] == "2011-05-20..2011-05-31"


@pytest.mark.parametrize(
    ("declared", "supposed"), [("2012-02-29", False), ("2012-03-01", False), ("2012-03", True), ("2012", True)]
)
def test_a_declaration_that_came_later_is_supposed_only_while_it_may_be_still_to_come(
    declared: str, supposed: bool
) -> None:
    found = deadlines("2012-03-01", ratified="2010-05-05", article_24={"part": "IV", "declared": declared, "years": 3})
    assert {entry.supposed for entry in found if str(entry.reading).startswith("from-declaration")} == {supposed}


@pytest.mark.parametrize("part", [{}, {"part": "unknown"}])
def test_where_it_is_not_known_which_part_was_postponed_both_are_supposed(part: dict[str, str]) -> None:
    found = deadlines(ratified="2010-05-05", article_24={"declared": "2010-05-05", "years": 1, **part})
    assert dates(found) == {
        "from-deposit": "2011-05-05",
        "from-entry-into-force": "2011-06-04",
        "from-deposit/postponement-only": "2011-05-05",
        "from-deposit/postponement-plus-year": "2012-05-05",
        "from-entry-into-force/postponement-only": "2011-06-04",
        "from-entry-into-force/postponement-plus-year": "2012-06-04",
    }
    assert all(entry.supposed for entry in found if entry.id == "article-17")


def test_whether_an_acceding_state_may_postpone_is_disputed() -> None:
    """The text of article 24 speaks of ratification only. The dates without a postponement are then a reading too."""
    found = deadlines(acceded="2010-05-05", article_24=declaration("IV", years=3))
    assert {entry.reading for entry in found if entry.disputed and entry.id == "article-17"} == {
        "from-deposit/postponement-only",
        "from-deposit/postponement-plus-year",
        "from-entry-into-force/postponement-only",
        "from-entry-into-force/postponement-plus-year",
    }
    assert all(entry.disputed for entry in found if entry.id == "article-24-end")
    undisputed = {entry.reading: shown(entry) for entry in found if entry.id == "article-17" and not entry.disputed}
    assert undisputed == {"from-deposit": "2011-05-05", "from-entry-into-force": "2011-06-04"}


def test_an_accession_without_a_declaration_has_nothing_disputed() -> None:
    assert not any(entry.disputed for entry in deadlines(acceded="2010-05-05"))


def test_a_declaration_dated_after_the_day_has_not_happened() -> None:
    joined: dict[str, Any] = {"ratified": "2010-05-01", "article_24": declaration("IV")}
    assert dates(deadlines("2010-05-04", **joined), "article-24-end") == {}
    assert set(dates(deadlines("2010-05-05", **joined), "article-24-end")) == {
        "from-deposit",
        "from-entry-into-force",
        "from-declaration",
    }


def test_it_is_not_known_whether_there_was_a_declaration() -> None:
    found = deadlines(ratified="2010-05-05", article_24="unknown")
    assert dates(found, "article-24-end") == {}
    assert dates(found) == {"from-deposit": "2011-05-05", "from-entry-into-force": "2011-06-04"}


def test_all_of_it_at_once_a_year_for_the_deposit_and_nothing_known_of_the_declaration() -> None:
    found = deadlines("2015-01-01", ratified="2012", article_24={})
    assert dates(found, "article-24-end") == {
        "from-deposit": "2013-01-01..2015-12-31",
        "from-entry-into-force": "2013-01-31..2016-01-30",
        "from-declaration": "2013-01-01..2018-01-01",
    }
    assert dates(found)["from-declaration/postponement-plus-year"] == "2014-01-01..2019-01-01"


# --- Not party, and planned --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "status",
    [{}, {"signed": "2010-05-05"}, {"ratified": "2024-01-02"}, {"ratified": "unknown"}, {"acceded": "unknown"}],
)
def test_a_state_that_is_not_known_to_have_joined_has_no_deadlines(status: dict[str, Any]) -> None:
    assert deadlines(**status) == ()


def test_a_state_that_may_have_joined_this_year_has_dates_and_is_not_late() -> None:
    found = deadlines("2024-06-01", ratified="2024")
    assert dates(found)["from-deposit"] == "2025-01-01..2025-12-31"
    assert {entry.overdue for entry in found} == {False}


def test_a_planned_date_is_reckoned_from_and_never_overdue() -> None:
    found = deadlines("2030-01-01", planned="2024-06-01")
    assert dates(found) == {"from-deposit": "2025-06-01", "from-entry-into-force": "2025-07-01"}
    assert all(entry.planned and entry.overdue is False and entry.missed is False for entry in found)


PLANNED: dict[str, Any] = {
    "planned": "2025-01-01",
    "article_24": {"part": "IV", "declared": "2025-01-01", "years": 3},
}


def test_a_planned_declaration_belongs_to_a_planned_deposit() -> None:
    """A State that signed ratifies; one that did not accedes, and then it is disputed whether it can postpone."""
    signed = deadlines(signed="2020-01-01", **PLANNED)
    assert max(dates(signed).values()) == "2029-01-31"
    assert not any(entry.disputed for entry in signed)
    assert all(entry.disputed for entry in deadlines(**PLANNED) if entry.id == "article-24-end")
    assert dates(deadlines(**{**PLANNED, "planned": "2024-12-31"}), "article-24-end") == {}


def test_a_plan_counts_for_nothing_once_the_state_has_joined() -> None:
    found = deadlines(ratified="2010-05-05", planned="2024-06-01")
    assert dates(found, "entry-into-force") == {None: "2010-06-04"}
    assert not any(entry.planned for entry in found)


# --- Overdue -----------------------------------------------------------------------------------------------------------


def overdue(as_of: str, npm: dict[str, Any] = NO_MECHANISM, **opcat: Any) -> set[bool | None]:
    """What is said of all dates of article 17: they are overdue together or not at all."""
    return {entry.overdue for entry in deadlines(as_of, npm, **opcat) if entry.id == "article-17"}


@pytest.mark.parametrize(
    ("as_of", "late"),
    [("2011-05-05", False), ("2011-05-06", False), ("2011-06-04", False), ("2011-06-05", True)],
)
def test_overdue_only_after_the_last_reading(as_of: str, late: bool) -> None:
    assert overdue(as_of, ratified="2010-05-05") == {late}


@pytest.mark.parametrize(("as_of", "late"), [("2014-06-04", False), ("2014-06-05", True)])
def test_a_postponement_of_part_iv_moves_the_last_reading(as_of: str, late: bool) -> None:
    assert overdue(as_of, ratified="2010-05-05", article_24=declaration("IV", years=3)) == {late}
    assert overdue(as_of, acceded="2010-05-05", article_24=declaration("IV", years=3)) == {late}


def test_nothing_is_overdue_where_there_is_a_mechanism() -> None:
    assert overdue("2024-01-01", {"designated": "2012-01-01"}, ratified="2010-05-05") == {False}
    assert overdue("2024-01-01", {"designated": "2024-01-02"}, ratified="2010-05-05") == {True}


def test_an_interim_mechanism_is_one() -> None:
    interim = of_bodies({"role": "interim", "designated": "2012-01-01"})
    assert overdue("2024-01-01", interim, ratified="2010-05-05") == {False}


def test_a_mechanism_that_was_abolished_is_none_any_more() -> None:
    former = of_bodies({"role": "former", "designated": "2011-01-01", "ended": "2020-01-01"})
    assert overdue("2024-01-01", former, ratified="2010-05-05") == {True}
    followed = of_bodies(
        {"role": "former", "designated": "2011-01-01", "ended": "2020-01-01"},
        {"role": "mechanism", "designated": "2021-01-01"},
    )
    assert overdue("2024-01-01", followed, ratified="2010-05-05") == {False}


def test_a_candidate_is_no_mechanism() -> None:
    assert overdue("2024-01-01", of_bodies({"role": "candidate"}), ratified="2010-05-05") == {True}


def test_it_is_not_known_whether_it_is_overdue_where_designation_is_unknown() -> None:
    assert overdue("2024-01-01", {"designated": "unknown"}, ratified="2010-05-05") == {None}
    assert overdue("2011-06-04", {"designated": "unknown"}, ratified="2010-05-05") == {False}
    # It may have happened later in this year.
    assert overdue("2024-01-01", {"designated": "2024"}, ratified="2010-05-05") == {None}
    assert overdue("2024-01-01", {"designated": "2023"}, ratified="2010-05-05") == {False}


@pytest.mark.parametrize(
    ("as_of", "late"), [("2013-01-31", False), ("2013-02-01", None), ("2014-01-30", None), ("2014-01-31", True)]
)
def test_of_a_deposit_whose_year_is_known_nobody_is_late_before_the_last_day_that_it_can_mean(
    as_of: str, late: bool | None
) -> None:
    """From 1 February 2013 on a State that deposited on 1 January 2012 is late; one of 31 December from 31 January 2014."""
    assert overdue(as_of, ratified="2012") == {late}


@pytest.mark.parametrize(
    ("as_of", "late"), [("2011-02-09", False), ("2011-02-10", None), ("2016-02-09", None), ("2016-02-10", True)]
)
def test_nobody_is_called_overdue_while_a_postponement_that_is_not_known_may_still_run(
    as_of: str, late: bool | None
) -> None:
    """Its five years at most, three and two more, must have passed too."""
    assert overdue(as_of, ratified="2010-01-10", article_24="unknown") == {late}


@pytest.mark.parametrize(
    ("as_of", "late"), [("2011-02-09", False), ("2011-02-10", None), ("2014-02-09", None), ("2014-02-10", True)]
)
def test_nor_while_it_is_not_known_whether_the_part_on_the_mechanism_was_postponed(
    as_of: str, late: bool | None
) -> None:
    unknown_part = {"declared": "2010-01-10", "years": 3}
    assert overdue(as_of, ratified="2010-01-10", article_24=unknown_part) == {late}


@pytest.mark.parametrize(
    ("as_of", "late"), [("2012-02-09", False), ("2012-02-10", None), ("2014-02-09", None), ("2014-02-10", True)]
)
def test_nor_while_more_years_may_have_been_declared(as_of: str, late: bool | None) -> None:
    """One year and the year of article 17 from entry into force on 9 February 2010; three at most."""
    assert overdue(as_of, ratified="2010-01-10", article_24={"part": "IV", "declared": "2010-01-10"}) == {late}


@pytest.mark.parametrize(
    ("as_of", "late"), [("2014-02-09", False), ("2014-02-10", None), ("2016-02-09", None), ("2016-02-10", True)]
)
def test_nor_while_an_extension_that_is_not_known_may_still_run(as_of: str, late: bool | None) -> None:
    """Three years, two more, and the year of article 17; without the extension three and one."""
    maybe_extended = {"part": "IV", "declared": "2010-01-10", "years": 3, "extended_until": "unknown"}
    assert overdue(as_of, ratified="2010-01-10", article_24=maybe_extended) == {late}


def test_only_article_17_can_be_overdue_or_missed() -> None:
    found = deadlines(ratified="2010-05-05", article_24=declaration("IV"))
    assert {entry.id for entry in found if entry.overdue} == {"article-17"}
    assert {entry.id for entry in found if entry.missed} == {"article-17"}


# --- Missed ------------------------------------------------------------------------------------------------------------


def missed(npm: dict[str, Any], as_of: str = "2024-01-01", **opcat: Any) -> dict[str, bool | None]:
    """Of each reading of article 17 whether its day had passed before there was a mechanism."""
    found = deadlines(as_of, npm, **(opcat or {"ratified": "2010-05-05"}))
    return {str(entry.reading): entry.missed for entry in found if entry.id == "article-17"}


def alike(value: bool | None, other: bool | None = None) -> dict[str, bool | None]:
    return {"from-deposit": value, "from-entry-into-force": value if other is None else other}


@pytest.mark.parametrize(
    ("designated", "from_deposit", "from_entry_into_force"),
    [
        ("2011-05-04", False, False),
        ("2011-05-05", False, False),  # on the day itself it is in time
        ("2011-05-06", True, False),
        ("2011-06-04", True, False),
        ("2011-06-05", True, True),
        ("2010", False, False),
        ("2011", None, None),
        ("2012", True, True),
        ("2011-06", True, None),
        ("yes", None, None),
        ("unknown", None, None),
        (None, True, True),
        ("2024-02-01", True, True),
    ],
)
def test_a_day_was_missed_if_it_passed_before_there_was_a_mechanism(
    designated: str | None, from_deposit: bool | None, from_entry_into_force: bool | None
) -> None:
    assert missed({"designated": designated}) == {
        "from-deposit": from_deposit,
        "from-entry-into-force": from_entry_into_force,
    }


def test_nothing_is_missed_while_the_days_are_ahead() -> None:
    assert missed({"designated": None}, "2011-05-05") == alike(False)
    assert missed({"designated": "unknown"}, "2011-05-05") == alike(False)
    assert missed({"designated": None}, "2011-05-06") == {"from-deposit": True, "from-entry-into-force": False}


def test_a_former_mechanism_kept_the_date_although_it_is_gone() -> None:
    former = of_bodies({"role": "former", "designated": "2011-01-01", "ended": "2020-01-01"})
    assert missed(former) == alike(False)
    assert overdue("2024-01-01", former, ratified="2010-05-05") == {True}


def test_an_interim_mechanism_kept_the_date() -> None:
    bodies = of_bodies(
        {"role": "former", "designated": "2011-04-01", "ended": "2012-04-01"},
        {"role": "mechanism", "designated": "2012-04-01"},
    )
    assert missed(bodies) == alike(False)


def test_of_a_former_mechanism_no_more_is_known_than_that_it_was_made_before_it_ended() -> None:
    """It ended in 2010, before the first date: so one was there in time, whichever day that was."""
    ended = of_bodies({"role": "former", "ended": "2011-02-01"}, {"role": "mechanism", "designated": "2015-01-01"})
    assert missed(ended) == alike(False)
    later = of_bodies({"role": "former", "ended": "2013-02-01"}, {"role": "mechanism", "designated": "2015-01-01"})
    assert missed(later) == {"from-deposit": None, "from-entry-into-force": None}


def test_the_first_of_several_bodies_counts() -> None:
    bodies = of_bodies(
        {"role": "member", "designated": "2013-01-01"}, {"role": "coordinator", "designated": "2011-05-20"}
    )
    assert missed(bodies) == {"from-deposit": True, "from-entry-into-force": False}


def test_in_a_year_that_is_known_of_the_deposit_it_may_have_been_missed() -> None:
    """Due some day of 2011 or in January 2012."""
    assert missed({"designated": "2010-12-31"}, ratified="2010") == alike(False)
    assert missed({"designated": "2011-06-01"}, ratified="2010") == {
        "from-deposit": None,
        "from-entry-into-force": None,
    }
    assert missed({"designated": "2012-02-01"}, ratified="2010") == alike(True)


def test_each_reading_of_a_postponement_is_missed_by_itself() -> None:
    found = missed({"designated": "2012-12-31"}, ratified="2010-05-05", article_24=declaration("IV", years=2))
    assert found == {
        "from-deposit/postponement-only": True,
        "from-entry-into-force/postponement-only": True,
        "from-deposit/postponement-plus-year": False,
        "from-entry-into-force/postponement-plus-year": False,
    }


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
    found = situation(as_of, ratified="2010-05-05")
    assert found.bound is bound
    assert found.bound_since == (date(2010, 6, 4) if bound else None)


def test_the_last_years_that_a_date_can_have_are_reckoned_with() -> None:
    found = deadlines("2999-12-31", ratified="2999-12-31", article_24=declaration("IV", extended_until="2999-12-31"))
    assert dates(found)["extended/postponement-plus-year"] == "3000-12-31"

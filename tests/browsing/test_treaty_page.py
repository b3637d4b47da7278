"""``show TKM``: what a State did about the treaties, since when OPCAT binds it, and how far the list reaches."""

from __future__ import annotations

import pytest

from npm_readiness import describe
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.treaty_status import load_treaty_status
from npm_readiness.problems import InputError


def page(code: str) -> str:
    return describe(default_catalogue(), code)


def words(code: str) -> str:
    """The page without its line breaks."""
    return " ".join(page(code).split())


def test_a_state_that_has_not_joined() -> None:
    assert page("TKM").startswith("Country TKM\nTurkmenistan\n\nUNCAT   acceded    1999-06-25   snapshot, year, list\n")
    assert "OPCAT   nothing on the list\n" in page("TKM")
    assert "OPCAT did not bind it by 2026-02-03: it had not joined." in words("TKM")


def test_a_state_that_has_only_signed() -> None:
    assert "OPCAT   signed     2005-10-24" in page("BEL")
    assert "it had signed, and not ratified." in words("BEL")


def test_a_state_that_joined_before_opcat_was_in_force_is_bound_since_22_june_2006() -> None:
    assert "OPCAT has bound it since 2006-06-22, after its deposit of 2005-08-09 (article 28)." in words("GEO")
    assert "The list has no declaration under article 24." in words("GEO")


def test_a_later_state_is_bound_thirty_days_after_its_deposit() -> None:
    assert "OPCAT has bound it since 2025-08-16, after its deposit of 2025-07-17" in words("BGD")


def test_a_declaration_under_article_24_is_shown() -> None:
    assert "Under article 24 it postponed part IV by a declaration of 2017-12-21, for 3 years." in words("AUS")
    assert "postponed part III by a declaration of 2012-04-17, naming no years." in words("PHL")


def test_it_says_where_the_dates_were_read_and_how_far_the_list_reaches() -> None:
    assert "snapshot the depositary's list as it stood on 2015-03-14" in words("TKM")
    assert "apt a page of the Association" not in words("TKM")
    assert "apt a page of the Association" in words("COL")
    assert "as it stood on 2026-02-03, without withdrawals" in words("TKM")


@pytest.mark.parametrize("code", ["TM", "tkm", "tm"])
def test_codes_of_two_letters_and_small_letters_do_as_well(code: str) -> None:
    assert page(code) == page("TKM")


def test_a_territory_is_not_on_the_list() -> None:
    assert "does not have it" in words("HKG")


def test_what_is_no_country_is_looked_for_in_the_catalogue() -> None:
    with pytest.raises(InputError, match="QQQ"):
        page("QQQ")


@pytest.mark.parametrize("code", sorted(load_treaty_status()))
def test_no_page_is_wider_than_80_columns(code: str) -> None:
    assert max(map(len, page(code).splitlines())) <= 80

"""The table of countries: complete, without doubles, and kind to those who mistype a code."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from npm_readiness.models.countries import CountryEntry, all_countries, find_country, is_user_assigned, suggest


def test_iso_3166_1_has_249_entries() -> None:
    assert len(all_countries()) == 249


def test_codes_and_names_are_unique() -> None:
    for column in ("alpha2", "alpha3", "name"):
        assert len({getattr(entry, column) for entry in all_countries()}) == 249, column


def test_every_entry_is_well_formed() -> None:
    for entry in all_countries():
        assert re.fullmatch("[A-Z]{2}", entry.alpha2), entry
        assert re.fullmatch("[A-Z]{3}", entry.alpha3), entry
        assert entry.name
        assert entry.name == entry.name.strip()


def test_the_table_is_sorted() -> None:
    codes = [entry.alpha2 for entry in all_countries()]
    assert codes == sorted(codes)


def test_both_codes_lead_to_the_entry() -> None:
    for entry in all_countries():
        assert find_country(entry.alpha2) is entry
        assert find_country(entry.alpha3) is entry


@pytest.mark.parametrize(
    ("alpha2", "alpha3", "name"),
    [
        ("NO", "NOR", "Norway"),
        ("NA", "NAM", "Namibia"),
        ("TM", "TKM", "Turkmenistan"),
        ("GE", "GEO", "Georgia"),
        ("CI", "CIV", "Côte d'Ivoire"),
        ("TR", "TUR", "Türkiye"),
        ("VN", "VNM", "Viet Nam"),
        ("KR", "KOR", "Republic of Korea"),
        ("KP", "PRK", "Democratic People's Republic of Korea"),
        ("CG", "COG", "Congo"),
        ("CD", "COD", "Democratic Republic of the Congo"),
        ("GB", "GBR", "United Kingdom"),
        ("BO", "BOL", "Bolivia"),
        ("SH", "SHN", "Saint Helena, Ascension and Tristan da Cunha"),
    ],
)
def test_known_countries(alpha2: str, alpha3: str, name: str) -> None:
    assert find_country(alpha2) == find_country(alpha3) == CountryEntry(alpha2, alpha3, name)


@pytest.mark.parametrize("code", ["", "N", "no", "nor", "NO ", "XKX", "UK", "NORW", "ZZZ"])
def test_what_is_no_code_is_not_found(code: str) -> None:
    assert find_country(code) is None


@pytest.mark.parametrize(
    "code", ["AA", "QM", "QZ", "XA", "XK", "XZ", "ZZ", "AAA", "AAZ", "QMA", "QZZ", "XAA", "XKX", "XZZ", "ZZA", "ZZZ"]
)
def test_codes_that_iso_leaves_to_users(code: str) -> None:
    assert is_user_assigned(code)


@pytest.mark.parametrize(
    "code", ["", "A", "AB", "ABA", "QL", "QLZ", "QAT", "ZA", "ZYZ", "xk", "XK1", "XKXX", "XK\n", "NO"]
)
def test_other_codes_are_not_left_to_users(code: str) -> None:
    assert not is_user_assigned(code)


def test_no_country_has_a_code_left_to_users() -> None:
    assert not [entry for entry in all_countries() if is_user_assigned(entry.alpha2) or is_user_assigned(entry.alpha3)]


@pytest.mark.parametrize(
    ("wrong", "first"),
    [
        ("tkm", "TKM"),
        (" NO ", "NO"),
        ("UK", "GB"),
        ("EL", "GR"),
        ("KZK", "KAZ"),
        ("NRO", "NRU"),
        ("GER", "DEU"),
        ("Norway", "NOR"),
        ("Turkiye", "TUR"),
        ("Turkmenstan", "TKM"),
        ("Cote d'Ivoire", "CIV"),
        ("Guinea", "GIN"),
    ],
)
def test_the_likeliest_code_is_suggested(wrong: str, first: str) -> None:
    assert suggest(wrong)[0] == first


@pytest.mark.parametrize("wrong", ["", "  ", "T", "TX", "XK", "12", "Atlantis"])
def test_nothing_is_suggested_where_nothing_is_near(wrong: str) -> None:
    assert suggest(wrong) == []


def test_a_slip_in_the_last_letter_is_found() -> None:
    assert suggest("TKN")[:2] == ["TKL", "TKM"]


def test_at_most_three_are_suggested_each_once_and_each_a_code() -> None:
    for wrong in ("United", "Saint", "SUI", "Islands", "GEX"):
        suggested = suggest(wrong)
        assert 1 <= len(suggested) <= 3, wrong
        assert len(set(suggested)) == len(suggested)
        assert all(find_country(code) for code in suggested)


def test_the_table_is_read_only_when_a_country_is_looked_up() -> None:
    script = (
        "import npm_readiness.models.countries as countries;"
        "assert countries.all_countries.cache_info().currsize == 0;"
        "countries.find_country('NO');"
        "assert countries.all_countries.cache_info().currsize == 1"
    )
    subprocess.run([sys.executable, "-c", script], check=True)

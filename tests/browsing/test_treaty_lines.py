"""``init`` fills in the treaties from the list, with the source of each date, and leaves open what the list cannot know."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from npm_readiness import Profile, load_profile, new_profile
from npm_readiness.browsing.treaty_lines import treaty_lines
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.treaty_differences import differences
from npm_readiness.loading.treaty_status import load_treaty_status, treaties_of
from npm_readiness.models.treaty_status import KNOWN_TO, TreatyAct
from npm_readiness.models.vocabulary import Treaty
from npm_readiness.reading.document import Document
from npm_readiness.reading.files import parse_document

LATER = date(2030, 1, 1)


def section(country: str, treaty: str, assessed_on: date | None = None) -> dict[str, str]:
    """What stands under one treaty, each with its comment, without spaces that only align."""
    lines = treaty_lines(country, [Treaty(treaty)], assessed_on=assessed_on)
    pairs = (line.strip().partition(": ") for line in lines if line.startswith("    ") and "#" not in line[:5])
    return {key: " ".join(rest.split()) for key, _, rest in pairs}


def read(country: str, assessed_on: date | None = None) -> Document:
    return parse_document("\n".join(treaty_lines(country, assessed_on=assessed_on)) + "\n")


def test_a_date_stands_with_where_it_was_read() -> None:
    lists = "# depositary's lists of 2015-03-14 and 2026-02-03"
    assert section("TKM", "uncat") == {
        "signed": "null",
        "ratified": "null",
        "acceded": f"1999-06-25 {lists}, year in a set of 2022",
    }
    assert section("NOR", "opcat")["signed"] == f"2003-09-24 {lists}"


def test_what_may_have_happened_since_the_list_is_unknown() -> None:
    for day in (None, LATER):
        opcat = section("TKM", "opcat", day)
        assert [opcat[act] for act in ("signed", "ratified", "acceded")] == ["unknown"] * 3
        assert opcat["article_24"].startswith("unknown")
        assert f"  opcat:  # nothing by {KNOWN_TO}: null where that is still so" in treaty_lines("TKM", assessed_on=day)


def test_in_a_profile_of_a_day_that_the_list_covers_it_is_null() -> None:
    opcat = section("TKM", "opcat", KNOWN_TO)
    assert [opcat[act] for act in ("signed", "ratified", "acceded")] == ["null"] * 3


def test_a_signatory_may_have_ratified_since() -> None:
    opcat = section("BEL", "opcat")
    assert opcat["signed"].startswith("2005-10-24")
    assert opcat["ratified"] == opcat["acceded"] == f"unknown # not by {KNOWN_TO}"
    assert section("BEL", "opcat", KNOWN_TO)["ratified"] == "null"


def test_a_state_joins_once_and_does_not_sign_what_it_has_joined() -> None:
    assert section("GEO", "opcat")["ratified"] == section("GEO", "opcat")["signed"] == "null"
    assert section("NOR", "opcat")["acceded"] == "null"


def test_succession_stands_where_a_state_succeeded_and_nowhere_else() -> None:
    assert section("MNE", "uncat")["succeeded"].startswith("2006-10-23")
    assert "succeeded" not in section("TKM", "uncat")


def test_declarations_under_article_24_are_filled_in_as_far_as_they_say() -> None:
    australia = "{part: IV, declared: 2017-12-21, years: 3} # depositary's list of 2026-02-03"
    assert section("AUS", "opcat")["article_24"] == australia
    philippines = "{part: III, declared: 2012-04-17} # depositary's list of 2026-02-03; it names no years"
    assert section("PHL", "opcat")["article_24"] == philippines
    assert section("GEO", "opcat")["article_24"].startswith("null # none on the depositary's list of 2026-02-03")


def test_a_deposit_to_come_is_spoken_of_only_where_there_is_none() -> None:
    assert any("# planned: DATE" in line for line in treaty_lines("TKM"))
    assert not any("planned" in line for line in treaty_lines("GEO"))


def test_a_territory_is_left_to_be_filled_in() -> None:
    assert "does not have" in treaty_lines("HKG")[1]
    assert set(section("HKG", "crc", date(2020, 1, 1)).values()) == {"unknown"}


@pytest.mark.parametrize("day", [None, KNOWN_TO])
def test_what_is_filled_in_is_what_the_list_has_and_never_differs_from_it(day: date | None) -> None:
    for country in load_treaty_status():
        written = read(country, day).data["treaties"]
        assert differences(country, written, as_of=day or date.max) == []
        for treaty, events in treaties_of(country).items():
            dated = {act: value for act, value in written[treaty.value].items() if act in list(TreatyAct)}
            known = {act.value: event.date.isoformat() for act, event in events.items()}
            assert {act: value for act, value in dated.items() if value not in (None, "unknown")} == known


def test_no_line_is_wider_than_120_columns() -> None:
    assert max(len(line) for country in load_treaty_status() for line in treaty_lines(country)) <= 120


@pytest.mark.parametrize("country", ["AUS", "BGD", "DEU", "HKG", "MNE", "PHL", "TKM"])
def test_a_new_profile_can_be_read(country: str, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(new_profile(country, default_catalogue(), assessed_on=LATER), encoding="utf-8")
    profile = load_profile(file)
    assert isinstance(profile, Profile)
    assert profile.country == country

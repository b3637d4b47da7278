"""The list of treaty status: what it holds, how far it reaches, and what may not stand in a file of it."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from npm_readiness.loading.catalogue import built_in_folder
from npm_readiness.loading.treaty_status import (
    declaration_of,
    load_treaty_status,
    read_article_24,
    read_treaty_status,
    treaties_of,
)
from npm_readiness.models.countries import all_countries
from npm_readiness.models.treaty_status import (
    DEPOSITS,
    KNOWN_TO,
    Checked,
    TreatyAct,
    TreatyEvent,
    checked_in_words,
    joined_by,
)
from npm_readiness.models.vocabulary import Treaty
from npm_readiness.problems import InputError

ROOT = Path(__file__).parents[2]
FILE = built_in_folder() / "treaty-status.csv"
PAGE = (ROOT / "docs" / "treaty-status.md").read_text(encoding="utf-8")
EVENTS = [event for events in load_treaty_status().values() for event in events]
HEAD = "country,treaty,event,date,checked\n"


def parties(treaty: Treaty) -> set[str]:
    """The States that have joined a treaty."""
    return {event.country for event in EVENTS if event.treaty is treaty and event.event in DEPOSITS}


# --- The list that comes with the package -------------------------------------------------------------------------------


def test_the_file_is_sorted_utf_8_with_line_feeds_and_nothing_twice() -> None:
    data = FILE.read_bytes()
    assert data.endswith(b"\n")
    assert b"\r" not in data
    rows = [line.split(",") for line in data.decode().splitlines()[1:]]
    keys = [(country, treaty, day, event) for country, treaty, event, day, _ in rows]
    assert keys == sorted(set(keys))
    assert len(rows) == len(EVENTS)


def test_opcat_has_the_96_parties_of_november_2025_bangladesh_and_colombia_the_latest() -> None:
    assert len(parties(Treaty.OPCAT)) == 96
    deposits = {
        event.date: event.country for event in EVENTS if event.treaty is Treaty.OPCAT and event.event in DEPOSITS
    }
    assert [deposits[day] for day in sorted(deposits)[-2:]] == ["BGD", "COL"]


def test_the_other_treaties_have_the_parties_that_the_depositary_counts() -> None:
    counted = {treaty: len(parties(treaty)) for treaty in Treaty if treaty is not Treaty.OPCAT}
    assert counted == {Treaty.UNCAT: 175, Treaty.ICCPR: 175, Treaty.CEDAW: 189, Treaty.CRC: 196}


def test_only_parties_to_the_convention_have_joined_opcat() -> None:
    """Article 27(2) and (3) of OPCAT."""
    assert parties(Treaty.OPCAT) <= parties(Treaty.UNCAT)


def test_nothing_on_it_rests_on_memory_or_is_later_than_the_list() -> None:
    assert [event for event in EVENTS if Checked.MEMORY in event.checked] == []
    assert all(Checked.LIST in event.checked for event in EVENTS)
    assert max(event.date for event in EVENTS) <= KNOWN_TO


def test_what_was_read_in_the_earlier_list_is_not_later_than_it() -> None:
    assert max(event.date for event in EVENTS if Checked.SNAPSHOT in event.checked) <= date(2015, 3, 14)


def test_a_day_that_was_remembered_wrongly_is_corrected() -> None:
    """Côte d'Ivoire deposited on 1 March 2023; from memory the table had 30 January."""
    event = treaties_of("CIV")[Treaty.OPCAT][TreatyAct.ACCEDED]
    assert (event.date, event.checked) == (date(2023, 3, 1), (Checked.LIST, Checked.PAGE))


def test_every_member_of_the_united_nations_has_a_line() -> None:
    """193 members, the Holy See and the State of Palestine, Cook Islands and Niue; no territory."""
    listed = set(load_treaty_status())
    assert len(listed) == 197
    assert {"VAT", "PSE", "COK", "NIU"} <= listed <= {entry.alpha3 for entry in all_countries()}
    assert listed.isdisjoint({"HKG", "MAC", "GRL", "TWN", "ESH"})


def test_both_codes_lead_to_a_state_and_an_unknown_code_to_nothing() -> None:
    assert treaties_of("TM") == treaties_of("TKM")
    assert {act: event.date for act, event in treaties_of("TKM")[Treaty.UNCAT].items()} == {
        TreatyAct.ACCEDED: date(1999, 6, 25)
    }
    assert treaties_of("TKM")[Treaty.OPCAT] == {}
    assert treaties_of("XKX") == {treaty: {} for treaty in Treaty}


def test_what_a_state_did_stands_in_the_order_in_which_it_did_it() -> None:
    """Malta signed and ratified on one day."""
    assert list(treaties_of("MLT")[Treaty.OPCAT]) == [TreatyAct.SIGNED, TreatyAct.RATIFIED]
    for country in load_treaty_status():
        for events in treaties_of(country).values():
            days = [event.date for event in events.values()]
            assert days == sorted(days)


def test_who_ratified_had_signed() -> None:
    for country in load_treaty_status():
        for events in treaties_of(country).values():
            assert TreatyAct.RATIFIED not in events or TreatyAct.SIGNED in events


def test_the_declarations_under_article_24_are_those_of_parties_and_not_older_than_their_deposit() -> None:
    declared = [line for country in load_treaty_status() if (line := declaration_of(country))]
    assert [line.country for line in declared] == ["AUS", "BIH", "DEU", "HUN", "KAZ", "MNE", "PHL", "ROU"]
    for line in declared:
        joined = joined_by(treaties_of(line.country)[Treaty.OPCAT])
        assert joined is not None
        assert joined.date <= line.declared
    assert [line.country for line in declared if line.part == "III"] == ["PHL"]
    assert [line.country for line in declared if line.years is None] == ["DEU", "KAZ", "PHL"]


# --- The page that explains it -------------------------------------------------------------------------------------------


def test_the_page_counts_what_the_list_holds() -> None:
    told = {
        word: int(number.replace(",", ""))
        for word, number in re.findall(r"^\| `([a-z+]+)` \| ([\d,]+) \|", PAGE, re.MULTILINE)
    }
    assert told == Counter("+".join(event.checked) for event in EVENTS)
    assert f"{len(EVENTS):,} events" in PAGE


def test_the_page_explains_every_word_and_says_how_far_the_list_reaches() -> None:
    explained = re.findall(r"^- `([a-z]+)`: ", PAGE, re.MULTILINE)
    assert explained == [word.value for word in Checked]
    assert "3 February 2026" in PAGE
    for country in ("AUS", "BIH", "DEU", "HUN", "KAZ", "MNE", "PHL", "ROU"):
        line = declaration_of(country)
        assert line is not None
        assert f"| {country} | {line.part} | {line.declared} | {line.years or ''} |".replace("|  |", "| |") in PAGE


def test_how_a_date_was_checked_is_said_in_words() -> None:
    event = TreatyEvent(
        "TKM", Treaty.UNCAT, TreatyAct.ACCEDED, date(1999, 6, 25), (Checked.SNAPSHOT, Checked.YEAR, Checked.LIST)
    )
    assert checked_in_words(event) == "depositary's lists of 2015-03-14 and 2026-02-03, year in a set of 2022"
    once = TreatyEvent("TKM", Treaty.UNCAT, TreatyAct.ACCEDED, date(1999, 6, 25), (Checked.LIST,))
    assert checked_in_words(once) == "depositary's list of 2026-02-03"
    remembered = TreatyEvent("TKM", Treaty.UNCAT, TreatyAct.ACCEDED, date(1999, 6, 25), (Checked.MEMORY,))
    assert checked_in_words(remembered) == "from memory, to be checked"


# --- What may not stand in a file ----------------------------------------------------------------------------------------


def problems_of(path: Path, content: str | bytes) -> list[tuple[int, int, str, str]]:
    """Line, column, code and message of everything wrong with a file of this content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InputError) as caught:
        read_treaty_status(path)
    return [(found.line, found.column, found.code, found.message) for found in caught.value.problems]


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("TKX,uncat,acceded,1999-06-25,list", 1, "country-unknown"),
        ("TM,uncat,acceded,1999-06-25,list", 1, "country-unknown"),
        (",uncat,acceded,1999-06-25,list", 1, "country-unknown"),
        ("TKM,cat,acceded,1999-06-25,list", 5, "value-not-allowed"),
        ("TKM,uncat,joined,1999-06-25,list", 11, "value-not-allowed"),
        ("TKM,uncat,acceded,25 June 1999,list", 19, "value-invalid"),
        ("TKM,uncat,acceded,1999-06-31,list", 19, "value-invalid"),
        ("TKM,uncat,acceded,1999,list", 19, "value-invalid"),
        ("TKM,uncat,acceded,1999-06-25,", 30, "value-not-allowed"),
        ("TKM,uncat,acceded,1999-06-25,heard", 30, "value-not-allowed"),
        ("TKM,uncat,acceded,1999-06-25,list+snapshot", 30, "value-not-allowed"),
        ("TKM,uncat,acceded,1999-06-25,list+list", 30, "value-not-allowed"),
        ("TKM,uncat,acceded,1999-06-25", 1, "value-invalid"),
        ('TKM,uncat,acceded,1999-06-25,list,"', 1, "value-invalid"),
    ],
)
def test_a_bad_line_is_a_problem_at_its_field(tmp_path: Path, line: str, column: int, code: str) -> None:
    content = f"{HEAD}GEO,uncat,acceded,1994-10-26,list\n{line}\n"
    assert [found[:3] for found in problems_of(tmp_path / "list.csv", content)] == [(3, column, code)]


def test_all_bad_lines_and_all_bad_fields_show_at_once(tmp_path: Path) -> None:
    content = f"{HEAD}QQQ,cat,acceded,1999-06-25,list\nTKM,uncat,acceded,soon,\n"
    assert [found[:2] for found in problems_of(tmp_path / "list.csv", content)] == [(2, 1), (2, 5), (3, 19), (3, 24)]


@pytest.mark.parametrize("second", ["acceded,1999-06-25", "ratified,2000-01-01", "succeeded,2000-01-01"])
def test_a_state_joins_once(tmp_path: Path, second: str) -> None:
    content = f"{HEAD}TKM,uncat,acceded,1999-06-25,list\nTKM,uncat,{second},list\n"
    (found,) = problems_of(tmp_path / "list.csv", content)
    assert found == (3, 11, "value-invalid", "TKM has acceded uncat already, on 1999-06-25")


def test_nobody_signs_what_it_has_joined(tmp_path: Path) -> None:
    content = f"{HEAD}TKM,uncat,acceded,1999-06-25,list\nTKM,uncat,signed,1999-06-26,list\n"
    (found,) = problems_of(tmp_path / "list.csv", content)
    assert found == (3, 18, "dates-contradict", "the signature lies after the deposit (acceded)")


def test_the_columns_must_be_named(tmp_path: Path) -> None:
    assert problems_of(tmp_path / "list.csv", "country,treaty,date\n")[0][:3] == (1, 1, "value-invalid")
    assert problems_of(tmp_path / "list.csv", "")[0][:3] == (1, 1, "value-invalid")


def test_a_file_that_is_not_there_or_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_treaty_status(tmp_path / "no-such-list.csv")
    assert problems_of(tmp_path / "list.csv", HEAD.encode() + b"T\xfcrkiye")[0][2] == "file-encoding"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("DEU,I,2008-12-04,", 5),
        ("DEU,IV,2008,", 8),
        ("DEU,IV,2008-12-04,4", 19),
        ("DE,IV,2008-12-04,3", 1),
        ("AUS,IV,2018-01-01,", 1),
    ],
)
def test_a_bad_declaration_is_a_problem_at_its_field(tmp_path: Path, line: str, column: int) -> None:
    file = tmp_path / "article-24.csv"
    file.write_text(f"country,part,declared,years\nAUS,IV,2017-12-21,3\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_article_24(file)
    assert [(found.line, found.column) for found in caught.value.problems] == [(3, column)]

"""CSV, calendar, workbook and Word, read back by other programs than those that wrote them."""

from __future__ import annotations

import builtins
import csv
import zipfile
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from npm_readiness import InputError, plan, render
from npm_readiness.plan_reports.rendering import formats_of
from npm_readiness.plan_reports.roadmap.table import harmless
from npm_readiness.planning.roadmap.result import Roadmap
from tests.making import catalogue, criterion, profile, question


def rows(roadmap: Roadmap) -> list[list[str]]:
    text = render(roadmap, "csv")
    assert isinstance(text, str)
    assert text.startswith("\ufeff"), "Excel knows UTF-8 by it"
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))


def test_csv_has_a_row_for_each_action(turkmenistan: Roadmap) -> None:
    head, *body = rows(turkmenistan)
    assert head[:3] == ["Package", "Who, by what", "What is to be done"]
    assert [row[2] for row in body] == [action.text for package in turkmenistan.packages for action in package.actions]
    assert {row[9] for row in body} == {"not begun"}
    assert body[-1][6:8] == ["2024-01-15", "2024-07-15"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1", "\n=1"])
def test_no_cell_of_csv_becomes_a_formula(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", " ", "＝"))


@given(st.text(max_size=30))
def test_a_cell_is_left_alone_or_put_behind_an_apostrophe(text: str) -> None:
    made = harmless(text)
    assert not made.lstrip().startswith(("=", "+", "-", "@"))
    assert harmless(made) == made


def test_an_action_that_begins_like_a_formula_stays_a_text() -> None:
    made = catalogue(criterion("one", question("a"), action='=HYPERLINK("https://evil.example")', title="@one"))
    (_, row) = rows(plan(profile({"a": "no"}), made))
    assert row[2].startswith("'=")
    assert row[3].startswith("'@")


def test_the_calendar_is_read_back_with_packages_and_dates(turkmenistan: Roadmap) -> None:
    from icalendar import Calendar

    written = render(turkmenistan, "ics")
    assert isinstance(written, bytes)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    events = list(Calendar.from_ical(written).walk("VEVENT"))
    assert len(events) == 7 + 1 + 3
    assert len({str(event["UID"]) for event in events}) == len(events)
    first = events[0]
    assert (first.decoded("DTSTART"), first.decoded("DTEND")) == (
        turkmenistan.packages[0].starts,
        turkmenistan.packages[0].ends,
    )
    told = {str(event["SUMMARY"]): str(event["DESCRIPTION"]) for event in events}
    assert "hypothetical" in told["The planned deposit"]
    assert "assumptions" in told["1. Government: step towards joining OPCAT (ratification)"]
    assert "\ufffd" not in written.decode()


def test_the_same_roadmap_gives_the_same_bytes_in_every_format(turkmenistan: Roadmap) -> None:
    for format_ in formats_of("roadmap"):
        assert render(turkmenistan, format_) == render(turkmenistan, format_)


def test_a_roadmap_without_dates_is_no_calendar_and_says_what_is_missing(undated: Roadmap) -> None:
    with pytest.raises(InputError, match="give --start DATE"):
        render(undated, "ics")


def test_without_the_extra_the_error_names_it(turkmenistan: Roadmap, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name == "icalendar":
            raise ModuleNotFoundError("No module named 'icalendar'", name="icalendar")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(InputError, match=r"python -m pip install 'npm-readiness\[calendar\]'"):
        render(turkmenistan, "ics")


@pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")
def test_the_workbook_has_a_status_to_choose_for_each_action(turkmenistan: Roadmap) -> None:
    data = render(turkmenistan, "xlsx")
    assert isinstance(data, bytes)
    book = openpyxl.load_workbook(BytesIO(data))
    assert book.sheetnames == ["Actions", "Packages", "Answers to change", "Dates", "Assumptions"]
    actions = book["Actions"]
    (choice,) = actions.data_validations.dataValidation
    assert choice.formula1 == '"not begun,under way,done,given up"'
    number = sum(len(package.actions) for package in turkmenistan.packages)
    assert str(choice.sqref) == f"J2:J{number + 1}"
    assert actions.max_row == number + 1
    assert [row[1].value for row in book["Packages"].iter_rows(min_row=2)][3] == (
        "Parliament: act on the mechanism and its institution"
    )
    found = turkmenistan.smallest_set
    assert found.next_stage is not None
    assert found.ready is not None
    assert book["Answers to change"].max_row == 1 + len(found.next_stage.questions) + len(found.ready.questions)


def test_word_draws_the_bars_in_characters_with_every_date(turkmenistan: Roadmap) -> None:
    data = render(turkmenistan, "docx")
    assert isinstance(data, bytes)
    text = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert "The packages over time" in text
    head = text.split("The packages over time")[-1]
    for sign in ("A", "B", "C"):
        assert f">{sign}</w:t>" in head

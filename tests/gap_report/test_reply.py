"""The reply to the recommendations: the form on paper, and the sheet that is filled in and read back by its ids."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from npm_readiness import Assessment, assess
from npm_readiness.gap_report.document import Table, text_of
from npm_readiness.gap_report.formats.xlsx.file import excel_of
from npm_readiness.gap_report.language import Texts, texts_in
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.packages import packages
from npm_readiness.gap_report.sections.replies import REPLIES
from npm_readiness.gap_report.sections.reply import reply_form
from npm_readiness.gap_report.view import View
from npm_readiness.gap_report.workbook import Column, Sheet, SheetTable
from tests.gap_report.sample import sample_workbook
from tests.gap_report.test_pseudo_translation import pseudo_translation
from tests.making import catalogue, criterion, profile

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

ENTRIES: tuple[str, ...] = ("reply", "reason", "in_charge", "by_when")
KEYS = (
    *("letter", "code", "recommendation", "addressed_to", "verb", *ENTRIES),
    *("criterion", "addressee", "checklist", "checklist_version"),
)


def book_of(assessment: Assessment, texts: Texts | None = None) -> openpyxl.Workbook:
    """The sheet of replies and the hidden one, without those that have nothing to do with it."""
    workbook = View(assessment, texts or texts_in()).workbook
    return openpyxl.load_workbook(BytesIO(excel_of(replace(workbook, sheets=workbook.sheets[-2:]))))


def row_of_keys(sheet: Worksheet) -> int:
    """The hidden row above the head, found by what stands in it and not by where it stands."""
    rows = enumerate(sheet.iter_rows(values_only=True), start=1)
    return next(number for number, row in rows if {"criterion", "reply"} <= set(row))


def columns_of(sheet: Worksheet) -> dict[str, int]:
    row = next(sheet.iter_rows(min_row=row_of_keys(sheet), values_only=True))
    return {str(key): column for column, key in enumerate(row, start=1) if key}


def kept_in(book: openpyxl.Workbook) -> dict[str, str]:
    return {str(key): str(value) for key, value in book["_reply"].iter_rows(min_row=2, values_only=True)}


def lines_of(sheet: Worksheet) -> list[dict[str, str | None]]:
    """The lines below the head, by the keys of their columns."""
    columns = columns_of(sheet)
    rows = sheet.iter_rows(min_row=row_of_keys(sheet) + 2, values_only=True)
    lines = [{key: row[at - 1] for key, at in columns.items()} for row in rows]
    return [
        {key: None if value is None else str(value) for key, value in line.items()}
        for line in lines
        if line["criterion"]
    ]


def read_back(book: openpyxl.Workbook) -> dict[tuple[str | None, str | None], dict[str, str | None]]:
    """What whoever gathers replies needs to do: by ids alone, in whatever language the workbook is."""
    kept = kept_in(book)
    assert (kept["form"], kept["form_version"]) == ("reply", "1")
    ids = {value: key.removeprefix("reply.") for key, value in kept.items() if key.startswith("reply.")}
    sheet = next(sheet for sheet in book if any("criterion" in row for row in sheet.iter_rows(values_only=True)))
    found = {}
    for line in lines_of(sheet):
        reply = ids[line["reply"]] if line["reply"] else None
        found[line["criterion"], line["addressee"]] = {**{key: line[key] for key in ENTRIES}, "reply": reply}
    return found


def filled_in(book: openpyxl.Workbook, name: str) -> openpyxl.Workbook:
    """The first two recommendations answered, as somebody would in Excel."""
    sheet = book[name]
    columns, first = columns_of(sheet), row_of_keys(sheet) + 2
    words = [value for key, value in kept_in(book).items() if key.startswith("reply.")]
    sheet.cell(first, columns["reply"], words[1])
    sheet.cell(first, columns["reason"], "=only for prisons")
    sheet.cell(first, columns["by_when"], "2027-06")
    sheet.cell(first + 1, columns["reply"], words[3])
    file = BytesIO()
    book.save(file)
    return openpyxl.load_workbook(BytesIO(file.getvalue()))


@pytest.fixture(scope="module")
def book(georgia: Assessment) -> openpyxl.Workbook:
    return book_of(georgia)


@pytest.fixture(scope="module")
def sheet(book: openpyxl.Workbook) -> Worksheet:
    found = book["Reply"]
    assert isinstance(found, Worksheet)
    return found


class TestTheSheet:
    def test_has_a_line_for_each_gap_and_addressee_of_each_recommendation(
        self, sheet: Worksheet, georgia: Assessment
    ) -> None:
        context = Context(georgia, texts_in())
        wanted = [
            (package.letter, name, package.addressee.value) for package in packages(context) for name in package.actions
        ]
        lines = [(line["letter"], line["criterion"], line["addressee"]) for line in lines_of(sheet)]
        assert lines == wanted
        # No line is there twice for a program that does not look at the letter.
        assert len({line[1:] for line in lines}) == len(lines) > 10

    def test_tells_each_recommendation_with_its_stable_code(self, sheet: Worksheet, georgia: Assessment) -> None:
        told = lines_of(sheet)[0]
        criterion = next(entry for entry in georgia.criteria if entry.id == told["criterion"])
        assert (told["code"], told["checklist"]) == (criterion.code, criterion.checklist)
        assert str(told["recommendation"]).startswith(f"{criterion.title}. ")
        assert told["verb"] == "must"
        assert told["checklist_version"] == next(
            entry.version for entry in georgia.checklists if entry.id == told["checklist"]
        )

    def test_has_keys_above_its_head_that_nobody_sees(self, sheet: Worksheet) -> None:
        row = row_of_keys(sheet)
        assert tuple(cell.value for cell in sheet[row]) == KEYS
        assert sheet.row_dimensions[row].hidden
        head = tuple(cell.value for cell in sheet[row + 1])
        assert head[:9] == (
            "Letter",
            "Code",
            "Recommendation",
            "Addressed to",
            "Verb",
            "Reply",
            "Reason",
            "Who is in charge",
            "By when",
        )
        (hidden,) = (column for column in sheet.column_dimensions.values() if column.hidden)
        assert KEYS[(hidden.min or 0) - 1 : hidden.max] == ("addressee", "checklist", "checklist_version")

    def test_lets_entries_be_changed_and_nothing_else_without_a_password(self, sheet: Worksheet) -> None:
        assert sheet.protection.sheet
        assert not sheet.protection.password
        entries = {columns_of(sheet)[key] for key in ENTRIES}
        for number, row in enumerate(sheet.iter_rows(), start=1):
            for at, cell in enumerate(row, start=1):
                is_entry = number > row_of_keys(sheet) + 1 and at in entries
                assert cell.protection.locked is not is_entry
                if is_entry:
                    # A date that somebody types stays the text that was typed, in every language of Excel.
                    assert cell.number_format == "@"

    def test_the_sheet_for_programs_is_not_locked(self, book: openpyxl.Workbook) -> None:
        assert [sheet.title for sheet in book if sheet.protection.sheet] == ["Reply"]

    def test_has_a_list_of_replies_and_hints(self, sheet: Worksheet) -> None:
        rules = {str(rule.sqref)[0]: rule for rule in sheet.data_validations.dataValidation}
        assert rules["F"].type == "list"
        assert rules["F"].formula1 == '"Accepted,Accepted in part,Not accepted,Under study"'
        assert "2027-06-30" in str(rules["I"].prompt)

    def test_says_what_to_do_and_what_does_not_belong_there(self, sheet: Worksheet) -> None:
        lines = " ".join(str(sheet.cell(row, 1).value) for row in (1, 2, 3))
        assert "sent back as a file" in lines
        assert "Names of detainees" in lines

    def test_prints_its_entries_beside_the_recommendations_on_one_page(self, sheet: Worksheet) -> None:
        assert sheet.print_area.split("!")[-1].startswith("$A$1:$I$")
        assert sheet.print_title_rows == f"${row_of_keys(sheet) + 1}:${row_of_keys(sheet) + 1}"

    def test_the_hidden_sheet_says_to_what_the_reply_belongs(
        self, book: openpyxl.Workbook, georgia: Assessment
    ) -> None:
        sheet = book["_reply"]
        assert sheet.sheet_state == "hidden"
        kept = kept_in(book)
        assert kept["country"] == "GEO"
        assert kept["as_of"] == "2020-12-31"
        assert kept["profile.sha256"] == georgia.profile.sha256
        assert {f"checklist.{entry.id}.sha256": entry.sha256 for entry in georgia.checklists}.items() <= kept.items()
        assert {key for key in kept if key.startswith("reply.")} == {f"reply.{name}" for name in REPLIES}


class TestReadingItBack:
    def test_what_was_filled_in_is_found_by_ids(self, georgia: Assessment) -> None:
        replies = read_back(filled_in(book_of(georgia), "Reply"))
        first, second, *rest = replies.values()
        assert first == {
            "reply": "accepted-in-part",
            "reason": "=only for prisons",
            "in_charge": None,
            "by_when": "2027-06",
        }
        assert second["reply"] == "under-study"
        assert {reply["reply"] for reply in rest} == {None}
        assert set(replies) == {
            (name, package.addressee.value)
            for package in packages(Context(georgia, texts_in()))
            for name in package.actions
        }

    def test_in_another_language_by_the_same_ids(self, georgia: Assessment, tmp_path: Path) -> None:
        texts = texts_in("xx", pseudo_translation(tmp_path))
        book = book_of(georgia, texts)
        name = next(sheet.title for sheet in book if sheet.protection.sheet)
        replies = read_back(filled_in(book, name))
        assert [reply["reply"] for reply in replies.values()][:3] == ["accepted-in-part", "under-study", None]
        assert set(replies) == set(read_back(book_of(georgia)))

    def test_after_another_office_suite_has_saved_it(self, georgia: Assessment, tmp_path: Path) -> None:
        if shutil.which("soffice") is None and "CI" not in os.environ:
            pytest.skip("LibreOffice (soffice) is not installed")
        filled_in(book_of(georgia), "Reply").save(tmp_path / "reply.xlsx")
        settings = f"-env:UserInstallation={(tmp_path / 'settings').as_uri()}"
        out = tmp_path / "out"
        command = ["soffice", settings, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
        subprocess.run([*command, str(tmp_path / "reply.xlsx")], check=True, capture_output=True, timeout=180)
        saved = openpyxl.load_workbook(out / "reply.xlsx")
        assert saved["_reply"].sheet_state == "hidden"
        assert read_back(saved) == read_back(filled_in(book_of(georgia), "Reply"))


def test_choices_that_a_list_cannot_hold_are_no_list() -> None:
    """A comma parts the choices; the words are accepted all the same, since what is typed is looked up by the hidden sheet."""

    def rules(*choices: str) -> list[str]:
        table = SheetTable((Column("Reply", 9, "entry", choices=choices),), (("x",),))
        workbook = replace(sample_workbook(), sheets=(Sheet("Reply", ("title",), (table,), form=True),))
        sheet = openpyxl.load_workbook(BytesIO(excel_of(workbook)))["Reply"]
        assert isinstance(sheet, Worksheet)
        return [str(rule.formula1) for rule in sheet.data_validations.dataValidation]

    assert rules("yes", "no") == ['"yes,no"']
    assert rules("yes, in part", "no") == rules("w" * 200, "v" * 200) == rules() == []


def test_where_nothing_is_recommended_there_is_nothing_to_fill_in() -> None:
    nothing = assess(profile({"q": "yes"}), catalogue(criterion("c", "q")))
    sheet = book_of(nothing)["Reply"]
    assert sheet["A2"].value == "Nothing to report: there is no recommendation to reply to."
    assert not sheet.protection.sheet


def test_the_form_on_paper_has_the_same_four_boxes_and_room_to_write(georgia: Assessment) -> None:
    table = next(block for block in reply_form(Context(georgia, texts_in())) if isinstance(block, Table))
    assert table.head == ("Recommendation", "Reply", "Reason", "Who is in charge", "By when")
    for row in table.rows:
        assert text_of(row[1]).replace("\N{NO-BREAK SPACE}", " ").split("☐ ")[1:] == list(REPLIES.values())
        assert row[2:] == ((), (), ())

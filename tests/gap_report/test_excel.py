"""The Excel file: figures and texts are those of the report, it can be filtered and printed, and no text in it can do anything."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from npm_readiness import Assessment, assess
from npm_readiness.gap_report.formats.xlsx.file import excel_of
from npm_readiness.gap_report.formats.xlsx.limits import (
    MOST_UNITS,
    begins_like_a_formula,
    cut,
    fragments,
    page_text,
    sheet_names,
    storable,
)
from npm_readiness.gap_report.formats.xlsx.looks import FILLS
from npm_readiness.gap_report.formats.xlsx.printing import SCALE, page_breaks
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.view import View
from npm_readiness.gap_report.workbook import Cell, Column, Sheet, SheetTable, Workbook
from tests.gap_report.hostile import HOSTILE_TEXTS, hostile_profile
from tests.gap_report.sample import sample_workbook

# openpyxl, which only reads here, says that it would lose the solid bars behind the shares if it wrote.
pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
CSV_OF_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "|calc",
    " =1+1",
    '=HYPERLINK("http://e.org")',
    "＝1+1",
)


def workbook_of(*sheets: Sheet) -> Workbook:
    return replace(sample_workbook(), title="Title", sheets=sheets)


def list_of(texts: tuple[Cell, ...], kind: str = "text") -> Workbook:
    """A workbook with one sheet, on which these stand below one another."""
    return workbook_of(Sheet("List", (), (SheetTable((Column("Head", 30, kind),), tuple((text,) for text in texts)),)))


def opened(workbook: Workbook) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(excel_of(workbook)))


def sheet_of(workbook: Workbook, name: str) -> Worksheet:
    sheet = opened(workbook)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def parts_of(workbook: Workbook) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(excel_of(workbook))) as file:
        return {name: file.read(name) for name in file.namelist()}


def stored_texts(workbook: Workbook) -> list[str]:
    """The texts of the first sheet, its head left out, as the standard says that they are read (ISO/IEC 29500-1, 22.9.2.19)."""
    parts = parts_of(workbook)
    shared = [
        "".join(
            re.sub(r"_x([0-9a-fA-F]{4})_", lambda found: chr(int(found[1], 16)), piece.text or "")
            for piece in item.iter(f"{MAIN}t")
        )
        for item in ET.fromstring(parts["xl/sharedStrings.xml"])
    ]
    cells = list(ET.fromstring(parts["xl/worksheets/sheet1.xml"]).iter(f"{MAIN}c"))
    assert {cell.get("t") for cell in cells} == {"s"}
    return [shared[int(cell.findtext(f"{MAIN}v") or "")] for cell in cells[1:]]


class TestWhatStandsOnASheet:
    def test_every_sheet_is_there_in_its_order(self) -> None:
        assert opened(sample_workbook()).sheetnames == ["Summary", "Criteria"]

    def test_a_list_begins_in_the_first_row(self) -> None:
        rows = list(sheet_of(sample_workbook(), "Criteria").iter_rows(values_only=True))
        assert rows == [
            ("Paragraph", "Criterion", "Status", "Surely in place"),
            (7, "Ombudsperson of Alderland", "does not meet", 0),
            (None, "Second", "meets", 1),
            (9, "=1+1", "meets", None),
        ]

    def test_lines_stand_above_tables_with_their_titles(self) -> None:
        rows = [
            tuple(value for value in row if value is not None)
            for row in sheet_of(sample_workbook(), "Summary").iter_rows(values_only=True)
        ]
        assert rows == [
            ("Ombudsperson of Alderland",),
            ("As of 2026-03-01",),
            (),
            ("Stages",),
            ("Stage", "Verdict"),
            ("Ratification", "not ready"),
            ("Ombudsperson of Alderland", "cannot be said yet"),
            (),
            ("Counts",),
            ("Count of", "Number"),
            ("Questions", 12),
        ]

    def test_numbers_are_numbers_and_shares_are_shown_in_per_cent(self) -> None:
        sheet = sheet_of(sample_workbook(), "Criteria")
        assert (sheet["A2"].data_type, sheet["A2"].number_format) == ("n", "0")
        assert (sheet["D3"].data_type, sheet["D3"].number_format) == ("n", "0 %")

    @pytest.mark.parametrize(
        ("share", "shown"), [(0, "0 %"), (0.001, "0.0### %"), (0.5, "0 %"), (0.999, "0.0### %"), (1, "0 %")]
    )
    def test_a_share_is_not_rounded_to_nothing_or_to_all(self, share: float, shown: str) -> None:
        assert sheet_of(list_of((share,), "share"), "List")["A2"].number_format == shown

    def test_a_sheet_may_be_empty(self) -> None:
        empty = SheetTable((Column("Head", 10),), ())
        book = opened(
            workbook_of(
                Sheet("A", (), ()), Sheet("B", (), (empty,)), Sheet("C", ("line",), ()), Sheet("D", (), (empty,) * 2)
            )
        )
        assert [sheet.max_row for sheet in book.worksheets] == [1, 1, 1, 3]


class TestReading:
    def test_the_head_of_a_list_stays_in_sight_and_filters_all_rows(self) -> None:
        sheet = sheet_of(sample_workbook(), "Criteria")
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == "A1:D4"

    def test_a_single_table_below_lines_can_be_filtered_too(self) -> None:
        table = SheetTable((Column("Head", 20),), (("x",),))
        assert sheet_of(workbook_of(Sheet("A", ("line",), (table,))), "A").auto_filter.ref == "A3:A4"

    def test_columns_are_as_wide_as_wanted_and_texts_wrapped(self) -> None:
        sheet = sheet_of(sample_workbook(), "Criteria")
        widths = [round(sheet.column_dimensions[letter].width) for letter in "ABCD"]
        assert widths == [11, 41, 21, 13]  # with the padding that Excel adds
        assert (sheet["B2"].alignment.wrap_text, sheet["B2"].alignment.vertical) == (True, "top")

    def test_tables_on_one_sheet_share_the_widest_columns(self) -> None:
        sheet = sheet_of(sample_workbook(), "Summary")
        assert [round(sheet.column_dimensions[letter].width) for letter in "AB"] == [41, 23]

    def test_the_last_column_of_a_short_table_is_spread_over_those_of_a_longer_one(self) -> None:
        short = SheetTable((Column("A", 10), Column("Sentence", 40)), (("x", "word " * 40),))
        long = SheetTable(tuple(Column(head, width) for head, width in zip("ABCDE", range(20, 25), strict=True)), ())
        sheet = sheet_of(workbook_of(Sheet("S", (), (short, long))), "S")
        assert [round(sheet.column_dimensions[letter].width) for letter in "ABCDE"] == [21, 22, 23, 24, 25]
        assert sorted(str(cells) for cells in sheet.merged_cells.ranges) == ["B1:C1", "B2:C2"]
        assert sheet.row_dimensions[2].height > 60

    def test_heads_and_titles_are_bold(self) -> None:
        book = opened(sample_workbook())
        assert all(cell.font.b for cell in book["Criteria"][1])
        assert [book["Summary"][cell].font.b for cell in ("A1", "A2", "A4", "A5", "A6")] == [
            True,
            False,
            True,
            True,
            False,
        ]

    def test_rows_are_as_high_as_their_texts_need_and_no_higher_than_excel_allows(self) -> None:
        rows = (("short",), ("word " * 40,), ("a\nb\nc",), ("word " * 10_000,))
        sheet = sheet_of(workbook_of(Sheet("A", (), (SheetTable((Column("H", 30),), rows),))), "A")
        low, long, broken, longest = (sheet.row_dimensions[row].height for row in (2, 3, 4, 5))
        assert low is None  # that of Excel itself
        assert 7 * 13 <= long <= 9 * 13
        assert 3 * 13 <= broken < 4 * 13
        assert 400 < longest <= 409

    def test_a_long_line_has_room(self) -> None:
        sheet = sheet_of(
            workbook_of(Sheet("A", ("t", "word " * 100), (SheetTable((Column("H", 25), Column("I", 25)), ()),))), "A"
        )
        assert sorted(str(cells) for cells in sheet.merged_cells.ranges) == ["A1:B1", "A2:B2"]
        assert sheet.row_dimensions[2].height > 120

    def test_a_report_from_right_to_left_has_its_first_column_on_the_right(self) -> None:
        assert not opened(sample_workbook())["Criteria"].sheet_view.rightToLeft
        book = opened(replace(sample_workbook(), right_to_left=True))
        assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets)


class TestColours:
    def test_the_words_of_a_status_are_coloured_by_rules(self) -> None:
        rules = {
            rule.formula[0]: rule.dxf.fill.bgColor.rgb[-6:]
            for cells in sheet_of(sample_workbook(), "Criteria").conditional_formatting
            if str(cells.sqref) == "C2:C4"
            for rule in cells.rules
        }
        assert rules == {'"meets"': FILLS["status-met"][1:], '"does not meet"': FILLS["status-not-met"][1:]}

    def test_shares_have_a_bar_on_a_scale_from_nothing_to_all(self) -> None:
        (rule,) = (
            rule
            for cells in sheet_of(sample_workbook(), "Criteria").conditional_formatting
            if str(cells.sqref) == "D2:D4"
            for rule in cells.rules
        )
        assert [(bound.type, bound.val) for bound in rule.dataBar.cfvo] == [("num", 0), ("num", 1)]

    def test_dark_letters_can_be_read_on_every_fill(self) -> None:
        """At least 7 to 1, the enhanced contrast of WCAG 2.2."""
        ink = luminance("#1D2B30")
        assert all((luminance(fill) + 0.05) / (ink + 0.05) >= 7 for fill in FILLS.values())

    def test_a_word_cannot_leave_its_rule(self) -> None:
        words = (('a" , 1=1, "', "status-met"), ("w" * 300, "status-met"))
        table = SheetTable((Column("H", 10, "status", words),), (("x",),))
        (cells,) = sheet_of(workbook_of(Sheet("A", (), (table,))), "A").conditional_formatting
        assert [rule.formula for rule in cells.rules] == [['"a"" , 1=1, """']]


class TestPrinting:
    def test_pages_are_a4_landscape_and_letters_on_them_have_nine_points_or_more(
        self, turkmenistan: Assessment
    ) -> None:
        for sheet in opened(View(turkmenistan, texts_in()).workbook).worksheets:
            assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
            setup = sheet.sheet_properties.pageSetUpPr
            assert setup is None or not setup.fitToPage
            sizes = {cell.font.size for row in sheet.iter_rows() for cell in row if cell.value is not None}
            assert min(sizes) * sheet.page_setup.scale / 100 >= 9
            assert sheet.oddHeader is not None
            assert sheet.oddHeader.left.size == 10

    def test_columns_of_a_page_fit_it_and_the_first_come_again(self, turkmenistan: Assessment) -> None:
        room = (842 - 2 * 0.4 * 72) / (SCALE / 100)  # points at full size, between the margins of A4
        for sheet in View(turkmenistan, texts_in()).workbook.sheets:
            if len(sheet.tables) != 1 or sheet.form:
                continue
            widths = [column.width for column in sheet.tables[0].columns][: sheet.printed]
            edges = [0, *page_breaks(widths, sheet.repeated), len(widths)]
            assert len(edges) <= 4
            for first, end in pairwise(edges):
                shown = widths[first:end] + (widths[: sheet.repeated] if first else [])
                # A unit of width is seven pixels in Excel, with five beside, and a pixel three quarters of a point.
                assert sum(width * 7 + 5 for width in shown) * 0.75 <= room
            made = sheet_of(workbook_of(sheet), sheet.name)
            assert [mark.id for mark in made.col_breaks.brk] == edges[1:-1]
            assert bool(made.print_title_cols) is (len(edges) > 2)

    @given(st.lists(st.integers(1, 255), min_size=1, max_size=30), st.integers(0, 3))
    def test_pages_break_between_any_columns_so_that_each_holds_one_at_least(
        self, widths: list[int], repeated: int
    ) -> None:
        breaks = page_breaks(widths, repeated)
        assert breaks == sorted(set(breaks))
        assert all(repeated < at < len(widths) or at == repeated + 1 for at in breaks)

    def test_no_head_of_a_column_breaks_a_word(self, turkmenistan: Assessment) -> None:
        for sheet in View(turkmenistan, texts_in()).workbook.sheets:
            for table in sheet.tables:
                narrow = [
                    column.title
                    for column in table.columns
                    if not column.hidden and max(map(len, column.title.split())) > column.width
                ]
                assert narrow == []

    def test_what_serves_to_sort_and_filter_stays_on_the_screen(self, turkmenistan: Assessment) -> None:
        sheet = sheet_of(View(turkmenistan, texts_in()).workbook, "Answers and evidence")
        assert sheet.print_area.startswith("'Answers and evidence'!$A$1:$N$")
        assert [cell.value for cell in sheet[1]][13:] == ["Reason", "Answered by", "Decides a verdict", "Theme", "Id"]

    def test_the_head_of_a_list_is_repeated_on_every_page(self) -> None:
        assert sheet_of(sample_workbook(), "Criteria").print_title_rows == "$1:$1"

    def test_head_and_foot_say_what_it_is_and_which_page(self) -> None:
        sheet = sheet_of(sample_workbook(), "Criteria")
        assert sheet.oddHeader is not None
        assert sheet.oddFooter is not None
        assert sheet.oddHeader.left.text == "Ombudsperson of Alderland"
        assert sheet.oddHeader.right.text == "&A"
        assert sheet.oddFooter.right.text == "Page &P of &N"

    @pytest.mark.parametrize("name", HOSTILE_TEXTS)
    def test_a_title_is_no_command_and_fits(self, name: str) -> None:
        text = page_text(HOSTILE_TEXTS[name])
        assert not re.sub("&&", "", text).count("&")
        assert len(text.encode("utf-16-le")) / 2 < 220


class TestTextsDoNothing:
    @pytest.mark.parametrize("text", FORMULAS)
    def test_a_text_that_begins_like_a_formula_is_a_text(self, text: str) -> None:
        cell = sheet_of(list_of((text,)), "List")["A2"]
        assert unescape(cell.value) == text
        assert cell.data_type == "s"
        assert cell.quotePrefix

    def test_other_texts_are_not_marked_as_quoted(self) -> None:
        assert not sheet_of(list_of(("plain",)), "List")["A2"].quotePrefix

    @pytest.mark.parametrize("name", HOSTILE_TEXTS)
    def test_a_hostile_text_is_stored_as_it_is_in_every_place(self, name: str) -> None:
        text = HOSTILE_TEXTS[name]
        assert stored_texts(list_of((text,))) == [expected(text)]
        workbook = sample_workbook(text)
        assert {cell.data_type for sheet in opened(workbook).worksheets for row in sheet for cell in row} <= {"s", "n"}
        for part, content in parts_of(workbook).items():
            root = ET.fromstring(content)
            # Relations within the file are all there are, and nothing in it is computed or leads out of it.
            assert not [*root.iter(f"{MAIN}f"), *root.iter(f"{MAIN}hyperlink")], part
            assert b"TargetMode" not in content, part

    @settings(max_examples=150, deadline=None)
    @given(st.text(st.characters(), max_size=60) | st.text("_x0041DF<r>/\r\n\t=& ", max_size=40))
    @example("<r></r>")
    @example("<r>_x0041_x0042_</r>")
    @example("_x000d_x000D_x000D_")
    @example("\r\n \ud800\x00")
    @example("")
    def test_any_text_comes_back_as_that_text(self, text: str) -> None:
        assert stored_texts(list_of((text,))) == [expected(text)]

    def test_an_address_does_not_become_a_link(self) -> None:
        assert (
            sheet_of(list_of(("https://example.org", "mailto:a@b.c", "external:c:\\x.xlsx")), "List")["A2"].hyperlink
            is None
        )

    def test_digits_stay_a_text(self) -> None:
        assert sheet_of(list_of(("007", "1e5", "2016")), "List")["A2"].value == "007"


class TestLimits:
    @pytest.mark.parametrize("letter", ["a", "\U0001f600", "é", "&"])
    def test_a_cell_holds_32767_units_and_says_that_it_was_cut(self, letter: str) -> None:
        (text,) = stored_texts(list_of((letter * 1_000_000,)))
        assert MOST_UNITS - 1 <= len(text.encode("utf-16-le")) / 2 <= MOST_UNITS
        assert set(text) == {letter, "…"}
        assert text.endswith("…")

    def test_a_text_that_just_fits_is_not_cut(self) -> None:
        assert cut("a" * MOST_UNITS, MOST_UNITS) == "a" * MOST_UNITS
        assert cut("\U0001f600" * 2, 4) == "\U0001f600" * 2
        assert cut("\U0001f600" * 2, 3) == "\U0001f600…"
        assert cut("a\U0001f600", 2) == "a…"

    def test_what_xml_has_no_place_for_is_replaced(self) -> None:
        assert storable("a\x00\ud800\ufffe\x1b\x0b\tb\n") == "a\ufffd\ufffd\ufffd\ufffd\ufffd\tb\n"

    def test_names_of_sheets_are_what_excel_accepts_and_each_stands_once(self) -> None:
        wanted = ("a/b:c", "A B C", "'quoted'", "", "\x00", "History", "n" * 40, "n" * 41, "\U0001f600" * 20, "[x]*?\\")
        names = (
            "a b c",
            "A B C 2",
            "quoted",
            "4",
            "\ufffd",
            "History 2",
            "n" * 30 + "…",
            "n" * 28 + "… 2",
            "\U0001f600" * 15 + "…",
            "x",
        )
        assert sheet_names(wanted) == names

    @settings(max_examples=100, deadline=None)
    @given(st.lists(st.text(max_size=40), max_size=5))
    def test_any_names_of_sheets_are_accepted(self, names: list[str]) -> None:
        book = opened(workbook_of(*(Sheet(name, ("x",), ()) for name in ("first", *names))))
        assert len(book.sheetnames) == len(names) + 1

    def test_a_million_characters_in_every_place_and_five_thousand_without_a_blank(self) -> None:
        for name in ("million characters", "very long word"):
            assert len(excel_of(sample_workbook(HOSTILE_TEXTS[name]))) < 200_000


class TestTheFile:
    def test_the_same_report_gives_the_same_bytes(self) -> None:
        assert excel_of(sample_workbook()) == excel_of(sample_workbook())

    def test_no_time_but_the_date_of_the_report_is_in_it(self) -> None:
        workbook = replace(sample_workbook(), date=date(2023, 12, 14))
        with zipfile.ZipFile(BytesIO(excel_of(workbook))) as file:
            assert {item.date_time for item in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = opened(workbook).properties
        assert properties.created == properties.modified
        assert properties.created.date() == date(2023, 12, 14)

    def test_it_names_its_title(self) -> None:
        properties = opened(sample_workbook()).properties
        assert (properties.title, properties.subject) == ("Ombudsperson of Alderland", sample_workbook().subtitle)


class TestTheWholeReport:
    def test_every_sheet_holds_what_the_report_says(self, turkmenistan: Assessment) -> None:
        workbook = View(turkmenistan, texts_in("en")).workbook
        book = opened(workbook)
        lists = [sheet for sheet in workbook.sheets if len(sheet.tables) == 1 and not sheet.lines]
        assert len(lists) >= 3
        for sheet in lists:
            head = tuple(column.title for column in sheet.tables[0].columns)
            assert list(book[sheet.name].iter_rows(values_only=True)) == [head, *sheet.tables[0].rows]

    @pytest.mark.parametrize(
        "name",
        ["formula =", "formula tab", "spreadsheet markup", "page codes", "terminal escapes", "million characters"],
    )
    def test_a_hostile_profile_gives_a_workbook_of_texts_and_numbers(self, name: str) -> None:
        workbook = View(assess(hostile_profile(HOSTILE_TEXTS[name])), texts_in("en")).workbook
        kinds = {cell.data_type for sheet in opened(workbook).worksheets for row in sheet.iter_rows() for cell in row}
        assert kinds == {"s", "n"}
        for part, content in parts_of(workbook).items():
            root = ET.fromstring(content)
            assert not [*root.iter(f"{MAIN}f"), *root.iter(f"{MAIN}hyperlink")], part
            assert b"TargetMode" not in content, part


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice with a profile of its own."""
    if shutil.which("soffice") is None:
        reason = "LibreOffice (soffice) is not installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return tmp_path_factory.mktemp("office")


def converted(office: Path, workbook: Workbook, kind: str) -> Iterator[Path]:
    """The files that LibreOffice makes of the workbook, by name."""
    folder = office / "out"
    shutil.rmtree(folder, ignore_errors=True)
    source = office / "report.xlsx"
    source.write_bytes(excel_of(workbook))
    settings_of_its_own = f"-env:UserInstallation={(office / 'settings').as_uri()}"
    subprocess.run(
        ["soffice", settings_of_its_own, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    yield from sorted(folder.iterdir())


class TestInLibreOffice:
    def test_every_sheet_has_the_same_values(self, office: Path) -> None:
        criteria, summary = converted(office, sample_workbook(), CSV_OF_EVERY_SHEET)
        with criteria.open(encoding="utf-8", newline="") as file:
            assert [[value.replace(" %", "%") for value in row] for row in csv.reader(file)] == [
                ["Paragraph", "Criterion", "Status", "Surely in place"],
                ["7", "Ombudsperson of Alderland", "does not meet", "0%"],
                ["", "Second", "meets", "100%"],
                ["9", "=1+1", "meets", ""],
            ]
        assert "Ratification,not ready" in summary.read_text(encoding="utf-8")

    def test_the_whole_report_opens_with_all_its_rows(self, office: Path, turkmenistan: Assessment) -> None:
        workbook = View(turkmenistan, texts_in("en")).workbook
        files = {file.stem.partition("-")[2]: file for file in converted(office, workbook, CSV_OF_EVERY_SHEET)}
        for sheet in workbook.sheets:
            with files[sheet.name].open(encoding="utf-8", newline="") as file:
                rows = [[cell for cell in row if cell] for row in csv.reader(file)]
            if not sheet.lines:
                (table,) = sheet.tables
                assert rows[0] == [column.title for column in table.columns]
                assert [len(row) for row in rows[1:]] == [
                    sum(cell is not None and cell != "" for cell in row) for row in table.rows
                ]

    def test_hostile_texts_are_texts(self, office: Path) -> None:
        texts = {name: text for name, text in HOSTILE_TEXTS.items() if text.isprintable()}
        workbook = list_of((*FORMULAS, *texts.values()))
        (file,) = converted(office, workbook, "fods")
        root = ET.parse(file).getroot()
        cells = [cell for cell in root.iter(f"{TABLE}table-cell") if cell.get(f"{OFFICE}value-type")]
        assert {cell.get(f"{OFFICE}value-type") for cell in cells} == {"string"}
        assert not [cell for cell in root.iter() if cell.get(f"{TABLE}formula")]
        shown = ["".join("".join(cell.itertext()).split()) for cell in cells]
        wanted = ["".join(expected(text).split()) for text in texts.values()]
        assert shown[-len(wanted) :] == wanted

    @pytest.mark.parametrize(
        "name", ["million characters", "very long word", "page codes", "control characters", "astral characters"]
    )
    def test_it_prints_whatever_the_texts_are(self, office: Path, name: str) -> None:
        (file,) = converted(office, sample_workbook(HOSTILE_TEXTS[name]), "pdf")
        assert file.read_bytes().startswith(b"%PDF")


def expected(text: str) -> str:
    """What is to come back of a text: documented replacements, and no others."""
    kept = storable(text)
    return re.sub("\r\n?", "\n", kept) if len(fragments(kept)) > 1 else kept


def luminance(colour: str) -> float:
    """The relative luminance of a colour as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_what_might_be_computed_elsewhere_is_recognized() -> None:
    assert all(begins_like_a_formula(text) for text in FORMULAS)
    assert not any(begins_like_a_formula(text) for text in ("", "a=1", "1-1", "«=»"))

"""Workbooks that are to do harm, or that came to harm: refused in little time and memory, or every odd thing named at its place."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from openpyxl.comments import Comment

from npm_readiness import InputError, gather
from npm_readiness.collecting.form import draw_form
from npm_readiness.collecting.forms.workbook.opendocument import MIME_TYPE
from npm_readiness.collecting.forms.xlsform.names import field_name

from .given import CATALOGUE, OF_OFFICES, OFFICES, cell_of, profile_text, questionnaire_of
from .test_xlsform import as_workbook, exported

FIRST, SECOND = OF_OFFICES[:2]
MEMORY, SECONDS = 1_500_000_000, 20


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "profile.yaml"
    file.write_text(profile_text({FIRST: {"answer": "no", "comment": "as it was"}}), encoding="utf-8")
    return file


@pytest.fixture
def form(profile: Path) -> bytes:
    return draw_form(questionnaire_of(profile, *OFFICES), "workbook")


def with_part(form: bytes, name: str, content: bytes) -> bytes:
    """The workbook with one part in place of its own, or added."""
    stream = BytesIO()
    with ZipFile(BytesIO(form)) as archive, ZipFile(stream, "w", ZIP_DEFLATED) as changed:
        for part in archive.infolist():
            if part.filename != name:
                changed.writestr(part.filename, archive.read(part))
        changed.writestr(name, content)
    return stream.getvalue()


def part_of(form: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(form)) as archive:
        return archive.read(name)


SHEET = "xl/worksheets/sheet2.xml"


def million_rows(form: bytes) -> bytes:
    rows = b"".join(b'<row r="%d"/>' % number for number in range(100, 1_048_576))
    return with_part(form, SHEET, part_of(form, SHEET).replace(b"</sheetData>", rows + b"</sheetData>"))


def merged_columns(form: bytes) -> bytes:
    area = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return with_part(form, SHEET, part_of(form, SHEET).replace(b"</sheetData>", b"</sheetData>" + area))


def billion_laughs(form: bytes) -> bytes:
    entities = b"".join(b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 10) for number in range(1, 10))
    head, _, rest = part_of(form, SHEET).partition(b"?>")
    return with_part(form, SHEET, head + b'?><!DOCTYPE x [<!ENTITY a0 "ha">' + entities + b"]>" + rest)


def nested(form: bytes) -> bytes:
    return with_part(form, "xl/theme/deep.xml", b"<a>" * 500_000 + b"</a>" * 500_000)


def repeated_rows(_: bytes) -> bytes:
    """An OpenDocument workbook with a million rows in which something stands, written as one."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    table = f'<table:table table:name="npm_readiness">{row}</table:table>'
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME_TYPE)
        archive.writestr("content.xml", f"<office:document-content {names}>{table}</office:document-content>")
    return stream.getvalue()


BOMBS: dict[str, Callable[[bytes], bytes]] = {
    "a million rows": million_rows,
    "all cells merged": merged_columns,
    "entities of entities": billion_laughs,
    "deeply nested": nested,
    "repeated": repeated_rows,
    "zeros": lambda form: with_part(form, "xl/media/zeros.bin", bytes(300_000_000)),
    "spaces": lambda form: with_part(form, "xl/sharedStrings.xml", b"<sst>" + b" " * 200_000_000 + b"</sst>"),
}
GATHER = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
from npm_readiness import InputError, gather
try:
    gather(sys.argv[2:], sys.argv[1])
except InputError as error:
    print(len(error.problems), {{problem.code for problem in error.problems}})
"""


def test_bombs_are_refused_in_little_memory_and_time(profile: Path, form: bytes) -> None:
    files = [profile.with_name(f"{name}.xlsx") for name in BOMBS]
    for file, spoil in zip(files, BOMBS.values(), strict=True):
        file.write_bytes(spoil(form))
        assert file.stat().st_size < 10_000_000
    command = [sys.executable, "-c", GATHER, str(profile), *map(str, files)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    assert done.stdout == f"{len(BOMBS)} {{'form-file'}}\n", done.stderr


@pytest.mark.parametrize(
    ("part", "content", "wanted"),
    [
        ("xl/vbaProject.bin", b"x", "macros"),
        ("xl/embeddings/oleObject1.bin", b"x", "embedded files"),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", "links to other files"),
        ("xl/connections.xml", b"<x/>", "links to other files"),
        ("xl/extra.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "entities"),
        ("xl/workbook.xml", b"<workbook", "is damaged|no form"),
        (SHEET, b"<worksheet>", "is damaged"),
        (SHEET, b"\x00\xff", "is damaged"),
    ],
)
def test_macros_links_entities_and_damage_are_refused(
    profile: Path, form: bytes, part: str, content: bytes, wanted: str
) -> None:
    with pytest.raises(InputError, match=wanted):
        gathered(profile, with_part(form, part, content))


def test_a_workbook_that_breaks_off_is_named(profile: Path, form: bytes) -> None:
    for length in (10, len(form) // 2, len(form) - 30):
        with pytest.raises(InputError) as caught:
            gathered(profile, form[:length])
        assert len(caught.value.problems) == 1


@pytest.mark.parametrize(
    ("value", "number_format", "wanted"),
    [
        (0.5, "0%", "this cell holds 0.5"),
        (1, "0%", "made the number 1 of what was typed"),
        (12_345_678_901_234_567, "General", "has shortened a number"),
        (True, "General", "this cell holds True"),
        ("#REF!", "General", "holds an error"),
    ],
)
def test_what_the_program_made_of_what_was_typed_is_named(
    profile: Path, form: bytes, value: Any, number_format: str, wanted: str
) -> None:
    book = openpyxl.load_workbook(BytesIO(form))
    cell = cell_of(book, FIRST, "note")
    cell.value, cell.number_format = value, number_format
    with pytest.raises(InputError, match=wanted) as caught:
        gathered(profile, saved(book))
    assert [problem.file.endswith(f"!{cell.coordinate}") for problem in caught.value.problems] == [True]


def test_whole_numbers_are_what_was_typed(profile: Path, form: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(form))
    cell_of(book, FIRST, "source").value = "Organic Law"
    cell_of(book, FIRST, "pinpoint").value = 12
    assert 'evidence: [{source: law, pinpoint: "12"}]' in gathered(profile, saved(book)).text


def test_what_stands_beside_the_form_is_named_and_not_lost_silently(profile: Path, form: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(form))
    cell = cell_of(book, FIRST, "comment")
    cell.comment = Comment("ask the registry", "somebody")
    sheet = cell.parent
    sheet.cell(cell.row, sheet.max_column + 1).value = "our file number 7"
    sheet.cell(sheet.max_row + 2, cell.column).value = "one thing more"
    told = [problem.message for problem in gathered(profile, saved(book)).warnings]
    assert sorted(told) == [
        "a note that hangs on this cell is not taken: ask the registry",
        "a text in a column that was added is not taken: our file number 7",
        "a text in a row without a question is not taken: one thing more",
    ]


def test_a_row_whose_hidden_cells_are_gone_is_named(profile: Path, form: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(form))
    cell_of(book, FIRST, "before").value = None
    with pytest.raises(InputError, match="what is hidden in this row is damaged"):
        gathered(profile, saved(book))


def test_a_sheet_without_its_hidden_columns_is_named(profile: Path, form: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(form))
    cell = cell_of(book, FIRST, "version")
    cell.parent.delete_cols(cell.column)
    with pytest.raises(InputError, match="the sheet has lost the columns version"):
        gathered(profile, saved(book))


def test_a_row_that_was_copied_and_changed_is_named(profile: Path, form: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(form))
    cell = cell_of(book, FIRST, "answer")
    sheet, last = cell.parent, cell.parent.max_row + 1
    for column in range(1, sheet.max_column + 1):
        sheet.cell(last, column).value = sheet.cell(cell.row, column).value
    assert gathered(profile, saved(book)).text == profile.read_text(encoding="utf-8")
    cell.value = "A"
    sheet.cell(last, cell.column).value = "B"
    with pytest.raises(InputError, match="stands twice in this form"):
        gathered(profile, saved(book))


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"<!DOCTYPE html><html>", r"a web page \(HTML\).*choose «Save to a file»"),
        (b"%PDF-1.7", "a PDF.*type what is in it into the workbook"),
        (b"\x89PNG", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "save it without a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "save it as .xlsx"),
        (b"country: GEO\n", "a profile is brought in with reconcile"),
        (b"", "this is no form"),
    ],
)
def test_what_is_sent_in_place_of_a_form_is_named_with_what_to_do(profile: Path, data: bytes, wanted: str) -> None:
    with pytest.raises(InputError, match=wanted):
        gathered(profile, data)


def test_a_cell_of_an_export_that_a_spreadsheet_has_changed_is_named(profile: Path) -> None:
    form = draw_form(questionnaire_of(profile, *OFFICES), "xlsform")
    table: list[list[Any]] = list(exported(form, {field_name(FIRST, "answer"): "yes"}))
    column = next(index for index, name in enumerate(table[0]) if name.endswith(field_name(FIRST, "comment")))
    table[1][column] = datetime(2024, 2, 1)
    with pytest.raises(InputError, match=f"row 2, {FIRST}: the program made a date of this cell"):
        gathered(profile, as_workbook(table))


def gathered(profile: Path, data: bytes) -> Any:
    file = profile.with_name("form.xlsx")
    file.write_bytes(data)
    return gather([file], profile, CATALOGUE)


def saved(book: Any) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()

"""Tables of submissions as KoboToolbox and ODK Central export them, read row by row."""

from __future__ import annotations

import os
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from npm_readiness import InputError
from npm_readiness.collecting.forms.xlsform.exports import is_export, returned_from
from npm_readiness.collecting.forms.xlsform.names import field_name
from npm_readiness.collecting.returned import Returned

from . import test_opendocument as opendocument
from .test_workbook import converted

MARK = "npm-readiness-xlsform-1"
HEADS = [
    "start",
    "npm_form",
    "npm_country",
    "npm_by",
    *(field_name("law-is-there", name) for name in ("version", "before", "answer", "comment")),
]
ROW = ["2024-05-01", MARK, "TKM", " The police ", "v1", "no", "partial", "Seen."]


def table(*rows: list[str], heads: list[str] = HEADS, separator: str = ",") -> bytes:
    return "\n".join(separator.join(row) for row in (heads, *rows)).encode()


def read(*rows: list[str], **keys: Any) -> tuple[Returned, ...]:
    return returned_from(table(*rows, **keys), "f.csv")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("groups", ["", "about/law/", "about-law-", "about.law.", "about/law."])
def test_a_submission_says_who_answers_what_and_what_it_was_before(separator: str, groups: str) -> None:
    (form,) = read(ROW, heads=[f"{groups}{head}" for head in HEADS], separator=separator)
    assert (form.file, form.code, form.by) == ("f.csv: row 2", "TKM", "The police")
    (answer,) = form.answers
    assert (answer.question, answer.version, str(answer.place)) == ("law-is-there", "v1", "f.csv: row 2, law-is-there")
    assert answer.after.changed(answer.before) == {"answer": "partial", "comment": "Seen."}
    assert answer.before.answer == "no"


def test_each_row_is_a_submission_of_its_own() -> None:
    other = [*ROW[:3], "The prisons", *ROW[4:]]
    assert [(form.file, form.by) for form in read(ROW, other)] == [
        ("f.csv: row 2", "The police"),
        ("f.csv: row 3", "The prisons"),
    ]
    assert read() == ()


def test_a_row_has_the_number_that_it_has_in_the_file_also_below_rows_in_which_nothing_stands() -> None:
    nothing = [""] * len(ROW)
    assert [form.file for form in read(nothing, ROW, nothing, nothing, ROW)] == ["f.csv: row 3", "f.csv: row 6"]
    book = openpyxl.Workbook()
    for row in (HEADS, nothing, ROW):
        book.worksheets[0].append([value or None for value in row])
    stream = BytesIO()
    book.save(stream)
    assert [form.file for form in returned_from(stream.getvalue(), "f.xlsx")] == ["f.xlsx: row 3"]


def test_a_question_that_was_not_shown_has_no_version_and_no_answer() -> None:
    (form,) = read([*ROW[:4], "", "", "", ""])
    assert form.answers == ()


def test_the_answer_of_before_counts_only_where_it_is_one() -> None:
    (form,) = read([*ROW[:5], "A. The law says so.", "partial", ""])
    assert form.answers[0].before.answer == ""


@pytest.mark.parametrize(
    ("row", "place", "reason"),
    [
        ([ROW[0], "another", *ROW[2:]], "f.csv: row 2", "this row is no submission of our form"),
        ([*ROW[:6], "A. The law says so.", ""], "f.csv: row 2, law-is-there", "is no answer of the form"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_and_so_are_all_others(row: list[str], place: str, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read(row, ROW, row)
    assert [str(problem.place) for problem in caught.value.problems] == [place, place.replace("row 2", "row 4")]
    assert all(reason in problem.message for problem in caught.value.problems)


@pytest.mark.parametrize("lacking", ["npm_form", "npm_country"])
def test_a_table_without_our_columns_is_no_form(lacking: str) -> None:
    with pytest.raises(InputError) as caught:
        read(ROW, heads=["other" if head == lacking else head for head in HEADS])
    assert [problem.code for problem in caught.value.problems] == ["form-unknown"]


@pytest.mark.parametrize(
    ("data", "ours"),
    [
        (table(ROW), True),
        (b"\xef\xbb\xbf" + table(ROW), True),
        (b"a,b\nnpm_form,1\n", False),
        (b'{"npm_form": 1}', False),
        (b"", False),
    ],
)
def test_an_export_is_known_by_the_name_of_our_hidden_field_in_its_first_line(data: bytes, ours: bool) -> None:
    assert is_export(data) is ours


def test_a_damaged_table_is_named_as_such() -> None:
    for data in (table(ROW) + b"\xff", table(ROW) + b'\n"open'):
        with pytest.raises(InputError, match="the table is damaged"):
            returned_from(data, "f.csv")


def test_as_many_rows_as_an_export_has_are_read_and_no_more() -> None:
    few = [head for head in HEADS if head in ("npm_form", "npm_country")]
    assert len(read(*([[MARK, "TKM"]] * 5_000), heads=few)) == 5_000
    with pytest.raises(InputError, match="more than 5000 rows"):
        read(*([[MARK, "TKM"]] * 5_001), heads=few)


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_as_many_rows_of_a_workbook_are_read_and_no_more(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("npm_readiness.collecting.forms.xlsform.exports.MOST_ROWS", 3)
    assert [form.file for form in returned_from(workbook(kind, 3), "f")] == [f"f: row {row}" for row in (2, 3, 4)]
    with pytest.raises(InputError, match="more than 3 rows"):
        returned_from(workbook(kind, 4), "f")


def test_what_libreoffice_has_saved_of_an_export_is_read_as_the_export_is(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("LibreOffice (soffice) is not installed")
    file = tmp_path / "export.xlsx"
    file.write_bytes(workbook("xlsx", 2))
    (saved,) = converted(tmp_path, "ods", file)
    assert returned_from(saved.read_bytes(), "f") == returned_from(file.read_bytes(), "f")


def test_as_many_columns_and_fields_of_a_table_are_read_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """The heads are fields as well."""
    module = "npm_readiness.collecting.forms.xlsform.exports"
    for bound, most in (("MOST_COLUMNS", len(HEADS)), ("MOST_FIELDS", 3 * len(HEADS))):
        with monkeypatch.context() as patched:
            patched.setattr(f"{module}.{bound}", most)
            assert len(read(ROW, ROW)) == 2
            patched.setattr(f"{module}.{bound}", most - 1)
            with pytest.raises(InputError, match="the table has more than"):
                read(ROW, ROW)


def test_a_formula_in_a_workbook_of_submissions_is_named_and_its_result_is_not_taken() -> None:
    book = openpyxl.Workbook()
    for row in (HEADS, [*ROW[:-1], "=1+1"]):
        book.worksheets[0].append(row)
    stream = BytesIO()
    book.save(stream)
    with pytest.raises(InputError) as caught:
        returned_from(stream.getvalue(), "f.xlsx")
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.place)) == ("form-cell", "f.xlsx: row 2, law-is-there")
    assert "holds a formula" in problem.message


def workbook(kind: str, rows: int) -> bytes:
    """A table with so many submissions, as Excel or as LibreOffice saves it, and a second sheet that is none of ours."""
    lines = [HEADS, *([ROW] * rows)]
    stream = BytesIO()
    if kind == "xlsx":
        book = openpyxl.Workbook()
        for line in lines:
            book.worksheets[0].append(line)
        book.create_sheet().append(["Something else"])
        book.save(stream)
    else:
        with ZipFile(stream, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr(
                "content.xml",
                opendocument.content(
                    "".join(opendocument.row(*map(opendocument.text, line)) for line in lines),
                    opendocument.row(opendocument.text("Something else")),
                ),
            )
    return stream.getvalue()

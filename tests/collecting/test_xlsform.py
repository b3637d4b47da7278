"""The XLSForm: pyxform takes it, and exports made from it by its own rules come back."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pyxform.xls2xform import convert  # type: ignore[import-untyped]

from npm_readiness import InputError, gather, load_profile
from npm_readiness.collecting.form import Note, draw_form
from npm_readiness.collecting.forms.xlsform.names import field_name, question_of
from npm_readiness.collecting.questionnaire import collect_questions

from .given import CATALOGUE, OF_OFFICES, OFFICES, profile_text, questionnaire_of

EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST, SECOND = OF_OFFICES[:2]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "profile.yaml"
    file.write_text(profile_text({FIRST: {"answer": "no", "comment": "as it was"}}), encoding="utf-8")
    return file


def form_of(profile: Path) -> bytes:
    return draw_form(questionnaire_of(profile, *OFFICES), "xlsform", Note("UNDP", "1 June 2024"))


def rows_of(form: bytes, sheet: str) -> list[dict[str, Any]]:
    heads, *rows = openpyxl.load_workbook(BytesIO(form))[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def exported(form: bytes, *given_fields: dict[str, str], separator: str = "/") -> list[list[str]]:
    """A table of submissions as the servers make it: names of fields behind those of their groups, defaults and fixed values."""
    path: list[str] = []
    columns: list[tuple[str, str]] = []
    for row in rows_of(form, "survey"):
        kind, name = str(row["type"]), str(row["name"] or "")
        if kind == "begin_group":
            path.append(name)
        elif kind == "end_group":
            path.pop()
        elif kind != "note":
            fixed = str(row["calculation"] or "").strip("'") or str(row["default"] or "")
            columns.append((separator.join([*path, name]), fixed))
    submitted = (
        [filled.get(name.rpartition(separator)[2], fixed) for name, fixed in columns] for filled in given_fields
    )
    return [[name for name, _ in columns], *submitted]


def as_csv(table: list[list[str]], delimiter: str = ",") -> bytes:
    stream = StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(table)
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def as_workbook(table: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in table:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # exports write texts, whatever they begin with
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def gathered(profile: Path, content: bytes, name: str = "export.csv") -> str:
    file = profile.with_name(name)
    file.write_bytes(content)
    return gather([file], profile, CATALOGUE).text


@pytest.mark.parametrize("example", ["turkmenistan", "georgia"])
def test_pyxform_takes_it_without_a_warning(example: str, tmp_path: Path) -> None:
    questionnaire = collect_questions(load_profile(EXAMPLES / f"{example}.yaml"), CATALOGUE, checklists=["opcat"])
    file = tmp_path / "form.xlsx"
    file.write_bytes(draw_form(questionnaire, "xlsform"))
    warnings: list[str] = []
    assert convert(str(file), warnings=warnings).xform
    assert warnings == []


def test_a_question_that_depends_on_an_open_fact_is_asked_where_the_fact_is_so_or_open() -> None:
    questionnaire = collect_questions(load_profile(EXAMPLES / "turkmenistan.yaml"), CATALOGUE)
    depending = {question.id: question.only_where for question in questionnaire.questions if question.only_where}
    assert depending
    rows = {row["name"]: row for row in rows_of(draw_form(questionnaire, "xlsform"), "survey")}
    for name, facts in depending.items():
        relevant = rows[field_name(name, "group")]["relevant"]
        for fact, values in facts:
            assert f"${{fact_{fact}}} = ''" in relevant
            assert all(f"${{fact_{fact}}} = '{value}'" in relevant for value in values)


def test_names_lead_back_to_questions() -> None:
    for name in CATALOGUE.questions:
        assert question_of(field_name(name, "comment")) == (name, "comment")
    assert question_of("q_") is None
    assert question_of("start") is None


@pytest.mark.parametrize(("separator", "delimiter"), [("/", ";"), ("-", ","), ("/", "workbook")])
def test_exports_of_both_servers_are_read(profile: Path, separator: str, delimiter: str) -> None:
    filled = {field_name(SECOND, "answer"): "partial", field_name(SECOND, "comment"): 'so; "it", is', "npm_by": "Bar"}
    table = exported(form_of(profile), filled, separator=separator)
    content = as_workbook(table) if delimiter == "workbook" else as_csv(table, delimiter)
    text = gathered(profile, content, "export.xlsx" if delimiter == "workbook" else "export.csv")
    assert f'  {SECOND}:\n    answer: partial\n    comment: "so; \\"it\\", is"\n    by: Bar\n' in text
    assert 'comment: "as it was"' in text


def test_two_submissions_that_differ_are_named_by_their_rows(profile: Path) -> None:
    name = field_name(SECOND, "answer")
    with pytest.raises(InputError) as caught:
        gathered(profile, as_csv(exported(form_of(profile), {name: "yes"}, {name: "no"})))
    assert sorted(problem.file.rpartition("export.csv")[2] for problem in caught.value.problems) == [
        f": row 2, {SECOND}",
        f": row 3, {SECOND}",
    ]


def test_an_export_with_labels_says_how_to_export(profile: Path) -> None:
    table = exported(form_of(profile), {field_name(SECOND, "answer"): "A. The law says so."})
    with pytest.raises(InputError, match="export with XML values and names"):
        gathered(profile, as_csv(table))


def test_another_table_is_no_form(profile: Path) -> None:
    with pytest.raises(InputError, match="this is no form"):
        gathered(profile, b"a,b\n1,2\n")
    with pytest.raises(InputError, match="this is no form"):
        gathered(profile, as_workbook([["a", "b"], ["1", "2"]]), "export.xlsx")

"""The workbook: what somebody sees in it, and what comes back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from npm_readiness import InputError, gather
from npm_readiness.collecting.form import Note, draw_form

from .given import CATALOGUE, OF_OFFICES, OFFICES, cell_of, filled_in, profile_text, questionnaire_of

FIRST, SECOND = OF_OFFICES[:2]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "profile.yaml"
    file.write_text(
        profile_text(
            {FIRST: {"answer": "no", "evidence": [{"source": "law", "pinpoint": "art. 1"}], "comment": "as it was"}}
        ),
        encoding="utf-8",
    )
    return file


@pytest.fixture
def form(profile: Path) -> bytes:
    return draw_form(questionnaire_of(profile, *OFFICES), "workbook", Note("UNDP", "1 June 2024"))


def gathered(profile: Path, *forms: bytes, **options: Any) -> str:
    files = []
    for number, content in enumerate(forms):
        file = profile.with_name(f"form-{number}.xlsx")
        file.write_bytes(content)
        files.append(file)
    return gather(files, profile, CATALOGUE, **options).text


def test_a_letter_chosen_becomes_the_answer_at_its_place(profile: Path, form: bytes) -> None:
    before = profile.read_text(encoding="utf-8").splitlines()
    after = gathered(
        profile, filled_in(form, {FIRST: {"answer": "A or B", "note": "what it says"}}, by="Ministry")
    ).splitlines()
    assert [line for line in after if line not in before] == [
        "    answer: unknown",
        "    between: [partial, yes]",
        '    evidence: [{source: law, pinpoint: "art. 1", note: what it says}]',
        "    by: Ministry",
    ]
    assert [line for line in before if line not in after] == [
        '    answer: "no"',
        '    evidence: [{"source": "law", "pinpoint": "art. 1"}]',
    ]


def test_a_new_source_is_added_with_the_kind_that_was_chosen(profile: Path, form: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(form))
    row = next(row for row in range(4, 40) if book["Sources"].cell(row, 1).value is None)
    for column, value in enumerate(["Order No. 5 = new", "law", "2023"], start=1):
        book["Sources"].cell(row, column).value = value
    cell_of(book, SECOND, "answer").value = "B"
    cell_of(book, SECOND, "source").value = "Order No. 5 = new"
    cell_of(book, SECOND, "pinpoint").value = "para. 3"
    text = gathered(profile, _saved(book))
    assert '  order-no-5-new:\n    title: "Order No. 5 = new"\n    kind: law\n    date: "2023"\n' in text
    assert 'evidence: [{source: order-no-5-new, pinpoint: "para. 3"}]' in text


def test_sheets_renamed_rows_moved_deleted_and_columns_added_do_no_harm(profile: Path, form: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(filled_in(form, {SECOND: {"answer": "C"}})))
    sheet = cell_of(book, SECOND, "id").parent
    sheet.title = "moved"
    sheet.insert_cols(3)
    sheet.insert_rows(5, 2)
    last = book.worksheets[-3]
    last.delete_rows(4)
    assert "answer: no" in gathered(profile, _saved(book))


Mischief = Callable[[Any], None]


def _formula(book: Any) -> None:
    cell_of(book, FIRST, "comment").value = "=1+1"


def _date(book: Any) -> None:
    cell_of(book, FIRST, "pinpoint").value = datetime(2024, 2, 1)


def _fraction(book: Any) -> None:
    cell_of(book, FIRST, "pinpoint").value = 1.5


def _cut(book: Any) -> None:
    cell_of(book, FIRST, "comment").value = "x" * 32_767


def _merged(book: Any) -> None:
    cell = cell_of(book, FIRST, "comment")
    cell.parent.merge_cells(start_row=cell.row, end_row=cell.row + 1, start_column=cell.column, end_column=cell.column)


def _other_word(book: Any) -> None:
    cell_of(book, FIRST, "answer").value = "perhaps"


def _no_reason(book: Any) -> None:
    cell_of(book, FIRST, "answer").value = "Does not apply"


def _without_source(book: Any) -> None:
    cell_of(book, SECOND, "answer").value = "A"
    cell_of(book, SECOND, "pinpoint").value = "p. 3"


@pytest.mark.parametrize(
    ("mischief", "wanted"),
    [
        (_formula, "holds a formula"),
        (_date, "the program made a date of this cell"),
        (_fraction, "this cell holds 1.5, and a text is wanted"),
        (_cut, "was cut at 32,767 characters"),
        (_merged, "is merged with others"),
        (_other_word, "'perhaps' is none of the answers"),
        (_no_reason, "and no reason is given"),
        (_without_source, "and no source"),
    ],
)
def test_what_was_not_typed_as_it_stands_is_named_at_its_cell(
    profile: Path, form: bytes, mischief: Mischief, wanted: str
) -> None:
    book = openpyxl.load_workbook(BytesIO(form))
    mischief(book)
    with pytest.raises(InputError, match=wanted) as caught:
        gathered(profile, _saved(book))
    assert all("form-0.xlsx: 1 " in problem.file or "!" in problem.file for problem in caught.value.problems)


@pytest.mark.parametrize(("down", "right"), [(-1, 0), (1, 0), (0, -1), (0, 1)])
def test_a_cell_that_is_merged_with_another_is_named_wherever_the_other_lies(
    profile: Path, form: bytes, down: int, right: int
) -> None:
    book = openpyxl.load_workbook(BytesIO(form))
    cell = cell_of(book, FIRST, "comment")
    rows, columns = sorted((cell.row, cell.row + down)), sorted((cell.column, cell.column + right))
    cell.parent.merge_cells(start_row=rows[0], end_row=rows[1], start_column=columns[0], end_column=columns[1])
    with pytest.raises(InputError, match="is merged with others") as caught:
        gathered(profile, _saved(book))
    merged = {cell.coordinate, cell.offset(down, right).coordinate}
    named = {problem.file.rpartition("!")[2] for problem in caught.value.problems}
    assert cell.coordinate in named
    assert named <= merged


def test_all_problems_of_all_files_show_at_once(profile: Path, form: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(form))
    _formula(book)
    _date(book)
    with pytest.raises(InputError) as caught:
        gathered(profile, _saved(book), b"no workbook", form)
    assert len(caught.value.problems) == 3


def test_two_offices_that_differ_are_both_named_and_nothing_is_chosen(profile: Path, form: bytes) -> None:
    one, other = (
        filled_in(form, {SECOND: {"answer": "A"}}, by="Ministry"),
        filled_in(form, {SECOND: {"answer": "B"}}, by="Bar"),
    )
    with pytest.raises(InputError) as caught:
        gathered(profile, one, other)
    assert {problem.file.split(": ")[0].rsplit("/", 1)[-1] for problem in caught.value.problems} == {
        "form-0.xlsx",
        "form-1.xlsx",
    }
    same = filled_in(form, {SECOND: {"answer": "A"}}, by="Bar")
    assert "by: Ministry; Bar" in gathered(profile, one, same).replace('"', "")


def test_a_profile_that_has_moved_on_is_not_overruled(profile: Path, form: bytes) -> None:
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace('answer: "no"', "answer: partial"), encoding="utf-8")
    with pytest.raises(InputError, match="answered otherwise in the profile"):
        gathered(profile, filled_in(form, {FIRST: {"answer": "A"}}))
    assert "answer: partial" in gathered(profile, filled_in(form, {FIRST: {"answer": "B"}}))


def test_a_question_whose_words_have_changed_is_reported_and_not_taken(profile: Path, form: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(filled_in(form, {FIRST: {"answer": "A"}})))
    cell_of(book, FIRST, "version").value = "00000000"
    file = profile.with_name("old.xlsx")
    file.write_bytes(_saved(book))
    result = gather([file], profile, CATALOGUE)
    assert result.text == profile.read_text(encoding="utf-8")
    assert [warning.code for warning in result.warnings] == ["form-question-changed"]


def test_a_form_on_another_country_is_refused(profile: Path, form: bytes) -> None:
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("country: GEO", "country: NOR"), encoding="utf-8")
    with pytest.raises(InputError, match="this form is on GEO"):
        gathered(profile, form)


def test_the_same_questions_give_the_same_bytes(profile: Path, form: bytes) -> None:
    assert draw_form(questionnaire_of(profile, *OFFICES), "workbook", Note("UNDP", "1 June 2024")) == form


def test_input_cells_are_open_and_all_others_protected(form: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(form))
    for sheet in book.worksheets[:-1]:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
    assert cell_of(book, FIRST, "answer").protection.locked is False
    assert cell_of(book, FIRST, "text").protection.locked is not False
    assert book["Start"]["A1"].value == "Georgia: questions on the prevention of torture"


def _saved(book: Any) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _merged_cells(book: Any) -> None:
    cell = cell_of(book, SECOND, "note")
    cell.parent.merge_cells(start_row=cell.row, end_row=cell.row, start_column=cell.column, end_column=cell.column + 1)


def converted(folder: Path, kind: str, *files: Path) -> list[Path]:
    """Files as LibreOffice saves them in another format."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'settings').as_uri()}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(folder / kind), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return [folder / kind / f"{file.stem}.{kind}" for file in files]


def test_what_libreoffice_has_saved_in_its_own_way_and_back_says_the_same(profile: Path, form: bytes) -> None:
    if shutil.which("soffice") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("LibreOffice (soffice) is not installed")
    text = profile.read_text(encoding="utf-8").replace("as it was", "as it was,\ttab and  blanks")
    profile.write_text(text, encoding="utf-8")
    form = draw_form(questionnaire_of(profile, *OFFICES), "workbook")
    whole, odd = profile.with_name("whole.xlsx"), profile.with_name("odd.xlsx")
    comment = "=1+1 and #5\nsecond  line"
    whole.write_bytes(filled_in(form, {SECOND: {"answer": "B", "comment": comment}}, by="Bar"))
    book = openpyxl.load_workbook(BytesIO(form))
    for mischief in (_formula, _date, _merged_cells):
        mischief(book)
    book.save(odd)
    whole_ods, odd_ods = converted(profile.parent, "ods", whole, odd)
    (back,) = converted(profile.parent, "xlsx", whole_ods)
    for file in (whole_ods, back):
        new = gather([file], profile, CATALOGUE).text
        entry = f"  {SECOND}:\n    answer: partial\n    comment: {json.dumps(comment)}\n    by: Bar\n"
        assert new == text.replace("# the end\n", f"{entry}# the end\n")
    with pytest.raises(InputError) as caught:
        gather([odd_ods], profile, CATALOGUE)
    told = {problem.message.partition(" (")[0] for problem in caught.value.problems}
    assert told == {
        "this cell holds a formula",
        "the program made a date of this cell",
        "this cell is merged with others",
    }

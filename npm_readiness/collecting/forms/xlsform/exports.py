"""What KoboToolbox and ODK Central export: tables as CSV or as a workbook, a row for each submission."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any
from warnings import catch_warnings, simplefilter

from npm_readiness.collecting.fields import ANSWERS, FIELDS, Fields
from npm_readiness.collecting.forms.workbook.cells import CELL_LIMIT, text_of, tidied, trouble_of
from npm_readiness.collecting.forms.workbook.columns import HIDDEN_SHEET
from npm_readiness.collecting.forms.workbook.opendocument import book_of
from npm_readiness.collecting.forms.workbook.unpacking import check_archive, has_sheet, is_opendocument, is_workbook
from npm_readiness.collecting.forms.xlsform.names import BEFORE, COUNTRY, MARK, MARK_NAME, OFFICE, VERSION, question_of
from npm_readiness.collecting.returned import Returned, ReturnedAnswer
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["is_export", "returned_from"]

HEAD = 2_000_000
"""Bytes within which the heads of the columns stand; a catalogue of all questions has 300,000 characters of them."""
MOST_ROWS = 5_000
MOST_COLUMNS = 30_000
MOST_FIELDS = 1_000_000
"""Of all rows together; a hundred submissions of a form with all questions have 600,000."""

Row = tuple[int, Sequence[str]]
"""A row with its number in the file, from 1."""


def is_export(data: bytes) -> bool:
    """Whether it is a table of submissions: a workbook that is none of ours, or CSV with our hidden column."""
    if is_workbook(data):
        return not has_sheet(data, HIDDEN_SHEET)
    head, _, _ = data[:HEAD].partition(b"\n")
    return MARK_NAME.encode() in head and data.lstrip()[:1] != b"{"


def returned_from(data: bytes, file: str) -> tuple[Returned, ...]:
    """What was submitted, each submission apart; raises ``InputError`` with every problem, at its row and column."""
    heads, rows = _sheet(data, file) if is_workbook(data) else _csv(data, file)
    names = [_name(head) for head in heads]
    if MARK_NAME not in names or COUNTRY not in names:
        raise InputError([problem_at(Place(file), "form-unknown")])
    problems: list[Problem] = []
    found = tuple(
        returned
        for number, row in rows
        if (returned := _submission(dict(zip(names, row, strict=False)), file, number, problems)) is not None
    )
    if problems:
        raise InputError(problems)
    return found


def _name(head: str) -> str:
    """The name of a field without those of the groups around it; exports set them apart with a slash, a hyphen or a full stop."""
    for separator in "/.":
        head = head.rpartition(separator)[2]
    return head.rpartition("-")[2].strip()


def _csv(data: bytes, file: str) -> tuple[Sequence[str], Sequence[Row]]:
    try:
        text = data.decode("utf-8-sig")
        heads_line = text.partition("\n")[0]
        separator = max(",;\t", key=heads_line.count)
        csv.field_size_limit(10 * CELL_LIMIT)
        (_, heads), *rows = _bounded(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), file)
    except (ValueError, csv.Error) as error:
        advice = "export it once more as CSV in UTF-8, or as XLSX"
        raise InputError(
            [problem_at(Place(file), "form-file", reason=f"the table is damaged: {error}", advice=advice)]
        ) from None
    return heads, rows


def _bounded(rows: Iterable[Sequence[str]], file: str) -> Iterator[Row]:
    """The rows in which something stands, with their numbers; raises ``InputError`` where there is more than an export has."""
    fields = 0
    for number, row in enumerate(rows, start=1):
        fields += len(row)
        if number > MOST_ROWS + 1 or len(row) > MOST_COLUMNS or fields > MOST_FIELDS:
            reason = f"the table has more than {MOST_ROWS} rows, {MOST_COLUMNS} columns or {MOST_FIELDS} fields"
            advice = "export fewer submissions at a time"
            raise InputError([problem_at(Place(file), "form-file", reason=reason, advice=advice)])
        if number == 1 or any(row):
            yield number, row


def _sheet(data: bytes, file: str) -> tuple[Sequence[str], Sequence[Row]]:
    import openpyxl

    check_archive(data, file, 3 * MOST_FIELDS)
    try:
        with catch_warnings():
            simplefilter("ignore")  # what the library leaves out, such as colours
            if is_opendocument(data):
                sheet = book_of(data).worksheets[0]
                # Of a sheet that is all there, rows beyond its last would be given as empty ones.
                lines = sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS + 2))
            else:
                book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
                book.worksheets[0].reset_dimensions()
                lines = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2)
            (_, heads), *rows = _bounded((list(map(_text, line)) for line in lines), file)
    except InputError:
        raise
    except Exception as error:  # the library raises whatever its parsers raise
        reason, advice = "the workbook is damaged", "export it once more"
        raise InputError([problem_at(Place(file), "form-file", reason=reason, advice=advice)]) from error
    return heads, rows


class _Odd(str):
    """What stands in a cell that cannot be taken for what somebody typed; ``why`` says why, and what to do."""

    why: tuple[str, str]


def _text(cell: Any) -> str:
    trouble = trouble_of(cell)
    if trouble is None:
        return text_of(cell)
    odd = _Odd(cell.value)
    odd.why = trouble
    return odd


def _submission(row: Mapping[str, str], file: str, number: int, problems: list[Problem]) -> Returned | None:
    if row.get(MARK_NAME) != MARK:
        place = Place(f"{file}: row {number}")
        reason = "this row is no submission of our form"
        problems.append(
            problem_at(place, "form-file", reason=reason, advice="export with XML values and names, not with labels")
        )
        return None
    fields: dict[str, dict[str, str]] = {}
    for name, value in row.items():
        place_of = question_of(name)
        if place_of is not None and isinstance(value, _Odd):
            reason, advice = value.why
            where = Place(f"{file}: row {number}, {place_of[0]}")
            problems.append(problem_at(where, "form-cell", reason=reason, advice=advice))
        elif place_of is not None:
            fields.setdefault(place_of[0], {})[place_of[1]] = tidied(value)
    answers = tuple(
        _answer(question, values, f"{file}: row {number}", problems)
        for question, values in fields.items()
        if values.get(VERSION)
    )
    return Returned(f"{file}: row {number}", row[COUNTRY], row.get(OFFICE, "").strip(), answers)


def _answer(question: str, values: Mapping[str, str], where: str, problems: list[Problem]) -> ReturnedAnswer:
    place = Place(f"{where}, {question}")
    before = Fields(answer=values.get(BEFORE, "") if values.get(BEFORE) in ANSWERS else "")
    after = Fields(**{name: values.get(name, "") for name in FIELDS})
    if after.answer and after.answer not in ANSWERS:
        advice = "export with XML values and names, not with labels"
        problems.append(
            problem_at(place, "form-file", reason=f"{after.answer!r} is no answer of the form", advice=advice)
        )
    return ReturnedAnswer(question, values[VERSION], before, after, place)

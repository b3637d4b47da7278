"""A filled-in workbook read back: rows are known by their ids and columns by their names, wherever they were moved to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any
from warnings import catch_warnings, simplefilter

from npm_readiness.collecting.fields import FIELDS, Fields
from npm_readiness.collecting.forms.workbook.columns import CHOICES, HIDDEN_SHEET, MARK, OFFICE, SOURCE_MARK
from npm_readiness.collecting.forms.workbook.unpacking import check_archive
from npm_readiness.collecting.returned import NewSource, Returned, ReturnedAnswer
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["returned_from"]

MOST_SHEETS = 100
MOST_COLUMNS = 200
CELL_LIMIT = 32_767
"""Characters that a cell of Excel can hold: a text of this length was cut."""
LOOKED_AT = 10
"""In how many first rows the names of the columns are looked for."""
ON_COVER = 100
"""In how many first rows the office that answers is looked for."""


def returned_from(data: bytes, file: str) -> Returned:
    """What somebody filled in; raises :class:`~npm_readiness.problems.InputError` with every problem, at its sheet and cell."""
    import openpyxl

    check_archive(data, file)
    try:
        with catch_warnings():
            simplefilter("ignore")  # what the library leaves out, such as colours
            book = openpyxl.load_workbook(BytesIO(data), data_only=False, keep_links=False)
    except Exception as error:  # the library raises whatever its parsers raise
        reason, advice = "the workbook is damaged", "save it anew, or ask for another copy"
        raise InputError([problem_at(Place(file), "form-file", reason=reason, advice=advice)]) from error
    return _Reading(book, file).returned()


class _Reading:
    """A workbook on its way to answers; problems are collected, so that all of them show at once."""

    def __init__(self, book: Any, file: str) -> None:
        self.book, self.file = book, file
        self.problems: list[Problem] = []
        self.titles: dict[str, str] = {}
        self.sources: list[NewSource] = []

    def returned(self) -> Returned:
        marks = self._marks()
        sheets = self.book.worksheets[:MOST_SHEETS]
        for sheet in sheets:
            self._source_sheet(sheet)
        answers: dict[str, ReturnedAnswer] = {}
        for sheet in sheets:
            for answer in self._answers(sheet):
                self._take(answers, answer)
        if self.problems:
            raise InputError(self.problems)
        return Returned(self.file, marks["country"], self._by(sheets), tuple(answers.values()), tuple(self.sources))

    def _marks(self) -> Mapping[str, str]:
        """What the hidden sheet says; a workbook without one is no form."""
        sheet = next((sheet for sheet in self.book.worksheets if sheet.title == HIDDEN_SHEET), None)
        rows = [] if sheet is None else list(sheet.iter_rows(min_row=1, max_row=LOOKED_AT, max_col=2, values_only=True))
        marks = {str(row[0]): str(row[1]) for row in rows if len(row) > 1 and row[0] is not None and row[1] is not None}
        if marks.get("form") != MARK or "country" not in marks:
            raise InputError([problem_at(Place(self.file), "form-unknown")])
        return marks

    def _by(self, sheets: Sequence[Any]) -> str:
        """What stands beside the words that ask for the office, wherever they were moved to."""
        for sheet in sheets:
            for row in sheet.iter_rows(max_row=ON_COVER, max_col=min(sheet.max_column, LOOKED_AT)):
                for cell, beside in pairwise(row):
                    if cell.value == OFFICE:
                        return self._text(beside)
        return ""

    def _take(self, answers: dict[str, ReturnedAnswer], answer: ReturnedAnswer) -> None:
        """A row that was copied says nothing new; one that was changed as well is a problem."""
        other = answers.get(answer.question)
        if other is None or other.after == other.before:
            answers[answer.question] = answer
        elif answer.after not in (answer.before, other.after):
            self.problems.append(problem_at(answer.place, "form-twice", question=answer.question))

    def _columns(self, sheet: Any, mark: str) -> tuple[int, Mapping[str, int]] | None:
        """The row with the names for programs, and the column of each; ``None`` for a sheet that is none of ours."""
        if sheet.title == HIDDEN_SHEET:
            return None
        last = min(sheet.max_column, MOST_COLUMNS)
        rows = sheet.iter_rows(min_row=1, max_row=LOOKED_AT, max_col=last, values_only=True)
        for number, row in enumerate(rows, start=1):
            if mark in row:
                names = {str(value): index for index, value in enumerate(row, start=1) if isinstance(value, str)}
                return number, names
        return None

    def _rows(self, sheet: Any, first: int, column: int) -> Iterator[int]:
        """The rows that have something in a column: a program may have made a million empty ones below them."""
        cells = sheet._cells  # all that the library offers instead makes a cell of every empty place
        yield from sorted(row for row, where in cells if where == column and row >= first)

    def _source_sheet(self, sheet: Any) -> None:
        found = self._columns(sheet, SOURCE_MARK)
        if found is None:
            return
        first, columns = found
        columns = {**columns, "title": columns[SOURCE_MARK]}
        names = [name for name in ("title", "kind", "date", "url") if name in columns]
        for row in self._rows(sheet, first + 3, columns["title"]):
            values = {name: self._text(sheet.cell(row, columns[name])) for name in names}
            known = sheet.cell(row, columns["id"]).value if "id" in columns else None
            if known:
                self.titles[values["title"]] = str(known)
            elif values["title"]:
                self.sources.append(NewSource(**values, place=self._place(sheet.cell(row, columns["title"]))))

    def _answers(self, sheet: Any) -> Iterator[ReturnedAnswer]:
        found = self._columns(sheet, MARK)
        if found is None:
            return
        first, columns = found
        missing = [name for name in (*FIELDS, "id", "version", "before") if name not in columns]
        if missing:
            reason, advice = f"the sheet has lost the columns {', '.join(missing)}", "fill in the form as it was sent"
            self.problems.append(
                problem_at(Place(f"{self.file}: {sheet.title}"), "form-file", reason=reason, advice=advice)
            )
            return
        merged = {cell for area in sheet.merged_cells.ranges for cell in _cells(area)}
        for row in self._rows(sheet, first + 1, columns["id"]):
            question = sheet.cell(row, columns["id"]).value
            before = _before(sheet.cell(row, columns["before"]).value)
            if not isinstance(question, str) or before is None:
                continue
            place = self._place(sheet.cell(row, columns["answer"]))
            cells = {name: sheet.cell(row, columns[name]) for name in FIELDS}
            for cell in cells.values():
                if (cell.row, cell.column) in merged:
                    self._cell_problem(cell, "this cell is merged with others", "take the merge apart")
            places = {name: self._place(cell) for name, cell in cells.items()}
            after = Fields(**{name: self._field(name, cell, before) for name, cell in cells.items()})
            yield ReturnedAnswer(
                question, str(sheet.cell(row, columns["version"]).value or ""), before, after, place, places
            )

    def _answer(self, word: str) -> str:
        known = {choice.casefold(): answer for choice, answer in CHOICES.items()}
        return known.get(" ".join(word.split()).casefold(), word)

    def _source(self, title: str, before: Fields) -> str:
        """The id of a source that was there, else the title of a new one."""
        if title == before.source:
            return title
        return self.titles.get(title, title)

    def _text(self, cell: Any) -> str:
        """The text of a cell; what was not typed as it stands is a problem and never guessed."""
        trouble = _trouble(cell)
        if trouble is not None:
            self._cell_problem(cell, *trouble)
            return ""
        return (
            "" if cell.value is None else _tidied(str(int(cell.value) if isinstance(cell.value, float) else cell.value))
        )

    def _field(self, name: str, cell: Any, before: Fields) -> str:
        """What a field says; as the form had it, where only blanks or line ends differ."""
        text = self._text(cell)
        if name == "answer":
            return self._answer(text)
        if name == "source":
            return self._source(text, before)
        was: str = getattr(before, name)
        return was if _tidied(was) == text else text

    def _cell_problem(self, cell: Any, reason: str, advice: str) -> None:
        self.problems.append(problem_at(self._place(cell), "form-cell", reason=reason, advice=advice))

    def _place(self, cell: Any) -> Place:
        return Place(f"{self.file}: {cell.parent.title}!{cell.coordinate}")


def _trouble(cell: Any) -> tuple[str, str] | None:
    """Why a cell cannot be taken for what somebody typed, and what to do; ``None`` where it can."""
    value, found = cell.value, None
    if cell.data_type == "f":
        found = "this cell holds a formula", "type the text, or put an apostrophe before it"
    elif cell.data_type == "e":
        found = f"this cell holds an error: {value}", "type the text"
    elif isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        found = f"this cell holds {value}, and a text is wanted", "put an apostrophe before it"
    elif value is not None and not isinstance(value, str | int | float):
        found = (
            f"the program made a date of this cell ({value})",
            "type what was meant with an apostrophe before it, such as '1-2",
        )
    elif isinstance(value, str) and len(value) >= CELL_LIMIT:
        found = "the text of this cell was cut at 32,767 characters", "put the rest into another cell"
    return found


def _tidied(text: str) -> str:
    return text.replace("\r\n", "\n").replace("_x000D_", "").strip()


def _cells(area: Any) -> Iterator[tuple[int, int]]:
    for row in range(area.min_row, area.max_row + 1):
        for column in range(area.min_col, area.max_col + 1):
            yield row, column


def _before(value: object) -> Fields | None:
    """What the form showed; ``None`` for a row that is none of ours."""
    try:
        data = json.loads(value) if isinstance(value, str) else None
    except ValueError:
        return None
    if (
        not isinstance(data, dict)
        or set(data) != set(FIELDS)
        or not all(isinstance(item, str) for item in data.values())
    ):
        return None
    return Fields(**data)

"""A filled-in workbook read back: rows are known by their ids and columns by their names, wherever they were moved to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from npm_readiness.collecting.fields import FIELDS, Fields
from npm_readiness.collecting.forms.workbook.cells import place_of, problem_of, text_of, trouble_of
from npm_readiness.collecting.forms.workbook.columns import (
    BEFORE,
    CHOICES,
    HIDDEN_SHEET,
    MARK,
    OFFICE,
    SOURCE_COLUMNS,
    SOURCE_MARK,
)
from npm_readiness.collecting.forms.workbook.sheets import (
    filled_cells,
    left_beside,
    left_in_notes,
    left_out,
    merged_cells,
    opened,
)
from npm_readiness.collecting.returned import NewSource, Returned, ReturnedAnswer
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["returned_from"]

MOST_SHEETS = 100
LOOKED_AT = 10
"""In how many first rows of the hidden sheet, and columns of any, something of ours is looked for."""
ON_COVER = 100
"""In how many first rows the office that answers is looked for."""


def returned_from(data: bytes, file: str) -> Returned:
    """What somebody filled in; raises :class:`~npm_readiness.problems.InputError` with every problem, at its sheet and cell."""
    return _Reading(opened(data, file), file).returned()


class _Reading:
    """A workbook on its way to answers; problems are collected, so that all of them show at once."""

    def __init__(self, book: Any, file: str) -> None:
        self.book, self.file = book, file
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.titles: dict[str, str] = {}
        """The titles of the sources that were there, by their ids."""
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
            self.warnings += left_in_notes(sheet, self.file)
        by = self._by(sheets)
        if self.problems:
            raise InputError(self.problems)
        return Returned(
            file=self.file,
            code=marks["country"],
            by=by,
            answers=tuple(answers.values()),
            sources=tuple(self.sources),
            warnings=tuple(self.warnings),
        )

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
        first = next((cell for cell in filled_cells(sheet) if cell.value == mark), None)
        if sheet.title == HIDDEN_SHEET or first is None:
            return None
        named = [cell for cell in filled_cells(sheet) if cell.row == first.row and isinstance(cell.value, str)]
        names = {cell.value: cell.column for cell in named}
        if len(names) < len(named):
            reason, advice = "a hidden column of this sheet stands there twice", "delete the copies of columns"
            self.problems.append(problem_at(self._place(sheet), "form-file", reason=reason, advice=advice))
        return first.row, names

    def _source_sheet(self, sheet: Any) -> None:
        found = self._columns(sheet, SOURCE_MARK)
        if found is None:
            return
        marks, columns = found
        columns = {**columns, "title": columns[SOURCE_MARK]}
        names = [name for name in ("title", "kind", "date", "url") if name in columns]
        listed = {columns[name] for name in names}
        known = {cell.row: str(cell.value) for cell in filled_cells(sheet) if cell.column == columns.get("id")}
        head = next((cell.row for cell in filled_cells(sheet) if cell.value == SOURCE_COLUMNS[0].head), marks)
        for row in sorted({cell.row for cell in filled_cells(sheet) if cell.column in listed and cell.row > head}):
            cells = {name: sheet.cell(row, columns[name]) for name in names}
            values = {name: self._text(cell) for name, cell in cells.items()}
            if row in known:
                self.titles[known[row]] = values["title"]
            elif values["title"]:
                kind = values.get("kind", "").casefold()
                self.sources.append(NewSource(**{**values, "kind": kind}, place=place_of(cells["title"], self.file)))
            elif any(values.values()):
                told = "; ".join(filter(None, values.values()))
                self.warnings.append(left_out(cells["title"], self.file, "a source without a title", told))

    def _answers(self, sheet: Any) -> Iterator[ReturnedAnswer]:
        found = self._columns(sheet, MARK)
        if found is None:
            return
        marks, columns = found
        missing = [name for name in (*FIELDS, "id", "version", "before") if name not in columns]
        if missing:
            reason, advice = f"the sheet has lost the columns {', '.join(missing)}", "fill in the form as it was sent"
            self.problems.append(problem_at(self._place(sheet), "form-file", reason=reason, advice=advice))
            return
        ids = {cell.row: cell for cell in filled_cells(sheet) if cell.column == columns["id"] and cell.row != marks}
        for row, cell in sorted(ids.items()):
            before = _before([sheet.cell(row, columns[name]).value for name in BEFORE if name in columns])
            if before is None:
                reason, advice = "what is hidden in this row is damaged", "fill in the form as it was sent"
                self.problems.append(problem_of(cell, self.file, reason, advice))
                continue
            cells = {name: sheet.cell(row, columns[name]) for name in FIELDS}
            self.problems += merged_cells(sheet, cells.values(), self.file)
            places = {name: place_of(one, self.file) for name, one in cells.items()}
            after = Fields(**{name: self._field(name, one, before) for name, one in cells.items()})
            version = str(sheet.cell(row, columns["version"]).value or "")
            yield ReturnedAnswer(str(cell.value), version, before, after, places["answer"], places)
        fields = [columns[name] for name in FIELDS]
        self.warnings += left_beside(sheet, self.file, ids, columns.values(), fields)

    def _place(self, sheet: Any) -> Place:
        return Place(f"{self.file}: {sheet.title}")

    def _answer(self, word: str) -> str:
        known = {choice.casefold(): answer for choice, answer in CHOICES.items()}
        return known.get(" ".join(word.split()).casefold(), word)

    def _source(self, title: str, before: Fields) -> str:
        """The id of a source that was there, else the title of a new one."""
        if title in (before.source, self.titles.get(before.source)):
            return before.source
        return next((name for name, known in self.titles.items() if known == title), title)

    def _text(self, cell: Any) -> str:
        """The text of a cell; what was not typed as it stands is a problem and never guessed."""
        trouble = trouble_of(cell)
        if trouble is not None:
            self.problems.append(problem_of(cell, self.file, *trouble))
            return ""
        return text_of(cell)

    def _field(self, name: str, cell: Any, before: Fields) -> str:
        """What a field says; as the form had it, where only blanks or line ends differ."""
        text = self._text(cell)
        if name == "answer":
            return self._answer(text)
        if name == "source":
            return self._source(text, before)
        was: str = getattr(before, name)
        # LibreOffice drops tabs, and Excel turns ends of lines into others.
        return was if "".join(was.split()) == "".join(text.split()) else text


def _before(parts: Sequence[object]) -> Fields | None:
    """What the form showed, from the cells that hold a piece of it each; ``None`` where that is damaged."""
    try:
        data = json.loads("".join(str(part) for part in parts if part is not None))
    except ValueError:
        return None
    if (
        not isinstance(data, dict)
        or set(data) != set(FIELDS)
        or not all(isinstance(item, str) for item in data.values())
    ):
        return None
    return Fields(**data)

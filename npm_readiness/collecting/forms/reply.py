"""The sheet of a report on which authorities reply to its recommendations, read back; it is drawn with the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from npm_readiness.collecting.form import Form
from npm_readiness.collecting.returned import Reply, Returned
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["ENTRIES", "FORM", "KEYS_SHEET"]

KEYS_SHEET = "_reply"
"""The hidden sheet that says to what the reply belongs; its name is the same in every language."""

VERSION = "1"
MOST_KEYS = 1_000
ENTRIES = ("reply", "reason", "in_charge", "by_when")
"""The columns that somebody fills in."""
NEEDED = (*ENTRIES, "criterion", "addressed_to", "code")
"""The columns without which a reply is not known again."""


def _recognises(data: bytes) -> bool:
    from npm_readiness.collecting.forms.workbook.unpacking import has_sheet

    return has_sheet(data, KEYS_SHEET)


def _reads(data: bytes, file: str) -> tuple[Returned, ...]:
    from npm_readiness.collecting.forms.workbook.sheets import left_in_notes, opened

    book = opened(data, file)
    kept = _kept(book, file)
    problems: list[Problem] = []
    warnings: list[Problem] = []
    replies: list[Reply] = []
    for sheet in book.worksheets:
        marks = _marks(sheet)
        if marks is not None:
            replies += _replies(sheet, file, marks, problems, warnings)
            warnings += left_in_notes(sheet, file)
    if problems:
        raise InputError(problems)
    return (
        Returned(
            file=file,
            code=kept["country"],
            by="",
            answers=(),
            warnings=tuple(warnings),
            replies=tuple(replies),
            replies_to=kept.get("as_of", ""),
        ),
    )


def _kept(book: Any, file: str) -> Mapping[str, str]:
    """What the hidden sheet says."""
    rows = book[KEYS_SHEET].iter_rows(max_row=MOST_KEYS, max_col=2, values_only=True)
    kept = {str(row[0]): str(row[1]) for row in rows if len(row) > 1 and row[0] is not None and row[1] is not None}
    if kept.get("form") != "reply" or kept.get("form_version") != VERSION or "country" not in kept:
        reason, advice = "the hidden sheet of the replies is damaged, or of another version", "ask for another copy"
        raise InputError([problem_at(Place(file), "form-file", reason=reason, advice=advice)])
    return kept


def _marks(sheet: Any) -> tuple[int, Mapping[str, int]] | None:
    """The hidden row with the keys of the columns, and the column of each; ``None`` for a sheet without replies."""
    from npm_readiness.collecting.forms.workbook.sheets import filled_cells

    rows: dict[int, dict[str, int]] = {}
    for cell in filled_cells(sheet):
        if cell.value in NEEDED:
            rows.setdefault(cell.row, {})[cell.value] = cell.column
    return next(((row, columns) for row, columns in rows.items() if set(columns) == set(NEEDED)), None)


def _replies(
    sheet: Any,
    file: str,
    marks: tuple[int, Mapping[str, int]],
    problems: list[Problem],
    warnings: list[Problem],
) -> Iterator[Reply]:
    """The rows in which somebody has written something, below the head."""
    from npm_readiness.collecting.forms.workbook.cells import place_of, problem_of, text_of, trouble_of
    from npm_readiness.collecting.forms.workbook.sheets import filled_cells, left_beside, merged_cells

    row_of_keys, columns = marks
    criteria = {
        cell.row: str(cell.value)
        for cell in filled_cells(sheet)
        if cell.column == columns["criterion"] and cell.row > row_of_keys + 1
    }
    ours = _columns(sheet, row_of_keys)
    warnings += left_beside(sheet, file, criteria, ours, [columns[name] for name in ENTRIES])
    for row, criterion in sorted(criteria.items()):
        cells = {name: sheet.cell(row, columns[name]) for name in NEEDED}
        written = [cells[name] for name in ENTRIES if cells[name].value not in (None, "")]
        if not written:
            continue
        troubles = [(cell, trouble) for cell in written if (trouble := trouble_of(cell)) is not None]
        problems += (problem_of(cell, file, *trouble) for cell, trouble in troubles)
        problems += merged_cells(sheet, written, file)
        if not troubles:
            texts = {name: text_of(cells[name]) for name in NEEDED if name != "criterion"}
            yield Reply(criterion=criterion, place=place_of(written[0], file), **texts)


def _columns(sheet: Any, row: int) -> Sequence[int]:
    """The columns that have a key."""
    return [cell.column for cell in sheet[row] if cell.value is not None]


FORM = Form((), None, _recognises, _reads, extra="collect")
"""How the replies to a report are read; nothing is drawn."""

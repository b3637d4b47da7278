"""The workbook to fill in: a cover, a sheet for each theme, the sources, and a hidden sheet by which it is known."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from io import BytesIO
from itertools import zip_longest
from typing import Any

from npm_readiness.collecting.fields import FIELDS, Fields
from npm_readiness.collecting.form import Note
from npm_readiness.collecting.forms.workbook.columns import (
    BEFORE,
    CHOICES,
    COLUMNS,
    FIRST_ROW,
    HIDDEN_SHEET,
    MARK,
    OFFICE,
    SOURCE_COLUMNS,
    SOURCE_MARK,
)
from npm_readiness.collecting.forms.workbook.new_book import new_book
from npm_readiness.collecting.questionnaire import CORRECT, Asked, Questionnaire, Theme

__all__ = ["workbook_of"]

TWO_BYTES = 0xFFFF
PIECE = 30_000
"""The most that is put into one cell of those that hold a long text, in units of two bytes."""
LABEL_WIDTH, COVER_WIDTH = 34, 80
FREE_SOURCES = 40
"""How many rows for new sources there are."""

LINE, PADDING, TALLEST = 15.0, 4.0, 409.0
TITLE, HEADS = 26.0, 34.0
"""The height of a line and what stands around it, and the highest row that Excel allows, in points."""

WORDS = {answer: word for word, answer in CHOICES.items()}
NAME_WIDTH = 31
"""The longest name that Excel allows for a sheet."""
FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))

HOW_TO = (
    "Each row asks one question and gives three statements. Choose the letter of the statement that is true: A, B or C.",
    "Between two statements, choose «A or B» or «B or C». Where you looked and could not find out, choose «Not known».",
    "Where you have not looked, leave the cell empty: that is not the same.",
    "Say where it can be checked: the source (choose one, or type the title of another), the place in it, what it says.",
    "List new sources on the sheet «Sources», and say whether each is a law, a web page or something else.",
    "You may filter, add columns and rename sheets. To sort, take the protection of the sheet off first: it has no password.",
    "Do not delete the hidden columns, and do not write into columns of your own what is to be read.",
    "Do not write the names of detainees here, nor of people who gave information in confidence.",
)


def workbook_of(questionnaire: Questionnaire, note: Note) -> bytes:
    """The bytes of the workbook; the same questionnaire and note give the same bytes."""
    stream = BytesIO()
    title = f"{questionnaire.country}: questions on the prevention of torture"
    book = new_book(stream, title, questionnaire.day)
    _Drawing(book, questionnaire, note, title).draw()
    book.close()
    return stream.getvalue()


class _Drawing:
    """A workbook in the making."""

    def __init__(self, book: Any, questionnaire: Questionnaire, note: Note, title: str) -> None:
        self.book, self.questionnaire, self.note, self.title = book, questionnaire, note, title
        text = {"text_wrap": True, "valign": "top", "num_format": "@", "font_name": "Calibri", "font_size": 11}
        self.locked = book.add_format({**text, "border": 1, "border_color": "#D0D5DD"})
        self.open = book.add_format(
            {**text, "locked": False, "bg_color": "#FFFBE6", "border": 1, "border_color": "#B8A96A"}
        )
        self.head = book.add_format({**text, "bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "border": 1})
        self.plain = book.add_format(text)
        self.strong = book.add_format({**text, "bold": True})
        self.big = book.add_format({**text, "bold": True, "font_size": 16, "text_wrap": False})
        self.names = _sheet_names(questionnaire)

    def draw(self) -> None:
        cover = self.book.add_worksheet("Start")
        sheets = [self.book.add_worksheet(self.names[theme.id]) for theme in self.questionnaire.themes]
        sources = self.book.add_worksheet("Sources")
        for sheet, theme in zip(sheets, self.questionnaire.themes, strict=True):
            self._theme(sheet, theme)
        self._sources(sources)
        self._cover(cover)
        self._hidden(self.book.add_worksheet(HIDDEN_SHEET))
        cover.activate()

    def _cover(self, sheet: Any) -> None:
        asked, note = self.questionnaire, self.note
        sheet.set_column(0, 0, LABEL_WIDTH, self.plain)
        sheet.set_column(1, 1, COVER_WIDTH, self.plain)
        sheet.write_string(0, 0, self.title, self.big)
        rows = [
            ("For", "; ".join(title for _, title in asked.respondents) or "everybody who can answer"),
            ("Purpose", note.purpose),
            ("Who asks", note.asked_by),
            ("By when", note.until),
            ("How long it takes", asked.duration),
        ]
        row = 2
        for label, value in rows:
            if value:
                sheet.write_string(row, 0, label, self.strong)
                sheet.write_string(row, 1, value, self.plain)
                sheet.set_row(row, _height([(value, COVER_WIDTH)]))
                row += 1
        sheet.write_string(row, 0, OFFICE, self.strong)
        sheet.write_blank(row, 1, None, self.open)
        row += 2
        sheet.write_string(row, 0, "How to fill it in", self.strong)
        for line in HOW_TO:
            sheet.write_string(row, 1, line, self.plain)
            sheet.set_row(row, _height([(line, COVER_WIDTH)]))
            row += 1
        row += 1
        sheet.write_string(row, 0, "Progress", self.strong)
        total = sum(len(theme.questions) for theme in asked.themes)
        filled = sum(1 for question in asked.questions if question.before.answer)
        count = "+".join(self._counted(theme) for theme in asked.themes)
        sheet.write_formula(
            row,
            1,
            f'=({count})&" of {total} questions answered"',
            self.plain,
            f"{filled} of {total} questions answered",
        )
        row += 1
        for number, theme in enumerate(asked.themes, start=1):
            # In full: the name of a sheet has to be short.
            title = f"{number} {' '.join(theme.title.split())}"
            sheet.write_url(row, 0, f"internal:'{self.names[theme.id]}'!A1", self.plain, title)
            sheet.set_row(row, _height([(title, LABEL_WIDTH)]))
            done = sum(1 for question in theme.questions if question.before.answer)
            of = len(theme.questions)
            sheet.write_formula(row, 1, f'={self._counted(theme)}&" of {of}"', self.plain, f"{done} of {of}")
            row += 1
        row += 1
        sheet.write_string(row, 0, "What is known of the country", self.strong)
        sheet.write_string(row, 1, CORRECT, self.plain)
        for label, value in asked.facts:
            row += 1
            sheet.write_string(row, 0, label, self.plain)
            sheet.write_string(row, 1, value, self.plain)
            sheet.set_row(row, _height([(label, LABEL_WIDTH), (value, COVER_WIDTH)]))
        self._printed(sheet, row, 1, wide=False)
        self._protected(sheet)

    def _counted(self, theme: Theme) -> str:
        """A formula for how many answers a sheet has: it counts what is filled in, wherever rows were moved to."""
        column = next(index for index, column in enumerate(COLUMNS) if column.name == "answer")
        letter, last = _letter(column), FIRST_ROW + len(theme.questions)
        return f"COUNTA('{self.names[theme.id]}'!{letter}{FIRST_ROW + 1}:{letter}{last})"

    def _theme(self, sheet: Any, theme: Theme) -> None:
        for index, column in enumerate(COLUMNS):
            unused = column.name == "reason" and all(one.may_not_apply is None for one in theme.questions)
            sheet.set_column(index, index, column.width, self.plain, {"hidden": column.hidden or unused})
            sheet.write_string(0, index, column.name if index else MARK, self.plain)
            sheet.write_string(FIRST_ROW - 1, index, column.head, self.head)
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.write_string(1, 0, theme.title, self.big)
        sheet.set_row(1, TITLE)
        sheet.set_row(FIRST_ROW - 1, HEADS)
        sheet.freeze_panes(FIRST_ROW, 2)
        for row, question in enumerate(theme.questions, start=FIRST_ROW):
            self._question(sheet, row, question)
        last = FIRST_ROW + len(theme.questions) - 1
        self._choices(sheet, theme, last)
        sheet.autofilter(FIRST_ROW - 1, 0, last, len(COLUMNS) - 1)
        self._printed(sheet, last, _last_shown(), wide=True)
        sheet.repeat_rows(FIRST_ROW - 1)
        self._protected(sheet)

    def _question(self, sheet: Any, row: int, question: Asked) -> None:
        before = question.before
        texts = {
            "number": str(question.number),
            "text": _asked(question),
            "statements": f"A: {question.yes}\nB: {question.partial}\nC: {question.no}",
            "id": question.id,
            "version": question.version,
            **_in_pieces(json.dumps(asdict(before), ensure_ascii=False, separators=(",", ":"))),
            **self._shown(before),
        }
        shown = [(texts[column.name], column.width) for column in COLUMNS if not column.hidden]
        sheet.set_row(row, _height(shown))
        for index, column in enumerate(COLUMNS):
            style = self.open if column.open else self.locked
            text = texts[column.name]
            if text:
                sheet.write_string(row, index, text, style)
            else:
                sheet.write_blank(row, index, None, style)

    def _shown(self, before: Fields) -> dict[str, str]:
        """The fields as cells show them: a word for the answer, a title for the source."""
        shown = {name: str(getattr(before, name)) for name in FIELDS}
        titles = {source.id: source.title for source in self.questionnaire.sources}
        return {**shown, "answer": WORDS.get(before.answer, ""), "source": titles.get(before.source, before.source)}

    def _choices(self, sheet: Any, theme: Theme, last: int) -> None:
        place = {column.name: index for index, column in enumerate(COLUMNS)}
        for row, question in enumerate(theme.questions, start=FIRST_ROW):
            words = [word for word, answer in CHOICES.items() if answer != "not_applicable" or question.may_not_apply]
            sheet.data_validation(
                row,
                place["answer"],
                row,
                place["answer"],
                {
                    "validate": "list",
                    "source": words,
                    "error_title": "Choose from the list",
                    "error_message": "Choose the letter of the statement that is true, or one of the other entries.",
                },
            )
        sheet.data_validation(
            FIRST_ROW,
            place["source"],
            last,
            place["source"],
            {
                "validate": "list",
                "source": f"=Sources!$A${FIRST_ROW + 1}:$A${FIRST_ROW + len(self.questionnaire.sources) + FREE_SOURCES}",
                "show_error": False,
            },
        )

    def _sources(self, sheet: Any) -> None:
        for index, column in enumerate(SOURCE_COLUMNS):
            sheet.set_column(index, index, column.width, self.plain, {"hidden": column.hidden})
            sheet.write_string(0, index, column.name if index else SOURCE_MARK, self.plain)
            sheet.write_string(FIRST_ROW - 1, index, column.head, self.head)
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.write_string(1, 0, "Sources: choose them beside the questions; add new ones below", self.big)
        row = FIRST_ROW
        for source in self.questionnaire.sources:
            sheet.set_row(row, _height([(source.title, SOURCE_COLUMNS[0].width)]))
            sheet.write_string(row, 0, source.title, self.locked)
            for index in range(1, len(SOURCE_COLUMNS)):
                sheet.write_string(row, index, source.id if SOURCE_COLUMNS[index].name == "id" else "", self.locked)
            row += 1
        last = row + FREE_SOURCES - 1
        for free in range(row, last + 1):
            for index, column in enumerate(SOURCE_COLUMNS):
                if column.open:
                    sheet.write_blank(free, index, None, self.open)
        kinds = next(index for index, column in enumerate(SOURCE_COLUMNS) if column.name == "kind")
        sheet.data_validation(row, kinds, last, kinds, {"validate": "list", "source": ["law", "page", "other"]})
        sheet.freeze_panes(FIRST_ROW, 0)
        self._printed(sheet, last, len(SOURCE_COLUMNS) - 2, wide=True)
        self._protected(sheet)

    def _hidden(self, sheet: Any) -> None:
        asked = self.questionnaire
        rows = {
            "form": MARK,
            "questionnaire": asked.id,
            "country": asked.code,
            "checklists": ", ".join(f"{name} {version}" for name, version in asked.checklists),
        }
        for row, (name, value) in enumerate(rows.items()):
            sheet.write_string(row, 0, name)
            sheet.write_string(row, 1, value)
        sheet.very_hidden()

    def _printed(self, sheet: Any, last: int, column: int, *, wide: bool) -> None:
        sheet.set_paper(9)
        if wide:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.print_area(0, 0, last, column)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&A&RPage &P of &N")

    def _protected(self, sheet: Any) -> None:
        sheet.protect(
            "",
            {"sort": True, "autofilter": True, "format_columns": True, "format_rows": True, "insert_columns": True},
        )


def _asked(question: Asked) -> str:
    """The question, with what else a reader needs in its cell."""
    lines = [question.text]
    if question.may_not_apply is not None:
        lines.append(f"Does not apply, with a reason: {question.may_not_apply}")
    if question.beside:
        more = (
            "One more piece of evidence is"
            if question.beside == 1
            else f"{question.beside} more pieces of evidence are"
        )
        lines.append(f"({more} kept in the profile.)")
    lines.append(f"[{question.aspect.value}; {question.basis}]")
    return "\n".join(lines)


def _in_pieces(text: str) -> dict[str, str]:
    """A long text over the cells that hold what the form shows: Excel counts a sign beyond the first 65,536 as two."""
    pieces, size = [""], 0
    for sign in text:
        units = 1 if ord(sign) <= TWO_BYTES else 2
        if size + units > PIECE:
            pieces.append("")
            size = 0
        pieces[-1] += sign
        size += units
    return dict(zip_longest(BEFORE, pieces, fillvalue=""))


def _height(cells: Iterable[tuple[str, int]]) -> float:
    """Points for a row that shows these texts in columns of these widths; no more than Excel allows."""
    lines = max(sum(-(-len(line) // (width - 2)) or 1 for line in text.split("\n")) for text, width in cells)
    return min(lines * LINE + PADDING, TALLEST)


def _letter(index: int) -> str:
    return chr(ord("A") + index)


def _last_shown() -> int:
    return max(index for index, column in enumerate(COLUMNS) if not column.hidden)


def _sheet_names(questionnaire: Questionnaire) -> dict[str, str]:
    """A name for each theme that a workbook can have, each once."""
    names: dict[str, str] = {}
    for number, theme in enumerate(questionnaire.themes, start=1):
        title = " ".join(theme.title.translate(FORBIDDEN_IN_NAMES).split())
        names[theme.id] = f"{number} {title}"[:NAME_WIDTH].strip()
    return names

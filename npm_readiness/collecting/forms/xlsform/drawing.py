"""The XLSForm: the sheets ``survey``, ``choices`` and ``settings`` (https://xlsform.org/en/)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from npm_readiness.collecting.form import Note
from npm_readiness.collecting.forms.workbook.new_book import new_book
from npm_readiness.collecting.forms.xlsform.names import BEFORE, COUNTRY, MARK, MARK_NAME, OFFICE, VERSION, field_name
from npm_readiness.collecting.questionnaire import Asked, Questionnaire, Theme

__all__ = ["xlsform_of"]

SURVEY = (
    "type",
    "name",
    "label",
    "hint",
    "guidance_hint",
    "required",
    "relevant",
    "calculation",
    "default",
    "appearance",
)
CHOICES = ("list_name", "name", "label")
SETTINGS = ("form_title", "form_id", "version", "default_language")

Row = dict[str, str]

FACTS = {
    "model": "Which model of a mechanism is it about?",
    "federal": "Is the State federal, or devolved so that its parts make laws on detention?",
    "private_places_of_detention": "Are there private places of detention?",
    "children_in_prison": "Do children live in prison with a parent?",
}
VALUES = {
    "nhri": "an Ombudsperson or a human-rights commission",
    "nhri_plus": "such an institution with civil society",
    "specialised_body": "a new body for this task alone",
    "multiple_bodies": "several bodies",
    "yes": "yes",
    "no": "no",
}
TEXTS = (
    ("source", "Source: the title of the law, report or page", ""),
    ("pinpoint", "Place in it: article, paragraph or page", ""),
    ("note", "What it says there", "multiline"),
    ("comment", "Comment", "multiline"),
)


def xlsform_of(questionnaire: Questionnaire, note: Note) -> bytes:
    """The bytes of the workbook; the same questionnaire gives the same bytes."""
    stream = BytesIO()
    title = f"{questionnaire.country}: questions on the prevention of torture"
    book = new_book(stream, title, questionnaire.day)
    _sheet(book, "survey", SURVEY, list(_survey(questionnaire, note)))
    _sheet(book, "choices", CHOICES, list(_choices(questionnaire)))
    settings = {"form_title": title, "form_id": f"npm_{questionnaire.id}", "version": questionnaire.id}
    _sheet(book, "settings", SETTINGS, [{**settings, "default_language": "English (en)"}])
    book.close()
    return stream.getvalue()


def _sheet(book: Any, name: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    sheet = book.add_worksheet(name)
    translated = {
        "label": "label::English (en)",
        "hint": "hint::English (en)",
        "guidance_hint": "guidance_hint::English (en)",
    }
    for index, column in enumerate(columns):
        sheet.write_string(0, index, translated.get(column, column))
        sheet.set_column(index, index, 40 if column in translated else 22)
        for row, values in enumerate(rows, start=1):
            if values.get(column):
                sheet.write_string(row, index, values[column])
    sheet.freeze_panes(1, 0)


def _survey(questionnaire: Questionnaire, note: Note) -> Iterator[Row]:
    yield _calculated(MARK_NAME, MARK)
    yield _calculated(COUNTRY, questionnaire.code)
    yield from _introduction(questionnaire, note)
    yield {"type": "text", "name": OFFICE, "label": "Answered by (office, not a name)"}
    for fact, _ in questionnaire.open_facts:
        hint = "Leave it open where nobody knows; all questions are asked then."
        yield {"type": f"select_one {fact}", "name": f"fact_{fact}", "label": FACTS[fact], "hint": hint}
    for theme in questionnaire.themes:
        yield from _theme(theme)


def _introduction(questionnaire: Questionnaire, note: Note) -> Iterator[Row]:
    """Notes that the form shows first."""
    asked = [
        note.purpose,
        f"Who asks: {note.asked_by}" if note.asked_by else "",
        f"By when: {note.until}" if note.until else "",
    ]
    lines = [
        *filter(None, asked),
        f"{questionnaire.duration.capitalize()}. Choose the statement that is true; where you have not looked, choose nothing.",
        "Do not write the names of detainees here, nor of people who gave information in confidence.",
    ]
    for number, line in enumerate(lines, start=1):
        yield {"type": "note", "name": f"intro_{number}", "label": _said(line)}


def _theme(theme: Theme) -> Iterator[Row]:
    name = theme.id.replace("-", "_")
    yield {"type": "begin_group", "name": f"theme_{name}", "label": _said(theme.title)}
    for question in theme.questions:
        yield from _question(question)
    yield {"type": "end_group"}


def _question(question: Asked) -> Iterator[Row]:
    answer, relevant = field_name(question.id, "answer"), _relevant(question)
    group = {"type": "begin_group", "name": field_name(question.id, "group"), "label": f"Question {question.number}"}
    yield {**group, "relevant": relevant, "appearance": "field-list"}
    yield _calculated(field_name(question.id, VERSION), question.version)
    yield _calculated(field_name(question.id, BEFORE), question.before.answer or "none")
    yield {
        "type": f"select_one {answer}",
        "name": answer,
        "label": _said(question.text),
        "guidance_hint": _said(f"{'In law' if question.aspect.value == 'law' else 'In practice'}; {question.basis}"),
        "default": question.before.answer,
    }
    for field, label, appearance in TEXTS:
        yield {
            "type": "text",
            "name": field_name(question.id, field),
            "label": label,
            "relevant": f"${{{answer}}} != ''",
            "appearance": appearance,
        }
    if question.may_not_apply is not None:
        yield {
            "type": "text",
            "name": field_name(question.id, "reason"),
            "label": "Why it does not apply",
            "required": "yes",
            "relevant": f"${{{answer}}} = 'not_applicable'",
            "appearance": "multiline",
        }
    yield {"type": "end_group"}


def _relevant(question: Asked) -> str:
    """Asked where each fact has one of its values, or is left open."""
    return " and ".join(
        "(" + " or ".join([f"${{fact_{fact}}} = ''", *(f"${{fact_{fact}}} = '{value}'" for value in values)]) + ")"
        for fact, values in question.only_where
    )


def _choices(questionnaire: Questionnaire) -> Iterator[Row]:
    for fact, values in questionnaire.open_facts:
        for value in values:
            yield {"list_name": fact, "name": value, "label": VALUES[value]}
    for question in questionnaire.questions:
        statements = {
            "yes": f"A. {question.yes}",
            "partial-or-yes": "Between A and B: one of the two is true, and I cannot say which",
            "partial": f"B. {question.partial}",
            "no-or-partial": "Between B and C: one of the two is true, and I cannot say which",
            "no": f"C. {question.no}",
            "unknown": "Not known: I looked and could not find out",
        }
        if question.may_not_apply is not None:
            statements["not_applicable"] = f"Does not apply: {question.may_not_apply}"
        for name, label in statements.items():
            yield {"list_name": field_name(question.id, "answer"), "name": name, "label": _said(label)}


def _calculated(name: str, value: str) -> Row:
    """A hidden field with a fixed value; none of ours has a quote in it."""
    return {"type": "calculate", "name": name, "calculation": f"'{value}'"}


def _said(text: str) -> str:
    """A text in which nothing is taken for a reference to another field."""
    return text.replace("${", "$ {")

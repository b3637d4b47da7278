"""Paper: a Word file to print, or to fill in in Word; somebody types it into the workbook, which has the same order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from npm_readiness.collecting.form import Form, Note
from npm_readiness.collecting.questionnaire import CORRECT, Asked, Questionnaire
from npm_readiness.plain_text import REPLACEMENT, UNWANTED

__all__ = ["FORM"]

BOX, TICKED = "\N{BALLOT BOX}", "\N{BALLOT BOX WITH X}"
MARGIN = 2.0
"""Centimetres around the page."""
LONGEST_PROPERTY = 255
"""Letters of a property of a document, as python-docx keeps to it."""
TO_WRITE = (("source", "Source"), ("pinpoint", "Place in it"), ("note", "What it says"), ("comment", "Comment"))
LEAST = " " * 4


def _draw(questionnaire: Questionnaire, note: Note) -> bytes:
    from docx import Document
    from docx.shared import Cm, Pt

    document = Document()
    document.styles["Normal"].font.size = Pt(10)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(MARGIN))
    properties = document.core_properties
    properties.title = _legal(f"{questionnaire.country}: questions on the prevention of torture")[:LONGEST_PROPERTY]
    properties.author, properties.comments = "npm_readiness", ""
    properties.created = properties.modified = datetime.fromisoformat(questionnaire.day)
    _front(document, questionnaire, note)
    for theme in questionnaire.themes:
        document.add_heading(_legal(theme.title), level=1)
        for question in theme.questions:
            _question(document, question, questionnaire)
    stream = BytesIO()
    document.save(stream)
    return _settled(stream.getvalue())


def _legal(text: str) -> str:
    """The text without what XML forbids and what turns writing round; its lines stay lines."""
    return "\n".join(UNWANTED.sub(REPLACEMENT, line.replace("\t", " ")) for line in text.split("\n"))


def _front(document: Any, questionnaire: Questionnaire, note: Note) -> None:
    document.add_heading(_legal(f"{questionnaire.country}: questions on the prevention of torture"), level=0)
    for label, value in _lines(questionnaire, note):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(_legal(value))
    warning = document.add_paragraph()
    warning.add_run(
        "Do not write the names of detainees here, nor of people who gave information in confidence."
    ).bold = True
    document.add_paragraph(
        "Each question gives three statements. Tick the one that is true; where one of two is true and you cannot say which, tick "
        "both. Where you have not looked, tick nothing: that is not the same as «not known». Then say where it can be checked."
    )
    document.add_paragraph(f"What is known of the country. {CORRECT}")
    for label, value in questionnaire.facts:
        document.add_paragraph(_legal(f"{label}: {value}"), style="List Bullet")


def _lines(questionnaire: Questionnaire, note: Note) -> Iterator[tuple[str, str]]:
    yield "For", "; ".join(title for _, title in questionnaire.respondents) or "everybody who can answer"
    if note.purpose:
        yield "Purpose", note.purpose
    if note.asked_by:
        yield "Who asks", note.asked_by
    if note.until:
        yield "By when", note.until
    yield "How long it takes", questionnaire.duration
    yield "Answered by (office, not a name)", "_" * 40


def _question(document: Any, question: Asked, questionnaire: Questionnaire) -> None:
    heading = document.add_paragraph()
    heading.paragraph_format.keep_with_next = True
    heading.add_run(_legal(f"{question.number}. {question.text}")).bold = True
    heading.add_run(f"  [{question.aspect.value}; {question.basis}]").italic = True
    given = question.before.answer
    statements = [("yes", f"A. {question.yes}"), ("partial", f"B. {question.partial}"), ("no", f"C. {question.no}")]
    statements.append(("unknown", "Not known: I looked and could not find out"))
    if question.may_not_apply is not None:
        statements.append(("not_applicable", f"Does not apply, for this reason: {question.may_not_apply}"))
    for answer, statement in statements:
        ticked = answer in given.split("-or-")
        line = document.add_paragraph(_legal(f"{TICKED if ticked else BOX} {statement}"))
        line.paragraph_format.keep_with_next = True
    titles = {source.id: source.title for source in questionnaire.sources}
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for name, label in TO_WRITE:
        known = getattr(question.before, name)
        cells = table.add_row().cells
        cells[0].text = label
        cells[1].text = _legal(titles.get(known, known)) or LEAST
    _set_widths(table)
    document.add_paragraph()


def _set_widths(table: Any) -> None:
    from docx.shared import Cm

    for row in table.rows:
        for cell, width in zip(row.cells, (3.5, 13.5), strict=True):
            cell.width = Cm(width)


def _settled(data: bytes) -> bytes:
    """The same archive without the time at which it was made: a part of which no day is told has the first that there is."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(stream, "w", ZIP_DEFLATED) as settled:
        for part in archive.infolist():
            settled.writestr(ZipInfo(part.filename), archive.read(part), ZIP_DEFLATED)
    return stream.getvalue()


FORM = Form((".docx",), _draw, extra="office")
"""What the ending of a file tells, and how it is drawn; nothing is read back from it."""

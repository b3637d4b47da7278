"""A workbook for Excel and LibreOffice: statements with drop-downs, input cells open, all else protected without a password."""

from __future__ import annotations

from npm_readiness.collecting.form import Form, Note
from npm_readiness.collecting.questionnaire import Questionnaire
from npm_readiness.collecting.returned import Returned

__all__ = ["FORM"]


def _draw(questionnaire: Questionnaire, note: Note) -> bytes:
    from npm_readiness.collecting.forms.workbook.drawing import workbook_of

    return workbook_of(questionnaire, note)


def _recognises(data: bytes) -> bool:
    from npm_readiness.collecting.forms.workbook.columns import HIDDEN_SHEET
    from npm_readiness.collecting.forms.workbook.unpacking import has_sheet

    return has_sheet(data, HIDDEN_SHEET)


def _reads(data: bytes, file: str) -> tuple[Returned, ...]:
    from npm_readiness.collecting.forms.workbook.filled_in import returned_from

    return (returned_from(data, file),)


FORM = Form((".xlsx",), _draw, _recognises, _reads, extra="collect")
"""What the ending of a file tells, how it is drawn and how it is read back."""

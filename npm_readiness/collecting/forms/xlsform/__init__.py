"""An XLSForm for KoboToolbox and ODK: a workbook that describes a form, and the exports that come back from there."""

from __future__ import annotations

from npm_readiness.collecting.form import Form, Note
from npm_readiness.collecting.questionnaire import Questionnaire
from npm_readiness.collecting.returned import Returned

__all__ = ["FORM"]


def _draw(questionnaire: Questionnaire, note: Note) -> bytes:
    from npm_readiness.collecting.forms.xlsform.drawing import xlsform_of

    return xlsform_of(questionnaire, note)


def _recognises(data: bytes) -> bool:
    from npm_readiness.collecting.forms.xlsform.exports import is_export

    return is_export(data)


def _reads(data: bytes, file: str) -> tuple[Returned, ...]:
    from npm_readiness.collecting.forms.xlsform.exports import returned_from

    return returned_from(data, file)


FORM = Form((".xlsform.xlsx",), _draw, _recognises, _reads, extra="collect")
"""What the ending of a file tells, how it is drawn, and how exports are read."""

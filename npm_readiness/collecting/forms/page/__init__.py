"""An offline page for a browser or a phone: it loads nothing, keeps a draft, and saves the answers to a file."""

from __future__ import annotations

from npm_readiness.collecting.form import Form, Note
from npm_readiness.collecting.questionnaire import Questionnaire
from npm_readiness.collecting.returned import Returned

__all__ = ["FORM"]


def _draw(questionnaire: Questionnaire, note: Note) -> bytes:
    from npm_readiness.collecting.forms.page.drawing import page_of

    return page_of(questionnaire, note).encode()


def _recognises(data: bytes) -> bool:
    from npm_readiness.collecting.forms.page.saved_answers import is_ours

    return is_ours(data)


def _reads(data: bytes, file: str) -> tuple[Returned, ...]:
    from npm_readiness.collecting.forms.page.saved_answers import returned_from

    return (returned_from(data, file),)


FORM = Form((".html", ".htm"), _draw, _recognises, _reads)
"""What the ending of a file tells, how it is drawn, and how the file that it saves is read back."""

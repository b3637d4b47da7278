"""Paper: the same questions in the same order, with boxes to tick."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docx import Document

from npm_readiness import collect, load_profile
from npm_readiness.collecting.form import Note
from npm_readiness.collecting.questionnaire import collect_questions

from .given import CATALOGUE

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_it_has_the_questions_of_the_workbook_in_its_order() -> None:
    profile = load_profile(EXAMPLES / "georgia.yaml", CATALOGUE)
    questionnaire = collect_questions(profile, CATALOGUE, respondents=["prison-service"])
    data = collect(profile, "paper", CATALOGUE, respondents=["prison-service"], note=Note("UNDP"))
    lines = [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]
    asked = [line for line in lines if line.partition(". ")[0].isdigit()]
    assert [line.partition("  [")[0] for line in asked] == [
        f"{question.number}. {question.text}" for question in questionnaire.questions
    ]
    ticked = [line for line in lines if line.startswith("\N{BALLOT BOX WITH X}")]
    given = [question.before.answer for question in questionnaire.questions if question.before.answer]
    assert len(ticked) == len(given) + sum("-or-" in answer for answer in given)
    assert data == collect(profile, "paper", CATALOGUE, respondents=["prison-service"], note=Note("UNDP"))

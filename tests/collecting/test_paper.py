"""Paper: the same questions in the same order, with boxes to tick."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from npm_readiness import collect, load_profile
from npm_readiness.collecting.form import Note, draw_form
from npm_readiness.collecting.questionnaire import collect_questions
from tests.making import catalogue, criterion, profile, question

from .given import CATALOGUE

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_it_has_the_questions_of_the_workbook_in_its_order() -> None:
    georgia = load_profile(EXAMPLES / "georgia.yaml", CATALOGUE)
    questionnaire = collect_questions(georgia, CATALOGUE, respondents=["prison-service"])
    data = collect(georgia, "paper", CATALOGUE, respondents=["prison-service"], note=Note("UNDP"))
    lines = [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]
    asked = [line for line in lines if line.partition(". ")[0].isdigit()]
    assert [line.partition("  [")[0] for line in asked] == [
        f"{question.number}. {question.text}" for question in questionnaire.questions
    ]
    ticked = [line for line in lines if line.startswith("\N{BALLOT BOX WITH X}")]
    given = [question.before.answer for question in questionnaire.questions if question.before.answer]
    assert len(ticked) == len(given) + sum("-or-" in answer for answer in given)
    assert data == collect(georgia, "paper", CATALOGUE, respondents=["prison-service"], note=Note("UNDP"))


def test_each_question_has_its_statements_and_what_is_known_of_it_is_ticked() -> None:
    made = catalogue(
        criterion(
            "c",
            "q1",
            "q2",
            question("q3", may_not_apply="It has no staff."),
            question("q4", may_not_apply="It has no money."),
        )
    )
    aside = {"answer": "not_applicable", "reason": "It has no staff."}
    answers: dict[str, Any] = {"q1": "partial", "q2": {"answer": "unknown", "between": ["no", "partial"]}, "q3": aside}
    data = draw_form(collect_questions(profile(answers), made), "paper", Note(asked_by="UNDP"))
    lines = [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]
    starts = [number for number, line in enumerate(lines) if line.partition(". ")[0].isdigit()]
    boxes = [
        ["".join(line[:4] if line[2:3] in "ABC" else line[:3]) for line in lines[start + 1 : end] if line]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    empty, ticked = "\N{BALLOT BOX}", "\N{BALLOT BOX WITH X}"
    assert boxes == [
        [f"{empty} A.", f"{ticked} B.", f"{empty} C.", f"{empty} N"],
        [f"{empty} A.", f"{ticked} B.", f"{ticked} C.", f"{empty} N"],
        [f"{empty} A.", f"{empty} B.", f"{empty} C.", f"{empty} N", f"{ticked} D"],
        [f"{empty} A.", f"{empty} B.", f"{empty} C.", f"{empty} N", f"{empty} D"],
    ]
    assert "Does not apply, for this reason: It has no money." in lines[starts[3] + 5]

"""Profiles with any answers that a file can hold, and a workbook filled in as somebody would."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import strategies as st

from npm_readiness import load_catalogue, load_profile
from npm_readiness.collecting.forms.workbook.columns import COLUMNS, OFFICE
from npm_readiness.collecting.questionnaire import Questionnaire, collect_questions

__all__ = ["ASKED", "CATALOGUE", "answers", "cell_of", "filled_in", "profile_text", "questionnaire_of"]

CATALOGUE = load_catalogue()
HEAD = """\
# A country for tests.
country: GEO
assessed_on: 2024-05-01   # the day
checklists: [opcat]
npm: {model: nhri, institution: Public Defender, institution_kind: ombudsman, designated: 2009-07-16}
treaties:
  uncat: {acceded: 1994-10-26}
  opcat: {acceded: 2005-08-09, article_24: null}
sources:
  law: {title: Organic Law, kind: law}   # the law
"""
ASKED = tuple(
    question.id
    for question in collect_questions(
        load_profile(Path(__file__).parents[2] / "examples" / "georgia.yaml", CATALOGUE),
        CATALOGUE,
        checklists=["opcat"],
    ).questions
)
"""Questions that such a country is asked."""

ODD = (
    *("=1+1", "#5", "NO", "1-2", "2024-01-02", "- x", "a: b", "@x", "+1", "yes", "null"),
    *("ümlaut ش 漢", "line\nbreak", 'it\'s "so"', "x" * 10_000),
)
texts = st.sampled_from(ODD) | st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=40
).map(str.strip).filter(lambda text: any(char.isalnum() for char in text))


@st.composite
def answers(draw: st.DrawFn) -> dict[str, Any]:
    """Answers to some of the questions, as a file has them."""
    given: dict[str, Any] = {}
    for name in draw(st.lists(st.sampled_from(ASKED), max_size=4, unique=True)):
        entry: dict[str, Any] = {"answer": draw(st.sampled_from(["yes", "partial", "no", "unknown", None]))}
        if entry["answer"] == "unknown" and draw(st.booleans()):
            entry["between"] = draw(st.sampled_from([["no", "partial"], ["partial", "yes"]]))
        if draw(st.booleans()):
            evidence = [{"source": "law", "pinpoint": f"art. {draw(texts)}", "note": draw(texts)}]
            entry["evidence"] = evidence * draw(st.integers(1, 2))
        if draw(st.booleans()):
            entry["comment"] = draw(texts)
        given[name] = entry
    return given


def profile_text(given: dict[str, Any]) -> str:
    """A profile with these answers, each below a comment."""
    lines = []
    for name, entry in given.items():
        lines += [f"  # on {name}", f"  {name}:"]
        lines += [f"    {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
    return HEAD + ("answers:\n" + "\n".join(lines) + "\n" if lines else "") + "# the end\n"


def questionnaire_of(file: Path, *respondents: str) -> Questionnaire:
    """What the profile in a file asks."""
    return collect_questions(load_profile(file, CATALOGUE), CATALOGUE, respondents=respondents)


def filled_in(form: bytes, given: dict[str, dict[str, str]], by: str = "") -> bytes:
    """The workbook with these cells filled in, by question and column, saved by another program."""
    book = openpyxl.load_workbook(BytesIO(form))
    for question, values in given.items():
        for name, value in values.items():
            cell = cell_of(book, question, name)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    if by:
        next(row[1] for row in book.worksheets[0].iter_rows() if row[0].value == OFFICE).value = by
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def cell_of(book: Any, question: str, name: str) -> Any:
    """The cell of a question in a column."""
    columns = [column.name for column in COLUMNS]
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            if len(row) >= len(columns) and row[columns.index("id")].value == question:
                return row[columns.index(name)]
    raise LookupError(question)

"""Profiles with any answers that a file can hold, and a workbook filled in as somebody would."""

from __future__ import annotations

import json
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import strategies as st

from npm_readiness import load_catalogue, load_profile
from npm_readiness.collecting.fields import fields_of
from npm_readiness.collecting.forms.workbook.columns import COLUMNS, OFFICE
from npm_readiness.collecting.questionnaire import Questionnaire, collect_questions
from npm_readiness.models.answers import GivenAnswer

__all__ = [
    "ASKED",
    "CATALOGUE",
    "OFFICES",
    "OF_OFFICES",
    "answers",
    "cell_of",
    "entries",
    "fields_in",
    "filled_in",
    "profile_text",
    "questionnaire_of",
]

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

OFFICES = ("parliament", "foreign-affairs")
"""Two with few questions, of which some do not apply everywhere."""

MAY_NOT_APPLY = frozenset(name for name in ASKED if CATALOGUE.questions[name].may_not_apply is not None)
OF_OFFICES = tuple(name for name in ASKED if set(OFFICES) & set(CATALOGUE.questions[name].respondents))
LONGEST = 10_000

ODD = (
    *(
        "=1+1",
        "#5",
        "NO",
        "1-2",
        "2024-01-02",
        "- x",
        "a: b",
        "@x",
        "+1",
        "yes",
        "null",
        "007",
        "1e5",
        "TRUE",
        "_x0041_",
    ),
    *(
        "ümlaut ش 漢 😀",
        "line\nbreak",
        'it\'s "so"',
        "a\tb",
        "</script>",
        "${x}",
        "x" * LONGEST,
        '"\\' * (LONGEST // 2),
    ),
    "😀" * LONGEST,
)
texts = st.sampled_from(ODD) | st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=40,
).map(str.strip).filter(lambda text: any(char.isalnum() for char in text))


@st.composite
def entries(draw: st.DrawFn, question: str) -> dict[str, Any]:
    """One answer, as a file has it, with what a form can show of it."""
    words = ["yes", "partial", "no", "unknown", *(["not_applicable"] if question in MAY_NOT_APPLY else [])]
    entry: dict[str, Any] = {"answer": draw(st.sampled_from(words))}
    if entry["answer"] == "unknown" and draw(st.booleans()):
        entry["between"] = draw(st.sampled_from([["no", "partial"], ["partial", "yes"]]))
    if draw(st.booleans()):
        entry["evidence"] = [
            {"source": "law", "pinpoint": f"art. {draw(texts)}"[:LONGEST].strip(), "note": draw(texts)}
        ]
    if draw(st.booleans()):
        entry["comment"] = draw(texts)
    if entry["answer"] == "not_applicable":
        entry["reason"] = draw(texts)
    return entry


@st.composite
def answers(draw: st.DrawFn) -> dict[str, Any]:
    """Answers to some of the questions, as a file has them: also what no form shows, and entries without an answer."""
    given: dict[str, Any] = {}
    for name in draw(st.lists(st.sampled_from(OF_OFFICES), max_size=4, unique=True)):
        entry = draw(entries(name))
        if entry["answer"] != "not_applicable" and draw(st.integers(0, 3)) == 0:
            entry = {"answer": None, **({"comment": entry["comment"]} if "comment" in entry else {})}
        if "evidence" in entry and draw(st.booleans()):
            entry["evidence"] = [
                {**entry["evidence"][0], "quote": draw(texts)},
                {"source": "law", "pinpoint": "art. 9"},
            ]
        if draw(st.booleans()):
            entry["by"] = draw(st.sampled_from(["Ministry", "Bar; Court"]))
        given[name] = entry
    return given


def fields_in(entry: dict[str, Any]) -> dict[str, str]:
    """What somebody fills in who gives this answer."""
    fields = asdict(fields_of(GivenAnswer.model_validate_json(json.dumps(entry))))
    return {name: value for name, value in fields.items() if value}


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

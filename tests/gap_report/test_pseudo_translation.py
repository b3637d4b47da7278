"""No English of the report's own is left in another language: with every sentence in ⟦…⟧, no word stands outside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from openpyxl.worksheet.worksheet import Worksheet

from npm_readiness import Assessment, assess
from npm_readiness.gap_report import language
from npm_readiness.gap_report.formats.docx.file import word_of
from npm_readiness.gap_report.formats.html.page import html_of
from npm_readiness.gap_report.formats.markdown.file import markdown_of
from npm_readiness.gap_report.formats.text.terminal import text_of_report
from npm_readiness.gap_report.formats.xlsx.file import excel_of
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.view import View
from tests.gap_report.test_html import Page
from tests.making import catalogue, checklist, criterion, evidenced, profile, question

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

SAID = re.compile("⟦[^⟦⟧]*⟧|⟪[^⟦⟧⟪⟫]*⟫")
WORD = re.compile(r"[^\W\d_]{2,}")
CONTENT = (
    "title",
    "requirement",
    "why",
    "action",
    "text",
    "comment",
    "note",
    "reason",
    "subject",
    "pinpoint",
    "name",
    "quote",
    "document",
    "paragraph",
    "message",
    "advice",
    "institution",
)
"""The fields of an assessment that hold words of the catalogue or of the profile."""
WHY_NOT_COUNTED = ("before-designation",)
"""Words of the program under a key that holds words of the profile elsewhere."""
RUBRIC = ("yes", "partial", "no")
IDS = re.compile(
    r"python -m npm_readiness assess [^\n]*?-o REPORT|\b(treaties|npm)\.[\w.]+|\b[0-9a-f]{12,64}\b"
    r"|\b([bcrsq]\d|opcat(-18)?|guidelines(-7)?|guide(-1)?|TKM|report\.html)\b"
)
"""What is a name and not a word, and the command that makes the report."""


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return View(marked_assessment(), texts_in("xx", pseudo_translation(tmp_path_factory.mktemp("locale"))))


def pseudo_translation(locale: Path) -> Path:
    """A translation that puts every sentence between brackets."""
    with (language.LOCALE / "npm_readiness.pot").open("rb") as template:
        catalog = read_po(template, locale="en")
    for message in catalog:
        if isinstance(message.id, tuple):
            message.string = tuple(f"⟦{form}⟧" for form in message.id)
        elif message.id:
            message.string = f"⟦{message.id}⟧"
        message.flags.discard("fuzzy")
    folder = locale / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "npm_readiness.mo").open("wb") as file:
        write_mo(file, catalog)
    return locale


def marked_assessment() -> Assessment:
    """Findings of every status, with the words of the catalogue and of the profile between brackets of another kind."""
    made = catalogue(
        criterion("c1", "q1"),
        criterion("c2", "q2", obligation="guidance", addressee="government", aspect="practice"),
        criterion("c3", "q3", obligation="practice", dimension="resources", stage="designation"),
        criterion("c4", "q4", when={"federal": True}, dimension="resources"),
        criterion(
            "c5", {**question("q5"), "needs_mechanism": True}, stage="operation", addressee="npm", aspect="practice"
        ),
        criterion("c6", "q6", dimension="commitment", stage="ratification"),
        checklist("s1", criterion("c7", "q7", dimension="women"), counts_for="standards"),
    )
    cited = [{"source": "s2", "pinpoint": "art. 1"}]
    given = {"q1": "no", "q2": "partial", "q3": "yes", "q7": "no"}
    answers = {name: evidenced(answer, comment="So it is.", evidence=cited) for name, answer in given.items()}
    bodies = [
        {
            "id": "b1",
            "name": "The council",
            "kind": "commission",
            "role": "former",
            "designated": "2010",
            "ended": "2014-05",
        },
        {
            "id": "b2",
            "name": "The office",
            "kind": "ombudsman",
            "role": "candidate",
            "legal_basis": "act",
            "laws": ["s2"],
        },
    ]
    said = {"by": "spt", "date": "2019", "document": "Visit report", "text": "Do so.", "finding": "falls_short"}
    assessment = assess(
        profile(
            {
                **answers,
                "q5": evidenced(
                    "yes", comment="It visits.", evidence=[{**cited[0], "quote": "shall", "shows": "missing"}]
                ),
                "q6": "unknown",
            },
            checklists=["opcat", "s1"],
            npm={"model": "nhri", "bodies": bodies},
            treaties={"opcat": {"signed": "2009-03", "ratified": "2010-07", "acceded": None}},
            sources={"s2": {"title": "The law", "kind": "law"}},
            recommendations=[
                {**said, "id": "r1", "about": ["c2", "opcat-18"], "adopted": True},
                {**said, "id": "r2", "about": ["c1"], "response": "noted", "comment": "Not so."},
            ],
        ),
        made,
    )
    return Assessment.from_json(json.dumps(_marked(json.loads(assessment.to_json()))))


def _marked(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        fields = RUBRIC if key == "rubric" else CONTENT
        return {
            name: f"⟪{inner}⟫"
            if isinstance(inner, str) and name in fields and inner not in WHY_NOT_COUNTED
            else _marked(inner, name)
            for name, inner in value.items()
        }
    return [_marked(inner, key) for inner in value] if isinstance(value, list) else value


def left(texts: Iterator[str] | list[str]) -> list[str]:
    """The words outside the brackets; brackets stand within one another, so that they are taken out from the inside."""
    found = []
    for text in texts:
        rest = IDS.sub(" ", text)
        while SAID.search(rest):
            rest = SAID.sub(" ", rest)
        found += WORD.findall(rest)
    return found


def test_the_check_sees_a_word_outside() -> None:
    assert left(["⟦met ⟪Title⟫ by ⟦law⟧⟧ and opcat-18 [12]"]) == ["and"]


def test_html_has_no_english_of_its_own(view: View) -> None:
    page = Page(html_of(view.report))
    bodies = [element for element in page.elements if element.tag in ("body", "title")]
    for element in page.named("style", "script"):
        element.text = ""
    texts = ["".join(element.itertext()) for element in bodies]
    texts += [text.replace("{shown}", "").replace("{all}", "") for text in page.values("data-shown")]
    assert left(texts + page.values("aria-label")) == []
    assert len(SAID.findall(texts[1])) > 300


def test_word_has_no_english_of_its_own(view: View) -> None:
    with ZipFile(BytesIO(word_of(view.report))) as file:
        parts = [
            parse_xml(file.read(name)) for name in file.namelist() if re.match(r"word/(doc|foot|head)\w+\.xml", name)
        ]
        core = parse_xml(file.read("docProps/core.xml"))
    texts = [
        "".join(piece.text or "" for piece in one.iter(qn("w:t"))) for root in parts for one in root.iter(qn("w:p"))
    ]
    told = [
        str(value.get(qn("w:val"))) for root in parts for value in root.iter(qn("w:tblCaption"), qn("w:tblDescription"))
    ]
    properties = [
        one.text or "" for one in core if re.search("title|subject|description|keywords|category", str(one.tag))
    ]
    assert left(texts + told + properties) == []


def is_hidden(sheet: Worksheet, column: int) -> bool:
    """Whether a column is kept from sight; columns that look alike are described together."""
    return any(
        made.hidden and column in range(made.min or 0, (made.max or 0) + 1) for made in sheet.column_dimensions.values()
    )


def test_excel_has_no_english_of_its_own(view: View) -> None:
    book = openpyxl.load_workbook(BytesIO(excel_of(view.workbook)))
    # What is hidden is there for programs, and is the same in every language.
    seen = [sheet for sheet in book if sheet.sheet_state == "visible"]
    texts = [
        str(cell.value)
        for sheet in seen
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None and not sheet.row_dimensions[cell.row].hidden and not is_hidden(sheet, cell.column)
    ]
    feet = [
        str(part.text)
        for sheet in book
        for place in (sheet.oddFooter, sheet.oddHeader)
        if place
        for part in (place.center,)
        if part.text
    ]
    assert left(texts + [sheet.title for sheet in seen] + [re.sub("&[PNA]", "", foot) for foot in feet]) == []


def test_the_terminal_has_no_english_of_its_own(view: View) -> None:
    assert left([text_of_report(view.report, width=100_000)]) == []


def test_markdown_has_no_english_of_its_own(view: View) -> None:
    markup = re.compile(r"<[^>]*>|\]\([^)]*\)|\\")
    assert left([markup.sub("", markdown_of(view.report))]) == []

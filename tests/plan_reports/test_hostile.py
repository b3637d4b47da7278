"""What a stranger writes into a profile does nothing in any output of planning and collecting, and steers nothing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from zipfile import ZipFile

import html5lib
import openpyxl
import pytest

from npm_readiness import Profile, collect, compare, compare_bill, compare_models, plan, reconcile, render
from npm_readiness.collecting.form import Note
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.bills import Bill
from npm_readiness.plain_text import UNWANTED
from npm_readiness.planning.result import PlanResult
from tests.gap_report.hostile import HOSTILE_TEXTS, accepted, hostile_profile

REACHING_OUT = "".join(
    HOSTILE_TEXTS[name]
    for name in (
        "formula =",
        "script element",
        "svg onload",
        "event handlers",
        "terminal escapes",
        "text directions",
        "xml",
    )
)
BREAKING_LINES = (
    f"-1+1|cmd\r\nEND:VEVENT\r\nBEGIN:VEVENT\n=1+1\n# head\nanswers: {{}}\n{HOSTILE_TEXTS['markdown']}\u2028@SUM(1)"
)
TEXTS = {"reaching out": REACHING_OUT, "breaking lines": BREAKING_LINES, "formula tab": "@SUM(1)\t=1+1"}
KINDS = ("roadmap", "models", "bill", "comparison", "reconciliation")
BEGIN_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")


@cache
def profile(name: str, day: str = "2023-12-14") -> Profile:
    text = accepted(TEXTS[name])
    made = hostile_profile(text)
    on_law = default_catalogue().questions_on_law
    answers = {name: given for name, given in made.answers.items() if given.answer is not None and name in on_law}
    bill = Bill.model_validate({"title": text, "source": "plain", "status": "bill", "answers": answers}, strict=False)
    return made.model_copy(
        update={"bills": {"draft": bill}, "assessed_on": date.fromisoformat(day), "checklists": ("opcat",)}
    )


@cache
def result(kind: str, name: str) -> PlanResult:
    own = profile(name)
    if kind == "roadmap":
        return plan(own, start=date(2024, 1, 1))
    if kind == "models":
        return compare_models(own)
    if kind == "bill":
        return compare_bill(own, "draft")
    if kind == "comparison":
        return compare([own, profile(name, "2024-12-14")])
    plain = own.model_copy(update={"bills": {}})
    return reconcile([plain, plain.model_copy(update={"assessors": ("=Other",)})], names=(TEXTS[name], "\x1b[31m"))


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_lines_hold_no_sign_that_steers(kind: str, name: str, format_: str) -> None:
    said = str(render(result(kind, name), format_))
    assert not [line for line in said.split("\n") if UNWANTED.search(line)]
    if format_ == "markdown":
        # What is markup in Markdown, or in the HTML that it may hold, stands behind a backslash or is no markup any more.
        assert not re.search(r"(?<!\\)<(script|svg|img|iframe|style)", said, re.IGNORECASE)
        assert not re.search(r"^(# head|answers: )", said, re.MULTILINE)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_holds_no_element_of_a_stranger(kind: str, name: str) -> None:
    check_page(str(render(result(kind, name), "html")))


def check_page(page: str) -> None:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    elements = [element for element in parser.parse(page).iter() if isinstance(element.tag, str)]
    assert not {"img", "iframe", "object", "embed", "base", "a:svg"} & {element.tag for element in elements}
    for element in elements:
        assert not [key for key in element.attrib if str(key).startswith(("on", "style", "src"))]
        assert re.match(r"#|https?://|mailto:|$", str(element.attrib.get("href", "")))
        assert "pwned" not in (element.text or "") or element.tag not in ("script", "style")
    assert not UNWANTED.search(page.replace("\n", ""))


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_cell_of_a_workbook_is_a_formula(kind: str, name: str) -> None:
    data = render(result(kind, name), "xlsx")
    assert isinstance(data, bytes)
    check_workbook(data)


def check_workbook(data: bytes, *, ours: bool = False) -> None:
    """No cell is a formula, and nothing leads out; ``ours``: but those that the form itself counts with."""
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets for row in sheet for cell in row]
    formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
    assert ours or not formulas
    assert not [formula for formula in formulas if "HYPERLINK" in formula or "cmd" in formula or "SUM(1)" in formula]
    with ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            assert b"TargetMode" not in archive.read(part), part


@pytest.mark.parametrize("name", TEXTS)
def test_no_field_of_the_table_of_a_roadmap_begins_like_a_formula(name: str) -> None:
    rows = list(csv.reader(io.StringIO(str(render(result("roadmap", name), "csv")).removeprefix("\ufeff"), newline="")))
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(BEGIN_A_FORMULA)
        assert not UNWANTED.search(cell)


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_becomes_a_line_of_a_calendar(name: str) -> None:
    written = render(result("roadmap", name), "ics")
    assert isinstance(written, bytes)
    lines = list(unfolded(written.decode()))
    roadmap = result("roadmap", name)
    events = [line for line in lines if line == "BEGIN:VEVENT"]
    assert (
        len(events)
        == len([line for line in lines if line.startswith("UID:")])
        > len(roadmap.model_dump()["packages"]) - 1
    )
    keys = {re.split("[;:]", line)[0] for line in lines}
    assert keys <= {
        *("BEGIN", "END", "PRODID", "VERSION", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"),
        *("DESCRIPTION", "TRANSP"),
    }
    assert not [line for line in lines if UNWANTED.search(line)]


def unfolded(text: str) -> Iterator[str]:
    """The lines of a calendar, those put together that were too long (RFC 5545, 3.1)."""
    yield from text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("form", ["workbook", "xlsform", "page", "paper"])
def test_forms_that_go_out(form: str, name: str) -> None:
    text = accepted(TEXTS[name])
    data = collect(profile(name), form, respondents=["parliament", "mechanism"], note=Note(text, text, text))
    if form == "page":
        page = data.decode()
        shown, _, rest = page.partition('<script type="application/json"')
        own = rest.partition(">")[2].partition("</script>")[0]
        assert "<" not in own
        assert "<svg xmlns='http" not in shown
        assert "<ScRiPt" not in page
    elif form == "paper":
        with ZipFile(io.BytesIO(data)) as archive:
            document = archive.read("word/document.xml").decode()
        assert "<w:instrText" not in document.replace('<w:instrText xml:space="preserve"> PAGE', "")
    else:
        check_workbook(data, ours=form == "workbook")

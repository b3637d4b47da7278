"""Readers of the Word file, of the page and of the Markdown can talk to each other: labels, numbers and letters are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from docx.oxml.ns import qn

from npm_readiness import Assessment, Profile, assess, load_profile
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import Finding, Picture, Report, Table
from npm_readiness.gap_report.language import texts_in
from npm_readiness.models.dates import read_event
from tests.gap_report.conftest import EXAMPLES
from tests.gap_report.test_html import Page, text
from tests.gap_report.test_word import instructions, part, shown_in, text_in
from tests.gap_report.whole import whole

RECOMMENDATION = "recommendation_"


@dataclass
class Outline:
    """What people cite of a report, in the order in which it stands there."""

    sections: list[str]
    paragraphs: list[int]
    letters: list[str]
    captions: list[str]


def of_the_report(report: Report) -> Outline:
    blocks = [block for section in report.sections for block in section.blocks]
    letters = [_letters(block) for block in blocks]
    figures = [f"Figure {block.number} {block.title}" for block in blocks if isinstance(block, Picture)]
    tables = [f"Table {block.number} {block.caption}" for block in blocks if isinstance(block, Table)]
    return Outline(
        [f"{section.label} {section.title}" for section in report.sections],
        [number for section in report.sections for number in section.paragraphs],
        [letter for some in letters for letter in some],
        sorted(figures + tables),
    )


def _letters(block: object) -> list[str]:
    if isinstance(block, Finding) and block.letter:
        return [block.letter]
    rows = block.rows if isinstance(block, Table) else ()
    return [run.text for row in rows for cell in row for run in cell if (run.anchor or "").startswith(RECOMMENDATION)]


def of_the_page(page: Page) -> Outline:
    (main,) = page.named("main")
    numbered = [label for element in main.iter() for label in _numbers(element)]
    letters = [
        text(
            next(one for one in element.iter() if one.get("class") == "letter") if element.tag == "article" else element
        )
        for element in main.iter()
        if element.get("id", "").startswith(RECOMMENDATION)
    ]
    captions = [text(element) for element in main.iter() if element.tag in ("caption", "figcaption")]
    return Outline(
        [text(element) for element in page.named("h2")],
        numbered,
        letters,
        sorted(caption for caption in captions if re.match(r"(Figure|Table) \d", caption)),
    )


def _numbers(element: Element) -> Iterator[int]:
    """The number that a paragraph or a finding shows before its text, or those by which a list of entries counts."""
    if element.get("class") == "numbered":
        yield int(text(element[0]))
    elif element.tag == "article":
        heading = next(one for one in element if re.fullmatch("h[34]", one.tag))
        yield from (int(text(one)) for one in heading if one.tag == "a" and one.get("class") != "letter")
    elif element.get("class") == "entries":
        shown = 0
        for item in element.iter("li"):
            shown = int(item.get("value", shown + 1))
            yield shown


def of_the_word_file(file: bytes) -> Outline:
    body = part(file, "document")
    shown = shown_in(body)
    paragraphs = list(body.iter(qn("w:p")))
    captions = [made for made in _of_style(paragraphs, "Caption") if instructions(made)]
    return Outline(
        [text_in(made).replace("\N{EM SPACE}", " ") for made in _of_style(paragraphs, "Heading1")],
        [int(_field_shown(made, "SEQ Paragraph")) for made in paragraphs if _has_field(made, "SEQ Paragraph")],
        [letter for name, letter in shown.items() if name.startswith(RECOMMENDATION)],
        sorted(re.sub(r"^(\w+ \d+)\. ", r"\1 ", " ".join(text_in(made).split())) for made in captions),
    )


def _of_style(paragraphs: list[Any], style: str) -> list[Any]:
    return [made for made in paragraphs if made.xpath(f"./w:pPr/w:pStyle/@w:val = '{style}'")]


def _has_field(paragraph: Any, name: str) -> bool:
    return any(found.startswith(name) for found in instructions(paragraph))


def _field_shown(paragraph: Any, name: str) -> str:
    """What a field of this name shows: the text between its instruction and its end."""
    shown, inside = "", False
    for element in paragraph.iter(qn("w:instrText"), qn("w:t"), qn("w:fldChar")):
        if element.tag == qn("w:instrText"):
            inside = str(element.text).strip().startswith(name)
        elif inside and element.tag == qn("w:t"):
            shown += str(element.text)
        elif inside and element.get(qn("w:fldCharType")) == "end":
            break
    return shown


def of_the_markdown(markdown: str) -> Outline:
    plain = re.sub(r"\\(?=[^\w\s])", "", markdown)
    numbered = re.finditer(
        r'^(?:#### (?P<finding>\d+)\. |(?P<paragraph>\d+)\\\. |- <a id="[\w-]+"></a>(?P<entry>\d+)\\\. )',
        markdown,
        re.MULTILINE,
    )
    letters = r'^(?:#### ([A-Z]+)\. |\| <a id="recommendation_\w+"></a>\*\*([A-Z]+)\*\*)'
    captions = re.findall(r"^(?:\*\*|_)((?:Figure|Table) \d+)\. (.+?)(?:\*\*|_)$", plain, re.MULTILINE)
    return Outline(
        re.findall(r"^## (.+)$", plain, re.MULTILINE),
        [int(found["finding"] or found["paragraph"] or found["entry"]) for found in numbered],
        [finding or row for finding, row in re.findall(letters, markdown, re.MULTILINE)],
        sorted(f"{number} {title}" for number, title in captions),
    )


@pytest.fixture(scope="module")
def outlines(turkmenistan: Assessment) -> dict[str, Outline]:
    word = whole(turkmenistan, "docx")
    assert isinstance(word, bytes)
    return {
        "html": of_the_page(Page(str(whole(turkmenistan, "html")))),
        "docx": of_the_word_file(word),
        "markdown": of_the_markdown(str(whole(turkmenistan, "markdown"))),
    }


@pytest.fixture(scope="module")
def expected(turkmenistan: Assessment) -> Outline:
    return of_the_report(composed(turkmenistan, texts_in()))


FORMATS = pytest.mark.parametrize("form", ["html", "docx", "markdown"])


@FORMATS
def test_sections_have_the_same_labels_and_titles(form: str, outlines: dict[str, Outline], expected: Outline) -> None:
    assert len(expected.sections) == 16
    assert outlines[form].sections == expected.sections


@FORMATS
def test_paragraphs_have_the_same_numbers(form: str, outlines: dict[str, Outline], expected: Outline) -> None:
    assert len(expected.paragraphs) > 300
    assert outlines[form].paragraphs == expected.paragraphs


@FORMATS
def test_recommendations_have_the_same_letters(form: str, outlines: dict[str, Outline], expected: Outline) -> None:
    assert expected.letters[:3] == ["A", "B", "C"]
    assert outlines[form].letters == expected.letters


@FORMATS
def test_tables_and_figures_have_the_same_numbers(form: str, outlines: dict[str, Outline], expected: Outline) -> None:
    assert len(expected.captions) > 10
    assert outlines[form].captions == expected.captions


def test_anchors_of_criteria_and_provisions_stay_when_answers_and_numbers_change() -> None:
    """A link into a report stays good when the report is made anew."""
    before = load_profile(EXAMPLES / "turkmenistan.yaml")
    npm = before.npm.model_copy(update={"designated": read_event(before.assessed_on)})
    after: Profile = before.model_copy(update={"answers": {}, "npm": npm})
    pages, numbers = [], []
    for profile in (before, after):
        assessment = assess(profile)
        page = Page(str(whole(assessment, "html")))
        lasting = {entry.id for entry in assessment.criteria} | {entry.id for entry in assessment.provisions}
        assert lasting <= set(page.values("id"))
        pages.append(lasting)
        places = (
            one for one in page.elements if one.tag == "article" and not one.get("id", "").startswith(RECOMMENDATION)
        )
        numbers.append({place.get("id"): list(_numbers(place)) for place in places})
    assert pages[0] == pages[1]
    moved = [name for name in numbers[0] if name in numbers[1] and numbers[0][name] != numbers[1][name]]
    assert moved, "the numbers have to differ for the anchors to mean anything"

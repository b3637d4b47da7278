"""HTML: one page that is whole and valid, safe to open, and prints what the blocks of a report say."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest

from npm_readiness import Assessment, render
from npm_readiness.gap_report.document import (
    Block,
    Bullets,
    Facet,
    FilterGroup,
    Filters,
    Finding,
    Heading,
    Inline,
    Note,
    Paragraph,
    Picture,
    Report,
    Run,
    Section,
    Table,
    text_of,
)
from npm_readiness.gap_report.formats.html.page import html_of
from npm_readiness.gap_report.formats.html.style import css_string, looks
from tests.gap_report.hostile import HOSTILE_TEXTS, accepted
from tests.gap_report.sample import sample_report
from tests.gap_report.whole import whole


class Page:
    """A page as a browser reads it; what is not valid HTML is refused."""

    def __init__(self, html: str) -> None:
        self.html = html
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        self.elements: list[Element] = [one for one in parser.parse(html).iter() if isinstance(one.tag, str)]

    def named(self, *names: str) -> list[Element]:
        """The elements of these names, those of drawings included."""
        return [element for element in self.elements if element.tag.rpartition("}")[2] in names]

    def values(self, attribute: str) -> list[str]:
        """What this attribute says, wherever it stands."""
        return [element.attrib[attribute] for element in self.elements if attribute in element.attrib]

    def with_id(self, name: str) -> Element:
        """The element of this id."""
        return next(element for element in self.elements if element.get("id") == name)


@cache
def sample_page() -> Page:
    return Page(html_of(sample_report()))


def page_of(*blocks: Block, **changes: object) -> Page:
    """A page of one section of these blocks."""
    section = Section("only", "1", "Only", blocks)
    report = replace(sample_report(), sections=(section,), contents=("",))
    return Page(html_of(replace(report, **changes)))  # type: ignore[arg-type]


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def paragraph_of(line: Inline) -> Element:
    """How a line is drawn."""
    main = page_of(Paragraph(line)).named("main")[0]
    return next(element for element in main.iter() if element.tag == "p")


def test_ids_are_unique_and_every_link_within_the_page_leads_somewhere() -> None:
    page = sample_page()
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    inside = {target[1:] for target in page.values("href") if target.startswith("#")}
    assert inside
    assert inside <= set(ids)
    for names in page.values("aria-labelledby"):
        assert set(names.split()) <= set(ids)


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_a_hostile_text_stays_text(name: str) -> None:
    page = Page(html_of(sample_report(accepted(HOSTILE_TEXTS[name]))))
    # The cover sets long facts apart from short ones, so the order there can differ.
    assert sorted(element.tag for element in page.elements) == sorted(element.tag for element in sample_page().elements)
    assert all(re.match(r"#|https?://|mailto:", target) for target in page.values("href"))
    assert not [attribute for element in page.elements for attribute in element.attrib if attribute.startswith("on")]
    assert not page.values("style")
    assert not page.values("src")
    page.html.encode("utf-8")


def test_signs_that_steer_are_replaced() -> None:
    assert text(paragraph_of((Run("a\u202eb\x9bc\x00d\ud800e"),))) == "a�b�c�d�e"


def test_only_the_pages_own_style_and_script_are_allowed() -> None:
    page = sample_page()
    (style,), (script,) = page.named("style"), page.named("script")
    policy = page.values("content")[0]
    hashes = [base64.b64encode(hashlib.sha256(str(part.text).encode()).digest()).decode() for part in (style, script)]
    sources = f"style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'"
    assert policy == f"default-src 'none'; {sources}; base-uri 'none'; form-action 'none'"
    assert not re.search(r"url\(|@import|https?:", str(style.text))
    assert not re.search(r"fetch|XMLHttp|innerHTML|eval|storage|cookie", str(script.text), re.IGNORECASE)


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(element.tag[1]) for element in sample_page().elements if re.fullmatch("h[1-6]", element.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_a_link_that_leads_nowhere_or_is_not_safe_is_printed_without_a_link() -> None:
    for link in ("#nowhere", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//e.org", "#"):
        paragraph = paragraph_of((Run("word", link=link),))
        assert text(paragraph) == "word"
        assert not list(paragraph)


def test_links_lead_to_places_in_the_page_and_to_safe_addresses() -> None:
    for link in ("#only", "https://e.org/?a=\"b\"&c='d'<e>", "http://e.org", "mailto:a@e.org"):
        (anchor,) = paragraph_of((Run("word", link=link),))
        assert (anchor.tag, anchor.get("href"), anchor.text) == ("a", link, "word")


@pytest.mark.parametrize(
    ("run", "drawn"),
    [
        (Run("a & b"), "a &amp; b"),
        (Run("a", "strong"), "<strong>a</strong>"),
        (Run("a", "code"), "<code>a</code>"),
        (Run("a", "code", "#only"), "<a href=#only><code>a</code></a>"),
        (Run("3", "number", "#only"), "<a href=#only>3</a>"),
        (Run("", "break"), "<br>"),
        (Run("meets", "status-met"), "<b class=met>meets</b>"),
        (Run(" ready", "verdict-ready"), " <b class=ready>ready</b>"),
        (Run("a", anchor="x"), "<a id=x>a</a>"),
        (Run("a", "code", anchor="x"), "<code id=x>a</code>"),
        (Run("a", "strong", "#only", "x"), "<a id=x href=#only><strong>a</strong></a>"),
        (Run("a", anchor='"x"'), '<a id="&#34;x&#34;">a</a>'),
    ],
)
def test_each_kind_of_run_is_drawn(run: Run, drawn: str) -> None:
    assert f"<p>|{drawn}|\n" in page_of(Paragraph((Run("|"), run, Run("|")))).html


def test_paragraphs_carry_the_numbers_by_which_people_cite_them() -> None:
    paragraph = page_of(Paragraph((Run("said"),), 12)).with_id("12")
    assert text(paragraph) == "12 said"


def test_lists_and_notes_are_drawn() -> None:
    page = page_of(Bullets(((Run("one"),), (Run("two"),)), ordered=True), Note((Run("limit"),)))
    assert [text(item) for item in page.named("main")[0].iter() if item.tag == "li"] == ["one", "two"]
    assert [text(one) for one in page.elements if one.get("class") == "note"] == ["limit"]


def test_a_finding_shows_its_number_or_letter_and_carries_what_it_is_filtered_by() -> None:
    """By the places of the options, in the order of the choices: "-" where it has nothing to say to one, commas between several."""
    fields = (("Act", ((Run("one"),), (Run("two"),))),)
    facets = (Facet("stage", "designation"), Facet("stage", "operation"), Facet("severity", "critical"))
    options = {"severity": ("critical", "major"), "addressee": ("npm",), "stage": ("designation", "law", "operation")}
    groups = tuple(
        FilterGroup(name, name, tuple((value, value) for value in values)) for name, values in options.items()
    )
    page = page_of(
        Filters("Narrow", groups, "all", "Reset", "{shown} of {all}"),
        Finding(7, "seven", "Visits", (Run("treaty"),), fields, facets),
        Finding(None, "rec-a", "A law", (), (), letter="A"),
        Finding(None, "none", "No number", (), ()),
    )
    seven = page.with_id("seven")
    assert text(seven) == "7 Visitstreaty Actonetwo"
    assert seven.get("data-by") == "1 - 1,3"
    assert page.with_id("none").get("data-by") == "- - -"
    assert text(page.with_id("rec-a")) == "A A law"
    assert text(page.with_id("none")) == "No number"


def test_findings_stand_one_level_below_what_they_stand_in() -> None:
    page = page_of(
        Finding(1, "first", "First", (), ()), Heading("Theme", "theme"), Finding(2, "second", "Second", (), ())
    )
    assert [element.tag for element in page.named("h3", "h4")] == ["h3", "h3", "h4"]


def test_entries_keep_their_numbers_and_anchors() -> None:
    page = sample_page()
    assert page.with_id("places").get("value") == "6"
    assert page.with_id("people").get("value") is None, "it follows"
    assert page.with_id("6") in list(page.with_id("places"))
    assert "Access to people" in text(page.with_id("people"))


def test_tables_have_captions_heads_and_numbers() -> None:
    tables = sample_page().named("table")
    assert tables
    for table in tables:
        heads = [element for element in table.iter() if element.tag == "thead" for element in element.iter("th")]
        assert heads
        assert all(element.get("scope") == "col" for element in heads)
        assert all(row[0].tag == "th" for body in table.iter("tbody") for row in body)
        assert len([element for element in table.iter() if element.tag in ("caption", "thead")]) == 2
    assert text(tables[-1]).startswith("Table 1 From the Protocol to the law")


def test_columns_are_as_wide_as_their_texts_ask_for_and_fill_the_table() -> None:
    rows = tuple(((Run(f"art. {number}"),), (Run("many words " * 30),)) for number in range(5))
    section = Section("s", "1", "S", (Table("", ("Provision", "Content"), rows), Table("", ("Empty", "Also"), ())))
    first, empty = looks(replace(sample_report(), sections=(section,))).values()
    assert first.widths[0] < first.widths[1]
    assert 98 <= sum(first.widths) <= 102
    assert all(empty.widths)


def test_tables_of_one_kind_with_one_head_look_alike() -> None:
    def table(text: str, kind: str = "plain") -> Table:
        return Table("", ("Provision", "Content"), (((Run("1"),), (Run(text),)),), kind)

    section = Section("s", "1", "S", (table("short"), table("many words " * 30), table("other", "other")))
    assert len(looks(replace(sample_report(), sections=(section,)))) == 2


def test_the_place_that_a_cell_names_is_the_cell() -> None:
    cell = sample_page().with_id("opcat-17")
    assert (cell.tag, text(cell)) == ("th", "art. 17")


def test_links_to_a_numbered_paragraph_use_its_number_and_its_own_link_the_anchor_that_stays() -> None:
    """There are far more links than a small page could spell out; what people copy is the link of the paragraph itself."""
    page = sample_page()
    number = page.with_id("3")
    assert (number.tag, number.get("href"), number.text) == ("a", "#basis-in-law", "3")
    assert "#3" in page.values("href")
    assert page.with_id("basis-in-law").tag == "article"


def test_each_picture_is_a_drawing_with_a_title_a_description_and_the_table_of_its_figures() -> None:
    pictures = [block for section in sample_report().sections for block in section.blocks if isinstance(block, Picture)]
    figures = sample_page().named("figure")
    assert len(figures) == len(pictures) == 5
    for number, (picture, figure) in enumerate(zip(pictures, figures, strict=True), start=1):
        names = {element.tag.rpartition("}")[2]: text(element) for element in figure.iter()}
        assert names["title"] == picture.title
        assert names["desc"] == picture.description
        assert names["figcaption"] == f"Figure {number} {picture.title}"
        assert names["summary"] == "Figures"
        assert names["caption"] == picture.table.caption
        drawings = [one for one in figure.iter() if one.tag.endswith("svg") and one.get("role")]
        assert all(one.get("role") == "img" and one.get("aria-labelledby") for one in drawings)


def test_pictures_say_in_words_what_they_show() -> None:
    figures = {figure.get("id"): text(figure) for figure in sample_page().named("figure")}
    assert "Ratification cannot be said yet" in figures["stages"]
    assert "Mandate 25 to 50 %" in figures["figure"]
    assert "law: –practice: 0 to 100 %" in figures["pairs"]
    assert "treaty: 3 guidance: 2" in figures["addressees"]
    assert "does not meet 2" in figures["grid"]
    assert "18(1), meets" in figures["grid"]


def test_filters_are_hidden_until_the_script_finds_them_and_are_no_form() -> None:
    page = sample_page()
    (group,) = [element for element in page.elements if element.get("class") == "filters"]
    assert "hidden" in group.attrib
    assert not page.named("form")
    for choice in page.named("select"):
        assert next(text(option) for option in choice) == "all"


def test_the_contents_name_each_section_with_its_paragraphs() -> None:
    (nav,) = sample_page().named("nav")
    assert [text(item) for item in nav.iter("li")] == [
        "1 In one page para. 1",
        "2 Key recommendations A to B",
        "6 Analysis by theme paras. 2 to 7",
        "Annex A Concordance",
    ]


def test_the_cover_holds_the_facts_and_the_page_the_closing_words() -> None:
    (header,), (footer,) = sample_page().named("header"), sample_page().named("footer")
    for label, line in sample_report().cover:
        assert f"{label}{text_of(line)}" in text(header)
    assert text(footer) == sample_report().closing[0]


def test_language_and_direction_of_writing_are_said() -> None:
    assert (sample_page().elements[0].get("lang"), sample_page().elements[0].get("dir")) == ("en", None)
    turned = page_of(language="ar", right_to_left=True).elements[0]
    assert (turned.get("lang"), turned.get("dir")) == ("ar", "rtl")


def test_a_string_of_a_style_cannot_be_left() -> None:
    assert css_string("Page 1") == '"Page 1"'
    assert css_string('"\\\n</style>é') == '"\\22 \\5c \\a \\3c \\2f style\\3e \\e9 "'


def test_the_words_for_pages_come_from_the_report() -> None:
    phrases = replace(sample_report().phrases, page="{page}/{pages}, Seite")
    html = page_of(phrases=phrases).html
    assert '@bottom-center{content:counter(page) "\\2f " counter(pages) "\\2c  Seite"}' in html


def test_an_empty_report_is_a_page_too() -> None:
    empty = replace(sample_report(), sections=(), contents=(), cover=(), closing=())
    assert Page(html_of(empty)).named("main")


def test_the_same_report_gives_the_same_bytes() -> None:
    assert html_of(sample_report()) == html_of(sample_report())


def test_a_report_of_the_whole_catalogue_stays_small() -> None:
    """What the page adds to the texts of a long report is less than a third of what it may weigh."""
    sample = sample_report("x")
    finding = next(block for block in sample.sections[2].blocks if isinstance(block, Finding))
    table = next(block for block in sample.sections[3].blocks if isinstance(block, Table))
    fields = tuple((f"Label {number}", ((Run("x"),),)) for number in range(8))
    many: list[Block] = [replace(finding, anchor=f"f-{number}", fields=fields) for number in range(110)]
    cells = tuple(tuple((Run("x"),) for _ in range(4)) for _ in range(1_090))
    many.append(Table("Long", (*table.head, "More"), cells))
    report: Report = replace(sample, sections=(Section("all", "1", "All", tuple(many)),), contents=("",))
    assert len(html_of(report).encode()) < 409_600 / 3


@pytest.mark.parametrize("name", ["turkmenistan", "georgia", "hostile"])
def test_the_page_of_a_real_profile_is_valid_and_its_links_lead_somewhere(
    name: str, request: pytest.FixtureRequest
) -> None:
    page = Page(str(render(request.getfixturevalue(name), "html")))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in page.values("href") if target.startswith("#")} <= set(ids)


def test_the_page_of_the_full_catalogue_has_less_than_700_kib(turkmenistan: Assessment) -> None:
    assert len(turkmenistan.checklists) == 7
    assert len(str(whole(turkmenistan, "html")).encode()) < 700 * 1024


def test_criteria_and_provisions_are_the_anchors_of_the_page(turkmenistan: Assessment) -> None:
    ids = set(Page(str(whole(turkmenistan, "html"))).values("id"))
    assert {entry.id for entry in turkmenistan.criteria} <= ids
    assert {entry.id for entry in turkmenistan.provisions} <= ids

"""What a reader, an editor and Word itself find in the Word file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from pypdf import PdfReader

from npm_readiness import Assessment, assess, render
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import (
    Bullets,
    Finding,
    Inline,
    Paragraph,
    Picture,
    Report,
    Run,
    Section,
    Table,
    text_of,
)
from npm_readiness.gap_report.drawings import Bar, Intervals
from npm_readiness.gap_report.formats.docx.blocks import CLOSE
from npm_readiness.gap_report.formats.docx.file import word_of
from npm_readiness.gap_report.formats.docx.places import places_of
from npm_readiness.gap_report.formats.docx.tables import widths_of
from npm_readiness.gap_report.language import texts_in
from tests.gap_report.hostile import HOSTILE_TEXTS, hostile_profile
from tests.gap_report.sample import sample_report

HEADS = ("In one page", "Key recommendations")
HOSTILE = "<w:t>&amp;</w:t> ]]> \x00\x0b\x1f\x9b31m \ud800 \ufffe \u202egnp.exe\u202c \t\n =1+1 {{ 7*7 }} \"q\" 'q' <!-- é漢字🙂"


@pytest.fixture(scope="module")
def file() -> bytes:
    return word_of(sample_report())


@pytest.fixture(scope="module")
def document(file: bytes) -> Document:
    return opened(file)


def opened(file: bytes) -> Document:
    made: Document = docx.Document(BytesIO(file))
    return made


def part(file: bytes, name: str) -> Any:
    return parse_xml(ZipFile(BytesIO(file)).read(f"word/{name}.xml"))


def text_in(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def instructions(element: Any) -> list[str]:
    return [(made.text or "").strip() for made in element.iter(qn("w:instrText"))]


def of_style(document: Document, name: str) -> list[str]:
    return [text_in(made._p) for made in document.paragraphs if made.style is not None and made.style.name == name]


def report_of(*blocks: Any, **changes: Any) -> Report:
    section = Section("only", "1", "Only", blocks)
    return replace(sample_report(), sections=(section,), contents=("",), **changes)


def body_of(*blocks: Any, **changes: Any) -> Any:
    return part(word_of(report_of(*blocks, **changes)), "document")


class TestTheFile:
    def test_a_long_label_does_not_push_into_the_text(self) -> None:
        for label, behind in (("By when", "tab"), ("What must be done, once party", "br")):
            finding = Finding(1, "a", "Title", (), ((label, ((Run("text"),),)),))
            (made,) = body_of(finding).xpath("//w:p[w:pPr/w:pStyle/@w:val='FindingField']")
            assert made.xpath(f"./w:r[2]/w:{behind}")

    def test_is_the_same_each_time_down_to_the_last_byte(self, file: bytes) -> None:
        assert word_of(sample_report()) == file

    def test_knows_no_time_but_the_date_of_the_assessment(self, file: bytes, document: Document) -> None:
        assert {member.date_time for member in ZipFile(BytesIO(file)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = document.core_properties
        assert properties.created == properties.modified == datetime(2026, 3, 1, tzinfo=properties.created.tzinfo)
        assert properties.title == sample_report().title
        assert properties.author == properties.last_modified_by == "npm_readiness"

    def test_holds_only_what_it_needs(self, file: bytes) -> None:
        names = ZipFile(BytesIO(file)).namelist()
        assert names[0] == "[Content_Types].xml"
        assert not [
            name for name in names if name.endswith((".jpeg", ".bin")) or "theme" in name or "customXml" in name
        ]

    def test_asks_nothing_on_opening(self, file: bytes) -> None:
        assert part(file, "settings").find(qn("w:updateFields")) is None
        assert not part(file, "document").xpath("//*[@w:dirty]")

    def test_is_on_a4_in_its_language(self, file: bytes) -> None:
        size = part(file, "document").find(f".//{qn('w:pgSz')}")
        assert (size.get(qn("w:w")), size.get(qn("w:h"))) == ("11906", "16838")
        assert [made.get(qn("w:val")) for made in part(file, "styles").iter(qn("w:lang"))] == ["en-GB"]

    def test_uses_no_style_that_it_does_not_have(self, file: bytes) -> None:
        known = {made.get(qn("w:styleId")) for made in part(file, "styles").iter(qn("w:style"))}
        for name in ("document", "footnotes", "header1", "footer1"):
            for tag in ("w:pStyle", "w:rStyle", "w:tblStyle"):
                assert {made.get(qn("w:val")) for made in part(file, name).iter(qn(tag))} <= known


class TestTheFirstPage:
    def test_has_the_title_and_a_block_of_two_columns(self, document: Document) -> None:
        report = sample_report()
        assert of_style(document, "Title") == [report.title]
        assert of_style(document, "Subtitle") == [report.subtitle]
        rows = [[text_in(cell._tc) for cell in row.cells] for row in document.tables[0].rows]
        assert rows[0] == ["Country", "Ombudsperson of Alderland"]
        assert rows[1] == ["Checklists", "The Optional Protocol, version 1.2.0 0123456789ab"]

    def test_has_contents_that_are_filled_in_and_can_be_updated(self, file: bytes) -> None:
        contents = part(file, "document").find(f".//{qn('w:sdt')}")
        assert text_in(contents).startswith("Contents1\N{EM SPACE}In one pagepara. 1")
        assert "Annex A\N{EM SPACE}Concordance" in text_in(contents)
        toc, *pages = instructions(contents)
        assert toc == 'TOC \\o "1-1" \\h \\z'
        assert len(pages) == len(sample_report().sections)
        assert all(re.fullmatch(r"PAGEREF \w+ \\h", page) for page in pages)

    def test_shows_no_number_of_a_page_that_nobody_can_know(self, file: bytes) -> None:
        contents = part(file, "document").find(f".//{qn('w:sdt')}")
        assert text_in(contents).endswith("Concordance")


class TestTheOutline:
    def test_has_real_headings_with_the_labels_of_the_sections(self, document: Document) -> None:
        assert of_style(document, "Heading 1") == [
            "1\N{EM SPACE}In one page",
            "2\N{EM SPACE}Key recommendations",
            "6\N{EM SPACE}Analysis by theme",
            "Annex A\N{EM SPACE}Concordance",
        ]
        assert of_style(document, "Heading 2") == ["What blocks", "Mandate", "Access"]
        assert of_style(document, "Heading 3")[:3] == ["ATo parliament: a law", "3Ombudsperson of Alderland", "4Visits"]

    def test_a_section_that_is_to_take_up_one_page_is_set_closer(self) -> None:
        blocks = (Paragraph((Run("text"),)), Bullets(((Run("a"),),)), Bullets(((Run("b"),),), ordered=True))
        for one_page, styles in ((False, ["BodyText", "ListBullet", "ListNumber"]), (True, list(CLOSE.values()))):
            section = Section("s", "1", "Title", blocks, one_page=one_page)
            following = Section("t", "2", "Next", (Paragraph((Run("x"),)),))
            body = part(word_of(replace(sample_report(), sections=(section, following), contents=("", ""))), "document")
            # From the heading on; the last paragraphs are the closing words.
            used = body.xpath("//w:p/w:pPr/w:pStyle/@w:val")
            assert used[used.index("Heading1") + 1 :][:5] == [*styles, "Heading1", "BodyText"]

    def test_begins_a_new_page_where_the_report_says_so(self) -> None:
        section = Section("s", "1", "Title", ())
        for new_page in (True, False):
            report = replace(sample_report(), sections=(replace(section, new_page=new_page),), contents=("",))
            heading = part(word_of(report), "document").xpath("//w:p[w:pPr/w:pStyle/@w:val='Heading1']")[0]
            assert bool(heading.xpath(".//w:pageBreakBefore")) is new_page

    def test_each_ordered_list_counts_from_one(self) -> None:
        items = ((Run("a"),), (Run("b"),))
        file = word_of(report_of(Bullets(items, ordered=True), Bullets(items), Bullets(items, ordered=True)))
        used = [made.get(qn("w:val")) for made in part(file, "document").iter(qn("w:numId"))]
        assert used == ["2", "2", "1", "1", "3", "3"]
        numbers = {made.get(qn("w:numId")): made for made in part(file, "numbering").iter(qn("w:num"))}
        assert set(used) == set(numbers)
        assert all(numbers[key].xpath(".//w:startOverride/@w:val") == ["1"] for key in ("2", "3"))

    def test_header_and_footer_say_what_and_where(self, file: bytes, document: Document) -> None:
        assert document.sections[0].header.paragraphs[0].text == sample_report().title
        footer = document.sections[0].footer._element
        assert text_in(footer) == "Page 1 of 1"
        assert instructions(footer) == ["PAGE", "NUMPAGES"]
        assert instructions(document.sections[0].first_page_footer._element) == ["PAGE", "NUMPAGES"]

    def test_ends_with_the_closing_words(self, document: Document) -> None:
        assert document.paragraphs[-1].text == sample_report().closing[-1]


class TestNumbersAndReferences:
    def test_numbers_are_live_and_show_those_of_the_report(self, file: bytes) -> None:
        body = part(file, "document")
        live = [found for found in instructions(body) if found.startswith(("SEQ Paragraph", "SEQ Recommendation"))]
        assert live[0] == "SEQ Recommendation \\* ALPHABETIC"
        # The sample has no paragraph 1; from there on Word counts by itself.
        assert live[1:] == ["SEQ Paragraph \\* ARABIC \\r 2"] + ["SEQ Paragraph \\* ARABIC"] * 5

    def test_a_reference_shows_just_the_number_in_the_bookmark(self, file: bytes) -> None:
        body = part(file, "document")
        references = [found for found in instructions(body) if found.startswith("REF ")]
        assert [found.split()[1] for found in references] == ["rec_a", "basis_in_law", "basis_in_law", "places"]
        assert {"rec_a": "A", "basis_in_law": "3", "places": "6"}.items() <= shown_in(body).items()

    def test_a_letter_that_word_would_not_count_up_to_stays_text(self) -> None:
        body = body_of(Finding(None, "rec-ab", "Title", (), (), letter="AB"))
        assert not [found for found in instructions(body) if found.startswith("SEQ")]
        assert shown_in(body)["rec_ab"] == "AB"

    def test_a_number_that_is_not_that_of_its_place_is_a_link(self) -> None:
        body = body_of(Paragraph((Run("7", "number", "#para-1"),)), Paragraph((Run("text"),), 1))
        assert not [found for found in instructions(body) if found.startswith("REF ")]
        assert body.xpath("//w:hyperlink[.//w:t='7']/@w:anchor") == ["para_1"]

    @pytest.mark.parametrize("text", ["Ombudsperson of Alderland", "", HOSTILE], ids=["usual", "empty", "hostile"])
    def test_every_reference_leads_somewhere_and_every_bookmark_is_there_once(self, text: str) -> None:
        body = part(word_of(sample_report(text)), "document")
        names = [made.get(qn("w:name")) for made in body.iter(qn("w:bookmarkStart"))]
        targets = body.xpath("//w:hyperlink/@w:anchor")
        targets += [
            found.split()[1] for found in instructions(body) if found.startswith(("REF ", "PAGEREF ", "NOTEREF "))
        ]
        assert len({name.casefold() for name in names}) == len(names)
        assert set(targets) <= set(names)
        assert all(re.fullmatch("[A-Za-z_][A-Za-z0-9_]{0,39}", name) for name in names)
        starts, ends = (
            [made.get(qn("w:id")) for made in body.iter(qn(f"w:bookmark{end}"))] for end in ("Start", "End")
        )
        assert Counter(starts) == Counter(ends)
        assert set(Counter(starts).values()) == {1}

    def test_names_of_bookmarks_keep_apart_what_word_does_not(self) -> None:
        anchors = ("a-b", "a_b", "A-B", "1", "é", "x" * 60, "x" * 61)
        places = places_of(report_of(Paragraph(tuple(Run("t", anchor=anchor) for anchor in anchors))))
        names = [place.bookmark.casefold() for place in places.values()]
        assert len(names) == len(set(names)) == len(anchors) + 1
        assert max(map(len, names)) == 40

    def test_a_link_to_nowhere_is_plain_text(self) -> None:
        body = body_of(Paragraph((Run("nowhere", link="#nowhere"), Run("3", "number", "#nowhere"))))
        assert not body.xpath("//w:hyperlink[not(ancestor::w:sdt)]")
        assert "nowhere3" in text_in(body)

    @pytest.mark.parametrize(
        "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://e.org/" + "a" * 3000]
    )
    def test_other_links_than_to_the_web_and_by_mail_are_plain_text(self, link: str) -> None:
        file = word_of(report_of(Paragraph((Run("there", link=link),))))
        assert "there" in text_in(part(file, "document"))
        assert b"External" not in ZipFile(BytesIO(file)).read("word/_rels/document.xml.rels")

    def test_links_outside_are_well_formed_whatever_they_hold(self) -> None:
        link = "https://e.org/\"onclick='x'<b>é%zz[]\x00\ud800"
        file = word_of(report_of(Paragraph((Run("there", link=link), Run("again", link=link)))))
        relations = parse_xml(ZipFile(BytesIO(file)).read("word/_rels/document.xml.rels"))
        targets = [made.get("Target") for made in relations if made.get("TargetMode") == "External"]
        assert targets == ["https://e.org/%22onclick='x'%3Cb%3E%C3%A9%25zz%5B%5D%EF%BF%BD%EF%BF%BD"]


def shown_in(body: Any) -> dict[str, str]:
    """What stands within each bookmark of a paragraph."""
    shown = {}
    for start in body.iter(qn("w:bookmarkStart")):
        text = ""
        for following in start.itersiblings():
            if following.tag == qn("w:bookmarkEnd") and following.get(qn("w:id")) == start.get(qn("w:id")):
                break
            text += text_in(following)
        shown[start.get(qn("w:name"))] = text
    return shown


class TestFootnotes:
    def test_describe_the_documents_where_they_are_named(self, file: bytes) -> None:
        notes = part(file, "footnotes")
        assert [note.get(qn("w:id")) for note in notes] == ["-1", "0", "1", "2", "3"]
        assert text_in(notes).startswith(" Ombudsperson of Alderland, 2016, https://example.org/law")
        used = [made.get(qn("w:id")) for made in part(file, "document").iter(qn("w:footnoteReference"))]
        assert used == ["1", "2", "3"]

    def test_the_same_text_in_a_section_is_referred_to_again(self) -> None:
        named = Paragraph((Run("law", footnote="The law, 2016"),))
        other = Paragraph((Run("act", footnote="The act, 2017"),))
        file = word_of(report_of(named, other, named))
        body = part(file, "document")
        assert len(list(body.iter(qn("w:footnoteReference")))) == 2
        assert [found for found in instructions(body) if found.startswith("NOTEREF")] == ["NOTEREF _Note1 \\f \\h"]
        assert "law1" in text_in(body)

    @pytest.mark.parametrize(("text", "between"), [("Source 15", ["\N{NO-BREAK SPACE}"]), ("The law", [])])
    def test_a_mark_stands_apart_from_a_number_before_it(self, text: str, between: list[str]) -> None:
        """Without the blank, source 15 with note 8 reads as source 158, and source 2 with note 2 as its square."""
        body = body_of(Paragraph((Run(text, footnote="A law of 2016"),)))
        assert body.xpath("//w:r[.//w:footnoteReference]/preceding-sibling::w:r[1]//w:t/text()") == (between or [text])

    def test_each_section_can_be_read_by_itself(self) -> None:
        block = Paragraph((Run("law", footnote="The law, 2016"),))
        sections = tuple(Section(name, name, name, (block,)) for name in ("a", "b"))
        file = word_of(replace(sample_report(), sections=sections, contents=("", "")))
        assert len(list(part(file, "document").iter(qn("w:footnoteReference")))) == 2


class TestTables:
    def test_have_captions_that_count_and_stay_with_them(self, file: bytes) -> None:
        captions = part(file, "document").xpath("//w:p[w:pPr/w:pStyle/@w:val='Caption']")
        shown = [text_in(made) for made in captions]
        assert (shown[0], shown[-1]) == ("Figure 1. The four stages", "Table 1. From the Protocol to the law")
        assert all(made.xpath("./w:pPr/w:keepNext") for made in captions)
        # The table of a picture has no number of its own.
        counted = [made for made in captions if instructions(made)]
        assert len(counted) == 6
        assert all(re.fullmatch(r"SEQ (Table|Figure) \\\* ARABIC", instructions(made)[0]) for made in counted)

    def test_repeat_their_head_and_cut_no_row(self) -> None:
        rows = tuple(((Run(str(number)),), (Run("text"),)) for number in range(300))
        body = body_of(Table("Many", ("Number", "Text"), rows))
        made = body.xpath("//w:tbl[w:tblPr/w:tblStyle/@w:val='ReportTable']/w:tr")
        assert len(made) == 301
        assert [bool(row.xpath("./w:trPr/w:tblHeader")) for row in made] == [True] + [False] * 300
        assert all(row.xpath("./w:trPr/w:cantSplit") for row in made)

    def test_a_row_that_is_longer_than_a_page_may_go_over_to_the_next(self) -> None:
        body = body_of(Table("Long", ("A", "B"), (((Run("x " * 5000),), (Run("y"),)),)))
        assert not body.xpath("//w:tr[.//w:t='y']/w:trPr/w:cantSplit")

    @pytest.mark.parametrize("columns", [1, 2, 3, 5, 8, 12])
    def test_are_as_wide_as_the_text_whatever_is_in_them(self, columns: int) -> None:
        row: tuple[Inline, ...] = tuple((Run("w" * 10**number),) for number in range(columns % 5 + 1))
        row += ((),) * (columns - len(row))
        body = body_of(Table("Wide", ("Head",) * columns, (row[:columns],)))
        table = body.xpath("//w:tbl[w:tblPr/w:tblStyle/@w:val='ReportTable']")[0]
        widths = [int(width) for width in table.xpath("./w:tblGrid/w:gridCol/@w:w")]
        assert sum(widths) == 9298
        assert min(widths) > 400
        assert table.xpath("./w:tblPr/w:tblLayout/@w:type") == ["fixed"]

    def test_columns_that_are_to_be_filled_in_have_room_to_write(self) -> None:
        rows = (((Run("A long name of a recommendation " * 3),), (Run("☐"),), ()),) * 3
        body = body_of(Table("Reply", ("What", "Yes", "Why"), rows))
        what, yes, why = map(int, body.xpath("(//w:tblGrid)[last()]/w:gridCol/@w:w"))
        assert what > why > 1300 > yes

    def test_a_form_leaves_more_to_write_on_than_it_takes(self, georgia: Assessment) -> None:
        form = next(section for section in composed(georgia, texts_in()).sections if section.anchor == "annex_d")
        what, reply, reason, who, when = widths_of(next(block for block in form.blocks if isinstance(block, Table)))
        assert min(reason, who, when) > 1400  # 2.5 cm
        assert reply < what

    @pytest.mark.parametrize("name", ["turkmenistan", "georgia"])
    def test_no_column_is_narrower_than_a_word_even_in_a_wide_font(
        self, name: str, request: pytest.FixtureRequest
    ) -> None:
        """Letters of DejaVu Sans Bold, in place of Calibri, have 128 twentieths of a point in words at 9 points."""
        for section in composed(request.getfixturevalue(name), texts_in()).sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    cells = zip(*(block.head, *([text_of(cell) for cell in row] for row in block.rows)), strict=True)
                    for column, width in zip(cells, widths_of(block), strict=True):
                        words = {word for text in column for word in re.findall(r"[^\W\d_]+", text) if len(word) <= 15}
                        assert max(map(len, words), default=0) * 128 + 170 <= width, block.caption

    def test_lines_of_a_cell_stand_below_one_another(self, document: Document) -> None:
        cell = document.tables[-1].rows[1].cells[1]
        assert cell.text == "Ombudsperson of Alderland\nsecond line"


class TestPictures:
    def test_are_told_by_marks_words_and_a_description(self, file: bytes) -> None:
        track = part(file, "document").xpath("//w:tbl[w:tblPr/w:tblCaption/@w:val='The four stages']")[0]
        assert track.xpath("./w:tblPr/w:tblDescription/@w:val") == ["The four stages, in words."]
        words = [text_in(made) for made in track.iter(qn("w:tc"))]
        assert words[:3] == [
            "Ratification? cannot be said yet",
            "Designation■ not ready",
            "Establishment◐ ready with gaps",
        ]

    @pytest.mark.parametrize(
        ("lower", "upper", "strip"),
        [
            (0.25, 0.5, "█" * 5 + "▒" * 5 + "░" * 10),
            (0.0, 0.0, "░" * 20),
            (1.0, 1.0, "█" * 20),
            (0.001, 0.999, "█" + "▒" * 18 + "░"),
        ],
    )
    def test_a_bar_is_full_or_empty_only_where_it_is_so(self, lower: float, upper: float, strip: str) -> None:
        body = body_of(
            picture(Intervals((Bar("Label", lower, upper, "words"),), ("in place", "not known", "not in place")))
        )
        assert [text_in(cell) for cell in body.xpath("//w:tr[.//w:t='Label']/w:tc")] == ["Label", strip, "words"]

    def test_the_table_of_figures_follows_where_the_picture_does_not_say_it_all(self) -> None:
        drawing = Intervals((Bar("Mandate", 0.25, 0.5, "25 to 50 %"),), ("in place", "not known", "not in place"))
        for more, captions in ((), 1), (("12",), 2):
            cells = ((Run("Mandate"),), (Run("25 to 50 %"),), *((Run(text),) for text in more))
            body = body_of(picture(drawing, Table("Figures", ("Head",) * len(cells), (cells,))))
            assert len(body.xpath("//w:p[w:pPr/w:pStyle/@w:val='Caption']")) == captions


def picture(drawing: Any, table: Table | None = None) -> Picture:
    return Picture("picture", "Title", "Description", drawing, table or Table("Figures", ("A",), ()))


class TestStatus:
    @pytest.mark.parametrize(
        ("kind", "mark"),
        [("met", "●"), ("partly-met", "◐"), ("not-met", "■"), ("undetermined", "?"), ("not-applicable", "–")],
    )
    def test_is_told_by_a_mark_too(self, kind: str, mark: str) -> None:
        body = body_of(Paragraph((Run("This"), Run(" word", f"status-{kind}"))))
        assert f"This {mark} word" in text_in(body)


class TestRightToLeft:
    def test_turns_paragraphs_runs_and_tables_round(self) -> None:
        report = replace(sample_report(), language="ar", right_to_left=True)
        file = word_of(report)
        for name in ("document", "footnotes", "header1", "footer1"):
            root = part(file, name)
            assert all(made.find(qn("w:bidi")) is not None for made in root.iter(qn("w:pPr")))
            assert all(made.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None for made in root.iter(qn("w:r")))
            assert all(made.find(qn("w:bidiVisual")) is not None for made in root.iter(qn("w:tblPr")))
        assert part(file, "styles").find(f".//{qn('w:lang')}").get(qn("w:bidi")) == "ar-SA"

    def test_and_nothing_otherwise(self, file: bytes) -> None:
        assert not part(file, "document").xpath("//w:bidi | //w:rtl | //w:bidiVisual")


class TestTextsOfStrangers:
    def test_stay_text(self) -> None:
        document = opened(word_of(sample_report(HOSTILE)))
        shown = of_style(document, "Heading 3")[1]
        assert shown.startswith("3<w:t>&amp;</w:t> ]]> \N{REPLACEMENT CHARACTER}")
        assert shown.endswith("=1+1 {{ 7*7 }} \"q\" 'q' <!-- é漢字🙂")
        assert "\u202e" not in shown

    def test_may_be_a_million_characters_long(self) -> None:
        file = word_of(sample_report("long words " * 50_000 + "x" * 500_000))
        document = opened(file)
        assert len(of_style(document, "Heading 3")[1]) > 1_000_000
        assert len(document.core_properties.title) == 255
        assert len(document.sections[0].header.paragraphs[0].text) < 120

    @pytest.mark.parametrize("name", HOSTILE_TEXTS)
    def test_in_a_whole_profile_leave_the_file_whole_and_lead_nowhere(self, name: str) -> None:
        file = word_of(composed(assess(hostile_profile(HOSTILE_TEXTS[name])), texts_in()))
        with ZipFile(BytesIO(file)) as parts:
            roots = {name: parse_xml(parts.read(name)) for name in parts.namelist()}
        outside = [
            str(made.get("Target"))
            for name, root in roots.items()
            if name.endswith(".rels")
            for made in root
            if made.get("TargetMode") == "External"
        ]
        assert all(re.match("(https?://|mailto:)", target) for target in outside)
        assert not any("DDE" in found or "INCLUDE" in found for found in instructions(roots["word/document.xml"]))
        assert len(of_style(opened(file), "Heading 1")) == 16


def printed_by(soffice: str, file: bytes, folder: Path) -> Path:
    """What LibreOffice makes of a Word file, as PDF."""
    (folder / "report.docx").write_bytes(file)
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(folder / "report.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pdf = folder / "report.pdf"
    assert pdf.exists(), "LibreOffice could not read the file, or has no word processor (libreoffice-writer-nogui)"
    return pdf


class TestInLibreOffice:
    @pytest.fixture
    def soffice(self) -> str:
        found = shutil.which("soffice")
        if found is None and "CI" not in os.environ:
            pytest.skip("needs soffice with its word processor (Debian: libreoffice-writer-nogui)")
        assert found is not None, "soffice is not installed"
        return found

    @pytest.mark.parametrize("text", ["Ombudsperson", "w" * 3000, HOSTILE], ids=["usual", "long word", "hostile"])
    def test_it_opens_and_prints(self, soffice: str, tmp_path: Path, text: str) -> None:
        pdf = printed_by(soffice, word_of(sample_report(text)), tmp_path)
        if shutil.which("pdftotext") is None:
            assert pdf.read_bytes().startswith(b"%PDF")
            return
        command = ["pdftotext", "-layout", str(pdf), "-"]
        printed = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
        pages = printed.rstrip("\f").split("\f")
        assert len(pages) >= 5
        assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
        for words in ("Contents", "What blocks", "To parliament: a law", "Analysis by theme", "Figure 5", "Table 1"):
            assert words in printed
        # LibreOffice counts the numbers anew: it comes to those of the report.
        assert re.search(r"^\s*5\s+Access$", printed, re.MULTILINE)

    @pytest.mark.parametrize("name", ["georgia", "turkmenistan"])
    def test_the_one_page_is_one_page_in_any_font(
        self, soffice: str, tmp_path: Path, name: str, request: pytest.FixtureRequest
    ) -> None:
        """Where neither Calibri nor Carlito is there, its letters are those of DejaVu Sans, a sixth wider."""
        made = render(request.getfixturevalue(name), "docx", parts="short")
        assert isinstance(made, bytes)
        pages = [page.extract_text() for page in PdfReader(printed_by(soffice, made, tmp_path)).pages]
        starts = [next(at for at, text in enumerate(pages) if words in text[:200]) for words in HEADS]
        assert starts == [1, 2]
        assert len(pages) <= 10

    def test_the_whole_report_of_a_state_opens_with_every_reference(
        self, soffice: str, tmp_path: Path, turkmenistan: Assessment
    ) -> None:
        pdf = PdfReader(printed_by(soffice, word_of(composed(turkmenistan, texts_in())), tmp_path))
        assert 60 <= len(pdf.pages) <= 160
        texts = [page.extract_text() for page in pdf.pages]
        assert not [text for text in texts if "Error: Reference source not found" in text]
        assert f"Page {len(texts)} of {len(texts)}" in texts[-1]
        assert "How to reproduce" in "".join(texts[-12:])

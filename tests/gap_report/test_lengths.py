"""A report in the length that its reader has: the same numbers in each, and nothing that leads nowhere."""

from __future__ import annotations

import re

import pytest

from npm_readiness import Assessment, InputError, render
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import Report, Run, lines_of, text_of
from npm_readiness.gap_report.excerpt import EVERYTHING, LENGTHS, Extent, checked_extent, excerpt
from npm_readiness.gap_report.language import texts_in
from tests.gap_report.whole import whole


def part(assessment: Assessment, length: str | None = None, *sections: str) -> Report:
    extent = checked_extent(length, sections, assessment)
    return excerpt(composed(assessment, texts_in()), extent, texts_in())


def labels(report: Report) -> list[str]:
    return [section.label for section in report.sections]


def runs(report: Report) -> list[Run]:
    return [run for section in report.sections for block in section.blocks for line in lines_of(block) for run in line]


def test_each_length_holds_the_one_before_it(turkmenistan: Assessment) -> None:
    assert labels(part(turkmenistan, "short")) == ["1", "2", "9"]
    assert labels(part(turkmenistan, "main")) == [*map(str, range(1, 12)), "Annex A", "Annex C", "Annex D"]
    assert labels(part(turkmenistan, "full")) == labels(composed(turkmenistan, texts_in()))


def test_the_main_part_is_what_is_shown_unless_another_is_asked_for(turkmenistan: Assessment) -> None:
    assert checked_extent(None, (), turkmenistan) == Extent("main")
    assert render(turkmenistan, "markdown") == render(turkmenistan, "markdown", parts="main")
    assert render(turkmenistan, "markdown", parts="full") == whole(turkmenistan, "markdown")


def test_paragraphs_have_the_same_numbers_in_every_length(turkmenistan: Assessment) -> None:
    everything = {section.anchor: section.paragraphs for section in composed(turkmenistan, texts_in()).sections}
    for length in LENGTHS:
        for section in part(turkmenistan, length).sections:
            assert section.paragraphs == everything[section.anchor]


@pytest.mark.parametrize("sections", [(), ("roadmap",), ("women",), ("roadmap", "women", "drafting")])
@pytest.mark.parametrize("length", LENGTHS)
def test_what_led_to_a_section_that_is_not_there_keeps_its_words_and_leads_nowhere(
    turkmenistan: Assessment, length: str, sections: tuple[str, ...]
) -> None:
    page = str(render(turkmenistan, "html", parts=length, sections=sections))
    ids = set(re.findall(r'\bid=(?:"([^"]+)"|([\w-]+))', page))
    assert set(re.findall(r'href="?#([\w-]+)', page)) <= {one or other for one, other in ids}


def test_sections_stand_alone_in_the_order_of_the_report_and_the_cover_says_so(turkmenistan: Assessment) -> None:
    chosen = part(turkmenistan, None, "roadmap", "one-page")
    assert labels(chosen) == ["1", "9"]
    (told,) = [text_of(line) for label, line in chosen.cover if label == "Part of the report"]
    assert told == "1 In one page; 9 The road from here alone; paragraphs are numbered as in the whole report"


def test_a_checklist_of_standards_stands_alone_by_its_id(turkmenistan: Assessment) -> None:
    chosen = part(turkmenistan, None, "women")
    assert labels(chosen) == ["Annex C"]
    told = "\n".join(text_of(line) for block in chosen.sections[0].blocks for line in lines_of(block))
    assert told
    (where,) = [text_of(line) for label, line in chosen.cover if label == "Part of the report"]
    assert where.startswith("Women and girls deprived of their liberty alone")


def test_the_whole_report_is_the_report_itself(turkmenistan: Assessment) -> None:
    made = composed(turkmenistan, texts_in())
    assert excerpt(made, EVERYTHING, texts_in()) is made


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"parts": "long"}, "--parts: there is no length long (there are: short, main, full)"),
        ({"sections": ("womn",)}, "--sections: there is no section womn in this report (there are: one-page, "),
    ],
)
def test_a_length_or_a_section_that_there_is_not_is_told(
    turkmenistan: Assessment, keys: dict[str, object], told: str
) -> None:
    with pytest.raises(InputError) as caught:
        render(turkmenistan, "html", **keys)  # type: ignore[arg-type]
    assert str(caught.value.problems[0]).startswith(told)


@pytest.mark.parametrize("form", ["json", "text", "xlsx"])
def test_a_format_without_parts_refuses_them(turkmenistan: Assessment, form: str) -> None:
    with pytest.raises(InputError, match="has no parts"):
        render(turkmenistan, form, parts="short")

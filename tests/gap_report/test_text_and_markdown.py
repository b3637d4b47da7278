"""The text report keeps to its width; Markdown escapes what is not its own; formats that there are not are refused."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from npm_readiness import Assessment, InputError, render
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import Finding
from npm_readiness.gap_report.formats.markdown.file import escaped
from npm_readiness.gap_report.formats.text.terminal import text_of_report
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.rendering import format_of, text_report
from tests.gap_report.sample import sample_report
from tests.gap_report.whole import whole


@pytest.mark.parametrize("name", ["turkmenistan", "georgia", "hostile"])
@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_asked(request: pytest.FixtureRequest, name: str, width: int) -> None:
    lines = text_report(request.getfixturevalue(name), width=width).splitlines()
    assert max(len(line) for line in lines) <= width


def deciding(text: str, width: int) -> list[str]:
    """The lines of the sample, which has every kind of block, where each of its sections decides."""
    sample = sample_report(text)
    report = replace(sample, sections=tuple(replace(part, decides=True) for part in sample.sections))
    return text_of_report(report, width=width).splitlines()


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("text", ["Ombudsperson", "Rechtsschutzversicherungsgesellschaft" * 9], ids=["usual", "long"])
def test_no_block_is_wider_than_asked(width: int, text: str) -> None:
    assert max(map(len, deciding(text, width))) <= width


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_kind_of_block_is_drawn_where_it_decides(width: int) -> None:
    lines = deciding("Ombudsperson", width)
    shown = " ".join(" ".join(lines).split())
    for block in (
        "Where we are: ",  # a paragraph without a number
        "2. What follows is ordered by theme.",  # and one with
        "! No names of detainees.",  # a note
        "2. a law (parliament)",  # steps
        "A. To parliament: a law (must)",  # a finding with a letter
        "4. Visits (does not meet, treaty, law, visits)",  # and one with a number
        "The rest of this theme 6. could not be established",  # entries
        "7. meets Access to people",
        "Access",  # a heading
        "Designation ■ NOT READY",  # a track
        "parliament. treaty: 3, guidance: 2",  # counts
        "Law and practice (# in place, ? not known, . not in place)",  # pairs
        "[#####?????..........] 25 to 50 %",  # a bar
        "art. 18(1) · ☐ add · 6",  # the row of a table
    ):
        assert block in shown, block
    assert "Ombudsperson (law)" in lines, "a finding without a number"
    assert "Narrow the list" not in shown


def test_text_has_no_control_characters_from_a_profile(hostile: Assessment) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text_report(hostile))


def test_colour_only_where_it_is_asked_for(turkmenistan: Assessment) -> None:
    plain, coloured = text_report(turkmenistan), text_report(turkmenistan, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_text_carries_what_decides_and_the_bars(turkmenistan: Assessment) -> None:
    """The sections that can be torn off, every letter of a recommendation, and a bar for each dimension and body of standards."""
    text = text_report(turkmenistan)
    for word in (
        "Ratification",
        "Designation",
        "Establishment",
        "Operation",
        "NOT READY",
        "The next decisions",
    ):
        assert word in text
    made = composed(turkmenistan, texts_in())
    letters = [block.letter for block in made.sections[1].blocks if isinstance(block, Finding)]
    assert letters
    assert all(re.search(rf"^{letter}\. ", text, re.MULTILINE) for letter in letters)
    scored = [dimension for dimension in turkmenistan.dimensions if dimension.score is not None]
    standards = turkmenistan.standards
    assert len(re.findall(r"\[[#?.]{20}\]", text)) == len(scored) + len(standards)
    assert "1 IN ONE PAGE" in text
    assert "3 SCOPE" not in text


@given(st.text(alphabet=st.sampled_from("ab |*_`[]()<>#-+.1!\\~&$=\n"), max_size=40))
def test_escaped_text_shows_just_its_characters(text: str) -> None:
    """Taking the backslashes away gives the text back, so nothing was lost; each sign of markup has one before it."""
    shown = escaped(text)
    assert "\n" not in shown
    assert re.sub(r"\\(.)", r"\1", shown) == " ".join(text.split())
    assert not re.search(r"(?<!\\)[*_`\[\]<>#|~]", re.sub(r"\\\\", "", shown))


@pytest.mark.parametrize("text", ["https://e.org", "see http://e.org", "mailto:a@e.org", "www.e.org"])
def test_an_address_in_a_text_does_not_become_a_link(text: str) -> None:
    assert text.rsplit(maxsplit=1)[-1][:4] not in escaped(text)


def test_tables_in_markdown_have_as_many_cells_in_every_row(hostile: Assessment, turkmenistan: Assessment) -> None:
    for assessment in (hostile, turkmenistan):
        widths: list[int] = []
        for line in str(whole(assessment, "markdown")).splitlines():
            if not line.startswith("| "):
                widths = []
                continue
            widths.append(len(re.findall(r"(?<!\\)\|", line)))
            assert widths[-1] == widths[0], line


@pytest.mark.parametrize("name", ["turkmenistan", "georgia"])
def test_markdown_has_all_sections_and_all_paragraphs(request: pytest.FixtureRequest, name: str) -> None:
    """Steps of an ordered list begin with a number too, but only the number of a paragraph has a backslash or is a heading."""
    assessment = request.getfixturevalue(name)
    made, text = composed(assessment, texts_in()), str(whole(assessment, "markdown"))
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [f"{part.label} {part.title}" for part in made.sections]
    numbers = [number for part in made.sections for number in part.paragraphs]
    shown = re.findall(r"^(?:#### (?=\d+\. )|(?:- <a id=\"[\w-]+\"></a>)?(?=\d+\\\. ))(\d+)", text, re.MULTILINE)
    assert [int(number) for number in shown] == numbers
    assert "[0](#" not in text


def test_json_is_the_assessment_itself(georgia: Assessment) -> None:
    assert render(georgia, "json") == georgia.to_json()


def test_a_format_that_there_is_not_is_refused(georgia: Assessment) -> None:
    with pytest.raises(InputError, match="there is no format pdf"):
        render(georgia, "pdf")


@pytest.mark.parametrize(
    ("named", "file", "expected"),
    [
        (None, None, "text"),
        (None, "a.HTML", "html"),
        ("json", "a.html", "json"),
        (None, "b/c.d/e.md", "markdown"),
        (None, "a.docx", "docx"),
        (None, "a.XLSX", "xlsx"),
    ],
)
def test_the_format_is_named_or_follows_the_ending(named: str | None, file: str | None, expected: str) -> None:
    assert format_of(named, file) == expected

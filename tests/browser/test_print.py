"""On paper: A4 with page numbers, sections on pages of their own, links written out, the whole list whatever is filtered."""

from __future__ import annotations

import io
from dataclasses import replace

from pypdf import PdfReader

from npm_readiness import assess, render
from npm_readiness.gap_report.document import Run, Section, Table
from tests.browser.conftest import Open, Opened
from tests.gap_report.fully_answered import fully_answered
from tests.gap_report.sample import sample_report

A4 = (595, 842)


def printed(happened: Opened) -> list[str]:
    """The text of each page."""
    pdf = PdfReader(io.BytesIO(happened.page.pdf(prefer_css_page_size=True)))
    for page in pdf.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
    return [page.extract_text() for page in pdf.pages]


def test_pages_are_a4_and_numbered(opened: Open) -> None:
    pages = printed(opened())
    assert 5 <= len(pages) <= 7
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page


def test_sections_begin_on_pages_of_their_own_after_the_cover(opened: Open) -> None:
    cover, summary, *_ = pages = printed(opened())
    assert "Self-assessment" in cover
    assert "Contents" in cover
    assert "Where we are" not in cover
    assert "Where we are" in summary
    assert "Key recommendations" not in summary
    assert "Concordance" in pages[-1]


def test_each_page_but_the_first_says_what_it_is_torn_from(opened: Open) -> None:
    title = sample_report().title
    cover, *rest = printed(opened())
    assert " ".join(cover.split()).count(title) == 1
    assert all(title in page for page in rest)


def test_links_are_written_out(opened: Open) -> None:
    assert "<https://example.org/a?b=1&c=2>" in "".join("".join(printed(opened())).split())


def test_controls_are_left_out(opened: Open) -> None:
    text = "".join(printed(opened()))
    assert "Show all" not in text
    assert "Narrow the list" not in text
    assert "Skip to the content" not in text


def test_paper_is_always_whole(opened: Open) -> None:
    """A filter is not to be seen on paper, so that it must not leave anything out there."""
    happened = opened()
    happened.page.get_by_role("combobox", name="Severity").select_option("Guidance")
    text = "".join(printed(happened))
    assert "The rest of this theme" in text
    assert text.count("Rests on") == 3


def test_the_head_of_a_table_stands_on_each_of_its_pages_and_no_row_is_cut(opened: Open) -> None:
    """Each row begins and ends with its number, four lines apart."""
    rows = tuple(((Run(f"begin{number}"),), (Run("word " * 90 + f"end{number}."),)) for number in range(60))
    table = Table("A long table", ("Provision", "Content"), rows)
    sample = sample_report()
    report = replace(sample, sections=(Section("long", "1", "Long", (table,)),), contents=("",))
    pages = printed(opened(report))
    holding = [page for page in pages if "begin" in page]
    assert len(holding) > 2
    for page in holding:
        assert "Provision" in page
        begun = {word.removeprefix("begin") for word in page.split() if word.startswith("begin")}
        ended = {word.removeprefix("end").rstrip(".") for word in page.split() if word.startswith("end")}
        assert begun == ended


def test_a_catalogue_of_which_everything_is_answered_stays_a_report(opened: Open) -> None:
    """Each of nearly eight hundred questions answered, with 356 gaps; a report that tells all of it in full has 370 pages."""
    happened = opened()
    happened.show(str(render(assess(fully_answered()), "html")))
    assert len(printed(happened)) <= 100

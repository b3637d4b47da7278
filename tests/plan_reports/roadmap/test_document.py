"""What the document on a roadmap says, as a minister reads it."""

from __future__ import annotations

import html

import html5lib
import pytest

from npm_readiness import load_profile, plan, render
from npm_readiness.gap_report.document import Picture, Report, Table, text_of
from npm_readiness.gap_report.drawings import Gantt
from npm_readiness.gap_report.language import texts_in
from npm_readiness.plan_reports.roadmap import paper
from npm_readiness.planning.roadmap.result import Roadmap
from tests.making import catalogue, criterion, profile, question
from tests.plan_reports.roadmap.conftest import EXAMPLES


def said(roadmap: Roadmap, form: str = "markdown") -> str:
    """What a document says, in one line."""
    document = render(roadmap, form)
    assert isinstance(document, str)
    return " ".join(html.unescape(document).replace("\\", "").replace("**", "").split())


def report(roadmap: Roadmap) -> Report:
    return paper(roadmap, texts_in()).report


def test_the_first_page_says_what_is_enough_for_the_next_stage(turkmenistan: Roadmap) -> None:
    told = said(turkmenistan, "text")
    assert "14 gaps can be worked on today, in 7 packages." in told
    assert (
        "The next stage: Designation. 3 answers that become yes are enough for nothing known to stand in its way"
        in told
    )
    assert "Has a body been made the national preventive mechanism? Today: no. [package 4]" in told
    assert "Today: unknown, between no and partial. [package 2]" in told
    assert "24 treaty requirements in its way wait for the mechanism" in told


def test_a_deposit_that_was_named_for_the_roadmap_is_called_hypothetical(turkmenistan: Roadmap) -> None:
    told = said(turkmenistan)
    assert "2025-03-01: a hypothetical date, taken for this roadmap and announced by nobody" in told
    assert "The deposit on 1 March 2025 is hypothetical" in told


def test_a_deposit_that_the_profile_plans_is_not() -> None:
    facts = {
        "uncat": {"acceded": "1999-06-25"},
        "opcat": {"signed": None, "ratified": None, "acceded": None, "planned": "2025-03-01"},
    }
    made = catalogue(criterion("named", question("a"), stage="designation"))
    told = said(plan(profile({"a": "no"}, npm={"model": "nhri", "designated": None}, treaties=facts), made))
    assert "2025-03-01, as the profile plans it" in told
    assert "hypothetical" not in told


def test_each_reading_of_article_17_has_its_line_with_what_is_to_spare(turkmenistan: Roadmap) -> None:
    told = said(turkmenistan)
    assert (
        "due on 1 March 2026 (counted from the deposit, not before 22 June 2006): in time with 384 days to spare"
        in told
    )
    assert "due on 31 March 2026 (counted from entry into force): in time with 414 days to spare" in told
    assert "OPCAT, art. 17" in told


def test_what_is_late_is_said_plainly(australia: Roadmap) -> None:
    told = said(australia)
    assert "For part III of the Protocol, which binds from 20 January 2018: late by 3341 days" in told
    assert "overdue" not in told


def test_durations_stand_as_assumptions_with_their_reason(turkmenistan: Roadmap) -> None:
    told = said(turkmenistan)
    assert "it is no rule of law and no finding on this country" in told
    assert "These durations are planning assumptions" in told
    assert "Readings and committee work in one or two sessions" in told


def test_without_a_start_there_are_weeks(undated: Roadmap) -> None:
    told = said(undated)
    assert "All packages take 66 weeks from the start." in told
    assert "week 26 to week 56" in told
    assert "no deposit is planned, so there is no date to count back from" in told


def test_a_split_package_says_why(australia: Roadmap) -> None:
    told = said(australia)
    assert "Government: decision of the executive (designation), part 2 of 2" in told
    assert "another package must come after the one part and before the other" in told


def test_before_there_is_a_mechanism_none_is_asked_to_act(turkmenistan: Roadmap, australia: Roadmap) -> None:
    assert "The body that is to be the mechanism: own rules" in said(turkmenistan)
    assert "The mechanism: own work" in said(australia)


def test_the_picture_is_drawn_from_the_weeks_and_its_table_says_the_same(turkmenistan: Roadmap) -> None:
    (picture,) = [
        block for section in report(turkmenistan).sections for block in section.blocks if isinstance(block, Picture)
    ]
    drawing = picture.drawing
    assert isinstance(drawing, Gantt)
    days = (turkmenistan.start_by[-1].due - turkmenistan.start).days  # type: ignore[operator]
    for row, package in zip(drawing.rows, turkmenistan.packages, strict=True):
        assert (row.starts * days, row.ends * days) == pytest.approx((package.starts_week * 7, package.ends_week * 7))
    assert [mark.sign for mark in drawing.marks] == ["A", "B", "C"]
    assert drawing.marks[-1].at == 1
    told = [[text_of(cell) for cell in row] for row in picture.table.rows]
    assert told == [[row.label, row.words] for row in drawing.rows] + [
        [mark.sign, mark.words] for mark in drawing.marks
    ]


def test_html_draws_a_bar_for_each_package_and_a_line_for_each_date(turkmenistan: Roadmap) -> None:
    page = render(turkmenistan, "html")
    assert isinstance(page, str)
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    bars = [entry for entry in tree.iter() if entry.tag.endswith("rect")]
    assert sum(bar.get("class") == "full" for bar in bars) == 7
    assert sum(bar.get("class") == "moment" for bar in bars) == 7 * 3
    assert "http-equiv" in page


def test_every_format_has_every_action(turkmenistan: Roadmap) -> None:
    for format_ in ("markdown", "html", "csv"):
        told = said(turkmenistan, format_)
        for package in turkmenistan.packages:
            for action in package.actions:
                assert action.text[:60] in told


@pytest.mark.parametrize("country", ["norway", "kazakhstan"])
def test_where_nothing_known_blocks_there_is_no_next_stage(country: str) -> None:
    told = said(plan(load_profile(EXAMPLES / f"{country}.yaml")))
    assert "No treaty requirement is known to be unmet in any stage" in told


def test_where_there_is_nothing_to_do_it_says_so_in_every_format() -> None:
    roadmap = plan(profile({"a": "yes"}), catalogue(criterion("one", question("a"))))
    assert "There is nothing that somebody should do today" in said(roadmap, "text")
    for format_ in ("markdown", "html", "json", "docx", "xlsx", "csv"):
        assert render(roadmap, format_)


def test_what_may_be_needless_says_so() -> None:
    made = catalogue(
        criterion("regions", question("a"), when={"federal": True}),
        criterion("several", question("b"), question("c")),
    )
    told = said(plan(profile({"a": "no", "b": "no", "c": "unknown"}), made))
    assert "It may be needless: it depends on whether the State is federal, which is not known." in told
    assert "A part of it may be needless: it is not known how these stand: Is it so (c)?" in told


def test_tables_have_as_many_cells_as_heads(turkmenistan: Roadmap, australia: Roadmap, undated: Roadmap) -> None:
    for roadmap in (turkmenistan, australia, undated):
        for section in report(roadmap).sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    assert {len(row) for row in block.rows} <= {len(block.head)}

"""Findings that bear on the same things are told without telling these anew for each; inputs are those of ``tests/large.py``."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from npm_readiness import Assessment, assess, load_profile, render
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import Finding, Report
from npm_readiness.gap_report.excerpt import excerpt
from npm_readiness.gap_report.extent import Extent
from npm_readiness.gap_report.formats.docx.packed import packed, unpacked
from npm_readiness.gap_report.formats.html.lines import MANY, Lines
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.plan_reports.paper import Composed, Paper
from npm_readiness.planning.models.comparing import compare_models
from npm_readiness.scoring.findings import findings_of
from tests import large
from tests.making import catalogue, criterion, profile
from tests.steps import steps
from tests.test_growth import LINEAR

FOR_A_FINDING = 5_500
"""How many lines of Python a page may take for each finding, of which it tells twice: who found it, and what was found."""


def _assessment(number: int, folder: Path) -> Assessment:
    file = folder / "profile.yaml"
    file.write_text(large.recommendations(number)["profile.yaml"], encoding="utf-8")
    return assess(load_profile(file))


def _bearing_on(report: Report) -> list[object]:
    """The lines on what each finding bears, of those that tell it."""
    findings = (block for section in report.sections for block in section.blocks if isinstance(block, Finding))
    return [
        lines[0]
        for finding in findings
        for label, lines in finding.fields
        if label == "Bears on" and isinstance(lines, tuple)
    ]


@pytest.mark.parametrize("form", ["html", "docx", "markdown"])
def test_a_page_on_twice_as_many_findings(form: str, tmp_path: Path) -> None:
    def of(number: int) -> int:
        assessment = _assessment(number, tmp_path)
        render(assessment, form)
        return steps(lambda: render(assessment, form))

    small, middle, large_ = of(30), of(60), of(120)
    assert large_ - middle <= LINEAR * (middle - small)
    assert large_ - middle <= FOR_A_FINDING * 60


def test_on_what_findings_bear_is_one_line_that_they_share(tmp_path: Path) -> None:
    texts = texts_in("en")
    report = composed(_assessment(20, tmp_path), texts)
    lines = _bearing_on(report)
    assert len(lines) == 20
    assert len(set(map(id, lines))) == 1
    # Also where what led to parts that are left out leads nowhere.
    assert len(set(map(id, _bearing_on(excerpt(report, Extent("main", ()), texts))))) == 1


def test_where_a_finding_stands_is_found_without_going_through_all_criteria() -> None:
    """With thousands of findings and criteria, each would be held against each."""

    def of(number: int) -> int:
        made = catalogue(*(criterion(f"c{place}", f"q{place}") for place in range(number)))
        said = {"by": "spt", "text": "Do it.", "about": ["c1"], "finding": "falls_short", "adopted": True}
        one = profile({}, recommendations=[{"id": f"r{place}", **said} for place in range(50)])
        findings_of(one, made, one.assessed_on, tuple(one.checklists))
        return steps(lambda: findings_of(one, made, one.assessed_on, tuple(one.checklists)))

    # The criteria are gone through once for all findings, and not once for each.
    assert of(400) - of(200) < 200 * 10


def test_a_long_line_is_written_once_for_all_who_share_it_and_no_other_is_taken_for_it() -> None:
    lines = Lines(leads=lambda _: True, place=lambda link: link)
    shared = line(*"abcdefgh")
    assert lines.inline(shared) is lines.inline(shared)
    # A line that is thrown away leaves its place in memory to the next.
    for number in range(50):
        assert lines.inline(line(*[str(number)] * MANY)) == str(number) * MANY


def test_what_is_drawn_as_json_composes_no_document() -> None:
    def compose() -> Composed:
        raise AssertionError

    result = compare_models(profile({}), catalogue(criterion("c", "a")))
    assert Paper(result, texts_in("en"), compose).json == result.to_json()


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=20), st.integers(1, 20_000))
def test_what_is_packed_comes_back_as_it_was(pieces: list[str], times: int) -> None:
    whole = [*pieces, "<w:t>a</w:t>" * times, *pieces]
    held = packed(whole)
    assert b"".join(unpacked(held)).decode() == "".join(whole)
    assert max(map(len, unpacked(held))) <= 1 << 16

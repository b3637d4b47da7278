"""Standards stay apart from readiness; what is dated later has not happened; what does not apply is not asked for."""

from __future__ import annotations

import re
from datetime import date

import pytest

from npm_readiness import assess, render
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import text_of
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.rendering import text_report
from npm_readiness.gap_report.sections.inline import percent
from npm_readiness.models.assessment import Assessment
from tests.gap_report.whole import whole
from tests.making import catalogue, checklist, criterion, evidenced, profile

CATALOGUE = catalogue(
    criterion("own", "q-own"),
    criterion("regions", "q-regions", when={"federal": True}),
    checklist("women", criterion("cells", "q-cells", dimension="women"), counts_for="standards"),
    checklist("children", criterion("age", "q-age", dimension="women"), counts_for="standards"),
)
STANDARDS = assess(
    profile(
        {"q-own": evidenced("yes"), "q-cells": evidenced("no"), "q-age": evidenced("yes")},
        checklists=["opcat", "women", "children"],
        state={"federal": False},
    ),
    CATALOGUE,
)


def section(assessment: Assessment, start: str, end: str) -> str:
    """A part of the report in Markdown, between two section headings."""
    text = str(render(assessment, "markdown"))
    return text[text.index(f"\n## {start}") : text.index(f"\n## {end}")]


def test_a_treaty_gap_in_standards_is_named_apart_from_readiness_with_its_recommendation_and_its_step() -> None:
    assert STANDARDS.gaps[0].severity == "critical"
    summary = " ".join(str(render(STANDARDS, "text")).split())
    assert "What blocks. Nothing: the 1 treaty requirement that applies is met." in summary
    apart = "Title of women, apart from the verdicts. 0 of 1 criteria are met, 1 is known to fall short."
    assert f"{apart} Not, or not fully, in place: Title of cells" in summary
    assert "Title of children, apart from the verdicts. 1 of 1 criteria is met, 0 are known to fall short." in summary
    assert "A. Parliament: legislation, on standards: Title of women" in summary
    assert "Make it so (cells)" in summary
    assert "cells" not in section(STANDARDS, "6 ", "7 "), "the analysis of readiness"
    assert "Steps in order, on standards: Title of women_" in section(STANDARDS, "9 ", "10 ")
    assert "Title of cells" in section(STANDARDS, "9 ", "10 ")


def test_a_gap_in_standards_blocks_no_stage() -> None:
    assert not any(stage.blockers for stage in STANDARDS.stages)
    assert "No gap in readiness is known, and the 1 treaty requirement that applies is met." in " ".join(
        str(render(STANDARDS, "text")).split()
    )


def test_what_standards_meet_is_no_readiness() -> None:
    assert "`age`" not in section(STANDARDS, "5 ", "6 ")


def test_the_gaps_in_standards_stand_in_their_annex() -> None:
    assert "Make it so (cells)" in section(STANDARDS, "Annex C", "Annex D")


def test_a_question_that_does_not_apply_is_not_among_what_is_not_known() -> None:
    assert "q-regions" not in section(STANDARDS, "7 ", "8 ")


def test_what_is_dated_later_has_not_happened() -> None:
    joined = profile(
        {"q-own": "yes"},
        treaties={
            "opcat": {
                "signed": "2022-06-01",
                "acceded": "2023-06-01",
                "ratified": None,
                "article_24": {"part": "IV", "declared": "2023-06-01"},
            }
        },
    )
    before, after = (
        section(assess(joined, CATALOGUE, as_of=day), "4 ", "5 ") for day in (date(2022, 1, 1), date(2024, 1, 1))
    )
    assert "2023" not in before
    assert "2022" not in before
    assert "acceded 2023-06-01" in after
    assert "The State postponed part IV of the Protocol (art. 24). The declaration was made with the deposit." in after
    assert "For how many years it was declared is not known: one to three." in after


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0"), (1, "100"), (0.000001, "1"), (0.999999, "99"), (0.285, "29"), (0.145, "15"), (0.5, "50")],
)
def test_percent_are_rounded_half_up_and_are_0_or_100_only_where_it_is_exactly_so(number: float, expected: str) -> None:
    assert percent(number) == expected


@pytest.mark.parametrize("name", ["own", "regions", "cells"])
def test_an_id_that_came_in_by_json_cannot_become_markup(name: str) -> None:
    """Of a criterion that is met, of one that does not apply, and of a gap in standards."""
    text = STANDARDS.to_json().replace(f'"{name}"', f'"{name}\\"><img src=x onerror=alert(1)>|`"')
    report = str(render(Assessment.from_json(text), "markdown"))
    assert "<img" not in re.sub(r"\\.", "", report)
    assert all(re.fullmatch(r"[\w-]+", place) for place in re.findall(r'<a id="([^>]*)">', report))


def test_wide_characters_count_as_two_columns() -> None:
    wide = assess(profile({"q-own": "no"}, country="XKX", country_name="国" * 100), CATALOGUE)
    for line in text_report(wide).splitlines():
        assert len(line) + line.count("国") <= 80


def test_bars_stand_under_each_other() -> None:
    both = catalogue(criterion("own", "q-own"), criterion("money", "q-money", dimension="resources"))
    lines = text_report(assess(profile({"q-own": "no"}), both)).splitlines()
    assert len({line.index("[") for line in lines if re.search(r"\[[#?.]{20}\]", line)}) == 1


def test_the_contents_say_which_paragraphs_a_section_holds() -> None:
    made = composed(STANDARDS, texts_in())
    told = dict(zip((part.label for part in made.sections), made.contents, strict=True))
    assert (told["1"], told["3"], told["5"]) == ("", "paras. 1 to 8", "para. 15")


def test_the_cover_names_the_digests_of_the_checklists() -> None:
    cover = dict(composed(STANDARDS, texts_in()).cover)
    assert STANDARDS.checklists[0].sha256[:12] in text_of(cover["Checklists"])


def test_a_criterion_none_of_whose_provisions_was_read_says_so_and_others_do_not() -> None:
    made = catalogue(
        criterion("open", "q-open", cites=["guidelines-9"], obligation="guidance"),
        criterion("unread", "q-unread", cites=["guidelines-9"], obligation="guidance"),
        criterion("half", "q-half", cites=["guidelines-9", "guidelines-7"], obligation="guidance"),
    )
    assessment = assess(profile({"q-unread": "no", "q-half": "no"}), made)
    assert {entry.id: entry.wording_seen for entry in assessment.criteria} == {
        "open": False,
        "unread": False,
        "half": True,
    }
    text = str(render(assessment, "markdown"))
    assert text.count("Wording not seen.") == 1, "with the gap"
    assert "Title of open (guidance, wording not seen)" in text


def test_standards_stand_in_the_order_of_a_code_where_their_criteria_name_its_chapters() -> None:
    made = catalogue(
        checklist(
            "women",
            criterion("doctor", "q-doctor", dimension="women", code_chapter="health"),
            criterion("beds", "q-beds", dimension="women", code_chapter="regime"),
            criterion("figures", "q-figures", dimension="women"),
            counts_for="standards",
        )
    )
    answers = {name: evidenced("no") for name in ("q-doctor", "q-beds", "q-figures")}
    told = section(assess(profile(answers, checklists=["women"]), made), "Annex C", "Annex D")
    order = [
        "Title of women: Regime",
        "Title of beds",
        "Title of women: Health",
        "Title of doctor",
        "Title of women: beside a code",
        "Title of figures",
    ]
    assert [told.index(words) for words in order] == sorted(told.index(words) for words in order)


def test_the_rules_by_which_questions_are_answered_stand_with_how_to_reproduce() -> None:
    rule = {"word": "A law", "rule": "An act or the constitution.", "example": "A decree is none."}
    made = catalogue({**checklist("opcat", criterion("c", "q")), "rules": [rule]})
    told = str(whole(assess(profile({"q": evidenced("no")}), made), "markdown"))
    assert "How answers are read" in told
    assert "| **A law** | An act or the constitution. | A decree is none. |" in told

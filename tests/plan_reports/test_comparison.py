"""The document on a comparison: what each reader is told, in every format."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from npm_readiness import compare, load_profile, render
from npm_readiness.gap_report.document import Section, Table, lines_of, text_of
from npm_readiness.gap_report.language import texts_in
from npm_readiness.plan_reports.comparison import paper
from npm_readiness.planning.comparing.comparison import Comparison
from tests.making import catalogue, criterion, profile

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSTILE = "<script>alert(1)</script> \u202egnp.exe\u202c \x9b31m =1+1"


@pytest.fixture(scope="module")
def kyrgyzstan() -> Comparison:
    return compare([load_profile(EXAMPLES / f"kyrgyzstan-{year}.yaml") for year in (2024, 2025)])


@pytest.fixture(scope="module")
def countries() -> Comparison:
    names = ("norway", "turkmenistan", "kyrgyzstan-2025")
    return compare([load_profile(EXAMPLES / f"{name}.yaml") for name in names], rank=True)


def sections(result: Comparison) -> dict[str, Section]:
    return {section.title: section for section in paper(result, texts_in()).report.sections}


def words(section: Section) -> str:
    return " ".join(text_of(line) for block in section.blocks for line in lines_of(block))


def test_over_time_the_country_what_is_known_and_the_checklists_stand_apart(kyrgyzstan: Comparison) -> None:
    told = sections(kyrgyzstan)
    assert list(told) == [
        "In one page",
        "What changed in the country",
        "What changed in what is known",
        "What changed in the checklists",
        "Theme by theme",
        "Answers that changed",
    ]
    assert "now not ready" in words(told["In one page"])
    assert "No weakening of the mechanism (OPCAT, art. 17" in words(told["In one page"])
    country = words(told["What changed in the country"])
    assert (
        "National Center for the Prevention of Torture: what it is to the mechanism the mechanism was the mechanism"
        in country
    )
    assert "Other bodies are the mechanism than before" in country
    assert "paris: assessed in the second profile alone" in words(told["What changed in the checklists"])


def test_both_intervals_of_a_theme_are_shown_and_compared_only_where_they_measure_the_same(
    kyrgyzstan: Comparison,
) -> None:
    themes = words(sections(kyrgyzstan)["Theme by theme"])
    assert "Recommendations and dialogue 8 to 100 % 0 to 100 % less is known" in themes
    assert "Choice of the mechanism 60 to 100 % 26 to 94 % other criteria count" in themes


def test_countries_stand_side_by_side_without_a_rank_unless_it_is_asked_for(countries: Comparison) -> None:
    told = sections(countries)
    assert list(told) == ["In one page", "Side by side", "A rank, as far as there is one"]
    assert "This is no league table" in words(told["A rank, as far as there is one"])
    assert "Of 3 pairs of countries" in words(told["A rank, as far as there is one"])
    assert not any("rank" in title for title in sections(countries.model_copy(update={"ranks": None})))
    verdicts = next(block for block in told["In one page"].blocks if isinstance(block, Table))
    assert [text_of(row[0]).partition(",")[0] for row in verdicts.rows] == ["Norway", "Turkmenistan", "Kyrgyzstan"]


def test_the_workbook_holds_every_criterion_in_every_profile(countries: Comparison) -> None:
    made = render(countries, "xlsx")
    assert isinstance(made, bytes)
    book = load_workbook(BytesIO(made))
    assert book.sheetnames == ["Profiles", "Themes", "Criteria", "Rank"]
    head, *rows = book["Criteria"].iter_rows(values_only=True)
    assert head[1:4] == ("Norway, 2023-12-31", "Turkmenistan, 2023-12-14", "Kyrgyzstan, 2025-12-31")
    assert len(rows) == len(countries.criteria)


def test_more_profiles_than_columns_are_rows() -> None:
    made = catalogue(criterion("c", "a"), criterion("d", "b"))
    many = compare((profile({"a": "yes"}, assessed_on=f"{1900 + number}-01-01") for number in range(101)), made)
    sheet = paper(many, texts_in()).sheets()[2].tables[0]
    assert ([column.title for column in sheet.columns], len(sheet.rows)) == (["Profile", "c", "d"], 101)


@pytest.mark.parametrize("form", ["text", "json", "html", "markdown", "docx", "xlsx"])
def test_every_format_draws_it_the_same_each_time(kyrgyzstan: Comparison, form: str) -> None:
    assert render(kyrgyzstan, form) == render(kyrgyzstan, form)


def test_two_profiles_of_one_day_are_told_apart_by_their_names() -> None:
    made = catalogue(criterion("c", "a"))
    compared = compare([profile(), profile({"a": "yes"})], made, names=["first.yaml", "second.yaml"])
    assert "Turkmenistan, 2024-01-01 (second.yaml)" in str(render(compared, "html"))


def test_a_profile_from_a_stranger_reaches_nothing() -> None:
    made = catalogue(criterion("c", "a"))
    evidence = [{"source": "law", "pinpoint": f"art. {HOSTILE}", "note": HOSTILE}]
    body = {"id": "o", "name": HOSTILE, "role": "candidate"}
    hostile = profile(
        {"a": {"answer": "yes", "evidence": evidence, "comment": HOSTILE}},
        country_name=HOSTILE,
        npm={"bodies": [body]},
        sources={"law": {"title": HOSTILE, "kind": "law"}},
    )
    html = str(render(compare([profile(), hostile], made, names=["a", HOSTILE]), "html"))
    assert "<script>alert" not in html
    assert "\u202e" not in html
    assert "\x9b" not in html

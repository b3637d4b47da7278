"""The document on several assessors, and the merged profile as a file."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from npm_readiness import Profile, assess, load_profile, reconcile, render
from npm_readiness.gap_report.document import Section, lines_of, text_of
from npm_readiness.gap_report.language import texts_in
from npm_readiness.loading.profiles import load_profile_with_warnings
from npm_readiness.plan_reports.reconciliation import paper
from npm_readiness.planning.reconciling.reconciliation import Reconciliation
from tests.making import catalogue, criterion, profile

FOLDER = Path(__file__).parents[2] / "examples" / "reconcile"
NAMES = ("government", "institution", "civil-society")
HOSTILE = "<script>alert(1)</script> \u202egnp.exe\u202c \x9b31m\n# key: value\n- =1+1"


@pytest.fixture(scope="module")
def three() -> list[Profile]:
    return [load_profile(FOLDER / f"{name}.yaml") for name in NAMES]


@pytest.fixture(scope="module")
def result(three: list[Profile]) -> Reconciliation:
    return reconcile(three, names=NAMES)


@pytest.fixture(scope="module")
def sections(result: Reconciliation) -> dict[str, str]:
    report = paper(result, texts_in()).report
    return {section.title: words(section) for section in report.sections}


def words(section: Section) -> str:
    return " ".join(text_of(line) for block in section.blocks for line in lines_of(block))


def test_page_one_says_how_far_they_agree_and_what_each_ones_answers_would_give(sections: dict[str, str]) -> None:
    page = sections["In one page"]
    assert "42 questions were answered yes, partial or no by two assessors or more; they say the same on 24." in page
    assert "Krippendorff's alpha is 0.52 (0.29 to 0.72)." in page
    assert "Coalition against Torture ready cannot be said yet not ready (7 unmet) not ready (12 unmet)" in page
    assert "together ready cannot be said yet cannot be said yet not ready (2 unmet)" in page


def test_every_contradiction_stands_with_what_each_rests_on(sections: dict[str, str]) -> None:
    told = sections["Where they contradict each other"]
    assert "Coalition against Torture: no" in told
    assert "Care homes are not named, and were refused as not covered." in told
    assert "unknown (between partial and yes)" in told


def test_facts_that_differ_and_sources_that_are_renamed_are_listed(sections: dict[str, str]) -> None:
    facts = sections["Facts that differ"]
    assert (
        "Inter-ministerial working group: false; Office of the Ombudsperson: unknown; Coalition against Torture: true"
        in facts
    )
    assert "unknown (left unknown)" in facts
    assert "government-annual-report-2024" in sections["Who answered, and on what"]


def test_the_workbook_has_a_column_for_each_assessor(result: Reconciliation) -> None:
    made = render(result, "xlsx")
    assert isinstance(made, bytes)
    book = load_workbook(BytesIO(made))
    assert book.sheetnames == ["Questions", "Versions", "Agreement", "Facts that differ"]
    head, *rows = book["Questions"].iter_rows(values_only=True)
    assert head[2:5] == tuple(assessor.by for assessor in result.assessors)
    assert len(rows) == len(result.questions)


@pytest.mark.parametrize("form", ["text", "json", "html", "markdown", "docx", "xlsx", "yaml"])
def test_every_format_draws_it_the_same_each_time(result: Reconciliation, form: str) -> None:
    assert render(result, form) == render(result, form)


class TestMergedProfile:
    def test_it_loads_without_a_problem_or_a_warning_and_says_what_was_merged(
        self, result: Reconciliation, tmp_path: Path
    ) -> None:
        file = tmp_path / "merged.yaml"
        file.write_text(str(render(result, "yaml")), encoding="utf-8")
        loaded, warnings = load_profile_with_warnings(file)
        assert warnings == ()
        wanted = Profile.model_validate_json(json.dumps(result.merged))
        assert loaded.model_dump(exclude_unset=True) == wanted.model_dump(exclude_unset=True)

    def test_its_head_says_from_what_it_was_made(self, result: Reconciliation) -> None:
        head = str(render(result, "yaml")).partition("\ncountry:")[0]
        assert all(line.startswith("#") or not line for line in head.splitlines())
        assert "Office of the Ombudsperson (institution), sha256" in head
        assert "state.private_places_of_detention: here unknown" in head
        assert "annual-report-2024 of Office of the Ombudsperson is now institution-annual-report-2024" in head

    def test_a_disputed_answer_is_marked_and_keeps_its_versions(self, result: Reconciliation) -> None:
        text = str(render(result, "yaml"))
        assert text.count("# DISPUTED. ") == len([one for one in result.questions if one.outcome == "disputed"])
        assert (
            "  law-covers-psychiatric:\n    answer: unknown\n    between: [partial, yes]\n    versions:\n      - by:"
            in text
        )

    def test_texts_of_strangers_do_not_break_out_of_it(self, tmp_path: Path) -> None:
        made = catalogue(criterion("c", "a"))
        text = HOSTILE.replace("\x9b", "").replace("\u202e", "")
        hostile = [
            profile({"a": {"answer": answer, "comment": text}}, assessors=[f"{text} {answer}"], note=text)
            for answer in ("yes", "no")
        ]
        file = tmp_path / "merged.yaml"
        file.write_text(str(render(reconcile(hostile, made, names=[text, "b"]), "yaml")), encoding="utf-8")
        assert load_profile(file, made).answers["a"].versions[0].comment == text


def test_the_gap_report_on_it_shows_where_answers_differ(result: Reconciliation, tmp_path: Path) -> None:
    file = tmp_path / "merged.yaml"
    file.write_text(str(render(result, "yaml")), encoding="utf-8")
    text = str(render(assess(load_profile(file)), "markdown"))
    assert "## 12 Where answers differ" in text
    assert "Coalition against Torture: **no**" in text


def test_an_assessor_with_a_hostile_name_reaches_nothing() -> None:
    made = catalogue(criterion("c", "a"))
    both = [profile({"a": answer}, assessors=[f"{HOSTILE} {answer}"]) for answer in ("yes", "no")]
    html = str(render(reconcile(both, made), "html"))
    assert "<script>alert" not in html
    assert "\u202e" not in html
    assert "\x9b" not in html

"""A report whose checklists are standards only speaks for them: page one, recommendations, road, drafter's list, reply form."""

from __future__ import annotations

import pytest

from npm_readiness import Assessment, Profile, assess, render
from npm_readiness.gap_report.composing import composed
from npm_readiness.gap_report.document import Picture, Report
from npm_readiness.gap_report.drawings import Track
from npm_readiness.gap_report.language import texts_in
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.packages import packages
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.profile import GivenAnswer
from npm_readiness.models.vocabulary import Addressee, Answer, Severity
from tests.gap_report.test_composing import section, words

CHECKLISTS = ("women", "mothers-and-children")


@pytest.fixture(scope="module")
def all_no() -> Assessment:
    """As ``init --checklists women,mothers-and-children`` gives it, with every question answered no."""
    catalogue = default_catalogue()
    asked = {
        question.id
        for name in CHECKLISTS
        for criterion in catalogue.checklists[name].content.criteria
        for question in catalogue.questions_of(criterion)
        if question.answered_by is None
    }
    assert len(asked) > 200
    answers = dict.fromkeys(sorted(asked), GivenAnswer(answer=Answer.NO))
    given = {"country": "TKM", "assessed_on": "2024-01-01", "checklists": CHECKLISTS, "answers": answers}
    return assess(Profile.model_validate(given, strict=False))


@pytest.fixture(scope="module")
def report(all_no: Assessment) -> Report:
    return composed(all_no, texts_in())


def test_page_one_says_what_is_met_which_treaty_gaps_there_are_and_the_next_steps(
    all_no: Assessment, report: Report
) -> None:
    page = words(section(report, "1"))
    for summary in all_no.standards:
        number = len([entry for entry in all_no.criteria if entry.checklist == summary.checklist])
        assert f"{summary.title}: 0 of {number} criteria are met, {number} are known to fall short." in page
    sure = [gap for gap in all_no.gaps if gap.severity is Severity.CRITICAL and not gap.conditional]
    assert len(sure) > 20
    assert "What falls short. Not, or not fully, in place: " in page
    assert f"and {len(sure) - 5} more" in page
    assert "The next decisions\nParliament: " in page
    assert page.count("Parliament: ") == 3
    for denial in ("No treaty requirement is known to be unmet", "no step to take", "No gap", "The verdicts rest"):
        assert denial not in page


def test_there_are_no_stages_since_none_was_assessed(all_no: Assessment, report: Report) -> None:
    blocks = [block for part in report.sections for block in part.blocks]
    assert not any(isinstance(block, Picture) and isinstance(block.drawing, Track) for block in blocks)
    for label in ("1", "7"):
        page = words(section(report, label))
        assert "no verdict" not in page.replace("enter no verdict on a stage", "")
        for stage in ("Ratification", "Designation", "Establishment", "Operation"):
            assert stage not in page
    assert all(stage.verdict is None for stage in all_no.stages)


def test_every_treaty_gap_has_its_recommendation_its_step_and_its_line_to_reply(
    all_no: Assessment, report: Report
) -> None:
    road, recommendations = words(section(report, "9")), words(section(report, "2"))
    for gap in (gap for gap in all_no.gaps if not gap.conditional):
        assert title_of(all_no, gap.criterion) in road
    assert "Parliament: legislation" in recommendations
    assert "on standards" not in recommendations, "there is nothing else from which to tell them"
    letters = [package.letter for package in packages(Context(all_no, texts_in()))]
    replies = words(section(report, "Annex D"))
    assert letters[:2] == ["A", "B"]
    assert all(f"\n{letter} " in replies for letter in letters)


def title_of(assessment: Assessment, name: str) -> str:
    title = next(criterion.title for criterion in assessment.criteria if criterion.id == name)
    return " ".join(title.split())


def test_the_drafters_list_has_what_the_law_lacks(report: Report) -> None:
    assert "To be added\nWhat no cited article contains yet, in the chapters of a law.\n☐" in words(
        section(report, "8")
    )


def test_the_title_speaks_of_standards_and_not_of_readiness(report: Report) -> None:
    assert report.title == "Turkmenistan: gap report on standards"


@pytest.mark.parametrize("form", ["text", "markdown", "html", "docx", "xlsx"])
def test_it_is_drawn_in_every_format(form: str, all_no: Assessment) -> None:
    assert render(all_no, form)


def test_where_no_treaty_stands_behind_them_page_one_names_the_body() -> None:
    profile = {
        "country": "TKM",
        "assessed_on": "2024-01-01",
        "checklists": ["ombudsman"],
        "npm": {"bodies": [{"id": "ombud", "name": "The Ombudsperson", "role": "candidate", "kind": "ombudsman"}]},
    }
    page = words(section(composed(assess(Profile.model_validate(profile, strict=False)), texts_in()), "1"))
    assert "Where we are. No mechanism is designated. The Ombudsperson is considered for it." in page


@pytest.mark.parametrize(
    ("designated", "who"),
    [
        ("2020-01-01", "The mechanism"),
        (None, "The body that is to be the mechanism"),
        ("unknown", "The mechanism, or the body that is to be it"),
    ],
)
def test_what_is_no_mechanism_yet_is_not_told_to_act_as_one(designated: str | None, who: str) -> None:
    profile = {
        "country": "TKM",
        "assessed_on": "2024-01-01",
        "checklists": ["paris"],
        "npm": {"model": "nhri", "institution_kind": "ombudsman", "designated": designated},
    }
    context = Context(assess(Profile.model_validate(profile, strict=False)), texts_in())
    assert context.addressee(Addressee.NPM) == who

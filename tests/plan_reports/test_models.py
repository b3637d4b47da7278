"""The document on models side by side: what a minister reads first, and that every format holds all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from npm_readiness import Profile, compare_models, load_profile, render
from npm_readiness.gap_report.document import Table, text_of
from npm_readiness.gap_report.language import texts_in
from npm_readiness.models.vocabulary import NpmModel
from npm_readiness.plan_reports.models import paper
from npm_readiness.plan_reports.models.options import letters
from npm_readiness.planning.models.result import ModelComparison

EXAMPLES = Path(__file__).parents[2] / "examples"


def considering_all(profile: Profile) -> Profile:
    """The profile with all four models considered."""
    npm = profile.npm.model_copy(update={"candidates": tuple(NpmModel)})
    return profile.model_copy(update={"npm": npm})


@pytest.fixture(scope="module")
def turkmenistan() -> ModelComparison:
    return compare_models(considering_all(load_profile(EXAMPLES / "turkmenistan.yaml")), checklists=["opcat", "paris"])


def test_the_first_page_says_each_option_and_that_bodies_are_not_told_apart(turkmenistan: ModelComparison) -> None:
    shown = " ".join(str(render(turkmenistan, "text")).split())
    assert "A. An Ombudsperson or human-rights commission: Ombudsperson of Turkmenistan." in shown
    assert "C. A new specialised body." in shown
    assert "It names no winner." in shown
    assert "cannot tell one body from another" in shown


def test_nothing_is_said_of_that_where_a_body_has_answers_of_its_own() -> None:
    profile = load_profile(EXAMPLES / "georgia.yaml")
    assert profile.npm.bodies is not None
    body = profile.npm.bodies[0]
    told = body.model_copy(update={"answers": {"unit-created": next(iter(profile.answers.values()))}})
    npm = profile.npm.model_copy(update={"bodies": (told,)})
    comparison = compare_models(profile.model_copy(update={"npm": npm}), checklists=["opcat"])
    assert "cannot tell one body from another" not in " ".join(str(render(comparison, "text")).split())


@pytest.mark.parametrize("format_name", ["html", "markdown", "docx", "xlsx", "text", "json"])
def test_every_format_draws_it_and_always_alike(turkmenistan: ModelComparison, format_name: str) -> None:
    first = render(turkmenistan, format_name)
    assert first
    assert first == render(turkmenistan, format_name)


def test_the_matrix_has_a_row_for_each_requirement_on_readiness_and_a_column_for_each_option(
    turkmenistan: ModelComparison,
) -> None:
    report = paper(turkmenistan, texts_in()).report
    section = next(section for section in report.sections if section.anchor == "models_matrix")
    tables = [block for block in section.blocks if isinstance(block, Table)]
    rows = [row for table in tables for row in table.rows]
    assert len(rows) == sum(entry.readiness or not entry.alike for entry in turkmenistan.criteria)
    assert {table.head[2:] for table in tables} == {("A", "B", "C", "D")}
    words = {text_of(cell) for row in rows for cell in row[2:]}
    assert words == {"met", "falls short", "waits", "open", "does not apply"}


def test_each_provision_that_a_strength_or_a_risk_rests_on_is_named(turkmenistan: ModelComparison) -> None:
    report = paper(turkmenistan, texts_in()).report
    section = next(section for section in report.sections if section.anchor == "models_apart")
    rows = [row for block in section.blocks if isinstance(block, Table) for row in block.rows]
    assert rows
    assert all(text_of(row[2]) for row in rows)


def test_letters_do_not_end() -> None:
    assert letters(28)[25:] == ["Z", "A2", "B2"]

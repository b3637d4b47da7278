"""Our own checklists and register: the linter finds nothing in them, and nothing in them is without effect."""

from __future__ import annotations

import ast
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from npm_readiness.browsing.coverage import coverage
from npm_readiness.linting.catalogue_rules import questions_by_model
from npm_readiness.linting.findings import lint
from npm_readiness.loading.located import LocatedCatalogue, load_located
from npm_readiness.models.checklist import Checklist, Criterion, Question, Rubric
from npm_readiness.models.conditions import Conditions
from npm_readiness.models.register import Instrument, Provision
from npm_readiness.models.wording import Bounds, Term, Wording
from npm_readiness.scoring.cases import ANYTHING, cases_of, holds_in

PACKAGE = Path(__file__).parents[2] / "npm_readiness"
CHECKLISTS = {"opcat", "establishment", "operation", "paris", "ombudsman", "women", "mothers-and-children"}


@pytest.fixture(scope="module")
def shipped() -> LocatedCatalogue:
    return load_located()


def test_the_linter_finds_nothing(shipped: LocatedCatalogue) -> None:
    assert [str(finding) for finding in lint(shipped)] == []


def test_every_provision_that_can_be_held_against_a_state_is_cited(shipped: LocatedCatalogue) -> None:
    assert {
        entry.instrument.id: entry.uncited for entry in coverage(shipped.catalogue).instruments if entry.uncited
    } == {}


def test_all_seven_checklists_are_there_and_each_sets_itself_a_budget(shipped: LocatedCatalogue) -> None:
    assert set(shipped.catalogue.checklists) == CHECKLISTS
    assert all(entry.content.question_budget for entry in shipped.catalogue.checklists.values())


def test_opcat_can_be_answered_at_a_workshop_of_two_days(shipped: LocatedCatalogue) -> None:
    """At most a hundred questions for any one model, whatever else is true of the State."""
    catalogue = shipped.catalogue
    assert max(questions_by_model(catalogue.checklists["opcat"].content, catalogue).values()) <= 100


def test_paris_is_for_institutions_and_the_venice_principles_are_for_ombudsman_institutions(
    shipped: LocatedCatalogue,
) -> None:
    checklists = shipped.catalogue.checklists
    for criterion in checklists["paris"].content.criteria:
        assert criterion.applies_when is not None
        assert criterion.applies_when.model == ("nhri", "nhri_plus")
    for criterion in checklists["ombudsman"].content.criteria:
        assert criterion.applies_when is not None
        assert criterion.applies_when.institution_kind == ("ombudsman",)


def test_what_decides_independence_and_means_is_asked_for_every_model(shipped: LocatedCatalogue) -> None:
    always = {
        criterion.dimension
        for criterion in shipped.catalogue.checklists["opcat"].content.criteria
        if criterion.applies_when is None
    }
    assert always >= {"functional-independence", "personnel-independence", "resources", "designation"}


def test_every_criterion_applies_to_some_state_and_every_question_is_asked_of_one(shipped: LocatedCatalogue) -> None:
    for entry in shipped.catalogue:
        criterion, questions = entry.criterion, shipped.catalogue.questions_of(entry.criterion)
        cases = [
            case for case in cases_of(ANYTHING, [(criterion, questions)]) if holds_in(criterion.applies_when, case)
        ]
        assert cases, criterion.id
        for question in questions:
            assert any(holds_in(question.asked_when, case) for case in cases), question.id


def test_children_in_prison_decide_on_conditions_only(shipped: LocatedCatalogue) -> None:
    """Whether a child may stay, and how that ends, is asked of every State."""
    for entry in shipped.catalogue:
        conditions = entry.criterion.applies_when or Conditions()
        if conditions.children_in_prison is not None:
            assert entry.criterion.aspect == "practice", entry.criterion.id


def test_what_needs_a_mechanism_waits_for_its_designation(shipped: LocatedCatalogue) -> None:
    criteria = {entry.criterion.id: entry.criterion for entry in shipped.catalogue}

    def earlier(criterion: Criterion) -> set[str]:
        return set(criterion.after).union(*(earlier(criteria[name]) for name in criterion.after))

    for criterion in criteria.values():
        defined = [question for question in criterion.questions if isinstance(question, Question)]
        if any(question.needs_mechanism for question in defined):
            assert "mechanism-designated" in earlier(criterion) | {criterion.id}, criterion.id


@pytest.mark.parametrize(
    "model", [Checklist, Criterion, Question, Rubric, Conditions, Instrument, Provision, Wording, Bounds, Term]
)
def test_every_key_of_our_files_is_read_by_something(model: type) -> None:
    """A key that nothing reads would let a lawyer write what has no effect. Unknown keys are refused when a file is read."""
    assert set(model.model_fields) - _names_in_our_code() == set()  # type: ignore[attr-defined]


@cache
def _names_in_our_code() -> frozenset[str]:
    return frozenset(chain.from_iterable(_names_in(file) for file in PACKAGE.rglob("*.py")))


def _names_in(file: Path) -> set[str]:
    """The attributes that a module reads, and its texts: some keys are read by name."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
    return found

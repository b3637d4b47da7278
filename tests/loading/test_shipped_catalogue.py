"""The checklists that come with the package: they load, and they keep what the design promises of them."""

from __future__ import annotations

import pytest

from npm_readiness import load_catalogue
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.vocabulary import Answer, Obligation, Stage

DIMENSIONS = {
    "commitment",
    "designation",
    "mandate",
    "functional-independence",
    "personnel-independence",
    "composition",
    "resources",
    "visiting",
    "access",
    "recommendations",
    "legislation",
    "protection",
    "reporting",
    "subcommittee",
    "methods",
    "host",
    "women",
    "mothers-and-children",
}


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


def test_it_has_the_dimensions_of_the_design(shipped: Catalogue) -> None:
    assert set(shipped.dimensions) >= DIMENSIONS


def test_opcat_covers_every_assessable_provision_of_the_protocol(shipped: Catalogue) -> None:
    cited = {
        provision for criterion in shipped.checklists["opcat"].content.criteria for provision in criterion.provisions
    }
    assessable = {
        provision.id
        for provision in shipped.provisions.values()
        if provision.instrument == "opcat" and provision.assessable
    }
    assert len(assessable) > 30
    assert assessable - cited == set()


def test_every_criterion_has_an_obligation_and_what_cites_only_context_is_practice(shipped: Catalogue) -> None:
    for entry in shipped:
        asked = {shipped.provision_obligation(provision) for provision in entry.criterion.provisions} - {None}
        assert (shipped.obligation(entry.criterion) in asked) or (
            not asked and shipped.obligation(entry.criterion) is Obligation.PRACTICE
        ), entry.criterion.id


def test_every_question_is_asked_where_it_is_defined_and_answerable(shipped: Catalogue) -> None:
    assert set(shipped.questions) == set(shipped.uses)
    assert all(question.text.endswith("?") for question in shipped.questions.values())


def test_no_criterion_on_the_mechanism_stands_at_the_first_stage(shipped: Catalogue) -> None:
    """Whether a State can become party does not depend on a mechanism."""
    about_it = {
        question.id
        for entry in shipped
        if entry.criterion.stage is Stage.RATIFICATION
        for question in shipped.questions_of(entry.criterion)
        if question.needs_mechanism or question.answered_by == "mechanism-designated"
    }
    assert about_it == set()


def test_what_answers_itself_is_yes_or_no_and_its_rubric_says_so(shipped: Catalogue) -> None:
    """A fact of the profile gives no half answer, so the rubric may not describe one."""
    for question in shipped.questions.values():
        if question.answered_by is not None:
            assert question.rubric.partial.startswith("Not used"), question.id


def test_every_question_says_who_can_answer_it_and_none_is_for_everybody(shipped: Catalogue) -> None:
    for question in shipped.questions.values():
        assert 1 <= len(question.respondents) <= 3, question.id
        assert set(question.respondents) <= set(shipped.respondents), question.id


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("opcat-ratified-or-acceded", "foreign-affairs"),
        ("law-names-mechanism", "institution"),
        ("visits-made", "mechanism"),
        ("money-in-state-budget", "finance"),
        ("report-discussed-in-parliament", "parliament"),
        ("alternatives-used-for-mothers", "courts"),
        ("antenatal-checks-in-fact", "prison-service"),
        ("accreditation-status", "institution"),
    ],
)
def test_the_best_placed_to_answer_stands_first(shipped: Catalogue, question: str, first: str) -> None:
    assert shipped.questions[question].respondents[0] == first


def test_standards_have_a_dimension_of_their_own_and_readiness_has_not(shipped: Catalogue) -> None:
    used = {entry.criterion.dimension for entry in shipped if entry.checklist.counts_for == "readiness"}
    assert used.isdisjoint({"women", "mothers-and-children"})


def test_no_answer_of_a_rubric_is_empty_or_said_twice(shipped: Catalogue) -> None:
    for question in shipped.questions.values():
        texts = [getattr(question.rubric, answer.value) for answer in (Answer.YES, Answer.PARTIAL, Answer.NO)]
        assert len(set(texts)) == 3, question.id


LETTERS = {
    "commitment": "CO",
    "designation": "DE",
    "mandate": "MA",
    "functional-independence": "FI",
    "personnel-independence": "PI",
    "composition": "CP",
    "resources": "RE",
    "visiting": "VI",
    "access": "AC",
    "recommendations": "RC",
    "legislation": "LE",
    "protection": "PR",
    "reporting": "RP",
    "subcommittee": "SP",
    "methods": "ME",
    "host": "HO",
    "women": "WO",
    "mothers-and-children": "MC",
}


CITED = {
    "convention-party": "CO-1",
    "independence-in-law": "FI-1",
    "statutory-basis": "MA-1",
    "mechanism-designated": "DE-1",
    "doors-open-in-fact": "AC-10",
    "means-suffice": "RE-3",
    "joining-route": "CO-6",
    "no-step-back": "MA-21",
    "host-law-and-mandate": "HO-2",
    "women-legal-aid-law": "WO-63",
    "child-health-inside-law": "MC-36",
}


def test_each_criterion_has_a_code_with_the_letters_of_its_dimension(shipped: Catalogue) -> None:
    for entry in shipped:
        code = entry.criterion.code
        assert code is not None, entry.criterion.id
        assert code.partition("-")[0] == LETTERS[entry.criterion.dimension], entry.criterion.id


def test_codes_that_letters_have_cited_stay_where_they_are(shipped: Catalogue) -> None:
    """A few of each file: a code never moves."""
    codes = {entry.criterion.id: entry.criterion.code for entry in shipped}
    assert {name: codes[name] for name in CITED} == CITED

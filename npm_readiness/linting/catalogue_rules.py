"""What concerns checklists as a whole: when criteria apply, how many questions there are, what no criterion cites."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from types import MappingProxyType

from npm_readiness.loading.located import LocatedCatalogue
from npm_readiness.loading.references import Located
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Checklist, Criterion, Question
from npm_readiness.models.vocabulary import Aspect, InstitutionKind, NpmModel
from npm_readiness.problems import Problem
from npm_readiness.scoring.cases import ANYTHING, Case, cases_of, holds_in

__all__ = ["check_budgets", "check_conditions", "check_coverage", "questions_by_model"]

EVERY_VALUE: Mapping[str, frozenset[str]] = MappingProxyType(
    {"model": frozenset(NpmModel), "institution_kind": frozenset(InstitutionKind)}
)
"""The conditions that list values, each with all that there are."""


def check_conditions(criterion: Criterion, place: Located) -> Iterator[Problem]:
    """Conditions that no State can meet or that every State meets, and those that would free a State from what its law must say.

    A privately run place matters in practice only: the law must cover such places anyway, before there is one.
    """
    conditions = criterion.applies_when
    if conditions is None:
        return
    if not any(holds_in(conditions, case) for case in cases_of(ANYTHING, [(criterion, ())])):
        yield place.problem("condition-unreachable", "applies_when")
    named = {fact: values for fact, values in conditions.model_dump().items() if values is not None}
    if not named:
        yield place.problem("condition-empty", "applies_when")
    for fact, every in EVERY_VALUE.items():
        if fact in named and every <= set(named[fact]):
            yield place.problem("condition-empty", "applies_when", fact)
    if criterion.aspect is Aspect.LAW and conditions.private_places_of_detention is not None:
        yield place.problem("condition-frees-the-law", "applies_when", "private_places_of_detention")


def questions_by_model(checklist: Checklist, catalogue: Catalogue) -> dict[str, int]:
    """For each model the number of distinct questions that a State can have to answer: the most over all its other facts."""
    asked = [(criterion, catalogue.questions_of(criterion)) for criterion in checklist.criteria]
    return {
        model.value: max(len(_asked_in(case, asked)) for case in cases_of({**ANYTHING, "model": (model,)}, asked))
        for model in NpmModel
    }


def _asked_in(case: Case, asked: Sequence[tuple[Criterion, tuple[Question, ...]]]) -> set[str]:
    return {
        question.id
        for criterion, questions in asked
        if holds_in(criterion.applies_when, case)
        for question in questions
        if holds_in(question.asked_when, case)
    }


def check_budgets(loaded: LocatedCatalogue, files: Container[str] | None = None) -> Iterator[Problem]:
    """Checklists (those in ``files``) that ask more questions, for one model at least, than they set themselves."""
    for checklist, place in loaded.checklists.values():
        budget = checklist.question_budget
        if budget is None or (files is not None and place.document.file not in files):
            continue
        for model, asked in questions_by_model(checklist, loaded.catalogue).items():
            if asked > budget:
                yield place.problem("budget-exceeded", "question_budget", asked=asked, model=model, budget=budget)


def check_coverage(loaded: LocatedCatalogue) -> Iterator[Problem]:
    """Provisions that a State can be held against and that no criterion cites, and instruments of which nothing is listed."""
    catalogue = loaded.catalogue
    cited = {provision for entry in catalogue for provision in entry.criterion.provisions}
    for provision in catalogue.provisions.values():
        if provision.assessable and not provision.doubtful and provision.id not in cited:
            yield loaded.register["provisions", provision.id].problem("provision-uncited", "id", id=provision.id)
    listed = {provision.instrument for provision in catalogue.provisions.values()}
    for instrument in catalogue.instruments:
        if instrument not in listed:
            yield loaded.register["instruments", instrument].problem("instrument-empty", "id", id=instrument)

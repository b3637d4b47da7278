"""All that the linter finds in a catalogue."""

from __future__ import annotations

from collections.abc import Container

from npm_readiness.linting.advice_rules import check_advice, check_repeated_actions
from npm_readiness.linting.catalogue_rules import check_budgets, check_conditions, check_coverage
from npm_readiness.linting.question_rules import check_questions, check_repeated_questions
from npm_readiness.linting.respondent_rules import check_respondents, check_unused_respondents
from npm_readiness.linting.wording_rules import check_wording
from npm_readiness.loading.located import LocatedCatalogue
from npm_readiness.problems import Problem, in_order

__all__ = ["lint"]


def lint(loaded: LocatedCatalogue, files: Container[str] | None = None) -> tuple[Problem, ...]:
    """Every finding in the checklists and the register, each at its place, sorted.

    A finding does not keep a catalogue from being used: it says where those who answer could be misled, or what is not asked.
    With ``files``, named as the catalogue names them, only what stands in these: our own checklists are not gone through again
    for the sake of one that is added to them.
    """
    findings: list[Problem] = []
    criteria = [entry for placed in loaded.criteria.values() for entry in placed]
    for criterion, place in criteria:
        if files is not None and place.document.file not in files:
            continue
        if loaded.wording is not None:
            findings += check_wording(criterion, place, loaded.wording)
            findings += check_questions(criterion, place, loaded.wording)
            findings += check_advice(criterion, place, loaded.wording)
        findings += check_conditions(criterion, place)
        findings += check_respondents(criterion, place)
    findings += check_repeated_questions(criteria)
    findings += check_repeated_actions(criteria, files)
    findings += check_budgets(loaded, files)
    findings += check_coverage(loaded)
    findings += check_unused_respondents(loaded)
    return in_order(finding for finding in findings if files is None or finding.file in files)

"""The merged profile as a file: what it was made of in comments, and the answers by stage and theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from npm_readiness.gap_report.cleaning import cleaned
from npm_readiness.plan_reports.yaml_lines import WIDTH, comment_lines, entry_lines
from npm_readiness.planning.reconciling.reconciliation import (
    FactDifference,
    ReconciledQuestion,
    Reconciliation,
    SaidFact,
)

__all__ = ["merged_profile"]

MARGIN = "  "
PARTS = ("npm", "state", "treaties", "sources", "answers", "recommendations", "bills", "plan")
"""The keys before which an empty line stands."""

HEAD = (
    "Where assessors contradict each other, the answer is unknown, between the worst and the best of what they say; versions: "
    "below it keeps what each says. Agree on it, write the answer with its evidence, leave the versions as a record, or delete "
    "them. This file is yours to edit: npm-readiness does not write over it."
)


def merged_profile(result: Reconciliation) -> str:
    """The YAML text of the merged profile; it loads without a problem."""
    return "".join(f"{line}\n" for line in _lines(result))


def _lines(result: Reconciliation) -> Iterator[str]:
    yield from _head(result)
    yield ""
    for key, value in result.merged.items():
        if key in PARTS:
            yield ""
        if key == "answers":
            yield "answers:"
            yield from _answers(value, {question.id: question for question in result.questions}, result)
        else:
            yield from entry_lines(key, value)


def _head(result: Reconciliation) -> Iterator[str]:
    """What it was made of, and what of that could not be taken as it was."""
    yield from comment_lines(
        f"Profile of {cleaned(result.country.name)}, made from those of several assessors by npm-readiness reconcile:"
    )
    for assessor in result.assessors:
        yield from comment_lines(f"  {cleaned(assessor.by)} ({cleaned(assessor.name)}), sha256 {assessor.sha256}")
    yield "#"
    yield from comment_lines(HEAD)
    if result.facts:
        yield "#"
        yield from comment_lines("Facts on which they differ:")
        for fact in result.facts:
            yield from comment_lines(_fact(fact))
    if result.renamed_sources:
        yield "#"
        yield from comment_lines("Sources that had one id for different documents:")
        for source in result.renamed_sources:
            yield from comment_lines(f"  {source.source} of {cleaned(source.by)} is now {source.now}")


def _fact(fact: FactDifference) -> str:
    says = "; ".join(f"{cleaned(said.by)}: {_said(said)}" for said in fact.says)
    return f"  {fact.key}: here {_word(fact.merged)} ({says})"


def _said(said: SaidFact) -> str:
    return _word(said.value) if said.listed else "not listed"


def _word(value: str | bool | int | None) -> str:
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else cleaned(str(value))


def _answers(
    answers: Mapping[str, Any], questions: Mapping[str, ReconciledQuestion], result: Reconciliation
) -> Iterator[str]:
    """The answers under headings, each below its question."""
    titles = {dimension.id: dimension.title for dimension in result.dimensions}

    def heading(name: str) -> str:
        question = questions.get(name)
        if question is None or question.stage is None or question.dimension is None:
            return "other checklists"
        return f"{question.stage}: {titles[question.dimension]}"

    for title, group in groupby(answers, key=heading):
        yield ""
        yield f"{MARGIN}# ===== {title} ".ljust(WIDTH - 20, "=")
        for name in group:
            question = questions.get(name)
            if question is not None:
                mark = {"disputed": "DISPUTED. ", "one_knows": "One could not find out. "}.get(question.outcome, "")
                yield from comment_lines(mark + cleaned(question.text), MARGIN)
            yield from entry_lines(name, answers[name], MARGIN)

"""Whether an assessment that comes from outside agrees with itself, so that a report can be drawn from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from npm_readiness.models.assessed_criteria import AssessedCriterion
from npm_readiness.models.vocabulary import CountsFor, Stage, Status, Treaty

__all__ = ["Whole", "inconsistency"]


class Whole(Protocol):
    """An assessment, which knows this module and cannot be known to it: its lists, whose entries have the names of its keys."""

    @property
    def criteria(self) -> Sequence[AssessedCriterion]:
        """What was assessed."""

    @property
    def roadmap(self) -> Sequence[str]:
        """The gaps in their order."""

    @property
    def checklists(self) -> Sequence[Any]:
        """The checklists."""

    @property
    def stages(self) -> Sequence[Any]:
        """The stages."""

    @property
    def dimensions(self) -> Sequence[Any]:
        """The dimensions of readiness."""

    @property
    def standards(self) -> Sequence[Any]:
        """The summaries of bodies of standards."""

    @property
    def gaps(self) -> Sequence[Any]:
        """The gaps."""

    @property
    def recommendations(self) -> Sequence[Any]:
        """What others have said."""

    @property
    def deadlines(self) -> Sequence[Any]:
        """The deadlines."""

    @property
    def respondents(self) -> Sequence[Any]:
        """Who can answer."""

    @property
    def code_chapters(self) -> Sequence[Any]:
        """The chapters of a code."""

    @property
    def situation(self) -> Any:
        """Where the State stands."""

    @property
    def provisions(self) -> Sequence[Any]:
        """What is cited."""

    @property
    def instruments(self) -> Sequence[Any]:
        """Of which instruments."""


def inconsistency(assessment: Whole) -> str:
    """The first thing in which an assessment does not agree with itself; empty where there is none."""
    return next(_all(assessment), "")


def _all(assessment: Whole) -> Iterator[str]:
    yield from _missing(assessment)
    yield from _twice(assessment)
    yield from _places(assessment)


def _shown(assessment: Whole) -> tuple[Any, ...]:
    return (*assessment.dimensions, *(one for summary in assessment.standards for one in summary.dimensions))


def _missing(assessment: Whole) -> Iterator[str]:
    """What is named and is not there."""
    criteria = {criterion.id for criterion in assessment.criteria}
    asked = {
        answer.question
        for criterion in assessment.criteria
        if criterion.status is not Status.NOT_APPLICABLE
        for answer in criterion.answers
    }
    provisions = {provision.id for provision in assessment.provisions}
    gaps = {gap.criterion for gap in assessment.gaps}
    recommendations = {entry.id for entry in assessment.recommendations}
    checklists = {entry.id for entry in assessment.checklists}
    shown = _shown(assessment)
    named: tuple[tuple[Iterable[object], Iterable[object]], ...] = (
        (criteria, (name for stage in assessment.stages for name in (*stage.blockers, *stage.open))),
        (criteria, (name for dimension in shown for name in dimension.criteria)),
        (criteria, gaps),
        (gaps, assessment.roadmap),
        (asked, (name for stage in assessment.stages for name in stage.undecided_by)),
        (set(assessment.roadmap), gaps),
        ({stage.id for stage in assessment.stages}, Stage),
        ({entry.treaty for entry in assessment.situation.treaties}, Treaty),
        ({dimension.id for dimension in shown}, (criterion.dimension for criterion in assessment.criteria)),
        (provisions, (name for criterion in assessment.criteria for name in criterion.provisions)),
        (provisions, (name for gap in assessment.gaps for name in gap.provisions)),
        (recommendations, (name for gap in assessment.gaps for name in gap.recommendations)),
        (recommendations, (one.finding for one in assessment.criteria if one.finding is not None)),
        (criteria, (name for entry in assessment.recommendations for name in entry.criteria)),
        (
            {respondent.id for respondent in assessment.respondents},
            (name for criterion in assessment.criteria for answer in criterion.answers for name in answer.respondents),
        ),
        (
            {chapter.id for chapter in assessment.code_chapters},
            (criterion.code_chapter for criterion in assessment.criteria if criterion.code_chapter is not None),
        ),
        (provisions, (deadline.provision for deadline in assessment.deadlines)),
        ({one.id for one in assessment.instruments}, (entry.instrument for entry in assessment.provisions)),
        (checklists, (criterion.checklist for criterion in assessment.criteria)),
        (checklists, (summary.checklist for summary in assessment.standards)),
    )
    for known, names in named:
        there = frozenset(known)
        yield from (f"it names {name}, which is not in it" for name in names if name not in there)


def _twice(assessment: Whole) -> Iterator[str]:
    """What is there twice and can be there once only."""
    lists: tuple[Iterable[str], ...] = (
        (criterion.id for criterion in assessment.criteria),
        (gap.criterion for gap in assessment.gaps),
        assessment.roadmap,
        (entry.id for entry in assessment.checklists),
        (summary.checklist for summary in assessment.standards),
        (stage.id.value for stage in assessment.stages),
        (name for dimension in _shown(assessment) for name in dimension.criteria),
    )
    for names in lists:
        yield from (f"{name} stands in it twice" for name, times in Counter(names).items() if times > 1)


def _places(assessment: Whole) -> Iterator[str]:
    """Criteria that do not stand in the list of their dimension, or in the summary of their checklist."""
    counts_for = {entry.id: entry.counts_for for entry in assessment.checklists}
    summaries = {summary.checklist: summary.dimensions for summary in assessment.standards}
    for summary in assessment.standards:
        if counts_for[summary.checklist] is not CountsFor.STANDARDS:
            yield f"{summary.checklist} is no body of standards and has a summary as one"
    for checklist, counts in counts_for.items():
        if counts is CountsFor.STANDARDS and checklist not in summaries:
            yield f"the summary of {checklist} is missing"
    listed = {
        checklist: _listed(dimensions) for checklist, dimensions in {"": assessment.dimensions, **summaries}.items()
    }
    for criterion in assessment.criteria:
        of_readiness = counts_for[criterion.checklist] is CountsFor.READINESS
        if listed["" if of_readiness else criterion.checklist].get(criterion.id) != criterion.dimension:
            yield f"{criterion.id} does not stand in its dimension"
        yield from _of_criterion(criterion)


def _listed(dimensions: Iterable[Any]) -> Mapping[str, str]:
    return {name: dimension.id for dimension in dimensions for name in dimension.criteria}


def _of_criterion(criterion: AssessedCriterion) -> Iterator[str]:
    """A criterion that applies has a score, and one that does not has none, as has what others found."""
    applies = criterion.status is not Status.NOT_APPLICABLE
    if criterion.finding is None and applies != (criterion.score is not None):
        yield f"{criterion.id} has a status that does not agree with its score"

"""The references within a catalogue: that what a criterion names is there, that ids are unique, that order has no circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from npm_readiness.loading.near_misses import did_you_mean
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Criterion, QuestionUse
from npm_readiness.models.vocabulary import Obligation
from npm_readiness.problems import Path, Place, Problem, problem_at
from npm_readiness.reading.document import Document

__all__ = ["Located", "LocatedCriterion", "check_references"]


@dataclass(frozen=True, slots=True)
class Located:
    """Where an entry of the catalogue stands: its file, and the path to it there."""

    document: Document
    path: Path

    def place(self, *keys: str | int) -> Place:
        """The place of a value of the entry."""
        return self.document.place((*self.path, *keys))

    def problem(self, code: str, *keys: str | int, **values: object) -> Problem:
        """A problem with a value of the entry."""
        return problem_at(self.place(*keys), code, path=(*self.path, *keys), **values)

    def within(self, *keys: str | int) -> Located:
        """A part of the entry."""
        return Located(self.document, (*self.path, *keys))


LocatedCriterion = tuple[Criterion, Located]
"""A criterion and where it stands."""


def check_references(
    catalogue: Catalogue,
    placed: Mapping[str, Sequence[LocatedCriterion]],
    located: Mapping[tuple[str, str], Located],
) -> list[Problem]:
    """Every reference of the catalogue that leads nowhere, twice to the same, or in a circle.

    ``placed`` holds the criteria of each checklist, ``located`` where the entries of the register stand, by kind and id.
    """
    criteria = [entry for checklist in placed.values() for entry in checklist]
    questions = {
        question.id
        for criterion, _ in criteria
        for question in criterion.questions
        if not isinstance(question, QuestionUse)
    }
    by_id = {criterion.id: criterion for criterion, _ in criteria}
    problems = [*_instruments(catalogue, located), *_unique_ids(catalogue, criteria, located)]
    for criterion, place in criteria:
        problems += _cited(criterion, place, catalogue)
        problems += _asked(criterion, place, questions)
        problems += _order(criterion, place, by_id)
    return [*problems, *_renamed(criteria), *_circles(criteria)]


def _instruments(catalogue: Catalogue, located: Mapping[tuple[str, str], Located]) -> Iterator[Problem]:
    for provision in catalogue.provisions.values():
        if provision.instrument not in catalogue.instruments:
            yield located["provisions", provision.id].problem(
                "instrument-unknown",
                "instrument",
                id=provision.instrument,
                advice=did_you_mean(provision.instrument, catalogue.instruments),
            )


def _unique_ids(
    catalogue: Catalogue, criteria: list[LocatedCriterion], located: Mapping[tuple[str, str], Located]
) -> Iterator[Problem]:
    """Criteria, questions and provisions share one space of ids: profiles, reports and ``show`` refer to them by id alone."""
    taken = {provision: located["provisions", provision].place("id") for provision in catalogue.provisions}
    for criterion, place in criteria:
        entries = [(criterion.id, place)]
        entries += [
            (question.id, place.within("questions", index))
            for index, question in enumerate(criterion.questions)
            if not isinstance(question, QuestionUse)
        ]
        for name, entry in entries:
            if name in taken:
                yield entry.problem("id-duplicate", "id", id=name, first=taken[name])
            else:
                taken[name] = entry.place("id")


def _cited(criterion: Criterion, place: Located, catalogue: Catalogue) -> Iterator[Problem]:
    obligations = set()
    for index, provision in enumerate(criterion.provisions):
        entry = catalogue.provisions.get(provision)
        if entry is None:
            advice = did_you_mean(provision, catalogue.provisions)
            yield place.problem("provision-unknown", "provisions", index, id=provision, advice=advice)
            continue
        if entry.doubtful:
            yield place.problem("provision-doubtful", "provisions", index, id=provision)
        if entry.instrument in catalogue.instruments:
            obligations.add(catalogue.provision_obligation(provision))
    obligations.discard(None)
    if Obligation.TREATY in obligations and len(obligations) > 1 and criterion.reading is None:
        yield place.problem("reading-missing", "provisions")
    if criterion.dimension not in catalogue.dimensions:
        advice = did_you_mean(criterion.dimension, catalogue.dimensions)
        yield place.problem("dimension-unknown", "dimension", id=criterion.dimension, advice=advice)


def _asked(criterion: Criterion, place: Located, questions: set[str]) -> Iterator[Problem]:
    seen = set()
    for index, question in enumerate(criterion.question_ids):
        if question not in questions:
            advice = did_you_mean(question, questions)
            yield place.problem("question-unknown", "questions", index, "use", id=question, advice=advice)
        elif question in seen:
            yield place.problem("question-twice", "questions", index, id=question)
        seen.add(question)


def _renamed(criteria: list[LocatedCriterion]) -> Iterator[Problem]:
    """The ids of questions that are no more: none is that of one in use, and each has one question that took its place."""
    defined = [
        (item, place.within("questions", index))
        for criterion, place in criteria
        for index, item in enumerate(criterion.questions)
        if not isinstance(item, QuestionUse)
    ]
    in_use = {question.id: place for question, place in defined}
    claimed: dict[str, Place] = {}
    for question, place in defined:
        for index, old in enumerate(question.was):
            if old in in_use:
                yield place.problem("was-in-use", "was", index, id=old, first=in_use[old].place("id"))
            elif old in claimed:
                yield place.problem("was-twice", "was", index, id=old, first=claimed[old])
            else:
                claimed[old] = place.place("was", index)


def _order(criterion: Criterion, place: Located, criteria: Mapping[str, Criterion]) -> Iterator[Problem]:
    for index, earlier in enumerate(criterion.after):
        if earlier not in criteria:
            advice = did_you_mean(earlier, criteria)
            yield place.problem("criterion-unknown", "after", index, id=earlier, advice=advice)
        elif criteria[earlier].stage.order > criterion.stage.order:
            stage = criteria[earlier].stage
            yield place.problem("after-later-stage", "after", index, id=earlier, stage=stage)


def _circles(criteria: list[LocatedCriterion]) -> Iterator[Problem]:
    """The circles in ``after``, each once, at the criterion of it that stands first in the files."""
    after = {criterion.id: criterion.after for criterion, _ in criteria}
    reported: set[str] = set()
    for criterion, place in criteria:
        circle = _way_back(criterion.id, after)
        if circle and not reported.intersection(circle):
            reported.update(circle)
            yield place.problem("after-cycle", "after", cycle=" → ".join([*circle, criterion.id]))


def _way_back(start: str, after: Mapping[str, tuple[str, ...]]) -> list[str]:
    """A shortest way from a criterion through ``after`` back to itself; empty where there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        longer = []
        for way in ways:
            for earlier in after.get(way[-1], ()):
                if earlier == start:
                    return way
                if earlier not in seen:
                    seen.add(earlier)
                    longer.append([*way, earlier])
        ways = longer
    return []

"""The catalogue: all checklists and the register of sources, with every reference between them resolved."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from npm_readiness.models.checklist import Checklist, CodeChapter, Criterion, Dimension, Question, Respondent
from npm_readiness.models.instruments_of_change import ChangeRule, DueRule, InstrumentOfChange
from npm_readiness.models.register import Instrument, Provision, obligation_of, strongest
from npm_readiness.models.vocabulary import Aspect, Obligation
from npm_readiness.records import record

__all__ = ["Catalogue", "CatalogueChecklist", "Entry"]

WorkedOutT = TypeVar("WorkedOutT")


@record(frozen=True)
class CatalogueChecklist:
    """A checklist with the digest of its content and its file; ``replaced`` is that file's name where it stands in for another."""

    content: Checklist
    sha256: str
    file: str
    replaced: str | None = None


@record(frozen=True)
class Entry:
    """A criterion and the checklist in which it stands."""

    criterion: Criterion
    checklist: Checklist


@dataclass(frozen=True)
class Catalogue:
    """Everything that an assessment can cite or ask, by id, in the order of the files."""

    instruments: Mapping[str, Instrument]
    provisions: Mapping[str, Provision]
    dimensions: Mapping[str, Dimension]
    checklists: Mapping[str, CatalogueChecklist]
    register_sha256: str
    respondents: Mapping[str, Respondent] = field(default_factory=dict)
    code_chapters: Mapping[str, CodeChapter] = field(default_factory=dict)
    instruments_of_change: Mapping[str, InstrumentOfChange] = field(default_factory=dict)
    change_rules: tuple[ChangeRule, ...] = ()
    due_rules: tuple[DueRule, ...] = ()

    @cached_property
    def criteria(self) -> Mapping[str, Entry]:
        """All criteria of all checklists, by stage, dimension and id."""
        entries = [
            Entry(criterion, checklist.content)
            for checklist in self.checklists.values()
            for criterion in checklist.content.criteria
        ]
        return {entry.criterion.id: entry for entry in sorted(entries, key=lambda entry: self.order(entry.criterion))}

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """All questions, each where it is defined."""
        return {
            item.id: item
            for entry in self.criteria.values()
            for item in entry.criterion.questions
            if isinstance(item, Question)
        }

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The ids of questions that are no more, each with the question that took its place."""
        return {old: question.id for question in self.questions.values() for old in question.was}

    @cached_property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """For every question the criteria that ask it."""
        uses: dict[str, list[str]] = {}
        for entry in self.criteria.values():
            for question in entry.criterion.question_ids:
                uses.setdefault(question, []).append(entry.criterion.id)
        return {question: tuple(criteria) for question, criteria in uses.items()}

    @cached_property
    def questions_on_law(self) -> frozenset[str]:
        """The questions that a criterion on law asks."""
        on_law = (entry.criterion for entry in self if entry.criterion.aspect is Aspect.LAW)
        return frozenset(question for criterion in on_law for question in criterion.question_ids)

    @cached_property
    def citing(self) -> Mapping[str, tuple[str, ...]]:
        """For every provision that is cited the criteria that cite it."""
        citing: dict[str, list[str]] = {}
        for entry in self.criteria.values():
            for provision in dict.fromkeys(entry.criterion.provisions):
                citing.setdefault(provision, []).append(entry.criterion.id)
        return {provision: tuple(criteria) for provision, criteria in citing.items()}

    @cached_property
    def _dimension_order(self) -> Mapping[str, int]:
        return {dimension: place for place, dimension in enumerate(self.dimensions)}

    def order(self, criterion: Criterion) -> tuple[int, int, str]:
        """Where a criterion stands in every list: by stage, dimension, id."""
        return criterion.stage.order, self._dimension_order.get(criterion.dimension, -1), criterion.id

    def questions_of(self, criterion: Criterion) -> tuple[Question, ...]:
        """The questions of a criterion, those that it shares with others included."""
        return tuple(self.questions[question] for question in criterion.question_ids)

    def titles_of_respondents(self, question: Question) -> tuple[str, ...]:
        """Who can answer a question, as people read it, the best placed first."""
        return tuple(self.respondents[respondent].title for respondent in question.respondents)

    def once(self, work: Callable[[Catalogue], WorkedOutT]) -> WorkedOutT:
        """What ``work`` makes of the catalogue alone: worked out when it is first asked for, and the same for every profile."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        found: WorkedOutT = self._worked_out[work]
        return found

    @cached_property
    def _worked_out(self) -> dict[Callable[[Catalogue], Any], Any]:
        return {}

    def provision_obligation(self, provision: str) -> Obligation | None:
        """How hard a provision binds; ``None`` for context. Raises ``KeyError`` for an unknown id."""
        return self._provision_obligations[provision]

    @cached_property
    def _provision_obligations(self) -> Mapping[str, Obligation | None]:
        return {
            name: obligation_of(self.instruments[entry.instrument].binding, entry.force)
            for name, entry in self.provisions.items()
            if entry.instrument in self.instruments
        }

    def obligation(self, criterion: Criterion) -> Obligation:
        """How hard a criterion binds: the strongest among the provisions that it cites."""
        return strongest([self.provision_obligation(provision) for provision in criterion.provisions])

    def to_json(self) -> str:
        """The catalogue as JSON, the same bytes for the same files."""
        content = {
            "checklists": [self._shown_checklist(checklist.content) for checklist in self.checklists.values()],
            "instruments": [
                instrument.model_dump(mode="json", include={"id", "title", "symbol", "year", "binding"})
                for instrument in self.instruments.values()
            ],
            "provisions": [
                provision.model_dump(mode="json", include=_SHOWN_OF_A_PROVISION)
                for provision in self.provisions.values()
            ],
            "respondents": [
                respondent.model_dump(mode="json", include={"id", "title"}) for respondent in self.respondents.values()
            ],
            "code_chapters": [
                chapter.model_dump(mode="json", include={"id", "title"}) for chapter in self.code_chapters.values()
            ],
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def _shown_checklist(self, checklist: Checklist) -> dict[str, Any]:
        return {
            "id": checklist.checklist,
            "title": checklist.title,
            "version": checklist.version,
            "counts_for": checklist.counts_for.value,
            "criteria": [self._shown_criterion(criterion) for criterion in sorted(checklist.criteria, key=self.order)],
        }

    def _shown_criterion(self, criterion: Criterion) -> dict[str, Any]:
        shown = criterion.model_dump(mode="json", exclude={"questions"})
        shown["obligation"] = self.obligation(criterion).value
        shown["questions"] = [
            {
                **question.model_dump(mode="json"),
                "shared": len(self.uses[question.id]) > 1,
            }
            for question in self.questions_of(criterion)
        ]
        return shown

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.criteria.values())


_SHOWN_OF_A_PROVISION = {"id", "instrument", "pinpoint", "subject", "force", "assessable", "verified", "cross_read"}

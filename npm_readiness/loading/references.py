"""The references within a catalogue: that what a criterion names is there, that ids are unique, that order has no circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from npm_readiness.loading.circles import circles
from npm_readiness.loading.near_misses import (
    FirstFew,
    advice_for_criterion,
    advice_for_provision,
    advice_for_question,
    did_you_mean,
)
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Criterion, Question, QuestionUse
from npm_readiness.models.vocabulary import Obligation
from npm_readiness.problems import Path, Place, Problem, problem_at
from npm_readiness.reading.document import Document
from npm_readiness.records import record

__all__ = ["Located", "LocatedCriterion", "check_references"]


@record(frozen=True)
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


LISTED_IN_FILE = "choose one of checklists/respondents.yaml, or list it under respondents: in a file of your own folder"
"""What to do where no respondent is spelt alike."""

CHAPTERS_LISTED = (
    "choose one of checklists/code-chapters.yaml, or list it under code_chapters: in a file of your own folder"
)
"""What to do where no chapter is spelt alike."""

LONGEST_WAY = 20
"""How many criteria of a circle are named: the first and the last of a longer one lead to the others."""

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
    advice = _Advice(catalogue)
    problems = [*_instruments(catalogue, located, advice), *_unique_ids(catalogue, criteria, located)]
    for criterion, place in criteria:
        problems += _cited(criterion, place, catalogue, advice)
        problems += _asked(criterion, place, questions, advice)
        problems += _respondents(criterion, place, catalogue, advice)
        if criterion.code_chapter is not None and criterion.code_chapter not in catalogue.code_chapters:
            found = advice.chapter(criterion.code_chapter)
            problems.append(
                place.problem("code-chapter-unknown", "code_chapter", id=criterion.code_chapter, advice=found)
            )
        problems += _order(criterion, place, by_id, advice)
    return [*problems, *_renamed(criteria), *_circles(criteria)]


class _Advice:
    """What to do about an id that is not there. Files can hold one many times over: each is looked up once."""

    def __init__(self, catalogue: Catalogue) -> None:
        near = FirstFew()
        self.question = cache(partial(advice_for_question, catalogue=catalogue, near=near))
        self.criterion = cache(partial(advice_for_criterion, catalogue=catalogue, near=near))
        self.provision = cache(partial(advice_for_provision, catalogue=catalogue, near=near))
        self.dimension = cache(partial(did_you_mean, known=catalogue.dimensions, near=near))
        self.respondent = cache(partial(did_you_mean, known=catalogue.respondents, near=near, otherwise=LISTED_IN_FILE))
        self.chapter = cache(partial(did_you_mean, known=catalogue.code_chapters, near=near, otherwise=CHAPTERS_LISTED))
        self.instrument = cache(partial(did_you_mean, known=catalogue.instruments, near=near))


def _instruments(
    catalogue: Catalogue, located: Mapping[tuple[str, str], Located], advice: _Advice
) -> Iterator[Problem]:
    for provision in catalogue.provisions.values():
        if provision.instrument not in catalogue.instruments:
            yield located["provisions", provision.id].problem(
                "instrument-unknown",
                "instrument",
                id=provision.instrument,
                advice=advice.instrument(provision.instrument),
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
    codes: dict[str, Place] = {}
    for criterion, place in criteria:
        if criterion.code is not None and criterion.code in codes:
            yield place.problem("code-duplicate", "code", id=criterion.code, first=codes[criterion.code])
        elif criterion.code is not None:
            codes[criterion.code] = place.place("code")


def _cited(criterion: Criterion, place: Located, catalogue: Catalogue, advice: _Advice) -> Iterator[Problem]:
    obligations = set()
    for index, provision in enumerate(criterion.provisions):
        entry = catalogue.provisions.get(provision)
        if entry is None:
            found = advice.provision(provision)
            yield place.problem("provision-unknown", "provisions", index, id=provision, advice=found)
            continue
        if entry.doubtful:
            yield place.problem("provision-doubtful", "provisions", index, id=provision)
        if entry.instrument in catalogue.instruments:
            obligations.add(catalogue.provision_obligation(provision))
    obligations.discard(None)
    if Obligation.TREATY in obligations and len(obligations) > 1 and criterion.reading is None:
        yield place.problem("reading-missing", "provisions")
    if criterion.dimension not in catalogue.dimensions:
        found = advice.dimension(criterion.dimension)
        yield place.problem("dimension-unknown", "dimension", id=criterion.dimension, advice=found)


def _asked(criterion: Criterion, place: Located, questions: set[str], advice: _Advice) -> Iterator[Problem]:
    seen = set()
    for index, question in enumerate(criterion.question_ids):
        if question not in questions:
            found = advice.question(question)
            yield place.problem("question-unknown", "questions", index, "use", id=question, advice=found)
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


def _respondents(criterion: Criterion, place: Located, catalogue: Catalogue, advice: _Advice) -> Iterator[Problem]:
    """Who is to answer and is in no list, and who is named twice for one question."""
    for index, question in enumerate(criterion.questions):
        named = question.respondents if isinstance(question, Question) else ()
        for number, respondent in enumerate(named):
            keys = ("questions", index, "respondents", number)
            if respondent not in catalogue.respondents:
                found = advice.respondent(respondent)
                yield place.problem("respondent-unknown", *keys, id=respondent, advice=found)
            elif respondent in named[:number]:
                yield place.problem("respondent-twice", *keys, id=respondent)


def _order(
    criterion: Criterion, place: Located, criteria: Mapping[str, Criterion], advice: _Advice
) -> Iterator[Problem]:
    for index, earlier in enumerate(criterion.after):
        if earlier not in criteria:
            found = advice.criterion(earlier)
            yield place.problem("criterion-unknown", "after", index, id=earlier, advice=found)
        elif criteria[earlier].stage.order > criterion.stage.order:
            stage = criteria[earlier].stage
            yield place.problem("after-later-stage", "after", index, id=earlier, stage=stage)


def _circles(criteria: list[LocatedCriterion]) -> Iterator[Problem]:
    """The circles in ``after``, each once, at the criterion of it that stands first in the files."""
    places = {criterion.id: place for criterion, place in criteria}
    for circle in circles({criterion.id: criterion.after for criterion, _ in criteria}):
        way = [*circle, circle[0]]
        if len(way) > LONGEST_WAY:
            way[LONGEST_WAY // 2 : -LONGEST_WAY // 2] = [f"{len(way) - LONGEST_WAY} more"]
        yield places[circle[0]].problem("after-cycle", "after", cycle=" → ".join(way))

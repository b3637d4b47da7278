"""The names by which the document speaks of its options, and the words for where a criterion stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from string import ascii_uppercase

from npm_readiness.gap_report.document import Run
from npm_readiness.gap_report.language import Texts, mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.words import MODELS
from npm_readiness.models.assessed_criteria import AssessedCriterion
from npm_readiness.models.vocabulary import NpmModel
from npm_readiness.planning.models.result import (
    ComparedCriterion,
    ComparedModel,
    ComparedQuestion,
    ModelComparison,
    Standing,
)

__all__ = ["STANDINGS", "Named", "Options", "letters"]

STANDINGS: Mapping[Standing, tuple[str, str]] = {
    Standing.MET: (mark("met"), "status-met"),
    Standing.FALLS_SHORT: (mark("falls short"), "status-falls-short"),
    Standing.WAITS: (mark("waits"), "status-not-met"),
    Standing.OPEN: (mark("open"), "status-undetermined"),
    Standing.NOT_APPLICABLE: (mark("does not apply"), "status-not-applicable"),
}
"""Where a criterion stands: the word and how it looks."""


SHORT: Mapping[NpmModel, str] = {
    NpmModel.NHRI: mark("Institution alone"),
    NpmModel.NHRI_PLUS: mark("Institution with civil society"),
    NpmModel.SPECIALISED_BODY: mark("Specialised body"),
    NpmModel.MULTIPLE_BODIES: mark("Several bodies"),
}
"""The models in as few words as a picture has room for."""


@dataclass(frozen=True)
class Named:
    """An option with its letter, what it is called, and that in short."""

    letter: str
    title: str
    short: str
    model: ComparedModel


@dataclass(frozen=True)
class Options:
    """A comparison of models on its way to becoming a document."""

    result: ModelComparison
    texts: Texts

    @cached_property
    def context(self) -> Context:
        """The country as its profile has it: for names of criteria and provisions."""
        return Context(self.result.assessment, self.texts)

    @cached_property
    def all(self) -> tuple[Named, ...]:
        """The options in their order."""
        return tuple(
            Named(
                letter,
                f"{letter}. {self._called(model)}",
                f"{letter}. {self.texts.say(SHORT[model.id])}",
                model,
            )
            for letter, model in zip(letters(len(self.result.models)), self.result.models, strict=True)
        )

    @cached_property
    def compared(self) -> dict[str, ComparedCriterion]:
        """The criteria by id."""
        return {criterion.id: criterion for criterion in self.result.criteria}

    @cached_property
    def questions(self) -> dict[str, ComparedQuestion]:
        """The questions to be asked, by id."""
        return {question.id: question for question in self.result.questions}

    @cached_property
    def respondents(self) -> dict[str, str]:
        """Who can answer, by id."""
        return {respondent.id: respondent.title for respondent in self.result.assessment.respondents}

    def criterion(self, name: str) -> AssessedCriterion:
        """The texts of a criterion."""
        return self.context.criteria[name]

    def standing(self, standing: Standing) -> Run:
        """The word for where a criterion stands, with its mark."""
        word, kind = STANDINGS[standing]
        return Run(self.texts.say(word), kind=kind)

    def in_order(self, names: Iterable[str]) -> list[AssessedCriterion]:
        """Criteria, those that bind hardest first, else in the order of the checklists."""
        return sorted((self.criterion(name) for name in names), key=lambda criterion: criterion.obligation.order)

    def _called(self, model: ComparedModel) -> str:
        """The model and the body, or the bodies, that would be the mechanism."""
        say = self.texts.say
        words = say(MODELS[model.id])
        words = words[:1].upper() + words[1:]
        names = "; ".join(body.name for body in model.bodies if body.name is not None)
        if model.with_others:
            return say("{model}: {body} and others that are not named", model=words, body=names)
        if names:
            return say("{model}: {body}", model=words, body=names)
        if model.id is NpmModel.SPECIALISED_BODY:
            return say("A new specialised body")
        return say("{model}; the profile names none", model=words)


def letters(number: int) -> list[str]:
    """A, B, C … Z, A2, B2 …: as many as asked for."""
    wanted = range(number)
    alphabet = len(ascii_uppercase)
    return [
        ascii_uppercase[place % alphabet] + (str(place // alphabet + 1) if place >= alphabet else "")
        for place in wanted
    ]

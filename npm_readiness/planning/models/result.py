"""What comes of holding a country against the models: complete, frozen, serialisable."""

from __future__ import annotations

from typing import ClassVar, Literal

from npm_readiness.models.assessment import AssessedStage, Assessment
from npm_readiness.models.base import Model
from npm_readiness.models.vocabulary import InstitutionKind, NpmModel, Word
from npm_readiness.planning.models.smallest import SmallestSet
from npm_readiness.planning.result import PlanResult

__all__ = [
    "ComparedBody",
    "ComparedCriterion",
    "ComparedModel",
    "ComparedQuestion",
    "Counts",
    "ModelComparison",
    "Standing",
]


class Standing(Word):
    """Where a criterion stands under an option.

    ``waits``: it counts as unmet by that alone that there is no mechanism, or nobody in post. ``open``: it is not known, or
    depends on a fact that is not.
    """

    MET = "met"
    FALLS_SHORT = "falls_short"
    WAITS = "waits"
    OPEN = "open"
    NOT_APPLICABLE = "not_applicable"


class Counts(Model):
    """How many criteria apply, and where they stand: ``applicable`` is the sum of the others."""

    applicable: int
    met: int
    falls_short: int
    waits: int
    open: int


class ComparedBody(Model):
    """A body of an option; ``id`` and ``name`` are ``None`` for one that there is not yet.

    ``answers_of_its_own``: the profile has answers for this body alone.
    """

    id: str | None
    name: str | None
    kind: InstitutionKind | Literal["unknown"]
    answers_of_its_own: bool


class ComparedModel(Model):
    """A country under one model, with one body or several.

    ``body`` is the id of the body, ``None`` where it is a new one or there are several. ``with_others``: beside ``bodies`` others
    are the mechanism that are not named. ``chosen``: the profile says that this is the model. ``applicable`` and ``met`` count
    criteria on readiness, ``treaty`` those of them that a treaty asks for. ``gaps`` are the readiness criteria that fall short or
    wait, ``specific`` those that apply under this model and under no other, ``shared`` those that apply here and not everywhere,
    ``again`` those on choosing and setting up a body that are behind the State today and would come back. ``remains`` are the
    questions that stand between the State and having met all; ``to_ask`` those about the body that nobody has answered, those of
    treaty criteria first. ``smallest_set``: the fewest questions to raise, as a roadmap finds them.
    """

    id: NpmModel
    body: str | None
    bodies: tuple[ComparedBody, ...]
    with_others: bool
    chosen: bool
    stages: tuple[AssessedStage, ...]
    applicable: int
    met: int
    counts: Counts
    treaty: Counts
    gaps: tuple[str, ...]
    specific: tuple[str, ...]
    shared: tuple[str, ...]
    again: tuple[str, ...]
    remains: tuple[str, ...]
    to_ask: tuple[str, ...]
    smallest_set: SmallestSet | None = None

    @property
    def is_new(self) -> bool:
        """Whether there is no such body yet."""
        return all(body.id is None for body in self.bodies)


class ComparedCriterion(Model):
    """Where a criterion stands under each option, in their order."""

    id: str
    standings: tuple[Standing, ...]
    readiness: bool

    @property
    def alike(self) -> bool:
        """Whether it stands the same under all."""
        return len(set(self.standings)) == 1


class ComparedQuestion(Model):
    """A question that some option leaves to be asked: its words, the criteria that ask it, and who can answer."""

    id: str
    text: str
    criteria: tuple[str, ...]
    respondents: tuple[str, ...]


class ModelComparison(PlanResult):
    """A country under several models, side by side; none of them is said to be the best.

    ``assessment`` is the country as its profile has it: it holds the texts of criteria and provisions. ``tells_bodies_apart``:
    some body has answers of its own.
    """

    kind: ClassVar[str] = "models"

    tells_bodies_apart: bool
    models: tuple[ComparedModel, ...]
    criteria: tuple[ComparedCriterion, ...]
    questions: tuple[ComparedQuestion, ...]
    assessment: Assessment

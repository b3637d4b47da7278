"""The fewest questions to raise under one option: the seam to the roadmap, which works them out."""

from __future__ import annotations

from npm_readiness.models.base import Model
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Stage

__all__ = ["QuestionsToRaise", "SmallestSet", "smallest_set_of"]


class QuestionsToRaise(Model):
    """The questions to raise to yes so that nothing blocks up to ``stage``."""

    stage: Stage
    questions: tuple[str, ...]


class SmallestSet(Model):
    """The fewest questions that open the next stage, and those that make the State ready in all stages."""

    next_stage: QuestionsToRaise | None
    ready: QuestionsToRaise | None


def smallest_set_of(profile: Profile, catalogue: Catalogue) -> SmallestSet | None:
    """The smallest set for an option; ``None`` as long as nothing works it out."""
    del profile, catalogue
    return None

"""The fewest questions to raise under one option, found as a roadmap finds them."""

from __future__ import annotations

from collections.abc import Collection

from npm_readiness.models.base import Model
from npm_readiness.models.vocabulary import Stage
from npm_readiness.planning.roadmap.result import SetOfQuestions
from npm_readiness.planning.roadmap.sets import smallest_sets
from npm_readiness.planning.roadmap.smallest import Known
from npm_readiness.scoring.results import Results

__all__ = ["QuestionsToRaise", "SmallestSet", "smallest_set_of"]

CORE = "opcat"
"""The checklist without which no stage has a verdict."""


class QuestionsToRaise(Model):
    """The fewest questions to raise to yes for ``stage``, by id.

    ``findings`` are adopted findings of others that stand in the way and that no answer lifts; ``proven`` as in a roadmap.
    """

    stage: Stage
    questions: tuple[str, ...]
    findings: tuple[str, ...]
    proven: bool


class SmallestSet(Model):
    """``next_stage``: so that the first stage with a blocker has none; ``ready``: so that every stage is ready."""

    next_stage: QuestionsToRaise | None
    ready: QuestionsToRaise | None


def smallest_set_of(results: Results, checklists: Collection[str], known: Known) -> SmallestSet:
    """The smallest sets for what an option comes to with these checklists, as :func:`~npm_readiness.plan` has them for any profile.

    ``known`` is what was found for the other options: most needs are the same under each.
    """
    found = smallest_sets(results, (), opcat_assessed=CORE in checklists, known=known)
    return SmallestSet(next_stage=_in_short(found.next_stage), ready=_in_short(found.ready))


def _in_short(found: SetOfQuestions | None) -> QuestionsToRaise | None:
    if found is None:
        return None
    return QuestionsToRaise(stage=found.stage, questions=found.questions, findings=found.findings, proven=found.proven)

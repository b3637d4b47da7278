"""Which answer follows from a State's having joined."""

from __future__ import annotations

from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.checklist import FollowsFrom
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Answer

__all__ = ["answer_once_joined"]


def answer_once_joined(fact: FollowsFrom, situation: Situation) -> Answer:
    """What follows for a State that has joined; ``unknown`` where the profile leaves it open.

    Article 30 of OPCAT admits no reservation, so a deposit that was accepted is taken to carry none.
    """
    if fact is FollowsFrom.JOINED or situation.reservation is False:
        return Answer.YES
    if situation.reservation is True:
        return Answer.NO
    return Answer.UNKNOWN if situation.reservation == UNKNOWN else Answer.PARTIAL

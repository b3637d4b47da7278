"""What profiles say of the mechanism as a whole, where some answer for it and others for single bodies alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import GivenAnswer, Profile
from npm_readiness.models.situation import Situation
from npm_readiness.planning.reconciling.answers import LONGEST, Given, said_to
from npm_readiness.planning.reconciling.gathered import Side
from npm_readiness.scoring.of_bodies import body_answers, formed_overall

__all__ = ["FORMED", "said_of_whole"]

FORMED = "Made of the answers for single bodies."
"""The comment of an answer for the whole that a profile does not give, and that its answers for single bodies make."""


def said_of_whole(
    question: str, sides: Sequence[Side], worlds: Sequence[tuple[Profile, Situation]], catalogue: Catalogue
) -> list[Given]:
    """What each says to a question for the whole.

    Where one answers for the whole and another for single bodies alone, the other is taken to say what these make together: an
    answer for the whole goes before those for single bodies, and would silently be chosen otherwise.
    """
    said = said_to(question, sides, [side.data.get("answers") for side in sides])
    asked = catalogue.questions.get(question)
    if asked is None or all(given.answer is None for _, given in said):
        return said
    made = []
    for (by, given), (profile, situation) in zip(said, worlds, strict=True):
        told = body_answers(asked, profile, situation, require_evidence=False)
        formed = formed_overall(asked, profile, told, situation)
        made.append((by, given if formed is None else _formed(given, formed.given)))
    return made


def _formed(own: GivenAnswer, formed: GivenAnswer) -> GivenAnswer:
    changed: Mapping[str, object] = {
        "answer": formed.answer,
        "between": formed.between,
        "comment": own.comment or FORMED,
        "reason": formed.reason if formed.reason is None or len(formed.reason) <= LONGEST else FORMED,
    }
    return own.model_copy(update=changed)

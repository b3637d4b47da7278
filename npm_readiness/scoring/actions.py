"""What is to be done about a gap: the actions of the questions that fall short, worded for the situation."""

from __future__ import annotations

from npm_readiness.models.assessed_criteria import GapAction
from npm_readiness.models.checklist import Actions, ActionVariant
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Addressee
from npm_readiness.scoring.answers import CountedAnswer
from npm_readiness.scoring.outcomes import CriterionResult
from npm_readiness.situation.conditions import holds

__all__ = ["actions_for", "wording"]


def wording(actions: Actions, situation: Situation) -> ActionVariant:
    """The wording of an action that fits the situation: the first whose conditions surely hold; the last has none."""
    if isinstance(actions, str):
        return ActionVariant(text=actions)
    return next(variant for variant in actions if holds(variant.when, situation))


def actions_for(result: CriterionResult, situation: Situation) -> tuple[GapAction, ...]:
    """What closes a gap.

    Where only some of its questions fall short, their own actions; the criterion's where one of these has none of its own, and
    where all fall short. What is answered yes is never asked for.
    """
    criterion = result.criterion
    asked = [answer for answer in result.answers if answer.interval is not None]
    short = [answer for answer in asked if _falls_short(answer)]
    whole = _made(None, criterion.action, criterion.addressee, situation)
    if not short or (len(short) == len(asked) and len(asked) > 1):
        return (whole,)
    actions = [
        whole
        if answer.question.action is None
        else _made(answer.question.id, answer.question.action, criterion.addressee, situation)
        for answer in short
    ]
    return tuple(dict.fromkeys(actions))


def _falls_short(answer: CountedAnswer) -> bool:
    """Whether the question is known not to be fully met."""
    return answer.interval is not None and answer.interval.upper < 1


def _made(question: str | None, actions: Actions, addressee: Addressee, situation: Situation) -> GapAction:
    chosen = wording(actions, situation)
    return GapAction(question=question, text=chosen.text, addressee=chosen.addressee or addressee)

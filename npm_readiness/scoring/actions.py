"""What is to be done about a gap: the actions of the questions that fall short, worded for the situation."""

from __future__ import annotations

from typing import NamedTuple

from npm_readiness.models.assessed_criteria import GapAction
from npm_readiness.models.checklist import Actions, ActionVariant, Criterion
from npm_readiness.models.results import trusted
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Addressee
from npm_readiness.scoring.answers import CountedAnswer
from npm_readiness.scoring.outcomes import CriterionResult
from npm_readiness.situation.conditions import holds

__all__ = ["ChosenAction", "actions_for", "chosen_actions", "wording"]


class ChosenAction(NamedTuple):
    """One thing to do: for which question (``None``: the criterion as a whole), its text, who does it, and by what.

    ``instrument`` is the instrument of change that the checklist names, ``None`` where the rules tell it.
    """

    question: str | None
    text: str
    addressee: Addressee
    instrument: str | None


def wording(actions: Actions, situation: Situation) -> ActionVariant:
    """The wording of an action that fits the situation: the first whose conditions surely hold; the last has none."""
    if isinstance(actions, str):
        return trusted(ActionVariant, text=actions)
    return next(variant for variant in actions if holds(variant.when, situation))


def actions_for(result: CriterionResult, situation: Situation) -> tuple[GapAction, ...]:
    """What closes a gap, as an assessment has it."""
    return tuple(
        [
            GapAction(question=chosen.question, text=chosen.text, addressee=chosen.addressee)
            for chosen in chosen_actions(result, situation)
        ]
    )


def chosen_actions(result: CriterionResult, situation: Situation) -> tuple[ChosenAction, ...]:
    """What closes a gap.

    Where only some of its questions fall short, their own actions; the criterion's where one of these has none of its own, and
    where all fall short. What is answered yes is never asked for.
    """
    criterion = result.criterion
    asked = [answer for answer in result.answers if answer.interval is not None]
    short = [answer for answer in asked if _falls_short(answer)]
    whole = _made(None, criterion.action, criterion, situation)
    if not short or (len(short) == len(asked) and len(asked) > 1):
        return (whole,)
    actions = [
        whole
        if answer.question.action is None
        else _made(answer.question.id, answer.question.action, criterion, situation)
        for answer in short
    ]
    return tuple(dict.fromkeys(actions))


def _falls_short(answer: CountedAnswer) -> bool:
    """Whether the question is known not to be fully met."""
    return answer.interval is not None and not answer.interval.can_be_full


def _made(question: str | None, actions: Actions, criterion: Criterion, situation: Situation) -> ChosenAction:
    if isinstance(actions, str):
        return ChosenAction(question, actions, criterion.addressee, criterion.instrument_of_change)
    chosen = wording(actions, situation)
    instrument = chosen.instrument_of_change or criterion.instrument_of_change
    return ChosenAction(question, chosen.text, chosen.addressee or criterion.addressee, instrument)

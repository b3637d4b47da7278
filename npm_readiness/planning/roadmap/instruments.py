"""By which instrument of change an action is carried out, and by when: as the checklist says, else as the rules tell."""

from __future__ import annotations

from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.instruments_of_change import ChangeConditions, DueRule, InstrumentOfChange
from npm_readiness.models.vocabulary import Addressee
from npm_readiness.scoring.actions import ChosenAction
from npm_readiness.scoring.outcomes import CriterionResult

__all__ = ["ANY_MEASURE", "due_of", "instrument_of"]

ANY_MEASURE = InstrumentOfChange(
    id="measure",
    title="Another measure",
    about="What no rule of the list of instruments of change tells.",
    addressees=tuple(Addressee),
    weeks=26,
    reason="Half a year, for want of anything better.",
)
"""What stands in where the rules of a catalogue tell nothing; ours tell of every action."""


def instrument_of(action: ChosenAction, result: CriterionResult, catalogue: Catalogue) -> InstrumentOfChange:
    """The instrument that the checklist names, else that of the first rule that fits and that the addressee can use."""
    known = catalogue.instruments_of_change
    if action.instrument is not None:
        return known.get(action.instrument, ANY_MEASURE)
    for rule in catalogue.change_rules:
        instrument = known[rule.instrument]
        if action.addressee in instrument.addressees and _fits(rule.when, result, action.addressee):
            return instrument
    return ANY_MEASURE


def due_of(action: ChosenAction, result: CriterionResult, catalogue: Catalogue) -> DueRule | None:
    """By when an action has to be carried out; ``None`` where it has no date of its own."""
    return next((rule for rule in catalogue.due_rules if _fits(rule.when, result, action.addressee)), None)


def _fits(conditions: ChangeConditions | None, result: CriterionResult, addressee: Addressee) -> bool:
    if conditions is None:
        return True
    criterion = result.criterion
    facts = {
        "criterion": criterion.id,
        "addressee": addressee,
        "aspect": criterion.aspect,
        "stage": criterion.stage,
        "dimension": criterion.dimension,
        "obligation": result.obligation,
    }
    wanted = {key: getattr(conditions, key) for key in facts}
    return all(values is None or facts[key] in values for key, values in wanted.items())

"""Who can answer a question."""

from __future__ import annotations

from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.words import ADDRESSEES
from npm_readiness.models.vocabulary import Addressee, Aspect, Stage

__all__ = ["answerer"]


def answerer(context: Context, question: str) -> str:
    """A lawyer, who reads the law; else the mechanism, on its own work; else those who would have to act."""
    asking, say = context.questions.asked_by[question], context.texts.say
    if any(criterion.aspect is Aspect.LAW for criterion in asking):
        return say("a lawyer with the text of the laws")
    first = asking[0]
    on_its_work = first.id in context.readiness.by_id and first.stage is Stage.OPERATION
    if on_its_work or first.addressee is Addressee.NPM:
        if context.has_mechanism:
            return say(ADDRESSEES[Addressee.NPM])
        return context.assessment.facts.npm.institution or say("the institution that may become the mechanism")
    return say(ADDRESSEES[first.addressee])

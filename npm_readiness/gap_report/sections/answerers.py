"""Who can answer a question."""

from __future__ import annotations

from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.words import ADDRESSEES
from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion
from npm_readiness.models.vocabulary import Addressee, Aspect, Stage

__all__ = ["answerers", "best_placed"]


def answerers(
    context: Context, answer: AssessedAnswer, asking: list[AssessedCriterion] | None = None
) -> tuple[str, ...]:
    """Those whom the checklist names for a question, the best placed first; where it names nobody, who should know.

    ``asking`` are the criteria to which it belongs, at least one; by default those that ask it.
    """
    asking = context.questions.asked_by[answer.question] if asking is None else asking
    titles = context.respondent_titles
    return tuple([titles[name] for name in answer.respondents]) or (_should_know(context, asking),)


def best_placed(context: Context, question: str) -> str:
    """Who is best placed to answer a question that is asked."""
    return answerers(context, context.questions.answers[question])[0]


def _should_know(context: Context, asking: list[AssessedCriterion]) -> str:
    """A lawyer, who reads the law; else the mechanism, on its own work; else those who would have to act."""
    say, first = context.texts.say, asking[0]
    if any(criterion.aspect is Aspect.LAW for criterion in asking):
        return say("a lawyer with the text of the laws")
    on_its_work = first.id in context.readiness.by_id and first.stage is Stage.OPERATION
    if on_its_work or first.addressee is Addressee.NPM:
        if context.has_mechanism:
            return say(ADDRESSEES[Addressee.NPM])
        return context.assessment.facts.npm.institution or say("the institution that may become the mechanism")
    return say(ADDRESSEES[first.addressee])

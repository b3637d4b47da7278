"""Findings in a line, for a report that does not tell all of them in full: what is met, and gaps that no treaty asks to close."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Inline, Run, Short
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.actions import action_lines
from npm_readiness.gap_report.sections.carrying import named_evidence
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.recommended import named
from npm_readiness.gap_report.sections.younger import younger
from npm_readiness.gap_report.words import ASPECTS, OBLIGATIONS, Verb, verb_of
from npm_readiness.models.assessed_criteria import AssessedCriterion, Gap
from npm_readiness.models.vocabulary import Aspect, Obligation, Severity

__all__ = ["gap_in_short", "met_in_short"]

GAPS = {
    (Aspect.LAW, Verb.MUST): mark("What the law must say:"),
    (Aspect.LAW, Verb.MUST_ONCE_PARTY): mark("What the law must say, once party:"),
    (Aspect.LAW, Verb.MUST_IF_PARTY): mark("What the law must say, if party:"),
    (Aspect.LAW, Verb.SHOULD): mark("What the law should say:"),
    (Aspect.LAW, Verb.COULD): mark("What the law could say:"),
    (Aspect.PRACTICE, Verb.MUST): mark("What must be done in practice:"),
    (Aspect.PRACTICE, Verb.MUST_ONCE_PARTY): mark("What must be done in practice, once party:"),
    (Aspect.PRACTICE, Verb.MUST_IF_PARTY): mark("What must be done in practice, if party:"),
    (Aspect.PRACTICE, Verb.SHOULD): mark("What should be done in practice:"),
    (Aspect.PRACTICE, Verb.COULD): mark("What could be done in practice:"),
}
"""What stands above gaps in a line each; what is met stands below the title of its theme, and has none of its own."""


def met_in_short(context: Context, criterion: AssessedCriterion) -> Short:
    """A criterion that is fully met, with the places that carry it.

    What somebody answered of what a treaty asks is told in full while there are few findings: it is what a report gives credit for.
    """
    answered = any(answer.evidence or answer.comment for answer in criterion.answers if not answer.moot)
    always = criterion.obligation is not Obligation.TREATY or not answered
    told = [line(Run(criterion.title, "strong"), *_basis(context, criterion)), *_evidence(context, criterion)]
    return Short("", line(*joined(told, ". "), "."), always)


def gap_in_short(context: Context, gap: Gap) -> Short | None:
    """A gap with what is to be done; ``None`` for what treaties ask of the mechanism and what others found.

    What guidance asks of the mechanism and treaties in standards is told in full while there are few of them.
    """
    criterion = context.criteria[gap.criterion]
    of_main = gap.criterion in context.main.gaps
    if criterion.finding is not None or (of_main and gap.severity is Severity.CRITICAL):
        return None
    always = gap.severity is Severity.MINOR or not (of_main or gap.severity is Severity.CRITICAL)
    title = context.texts.say(GAPS[criterion.aspect, verb_of(criterion.obligation, criterion.in_force)])
    return Short(title, line(*joined(_told(context, gap, criterion), ". "), "."), always)


def _told(context: Context, gap: Gap, criterion: AssessedCriterion) -> Iterator[Inline]:
    """The status and the title with what it rests on; what is to be done; the evidence; who asked for it."""
    yield line(context.status_of(criterion), " ", Run(criterion.title, "strong"), *_basis(context, criterion))
    condition = context.condition(criterion)
    if condition:
        yield line(condition[:1].upper() + condition[1:])
    later = younger(context, criterion)
    if later:
        yield line(later.rstrip("."))
    for who, done in action_lines(context, gap.actions):
        yield line(who, done.text.rstrip("."))
    yield from _evidence(context, criterion)
    if gap.recommendations:
        asked = joined([line(named(context, name)) for name in gap.recommendations], "; ")
        yield line(context.texts.say("Who asked for it"), ": ", *asked)


def _basis(context: Context, criterion: AssessedCriterion) -> Inline:
    """How hard it binds, whether it is law or practice, and on what it rests, in brackets after the title."""
    say = context.texts.say
    code = (Run(criterion.code, "code"), ", ") if criterion.code is not None else ()
    bound = f"{say(OBLIGATIONS[criterion.obligation])}, {say(ASPECTS[criterion.aspect])}"
    basis = line(f"{bound}: ", *context.cited.provision_names(criterion.provisions))
    unseen = () if criterion.wording_seen else ("; ", say("wording not seen"))
    return line(" (", *code, *basis, *unseen, ")")


def _evidence(context: Context, criterion: AssessedCriterion) -> Iterator[Inline]:
    """The sources of all its answers, or the fact that answers it; nothing where there is neither."""
    asked = [answer for answer in criterion.answers if not answer.moot]
    pieces = [piece for answer in asked for piece in answer.evidence]
    if pieces:
        yield named_evidence(context, pieces)
    elif any(answer.fact is not None for answer in asked):
        yield line(context.texts.say("From the facts of the profile"))
    else:
        yield line(context.texts.say("No source with a place in it is named"))

"""One finding for each gap that is told in full: the standard, what is the case, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Facet, Field, Finding, Inline, Run
from npm_readiness.gap_report.sections.actions import action_lines
from npm_readiness.gap_report.sections.carrying import (
    answer_lines,
    answer_words,
    asked,
    body_lines,
    evidence_lines,
    given_answer,
    short_evidence,
)
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.in_short import gap_in_short, met_in_short
from npm_readiness.gap_report.sections.inline import joined, line, safe_name
from npm_readiness.gap_report.sections.question_table import FEW, by_question, question_table
from npm_readiness.gap_report.sections.recommended import finder, named
from npm_readiness.gap_report.sections.younger import younger
from npm_readiness.gap_report.words import ACTION_LABELS, ASPECTS, OBLIGATIONS, STAGES, STANDARD_LABELS
from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion, Gap, GapAction
from npm_readiness.models.vocabulary import Obligation

__all__ = ["gap_finding", "met_finding", "waits_label"]


def met_finding(context: Context, criterion: AssessedCriterion) -> Finding:
    """A criterion that is fully met, with the evidence."""
    say, number = context.texts.say, context.numbering.take(criterion.id)
    if context.numbering.alone:
        return _bare(criterion, number)
    answers = (answer for answer in criterion.answers if not answer.moot)
    return Finding(
        number=number,
        anchor=safe_name(criterion.id),
        title=criterion.title,
        labels=_labels(context, criterion),
        fields=(
            (say("What is met"), (line(criterion.requirement),)),
            (say("Rests on"), tuple(context.basis(criterion))),
            (say("What is the case"), tuple(part for answer in answers for part in answer_lines(context, answer))),
        ),
        short=met_in_short(context, criterion),
    )


def gap_finding(context: Context, gap: Gap) -> Finding:
    """A gap of today: the standard, what is the case, and what to do about it."""
    say, criterion = context.texts.say, context.criteria[gap.criterion]
    number = context.numbering.take(criterion.id)
    if context.numbering.alone:
        return _bare(criterion, number)
    verb = context.verb(criterion)
    fields: list[Field] = []
    if criterion.conditional:
        facts = ", ".join(context.fact(fact) for fact in criterion.depends_on)
        fields.append((say("Applies or not depending on"), (line(facts),)))
    if criterion.finding is None:
        fields.append((say(STANDARD_LABELS[verb]), (line(criterion.requirement),)))
    fields.append((say("Rests on"), tuple(context.basis(criterion))))
    later = younger(context, criterion)
    if later:
        fields.append((say("Younger than what is reviewed"), (line(later),)))
    if criterion.reading is not None:
        treaty = criterion.obligation is Obligation.TREATY
        label = say("Why the treaty asks it") if treaty else say("How the sources are read")
        fields.append((label, (line(criterion.reading),)))
    if criterion.finding is not None:
        fields.append((say("Who found it"), tuple(finder(context, criterion.finding))))
    else:
        fields.append((say("Why it matters"), (line(criterion.why),)))
    case, actions = _case(context, criterion, gap)
    fields += case
    fields += _before(context, criterion)
    if actions:
        fields.append((say(ACTION_LABELS[verb]), action_lines(context, actions)))
    others = [name for name in gap.recommendations if name != criterion.finding]
    if others:
        fields.append((say("Who asked for it"), tuple(line(named(context, name)) for name in others)))
    before = [earlier for earlier in criterion.after if earlier in context.criteria]
    if before:
        fields.append((say("What comes before"), (context.numbers(before),)))
    return Finding(
        number=number,
        anchor=safe_name(criterion.id),
        title=criterion.title,
        labels=_labels(context, criterion),
        fields=tuple(fields),
        facets=(
            Facet("severity", gap.severity.value),
            *(
                Facet("addressee", addressee)
                for addressee in dict.fromkeys(entry.addressee.value for entry in gap.actions)
            ),
            Facet("stage", criterion.stage.value),
            Facet("dimension", criterion.dimension),
        ),
        short=gap_in_short(context, gap),
    )


def _bare(criterion: AssessedCriterion, number: int) -> Finding:
    """A finding while nothing but its number is wanted: no number is given out within one."""
    return Finding(number, safe_name(criterion.id), criterion.title, (), ())


def _labels(context: Context, criterion: AssessedCriterion) -> tuple[Run, ...]:
    say = context.texts.say
    return (
        context.status_of(criterion),
        Run(say(OBLIGATIONS[criterion.obligation])),
        Run(say(STAGES[criterion.stage])),
        Run(say(ASPECTS[criterion.aspect])),
        *((Run(criterion.code, "code"),) if criterion.code is not None else ()),
        Run(criterion.id, "code"),
    )


def waits_label(context: Context) -> str:
    """Until when it is a gap in any case."""
    say = context.texts.say
    if context.situation.nobody_at_work:
        return say("as long as nobody is in post")
    return say("as long as there is no mechanism")


def _case(context: Context, criterion: AssessedCriterion, gap: Gap) -> tuple[tuple[Field, ...], tuple[GapAction, ...]]:
    """What is the case, and the actions that are still to be told: many questions stand in a table, with those of their own."""
    answers = [answer for answer in criterion.answers if not answer.moot]
    label = context.texts.say("What is the case")
    if len(answers) <= FEW:
        lines = tuple(part for answer in answers for part in _told(context, criterion, answer))
        return ((label, lines),) if lines else (), gap.actions
    own, rest = by_question(answers, gap.actions)
    return ((label, question_table(context, label, criterion, answers, own)),), rest


def _told(context: Context, criterion: AssessedCriterion, answer: AssessedAnswer) -> Iterator[Inline]:
    """A question with its answer and what carries it; one that is met in short."""
    if context.tells(criterion, answer):
        yield from answer_lines(context, answer)
    else:
        told = line(asked(context, answer), " ", *given_answer(context, answer))
        yield joined([told, *short_evidence(context, answer)], ". ")


def _before(context: Context, criterion: AssessedCriterion) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    """What the body does already that is not the mechanism yet; it is shown and does not count."""
    done = [answer for answer in criterion.answers if answer.not_counted == "before-designation"]
    if done:
        lines = tuple(part for answer in done for part in _done_before(context, answer))
        yield context.texts.say("Already done by the body, not counted"), lines


def _done_before(context: Context, answer: AssessedAnswer) -> Iterator[Inline]:
    yield line(answer.text, " ", Run(answer_words(context, answer.given, answer.given_between), "strong"))
    yield from evidence_lines(context, answer.evidence, answer.comment, answer.reason, answer.by)
    yield from body_lines(context, answer)

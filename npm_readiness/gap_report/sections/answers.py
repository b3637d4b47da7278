"""Every question that no finding tells in full, with its answer and what carries it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from npm_readiness.gap_report.document import Block, Heading, Inline, Paragraph, Run, Table
from npm_readiness.gap_report.sections.answerers import answerers
from npm_readiness.gap_report.sections.carrying import answer_words, carrying_lines, evidence_lines, given_answer
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import anchor, joined, line, safe_name
from npm_readiness.gap_report.words import NOT_COUNTED
from npm_readiness.models.assessed_criteria import AssessedAnswer
from npm_readiness.models.assessment import NotCounted
from npm_readiness.models.vocabulary import Answer

__all__ = ["answers_and_evidence"]

NEW_LINE = Run("", "break")


def answers_and_evidence(context: Context) -> tuple[Block, ...]:
    """The questions by theme, each once, under the first criterion that asks it."""
    return (*_answers(context), *_kept(context))


def _answers(context: Context) -> Iterator[Block]:
    say = context.texts.say
    yield Paragraph(
        line(
            say(
                "Questions of criteria on which there is a finding stand there, with their answers. All others stand here, with "
                "what carries an answer. Those with a star are those on whose answer a verdict can depend. The workbook and "
                "the JSON hold every question with its id."
            )
        )
    )
    yield from _by_themselves(context)
    for dimension, answers in context.in_annex.items():
        title = context.dimension_titles[dimension]
        yield Heading(title, anchor("answers", dimension))
        looked_into = [
            answer for answer in answers if answer.answer is not None or list(carrying_lines(context, answer))
        ]
        if looked_into:
            yield Table(
                say("Answers on {theme}", theme=title),
                (say("Para."), say("Question"), say("Answer")),
                tuple((*_question(context, answer), _given(context, answer)) for answer in looked_into),
                kind="answers",
            )
        told = {answer.question for answer in looked_into}
        rest = [answer for answer in answers if answer.question not in told]
        if rest:
            yield Table(
                say("Not answered yet on {theme}", theme=title),
                (say("Para."), say("Questions"), say("Who can answer")),
                tuple(_unanswered(context, rest)),
                kind="unanswered",
            )


def _by_themselves(context: Context) -> Iterator[Block]:
    """The questions that one fact answers no, since there is no mechanism or nobody in post, in a sentence."""
    waiting = [criterion for criterion in context.whole.gaps if context.waits_for_mechanism(criterion)]
    questions = {
        answer.question
        for criterion in waiting
        for answer in context.criteria[criterion].answers
        if answer.from_profile and answer.answer is Answer.NO
    }
    if not questions:
        return
    if context.situation.nobody_at_work:
        told = context.texts.count(
            "{number} question on what the people of a mechanism do is answered no, since nobody is in post. It belongs to:",
            "{number} questions on what the people of a mechanism do are answered no, since nobody is in post. They belong to:",
            len(questions),
        )
    else:
        told = context.texts.count(
            "{number} question on what a mechanism does is answered no, since there is none. It belongs to:",
            "{number} questions on what a mechanism does are answered no, since there is none. They belong to:",
            len(questions),
        )
    yield Paragraph(line(told, *context.paragraphs(waiting)))


def _kept(context: Context) -> Iterator[Block]:
    """Every answer of the profile that does not count, with the reason and with all that was said of it."""
    kept, say = context.assessment.not_counted, context.texts.say
    if not kept:
        return
    yield Heading(say("Answers that are kept and not counted"), "kept_not_counted")
    yield Table(
        say("Answers that are kept and not counted, each with the reason"),
        (say("Question"), say("Why it is not counted"), say("Answer")),
        tuple((_asked(entry), _why(context, entry), _said(context, entry)) for entry in kept),
        kind="kept",
    )


def _asked(entry: NotCounted) -> Inline:
    code = Run(entry.question, "code")
    return line(code) if entry.text is None else line(entry.text, NEW_LINE, code)


def _why(context: Context, entry: NotCounted) -> Inline:
    why = line(context.texts.say(NOT_COUNTED[entry.reason]))
    if entry.renamed_to is None:
        return why
    return line(*why, NEW_LINE, context.texts.say("now asked as:"), " ", Run(entry.renamed_to, "code"))


def _said(context: Context, entry: NotCounted) -> Inline:
    given = line(Run(answer_words(context, entry.answer, entry.between), "strong"))
    if entry.body is not None:
        given = line(f"{entry.body}: ", *given)
    return joined(
        [given, *evidence_lines(context, entry.evidence, entry.comment, entry.given_reason, entry.by)], NEW_LINE
    )


def _unanswered(context: Context, answers: Iterable[AssessedAnswer]) -> Iterator[tuple[Inline, ...]]:
    """A row for each criterion and those who can answer, with the questions below one another."""

    def place(answer: AssessedAnswer) -> tuple[str, str]:
        return context.questions.asked_by[answer.question][0].id, _who(context, answer)

    for (criterion, who), own in groupby(answers, key=place):
        questions = [_question(context, answer)[1] for answer in own]
        yield line(context.paragraph(criterion)), joined(questions, NEW_LINE), line(who)


def _who(context: Context, answer: AssessedAnswer) -> str:
    return "; ".join(answerers(context, answer))


def _question(context: Context, answer: AssessedAnswer) -> tuple[Inline, Inline]:
    decides = answer.question in context.questions.decisive
    place = safe_name(answer.question) if decides else None
    return (
        line(context.paragraph(context.questions.asked_by[answer.question][0].id)),
        line(Run(f"{'* ' if decides else ''}{answer.text}", anchor=place)),
    )


def _given(context: Context, answer: AssessedAnswer) -> Inline:
    """The answer, what it stands for where that is not plain, and what carries it."""
    given = given_answer(context, answer)
    if answer.answer is Answer.PARTIAL:
        given = line(*given, ": ", answer.rubric.partial)
    if answer.answer is Answer.NOT_APPLICABLE and answer.may_not_apply is not None:
        given = line(*given, ": ", answer.may_not_apply)
    told = [given, *carrying_lines(context, answer)]
    if answer.counted_as is Answer.UNKNOWN:
        told.append(line(context.texts.say("Who can answer: {who}", who=_who(context, answer))))
    return joined(told, NEW_LINE)

"""The sheet of answers: every question, where it stands, and everything that the profile says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.answerers import answerers
from npm_readiness.gap_report.sections.carrying import answer_run, answer_words, capped_in_words, place_words
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.questions import Kind
from npm_readiness.gap_report.sections.supposed import where_answered
from npm_readiness.gap_report.words import ANSWERS, NOT_COUNTED, SHOWS
from npm_readiness.gap_report.workbook import Cell, Column, Sheet, SheetTable
from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion, ShownEvidence
from npm_readiness.models.assessment import NotCounted

__all__ = ["KEPT", "KINDS_OF_QUESTIONS", "MOOT", "answers_sheet"]

ON_PAPER = 14
"""The columns from the paragraph to the reason; who answered and those after it serve to sort and to filter."""

Row = tuple[Cell, ...]

KINDS_OF_QUESTIONS: Mapping[Kind, str] = {
    "answered": mark("with an answer of their own"),
    "by-fact": mark("that follow from facts of the profile"),
    "partly-known": mark("known in part"),
    "unknown": mark("looked into, and unknown"),
    "unanswered": mark("not answered yet"),
    "not-applicable": mark("not applicable"),
}
"""Where questions stand that are asked; each stands in one place."""
MOOT = mark("not asked where the State stands")
"""Where those stand that are not asked in this situation."""
KEPT = mark("kept, not counted")
"""Where those stand that no criterion asks which applies, and that the profile answers all the same."""


def answers_sheet(context: Context) -> Sheet:
    """The questions that are asked, then those that are not, each with a row for each piece of evidence."""
    return Sheet(context.texts.say("Answers and evidence"), (), (_table(context),), printed=ON_PAPER)


def _table(context: Context) -> SheetTable:
    say = context.texts.say
    return SheetTable(
        (
            Column(say("Paragraph"), 12, "number"),
            Column(say("Question"), 56),
            Column(say("Answer"), 16),
            Column(say("Counted as"), 13),
            Column(say("Where it stands"), 20),
            Column(say("Why"), 26),
            Column(say("Who can answer"), 26),
            Column(say("Source"), 40),
            Column(say("Place in it"), 20),
            Column(say("Shows"), 12),
            Column(say("Quote"), 36),
            Column(say("Note"), 40),
            Column(say("Comment"), 54),
            Column(say("Reason"), 36),
            Column(say("Answered by"), 26),
            Column(say("Decides a verdict"), 10),
            Column(say("Theme"), 24),
            Column(say("Id"), 30),
        ),
        tuple(_rows(context)),
    )


def _rows(context: Context) -> Iterator[Row]:
    questions = context.questions
    for question in questions.asked_by:
        yield from _asked(context, questions.answers[question])
    for question, criterion in questions.moot.items():
        entry = next(answer for answer in criterion.answers if answer.question == question)
        yield from _moot(context, entry, criterion)
    for kept in context.assessment.not_counted:
        if kept.question not in questions.asked_by and kept.question not in questions.moot:
            yield from _kept(context, kept)


def _asked(context: Context, answer: AssessedAnswer) -> Iterator[Row]:
    say, questions = context.texts.say, context.questions
    first = questions.asked_by[answer.question][0]
    head = (
        context.numbering.of(first.id),
        answer.text,
        answer_run(context, answer).text,
        say(ANSWERS[answer.counted_as]),
        say(KINDS_OF_QUESTIONS[questions.kind(answer.question)]),
        " ".join(_why(context, answer)) or None,
        "; ".join(answerers(context, answer)),
    )
    decides = say("yes") if answer.question in questions.decisive else say("no")
    tail = (
        answer.comment,
        answer.reason,
        answer.by,
        decides,
        context.dimension_titles[first.dimension],
        answer.question,
    )
    yield from _with_evidence(context, head, answer.evidence, tail)
    yield from _bodies(context, head, answer, tail)


def _bodies(context: Context, head: Row, answer: AssessedAnswer, tail: Row) -> Iterator[Row]:
    """The answers for single bodies, each in rows of its own below that for the whole."""
    say = context.texts.say
    for body in answer.bodies:
        said = answer_words(context, body.answer, body.given_between)
        why = say("For {body} alone; the answer for the whole is made of it.", body=body.name)
        if not body.counts:
            why = say("For {body} alone; shown beside the answer for the whole.", body=body.name)
        own = (*head[:2], said, say(ANSWERS[body.counted_as]), head[4], why, head[6])
        yield from _with_evidence(context, own, body.evidence, (body.comment, body.reason, body.by, *tail[3:]))


def _why(context: Context, answer: AssessedAnswer) -> Iterator[str]:
    """What else decides what it counts as."""
    say = context.texts.say
    where = where_answered(context, answer.question)
    if where and answer.fact is None:
        yield f"{where[:1].upper()}{where[1:]}."
    if answer.fact is not None:
        yield say("Follows from the profile: {fact}.", fact=context.fact(answer.fact))
    if answer.capped_by is not None:
        yield capped_in_words(context, answer)
    if answer.not_counted is not None:
        given, why = answer_words(context, answer.given, answer.given_between), say(NOT_COUNTED[answer.not_counted])
        yield say("The profile answers {answer}: {why}.", answer=given, why=why)


def _moot(context: Context, answer: AssessedAnswer, criterion: AssessedCriterion) -> Iterator[Row]:
    say = context.texts.say
    why = say(NOT_COUNTED["moot"])
    given = answer_words(context, answer.given, answer.given_between)
    who = "; ".join(answerers(context, answer, [criterion]))
    head = (context.numbering.of(criterion.id), answer.text, given, None, say(MOOT), why, who)
    theme = context.dimension_titles[criterion.dimension]
    tail = (answer.comment, answer.reason, answer.by, say("no"), theme, answer.question)
    yield from _with_evidence(context, head, answer.evidence, tail)
    yield from _bodies(context, head, answer, tail)


def _kept(context: Context, entry: NotCounted) -> Iterator[Row]:
    say = context.texts.say
    why = say(NOT_COUNTED[entry.reason])
    if entry.body is not None:
        why = say("{why} (for {body} alone)", why=why, body=entry.body)
    if entry.renamed_to is not None:
        why += "; " + say("now asked as {question}", question=entry.renamed_to)
    head = (
        None,
        entry.text or entry.question,
        answer_words(context, entry.answer, entry.between),
        None,
        say(KEPT),
        why,
        None,
    )
    yield from _with_evidence(
        context, head, entry.evidence, (entry.comment, entry.given_reason, entry.by, say("no"), None, entry.question)
    )


def _with_evidence(context: Context, head: Row, evidence: tuple[ShownEvidence, ...], tail: Row) -> Iterator[Row]:
    """A row for each piece of evidence, and one where there is none, so that every row can be filtered by itself."""
    for piece in evidence or (None,):
        place: Row = (None,) * 5
        if piece is not None:
            shows = None if piece.shows is None else context.texts.say(SHOWS[piece.shows])
            place = (
                context.cited.source_name(piece.source),
                place_words(context, piece),
                shows,
                piece.quote,
                piece.note,
            )
        yield (*head, *place, *tail)

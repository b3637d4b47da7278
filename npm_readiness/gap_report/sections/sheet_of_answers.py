"""The sheet of answers: every question, where it stands, and everything that the profile says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.answerers import answerer
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.findings import answer_run, answer_words, capped_in_words
from npm_readiness.gap_report.sections.questions import Kind
from npm_readiness.gap_report.sections.supposed import where_answered
from npm_readiness.gap_report.words import ANSWERS, NOT_COUNTED, SHOWS
from npm_readiness.gap_report.workbook import Cell, Column, SheetTable
from npm_readiness.models.assessed_criteria import AssessedAnswer, ShownEvidence
from npm_readiness.models.assessment import NotCounted

__all__ = ["KEPT", "KINDS_OF_QUESTIONS", "MOOT", "answers_sheet"]

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


def answers_sheet(context: Context) -> SheetTable:
    """The questions that are asked, then those that are not, each with a row for each piece of evidence."""
    say = context.texts.say
    return SheetTable(
        (
            Column(say("Paragraph"), 11, "number"),
            Column(say("Question"), 60),
            Column(say("Answer"), 16),
            Column(say("Counted as"), 14),
            Column(say("Where it stands"), 22),
            Column(say("Why"), 30),
            Column(say("Who can answer"), 24),
            Column(say("Source"), 36),
            Column(say("Place in it"), 18),
            Column(say("Shows"), 16),
            Column(say("Quote"), 36),
            Column(say("Note"), 36),
            Column(say("Comment"), 50),
            Column(say("Reason"), 36),
            Column(say("Decides a verdict"), 12),
            Column(say("Theme"), 22),
            Column(say("Id"), 28),
        ),
        tuple(_rows(context)),
    )


def _rows(context: Context) -> Iterator[Row]:
    questions = context.questions
    for question in questions.asked_by:
        yield from _asked(context, questions.answers[question])
    for question, criterion in questions.moot.items():
        entry = next(answer for answer in criterion.answers if answer.question == question)
        yield from _moot(context, entry, criterion.id, context.dimension_titles[criterion.dimension])
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
        answerer(context, answer.question),
    )
    decides = say("yes") if answer.question in questions.decisive else say("no")
    tail = (answer.comment, answer.reason, decides, context.dimension_titles[first.dimension], answer.question)
    yield from _with_evidence(context, head, answer.evidence, tail)


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


def _moot(context: Context, answer: AssessedAnswer, criterion: str, theme: str) -> Iterator[Row]:
    say = context.texts.say
    why = say(NOT_COUNTED["moot"])
    given = answer_words(context, answer.given, answer.given_between)
    head = (context.numbering.of(criterion), answer.text, given, None, say(MOOT), why, None)
    tail = (answer.comment, answer.reason, say("no"), theme, answer.question)
    yield from _with_evidence(context, head, answer.evidence, tail)


def _kept(context: Context, entry: NotCounted) -> Iterator[Row]:
    say = context.texts.say
    why = say(NOT_COUNTED[entry.reason])
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
        context, head, entry.evidence, (entry.comment, entry.given_reason, say("no"), None, entry.question)
    )


def _with_evidence(context: Context, head: Row, evidence: tuple[ShownEvidence, ...], tail: Row) -> Iterator[Row]:
    """A row for each piece of evidence, and one where there is none, so that every row can be filtered by itself."""
    for piece in evidence or (None,):
        place: Row = (None,) * 5
        if piece is not None:
            shows = None if piece.shows is None else context.texts.say(SHOWS[piece.shows])
            place = (context.cited.source_name(piece.source), piece.pinpoint, shows, piece.quote, piece.note)
        yield (*head, *place, *tail)

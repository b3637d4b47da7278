"""Where answers differ: what several assessors say, where the profile was made from theirs."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Heading, Inline, Paragraph, Run, Table
from npm_readiness.gap_report.sections.carrying import answer_words, evidence_lines, place_words
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import anchor, joined, line
from npm_readiness.gap_report.words import NOT_COUNTED
from npm_readiness.gap_report.workbook import Cell, Column, Sheet, SheetTable
from npm_readiness.models.assessed_criteria import AssessedAnswer, ShownVersion
from npm_readiness.models.assessment import Assessment
from npm_readiness.records import record

__all__ = ["differing_sheets", "has_versions", "where_answers_differ"]

NEW_LINE = Run("", "break")


@record(frozen=True)
class _Differing:
    """One answer with its versions. ``star``: a verdict can depend on it; ``criterion``: the first that asks it, if any does."""

    question: str
    text: str
    body: str | None
    versions: tuple[ShownVersion, ...]
    counts: str
    star: bool = False
    criterion: str | None = None

    def asked(self, context: Context) -> str:
        """The question, and of which body it is asked where it is of one alone."""
        of_body = (
            self.text
            if self.body is None
            else context.texts.say("{question} ({body})", question=self.text, body=self.body)
        )
        return f"* {of_body}" if self.star else of_body


def has_versions(assessment: Assessment) -> bool:
    """Whether the profile keeps what several assessors say to any question, of the whole or of a single body."""
    return any(kept.versions for kept in assessment.not_counted) or any(
        answer.versions or (answer.bodies and any(body.versions for body in answer.bodies))
        for criterion in assessment.criteria
        for answer in criterion.answers
    )


def where_answers_differ(context: Context) -> tuple[Block, ...]:
    """Each question with what each assessor says, by theme."""
    return tuple(_blocks(context))


def _blocks(context: Context) -> Iterator[Block]:
    texts, say = context.texts, context.texts.say
    by_theme, kept = _by_theme(context), _kept(context)
    number = sum(len(answers) for answers in by_theme.values()) + len(kept)
    told = texts.count(
        "The profile was made from the answers of several assessors. On {number} question they do not say the same.",
        "The profile was made from the answers of several assessors. On {number} questions they do not say the same.",
        number,
    )
    rule = say(
        "Where they contradict each other nothing was chosen for them: the answer is unknown, between the worst and "
        "the best of what they "
        "say, until those who answered agree. Where one could not find out what another knows, the answer of the "
        "other stands. A star "
        "marks a question on whose answer a verdict can depend."
    )
    yield Paragraph(line(f"{told} {rule}"))
    for dimension, answers in by_theme.items():
        title = context.dimension_titles[dimension]
        yield Heading(title, anchor("differing", dimension))
        yield Table(
            say("What each assessor says on {theme}", theme=title),
            (say("Para."), say("Question"), say("What each says"), say("What counts")),
            tuple(
                (
                    line(context.paragraph(entry.criterion or "")),
                    line(entry.asked(context)),
                    _versions(context, entry),
                    line(entry.counts),
                )
                for entry in answers
            ),
            kind="differing",
        )
    if kept:
        yield Table(
            say("What each assessor says to questions that are not counted"),
            (say("Question"), say("What each says"), say("Why it is not counted")),
            tuple((line(entry.asked(context)), _versions(context, entry), line(entry.counts)) for entry in kept),
            kind="differing",
        )


def _by_theme(context: Context) -> dict[str, list[_Differing]]:
    """The questions that are asked and have versions, by the theme of the first criterion that asks them."""
    found: dict[str, list[_Differing]] = {}
    for question, answer in context.questions.answers.items():
        first = context.questions.asked_by[question][0]
        differing = list(_of_answer(context, answer, first.id))
        if differing:
            found.setdefault(first.dimension, []).extend(differing)
    return found


def _of_answer(context: Context, answer: AssessedAnswer, criterion: str) -> Iterator[_Differing]:
    """What is said for the whole, then for single bodies."""
    star = answer.question in context.questions.decisive
    if answer.versions:
        counts = answer_words(context, answer.counted_as, answer.between)
        yield _Differing(answer.question, answer.text, None, answer.versions, counts, star, criterion)
    if answer.not_counted == "before-designation":
        return  # Those for bodies stand with what is not counted.
    for body in answer.bodies:
        if body.versions:
            counts = answer_words(context, body.counted_as, body.between)
            yield _Differing(answer.question, answer.text, body.name, body.versions, counts, star, criterion)


def _kept(context: Context) -> list[_Differing]:
    shown = {(entry.question, entry.body) for entries in _by_theme(context).values() for entry in entries}
    return [
        _Differing(
            entry.question,
            entry.text or entry.question,
            entry.body,
            entry.versions,
            context.texts.say(NOT_COUNTED[entry.reason]),
        )
        for entry in context.assessment.not_counted
        if entry.versions and (entry.question, entry.body) not in shown
    ]


def _versions(context: Context, said: _Differing) -> Inline:
    """Each assessor with the answer, and below it what it rests on."""
    return joined((part for version in said.versions for part in _version(context, version)), NEW_LINE)


def _version(context: Context, version: ShownVersion) -> Iterator[Inline]:
    yield line(f"{version.by}: ", Run(answer_words(context, version.answer, version.between), "strong"))
    yield from evidence_lines(context, version.evidence, version.comment, version.reason)


def differing_sheets(context: Context) -> tuple[Sheet, ...]:
    """The same as a sheet, a row for each assessor and piece of evidence; none where nobody differs."""
    if not has_versions(context.assessment):
        return ()
    say = context.texts.say
    columns = (
        Column(say("Question"), 60),
        Column(say("Body"), 24),
        Column(say("Assessor"), 24),
        Column(say("Answer"), 24),
        Column(say("What counts"), 24),
        Column(say("Source"), 36),
        Column(say("Place"), 18),
        Column(say("Quote"), 40),
        Column(say("Note"), 40),
        Column(say("Comment"), 40),
        Column(say("Reason"), 30),
        Column(say("Id"), 30),
    )
    asked = [entry for entries in _by_theme(context).values() for entry in entries]
    rows = tuple(row for said in (*asked, *_kept(context)) for row in _rows(context, said))
    return (Sheet(say("Where answers differ"), (), (SheetTable(columns, rows),)),)


def _rows(context: Context, said: _Differing) -> Iterator[tuple[Cell, ...]]:
    for version in said.versions:
        for piece in version.evidence or (None,):
            place: tuple[Cell, ...] = (None,) * 4
            if piece is not None:
                place = (context.cited.source_name(piece.source), place_words(context, piece), piece.quote, piece.note)
            yield (
                said.text,
                said.body,
                version.by,
                answer_words(context, version.answer, version.between),
                said.counts,
                *place,
                version.comment,
                version.reason,
                said.question,
            )

"""One finding for each gap and for each criterion that is met, with what carries it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from npm_readiness.gap_report.document import Facet, Finding, Inline, Run
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line, safe_name
from npm_readiness.gap_report.words import (
    ACTION_LABELS,
    ANSWERS,
    ASPECTS,
    OBLIGATIONS,
    STAGES,
    STANDARD_LABELS,
    verb_of,
)
from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion, Gap, ShownEvidence
from npm_readiness.models.cited import AssessedSource
from npm_readiness.models.vocabulary import Answer

__all__ = ["answer_lines", "answer_run", "carrying_lines", "gap_finding", "given_answer", "met_finding"]


def met_finding(context: Context, criterion: AssessedCriterion) -> Finding:
    """A criterion that is fully met, with the evidence."""
    say = context.texts.say
    return Finding(
        number=context.numbering.take(criterion.id),
        anchor=safe_name(criterion.id),
        title=criterion.title,
        labels=_labels(context, criterion),
        fields=(
            (say("What is met"), (line(criterion.requirement),)),
            (say("Rests on"), tuple(context.basis(criterion))),
            (say("What is the case"), _now(context, criterion)),
        ),
    )


def gap_finding(context: Context, gap: Gap) -> Finding:
    """A gap: the standard, what is the case, and what to do about it.

    Where it is a gap only because there is no mechanism, the answers say nothing of their own, and the finding is short.
    """
    say, criterion = context.texts.say, context.criteria[gap.criterion]
    verb = verb_of(criterion.obligation, criterion.in_force)
    fields: list[tuple[str, Sequence[Inline]]] = []
    if criterion.conditional:
        facts = ", ".join(context.fact(fact) for fact in criterion.depends_on)
        fields.append((say("Applies or not depending on"), (line(facts),)))
    fields += [
        (say(STANDARD_LABELS[verb]), (line(criterion.requirement),)),
        (say("Rests on"), tuple(context.basis(criterion))),
    ]
    if criterion.reading is not None:
        fields.append((say("Why the treaty asks it"), (line(criterion.reading),)))
    waits = context.waits_for_mechanism(criterion.id)
    if not waits:
        fields += [(say("Why it matters"), (line(criterion.why),)), (say("What is the case"), _now(context, criterion))]
    fields.append(
        (
            say(ACTION_LABELS[verb]),
            (line(Run(context.addressee(gap.addressee), "strong"), f": {gap.action}"),),
        )
    )
    before = [earlier for earlier in criterion.after if earlier in context.criteria]
    if before and not waits:
        fields.append((say("What comes before"), (context.numbers(before),)))
    labels = _labels(context, criterion)
    return Finding(
        number=context.numbering.take(criterion.id),
        anchor=safe_name(criterion.id),
        title=criterion.title,
        labels=(*labels[:-1], Run(say("as long as there is no mechanism")), labels[-1]) if waits else labels,
        fields=tuple((label, tuple(lines)) for label, lines in fields),
        facets=(
            Facet("severity", gap.severity.value),
            Facet("addressee", gap.addressee.value),
            Facet("stage", criterion.stage.value),
            Facet("dimension", criterion.dimension),
        ),
    )


def _labels(context: Context, criterion: AssessedCriterion) -> tuple[Run, ...]:
    say = context.texts.say
    return (
        context.status_of(criterion),
        Run(say(OBLIGATIONS[criterion.obligation])),
        Run(say(STAGES[criterion.stage])),
        Run(say(ASPECTS[criterion.aspect])),
        Run(criterion.id, "code"),
    )


def _now(context: Context, criterion: AssessedCriterion) -> tuple[Inline, ...]:
    return tuple(part for answer in criterion.answers for part in answer_lines(context, answer))


def answer_lines(context: Context, answer: AssessedAnswer) -> Iterator[Inline]:
    """A question with its answer, then the lines that carry it."""
    star = "* " if answer.question in context.questions.decisive else ""
    yield line(f"{star}{answer.text}", " ", *given_answer(context, answer))
    yield from carrying_lines(context, answer)


def given_answer(context: Context, answer: AssessedAnswer) -> Inline:
    """The answer in a word, and where it comes from if nobody gave it."""
    given = answer_run(context, answer)
    return line(given) if answer.fact is None else line(given, " ", context.texts.say("(from the profile)"))


def answer_run(context: Context, answer: AssessedAnswer) -> Run:
    """The answer in a word, and between which two it lies where only that is known."""
    say = context.texts.say
    said = say(ANSWERS[answer.answer])
    if answer.answer is None and answer.between is None:
        return Run(said)
    if answer.between is not None:
        low, high = (say(ANSWERS[bound]) for bound in answer.between)
        said += " " + say("(between {low} and {high})", low=low, high=high)
    return Run(said, "strong")


def carrying_lines(context: Context, answer: AssessedAnswer) -> Iterator[Inline]:
    """What carries an answer: the evidence, the comment, and what is to be said of it."""
    say = context.texts.say
    for evidence in answer.evidence:
        yield _evidence(context, evidence)
    for text in (answer.comment, answer.reason):
        if text is not None:
            yield line(text)
    if _bare(answer):
        yield line(say("No source with a place in it is named."))
    if answer.answer is not answer.counted_as and answer.answer is not None:
        yield line(say("Counted as {answer}, since evidence was required.", answer=say(ANSWERS[answer.counted_as])))


def _bare(answer: AssessedAnswer) -> bool:
    return not answer.from_profile and not answer.evidenced and answer.answer not in (None, Answer.UNKNOWN)


def _evidence(context: Context, evidence: ShownEvidence) -> Inline:
    say, source = context.texts.say, context.cited.sources.get(evidence.source)
    rest = line(*(f", {part}" for part in (evidence.pinpoint, evidence.note) if part))
    if source is None:
        return line(say("Source:"), f" {evidence.source}", *rest)
    number = context.cited.source_numbers[source.id]
    named = Run(say("Source {number}", number=number), link=f"#source_{number}", footnote=_described(source))
    return line(named, *rest)


def _described(source: AssessedSource) -> str:
    """A document as a footnote names it."""
    parts = (source.publisher, source.title, source.symbol, source.date, source.url)
    return ", ".join(part for part in parts if part)

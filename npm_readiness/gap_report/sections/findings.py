"""One finding for each gap and for each criterion that is met, with what carries it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from npm_readiness.gap_report.document import Facet, Finding, Inline, Run
from npm_readiness.gap_report.sections.actions import action_lines
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line, safe_name
from npm_readiness.gap_report.sections.outline import reference
from npm_readiness.gap_report.sections.recommended import finder, named
from npm_readiness.gap_report.words import (
    ACTION_LABELS,
    ANSWERS,
    ASPECTS,
    LEGAL_BASES,
    OBLIGATIONS,
    SHOWS,
    STAGES,
    STANDARD_LABELS,
    verb_of,
)
from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion, Gap, ShownEvidence
from npm_readiness.models.cited import AssessedSource
from npm_readiness.models.vocabulary import Answer, SourceKind

__all__ = [
    "answer_lines",
    "answer_run",
    "answer_words",
    "capped_in_words",
    "carrying_lines",
    "evidence_lines",
    "gap_finding",
    "given_answer",
    "met_finding",
    "waits_label",
]

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""The year in the date of a source, which is free text."""

LEGAL_BASIS = "npm.legal_basis"
"""The fact that keeps an answer on law below yes where the mechanism rests on less than an act of parliament."""


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
    """A gap of today: the standard, what is the case, and what to do about it."""
    say, criterion = context.texts.say, context.criteria[gap.criterion]
    verb = verb_of(criterion.obligation, criterion.in_force)
    fields: list[tuple[str, Sequence[Inline]]] = []
    if criterion.conditional:
        facts = ", ".join(context.fact(fact) for fact in criterion.depends_on)
        fields.append((say("Applies or not depending on"), (line(facts),)))
    if criterion.finding is None:
        fields.append((say(STANDARD_LABELS[verb]), (line(criterion.requirement),)))
    fields.append((say("Rests on"), tuple(context.basis(criterion))))
    later = _later(context, criterion)
    if later:
        fields.append((say("Younger than what is reviewed"), (line(later),)))
    if criterion.reading is not None:
        fields.append((say("Why the treaty asks it"), (line(criterion.reading),)))
    if criterion.finding is not None:
        fields.append((say("Who found it"), tuple(finder(context, criterion.finding))))
    else:
        fields += [(say("Why it matters"), (line(criterion.why),)), (say("What is the case"), _now(context, criterion))]
    fields += _before(context, criterion)
    fields.append((say(ACTION_LABELS[verb]), action_lines(context, gap.actions)))
    others = [name for name in gap.recommendations if name != criterion.finding]
    if others:
        fields.append((say("Who asked for it"), tuple(line(named(context, name)) for name in others)))
    before = [earlier for earlier in criterion.after if earlier in context.criteria]
    if before:
        fields.append((say("What comes before"), (context.numbers(before),)))
    return Finding(
        number=context.numbering.take(criterion.id),
        anchor=safe_name(criterion.id),
        title=criterion.title,
        labels=_labels(context, criterion),
        fields=tuple((label, tuple(lines)) for label, lines in fields),
        facets=(
            Facet("severity", gap.severity.value),
            *(
                Facet("addressee", addressee)
                for addressee in dict.fromkeys(entry.addressee.value for entry in gap.actions)
            ),
            Facet("stage", criterion.stage.value),
            Facet("dimension", criterion.dimension),
        ),
    )


def _later(context: Context, criterion: AssessedCriterion) -> str:
    """That nothing asked for it, as hard, when the law that the evidence cites was made, or on the day of the report."""
    since = criterion.since
    if since is None:
        return ""
    if since > context.assessment.as_of.year:
        return context.texts.say("What asks for it is of {since}, after the day of this report.", since=since)
    years = [
        int(year)
        for answer in criterion.answers
        for piece in answer.evidence
        if (source := context.cited.sources.get(piece.source)) is not None and source.kind is SourceKind.LAW
        for year in YEAR.findall(source.date or "")[:1]
    ]
    if not years or since <= max(years):
        return ""
    return context.texts.say(
        "What asks for it is of {since}; the law that the evidence cites is of {year}.", since=since, year=max(years)
    )


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


def _now(context: Context, criterion: AssessedCriterion) -> tuple[Inline, ...]:
    asked = (answer for answer in criterion.answers if not answer.moot)
    return tuple(part for answer in asked for part in answer_lines(context, answer))


def _before(context: Context, criterion: AssessedCriterion) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    """What the body does already that is not the mechanism yet; it is shown and does not count."""
    done = [answer for answer in criterion.answers if answer.not_counted == "before-designation"]
    if done:
        lines = tuple(part for answer in done for part in _done_before(context, answer))
        yield context.texts.say("Already done by the body, not counted"), lines


def _done_before(context: Context, answer: AssessedAnswer) -> Iterator[Inline]:
    yield line(answer.text, " ", Run(answer_words(context, answer.given, answer.given_between), "strong"))
    yield from evidence_lines(context, answer.evidence, answer.comment, answer.reason)


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
    said = answer_words(context, answer.answer, answer.between)
    return Run(said) if answer.answer is None and answer.between is None else Run(said, "strong")


def answer_words(context: Context, answer: Answer | None, between: tuple[Answer, Answer] | None) -> str:
    """An answer in a word, and between which two it lies where only that is known."""
    say = context.texts.say
    said = say(ANSWERS[answer])
    if between is not None:
        low, high = (say(ANSWERS[bound]) for bound in between)
        said += " " + say("(between {low} and {high})", low=low, high=high)
    return said


def carrying_lines(context: Context, answer: AssessedAnswer) -> Iterator[Inline]:
    """What carries an answer: the evidence, the comment, and what is to be said of it."""
    say = context.texts.say
    yield from evidence_lines(context, answer.evidence, answer.comment, answer.reason)
    if answer.versions:
        yield line(say("Several assessors do not say the same on it:"), " ", reference(context, "differing"))
    if _bare(answer):
        yield line(say("No source with a place in it is named."))
    if answer.not_counted == "answers-itself" and answer.given is not None:
        given = answer_words(context, answer.given, answer.given_between)
        yield line(say("The profile answers {answer}; the fact decides.", answer=given))
    if answer.capped_by is not None:
        yield line(capped_in_words(context, answer))
    elif not answer.from_profile and answer.answer not in (None, answer.counted_as):
        yield line(say("Counted as {answer}, since evidence was required.", answer=_counted_as(context, answer)))


def evidence_lines(
    context: Context, evidence: Iterable[ShownEvidence], comment: str | None, reason: str | None
) -> Iterator[Inline]:
    """Every piece of evidence in a line, then what the assessor says."""
    for piece in evidence:
        yield _evidence(context, piece)
    for text in (comment, reason):
        if text is not None:
            yield line(text)


def _counted_as(context: Context, answer: AssessedAnswer) -> str:
    say = context.texts.say
    if answer.between is None:
        return say(ANSWERS[answer.counted_as])
    low, high = (say(ANSWERS[bound]) for bound in answer.between)
    return say("between {low} and {high}", low=low, high=high)


def capped_in_words(context: Context, answer: AssessedAnswer) -> str:
    """Which fact keeps an answer from counting in full."""
    say, situation = context.texts.say, context.situation
    if answer.capped_by == LEGAL_BASIS and situation.legal_basis is not None:
        most = say(ANSWERS[answer.between[1] if answer.between is not None else answer.counted_as])
        basis = say(LEGAL_BASES[situation.legal_basis])
        return say("At most {answer}: the mechanism rests on {basis} alone.", answer=most, basis=basis)
    return say(
        "What it counts as depends on a fact that is not known: {fact}.", fact=context.fact(answer.capped_by or "")
    )


def _bare(answer: AssessedAnswer) -> bool:
    return not answer.from_profile and not answer.evidenced and answer.answer not in (None, Answer.UNKNOWN)


def _evidence(context: Context, evidence: ShownEvidence) -> Inline:
    say, source = context.texts.say, context.cited.sources.get(evidence.source)
    quote = (
        None
        if evidence.quote is None
        else say("\N{LEFT DOUBLE QUOTATION MARK}{quote}\N{RIGHT DOUBLE QUOTATION MARK}", quote=evidence.quote)
    )
    shows = None if evidence.shows is None else say(SHOWS[evidence.shows])
    rest = line(*(f", {part}" for part in (evidence.pinpoint, shows, quote, evidence.note) if part))
    if source is None:
        return line(say("Source:"), f" {evidence.source}", *rest)
    number = context.cited.source_numbers[source.id]
    named = Run(say("Source {number}", number=number), link=f"#source_{number}", footnote=_described(source))
    return line(named, *rest)


def _described(source: AssessedSource) -> str:
    """A document as a footnote names it."""
    parts = (source.publisher, source.title, source.symbol, source.date, source.url)
    return ", ".join(part for part in parts if part)

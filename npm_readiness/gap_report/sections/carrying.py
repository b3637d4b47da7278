"""An answer in words, and what carries it: evidence, comments, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.outline import reference
from npm_readiness.gap_report.sections.supposed import where_answered
from npm_readiness.gap_report.words import ANSWERS, LEGAL_BASES, SHOWS
from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedBodyAnswer, ShownEvidence
from npm_readiness.models.cited import AssessedSource
from npm_readiness.models.vocabulary import Answer

__all__ = [
    "answer_lines",
    "answer_run",
    "answer_words",
    "asked",
    "body_lines",
    "capped_in_words",
    "carrying_lines",
    "evidence_lines",
    "given_answer",
    "named_evidence",
    "place_words",
    "short_evidence",
    "source_run",
]

LEGAL_BASIS = "npm.legal_basis"
"""The fact that keeps an answer on law below yes where the mechanism rests on less than an act of parliament."""


def answer_lines(context: Context, answer: AssessedAnswer) -> Iterator[Inline]:
    """A question with its answer, then the lines that carry it."""
    yield line(asked(context, answer), " ", *given_answer(context, answer))
    yield from carrying_lines(context, answer)


def asked(context: Context, answer: AssessedAnswer) -> str:
    """The text of a question, with a star where a verdict can depend on its answer."""
    return f"* {answer.text}" if answer.question in context.questions.decisive else answer.text


def named_evidence(context: Context, evidence: Iterable[ShownEvidence]) -> Inline:
    """Every source with its places, on one line, without what the evidence says of them."""
    places: dict[str, dict[Inline, None]] = {}
    for piece in evidence:
        places.setdefault(piece.source, {}).update(dict.fromkeys(_places(context, piece)))
    return joined((joined([line(source_run(context, name)), *named]) for name, named in places.items()), "; ")


def short_evidence(context: Context, answer: AssessedAnswer) -> Iterator[Inline]:
    """What carries an answer of which nothing more is told: the sources with their places, and that there is none."""
    if answer.evidence:
        yield named_evidence(context, answer.evidence)
    if _bare(answer):
        yield line(context.texts.say("No source with a place in it is named."))


def given_answer(context: Context, answer: AssessedAnswer) -> Inline:
    """The answer in a word, and where it comes from if nobody gave it."""
    given = answer_run(context, answer)
    if answer.fact is not None:
        return line(given, " ", context.texts.say("(from the profile)"))
    where = where_answered(context, answer.question)
    return line(given, f" ({where})") if where else line(given)


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
    """What carries an answer: the evidence, the comment, the answers for single bodies, and what is to be said of it."""
    say = context.texts.say
    yield from evidence_lines(context, answer.evidence, answer.comment, answer.reason, answer.by)
    if answer.versions:
        yield line(say("Several assessors do not say the same on it:"), " ", reference(context, "differing"))
    if answer.formed is None and _bare(answer):
        yield line(say("No source with a place in it is named."))
    if answer.not_counted == "answers-itself" and answer.given is not None:
        given = answer_words(context, answer.given, answer.given_between)
        yield line(say("The profile answers {answer}; the fact decides.", answer=given))
    if answer.capped_by is not None:
        yield line(capped_in_words(context, answer))
    elif not answer.from_profile and answer.answer not in (None, answer.counted_as):
        counted = _counted_as(context, answer.counted_as, answer.between)
        if answer.formed is None:
            yield line(say("Counted as {answer}, since evidence was required.", answer=counted))
        else:
            yield line(say("Counted as {answer}, by what the answers for the bodies count as.", answer=counted))
    if answer.not_counted != "before-designation":
        yield from body_lines(context, answer)


def body_lines(context: Context, answer: AssessedAnswer) -> Iterator[Inline]:
    """The answers for single bodies, and what they are to the answer for the whole."""
    say = context.texts.say
    if not answer.bodies:
        return
    if answer.formed is None:
        yield line(say("Answered for single bodies beside it:"))
    elif sum(body.counts for body in answer.bodies) == 1 and len(context.situation.in_question) == 1:
        yield line(say("It is answered for this body:"))
    elif answer.formed == "mechanism":
        yield line(say("Made of the answers for the bodies that are the mechanism, by the rule on several bodies:"))
    else:
        yield line(say("Made of the answers for the bodies that may become the mechanism:"))
    for body in answer.bodies:
        yield from _of_body(context, body, answer)


def _of_body(context: Context, body: AssessedBodyAnswer, answer: AssessedAnswer) -> Iterator[Inline]:
    """One body with its answer and what carries it."""
    say = context.texts.say
    told = line(f"{body.name}: ", Run(answer_words(context, body.answer, body.given_between), "strong"))
    if answer.formed is not None and not body.counts:
        told = line(*told, " ", say("(not counted)"))
    yield told
    yield from evidence_lines(context, body.evidence, body.comment, body.reason, body.by)
    if body.versions:
        yield line(say("Several assessors do not say the same on it:"), " ", reference(context, "differing"))
    if not body.evidenced and body.answer in (Answer.YES, Answer.PARTIAL, Answer.NO):
        yield line(say("No source with a place in it is named."))
    if body.capped:
        counted = _counted_as(context, body.counted_as, body.between)
        yield line(say("Counted as {answer}: the body rests on less than an act of parliament.", answer=counted))
    elif body.answer not in (None, body.counted_as):
        counted = _counted_as(context, body.counted_as, body.between)
        yield line(say("Counted as {answer}, since evidence was required.", answer=counted))


def evidence_lines(
    context: Context, evidence: Iterable[ShownEvidence], comment: str | None, reason: str | None, by: str | None = None
) -> Iterator[Inline]:
    """Every piece of evidence in a line, then what the assessor says, and which office answered."""
    for piece in evidence:
        yield _evidence(context, piece)
    for text in (comment, reason):
        if text is not None:
            yield line(text)
    if by is not None:
        yield line(context.texts.say("Answered by: {office}", office=by))


def _counted_as(context: Context, counted: Answer, between: tuple[Answer, Answer] | None) -> str:
    say = context.texts.say
    if between is None:
        return say(ANSWERS[counted])
    low, high = (say(ANSWERS[bound]) for bound in between)
    return say("between {low} and {high}", low=low, high=high)


def capped_in_words(context: Context, answer: AssessedAnswer) -> str:
    """Which fact keeps an answer from counting in full."""
    say, situation = context.texts.say, context.situation
    if answer.capped_by == LEGAL_BASIS and situation.legal_basis is not None:
        most = say(ANSWERS[answer.between[1] if answer.between is not None else answer.counted_as])
        if not situation.only_below_an_act:
            return say("At most {answer}: what stays beside the bill is no act of parliament.", answer=most)
        basis = say(LEGAL_BASES[situation.legal_basis])
        return say("At most {answer}: the mechanism rests on {basis} alone.", answer=most, basis=basis)
    return say(
        "What it counts as depends on a fact that is not known: {fact}.", fact=context.fact(answer.capped_by or "")
    )


def _bare(answer: AssessedAnswer) -> bool:
    return not answer.from_profile and not answer.evidenced and answer.answer not in (None, Answer.UNKNOWN)


def _evidence(context: Context, evidence: ShownEvidence) -> Inline:
    say = context.texts.say
    quote = (
        None
        if evidence.quote is None
        else say("\N{LEFT DOUBLE QUOTATION MARK}{quote}\N{RIGHT DOUBLE QUOTATION MARK}", quote=evidence.quote)
    )
    shows = None if evidence.shows is None else say(SHOWS[evidence.shows])
    rest = line(*(f", {part}" for part in (shows, quote, evidence.note) if part))
    return line(*joined([line(source_run(context, evidence.source)), *_places(context, evidence)]), *rest)


def _places(context: Context, evidence: ShownEvidence) -> Iterator[Inline]:
    """The place in a source, and the place in a law on which it speaks there."""
    if evidence.pinpoint:
        yield line(evidence.pinpoint)
    number = context.cited.source_numbers.get(evidence.of or "")
    if number is not None:
        told = context.texts.say("on source {number}, {article}", number=number, article=evidence.article)
        yield line(Run(told, link=f"#source_{number}"))


def place_words(context: Context, evidence: ShownEvidence) -> str | None:
    """The same in words alone, as a cell has it."""
    if evidence.of is None:
        return evidence.pinpoint
    law = context.cited.source_name(evidence.of)
    told = context.texts.say("on {law}, {article}", law=law, article=evidence.article)
    return told if evidence.pinpoint is None else f"{evidence.pinpoint}, {told}"


def source_run(context: Context, name: str) -> Run:
    """A source by its number in the list of sources, leading there."""
    source = context.cited.sources.get(name)
    if source is None:
        told = context.texts.say("Source:")
        return Run(f"{told} {name}")
    number = context.cited.source_numbers[name]
    told = context.texts.say("Source {number}", number=number)
    return Run(told, link=f"#source_{number}", footnote=_described(source))


def _described(source: AssessedSource) -> str:
    """A document as a footnote names it."""
    parts = (source.publisher, source.title, source.symbol, source.date, source.url)
    return ", ".join(part for part in parts if part)

"""What is in place, and the gaps: one numbered finding for each criterion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from npm_readiness.gap_report.document import Block, Finding, Heading, Inline, Run, Section
from npm_readiness.gap_report.sections.context import Context, anchor, joined, line, safe_name
from npm_readiness.gap_report.words import ADDRESSEES, ANSWERS, ASPECTS, OBLIGATIONS, SEVERITIES, STAGES, standard_label
from npm_readiness.models.assessment import AssessedAnswer, AssessedCriterion, Gap, ShownEvidence
from npm_readiness.models.vocabulary import Answer, Severity

__all__ = ["answer_run", "carrying_lines", "gap_finding", "gaps_by_severity", "in_place"]


def in_place(context: Context) -> Section:
    """The criteria that are fully met, with the evidence: credit, and what an amendment must not break."""
    say = context.texts.say
    blocks: list[Block] = [_met(context, criterion) for criterion in context.met]
    if not blocks:
        blocks = [context.numbered(say("Nothing to report: no criterion is fully met on the answers given so far."))]
    return Section("in-place", "5", say("What is in place"), tuple(blocks))


def _met(context: Context, criterion: AssessedCriterion) -> Finding:
    say = context.texts.say
    return Finding(
        number=context.next_number(),
        anchor=safe_name(criterion.id),
        title=criterion.title,
        labels=_labels(context, criterion),
        fields=(
            (say("What is met"), (line(criterion.requirement),)),
            (say("Rests on"), tuple(context.basis(criterion))),
            (say("What is the case"), _now(context, criterion)),
        ),
    )


def gaps_by_severity(context: Context) -> Section:
    """The gaps: what the treaty asks first, then guidance, then good practice."""
    say = context.texts.say
    blocks = [block for severity in Severity for block in _gaps(context, severity)]
    if not blocks:
        blocks = [context.numbered(say("Nothing to report: no criterion is surely unmet on the answers given so far."))]
    return Section("gaps", "6", say("What is missing"), tuple(blocks))


def _gaps(context: Context, severity: Severity) -> Iterator[Block]:
    order = {dimension.id: place for place, dimension in enumerate(context.assessment.dimensions)}
    gaps = [gap for gap in context.gaps.values() if gap.severity is severity]
    gaps.sort(key=lambda gap: order[context.criteria[gap.criterion].dimension])
    if gaps:
        title = context.texts.say(
            "{severity} ({number})", severity=context.texts.say(SEVERITIES[severity]), number=len(gaps)
        )
        yield Heading(title, f"gaps-{severity.value}")
    for gap in gaps:
        yield gap_finding(context, gap, context.next_number())


def gap_finding(context: Context, gap: Gap, number: int | None) -> Finding:
    """A gap as a finding; without a number where it stands in an annex."""
    say, criterion = context.texts.say, context.criteria[gap.criterion]
    fields: list[tuple[str, Sequence[Inline]]] = [
        (standard_label(context.texts, criterion.obligation, criterion.in_force), (line(criterion.requirement),)),
        (say("Rests on"), tuple(context.basis(criterion))),
        (say("Why it matters"), (line(criterion.why),)),
        (say("What is the case now"), _now(context, criterion)),
        (say("What to do"), (line(gap.action),)),
        (say("Who does it"), (line(say(ADDRESSEES[gap.addressee])),)),
    ]
    before = [earlier for earlier in criterion.after if earlier in context.criteria]
    if before:
        fields.append((say("What comes before"), (joined([context.to_criterion(earlier) for earlier in before]),)))
    if criterion.reading is not None:
        fields.insert(2, (say("Why the treaty asks it"), (line(criterion.reading),)))
    if criterion.conditional:
        facts = ", ".join(context.fact(fact) for fact in criterion.depends_on)
        fields.insert(0, (say("Applies or not depending on"), (line(facts),)))
    return Finding(
        number=number,
        anchor=safe_name(criterion.id),
        title=criterion.title,
        labels=_labels(context, criterion),
        fields=tuple((label, tuple(lines)) for label, lines in fields),
    )


def _labels(context: Context, criterion: AssessedCriterion) -> tuple[Run, ...]:
    say = context.texts.say
    return (
        context.status(criterion.status),
        Run(say(OBLIGATIONS[criterion.obligation])),
        Run(say(STAGES[criterion.stage])),
        Run(say(ASPECTS[criterion.aspect])),
        Run(criterion.id, "code"),
    )


def _now(context: Context, criterion: AssessedCriterion) -> tuple[Inline, ...]:
    return tuple(part for answer in criterion.answers for part in _answer_lines(context, answer))


def _answer_lines(context: Context, answer: AssessedAnswer) -> Iterator[Inline]:
    """A question with its answer, then the lines that carry it."""
    if answer.fact is None:
        yield line(answer.text, " ", answer_run(context, answer), ".")
    else:
        follows = context.texts.say("(follows from the profile: {fact})", fact=context.fact(answer.fact))
        yield line(answer.text, " ", answer_run(context, answer), f" {follows}.")
    yield from carrying_lines(context, answer)


def answer_run(context: Context, answer: AssessedAnswer) -> Run:
    """The answer in a word, and between which two it lies where only that is known."""
    say = context.texts.say
    said = say(ANSWERS[answer.answer])
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
    source = context.sources.get(evidence.source)
    parts = [source.title if source else evidence.source, evidence.pinpoint or "", evidence.note or ""]
    first, *rest = (part for part in parts if part)
    runs = [Run(context.texts.say("Source:") + " "), Run(first, link=f"#{anchor('source', evidence.source)}")]
    return (*runs, *(Run(f", {part}") for part in rest))

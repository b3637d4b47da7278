"""The annexes: every criterion, every answer, standards, sources, and how the result was reached."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import (
    Block,
    Bullets,
    Finding,
    Heading,
    Inline,
    Note,
    Paragraph,
    Run,
    Section,
    Table,
)
from npm_readiness.gap_report.sections.context import Context, anchor, joined, line
from npm_readiness.gap_report.sections.dimensions import picture_of
from npm_readiness.gap_report.sections.findings import answer_run, carrying_lines, gap_finding
from npm_readiness.gap_report.words import ASPECTS, CHECKS, OBLIGATIONS, STAGES
from npm_readiness.models.assessment import AssessedAnswer, AssessedCriterion, AssessedSource, CitedProvision

__all__ = ["annexes"]


def annexes(context: Context) -> Iterator[Section]:
    """All annexes, lettered."""
    say = context.texts.say
    parts = [
        ("criteria", say("Every criterion"), _criteria(context)),
        ("answers", say("Every question and answer"), _answers(context)),
        ("standards", say("Standards, apart from readiness"), _standards(context)),
        ("sources", say("Sources"), _sources(context)),
        ("provisions", say("Provisions cited"), _provisions(context)),
        ("method", say("How the result was reached"), _method(context)),
    ]
    for letter, (name, title, blocks) in zip("ABCDEF", parts, strict=True):
        label = say("Annex {letter}", letter=letter)
        yield Section(f"annex-{name}", label, title, tuple(blocks))


def _criteria(context: Context) -> Iterator[Block]:
    say = context.texts.say
    yield Table(
        say("Criteria with their results"),
        (say("Criterion"), say("Result"), say("Rests on"), say("Stage"), say("Aspect"), say("In place")),
        tuple(_criterion(context, criterion) for criterion in context.assessment.criteria),
        kind="criteria",
    )


def _criterion(context: Context, criterion: AssessedCriterion) -> tuple[Inline, ...]:
    say = context.texts.say
    result = [context.status(criterion.status)]
    if criterion.conditional:
        result.append(Run(" " + say("(if it applies)")))
    return (
        line(*context.to_criterion(criterion.id), " ", Run(criterion.id, "code", anchor=anchor("row", criterion.id))),
        tuple(result),
        line(say(OBLIGATIONS[criterion.obligation]), ": ", *joined(context.basis(criterion), "; ")),
        line(say(STAGES[criterion.stage])),
        line(say(ASPECTS[criterion.aspect])),
        line(context.interval(criterion.score)),
    )


def _answers(context: Context) -> Iterator[Block]:
    for answer in context.answers.values():
        yield _answer(context, answer)


def _answer(context: Context, answer: AssessedAnswer) -> Finding:
    say = context.texts.say
    fields = [
        (say("Answer"), (_given(context, answer), *carrying_lines(context, answer))),
    ]
    met = answer.rubric.model_dump().get(str(answer.answer))
    if met is not None and not answer.from_profile:
        fields.append((say("Which stands for"), (line(met),)))
    if answer.may_not_apply is not None:
        fields.append((say("Does not apply"), (line(answer.may_not_apply),)))
    return Finding(
        number=None,
        anchor=anchor("question", answer.question),
        title=answer.text,
        labels=(Run(answer.question, "code"),),
        fields=tuple(fields),
    )


def _given(context: Context, answer: AssessedAnswer) -> Inline:
    if answer.fact is None:
        return line(answer_run(context, answer))
    follows = context.texts.say("(follows from the profile: {fact})", fact=context.fact(answer.fact))
    return line(answer_run(context, answer), f" {follows}")


def _standards(context: Context) -> Iterator[Block]:
    say = context.texts.say
    if not context.assessment.standards:
        yield Paragraph(line(say("Nothing to report: no checklist of standards was assessed.")))
    for summary in context.assessment.standards:
        yield Heading(summary.title, anchor("standards", summary.checklist))
        yield Paragraph(
            line(
                say(
                    "Of its criteria {met} are met, {partly_met} partly, {not_met} are not; for {undetermined} it could not be "
                    "established, and {not_applicable} do not apply. They do not enter the verdicts on the stages.",
                    **summary.counts.model_dump(),
                )
            )
        )
        yield from picture_of(context, summary.dimensions, anchor("figure", summary.checklist))
        gaps = {gap.criterion: gap for gap in context.assessment.gaps}
        for criterion in context.assessment.roadmap:
            if context.criteria[criterion].checklist == summary.checklist:
                yield gap_finding(context, gaps[criterion], None)


def _sources(context: Context) -> Iterator[Block]:
    say = context.texts.say
    if not context.assessment.sources:
        yield Paragraph(line(say("Nothing to report: the profile names no source.")))
    for source in context.assessment.sources:
        yield Finding(
            None, anchor("source", source.id), source.title, (Run(source.id, "code"),), _source(context, source)
        )


def _source(context: Context, source: AssessedSource) -> tuple[tuple[str, tuple[Inline, ...]], ...]:
    say = context.texts.say
    fields = [
        (say("Publisher"), source.publisher),
        (say("Date"), source.date),
        (say("Symbol"), source.symbol),
        (say("Language"), source.language),
        (say("Note"), source.note),
    ]
    shown = [(label, (line(text),)) for label, text in fields if text is not None]
    if source.url is not None:
        shown.append((say("Address"), (line(Run(source.url, link=source.url)),)))
    return tuple(shown)


def _provisions(context: Context) -> Iterator[Block]:
    say = context.texts.say
    for instrument in context.assessment.instruments:
        cited = [entry for entry in context.assessment.provisions if entry.instrument == instrument.id]
        yield Heading(instrument.title, anchor("instrument", instrument.id))
        known = ", ".join(part for part in (instrument.symbol, str(instrument.year or "")) if part)
        if known:
            yield Paragraph(line(known))
        yield Table(
            say("Provisions of this instrument"),
            (say("Provision"), say("Says"), say("Obligation"), say("Checked")),
            tuple(_provision(context, provision) for provision in cited),
            kind="provisions",
        )


def _provision(context: Context, provision: CitedProvision) -> tuple[Inline, ...]:
    say = context.texts.say
    return (
        line(provision.pinpoint, " ", Run(provision.id, "code", anchor=anchor("provision", provision.id))),
        line(provision.subject),
        line(say(OBLIGATIONS[provision.obligation]) if provision.obligation else say("none: context")),
        line(say(CHECKS[provision.verified, provision.cross_read])),
    )


def _method(context: Context) -> Iterator[Block]:
    assessment, say = context.assessment, context.texts.say
    evidence = (
        say("required: a claim without it counts as unknown") if assessment.require_evidence else say("not required")
    )
    yield Bullets(
        (
            line(say("npm_readiness, version {version}", version=assessment.tool_version)),
            *(
                line(
                    say("Checklist {id}, version {version}, digest", id=checklist.id, version=checklist.version),
                    " ",
                    Run(checklist.sha256, "code"),
                )
                for checklist in assessment.checklists
            ),
            line(say("Register of provisions, digest"), " ", Run(assessment.register_.sha256, "code")),
            line(say("As of {date}; evidence {evidence}", date=assessment.as_of, evidence=evidence)),
        )
    )
    for text in _explanations(context):
        yield Paragraph(line(text))
    yield Note(
        line(
            say(
                "This is a self-assessment. It is no finding of the Subcommittee on Prevention of Torture, which advises "
                "and does not certify. It tests the criteria of its checklists and nothing beyond them."
            )
        )
    )


def _explanations(context: Context) -> Iterator[str]:
    say = context.texts.say
    yield say(
        "Each question is answered yes (1), partial (1/2), no (0) or unknown, by a rubric that is printed with it. What is "
        "unknown is not counted as zero or as half: every result is an interval of what it can still turn out to be. A "
        "criterion combines its questions by their mean, the weakest or the strongest, as its checklist says; a score is the "
        "mean of its criteria by their weights, reckoned exactly and rounded only for show."
    )
    yield say(
        "A stage is not ready where a treaty requirement of it or of a stage before it is surely not fully met. It cannot be "
        "said where that is open. It is ready with gaps where only guidance or good practice is surely not fully met, and "
        "ready where nothing is missing."
    )
    yield say(
        "Questions on law are answered from the law in force for the institution that the profile names, as the body that is "
        "or may become the mechanism. Questions on what a mechanism does answer themselves no as long as none is designated."
    )
    yield say(
        "Paragraph numbers change with the answers; the ids of criteria and questions do not. Who holds an answer to be wrong "
        "names its id, the answer and the source that carries it."
    )

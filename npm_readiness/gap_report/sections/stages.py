"""Stage by stage: what blocks, what is open, and on what the verdict still depends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Paragraph, Run, Section
from npm_readiness.gap_report.sections.context import Context, line
from npm_readiness.gap_report.sections.summary import stage_sentence, verdict_run
from npm_readiness.gap_report.words import ADDRESSEES, STAGE_QUESTIONS, STAGES
from npm_readiness.models.assessment import AssessedStage

__all__ = ["stage_by_stage"]

DECISIVE = 10
"""How many of the questions on which a verdict depends are listed here; all of them stand under what is not known."""


def stage_by_stage(context: Context) -> Section:
    """The four stages, each with its verdict and what it rests on."""
    title = context.texts.say("The stages, one by one")
    blocks = [block for stage in context.assessment.stages for block in _stage(context, stage)]
    return Section("stages", "2", title, tuple(blocks))


def _stage(context: Context, stage: AssessedStage) -> Iterator[Block]:
    say = context.texts.say
    yield Heading(say(STAGES[stage.id]), f"stage-{stage.id.value}")
    yield Paragraph(
        line(
            say(STAGE_QUESTIONS[stage.id]),
            " ",
            verdict_run(context, stage.verdict),
            ". ",
            stage_sentence(context, stage),
        )
    )
    yield from _listed(
        context, say("Treaty requirements surely not met, up to this stage:"), stage.blockers, with_addressee=True
    )
    yield from _listed(context, say("Treaty requirements still open, up to this stage:"), stage.open)
    yield from _depends_on(context, stage)


def _listed(
    context: Context, introduction: str, criteria: Sequence[str], *, with_addressee: bool = False
) -> Iterator[Block]:
    if not criteria:
        return
    yield Paragraph(line(Run(introduction, "strong")))
    yield Bullets(tuple(_item(context, criterion, with_addressee=with_addressee) for criterion in criteria))


def _item(context: Context, criterion: str, *, with_addressee: bool) -> Inline:
    entry, texts = context.criteria[criterion], context.texts
    runs = [*context.to_criterion(criterion), Run(" "), Run(criterion, "code")]
    if with_addressee:
        runs.append(Run(f" ({texts.say(ADDRESSEES[entry.addressee])})"))
    if entry.conditional:
        facts = ", ".join(context.fact(fact) for fact in entry.depends_on)
        runs.append(Run(" " + texts.say("(applies or not depending on {facts})", facts=facts)))
    return tuple(runs)


def _depends_on(context: Context, stage: AssessedStage) -> Iterator[Block]:
    texts = context.texts
    if stage.undecided_by_facts:
        facts = ", ".join(context.fact(fact) for fact in stage.undecided_by_facts)
        yield Paragraph(line(texts.say("The verdict differs with facts that are not known: {facts}.", facts=facts)))
    if not stage.undecided_by:
        return
    yield Paragraph(
        line(
            Run(
                texts.count(
                    "The verdict can depend on {number} question:",
                    "The verdict can depend on {number} questions, the most decisive first:",
                    len(stage.undecided_by),
                ),
                "strong",
            )
        )
    )
    shown = stage.undecided_by[:DECISIVE]
    yield Bullets(
        tuple(line(context.answers[question].text, " ", Run(question, "code")) for question in shown), ordered=True
    )
    if len(stage.undecided_by) > DECISIVE:
        more = len(stage.undecided_by) - DECISIVE
        yield Paragraph(line(Run(texts.count("and {number} more", "and {number} more", more), link="#unknown")))

"""The one page that a deputy minister reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Paragraph, Run
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.outline import OUTLINE, reference
from npm_readiness.gap_report.sections.pictures import stage_track, verdict_kind, verdict_words
from npm_readiness.gap_report.words import STAGE_QUESTIONS, STAGES, VERDICTS
from npm_readiness.models.assessment import AssessedStage
from npm_readiness.models.vocabulary import CountsFor, Obligation, Severity, Stage, Status, Verdict

__all__ = ["one_page", "stage_question", "stage_sentence", "verdict_run"]

SHOWN = 5
"""How many requirements that are not in place the one page names."""

IN_PLACE = 3
"""How many of those that are in place it names."""


NO_VERDICT: Mapping[str, str] = {
    "opcat-not-assessed": mark("The checklist opcat was not assessed, and without it there is no verdict."),
    "no-criterion": mark("No criterion of this stage applies."),
}
SETTLED: Mapping[Verdict | None, str] = {
    Verdict.READY: mark("Everything that the criteria ask up to this stage is in place."),
    Verdict.READY_WITH_GAPS: mark(
        "What the treaty asks up to this stage is in place; guidance or good practice leaves gaps."
    ),
}


def one_page(context: Context) -> tuple[Block, ...]:
    """One sentence a stage, what is in place, what blocks, the next steps, and how much is not known."""
    return tuple(_one_page(context))


def _one_page(context: Context) -> Iterator[Block]:
    yield Bullets((_where(context), _missing(context), _next(context), _unknown(context)))
    yield stage_track(context)
    yield Bullets(tuple(_stage(context, stage) for stage in context.assessment.stages))
    yield from _in_place(context)
    yield from _next_steps(context)
    checklists = [entry.id for entry in context.assessment.checklists if entry.counts_for is CountsFor.READINESS]
    yield Paragraph(
        line(
            context.texts.say(
                "The verdicts rest on the checklists {checklists}. A treaty requirement that is surely not fully met decides a "
                "stage; no score makes up for it.",
                checklists=", ".join(checklists) or context.texts.say("none"),
            )
        )
    )


def _where(context: Context) -> Inline:
    """The verdicts, those that are alike together."""
    say = context.texts.say
    by_verdict: dict[Verdict | None, list[str]] = {}
    for stage in context.assessment.stages:
        by_verdict.setdefault(stage.verdict, []).append(say(STAGES[stage.id]))
    told = [line(f"{', '.join(names)}: ", verdict_run(context, verdict)) for verdict, names in by_verdict.items()]
    since = context.party_since
    party = say("The State is party since {date}.", date=since) if since is not None else ""
    return line(Run(say("Where we are."), "strong"), " ", *joined(told, "; "), f". {party}".rstrip())


def _missing(context: Context) -> Inline:
    """The treaty requirements that are not in place and on which somebody can act today; how many wait for the mechanism."""
    texts, say = context.texts, context.texts.say
    critical = [gap for gap in context.sure_gaps.values() if gap.severity is Severity.CRITICAL]
    if not critical:
        nothing = say("No treaty requirement is known to be unmet.")
        return line(Run(say("What blocks."), "strong"), " ", nothing)
    now = [gap for gap in critical if not gap.waits]
    named = [line(*context.to_criterion(gap.criterion), *context.paragraphs([gap.criterion])) for gap in now[:SHOWN]]
    if len(now) > SHOWN:
        more = texts.count("and {number} more", "and {number} more", len(now) - SHOWN)
        named.append(line(Run(more, link=f"#{OUTLINE['analysis'].anchor}")))
    told = line(" ", say("Not, or not fully, in place:"), " ", *joined(named, "; "), ".") if named else ()
    waiting = len(critical) - len(now)
    if waiting:
        follow = texts.count(
            "{number} more treaty requirement counts as not met as long as there is no mechanism.",
            "{number} more treaty requirements count as not met as long as there is no mechanism.",
            waiting,
        )
        told = line(*told, " ", Run(follow, link=f"#{OUTLINE['recommendations'].anchor}"))
    return line(Run(say("What blocks."), "strong"), *told)


def _next(context: Context) -> Inline:
    head = line(Run(context.texts.say("What next."), "strong"), " ")
    steps = [
        line(f"{context.addressee(step.addressee)}: ", *context.to_criterion(step.criterion))
        for step in context.first_steps
    ]
    return line(*head, *joined(steps, "; "), ".") if steps else line(*head, *_no_step(context))


def _no_step(context: Context) -> Inline:
    """Why no step is named: what is to be found out comes first, or every gap waits, or there is nothing to do."""
    texts, say = context.texts, context.texts.say
    if any(gap.waits for gap in context.sure_gaps.values()):
        return line(say("Every gap that is known waits for a mechanism to be designated."))
    if context.gaps:
        return line(say("Whether the gaps that are known apply depends on facts that are not known."))
    number = len(context.decisive)
    if not number:
        return line(say("No gap is established, so there is no step to take."))
    told = texts.count(
        "No gap in readiness is established. First {number} question on which a verdict depends has to be answered:",
        "No gap in readiness is established. First {number} questions on which a verdict depends have to be answered:",
        number,
    )
    return line(told, " ", reference(context, "unknown"), ".")


def _unknown(context: Context) -> Inline:
    texts, counts = context.texts, context.assessment.answered
    # Those of bodies of standards enter no verdict.
    open_ = {criterion.id for criterion in context.readiness if criterion.obligation is Obligation.TREATY} - set(
        context.sure_gaps
    )
    treaty_open = sum(context.criteria[item].status not in (Status.MET, Status.NOT_APPLICABLE) for item in open_)
    told = texts.say(
        "Of {questions} questions {answered} have an answer of their own, {by_fact} follow from facts of the profile, {unknown} "
        "were looked into and stay unknown, {unanswered} are not answered yet, and {not_applicable} do not apply.",
        by_fact=counts.from_profile,
        answered=counts.answered - counts.from_profile,
        questions=counts.questions,
        unknown=counts.unknown - counts.left_out,
        unanswered=counts.unanswered + counts.left_out,
        not_applicable=counts.not_applicable,
    )
    treaty = texts.count(
        "For {number} treaty requirement it is not known whether it is met.",
        "For {number} treaty requirements it is not known whether they are met.",
        treaty_open,
    )
    return line(Run(texts.say("How much is unknown."), "strong"), f" {told} {treaty}")


def verdict_run(context: Context, verdict: Verdict | None) -> Run:
    """The word for a verdict, with its mark."""
    return Run(verdict_words(context, verdict), kind=verdict_kind(verdict))


def _stage(context: Context, stage: AssessedStage) -> Inline:
    say = context.texts.say
    name = Run(say(STAGES[stage.id]), "strong", f"#stage_{stage.id.value}")
    asks = stage_question(context, stage)
    return line(name, f" ({asks}) ", stage_sentence(context, stage))


def stage_question(context: Context, stage: AssessedStage) -> str:
    """What a stage asks; a State that is party is not asked whether it can become one."""
    if stage.id is Stage.RATIFICATION and context.party_since is not None:
        return context.texts.say("Did the State join as the Protocol asks?")
    return context.texts.say(STAGE_QUESTIONS[stage.id])


def stage_sentence(context: Context, stage: AssessedStage) -> str:
    """The verdict on a stage in a sentence."""
    texts = context.texts
    if stage.reason is not None:
        return texts.say(NO_VERDICT[stage.reason])
    if stage.verdict is Verdict.NOT_READY:
        return _not_ready(context, stage)
    if stage.verdict in SETTLED:
        return texts.say(SETTLED[stage.verdict])
    if len(stage.possible) == len(Verdict) - 1:
        return texts.say("Every verdict is still possible, depending on what is not known yet.")
    possible = texts.say(" or ").join(texts.say(VERDICTS[verdict]) for verdict in stage.possible)
    return texts.say("Still possible: {verdicts}, depending on what is not known yet.", verdicts=possible)


def _not_ready(context: Context, stage: AssessedStage) -> str:
    texts = context.texts
    sentence = texts.count(
        "{number} treaty requirement of this or an earlier stage is surely not fully met.",
        "{number} treaty requirements of this or an earlier stage are surely not fully met.",
        len(stage.blockers),
    )
    if stage.open:
        sentence += " " + texts.count(
            "For {number} more it is not known.", "For {number} more it is not known.", len(stage.open)
        )
    return sentence


def _in_place(context: Context) -> Iterator[Block]:
    say = context.texts.say
    met = sorted(context.met, key=lambda criterion: criterion.obligation.order)
    yield Heading(say("What is in place"), "in_place_in_short")
    if not met:
        yield Paragraph(line(say("No criterion is known to be fully met.")))
        return
    items = [context.to_criterion(criterion.id) for criterion in met[:IN_PLACE]]
    if len(met) > IN_PLACE:
        more = context.texts.count("and {number} more", "and {number} more", len(met) - IN_PLACE)
        items.append(line(Run(more, link=f"#{OUTLINE['in-place'].anchor}")))
    yield Bullets(tuple(items))


def _next_steps(context: Context) -> Iterator[Block]:
    first, say = context.first_steps, context.texts.say
    yield Heading(say("The next steps"), "next_steps")
    if not first:
        yield Paragraph(_no_step(context))
        return
    yield Bullets(
        tuple(
            line(
                Run(context.addressee(step.addressee), "strong"),
                f": {step.action}",
                *context.paragraphs([step.criterion]),
            )
            for step in first
        ),
        ordered=True,
    )

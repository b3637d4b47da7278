"""The stages in words: what each asks, its verdict, and on how much that rests."""

from __future__ import annotations

from collections.abc import Mapping

from npm_readiness.gap_report.document import Run
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.words import STAGE_QUESTIONS, VERDICTS
from npm_readiness.models.assessment import AssessedStage, LookedAt
from npm_readiness.models.vocabulary import Stage, Verdict

__all__ = [
    "BEHIND",
    "is_behind",
    "stage_question",
    "stage_run",
    "stage_sentence",
    "stage_words",
    "verdict_kind",
    "verdict_words",
]

BEHIND = mark("behind the State")
"""What is said of the road to joining once the State has joined."""

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
WOULD_BE_SETTLED: Mapping[Verdict | None, str] = {
    Verdict.READY: mark("Everything that the criteria ask up to this stage would be in place."),
    Verdict.READY_WITH_GAPS: mark(
        "What the treaty asks up to this stage would be in place; guidance or good practice would leave gaps."
    ),
}


def is_behind(context: Context, stage: AssessedStage) -> bool:
    """Whether it is the road to joining of a State that has joined, and that met what the treaty asks on it."""
    settled = stage.verdict in SETTLED or stage.reason == "no-criterion"
    return stage.id is Stage.RATIFICATION and context.situation.joined is True and settled


def stage_words(context: Context, stage: AssessedStage) -> str:
    """The verdict on a stage in a few words."""
    return context.texts.say(BEHIND) if is_behind(context, stage) else verdict_words(context, stage.verdict)


def stage_run(context: Context, stage: AssessedStage) -> Run:
    """The verdict on a stage in a few words, with its mark."""
    return Run(stage_words(context, stage), kind=verdict_kind(stage.verdict))


def verdict_words(context: Context, verdict: Verdict | None) -> str:
    """The words for a verdict."""
    return context.texts.say("no verdict") if verdict is None else context.texts.say(VERDICTS[verdict])


def verdict_kind(verdict: Verdict | None) -> str:
    """How a verdict looks."""
    return "verdict-none" if verdict is None else f"verdict-{verdict.value.replace('_', '-')}"


def stage_question(context: Context, stage: AssessedStage) -> str:
    """What a stage asks; a State that has joined is not asked whether it can."""
    if stage.id is Stage.RATIFICATION and context.situation.joined is True:
        return context.texts.say("Did the State join as the Protocol asks?")
    return context.texts.say(STAGE_QUESTIONS[stage.id])


def stage_sentence(context: Context, stage: AssessedStage) -> str:
    """The verdict on a stage in a sentence, and on how many treaty requirements it rests."""
    texts = context.texts
    if is_behind(context, stage):
        return texts.say("The State has joined; the road to it is behind the State.")
    if stage.reason is not None:
        return texts.say(NO_VERDICT[stage.reason])
    told = _verdict(context, stage)
    return told if stage.looked_at is None else f"{told} {_rests_on(context, stage.looked_at)}"


def _verdict(context: Context, stage: AssessedStage) -> str:
    texts = context.texts
    if stage.verdict is Verdict.NOT_READY:
        return _not_ready(context, stage)
    if stage.verdict in SETTLED:
        return texts.say(WOULD_BE_SETTLED[stage.verdict] if context.supposes else SETTLED[stage.verdict])
    if len(stage.possible) == len(Verdict) - 1:
        return texts.say("Every verdict is still possible, depending on what is not known yet.")
    possible = texts.say(" or ").join(texts.say(VERDICTS[verdict]) for verdict in stage.possible)
    return texts.say("Still possible: {verdicts}, depending on what is not known yet.", verdicts=possible)


def _not_ready(context: Context, stage: AssessedStage) -> str:
    texts = context.texts
    if context.supposes:
        sentence = texts.count(
            "{number} treaty requirement of this or an earlier stage would not be fully met.",
            "{number} treaty requirements of this or an earlier stage would not be fully met.",
            len(stage.blockers),
        )
    else:
        sentence = texts.count(
            "{number} treaty requirement of this or an earlier stage is known not to be fully met.",
            "{number} treaty requirements of this or an earlier stage are known not to be fully met.",
            len(stage.blockers),
        )
    if stage.open:
        sentence += " " + texts.count(
            "For {number} more it is not known.", "For {number} more it is not known.", len(stage.open)
        )
    return sentence


def _rests_on(context: Context, looked_at: LookedAt) -> str:
    return context.texts.count(
        "It rests on {number} treaty requirement; something is known of {known}.",
        "It rests on {number} treaty requirements; something is known of {known}.",
        looked_at.of,
        known=looked_at.treaty,
    )

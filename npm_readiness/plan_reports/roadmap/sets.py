"""The fewest answers that have to become yes: for the next stage, and for every stage to be ready."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Inline, Run, Table
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.plan_reports.roadmap.naming import Names
from npm_readiness.planning.roadmap.result import RaisedQuestion, SetOfQuestions

__all__ = ["fewest_questions"]


def fewest_questions(names: Names) -> tuple[Block, ...]:
    """Both sets, each with why its questions are in it."""
    return tuple(_blocks(names))


def _blocks(names: Names) -> Iterator[Block]:
    context, say, found = names.context, names.texts.say, names.roadmap.smallest_set
    if found.next_stage is None and found.ready is None:
        yield context.numbered(
            say("There is no verdict on any stage, or nothing is missing for one; so there is nothing to count.")
        )
        return
    if found.next_stage is not None:
        yield context.numbered(
            say(
                "For the stage {stage}: so that no treaty requirement of this or an earlier stage is known to be unmet, whatever "
                "the facts are that are not known. What must come before, by the order of the criteria, is counted in; no smaller "
                "set of answers does it, unless the roadmap says that this is not proven.",
                stage=names.stage(found.next_stage.stage),
            )
        )
        if found.next_stage.raised:
            yield _table(names, say("For the next stage"), found.next_stage.raised)
    if found.ready is not None:
        yield context.numbered(*_ready(names, found.ready))
        known = tuple(entry for entry in found.ready.raised if not entry.open and not entry.waits)
        if known:
            yield _table(names, say("For every stage to be ready: what is known to fall short today"), known)
    for one in (found.next_stage, found.ready):
        if one is not None and not one.proven:
            yield context.numbered(
                say(
                    "For the stage {stage} there were too many ways to choose from to try them all: the answers named are enough, "
                    "and whether fewer are is not proven.",
                    stage=names.stage(one.stage),
                )
            )


def _ready(names: Names, found: SetOfQuestions) -> Iterator[Run | str]:
    texts = names.texts
    waits = sum(entry.waits for entry in found.raised)
    unknown = sum(entry.open and not entry.waits for entry in found.raised)
    yield texts.count(
        "For every stage to be ready {number} answer has to be yes that is not surely so today:",
        "For every stage to be ready {number} answers have to be yes that are not surely so today:",
        len(found.questions),
    )
    yield " "
    yield texts.say(
        "{short} known to fall short, {unknown} not known (these may be yes already), {waits} that can become yes only once there "
        "is a mechanism with people in it. All of them stand in the workbook and in the JSON.",
        short=len(found.questions) - waits - unknown,
        unknown=unknown,
        waits=waits,
    )
    if found.findings:
        yield " " + texts.say(
            "Adopted findings of others stand in the way besides: {titles}.", titles=names.titles(found.findings)
        )


def _table(names: Names, caption: str, raised: tuple[RaisedQuestion, ...]) -> Table:
    say = names.texts.say
    return Table(
        caption,
        (say("Question"), say("Today"), say("For"), say("Why"), say("Package")),
        tuple(_row(names, entry) for entry in raised),
        kind="questions",
    )


def _row(names: Names, entry: RaisedQuestion) -> tuple[Inline, ...]:
    say = names.texts.say
    why = say("the stage needs it") if entry.because == "stage" else say("it must come before")
    package = "" if entry.package is None else str(names.numbers[entry.package])
    if entry.waits:
        package = say("waits")
    return (
        line(entry.text),
        line(names.answer(entry)),
        line(names.titles(entry.criteria)),
        line(why),
        line(package or "\N{EN DASH}"),
    )

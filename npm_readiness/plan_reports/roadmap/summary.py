"""The road on one page: what can be done, what is enough for the next stage, and whether it is in time."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Bullets, Inline, Note, Run
from npm_readiness.gap_report.sections.dates import reading_in_words
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.stages import stage_run, verdict_kind, verdict_words
from npm_readiness.models.assessment import AssessedStage
from npm_readiness.plan_reports.roadmap.naming import Names
from npm_readiness.planning.roadmap.result import SetOfQuestions, StartBy

__all__ = ["summary"]


def summary(names: Names) -> tuple[Block, ...]:
    """What a reader takes away who reads no more than this."""
    return tuple(_blocks(names))


def _blocks(names: Names) -> Iterator[Block]:
    context, say = names.context, names.texts.say
    yield context.numbered(*_how_much(names))
    if names.roadmap.packages and any(stage.verdict for stage in names.roadmap.assessment.stages):
        yield Bullets(tuple(_stages(names)))
    next_stage = names.roadmap.smallest_set.next_stage
    if next_stage is not None:
        yield context.numbered(*_next_stage(names, next_stage))
        if next_stage.raised:
            yield Bullets(tuple(_question(names, next_stage)))
    elif any(stage.verdict for stage in names.roadmap.assessment.stages):
        yield context.numbered(
            say(
                "No treaty requirement is known to be unmet in any stage, so there is no next stage to clear. What is open is open."
            )
        )
    timed = tuple(_time(names))
    if timed:
        yield context.numbered(say("When:"))
        yield Bullets(timed)
    if names.roadmap.packages:
        yield Note(
            line(
                say(
                    "How long things take is assumed for planning (section 6); it is no rule of law and no finding on this "
                    "country. The country's own figures belong into its profile, under the key plan."
                )
            )
        )


def _how_much(names: Names) -> Iterator[Run | str]:
    texts, roadmap = names.texts, names.roadmap
    number = len(
        {
            name
            for package in roadmap.packages
            for action in package.actions
            for name in (action.criterion, *action.also)
        }
    )
    if not roadmap.packages:
        yield texts.say("There is nothing that somebody should do today about a gap that is known.")
    else:
        yield texts.count(
            "{number} gap can be worked on today, in {packages}.",
            "{number} gaps can be worked on today, in {packages}.",
            number,
            packages=texts.count("{number} package", "{number} packages", len(roadmap.packages)),
        )
    if roadmap.waiting:
        yield " " + texts.count(
            "{number} more waits until there is a mechanism with people in it, and is in no package.",
            "{number} more wait until there is a mechanism with people in it, and are in no package.",
            len(roadmap.waiting),
        )
    yield " " + texts.say("Questions that nobody has answered yet can add to them.")


def _stages(names: Names) -> Iterator[Inline]:
    """The verdicts today and after all packages, and what is left in the way of a stage then."""
    say, context = names.texts.say, names.context
    for change in names.roadmap.packages[-1].with_those_before.stages:
        today = next(stage for stage in names.roadmap.assessment.stages if stage.id is change.id)
        told = [line(Run(say("{stage}:", stage=names.stage(change.id)), "strong"), " ", stage_run(context, today))]
        if change.after is not today.verdict:
            then = Run(verdict_words(context, change.after), verdict_kind(change.after))
            told.append(line(say("once all packages are carried out:"), " ", then))
        left = _left(names, today)
        if left:
            told.append(line(left))
        yield joined(told, "; ")


def _left(names: Names, stage: AssessedStage) -> str:
    """What blocks a stage and is in no package, or in none that lifts it."""
    texts, packages = names.texts, names.roadmap.packages
    cleared = {name for package in packages for name in package.with_those_before.blockers}
    left = [name for name in stage.blockers if name not in cleared]
    waiting = [name for name in left if name in names.roadmap.waiting]
    if not left:
        return ""
    if len(waiting) == len(left):
        return texts.count(
            "{number} treaty requirement in its way waits for the mechanism",
            "{number} treaty requirements in its way wait for the mechanism",
            len(left),
        )
    return texts.count(
        "{number} treaty requirement is left in its way, of which {waiting} waits for the mechanism",
        "{number} treaty requirements are left in its way, of which {waiting} wait for the mechanism",
        len(left),
        waiting=len(waiting),
    )


def _next_stage(names: Names, found: SetOfQuestions) -> Iterator[Run | str]:
    texts = names.texts
    yield Run(texts.say("The next stage: {stage}.", stage=names.stage(found.stage)), "strong")
    yield " "
    if found.questions:
        yield texts.count(
            "{number} answer that becomes yes is enough for nothing known to stand in its way:",
            "{number} answers that become yes are enough for nothing known to stand in its way:",
            len(found.questions),
        )
    if found.findings:
        yield (" " if found.questions else "") + texts.count(
            "{number} adopted finding of others stands in the way, which no answer lifts: {titles}.",
            "{number} adopted findings of others stand in the way, which no answer lifts: {titles}.",
            len(found.findings),
            titles=names.titles(found.findings),
        )


def _question(names: Names, found: SetOfQuestions) -> Iterator[Inline]:
    say = names.texts.say
    for entry in found.raised:
        told = say("{question} Today: {answer}.", question=entry.text, answer=names.answer(entry))
        if entry.waits:
            told += " " + say("It can become yes only once there is a mechanism with people in it.")
        if entry.package is None:
            yield line(told)
        else:
            yield line(told, " [", names.linked(entry.package, names.numbered(entry.package)), "]")


def _time(names: Names) -> Iterator[Inline]:
    """When the work ends, and whether that is in time for each thing that is due."""
    texts, roadmap = names.texts, names.roadmap
    if not roadmap.packages:
        return
    if roadmap.start is None or roadmap.ends is None:
        yield line(
            texts.count(
                "All packages take {number} week from the start.",
                "All packages take {number} weeks from the start.",
                roadmap.weeks,
            )
        )
    else:
        yield line(
            texts.say(
                "Begun on {start}, all packages are done by {end} at the earliest.",
                start=names.day(roadmap.start),
                end=names.day(roadmap.ends),
            )
        )
    for entry in roadmap.start_by:
        yield joined([line(Run(_due(names, entry), "strong")), line(_in_time(names, entry))], " ")


def _due(names: Names, entry: StartBy) -> str:
    say = names.texts.say
    if entry.by == "deposit":
        return say("For the planned deposit on {day}:", day=names.day(entry.due))
    if entry.by == "entry-into-force":
        return say("For part III of the Protocol, which binds from {day}:", day=names.day(entry.due))
    return say(
        "For the mechanism, due on {day} ({reading}):",
        day=names.day(entry.due),
        reading=reading_in_words(names.texts, entry.reading),
    )


def _in_time(names: Names, entry: StartBy) -> str:
    texts, day = names.texts, names.day(entry.starts)
    if entry.slack is None:
        if entry.starts < names.roadmap.as_of:
            return texts.say(
                "the work had to start by {day}, so that it is late already on the day of this roadmap.", day=day
            )
        return texts.say("the work has to start by {day}.", day=day)
    if entry.late:
        return texts.count(
            "late by {number} day: the work had to start by {day}.",
            "late by {number} days: the work had to start by {day}.",
            -entry.slack,
            day=day,
        )
    return texts.count(
        "in time with {number} day to spare; it can start by {day} at the latest.",
        "in time with {number} days to spare; it can start by {day} at the latest.",
        entry.slack,
        day=day,
    )

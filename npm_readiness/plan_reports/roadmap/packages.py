"""The packages: in a table and over time, and then each with its actions and what it unlocks."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Finding, Inline, Run, Table
from npm_readiness.gap_report.sections.dates import reading_in_words
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.sections.stages import verdict_words
from npm_readiness.gap_report.words import OBLIGATIONS
from npm_readiness.plan_reports.roadmap.naming import DUE, Names
from npm_readiness.plan_reports.roadmap.picture import over_time
from npm_readiness.planning.roadmap.result import Package, PlannedAction, Unlocked

__all__ = ["order", "packages"]

NOTHING = "\N{EN DASH}"


def order(names: Names) -> tuple[Block, ...]:
    """The packages in a table, and over time."""
    context, say = names.context, names.texts.say
    if not names.roadmap.packages:
        return (context.numbered(say("There is no package.")),)
    first = context.numbered(
        say(
            "A package is what one addressee does by one kind of text or decision. The packages stand in an order in which each "
            "can be carried out when its turn comes; those that wait for no other can run side by side."
        )
    )
    table = Table(
        say("The packages"),
        (
            say("No."),
            say("Who, by what"),
            say("Actions"),
            say("Order"),
            say("When"),
            say("Treaty requirements that it clears"),
        ),
        tuple(_row(names, package) for package in names.roadmap.packages),
        kind="packages",
    )
    return (first, table, *over_time(names), *_split(names))


def _row(names: Names, package: Package) -> tuple[Inline, ...]:
    texts = names.texts
    after = ", ".join(str(names.numbers[other]) for other in package.after)
    return (
        line(names.linked(package.id, str(names.numbers[package.id]))),
        line(names.package(package)),
        line(texts.count("{number} action", "{number} actions", len(package.actions))),
        line(texts.say("after {packages}", packages=after) if after else texts.say("at once")),
        line(names.span(package)),
        line(names.titles(package.with_those_before.blockers) or NOTHING),
    )


def _split(names: Names) -> Iterator[Block]:
    """That a package had to be split, and why."""
    split = [package for package in names.roadmap.packages if package.of > 1]
    if split:
        yield names.context.numbered(
            names.texts.say(
                "Where a package comes in parts, another package must come after the one part and before the other: {packages}.",
                packages="; ".join(f"{names.numbers[package.id]}. {names.package(package)}" for package in split),
            )
        )


def packages(names: Names) -> tuple[Block, ...]:
    """Each package: what is to be done, what must come first, when, and what it unlocks."""
    if not names.roadmap.packages:
        return (names.context.numbered(names.texts.say("There is no package.")),)
    return tuple(_package(names, package) for package in names.roadmap.packages)


def _package(names: Names, package: Package) -> Finding:
    say = names.texts.say
    fields = [
        (say("What is to be done"), tuple(_action(names, action) for action in package.actions)),
        (say("When"), tuple(_when(names, package))),
        (say("What it unlocks alone, today"), (line(_unlocks(names, package.unlocks)),)),
    ]
    if package is not names.roadmap.packages[0]:
        together = _unlocks(names, package.with_those_before)
        fields.append((say("What it adds once all packages before it are done"), (line(together),)))
    number = names.numbers[package.id]
    return Finding(
        number=None,
        anchor=f"package_{number}",
        title=f"{number}. {names.package(package)}",
        labels=(Run(names.span(package)),),
        fields=tuple(fields),
    )


def _action(names: Names, action: PlannedAction) -> Inline:
    """What to do, which gaps it serves, and what may make it needless."""
    context, say = names.context, names.texts.say
    gaps = "; ".join(
        f"{names.title(name)} ({say(OBLIGATIONS[context.criteria[name].obligation])})"
        for name in (action.criterion, *action.also)
    )
    told = [action.text, f"[{gaps}]", *_conditions(names, action)]
    done: tuple[Run | str, ...] = (Run(say("Done."), "strong"), " ") if action.done else ()
    return line(*done, " ".join(told))


def _conditions(names: Names, action: PlannedAction) -> Iterator[str]:
    say, needless = names.texts.say, action.needless_if
    waiting = [name for name in action.after if name in names.roadmap.waiting]
    if waiting:
        yield say("It comes after what waits for the mechanism: {titles}.", titles=names.titles(tuple(waiting)))
    if needless.facts:
        facts = ", ".join(names.context.fact(fact) for fact in needless.facts)
        yield say("It may be needless: it depends on {facts}, which is not known.", facts=facts)
    if needless.questions:
        yield say(
            "A part of it may be needless: it is not known how these stand: {questions}",
            questions=" ".join(names.context.questions.answers[name].text for name in needless.questions),
        )
    if needless.alternatives:
        yield say(
            "One of several ways is enough; it is needless once this is so: {questions}",
            questions=" ".join(names.context.questions.answers[name].text for name in needless.alternatives),
        )


def _when(names: Names, package: Package) -> Iterator[Inline]:
    texts = names.texts
    weeks = texts.count("{number} week", "{number} weeks", package.weeks)
    after = ", ".join(names.numbered(other) for other in package.after)
    if after:
        yield line(
            texts.say("{span} ({weeks}), after {packages}.", span=names.span(package), weeks=weeks, packages=after)
        )
    else:
        yield line(texts.say("{span} ({weeks}); it waits for no other package.", span=names.span(package), weeks=weeks))
    for by in dict.fromkeys(action.due.by for action in package.actions if action.due is not None):
        yield line(_due(names, package, by))
    yield from _latest(names, package)


def _latest(names: Names, package: Package) -> Iterator[Inline]:
    """The latest days; once where they are the same under all readings."""
    texts = names.texts
    same = len({(latest.starts, latest.ends) for latest in package.latest}) == 1
    for latest in package.latest[:1] if same else package.latest:
        if same:
            told = texts.say("At the latest from {first} to {last}.", first=latest.starts, last=latest.ends)
        else:
            told = texts.say(
                "At the latest from {first} to {last}, if the mechanism is due {reading}.",
                first=latest.starts,
                last=latest.ends,
                reading=reading_in_words(texts, latest.reading),
            )
        if latest.slack is not None and latest.late:
            told += " " + texts.count("Late by {number} day.", "Late by {number} days.", -latest.slack)
        elif latest.slack is not None:
            told += " " + texts.count("{number} day to spare.", "{number} days to spare.", latest.slack)
        yield line(told)


def _due(names: Names, package: Package, by: str) -> str:
    """What it is due by, and why, as the rules say."""
    reason = next(action.due.reason for action in package.actions if action.due is not None and action.due.by == by)
    say = names.texts.say
    return say("Due by: {what}. {reason}", what=say(DUE[by])[:1].lower() + say(DUE[by])[1:], reason=reason)


def _unlocks(names: Names, unlocked: Unlocked) -> str:
    """Blockers, verdicts and the score in sentences."""
    texts, context = names.texts, names.context
    told = []
    if unlocked.blockers:
        told.append(
            texts.count(
                "{number} treaty requirement stands in the way no more: {titles}.",
                "{number} treaty requirements stand in the way no more: {titles}.",
                len(unlocked.blockers),
                titles=names.titles(unlocked.blockers),
            )
        )
    told += [
        texts.say(
            "{stage}: {before} becomes {after}.",
            stage=names.stage(change.id),
            before=verdict_words(context, change.before),
            after=verdict_words(context, change.after),
        )
        for change in unlocked.stages
        if change.before is not change.after
    ]
    told += _figures(names, unlocked)
    return " ".join(told) or texts.say("No verdict and no figure of readiness changes by it alone.")


def _figures(names: Names, unlocked: Unlocked) -> Iterator[str]:
    """How the score changes, where it does."""
    before, after = unlocked.score.before, unlocked.score.after
    if before is None or before == after:
        return
    words = (names.context.interval(before), names.context.interval(after))
    if words[0] == words[1]:
        yield names.texts.say("Readiness in figures stays at {share}, rounded.", share=words[0])
    else:
        yield names.texts.say(
            "Readiness in figures: {before} in place becomes {after}.", before=words[0], after=words[1]
        )

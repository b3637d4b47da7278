"""What the law and the practice of the country meet already under some option, and what falls short today."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Bullets, Inline, Paragraph, Table
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.words import ASPECTS, OBLIGATIONS, STAGES
from npm_readiness.models.vocabulary import Stage
from npm_readiness.plan_reports.models.options import Options
from npm_readiness.planning.models.result import Standing
from npm_readiness.planning.models.smallest import SmallestSet

__all__ = ["what_remains"]

MOST_LISTED = 12
"""How many questions to raise are listed one by one; more are counted."""


def what_remains(options: Options) -> tuple[Block, ...]:
    """What is met, what falls short, how many questions remain, and the fewest of them to raise where they were worked out."""
    return tuple(_blocks(options))


def _blocks(options: Options) -> Iterator[Block]:
    say = options.texts.say
    for standing, caption, nothing in (
        (
            Standing.MET,
            say("Met already under at least one option"),
            say("No requirement on readiness is known to be met under any option."),
        ),
        (
            Standing.FALLS_SHORT,
            say("Falls short today under at least one option"),
            say("No requirement on readiness is known to fall short today under any option."),
        ),
    ):
        rows = tuple(_rows(options, standing))
        if not rows:
            yield Paragraph(line(nothing))
            continue
        letters = (option.letter for option in options.all)
        head = (say("Requirement"), say("Binds as"), say("Rests on"), *letters)
        yield Table(caption, head, rows, kind="standings")
    for option in options.all:
        told = _left(options, option.model.remains, option.model.counts.waits)
        yield Paragraph(line(f"{option.title}. ", told, " ", _fewest_in_all(options, option.model.smallest_set)))
    yield from _fewest(options)


def _rows(options: Options, standing: Standing) -> Iterator[tuple[Inline, ...]]:
    """The criteria that stand so under at least one option, those that bind hardest first."""
    say = options.texts.say
    names = [entry.id for entry in options.result.criteria if entry.readiness and standing in entry.standings]
    for criterion in options.in_order(names):
        binds = f"{say(OBLIGATIONS[criterion.obligation])}, {say(ASPECTS[criterion.aspect])}"
        yield (
            line(criterion.title),
            line(binds),
            line(options.context.cited.provision_name(criterion.provisions[0])),
            *(line(options.standing(one)) for one in options.compared[criterion.id].standings),
        )


def _left(options: Options, remains: tuple[str, ...], waits: int) -> str:
    """How many questions stand between the State and having met all that is asked on readiness."""
    texts = options.texts
    told = texts.count(
        "{number} question on readiness is not answered yes yet.",
        "{number} questions on readiness are not answered yes yet.",
        len(remains),
    )
    if not waits:
        return told
    waiting = texts.count(
        "{number} requirement counts as unmet until there is a mechanism at work.",
        "{number} requirements count as unmet until there is a mechanism at work.",
        waits,
    )
    return f"{told} {waiting}"


def _fewest_in_all(options: Options, found: SmallestSet | None) -> str:
    """The fewest questions to raise under one option so that every stage is ready."""
    if found is None or found.ready is None:
        return ""
    return options.texts.count(
        "The fewest to raise so that every stage is ready: {number}.",
        "The fewest to raise so that every stage is ready: {number}.",
        len(found.ready.questions),
    )


def _fewest(options: Options) -> Iterator[Block]:
    """The fewest questions to raise so that nothing known blocks the next stage; options that share them are told together."""
    texts = options.texts
    together: dict[tuple[Stage, tuple[str, ...]], list[str]] = {}
    for option in options.all:
        found = option.model.smallest_set
        if found is not None and found.next_stage is not None:
            together.setdefault((found.next_stage.stage, found.next_stage.questions), []).append(option.letter)
    asked = {
        answer.question: answer.text for criterion in options.result.assessment.criteria for answer in criterion.answers
    }
    for (stage, questions), named in together.items():
        told = texts.count(
            "{options}: the fewest to raise so that no treaty requirement is known to block {stage}: {number} question.",
            "{options}: the fewest to raise so that no treaty requirement is known to block {stage}: {number} questions.",
            len(questions),
            options=", ".join(named),
            stage=texts.say(STAGES[stage]),
        )
        yield Paragraph(line(told))
        if len(questions) <= MOST_LISTED:
            yield Bullets(tuple(line(asked[name]) for name in questions if name in asked))

"""What tells the options apart: what only one asks for, and what is met or falls short under one and not under another.

What is a strength or a risk is said by the criteria alone: by what they ask, why, and on which provision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from npm_readiness.gap_report.document import Block, Heading, Inline, Paragraph, Run, Table
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.models.assessed_criteria import AssessedCriterion
from npm_readiness.models.vocabulary import Obligation
from npm_readiness.plan_reports.models.options import Named, Options
from npm_readiness.planning.models.result import Standing

__all__ = ["what_tells_them_apart"]

NEW_LINE = Run("", "break")


def what_tells_them_apart(options: Options) -> tuple[Block, ...]:
    """What is peculiar to each option, and the strengths and risks of each; where there is nothing, that is said."""
    return tuple(_blocks(options))


def _blocks(options: Options) -> Iterator[Block]:
    say = options.texts.say
    yield Paragraph(
        line(
            say(
                "A strength is a requirement that is met under some options and not under others. A risk is one that falls short "
                "today under some and not under others. Why it matters is said by the checklists, with the provision on which it "
                "rests; what an option alone asks for is neither as long as it is open."
            )
        )
    )
    specific = [name for option in options.all for name in option.model.specific]
    peculiar = [name for name in dict.fromkeys(specific) if options.compared[name].readiness]
    yield Heading(say("Peculiar to one model"), "models_peculiar")
    yield _part(
        options, peculiar, say("What one model alone asks for"), say("Nothing: no model asks for something alone.")
    )
    yield Heading(say("Strengths"), "models_strengths")
    met = _differing(options, Standing.MET)
    nothing_met = say("Nothing is known to be met under one option and not under another.")
    yield _part(options, met, say("Met under some options"), nothing_met)
    yield Heading(say("Risks"), "models_risks")
    short = _differing(options, Standing.FALLS_SHORT)
    nothing_short = say("Nothing is known to fall short today under one option and not under another.")
    yield _part(options, short, say("Falls short under some options"), nothing_short)
    told = [option for option in options.all if option.model.shared]
    if told:
        yield Heading(say("What applies to some options and not to all"), "models_shared")
        yield from (Paragraph(line(f"{option.title}. ", _shared(options, option))) for option in told)


def _part(options: Options, names: Iterable[str], caption: str, nothing: str) -> Block:
    criteria = options.in_order(names)
    return _table(options, criteria, caption) if criteria else Paragraph(line(nothing))


def _differing(options: Options, standing: Standing) -> list[str]:
    """The readiness criteria that stand so under some options and otherwise under others."""
    return [
        entry.id
        for entry in options.result.criteria
        if entry.readiness and standing in entry.standings and not entry.alike
    ]


def _shared(options: Options, option: Named) -> str:
    """By checklist how many requirements apply under this option and not under every one."""
    titles = {entry.id: entry.title for entry in options.result.assessment.checklists}
    listed = [options.criterion(name).checklist for name in option.model.shared]
    counted = "; ".join(f"{titles[checklist]}: {listed.count(checklist)}" for checklist in dict.fromkeys(listed))
    return options.texts.count(
        "{number} requirement applies here and under some other option, not under all. By checklist: {counted}.",
        "{number} requirements apply here and under some other option, not under all. By checklist: {counted}.",
        len(listed),
        counted=counted,
    )


def _table(options: Options, criteria: Iterable[AssessedCriterion], caption: str) -> Table:
    say = options.texts.say
    return Table(
        caption,
        (say("What it asks"), say("Why it matters"), say("Rests on"), say("Stands")),
        tuple(
            (
                _what(criterion),
                _why(options, criterion),
                line(options.context.cited.provisions_named(criterion.provisions)),
                _stands(options, criterion.id),
            )
            for criterion in criteria
        ),
        kind="apart",
    )


def _what(criterion: AssessedCriterion) -> Inline:
    title = Run(criterion.title, "strong")
    return line(title) if criterion.finding is not None else line(title, NEW_LINE, criterion.requirement)


def _why(options: Options, criterion: AssessedCriterion) -> Inline:
    """Why it matters and, where the checklist says so, how the provisions are read."""
    if criterion.reading is None:
        return line(criterion.why)
    say, reading = options.texts.say, criterion.reading
    treaty = criterion.obligation is Obligation.TREATY
    told = (
        say("Why the treaty asks it: {reading}", reading=reading)
        if treaty
        else say("The reading: {reading}", reading=reading)
    )
    return line(criterion.why, NEW_LINE, told)


def _stands(options: Options, name: str) -> Inline:
    """Where it stands under each option to which it applies."""
    standings = options.compared[name].standings
    return joined(
        (
            line(f"{option.letter} ", options.standing(standing))
            for option, standing in zip(options.all, standings, strict=True)
            if standing is not Standing.NOT_APPLICABLE
        ),
        NEW_LINE,
    )

"""What somebody reads who reads one page: the verdicts, the blockers gone and new, and how much of it is sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Bullets, Heading, Inline, Note, Paragraph, Table
from npm_readiness.gap_report.sections.inline import anchor, line
from npm_readiness.gap_report.words import STAGES
from npm_readiness.plan_reports.comparison.facts import fact_label, fact_value
from npm_readiness.plan_reports.comparison.side_by_side import verdict_table
from npm_readiness.plan_reports.comparison.view import ComparisonView
from npm_readiness.planning.comparing.changes import Change
from npm_readiness.planning.comparing.comparison import Step, VerdictChange

__all__ = ["one_page"]

MOST_STEPS = 6
"""How many steps page one tells; the others stand in the sections that follow."""

MOST_ROWS = 30
"""Up to how many profiles stand side by side on page one."""

MOST_FACTS = 6
CHANGED = ("changed", "added", "removed")


def one_page(view: ComparisonView) -> tuple[Block, ...]:
    """Each country from one profile to the next; else the countries side by side."""
    return tuple(_blocks(view))


def _blocks(view: ComparisonView) -> Iterator[Block]:
    steps = view.result.steps
    yield from _matrix(view)
    for number, step in enumerate(steps[:MOST_STEPS], start=1):
        if len(steps) > 1:
            yield Heading(view.step(step), anchor("step", str(number)))
        yield from _step(view, step)
    if len(steps) > MOST_STEPS:
        told = view.texts.count(
            "{number} more step from one profile to the next stands in the sections that follow.",
            "{number} more steps from one profile to the next stand in the sections that follow.",
            len(steps) - MOST_STEPS,
        )
        yield Paragraph(line(told))


def _matrix(view: ComparisonView) -> Iterator[Block]:
    """The verdicts side by side, where there is more to it than two dates of one country."""
    if not view.is_matrix:
        return
    yield verdict_table(view) if len(view.labels) <= MOST_ROWS else Paragraph(line(*_in_numbers(view)))
    if len(view.countries) > 1:
        told = view.texts.say(
            "Countries stand in the order in which they were given. Where more is known of one than of another, more "
            "can be said of it: "
            "what is unknown is neither good nor bad."
        )
        yield Note(line(told))


def _in_numbers(view: ComparisonView) -> Iterator[str]:
    """How many profiles have each verdict, stage by stage, where there are too many to name."""
    say = view.texts.say
    for entry in view.result.verdicts:
        counted = Counter(view.verdict(verdict).text for verdict in entry.verdicts)
        told = ", ".join(f"{number} {words}" for words, number in counted.most_common())
        yield say("{stage}: {verdicts}.", stage=say(STAGES[entry.stage]), verdicts=told) + " "


def _step(view: ComparisonView, step: Step) -> Iterator[Block]:
    say = view.texts.say
    if step.backwards:
        told = say(
            "The second profile is the older one: read every change the other way round, or name the older file first."
        )
        yield Note(line(told))
    yield Table(
        say("The verdicts, {step}", step=_small(view.step(step))),
        (say("Stage"), say("Verdict"), say("Treaty requirements known not to be met")),
        tuple(_verdict(view, change) for change in step.verdicts),
        kind="verdicts",
    )
    yield Paragraph(line(_counts(view, step)))
    facts = [fact for fact in step.facts if fact.change in CHANGED and not fact.key.startswith("recommendations.")]
    if facts:
        yield Paragraph(line(say("What the profile says otherwise than before of the State and its bodies:")))
        yield Bullets(
            tuple(
                line(
                    say(
                        "{fact}: before: {before}; now: {after}.",
                        fact=fact_label(view.texts, fact),
                        before=fact_value(view.texts, fact, after=False),
                        after=fact_value(view.texts, fact, after=True),
                    )
                )
                for fact in facts[:MOST_FACTS]
            )
        )
    new = list(dict.fromkeys(name for change in step.verdicts for name in change.new))
    gone = list(dict.fromkeys(name for change in step.verdicts for name in change.gone))
    for names, told in (
        (new, say("Treaty requirements that are known not to be met now, and were not known to be so before:")),
        (gone, say("Treaty requirements that were known not to be met, and are not known to be so any more:")),
    ):
        if names:
            yield Paragraph(line(told))
            yield Bullets(tuple(view.titled_with_basis(name) for name in names))
    if not new and not gone:
        yield Paragraph(line(say("No treaty requirement has become known to be unmet, and none has ceased to be.")))


def _verdict(view: ComparisonView, change: VerdictChange) -> tuple[Inline, ...]:
    say = view.texts.say
    before, after = change.blockers
    told = say("{before} before, {after} now", before=before, after=after)
    if change.new or change.gone:
        told += " " + say("({new} new, {gone} gone)", new=len(change.new), gone=len(change.gone))
    same = change.before is change.after
    was = line(view.verdict(change.before), ", " + say("now"), " ")
    verdict = (
        line(view.verdict(change.after), " " + say("as before")) if same else line(*was, view.verdict(change.after))
    )
    return line(say(STAGES[change.stage])), verdict, line(told)


def _counts(view: ComparisonView, step: Step) -> str:
    """How many criteria went which way; what cannot be compared is said apart."""
    texts = view.texts
    number = Counter(entry.change for entry in step.criteria)
    number[Change.UNCHANGED] = step.unchanged
    compared = sum(number.values()) - number[Change.NOT_COMPARABLE]
    told = texts.count(
        "{number} criterion can be compared: {improved} improved, {worse} got worse, of {known} more is known, of "
        "{unknown} less, "
        "{unchanged} unchanged.",
        "{number} criteria can be compared: {improved} improved, {worse} got worse, of {known} more is known, of "
        "{unknown} less, "
        "{unchanged} unchanged.",
        compared,
        improved=number[Change.IMPROVED],
        worse=number[Change.REGRESSED],
        known=number[Change.NEWLY_KNOWN],
        unknown=number[Change.NEWLY_UNKNOWN],
        unchanged=number[Change.UNCHANGED],
    )
    left = number[Change.NOT_COMPARABLE]
    if left:
        told += " " + texts.count(
            "{number} more cannot; section 4 says why.", "{number} more cannot; section 4 says why.", left
        )
    return told


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]

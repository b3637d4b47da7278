"""What others have recommended: the section, and the names by which findings point to it."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.dates_in_words import event_in_short
from npm_readiness.gap_report.document import Block, Finding, Inline, Run, Table
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import anchor, joined, line
from npm_readiness.gap_report.words import RECOMMENDATION_STATES, RECOMMENDERS, RESPONSES
from npm_readiness.models.assessment import AssessedRecommendation
from npm_readiness.models.dates import When

__all__ = ["finder", "named", "recommended", "said_by", "where_said"]


def recommended(context: Context) -> tuple[Block, ...]:
    """Each recommendation that the profile records: who said what and when, on what it bears, and how it stands with it."""
    entries = context.assessment.recommendations
    if not entries:
        nothing = context.texts.say("Nothing to report: the profile records no recommendation of others.")
        return (context.numbered(nothing),)
    introduction = context.texts.say(
        "These are words of others. A finding among them enters the verdicts where the assessors made it their own, and no score."
    )
    return (context.numbered(introduction), _counts(context), *(_entry(context, entry) for entry in entries))


def _counts(context: Context) -> Table:
    """How many recommendations each body made, and how they stand."""
    say, entries = context.texts.say, context.assessment.recommendations
    rows: list[tuple[Inline, ...]] = []
    for by in dict.fromkeys(entry.by for entry in entries):
        states = [entry.state for entry in entries if entry.by is by]
        who = say(RECOMMENDERS[by])
        numbers = (len(states), *(states.count(state) for state in ("met", "open", "not_known")))
        rows.append((line(who[:1].upper() + who[1:]), *(line(str(number)) for number in numbers)))
    head = (say("Who"), say("Recommendations"), say("Met"), say("Open"), say("Not known"))
    return Table(say("Who recommended, and how it stands"), head, tuple(rows), kind="counts")


def _entry(context: Context, entry: AssessedRecommendation) -> Finding:
    say, number = context.texts.say, context.numbering.next()
    if context.numbering.alone:
        return Finding(number, anchor("recommended", entry.id), "", (), ())
    fields: list[tuple[str, tuple[Inline, ...]]] = [
        (say("What was said"), (line(entry.text),)),
        (say("Where"), (_where(context, entry),)),
        (say("Bears on"), tuple(_bears_on(context, entry))),
        (say("How it stands"), (line(say(RECOMMENDATION_STATES[entry.state])),)),
    ]
    if entry.finding is not None:
        fields.append((say("Finding"), (_finding(context, entry),)))
    if entry.comment is not None:
        fields.append((say("Comment"), (line(entry.comment),)))
    return Finding(
        number=number,
        anchor=anchor("recommended", entry.id),
        title=said_by(context, entry),
        labels=(Run(say(RESPONSES[entry.response])), Run(entry.id, "code")),
        fields=tuple(fields),
    )


def _where(context: Context, entry: AssessedRecommendation) -> Inline:
    """The document and the place in it, with a link where the profile has its address."""
    told = where_said(entry) or context.texts.say("not stated")
    return line(told, *((", ", Run(entry.url, link=entry.url)) if entry.url is not None else ()))


def _bears_on(context: Context, entry: AssessedRecommendation) -> Iterator[Inline]:
    """The criteria that were assessed, then whatever it names beside them."""
    criteria = [name for name in entry.criteria if name in context.criteria]
    about = tuple(dict.fromkeys(entry.about))
    if criteria:
        yield context.titled(criteria)
    provisions = [name for name in about if name in context.cited.provisions]
    if provisions:
        yield context.provision_names(provisions)
    told = {*provisions, *criteria}
    rest = [name for name in about if name not in told]
    if rest:
        yield line(context.texts.say("Not assessed:"), " ", *joined([line(Run(name, "code")) for name in rest]))


def _finding(context: Context, entry: AssessedRecommendation) -> Inline:
    say = context.texts.say
    if not entry.adopted:
        return line(say("It finds that the State falls short; the assessors did not make that their own."))
    told = line(say("It finds that the State falls short; the assessors made that their own."))
    return line(*told, *context.paragraphs([entry.id])) if entry.id in context.criteria else told


def said_by(context: Context, entry: AssessedRecommendation) -> str:
    """Who said it, and when."""
    who = context.texts.say(RECOMMENDERS[entry.by])
    when = event_in_short(context.texts, entry.date) if isinstance(entry.date, When) else None
    who = who[:1].upper() + who[1:]
    return who if when is None else context.texts.say("{who}, {when}", who=who, when=when)


def where_said(entry: AssessedRecommendation) -> str:
    """The document and the paragraph; empty where the profile names none."""
    return ", ".join(part for part in (entry.document, entry.paragraph) if part)


def named(context: Context, name: str) -> Run:
    """A recommendation within a line: who said it, when and where, leading to its entry."""
    entry = context.recommendations[name]
    told = ", ".join(part for part in (said_by(context, entry), where_said(entry)) if part)
    return Run(told, link=f"#{anchor('recommended', name)}")


def finder(context: Context, name: str) -> Iterator[Inline]:
    """Who found what the assessors made their own, and on which criteria it bears."""
    entry = context.recommendations[name]
    yield line(named(context, name), "; ", context.texts.say("the assessors made it their own."))
    if entry.comment is not None:
        yield line(entry.comment)
    beside = [criterion for criterion in entry.criteria if criterion in context.criteria]
    if beside:
        yield context.once_for(_beside, beside)


def _beside(context: Context, criteria: tuple[str, ...]) -> Inline:
    return line(context.texts.say("Beside:"), *context.paragraphs(criteria))

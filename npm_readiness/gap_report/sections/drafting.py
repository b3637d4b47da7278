"""The drafter's list: what to keep, amend or make clear in each national article, and what to add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from npm_readiness.gap_report.document import Block, Heading, Inline, Run, Section, Table
from npm_readiness.gap_report.sections.context import Context, line
from npm_readiness.gap_report.sections.national_law import national_places, places_of, task_of
from npm_readiness.models.assessment import AssessedCriterion
from npm_readiness.models.vocabulary import Aspect, Obligation, Severity, Status

__all__ = ["drafters_list"]

BOX = "\N{BALLOT BOX} "


def drafters_list(context: Context) -> Section:
    """By national article where the evidence cites one; what no article covers yet is to be added."""
    return Section("section_8", "8", context.texts.say("Drafter's list"), tuple(_blocks(context)), new_page=True)


def _blocks(context: Context) -> Iterator[Block]:
    say = context.texts.say
    yield context.numbered(
        say(
            "For whoever drafts the law: a line for each thing to do, to be ticked off. Articles are named as far as the evidence "
            "cites them; an article that nobody cited is not on the list, which does not mean that it may stay as it is."
        )
    )
    articles = list(_articles(context))
    if articles:
        yield from articles
    else:
        yield context.numbered(say("No answer on law cites a place in a legal text, so no article can be named."))
    yield from _to_add(context)
    yield from _open(context)


def _articles(context: Context) -> Iterator[Block]:
    say = context.texts.say
    rows: dict[str, list[tuple[Inline, ...]]] = {}
    for place in national_places(context):
        rows.setdefault(place.source.title, []).extend(
            (
                line(BOX, place.pinpoint),
                line(Run(say(task_of(context, criterion)), "strong")),
                line(criterion.requirement, *context.paragraphs([criterion.id])),
                line(_basis(context, criterion)),
            )
            for criterion in place.criteria
        )
    if rows:
        yield Heading(say("Articles that the evidence cites"), "articles_cited")
    for title, lines in rows.items():
        yield Table(
            title,
            (say("Place"), say("Task"), say("What it must contain, should or could"), say("Rests on")),
            tuple(lines),
            kind="drafting",
        )


def _to_add(context: Context) -> Iterator[Block]:
    say = context.texts.say
    missing = [
        criterion
        for severity in Severity
        for criterion in _law(context)
        if (gap := context.all_gaps.get(criterion.id)) is not None
        and gap.severity is severity
        and not places_of(context, criterion)
    ]
    yield Heading(say("To be added"), "to_be_added")
    if not missing:
        yield context.numbered(
            say("Nothing to report: no gap on law stands without an article that the evidence cites.")
        )
        return
    yield _table(context, missing, say("What no cited article contains yet"))


def _table(context: Context, criteria: Sequence[AssessedCriterion], caption: str) -> Table:
    say = context.texts.say
    return Table(
        caption,
        (say("Obligation"), say("What the law contains then"), say("Rests on")),
        tuple(
            (
                line(BOX, _verb(context, criterion)),
                line(criterion.requirement, *context.paragraphs([criterion.id])),
                line(_basis(context, criterion)),
            )
            for criterion in criteria
        ),
        kind="adding",
    )


def _basis(context: Context, criterion: AssessedCriterion) -> str:
    """What decides: of a treaty requirement the provisions of treaties, without the guidance beside them."""
    provisions = criterion.provisions
    if criterion.obligation is Obligation.TREATY:
        treaty = [name for name in provisions if context.provisions[name].obligation is Obligation.TREATY]
        provisions = tuple(treaty) or provisions
    return context.provisions_named(provisions)


def _verb(context: Context, criterion: AssessedCriterion) -> str:
    say = context.texts.say
    if criterion.obligation is Obligation.GUIDANCE:
        return say("should")
    if criterion.obligation is Obligation.PRACTICE:
        return say("could")
    return say("must") if criterion.in_force is True else say("once party, must")


def _law(context: Context) -> Iterator[AssessedCriterion]:
    return (criterion for criterion in context.assessment.criteria if criterion.aspect is Aspect.LAW)


def _open(context: Context) -> Iterator[Block]:
    """What may have to be added as well: what the treaties ask in full, the rest by paragraph."""
    say = context.texts.say
    open_ = [
        criterion
        for criterion in _law(context)
        if criterion.status in (Status.UNDETERMINED, Status.PARTLY_MET) and criterion.id not in context.all_gaps
    ]
    if not open_:
        return
    yield Heading(say("To be checked, and added where it is not there"), "to_be_checked")
    treaty = [criterion for criterion in open_ if criterion.obligation is Obligation.TREATY]
    if treaty:
        yield _table(context, treaty, say("What treaties ask, where it is not known what the law says"))
    rest = [criterion.id for criterion in open_ if criterion.obligation is not Obligation.TREATY]
    if rest:
        yield context.numbered(
            context.texts.count(
                "Of guidance and good practice, it is not known for {number} requirement what the law says:",
                "Of guidance and good practice, it is not known for {number} requirements what the law says:",
                len(rest),
            ),
            *context.paragraphs(rest),
        )

"""The key recommendations: one for each package of what the treaty asks, then what guidance and good practice add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from npm_readiness.gap_report.document import Block, Finding, Heading, Inline, Paragraph, Run, Table
from npm_readiness.gap_report.sections.by_when import by_when
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.sections.national_law import places_by_text
from npm_readiness.gap_report.sections.outline import reference
from npm_readiness.gap_report.sections.packages import Package, package_title, packages
from npm_readiness.gap_report.sections.pictures import gaps_by_addressee
from npm_readiness.gap_report.sections.unmet import nothing_unmet
from npm_readiness.gap_report.sections.waiting import waiting_in_words
from npm_readiness.gap_report.words import ACTION_LABELS, SEVERITIES, VERBS
from npm_readiness.models.vocabulary import Severity

__all__ = ["key_recommendations"]

SHOWN = 5
"""How many actions of a package are written out; all of them stand in the analysis."""

MOST_ACTIONS = 2
"""How many actions of one point are written out; a point can have one for each kind of place."""

MOST_PLACES = 12
"""How many articles of a text are named; the drafter's list names all of them."""

NAMED = 3
"""How many points of a package are named in a table."""


def key_recommendations(context: Context) -> tuple[Block, ...]:
    """The recommendations by letter; made to survive being torn off together with the one page before it."""
    return tuple(_blocks(context, packages(context)))


def _blocks(context: Context, made: Sequence[Package]) -> Iterator[Block]:
    say = context.texts.say
    if not made:
        yield _nothing(context)
        yield from _later(context)
        return
    yield Paragraph(
        line(
            say(
                "Each letter stands for what one addressee does by one kind of instrument. The numbers in brackets are those "
                "of the paragraphs that give the reasons."
            )
        )
    )
    treaty = [package for package in made if package.severity is Severity.CRITICAL]
    for package in treaty:
        yield _recommendation(context, package)
    if not treaty:
        yield _nothing(context)
    further = [package for package in made if package.severity is not Severity.CRITICAL]
    if further:
        yield Heading(say("Further recommendations"), "further_recommendations")
        yield _table(context, further, say("What should be done beside it, and what could be"))
    yield from _later(context)
    yield gaps_by_addressee(context)


def _nothing(context: Context) -> Paragraph:
    """That there is no key recommendation; of how much something is known; and what to find out."""
    texts = context.texts
    unmet = nothing_unmet(context, context.main)
    if context.main.treaty_gaps:
        unmet = texts.say("Nothing that a treaty asks is known to be unmet that could be met today.")
    nothing = line(unmet, " ", texts.say("So there is no key recommendation to make."))
    open_ = len(context.main.treaty_open)
    if not open_:
        return Paragraph(nothing)
    told = texts.count(
        "{number} treaty requirement is open; to find out about it comes first:",
        "{number} treaty requirements are open; to find out about them comes first:",
        open_,
    )
    return Paragraph(line(*nothing, f" {told} ", reference(context, "unknown"), "."))


def _later(context: Context) -> Iterator[Block]:
    """What no letter holds: what hangs on unknown facts, and what waits for the mechanism."""
    yield from _conditional(context)
    waits = waiting_in_words(context)
    if waits:
        yield Paragraph(waits)


def _conditional(context: Context) -> Iterator[Block]:
    """The gaps that no letter holds, since it is not known whether they are any."""
    conditional = [criterion for criterion in context.whole.gaps if criterion not in context.whole.sure_gaps]
    if conditional:
        facts = dict.fromkeys(fact for item in conditional for fact in context.criteria[item].depends_on)
        told = context.texts.count(
            "{number} point is not among these: whether it applies depends on what is not known ({facts}).",
            "{number} points are not among these: whether they apply depends on what is not known ({facts}).",
            len(conditional),
            facts=", ".join(context.fact(fact) for fact in facts),
        )
        yield Paragraph(line(told, *context.paragraphs(conditional)))


def _recommendation(context: Context, package: Package) -> Finding:
    texts = context.texts
    written = package.criteria[:SHOWN]
    actions = [_actions(context, criterion, package.actions[criterion]) for criterion in written]
    rest = package.criteria[SHOWN:]
    if rest:
        more = texts.count("and {number} more", "and {number} more", len(rest))
        actions.append(line(more, *context.paragraphs(rest)))
    fields = [(texts.say(ACTION_LABELS[package.verb]), tuple(actions))]
    places = places_by_text(context, (context.criteria[item] for item in package.criteria))
    if places:
        fields.append((texts.say("Articles concerned"), tuple(_places(context, *entry) for entry in places.items())))
    due = tuple(by_when(context, package))
    if due:
        fields.append((texts.say("By when"), due))
    return Finding(
        number=None,
        letter=package.letter,
        anchor=package.anchor,
        title=package_title(context, package),
        labels=(
            Run(texts.say(SEVERITIES[package.severity])),
            Run(texts.count("{number} point", "{number} points", len(package.criteria))),
        ),
        fields=tuple(fields),
    )


def _actions(context: Context, criterion: str, actions: Sequence[str]) -> Inline:
    """The first actions of a point, how many more there are, and where the reasons stand."""
    told, more = " ".join(actions[:MOST_ACTIONS]), len(actions) - MOST_ACTIONS
    if more > 0:
        told += " " + context.texts.count("And {number} thing more.", "And {number} things more.", more)
    return line(told, *context.paragraphs([criterion]))


def _places(context: Context, source: str, places: Sequence[str]) -> Inline:
    """The articles of a text, as far as they are not too many to be read at a glance."""
    told, more = "; ".join(places[:MOST_PLACES]), len(places) - MOST_PLACES
    if more > 0:
        told += "; " + context.texts.count("and {number} more", "and {number} more", more)
    return line(f"{context.cited.source_name(source)}: {told}")


def _table(context: Context, made: Sequence[Package], caption: str) -> Table:
    say = context.texts.say
    return Table(
        caption,
        (say("Letter"), say("Who, and how"), say("Verb"), say("Points")),
        tuple(
            (
                line(Run(package.letter, "strong", anchor=package.anchor)),
                line(package_title(context, package)),
                line(say(VERBS[package.verb])),
                _points(context, package),
            )
            for package in made
        ),
        kind="packages",
    )


def _points(context: Context, package: Package) -> Inline:
    """The first few points by their titles, how many more there are, and where all of them stand."""
    titles = "; ".join(context.criteria[criterion].title for criterion in package.criteria[:NAMED])
    more = len(package.criteria) - NAMED
    if more > 0:
        titles += "; " + context.texts.count("and {number} more", "and {number} more", more)
    return line(titles, *context.paragraphs(package.criteria))

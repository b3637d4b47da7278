"""The key recommendations: one for each package of what the treaty asks, then what guidance and good practice add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from npm_readiness.gap_report.document import Block, Finding, Heading, Inline, Paragraph, Run, Table
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.sections.national_law import places_of
from npm_readiness.gap_report.sections.outline import reference
from npm_readiness.gap_report.sections.packages import Package, package_title, packages
from npm_readiness.gap_report.sections.pictures import gaps_by_addressee
from npm_readiness.gap_report.words import ACTION_LABELS, SEVERITIES, VERBS
from npm_readiness.models.vocabulary import Obligation, Severity

__all__ = ["key_recommendations"]

SHOWN = 5
"""How many actions of a package are written out; all of them stand in the analysis."""

NAMED = 3
"""How many points of a package are named in a table."""

YEAR = ("opcat-3", "opcat-17")
"""The provisions to which the year of article 17 belongs; the others bind from entry into force."""


def key_recommendations(context: Context) -> tuple[Block, ...]:
    """The recommendations by letter; made to survive being torn off together with the one page before it."""
    return tuple(_blocks(context, packages(context)))


def _blocks(context: Context, made: Sequence[Package]) -> Iterator[Block]:
    say = context.texts.say
    if not made:
        yield _nothing(context)
        yield from _conditional(context)
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
        if not package.waits:
            yield _recommendation(context, package)
    if not treaty:
        yield _nothing(context)
    later = [package for package in treaty if package.waits]
    if later:
        yield Heading(say("What the treaty asks once there is a mechanism"), "once_there_is_a_mechanism")
        yield Paragraph(
            line(
                say(
                    "These requirements count as not met as long as no mechanism is designated. Whether they are met can be "
                    "examined only afterwards."
                )
            )
        )
        yield _table(context, later, say("Treaty requirements that wait for the mechanism"))
    further = [package for package in made if package.severity is not Severity.CRITICAL]
    if further:
        yield Heading(say("Further recommendations"), "further_recommendations")
        yield _table(context, further, say("What should be done beside it, and what could be"))
    yield from _conditional(context)
    yield gaps_by_addressee(context)


def _nothing(context: Context) -> Paragraph:
    texts = context.texts
    nothing = line(texts.say("No treaty requirement is known to be unmet, so there is no key recommendation to make."))
    open_ = max((len(stage.open) for stage in context.assessment.stages), default=0)
    if not open_:
        return Paragraph(nothing)
    told = texts.count(
        "{number} treaty requirement is open; to find out about it comes first:",
        "{number} treaty requirements are open; to find out about them comes first:",
        open_,
    )
    return Paragraph(line(*nothing, f" {told} ", reference(context, "unknown"), "."))


def _conditional(context: Context) -> Iterator[Block]:
    """The gaps that no letter holds, since it is not known whether they are any."""
    conditional = [criterion for criterion in context.readiness.gaps if criterion not in context.readiness.sure_gaps]
    if conditional:
        facts = dict.fromkeys(fact for item in conditional for fact in context.criteria[item].depends_on)
        told = context.texts.say(
            "Not among these, since it depends on what is not known whether they apply ({facts}):",
            facts=", ".join(context.fact(fact) for fact in facts),
        )
        yield Paragraph(line(told, *context.paragraphs(conditional)))


def _recommendation(context: Context, package: Package) -> Finding:
    texts = context.texts
    written = package.criteria[:SHOWN]
    actions: list[Inline] = [
        line(context.readiness.gaps[criterion].action, *context.paragraphs([criterion])) for criterion in written
    ]
    rest = package.criteria[SHOWN:]
    if rest:
        more = texts.count("and {number} more", "and {number} more", len(rest))
        actions.append(line(more, *context.paragraphs(rest)))
    fields = [(texts.say(ACTION_LABELS[package.verb]), tuple(actions))]
    places = dict.fromkeys(place for item in package.criteria for place in places_of(context, context.criteria[item]))
    if places:
        fields.append((texts.say("Articles concerned"), (line("; ".join(places)),)))
    due = tuple(_by_when(context, package))
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


def _by_when(context: Context, package: Package) -> Iterator[Inline]:
    """When what the Optional Protocol asks is due: the year of article 17 for the mechanism itself, at once for the rest."""
    yearly = [item for item in package.criteria if set(context.criteria[item].provisions) & set(YEAR)]
    rest = [item for item in package.criteria if item not in yearly and _of_the_protocol(context, item)]
    if yearly:
        yield line(_year_of_article_17(context), *context.paragraphs(yearly))
    if rest:
        yield line(_from_entry_into_force(context), *context.paragraphs(rest))


def _of_the_protocol(context: Context, criterion: str) -> bool:
    cited = (context.cited.provisions[name] for name in context.criteria[criterion].provisions)
    return any(entry.instrument == "opcat" and entry.obligation is Obligation.TREATY for entry in cited)


def _year_of_article_17(context: Context) -> str:
    say = context.texts.say
    due = [deadline for deadline in context.assessment.deadlines if deadline.id == "article-17"]
    if not due:
        return say("within a year of joining (art. 17)")
    first, last = min(entry.earliest for entry in due), max(entry.latest for entry in due)
    if any(deadline.overdue for deadline in due):
        return say("overdue: due by {date} under the latest reading of article 17", date=last)
    if last <= context.assessment.as_of:
        return say("at once: the year of article 17 ended on {date} under its latest reading", date=last)
    if first == last:
        return say("by {date} (art. 17)", date=last)
    return say("between {first} and {last}, depending on the reading of article 17", first=first, last=last)


def _from_entry_into_force(context: Context) -> str:
    say = context.texts.say
    if context.situation.bound is not True:
        return say("from the day on which the Protocol enters into force for the State")
    ends = [deadline.latest for deadline in context.assessment.deadlines if deadline.id == "article-24-end"]
    if ends and max(ends) > context.assessment.as_of:
        told = say(
            "at once, since the Protocol is in force for the State ({date}),",
            date=context.party_since or say("day not known"),
        )
        postponed = say("unless postponed under article 24 (until {date} at most)", date=max(ends))
        return f"{told} {postponed}"
    return say(
        "at once, since the Protocol is in force for the State ({date})",
        date=context.party_since or say("day not known"),
    )


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

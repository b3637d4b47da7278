"""The key recommendations: one for each package of what the treaty asks, then what guidance and good practice add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from npm_readiness.gap_report.document import Block, Finding, Heading, Inline, Paragraph, Run, Section, Table
from npm_readiness.gap_report.sections.context import Context, line
from npm_readiness.gap_report.sections.national_law import places_of
from npm_readiness.gap_report.sections.packages import Package, package_title
from npm_readiness.gap_report.sections.pictures import gaps_by_addressee
from npm_readiness.gap_report.words import SEVERITIES, action_label
from npm_readiness.models.vocabulary import Obligation, Severity

__all__ = ["by_when", "key_recommendations"]

SHOWN = 5
"""How many actions of a package are written out; all of them stand in the analysis."""

OBLIGATION = {
    Severity.CRITICAL: Obligation.TREATY,
    Severity.MAJOR: Obligation.GUIDANCE,
    Severity.MINOR: Obligation.PRACTICE,
}


def key_recommendations(context: Context, packages: Sequence[Package]) -> Section:
    """The recommendations by letter; made to survive being torn off together with the one page before it."""
    title = context.texts.say("Key recommendations")
    return Section("section_2", "2", title, tuple(_blocks(context, packages)), new_page=True, decides=True)


def _blocks(context: Context, packages: Sequence[Package]) -> Iterator[Block]:
    say = context.texts.say
    if not packages:
        yield Paragraph(line(_nothing(context)))
        return
    yield Paragraph(
        line(
            say(
                "Each letter stands for what one addressee does by one kind of instrument. The numbers in brackets are those "
                "of the paragraphs that give the reasons."
            )
        )
    )
    treaty = [package for package in packages if package.severity is Severity.CRITICAL]
    key = [package for package in treaty if not package.waits]
    for package in key:
        yield _recommendation(context, package)
    if not treaty:
        yield Paragraph(line(_nothing(context)))
    later = [package for package in treaty if package.waits]
    if later:
        yield Heading(say("What the treaty asks once there is a mechanism"), "once_there_is_a_mechanism")
        yield Paragraph(line(say("These requirements are unmet only because no mechanism is designated.")))
        yield _table(context, later, say("Treaty requirements that wait for the mechanism"))
    further = [package for package in packages if package.severity is not Severity.CRITICAL]
    if further:
        yield Heading(say("Further recommendations"), "further_recommendations")
        yield _table(context, further, say("What should be done beside it, and what could be"))
    yield gaps_by_addressee(context)


def _nothing(context: Context) -> str:
    texts, open_ = context.texts, [stage for stage in context.assessment.stages if stage.open]
    nothing = texts.say("No treaty requirement is known to be unmet, so there is no key recommendation to make.")
    if not open_:
        return nothing
    return (
        nothing
        + " "
        + texts.count(
            "{number} treaty requirement is open: to find out about it comes first (section 7).",
            "{number} treaty requirements are open: to find out about them comes first (section 7).",
            max(len(stage.open) for stage in open_),
        )
    )


def _recommendation(context: Context, package: Package) -> Finding:
    texts = context.texts
    written = package.criteria[:SHOWN]
    actions: list[Inline] = [
        line(context.gaps[criterion].action, *context.paragraphs([criterion])) for criterion in written
    ]
    rest = package.criteria[SHOWN:]
    if rest:
        more = texts.count("and {number} more", "and {number} more", len(rest))
        actions.append(line(more, *context.paragraphs(rest)))
    fields = [(action_label(texts, OBLIGATION[package.severity], package.binding), tuple(actions))]
    places = dict.fromkeys(place for item in package.criteria for place in places_of(context, context.criteria[item]))
    if places:
        fields.append((texts.say("Articles concerned"), (line("; ".join(places)),)))
    due = by_when(context, package)
    if due:
        fields.append((texts.say("By when"), (line(due),)))
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


def by_when(context: Context, package: Package) -> str:
    """When what the Optional Protocol asks is due, as far as a date follows from it; empty where none does."""
    say = context.texts.say
    cited = {
        context.provisions[provision].instrument
        for criterion in package.criteria
        for provision in context.criteria[criterion].provisions
    }
    if package.severity is not Severity.CRITICAL or "opcat" not in cited:
        return ""
    due = [deadline for deadline in context.assessment.deadlines if deadline.id == "article-17"]
    if not due:
        return say("within a year of joining (art. 17)")
    last = max(deadline.date for deadline in due)
    if any(deadline.overdue for deadline in due):
        return say("overdue: due by {date} under the latest reading of article 17", date=last)
    return say("{date} under the latest reading of article 17", date=last)


def _table(context: Context, packages: Sequence[Package], caption: str) -> Table:
    say = context.texts.say
    return Table(
        caption,
        (say("Letter"), say("Who, and how"), say("Obligation"), say("Points and paragraphs")),
        tuple(
            (
                line(Run(package.letter, "strong", anchor=package.anchor)),
                line(package_title(context, package)),
                line(_verb(context, package)),
                line(str(len(package.criteria)), *context.paragraphs(package.criteria)),
            )
            for package in packages
        ),
        kind="packages",
    )


def _verb(context: Context, package: Package) -> str:
    say = context.texts.say
    if package.severity is Severity.CRITICAL:
        return say("treaty: must") if package.binding else say("treaty: must, once party")
    return say("guidance: should") if package.severity is Severity.MAJOR else say("good practice: could")

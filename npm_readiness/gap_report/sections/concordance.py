"""The table of concordance: from provisions to national law, criteria, status and paragraph, and back from the articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from npm_readiness.gap_report.document import Block, Heading, Inline, Paragraph, Picture, Run, Table
from npm_readiness.gap_report.drawings import Grid, GridCell, GridRow
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.marks import MARKS, rank
from npm_readiness.gap_report.sections.carrying import source_run
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import anchor, joined, line, safe_name
from npm_readiness.gap_report.sections.national_law import NationalPlace, national_places, places_by_text
from npm_readiness.gap_report.sections.sources import sources
from npm_readiness.models.assessed_criteria import AssessedCriterion
from npm_readiness.models.cited import CitedProvision
from npm_readiness.models.vocabulary import Obligation, Status

__all__ = ["citing", "concordance"]

PROTOCOL = "opcat"
OTHERS: Mapping[Obligation | None, str] = {
    Obligation.TREATY: mark("Other treaties"),
    Obligation.GUIDANCE: mark("Guidance"),
    Obligation.PRACTICE: mark("Good practice"),
    None: mark("Context, which binds nobody"),
}
"""The parts of the concordance after the Protocol."""

BREAK = Run("", "break")
ARTICLE = re.compile(r"(art\. \d+)(.*)")


def concordance(context: Context) -> tuple[Block, ...]:
    """Every provision that a criterion cites, with what is established about it and where."""
    return tuple(_blocks(context))


def citing(context: Context) -> dict[str, list[AssessedCriterion]]:
    """For each provision the criteria that cite it, in their order."""
    found: dict[str, list[AssessedCriterion]] = {provision: [] for provision in context.cited.provisions}
    for criterion in context.assessment.criteria:
        for provision in criterion.provisions:
            found[provision].append(criterion)
    return found


def _blocks(context: Context) -> Iterator[Block]:
    say = context.texts.say
    by_provision = citing(context)
    yield Paragraph(
        line(
            say(
                "A provision never has a better status than the criteria that cite it. It falls short where one of them is known "
                "to do so, and meets what is asked where all of them do. The numbers lead to the paragraphs of the criteria. "
                "Provisions that are not listed were not examined; most of them ask nothing of a State that could be assessed."
            )
        )
    )
    protocol = [entry for entry in context.assessment.provisions if entry.instrument == PROTOCOL]
    if protocol:
        yield Heading(say("The Protocol"), "the_protocol")
        yield _grid(context, protocol)
        yield _protocol(context, protocol, by_provision)
    yield Paragraph(line(_legend(context)))
    for obligation, title in OTHERS.items():
        others = [
            entry
            for entry in context.assessment.provisions
            if entry.instrument != PROTOCOL and entry.obligation is obligation
        ]
        if others:
            yield Heading(say(title), anchor("provisions", obligation.value if obligation else "context"))
            yield _other(context, others, by_provision)
    yield from _back(context)
    yield Heading(say("Instruments"), "instruments")
    yield _instruments(context)
    yield from sources(context)


def _protocol(
    context: Context, provisions: list[CitedProvision], by_provision: dict[str, list[AssessedCriterion]]
) -> Table:
    """The Protocol's own table: also what each provision says, and the places in national law."""
    say = context.texts.say
    return Table(
        say("From the Protocol to national law"),
        (say("Provision"), say("Says"), say("National law cited"), say("Status"), say("Paragraphs")),
        tuple(
            (
                line(Run(context.cited.pinpoint(provision), anchor=safe_name(provision.id))),
                line(provision.subject),
                _national(context, by_provision[provision.id]),
                line(context.status(provision.status, falls_short=provision.falls_short)),
                context.numbers(criterion.id for criterion in by_provision[provision.id]),
            )
            for provision in provisions
        ),
        kind="protocol",
    )


def _other(
    context: Context, provisions: list[CitedProvision], by_provision: dict[str, list[AssessedCriterion]]
) -> Table:
    """An index: a row for each instrument, its provisions with their marks and paragraphs one after the other."""
    say = context.texts.say
    by_instrument: dict[str, list[Inline]] = {}
    for provision in provisions:
        numbers = context.numbers(criterion.id for criterion in by_provision[provision.id])
        named = Run(context.cited.pinpoint(provision), anchor=safe_name(provision.id))
        by_instrument.setdefault(provision.instrument, []).append(
            line(named, f" {_mark(context, provision)} ", *numbers)
        )
    return Table(
        say("From provisions to paragraphs"),
        (say("Instrument"), say("Provisions, with mark and paragraphs")),
        tuple(
            (line(context.cited.instrument_name(instrument)), joined(entries, "; "))
            for instrument, entries in by_instrument.items()
        ),
        kind="index",
    )


def _mark(context: Context, provision: CitedProvision) -> str:
    """The mark of a provision; what binds nobody has none."""
    if provision.obligation is None:
        return "–"
    return MARKS[context.status(provision.status, falls_short=provision.falls_short).kind]


def _legend(context: Context) -> str:
    """What the marks stand for."""
    runs = [context.status(status) for status in Status] + [context.status(Status.UNDETERMINED, falls_short=True)]
    told = "; ".join(f"{MARKS[run.kind]} {run.text}" for run in sorted(runs, key=lambda run: rank(run.kind)))
    return context.texts.say("Marks: {marks}.", marks=told)


def _instruments(context: Context) -> Table:
    """The names by which provisions are cited, and what they stand for."""
    say = context.texts.say
    return Table(
        say("Instruments cited"),
        (say("Cited as"), say("Title, symbol, year")),
        tuple(
            (
                line(context.cited.instrument_name(instrument.id)),
                line(
                    ", ".join(
                        part for part in (instrument.title, instrument.symbol, str(instrument.year or "")) if part
                    )
                ),
            )
            for instrument in context.assessment.instruments
        ),
        kind="instruments",
    )


def _national(context: Context, criteria: list[AssessedCriterion]) -> Inline:
    """The places that the answers cite, each text by its number in the list of sources."""
    texts = [
        line(source_run(context, source), f": {', '.join(places)}")
        for source, places in places_by_text(context, criteria).items()
    ]
    return joined(texts, "; ") if texts else line(context.texts.say("none cited"))


def _grid(context: Context, provisions: list[CitedProvision]) -> Picture:
    """The provisions of the Protocol as cells, a row for each article."""
    say = context.texts.say
    rows: dict[str, list[GridCell]] = {}
    for provision in provisions:
        article, rest = _article(provision.pinpoint)
        status = context.status(provision.status, falls_short=provision.falls_short)
        link = f"#{safe_name(provision.id)}"
        rows.setdefault(article, []).append(GridCell(rest or article, status.text, status.kind, link))
    return Picture(
        "picture_protocol",
        say("The provisions of the Protocol by status"),
        say("A row for each article, a cell for each provision."),
        Grid(tuple(GridRow(article, tuple(cells)) for article, cells in rows.items())),
        _counted(context, provisions),
    )


def _counted(context: Context, provisions: list[CitedProvision]) -> Table:
    say = context.texts.say
    statuses = [context.status(entry.status, falls_short=entry.falls_short).text for entry in provisions]
    return Table(
        say("Provisions of the Protocol by status, in figures"),
        (say("Status"), say("Provisions")),
        tuple((line(status), line(str(statuses.count(status)))) for status in dict.fromkeys(statuses)),
        kind="figures",
    )


def _article(pinpoint: str) -> tuple[str, str]:
    """An article and what is within it: ``art. 18(1)`` is ``art. 18`` and ``(1)``."""
    found = ARTICLE.match(pinpoint)
    return (found[1], found[2].strip(" ,")) if found else (pinpoint, "")


def _back(context: Context) -> Iterator[Block]:
    say = context.texts.say
    places = context.once(national_places)
    yield Heading(say("And back, from national law"), "from_national_law")
    if not places:
        yield Paragraph(line(say("Nothing to report: no answer on law cites a place in a legal text.")))
        return
    by_source: dict[str, list[Inline]] = {}
    for place in places:
        by_source.setdefault(place.source.id, []).append(_place(context, place))
    yield Table(
        say("From national law to the provisions"),
        (say("Text"), say("Places, each with the provisions of treaties that it touches, and the paragraphs")),
        tuple((line(context.cited.source_name(source)), joined(own, BREAK)) for source, own in by_source.items()),
        kind="back",
    )


def _place(context: Context, place: NationalPlace) -> Inline:
    """A place in national law with the provisions of treaties that it touches, and the paragraphs that say how."""
    cited = dict.fromkeys(name for use in place.uses for name in use.criterion.provisions)
    treaty = [name for name in cited if context.cited.provisions[name].obligation is Obligation.TREATY]
    provisions = line(": ", *context.cited.provision_names(treaty)) if treaty else ()
    paragraphs = context.paragraphs(dict.fromkeys(use.criterion.id for use in place.uses))
    return line(Run(place.pinpoint, "strong"), *provisions, *paragraphs)

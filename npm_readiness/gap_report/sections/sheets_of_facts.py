"""The sheets of what the assessment rests on: facts and bodies, sources, and what others have recommended."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.dates_in_words import event_in_short
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.recommended import where_said
from npm_readiness.gap_report.sections.summary import standing
from npm_readiness.gap_report.words import (
    FACTS,
    KINDS,
    LEGAL_BASES,
    MODELS,
    RECOMMENDATION_STATES,
    RECOMMENDERS,
    RESPONSES,
    ROLES,
    TREATIES,
)
from npm_readiness.gap_report.workbook import Cell, Column, Sheet, SheetTable
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import PossibleFact
from npm_readiness.models.situation import BodySituation
from npm_readiness.models.treaties import Article24
from npm_readiness.models.vocabulary import SourceKind, Treaty

__all__ = ["facts_sheet", "recommendations_sheet", "sources_sheet"]

Row = tuple[Cell, ...]

SOURCE_KINDS = {
    SourceKind.LAW: mark("legal text"),
    SourceKind.PAGE: mark("web page"),
    SourceKind.OTHER: mark("another document"),
}


def facts_sheet(context: Context) -> Sheet:
    """Who assessed what and when, the facts of the State, its treaties, the bodies, and what is worth a second look."""
    say = context.texts.say
    tables = [
        SheetTable(
            (Column(say("Fact"), 26), Column(say("As the profile has it"), 90)),
            tuple(_facts(context)),
            say("Facts of the profile"),
        ),
        SheetTable(
            (
                Column(say("Treaty"), 26),
                Column(say("Signed"), 22),
                Column(say("Joined"), 14),
                Column(say("In force"), 12),
            ),
            tuple(_treaty(context, treaty) for treaty in Treaty),
            say("Treaties"),
        ),
        SheetTable(
            (
                Column(say("Body"), 26),
                Column(say("What it is to the mechanism"), 22),
                Column(say("Kind"), 14),
                Column(say("Designated"), 12),
                Column(say("At work since"), 12),
                Column(say("Ended"), 12),
                Column(say("Legal basis"), 15),
                Column(say("Laws"), 20),
                Column(say("Id"), 14),
            ),
            tuple(_body(context, body) for body in context.situation.bodies),
            say("Bodies"),
        ),
    ]
    if context.assessment.cautions:
        tables.append(
            SheetTable(
                (Column(say("Place in the profile"), 26), Column(say("What is worth a second look"), 90)),
                tuple(
                    (caution.path, f"{caution.message} ({caution.advice})") for caution in context.assessment.cautions
                ),
                say("Worth a second look"),
            )
        )
    return Sheet(say("Facts and bodies"), (context.title, standing(context)), tuple(tables))


def _facts(context: Context) -> Iterator[Row]:
    assessment, say = context.assessment, context.texts.say
    npm, state, situation = assessment.facts.npm, assessment.facts.state, context.situation
    yield say("Country"), f"{assessment.country.name} ({assessment.country.code})"
    yield say("As of"), assessment.as_of.isoformat()
    yield say("Assessed on"), assessment.assessed_on.isoformat()
    yield say("Assessed by"), ", ".join(assessment.assessors) or say("not stated")
    yield say("Note"), assessment.note
    yield say("Profile, digest"), assessment.profile.sha256
    yield say("Model of the mechanism"), say(MODELS[npm.model])
    if npm.model == "undecided":
        yield say("Models considered"), ", ".join(say(MODELS[candidate]) for candidate in npm.candidates)
    if situation.legal_basis is not None:
        yield say("Legal basis of the mechanism"), say(LEGAL_BASES[situation.legal_basis])
    yield say(FACTS["state.federal"]), _so(context, state.federal)
    yield say(FACTS["state.private_places_of_detention"]), _so(context, state.private_places_of_detention)
    yield say(FACTS["state.children_in_prison"]), _so(context, state.children_in_prison)
    declaration = situation.article_24
    if not isinstance(declaration, Article24):
        yield say("Declaration under article 24"), say("unknown") if declaration == UNKNOWN else say("none")
        return
    yield say("Declaration under article 24, made"), event_in_short(context.texts, declaration.declared)
    yield say("Part postponed"), say("unknown") if declaration.part == UNKNOWN else declaration.part
    yield say("Years"), say("unknown") if declaration.years == UNKNOWN else declaration.years
    yield say("Extended until"), event_in_short(context.texts, declaration.extended_until)


def _so(context: Context, fact: PossibleFact) -> str:
    say = context.texts.say
    if fact == UNKNOWN:
        return say("unknown")
    return say("yes") if fact is True else say("no")


def _treaty(context: Context, treaty: Treaty) -> Row:
    texts, standing = context.texts, context.situation.treaty(treaty)
    status = context.assessment.facts.treaties.status(treaty)
    joined = standing.joined is True and standing.route is not None
    return (
        texts.say(TREATIES[treaty]),
        event_in_short(texts, status.signed) if standing.signed is not False else texts.say("no"),
        event_in_short(texts, status.deposited) if joined else _so(context, standing.joined),
        standing.since.isoformat() if standing.since is not None else _so(context, standing.bound),
    )


def _body(context: Context, body: BodySituation) -> Row:
    texts, say = context.texts, context.texts.say
    return (
        body.name,
        say(ROLES[body.role]),
        say(KINDS[body.kind]),
        event_in_short(texts, body.designated),
        event_in_short(texts, body.at_work_since),
        event_in_short(texts, body.ended),
        say(LEGAL_BASES[body.legal_basis]),
        "; ".join(context.cited.source_name(law) for law in body.laws) or None,
        body.id,
    )


def sources_sheet(context: Context) -> Sheet:
    """The sources of the profile with everything that it says of them, under the numbers that the document gives them."""
    say = context.texts.say
    table = SheetTable(
        (
            Column(say("Number"), 9, "number"),
            Column(say("Title"), 46),
            Column(say("Kind"), 16),
            Column(say("Publisher"), 28),
            Column(say("Date"), 12),
            Column(say("Speaks of"), 12),
            Column(say("Symbol"), 18),
            Column(say("Language"), 12),
            Column(say("Address"), 46),
            Column(say("Note"), 46),
            Column(say("Id"), 26),
        ),
        tuple(
            (
                context.cited.source_numbers[source.id],
                source.title,
                None if source.kind is None else say(SOURCE_KINDS[source.kind]),
                source.publisher,
                source.date,
                None if source.speaks_of == UNKNOWN else event_in_short(context.texts, source.speaks_of),
                source.symbol,
                source.language,
                source.url,
                source.note,
                source.id,
            )
            for source in context.assessment.sources
        ),
    )
    return Sheet(say("Sources"), (), (table,))


def recommendations_sheet(context: Context) -> Sheet:
    """What others have recommended, and how it stands with it."""
    say = context.texts.say
    table = SheetTable(
        (
            Column(say("Who"), 28),
            Column(say("Date"), 12),
            Column(say("Where"), 34),
            Column(say("What was said"), 62),
            Column(say("Bears on"), 44),
            Column(say("Response"), 18),
            Column(say("How it stands"), 24),
            Column(say("Finding"), 12),
            Column(say("Adopted"), 10),
            Column(say("Comment"), 50),
            Column(say("Address"), 36),
            Column(say("Id"), 26),
        ),
        tuple(
            (
                say(RECOMMENDERS[entry.by]),
                event_in_short(context.texts, entry.date),
                where_said(entry) or None,
                entry.text,
                "; ".join(_bears_on(context, name) for name in entry.about),
                say(RESPONSES[entry.response]),
                say(RECOMMENDATION_STATES[entry.state]),
                say("falls short") if entry.finding is not None else None,
                _so(context, entry.adopted),
                entry.comment,
                entry.url,
                entry.id,
            )
            for entry in context.assessment.recommendations
        ),
    )
    return Sheet(say("Recommendations of others"), (), (table,))


def _bears_on(context: Context, name: str) -> str:
    """A criterion by its title, a provision by its name; what was not assessed by its id."""
    if name in context.criteria:
        return context.criteria[name].title
    return context.cited.provision_name(name) if name in context.cited.provisions else name

"""The drafter's list: what to keep, amend or make clear in each national article, and what to add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from npm_readiness.gap_report.document import Block, Heading, Inline, Run, Table
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.national_law import (
    AMEND,
    CHECK,
    KEEP,
    NationalPlace,
    Use,
    criteria_on_law,
    national_places,
)
from npm_readiness.gap_report.words import VERBS
from npm_readiness.models.assessed_criteria import AssessedCriterion
from npm_readiness.models.vocabulary import Obligation, Severity, Status

__all__ = ["drafters_list"]

BOX = "\N{BALLOT BOX}\N{NO-BREAK SPACE}"
BREAK = Run("", "break")


def drafters_list(context: Context) -> tuple[Block, ...]:
    """By national article where the evidence cites one; what no article covers yet is to be added."""
    return tuple(_blocks(context))


def _blocks(context: Context) -> Iterator[Block]:
    say = context.texts.say
    yield context.numbered(
        say(
            "For whoever drafts the law: a line for each thing to do, to be ticked off. Keep what the evidence finds in place; "
            "amend what falls short; check where what was read does not settle it. Articles are named as far as the evidence "
            "cites them; one that nobody cited is not on the list, which does not mean that it may stay as it is."
        )
    )
    places = context.once(national_places)
    if places:
        yield Heading(say("Articles that the evidence cites"), "articles_cited")
        yield from _articles(context, places)
    else:
        yield context.numbered(say("No answer on law cites a place in a legal text, so no article can be named."))
    cited = {use.criterion.id for place in places for use in place.uses}
    rest = [criterion for criterion in criteria_on_law(context) if criterion.id not in cited]
    yield from _to_add(context, [criterion for criterion in rest if criterion.id in context.whole.gaps])
    yield from _to_check(
        context,
        [item for item in rest if item.status is Status.UNDETERMINED and item.id not in context.whole.gaps],
    )


def _articles(context: Context, places: Sequence[NationalPlace]) -> Iterator[Block]:
    """A table for each text, its articles in their order; those of the constitution last, with a word on how it is amended."""
    say = context.texts.say
    told: set[str] = set()
    ordinary = [place for place in places if not place.in_constitution]
    yield from _texts(context, ordinary, told)
    constitution = [place for place in places if place.in_constitution]
    if constitution:
        yield Heading(say("In the constitution"), "articles_of_constitution")
        yield context.numbered(
            say(
                "An ordinary act does not amend the constitution: it has a procedure of its own, often with a larger majority, a "
                "second vote or a referendum. What can be settled by an act is better settled there."
            )
        )
        yield from _texts(context, constitution, told)


def _texts(context: Context, places: Sequence[NationalPlace], told: set[str]) -> Iterator[Table]:
    if context.numbering.alone:
        return  # Tables give out no numbers of paragraphs.
    say = context.texts.say
    head = (say("Place, and what it says"), say("Task, and what has to be the case"))
    for source, of_text in groupby(places, key=lambda place: place.source.id):
        named = tuple(of_text)
        rows = tuple((_named(place), joined(_in_full(context, place, told), BREAK)) for place in named)
        short = tuple((_named(place), joined(_by_title(context, place.uses), BREAK)) for place in named)
        yield Table(context.cited.source_name(source), head, rows, kind="drafting", short=short)


def _named(place: NationalPlace) -> Inline:
    """An article with what the evidence says of it."""
    return line(Run(place.pinpoint, "strong"), *(run for said in place.says for run in (BREAK, Run(said))))


def _in_full(context: Context, place: NationalPlace, told: set[str]) -> Iterator[Inline]:
    """What to do with an article; what is to be kept last, by its titles.

    What has to be the case is told at the first article that falls short of it; ``told`` are the criteria of which that was done.
    """
    short = [use for use in place.uses if use.task != KEEP]
    yield from (_task(context, use, told) for use in sorted(short, key=lambda use: use.task))
    yield from _by_title(context, [use for use in place.uses if use.task == KEEP])


def _by_title(context: Context, uses: Sequence[Use]) -> Iterator[Inline]:
    """A line for each thing to do, with all for which it is to be done."""
    order = [AMEND, CHECK, KEEP]
    by_task: dict[str, list[AssessedCriterion]] = {}
    for use in sorted(uses, key=lambda use: order.index(use.task)):
        by_task.setdefault(_in_words(context, use), []).append(use.criterion)
    for task, criteria in by_task.items():
        titles = joined([line(entry.title, *context.paragraphs([entry.id])) for entry in criteria], "; ")
        yield line(f"{BOX}{task}: ", *titles)


def _in_words(context: Context, use: Use) -> str:
    """What to do, and how hard that binds; what is there already is kept, whatever asks for it."""
    say = context.texts.say
    if use.task == KEEP:
        return say(KEEP)
    return say("{task} ({verb})", task=say(use.task), verb=_verb(context, use.criterion))


def _task(context: Context, use: Use, told: set[str]) -> Inline:
    """What to do with an article for a criterion: in full the first time, then by its title."""
    criterion, task = use.criterion, _in_words(context, use)
    if criterion.id in told:
        return line(f"{BOX}{task}: {criterion.title}", *context.paragraphs([criterion.id]))
    told.add(criterion.id)
    return line(f"{BOX}{task}: ", *_content(context, criterion), f" {context.what_decides(criterion)}")


def _to_add(context: Context, missing: Sequence[AssessedCriterion]) -> Iterator[Block]:
    say = context.texts.say
    yield Heading(say("To be added"), "to_be_added")
    if not missing:
        yield context.numbered(
            say("Nothing to report: no gap on law stands without an article that the evidence cites.")
        )
        return
    yield context.numbered(say("What no cited article contains yet, in the chapters of a law."))
    rank = {severity: place for place, severity in enumerate(Severity)}
    for title, criteria in _by_chapter(context, missing):
        ordered = sorted(criteria, key=lambda criterion: rank[context.whole.gaps[criterion.id].severity])
        yield _table(context, ordered, title)


def _by_chapter(
    context: Context, criteria: Sequence[AssessedCriterion]
) -> Iterator[tuple[str, list[AssessedCriterion]]]:
    """Criteria by chapter: for a law on the mechanism by theme, for a code on detention in its own order."""
    for theme, title in context.dimension_titles.items():
        own = [entry for entry in criteria if entry.dimension == theme and entry.code_chapter is None]
        if own:
            yield title, own
    for chapter in context.assessment.code_chapters:
        own = [entry for entry in criteria if entry.code_chapter == chapter.id]
        if own:
            yield context.texts.say("In a code: {chapter}", chapter=chapter.title), own


def _to_check(context: Context, open_: Sequence[AssessedCriterion]) -> Iterator[Block]:
    """What may have to be added as well: what treaties ask in full, by theme; the rest by paragraph."""
    say = context.texts.say
    if not open_:
        return
    yield Heading(say("To be checked, and added where it is not there"), "to_be_checked")
    treaty = [criterion for criterion in open_ if criterion.obligation is Obligation.TREATY]
    for title, criteria in _by_chapter(context, treaty):
        yield _table(context, criteria, title)
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


def _table(context: Context, criteria: Sequence[AssessedCriterion], caption: str) -> Table:
    say = context.texts.say
    return Table(
        caption,
        (say("Verb"), say("What has to be the case"), say("Rests on")),
        tuple(
            (line(BOX, _verb(context, entry)), _content(context, entry), line(context.what_decides(entry)))
            for entry in criteria
        ),
        kind="adding",
    )


def _content(context: Context, criterion: AssessedCriterion) -> Inline:
    condition = context.condition(criterion)
    told = f"{criterion.requirement} ({condition})" if condition else criterion.requirement
    return line(told, *context.paragraphs([criterion.id]))


def _verb(context: Context, criterion: AssessedCriterion) -> str:
    return context.texts.say(VERBS[context.verb(criterion)])

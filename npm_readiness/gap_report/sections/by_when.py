"""By when a key recommendation is due: before joining, in the year of article 17, or from entry into force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from npm_readiness.gap_report.dates_in_words import day_in_words, period_in_words
from npm_readiness.gap_report.document import Inline
from npm_readiness.gap_report.sections.article_17 import due_in_words, had_a_mechanism, of_article_17
from npm_readiness.gap_report.sections.article_24 import article_24_caveat, part_of_article
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.sections.packages import Package
from npm_readiness.gap_report.words import Verb
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import add_years
from npm_readiness.models.situation import Deadline
from npm_readiness.models.treaties import Article24
from npm_readiness.models.vocabulary import Obligation
from npm_readiness.situation.deadlines import LONGEST_POSTPONEMENT

__all__ = ["by_when"]

YEAR = ("opcat-3", "opcat-17")
"""The provisions to which the year of article 17 belongs; the others bind from entry into force."""


def by_when(context: Context, package: Package) -> Iterator[Inline]:
    """When what the Optional Protocol asks is due: the year of article 17 for the mechanism itself, at once for the rest."""
    if package.verb is Verb.MUST_BEFORE_JOINING:
        yield line(context.texts.say("before the instrument is deposited"), *context.paragraphs(package.criteria))
        return
    yearly = _chosen(package.criteria, lambda item: not set(YEAR).isdisjoint(context.criteria[item].provisions))
    rest = [item for item in package.criteria if item not in yearly and _of_the_protocol(context, item)]
    if yearly:
        yield line(_year_of_article_17(context), *context.paragraphs(yearly))
    unless = _unless_postponed(context)
    late = _chosen(rest, lambda item: bool(unless) and _may_be_postponed(context, item))
    at_once = [item for item in rest if item not in late]
    if at_once:
        yield line(_from_entry_into_force(context), *context.paragraphs(at_once))
    if late:
        yield line(
            _after_the_postponement(context) or f"{_from_entry_into_force(context)}{unless}", *context.paragraphs(late)
        )


def _chosen(criteria: Iterable[str], chosen: Callable[[str], bool]) -> dict[str, None]:
    """Some of the criteria in their order, so kept that it is quickly found whether one is among them."""
    return dict.fromkeys(filter(chosen, criteria))


def _may_be_postponed(context: Context, criterion: str) -> bool:
    """Whether what the Protocol asks there stands in the part that was postponed, or may have been."""
    declaration = context.situation.article_24
    parts = {part_of_article(name) for name in context.criteria[criterion].provisions} - {None}
    if isinstance(declaration, Article24) and declaration.part != UNKNOWN:
        return declaration.part in parts
    return bool(parts)


def _of_the_protocol(context: Context, criterion: str) -> bool:
    cited = (context.cited.provisions[name] for name in context.criteria[criterion].provisions)
    return any(entry.instrument == "opcat" and entry.obligation is Obligation.TREATY for entry in cited)


def _year_of_article_17(context: Context) -> str:
    """By when there must be a mechanism, with what is not known of article 24 wherever a date is told."""
    say, situation = context.texts.say, context.situation
    due = of_article_17(situation, context.assessment.deadlines)
    if not due:
        return say("within a year of joining (art. 17)")
    told, caveat = _dated(context, due), article_24_caveat(context.texts, situation)
    return f"{told}. {caveat}" if caveat else told


def _dated(context: Context, due: Sequence[Deadline]) -> str:
    texts, situation, as_of = context.texts, context.situation, context.assessment.as_of
    when = due_in_words(texts, due)
    if any(entry.planned for entry in due):
        return texts.say("{when} (art. 17), if the State joins as planned", when=when)
    first, last = min(entry.earliest for entry in due), max(entry.latest for entry in due)
    if last < as_of:
        return _after_the_last(context, due, day_in_words(texts, last))
    if situation.designated is not True and any(entry.overdue is None for entry in due):
        return texts.say("{when} (art. 17); whether it is overdue cannot be said", when=when)
    if first < as_of and all(entry.date is not None for entry in due):
        return texts.say("{when} (art. 17); the earliest of these days has passed", when=when)
    return texts.say("{when} (art. 17)", when=when)


def _after_the_last(context: Context, due: Sequence[Deadline], date: str) -> str:
    """What is due where the last date that is known has passed; overdue is a mechanism alone, and only where that is known."""
    say, situation = context.texts.say, context.situation
    if any(entry.overdue is True for entry in due) and not had_a_mechanism(situation):
        return say("overdue: due by {date} under the latest reading of article 17", date=date)
    if situation.designated is not True and any(entry.overdue is None for entry in due):
        return say("the last date of article 17 that is known, {date}, has passed", date=date)
    return say("at once: the last date of article 17, {date}, has passed", date=date)


def _from_entry_into_force(context: Context) -> str:
    """From when what the Protocol asks binds the State: from entry into force, never from the deposit."""
    texts, situation = context.texts, context.situation
    say, in_force = texts.say, situation.opcat.in_force
    if situation.joined is True and situation.bound is False and in_force is not None:
        return say(
            "from the day on which the Protocol enters into force for the State ({when})",
            when=period_in_words(texts, in_force),
        )
    if situation.bound is not True:
        return say("from the day on which the Protocol enters into force for the State")
    if situation.bound_since is None:
        told = say("at once, since the Protocol is in force for the State (the day is not known)")
    else:
        day = day_in_words(texts, situation.bound_since)
        told = say("at once, since the Protocol has been in force for the State since {date}", date=day)
    return told


def _after_the_postponement(context: Context) -> str:
    """Until when what stands in the postponed part waits; empty where it is disputed or not known what was postponed."""
    declaration = context.situation.article_24
    ends = [entry for entry in context.assessment.deadlines if entry.id == "article-24-end"]
    if not isinstance(declaration, Article24) or declaration.part == UNKNOWN or not ends:
        return ""
    if any(entry.disputed or entry.supposed for entry in ends):
        return ""
    last = day_in_words(context.texts, max(entry.latest for entry in ends))
    return context.texts.say("once the postponement under article 24 is over (by {date})", date=last)


def _unless_postponed(context: Context) -> str:
    """That a postponement can stand in the way: one that is not over, or one that is not known."""
    say, as_of = context.texts.say, context.assessment.as_of
    if context.situation.bound is not True:
        return ""
    in_force = context.situation.opcat.in_force
    if context.situation.article_24 == UNKNOWN:
        if in_force is not None and add_years(in_force.latest, LONGEST_POSTPONEMENT) < as_of:
            return ""
        return say(", unless the State postponed it under article 24; whether it did is not known")
    ends = [entry.latest for entry in context.assessment.deadlines if entry.id == "article-24-end"]
    if not ends or max(ends) <= as_of:
        return ""
    return say(
        ", unless postponed under article 24 (until {date} at most)", date=day_in_words(context.texts, max(ends))
    )

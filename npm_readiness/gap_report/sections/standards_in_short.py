"""Bodies of standards on the one page: how far each is met, and what treaties ask in it that is not in place."""

from __future__ import annotations

from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.gap_scope import scope_of_checklist
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.sections.unmet import treaty_gaps
from npm_readiness.gap_report.words import TREATIES
from npm_readiness.models.assessment import StandardsSummary
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.vocabulary import Treaty

__all__ = ["counted_in_words", "standards_in_short", "treaties_of_standards"]


def standards_in_short(context: Context, summary: StandardsSummary) -> Inline:
    """A body of standards beside readiness: what it is, how far it is met, what treaties ask in it and is not in place."""
    head = context.texts.say("{title}, apart from the verdicts.", title=summary.title)
    scope = scope_of_checklist(context.assessment, summary.checklist)
    told = line(Run(head, "strong"), f" {counted_in_words(context, summary)}")
    return line(*told, " ", *treaty_gaps(context, scope)) if scope.treaty_gaps else told


def counted_in_words(context: Context, summary: StandardsSummary) -> str:
    """How far a body of standards is met; never without saying of how many criteria that is not known."""
    counts, texts = summary.counts, context.texts
    number = counts.met + counts.partly_met + counts.not_met + counts.undetermined
    gaps = sum(summary.gaps.model_dump().values())
    short = texts.count("{number} is known to fall short", "{number} are known to fall short", gaps)
    told = texts.count(
        "{number} of {of} criteria is met, {short}.",
        "{number} of {of} criteria are met, {short}.",
        counts.met,
        of=number,
        short=short,
    )
    open_ = number - counts.met - gaps
    if open_ <= 0:
        return told
    unknown = texts.count(
        "Of {number} it is not known whether it is met.",
        "Of {number} it is not known whether they are met.",
        open_,
    )
    return f"{told} {unknown}"


def treaties_of_standards(context: Context) -> str:
    """To which of the treaties that the standards cite the State is party, and of which that is not known."""
    say, cited = context.texts.say, context.cited.provisions
    instruments = {cited[name].instrument for entry in context.main.criteria for name in entry.provisions}
    by_standing: dict[object, list[str]] = {}
    for treaty in Treaty:
        if treaty.value in instruments:
            by_standing.setdefault(context.situation.treaty(treaty).bound, []).append(say(TREATIES[treaty]))
    sentences = (
        (True, mark("The State is party to: {treaties}.")),
        (False, mark("The State is not party to: {treaties}.")),
        (UNKNOWN, mark("Whether the State is party to these treaties is not known: {treaties}.")),
    )
    told = (say(words, treaties="; ".join(by_standing[key])) for key, words in sentences if key in by_standing)
    return " ".join(told)

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
    """How far a body of standards is met, in a sentence."""
    counts, texts = summary.counts, context.texts
    gaps = sum(summary.gaps.model_dump().values())
    short = texts.count("{number} is known to fall short", "{number} are known to fall short", gaps)
    return texts.count(
        "{number} of {of} criteria is met, {short}.",
        "{number} of {of} criteria are met, {short}.",
        counts.met,
        of=counts.met + counts.partly_met + counts.not_met + counts.undetermined,
        short=short,
    )


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

"""What the comparison rests on, and what it does not say."""

from __future__ import annotations

from npm_readiness.gap_report.document import Block, Bullets, Note
from npm_readiness.gap_report.sections.cited import DIFFER, UNSEEN
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.plan_reports.models.options import Options

__all__ = ["how_to_read"]


def how_to_read(options: Options) -> tuple[Block, ...]:
    """How options are made, what holds for a body that there is not yet, and whose judgement a choice is."""
    say = options.texts.say
    told = (
        say(
            "Each option is the same country, assessed as if this model had been chosen, with this body as the mechanism, or as "
            "the body that may become it. What the profile answers for one body alone goes before what it answers for all."
        ),
        say(
            "Where the profile names no body that fits a model, a new one is looked at. No answer about a body holds for it: "
            "nothing is counted for it or against it, and what its law will say is open. What a mechanism does in fact waits "
            "until there is one."
        ),
        say(
            "Where a body would be the mechanism together with others that are not named, what holds for this body alone is no "
            "more than a part: it is partial at best and at worst until something is known of the others."
        ),
        say(
            "Met, falls short and open are as in the gap report. Open is also what depends on a fact that is not known. What waits "
            "falls short by that alone that there is no mechanism, or nobody in post."
        ),
        say(
            "First the provision is named that binds hardest. A provision with {unseen} was not read in its wording for the "
            "register, but recalled; with {differ}, two readers recalled it differently.",
            unseen=UNSEEN,
            differ=DIFFER,
        ),
    )
    return (
        Bullets(tuple(line(sentence) for sentence in told)),
        Note(
            line(
                say(
                    "The options are not ranked, and their counts must not be read as a ranking: a requirement that applies to one "
                    "and not to another is not a fault of either. Which body people trust, and which would be independent in fact, "
                    "is for those to weigh who know the country."
                )
            )
        ),
    )

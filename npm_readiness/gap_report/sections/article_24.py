"""What the State declared under article 24, in sentences, and what is not known of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from npm_readiness.gap_report.dates_in_words import event_in_words, period_in_words
from npm_readiness.gap_report.language import Texts
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import Period, When
from npm_readiness.models.situation import Deadline, Situation
from npm_readiness.models.treaties import Article24

__all__ = ["article_24_caveat", "declaration_sentence", "part_of_article"]

PARTS: Mapping[Literal["III", "IV"], range] = {"III": range(11, 17), "IV": range(17, 24)}
"""The articles of the parts of the Protocol that a State can postpone."""
ARTICLE = re.compile(r"opcat-(\d+)")


def part_of_article(provision: str) -> Literal["III", "IV"] | None:
    """In which part of the Protocol that can be postponed a provision such as ``opcat-18-1`` lies; ``None`` for any other."""
    found = ARTICLE.match(provision)
    return next((part for part, articles in PARTS.items() if found and int(found[1]) in articles), None)


def declaration_sentence(texts: Texts, situation: Situation, deadlines: Sequence[Deadline]) -> str:
    """Which part was postponed, for how long and until when; empty where nothing was. What is not known is told with the dates."""
    declaration = situation.article_24
    if not isinstance(declaration, Article24):
        return ""
    if situation.joined is not True:
        return _meant(texts, declaration)
    say, told = texts.say, [_declared(texts, declaration)]
    if isinstance(declaration.declared, When) and declaration.declared.written != "yes":
        if declaration.declared.period == situation.opcat.deposit and declaration.declared.day is not None:
            told.append(say("The declaration was made with the deposit."))
        else:
            told.append(say("The declaration was made {when}.", when=event_in_words(texts, declaration.declared)))
    if any(entry.disputed for entry in deadlines):
        told.append(
            say("Whether that postpones anything is disputed: article 24 speaks of a declaration upon ratification.")
        )
    if isinstance(declaration.extended_until, When):
        when = event_in_words(texts, declaration.extended_until)
        told.append(say("The postponement was extended; as extended it ends {when}.", when=when))
    else:
        told.append(_end(texts, situation, declaration, deadlines))
    return " ".join(part for part in told if part)


def _declared(texts: Texts, declaration: Article24) -> str:
    if declaration.part == UNKNOWN:
        return texts.say("The State made a declaration under article 24.")
    if isinstance(declaration.years, int):
        return texts.count(
            "The State postponed part {part} of the Protocol for {number} year (art. 24).",
            "The State postponed part {part} of the Protocol for {number} years (art. 24).",
            declaration.years,
            part=declaration.part,
        )
    return texts.say("The State postponed part {part} of the Protocol (art. 24).", part=declaration.part)


def _meant(texts: Texts, declaration: Article24) -> str:
    """What a State means to declare that has not joined."""
    if declaration.part == UNKNOWN:
        return texts.say("The State means to make a declaration under article 24.")
    if isinstance(declaration.years, int):
        return texts.count(
            "The State means to postpone part {part} of the Protocol for {number} year (art. 24).",
            "The State means to postpone part {part} of the Protocol for {number} years (art. 24).",
            declaration.years,
            part=declaration.part,
        )
    return texts.say("The State means to postpone part {part} of the Protocol (art. 24).", part=declaration.part)


def _end(texts: Texts, situation: Situation, declaration: Article24, deadlines: Sequence[Deadline]) -> str:
    """Until when the postponement runs under the readings together, or that it is over; empty where too little is known."""
    ends = [entry for entry in deadlines if entry.id == "article-24-end"]
    if not ends or UNKNOWN in (declaration.years, declaration.extended_until):
        return ""
    period = Period.of(min(entry.earliest for entry in ends), max(entry.latest for entry in ends))
    if period.latest <= situation.as_of:
        return texts.say("That time is over under every reading.")
    when = period_in_words(texts, period)
    if period.exact is None and all(entry.date is not None for entry in ends):
        return texts.say("That time ends {when}, depending on the reading.", when=when)
    return texts.say("That time ends {when}.", when=when)


def article_24_caveat(texts: Texts, situation: Situation) -> str:
    """What is not known of a postponement under article 24, and what that means for the dates; empty where nothing is."""
    say, declaration = texts.say, situation.article_24
    if declaration == UNKNOWN:
        if situation.joined is not True:
            return ""
        return say(
            "Whether the State postponed its obligations under article 24 is not known; the dates are those without a postponement."
        )
    if not isinstance(declaration, Article24):
        return ""
    told = []
    if declaration.part == UNKNOWN:
        told.append(
            say(
                "Which part the declaration under article 24 postponed is not known; part IV alone moves the dates, and they are "
                "given with it and without."
            )
        )
    elif declaration.part == "III":
        return ""
    if declaration.years == UNKNOWN and not isinstance(declaration.extended_until, When):
        told.append(say("For how many years it was declared is not known: one to three."))
    if not isinstance(declaration.declared, When) or declaration.declared.written == "yes":
        told.append(say("The day of the declaration is not known."))
    if declaration.extended_until == UNKNOWN:
        told.append(say("Whether the postponement was extended is not known; the dates are those without."))
    return " ".join(told)

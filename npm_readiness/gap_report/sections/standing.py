"""Where the State stands with its mechanism, in sentences.

Each function reads the situation of an assessment and says what is known: never a day that nobody knows, never more than that.
"""

from __future__ import annotations

from collections.abc import Mapping

from npm_readiness.gap_report.dates_in_words import (
    event_in_short,
    event_in_words,
    since_in_words,
)
from npm_readiness.gap_report.language import Texts, mark
from npm_readiness.gap_report.words import KINDS, LEGAL_BASES, ROLES
from npm_readiness.models.base import UNKNOWN
from npm_readiness.models.dates import When
from npm_readiness.models.situation import BodySituation, Situation
from npm_readiness.models.vocabulary import BodyRole, LegalBasis
from npm_readiness.situation.mechanism import NAMELESS

__all__ = ["body_in_words", "former_sentence", "mechanism_sentence", "people_sentence"]

ONLY: Mapping[BodyRole, tuple[str, str]] = {
    BodyRole.MECHANISM: (
        mark("The mechanism: {body}, designated {when}."),
        mark("The mechanism: {body}; the day of its designation is not known."),
    ),
    BodyRole.INTERIM: (
        mark("The mechanism is an interim one: {body}, designated {when}."),
        mark("The mechanism is an interim one: {body}; the day of its designation is not known."),
    ),
    BodyRole.REGIONAL: (
        mark("The mechanism of a region is all that there is: {body}, designated {when}."),
        mark("The mechanism of a region is all that there is: {body}; the day of its designation is not known."),
    ),
    BodyRole.MEMBER: (
        mark("Of the bodies that are to be the mechanism one is known to be designated: {body}, {when}."),
        mark("Of the bodies that are to be the mechanism one is known to be designated: {body}; the day is not known."),
    ),
    BodyRole.COORDINATOR: (
        mark("Of the mechanism only the coordinator is known to be designated: {body}, {when}."),
        mark("Of the mechanism only the coordinator is known to be designated: {body}; the day is not known."),
    ),
}
"""Of one body that is the mechanism, by its role: with the date of its designation, and without."""

NAMED_BY_NOBODY = (
    mark("A mechanism was designated {when}; the profile does not name it."),
    mark("A mechanism is designated; the profile does not name it, and the day is not known."),
)
"""Of a mechanism that has no name in the profile."""

AMONG: Mapping[BodyRole, tuple[str, str]] = {
    BodyRole.MECHANISM: (mark("{body} (designated {when})"), mark("{body} (day of designation not known)")),
    BodyRole.INTERIM: (
        mark("{body} (interim, designated {when})"),
        mark("{body} (interim, day of designation not known)"),
    ),
    BodyRole.REGIONAL: (
        mark("{body} (for a region, designated {when})"),
        mark("{body} (for a region, day of designation not known)"),
    ),
    BodyRole.COORDINATOR: (
        mark("{body} (coordinator, designated {when})"),
        mark("{body} (coordinator, day of designation not known)"),
    ),
}
"""Of one body among several."""


def mechanism_sentence(texts: Texts, situation: Situation) -> str:
    """Which bodies are the mechanism, since when, and whether anybody is at work; that there is none, or none any more."""
    former = former_sentence(texts, situation)
    if situation.designated is False:
        none = former or texts.say("No mechanism is designated.")
        return f"{none} {_considered(texts, situation)}".rstrip()
    if situation.designated == UNKNOWN:
        told = _perhaps(texts, situation)
    else:
        told = " ".join((_bodies(texts, situation), people_sentence(texts, situation)))
    return f"{told} {former}".rstrip()


def _considered(texts: Texts, situation: Situation) -> str:
    """Which bodies may become the mechanism; empty where none is named."""
    named = [body.name for body in situation.bodies if body.role is BodyRole.CANDIDATE and body.name != NAMELESS]
    if not named:
        return ""
    return texts.count(
        "{bodies} is considered for it.", "{bodies} are considered for it.", len(named), bodies="; ".join(named)
    )


def former_sentence(texts: Texts, situation: Situation) -> str:
    """What became of a mechanism that there was; empty where none is known."""
    told = []
    for body in situation.bodies:
        if body.role is BodyRole.FORMER and isinstance(body.ended, When):
            when = event_in_words(texts, body.ended)
            if situation.designated is False:
                told.append(
                    texts.say(
                        "The mechanism, {body}, ended {when}; none has taken its place.", body=body.name, when=when
                    )
                )
            elif situation.designated == UNKNOWN:
                told.append(
                    texts.say(
                        "The mechanism, {body}, ended {when}; whether one has taken its place is not known.",
                        body=body.name,
                        when=when,
                    )
                )
            else:
                told.append(texts.say("A former one, {body}, ended {when}.", body=body.name, when=when))
    return " ".join(told)


def _perhaps(texts: Texts, situation: Situation) -> str:
    """That it is not known whether there is a mechanism; with the body and the date where these leave it open."""
    dated = next((body for body in situation.mechanism_bodies if isinstance(body.designated, When)), None)
    if dated is None or not isinstance(dated.designated, When):
        return texts.say("Whether a mechanism is designated is not known.")
    if isinstance(dated.ended, When):
        return texts.say(
            "Whether a mechanism is designated is not known: {body} was, and ended {when}.",
            body=dated.name,
            when=event_in_words(texts, dated.ended),
        )
    return texts.say(
        "Whether a mechanism is designated is not known: {body} was, or will be, {when}.",
        body=dated.name,
        when=event_in_words(texts, dated.designated),
    )


def _bodies(texts: Texts, situation: Situation) -> str:
    """The bodies that are the mechanism, by name, each with its role and the date of its designation."""
    say, bodies = texts.say, [body for body in situation.bodies if body.mechanism is True]
    roles = {body.role for body in bodies}
    if len(bodies) == 1:
        return _only(texts, bodies[0])
    named = "; ".join(_named(texts, body) for body in bodies)
    if roles == {BodyRole.REGIONAL}:
        return say("Bodies of regions alone are the mechanism, none for the State as a whole: {bodies}.", bodies=named)
    if roles == {BodyRole.INTERIM}:
        return say("Interim bodies alone are the mechanism: {bodies}.", bodies=named)
    return say("Several bodies are the mechanism: {bodies}.", bodies=named)


def _only(texts: Texts, body: BodySituation) -> str:
    """The only body that is the mechanism, as its role has it."""
    dated, undated = NAMED_BY_NOBODY if body.name == NAMELESS else ONLY.get(body.role, ONLY[BodyRole.MECHANISM])
    if isinstance(body.designated, When) and body.designated.written != "yes":
        told = texts.say(dated, body=body.name, when=event_in_words(texts, body.designated))
    else:
        told = texts.say(undated, body=body.name)
    return f"{told} {_rests_on(texts, body)}".rstrip()


def _rests_on(texts: Texts, body: BodySituation) -> str:
    """On what the body rests as the mechanism; empty where that is not known."""
    if body.legal_basis == UNKNOWN:
        return ""
    if body.legal_basis is LegalBasis.NONE:
        return texts.say("No text makes it the mechanism.")
    return texts.say("It rests on {basis}.", basis=texts.say(LEGAL_BASES[body.legal_basis]))


def _named(texts: Texts, body: BodySituation) -> str:
    """A body among several, with what it is and since when."""
    dated, undated = AMONG.get(body.role, AMONG[BodyRole.MECHANISM])
    if isinstance(body.designated, When) and body.designated.written != "yes":
        return texts.say(dated, body=body.name, when=event_in_words(texts, body.designated))
    return texts.say(undated, body=body.name)


def people_sentence(texts: Texts, situation: Situation) -> str:
    """Whether anybody is at work in the mechanism; of several bodies, in which of them."""
    say = texts.say
    if situation.nobody_at_work:
        return say("It exists on paper: nobody is in post.")
    bodies = [body for body in situation.bodies if body.mechanism is True]
    if len(bodies) == 1:
        return _at_work(texts, bodies[0])
    at_work = [_since(texts, body) for body in bodies if body.at_work is True]
    idle = [body.name for body in bodies if body.at_work is False]
    unknown = [body.name for body in bodies if body.at_work == UNKNOWN]
    if not at_work and not idle:
        return say("Whether anybody is at work in them is not known.")
    told = [
        say("At work: {bodies}.", bodies="; ".join(at_work)) if at_work else "",
        say("Nobody is in post: {bodies}.", bodies="; ".join(idle)) if idle else "",
        say("Whether anybody is at work is not known: {bodies}.", bodies="; ".join(unknown)) if unknown else "",
    ]
    return " ".join(part for part in told if part)


def _at_work(texts: Texts, body: BodySituation) -> str:
    if body.at_work == UNKNOWN:
        return texts.say("Whether anybody is at work in it is not known.")
    if isinstance(body.at_work_since, When) and body.at_work_since.written != "yes":
        if body.at_work_since.day is not None and body.designated == body.at_work_since:
            return texts.say("It has been at work since that day.")
        return texts.say("It has been at work {since}.", since=since_in_words(texts, body.at_work_since))
    return texts.say("It is at work; since when is not known.")


def _since(texts: Texts, body: BodySituation) -> str:
    if not isinstance(body.at_work_since, When):
        return body.name
    return texts.say("{body}, {since}", body=body.name, since=since_in_words(texts, body.at_work_since))


def body_in_words(texts: Texts, body: BodySituation) -> str:
    """A body with its kind, its role, its dates and what makes it the mechanism."""
    say = texts.say
    parts = [say(KINDS[body.kind]), say(ROLES[body.role])]
    for event, sentence in (
        (body.designated, mark("designated: {when}")),
        (body.at_work_since, mark("at work: {when}")),
        (body.ended, mark("ended: {when}")),
    ):
        if isinstance(event, When):
            parts.append(say(sentence, when=event_in_short(texts, event)))
    if body.mechanism is True and body.at_work is False:
        parts.append(say("nobody in post"))
    if body.legal_basis != UNKNOWN:
        parts.append(say("legal basis: {basis}", basis=say(LEGAL_BASES[body.legal_basis])))
    return f"{body.name} ({', '.join(parts)})"

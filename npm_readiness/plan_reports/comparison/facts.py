"""Facts of profiles in words: what they are called, and what stands there."""

from __future__ import annotations

from collections.abc import Mapping

from npm_readiness.gap_report.cleaning import cleaned
from npm_readiness.gap_report.language import Texts, mark
from npm_readiness.gap_report.words import FACTS, KINDS, LEGAL_BASES, MODELS, RESPONSES, ROLES, TREATIES
from npm_readiness.models.vocabulary import Treaty
from npm_readiness.planning.comparing.comparison import FactChange

__all__ = ["fact_label", "fact_value", "named_fact"]

SITUATION: Mapping[str, str] = {
    "situation.joined": mark("whether the State has joined the Optional Protocol"),
    "situation.bound": mark("whether the Optional Protocol binds the State"),
    "situation.mechanism": mark("where the mechanism stands"),
    "situation.legal_basis": mark("the legal basis of the mechanism"),
}
OF_A_BODY: Mapping[str, str] = {
    "role": mark("what it is to the mechanism"),
    "kind": mark("what kind of body it is"),
    "designated": mark("when it was made the mechanism"),
    "ended": mark("when it ceased to be the mechanism"),
    "at_work_since": mark("since when it is at work as the mechanism"),
    "legal_basis": mark("on what it rests as the mechanism"),
}
OF_A_TREATY: Mapping[str, str] = {
    "signed": mark("signature"),
    "ratified": mark("ratification"),
    "acceded": mark("accession"),
    "succeeded": mark("succession"),
    "article_24": mark("declaration under article 24"),
    "article_24.declared": mark("day of the declaration under article 24"),
    "article_24.years": mark("years of the declaration under article 24"),
    "article_24.extended_until": mark("end of the extension under article 24"),
    "reservation": mark("reservation"),
}
MECHANISM: Mapping[str, str] = {
    "none": mark("there is none"),
    "designated": mark("designated, and nobody known to be at work"),
    "at_work": mark("at work"),
    "unknown": mark("not known"),
}
STATUS_OF_A_BILL: Mapping[str, str] = {"bill": mark("a bill"), "adopted": mark("adopted")}
PLAIN: Mapping[object, str] = {
    True: mark("yes"),
    False: mark("no"),
    None: mark("has not happened"),
    "unknown": mark("not known"),
    "yes": mark("has happened, the day is not known"),
    "unclear": mark("unclear"),
}
NOT_LISTED = mark("not listed")
WORDS: Mapping[str, Mapping[str, str]] = {
    "situation.mechanism": MECHANISM,
    "situation.legal_basis": LEGAL_BASES,
    "npm.model": MODELS,
    "role": {str(role): words for role, words in ROLES.items()},
    "kind": KINDS,
    "legal_basis": LEGAL_BASES,
    "recommendations": {str(response): words for response, words in RESPONSES.items()},
    "bills": STATUS_OF_A_BILL,
}


def named_fact(texts: Texts, key: str) -> str:
    """A fact from which questions answer themselves, in words."""
    return texts.say(FACTS[key]) if key in FACTS else key


def fact_label(texts: Texts, fact: FactChange) -> str:
    """What a fact is called."""
    say, parts = texts.say, fact.key.split(".")
    name = cleaned(fact.of or "")
    if fact.key in SITUATION:
        return _capital(say(SITUATION[fact.key]))
    if parts[0] == "recommendations":
        return say("Recommendation: {text}", text=name)
    if parts[0] == "bills":
        return say("Bill: {title}", title=name)
    if parts[:2] == ["npm", "bodies"]:
        return say("{name}: {what}", name=name, what=say(OF_A_BODY[parts[-1]]))
    if parts[0] == "treaties":
        what = say(OF_A_TREATY[".".join(parts[2:])])
        return say("{name}: {what}", name=say(TREATIES[Treaty(parts[1])]), what=what)
    return _capital(named_fact(texts, fact.key))


def fact_value(texts: Texts, fact: FactChange, *, after: bool) -> str:
    """What stands in one of the two profiles."""
    say, value = texts.say, fact.after if after else fact.before
    if fact.change == ("removed" if after else "added"):
        return say(NOT_LISTED)
    if fact.change in ("added", "removed") and fact.key.startswith("recommendations."):
        return say("listed ({response})", response=say(WORDS["recommendations"][str(value)]))
    if isinstance(value, str) and value.startswith("part "):
        return say("postpones {part}", part=value)
    parts = fact.key.split(".")
    kind = fact.key if fact.key in WORDS else parts[-1] if parts[:2] == ["npm", "bodies"] else parts[0]
    words = WORDS.get(kind, {})
    if isinstance(value, str) and value in words:
        return say(words[value])
    if value is None and fact.key == "situation.legal_basis":
        return say("there is no mechanism")
    return say(PLAIN[value]) if value in PLAIN else cleaned(str(value))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

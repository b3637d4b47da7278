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
OF_A_BILL: Mapping[str, str] = {
    "designates": mark("which body it would make the mechanism"),
    "ends": mark("which body would be the mechanism no longer"),
}
OF_THE_BILL_ITSELF = 2
"""The parts of the key under which stands how far a bill has come."""

STATUS_OF_A_BILL: Mapping[str, str] = {"bill": mark("a bill"), "adopted": mark("adopted")}
NO_BASIS = mark("there is no mechanism")
NO_BODY = mark("no body")
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
    if parts[0] == "recommendations":
        return say("Recommendation: {text}", text=name)
    if parts[0] == "bills":
        return _of_bill(texts, parts, name)
    if parts[:2] == ["npm", "bodies"]:
        return say("{name}: {what}", name=name, what=say(OF_A_BODY[parts[-1]]))
    if parts[0] == "treaties":
        what = say(OF_A_TREATY[".".join(parts[2:])])
        return say("{name}: {what}", name=say(TREATIES[Treaty(parts[1])]), what=what)
    return _capital(say(SITUATION[fact.key]) if fact.key in SITUATION else named_fact(texts, fact.key))


def _of_bill(texts: Texts, parts: list[str], title: str) -> str:
    if len(parts) > OF_THE_BILL_ITSELF:
        return texts.say("Bill «{title}»: {what}", title=title, what=texts.say(OF_A_BILL[parts[-1]]))
    return texts.say("Bill: {title}", title=title)


def fact_value(texts: Texts, fact: FactChange, *, after: bool) -> str:
    """What stands in one of the two profiles."""
    say, value = texts.say, fact.after if after else fact.before
    if fact.change == ("removed" if after else "added"):
        return say(NOT_LISTED)
    if fact.change in ("added", "removed") and fact.key.startswith("recommendations."):
        return say("listed ({response})", response=say(WORDS["recommendations"][str(value)]))
    if isinstance(value, str) and value.startswith("part "):
        return say("postpones {part}", part=value)
    words = _words(fact)
    return say(words[value]) if value in words else cleaned(str(value))


def _words(fact: FactChange) -> dict[object, str]:
    """What the values of a fact are in words, as far as they are no text of the profile."""
    parts = fact.key.split(".")
    kind = fact.key if fact.key in WORDS else parts[-1] if parts[:2] == ["npm", "bodies"] else parts[0]
    words: dict[object, str] = dict(PLAIN)
    words.update(WORDS.get(kind, {}))
    if fact.key == "situation.legal_basis":
        words[None] = NO_BASIS
    if parts[0] == "bills":
        words[False] = NO_BODY
    return words


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

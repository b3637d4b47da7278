"""The articles of a bill in their order: what they say, the finding, what to change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from npm_readiness.models.answers import Evidence
from npm_readiness.models.bills import Bill
from npm_readiness.models.pinpoints import place_order, places_named
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Answer, Shows
from npm_readiness.planning.bill.comparison import Amendment, BillArticle, ComparedCriterion, ComparedQuestion

__all__ = ["articles_of", "places_of", "unevidenced"]

Place = tuple[str, str | None]
"""A source and a place in it; ``None`` for what the evidence does not place."""

AT_THE_END = "\N{REPLACEMENT CHARACTER}"


@dataclass
class _Gathered:
    """What is gathered of one place, each once and in the order in which it was found."""

    says: dict[str, None] = field(default_factory=dict)
    questions: dict[str, None] = field(default_factory=dict)
    criteria: dict[str, None] = field(default_factory=dict)
    words: list[Literal["meets", "falls_short", "open"]] = field(default_factory=list)
    change: dict[str, None] = field(default_factory=dict)


def articles_of(
    profile: Profile, bill: Bill, criteria: Iterable[ComparedCriterion], amendments: Iterable[Amendment]
) -> tuple[BillArticle, ...]:
    """The places on which the answers of the bill rest: those of its own text first, then by source, in the order of the text."""
    to_amend = {amendment.criterion: amendment for amendment in amendments}
    found: dict[Place, _Gathered] = {}
    for criterion in criteria:
        for question in criterion.questions:
            given = bill.answered.get(question.id)
            for evidence in () if given is None else given.evidence:
                for place in _places(evidence):
                    _gather(found.setdefault(place, _Gathered()), criterion, question, evidence, to_amend)
    sources = {name: number for number, name in enumerate([bill.source, *profile.sources]) if name is not None}
    sources = {name: (0 if name == bill.source else number) for name, number in sources.items()}

    def order(place: Place) -> tuple[int, tuple[tuple[int, ...], str]]:
        return sources[place[0]], place_order(place[1] or AT_THE_END)

    return tuple(_article(place, found[place]) for place in sorted(found, key=order))


def places_of(bill: Bill, criterion: ComparedCriterion, names: Mapping[str, str]) -> tuple[str, ...]:
    """The places at which a criterion falls short with the bill, in words; those of another text than the bill with its name."""
    places = dict.fromkeys(
        place
        for question in criterion.questions
        if question.id in bill.answered
        for evidence in bill.answered[question.id].evidence
        if _word(question, evidence) == "falls_short"
        for place in _places(evidence)
        if place[1] is not None
    )
    ordered = sorted(places, key=lambda place: (place[0] != bill.source, place[0], place_order(str(place[1]))))
    return tuple(
        str(pinpoint) if source == bill.source else f"{names[source]}, {pinpoint}" for source, pinpoint in ordered
    )


def unevidenced(profile: Profile, bill: Bill) -> tuple[str, ...]:
    """The questions that the bill answers without a source and a place in it, other than by ``unknown``; by id."""
    return tuple(
        question
        for question, given in sorted(bill.answered.items())
        if given.answer is not Answer.UNKNOWN and not given.evidenced(profile.sources)
    )


def _places(evidence: Evidence) -> Iterator[Place]:
    if evidence.pinpoint is None:
        yield evidence.source, None
    else:
        yield from ((evidence.source, place) for place in places_named(evidence.pinpoint))


def _gather(
    gathered: _Gathered,
    criterion: ComparedCriterion,
    question: ComparedQuestion,
    evidence: Evidence,
    to_amend: Mapping[str, Amendment],
) -> None:
    if evidence.quote:
        gathered.says[f"\N{LEFT DOUBLE QUOTATION MARK}{evidence.quote}\N{RIGHT DOUBLE QUOTATION MARK}"] = None
    if evidence.note:
        gathered.says[evidence.note] = None
    gathered.questions[question.id] = None
    gathered.criteria[criterion.id] = None
    word = _word(question, evidence)
    gathered.words.append(word)
    amendment = to_amend.get(criterion.id)
    if word == "falls_short" and amendment is not None:
        own = [action.text for action in amendment.actions if action.question in (None, question.id)]
        gathered.change.update(dict.fromkeys(own))


def _word(question: ComparedQuestion, evidence: Evidence) -> Literal["meets", "falls_short", "open"]:
    """What the place comes to for one question; one that shows what is in place carries the good half of a partial answer."""
    if question.after is Answer.YES:
        return "meets"
    at_most_partial = question.after_between is not None and question.after_between[1] is Answer.PARTIAL
    if question.after in (Answer.NO, Answer.PARTIAL) or at_most_partial:
        return "meets" if evidence.shows is Shows.IN_PLACE else "falls_short"
    return "open"


def _article(place: Place, gathered: _Gathered) -> BillArticle:
    words = set(gathered.words)
    return BillArticle(
        source=place[0],
        pinpoint=place[1],
        says=tuple(gathered.says),
        questions=tuple(gathered.questions),
        criteria=tuple(gathered.criteria),
        finding="falls_short" if "falls_short" in words else "open" if "open" in words else "meets",
        change=tuple(gathered.change),
    )

"""The places in national law that the answers cite, and what an amendment does with each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion, ShownEvidence
from npm_readiness.models.cited import AssessedSource
from npm_readiness.models.pinpoints import place_order, places_named
from npm_readiness.models.vocabulary import Answer, Aspect, Shows, SourceKind, Stage, Status
from npm_readiness.records import record

__all__ = [
    "AMEND",
    "CHECK",
    "KEEP",
    "NationalPlace",
    "Use",
    "criteria_on_law",
    "national_places",
    "places_by_text",
    "places_of",
]

Place = tuple[str, str]
"""The id of a source, and a place in it."""

CONSTITUTION = re.compile(r"^(?:the\s+)?constitution\b(?!\S)|\bconstitution of\b", re.IGNORECASE)

KEEP = mark("keep")
"""What is in place must not be lost when the article is amended."""
AMEND = mark("amend")
"""It falls short."""
CHECK = mark("check")
"""What was read does not settle it."""


@record(frozen=True)
class Use:
    """What a criterion has to do with a place: the answers that cite it, and so what the drafter does with it."""

    criterion: AssessedCriterion
    task: str


@record(frozen=True)
class NationalPlace:
    """An article (or another place) of a legal text, with the criteria on law whose answers cite it.

    ``says`` is what the evidence tells of it: quotes in quotation marks, then notes.
    """

    source: AssessedSource
    pinpoint: str
    says: tuple[str, ...]
    uses: tuple[Use, ...]

    @property
    def in_constitution(self) -> bool:
        """Whether it stands in the constitution, which no ordinary act amends; the title of the text tells."""
        return CONSTITUTION.search(self.source.title) is not None


def national_places(context: Context) -> tuple[NationalPlace, ...]:
    """The places that answers to criteria on law cite, by source as in the profile, then in the order of the text."""
    found: dict[Place, list[Use]] = {}
    says: dict[Place, dict[str, None]] = {}
    for criterion in criteria_on_law(context):
        for place, told in _told_by_place(context, criterion).items():
            found.setdefault(place, []).append(Use(criterion, _task(told)))
            says.setdefault(place, {}).update(dict.fromkeys(_said(context, told)))
    order = {source: place for place, source in enumerate(context.cited.sources)}
    return tuple(
        NationalPlace(context.cited.sources[source], pinpoint, tuple(says[source, pinpoint]), tuple(uses))
        for (source, pinpoint), uses in sorted(
            found.items(), key=lambda item: (order[item[0][0]], place_order(item[0][1]))
        )
    )


@record(frozen=True)
class _Told:
    """A piece of evidence of an answer that cites a place: it stands there itself, or speaks of it (``spoken``), or both."""

    answer: AssessedAnswer
    piece: ShownEvidence
    own: bool
    spoken: bool


def _told_by_place(context: Context, criterion: AssessedCriterion) -> dict[Place, list[_Told]]:
    """The places in laws that the answers of a criterion cite, each with what the evidence tells of it."""
    told: dict[Place, list[_Told]] = {}
    for answer in criterion.answers:
        for piece in answer.all_evidence:
            own, spoken = _places(piece), _places_spoken_of(piece)
            for place in dict.fromkeys((*own, *spoken)):
                if _is_law(context, place[0]):
                    told.setdefault(place, []).append(_Told(answer, piece, place in own, place in spoken))
    return told


def _said(context: Context, told: Sequence[_Told]) -> Iterator[str]:
    """What the evidence that cites a place tells of it; what an opinion or a report says of it names that source."""
    own = [entry.piece for entry in told if entry.own]
    yield from (_quoted(piece.quote) for piece in own if piece.quote)
    yield from (piece.note for piece in own if piece.note)
    yield from (_according_to(context, entry.piece) for entry in told if entry.spoken)


def _quoted(words: str) -> str:
    return f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"


def _according_to(context: Context, piece: ShownEvidence) -> str:
    """Who says something of a place in a law, where in the source, and what."""
    source = ", ".join(part for part in (context.cited.source_name(piece.source), piece.pinpoint) if part)
    said = " ".join(part for part in (_quoted(piece.quote) if piece.quote else "", piece.note or "") if part)
    if not said:
        return context.texts.say("according to {source}", source=source)
    return context.texts.say("according to {source}: {said}", source=source, said=said)


def places_of(context: Context, criterion: AssessedCriterion) -> tuple[str, ...]:
    """The places in national law that the answers of a criterion cite, each with the name of its text."""
    cited = dict.fromkeys(place for answer in criterion.answers for place in _cited(context, answer))
    return tuple(f"{context.cited.source_name(source)}, {pinpoint}" for source, pinpoint in cited)


def criteria_on_law(context: Context) -> tuple[AssessedCriterion, ...]:
    """What a law can be asked to contain: the criteria on law that apply, less those on joining, which is no matter of drafting."""
    return tuple(
        criterion
        for criterion in context.assessment.criteria
        if criterion.aspect is Aspect.LAW
        and criterion.status is not Status.NOT_APPLICABLE
        and criterion.stage is not Stage.RATIFICATION
    )


def _task(told: Sequence[_Told]) -> str:
    """Keep what carries a yes or shows what is there; amend what shows a lack; check what was not read to the end.

    Evidence of a partial answer that does not say what it shows can carry the good half of it as well as the other.
    """
    shown = {entry.piece.shows for entry in told if entry.answer.counted_as is not Answer.YES}
    if Shows.MISSING in shown:
        return AMEND
    if shown <= {Shows.IN_PLACE}:
        return KEEP
    return AMEND if any(entry.answer.counted_as is Answer.NO for entry in told) else CHECK


def _cited(context: Context, answer: AssessedAnswer) -> list[Place]:
    """The places in laws that the evidence cites, itself or through an opinion or a report that speaks on them."""
    return [
        place
        for evidence in answer.all_evidence
        for place in (*_places(evidence), *_places_spoken_of(evidence))
        if _is_law(context, place[0])
    ]


def _is_law(context: Context, source: str) -> bool:
    return source in context.cited.sources and context.cited.sources[source].kind is SourceKind.LAW


def _places(evidence: ShownEvidence) -> list[Place]:
    """The source with each of the places that the pinpoint names."""
    return [(evidence.source, place) for place in places_named(evidence.pinpoint)] if evidence.pinpoint else []


def _places_spoken_of(evidence: ShownEvidence) -> list[Place]:
    """The law on which a source speaks with each of the places that it names there."""
    if evidence.of is None or evidence.article is None:
        return []
    return [(evidence.of, place) for place in places_named(evidence.article)]


def places_by_text(context: Context, criteria: Iterable[AssessedCriterion]) -> dict[str, tuple[str, ...]]:
    """The places in national law that the answers of some criteria cite, by the id of their text among the sources."""
    by_source: dict[str, dict[str, None]] = {}
    for criterion in criteria:
        for answer in criterion.answers:
            for source, pinpoint in _cited(context, answer):
                by_source.setdefault(source, {})[pinpoint] = None
    return {source: tuple(sorted(places, key=place_order)) for source, places in by_source.items()}

"""What several assessors say to one question, made into one answer that chooses nothing silently."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from npm_readiness.models.answers import AnswerVersion, Evidence, GivenAnswer, SaidAnswer
from npm_readiness.models.vocabulary import ANSWERS_WORST_FIRST, Answer
from npm_readiness.planning.reconciling.gathered import Side
from npm_readiness.planning.reconciling.reconciliation import Outcome

__all__ = ["LONGEST", "Given", "Merged", "as_data", "merged_answer", "merged_answers", "said_to", "signed"]

LONGEST = 10_000
"""How long a text of a profile can be."""

Between = tuple[Answer, Answer]

Given = tuple[str, GivenAnswer]
"""Who says something, and what."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The answer of the merged profile, and how it came about. ``agreed`` and ``outcome`` are those of a reconciled question."""

    answer: GivenAnswer
    agreed: bool | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class _Stance:
    """An answer without what it rests on."""

    answer: Answer | None
    between: Between | None
    agreed: bool | None
    outcome: Outcome


def merged_answer(given: Sequence[Given]) -> Merged:
    """What assessors say to one question, each with a name, in one answer.

    - All who answer ``yes``, ``partial``, ``no`` or ``not_applicable`` say the same, and no ``between`` excludes it: that
      answer, with the evidence of all who give it. Who did not know, or did not answer, contradicts nobody.
    - Nobody answers so: ``unknown``, between what all who know a part say together; not answered where nobody looked.
    - Otherwise they contradict each other: ``unknown``, between the worst and the best that anybody holds possible who knows
      something. No and yes leave nothing to say in between, and so does a ``not_applicable`` beside an answer.

    What was made of several before, and is unknown since they contradict each other, stays so until somebody settles it there.

    Where not all say the same, ``versions`` keeps everything that each of them says; where an answer names who gave it (``by``),
    so does its version, behind the assessor in whose profile it stands. Versions of a profile that was merged before are taken
    over one by one, so that merging again loses nothing.
    """
    said = [(by, answer) for by, answer in given if answer != GivenAnswer()]
    stance = _stance_with_disputes([answer for _, answer in said])
    versions = _versions(said)
    differ = len({(version.answer, version.between) for version in versions}) > 1
    holders = [
        (by, answer) for by, answer in said if (answer.answer, answer.between) == (stance.answer, stance.between)
    ]
    if stance.outcome == "disputed":
        holders = []
    joint = _joint(holders)
    fits = all(text is None or len(text) <= LONGEST for text in joint.values())
    kept = versions if differ or not fits or any(answer.versions for _, answer in said) else ()
    made = GivenAnswer(
        answer=stance.answer,
        between=stance.between,
        evidence=_evidence(holders),
        comment=_short_enough(joint["comment"]),
        reason=_short_enough(joint["reason"]) or _first_reason(holders),
        by=_short_enough(joint["by"]),
        versions=kept if len(kept) > 1 else (),
    )
    return Merged(made, stance.agreed, stance.outcome)


def merged_answers(sides: Sequence[Side], answers: Sequence[Mapping[str, Any] | None]) -> dict[str, Any]:
    """The answers of several profiles, as JSON, in one; questions in the order in which they are first answered."""
    questions = dict.fromkeys(question for one in answers for question in one or ())
    made = {question: merged_answer(said_to(question, sides, answers)).answer for question in questions}
    return {question: as_data(answer) for question, answer in made.items() if answer != GivenAnswer()}


def said_to(question: str, sides: Sequence[Side], answers: Sequence[Mapping[str, Any] | None]) -> list[Given]:
    """What each profile says to a question, with who it is by; an empty answer where it says nothing."""
    return [
        (side.by, GivenAnswer.model_validate_json(json.dumps((one or {}).get(question) or {})))
        for side, one in zip(sides, answers, strict=True)
    ]


def as_data(answer: GivenAnswer) -> dict[str, Any]:
    """An answer as a file holds it, without the keys that say nothing; in a version, who it is by comes first."""
    said = _without_nothing(answer.model_dump(mode="json"))
    if "versions" in said:
        said["versions"] = [{"by": version["by"], **version} for version in map(_without_nothing, said["versions"])]
    return said


def _without_nothing(value: Mapping[str, Any]) -> dict[str, Any]:
    made = {key: inner for key, inner in value.items() if inner not in (None, [], ())}
    if "evidence" in made:
        made["evidence"] = [_without_nothing(piece) for piece in made["evidence"]]
    return made


def _stance_with_disputes(said: Sequence[GivenAnswer]) -> _Stance:
    """The same, where some may have been made of several before: what was disputed then and nobody has settled stays so."""
    stance = _stance(said)
    unsettled = [answer for answer in said if answer.answer is Answer.UNKNOWN and any(map(_definite, answer.versions))]
    if not unsettled:
        return stance
    ranges = [answer.between for answer in said if answer.between is not None]
    open_ = any(answer.between is None for answer in unsettled)
    between = None if open_ else _hull([answer.answer for answer in said if _definite(answer)], ranges)
    return _Stance(Answer.UNKNOWN, between, stance.agreed, "disputed")


def _definite(said: SaidAnswer) -> bool:
    return said.answer not in (None, Answer.UNKNOWN)


def _stance(said: Sequence[SaidAnswer]) -> _Stance:
    definite = [answer.answer for answer in said if _definite(answer)]
    ranges = [answer.between for answer in said if answer.between is not None]
    looked = any(answer.answer is Answer.UNKNOWN for answer in said)
    agreed = len(set(definite)) == 1 if len(definite) > 1 else None
    if not definite:
        if len(set(ranges)) > 1:
            return _Stance(Answer.UNKNOWN, _hull((), ranges), None, "disputed" if not _meet(ranges) else "unknown")
        between = ranges[0] if ranges else None
        return _Stance(Answer.UNKNOWN if looked else None, between, None, "unknown" if looked else "unanswered")
    if len(set(definite)) == 1 and all(_within(definite[0], between) for between in ranges):
        outcome: Outcome = "agreed" if len(definite) > 1 else "one_knows" if looked else "one_answered"
        return _Stance(definite[0], None, agreed, outcome)
    return _Stance(Answer.UNKNOWN, _hull(definite, ranges), agreed, "disputed")


def _within(answer: Answer | None, between: Between) -> bool:
    return (
        answer in ANSWERS_WORST_FIRST
        and between[0] in ANSWERS_WORST_FIRST
        and ANSWERS_WORST_FIRST.index(between[0])
        <= ANSWERS_WORST_FIRST.index(answer)
        <= ANSWERS_WORST_FIRST.index(between[1])
    )


def _meet(ranges: Sequence[Between]) -> bool:
    """Whether one answer lies within all of them."""
    return any(all(_within(answer, between) for between in ranges) for answer in ANSWERS_WORST_FIRST)


def _hull(definite: Iterable[Answer | None], ranges: Iterable[Between]) -> Between | None:
    """From the worst to the best of all; ``None`` where that says nothing."""
    listed = [*definite, *(bound for between in ranges for bound in between)]
    if Answer.NOT_APPLICABLE in listed:
        return None
    places = sorted(ANSWERS_WORST_FIRST.index(answer) for answer in listed if answer in ANSWERS_WORST_FIRST)
    low, high = ANSWERS_WORST_FIRST[places[0]], ANSWERS_WORST_FIRST[places[-1]]
    return None if (low, high) == (Answer.NO, Answer.YES) else (low, high)


def _versions(said: Iterable[Given]) -> tuple[AnswerVersion, ...]:
    """What each says, each once; names that stand for several things are told apart by a number."""
    found: dict[str, AnswerVersion] = {}
    seen = set[AnswerVersion]()
    numbers: dict[str, int] = {}
    for version in (version for by, answer in said for version in _of_one(by, answer)):
        if version in seen:
            continue
        seen.add(version)
        name, number = version.by, numbers.get(version.by, 1)
        name = name if number == 1 else f"{version.by} ({number})"
        while name in found and found[name] != version.model_copy(update={"by": name}):
            number += 1
            name = f"{version.by} ({number})"
        found[name] = version.model_copy(update={"by": name})
        numbers[version.by] = number
    return tuple(found.values())


def _of_one(by: str, answer: GivenAnswer) -> Iterable[AnswerVersion]:
    """What one profile says: where it was merged before, the versions that it keeps, and its own answer if it says more."""
    yield from answer.versions
    if not answer.versions or _says_more(answer):
        yield AnswerVersion(
            by=signed(by, answer),
            answer=answer.answer,
            between=answer.between,
            evidence=answer.evidence,
            comment=answer.comment,
            reason=answer.reason,
        )


def _says_more(answer: GivenAnswer) -> bool:
    """Whether an answer with versions says anything but what was made of them: somebody wrote it since."""
    versions = [(version.by, version) for version in answer.versions]
    inner = _stance(answer.versions)
    said = (answer.answer, answer.between)
    if said not in ((Answer.UNKNOWN, None), (inner.answer, inner.between)):
        return True
    joint = _joint(versions)
    evidence = frozenset(piece for version in answer.versions for piece in version.evidence)
    return (
        not evidence.issuperset(answer.evidence)
        or any(
            not _all_told(text, key, answer.versions)
            for key in joint
            if key != "by" and (text := getattr(answer, key)) is not None
        )
        or (
            answer.by is not None
            and not any(name in version.by for name in answer.by.split("; ") for version in answer.versions)
        )
    )


def _all_told(text: str, key: str, versions: Iterable[AnswerVersion]) -> bool:
    """Whether each line of a text is one of a version, with or without a name before it."""
    told = (getattr(version, key) for version in versions)
    lines = frozenset(line for own in told if own is not None for line in own.split("\n"))
    return all(not lines.isdisjoint(_without_name(line)) for line in text.split("\n"))


def _without_name(line: str) -> Iterator[str]:
    """A line, and what is left of it without what may be a name and a colon before it."""
    yield line
    place = line.find(": ")
    while place >= 0:
        yield line[place + 2 :]
        place = line.find(": ", place + 1)


def signed(by: str, answer: SaidAnswer) -> str:
    """Who says something: the assessor in whose profile it stands and, where the answer names it, the office that gave it."""
    if answer.by is None or answer.by == by:
        return by
    both = f"{by} ({answer.by})"
    return both if len(both) <= LONGEST else answer.by


def _evidence(holders: Iterable[tuple[str, SaidAnswer]]) -> tuple[Evidence, ...]:
    """What they all name, without the pieces that say nothing which another of them does not say too."""
    pieces = (piece for _, answer in holders for piece in answer.evidence)
    told = {piece: piece.model_dump(exclude_none=True) for piece in pieces}
    by_keys: dict[frozenset[str], list[Mapping[str, Any]]] = {}
    for says in told.values():
        by_keys.setdefault(frozenset(says), []).append(says)
    # There are few sets of keys, so that what others say too is known without holding each piece against each.
    said_by_others = {
        (keys, _parts(other, keys))
        for keys in by_keys
        for more, others in by_keys.items()
        if keys < more
        for other in others
    }
    return tuple(
        piece for piece, says in told.items() if (keys := frozenset(says), _parts(says, keys)) not in said_by_others
    )


def _parts(says: Mapping[str, Any], keys: frozenset[str]) -> frozenset[tuple[str, Any]]:
    return frozenset((key, says[key]) for key in keys)


def _joint(holders: Sequence[tuple[str, SaidAnswer]]) -> dict[str, str | None]:
    """The comment, the reason and the names of those who hold an answer, each in one text."""
    names = [name for _, answer in holders if answer.by is not None for name in answer.by.split("; ")]
    by = "; ".join(dict.fromkeys(names)) or None
    return {"comment": _together(holders, "comment"), "reason": _together(holders, "reason"), "by": by}


def _together(holders: Iterable[tuple[str, SaidAnswer]], key: str) -> str | None:
    """What those say who hold the answer: a text once where all say it, else each with who says it."""
    texts = {by: text for by, answer in holders if (text := getattr(answer, key)) is not None}
    if len(set(texts.values())) <= 1:
        return next(iter(texts.values()), None)
    return "\n".join(f"{by}: {text}" for by, text in texts.items())


def _short_enough(text: str | None) -> str | None:
    return text if text is None or len(text) <= LONGEST else None


def _first_reason(holders: Iterable[Given]) -> str | None:
    return min((answer.reason for _, answer in holders if answer.reason is not None), default=None)

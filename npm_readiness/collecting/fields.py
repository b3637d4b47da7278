"""What somebody fills in for one question, as flat texts: the same in every form, and on the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from npm_readiness.models.answers import Evidence, GivenAnswer
from npm_readiness.models.vocabulary import Answer

__all__ = ["ANSWERS", "FIELDS", "NOTHING", "OF_EVIDENCE", "Fields", "answer_data", "fields_of"]

ANSWERS: Mapping[str, tuple[Answer, tuple[Answer, Answer] | None]] = {
    "yes": (Answer.YES, None),
    "partial": (Answer.PARTIAL, None),
    "no": (Answer.NO, None),
    "partial-or-yes": (Answer.UNKNOWN, (Answer.PARTIAL, Answer.YES)),
    "no-or-partial": (Answer.UNKNOWN, (Answer.NO, Answer.PARTIAL)),
    "unknown": (Answer.UNKNOWN, None),
    "not_applicable": (Answer.NOT_APPLICABLE, None),
}
"""The words for an answer in a form, each with the answer of a profile, and between which two it lies."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands in the fields of one question; an empty text where nothing does.

    ``answer`` is one of :data:`ANSWERS`. ``source`` is the id of a source of the profile, or the title of one that it does not
    have yet; with ``pinpoint`` and ``note`` it is the first evidence of the answer. ``reason`` belongs to ``not_applicable``.
    """

    answer: str = ""
    source: str = ""
    pinpoint: str = ""
    note: str = ""
    comment: str = ""
    reason: str = ""

    def changed(self, before: Fields) -> Mapping[str, str]:
        """The fields that say something else than before, with what they say."""
        return {name: value for name in FIELDS if (value := getattr(self, name)) != getattr(before, name)}


FIELDS = tuple(field.name for field in fields(Fields))
"""The names of the fields, in the order of every form."""

OF_EVIDENCE = ("source", "pinpoint", "note")
"""The fields that make one evidence."""

NOTHING = Fields()
"""Nothing filled in."""


def fields_of(given: GivenAnswer | None) -> Fields:
    """What a form shows of an answer in a profile. Evidence beyond the first, quotes and the like stay in the profile alone."""
    if given is None:
        return NOTHING
    first = given.evidence[0] if given.evidence else None
    answer = next((word for word, meant in ANSWERS.items() if meant == (given.answer, given.between)), "")
    return Fields(
        answer=answer,
        source="" if first is None else first.source,
        pinpoint=_text(first and first.pinpoint),
        note=_text(first and first.note),
        comment=_text(given.comment),
        reason=_text(given.reason),
    )


def _text(value: str | Evidence | None) -> str:
    return value if isinstance(value, str) else ""


def answer_data(was: Mapping[str, Any] | None, changed: Mapping[str, str]) -> dict[str, Any]:
    """The answer of a profile, as its file has it, with some fields changed; what a form does not show stays.

    ``was`` is the entry under ``answers``; an empty field takes its key away. A new answer takes ``between`` with it, and
    ``reason`` where it is no ``not_applicable``.
    """
    data: dict[str, Any] = {key: value for key, value in (was or {}).items() if value is not None or key == "answer"}
    if "answer" in changed:
        data.pop("between", None)
        answer, between = ANSWERS.get(changed["answer"], (None, None))
        data = {"answer": None if answer is None else answer.value, **{k: v for k, v in data.items() if k != "answer"}}
        if between is not None:
            data = {"answer": data.pop("answer"), "between": [word.value for word in between], **data}
        if answer is not Answer.NOT_APPLICABLE:
            data.pop("reason", None)
    data.setdefault("answer", None)
    for name in ("comment", "reason"):
        if name in changed:
            _put(data, name, changed[name])
    evidence = {name: changed[name] for name in OF_EVIDENCE if name in changed}
    if evidence:
        _put_evidence(data, evidence)
    return data


def _put(data: dict[str, Any], name: str, value: str) -> None:
    if value:
        data[name] = value
    else:
        data.pop(name, None)


def _put_evidence(data: dict[str, Any], changed: Mapping[str, str]) -> None:
    """The first evidence with its fields changed; it goes where its source is taken away."""
    listed = [dict(entry) for entry in data.get("evidence") or ()]
    first = listed[0] if listed else {}
    for name, value in changed.items():
        _put(first, name, value)
    rest = listed[1:]
    data["evidence"] = [first, *rest] if first.get("source") else rest
    if not data["evidence"]:
        del data["evidence"]

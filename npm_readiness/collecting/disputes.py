"""Versions of an answer that differ, made one answer as ``reconcile`` makes it: nothing is chosen silently, and nothing is lost.

An answer here is the entry of a profile as its file has it. The rule is that of :mod:`npm_readiness.planning.reconciling.answers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from npm_readiness.models.vocabulary import Answer

__all__ = ["disputed_entry"]

Entry = Mapping[str, Any]

SCALE = tuple(answer.value for answer in (Answer.NO, Answer.PARTIAL, Answer.YES))
"""From the worst to the best."""

OF_A_VERSION = ("answer", "between", "evidence", "comment", "reason")
"""What a version keeps of an answer, in this order."""


def disputed_entry(given: Sequence[tuple[str, Entry]]) -> dict[str, Any]:
    """What several say to one question, each with a name, in one answer that keeps what each of them says.

    - All who answer ``yes``, ``partial``, ``no`` or ``not_applicable`` say the same, and no ``between`` excludes it: that answer,
      with the evidence of all who give it. Who did not know, or did not answer, contradicts nobody.
    - Otherwise ``unknown``, between the worst and the best that anybody holds possible who knows something. No and yes leave
      nothing to say in between, and so does a ``not_applicable`` beside an answer.
    """
    versions = _versions(given)
    answer, between = _stance(versions)
    holders = [one for one in versions if answer != Answer.UNKNOWN.value and one.get("answer") == answer]
    entry: dict[str, Any] = {"answer": answer, "between": between}
    entry["evidence"] = _each_once(piece for one in holders for piece in one.get("evidence") or ())
    for name in ("comment", "reason"):
        entry[name] = _together(holders, name)
    return {**{name: value for name, value in entry.items() if value}, "versions": versions}


def _versions(given: Iterable[tuple[str, Entry]]) -> list[dict[str, Any]]:
    """What each says, each once; those of an answer that was disputed before are taken over one by one."""
    found: dict[str, dict[str, Any]] = {}
    for by, entry in given:
        own = [dict(version) for version in entry.get("versions") or ()]
        for version in own or [{"by": by, **entry}]:
            said = {name: version[name] for name in OF_A_VERSION if version.get(name)}
            name, number = str(version["by"] if own else by), 1
            while name in found and found[name] != {"by": name, **said}:
                number += 1
                name = f"{version['by'] if own else by} ({number})"
            found[name] = {"by": name, **said}
    return list(found.values())


def _stance(versions: Sequence[Entry]) -> tuple[str | None, list[str] | None]:
    definite = {one["answer"] for one in versions if one.get("answer") not in (None, Answer.UNKNOWN.value)}
    ranges = [tuple(one["between"]) for one in versions if one.get("between")]
    if len(definite) == 1:
        (answer,) = definite
        if all(answer in SCALE and _within(answer, between) for between in ranges):
            return answer, None
    if any(answer not in SCALE for answer in definite):
        return Answer.UNKNOWN.value, None
    held = sorted({SCALE.index(answer) for answer in (*definite, *(end for between in ranges for end in between))})
    if not held or held[0] == held[-1] or (held[0], held[-1]) == (0, len(SCALE) - 1):
        return Answer.UNKNOWN.value, None
    return Answer.UNKNOWN.value, [SCALE[held[0]], SCALE[held[-1]]]


def _within(answer: str, between: Sequence[str]) -> bool:
    return SCALE.index(between[0]) <= SCALE.index(answer) <= SCALE.index(between[-1])


def _each_once(pieces: Iterable[Any]) -> list[Any]:
    found: list[Any] = []
    for piece in pieces:
        if piece not in found:
            found.append(piece)
    return found


def _together(holders: Sequence[Entry], name: str) -> str | None:
    """A text once where all say it, else each with who says it."""
    texts = {one["by"]: one[name] for one in holders if one.get(name)}
    if len(set(texts.values())) <= 1:
        return next(iter(texts.values()), None)
    return "\n".join(f"{by}: {text}" for by, text in texts.items())

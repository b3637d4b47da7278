"""What several forms say of a question, made one answer; where they differ, nothing is chosen silently."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from npm_readiness.collecting.fields import FIELDS, OF_EVIDENCE, Fields, answer_data, fields_of
from npm_readiness.collecting.returned import NewSource, Returned, ReturnedAnswer
from npm_readiness.models.profile import GivenAnswer, Profile
from npm_readiness.models.vocabulary import Answer
from npm_readiness.problems import Place, Problem, problem_at

__all__ = ["Merge", "Said", "listed_sources"]

ORDER = (Answer.NO, Answer.PARTIAL, Answer.YES)
MOST_LETTERS = 40
"""Of a title in the id that is made from it."""

OF_ANSWER = ("answer",)
OF_TEXTS = (("comment",), ("reason",))
PARTS = (OF_ANSWER, OF_EVIDENCE, *OF_TEXTS)
"""The fields that belong together: a place in a source goes with the source."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one form says of one question, where that is something new."""

    form: Returned
    answer: ReturnedAnswer
    changed: Mapping[str, str]

    def part(self, names: Sequence[str]) -> tuple[str, ...]:
        """What stands in some fields."""
        return _part(self.answer.after, names)


def _part(fields: Fields, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(getattr(fields, name) for name in names)


def listed_sources(forms: Iterable[Returned]) -> Mapping[str, NewSource]:
    """The sources that forms list, by title; the first that says a thing of one counts."""
    listed: dict[str, NewSource] = {}
    for form in forms:
        for source in form.sources:
            listed.setdefault(_plain(source.title), source)
    return listed


class Merge:
    """What forms say, question by question, on its way into a profile."""

    def __init__(self, profile: Profile, data: Mapping[str, Any], listed: Mapping[str, NewSource], keep: bool) -> None:
        self.profile = profile
        self.entries: Mapping[str, Any] = data.get("answers") or {}
        self.listed = listed
        self.keep = keep
        self.answers: dict[str, dict[str, Any]] = {}
        self.sources: dict[str, dict[str, Any]] = {}
        self.disputed: list[str] = []
        self.problems: list[Problem] = []
        self.places: dict[str, dict[str, Place]] = {}
        """For each answer the places in forms of the fields that were changed there."""
        self.source_places: dict[str, Place] = {}
        """For each new source the place in a form where it is named."""
        self._ids: dict[str, str] = {_plain(source.title): name for name, source in profile.sources.items()}

    def add(self, question: str, said: Sequence[Said]) -> None:
        """Take what forms say of one question, or say why not.

        Who gives the same answer contradicts nobody: the evidence of all is kept, and every comment with who wrote it. Two answers
        that differ are a problem, and so are two changes of one evidence, comment or reason that was there.
        """
        given = self.profile.answers.get(question)
        now = fields_of(given)
        changed: dict[str, str] = {}
        more: list[Mapping[str, str]] = []
        taken: list[Said] = []
        disputed = moved = False
        for names in PARTS:
            news = [one for one in said if set(names) & set(one.changed) and not self._known(one, names, given)]
            taken += (one for one in news if one not in taken)
            values = list(dict.fromkeys(one.part(names) for one in news))
            stale = any(_part(now, names) != _part(one.answer.before, names) for one in news)
            if len(values) == 1 and not stale:
                changed.update(zip(names, values[0], strict=True))
            elif names == OF_ANSWER and news:
                disputed, moved = True, stale
            elif news and not self.keep and any(any(_part(one.answer.before, names)) for one in news):
                self._differ(question, news, names, stale)
            elif names == OF_EVIDENCE:
                more += (dict(zip(names, value, strict=True)) for value in values if any(value))
            elif news:
                changed[names[0]] = _together(_part(now, names)[0], news, names[0])
        for one in reversed(taken):
            self.places.setdefault(question, {}).update({name: one.answer.place_of(name) for name in one.changed})
        if disputed and not self.keep:
            self._differ(question, [one for one in taken if "answer" in one.changed], OF_ANSWER, moved)
        elif disputed:
            self.disputed.append(question)
            self.answers[question] = self._disputed(question, taken, now if moved else None)
        elif taken:
            data = answer_data(self.entries.get(question), self._with_source(changed))
            if more:
                data["evidence"] = [*data.get("evidence", ()), *map(self._evidence, more)]
            self.answers[question] = _signed(data, [one.form.by for one in taken])

    def _known(self, one: Said, names: Sequence[str], given: GivenAnswer | None) -> bool:
        """Whether the profile says already what a form says."""
        value, now = one.part(names), fields_of(given)
        if value == _part(now, names):
            return True
        if names == OF_EVIDENCE and given is not None:
            listed = [(piece.source, piece.pinpoint or "", piece.note or "") for piece in given.evidence]
            return (self._ids.get(_plain(value[0]), value[0]), *value[1:]) in listed
        return names in OF_TEXTS and f"\n{_line(one, names[0])}\n" in f"\n{getattr(now, names[0])}\n"

    def _differ(self, question: str, news: Sequence[Said], names: Sequence[str], moved: bool) -> None:
        """A problem for each form: its own place, and that of another one or the profile."""
        for one in news:
            against = next((other for other in news if other.part(names) != one.part(names)), None)
            other = "the profile" if moved or against is None else str(against.answer.place)
            name = next(name for name in names if name in one.changed)
            self.problems.append(problem_at(one.answer.place_of(name), "form-disputed", question=question, other=other))

    def _evidence(self, said: Mapping[str, str]) -> dict[str, str]:
        return {name: value for name, value in self._with_source(said).items() if value}

    def _with_source(self, changed: Mapping[str, str]) -> Mapping[str, str]:
        """The same with the id of the source; one that is new is added to the profile."""
        title = changed.get("source", "")
        if not title or title in self.profile.sources or title in self.sources:
            return changed
        plain = _plain(title)
        if plain not in self._ids:
            name = _free_id(title, {*self.profile.sources, *self.sources})
            listed = self.listed.get(plain, NewSource(title))
            entry = {"title": title, "kind": listed.kind or "other", "date": listed.date, "url": listed.url}
            self._ids[plain], self.sources[name] = name, {key: value for key, value in entry.items() if value}
            if listed.place is not None:
                self.source_places[name] = listed.place
        return {**changed, "source": self._ids[plain]}

    def _disputed(self, question: str, news: Sequence[Said], now: Fields | None) -> dict[str, Any]:
        """Unknown, between the lowest and the highest answer, with every version."""
        versions: dict[str, Mapping[str, Any]] = {}
        if now is not None:
            versions["profile"] = answer_data(self.entries.get(question), {})
        for one in news:
            fresh = {name: value for name in FIELDS if (value := getattr(one.answer.after, name))}
            name = one.form.by or one.form.file
            versions[_free_name(name, versions)] = answer_data(None, self._with_source(fresh))
        between = _span(list(versions.values()))
        data: dict[str, Any] = {"answer": "unknown"}
        if between is not None:
            data["between"] = list(between)
        return {**data, "versions": [_version(by, version) for by, version in versions.items()]}


def _line(one: Said, name: str) -> str:
    """A text with who wrote it."""
    text: str = getattr(one.answer.after, name)
    return f"{one.form.by}: {text}" if one.form.by else text


def _together(now: str, news: Sequence[Said], name: str) -> str:
    """A text that was there, and below it what each form says."""
    return "\n".join(dict.fromkeys([*filter(None, [now]), *(_line(one, name) for one in news)]))


def _version(by: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return {"by": by, **{key: value for key, value in data.items() if value not in (None, []) and key != "by"}}


def _span(versions: Sequence[Mapping[str, Any]]) -> tuple[str, str] | None:
    """Between which answers those of the versions lie; ``None`` where that says no more than unknown."""
    words = [word.value for word in ORDER]
    said = [word for version in versions for word in (version.get("between") or [version.get("answer")])]
    if any(word not in words for word in said):
        return None
    low, high = min(said, key=words.index), max(said, key=words.index)
    return None if (low, high) == (words[0], words[-1]) or low == high else (low, high)


def _signed(data: dict[str, Any], by: Iterable[str]) -> dict[str, Any]:
    """The answer with who gave it, where forms say so."""
    names = [name for name in dict.fromkeys(by) if name]
    return {**data, "by": "; ".join(names)} if names else data


def _plain(title: str) -> str:
    """A title by which a source is known again: small letters, single blanks."""
    return " ".join(title.split()).casefold()


def _free_name(name: str, used: Collection[str]) -> str:
    number, free = 1, name
    while free in used:
        number += 1
        free = f"{name} ({number})"
    return free


def _free_id(title: str, used: Collection[str]) -> str:
    """An id made from a title: small letters, digits and hyphens."""
    base = re.sub(r"[^a-z0-9]+", "-", title.lower())[:MOST_LETTERS].strip("-") or "source"
    base = base if base[0].isalpha() else f"source-{base}"
    number, name = 2, base
    while name in used:
        name, number = f"{base}-{number}", number + 1
    return name

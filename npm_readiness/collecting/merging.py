"""What several forms say of a question, made one answer; where they differ, nothing is chosen silently."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, TypeAlias

from pydantic import ValidationError

from npm_readiness.collecting.disputes import disputed_entry
from npm_readiness.collecting.fields import OF_EVIDENCE, Fields, answer_data, fields_of
from npm_readiness.collecting.returned import NewSource, Returned, ReturnedAnswer
from npm_readiness.models.answers import GivenAnswer
from npm_readiness.models.profile import Profile
from npm_readiness.problems import Place, Problem, problem_at

__all__ = ["Merge", "Said", "listed_sources"]

MOST_LETTERS = 40
"""Of a title in the id that is made from it."""

MOST_TOLD = 120
"""Characters of a text that a problem tells."""

OF_ANSWER = ("answer",)
OF_TEXTS = (("comment",), ("reason",))
PARTS: tuple[tuple[str, ...], ...] = (OF_ANSWER, OF_EVIDENCE, *OF_TEXTS)
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


News: TypeAlias = Mapping[tuple[str, ...], Sequence[Said]]
"""For each part the forms that say something new of it."""


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
        self._free = _FreeIds(profile.sources)

    def add(self, question: str, said: Sequence[Said]) -> None:
        """Take what forms say of one question, or say why not.

        Who gives the same answer contradicts nobody: the evidence of all is kept, and every comment with who wrote it. Two answers
        that differ are a problem, and so are two changes of one evidence, comment or reason that was there.
        """
        given = self.profile.answers.get(question)
        now = fields_of(given)
        pieces = _pieces(given)
        news: News = {names: [one for one in said if self._is_new(one, names, now, pieces)] for names in PARTS}
        new = {id(one) for listed in news.values() for one in listed}
        taken = [one for one in said if id(one) in new]
        for one in reversed(taken):
            self.places.setdefault(question, {}).update({name: one.answer.place_of(name) for name in one.changed})
        answered = news[OF_ANSWER]
        moved = _is_stale(answered, OF_ANSWER, now) or (answered != [] and given is not None and given.versions != ())
        if (moved or len(self._values(answered, OF_ANSWER)) > 1) and self.keep:
            self.disputed.append(question)
            self.answers[question] = self._disputed(question, taken, moved)
        elif taken:
            self.answers[question] = self._agreed(question, news, taken, now, moved)

    def add_listed(self) -> None:
        """Take the sources that forms list and no answer names: somebody found them worth telling."""
        for source in self.listed.values():
            self._id_of(source.title)

    def _agreed(
        self,
        question: str,
        news: News,
        taken: Sequence[Said],
        now: Fields,
        moved: bool,
    ) -> dict[str, Any]:
        """The entry with what all say alike, and with evidence and texts of each; what differs is a problem."""
        changed: dict[str, str] = {}
        more: list[Mapping[str, str]] = []
        for names, listed in news.items():
            values = self._values(listed, names)
            stale = moved if names == OF_ANSWER else _is_stale(listed, names, now)
            was_there = any(any(_part(one.answer.before, names)) for one in listed)
            if len(values) == 1 and not stale:
                changed.update(zip(names, values[0], strict=True))
            elif listed and (names == OF_ANSWER or (was_there and not self.keep)):
                self._differ(question, listed, names, now if stale else None)
            elif names == OF_EVIDENCE:
                more += (dict(zip(names, value, strict=True)) for value in values if any(value))
            elif listed:
                changed[names[0]] = _together(_part(now, names)[0], listed, names[0])
        data = answer_data(self.entries.get(question), changed)
        if more:
            pieces = ({name: value for name, value in piece.items() if value} for piece in more)
            data["evidence"] = [*data.get("evidence", ()), *pieces]
        before = [] if "answer" in changed else str(data.get("by") or "").split("; ")
        return _signed(data, [*before, *(one.form.by for one in taken)])

    def _is_new(self, one: Said, names: Sequence[str], now: Fields, pieces: Collection[tuple[str, ...]]) -> bool:
        """Whether a form says something of a part that the profile does not say already; ``pieces`` is its evidence."""
        if not set(names) & set(one.changed):
            return False
        value = one.part(names)
        if value == _part(now, names):
            return False
        if names == OF_EVIDENCE:
            return (self._ids.get(_plain(value[0]), value[0]), *value[1:]) not in pieces
        return names not in OF_TEXTS or f"\n{_line(one, names[0])}\n" not in f"\n{getattr(now, names[0])}\n"

    def _values(self, listed: Iterable[Said], names: Sequence[str]) -> list[tuple[str, ...]]:
        """What forms say of a part, each once; sources by their ids."""
        parts = (dict(zip(names, one.part(names), strict=True)) for one in listed)
        return list(dict.fromkeys(tuple(self._with_source(part).values()) for part in parts))

    def _differ(self, question: str, news: Sequence[Said], names: Sequence[str], moved_on: Fields | None) -> None:
        """A problem for each form: its own place, and that of another one, or the profile where that has moved on."""
        first = news[0].part(names)
        another = next((other for other in news if other.part(names) != first), None)
        for one in news:
            against = another if one.part(names) == first else news[0]
            if moved_on is not None or against is None:
                other, there = "the profile", _part(moved_on or one.answer.before, names)
            else:
                other, there = str(against.answer.place), against.part(names)
            told = {"other": other, "here": _in_words(one.part(names)), "there": _in_words(there)}
            name = next(name for name in names if name in one.changed)
            self.problems.append(problem_at(one.answer.place_of(name), "form-disputed", question=question, **told))

    def _with_source(self, changed: Mapping[str, str]) -> Mapping[str, str]:
        """The same with the id of the source; one that is new is added to the profile."""
        title = changed.get("source", "")
        return {**changed, "source": self._id_of(title)} if title else changed

    def _id_of(self, title: str) -> str:
        """The id of a source by its title, or by its id; one that is new is added to the profile."""
        plain = _plain(title)
        if title in self.profile.sources or title in self.sources:
            return title
        if plain not in self._ids:
            name = self._free.take(title)
            listed = self.listed.get(plain, NewSource(title))
            entry = {"title": title, "kind": listed.kind or "other", "date": listed.date, "url": listed.url}
            self._ids[plain], self.sources[name] = name, {key: value for key, value in entry.items() if value}
            if listed.place is not None:
                self.source_places[name] = listed.place
        return self._ids[plain]

    def _disputed(self, question: str, news: Sequence[Said], moved: bool) -> dict[str, Any]:
        """The answer that each form would make alone, and that of the profile where it is another one than they were shown."""
        entry = self.entries.get(question) or {}
        alone = {name: value for name, value in entry.items() if name != "versions"}
        given = [(entry.get("by") or "; ".join(self.profile.assessors) or "profile", entry)] if moved else []
        for one in news:
            said = {**answer_data(alone, self._with_source(one.changed)), "by": one.form.by or None}
            given.append((one.form.by or PurePath(one.form.file).name, said))
        try:
            return disputed_entry(given)
        except ValidationError as error:
            # What is wrong with one of them shows where it stands once the dispute is out of the way.
            reason = "; ".join(part["msg"] for part in error.errors())
            advice = "correct it in the form, or settle the dispute"
            place = news[0].answer.place
            self.problems.append(
                problem_at(place, "form-cell", reason=f"in a version of this answer: {reason}", advice=advice)
            )
            return dict(entry)


def _in_words(values: Sequence[str]) -> str:
    """What stands in some fields, shortened to what a line can tell."""
    told = "; ".join(" ".join(value.replace("-or-", " or ").replace("_", " ").split()) for value in values if value)
    return f"«{told[:MOST_TOLD]} …»" if len(told) > MOST_TOLD else f"«{told}»" if told else "nothing"


def _is_stale(listed: Iterable[Said], names: Sequence[str], now: Fields) -> bool:
    """Whether the profile says something else of a part than when a form was made."""
    return any(_part(one.answer.before, names) != _part(now, names) for one in listed)


def _line(one: Said, name: str) -> str:
    """A text with who wrote it."""
    text: str = getattr(one.answer.after, name)
    return f"{one.form.by}: {text}" if one.form.by else text


def _together(now: str, news: Sequence[Said], name: str) -> str:
    """A text that was there, and below it what each form says."""
    return "\n".join(dict.fromkeys([*filter(None, [now]), *(_line(one, name) for one in news)]))


def _signed(data: dict[str, Any], by: Iterable[str]) -> dict[str, Any]:
    """The answer with who gave it, where forms say so."""
    names = [name for name in dict.fromkeys(by) if name]
    return {**data, "by": "; ".join(names)} if names else data


def _plain(title: str) -> str:
    """A title by which a source is known again: small letters, single blanks."""
    return " ".join(title.split()).casefold()


def _pieces(given: GivenAnswer | None) -> frozenset[tuple[str, ...]]:
    """The evidence of an answer, piece by piece, as a form would name it."""
    return frozenset((one.source, one.pinpoint or "", one.note or "") for one in (given.evidence if given else ()))


class _FreeIds:
    """Ids made from titles, none of which is taken; of titles that are alike each search goes on where the last one ended."""

    def __init__(self, used: Iterable[str]) -> None:
        self._used = set(used)
        self._next: dict[str, int] = {}

    def take(self, title: str) -> str:
        """A new id: small letters, digits and hyphens."""
        base = re.sub(r"[^a-z0-9]+", "-", title.lower())[:MOST_LETTERS].strip("-") or "source"
        base = base if base[0].isalpha() else f"source-{base}"
        number, name = self._next.get(base, 2), base
        while name in self._used:
            name, number = f"{base}-{number}", number + 1
        self._next[base] = number
        self._used.add(name)
        return name

"""Forms that came back, put into a profile: nothing is lost, nothing guessed, nothing chosen silently."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from npm_readiness.collecting.fields import ANSWERS, Fields, answer_data, fields_of
from npm_readiness.collecting.form import MOST_BYTES, read_form
from npm_readiness.collecting.questionnaire import question_version
from npm_readiness.collecting.returned import NewSource, Returned, ReturnedAnswer
from npm_readiness.collecting.writing import Changes, with_changes
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.near_misses import FirstFew, advice_for_question
from npm_readiness.loading.profiles import examine_profile
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Answer
from npm_readiness.problems import InputError, Place, Problem, problem_at
from npm_readiness.reading.files import examine_document, parse_document, read_source
from npm_readiness.reading.opening import bytes_of, why_unreadable

__all__ = ["Gathered", "gather"]

BYTE_ORDER_MARK = "\ufeff"
ORDER = (Answer.NO, Answer.PARTIAL, Answer.YES)
MOST_LETTERS = 40
"""Of a title in the id that is made from it."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The profile with what came back in it: its text, the questions that changed, and what is worth a second look."""

    text: str
    changed: tuple[str, ...]
    disputed: tuple[str, ...]
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """What one form says of one question, where that is something new."""

    form: Returned
    answer: ReturnedAnswer
    changed: Mapping[str, str]


def gather(
    files: Sequence[str | os.PathLike[str]],
    into: str | os.PathLike[str],
    catalogue: Catalogue | None = None,
    *,
    keep_disputes: bool = False,
) -> Gathered:
    """Put filled-in forms into the profile in a file, and give its new text; no file is written.

    Only what somebody changed in a form is taken, field by field, and put at its place: comments, the order of the profile and
    what a form does not show stay. Where two forms, or a form and the profile, say different things of one question that is a
    problem; with ``keep_disputes`` the answer becomes unknown between the lowest and the highest, and keeps every version.
    What was filled in for a question that has other words now is reported and not taken.

    Raises :class:`~npm_readiness.problems.InputError` with every problem of every file.
    """
    catalogue = catalogue or default_catalogue()
    source = read_source(into)
    document = parse_document(source, os.fspath(into))
    profile, found = examine_profile(document, catalogue)
    if profile is None:
        raise InputError(problem for problem in found if not problem.warning)
    forms = _read(files)
    problems: list[Problem] = []
    warnings: list[Problem] = [warning for form in forms for warning in form.warnings]
    said: dict[str, list[_Said]] = {}
    near = FirstFew()
    for form in forms:
        if form.code != profile.country and form.code != _code(profile):
            problems.append(problem_at(Place(form.file), "form-other-country", code=form.code, country=profile.country))
            continue
        for answer in form.answers:
            trouble = list(_troubles(answer, catalogue, near))
            problems += (problem for problem in trouble if not problem.warning)
            warnings += (problem for problem in trouble if problem.warning)
            changed = answer.after.changed(answer.before)
            if changed and not trouble:
                said.setdefault(answer.question, []).append(_Said(form, answer, changed))
    merge = _Merge(profile, document.data, _sources(forms), keep_disputes)
    for question, versions in said.items():
        merge.add(question, versions)
    problems += merge.problems
    if problems:
        raise InputError(problems)
    text = source.decode()
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    changes = Changes(merge.answers, merge.sources)
    new = with_changes(text.removeprefix(mark), os.fspath(into), changes) if merge.answers or merge.sources else text
    _check(new, os.fspath(into), catalogue)
    changed_questions = tuple(name for name in merge.answers if name not in merge.disputed)
    return Gathered(
        mark + new.removeprefix(mark), changed_questions, tuple(merge.disputed), tuple(sorted(set(warnings)))
    )


def _read(files: Sequence[str | os.PathLike[str]]) -> list[Returned]:
    forms: list[Returned] = []
    problems: list[Problem] = []
    for file in files:
        name = os.fspath(file)
        try:
            forms += read_form(bytes_of(file, MOST_BYTES + 1), name)
        except InputError as error:
            problems += error.problems
        except (OSError, ValueError) as error:
            problems.append(problem_at(Place(name), "file-unreadable", reason=why_unreadable(error)))
    if problems:
        raise InputError(problems)
    return forms


def _code(profile: Profile) -> str:
    from npm_readiness.models.countries import find_country

    found = find_country(profile.country)
    return found.alpha3 if found is not None else profile.country


def _troubles(answer: ReturnedAnswer, catalogue: Catalogue, near: FirstFew) -> Iterator[Problem]:
    """What keeps an answer from being taken."""
    changed = answer.after.changed(answer.before)
    if not changed:
        return
    question = catalogue.questions.get(answer.question)
    if question is None:
        advice = advice_for_question(answer.question, catalogue, near)
        yield problem_at(answer.place, "form-question-unknown", question=answer.question, advice=advice)
        return
    if answer.version != question_version(question):
        yield problem_at(answer.place, "form-question-changed", question=answer.question)
        return
    after = answer.after
    if after.answer and after.answer not in ANSWERS:
        yield problem_at(answer.place_of("answer"), "form-answer-invalid", answer=after.answer)
    if after.answer == Answer.NOT_APPLICABLE.value:
        if question.may_not_apply is None:
            yield problem_at(answer.place_of("answer"), "form-always-applies", question=answer.question)
        elif not after.reason:
            yield problem_at(answer.place_of("reason"), "form-reason-missing", question=answer.question)
    elif "reason" in changed and after.reason:
        yield problem_at(answer.place_of("reason"), "form-reason-alone", question=answer.question)
    if not after.source and (after.pinpoint or after.note) and {"source", "pinpoint", "note"} & set(changed):
        yield problem_at(answer.place_of("source"), "form-source-missing", question=answer.question)


def _sources(forms: Iterable[Returned]) -> Mapping[str, NewSource]:
    """The sources that forms list, by title; the first that says a thing of one counts."""
    listed: dict[str, NewSource] = {}
    for form in forms:
        for source in form.sources:
            listed.setdefault(source.title, source)
    return listed


class _Merge:
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
        self._ids: dict[str, str] = {source.title: name for name, source in profile.sources.items()}

    def add(self, question: str, said: Sequence[_Said]) -> None:
        """Take what forms say of one question, or say why not."""
        now = fields_of(self.profile.answers.get(question))
        news = [one for one in said if any(getattr(now, name) != value for name, value in one.changed.items())]
        if not news:
            return
        differing = [one for one in news if dict(one.changed) != dict(news[0].changed)]
        moved = [one for one in news if _moved(one, now)]
        was = self.entries.get(question)
        if not differing and not moved:
            changed = self._with_source(news[0].changed)
            self.answers[question] = _signed(answer_data(was, changed), [one.form.by for one in news])
        elif self.keep:
            self.disputed.append(question)
            self.answers[question] = self._disputed(was, news, now if moved else None)
        else:
            for one in news:
                against = next((other for other in news if other is not one), None)
                other = str(against.answer.place) if against is not None and differing else "the profile"
                self.problems.append(
                    problem_at(
                        one.answer.place_of(next(iter(one.changed))), "form-disputed", question=question, other=other
                    )
                )

    def _with_source(self, changed: Mapping[str, str]) -> Mapping[str, str]:
        """The same with the id of the source; one that is new is added to the profile."""
        title = changed.get("source", "")
        if not title or title in self.profile.sources or title in self.sources:
            return changed
        if title not in self._ids:
            name = _free_id(title, {*self.profile.sources, *self.sources})
            listed = self.listed.get(title, NewSource(title))
            entry = {"title": title, "kind": listed.kind or "other", "date": listed.date, "url": listed.url}
            self._ids[title], self.sources[name] = name, {key: value for key, value in entry.items() if value}
        return {**changed, "source": self._ids[title]}

    def _disputed(self, was: Mapping[str, Any] | None, news: Sequence[_Said], now: Fields | None) -> dict[str, Any]:
        """Unknown, between the lowest and the highest answer, with every version."""
        versions = [] if now is None else [_version("profile", answer_data(was, {}))]
        for one in news:
            fresh = {
                name: value
                for name in ("answer", "source", "pinpoint", "note", "comment", "reason")
                if (value := getattr(one.answer.after, name))
            }
            versions.append(_version(one.form.by or one.form.file, answer_data(None, self._with_source(fresh))))
        between = _span(versions)
        data: dict[str, Any] = {"answer": "unknown"}
        if between is not None:
            data["between"] = list(between)
        return {**data, "versions": versions}


def _moved(said: _Said, now: Fields) -> bool:
    """Whether the profile says something else than when the form was made, in a field that was changed in the form."""
    before, unseen = said.answer.before, said.answer.unseen
    return any(getattr(now, name) != getattr(before, name) for name in said.changed if name not in unseen)


def _version(by: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return {"by": by, **{key: value for key, value in data.items() if value not in (None, [])}}


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


def _free_id(title: str, used: set[str]) -> str:
    """An id made from a title: small letters, digits and hyphens."""
    base = re.sub(r"[^a-z0-9]+", "-", title.lower())[:MOST_LETTERS].strip("-") or "source"
    base = base if base[0].isalpha() else f"source-{base}"
    number, name = 2, base
    while name in used:
        name, number = f"{base}-{number}", number + 1
    return name


def _check(text: str, file: str, catalogue: Catalogue) -> None:
    """Raise ``InputError`` where the new text is no profile that can be used; the places are those of the text."""
    document, problems = examine_document(text, file)
    if document is None or problems:
        raise InputError(problems)
    profile, found = examine_profile(document, catalogue)
    if profile is None:
        raise InputError(problem for problem in found if not problem.warning)

"""Forms that came back, put into a profile: nothing is lost, nothing guessed, nothing chosen silently."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from npm_readiness.collecting.fields import ANSWERS, FIELDS, OF_EVIDENCE
from npm_readiness.collecting.form import MOST_BYTES, read_form
from npm_readiness.collecting.merging import Merge, Said, listed_sources
from npm_readiness.collecting.questionnaire import country_code, question_version
from npm_readiness.collecting.replies import comments_from
from npm_readiness.collecting.returned import Returned, ReturnedAnswer
from npm_readiness.collecting.writing import Changes, with_changes
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.near_misses import FirstFew, advice_for_question
from npm_readiness.loading.profiles import examine_profile
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Question
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Answer
from npm_readiness.problems import InputError, Place, Problem, problem_at
from npm_readiness.reading.characters import refused_characters
from npm_readiness.reading.files import examine_document, parse_document, read_source
from npm_readiness.reading.opening import bytes_of, why_unreadable

__all__ = ["Gathered", "gather"]

BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The profile with what came back in it: its text, the questions that changed, and what is worth a second look."""

    text: str
    changed: tuple[str, ...]
    disputed: tuple[str, ...]
    warnings: tuple[Problem, ...]


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
    problem; with ``keep_disputes`` the answer becomes what ``reconcile`` makes of them: mostly unknown, between the lowest and
    the highest, and every version is kept.
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
    near = FirstFew()
    told = [entry for form in forms for entry in (*form.warnings, *_found(form, profile, catalogue, near))]
    problems = [entry for entry in told if isinstance(entry, Problem) and not entry.warning]
    warnings = {entry for entry in told if isinstance(entry, Problem) and entry.warning}
    said: dict[str, list[Said]] = {}
    for entry in told:
        if isinstance(entry, Said):
            said.setdefault(entry.answer.question, []).append(entry)
    merge = Merge(profile, document.data, listed_sources(forms), keep_disputes)
    for question, versions in said.items():
        merge.add(question, versions)
    merge.add_listed()
    problems += merge.problems
    if problems:
        raise InputError(problems)
    text = source.decode()
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    changes = Changes(merge.answers, merge.sources)
    new = with_changes(text.removeprefix(mark), os.fspath(into), changes) if merge.answers or merge.sources else text
    _check(new, os.fspath(into), catalogue, merge)
    changed_questions = tuple(name for name in merge.answers if name not in merge.disputed)
    return Gathered(mark + new.removeprefix(mark), changed_questions, tuple(merge.disputed), tuple(sorted(warnings)))


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


def _found(form: Returned, profile: Profile, catalogue: Catalogue, near: FirstFew) -> Iterator[Said | Problem]:
    """What a form says that is new, and what keeps something in it from being taken."""
    if form.code not in (profile.country, country_code(profile)):
        yield problem_at(Place(form.file), "form-other-country", code=form.code, country=profile.country)
        return
    yield from _odd_signs(Place(form.file), form.by)
    for source in form.sources:
        place = source.place or Place(form.file)
        yield from _odd_signs(place, "".join((source.title, source.kind, source.date, source.url)))
    for answer in (*form.answers, *comments_from(form, profile, catalogue)):
        if isinstance(answer, Problem):
            yield answer
            continue
        trouble = list(_troubles(answer, catalogue, near))
        changed = answer.after.changed(answer.before)
        yield from trouble
        if changed and not trouble:
            yield Said(form, answer, changed)


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
    for name in changed:
        yield from _odd_signs(answer.place_of(name), getattr(answer.after, name))
    yield from _misfits(answer, question, changed)


def _misfits(answer: ReturnedAnswer, question: Question, changed: Collection[str]) -> Iterator[Problem]:
    """Fields that do not go together, or not with the question."""
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
    if not after.source and (after.pinpoint or after.note) and set(OF_EVIDENCE) & set(changed):
        yield problem_at(answer.place_of("source"), "form-source-missing", question=answer.question)


def _odd_signs(place: Place, text: str) -> Iterator[Problem]:
    """A sign that no file of ours can hold, such as a control character that came with a copied text."""
    for _, name in refused_characters(text):
        reason, advice = f"a character {name} is in this text", "type the place anew, without it"
        yield problem_at(place, "form-cell", reason=reason, advice=advice)
        return


def _check(text: str, file: str, catalogue: Catalogue, merge: Merge) -> None:
    """Raise ``InputError`` where the new text is no profile that can be used.

    What is wrong with something that came from a form is shown where it stands there, since nobody has seen the new text.
    """
    document, problems = examine_document(text, file)
    if document is None or problems:
        raise InputError(problems)
    profile, found = examine_profile(document, catalogue)
    if profile is None:
        raise InputError(_traced(problem, merge) for problem in found if not problem.warning)


def _traced(problem: Problem, merge: Merge) -> Problem:
    """The problem at the place in a form from which the value came; as it is where it came from none."""
    match problem.path:
        case ("answers", str(question), *inside):
            places = merge.places.get(question, {})
            fields = [name for name in inside if name in FIELDS]
            place = places.get(str(fields[-1])) if fields else next(iter(places.values()), None)
        case ("sources", str(source), *_):
            place = merge.source_places.get(source)
        case _:
            place = None
    return problem if place is None else replace(problem, place=place)

"""Whether files can be used, all problems of all of them at once; and what could be better in those of a catalogue."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from npm_readiness.filling.progress import Progress, progress_of
from npm_readiness.linting.findings import lint
from npm_readiness.loading.files import kind_of
from npm_readiness.loading.folders import built_in_folder
from npm_readiness.loading.located import LocatedCatalogue, load_located
from npm_readiness.loading.profiles import date_to_fill_in, dated, examine_profile
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Checklist
from npm_readiness.models.countries import find_country
from npm_readiness.models.profile import Profile
from npm_readiness.models.wording import Wording
from npm_readiness.problems import InputError, Problem, in_order, problem_at
from npm_readiness.reading.document import Document
from npm_readiness.reading.files import read_document

__all__ = ["Validation", "validate_files"]

OF_THE_CATALOGUE = {"no-such-checklist", "answer-to-no-question"}
"""Problems of a profile that may only mean that a checklist could not be read."""

StrPath = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Validation:
    """What came of checking files.

    ``files`` says of each usable file what it is, in words; ``problems`` make the others unusable; ``warnings`` are what is worth a
    second look in profiles and stops nothing; ``findings`` are what the linter says of usable checklists and files of the
    register. All three are sorted by place. ``progress`` says of each usable profile how far it is filled in.
    """

    files: Mapping[str, str]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    findings: tuple[Problem, ...]
    progress: Mapping[str, tuple[Progress, ...]]


LAST_DAY = date(2999, 12, 31)
"""Of which day a profile speaks whose date is still to be filled in, where nobody says which day it is."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What is to be said of one file: what it is, with which warnings, and how far it is filled in where it is a profile."""

    what: str
    warnings: tuple[Problem, ...] = ()
    progress: tuple[Progress, ...] = ()


def validate_files(files: Sequence[StrPath], *folders: StrPath, today: date | None = None) -> Validation:
    """Check profiles, checklists and files of the register.

    Checklists and files of the register are checked together with ours and with those in ``folders``, profiles against all of them.
    A profile of a day after ``today`` is worth a warning; the clock is asked by nobody but the command line. One whose date is
    still to be filled in is looked at as of ``today``.
    """
    documents, problems = _read(files)
    of_catalogue = [document for document in documents if kind_of(document) is not Profile]
    loaded, found = _catalogue(of_catalogue, folders)
    problems += found
    said = {}
    for document in documents:
        try:
            said[document.file] = _what(document, loaded.catalogue, today, sound=not found)
        except InputError as error:
            problems += error.problems
    warnings = [problem for problem in problems if problem.warning]
    problems = [problem for problem in problems if not problem.warning]
    wrong = {problem.file for problem in problems}
    usable = {file: one for file, one in said.items() if file not in wrong}
    return Validation(
        files={file: one.what for file, one in usable.items()},
        problems=in_order(problems),
        warnings=tuple(sorted({*warnings, *(warning for one in said.values() for warning in one.warnings)})),
        findings=_findings(loaded, [document.file for document in of_catalogue if document.file in usable]),
        progress={file: one.progress for file, one in usable.items() if one.progress},
    )


def _findings(loaded: LocatedCatalogue, files: Sequence[str]) -> tuple[Problem, ...]:
    """What the linter finds in these files, under the names by which they were given."""
    given = {Path(file).resolve(): file for file in files}
    named = {file: given[path] for file in loaded.files if (path := Path(file).resolve()) in given}
    return tuple(
        sorted(
            replace(finding, place=replace(finding.place, file=named[finding.file])) for finding in lint(loaded, named)
        )
        if named
        else ()
    )


def _read(files: Sequence[StrPath]) -> tuple[list[Document], list[Problem]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for file in files:
        try:
            document = read_document(file)
            kind_of(document)
            documents.append(document)
        except InputError as error:
            problems += error.problems
    return documents, problems


def _catalogue(documents: Sequence[Document], folders: Sequence[StrPath]) -> tuple[LocatedCatalogue, list[Problem]]:
    """The catalogue with these files in it, and all that is wrong with them; where anything is, the catalogue without them."""
    in_folders = {
        path.resolve() for folder in (built_in_folder(), *map(Path, folders)) for path in (folder, *folder.rglob("*"))
    }
    added = [document for document in documents if Path(document.file).resolve() not in in_folders]
    problems = list(_twice(added))
    loaded: LocatedCatalogue | None = None
    for group in _without_repetition(added):
        try:
            loaded = load_located(*folders, *(document.file for document in group))
        except InputError as error:
            problems += error.problems
    if loaded is not None and not problems:
        return loaded, []
    try:
        return load_located(*folders), problems
    except InputError as error:
        return load_located(), [*problems, *error.problems]


def _checklist_id(document: Document) -> object:
    return document.data.get("checklist", document.file)


def _twice(documents: Sequence[Document]) -> Iterator[Problem]:
    """Checklists among the files with the id of an earlier one: loaded together, one would hide the other."""
    first: dict[object, Document] = {}
    for document in documents:
        earlier = first.setdefault(_checklist_id(document), document)
        if earlier is not document:
            place, path = document.place(("checklist",)), ("checklist",)
            values = {"id": _checklist_id(document), "first": earlier.place(path)}
            yield problem_at(place, "id-duplicate", path=path, **values)


def _without_repetition(documents: Sequence[Document]) -> list[list[Document]]:
    """The files in groups in which no checklist stands twice; at least one group, so that the folders are read."""
    groups: list[dict[object, Document]] = [{}]
    for document in documents:
        key = _checklist_id(document)
        fitting = next((group for group in groups if key not in group), None)
        if fitting is None:
            groups.append(fitting := {})
        fitting[key] = document
    return [list(group.values()) for group in groups]


def _what(document: Document, catalogue: Catalogue, today: date | None, *, sound: bool) -> _Said:
    kind = kind_of(document)
    if kind is Profile:
        return _profile(document, catalogue, today, sound=sound)
    if kind is Checklist:
        return _Said("a checklist, nothing wrong")
    if kind is Wording:
        return _Said("the wording of checklists, nothing wrong")
    return _Said("a part of the register, nothing wrong")


def _profile(document: Document, catalogue: Catalogue, today: date | None, *, sound: bool) -> _Said:
    """What is to be said of a profile; raises :class:`~npm_readiness.problems.InputError` where it cannot be used."""
    undated = date_to_fill_in(document)
    looked_at = dated(document, today or LAST_DAY)
    profile, found = examine_profile(looked_at, catalogue, today=today)
    if profile is None:
        kept = [problem for problem in found if sound or problem.code not in OF_THE_CATALOGUE]
        raise InputError([*kept, *([undated] if undated else [])])
    country = find_country(profile.country)
    name = profile.country_name or (country.name if country else profile.country)
    progress = progress_of(profile, catalogue)
    said = [
        f"a profile of {_on_one_line(name)}, {'usable but for its date' if undated else 'nothing wrong'}",
        *(["nothing is answered yet"] if progress[-1].untouched else []),
    ]
    return _Said("; ".join(said), (*found, *([undated] if undated else [])), progress)


def _on_one_line(text: str) -> str:
    """A text of a profile as it may stand in a line of a terminal: profiles come from strangers."""
    return "".join(character if character.isprintable() else "?" for character in " ".join(text.split()))

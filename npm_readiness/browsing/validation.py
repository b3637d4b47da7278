"""Whether files can be used: profiles, checklists and files of the register, all problems of all of them at once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from npm_readiness.loading.catalogue import built_in_folder, default_catalogue, load_catalogue
from npm_readiness.loading.files import kind_of
from npm_readiness.loading.profiles import examine_profile
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Checklist
from npm_readiness.models.countries import find_country
from npm_readiness.models.profile import Profile
from npm_readiness.problems import InputError, Problem
from npm_readiness.reading.document import Document
from npm_readiness.reading.files import read_document

__all__ = ["validate_files"]

StrPath = str | os.PathLike[str]


def validate_files(files: Sequence[StrPath], *folders: StrPath) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """What each usable file is, in words, and every problem of the others.

    Checklists and files of the register are checked together with ours and with those in ``folders``, profiles against all of them.
    """
    documents, problems = _read(files)
    of_catalogue = [document for document in documents if kind_of(document) is not Profile]
    catalogue, found = _catalogue(of_catalogue, folders)
    problems += found
    said = {}
    for document in documents:
        try:
            said[document.file] = _what(document, catalogue)
        except InputError as error:
            problems += error.problems
    wrong = {problem.file for problem in problems}
    return {file: what for file, what in said.items() if file not in wrong}, tuple(sorted(set(problems)))


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


def _catalogue(documents: Sequence[Document], folders: Sequence[StrPath]) -> tuple[Catalogue, list[Problem]]:
    """The catalogue with these files in it; without them where they cannot be used."""
    loaded = {path.resolve() for folder in (built_in_folder(), *map(Path, folders)) for path in folder.rglob("*")}
    added = [document.file for document in documents if Path(document.file).resolve() not in loaded]
    try:
        return load_catalogue(*folders, *added), []
    except InputError as error:
        return default_catalogue(), list(error.problems)


def _what(document: Document, catalogue: Catalogue) -> str:
    kind = kind_of(document)
    if kind is Profile:
        profile, problems = examine_profile(document, catalogue)
        if profile is None:
            raise InputError(problems)
        country = find_country(profile.country)
        name = profile.country_name or (country.name if country else profile.country)
        return f"a profile of {name}, nothing wrong"
    if kind is Checklist:
        return "a checklist, nothing wrong"
    return "a part of the register, nothing wrong"

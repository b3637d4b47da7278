"""``reconcile``: the profiles of several assessors of one country, brought together."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePath

from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.planned import write_plan
from npm_readiness.commands.warnings import show_warnings
from npm_readiness.loading.catalogue import load_catalogue
from npm_readiness.loading.profile_checks import check_checklists
from npm_readiness.loading.profiles import examine_profile
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.planning.reconciling.reconciliation import Reconciliation
from npm_readiness.planning.reconciling.reconciling import reconcile
from npm_readiness.problems import InputError, Place, Problem
from npm_readiness.reading.document import Document
from npm_readiness.reading.files import examine_file

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> ExitCode:
    """Read all profiles, bring them together, and write the merged profile (``.yaml``) or the report on agreement."""
    files: Sequence[str] = arguments.profiles
    return write_plan(arguments, Reconciliation.kind, tuple(files), lambda: _reconciled(files, arguments))


def _reconciled(files: Sequence[str], arguments: argparse.Namespace) -> Reconciliation:
    catalogue = load_catalogue(*arguments.catalogue)
    check_checklists(arguments.checklists or (), catalogue, Place("--checklists"))
    names = _names(files)
    documents, profiles = _read(files, catalogue)
    try:
        return reconcile(profiles, catalogue, names=names, checklists=arguments.checklists)
    except InputError as error:
        by_name = dict(zip(names, documents, strict=True))
        raise InputError(_placed(problem, by_name) for problem in error.problems) from None


def _names(files: Sequence[str]) -> list[str]:
    """The files without folder and ending; as they were given where two would be called the same."""
    stems = [PurePath(file).stem for file in files]
    names = [stem if stems.count(stem) == 1 else file for stem, file in zip(stems, files, strict=True)]
    return [name if names.count(name) == 1 else f"{name} ({number})" for number, name in enumerate(names, start=1)]


def _read(files: Sequence[str], catalogue: Catalogue) -> tuple[list[Document], list[Profile]]:
    """All of them; raises :class:`~npm_readiness.problems.InputError` with every problem of any."""
    documents, profiles = [], []
    problems: list[Problem] = []
    warnings: list[Problem] = []
    for file in files:
        document, found = examine_file(file)
        problems += found
        if document is None:
            continue
        profile, said = examine_profile(document, catalogue, today=date.today())
        problems += (problem for problem in said if not problem.warning)
        warnings += (problem for problem in said if problem.warning)
        documents.append(document)
        if profile is not None:
            profiles.append(profile)
    if problems:
        raise InputError(problems)
    show_warnings(warnings)
    return documents, profiles


def _placed(problem: Problem, documents: Mapping[str, Document]) -> Problem:
    """The problem at the line of the file of which it speaks."""
    document = documents.get(problem.file)
    if document is None:
        return problem
    place = document.place(problem.path)
    return Problem(place, problem.code, problem.message, problem.hint, problem.path)

"""``compare``: one country over time, and countries side by side."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from npm_readiness.commands.exit_codes import ExitCode
from npm_readiness.commands.planned import write_plan
from npm_readiness.commands.warnings import show_warnings
from npm_readiness.loading.catalogue import load_catalogue
from npm_readiness.loading.folders import yaml_files
from npm_readiness.loading.profile_checks import check_checklists
from npm_readiness.loading.profiles import examine_profile
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.planning.comparing.comparing import compare_named
from npm_readiness.planning.comparing.comparison import Comparison
from npm_readiness.problems import InputError, Place, Problem, problem_at
from npm_readiness.reading.files import examine_file

__all__ = ["run"]

KEY_OF_A_PROFILE = "country"
FEW = 5
"""Up to so many profiles no progress is shown: it would be over before it is read."""


def run(arguments: argparse.Namespace) -> ExitCode:
    """Read the profiles one by one, compare, and write; every problem of all of them at once."""
    files = _files(arguments.profiles)
    return write_plan(arguments, Comparison.kind, tuple(files), lambda: _compared(files, arguments))


def _compared(files: Mapping[str, bool], arguments: argparse.Namespace) -> Comparison:
    catalogue = load_catalogue(*arguments.catalogue)
    check_checklists(arguments.checklists or (), catalogue, Place("--checklists"))
    reading = _Reading(files, catalogue)
    try:
        comparison = compare_named(
            reading.profiles(),
            catalogue,
            checklists=arguments.checklists,
            require_evidence=arguments.require_evidence,
            rank=arguments.rank,
        )
    except InputError as error:
        # That fewer than two are left is no problem of its own where the others could not be used.
        raise InputError(reading.problems or error.problems) from None
    if reading.problems:
        raise InputError(reading.problems)
    show_warnings(reading.warnings)
    if reading.passed_over and not arguments.quiet:
        print(f"passed over, since they are no profiles: {', '.join(reading.passed_over)}", file=sys.stderr)  # noqa: T201
    return comparison


def _files(paths: Iterable[str]) -> dict[str, bool]:
    """The files, each once: those named (true) in their order, those of a folder (false) sorted in its place.

    Raises :class:`~npm_readiness.problems.InputError` for a folder without any YAML file.
    """
    found: dict[str, bool] = {}
    empty = []
    for path in paths:
        if not Path(path).is_dir():
            found[path] = True
            continue
        within = [os.fspath(file) for file in yaml_files(Path(path))]
        if not within:
            reason, advice = "there is no YAML file in this folder", "name a folder with profiles"
            empty.append(problem_at(Place(path), "argument-invalid", reason=reason, advice=advice))
        for file in within:
            found.setdefault(file, False)
    if empty:
        raise InputError(empty)
    return found


class _Reading:
    """Profiles as they are read, one after the other; what is wrong with any of them is gathered on the way."""

    def __init__(self, files: Mapping[str, bool], catalogue: Catalogue) -> None:
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.passed_over: list[str] = []
        self._files = files
        self._catalogue = catalogue

    def profiles(self) -> Iterator[tuple[str, Profile]]:
        """Each profile with its file. Once something is wrong, the others are only looked at for more of it."""
        for number, (file, named) in enumerate(self._files.items(), start=1):
            _say_progress(number, len(self._files))
            profile = self._read(file, named=named)
            if profile is not None and not self.problems:
                yield file, profile
        _clear_progress()

    def _read(self, file: str, *, named: bool) -> Profile | None:
        document, problems = examine_file(file)
        self.problems += problems
        if document is None:
            return None
        if not named and not (isinstance(document.data, dict) and KEY_OF_A_PROFILE in document.data):
            self.passed_over.append(file)
            return None
        profile, found = examine_profile(document, self._catalogue, today=date.today())
        self.problems += (problem for problem in found if not problem.warning)
        self.warnings += (problem for problem in found if problem.warning)
        return profile


def _say_progress(number: int, of: int) -> None:
    """How far it is, on one line of a terminal; nothing where nobody looks, or where it is done at once."""
    if of > FEW and sys.stderr.isatty():
        print(f"\r{number} of {of} profiles", end="", file=sys.stderr, flush=True)  # noqa: T201


def _clear_progress() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)  # noqa: T201

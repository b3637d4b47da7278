"""From a YAML file to a profile that fits a catalogue."""

from __future__ import annotations

import os
from collections.abc import Callable

from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.profile_checks import profile_problems
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.problems import InputError, Path, Place
from npm_readiness.reading.document import Document
from npm_readiness.reading.files import read_document
from npm_readiness.reading.shape import validated

__all__ = ["load_profile", "profile_of"]


def load_profile(path: str | os.PathLike[str], catalogue: Catalogue | None = None) -> Profile:
    """The profile in a YAML file, checked against the catalogue (by default the one that comes with the package).

    Raises :class:`~npm_readiness.problems.InputError` with every problem of the file.
    """
    return profile_of(read_document(path), catalogue)


def profile_of(document: Document, catalogue: Catalogue | None = None) -> Profile:
    """The profile in a document; raises as :func:`load_profile` does."""
    profile = validated(document, Profile)
    problems = list(profile_problems(profile, catalogue or default_catalogue(), _places(document)))
    if problems:
        raise InputError(problems)
    return profile


def _places(document: Document) -> Callable[[Path], Place]:
    """Where the problems of a profile are shown: those of an answer as a whole at its key."""

    def place_of(path: Path) -> Place:
        return document.key_place(path) if path[:-1] == ("answers",) else document.place(path)

    return place_of

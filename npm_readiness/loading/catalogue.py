"""The catalogue: as it was compiled when the package was built, else from the YAML files of our folder and of a user's."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from npm_readiness.loading.compiled import compiled_catalogue
from npm_readiness.loading.folders import StrPath, built_in_folder, files_of
from npm_readiness.models.catalogue import Catalogue

__all__ = ["built_in_folder", "catalogue_files", "default_catalogue", "load_catalogue"]


@cache
def default_catalogue() -> Catalogue:
    """The catalogue that comes with the package; read once, since it does not change while a program runs."""
    return load_catalogue()


def catalogue_files(*folders: StrPath) -> tuple[Path, ...]:
    """The files that :func:`load_catalogue` reads; those of a folder that cannot be looked through are left out."""
    found: list[Path] = []
    for folder in (built_in_folder(), *map(Path, folders)):
        with suppress(OSError, ValueError):
            found += files_of(folder)
    return tuple(found)


def load_catalogue(*folders: StrPath) -> Catalogue:
    """The catalogue of our own checklists and of those in ``folders``, which may also be single files.

    A checklist of a later folder with the id of an earlier one replaces it as a whole. Raises
    :class:`~npm_readiness.problems.InputError` with every problem found in any of the files.
    """
    ours = built_in_folder()
    compiled = None if folders else compiled_catalogue(ours)
    if compiled is not None:
        return compiled
    # What reads YAML files of a catalogue takes longer to import than the compiled catalogue takes to load.
    from npm_readiness.loading.located import read_located

    return read_located(ours, *folders).catalogue

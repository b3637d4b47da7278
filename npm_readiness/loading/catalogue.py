"""From folders of YAML files to a catalogue: read, put together, every reference checked, all problems at once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from npm_readiness.loading.files import (
    DimensionsFile,
    InstrumentsFile,
    ProvisionsFile,
    digest,
    kind_of,
    yaml_files,
)
from npm_readiness.loading.references import Located, check_references
from npm_readiness.models.catalogue import Catalogue, CatalogueChecklist
from npm_readiness.models.checklist import Checklist, Dimension
from npm_readiness.models.profile import Profile
from npm_readiness.models.register import Instrument, Provision
from npm_readiness.problems import InputError, Place, Problem, problem_at
from npm_readiness.reading.document import Document
from npm_readiness.reading.files import read_document
from npm_readiness.reading.shape import validated

__all__ = ["built_in_folder", "default_catalogue", "load_catalogue"]

StrPath = str | os.PathLike[str]
EntryT = TypeVar("EntryT", Instrument, Provision, Dimension)


@cache
def default_catalogue() -> Catalogue:
    """The catalogue that comes with the package; read once, since it does not change while a program runs."""
    return load_catalogue()


def built_in_folder() -> Path:
    """The folder of our own checklists: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "checklists"
    return installed if installed.is_dir() else package.parent / "checklists"


def load_catalogue(*folders: StrPath) -> Catalogue:
    """The catalogue of our own checklists and of those in ``folders``, which may also be single files.

    A checklist of a later folder with the id of an earlier one replaces it as a whole. Raises
    :class:`~npm_readiness.problems.InputError` with every problem found in any of the files.
    """
    parts = _Parts()
    parts.add_folder(built_in_folder())
    for folder in folders:
        parts.add_folder(Path(folder))
    catalogue = parts.catalogue()
    # References can only be judged once everything that they could refer to has been read.
    problems = parts.problems or check_references(catalogue, parts.located)
    if problems:
        raise InputError(problems)
    return catalogue


@dataclass
class _Parts:
    """What has been read so far, where it stands, and what was wrong with it."""

    instruments: dict[str, Instrument] = field(default_factory=dict)
    provisions: dict[str, Provision] = field(default_factory=dict)
    dimensions: dict[str, Dimension] = field(default_factory=dict)
    checklists: dict[str, CatalogueChecklist] = field(default_factory=dict)
    located: dict[tuple[str, str], Located] = field(default_factory=dict)
    register: dict[str, list[object]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add_folder(self, folder: Path) -> None:
        files = [folder] if folder.is_file() else list(yaml_files(folder))
        if not files:
            self.problems.append(_nothing_in(folder))
        found_here: dict[str, Place] = {}
        for file in files:
            try:
                self._add_file(read_document(file), found_here)
            except InputError as error:
                self.problems.extend(error.problems)

    def _add_file(self, document: Document, found_here: dict[str, Place]) -> None:
        kind = kind_of(document)
        if kind is Profile:
            reason, advice = "this is a profile, and no file of a catalogue", "move it to another folder"
            raise InputError([problem_at(document.place(()), "value-invalid", reason=reason, advice=advice)])
        content = validated(document, kind)
        if isinstance(content, Checklist):
            self._add_checklist(content, document, found_here)
        elif isinstance(content, DimensionsFile):
            self._add_entries("dimensions", self.dimensions, content.dimensions, document)
        elif isinstance(content, InstrumentsFile):
            self._add_entries("instruments", self.instruments, content.instruments, document)
        elif isinstance(content, ProvisionsFile):
            self._add_entries("provisions", self.provisions, content.provisions, document)

    def _add_checklist(self, content: Checklist, document: Document, found_here: dict[str, Place]) -> None:
        key, located = content.checklist, Located(document, ())
        if key in found_here:
            self.problems.append(located.problem("id-duplicate", "checklist", id=key, first=found_here[key]))
            return
        found_here[key] = located.place("checklist")
        name = Path(document.file).name
        self.checklists[key] = CatalogueChecklist(
            content=content,
            sha256=digest(document.data),
            file=name,
            replaced=name if key in self.checklists else None,
        )
        self.located["checklists", key] = located

    def _add_entries(self, kind: str, known: dict[str, EntryT], entries: Sequence[EntryT], document: Document) -> None:
        for index, entry in enumerate(entries):
            located = Located(document, (kind, index))
            if entry.id in known:
                first = self.located[kind, entry.id].place("id")
                self.problems.append(located.problem("id-duplicate", "id", id=entry.id, first=first))
                continue
            known[entry.id] = entry
            self.located[kind, entry.id] = located
        if kind != "dimensions":
            self.register.setdefault(kind, []).extend(document.data[kind])

    def catalogue(self) -> Catalogue:
        return Catalogue(
            instruments=self.instruments,
            provisions=self.provisions,
            dimensions=self.dimensions,
            checklists=self.checklists,
            register_sha256=digest(self.register),
        )


def _nothing_in(folder: Path) -> Problem:
    if folder.is_dir():
        return problem_at(Place(str(folder)), "catalogue-empty")
    return problem_at(Place(str(folder)), "file-unreadable", reason="there is no such file or folder")

"""From folders of YAML files to a catalogue and the places of its parts: read, put together, every reference checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from npm_readiness.loading.files import (
    CodeChaptersFile,
    DimensionsFile,
    InstrumentsFile,
    InstrumentsOfChangeFile,
    ProvisionsFile,
    RespondentsFile,
    kind_of,
)
from npm_readiness.loading.folders import StrPath, built_in_folder, files_of
from npm_readiness.loading.instruments_of_change import check_instruments_of_change
from npm_readiness.loading.partial import ids_in, usable_part
from npm_readiness.loading.references import Located, LocatedCriterion, check_references
from npm_readiness.loading.replacement import Settled
from npm_readiness.models.base import Model
from npm_readiness.models.catalogue import Catalogue, CatalogueChecklist
from npm_readiness.models.checklist import Checklist, CodeChapter, Dimension, Respondent
from npm_readiness.models.digests import digest
from npm_readiness.models.instruments_of_change import ChangeRule, DueRule, InstrumentOfChange
from npm_readiness.models.profile import Profile
from npm_readiness.models.register import Instrument, Provision
from npm_readiness.models.wording import Wording
from npm_readiness.problems import InputError, Place, Problem, problem_at
from npm_readiness.reading.document import Document
from npm_readiness.reading.files import examine_file
from npm_readiness.reading.opening import why_unreadable
from npm_readiness.records import record

__all__ = ["LocatedCatalogue", "load_located", "read_located"]

EntryT = TypeVar("EntryT", Instrument, Provision, Dimension, Respondent, CodeChapter, InstrumentOfChange)

LISTED: dict[type[Model], str] = {
    Checklist: "criteria",
    InstrumentsFile: "instruments",
    ProvisionsFile: "provisions",
    DimensionsFile: "dimensions",
    RespondentsFile: "respondents",
    CodeChaptersFile: "code_chapters",
    InstrumentsOfChangeFile: "instruments_of_change",
    Wording: "terms",
}
"""The key of the list in each kind of file."""


MOST_FILES = 500
"""How many files a folder of a catalogue may hold; ours has fewer than fifty."""


@record(frozen=True)
class LocatedCatalogue:
    """A catalogue, how its texts are to be worded, and where everything stands in the files.

    ``criteria`` are those of each checklist, ``register`` has the place of each instrument, provision, dimension,
    respondent and chapter of a code; ``wording`` is ``None`` where no file says how texts are worded.
    """

    catalogue: Catalogue
    wording: Wording | None
    checklists: Mapping[str, tuple[Checklist, Located]]
    criteria: Mapping[str, Sequence[LocatedCriterion]]
    register: Mapping[tuple[str, str], Located]

    @property
    def files(self) -> frozenset[str]:
        """The files in which something of the catalogue stands, as their problems name them."""
        checklists = (place for _, place in self.checklists.values())
        return frozenset(place.document.file for place in (*checklists, *self.register.values()))


def load_located(*folders: StrPath) -> LocatedCatalogue:
    """The catalogue of our own checklists and of those in ``folders``, with the places of its parts.

    Raises :class:`~npm_readiness.problems.InputError` with every problem found in any of the files.
    """
    return read_located(built_in_folder(), *folders)


def read_located(*folders: StrPath) -> LocatedCatalogue:
    """As :func:`load_located`, with nothing but what is in ``folders``; the first holds what the others add to."""
    parts = _Parts()
    for folder in folders:
        parts.add_folder(Path(folder))
    parts.settle_replacements()
    catalogue = parts.catalogue()
    references = [
        *check_references(catalogue, parts.criteria, parts.located),
        *check_instruments_of_change(catalogue, parts.criteria, parts.rules_placed),
    ]
    problems = [*parts.problems, *filter(parts.certain, references)]
    if problems:
        raise InputError(problems)
    return LocatedCatalogue(catalogue, parts.wording, parts.placed, parts.criteria, parts.located)


@dataclass
class _Parts:
    """What has been read so far, where it stands, and what was wrong with it."""

    instruments: dict[str, Instrument] = field(default_factory=dict)
    provisions: dict[str, Provision] = field(default_factory=dict)
    dimensions: dict[str, Dimension] = field(default_factory=dict)
    respondents: dict[str, Respondent] = field(default_factory=dict)
    code_chapters: dict[str, CodeChapter] = field(default_factory=dict)
    instruments_of_change: dict[str, InstrumentOfChange] = field(default_factory=dict)
    change_rules: tuple[ChangeRule, ...] = ()
    due_rules: tuple[DueRule, ...] = ()
    rules_placed: list[tuple[ChangeRule, Located]] = field(default_factory=list)
    checklists: dict[str, CatalogueChecklist] = field(default_factory=dict)
    placed: dict[str, tuple[Checklist, Located]] = field(default_factory=dict)
    wording: Wording | None = None
    folder_of: dict[str, int] = field(default_factory=dict)
    gone: list[tuple[int, Checklist]] = field(default_factory=list)
    folders: int = 0
    criteria: dict[str, list[LocatedCriterion]] = field(default_factory=dict)
    located: dict[tuple[str, str], Located] = field(default_factory=dict)
    register: dict[str, list[object]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    unusable_ids: set[str] = field(default_factory=set)
    all_read: bool = True

    def add_folder(self, folder: Path) -> None:
        try:
            files = files_of(folder)
        except FileNotFoundError:
            files = []
        except (OSError, ValueError) as error:
            self.problems.append(problem_at(Place(str(folder)), "file-unreadable", reason=why_unreadable(error)))
            return
        if len(files) > MOST_FILES:
            self.problems.append(
                problem_at(Place(str(folder)), "catalogue-too-large", files=len(files), limit=MOST_FILES)
            )
            return
        if not files:
            self.problems.append(_nothing_in(folder))
        found_here: dict[str, Place] = {}
        self.folders += 1
        for file in files:
            document, problems = examine_file(file)
            self.problems += problems
            self.all_read = self.all_read and not problems
            if document is None:
                continue
            self.documents[document.file] = document
            try:
                self._add_document(document, found_here)
            except InputError as error:
                self.problems += error.problems
                self.unusable_ids.update(ids_in(document.data))

    def _add_document(self, document: Document, found_here: dict[str, Place]) -> None:  # noqa: C901 - one branch a kind
        kind = kind_of(document)
        if kind is Profile:
            reason, advice = "this is a profile, and no file of a catalogue", "move it to another folder"
            raise InputError([problem_at(document.place(()), "value-invalid", reason=reason, advice=advice)])
        part = usable_part(document, kind, LISTED[kind])
        self.problems += part.problems
        if part.problems:
            self.unusable_ids.update(ids_in(document.data))
        content, located = part.content, [Located(document, (LISTED[kind], index)) for index in part.kept]
        if isinstance(content, Checklist):
            self._add_checklist(content, document, located, found_here)
        elif isinstance(content, DimensionsFile):
            self._add_entries("dimensions", self.dimensions, content.dimensions, located)
        elif isinstance(content, RespondentsFile):
            self._add_entries("respondents", self.respondents, content.respondents, located)
        elif isinstance(content, CodeChaptersFile):
            self._add_entries("code_chapters", self.code_chapters, content.code_chapters, located)
        elif isinstance(content, InstrumentsOfChangeFile):
            self._add_instruments_of_change(content, document, located)
        elif isinstance(content, InstrumentsFile):
            self._add_entries("instruments", self.instruments, content.instruments, located)
            self.register.setdefault("instruments", []).extend(document.data["instruments"] or ())
        elif isinstance(content, ProvisionsFile):
            self._add_entries("provisions", self.provisions, content.provisions, located)
            self.register.setdefault("provisions", []).extend(document.data["provisions"] or ())
        elif isinstance(content, Wording):
            self.wording = content

    def _add_instruments_of_change(
        self, content: InstrumentsOfChangeFile, document: Document, located: Sequence[Located]
    ) -> None:
        """Rules of a later folder go before those of an earlier one."""
        self._add_entries("instruments_of_change", self.instruments_of_change, content.instruments_of_change, located)
        self.change_rules = (*content.rules, *self.change_rules)
        self.due_rules = (*content.due, *self.due_rules)
        self.rules_placed += [(rule, Located(document, ("rules", at))) for at, rule in enumerate(content.rules)]

    def _add_checklist(
        self, content: Checklist, document: Document, located: Sequence[Located], found_here: dict[str, Place]
    ) -> None:
        key, top = content.checklist, Located(document, ())
        if key in found_here:
            raise InputError([top.problem("id-duplicate", "checklist", id=key, first=found_here[key])])
        found_here[key] = top.place("checklist")
        name = Path(document.file).name
        if key in self.placed:
            self.gone.append((self.folders, self.placed[key][0]))
        self.folder_of[key] = self.folders
        self.checklists[key] = CatalogueChecklist(
            content=content,
            sha256=digest(document.data),
            file=name,
            replaced=name if key in self.checklists else None,
        )
        self.placed[key] = content, top
        self.criteria[key] = list(zip(content.criteria, located, strict=True))

    def settle_replacements(self) -> None:
        """Free the checklists of earlier folders of references to what later ones have replaced."""
        for folder in sorted({folder for folder, _ in self.gone}):
            gone = [checklist for replaced_by, checklist in self.gone if replaced_by == folder]
            settled = Settled(gone, (checklist for checklist, _ in self.placed.values()))
            for key in [key for key, read in self.folder_of.items() if read < folder]:
                self.criteria[key] = [(settled.criterion(one), place) for one, place in self.criteria[key]]
                content, top = self.placed[key]
                content = content.model_copy(update={"criteria": tuple(one for one, _ in self.criteria[key])})
                self.placed[key] = content, top
                self.checklists[key] = replace(self.checklists[key], content=content)

    def _add_entries(
        self, kind: str, known: dict[str, EntryT], entries: Sequence[EntryT], located: Sequence[Located]
    ) -> None:
        for entry, place in zip(entries, located, strict=True):
            if entry.id in known:
                first = self.located[kind, entry.id].place("id")
                self.problems.append(place.problem("id-duplicate", "id", id=entry.id, first=first))
                continue
            known[entry.id] = entry
            self.located[kind, entry.id] = place

    def certain(self, problem: Problem) -> bool:
        """Whether a reference is surely wrong: what it names is not in a file or a part of one that could not be used."""
        if not problem.code.endswith("-unknown"):
            return True
        return self.all_read and self.documents[problem.file].value(problem.path) not in self.unusable_ids

    def catalogue(self) -> Catalogue:
        return Catalogue(
            instruments=self.instruments,
            provisions=self.provisions,
            dimensions=self.dimensions,
            checklists=self.checklists,
            respondents=self.respondents,
            code_chapters=self.code_chapters,
            instruments_of_change=self.instruments_of_change,
            change_rules=self.change_rules,
            due_rules=self.due_rules,
            register_sha256=digest(self.register),
        )


def _nothing_in(folder: Path) -> Problem:
    if folder.is_dir():
        return problem_at(Place(str(folder)), "catalogue-empty")
    return problem_at(Place(str(folder)), "file-unreadable", reason="there is no such file or folder")

"""Our catalogue as it was compiled when the package was built: quick to load, safe to load, and never another than the YAML.

YAML is the source. The compiled file is JSON, holds what the models hold, and names the digest of every file that it was made from.
Where anything is in doubt (a file was changed, added or taken away, the compiled one is damaged or of another version), it is as
if there were none, and the YAML is read. Beside an editable checkout it also names the code that made it.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic_core import from_json

from npm_readiness.loading.folders import files_of
from npm_readiness.models.base import Model
from npm_readiness.models.catalogue import Catalogue, CatalogueChecklist
from npm_readiness.models.checklist import Checklist, CodeChapter, Dimension, Respondent
from npm_readiness.models.instruments_of_change import ChangeRule, DueRule, InstrumentOfChange
from npm_readiness.models.rebuilding import rebuilt
from npm_readiness.models.register import Instrument, Provision
from npm_readiness.version import __version__

__all__ = ["COMPILED", "compiled_catalogue", "compiled_from"]

PACKAGE = Path(__file__).parents[1]
COMPILED = PACKAGE / "compiled" / "catalogue.json"
"""Where the compiled catalogue lies, if there is one."""

FORM = f"compiled catalogue of npm_readiness {__version__}, form 1"
MAKERS = ("loading", "models", "reading")
"""The packages whose code makes a catalogue of YAML."""


class CompiledChecklist(Model):
    """A checklist with the digest of its content and the name of its file."""

    sha256: str
    file: str
    content: Checklist


class CompiledCatalogue(Model):
    """What a catalogue holds, each kind in the order of the files."""

    register_sha256: str
    instruments: tuple[Instrument, ...]
    provisions: tuple[Provision, ...]
    dimensions: tuple[Dimension, ...]
    respondents: tuple[Respondent, ...]
    code_chapters: tuple[CodeChapter, ...]
    instruments_of_change: tuple[InstrumentOfChange, ...]
    change_rules: tuple[ChangeRule, ...]
    due_rules: tuple[DueRule, ...]
    checklists: tuple[CompiledChecklist, ...]


def compiled_from(catalogue: Catalogue, folder: Path, *, code: bool) -> bytes:
    """The compiled form of the catalogue of the YAML files in ``folder``; the same bytes for the same files.

    ``code``: it is also tied to the code that reads them, as it must be where that code can still change.
    """
    content = CompiledCatalogue(
        register_sha256=catalogue.register_sha256,
        instruments=tuple(catalogue.instruments.values()),
        provisions=tuple(catalogue.provisions.values()),
        dimensions=tuple(catalogue.dimensions.values()),
        respondents=tuple(catalogue.respondents.values()),
        code_chapters=tuple(catalogue.code_chapters.values()),
        instruments_of_change=tuple(catalogue.instruments_of_change.values()),
        change_rules=catalogue.change_rules,
        due_rules=catalogue.due_rules,
        checklists=tuple(
            CompiledChecklist(sha256=checklist.sha256, file=checklist.file, content=checklist.content)
            for checklist in catalogue.checklists.values()
        ),
    )
    body = content.model_dump_json(exclude_unset=True).encode()
    head = {
        "form": FORM,
        "files": _digests(folder, files_of(folder)),
        "code": _digest_of_code() if code else None,
        "body": hashlib.sha256(body).hexdigest(),
    }
    return json.dumps(head, sort_keys=True).encode() + b"\n" + body


def compiled_catalogue(folder: Path, compiled: Path = COMPILED) -> Catalogue | None:
    """The catalogue of the YAML files in ``folder`` from the compiled file; ``None`` where that is in any doubt."""
    # What is read here is what we wrote, as the digest of the body says, and need not be checked again.
    try:
        head, _, body = compiled.read_bytes().partition(b"\n")
        return _read(body) if _is_sound(json.loads(head), body, folder) else None
    except (OSError, ValueError, TypeError, LookupError):
        return None


def _is_sound(head: dict[str, object], body: bytes, folder: Path) -> bool:
    """Whether nothing has changed: the form, the body, the files, and the code where it is named."""
    return (
        head["form"] == FORM
        and head["body"] == hashlib.sha256(body).hexdigest()
        and head["files"] == _digests(folder, files_of(folder))
        and head["code"] in (None, _digest_of_code() if head["code"] else None)
    )


def _digests(folder: Path, files: Iterable[Path]) -> dict[str, str]:
    """The digest of each file, by its path from the folder."""
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _digest_of_code() -> str:
    files = (file for package in MAKERS for file in sorted((PACKAGE / package).rglob("*.py")))
    return hashlib.sha256(json.dumps(_digests(PACKAGE, files)).encode()).hexdigest()


class _Named(Protocol):
    @property
    def id(self) -> str: ...


NamedT = TypeVar("NamedT", bound=_Named)


def _by_id(entries: Sequence[NamedT]) -> dict[str, NamedT]:
    return {entry.id: entry for entry in entries}


def _read(body: bytes) -> Catalogue:
    content = rebuilt(CompiledCatalogue, from_json(body))
    return Catalogue(
        instruments=_by_id(content.instruments),
        provisions=_by_id(content.provisions),
        dimensions=_by_id(content.dimensions),
        checklists={
            one.content.checklist: CatalogueChecklist(content=one.content, sha256=one.sha256, file=one.file)
            for one in content.checklists
        },
        register_sha256=content.register_sha256,
        respondents=_by_id(content.respondents),
        code_chapters=_by_id(content.code_chapters),
        instruments_of_change=_by_id(content.instruments_of_change),
        change_rules=content.change_rules,
        due_rules=content.due_rules,
    )

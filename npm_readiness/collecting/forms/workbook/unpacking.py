"""A workbook from a stranger, opened with care: what is in the archive is looked at before anything of it is read."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from npm_readiness.collecting.forms.workbook.columns import HIDDEN_SHEET
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["check_archive", "is_ours", "is_workbook"]

MOST_UNPACKED = 60_000_000
"""Bytes that all parts of a workbook may have together; one with all checklists has about 5 MB."""
MOST_PARTS = 2_000
SIGNATURE = b"PK\x03\x04"
MACROS = re.compile(r"(?:^|/)(?:vbaProject\.bin|vbaData\.xml|macrosheets/|activeX/|embeddings/)", re.IGNORECASE)
LINKS = re.compile(r"(?:^|/)(?:externalLinks/|connections\.xml$|queryTables/)", re.IGNORECASE)
DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
LIST_OF_SHEETS = 1_000_000
"""Bytes within which the names of the sheets stand."""
HEAD = 4_096
"""Bytes of a part in which a document type can begin."""


def is_workbook(data: bytes) -> bool:
    """Whether it is a workbook at all: an archive with ``xl/workbook.xml`` in it."""
    return _part(data, "xl/workbook.xml") is not None


def is_ours(data: bytes) -> bool:
    """Whether it is a workbook with our hidden sheet in it."""
    return f'"{HIDDEN_SHEET}"'.encode() in (_part(data, "xl/workbook.xml") or b"")


def _part(data: bytes, name: str) -> bytes | None:
    """The beginning of a part of an archive; ``None`` where there is none."""
    if not data.startswith(SIGNATURE):
        return None
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open(name) as stream:
            return stream.read(LIST_OF_SHEETS)
    except (BadZipFile, OSError, ValueError, KeyError, NotImplementedError, RuntimeError):
        return None


def check_archive(data: bytes, file: str) -> None:
    """Raise :class:`~npm_readiness.problems.InputError` where a workbook is not to be read."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            found = _trouble(archive, file)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        found = _refused(file, "the workbook is damaged", "save it anew, or ask for another copy")
    if found is not None:
        raise InputError([found])


def _trouble(archive: ZipFile, file: str) -> Problem | None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        return _refused(file, "the workbook unpacks to far more than a form holds", "ask for another copy")
    names = [part.filename for part in parts]
    if any(MACROS.search(name) for name in names):
        return _refused(file, "the workbook has macros or embedded files", "save it as .xlsx without macros")
    if any(LINKS.search(name) for name in names):
        return _refused(file, "the workbook has links to other files", "break the links (Data, Edit links) and save it")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")) and DOCTYPE.search(_head(archive, part)):
            return _refused(file, "the workbook declares entities of its own", "save it anew, or ask for another copy")
    return None


def _head(archive: ZipFile, part: ZipInfo) -> bytes:
    with archive.open(part) as stream:
        return stream.read(HEAD)


def _refused(file: str, reason: str, advice: str) -> Problem:
    return problem_at(Place(file), "form-file", reason=reason, advice=advice)

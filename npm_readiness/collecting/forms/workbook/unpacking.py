"""A workbook from a stranger, opened with care: every part of the archive is looked at before anything of it is understood."""

from __future__ import annotations

import re
from io import BytesIO
from xml.parsers import expat
from zipfile import ZipFile, ZipInfo

from npm_readiness.collecting.forms.workbook.opendocument import MIME_TYPE
from npm_readiness.problems import InputError, Place, Problem, problem_at

__all__ = ["check_archive", "has_sheet", "is_opendocument", "is_workbook"]

MOST_UNPACKED = 60_000_000
"""Bytes that all parts of a workbook may have together; one with all checklists has about 5 MB."""
MOST_PARTS = 400
MOST_ELEMENTS = 600_000
"""Elements that all parts of a form may have together; one with all checklists has about 60,000."""
MOST_NESTED = 60
LARGEST_AREA = 20_000
"""Cells of an area that are merged or share a link: the library makes an object of each."""
SIGNATURE = b"PK\x03\x04"
MACROS = re.compile(
    r"(?:^|/)(?:vbaProject\.bin|vbaData\.xml|macrosheets/|activeX/|embeddings/|Basic/|Scripts/|Object \d)",
    re.IGNORECASE,
)
LINKS = re.compile(r"(?:^|/)(?:externalLinks/|connections\.xml$|queryTables/)", re.IGNORECASE)
WRITTEN_IN_XML = (".xml", ".rels", ".vml")
OF_AREAS = frozenset({"mergeCell", "hyperlink"})
AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
LIST_OF_SHEETS = 1_000_000
"""Bytes within which the names of the sheets stand in a workbook of Excel."""
PIECE = 65_536


def is_workbook(data: bytes) -> bool:
    """Whether it is a workbook at all, of Excel or of LibreOffice."""
    return _part(data, "xl/workbook.xml") is not None or is_opendocument(data)


def is_opendocument(data: bytes) -> bool:
    """Whether it is a workbook as LibreOffice saves it in its own way."""
    return _part(data, "mimetype") == MIME_TYPE


def has_sheet(data: bytes, name: str) -> bool:
    """Whether it is a workbook with a sheet of this name in it."""
    part = _part(data, "content.xml", MOST_UNPACKED) if is_opendocument(data) else _part(data, "xl/workbook.xml")
    return f'name="{name}"'.encode() in (part or b"")


def _part(data: bytes, name: str, most: int = LIST_OF_SHEETS) -> bytes | None:
    """The beginning of a part of an archive; ``None`` where there is none."""
    if not data.startswith(SIGNATURE):
        return None
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open(name) as stream:
            return stream.read(most)
    except Exception:  # noqa: BLE001 - a damaged archive raises whatever its parts run into
        return None


def check_archive(data: bytes, file: str, most_elements: int = MOST_ELEMENTS) -> None:
    """Raise :class:`~npm_readiness.problems.InputError` where a workbook is not to be read."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            found = _unwanted_part(archive, file) or _Elements(most_elements).trouble(archive, file)
    except Exception:  # noqa: BLE001 - a damaged archive raises whatever its parts run into
        found = _refused(file, "the workbook is damaged", "save it anew, or ask for another copy")
    if found is not None:
        raise InputError([found])


def _unwanted_part(archive: ZipFile, file: str) -> Problem | None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        return _too_large(file)
    names = [part.filename for part in parts]
    if any(MACROS.search(name) for name in names):
        return _refused(file, "the workbook has macros or embedded files", "save it as .xlsx without macros")
    if any(LINKS.search(name) for name in names):
        return _refused(file, "the workbook has links to other files", "break the links (Data, Edit links) and save it")
    return None


class _Elements:
    """Counts what the parts of an archive are made of, without keeping it."""

    def __init__(self, most: int) -> None:
        self.most, self.count, self.depth = most, 0, 0
        self.entities = False

    def trouble(self, archive: ZipFile, file: str) -> Problem | None:
        """Why the parts are not to be read; ``None`` where they are. Raises ``ExpatError`` for one that is no XML."""
        for part in archive.infolist():
            if part.filename.lower().endswith(WRITTEN_IN_XML):
                try:
                    self._read(archive, part)
                except _TooMuchError:
                    return _too_large(file)
                if self.entities:
                    reason = "the workbook declares entities of its own"
                    return _refused(file, reason, "save it anew, or ask for another copy")
        return None

    def _read(self, archive: ZipFile, part: ZipInfo) -> None:
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        self.depth = 0
        with archive.open(part) as stream:
            while not self.entities and (piece := stream.read(PIECE)):
                parser.Parse(piece)
        if not self.entities:
            parser.Parse(b"", True)

    def _doctype(self, *_: object) -> None:
        self.entities = True

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        self.depth += 1
        if self.count > self.most or self.depth > MOST_NESTED:
            raise _TooMuchError
        if name.rpartition(":")[2] in OF_AREAS and _size(attributes.get("ref", "")) > LARGEST_AREA:
            raise _TooMuchError

    def _end(self, _: str) -> None:
        self.depth -= 1


class _TooMuchError(Exception):
    """There is more than a form holds."""


def _size(area: str) -> int:
    """How many cells an area has."""
    found = AREA.fullmatch(area)
    if found is None:
        return 1
    first, top, last, bottom = found.groups()
    return (abs(_number(last) - _number(first)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _too_large(file: str) -> Problem:
    return _refused(file, "the workbook unpacks to far more than a form holds", "ask for another copy")


def _refused(file: str, reason: str, advice: str) -> Problem:
    return problem_at(Place(file), "form-file", reason=reason, advice=advice)

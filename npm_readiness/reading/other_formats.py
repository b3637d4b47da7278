"""Files of other programs, known by how they begin, so that a workbook given as a profile is named as one."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["other_format"]

ZIP = b"PK\x03\x04"
WITHIN_ZIP: Sequence[tuple[bytes, str]] = (
    (b"opendocument.spreadsheet", "a workbook (OpenDocument)"),
    (b"opendocument.text", "a document of a word processor (OpenDocument)"),
    (b"xl/", "a workbook (Excel)"),
    (b"word/", "a Word document"),
    (b"ppt/", "a presentation (PowerPoint)"),
)
"""What stands near the beginning of an archive: the type of an OpenDocument, or the folders of Microsoft Office."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WITHIN_OLE: Sequence[tuple[str, str]] = (
    ("Workbook", "a workbook of an older Excel (.xls)"),
    ("WordDocument", "a document of an older Word (.doc)"),
    ("EncryptedPackage", "a file of Word or Excel that is locked with a password"),
)
"""The names of streams in the older files of Microsoft Office, which are written there in UTF-16."""

BEGINNINGS: Sequence[tuple[bytes, str]] = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a text with formatting (RTF)"),
    (b"<!doctype html", "a web page (HTML)"),
    (b"<html", "a web page (HTML)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
)
LONGEST_BEGINNING = 16


def other_format(data: bytes) -> str | None:
    """What a file is, in words, where it begins as one of another program; ``None`` where it may be YAML."""
    if data.startswith(ZIP):
        return next((name for sign, name in WITHIN_ZIP if sign in data), "an archive (ZIP)")
    if data.startswith(OLE):
        names = ((sign.encode("utf-16-le"), name) for sign, name in WITHIN_OLE)
        return next((name for sign, name in names if sign in data), "a file of an older Word or Excel")
    beginning = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:LONGEST_BEGINNING].lower()
    return next((name for sign, name in BEGINNINGS if beginning.startswith(sign.lower())), None)

"""Seals: the digest in a file that we write, by which it is known later, and known to be as we wrote it.

A seal is the last thing in a file and holds the SHA-256 of all that stands before it. Whatever is changed, added or taken away
later, by a person or by a program that saves the file anew, the seal does not fit any more.
"""

from __future__ import annotations

import hashlib
import zlib
from enum import Enum
from io import BytesIO
from itertools import product
from typing import TypeVar
from zipfile import BadZipFile, ZipFile

from npm_readiness.records import record

__all__ = ["ARCHIVE", "BLANKS", "COMMENT", "LINE", "YAML", "Origin", "Seal", "origin_of", "sealed"]

Content = TypeVar("Content", str, bytes)

HEX = tuple(f"{digit:x}".encode() for digit in range(16))
DIGITS = 2 * hashlib.sha256().digest_size
NAME = b"npm-readiness-digest: sha256:"
MOST_PROPERTIES = 100_000
"""In bytes: those of a file of ours have less than 2,000."""


@record(frozen=True)
class Seal:
    """A kind of seal: what stands before and after the digest, and how each of the 16 hexadecimal digits is written.

    ``instead_of`` is the end of the content that the seal takes the place of.
    """

    before: bytes
    after: bytes = b"\n"
    digits: tuple[bytes, ...] = HEX
    instead_of: bytes = b""

    def put_on(self, content: bytes) -> bytes:
        """The content with the seal at its end; raises ``ValueError`` where it has not the end that the seal replaces."""
        if not content.endswith(self.instead_of):
            raise ValueError("the content has no place for this seal")
        digest = hashlib.sha256(content).hexdigest()
        written = b"".join(self.digits[int(digit, 16)] for digit in digest)
        return content.removesuffix(self.instead_of) + self.before + written + self.after

    def fits(self, data: bytes) -> bool:
        """Whether the data is a content with this seal at its end, and the digest is that of the content."""
        length = len(self.before) + DIGITS * len(self.digits[0]) + len(self.after)
        return length <= len(data) and self.put_on(data[:-length] + self.instead_of) == data


COMMENT = Seal(b"\n<!-- " + NAME, b" -->\n")
"""That of HTML and Markdown: a comment."""

LINE = Seal(b"\nDigest: sha256:")
"""That of a text: a last line, of 79 columns."""

YAML = Seal(
    b"\n# The next line shows that nobody has changed this file since it was made. It can be deleted.\n# " + NAME,
)
"""That of a new profile: a comment."""

BLANKS = Seal(b"", digits=tuple(bytes(blanks) for blanks in product(b" \t", repeat=4)))
"""That of JSON, which has no comments: a last line of spaces and tabs, four for a digit. So no key is added, and every
parser passes over it."""

ARCHIVE = Seal((len(NAME) + DIGITS).to_bytes(2, "little") + NAME, b"", instead_of=b"\0\0")
"""That of Word and Excel: the comment at the end of a ZIP archive. It takes the place of the length of an empty one."""

SEALS = (COMMENT, LINE, YAML, BLANKS, ARCHIVE)


def sealed(content: Content, seal: Seal) -> Content:
    """The content with the seal at its end."""
    return seal.put_on(content) if isinstance(content, bytes) else seal.put_on(content.encode()).decode()


class Origin(Enum):
    """Where a file comes from, as far as it shows."""

    AS_WRITTEN = "as we wrote it"
    CHANGED = "ours, and changed since"
    NOT_OURS = "nothing shows that we wrote it"


def origin_of(data: bytes) -> Origin:
    """Where a file with this content comes from; every kind of seal is tried, since the ending of a name can lie."""
    if any(seal.fits(data) for seal in SEALS):
        return Origin.AS_WRITTEN
    marks = (NAME, LINE.before.strip(), b'"tool_version"')
    if any(mark in data for mark in marks) or _names_us_as_author(data):
        return Origin.CHANGED
    return Origin.NOT_OURS


def _names_us_as_author(data: bytes) -> bool:
    """Whether it is a file of an office suite that names us: these programs keep the author, and nothing else of ours."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            properties = archive.getinfo("docProps/core.xml")
            return properties.file_size <= MOST_PROPERTIES and b">npm_readiness</dc:creator>" in archive.read(
                properties
            )
    except (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error):
        return False

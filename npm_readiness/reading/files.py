"""From a file, bytes or a text to a :class:`Document`."""

from __future__ import annotations

import codecs
import os
import re
from itertools import islice

from npm_readiness.problems import InputError, Place, Problem, in_order, problem_at
from npm_readiness.reading.builder import Builder
from npm_readiness.reading.characters import BYTE_ORDER_MARK, refused_characters
from npm_readiness.reading.document import Document, Lines
from npm_readiness.reading.events import parse_events
from npm_readiness.reading.limits import MAX_BYTES, MAX_NAMED
from npm_readiness.reading.opening import bytes_of, why_unreadable
from npm_readiness.reading.other_formats import other_format

__all__ = ["examine_document", "examine_file", "parse_document", "read_document", "read_source"]

Examined = tuple[Document | None, tuple[Problem, ...]]
"""A document as far as it can be known, ``None`` where it cannot, and everything wrong with it."""

OTHER_MARKS = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))
HEAD = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n?)*")
"""What can stand before a document: empty lines, comments and directives."""
DIRECTIVE = re.compile("^%", re.MULTILINE)
BREAKS_OF_YAML_1_1 = "\x85\u2028\u2029"
PRIVATE_USE = range(0xE000, 0xF900)


def read_document(path: str | os.PathLike[str], *, name: str | None = None) -> Document:
    """The document in a file; ``name`` is how problems call the file, else they say ``path``.

    Raises :class:`InputError` with everything that is wrong with the file as YAML.
    """
    return _whole(examine_file(path, name=name))


def parse_document(source: str | bytes, file: str = "<text>", *, pure: bool = False) -> Document:
    """The document in a text, or in bytes that hold UTF-8. ``pure`` asks for PyYAML's parser in Python.

    Raises :class:`InputError` with everything that is wrong with it as YAML.
    """
    return _whole(examine_document(source, file, pure=pure))


def examine_file(path: str | os.PathLike[str], *, name: str | None = None) -> Examined:
    """As :func:`read_document`, but a file with problems gives what can be known of it, together with the problems."""
    file = name or os.fspath(path)
    try:
        source = read_source(path, name=name)
    except InputError as error:
        return None, error.problems
    return examine_document(source, file)


def read_source(path: str | os.PathLike[str], *, name: str | None = None) -> bytes:
    """The bytes of a file, one more than may be at most, for who needs the text beside the document: a pipe is read once.

    Raises :class:`InputError` where it cannot be read.
    """
    try:
        return bytes_of(path, MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        place = Place(name or os.fspath(path))
        raise InputError([problem_at(place, "file-unreadable", reason=why_unreadable(error))]) from None


def examine_document(source: str | bytes, file: str = "<text>", *, pure: bool = False) -> Examined:
    """As :func:`parse_document`, but with problems it gives what can be known of the document, together with them."""
    known = other_format(source) if isinstance(source, bytes) else None
    if known:
        return None, (problem_at(Place(file), "file-other-format", format=known),)
    if _size(source) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        return None, (problem_at(Place(file), "file-too-large", limit=limit),)
    try:
        text = (source if isinstance(source, str) else _decoded(source, file)).removeprefix(BYTE_ORDER_MARK)
    except InputError as error:
        return None, error.problems
    characters = list(refused_characters(text))
    if characters:
        lines = Lines.of(file, text)
        return None, tuple(problem_at(lines.place(at), "yaml-character", character=name) for at, name in characters)
    return _examined_text(text, file, pure)


def _examined_text(text: str, file: str, pure: bool) -> Examined:
    parsed, directives = _without_directives(text)
    parsed, restore = _without_odd_breaks(parsed)
    builder = Builder(file, text, restore)
    builder.problems += [problem_at(builder.lines.place(index), "yaml-directive") for index in directives]
    document = builder.build(parse_events(parsed, pure=pure))
    return document, in_order(builder.problems)


def _whole(examined: Examined) -> Document:
    document, problems = examined
    if document is None or problems:
        raise InputError(problems)
    return document


def _size(source: str | bytes) -> int:
    return len(source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass"))


def _decoded(data: bytes, file: str) -> str:
    """The text of bytes in UTF-8; other encodings are named where that is easy, and never guessed."""
    for mark, name in OTHER_MARKS:
        if data.startswith(mark):
            reason = f"it begins with the mark of {name}"
            raise InputError([problem_at(Place(file, 1, 1), "file-encoding", reason=reason)])
    if b"\0" in data[:4]:
        reason = "it holds zero bytes, as UTF-16 and UTF-32 do"
        raise InputError([problem_at(Place(file, 1, 1), "file-encoding", reason=reason)])
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().removeprefix(BYTE_ORDER_MARK)
        place = Lines.of(file, before).place(len(before))
        reason = f"the byte {data[error.start]:02X} begins no character"
        raise InputError([problem_at(place, "file-encoding", reason=reason)]) from None


def _without_directives(text: str) -> tuple[str, list[int]]:
    """The text with the directives at its head made comments, so that the rest is read, and where they stand."""
    match = HEAD.match(text)
    head = match.group() if match else ""
    found = [directive.start() for directive in islice(DIRECTIVE.finditer(head), MAX_NAMED)]
    return DIRECTIVE.sub("#", head) + text[len(head) :], found


def _without_odd_breaks(text: str) -> tuple[str, dict[int, str]]:
    """The text with stand-ins for U+0085, U+2028 and U+2029, and the table that gives them back.

    YAML 1.2 (section 5.4) has them as ordinary characters, and so have editors, while PyYAML, made for YAML 1.1, ends
    a line at each. The stand-ins are characters for private use that the text does not hold.
    """
    present = [sign for sign in BREAKS_OF_YAML_1_1 if sign in text]
    used = set(text) if present else set()
    free = (code for code in PRIVATE_USE if chr(code) not in used)
    table = dict(zip(map(ord, present), free, strict=False))
    return text.translate(table), {code: chr(sign) for sign, code in table.items()}

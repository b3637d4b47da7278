"""Text that is held packed until it is written: the same few hundred elements come again and again in a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import compressobj, decompressobj

__all__ = ["packed", "unpacked"]

FASTEST = 1
ENOUGH = 1 << 16
"""How many characters are packed together, and how many bytes are unpacked at a time."""


def packed(pieces: Iterable[str]) -> list[bytes]:
    """The pieces one after the other, as they come, in a tenth of the room or less."""
    packer = compressobj(FASTEST)
    return [made for text in _together(pieces) if (made := packer.compress(text.encode()))] + [packer.flush()]


def unpacked(held: Iterable[bytes]) -> Iterator[bytes]:
    """What was packed, in UTF-8, a little at a time."""
    unpacker = decompressobj()
    for part in held:
        yield unpacker.decompress(part, ENOUGH)
        while unpacker.unconsumed_tail:
            yield unpacker.decompress(unpacker.unconsumed_tail, ENOUGH)
    yield unpacker.flush()


def _together(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces in texts that are worth packing."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= ENOUGH:
            yield "".join(waiting)
            waiting.clear()
            size = 0
    yield "".join(waiting)

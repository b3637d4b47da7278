"""Which characters a file may not hold."""

from __future__ import annotations

import sys

from npm_readiness.reading.characters import BYTE_ORDER_MARK, REFUSED

PRINTABLE = (
    *(range(code, code + 1) for code in (0x09, 0x0A, 0x0D, 0x85)),
    range(0x20, 0x7F),
    range(0xA0, 0xD800),
    range(0xE000, 0xFFFE),
    range(0x10000, 0x110000),
)
"""Production 1 of YAML 1.2."""


def test_what_yaml_does_not_call_printable_is_refused_and_so_is_the_byte_order_mark() -> None:
    allowed = {code for part in PRINTABLE for code in part} - {ord(BYTE_ORDER_MARK)}
    refused = {code for code in range(sys.maxunicode + 1) if REFUSED.match(chr(code))}
    assert refused == set(range(sys.maxunicode + 1)) - allowed

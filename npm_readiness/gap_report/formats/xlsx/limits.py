"""What a file of Excel can hold: texts, names of sheets, heads and feet of pages within its limits.

Excel counts in units of UTF-16, of which a character beyond the first 65,536 takes two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from npm_readiness.gap_report.cleaning import REPLACEMENT

__all__ = [
    "MOST_UNITS",
    "begins_like_a_formula",
    "cut",
    "fragments",
    "page_text",
    "pages_line",
    "sheet_names",
    "storable",
]

MOST_UNITS = 32_767
"""The most that a cell can hold, in units of UTF-16."""

MOST_OF_A_NAME = 31
MOST_OF_A_PAGE_TEXT = 120  # of 255 for head or foot together with the marks in it; every & takes three

MOST_LINES = 40  # more than the highest row can show

# Letters that go into a unit of width, and what wrapping leaves empty of a line.
LETTERS_PER_WIDTH, HALF_A_WORD = 1.15, 2
WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\U0001f300-\U0003fffd]")

ELLIPSIS = "…"
FORMULA_STARTS = tuple("=+-@|%\t\r\n＝＋－＠")
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# The writer takes a text between these for markup of its own and does not escape it.
MARKUP_OF_THE_WRITER = re.compile(r"<r>.*</r>", re.DOTALL)
# Cells write an unusual character as _x000D_; the writer overlooks the second of two that share an underscore.
ENTWINED_ESCAPES = re.compile(r"_x[0-9a-fA-F]{4}_x[0-9a-fA-F]{4}_")
MISREAD = re.compile(r"(?<=_)(?=x[0-9a-fA-F]{4}_)|(?<=\A<)(?=r>)")


def storable(text: str) -> str:
    """The text as a cell can hold it: what XML has no place for is replaced, and what is too long is cut and ends in ``…``."""
    return cut(UNSTORABLE.sub(REPLACEMENT, text), MOST_UNITS)


def cut(text: str, most: int) -> str:
    """The text, with ``…`` in place of what is beyond ``most`` units of UTF-16; no character is cut in two."""
    if 2 * len(text) <= most:  # a character is two units at most, and one at least
        return text
    head = text[: most + 1]
    units = head.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * most:
        return text
    return units[: 2 * (most - 1)].decode("utf-16-le", "ignore") + ELLIPSIS


def begins_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet that reads this text from another file, such as CSV, might compute it."""
    return text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)


def fragments(text: str) -> tuple[str, ...]:
    """The text in the pieces in which it has to be written for all its characters to be kept; most texts are one piece.

    In a text of several pieces a carriage return becomes a line break, since there is no way to write it.
    """
    if MARKUP_OF_THE_WRITER.fullmatch(text) or ENTWINED_ESCAPES.search(text):
        return tuple(MISREAD.split(re.sub("\r\n?", "\n", text)))
    return (text,)


def lines_of(text: str, width: int) -> int:
    """About how many lines a text takes in a column of this width, in letters of 10 points; rather one too many than too few.

    Beyond what a row can show it is not counted on.
    """
    looked_at = text[: MOST_LINES * max(width, 1)]
    if "\n" not in looked_at:
        return _lines(looked_at, width)
    return sum([_lines(line, width) for line in looked_at.split("\n")])


def _lines(line: str, width: int) -> int:
    letters = len(line) if line.isascii() else len(line) + len(WIDE.findall(line))
    if letters <= width * LETTERS_PER_WIDTH:
        return 1
    return 1 + int(letters // max(width * LETTERS_PER_WIDTH - HALF_A_WORD, 1))


def sheet_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """Names for sheets that Excel accepts, each once, whatever is asked for."""
    names: list[str] = []
    taken = {"history"}  # Excel keeps it for itself
    for number, name in enumerate(wanted, start=1):
        plain = " ".join(NOT_IN_NAMES.sub(" ", UNSTORABLE.sub(REPLACEMENT, name)).split()).strip("' ") or str(number)
        chosen, copy = _name(plain), 1
        while _key(chosen) in taken:
            copy += 1
            chosen = _name(plain, f" {copy}")
        taken.add(_key(chosen))
        names.append(chosen)
    return tuple(names)


def _name(plain: str, ending: str = "") -> str:
    return cut(plain, MOST_OF_A_NAME - len(ending)) + ending


def _key(name: str) -> str:
    return name.lower().casefold()


def page_text(text: str) -> str:
    """The text as head or foot of a page show it: ``&`` begins a command there and has to be doubled."""
    plain = cut(" ".join(storable(text[:1000]).split()), MOST_OF_A_PAGE_TEXT)
    if plain.count("&") > MOST_OF_A_PAGE_TEXT // 4:
        plain = plain.replace("&", "")
    # Before G and [ the writer itself would take the second & for its own.
    return re.sub(r"&(?=([G\[])?)", lambda found: "&&\N{WORD JOINER}" if found[1] else "&&", plain)


def pages_line(phrase: str) -> str:
    """A phrase with ``{page}`` and ``{pages}`` in it as the foot of a page shows it."""
    return page_text(phrase).replace("{page}", "&P").replace("{pages}", "&N")

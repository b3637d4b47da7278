"""What the parts of a document count together while it is written: bookmarks, sequences, notes and addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote

from npm_readiness.gap_report.cleaning import is_safe_address
from npm_readiness.gap_report.document import Inline, Report
from npm_readiness.gap_report.formats.docx.elements import Element, element, field, legal, paragraph, run
from npm_readiness.gap_report.formats.docx.places import Place, places_of

__all__ = ["Draft"]

LONGEST_ADDRESS = 2000
"""Word offers to repair a file with a longer one."""
MOST_KNOWN = 1_000
"""How many lines are remembered: what many findings share comes soon again."""
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Draft:
    """A document in the making. Its methods return elements and keep count.

    ``notes`` are the footnotes so far; ``is_close`` says that the section is to take up one page, and is set closer than others.
    """

    def __init__(self, report: Report, relate: Callable[[str], str]) -> None:
        self.report = report
        self.phrases = report.phrases
        self.notes: list[Element] = []
        self._places = places_of(report)
        self._relate = relate
        self._addresses: dict[str, str] = {}
        self._marked: set[str] = set()
        self._last: dict[str, int] = {}
        self._noted: dict[str, int] = {}
        self._written: dict[int, tuple[Inline, Element]] = {}
        self.lists = 0
        self.is_close = False

    def once(self, text: Inline, write: Callable[[], str]) -> Element:
        """What ``write`` makes of this very line, written once for all who share it."""
        known = self._written.get(id(text))
        if known is None:
            if len(self._written) >= MOST_KNOWN:
                self._written.clear()
            # The line is kept, so that no other comes in its place.
            known = self._written[id(text)] = text, Element(write())
        return known[1]

    def place(self, link: str) -> Place | None:
        """Where a link of the report leads, if that is in the document."""
        return self._places.get(link[1:]) if link.startswith("#") else None

    def bookmarked(self, anchor: str | None, content: Iterable[Element]) -> list[Element]:
        """The content within the bookmark of its anchor; the first place of an anchor has it."""
        place = self._places.get(anchor) if anchor else None
        return list(content) if place is None else self._marked_as(place.bookmark, content)

    def _marked_as(self, name: str, content: Iterable[Element]) -> list[Element]:
        if name in self._marked:
            return list(content)
        number = len(self._marked)
        self._marked.add(name)
        return [element("bookmarkStart", id=number, name=name), *content, element("bookmarkEnd", id=number)]

    def numbered(self, sequence: str, number: int, style: str | None = None) -> list[Element]:
        """A number that Word counts on when a paragraph comes in between; it shows the one of the report."""
        return field(f"SEQ {sequence} \\* ARABIC{self._reset(sequence, number)}", [run(str(number), style)], style)

    def lettered(self, sequence: str, letter: str, style: str | None = None) -> list[Element]:
        """The same for a letter; one that Word would not count up to stays text."""
        if letter not in ALPHABET or len(letter) != 1:
            return [run(letter, style)]
        reset = self._reset(sequence, ALPHABET.index(letter) + 1)
        return field(f"SEQ {sequence} \\* ALPHABETIC{reset}", [run(letter, style)], style)

    def _reset(self, sequence: str, number: int) -> str:
        follows = number == self._last.get(sequence, 0) + 1
        self._last[sequence] = number
        return "" if follows else f" \\r {number}"

    def address(self, link: str) -> str | None:
        """The relationship to an address outside, if a report may link to it."""
        if not is_safe_address(link):
            return None
        # Word refuses a file with an address that is not well formed; a percent sign stays where it encodes something.
        sound = quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", legal(link)), safe=";/?:@&=+$,#%-_.!~*'()")
        if len(sound) > LONGEST_ADDRESS:
            return None
        if sound not in self._addresses:
            self._addresses[sound] = self._relate(sound)
        return self._addresses[sound]

    def next_list(self) -> int:
        """The number of a new ordered list, which counts from 1 again."""
        self.lists += 1
        return self.lists

    def new_section(self, *, is_close: bool = False) -> None:
        """From here every document is described anew, so that a section can be read by itself."""
        self._noted.clear()
        self.is_close = is_close

    def footnote(self, text: str) -> list[Element]:
        """The reference to a footnote; a text that the section has already noted is referred to again."""
        if text in self._noted:
            number = self._noted[text]
            return field(f"NOTEREF {_note_name(number)} \\f \\h", [run(str(number), "FootnoteReference")])
        number = len(self.notes) + 1
        self._noted[text] = number
        mark = run("", "FootnoteReference", element("footnoteRef"))
        self.notes.append(element("footnote", paragraph("FootnoteText", [mark, run(f" {text}")]), id=number))
        reference = run("", "FootnoteReference", element("footnoteReference", id=number))
        return self._marked_as(_note_name(number), [reference])


def _note_name(number: int) -> str:
    # Names that begin with this sign are hidden from the list of bookmarks; those of anchors never do.
    return f"_Note{number}"

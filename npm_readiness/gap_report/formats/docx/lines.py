"""Lines of text: runs with their styles, marks, links, references and footnotes."""

from __future__ import annotations

from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.gap_report.formats.docx.draft import Draft
from npm_readiness.gap_report.formats.docx.elements import Element, element, field, outside_link, run
from npm_readiness.gap_report.marks import MARKS

__all__ = ["joined", "line", "marked", "style_of"]

STATUS_STYLES = {
    "status-not-met": "StatusNotMet",
    "status-falls-short": "StatusNotMet",
    "verdict-not-ready": "StatusNotMet",
    "status-met": "StatusMet",
    "verdict-ready": "StatusMet",
}
MANY = 8
"""From how many runs on a line is remembered that was written, unless it is a place itself or has a footnote."""
STYLES = {"strong": "Strong", "code": "CodeText"}


def marked(words: str, kind: str) -> str:
    """Words with the mark of their kind before them, so that a status is not told by colour alone."""
    return f"{MARKS[kind]} {words.lstrip()}" if _is_status(kind) else words


def style_of(kind: str) -> str | None:
    """The character style of a kind of run."""
    return STYLES.get(kind) or STATUS_STYLES.get(kind) or ("Status" if _is_status(kind) else None)


def _is_status(kind: str) -> bool:
    return kind in MARKS and not kind.startswith("severity-")


def line(draft: Draft, text: Inline) -> list[Element]:
    """A line as elements of a paragraph; a long one that many findings share is written once."""
    if len(text) < MANY or any(piece.anchor or piece.footnote for piece in text):
        return [made for piece in text for made in _piece(draft, piece)]
    return [draft.once(text, lambda: "".join([made for piece in text for made in _piece(draft, piece)]))]


def joined(draft: Draft, pieces: tuple[Run, ...]) -> list[Element]:
    """Short pieces side by side, a dot between them."""
    made: list[Element] = []
    for piece in pieces:
        made += [run(" · ")] if made else []
        made += _piece(draft, piece)
    return made


def _piece(draft: Draft, piece: Run) -> list[Element]:
    if piece.kind == "break":
        content = [run("", None, element("br"))]
    elif piece.link is not None:
        content = _linked(draft, piece, piece.link)
    else:
        content = _plain(piece, style_of(piece.kind))
    content = draft.bookmarked(piece.anchor, content)
    if not piece.footnote:
        return content
    # Behind a number its mark would read as a digit more of it, or as its square.
    apart = [run("\N{NO-BREAK SPACE}", "FootnoteReference")] if piece.text[-1:].isdigit() else []
    return [*content, *apart, *draft.footnote(piece.footnote)]


def _plain(piece: Run, style: str | None) -> list[Element]:
    text = marked(piece.text, piece.kind)
    # The blank before a status belongs to the sentence, not to the status.
    blank = [run(" ")] if text != piece.text and piece.text[:1].isspace() else []
    return [*blank, run(text, style)]


def _linked(draft: Draft, piece: Run, link: str) -> list[Element]:
    place = draft.place(link)
    if place is not None:
        if piece.kind == "number" and place.shown == piece.text:
            shown = [run(piece.text, "InternalLink")]
            return field(f"REF {place.bookmark} \\h \\* MERGEFORMAT", shown, "InternalLink")
        inside = _plain(piece, style_of(piece.kind) or "InternalLink")
        return [element("hyperlink", *inside, anchor=place.bookmark, history=1)]
    relationship = None if link.startswith("#") else draft.address(link)
    if relationship is None:
        return _plain(piece, style_of(piece.kind))
    return [outside_link(relationship, _plain(piece, style_of(piece.kind) or "Hyperlink"))]

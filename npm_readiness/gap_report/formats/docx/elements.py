"""The elements of WordprocessingML from which everything in a Word document is built.

They are written as text and read by the library once, which is far quicker than to make each as an object.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import NewType

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from npm_readiness.gap_report.cleaning import REPLACEMENT, UNWANTED

__all__ = ["Element", "element", "field", "legal", "outside_link", "paragraph", "parsed", "run", "written"]

Element = NewType("Element", str)
"""An element of the file as text, escaped and complete."""

BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
BLANKS = str.maketrans(dict.fromkeys(BREAKS, " "))
NOT_AS_IT_IS = re.compile(f"[{BREAKS}]|{UNWANTED.pattern}")
DECLARED = re.compile(r' xmlns:[a-z0-9]+="[^"]*"')
MOST_OPENINGS = 1_000
"""How many openings of elements are remembered: a few hundred come again and again, with the same style or width."""

LONGEST_TEXT = 1_000_000
"""Readers of XML refuse a single text of ten megabytes; a longer one is written in pieces."""


def legal(text: str) -> str:
    """The text with nothing in it that XML forbids or that turns the direction of writing round; breaks become blanks."""
    if NOT_AS_IT_IS.search(text) is None:  # nearly every text
        return text
    return UNWANTED.sub(REPLACEMENT, text.translate(BLANKS))


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """The element ``w:tag`` with its attributes and children."""
    opening = _opening(tag, **attributes) if attributes else f"<w:{tag}"
    return Element(f"{opening}>{''.join(children)}</w:{tag}>" if children else f"{opening}/>")


@lru_cache(maxsize=MOST_OPENINGS, typed=True)
def _opening(tag: str, **attributes: str | int) -> str:
    said = "".join([f' w:{name}="{escape(legal(str(value)))}"' for name, value in attributes.items()])
    return f"<w:{tag}{said}"


def run(text: str = "", style: str | None = None, *children: Element) -> Element:
    """A run of text in a character style; ``children`` follow the text."""
    properties = "" if style is None else f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
    content = f"{properties}{_texts(text)}{''.join(children)}"
    return Element(f"<w:r>{content}</w:r>" if content else "<w:r/>")


def field(instruction: str, shown: Iterable[Element], style: str | None = None) -> list[Element]:
    """A field with the result that it shows until somebody updates it."""
    return [
        run("", style, element("fldChar", fldCharType="begin")),
        run("", style, _text("instrText", f" {instruction} ")),
        run("", style, element("fldChar", fldCharType="separate")),
        *shown,
        run("", style, element("fldChar", fldCharType="end")),
    ]


def paragraph(style: str, content: Iterable[Element] = (), *properties: Element) -> Element:
    """A paragraph in a style; ``properties`` are those in which it differs, in the order of the schema."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *content)


def outside_link(relationship: str, content: Iterable[Element]) -> Element:
    """A link to an address outside, which the file knows by the name of a relationship."""
    return Element(f'<w:hyperlink r:id="{relationship}" w:history="1">{"".join(content)}</w:hyperlink>')


def parsed(elements: Iterable[Element]) -> list[BaseOxmlElement]:
    """The elements as objects of the library."""
    body: BaseOxmlElement = parse_xml(f"<w:body {nsdecls('w', 'r')}>{''.join(elements)}</w:body>")
    return list(body)


def written(root: BaseOxmlElement) -> Element:
    """An object of the library as an element again, without the declarations that the document has anyway."""
    _, _, text = serialize_part_xml(root).decode().partition("?>\n")
    opening, end, rest = text.partition(">")
    return Element(f"{DECLARED.sub('', opening)}{end}{rest}")


def _text(tag: str, text: str) -> Element:
    return Element(f'<w:{tag} xml:space="preserve">{escape(legal(text), quote=False)}</w:{tag}>')


def _texts(text: str) -> str:
    """The text of a run, as one element unless it is very long."""
    if len(text) <= LONGEST_TEXT:
        return _text("t", text) if text else ""
    return "".join([_text("t", text[start : start + LONGEST_TEXT]) for start in range(0, len(text), LONGEST_TEXT)])

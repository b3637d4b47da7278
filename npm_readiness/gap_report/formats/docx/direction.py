"""The direction of writing: what a document needs whose language is written from right to left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from npm_readiness.gap_report.formats.docx.elements import Element, parsed, written

__all__ = ["turn_right_to_left", "turned"]

BEFORE_BIDI = {qn(f"w:{tag}") for tag in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "tabs")}
"""The properties of a paragraph that the schema wants before its direction, of those that we write."""


def turn_right_to_left(root: BaseOxmlElement) -> None:
    """Every paragraph, run, table and section within, set from right to left."""
    for properties in root.iter(qn("w:pPr")):
        place = sum(1 for child in properties if child.tag in BEFORE_BIDI)
        properties.insert(place, OxmlElement("w:bidi"))
    for run in root.iter(qn("w:r")):
        if run.find(qn("w:rPr")) is None:
            run.insert(0, OxmlElement("w:rPr"))
        run.find(qn("w:rPr")).append(OxmlElement("w:rtl"))
    for properties in root.iter(qn("w:tblPr")):
        properties.insert(1, OxmlElement("w:bidiVisual"))
    for properties in root.iter(qn("w:sectPr")):
        # The grid of lines stands last.
        grid = properties.find(qn("w:docGrid"))
        place = len(properties) if grid is None else properties.index(grid)
        properties.insert(place, OxmlElement("w:bidi"))


def turned(content: Iterable[Element]) -> Iterator[Element]:
    """The same elements set from right to left, each read, turned and written by itself."""
    for element in content:
        for root in parsed([element]):
            turn_right_to_left(root)
            yield written(root)

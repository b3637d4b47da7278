"""The file around the text: styles, settings, lists, notes, header and footer, properties, and the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips

from npm_readiness.gap_report.document import Report
from npm_readiness.gap_report.formats.docx.blocks import BULLET_LIST
from npm_readiness.gap_report.formats.docx.draft import Draft
from npm_readiness.gap_report.formats.docx.elements import Element, element, field, legal, paragraph, parsed, run

__all__ = ["add_header_and_footer", "add_lists", "add_notes", "empty_document", "saved", "set_properties"]

PARTS = Path(__file__).with_name("parts")
EPOCH = (1980, 1, 1, 0, 0, 0)
A4 = (11906, 16838)
MARGIN, MARGIN_BELOW = 1304, 1247
LONGEST_PROPERTY = 255
LONGEST_HEADER = 110
LANGUAGES = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh": "zh-CN"}
"""Word checks the spelling of the language of a country only."""


def empty_document(report: Report) -> Document:
    """A document with our styles and settings, an A4 page, and nothing left of the template of the library."""
    document = docx.Document()
    for source in (document.part, document.part.package):
        for name in [key for key, rel in source.rels.items() if not _is_kept(rel.reltype)]:
            del source.rels[name]
    _refill(document.styles.element, "styles")
    _refill(document.settings.element, "settings")
    _refill(document.part.numbering_part.element, "numbering")
    package = document.part.package
    fonts = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _content("fontTable"), package)
    document.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    for language in document.styles.element.iter(qn("w:lang")):
        spoken = legal(LANGUAGES.get(report.language, report.language))
        language.set(qn("w:bidi" if report.right_to_left else "w:val"), spoken)
    section = document.sections[0]
    section.page_width, section.page_height = (Twips(length) for length in A4)
    section.left_margin = section.right_margin = section.top_margin = Twips(MARGIN)
    section.bottom_margin = Twips(MARGIN_BELOW)
    section.header_distance = section.footer_distance = Twips(MARGIN // 2)
    return document


def _is_kept(kind: str) -> bool:
    return kind.rsplit("/", 1)[-1] in {"styles", "settings", "numbering", "core-properties", "officeDocument"}


def _content(name: str) -> bytes:
    return (PARTS / f"{name}.xml").read_bytes()


def _refill(root: BaseOxmlElement, name: str) -> None:
    """The content of one of our own parts in place of the template's."""
    root[:] = list(parse_xml(_content(name)))


def _put_before(mark: str, text: str, whole: str) -> str:
    before, found, after = whole.rpartition(mark)
    return f"{before}{text}{found}{after}"


def add_lists(document: Document, draft: Draft) -> None:
    """An instance of the ordered list for each list, so that each counts from 1."""
    restart = element("lvlOverride", element("startOverride", val=1), ilvl=0)
    numbers = range(BULLET_LIST + 1, BULLET_LIST + 1 + draft.lists)
    lists = (element("num", element("abstractNumId", val=1), restart, numId=number) for number in numbers)
    document.part.numbering_part.element.extend(parsed(lists))


def add_notes(document: Document, draft: Draft) -> BaseOxmlElement:
    """The part with the footnotes, which has its own lines above them."""
    written = _content("footnotes").decode()
    root: BaseOxmlElement = parse_xml(_put_before("</w:footnotes>", "".join(draft.notes), written).encode())
    name = PackURI("/word/footnotes.xml")
    part = XmlPart(name, CONTENT_TYPE.WML_FOOTNOTES, root, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return root


def add_header_and_footer(document: Document, report: Report) -> list[BaseOxmlElement]:
    """The title above every page but the first; below each, which one it is and of how many."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    title = report.title if len(report.title) <= LONGEST_HEADER else f"{report.title[:LONGEST_HEADER].rstrip()}…"
    header = section.header._element
    header[:] = parsed([paragraph("Header", [run(title)])])
    first = section.first_page_header._element
    first[:] = parsed([paragraph("Normal")])
    footers = [section.footer._element, section.first_page_footer._element]
    for footer in footers:
        footer[:] = parsed([paragraph("Footer", _page_line(report.phrases.page))])
    return [header, first, *footers]


def _page_line(phrase: str) -> list[Element]:
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    made: list[Element] = []
    for piece in re.split(r"(\{pages?\})", phrase):
        made += field(fields[piece], [run("1")]) if piece in fields else [run(piece)] if piece else []
    return made


def set_properties(document: Document, report: Report) -> None:
    """What the file says of itself; its dates are that of the assessment."""
    moment = datetime(report.date.year, report.date.month, report.date.day)
    properties = document.core_properties
    properties.title = legal(report.title)[:LONGEST_PROPERTY]
    properties.subject = legal(report.subtitle)[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = "npm_readiness"
    properties.created = properties.modified = moment
    properties.language = legal(report.language)[:LONGEST_PROPERTY]
    properties.comments = properties.keywords = ""
    properties.revision = 1


def saved(document: Document, content: Iterable[bytes]) -> bytes:
    """The file with this content before what is in the document; its members in a fixed order and with a fixed time.

    The content goes into the file as the text that it is. The library would read all of it and write it again as it was, for which
    it takes ten times as much memory as the text.
    """
    written = BytesIO()
    document.save(written)
    result = BytesIO()
    with ZipFile(written) as before, ZipFile(result, "w", ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = ZipInfo(name, EPOCH)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0
            if f"/{name}" != document.part.partname:
                after.writestr(member, before.read(name))
                continue
            opening, body, rest = before.read(name).partition(b"<w:body>")
            with after.open(member, "w") as stream:
                stream.write(opening + body)
                for piece in content:
                    stream.write(piece)
                stream.write(rest)
    return result.getvalue()

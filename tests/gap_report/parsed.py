"""Reads an HTML page into a list of its elements, and fails where they are not closed in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["Element", "Page", "parsed"]

VOID = {"meta", "link", "img", "br", "hr", "input", "col"}
DRAWING = {"rect", "path", "circle", "line", "use"}


@dataclass
class Element:
    """An element with its attributes, its own text and what stands in it, and the names of those around it."""

    name: str
    attributes: dict[str, str]
    around: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """All elements of a page, in their order."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute of {tag} stands twice"
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(around.name for around in self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in DRAWING, f"{tag} is closed as only drawings are"
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"{tag} ends and was not begun"
        assert self.open[-1].name == tag, f"{tag} ends where {self.open[-1].name} is open"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def named(self, *names: str) -> list[Element]:
        """The elements of these names."""
        return [element for element in self.elements if element.name in names]

    def with_id(self, name: str) -> Element:
        """The element with this id."""
        return next(element for element in self.elements if element.attributes.get("id") == name)


def parsed(html: str) -> Page:
    """The page; every element of it is closed."""
    page = Page()
    page.feed(html)
    page.close()
    assert not page.open
    return page

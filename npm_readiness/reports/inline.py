"""Text within a paragraph: runs of characters, some of which are more than characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from npm_readiness.models.vocabulary import Word

__all__ = ["Inline", "Kind", "Run", "filled", "given", "identifier", "inline", "link", "plain_text", "strong"]

SLOT = re.compile(r"%\((\w+)\)s")


class Kind(Word):
    """What a run of text is."""

    PLAIN = "plain"
    STRONG = "strong"
    GIVEN = "given"
    IDENTIFIER = "identifier"
    LINK = "link"
    JUMP = "jump"
    PARAGRAPH = "paragraph"
    FIGURE = "figure"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one kind.

    ``target`` is the address of a ``LINK``; the anchor in the report to which a ``JUMP`` leads; the anchor of the numbered
    paragraph that a ``PARAGRAPH`` cites, whose number the document knows; the number behind a ``FIGURE`` as the JSON gives it; the
    shape beside a ``MARK``. ``GIVEN`` is what an assessor wrote, and may run in another direction than the text around it.
    """

    text: str
    kind: Kind = Kind.PLAIN
    target: str = ""


Inline = tuple[Run, ...]
"""Text within a paragraph."""


def inline(content: str | Run | Inline) -> Inline:
    """Anything that can stand in a sentence, as inline text."""
    if isinstance(content, str):
        return (Run(content),) if content else ()
    return (content,) if isinstance(content, Run) else content


def filled(message: str, values: Mapping[str, str | Run | Inline]) -> Inline:
    """A message with its places filled. A value is never looked into, so what stands in it cannot act as a place.

    Raises ``KeyError`` for a place without a value.
    """
    runs: list[Run] = []
    end = 0
    for slot in SLOT.finditer(message):
        runs.extend(inline(message[end : slot.start()]))
        runs.extend(inline(values[slot[1]]))
        end = slot.end()
    runs.extend(inline(message[end:]))
    return _joined(runs)


def _joined(runs: list[Run]) -> Inline:
    """The runs, with neighbours that are plain made into one."""
    joined: list[Run] = []
    for run in runs:
        if joined and run.kind is Kind.PLAIN and joined[-1].kind is Kind.PLAIN:
            joined[-1] = Run(joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def plain_text(content: Inline) -> str:
    """The characters alone. Citations of paragraphs have none, since only a document knows their numbers."""
    return "".join(run.text for run in content)


def strong(text: str) -> Run:
    """Text that stands out."""
    return Run(text, Kind.STRONG)


def given(text: str) -> Run:
    """Text that an assessor wrote."""
    return Run(text, Kind.GIVEN)


def identifier(text: str) -> Run:
    """A stable id."""
    return Run(text, Kind.IDENTIFIER)


def link(address: str) -> Run:
    """A web or mail address that a reader may follow."""
    return Run(address, Kind.LINK, address)

"""Markdown (GitHub's): the same sections, every text escaped so that none of them becomes markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from npm_readiness.gap_report.cleaning import is_safe_address
from npm_readiness.gap_report.document import (
    Block,
    Bullets,
    Entries,
    Filters,
    Finding,
    Heading,
    Inline,
    Note,
    Paragraph,
    Phrases,
    Picture,
    Report,
    Run,
    Table,
)

__all__ = ["escaped", "markdown_of"]

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")
PLAIN_ID = re.compile(r"[\w.-]+", re.ASCII)
LINE_START = re.compile(r"^(\s*)(\d{1,9})?([-+.)=])")
ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|www)(?=[:.])")


def escaped(text: str) -> str:
    """The text as Markdown that shows just its characters: nothing in it is markup, and no address becomes a link by itself."""
    text = MARKUP.sub(r"\\\1", " ".join(text.split()))
    text = LINE_START.sub(lambda found: f"{found[1]}{found[2] or ''}\\{found[3]}", text)
    return ADDRESS.sub(lambda found: f"{found[0][0]}&#{ord(found[0][1])};{found[0][2:]}", text)


def markdown_of(report: Report) -> str:
    """The report as Markdown."""
    lines = [f"# {escaped(report.title)}", "", escaped(report.subtitle), ""]
    lines += [f"- {escaped(label)}: {_inline(text)}" for label, text in report.cover]
    for section in report.sections:
        lines += ["", f'<a id="{section.anchor}"></a>', "", f"## {escaped(section.label)} {escaped(section.title)}"]
        for block in section.blocks:
            lines += ["", *_titled(block, report.phrases), *DRAWN[type(block)](block)]
    lines += ["", "---", "", *(f"{escaped(text)}  " for text in report.closing)]
    return "\n".join(lines).rstrip() + "\n"


def _inline(line: Inline) -> str:
    return "".join(_run(run) for run in line)


@lru_cache(maxsize=1_000)
def _run(run: Run) -> str:
    """A run; what many findings bear on comes soon again."""
    leading, text, trailing = re.fullmatch(r"(\s*)(.*?)(\s*)", run.text, re.DOTALL).groups()  # type: ignore[union-attr]
    if run.kind == "break":
        return "<br>"
    if not text:
        return run.text
    shown = f"**{escaped(text)}**" if run.kind not in ("plain", "code", "number") else escaped(text)
    if run.kind == "code":
        shown = f"`{text}`" if PLAIN_ID.fullmatch(text) else escaped(text)
    if run.anchor is not None:
        shown = f'<a id="{run.anchor}"></a>{shown}'
    if run.link is not None and (run.link.startswith("#") or is_safe_address(run.link)):
        address = re.sub(r"[()<>\\ |]", lambda found: f"%{ord(found[0]):02X}", run.link)
        shown = f"[{shown}]({address})"
    return f"{leading}{shown}{trailing}"


def _paragraph(block: Paragraph) -> Iterator[str]:
    number = f"{block.number}\\. " if block.number is not None else ""
    yield number + _inline(block.text)


def _note(block: Note) -> Iterator[str]:
    yield f"> {_inline(block.text)}"


def _heading(block: Heading) -> Iterator[str]:
    yield f'<a id="{block.anchor}"></a>'
    yield ""
    yield f"### {escaped(block.text)}"


def _bullets(block: Bullets) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        yield f"{f'{number}.' if block.ordered else '-'} {_inline(item)}"


def _titled(block: Block, phrases: Phrases) -> Iterator[str]:
    """What stands above a table or a picture, with its number."""
    if isinstance(block, Table):
        yield f"_{escaped(f'{phrases.table} {block.number}. {block.caption}')}_"
        yield ""
    elif isinstance(block, Picture):
        yield f'<a id="{block.anchor}"></a>'
        yield ""
        yield f"**{escaped(f'{phrases.figure} {block.number}. {block.title}')}**"
        yield ""


def _table(block: Table) -> Iterator[str]:
    yield _row([escaped(cell) for cell in block.head])
    yield _row(["---"] * len(block.head))
    for row in block.rows:
        yield _row([_inline(cell) for cell in row])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _finding(block: Finding) -> Iterator[str]:
    yield f'<a id="{block.anchor}"></a>'
    yield ""
    yield f"#### {f'{block.letter or block.number}. ' if block.letter or block.number else ''}{escaped(block.title)}"
    yield ""
    yield " · ".join(_run(label) for label in block.labels)
    yield ""
    for label, content in block.fields:
        if isinstance(content, Table):
            yield from ("", f"**{escaped(label)}**", "", *_table(content), "")
            continue
        first, *rest = [_inline(line) for line in content] or [""]
        yield f"- **{escaped(label)}:** {first}"
        yield from (f"  - {line}" for line in rest)


def _entries(block: Entries) -> Iterator[str]:
    if block.title:
        yield f"**{escaped(block.title)}**"
        yield ""
    for entry in block.items:
        yield f'- <a id="{entry.anchor}"></a>{entry.number}\\. {_inline(entry.text)}'


def _filters(_: Filters) -> Iterator[str]:
    """Markdown cannot narrow a list; the whole of it follows."""
    yield from ()


def _picture(block: Picture) -> Iterator[str]:
    """The figures of a picture: its table says the same."""
    yield from _table(block.table)


DRAWN: dict[type[Block], Callable[[Any], Iterator[str]]] = {
    Paragraph: _paragraph,
    Note: _note,
    Heading: _heading,
    Bullets: _bullets,
    Table: _table,
    Finding: _finding,
    Entries: _entries,
    Filters: _filters,
    Picture: _picture,
}

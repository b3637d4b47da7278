"""HTML: one file that loads nothing and can be opened from a USB stick; the only script in it is ours, allowed by its hash."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import groupby

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup

from npm_readiness.gap_report.cleaning import REPLACEMENT, UNWANTED, is_safe_address
from npm_readiness.gap_report.document import (
    Block,
    Entries,
    Entry,
    Facet,
    Field,
    FilterGroup,
    Finding,
    Inline,
    Report,
    Run,
    Table,
    lines_of,
    text_of,
)
from npm_readiness.gap_report.drawings import Counts, Drawing, Grid, Part
from npm_readiness.gap_report.formats.html.anchors import CONTENT, anchors
from npm_readiness.gap_report.formats.html.lines import Lines, mark, quoted
from npm_readiness.gap_report.formats.html.style import looks, style_of
from npm_readiness.gap_report.formats.html.templates import TEMPLATES, loader
from npm_readiness.gap_report.marks import rank

__all__ = ["environment", "html_of"]

SHORT = 400
TALL = 1200
TERSE = 90
A_FEW = 4
NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
UNPRINTABLE = re.compile(f"{UNWANTED.pattern}|[{NO_CHARACTERS}]")
PUNCTUATION = re.compile(r"\s*([{};,])\s*|(?<=:) ")
BETWEEN_ELEMENTS = re.compile(r">\n+<")
COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)


def html_of(report: Report) -> str:
    """The report as an HTML page. Its style and its script are allowed by their hashes, and nothing else is."""
    names = looks(report)
    places = anchors(report)
    lines = Lines(
        leads=_leads(places),
        place=lambda link: f"#{places.get(link[1:]) or link[1:]}" if link.startswith("#") else link,
    )
    style = style_of(report, _lean("style.css") + _lean("print.css"), names)
    script = _lean("script.js")
    page = (
        environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            style=Markup(style),  # noqa: S704 - our own file and escaped strings
            script=Markup(script),  # noqa: S704 - our own file
            policy=_policy(style, script),
            content=CONTENT,
            leads=lines.leads,
            place=lines.place,
            inline=lines.inline,
            cells=lines.cells,
            word=lines.word,
            look=lambda table: names[table.kind, table.head].name,
        )
    )
    lean = BETWEEN_ELEMENTS.sub("><", page)
    return "\n".join([_shown(line) for line in lean.split("\n") if line]) + "\n"


def _shown(line: str) -> str:
    """The line without what no page should show; nearly every line holds nothing but what can be printed."""
    return line if line.isprintable() else UNPRINTABLE.sub(REPLACEMENT, line)


@cache
def environment(templates: BaseLoader | None = None) -> Environment:
    """What the page is drawn with; ``templates`` is by default what finds them quickest."""
    made = Environment(
        loader=loader() if templates is None else templates,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.tests["marked"] = _is_marked
    made.filters.update(
        block_kind=_kind,
        quoted=quoted,
        percent=_percent,
        facets=_facets,
        length_of=_length,
        mark=mark,
        runs=_runs,
        short=_is_short,
        stacked=_stacked,
        tall=_is_tall,
        terse=_is_terse,
        shares=_shares,
    )
    return made


@cache
def _lean(name: str) -> str:
    """A file of ours without its comments, indents and blank lines."""
    text = COMMENT.sub("", (TEMPLATES / name).read_text(encoding="utf-8"))
    lines = "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
    return PUNCTUATION.sub(r"\1", lines) if name.endswith(".css") else lines


def _policy(style: str, script: str) -> str:
    allowed = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script))
    sources = "style-src 'sha256-{}'; script-src 'sha256-{}'".format(*allowed)
    return f"default-src 'none'; {sources}; base-uri 'none'; form-action 'none'"


def _leads(known: Mapping[str, str]) -> Callable[[str], bool]:
    """Whether a link leads anywhere: to a place that the page has, or to an address that is safe."""
    return lambda link: link[1:] in known if link.startswith("#") else is_safe_address(link)


def _kind(block: Block | Drawing) -> str:
    """The macro or template that draws it."""
    return type(block).__name__.lower()


def _percent(share: float) -> str:
    """A share of one as an attribute of a drawing."""
    return f"{round(share * 100, 2):g}%"


def _length(line: Inline) -> int:
    """How many characters a line has."""
    return len(text_of(line))


def _is_short(finding: Finding) -> bool:
    """Whether it can be kept together on paper without leaving half a page empty."""
    room = SHORT
    for line in lines_of(finding):
        room -= _length(line)
        if room < 0:
            return False
    return True


def _is_tall(row: tuple[Inline, ...]) -> bool:
    """Whether a row of a table would leave half a page empty if it had to stand on one."""
    return max(map(_length, row), default=0) > TALL


def _is_terse(entries: Entries) -> bool:
    """Whether its lines are so short, and so many, that they stand in two columns on paper."""
    return len(entries.items) >= A_FEW and all(_length(entry.text) <= TERSE for entry in entries.items)


def _runs(finding: Finding) -> tuple[tuple[bool, tuple[Field, ...]], ...]:
    """The fields of a finding in their order: runs of those that are lists of lines, and of those that are tables."""
    runs = groupby(finding.fields, key=lambda field: isinstance(field[1], Table))
    return tuple((tabular, tuple(fields)) for tabular, fields in runs)


def _facets(finding: Finding | Entry, groups: tuple[FilterGroup, ...]) -> str:
    """What a finding is filtered by: for each choice in its order the places of its options, with commas between several."""
    return " ".join(
        ",".join(
            str(place)
            for place, (value, _) in enumerate(group.options, start=1)
            if Facet(group.name, value) in finding.facets
        )
        or "-"
        for group in groups
    )


def _is_marked(run: Run) -> bool:
    """Whether it is an element of its own that could carry an id, and carries none yet."""
    return run.kind not in ("plain", "number", "break") and run.anchor is None and run.link is None


def _stacked(drawing: Counts) -> tuple[tuple[tuple[Part, float, float], ...], ...]:
    """For each bar its parts with their start and width, drawn to one scale."""
    most = max((sum(part.number for part in row.parts) for row in drawing.rows), default=0) or 1
    return tuple(
        tuple(
            (part, sum(before.number for before in row.parts[:place]) / most, part.number / most)
            for place, part in enumerate(row.parts)
        )
        for row in drawing.rows
    )


def _shares(drawing: Grid) -> tuple[tuple[str, str, int, float, float], ...]:
    """The statuses in a grid, in the order in which they come: kind, words, how many cells, start and width."""
    kinds = [cell.kind for row in drawing.rows for cell in row.cells]
    words = {cell.kind: cell.words for row in drawing.rows for cell in row.cells}
    found = []
    start = 0.0
    for kind, said in sorted(words.items(), key=lambda item: (rank(item[0]), item[0])):
        width = kinds.count(kind) / len(kinds)
        found.append((kind, said, kinds.count(kind), start, width))
        start += width
    return tuple(found)

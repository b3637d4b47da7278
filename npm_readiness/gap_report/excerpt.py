"""A report in the length that its reader has: short, the main part, all of it, or some sections alone.

The paragraphs keep their numbers in every length, so that a letter can name them whatever its reader holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import groupby
from operator import is_
from typing import Any

from npm_readiness.gap_report.document import (
    Block,
    Entries,
    Entry,
    Finding,
    Heading,
    Report,
    Run,
    Section,
    Table,
    places_of,
)
from npm_readiness.gap_report.extent import EVERYTHING, LENGTHS, Extent, Length
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.sections.differing import has_versions
from npm_readiness.gap_report.sections.inline import anchor
from npm_readiness.gap_report.sections.outline import OUTLINE
from npm_readiness.models.assessment import Assessment
from npm_readiness.problems import InputError, Place, problem_at

__all__ = ["EVERYTHING", "LENGTHS", "Extent", "Length", "checked_extent", "excerpt"]

SHORT = ("one-page", "recommendations", "roadmap")
"""What somebody reads who decides."""

BESIDE = ("answers", "reproduce")
"""What somebody looks up who checks."""

WITHOUT_RUNS = frozenset({str, int, float, bool, type(None)})
"""The types of most fields that hold no run."""

MANY = 8
"""From how many parts on a line is remembered that was looked through."""

MOST = 60
"""How many findings the main part tells in full, beside those that are never told in a line. A finding takes half a page."""


def checked_extent(length: str | None, sections: tuple[str, ...], assessment: Assessment) -> Extent:
    """The extent that these words name; ``None`` is the main part.

    Raises :class:`~npm_readiness.problems.InputError` for a length, a section or a checklist of standards that there is not.
    """
    if length is not None and length not in LENGTHS:
        raise InputError([_unknown("--parts", f"there is no length {length}", tuple(LENGTHS))])
    present = (key for key in OUTLINE if key != "differing" or has_versions(assessment))
    known = (*present, *(summary.checklist for summary in assessment.standards))
    unknown = [name for name in dict.fromkeys(sections) if name not in known]
    if unknown:
        raise InputError(
            [_unknown("--sections", f"there is no section {name} in this report", known) for name in unknown]
        )
    chosen: Length = next((name for name in LENGTHS if name == length), "main")
    return Extent(chosen, tuple(dict.fromkeys(sections)))


def _unknown(argument: str, reason: str, known: tuple[str, ...]) -> Any:
    return problem_at(Place(argument), "argument-invalid", reason=reason, advice=f"there are: {', '.join(known)}")


def excerpt(report: Report, extent: Extent, texts: Texts) -> Report:
    """The sections of a report that are wanted, in its order; what led to others leads nowhere and keeps its words.

    The cover says which part of the report it is.
    """
    if extent == EVERYTHING:
        return report
    kept = tuple(_chosen(report, extent))
    if extent.length == "main" and not extent.sections:
        kept = tuple(_in_lines(kept))
    places = {section.anchor for section, _ in kept}
    places |= {place for section, _ in kept for block in section.blocks for place, _ in places_of(block)}
    short = replace(
        report,
        sections=tuple(section for section, _ in kept),
        contents=tuple(paragraphs for _, paragraphs in kept),
        cover=(*report.cover, (texts.say("Part of the report"), (Run(_in_words(extent, kept, texts)),))),
    )
    freed: Report = _Living(places).part(short)
    return freed


def _in_words(extent: Extent, kept: tuple[tuple[Section, str], ...], texts: Texts) -> str:
    """Which part it is, and what it leaves out."""
    if extent.sections:
        names = "; ".join(_name(section) for section, _ in kept)
        return texts.say("{sections} alone; paragraphs are numbered as in the whole report", sections=names)
    if extent.length == "short":
        return texts.say("short: sections 1, 2 and 9; the reasons stand in the main report (--parts main)")
    return texts.say("main: without annexes B and E, which hold every answer and how to reproduce it (--parts full)")


def _name(section: Section) -> str:
    """The name of a section; for a checklist out of the annex on standards, that of the checklist."""
    first = section.blocks[0] if section.blocks else None
    if isinstance(first, Heading) and first.anchor.startswith(anchor("standards", "")):
        return first.text
    return f"{section.label} {section.title}"


def _chosen(report: Report, extent: Extent) -> Iterator[tuple[Section, str]]:
    wanted = _wanted(extent)
    keys = {part.anchor: key for key, part in OUTLINE.items()}
    for section, paragraphs in zip(report.sections, report.contents, strict=True):
        key = keys[section.anchor]
        if key in wanted:
            yield section, paragraphs
        elif key == "standards":
            blocks = tuple(block for name in extent.sections for block in _of_checklist(section, name))
            if blocks:
                yield replace(section, blocks=blocks), ""


def _wanted(extent: Extent) -> tuple[str, ...]:
    if extent.sections:
        return extent.sections
    if extent.length == "short":
        return SHORT
    return tuple(key for key in OUTLINE if extent.length == "full" or key not in BESIDE)


def _of_checklist(section: Section, checklist: str) -> Iterator[Block]:
    """What the annex on standards says of one checklist: from its heading to that of the next."""
    inside = False
    for block in section.blocks:
        if isinstance(block, Heading) and block.anchor.startswith(anchor("standards", "")):
            inside = block.anchor == anchor("standards", checklist)
        if inside:
            yield block


def _in_lines(kept: tuple[tuple[Section, str], ...]) -> Iterator[tuple[Section, str]]:
    """The sections with the findings in a line each that have one: those for which that is always so, and all if there are many."""
    findings = [block for section, _ in kept for block in section.blocks if isinstance(block, Finding)]
    # A finding by which nothing can be found is a recommendation: of this report, or of others.
    few = sum(finding.short is None or not finding.short.always for finding in findings if _is_told(finding)) <= MOST
    for section, paragraphs in kept:
        yield replace(section, blocks=tuple(_lines(section.blocks, few=few))), paragraphs


def _is_told(finding: Finding) -> bool:
    return finding.short is not None or bool(finding.facets)


def _lines(blocks: tuple[Block, ...], *, few: bool) -> Iterator[Block]:
    """Findings that follow one another under one title become lines of one list."""

    def title(block: Block) -> str | None:
        short = block.short if isinstance(block, Finding) else None
        return None if short is None or (few and not short.always) else short.title

    for told, run in groupby(blocks, key=title):
        together = tuple(run)
        if told is not None:
            yield Entries(told, tuple(_line(block) for block in together if isinstance(block, Finding)))
        else:
            yield from together if few else map(_told_once, together)


def _told_once(block: Block) -> Block:
    """A table without what the findings tell already."""
    return replace(block, rows=block.short) if isinstance(block, Table) and block.short else block


def _line(finding: Finding) -> Entry:
    text = () if finding.short is None else finding.short.text
    return Entry(finding.number or 0, finding.anchor, text, finding.facets)


class _Living:
    """Parts of a report in which no run leads to a place that is not there."""

    def __init__(self, places: set[str]) -> None:
        self._places = places
        self._shared: dict[int, Any] = {}

    def part(self, part: Any) -> Any:
        """The same part without dead links; itself where there was none."""
        kind: Any = type(part)
        if kind is not tuple:
            return self._fields(part, kind)
        if len(part) < MANY:
            return self._items(part)
        # By itself and not by what it says: a long line that many findings share is looked through once, and stays shared.
        if id(part) not in self._shared:
            self._shared[id(part)] = self._items(part)
        return self._shared[id(part)]

    def _items(self, part: Any) -> Any:
        # Most of a report is lines of runs that lead nowhere.
        items = tuple([_alive(item, self._places) if type(item) is Run else self.part(item) for item in part])
        return part if all(map(is_, items, part)) else items

    def _fields(self, part: Any, kind: type) -> Any:
        changed = {}
        for name in _names_of(kind):
            value = getattr(part, name)
            if type(value) not in WITHOUT_RUNS and (new := self.part(value)) is not value:
                changed[name] = new
        return replace(part, **changed) if changed else part


def _alive(run: Run, places: set[str]) -> Run:
    """The run, without a link to a place that is not there."""
    if run.link is None or not run.link.startswith("#") or run.link[1:] in places:
        return run
    return replace(run, link=None, kind="plain" if run.kind == "number" else run.kind)


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    """The fields of a part of a report; what has none, such as a text, holds no run."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()

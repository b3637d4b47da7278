"""The questions of more checklists put into a profile that somebody has begun, with nothing else in it changed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from typing import NamedTuple

from npm_readiness.filling.asking import Asking, questions_of
from npm_readiness.filling.layout import Layout
from npm_readiness.filling.question_lines import left_out_lines, question_lines
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.files import kind_of
from npm_readiness.loading.profile_checks import check_checklists
from npm_readiness.loading.profiles import dated, examine_profile
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.models.treaty_status import KNOWN_TO
from npm_readiness.problems import InputError, Path, Place, problem_at
from npm_readiness.reading.document import Document
from npm_readiness.reading.files import examine_document, parse_document, read_source

__all__ = ["extend_profile"]

BYTE_ORDER_MARK = "\ufeff"
INSIDE = "  "
DEFAULT = ("opcat",)
"""The checklists of a profile that names none."""


@dataclass(frozen=True, slots=True)
class _Extension:
    """What is added to a profile, as it stands in its file: questions, and checklists that it does not name yet."""

    layout: Layout
    document: Document
    profile: Profile
    catalogue: Catalogue
    asking: Asking
    added: tuple[str, ...]


class _Edit(NamedTuple):
    """A piece of the text, from ``start`` to ``end``, and what stands there instead."""

    start: int
    end: int
    text: str


def extend_profile(path: str | os.PathLike[str], checklists: Sequence[str], catalogue: Catalogue | None = None) -> str:
    """The text of the profile in a file with the questions of these checklists that it does not have yet.

    They stand behind its own, with nothing answered, and the checklists behind those that it names; every other character
    stays. What is not asked by the facts of the profile is listed where a checklist is new. A profile whose date is still to be
    filled in can be extended. Raises :class:`~npm_readiness.problems.InputError` with every problem of the profile, or where there
    is no such checklist.
    """
    catalogue = catalogue or default_catalogue()
    check_checklists(checklists, catalogue, Place("--checklists"))
    source = read_source(path)
    document = parse_document(source, os.fspath(path))
    if kind_of(document) is not Profile:
        reason, advice = "this is no profile", "name a profile"
        raise InputError([problem_at(document.place(()), "value-invalid", reason=reason, advice=advice)])
    profile, problems = examine_profile(dated(document, KNOWN_TO), catalogue)
    if profile is None:
        raise InputError(problem for problem in problems if not problem.warning)
    text = source.decode()
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    added = tuple(name for name in dict.fromkeys(checklists) if name not in profile.checklists)
    asking = _missing(profile, catalogue, checklists, added)
    layout = Layout.of(text.removeprefix(mark))
    return mark + _extended(_Extension(layout, document, profile, catalogue, asking, added))


def _missing(profile: Profile, catalogue: Catalogue, checklists: Sequence[str], added: Sequence[str]) -> Asking:
    """The questions that the profile does not have yet, and those that are not asked by checklists that are new to it."""
    asking = questions_of(profile, catalogue, checklists)
    asked = tuple(item for item in asking.questions if item.question.id not in profile.answers)
    not_asked = questions_of(profile, catalogue, added).left_out
    had = {*profile.answers, *(item.question.id for item in asking.questions)}
    had |= {
        name
        for names in questions_of(profile, catalogue, tuple(profile.checklists)).left_out.values()
        for name in names
    }
    left_out = {why: tuple(name for name in names if name not in had) for why, names in not_asked.items()}
    return Asking(asked, {why: names for why, names in left_out.items() if names})


def _extended(this: _Extension) -> str:
    """The text with both edits; of the places where they can stand the first that changes nothing else."""
    for edits in product(_answers(this), _checklists(this)):
        extended = _edited(this.layout, chain(*edits))
        if _changes_nothing_else(extended, this):
            return extended
    raise InputError([problem_at(Place(this.document.file), "extending-impossible")])


def _edited(layout: Layout, edits: Iterator[_Edit]) -> str:
    text, newline = layout.text, "\r\n" if "\r\n" in layout.text[: layout.next_line(0)] else "\n"
    for start, end, new in sorted(edits, reverse=True):
        between = newline if new.endswith("\n") and start == len(text) and text and not text.endswith("\n") else ""
        text = text[:start] + between + new.replace("\n", newline) + text[end:]
    return text


def _changes_nothing_else(extended: str, this: _Extension) -> bool:
    """Whether the text says what it said, and has the new questions and checklists behind its own."""
    read, problems = examine_document(extended, this.document.file)
    if read is None or problems or not isinstance(read.data, dict):
        return False
    was, now = this.document.data, read.data
    own = {key: value for key, value in now.items() if key not in ("answers", "checklists")}
    names = [item.question.id for item in this.asking.questions]
    before, after = was.get("answers") or {}, now.get("answers") or {}
    return (
        own == {key: value for key, value in was.items() if key not in ("answers", "checklists")}
        and list(after) == [*before, *names]
        and all(after[name] == given for name, given in before.items())
        and list(now.get("checklists", DEFAULT)) == [*was.get("checklists", DEFAULT), *this.added]
    )


def _answers(this: _Extension) -> Iterator[list[_Edit]]:
    """The ways to put the questions in."""
    layout, asking = this.layout, this.asking
    if not asking.questions and not asking.left_out:
        yield []
        return
    path: Path = ("answers",)
    part, root = layout.parts.get(path), layout.parts[()]
    names = [item.question.id for item in asking.questions]
    if part is None and root.flow:
        yield _into_brackets(layout, (), [f"answers: {{{', '.join(f'{name}: {{answer: null}}' for name in names)}}}"])
        return
    if part is None:
        lines = _lines(this, layout.margin(root.start) + INSIDE)
        for index in (layout.next_line(root.end), len(layout.text)):
            yield [_Edit(index, index, f"\n{layout.margin(root.start)}answers:\n{lines}")]
        return
    empty = not this.document.data["answers"]
    nothing = empty and "\n" not in layout.text[part.start : part.end] and "#" not in layout.text[part.start : part.end]
    if part.flow and not nothing:
        yield _into_brackets(layout, path, [f"{name}: {{answer: null}}" for name in names])
        return
    outer = layout.margin(part.key or 0)
    lines = _lines(this, outer + INSIDE if empty else layout.margin(part.start))
    cleared = [_Edit(part.start, part.end, "")] if empty and part.end > part.start else []
    behind = layout.next_line(part.end)
    index = _behind_comments(layout, behind, len(outer))
    yield [*cleared, _Edit(index, index, lines)]
    # A text that keeps the empty lines behind it would keep ours too.
    index = _behind_blanks(layout, behind)
    yield [*cleared, _Edit(index, index, lines.removeprefix("\n"))]


def _lines(this: _Extension, margin: str) -> str:
    lines = [
        *question_lines(this.asking.questions, this.catalogue, margin=margin),
        *left_out_lines(this.asking.left_out, margin=margin),
    ]
    return "".join(f"{line}\n" for line in lines)


def _behind_comments(layout: Layout, index: int, margin: int) -> int:
    """Behind the comments that follow and stand further in than ``margin``: they belong to what is above them."""
    found = index
    while index < len(layout.text):
        line = layout.text[index : layout.next_line(index + 1)]
        comment = line.lstrip(" \t").startswith("#")
        if line.strip() and not (comment and len(line) - len(line.lstrip(" \t")) > margin):
            break
        index = layout.next_line(index + 1)
        found = index if comment else found
    return found


def _behind_blanks(layout: Layout, index: int) -> int:
    """Behind the empty lines that follow: a text that ends with them keeps them."""
    while index < len(layout.text) and not layout.text[index : layout.next_line(index + 1)].strip():
        index = layout.next_line(index + 1)
    return index


def _into_brackets(layout: Layout, path: Path, entries: Sequence[str]) -> list[_Edit]:
    """Entries put behind the last one between brackets; where that is empty, in front of the closing bracket."""
    part = layout.parts[path]
    new = ", ".join(entries)
    if not entries:
        return []
    if part.last is None:
        return [_Edit(part.end - 1, part.end - 1, new)]
    last = layout.parts[part.last]
    written = last.end > last.start
    index = last.end if written else part.end - 1
    return [_Edit(index, index, f", {new}")]


def _checklists(this: _Extension) -> Iterator[list[_Edit]]:
    """The ways to name the new checklists."""
    layout, profile, added = this.layout, this.profile, this.added
    if not added:
        yield []
        return
    path: Path = ("checklists",)
    part, root = layout.parts.get(path), layout.parts[()]
    versions = {name: json.dumps(this.catalogue.checklists[name].content.version, ensure_ascii=False) for name in added}
    pairs = [f"{name}: {version}" for name, version in versions.items()]
    entries = pairs if profile.versions else list(added)
    if part is None or this.document.data["checklists"] is None:
        line = f"checklists: [{', '.join([*DEFAULT, *added])}]"
        if root.flow:
            yield _into_brackets(layout, (), [line])
            return
        index = layout.next_line(layout.parts["assessed_on",].end)
        yield [_Edit(index, index, f"{layout.margin(root.start)}{line}\n")]
    elif part.flow:
        yield _into_brackets(layout, path, entries)
    else:
        margin = layout.margin(part.start)
        dash = "" if profile.versions else "- "
        index = layout.next_line(part.end)
        yield [_Edit(index, index, "".join(f"{margin}{dash}{entry}\n" for entry in entries))]

"""Lines of text as HTML: the only place that makes links.

In Python and not in a template: a page has thousands of lines, and the call of a macro takes longer than what it writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from markupsafe import Markup

from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.records import record

__all__ = ["Lines", "escaped", "mark", "quoted"]

OWN_NAME = re.compile(r"#?[\w-]+", re.ASCII)
MANY = 8
"""From how many runs on a line is remembered that was written."""

MOST_KNOWN = 1_000
"""How many lines are remembered: what many findings share comes soon again."""

BARE = ("plain", "number")
"""The kinds of runs that are no element of their own."""


@record(frozen=True)
class Lines:
    """How the lines of one page are written. ``leads`` says whether a link leads anywhere, ``place`` to what it leads here."""

    leads: Callable[[str], bool]
    place: Callable[[str], str]

    def inline(self, line: Inline) -> Markup:
        """A line; a long one that many findings share is written once."""
        if len(line) < MANY:
            return Markup("".join(map(self._run, line)))  # noqa: S704 - every part is escaped
        # By itself and not by what it says, which would have to be gone through; it is kept, so that no other comes in its place.
        known = self._written.get(id(line))
        if known is None:
            if len(self._written) >= MOST_KNOWN:
                self._written.clear()
            known = self._written[id(line)] = line, Markup("".join(map(self._run, line)))  # noqa: S704 - as above
        return known[1]

    @cached_property
    def _written(self) -> dict[int, tuple[Inline, Markup]]:
        return {}

    def cells(self, row: tuple[Inline, ...]) -> Markup:
        """The cells of a row of a table; the first heads the row. A cell takes over the place that its first run names."""
        written = []
        for number, cell in enumerate(row):
            written.append("<td" if number else "<th")
            first = cell[0] if cell else None
            if first is not None and first.anchor and first.kind == "plain" and not first.link:
                written += (_identity(first), ">", escaped(first.text), *map(self._run, cell[1:]))
            else:
                written += (">", *map(self._run, cell))
        return Markup("".join(written))  # noqa: S704 - every part is escaped

    def word(self, run: Run, identity: str) -> Markup:
        """A run that leads nowhere; ``identity`` is the attribute by which it can be led to, or empty."""
        return Markup(_word(run, identity))  # noqa: S704 - every part is escaped

    def _run(self, run: Run) -> str:
        kind = run.kind
        if kind == "break":
            return "<br>"
        if run.link and self.leads(run.link):
            bare = " class=bare" if run.link == run.text else ""
            return f"<a{_identity(run)} href={_quoted(self.place(run.link))}{bare}>{_word(run, '')}</a>"
        if run.anchor and kind in BARE:
            return f"<a{_identity(run)}>{escaped(run.text)}</a>"
        return _word(run, _identity(run))


def escaped(text: str) -> str:
    """The text with nothing in it that HTML could take for its own: what ``markupsafe.escape`` makes, and no object for each."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


def quoted(value: str) -> Markup:
    """The value of an attribute: bare where it is a name of ours, to save space, and within quotes otherwise."""
    return Markup(_quoted(value))  # noqa: S704 - escaped


def _quoted(value: str) -> str:
    return value if OWN_NAME.fullmatch(value) else f'"{escaped(value)}"'


def _identity(run: Run) -> str:
    return f" id={_quoted(run.anchor)}" if run.anchor else ""


def _word(run: Run, identity: str) -> str:
    kind, text = run.kind, escaped(run.text)
    if kind in BARE:
        return text
    if kind == "strong":
        return f"<strong{identity}>{text}</strong>"
    if kind == "code":
        return f"<code{identity}>{text}</code>"
    blank = " " if text.startswith(" ") else ""
    return f"{blank}<b{identity} class={_quoted(mark(kind))}>{text.lstrip()}</b>"


def mark(kind: str) -> str:
    """The class of a word with a mark: what its kind says after what it is a kind of."""
    return kind.partition("-")[2] or kind

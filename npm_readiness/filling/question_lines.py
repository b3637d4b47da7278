"""Questions as a profile writes them: what is asked and what counts as each answer, as comments above the keys to fill in."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from npm_readiness.filling.asking import AskedQuestion
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Criterion, Question
from npm_readiness.plain_text import one_line

__all__ = ["WIDTH", "left_out_lines", "question_lines"]

WIDTH = 118
"""The columns of a line at most."""

BASIS_AT = 50
"""The column from which what a question rests on stands beside its id."""

ELSEWHERE = " …"
"""Ends what does not fit on its line."""

WAITS = " *"
"""Marks the questions that are no by themselves as long as there is no mechanism; the head of a new profile says so."""

INSIDE = "  "
KEYS = ("answer", "evidence")


def question_lines(asked: Iterable[AskedQuestion], catalogue: Catalogue, *, margin: str = INSIDE) -> Iterator[str]:
    """The lines of questions, by stage and dimension, that begin with ``margin``; each has its keys empty."""
    for (stage, dimension), group in groupby(asked, key=_where):
        title = one_line(catalogue.dimensions[dimension].title)
        yield ""
        yield f"{margin}# ===== {stage}: {title} ".ljust(WIDTH - 20, "=")
        for item in group:
            yield from _question(item.question, _basis(item.entry.criterion, catalogue), margin)


def left_out_lines(left_out: Mapping[str, Iterable[str]], *, margin: str = INSIDE) -> Iterator[str]:
    """What is not asked, as comments: each reason with the ids of the questions."""
    if not left_out:
        return
    yield ""
    yield f"{margin}# ===== Not asked, by what stands above (npm-readiness show ID shows each) ".ljust(WIDTH - 20, "=")
    for why, names in left_out.items():
        yield from _comment(f"{why}: {', '.join(names)}", margin)


def _where(item: AskedQuestion) -> tuple[str, str]:
    return item.entry.criterion.stage.value, item.entry.criterion.dimension


def _basis(criterion: Criterion, catalogue: Catalogue) -> str:
    """Law or practice, and the strongest provision."""
    provision = catalogue.provisions[criterion.provisions[0]]
    instrument = catalogue.instruments[provision.instrument]
    name = instrument.short or instrument.symbol or instrument.id
    return one_line(f"{criterion.aspect}; {name}, {provision.pinpoint}")


def _question(question: Question, basis: str, margin: str) -> Iterator[str]:
    yield from _comment(question.text, margin)
    rubric = question.rubric
    yield from _tightly([f"yes: {rubric.yes}", f"partial: {rubric.partial}", f"no: {rubric.no}"], margin)
    if question.may_not_apply is not None:
        yield from _comment(f"not_applicable, with a reason: {question.may_not_apply}", margin, INSIDE)
    if question.follows_from is not None:
        yield from _comment(f"Follows from {question.follows_from.key} once the State has joined.", margin, INSIDE)
    waits = WAITS if question.waits_for_mechanism else ""
    key = f"{margin}{question.id}:".ljust(BASIS_AT)
    yield f"{key}  # {textwrap.shorten(basis, max(WIDTH - len(f'{key}  # {waits}'), len(ELSEWHERE)), placeholder=ELSEWHERE)}{waits}"
    for key in KEYS:
        yield f"{margin}{INSIDE}{key}:"


def _tightly(texts: Iterable[str], margin: str) -> Iterator[str]:
    """Each text on lines of its own, but beside the one before where it fits there whole."""
    line = ""
    room = WIDTH - len(f"{margin}# {INSIDE}")
    for text in texts:
        if line and len(f"{line}  {text}") <= room:
            line = f"{line}  {text}"
        else:
            if line:
                yield from _comment(line, margin, INSIDE)
            line = text
    yield from _comment(line, margin, INSIDE)


def _comment(text: str, margin: str, inside: str = "") -> list[str]:
    # A line break in it would end the comment, and begin a line that is read as an answer.
    return textwrap.wrap(
        one_line(text),
        WIDTH,
        initial_indent=f"{margin}# {inside}",
        subsequent_indent=f"{margin}#   {inside}",
        break_on_hyphens=False,
        break_long_words=False,
    )

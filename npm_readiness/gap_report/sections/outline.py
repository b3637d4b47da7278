"""The outline of a report: its sections with their labels, places and titles, in one place.

What later work adds (since last time, examples elsewhere) takes its place here, and references follow.
"""

from __future__ import annotations

from collections.abc import Mapping

from npm_readiness.gap_report.document import Block, Run, Section
from npm_readiness.gap_report.language import mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.records import record

__all__ = ["OUTLINE", "Part", "reference", "section"]


@record(frozen=True)
class Part:
    """A section: its number or, for an annex, its letter; its title; how it stands on paper and whether it decides."""

    label: str
    title: str
    new_page: bool = False
    decides: bool = False
    one_page: bool = False

    @property
    def annex(self) -> bool:
        """Whether it is an annex."""
        return self.label.isalpha()

    @property
    def anchor(self) -> str:
        """Its place."""
        return f"annex_{self.label.lower()}" if self.annex else f"section_{self.label}"


OUTLINE: Mapping[str, Part] = {
    "one-page": Part("1", mark("In one page"), new_page=True, decides=True, one_page=True),
    "recommendations": Part("2", mark("Key recommendations"), new_page=True, decides=True),
    "scope": Part("3", mark("Scope and method"), new_page=True),
    "dates": Part("4", mark("Obligations and dates")),
    "in-place": Part("5", mark("What is in place")),
    "analysis": Part("6", mark("Analysis by theme")),
    "unknown": Part("7", mark("What is not known")),
    "drafting": Part("8", mark("Drafter's list"), new_page=True),
    "roadmap": Part("9", mark("The road from here")),
    "recommended": Part("10", mark("What others have recommended")),
    "waiting": Part("11", mark("Once the mechanism is at work")),
    "differing": Part("12", mark("Where answers differ")),
    "concordance": Part("A", mark("Concordance"), new_page=True),
    "answers": Part("B", mark("Answers and evidence"), new_page=True),
    "standards": Part("C", mark("Standards, apart from readiness"), new_page=True),
    "reply": Part("D", mark("Reply form"), new_page=True),
    "reproduce": Part("E", mark("How to reproduce")),
}
"""The sections by key, in their order."""
WOULD_BE: Mapping[str, str] = {"in-place": mark("What would be in place")}
"""The titles that differ where a report tells what would be."""


def section(context: Context, key: str, blocks: tuple[Block, ...]) -> Section:
    """A section of the outline with its blocks."""
    part, say = OUTLINE[key], context.texts.say
    title = WOULD_BE.get(key, part.title) if context.supposes else part.title
    label = say("Annex {letter}", letter=part.label) if part.annex else part.label
    # A section of one sentence does not take up a page.
    new_page = part.new_page and (part.decides or len(blocks) > 1)
    return Section(part.anchor, label, say(title), blocks, new_page, part.decides, part.one_page)


def reference(context: Context, key: str) -> Run:
    """The name of a section within a sentence, leading there."""
    part, say = OUTLINE[key], context.texts.say
    name = say("annex {letter}", letter=part.label) if part.annex else say("section {number}", number=part.label)
    return Run(name, link=f"#{part.anchor}")

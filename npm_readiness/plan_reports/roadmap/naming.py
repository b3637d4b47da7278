"""What all parts of the document need: the names of packages, days or weeks in words, what is due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from npm_readiness.gap_report.dates_in_words import day_in_words
from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.gap_report.language import Texts, mark
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.words import ANSWERS, STAGES
from npm_readiness.models.vocabulary import Stage
from npm_readiness.planning.roadmap.result import Package, RaisedQuestion, Roadmap

__all__ = ["DUE", "Names"]

DUE: Mapping[str, str] = {
    "deposit": mark("The planned deposit"),
    "entry-into-force": mark("Part III of the Protocol binds"),
    "article-17": mark("The mechanism must be in place"),
}
"""What something is due by."""


@dataclass(frozen=True)
class Names:
    """A roadmap on its way to becoming a document."""

    roadmap: Roadmap
    context: Context

    @property
    def texts(self) -> Texts:
        """The language."""
        return self.context.texts

    @property
    def numbers(self) -> dict[str, int]:
        """The packages by their place in the order."""
        return {package.id: number for number, package in enumerate(self.roadmap.packages, start=1)}

    @property
    def plan_lines(self) -> tuple[tuple[str, Inline], ...]:
        """The lines of the cover that say on which dates the roadmap rests."""
        say, roadmap = self.texts.say, self.roadmap
        deposit = roadmap.planned_deposit
        planned = say("none given")
        if deposit is not None:
            planned = say("{day}, as the profile plans it", day=deposit)
        if deposit is not None and roadmap.hypothetical:
            planned = say("{day}: a hypothetical date, taken for this roadmap and announced by nobody", day=deposit)
        return (
            (
                say("Start of the work"),
                line(say("none given: weeks from the start") if roadmap.start is None else str(roadmap.start)),
            ),
            *(((say("Deposit"), line(planned)),) if self.context.situation.joined is not True else ()),
        )

    def package(self, package: Package) -> str:
        """Who acts, and by what: ``Parliament: Act on the mechanism``; with the stage where steps are taken one by one."""
        say = self.texts.say
        who = self.context.addressee(package.addressee)
        told = say("{who}: {what}", who=who, what=package.title[:1].lower() + package.title[1:])
        if not package.one_text and package.actions:
            told = say("{package} ({stage})", package=told, stage=say(STAGES[package.actions[0].stage]).lower())
        if package.of > 1:
            told = say("{package}, part {part} of {of}", package=told, part=package.part, of=package.of)
        return told

    def numbered(self, package: str) -> str:
        """The number of a package, as other parts of the document name it."""
        return self.texts.say("package {number}", number=self.numbers[package])

    def linked(self, package: str, words: str) -> Run:
        """Words that lead to the package."""
        return Run(words, link=f"#package_{self.numbers[package]}")

    def span(self, package: Package) -> str:
        """When a package runs: days, or weeks from the start."""
        if package.starts is not None and package.ends is not None:
            return self.texts.say("{first} to {last}", first=package.starts, last=package.ends)
        return self.texts.say("week {first} to week {last}", first=package.starts_week, last=package.ends_week)

    def answer(self, entry: RaisedQuestion) -> str:
        """How a question stands today; of one that is unknown, between which answers it lies where that is known."""
        say = self.texts.say
        if entry.between is None:
            return say(ANSWERS[entry.answer])
        low, high = entry.between
        return say("unknown, between {low} and {high}", low=say(ANSWERS[low]), high=say(ANSWERS[high]))

    def day(self, day: date) -> str:
        """A day in a sentence."""
        return day_in_words(self.texts, day)

    def stage(self, stage: Stage) -> str:
        """The name of a stage."""
        return self.texts.say(STAGES[stage])

    def title(self, criterion: str) -> str:
        """The title of a criterion."""
        return self.context.criteria[criterion].title

    def titles(self, criteria: tuple[str, ...]) -> str:
        """The titles of several criteria."""
        return "; ".join(self.title(criterion) for criterion in criteria)

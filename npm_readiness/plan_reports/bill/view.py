"""What all sections of the report on a bill need: the comparison, its entries by id, and how they are named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from npm_readiness.gap_report.document import Inline, Run
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import anchor, joined, line
from npm_readiness.gap_report.words import ANSWERS, VERBS, verb_of
from npm_readiness.models.assessed_criteria import AssessedCriterion
from npm_readiness.models.vocabulary import Answer, Obligation, Status
from npm_readiness.plan_reports.bill.words import CHANGE_KINDS, CHANGES, WOULD, WOULD_FALL_SHORT
from npm_readiness.planning.bill.comparison import BillArticle, BillComparison, Change, ComparedCriterion

__all__ = ["BillView"]


@dataclass(frozen=True)
class BillView:
    """A comparison on its way to becoming a report."""

    result: BillComparison
    texts: Texts

    @cached_property
    def adopted(self) -> Context:
        """The law as it would be."""
        return Context(self.result.adopted, self.texts)

    @cached_property
    def today(self) -> Context:
        """The law today."""
        return Context(self.result.today, self.texts)

    @cached_property
    def compared(self) -> dict[str, ComparedCriterion]:
        """The compared criteria by id."""
        return {entry.id: entry for entry in self.result.criteria}

    @cached_property
    def in_reach(self) -> tuple[ComparedCriterion, ...]:
        """The criteria of which the bill speaks, or of which a law on the mechanism would be expected to."""
        return tuple(entry for entry in self.result.criteria if entry.in_reach)

    @cached_property
    def kept(self) -> tuple[str, ...]:
        """The names of the bodies that are the mechanism today and that the bill would name in an act."""
        mechanism = {body.name for body in self.result.today.situation.bodies if body.mechanism is True}
        return tuple(name for name in self.result.bill.designates if name in mechanism)

    @cached_property
    def read_for(self) -> tuple[str, ...]:
        """The bodies of which the answers of today speak, where the bill would make others the mechanism."""
        today = {body.name for body in self.result.today.situation.in_question}
        then = {body.name for body in self.result.adopted.situation.mechanism_bodies}
        return tuple(sorted(today)) if (today and then - today) or (then and today - then) else ()

    def of(self, *obligations: Obligation) -> tuple[ComparedCriterion, ...]:
        """The criteria in reach that bind so hard."""
        return tuple(entry for entry in self.in_reach if self.criterion(entry.id).obligation in obligations)

    def criterion(self, name: str) -> AssessedCriterion:
        """A criterion as it would be assessed with the bill."""
        return self.adopted.criteria[name]

    def title(self, name: str) -> Run:
        """The title of a criterion, leading to its line in the annex."""
        return Run(self.criterion(name).title, link=f"#{anchor('compared', name)}")

    def titles(self, names: Iterable[str], most: int | None = None) -> Inline:
        """The titles of several criteria, and how many more there are than ``most``."""
        listed = list(names)
        shown = listed if most is None else listed[:most]
        items = [line(self.title(name)) for name in shown]
        if len(listed) > len(shown):
            more = self.texts.count("and {number} more", "and {number} more", len(listed) - len(shown))
            items.append(line(Run(more, link="#annex_a")))
        return joined(items, "; ")

    def before(self, entry: ComparedCriterion) -> Run:
        """The status today, with its mark."""
        return self.today.status(entry.before, falls_short=entry.gap_before)

    def after(self, entry: ComparedCriterion) -> Run:
        """The status as it would be, with its mark."""
        short = entry.after is Status.UNDETERMINED and entry.gap_after
        words = WOULD_FALL_SHORT if short else WOULD[entry.after]
        kind = "status-falls-short" if short else f"status-{entry.after.value.replace('_', '-')}"
        return Run(self.texts.say(words), kind)

    def change(self, change: Change) -> Run:
        """What the bill would do, with its mark."""
        return Run(self.texts.say(CHANGES[change]), CHANGE_KINDS[change])

    def answer(self, answer: Answer, between: tuple[Answer, Answer] | None) -> str:
        """An answer in words."""
        if between is None:
            return self.texts.say(ANSWERS[answer])
        low, high = (self.texts.say(ANSWERS[word]) for word in between)
        return self.texts.say("between {low} and {high}", low=low, high=high)

    def place(self, article: BillArticle) -> str:
        """A place as a reader cites it: of the bill by its pinpoint alone."""
        return article.pinpoint or self.texts.say("no article named")

    def of_the_bill(self, places: Iterable[str]) -> str:
        """Places of the bill in a sentence; that it has none yet where none is named."""
        listed = ", ".join(places)
        if not listed:
            return self.texts.say("no article of the bill yet")
        return self.texts.say("the bill's {places}", places=listed)

    def verb(self, criterion: AssessedCriterion) -> str:
        """How hard it binds this State today."""
        return self.texts.say(VERBS[verb_of(criterion.obligation, criterion.in_force)])

    def basis(self, criterion: AssessedCriterion) -> str:
        """What a criterion rests on: of a treaty requirement the treaty."""
        return self.adopted.what_decides(criterion)

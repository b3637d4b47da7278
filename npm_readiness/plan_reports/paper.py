"""A document on a result of planning, as formats draw it, and what all such documents have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from npm_readiness.gap_report.document import Inline, Phrases, Report, Section, counted
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.workbook import Sheet, Workbook
from npm_readiness.planning.result import PlanResult

__all__ = ["Composed", "Front", "Paper", "report_of_plan"]


@dataclass(frozen=True, slots=True)
class Composed:
    """The document on a result, and what makes its sheets."""

    report: Report
    sheets: Callable[[], tuple[Sheet, ...]]


@dataclass(frozen=True)
class Paper:
    """A result of planning as formats see it; what a format does not ask for is not composed."""

    result: PlanResult
    texts: Texts
    compose: Callable[[], Composed]

    @cached_property
    def _composed(self) -> Composed:
        return self.compose()

    @property
    def report(self) -> Report:
        """The document."""
        return self._composed.report

    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets."""
        return self._composed.sheets()

    @property
    def part(self) -> Report:
        """The document has one length."""
        return self.report

    @cached_property
    def workbook(self) -> Workbook:
        """The sheets, with the properties of the document."""
        return Workbook(
            title=self.report.title,
            subtitle=self.report.subtitle,
            date=self.report.date,
            right_to_left=self.report.right_to_left,
            page=self.report.phrases.page,
            sheets=self.sheets(),
        )

    @property
    def json(self) -> str:
        """The result itself."""
        return self.result.to_json()


@dataclass(frozen=True, slots=True)
class Front:
    """What stands on the front of a document: its title, the lines of its cover, and ``day``, that of the profile."""

    title: str
    subtitle: str
    day: date
    cover: tuple[tuple[str, Inline], ...]


def report_of_plan(texts: Texts, front: Front, sections: tuple[Section, ...]) -> Report:
    """A document on a plan: its sections with the words that every document of ours has."""
    say = texts.say
    return Report(
        language=texts.language,
        right_to_left=texts.right_to_left,
        title=front.title,
        subtitle=front.subtitle,
        date=front.day,
        cover=front.cover,
        sections=counted(sections),
        contents=tuple("" for _ in sections),
        closing=(
            say("Self-assessment; not a finding of the Subcommittee on Prevention of Torture."),
            say("Names of detainees, and of people who gave information in confidence, do not belong in this report."),
        ),
        phrases=Phrases(
            contents=say("Contents"),
            about=say("About this report"),
            skip=say("Skip to the content"),
            figure=say("Figure"),
            table=say("Table"),
            figures=say("The same in figures"),
            page=say("Page {page} of {pages}"),
            whole=say("The whole report stands in the file of another format: add -o report.html"),
        ),
    )

"""What all sections need: the assessment with its entries by id, the language, and the paragraph numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import count

from npm_readiness.gap_report.document import Inline, Paragraph, Run
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.words import FACTS, STATUSES
from npm_readiness.models.assessment import (
    AssessedAnswer,
    AssessedCriterion,
    AssessedSource,
    Assessment,
    CitedInstrument,
    CitedProvision,
    Gap,
)
from npm_readiness.models.checklist import ProfileFact
from npm_readiness.models.numbers import Score
from npm_readiness.models.vocabulary import CountsFor, Severity, Stage, Status

__all__ = ["Context", "anchor", "joined", "line", "percent", "safe_name"]


STEPS = 3
"""How many steps a summary names."""


MECHANISM = ProfileFact.MECHANISM_DESIGNATED.key


def line(*runs: Run | str) -> Inline:
    """A line of runs; a bare text is a plain run."""
    return tuple(run if isinstance(run, Run) else Run(run) for run in runs)


def joined(lines: Iterable[Inline], separator: str = ", ") -> Inline:
    """Several lines in one, with a separator between them."""
    whole: list[Run] = []
    for index, part in enumerate(lines):
        whole += ([Run(separator)] if index else []) + list(part)
    return tuple(whole)


def percent(number: float) -> str:
    """A number from 0 to 1 in whole per cent; 0 and 100 only where it is exactly that."""
    if number in (0, 1):
        return f"{int(number * 100)}"
    return str(min(max(int(Fraction(str(number)) * 100 + Fraction(1, 2)), 1), 99))


def safe_name(name: str) -> str:
    """An id as the name of a place: what is no letter, digit or hyphen, as can come in by JSON, is written as a number."""
    return "".join(char if char.isascii() and (char.isalnum() or char == "-") else f"_{ord(char):x}_" for char in name)


def anchor(kind: str, name: str) -> str:
    """The place of a thing; its kind keeps it apart from others with the same id. Findings have no kind: people link to them."""
    return f"{kind}-{safe_name(name)}"


@dataclass(frozen=True)
class Context:
    """An assessment on its way to becoming a report."""

    assessment: Assessment
    texts: Texts

    @cached_property
    def _numbers(self) -> count[int]:
        return count(1)

    @cached_property
    def criteria(self) -> dict[str, AssessedCriterion]:
        """The criteria by id."""
        return {criterion.id: criterion for criterion in self.assessment.criteria}

    @cached_property
    def readiness(self) -> tuple[AssessedCriterion, ...]:
        """The criteria that count for the verdicts; those of bodies of standards stand apart from them."""
        counting = {entry.id for entry in self.assessment.checklists if entry.counts_for is CountsFor.READINESS}
        return tuple(criterion for criterion in self.assessment.criteria if criterion.checklist in counting)

    @cached_property
    def met(self) -> tuple[AssessedCriterion, ...]:
        """The readiness criteria that are fully met."""
        return tuple(criterion for criterion in self.readiness if criterion.status is Status.MET)

    @cached_property
    def gaps(self) -> dict[str, Gap]:
        """The gaps in readiness criteria, by criterion."""
        counting = {criterion.id for criterion in self.readiness}
        return {gap.criterion: gap for gap in self.assessment.gaps if gap.criterion in counting}

    @cached_property
    def roadmap(self) -> tuple[str, ...]:
        """The criteria of the readiness gaps, in the order in which to close them."""
        return tuple(criterion for criterion in self.assessment.roadmap if criterion in self.gaps)

    @cached_property
    def asked_by(self) -> dict[str, list[AssessedCriterion]]:
        """For each question the criteria that ask it and that apply."""
        asked: dict[str, list[AssessedCriterion]] = {}
        for criterion in self.assessment.criteria:
            if criterion.status is not Status.NOT_APPLICABLE:
                for answer in criterion.answers:
                    asked.setdefault(answer.question, []).append(criterion)
        return asked

    @cached_property
    def answers(self) -> dict[str, AssessedAnswer]:
        """The distinct questions with their answers, in the order of the criteria."""
        return {answer.question: answer for criterion in self.assessment.criteria for answer in criterion.answers}

    @cached_property
    def provisions(self) -> dict[str, CitedProvision]:
        """The cited provisions by id."""
        return {provision.id: provision for provision in self.assessment.provisions}

    @cached_property
    def instruments(self) -> dict[str, CitedInstrument]:
        """The cited instruments by id."""
        return {instrument.id: instrument for instrument in self.assessment.instruments}

    @cached_property
    def sources(self) -> dict[str, AssessedSource]:
        """The sources of the profile by id."""
        return {source.id: source for source in self.assessment.sources}

    @cached_property
    def first_steps(self) -> tuple[Gap, ...]:
        """The first steps of the roadmap that surely have to be taken: those that the treaty asks for, if there are any."""
        sure = [
            self.gaps[criterion]
            for criterion in self.roadmap
            if not self.gaps[criterion].conditional and not self.waits_for_mechanism(criterion)
        ]
        return tuple([step for step in sure if step.severity is Severity.CRITICAL][:STEPS] or sure[:STEPS])

    def waits_for_mechanism(self, criterion: str) -> bool:
        """Whether it is a gap only because there is no mechanism that could do what it asks for."""
        entry = self.criteria[criterion]
        return entry.stage is Stage.OPERATION and all(answer.fact == MECHANISM for answer in entry.answers)

    def next_number(self) -> int:
        """The next paragraph number."""
        return next(self._numbers)

    def numbered(self, *runs: Run | str) -> Paragraph:
        """A numbered paragraph."""
        return Paragraph(line(*runs), self.next_number())

    def to_criterion(self, criterion: str) -> Inline:
        """The title of a criterion, leading to its finding where it has one and else to its row in the annex."""
        entry = self.criteria[criterion]
        gap = entry.score is not None and entry.score.upper < 1
        found = gap or entry in self.met
        return line(Run(entry.title, link=f"#{safe_name(criterion)}" if found else f"#{anchor('row', criterion)}"))

    def provision_name(self, provision: str) -> str:
        """A provision as people cite it: a short name of the instrument and the pinpoint."""
        entry = self.provisions[provision]
        instrument = self.instruments[entry.instrument]
        return f"{instrument.short or instrument.symbol or instrument.title}, {entry.pinpoint}"

    def provision_names(self, provisions: Iterable[str]) -> Inline:
        """Several provisions, each with a link to its entry in the annex."""
        return joined(
            (line(Run(self.provision_name(entry), link=f"#{anchor('provision', entry)}")) for entry in provisions), "; "
        )

    def basis(self, criterion: AssessedCriterion) -> Iterator[Inline]:
        """What a criterion rests on, and that none of it was read where that is so."""
        yield self.provision_names(criterion.provisions)
        if not criterion.wording_seen:
            yield line(
                self.texts.say("Wording not seen: the text of none of these provisions could be read for the register.")
            )

    def status(self, status: Status) -> Run:
        """The word for a status, with its mark."""
        return Run(self.texts.say(STATUSES[status]), kind=f"status-{status.value.replace('_', '-')}")

    def fact(self, fact: str) -> str:
        """A fact of the profile in words."""
        return self.texts.say(FACTS[fact]) if fact in FACTS else fact

    def interval(self, score: Score | None) -> str:
        """A score in words: per cent, from what is sure to what is still possible."""
        if score is None:
            return self.texts.say("no score")
        lower, upper = percent(score.lower), percent(score.upper)
        if score.exact[0] == score.exact[1]:
            return self.texts.say("{share} %", share=lower)
        return self.texts.say("{lower} to {upper} %", lower=lower, upper=upper)

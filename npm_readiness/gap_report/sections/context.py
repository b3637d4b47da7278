"""What all sections need: the assessment with its entries by id, the language, and the paragraph numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import count

from npm_readiness.gap_report.document import Inline, Paragraph, Run
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.words import ADDRESSEES, FACTS, FALLS_SHORT, STATUSES
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
from npm_readiness.models.vocabulary import Addressee, CountsFor, Severity, Stage, Status

__all__ = ["Context", "Numbering", "anchor", "joined", "line", "percent", "safe_name"]

STEPS = 3
"""How many steps a summary names."""

RANGE = 3
"""From how many paragraphs on, one after the other, they are named as a range."""

MECHANISM = ProfileFact.MECHANISM_DESIGNATED.key


def line(*runs: Run | str) -> Inline:
    """A line of runs; a bare text is a plain run."""
    return tuple(run if isinstance(run, Run) else Run(run) for run in runs)


def joined(lines: Iterable[Inline], separator: Run | str = ", ") -> Inline:
    """Several lines in one, with a separator between them."""
    between = line(separator)
    whole: list[Run] = []
    for index, part in enumerate(lines):
        whole += [*(between if index else ()), *part]
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
    """The place of a thing; its kind keeps it apart from others with the same id.

    Criteria, questions and provisions share one space of ids and have no kind: people link to them by id alone. No id has the
    underscore that all other places have.
    """
    return f"{kind}_{safe_name(name)}"


class Numbering:
    """The paragraph numbers of one report, given out in the order of its sections.

    A section can name a paragraph that comes later, so a report is composed twice: the first time to find the numbers, the
    second time with those ``known``.
    """

    def __init__(self, known: Mapping[str, int] | None = None) -> None:
        self._numbers = count(1)
        self._known = known or {}
        self.given: dict[str, int] = {}

    def next(self) -> int:
        """The next number, for a paragraph that stands for itself."""
        return next(self._numbers)

    def take(self, criterion: str) -> int:
        """The next number, for the paragraph of a criterion."""
        self.given[criterion] = self.next()
        return self.given[criterion]

    def of(self, criterion: str) -> int:
        """The number of the paragraph of a criterion; 0 as long as it is not known."""
        return self._known.get(criterion, 0)


@dataclass(frozen=True)
class Context:
    """An assessment on its way to becoming a report."""

    assessment: Assessment
    texts: Texts
    numbering: Numbering = field(default_factory=Numbering)

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
    def all_gaps(self) -> dict[str, Gap]:
        """All gaps, those in standards too, by criterion."""
        return {gap.criterion: gap for gap in self.assessment.gaps}

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
    def without_finding(self) -> dict[str, list[AssessedAnswer]]:
        """By dimension the questions of criteria on which there is no finding, so that annex B holds them."""
        found: dict[str, list[AssessedAnswer]] = {}
        for question, asking in self.asked_by.items():
            if not any(self.has_finding(criterion) for criterion in asking):
                found.setdefault(asking[0].dimension, []).append(self.answers[question])
        return found

    @cached_property
    def decisive(self) -> frozenset[str]:
        """The questions on whose answer some verdict can depend."""
        return frozenset(question for stage in self.assessment.stages for question in stage.undecided_by)

    @cached_property
    def dimension_titles(self) -> dict[str, str]:
        """The titles of the dimensions by id, those of standards too."""
        standards = (dimension for summary in self.assessment.standards for dimension in summary.dimensions)
        return {dimension.id: dimension.title for dimension in (*self.assessment.dimensions, *standards)}

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
    def source_numbers(self) -> dict[str, int]:
        """The sources by the numbers under which they are listed."""
        return {source: number for number, source in enumerate(self.sources, start=1)}

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

    def numbered(self, *runs: Run | str) -> Paragraph:
        """A numbered paragraph."""
        return Paragraph(line(*runs), self.numbering.next())

    def to_criterion(self, criterion: str) -> Inline:
        """The title of a criterion, leading to its paragraph."""
        return line(Run(self.criteria[criterion].title, link=f"#{safe_name(criterion)}"))

    def paragraph(self, criterion: str) -> Run:
        """The number of the paragraph of a criterion, leading there."""
        return Run(str(self.numbering.of(criterion)), "number", f"#{safe_name(criterion)}")

    def paragraphs(self, criteria: Iterable[str]) -> Inline:
        """The numbers of the paragraphs of several criteria in brackets, as they follow a sentence."""
        numbers = self.numbers(criteria)
        return line(" [", *numbers, "]") if numbers else ()

    def numbers(self, criteria: Iterable[str]) -> Inline:
        """The numbers of the paragraphs of several criteria in their order; a run of three or more as a range."""
        numbered = sorted(criteria, key=self.numbering.of)
        runs: list[list[str]] = []
        for criterion in numbered:
            if runs and self.numbering.of(criterion) == self.numbering.of(runs[-1][-1]) + 1:
                runs[-1].append(criterion)
            else:
                runs.append([criterion])
        return joined([part for run in runs for part in self._range(run)])

    def _range(self, run: list[str]) -> Iterator[Inline]:
        if len(run) >= RANGE:
            yield line(self.paragraph(run[0]), "\N{EN DASH}", self.paragraph(run[-1]))
        else:
            yield from (line(self.paragraph(criterion)) for criterion in run)

    def provision_name(self, provision: str) -> str:
        """A provision as people cite it: a short name of the instrument and the pinpoint."""
        entry = self.provisions[provision]
        instrument = self.instruments[entry.instrument]
        return f"{instrument.short or instrument.symbol or instrument.title}, {entry.pinpoint}"

    def provisions_named(self, provisions: Iterable[str]) -> str:
        """Several provisions as people cite them."""
        return "; ".join(self.provision_name(provision) for provision in provisions)

    def provision_names(self, provisions: Iterable[str]) -> Inline:
        """Several provisions, each with a link to its entry in the annex."""
        return joined(
            (line(Run(self.provision_name(entry), link=f"#{safe_name(entry)}")) for entry in provisions), "; "
        )

    def basis(self, criterion: AssessedCriterion) -> Iterator[Inline]:
        """What a criterion rests on, and that none of it was read where that is so."""
        yield self.provision_names(criterion.provisions)
        if not criterion.wording_seen:
            yield line(self.texts.say("Wording not seen."))

    def status(self, status: Status, *, falls_short: bool = False) -> Run:
        """The word for a status, with its mark; ``falls_short`` where it is surely not fully met, to what degree ever."""
        if status is Status.UNDETERMINED and falls_short:
            return Run(self.texts.say(FALLS_SHORT), kind="status-falls-short")
        return Run(self.texts.say(STATUSES[status]), kind=f"status-{status.value.replace('_', '-')}")

    def status_of(self, criterion: AssessedCriterion) -> Run:
        """The word for the status of a criterion."""
        return self.status(criterion.status, falls_short=criterion.id in self.all_gaps)

    def has_finding(self, criterion: AssessedCriterion) -> bool:
        """Whether more is said of it than its status: it is a gap, or it is met."""
        return criterion.id in self.all_gaps or criterion.status is Status.MET

    def addressee(self, addressee: Addressee) -> str:
        """Who must act, as the beginning of a line."""
        words = self.texts.say(ADDRESSEES[addressee])
        return words[:1].upper() + words[1:]

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

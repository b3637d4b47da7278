"""What all sections need: the assessment with its entries by id, the language, and the paragraph numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from npm_readiness.gap_report.document import Inline, Paragraph, Run
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.sections.inline import joined, line, percent, safe_name
from npm_readiness.gap_report.sections.numbering import Numbering
from npm_readiness.gap_report.words import ADDRESSEES, FACTS, FALLS_SHORT, STATUSES
from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion, Gap
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.cited import AssessedSource, CitedInstrument, CitedProvision
from npm_readiness.models.numbers import Score
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import (
    Addressee,
    Answer,
    Aspect,
    CountsFor,
    CrossRead,
    Severity,
    Stage,
    Status,
    Verified,
)

__all__ = ["DIFFER", "UNSEEN", "Context"]

STEPS = 3
"""How many steps a summary names."""

UNSEEN = "\N{DEGREE SIGN}"
"""The mark of a provision whose wording was recalled and not read."""
DIFFER = "\N{DEGREE SIGN}\N{DEGREE SIGN}"
"""The mark of one that two readers recalled differently."""

RANGE = 3
"""From how many paragraphs on, one after the other, they are named as a range."""


@dataclass(frozen=True)
class Context:
    """An assessment on its way to becoming a report."""

    assessment: Assessment
    texts: Texts
    numbering: Numbering = field(default_factory=Numbering)

    @property
    def title(self) -> str:
        """The title of the report."""
        return self.texts.say(
            "{country}: readiness for a National Preventive Mechanism", country=self.assessment.country.name
        )

    @property
    def subtitle(self) -> str:
        """What kind of report it is."""
        return self.texts.say("Gap report under the Optional Protocol to the Convention against Torture")

    @property
    def page_line(self) -> str:
        """The line at the foot of a page, with ``{page}`` and ``{pages}`` in it."""
        return self.texts.say("Page {page} of {pages}")

    @cached_property
    def criteria(self) -> dict[str, AssessedCriterion]:
        """The criteria by id."""
        return {criterion.id: criterion for criterion in self.assessment.criteria}

    @cached_property
    def _counting(self) -> frozenset[str]:
        """The checklists that count for the verdicts; bodies of standards stand apart from them."""
        return frozenset(entry.id for entry in self.assessment.checklists if entry.counts_for is CountsFor.READINESS)

    @cached_property
    def readiness(self) -> tuple[AssessedCriterion, ...]:
        """The criteria that count for the verdicts."""
        return tuple(criterion for criterion in self.assessment.criteria if criterion.checklist in self._counting)

    @cached_property
    def met(self) -> tuple[AssessedCriterion, ...]:
        """The readiness criteria that are fully met."""
        return tuple(criterion for criterion in self.readiness if criterion.status is Status.MET)

    @cached_property
    def gaps(self) -> dict[str, Gap]:
        """The gaps in readiness criteria, by criterion."""
        return {
            criterion: gap
            for criterion, gap in self.all_gaps.items()
            if self.criteria[criterion].checklist in self._counting
        }

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

    def open_questions(self, criteria: Collection[str]) -> tuple[str, ...]:
        """The questions without an answer that some criteria ask, in the order of the criteria."""
        return tuple(
            question
            for question, asking in self.asked_by.items()
            if self.answers[question].counted_as is Answer.UNKNOWN and any(entry.id in criteria for entry in asking)
        )

    def answerer(self, question: str) -> str:
        """Who can answer: a lawyer, who reads the law; else the mechanism, on its own work; else those who would have to act."""
        asking, say = self.asked_by[question], self.texts.say
        if any(criterion.aspect is Aspect.LAW for criterion in asking):
            return say("a lawyer with the text of the laws")
        first = asking[0]
        if (first.checklist in self._counting and first.stage is Stage.OPERATION) or first.addressee is Addressee.NPM:
            if self.has_mechanism:
                return say(ADDRESSEES[Addressee.NPM])
            return self.assessment.facts.npm.institution or say("the institution that may become the mechanism")
        return say(ADDRESSEES[first.addressee])

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

    def source_name(self, source: str) -> str:
        """The title of a source, with its date where another has the same title."""
        entry = self.sources[source]
        alike = sum(other.title == entry.title for other in self.assessment.sources)
        return f"{entry.title} ({entry.date or entry.id})" if alike > 1 else entry.title

    @cached_property
    def sure_gaps(self) -> dict[str, Gap]:
        """The gaps in readiness that do not hang on a fact that is not known, in the order in which to close them."""
        return {criterion: self.gaps[criterion] for criterion in self.roadmap if not self.gaps[criterion].conditional}

    @cached_property
    def first_steps(self) -> tuple[Gap, ...]:
        """The first steps that somebody can take: to what the treaty asks, with what must come before it; else any."""
        now = {criterion: gap for criterion, gap in self.sure_gaps.items() if not gap.waits}
        wanted = [criterion for criterion, gap in now.items() if gap.severity is Severity.CRITICAL]
        needed: set[str] = set()
        while wanted:
            criterion = wanted.pop()
            if criterion not in needed:
                needed.add(criterion)
                wanted += [earlier for earlier in self.criteria[criterion].after if earlier in now]
        return tuple(gap for criterion, gap in now.items() if criterion in needed or not needed)[:STEPS]

    @property
    def situation(self) -> Situation:
        """What follows from the facts of the profile at the date of the report."""
        return self.assessment.situation

    @property
    def party_since(self) -> date | None:
        """The day from which the Optional Protocol binds the State, where it does and the day is known."""
        return self.situation.bound_since

    @property
    def has_mechanism(self) -> bool:
        """Whether a mechanism is known to be designated by the date of the report."""
        return self.situation.designated is True

    def condition(self, criterion: AssessedCriterion) -> str:
        """On which unknown facts it depends whether a criterion applies; empty where it applies in any case."""
        if not criterion.conditional:
            return ""
        facts = ", ".join(self.fact(fact) for fact in criterion.depends_on)
        return self.texts.say("if it applies, depending on {facts}", facts=facts)

    def waits_for_mechanism(self, criterion: str) -> bool:
        """Whether it is a gap by that alone that there is no mechanism that could do what it asks for."""
        gap = self.all_gaps.get(criterion)
        return gap is not None and gap.waits

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
        return f"{self.instrument_name(entry.instrument)}, {self.pinpoint(entry)}"

    def instrument_name(self, instrument: str) -> str:
        """The short name of an instrument, else its symbol, else its title."""
        entry = self.instruments[instrument]
        return entry.short or entry.symbol or entry.title

    def pinpoint(self, provision: CitedProvision) -> str:
        """A pinpoint, with a mark where the wording was not read: one, or two where two readers recalled it differently."""
        if provision.verified is Verified.TEXT_SEEN:
            return provision.pinpoint
        return provision.pinpoint + (DIFFER if provision.cross_read is CrossRead.DOUBTFUL else UNSEEN)

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

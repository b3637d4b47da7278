"""What all sections need: the assessment with its entries by id, the language, and the paragraph numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import field
from functools import cached_property
from typing import Any, TypeVar

from npm_readiness.gap_report.document import Inline, Paragraph, Run
from npm_readiness.gap_report.language import Texts
from npm_readiness.gap_report.sections.cited import Cited
from npm_readiness.gap_report.sections.gap_scope import Scope, scope_of
from npm_readiness.gap_report.sections.inline import joined, line, percent, safe_name
from npm_readiness.gap_report.sections.numbering import Numbering
from npm_readiness.gap_report.sections.questions import Questions
from npm_readiness.gap_report.what_if_in_words import supposed_in_words
from npm_readiness.gap_report.words import ADDRESSEES, FACTS, FALLS_SHORT, STATUSES, Verb, verb_of
from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion
from npm_readiness.models.assessment import AssessedRecommendation, Assessment
from npm_readiness.models.numbers import Score
from npm_readiness.models.situation import Situation
from npm_readiness.models.vocabulary import Addressee, Answer, CountsFor, Obligation, Stage, Status
from npm_readiness.records import record

__all__ = ["Context"]

WorkedOutT = TypeVar("WorkedOutT")

RANGE = 3
"""From how many paragraphs on, one after the other, they are named as a range."""


@record(frozen=True)
class Context:
    """An assessment on its way to becoming a report."""

    assessment: Assessment
    texts: Texts
    numbering: Numbering = field(default_factory=Numbering)

    @property
    def title(self) -> str:
        """The title of the report."""
        country = self.assessment.country.name
        if self.supposes and self.standards_alone:
            return self.texts.say("{country}: what a gap report on standards would say", country=country)
        if self.supposes:
            return self.texts.say("{country}: what readiness would be", country=country)
        if self.standards_alone:
            return self.texts.say("{country}: gap report on standards", country=country)
        return self.texts.say("{country}: readiness for a National Preventive Mechanism", country=country)

    @property
    def subtitle(self) -> str:
        """What kind of report it is."""
        kind = self.texts.say("Gap report under the Optional Protocol to the Convention against Torture")
        if self.standards_alone:
            kind = "; ".join(entry.title for entry in self.assessment.checklists)
        what_if = self.assessment.what_if
        if what_if is None:
            return kind
        return self.texts.say("What if, and not what is: {supposed}", supposed=supposed_in_words(self.texts, what_if))

    @property
    def supposes(self) -> bool:
        """Whether the report tells what would be, and not what is."""
        return self.assessment.what_if is not None

    @property
    def page_line(self) -> str:
        """The line at the foot of a page, with ``{page}`` and ``{pages}`` in it."""
        if self.supposes:
            return self.texts.say("What if, not what is. Page {page} of {pages}")
        return self.texts.say("Page {page} of {pages}")

    @cached_property
    def criteria(self) -> dict[str, AssessedCriterion]:
        """The criteria by id."""
        return {criterion.id: criterion for criterion in self.assessment.criteria}

    @cached_property
    def recommendations(self) -> dict[str, AssessedRecommendation]:
        """What others have said to the State, by id."""
        return {entry.id: entry for entry in reversed(self.assessment.recommendations)}

    @cached_property
    def whole(self) -> Scope:
        """All criteria."""
        return scope_of(self.assessment, *CountsFor)

    @cached_property
    def readiness(self) -> Scope:
        """The criteria that count for the verdicts."""
        return scope_of(self.assessment, CountsFor.READINESS)

    @cached_property
    def standards(self) -> Scope:
        """The criteria of bodies of standards, which stand apart from the verdicts."""
        return scope_of(self.assessment, CountsFor.STANDARDS)

    @property
    def standards_alone(self) -> bool:
        """Whether standards were assessed and nothing else, so that the whole report speaks for them."""
        return bool(self.standards.criteria) and not self.readiness.criteria

    @property
    def main(self) -> Scope:
        """For what page one speaks: readiness, or the standards where nothing else was assessed."""
        return self.standards if self.standards_alone else self.readiness

    @cached_property
    def steps(self) -> dict[str, int]:
        """The gaps of today by the number of their step: those in readiness in their order, then those in standards."""
        order = (name for name in (*self.readiness.roadmap, *self.standards.roadmap) if not self.whole.gaps[name].waits)
        return {criterion: number for number, criterion in enumerate(order, start=1)}

    @cached_property
    def waiting(self) -> tuple[AssessedCriterion, ...]:
        """What counts as unmet for as long as there is no mechanism, or nobody in it, and can be examined only then."""
        return tuple(criterion for criterion in self.assessment.criteria if self.waits_for_mechanism(criterion.id))

    @cached_property
    def questions(self) -> Questions:
        """The questions."""
        return Questions(self.assessment)

    @cached_property
    def cited(self) -> Cited:
        """The names of what is cited."""
        return Cited(self.assessment)

    @cached_property
    def dimension_titles(self) -> dict[str, str]:
        """The titles of the dimensions by id, those of standards too."""
        standards = (dimension for summary in self.assessment.standards for dimension in summary.dimensions)
        return {dimension.id: dimension.title for dimension in (*self.assessment.dimensions, *standards)}

    @cached_property
    def respondent_titles(self) -> dict[str, str]:
        """Those who can answer by id, as people read them."""
        return {respondent.id: respondent.title for respondent in self.assessment.respondents}

    @property
    def situation(self) -> Situation:
        """What follows from the facts of the profile at the date of the report."""
        return self.assessment.situation

    @property
    def has_mechanism(self) -> bool:
        """Whether a mechanism is known to be designated by the date of the report."""
        return self.situation.designated is True

    def once(self, work: Callable[[Context], WorkedOutT]) -> WorkedOutT:
        """What ``work`` makes of it, worked out when it is first asked for; for what hangs on no number of a paragraph."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        found: WorkedOutT = self._worked_out[work]
        return found

    @cached_property
    def _worked_out(self) -> dict[Callable[[Context], Any], Any]:
        return {}

    def renumbered(self) -> Context:
        """The same with the numbers known that it gave out: what hangs on no number is not worked out again."""
        again = copy(self)
        object.__setattr__(again, "numbering", Numbering(self.numbering.given))
        return again

    def condition(self, criterion: AssessedCriterion) -> str:
        """On which unknown facts it depends whether a criterion applies; empty where it applies in any case."""
        if not criterion.conditional:
            return ""
        facts = ", ".join(self.fact(fact) for fact in criterion.depends_on)
        return self.texts.say("if it applies, depending on {facts}", facts=facts)

    def verb(self, criterion: AssessedCriterion) -> Verb:
        """How hard it binds the State today; what a treaty asks of a State on the road to joining binds it before it joins."""
        verb = verb_of(criterion.obligation, criterion.in_force)
        bound_once_party = verb in (Verb.MUST_ONCE_PARTY, Verb.MUST_IF_PARTY)
        if bound_once_party and criterion.stage is Stage.RATIFICATION and self.situation.joined is not True:
            return Verb.MUST_BEFORE_JOINING
        return verb

    def waits_for_mechanism(self, criterion: str) -> bool:
        """Whether it is a gap by that alone that there is no mechanism that could do what it asks for."""
        gap = self.whole.gaps.get(criterion)
        return gap is not None and gap.waits

    def numbered(self, *runs: Run | str) -> Paragraph:
        """A numbered paragraph."""
        return Paragraph(line(*runs), self.numbering.next())

    def to_criterion(self, criterion: str) -> Inline:
        """The title of a criterion, leading to its paragraph."""
        return line(Run(self.criteria[criterion].title.rstrip("."), link=f"#{safe_name(criterion)}"))

    def paragraph(self, criterion: str) -> Run:
        """The number of the paragraph of a criterion, leading there."""
        return Run(str(self.numbering.of(criterion)), "number", f"#{safe_name(criterion)}")

    def titled(self, criteria: Iterable[str]) -> Inline:
        """The titles of several criteria, leading to their paragraphs, and the numbers of these in brackets."""
        return self.once_for(Context._titled, criteria)

    def _titled(self, criteria: tuple[str, ...]) -> Inline:
        titles = joined([self.to_criterion(name) for name in criteria], "; ")
        return line(*titles, *self.paragraphs(criteria))

    def paragraphs(self, criteria: Iterable[str]) -> Inline:
        """The numbers of the paragraphs of several criteria in brackets, as they follow a sentence."""
        return self.once_for(Context._paragraphs, criteria)

    def _paragraphs(self, criteria: tuple[str, ...]) -> Inline:
        numbers = self.numbers(criteria)
        return line(" [", *numbers, "]") if numbers else ()

    def numbers(self, criteria: Iterable[str]) -> Inline:
        """The numbers of the paragraphs of several criteria in their order; a run of three or more as a range."""
        return self.once_for(Context._numbers, criteria)

    def once_for(self, work: Callable[[Context, tuple[str, ...]], Inline], names: Iterable[str]) -> Inline:
        """The line that ``work`` makes of several names, made once and shared by all who ask for it."""
        known, key = self.numbering.lines, (work, tuple(names))
        if key not in known:
            known[key] = work(self, key[1])
        return known[key]

    def _numbers(self, criteria: tuple[str, ...]) -> Inline:
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

    def basis(self, criterion: AssessedCriterion) -> Iterator[Inline]:
        """What a criterion rests on, and that none of it was read where that is so."""
        yield self.provision_names(criterion.provisions)
        if not criterion.wording_seen:
            yield line(self.texts.say("Wording not seen."))

    def provision_names(self, provisions: Iterable[str]) -> Inline:
        """Several provisions as people cite them, each with a link to its entry in the annex."""
        return self.once_for(_provision_names, provisions)

    def what_decides(self, criterion: AssessedCriterion) -> str:
        """Of a treaty requirement the treaties, and that guidance reads them where it does; of others all that it cites."""
        cited = self.cited
        treaty = [name for name in criterion.provisions if cited.provisions[name].obligation is Obligation.TREATY]
        if criterion.obligation is not Obligation.TREATY or not treaty:
            return cited.provisions_named(criterion.provisions)
        named = cited.provisions_named(treaty)
        return self.texts.say("{provisions}, as guidance reads it", provisions=named) if criterion.reading else named

    def status(self, status: Status, *, falls_short: bool = False) -> Run:
        """The word for a status, with its mark; ``falls_short`` where it is known not to be fully met, to what degree ever."""
        if status is Status.UNDETERMINED and falls_short:
            return Run(self.texts.say(FALLS_SHORT), kind="status-falls-short")
        return Run(self.texts.say(STATUSES[status]), kind=f"status-{status.value.replace('_', '-')}")

    def status_of(self, criterion: AssessedCriterion) -> Run:
        """The word for the status of a criterion."""
        return self.status(criterion.status, falls_short=criterion.id in self.whole.gaps)

    def has_finding(self, criterion: AssessedCriterion) -> bool:
        """Whether more is said of it than its status: it is a gap of today, or it is met."""
        if self.waits_for_mechanism(criterion.id):
            return False
        return criterion.id in self.whole.gaps or criterion.status is Status.MET

    def tells(self, criterion: AssessedCriterion, answer: AssessedAnswer) -> bool:
        """Whether a finding on the criterion tells all that carries an answer; of a gap it tells in short what is met."""
        return self.has_finding(criterion) and (criterion.status is Status.MET or answer.counted_as is not Answer.YES)

    @cached_property
    def in_annex(self) -> dict[str, list[AssessedAnswer]]:
        """By dimension the questions that no finding tells in full, so that annex B holds them."""
        return self.questions.not_told(self.tells)

    def addressee(self, addressee: Addressee) -> str:
        """Who must act, as the beginning of a line."""
        words = self.addressed(addressee)
        return words[:1].upper() + words[1:]

    def addressed(self, addressee: Addressee) -> str:
        """Who must act, within a sentence. A mechanism that is not designated yet cannot act as one."""
        if addressee is Addressee.NPM and self.situation.designated is not True:
            if self.situation.designated is False:
                return self.texts.say("the body that is to be the mechanism")
            return self.texts.say("the mechanism, or the body that is to be it")
        return self.texts.say(ADDRESSEES[addressee])

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


def _provision_names(context: Context, provisions: tuple[str, ...]) -> Inline:
    return context.cited.provision_names(provisions)

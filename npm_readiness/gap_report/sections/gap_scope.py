"""For what a part of a report speaks: the criteria that count for readiness, those of standards, or all of them."""

from __future__ import annotations

from functools import cached_property

from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion, Gap
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.checklist import ProfileFact
from npm_readiness.models.vocabulary import Answer, CountsFor, Obligation, Severity, Status
from npm_readiness.records import record

__all__ = ["Scope", "scope_of", "scope_of_checklist"]

STEPS = 3
"""How many steps a summary names."""

ANSWERED = (Answer.YES, Answer.PARTIAL, Answer.NO)


@record(frozen=True)
class Scope:
    """Some criteria of an assessment, in its order, with their gaps and the order in which to close these."""

    criteria: tuple[AssessedCriterion, ...]
    gaps: dict[str, Gap]
    roadmap: tuple[str, ...]

    @cached_property
    def by_id(self) -> dict[str, AssessedCriterion]:
        """The criteria by id."""
        return {criterion.id: criterion for criterion in self.criteria}

    @cached_property
    def met(self) -> tuple[AssessedCriterion, ...]:
        """The criteria that are fully met."""
        return tuple(criterion for criterion in self.criteria if criterion.status is Status.MET)

    @cached_property
    def treaty(self) -> tuple[AssessedCriterion, ...]:
        """The treaty requirements that apply."""
        return tuple(
            criterion
            for criterion in self.criteria
            if criterion.obligation is Obligation.TREATY and criterion.status is not Status.NOT_APPLICABLE
        )

    @cached_property
    def looked_at(self) -> int:
        """Of how many treaty requirements something is known."""
        return sum(_looked_at(criterion) for criterion in self.treaty)

    @cached_property
    def treaty_open(self) -> tuple[AssessedCriterion, ...]:
        """The treaty requirements of which it is not known whether they are met."""
        return tuple(
            criterion
            for criterion in self.treaty
            if criterion.id not in self.sure_gaps and criterion.status is not Status.MET
        )

    @cached_property
    def sure_gaps(self) -> dict[str, Gap]:
        """The gaps that do not hang on a fact that is not known, in the order in which to close them."""
        return {criterion: self.gaps[criterion] for criterion in self.roadmap if not self.gaps[criterion].conditional}

    @cached_property
    def treaty_gaps(self) -> tuple[Gap, ...]:
        """The sure gaps in what treaties ask."""
        return tuple(gap for gap in self.sure_gaps.values() if gap.severity is Severity.CRITICAL)

    @cached_property
    def first_steps(self) -> tuple[Gap, ...]:
        """The first steps that somebody can take: to joining and to what the treaty asks, with what must come before; else any.

        What others found stands with the gap on which it bears, where there is one, and is no further step.
        """
        now = {criterion: gap for criterion, gap in self.sure_gaps.items() if not gap.waits}
        beside = {name for criterion, gap in now.items() for name in gap.recommendations if name != criterion}
        now = {criterion: gap for criterion, gap in now.items() if self.by_id[criterion].finding not in beside}
        wanted = [
            criterion
            for criterion, gap in now.items()
            if gap.severity is Severity.CRITICAL or self._can_be_joined_by(self.by_id[criterion])
        ]
        needed: set[str] = set()
        while wanted:
            criterion = wanted.pop()
            if criterion not in needed:
                needed.add(criterion)
                wanted += [earlier for earlier in self.by_id[criterion].after if earlier in now]
        return tuple(gap for criterion, gap in now.items() if criterion in needed or not needed)[:STEPS]

    def _can_be_joined_by(self, criterion: AssessedCriterion) -> bool:
        """Whether it asks for the step by which the State joins, and it is known how it stands with the Convention before that."""
        before = (self.by_id[name] for name in criterion.after if name in self.by_id)
        return _rests_on(criterion, ProfileFact.PARTY_TO_OPCAT) and not any(
            earlier.status is Status.UNDETERMINED and _rests_on(earlier, ProfileFact.PARTY_TO_UNCAT)
            for earlier in before
        )


def scope_of(assessment: Assessment, *counting: CountsFor) -> Scope:
    """The criteria of the checklists that count for one of these, with their gaps."""
    return _scope(assessment, {entry.id for entry in assessment.checklists if entry.counts_for in counting})


def scope_of_checklist(assessment: Assessment, checklist: str) -> Scope:
    """The criteria of one checklist, with their gaps."""
    return _scope(assessment, {checklist})


def _scope(assessment: Assessment, checklists: set[str]) -> Scope:
    criteria = tuple(criterion for criterion in assessment.criteria if criterion.checklist in checklists)
    ids = {criterion.id for criterion in criteria}
    gaps = {gap.criterion: gap for gap in assessment.gaps if gap.criterion in ids}
    return Scope(criteria, gaps, tuple(criterion for criterion in assessment.roadmap if criterion in gaps))


def _rests_on(criterion: AssessedCriterion, fact: ProfileFact) -> bool:
    """Whether a fact of the profile answers one of its questions."""
    return any(answer.fact == fact.key for answer in criterion.answers)


def _looked_at(criterion: AssessedCriterion) -> bool:
    """Whether something is known of it: somebody found it short, or a question has an answer, if only a partial one."""
    return criterion.finding is not None or any(_known(answer) for answer in criterion.answers if not answer.moot)


def _known(answer: AssessedAnswer) -> bool:
    return answer.answer in ANSWERED or answer.counted_as is not Answer.UNKNOWN or answer.between is not None

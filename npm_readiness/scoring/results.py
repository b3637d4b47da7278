"""What is reckoned once for all: the answers, the criteria with their results, and the cases in which they apply."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

from npm_readiness.models.catalogue import Catalogue, Entry
from npm_readiness.models.checklist import Criterion, Question
from npm_readiness.models.numbers import Interval, hull
from npm_readiness.models.profile import Profile
from npm_readiness.models.situation import Situation
from npm_readiness.scoring.answers import CountedAnswer, below_an_act, counted_answer, over_cases
from npm_readiness.scoring.cases import Allowed, Case, allowed_by, cases_under, fact_keys, fits, possible_facts
from npm_readiness.scoring.combination import combined
from npm_readiness.scoring.findings import findings_of
from npm_readiness.scoring.for_any_state import CriterionForAnyState, for_any_state
from npm_readiness.scoring.outcomes import CriterionResult, Outcome

__all__ = ["Results", "results_of"]

SITUATIONAL = frozenset({"membership", "mechanism"})
"""The facts that make a criterion moot, rather than not applicable, where it does not stand for their values."""


@dataclass(frozen=True)
class Results:
    """All criteria of the selected checklists and the findings that were adopted, by stage, dimension and id."""

    criteria: tuple[CriterionResult, ...]
    cases: tuple[Case, ...]
    situation: Situation

    @cached_property
    def answers(self) -> Mapping[str, CountedAnswer]:
        """The distinct questions that are asked by criteria that apply in some case, in the order of the criteria."""
        return {name: answer for name, answer in self._all_answers.items() if not answer.moot}

    @cached_property
    def moot(self) -> Mapping[str, CountedAnswer]:
        """The distinct questions that nobody is asked any more, or not yet, because of where the State stands."""
        own = (
            answer
            for result in self.criteria
            if result.moot or any(outcome.applies for outcome in result.outcomes)
            for answer in result.answers
            if result.moot or answer.moot
        )
        return {answer.question.id: answer for answer in own if answer.question.id not in self.answers}

    @cached_property
    def _all_answers(self) -> Mapping[str, CountedAnswer]:
        found: dict[str, list[CountedAnswer]] = {}
        for result in self.criteria:
            if any(outcome.applies for outcome in result.outcomes):
                for answer in result.answers:
                    found.setdefault(answer.question.id, []).append(answer)
        return {name: over_cases(answers) for name, answers in found.items()}

    def score(self, chosen: Iterable[CriterionResult]) -> Interval | None:
        """The score of some of the criteria: their weighted mean in each case, and the hull of the cases."""
        listed = [result for result in chosen if result.scored]
        # Most criteria come to the same in every case, so that few tell cases apart.
        varying = [result for result in listed if len(result.outcomes) > 1]
        distinct = {tuple(result.in_cases[case] for result in varying): case for case in range(len(self.cases))}
        kinds = [tuple(result.in_cases[case] for result in listed) for case in distinct.values()]
        whole = lcm(*(bound.denominator for result in listed for one in result.outcomes for bound in _bounds(one)))
        return hull(_mean(listed, kind, whole) for kind in kinds)


def _bounds(outcome: Outcome) -> tuple[Fraction, ...]:
    return () if outcome.interval is None else (outcome.interval.lower, outcome.interval.upper)


def _mean(results: Sequence[CriterionResult], kind: tuple[int, ...], whole: int) -> Interval | None:
    """The weighted mean where each criterion comes to the outcome of this number; ``whole`` is a multiple of all denominators."""
    lower = upper = weights = 0
    for result, number in zip(results, kind, strict=True):
        interval = result.outcomes[number].interval
        if interval is not None:
            weight = result.criterion.weight
            lower += weight * (interval.lower.numerator * whole // interval.lower.denominator)
            upper += weight * (interval.upper.numerator * whole // interval.upper.denominator)
            weights += weight
    return Interval(Fraction(lower, weights * whole), Fraction(upper, weights * whole)) if weights else None


def results_of(  # noqa: PLR0913 - what decides is told apart
    profile: Profile,
    catalogue: Catalogue,
    situation: Situation,
    checklists: tuple[str, ...],
    *,
    require_evidence: bool,
    resting_below: Collection[str] = (),
) -> Results:
    """The results of all criteria of these checklists.

    ``resting_below`` are questions whose answers rest on less than an act of parliament, whatever the mechanism itself rests on.
    """
    entries = [entry for entry in catalogue if entry.checklist.checklist in checklists]
    constant = catalogue.once(for_any_state)
    rules = (rule for entry in entries for rule in constant.criteria[entry.criterion.id].rules)
    cases = cases_under(possible_facts(profile, situation), rules)
    counted: dict[tuple[str, tuple[object, ...]], CountedAnswer] = {}

    def answer(question: Question, case: Case) -> CountedAnswer:
        key = question.id, tuple(case[fact] for fact in constant.questions[question.id].facts)
        if key not in counted:
            found = counted_answer(question, profile, situation, case, require_evidence=require_evidence)
            counted[key] = below_an_act(found) if question.id in resting_below else found
        return counted[key]

    results = [_result(entry, constant.criteria[entry.criterion.id], situation, cases, answer) for entry in entries]
    findings = findings_of(profile, catalogue, situation.as_of, checklists, len(cases))
    ordered = sorted((*results, *findings), key=lambda result: catalogue.order(result.criterion))
    return Results(tuple(ordered), cases, situation)


def _result(
    entry: Entry,
    constant: CriterionForAnyState,
    situation: Situation,
    cases: tuple[Case, ...],
    answer: Callable[[Question, Case], CountedAnswer],
) -> CriterionResult:
    criterion, questions = entry.criterion, constant.questions
    if not constant.facts:
        case = cases[0]
        outcome = _outcome(criterion, tuple(answer(question, case) for question in questions), constant.applies, case)
        return CriterionResult(entry, constant.obligation, (outcome,), (0,) * len(cases), ())
    numbers: dict[tuple[object, ...], int] = {}
    outcomes: list[Outcome] = []
    in_cases = []
    for case in cases:
        key = tuple(case[fact] for fact in constant.facts)
        if key not in numbers:
            outcome = _outcome(
                criterion, tuple(answer(question, case) for question in questions), constant.applies, case
            )
            if outcome not in outcomes:
                outcomes.append(outcome)
            numbers[key] = outcomes.index(outcome)
        in_cases.append(numbers[key])
    counts = {outcome.interval is not None for outcome in outcomes}
    return CriterionResult(
        entry=entry,
        obligation=constant.obligation,
        outcomes=tuple(outcomes),
        in_cases=tuple(in_cases),
        depends_on=fact_keys(_telling(criterion, questions, cases), situation) if len(counts) > 1 else (),
    )


def _outcome(criterion: Criterion, answers: tuple[CountedAnswer, ...], applies: Allowed, case: Case) -> Outcome:
    unfit = [fact for fact, allowed in applies.items() if not fits(case[fact], allowed)]
    asked = not unfit and any(not answer.moot for answer in answers)
    moot = SITUATIONAL.issuperset(unfit) if unfit else not asked
    interval = combined(criterion.combine, (answer.interval for answer in answers)) if asked else None
    return Outcome(answers, asked, moot, interval)


def _telling(criterion: Criterion, questions: Iterable[Question], cases: Iterable[Case]) -> list[str]:
    """The facts on which it hangs whether the criterion counts: those that are not known and that keep it out in some case."""
    conditions = [criterion.applies_when, *(question.asked_when for question in questions)]
    listed = list(cases)
    return [
        fact
        for rule in map(allowed_by, conditions)
        for fact, allowed in rule.items()
        if len({fits(case[fact], allowed) for case in listed}) > 1
    ]

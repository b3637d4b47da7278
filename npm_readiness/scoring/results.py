"""What is reckoned once for all: the answers, the criteria with their results, and the cases in which they apply."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property

from npm_readiness.models.catalogue import Catalogue, Entry
from npm_readiness.models.checklist import Criterion, Question
from npm_readiness.models.numbers import Interval, hull, weighted_mean
from npm_readiness.models.profile import Profile
from npm_readiness.models.situation import Situation
from npm_readiness.records import record
from npm_readiness.scoring.answers import NOT_ANSWERED, CountedAnswer, below_an_act, counted_answer, over_cases
from npm_readiness.scoring.cases import Allowed, Case, Rule, allowed_by, cases_under, fact_keys, fits, possible_facts
from npm_readiness.scoring.combination import combined
from npm_readiness.scoring.findings import findings_of
from npm_readiness.scoring.for_any_state import CriterionForAnyState, for_any_state
from npm_readiness.scoring.kinds import SITUATIONAL, KindsOfCases
from npm_readiness.scoring.outcomes import CriterionResult, Outcome
from npm_readiness.scoring.untold import untold

__all__ = ["Results", "results_of"]


@record(frozen=True)
class Results:
    """All criteria of the selected checklists and the findings that were adopted, by stage, dimension and id."""

    criteria: tuple[CriterionResult, ...]
    cases: tuple[Case, ...]
    situation: Situation

    @cached_property
    def readiness(self) -> tuple[CriterionResult, ...]:
        """Those that enter the verdicts on the stages."""
        return tuple(result for result in self.criteria if result.for_readiness)

    @cached_property
    def findings(self) -> tuple[CriterionResult, ...]:
        """The findings that were adopted."""
        return tuple(result for result in self.criteria if result.finding is not None)

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
            if result.moot or result.asked
            for answer in result.answers
            if result.moot or answer.moot
        )
        return {answer.question.id: answer for answer in own if answer.question.id not in self.answers}

    @cached_property
    def _all_answers(self) -> Mapping[str, CountedAnswer]:
        found: dict[str, CountedAnswer] = {}
        shared: dict[str, list[CountedAnswer]] = {}
        for result in self.criteria:
            for answer in result.answers if result.asked else ():
                name = answer.question.id
                first = found.setdefault(name, answer)
                if first is not answer:
                    shared.setdefault(name, [first]).append(answer)
        return {**found, **{name: over_cases(answers) for name, answers in shared.items()}}

    def score(self, chosen: Iterable[CriterionResult]) -> Interval | None:
        """The score of some of the criteria: their weighted mean in each case, and the hull of the cases."""
        # Most criteria come to the same in every case, so that few tell cases apart; the others are counted once.
        steady: dict[Interval, int] = {}
        varying: list[CriterionResult] = []
        for result in chosen:
            interval = result.interval
            if interval is None or result.finding is not None:
                continue
            if result.in_cases:
                varying.append(result)
            else:
                steady[interval] = steady.get(interval, 0) + result.criterion.weight
        kinds = set(zip(*(result.in_cases for result in varying), strict=True)) or {()}
        return hull([weighted_mean((*steady.items(), *_weighed(varying, kind))) for kind in kinds])


def _weighed(results: Iterable[CriterionResult], kind: tuple[int, ...]) -> Iterator[tuple[Interval, int]]:
    """The intervals of criteria with their weights where each comes to the outcome of this number; those that count."""
    for result, number in zip(results, kind, strict=True):
        interval = result.outcomes[number].interval
        if interval is not None:
            yield interval, result.criterion.weight


def results_of(  # noqa: PLR0913 - what decides is told apart
    profile: Profile,
    catalogue: Catalogue,
    situation: Situation,
    checklists: tuple[str, ...],
    *,
    require_evidence: bool,
    resting_below: Collection[str] = (),
    findings: tuple[CriterionResult, ...] | None = None,
) -> Results:
    """The results of all criteria of these checklists.

    ``resting_below`` are questions whose answers rest on less than an act of parliament, whatever the mechanism itself rests on.
    ``findings`` are those that were adopted, where they are worked out already for the same recommendations at the same day.
    """
    constant = catalogue.once(for_any_state)
    entries = [entry for entry in catalogue if entry.checklist.checklist in checklists]
    rules = frozenset[Rule]().union(*(constant.rules[name] for name in checklists if name in constant.rules))
    cases = cases_under(possible_facts(profile, situation), rules)
    open_ = catalogue.once(untold)
    told = _told(profile).union(resting_below, open_.capped if situation.only_below_an_act else ())
    counted: dict[tuple[str, tuple[object, ...]], CountedAnswer] = {}

    def answer(question: Question, case: Case) -> CountedAnswer:
        if question.id in open_.answers and question.id not in told:
            return open_.answers[question.id]
        facts = constant.questions[question.id].facts
        key = question.id, tuple(case[fact] for fact in facts) if facts else ()
        found = counted.get(key)
        if found is None:
            found = counted_answer(question, profile, situation, case, require_evidence=require_evidence)
            counted[key] = found = below_an_act(found) if question.id in resting_below else found
        return found

    kinds = KindsOfCases(cases)

    def result(entry: Entry) -> CriterionResult:
        own = constant.criteria[entry.criterion.id]
        found = open_.results.get(entry.criterion.id)
        if found is not None and told.isdisjoint(own.asks):
            return found
        return _result(entry, own, situation, kinds, answer)

    results = list(map(result, entries))
    if findings is None:
        findings = findings_of(profile, catalogue, situation.as_of, checklists)
    if findings:
        results = sorted((*results, *findings), key=lambda result: catalogue.order(result.criterion))
    return Results(tuple(results), cases, situation)


def _told(profile: Profile) -> frozenset[str]:
    """The questions to which a profile says something, for the whole or for a single body."""
    overall = (name for name, given in profile.answers.items() if given != NOT_ANSWERED)
    return frozenset(overall).union(*(body.answers for body in profile.npm.bodies or ()))


def _result(
    entry: Entry,
    constant: CriterionForAnyState,
    situation: Situation,
    kinds: KindsOfCases,
    answer: Callable[[Question, Case], CountedAnswer],
) -> CriterionResult:
    criterion, questions, kind = entry.criterion, constant.questions, kinds.of(constant.applies, constant.of_questions)
    found = [
        _outcome(criterion, tuple([answer(question, case) for question in questions]), constant.applies, case)
        for case in kind.firsts
    ]
    outcomes = [outcome for place, outcome in enumerate(found) if outcome not in found[:place]]
    places = [outcomes.index(outcome) for outcome in found]
    in_cases = [places[number] for number in kind.numbers] if len(outcomes) > 1 else []
    counts = {outcome.interval is not None for outcome in outcomes}
    return CriterionResult(
        entry,
        constant.obligation,
        tuple(outcomes),
        tuple(in_cases),
        fact_keys(_telling(criterion, questions, kinds), situation) if len(counts) > 1 else (),
    )


def _outcome(criterion: Criterion, answers: tuple[CountedAnswer, ...], applies: Allowed, case: Case) -> Outcome:
    unfit = [fact for fact, allowed in applies.items() if not fits(case[fact], allowed)]
    asked = not unfit and not all(answer.moot for answer in answers)
    moot = SITUATIONAL.issuperset(unfit) if unfit else not asked
    interval = combined(criterion.combine, [answer.interval for answer in answers]) if asked else None
    return Outcome(answers, asked, moot, interval)


def _telling(criterion: Criterion, questions: Iterable[Question], kinds: KindsOfCases) -> list[str]:
    """The facts on which it hangs whether the criterion counts: those that are not known and that keep it out in some case."""
    conditions = [criterion.applies_when, *(question.asked_when for question in questions)]
    return [
        fact for rule in map(allowed_by, conditions) for fact, allowed in rule.items() if kinds.differ(fact, allowed)
    ]

"""The smallest sets of questions for the stages: which needs they fill, and what is said of each question in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from npm_readiness.models.vocabulary import Obligation, Stage
from npm_readiness.planning.roadmap.needs import Need, needs_of, order_of_questions
from npm_readiness.planning.roadmap.packaging import Bundle
from npm_readiness.planning.roadmap.result import RaisedQuestion, SetOfQuestions, SmallestSets
from npm_readiness.planning.roadmap.smallest import Known, Smallest, smallest_set
from npm_readiness.scoring.answers import CountedAnswer, over_cases
from npm_readiness.scoring.outcomes import CriterionResult
from npm_readiness.scoring.results import Results

__all__ = ["smallest_sets"]


def smallest_sets(
    results: Results, bundles: Sequence[Bundle], *, opcat_assessed: bool, known: Known | None = None
) -> SmallestSets:
    """The fewest questions to raise so that the next stage has no blocker, and so that every stage is ready.

    The next stage is the first in whose scope some treaty criterion is known to be unmet in some case that the unknown facts allow;
    the set lifts these in every case. For a stage to be ready every criterion of readiness must surely be met in every case, so
    that set holds what is only open as well. None where the stages have no verdict. ``known`` holds what other sets have
    found already.
    """
    if not opcat_assessed:
        return SmallestSets(next_stage=None, ready=None)
    readiness = [result for result in results.criteria if result.for_readiness and result.applies]
    own_stages = [stage for stage in Stage if any(result.criterion.stage is stage for result in readiness)]
    parts = _Parts(results, bundles, known or Known())
    next_stage = None
    for stage in own_stages:
        scope = [result for result in readiness if result.criterion.stage.order <= stage.order]
        blockers = [
            result for result in scope if result.obligation is Obligation.TREATY and parts.needs[result.criterion.id]
        ]
        if blockers:
            next_stage = parts.of(stage, blockers, surely=False)
            break
    short = [result for result in readiness if parts.sure[result.criterion.id]]
    ready = parts.of(own_stages[-1], short, surely=True) if short else None
    return SmallestSets(next_stage=next_stage, ready=ready)


class _Parts:
    """What both sets are made of; ``needs`` so that a criterion is no gap in any case, ``sure`` so that it is surely met in all."""

    def __init__(self, results: Results, bundles: Sequence[Bundle], known: Known) -> None:
        self.known = known
        self.by_id = {result.criterion.id: result for result in results.criteria}
        self.needs: Mapping[str, tuple[Need, ...]] = {
            name: needs_of(result, surely=False) for name, result in self.by_id.items()
        }
        self.sure: Mapping[str, tuple[Need, ...]] = {
            name: needs_of(result, surely=True) for name, result in self.by_id.items()
        }
        self.order = order_of_questions(results.criteria, self.needs)
        self.answers = {
            (result.criterion.id, answer.question.id): answer
            for result in results.criteria
            for answer in result.answers
        }
        self.package = {
            name: bundle.id for bundle in reversed(bundles) for action in bundle.actions for name in action.raises
        }

    def of(self, stage: Stage, wanted: Iterable[CriterionResult], *, surely: bool) -> SetOfQuestions:
        needs = self.sure if surely else self.needs
        goal = [need for result in wanted for need in needs[result.criterion.id]]
        found = smallest_set(goal, self.needs, self.order, self.known)
        return self._shown(stage, found, {need.criterion for need in goal}, needs)

    def _shown(
        self, stage: Stage, found: Smallest, goal: set[str], needs: Mapping[str, Sequence[Need]]
    ) -> SetOfQuestions:
        asking: dict[str, list[str]] = {}
        for criterion, needed in needs.items():
            for name in {name for need in needed for name in need.questions}:
                asking.setdefault(name, []).append(criterion)
        findings = {name for name in found.questions if name in self.by_id and self.by_id[name].finding is not None}
        questions = sorted(found.questions - findings)
        return SetOfQuestions(
            stage=stage,
            questions=tuple(questions),
            findings=tuple(sorted(findings)),
            raised=tuple(self._question(name, tuple(asking[name]), goal) for name in questions),
            proven=found.proven,
        )

    def _question(self, name: str, criteria: tuple[str, ...], goal: set[str]) -> RaisedQuestion:
        """``criteria`` are those that need the question, in their order."""
        answer: CountedAnswer = over_cases([self.answers[criterion, name] for criterion in criteria])
        return RaisedQuestion(
            question=name,
            text=answer.question.text,
            answer=answer.answer,
            between=answer.between,
            open=answer.interval is not None and answer.interval.upper == 1,
            waits=answer.waiting,
            criteria=criteria,
            because="stage" if goal.intersection(criteria) else "after",
            package=self.package.get(name),
        )

"""What a question and a criterion come to where a profile says nothing and no fact tells anything: the same for every State.

Most of a profile is open for a long time. What is open is made once for a catalogue, and an assessment takes it as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from npm_readiness.models.catalogue import Catalogue, Entry
from npm_readiness.models.checklist import Question
from npm_readiness.records import record
from npm_readiness.scoring.answers import NOT_ANSWERED, CountedAnswer
from npm_readiness.scoring.combination import combined
from npm_readiness.scoring.for_any_state import CriterionForAnyState, for_any_state
from npm_readiness.scoring.outcomes import CriterionResult, Outcome
from npm_readiness.scoring.worth import EVERYTHING

__all__ = ["Untold", "untold"]


@record(frozen=True)
class Untold:
    """The answers to questions that hang on no fact, and the results of the criteria that ask no others and hang on none.

    ``capped`` are those questions of which a part is told where all that the mechanism rests on is below an act of parliament.
    """

    answers: Mapping[str, CountedAnswer]
    capped: frozenset[str]
    results: Mapping[str, CriterionResult]


def untold(catalogue: Catalogue) -> Untold:
    """What is open where nothing is told; ask for it with ``catalogue.once``."""
    known = catalogue.once(for_any_state)
    answers = {
        name: _open(question) for name, question in catalogue.questions.items() if not known.questions[name].facts
    }
    results = {
        name: _result(entry, known.criteria[name], answers)
        for name, entry in catalogue.criteria.items()
        if not known.criteria[name].facts
    }
    capped = (name for name, question in catalogue.questions.items() if question.if_executive_text is not None)
    return Untold(answers, frozenset(capped), results)


def _open(question: Question) -> CountedAnswer:
    return CountedAnswer(question, NOT_ANSWERED, None, EVERYTHING, evidenced=False)


def _result(entry: Entry, constant: CriterionForAnyState, answers: Mapping[str, CountedAnswer]) -> CriterionResult:
    told = tuple([answers[question.id] for question in constant.questions])
    interval = combined(entry.criterion.combine, [answer.interval for answer in told])
    outcome = Outcome(told, applies=True, moot=False, interval=interval)
    return CriterionResult(entry, constant.obligation, (outcome,), (), ())

"""How far a profile is filled in: for each dimension of its checklists what is answered, what is known in part, what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Answer
from npm_readiness.scoring.answers import CountedAnswer
from npm_readiness.scoring.counting import bare_answers
from npm_readiness.scoring.results import Results, results_of
from npm_readiness.situation.working_out import situation_of

__all__ = ["Progress", "progress_of"]


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts over the distinct questions of one dimension, or of a whole profile (whose ``dimension`` is empty).

    ``questions`` is the sum of the next four: ``answered`` (also not_applicable), ``partly_known`` (unknown, but between two
    answers), ``unknown`` (somebody looked and could not find out) and ``open`` (nobody has answered yet). ``bare`` counts
    those among the first two that name no source and place. Apart from these, ``by_themselves`` follow from facts of the
    profile, and ``moot`` are not asked in the situation of the State.
    """

    dimension: str
    answered: int
    partly_known: int
    unknown: int
    open: int
    bare: int
    by_themselves: int
    moot: int

    @property
    def questions(self) -> int:
        """How many questions somebody has to answer."""
        return self.answered + self.partly_known + self.unknown + self.open

    @property
    def untouched(self) -> bool:
        """Whether nothing is answered at all."""
        return self.questions == self.open


def progress_of(profile: Profile, catalogue: Catalogue) -> tuple[Progress, ...]:
    """The counts of each dimension with a question, in their order; then those of the whole profile, with an empty id.

    A question that several criteria ask is counted at the first.
    """
    situation = situation_of(profile, catalogue.instruments, profile.assessed_on)
    selected = tuple(dict.fromkeys(profile.checklists))
    results = results_of(profile, catalogue, situation, selected, require_evidence=False)
    bare = frozenset(bare_answers(results.answers))
    counts: dict[str, Counter[str]] = {dimension: Counter() for dimension in catalogue.dimensions}
    for question, dimension in _homes(results).items():
        found = counts[dimension]
        if question in results.answers:
            found[_kind(results.answers[question])] += 1
            found["bare"] += question in bare
        elif question in results.moot:
            found["moot"] += 1
    told = [_progress(name, found) for name, found in counts.items() if found.total()]
    return (*told, _progress("", sum(counts.values(), Counter())))


def _homes(results: Results) -> Mapping[str, str]:
    """The questions, each with the dimension of the first criterion that asks it, or of the first that has it."""
    asking = [result for result in results.criteria if any(outcome.applies for outcome in result.outcomes)]
    homes: dict[str, str] = {}
    for result in (*asking, *results.criteria):
        for answer in result.answers:
            homes.setdefault(answer.question.id, result.criterion.dimension)
    return homes


def _kind(answer: CountedAnswer) -> str:
    if answer.fact is not None:
        return "by_themselves"
    if answer.answer is None:
        return "open"
    if answer.answer is not Answer.UNKNOWN:
        return "answered"
    return "unknown" if answer.given.between is None else "partly_known"


def _progress(dimension: str, counts: Counter[str]) -> Progress:
    return Progress(
        dimension=dimension,
        answered=counts["answered"],
        partly_known=counts["partly_known"],
        unknown=counts["unknown"],
        open=counts["open"],
        bare=counts["bare"],
        by_themselves=counts["by_themselves"],
        moot=counts["moot"],
    )

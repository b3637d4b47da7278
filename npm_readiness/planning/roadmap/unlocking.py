"""What packages unlock: blockers, verdicts and the score, each recomputed exactly with the questions of the package at yes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from npm_readiness.models.assessment import AssessedStage
from npm_readiness.models.numbers import Score
from npm_readiness.planning.roadmap.packaging import Bundle
from npm_readiness.planning.roadmap.raising import with_raised
from npm_readiness.planning.roadmap.result import ScoreChange, StageChange, Unlocked
from npm_readiness.scoring.results import Results
from npm_readiness.scoring.stages import assessed_stages

__all__ = ["unlocked"]


@dataclass(frozen=True)
class _Standing:
    stages: tuple[AssessedStage, ...]
    score: Score | None

    @property
    def blockers(self) -> tuple[str, ...]:
        """The blockers of all stages, each once."""
        return tuple(dict.fromkeys(name for stage in self.stages for name in stage.blockers))


def unlocked(
    results: Results, bundles: Sequence[Bundle], *, opcat_assessed: bool
) -> Iterator[tuple[Unlocked, Unlocked]]:
    """For each bundle what it unlocks alone, and what it adds to those before it."""
    today = before = _standing(results, (), opcat_assessed=opcat_assessed)
    raised: list[str] = []
    for bundle in bundles:
        own = [name for action in bundle.actions for name in action.raises]
        raised += own
        alone = _standing(results, own, opcat_assessed=opcat_assessed)
        together = alone if len(raised) == len(own) else _standing(results, raised, opcat_assessed=opcat_assessed)
        yield _change(today, alone), _change(before, together)
        before = together


def _standing(results: Results, raised: Iterable[str], *, opcat_assessed: bool) -> _Standing:
    changed = with_raised(results, tuple(raised))
    score = changed.score(result for result in changed.criteria if result.for_readiness)
    stages = assessed_stages(changed, opcat_assessed=opcat_assessed)
    return _Standing(stages, None if score is None else Score.of(score))


def _change(before: _Standing, after: _Standing) -> Unlocked:
    left = set(after.blockers)
    return Unlocked(
        blockers=tuple(name for name in before.blockers if name not in left),
        stages=tuple(
            StageChange(id=one.id, before=one.verdict, after=other.verdict)
            for one, other in zip(before.stages, after.stages, strict=True)
        ),
        score=ScoreChange(before=before.score, after=after.score),
    )

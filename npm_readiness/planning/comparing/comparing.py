"""From profiles to their comparison; of each profile a summary is kept, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat

from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.numbers import Score
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Stage
from npm_readiness.planning.comparing.changes import Change
from npm_readiness.planning.comparing.comparison import (
    ComparedCriterion,
    ComparedDimension,
    ComparedVerdict,
    Comparison,
    Step,
    WhyNot,
)
from npm_readiness.planning.comparing.kept import Packed
from npm_readiness.planning.comparing.ranking import ranked
from npm_readiness.planning.comparing.steps import criterion_change, step_between
from npm_readiness.planning.comparing.summary import (
    Asked,
    Details,
    DimensionKey,
    Head,
    Said,
    Summary,
    details_of,
    dimensions_of,
    heads_of,
    score_of,
    status_of,
    summary_of,
)
from npm_readiness.problems import InputError, Place, problem_at
from npm_readiness.scoring.assessing import assess

__all__ = ["compare", "compare_named"]

FEWEST = 2


def compare(  # noqa: PLR0913 - each is a choice of its own
    profiles: Iterable[Profile],
    catalogue: Catalogue | None = None,
    *,
    names: Sequence[str] = (),
    checklists: Sequence[str] | None = None,
    require_evidence: bool = False,
    rank: bool = False,
) -> Comparison:
    """Compare profiles: each country from one profile to the next in the order given, and all of them side by side.

    ``profiles`` may be an iterator over thousands: they are assessed one by one, and only a summary of each is kept. ``names`` tell
    them apart, such as their files; by default country and date do. ``checklists`` and ``require_evidence`` are as for
    :func:`~npm_readiness.scoring.assessing.assess`. Only with ``rank`` are countries ranked, as far as intervals allow. Raises
    :class:`~npm_readiness.problems.InputError` for a profile that does not fit the catalogue, and for fewer than two.
    """
    return compare_named(
        zip(chain(names, repeat("")), profiles, strict=False),
        catalogue,
        checklists=checklists,
        require_evidence=require_evidence,
        rank=rank,
    )


def compare_named(
    profiles: Iterable[tuple[str, Profile]],
    catalogue: Catalogue | None = None,
    *,
    checklists: Sequence[str] | None = None,
    require_evidence: bool = False,
    rank: bool = False,
) -> Comparison:
    """As :func:`compare`, for profiles that come with their names; an empty one stands for country and date."""
    catalogue = catalogue or default_catalogue()
    gathered = _Gathered(catalogue)
    for name, profile in profiles:
        assessment = assess(profile, catalogue, checklists=checklists, require_evidence=require_evidence)
        own = name or f"{assessment.country.code} {assessment.assessed_on}"
        gathered.heads.update((head.id, head) for head in heads_of(assessment))
        gathered.titles.update((key, entry.title) for key, entry in dimensions_of(assessment))
        gathered.add(summary_of(profile, assessment, own), details_of(profile, assessment))
    if len(gathered.summaries) < FEWEST:
        reason, advice = "there is nothing to compare", "name at least two profiles"
        raise InputError([problem_at(Place("profiles"), "argument-invalid", reason=reason, advice=advice)])
    return gathered.comparison(require_evidence=require_evidence, rank=rank)


class _Gathered:
    """What is known of the profiles that have come so far."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.summaries: list[Summary] = []
        self.heads: dict[str, Head] = {}
        self.titles: dict[DimensionKey, str] = {}
        self._steps: list[Step] = []
        self._last: dict[str, tuple[int, Asked, Packed[Said]]] = {}
        self._dimensions = {name: place for place, name in enumerate(catalogue.dimensions)}

    def add(self, summary: Summary, details: Details) -> None:
        """One more profile, and the step to it from the one before of the same country."""
        place, code = len(self.summaries), summary.profile.country.code
        if code in self._last:
            before, asked, said = self._last[code]
            pair = (self.summaries[before], Details(asked, said.unpacked()))
            self._steps.append(step_between(pair, (summary, details), (before, place), self._in_order()))
        self.summaries.append(summary)
        self._last[code] = (place, details.asked, Packed.of(details.said))

    def _in_order(self) -> dict[str, Head]:
        """The criteria as every list has them: by stage, dimension, id."""
        heads = sorted(
            self.heads.values(),
            key=lambda head: (head.stage.order, self._dimensions.get(head.dimension, -1), head.id),
        )
        return {head.id: head for head in heads}

    def comparison(self, *, require_evidence: bool, rank: bool) -> Comparison:
        """All of it."""
        profiles = tuple(summary.profile for summary in self.summaries)
        return Comparison(
            require_evidence=require_evidence,
            profiles=profiles,
            verdicts=tuple(self._verdict(stage) for stage in Stage),
            dimensions=tuple(self._all_dimensions()),
            criteria=tuple(self._criterion(head) for head in self._in_order().values()),
            steps=tuple(self._steps),
            ranks=ranked(profiles) if rank else None,
        )

    def _verdict(self, stage: Stage) -> ComparedVerdict:
        standings = [summary.stages[stage] for summary in self.summaries]
        return ComparedVerdict(
            stage=stage,
            verdicts=tuple(standing.verdict for standing in standings),
            possible=tuple(standing.possible for standing in standings),
            blockers=tuple(len(standing.blockers) for standing in standings),
            looked_at=tuple(standing.looked_at for standing in standings),
        )

    def _all_dimensions(self) -> Iterator[ComparedDimension]:
        """Those of readiness in the order of the catalogue, then those of each checklist of standards."""

        def place(key: DimensionKey) -> tuple[str, int, str]:
            return key[0] or "", self._dimensions.get(key[1], -1), key[1]

        for key in sorted(self.titles, key=place):
            scores: tuple[Score | None, ...] = tuple(summary.dimensions.get(key) for summary in self.summaries)
            yield ComparedDimension(id=key[1], title=self.titles[key], standards=key[0], scores=scores)

    def _criterion(self, head: Head) -> ComparedCriterion:
        standings = [summary.criteria.get(head.id) for summary in self.summaries]
        change: Change | None = None
        reason: WhyNot | None = None
        if len(self._last) == 1:
            change, reason = criterion_change(standings[0], standings[-1], finding=head.finding)
        return ComparedCriterion(
            id=head.id,
            title=head.title,
            checklist=head.checklist,
            dimension=head.dimension,
            stage=head.stage,
            obligation=head.obligation,
            aspect=head.aspect,
            rests_on=head.rests_on,
            statuses=tuple(status_of(standing) for standing in standings),
            scores=tuple(score_of(standing) for standing in standings),
            change=change,
            reason=reason,
        )

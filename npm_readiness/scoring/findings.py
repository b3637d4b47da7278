"""What others found and the assessors adopted: a criterion of its own, which is a gap, enters verdicts and no score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from npm_readiness.models.catalogue import Catalogue, Entry
from npm_readiness.models.checklist import Criterion
from npm_readiness.models.dates import happened, known_on
from npm_readiness.models.numbers import Interval
from npm_readiness.models.profile import Profile
from npm_readiness.models.recommendations import Recommendation
from npm_readiness.models.register import strongest
from npm_readiness.models.vocabulary import Addressee, Aspect, Combine
from npm_readiness.scoring.outcomes import CriterionResult, Outcome

__all__ = ["bears_on", "findings_of", "made_by"]

FALLS_SHORT = Outcome(answers=(), applies=True, moot=False, interval=Interval(Fraction(0), Fraction(1, 2)))
"""What is known of it: that it is not fully met. To what degree ever, it enters no score."""


def made_by(recommendation: Recommendation, profile: Profile, as_of: date) -> bool:
    """Whether a recommendation had been made by ``as_of``; one whose date is not known had."""
    return happened(known_on(recommendation.date, profile.assessed_on), as_of) is not False


def bears_on(recommendation: Recommendation, catalogue: Catalogue) -> frozenset[str]:
    """The ids of the criteria on which it bears: those that it names, and those that cite a provision that it names."""
    cited = (name for named in recommendation.about for name in catalogue.citing.get(named, ()))
    return frozenset((*recommendation.about, *cited))


def findings_of(
    profile: Profile, catalogue: Catalogue, as_of: date, checklists: tuple[str, ...]
) -> tuple[CriterionResult, ...]:
    """The adopted findings made by ``as_of`` that bear on one of these checklists, each as a criterion."""
    if not any(finding.adopted for finding in profile.recommendations):
        return ()
    entries = (entry for entry in catalogue if entry.checklist.checklist in checklists)
    selected = {entry.criterion.id: (place, entry) for place, entry in enumerate(entries)}
    return tuple(
        CriterionResult(
            entry=entry,
            obligation=strongest([catalogue.provision_obligation(name) for name in entry.criterion.provisions]),
            outcomes=(FALLS_SHORT,),
            in_cases=(),
            depends_on=(),
            finding=finding,
        )
        for finding in profile.recommendations
        if finding.adopted and made_by(finding, profile, as_of)
        for entry in _placed(finding, catalogue, selected)
    )


def _placed(
    finding: Recommendation, catalogue: Catalogue, selected: Mapping[str, tuple[int, Entry]]
) -> tuple[Entry, ...]:
    """The finding as a criterion beside the first of those on which it bears; nothing where it bears on none of ``selected``.

    A criterion that it names goes before one that cites a provision that it names. ``selected`` are entries by id, with places.
    """
    named = _in_order(finding.about, selected)
    beside = named or _in_order(bears_on(finding, catalogue), selected)
    if not beside:
        return ()
    first = beside[0]
    provisions = dict.fromkeys(name for name in finding.about if name in catalogue.provisions)
    provisions |= dict.fromkeys(name for entry in named for name in entry.criterion.provisions)
    criterion = Criterion.model_construct(
        id=finding.id,
        code=None,
        title=finding.text,
        requirement=finding.text,
        why=finding.document or finding.text,
        provisions=tuple(provisions),
        reading=None,
        dimension=finding.dimension or first.criterion.dimension,
        code_chapter=first.criterion.code_chapter,
        stage=finding.stage or first.criterion.stage,
        aspect=first.criterion.aspect if named else Aspect.PRACTICE,
        weight=1,
        combine=Combine.MEAN,
        applies_when=None,
        questions=(),
        action=finding.text,
        addressee=finding.addressee or (first.criterion.addressee if named else Addressee.GOVERNMENT),
        after=(),
    )
    return (Entry(criterion, first.checklist),)


def _in_order(names: Iterable[str], selected: Mapping[str, tuple[int, Entry]]) -> list[Entry]:
    found = sorted((selected[name] for name in frozenset(names) if name in selected), key=lambda placed: placed[0])
    return [entry for _, entry in found]

"""What others have said to the State, and what the criteria say of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from npm_readiness.models.assessment import AssessedRecommendation
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.models.recommendations import Recommendation
from npm_readiness.models.vocabulary import Status
from npm_readiness.scoring.findings import bears_on, made_by
from npm_readiness.scoring.outcomes import CriterionResult
from npm_readiness.scoring.results import Results

__all__ = ["assessed_recommendations"]


def assessed_recommendations(
    profile: Profile, catalogue: Catalogue, results: Results
) -> tuple[AssessedRecommendation, ...]:
    """The recommendations made by the date of the assessment, in the order of the profile."""
    if not profile.recommendations:
        return ()
    by_id = {result.criterion.id: result for result in results.criteria if result.finding is None}
    places = {name: place for place, name in enumerate(by_id)}
    return tuple(
        _assessed(entry, by_id, sorted(bears_on(entry, catalogue) & by_id.keys(), key=places.__getitem__))
        for entry in profile.recommendations
        if made_by(entry, profile, results.situation.as_of)
    )


def _assessed(
    entry: Recommendation, by_id: dict[str, CriterionResult], borne_on: Sequence[str]
) -> AssessedRecommendation:
    applying = [by_id[name] for name in borne_on if by_id[name].applies]
    return AssessedRecommendation(
        id=entry.id,
        by=entry.by,
        document=entry.document,
        paragraph=entry.paragraph,
        date=entry.date,
        url=entry.url,
        text=entry.text,
        about=entry.about,
        criteria=tuple(borne_on),
        response=entry.response,
        finding=entry.finding,
        adopted=entry.adopted,
        comment=entry.comment,
        state="open" if entry.adopted else _state(applying, named=any(name in by_id for name in entry.about)),
    )


def _state(criteria: Iterable[CriterionResult], *, named: bool) -> Literal["met", "open", "not_known"]:
    """Whether what was asked for is there, by the criteria on which it bears.

    ``named``: it names a criterion. One that names provisions alone can ask for something else under the same article, so it is
    never told as met.
    """
    listed = list(criteria)
    if any(result.gap for result in listed):
        return "open"
    met = named and bool(listed) and all(result.status is Status.MET for result in listed)
    return "met" if met else "not_known"

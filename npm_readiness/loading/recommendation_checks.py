"""Whether the recommendations of a profile name what there is."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from npm_readiness.loading.near_misses import FirstFew, did_you_mean
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.models.recommendations import Recommendation
from npm_readiness.problems import Path

__all__ = ["recommendation_problems"]

Found = tuple[Path, str, dict[str, object]]


def recommendation_problems(profile: Profile, catalogue: Catalogue) -> Iterator[Found]:
    """Ids that are taken, and references that lead nowhere."""
    seen: set[str] = set()
    near = FirstFew()
    known = (*catalogue.criteria, *catalogue.provisions)
    for index, entry in enumerate(profile.recommendations):
        path: Path = ("recommendations", index)
        taken = entry.id in catalogue.criteria or entry.id in catalogue.questions or entry.id in catalogue.provisions
        if entry.id in seen or taken:
            yield (*path, "id"), "recommendation-id-taken", {"id": entry.id}
        seen.add(entry.id)
        yield from _about(path, entry, catalogue, known, near)


def _about(
    path: Path, entry: Recommendation, catalogue: Catalogue, known: Collection[str], near: FirstFew
) -> Iterator[Found]:
    for place, name in enumerate(entry.about):
        if name not in catalogue.criteria and name not in catalogue.provisions:
            yield (
                (*path, "about", place),
                "recommendation-about-unknown",
                {"id": name, "advice": _advice(name, catalogue, known, near)},
            )
    if entry.dimension is not None and entry.dimension not in catalogue.dimensions:
        advice = did_you_mean(entry.dimension, catalogue.dimensions, near=near)
        yield (*path, "dimension"), "dimension-unknown", {"id": entry.dimension, "advice": advice}


def _advice(name: str, catalogue: Catalogue, known: Collection[str], near: FirstFew) -> str:
    if name in catalogue.questions:
        return f"that is a question; write the criterion that asks it: {' or '.join(catalogue.uses[name])}"
    return did_you_mean(name, known, near=near)

"""Whether what a profile says of the plan fits the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.loading.near_misses import FirstFew, advice_for_criterion, did_you_mean
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.problems import Path

__all__ = ["plan_problems"]

LISTED_IN_FILE = "choose one of checklists/instruments-of-change.yaml"


def plan_problems(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[Path, str, dict[str, object]]]:
    """The instruments of change, criteria and questions that the plan names and that there are not."""
    near, instruments = FirstFew(), catalogue.instruments_of_change
    for name in profile.plan.durations:
        if name not in instruments:
            advice = did_you_mean(name, instruments, near=near, otherwise=LISTED_IN_FILE)
            yield ("plan", "durations", name), "instrument-of-change-unknown", {"id": name, "advice": advice}
    findings = {recommendation.id for recommendation in profile.recommendations}
    for index, name in enumerate(profile.plan.done):
        if name not in catalogue.criteria and name not in catalogue.questions and name not in findings:
            advice = advice_for_criterion(name, catalogue, near)
            yield ("plan", "done", index), "done-unknown", {"id": name, "advice": advice}

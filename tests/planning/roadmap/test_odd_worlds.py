"""Whatever a profile holds, its roadmap is made and can be read; and what it says of sets holds in every case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from npm_readiness import InputError, plan, render
from npm_readiness.planning.roadmap.needs import needs_of
from npm_readiness.planning.roadmap.raising import with_raised
from npm_readiness.scoring.results import results_of
from npm_readiness.situation.working_out import situation_of
from tests.making import catalogue, profile
from tests.planning.roadmap.test_packages import with_instruments
from tests.scoring.worlds import World, worlds
from tests.situation.test_odd_profiles import MADE, Spec, odd_profiles

QUIET = (HealthCheck.too_slow, HealthCheck.filter_too_much)


@settings(max_examples=60, deadline=None, suppress_health_check=QUIET)
@given(worlds(with_findings=True))
def test_with_the_set_and_the_findings_lifted_no_criterion_of_the_stage_falls_short_in_any_case(world: World) -> None:
    """With facts that are not known, questions that wait, are moot, or answer themselves."""
    made = with_instruments(catalogue(*world.checklists))
    roadmap = plan(world.profile, made, as_of=world.as_of, require_evidence=world.require_evidence)
    selected = tuple(checklist.id for checklist in roadmap.assessment.checklists)
    situation = situation_of(world.profile, made.instruments, world.as_of)
    results = results_of(world.profile, made, situation, selected, require_evidence=world.require_evidence)
    found = roadmap.smallest_set.next_stage
    if found is not None:
        after = with_raised(results, (*found.questions, *found.findings))
        scope = [
            result
            for result in after.criteria
            if result.for_readiness and result.criterion.stage.order <= found.stage.order
        ]
        assert not any(needs_of(result, surely=False) for result in scope if result.obligation.order == 0)
    ready = roadmap.smallest_set.ready
    if ready is not None:
        after = with_raised(results, (*ready.questions, *ready.findings))
        assert not any(needs_of(result, surely=True) for result in after.criteria if result.for_readiness)
    assert isinstance(render(roadmap, "markdown"), str)
    assert render(roadmap, "text")


@settings(max_examples=60, deadline=None, suppress_health_check=QUIET)
@given(odd_profiles(), st.none() | st.dates(date(1500, 1, 1), date(2999, 12, 31)), st.sampled_from([0, 5, 1040]))
def test_an_odd_profile_has_its_roadmap_or_is_refused(spec: Spec, start: date | None, weeks: int) -> None:
    made = replace(with_instruments(MADE))
    try:
        given_profile = profile(**spec, plan={"durations": {"act": weeks}})
    except ValueError:
        return
    try:
        roadmap = plan(given_profile, made, start=start)
    except InputError as error:
        assert error.problems  # noqa: PT017  (both outcomes are right)
        return
    assert isinstance(render(roadmap, "markdown"), str)
    assert isinstance(render(roadmap, "csv"), str)
    for package in roadmap.packages:
        assert all(latest.starts <= latest.ends for latest in package.latest)
        assert package.starts_week <= package.ends_week

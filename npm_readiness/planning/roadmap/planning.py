"""From a profile to its roadmap: a pure function of the profile, the catalogue and the dates given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.assessment import AssessedProfile, Assessment
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.instruments_of_change import Due
from npm_readiness.models.profile import Profile
from npm_readiness.models.situation import Situation
from npm_readiness.planning.roadmap.actions import Action, actions_of
from npm_readiness.planning.roadmap.instruments import ANY_MEASURE
from npm_readiness.planning.roadmap.packaging import Bundle, bundled
from npm_readiness.planning.roadmap.result import (
    Assumption,
    DueAction,
    Latest,
    Package,
    PlannedAction,
    Roadmap,
    StartBy,
    Unlocked,
)
from npm_readiness.planning.roadmap.scheduling import Spans, due_days, earliest, latest_ends, moved
from npm_readiness.planning.roadmap.sets import smallest_sets
from npm_readiness.planning.roadmap.unlocking import unlocked
from npm_readiness.problems import InputError, Place, problem_at
from npm_readiness.scoring.assessing import assess_with_results

__all__ = ["plan"]


def plan(  # noqa: PLR0913 - each is a choice of its own, by keyword
    profile: Profile,
    catalogue: Catalogue | None = None,
    *,
    as_of: date | None = None,
    require_evidence: bool = False,
    checklists: Sequence[str] | None = None,
    ratify_on: date | None = None,
    start: date | None = None,
) -> Roadmap:
    """The road from today's gaps: packages in their order, what each unlocks, the fewest questions to raise, dates.

    ``ratify_on`` is the day on which the State plans to deposit its instrument (by default that of the profile), ``start`` the day
    on which the work starts (by default that of the profile's ``plan``). Without a start there are weeks and no days, without a
    deposit, planned or made, no deadlines; the clock is never asked. The other arguments are those of
    :func:`~npm_readiness.scoring.assessing.assess`.

    Raises :class:`~npm_readiness.problems.InputError` where the profile does not fit the catalogue, and where ``ratify_on`` is
    given for a State that has joined, or does not lie after the day at which things are looked at.
    """
    catalogue = catalogue or default_catalogue()
    planned = profile if ratify_on is None else _with_deposit(profile, ratify_on)
    assessment, results = assess_with_results(
        planned, catalogue, as_of=as_of, require_evidence=require_evidence, checklists=checklists
    )
    assessment = assessment.model_copy(update={"profile": AssessedProfile(sha256=profile.sha256)})
    situation = results.situation
    if ratify_on is not None:
        _check_deposit(situation, ratify_on)
    selected = tuple(checklist.id for checklist in assessment.checklists)
    bundles = bundled(actions_of(results, catalogue, planned.plan.done))
    opcat_assessed = "opcat" in selected
    weeks = _weeks(catalogue, planned)
    timing = _Timing.of(bundles, weeks, start or planned.plan.start, assessment)
    effects = unlocked(results, bundles, opcat_assessed=opcat_assessed)
    return Roadmap(
        country=assessment.country,
        profile=assessment.profile,
        assessed_on=assessment.assessed_on,
        as_of=assessment.as_of,
        require_evidence=require_evidence,
        start=timing.start,
        planned_deposit=situation.planned if situation.joined is not True else None,
        hypothetical=ratify_on is not None,
        weeks=timing.weeks,
        ends=timing.day(timing.weeks),
        packages=tuple(_package(bundle, timing, effect) for bundle, effect in zip(bundles, effects, strict=True)),
        smallest_set=smallest_sets(results, bundles, opcat_assessed=opcat_assessed),
        deadlines=assessment.deadlines,
        start_by=timing.start_by,
        assumptions=_assumptions(bundles, weeks, planned),
        waiting=tuple(gap.criterion for gap in assessment.gaps if gap.waits),
        assessment=assessment,
    )


def _with_deposit(profile: Profile, ratify_on: date) -> Profile:
    opcat = profile.treaties.opcat.model_copy(update={"planned": ratify_on})
    return profile.model_copy(update={"treaties": profile.treaties.model_copy(update={"opcat": opcat})})


def _check_deposit(situation: Situation, ratify_on: date) -> None:
    if situation.joined is True:
        reason, advice = "the State has joined OPCAT, so that no deposit is to be planned", "leave it out"
    elif ratify_on <= situation.as_of:
        reason = f"{ratify_on} does not lie after {situation.as_of}, the day at which things are looked at"
        advice = "name a later day; a deposit that was made belongs into the profile, under treaties: opcat:"
    else:
        return
    raise InputError([problem_at(Place("--ratify-on"), "argument-invalid", reason=reason, advice=advice)])


def _weeks(catalogue: Catalogue, profile: Profile) -> Mapping[str, int]:
    assumed = {name: instrument.weeks for name, instrument in catalogue.instruments_of_change.items()}
    return {ANY_MEASURE.id: ANY_MEASURE.weeks, **assumed, **profile.plan.durations}


@dataclass(frozen=True)
class _Timing:
    """The weeks of everything, and the days where the start is known."""

    spans: Spans
    start: date | None
    latest: Mapping[str, tuple[Latest, ...]]
    start_by: tuple[StartBy, ...]

    @classmethod
    def of(
        cls, bundles: Sequence[Bundle], weeks: Mapping[str, int], start: date | None, assessment: Assessment
    ) -> _Timing:
        spans = earliest(bundles, weeks)
        readings = tuple(due_days(assessment.situation, assessment.deadlines))
        latest: dict[str, list[Latest]] = {}
        for reading, due in readings:
            for name, ends in latest_ends(bundles, spans, due).items():
                span = spans.bundles[name]
                starts = moved(ends, span.starts - span.ends)
                slack = None if start is None else (starts - moved(start, span.starts)).days
                latest.setdefault(name, []).append(Latest(reading=reading, starts=starts, ends=ends, slack=slack))
        return cls(
            spans,
            start,
            {name: tuple(found) for name, found in latest.items()},
            tuple(_start_by(bundles, spans, readings, start)),
        )

    @property
    def weeks(self) -> int:
        """How many weeks everything takes."""
        return max((span.ends for span in self.spans.bundles.values()), default=0)

    def day(self, week: int) -> date | None:
        """The day at the beginning of a week; ``None`` without a start."""
        return None if self.start is None else moved(self.start, week)


def _start_by(
    bundles: Sequence[Bundle], spans: Spans, readings: Sequence[tuple[str, Mapping[Due, date]]], start: date | None
) -> Iterator[StartBy]:
    """By when to start for each thing that is due; what does not hang on the reading once."""
    told = set[Due]()
    for reading, due in readings:
        for by, day in due.items():
            if by in told:
                continue
            told |= {by} - {"article-17"}
            firsts = [
                moved(ends, -spans.bundles[name].ends) for name, ends in latest_ends(bundles, spans, {by: day}).items()
            ]
            if firsts:
                first = min(firsts)
                slack = None if start is None else (first - start).days
                yield StartBy(
                    by=by, reading=reading if by == "article-17" else None, due=day, starts=first, slack=slack
                )


def _package(bundle: Bundle, timing: _Timing, effect: tuple[Unlocked, Unlocked]) -> Package:
    span = timing.spans.bundles[bundle.id]
    return Package(
        id=bundle.id,
        addressee=bundle.addressee,
        instrument=bundle.instrument.id,
        title=bundle.instrument.title,
        one_text=bundle.instrument.one_text,
        part=bundle.part,
        of=bundle.of,
        after=bundle.before,
        weeks=span.ends - span.starts,
        starts_week=span.starts,
        ends_week=span.ends,
        starts=timing.day(span.starts),
        ends=timing.day(span.ends),
        actions=_merged([_planned(action, bundle, timing) for action in bundle.actions]),
        unlocks=effect[0],
        with_those_before=effect[1],
        latest=timing.latest.get(bundle.id, ()),
    )


def _planned(action: Action, bundle: Bundle, timing: _Timing) -> PlannedAction:
    criterion, span = action.result.criterion, timing.spans.actions[bundle.id, action.id]
    return PlannedAction(
        id=action.id,
        criterion=criterion.id,
        title=criterion.title,
        also=(),
        question=action.chosen.question,
        raises=action.raises,
        text=action.chosen.text,
        stage=criterion.stage,
        obligation=action.result.obligation,
        after=action.after,
        starts_week=span.starts,
        ends_week=span.ends,
        starts=timing.day(span.starts),
        ends=timing.day(span.ends),
        due=None if action.due is None else DueAction(by=action.due.by, reason=action.due.reason),
        done=action.done,
        conditional=action.result.conditional,
        needless_if=action.needless_if,
    )


def _merged(actions: Sequence[PlannedAction]) -> tuple[PlannedAction, ...]:
    """What is one action for several criteria of a package, said once."""
    first: dict[tuple[object, ...], PlannedAction] = {}
    for action in actions:
        key = action.question or action.criterion, action.text, action.starts_week, action.done
        if key not in first:
            first[key] = action
            continue
        held = first[key]
        first[key] = held.model_copy(
            update={
                "also": (*held.also, action.criterion),
                "after": tuple(dict.fromkeys((*held.after, *action.after))),
                "due": held.due or action.due,
                "conditional": held.conditional and action.conditional,
                "needless_if": held.needless_if if action.conditional else action.needless_if,
            }
        )
    return tuple(first.values())


def _assumptions(bundles: Sequence[Bundle], weeks: Mapping[str, int], profile: Profile) -> tuple[Assumption, ...]:
    """How long the instruments of the packages are taken to take, in the order in which they come."""
    used = {bundle.instrument.id: bundle.instrument for bundle in bundles}
    return tuple(
        Assumption(
            instrument=name,
            title=instrument.title,
            about=instrument.about,
            weeks=weeks[name],
            reason=instrument.reason,
            from_profile=name in profile.plan.durations,
        )
        for name, instrument in used.items()
    )

"""From the profiles of several assessors to their reconciliation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.profile_checks import check_checklists
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Answer, Stage
from npm_readiness.planning.reconciling.agreement import alphas_of, pairs_of
from npm_readiness.planning.reconciling.answers import as_data
from npm_readiness.planning.reconciling.bills import merged_bills
from npm_readiness.planning.reconciling.facts import merged_facts
from npm_readiness.planning.reconciling.gathered import Gathered, Side
from npm_readiness.planning.reconciling.listed import merged_recommendations
from npm_readiness.planning.reconciling.plan import merged_plan
from npm_readiness.planning.reconciling.questions import Told, about_bills, about_bodies, about_whole, reconciled
from npm_readiness.planning.reconciling.reconciliation import (
    Assessor,
    ReconciledDimension,
    ReconciledPart,
    ReconciledQuestion,
    ReconciledVerdict,
    Reconciliation,
)
from npm_readiness.planning.reconciling.sources import prefix_of, with_ids_of_one
from npm_readiness.problems import InputError, Place, Problem, problem_at
from npm_readiness.scoring.assessing import assess

__all__ = ["reconcile"]

FEWEST = 2

LONGEST_NAME = 200
"""How long the names of assessors can be together to stand before what they say; a profile with more is called by its name."""


def reconcile(
    profiles: Iterable[Profile],
    catalogue: Catalogue | None = None,
    *,
    names: Sequence[str] = (),
    checklists: Sequence[str] | None = None,
) -> Reconciliation:
    """Bring together the profiles of several assessors of one country and one day.

    ``names`` are what the profiles are called, such as their files without the ending; who a profile is by is what it says under
    ``assessors``, else its name. ``checklists`` narrows what the agreement is about; the merged profile is always of everything.
    The order of the profiles gives the order of versions and nothing else.

    Raises :class:`~npm_readiness.problems.InputError` for fewer than two profiles, and with every fact on which they differ and
    that cannot be left unknown.
    """
    catalogue = catalogue or default_catalogue()
    given = tuple(profiles)
    if len(given) < FEWEST:
        reason, advice = "there is nobody to bring together", "name the profiles of at least two assessors"
        raise InputError([problem_at(Place("profiles"), "argument-invalid", reason=reason, advice=advice)])
    check_checklists(checklists or (), catalogue, Place("checklists"))
    each = [assess(profile, catalogue, checklists=checklists) for profile in given]
    sides, sources, renamed = with_ids_of_one(_sides(given, names))
    gathered = Gathered(sides)
    whole = about_whole(sides, [(one, found.situation) for one, found in zip(given, each, strict=True)], catalogue)
    data = {
        **merged_facts(gathered),
        "sources": sources,
        "answers": {told.question: as_data(told.made.answer) for told in whole if told.anything},
        "recommendations": merged_recommendations(gathered),
        "bills": merged_bills(gathered),
        "plan": merged_plan(gathered),
    }
    data = {key: value for key, value in data.items() if value not in ({}, [])}
    if gathered.problems:
        raise InputError(gathered.problems)
    merged = _assessed(data, catalogue, sides, checklists)

    def asked(told: Iterable[Told], *, in_force: bool = True) -> tuple[ReconciledQuestion, ...]:
        return tuple(reconciled(told, catalogue, merged, in_force=in_force))

    questions = asked(whole)
    called = {body.id: body.name for body in merged.situation.bodies}
    titles = {name: bill["title"] for name, bill in data.get("bills", {}).items()}
    bodies = _parts({name: asked(told) for name, told in about_bodies(sides, catalogue).items()}, called)
    bills = _parts({name: asked(told, in_force=False) for name, told in about_bills(sides, catalogue).items()}, titles)
    every = (*questions, *(question for body in bodies for question in body.questions))
    return Reconciliation(
        country=merged.country,
        assessed_on=merged.assessed_on,
        assessors=tuple(_assessor(side, profile) for side, profile in zip(sides, given, strict=True)),
        checklists=merged.checklists,
        alpha=alphas_of(every),
        dimensions=tuple(
            ReconciledDimension(id=name, title=entry.title)
            for name, entry in catalogue.dimensions.items()
            if any(
                question.dimension == name for question in (*every, *(one for bill in bills for one in bill.questions))
            )
        ),
        pairs=pairs_of([side.by for side in sides], every),
        verdicts=tuple(_verdict(stage, each, merged) for stage in Stage),
        questions=questions,
        bodies=bodies,
        bills=bills,
        facts=tuple(gathered.differences),
        renamed_sources=tuple(renamed),
        sources={name: content["title"] for name, content in sources.items()},
        merged=data,
    )


def _parts(
    questions: Mapping[str, tuple[ReconciledQuestion, ...]], names: Mapping[str, str]
) -> tuple[ReconciledPart, ...]:
    """What is said of each body, or of each bill, of which anything is said."""
    return tuple(ReconciledPart(id=key, name=names[key], questions=own) for key, own in questions.items() if own)


def _sides(profiles: Sequence[Profile], names: Sequence[str]) -> list[Side]:
    """The profiles with who they are by; names that stand for two profiles get a number."""
    sides: list[Side] = []
    for number, profile in enumerate(profiles, start=1):
        name = names[number - 1] if number <= len(names) else f"profile {number}"
        by = "; ".join(profile.assessors) or name
        by = by if len(by) <= LONGEST_NAME else name
        taken = {side.by for side in sides}
        numbered = (by, *(f"{by} ({count})" for count in range(2, number + 1)))
        own = next(one for one in numbered if one not in taken)
        prefix = prefix_of(name if names else by, (side.prefix for side in sides))
        sides.append(Side(own, name, prefix, profile.model_dump(mode="json", exclude_unset=True)))
    return sides


def _assessed(
    data: Mapping[str, Any], catalogue: Catalogue, sides: Sequence[Side], checklists: Sequence[str] | None
) -> Assessment:
    """The assessment of the merged profile; what is wrong with it is said of the profiles from which it comes."""
    try:
        profile = Profile.model_validate_json(json.dumps(data))
    except ValidationError as error:
        raise InputError(_misfit(part["loc"], part["msg"], sides) for part in error.errors()) from None
    try:
        return assess(profile, catalogue, checklists=checklists)
    except InputError as error:
        raise InputError(_placed(problem, sides) for problem in error.problems) from None


def _misfit(where: Sequence[int | str], why: str, sides: Sequence[Side]) -> Problem:
    """What each profile says may be right by itself, and not fit what another says."""
    key = ".".join(map(str, where)) or "the profiles"
    says = f"taken together, the profiles do not fit: {why}"
    return problem_at(Place(sides[0].name), "assessors-contradict", path=tuple(where), fact=key, says=says)


def _placed(problem: Problem, sides: Sequence[Side]) -> Problem:
    """A problem of the merged profile at the first profile that holds the value; another one says what it contradicts."""
    path = tuple(map(str, problem.path))
    name = next((side.name for side in sides if path and _holds(side, path)), sides[0].name)
    says = f"taken together, the profiles do not fit: {problem.message}"
    key = ".".join(path) or "the profiles"
    return problem_at(Place(name), "assessors-contradict", path=problem.path, fact=key, says=says)


def _holds(side: Side, path: tuple[str, ...]) -> bool:
    return isinstance(side.at(*path[:2]), (Mapping, list, str, bool, int))


def _assessor(side: Side, profile: Profile) -> Assessor:
    said = [profile.answers, *(body.answers for body in profile.npm.bodies or ())]
    answered = {name for one in said for name, given in one.items() if given.answer not in (None, Answer.UNKNOWN)}
    unknown = {name for one in said for name, given in one.items() if given.answer is Answer.UNKNOWN}
    return Assessor(
        by=side.by,
        name=side.name,
        prefix=side.prefix,
        assessed_on=profile.assessed_on,
        sha256=profile.sha256,
        answered=len(answered),
        unknown=len(unknown - answered),
    )


def _verdict(stage: Stage, each: Sequence[Assessment], merged: Assessment) -> ReconciledVerdict:
    own = [next(entry for entry in assessment.stages if entry.id is stage) for assessment in (*each, merged)]
    return ReconciledVerdict(
        stage=stage,
        verdicts=tuple(entry.verdict for entry in own[:-1]),
        merged=own[-1].verdict,
        possible=own[-1].possible,
        blockers=tuple(len(entry.blockers) for entry in own[:-1]),
        merged_blockers=len(own[-1].blockers),
    )

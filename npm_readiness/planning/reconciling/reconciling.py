"""From the profiles of several assessors to their reconciliation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.profile_checks import check_checklists
from npm_readiness.models.assessed_criteria import ShownVersion
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import GivenAnswer, Profile
from npm_readiness.models.vocabulary import Answer, Stage
from npm_readiness.planning.reconciling.agreement import alphas_of, pairs_of
from npm_readiness.planning.reconciling.answers import Given, merged_answer, merged_answers, said_to
from npm_readiness.planning.reconciling.facts import merged_facts
from npm_readiness.planning.reconciling.gathered import Gathered, Side
from npm_readiness.planning.reconciling.listed import merged_bills, merged_recommendations
from npm_readiness.planning.reconciling.reconciliation import (
    Assessor,
    MergedAnswer,
    ReconciledDimension,
    ReconciledQuestion,
    ReconciledVerdict,
    Reconciliation,
)
from npm_readiness.planning.reconciling.sources import prefix_of, with_ids_of_one
from npm_readiness.problems import InputError, Place, Problem, problem_at
from npm_readiness.scoring.assessing import assess
from npm_readiness.scoring.presenting import shown_evidence

__all__ = ["reconcile"]

FEWEST = 2


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
    data = {
        **merged_facts(gathered),
        "sources": sources,
        "answers": _in_order(merged_answers(sides, [side.data.get("answers") for side in sides]), catalogue),
        "recommendations": merged_recommendations(gathered),
        "bills": merged_bills(gathered),
    }
    data = {key: value for key, value in data.items() if value not in ({}, [])}
    if gathered.problems:
        raise InputError(gathered.problems)
    merged = _assessed(data, catalogue, sides, checklists)
    questions = tuple(_questions(sides, catalogue, merged))
    return Reconciliation(
        country=merged.country,
        assessed_on=merged.assessed_on,
        assessors=tuple(_assessor(side, profile) for side, profile in zip(sides, given, strict=True)),
        checklists=merged.checklists,
        alpha=alphas_of(questions),
        dimensions=tuple(
            ReconciledDimension(id=name, title=entry.title)
            for name, entry in catalogue.dimensions.items()
            if any(question.dimension == name for question in questions)
        ),
        pairs=pairs_of([side.by for side in sides], questions),
        verdicts=tuple(_verdict(stage, each, merged) for stage in Stage),
        questions=questions,
        facts=tuple(gathered.differences),
        renamed_sources=tuple(renamed),
        sources={name: content["title"] for name, content in sources.items()},
        merged=data,
    )


def _sides(profiles: Sequence[Profile], names: Sequence[str]) -> list[Side]:
    """The profiles with who they are by; names that stand for two profiles get a number."""
    sides: list[Side] = []
    for number, profile in enumerate(profiles, start=1):
        name = names[number - 1] if number <= len(names) else f"profile {number}"
        by = "; ".join(profile.assessors) or name
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


def _in_order(answers: Mapping[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """The answers in the order of the catalogue; those to questions that are no more stand last."""
    place = {question: number for number, question in enumerate(catalogue.questions)}
    return {name: answers[name] for name in sorted(answers, key=lambda name: (place.get(name, len(place)), name))}


def _assessor(side: Side, profile: Profile) -> Assessor:
    answers = list(profile.answers.values())
    return Assessor(
        by=side.by,
        name=side.name,
        prefix=side.prefix,
        assessed_on=profile.assessed_on,
        sha256=profile.sha256,
        answered=sum(answer.answer not in (None, Answer.UNKNOWN) for answer in answers),
        unknown=sum(answer.answer is Answer.UNKNOWN for answer in answers),
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


def _questions(sides: Sequence[Side], catalogue: Catalogue, merged: Assessment) -> Iterable[ReconciledQuestion]:
    """The questions assessed to which anybody says something, in the order of the catalogue; then those that are no more."""
    answers = [side.data.get("answers") for side in sides]
    asked = {entry.id for entry in merged.checklists}
    decisive = {question for stage in merged.stages for question in stage.undecided_by}
    said = dict.fromkeys(question for one in answers for question in one or ())
    for question in _in_order(said, catalogue):
        uses = [catalogue.criteria[name] for name in catalogue.uses.get(question, ())]
        entry = next((use for use in uses if use.checklist.checklist in asked), None)
        given = said_to(question, sides, answers)
        if (uses and entry is None) or all(answer == GivenAnswer() for _, answer in given):
            continue
        made = merged_answer(given)
        known = catalogue.questions.get(question)
        yield ReconciledQuestion(
            id=question,
            text=question if known is None else known.text,
            criterion=None if entry is None else entry.criterion.id,
            dimension=None if entry is None else entry.criterion.dimension,
            stage=None if entry is None else entry.criterion.stage,
            answers=tuple(_shown(one) for one in given),
            agreed=made.agreed,
            outcome=made.outcome,
            merged=MergedAnswer(answer=made.answer.answer, between=made.answer.between),
            decisive=question in decisive,
        )


def _shown(given: Given) -> ShownVersion | None:
    by, answer = given
    if answer == GivenAnswer():
        return None
    return ShownVersion(
        by=by,
        answer=answer.answer,
        between=answer.between,
        evidence=shown_evidence(answer),
        comment=answer.comment,
        reason=answer.reason,
    )

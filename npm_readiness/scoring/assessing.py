"""From a profile to its assessment: a pure function of the profile, the catalogue and the options."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.profile_checks import check_profile
from npm_readiness.models.assessment import AssessedChecklist, Assessment, Country, Deadline, ProfileFacts, Register
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.cited import AssessedSource
from npm_readiness.models.countries import find_country
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import CountsFor
from npm_readiness.scoring.deadlines import deadlines_of
from npm_readiness.scoring.presenting import (
    answered_counts,
    assessed_criterion,
    bare_answers,
    cited_instruments,
    cited_provisions,
    dimension_scores,
    gap_of,
    not_counted,
    shown_score,
    standards_summary,
)
from npm_readiness.scoring.results import results_of
from npm_readiness.scoring.roadmap import in_order
from npm_readiness.scoring.stages import assessed_stages
from npm_readiness.version import __version__

__all__ = ["assess"]


def assess(
    profile: Profile,
    catalogue: Catalogue | None = None,
    *,
    as_of: date | None = None,
    require_evidence: bool = False,
    checklists: Sequence[str] | None = None,
) -> Assessment:
    """Assess a profile against the checklists that it names, or against ``checklists``.

    ``as_of`` is the date at which things are looked at; it defaults to the profile's ``assessed_on``, never to the clock, and what
    is dated after it has not happened. With ``require_evidence`` a claim without a source and a pinpoint counts as unknown.
    ``catalogue`` defaults to the checklists that come with the package.

    Raises :class:`~npm_readiness.problems.InputError` where the profile does not fit the catalogue.
    """
    catalogue = catalogue or default_catalogue()
    if checklists is not None:
        profile = profile.model_copy(update={"checklists": tuple(checklists)})
    check_profile(profile, catalogue)
    as_of = as_of or profile.assessed_on
    selected = tuple(dict.fromkeys(profile.checklists))
    results = results_of(profile, catalogue, selected, as_of, require_evidence=require_evidence)
    deadlines = _deadlines(profile, catalogue, as_of)
    gaps = tuple(gap_of(result) for result in results.criteria if result.gap)
    provisions = cited_provisions(catalogue, results, (deadline.provision for deadline in deadlines))
    readiness = [result for result in results.criteria if result.for_readiness]
    asked = (question for result in results.criteria for question in result.criterion.question_ids)
    return Assessment(
        tool_version=__version__,
        country=_country(profile),
        assessed_on=profile.assessed_on,
        as_of=as_of,
        assessors=profile.assessors,
        note=profile.note,
        require_evidence=require_evidence,
        checklists=_checklists(catalogue, selected),
        register_=Register(sha256=catalogue.register_sha256),
        score=shown_score(results.score(readiness)),
        stages=assessed_stages(results, opcat_assessed="opcat" in selected),
        dimensions=dimension_scores(results, catalogue, readiness),
        standards=tuple(
            standards_summary(results, catalogue, catalogue.checklists[checklist].content)
            for checklist in selected
            if catalogue.checklists[checklist].content.counts_for is CountsFor.STANDARDS
        ),
        criteria=tuple(assessed_criterion(result, catalogue, profile, as_of) for result in results.criteria),
        gaps=gaps,
        roadmap=in_order(
            [gap.criterion for gap in gaps],
            {entry.criterion.id: entry.criterion.after for entry in catalogue},
        ),
        answered=answered_counts(results.answers),
        bare=bare_answers(results.answers),
        not_counted=not_counted(profile, results, asked),
        deadlines=deadlines,
        facts=ProfileFacts(npm=profile.npm, state=profile.state, treaties=profile.treaties),
        sources=tuple(AssessedSource(id=source, **content.model_dump()) for source, content in profile.sources.items()),
        provisions=provisions,
        instruments=cited_instruments(catalogue, provisions),
    )


def _country(profile: Profile) -> Country:
    found = find_country(profile.country)
    if found is None:
        return Country(code=profile.country, name=profile.country_name or profile.country)
    return Country(code=found.alpha3, name=profile.country_name or found.name)


def _checklists(catalogue: Catalogue, selected: tuple[str, ...]) -> tuple[AssessedChecklist, ...]:
    chosen = (catalogue.checklists[checklist] for checklist in selected)
    return tuple(
        AssessedChecklist(
            id=checklist.content.checklist,
            version=checklist.content.version,
            sha256=checklist.sha256,
            title=checklist.content.title,
            counts_for=checklist.content.counts_for,
            replaced=checklist.replaced,
        )
        for checklist in chosen
    )


def _deadlines(profile: Profile, catalogue: Catalogue, as_of: date) -> tuple[Deadline, ...]:
    rule = catalogue.instruments["opcat"].entry_into_force
    return () if rule is None else deadlines_of(profile, rule, as_of)

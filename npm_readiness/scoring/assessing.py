"""From a profile to its assessment: a pure function of the profile, the catalogue and the options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.profile_checks import check_profile
from npm_readiness.models.assessment import (
    AssessedChecklist,
    AssessedProfile,
    Assessment,
    Caution,
    Country,
    NpmFacts,
    ProfileFacts,
    Register,
)
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.cited import AssessedSource
from npm_readiness.models.countries import find_country
from npm_readiness.models.profile import Profile
from npm_readiness.models.situation import Deadline, Situation
from npm_readiness.models.vocabulary import CountsFor
from npm_readiness.scoring.citing import cited_instruments, cited_provisions
from npm_readiness.scoring.counting import answered_counts, bare_answers, not_counted
from npm_readiness.scoring.criteria import assessed_criteria
from npm_readiness.scoring.outcomes import CriterionResult
from npm_readiness.scoring.presenting import (
    assessed_chapters,
    assessed_respondents,
    bearing_on,
    dimension_scores,
    gap_of,
    shown_score,
    standards_summary,
)
from npm_readiness.scoring.recommending import assessed_recommendations
from npm_readiness.scoring.results import Results, results_of
from npm_readiness.scoring.roadmap import in_order
from npm_readiness.scoring.stages import assessed_stages
from npm_readiness.scoring.supposing import Supposed, supposed
from npm_readiness.situation.deadlines import deadlines_of
from npm_readiness.situation.working_out import situation_of
from npm_readiness.version import __version__

__all__ = ["assess", "assess_unchecked", "assess_with_results"]


def assess(  # noqa: PLR0913 - each is an option of its own
    profile: Profile,
    catalogue: Catalogue | None = None,
    *,
    as_of: date | None = None,
    require_evidence: bool = False,
    checklists: Sequence[str] | None = None,
    bill: str | None = None,
    settings: Iterable[str] = (),
) -> Assessment:
    """Assess a profile against the checklists that it names, or against ``checklists``.

    ``as_of`` is the date at which things are looked at; it defaults to the profile's ``assessed_on``, never to the clock, and what
    is dated after it has not happened. With ``require_evidence`` a claim without a source and a pinpoint counts as unknown.
    ``catalogue`` defaults to the checklists that come with the package.

    Two arguments ask what would be. ``bill`` is the id of a bill of the profile: everything is worked out as if it had been adopted
    on ``as_of`` and were in force. ``settings`` set answers by hand, each written ``QUESTION=ANSWER`` (yes, partial, no, unknown,
    ``no..partial`` or ``partial..yes``), over those of the profile and the bill. ``Assessment.what_if`` says what was supposed.

    Raises :class:`~npm_readiness.problems.InputError` where the profile does not fit the catalogue, for a bill that it does not
    have, and for settings that cannot be used.
    """
    assessment, _ = assess_with_results(
        profile,
        catalogue or default_catalogue(),
        as_of=as_of,
        require_evidence=require_evidence,
        checklists=checklists,
        bill=bill,
        settings=settings,
    )
    return assessment


def assess_with_results(  # noqa: PLR0913 - as assess has them
    profile: Profile,
    catalogue: Catalogue,
    *,
    as_of: date | None = None,
    require_evidence: bool = False,
    checklists: Sequence[str] | None = None,
    bill: str | None = None,
    settings: Iterable[str] = (),
) -> tuple[Assessment, Results]:
    """As :func:`assess`, with the results from which a plan is reckoned."""
    sha256 = profile.sha256
    if checklists is not None:
        profile = profile.model_copy(update={"checklists": tuple(checklists)})
    cautions = check_profile(profile, catalogue)
    as_of = as_of or profile.assessed_on
    would_be = supposed(profile, catalogue, as_of, bill, settings)
    return _assessed(would_be, catalogue, as_of, sha256, cautions, require_evidence=require_evidence)


def assess_unchecked(
    profile: Profile,
    catalogue: Catalogue,
    *,
    as_of: date | None = None,
    require_evidence: bool = False,
    findings: tuple[CriterionResult, ...] | None = None,
) -> tuple[Assessment, Results]:
    """As :func:`assess_with_results`, for a profile that was made of one that has been checked; it has no cautions.

    An answer that contradicts a fact, as can be where the fact is supposed otherwise, counts as the fact allows. ``findings`` are
    those that were adopted in the other profile, where the recommendations are the same.
    """
    would_be, as_of = Supposed(profile), as_of or profile.assessed_on
    return _assessed(
        would_be, catalogue, as_of, profile.sha256, (), require_evidence=require_evidence, findings=findings
    )


def _assessed(  # noqa: PLR0913 - what an assessment is of
    would_be: Supposed,
    catalogue: Catalogue,
    as_of: date,
    sha256: str,
    cautions: tuple[Caution, ...],
    *,
    require_evidence: bool,
    findings: tuple[CriterionResult, ...] | None = None,
) -> tuple[Assessment, Results]:
    """What follows from a profile that has been checked, with the digest and the cautions of the one that was given."""
    profile = would_be.profile
    selected = tuple(dict.fromkeys(profile.checklists))
    situation = situation_of(profile, catalogue.instruments, as_of)
    results = results_of(
        profile,
        catalogue,
        situation,
        selected,
        require_evidence=require_evidence,
        resting_below=would_be.resting_below,
        findings=findings,
    )
    deadlines = _deadlines(situation, catalogue)
    recommendations = assessed_recommendations(profile, catalogue, results)
    bearing = bearing_on(recommendations)
    gaps = tuple(gap_of(result, situation, bearing) for result in results.criteria if result.gap)
    provisions = cited_provisions(catalogue, results, (deadline.provision for deadline in deadlines))
    criteria = assessed_criteria(results, catalogue)
    assessment = Assessment(
        tool_version=__version__,
        country=_country(profile),
        assessed_on=profile.assessed_on,
        as_of=as_of,
        assessors=profile.assessors,
        note=profile.note,
        require_evidence=require_evidence,
        what_if=would_be.what_if,
        checklists=_checklists(catalogue, selected),
        register_=Register(sha256=catalogue.register_sha256),
        profile=AssessedProfile(sha256=sha256),
        situation=situation,
        score=shown_score(results.score(results.readiness)),
        stages=assessed_stages(results, opcat_assessed="opcat" in selected),
        dimensions=dimension_scores(results, catalogue, results.readiness),
        standards=tuple(
            standards_summary(results, catalogue, catalogue.checklists[checklist].content)
            for checklist in selected
            if catalogue.checklists[checklist].content.counts_for is CountsFor.STANDARDS
        ),
        criteria=criteria,
        gaps=gaps,
        recommendations=recommendations,
        roadmap=in_order(
            [gap.criterion for gap in gaps],
            catalogue.once(_after),
        ),
        answered=answered_counts(results),
        bare=bare_answers(results.answers),
        not_counted=not_counted(profile, catalogue, results),
        cautions=cautions,
        deadlines=deadlines,
        facts=ProfileFacts(npm=_npm(profile, situation), state=profile.state, treaties=profile.treaties),
        respondents=assessed_respondents(catalogue, criteria),
        code_chapters=assessed_chapters(catalogue, criteria),
        sources=tuple(AssessedSource.of(name, source) for name, source in profile.sources.items()),
        provisions=provisions,
        instruments=cited_instruments(catalogue, provisions),
    )
    return assessment, results


def _after(catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """What must come before each criterion."""
    return {entry.criterion.id: entry.criterion.after for entry in catalogue}


def _country(profile: Profile) -> Country:
    found = find_country(profile.country)
    if found is None:
        return Country(code=profile.country, name=profile.country_name or profile.country)
    return Country(code=found.alpha3, name=profile.country_name or found.name)


def _npm(profile: Profile, situation: Situation) -> NpmFacts:
    """The model, and the body that leads: the first that is the mechanism, else the first that may become it."""
    leading = next(iter(situation.in_question), None)
    short = profile.npm
    return NpmFacts(
        model=short.model,
        candidates=short.candidates,
        institution=leading.name if leading is not None else short.institution,
        institution_kind=leading.kind if leading is not None else short.institution_kind,
        designated=leading.designated if leading is not None else short.designated,
    )


def _checklists(catalogue: Catalogue, selected: tuple[str, ...]) -> tuple[AssessedChecklist, ...]:
    chosen = (catalogue.checklists[checklist] for checklist in selected)
    return tuple(
        AssessedChecklist(
            id=checklist.content.checklist,
            version=checklist.content.version,
            sha256=checklist.sha256,
            title=checklist.content.title,
            counts_for=checklist.content.counts_for,
            rules=checklist.content.rules,
            replaced=checklist.replaced,
        )
        for checklist in chosen
    )


def _deadlines(situation: Situation, catalogue: Catalogue) -> tuple[Deadline, ...]:
    rule = catalogue.instruments["opcat"].entry_into_force
    return () if rule is None else deadlines_of(situation, rule)

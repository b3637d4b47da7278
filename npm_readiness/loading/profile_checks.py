"""Whether a profile fits a catalogue and itself: what its models alone cannot see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from npm_readiness.loading.answer_checks import answer_problems
from npm_readiness.loading.bill_checks import bill_problems
from npm_readiness.loading.fact_checks import fact_problems
from npm_readiness.loading.near_misses import FirstFew, did_you_mean
from npm_readiness.loading.plan_checks import plan_problems
from npm_readiness.loading.recommendation_checks import recommendation_problems
from npm_readiness.models.assessment import Caution
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.countries import find_country, is_user_assigned
from npm_readiness.models.country_code import country_advice
from npm_readiness.models.profile import Profile
from npm_readiness.problems import InputError, Path, Place, Problem, problem_at
from npm_readiness.situation.working_out import situation_of

__all__ = ["check_checklists", "check_profile", "profile_problems"]

MOST_PROBLEMS = 200
"""After so many problems the rest of a profile is not looked at: nobody reads more, and a stranger's file ends somewhere."""

PlaceOf = Callable[[Path], Place]
Found = tuple[Path, str, dict[str, object]]


def check_profile(profile: Profile, catalogue: Catalogue) -> tuple[Caution, ...]:
    """Raise :class:`~npm_readiness.problems.InputError` where the profile, made in Python, does not fit the catalogue.

    What is worth a second look and stops nothing is given back.
    """
    found = list(profile_problems(profile, catalogue, lambda path: Place(".".join(["profile", *map(str, path)]))))
    problems = [problem for problem in found if not problem.warning]
    if problems:
        raise InputError(problems)
    return tuple(
        Caution(code=problem.code, path=".".join(map(str, problem.path)), message=problem.message, advice=problem.hint)
        for problem in found
    )


def check_checklists(checklists: Iterable[str], catalogue: Catalogue, place: Place) -> None:
    """Raise :class:`~npm_readiness.problems.InputError` where a checklist that was asked for is not in the catalogue."""
    missing = [checklist for checklist in checklists if checklist not in catalogue.checklists]
    if missing:
        known = catalogue.checklists
        raise InputError(
            problem_at(place, "no-such-checklist", id=name, advice=did_you_mean(name, known)) for name in missing
        )


def profile_problems(profile: Profile, catalogue: Catalogue, place_of: PlaceOf) -> Iterator[Problem]:
    """Everything in which the profile does not fit the catalogue or itself, each at the place of its path; warnings too."""
    situation = situation_of(profile, catalogue.instruments, profile.assessed_on)
    found = chain(
        _country(profile),
        _checklists(profile, catalogue),
        fact_problems(profile, catalogue, situation),
        answer_problems(profile, catalogue, situation),
        recommendation_problems(profile, catalogue),
        plan_problems(profile, catalogue),
        bill_problems(profile, catalogue),
    )
    for path, code, values in islice(found, MOST_PROBLEMS):
        yield problem_at(place_of(path), code, path=path, **values)


def _country(profile: Profile) -> Iterator[Found]:
    code = profile.country
    if find_country(code) is not None:
        return
    if is_user_assigned(code):
        if profile.country_name is None:
            advice = "ISO leaves this code to its users: say under country_name: which country it stands for"
            yield ("country",), "country-unknown", {"code": code, "advice": advice}
        return
    yield ("country",), "country-unknown", {"code": code, "advice": country_advice(code)}


def _checklists(profile: Profile, catalogue: Catalogue) -> Iterator[Found]:
    near = FirstFew()
    for index, name in enumerate(profile.checklists):
        if name not in catalogue.checklists:
            advice = did_you_mean(name, catalogue.checklists, near=near)
            key = name if profile.versions else index
            yield ("checklists", key), "no-such-checklist", {"id": name, "advice": advice}
    for name, version in profile.versions.items():
        checklist = catalogue.checklists.get(name)
        if checklist is not None and version not in (None, checklist.content.version):
            values: dict[str, object] = {"id": name, "given": version, "now": checklist.content.version}
            yield ("checklists", name), "checklist-version-differs", values

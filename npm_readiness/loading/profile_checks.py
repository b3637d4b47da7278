"""Whether a profile fits a catalogue: what its model alone cannot see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain, islice

from npm_readiness.loading.near_misses import did_you_mean
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import ProfileFact, Question
from npm_readiness.models.countries import find_country, is_user_assigned
from npm_readiness.models.country_code import country_advice
from npm_readiness.models.profile import Article24, GivenAnswer, Profile
from npm_readiness.models.timeline import add_years, deposited, designated, entry_into_force, treaty_status
from npm_readiness.models.vocabulary import Answer, Treaty
from npm_readiness.problems import InputError, Path, Place, Problem, problem_at

__all__ = ["check_checklists", "check_profile", "profile_problems"]

MOST_PROBLEMS = 200
"""After so many problems the rest of a profile is not looked at: nobody reads more, and a stranger's file ends somewhere."""

LONGEST_EXTENSION = 2
"""Years that the Committee against Torture can add to a postponement (OPCAT article 24(2))."""

PlaceOf = Callable[[Path], Place]


def check_profile(profile: Profile, catalogue: Catalogue) -> None:
    """Raise :class:`~npm_readiness.problems.InputError` where the profile, made in Python, does not fit the catalogue."""
    problems = list(profile_problems(profile, catalogue, lambda path: Place(".".join(["profile", *map(str, path)]))))
    if problems:
        raise InputError(problems)


def check_checklists(checklists: Iterable[str], catalogue: Catalogue, place: Place) -> None:
    """Raise :class:`~npm_readiness.problems.InputError` where a checklist that was asked for is not in the catalogue."""
    missing = [checklist for checklist in checklists if checklist not in catalogue.checklists]
    if missing:
        known = catalogue.checklists
        raise InputError(
            problem_at(place, "no-such-checklist", id=name, advice=did_you_mean(name, known)) for name in missing
        )


def profile_problems(profile: Profile, catalogue: Catalogue, place_of: PlaceOf) -> Iterator[Problem]:
    """Everything in which the profile does not fit the catalogue, each at the place of its path."""
    found = chain(
        _country(profile), _checklists(profile, catalogue), _dates(profile, catalogue), _answers(profile, catalogue)
    )
    for path, code, values in islice(found, MOST_PROBLEMS):
        yield problem_at(place_of(path), code, path=path, **values)


Found = tuple[Path, str, dict[str, object]]


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
    for index, checklist in enumerate(profile.checklists):
        if checklist not in catalogue.checklists:
            advice = did_you_mean(checklist, catalogue.checklists)
            yield ("checklists", index), "no-such-checklist", {"id": checklist, "advice": advice}


def _dates(profile: Profile, catalogue: Catalogue) -> Iterator[Found]:
    for treaty in Treaty:
        status = treaty_status(profile, treaty)
        for event in ("ratified", "acceded", "succeeded"):
            deposit = getattr(status, event)
            if isinstance(deposit, date) and isinstance(status.signed, date) and status.signed > deposit:
                values: dict[str, object] = {"first": "the signature", "second": f"the deposit ({event})"}
                yield ("treaties", treaty.value, "signed"), "dates-contradict", values
    yield from _extension(profile, catalogue)


def _extension(profile: Profile, catalogue: Catalogue) -> Iterator[Found]:
    """An extension under article 24(2) begins where the postponement ends, and lasts two years at most."""
    opcat = profile.treaties.opcat
    declaration, deposit = opcat.article_24, deposited(opcat, date.max)
    if not isinstance(declaration, Article24) or declaration.extended_until is None or not isinstance(deposit, date):
        return
    start = entry_into_force(catalogue.instruments[Treaty.OPCAT.value].entry_into_force, deposit)
    path: Path = ("treaties", "opcat", "article_24", "extended_until")
    if declaration.extended_until < add_years(deposit, declaration.years):
        values: dict[str, object] = {"first": "the end of the postponement", "second": "the end of its extension"}
        yield path, "dates-contradict", values
    elif declaration.extended_until > add_years(start, declaration.years + LONGEST_EXTENSION):
        values = {"first": "the end of the extension", "second": "the two years that article 24(2) allows for it"}
        yield path, "dates-contradict", values


def _answers(profile: Profile, catalogue: Catalogue) -> Iterator[Found]:
    for key, given in profile.answers.items():
        path: Path = ("answers", key)
        question = catalogue.questions.get(key)
        if question is None:
            yield path, "answer-to-no-question", {"id": key, "advice": did_you_mean(key, catalogue.questions)}
        elif given.answer is not None:
            yield from _answer(path, question, given, profile)
        for index, evidence in enumerate(given.evidence):
            if evidence.source not in profile.sources:
                advice = did_you_mean(evidence.source, profile.sources) if profile.sources else "list it under sources:"
                yield (*path, "evidence", index, "source"), "source-unknown", {"id": evidence.source, "advice": advice}


def _answer(path: Path, question: Question, given: GivenAnswer, profile: Profile) -> Iterator[Found]:
    fact = _answers_itself_from(question, profile)
    if fact is not None:
        yield path, "answer-to-self-answering", {"id": question.id, "fact": fact.key}
    elif given.answer is Answer.NOT_APPLICABLE and question.may_not_apply is None:
        yield (*path, "answer"), "not-applicable-refused", {"id": question.id}


def _answers_itself_from(question: Question, profile: Profile) -> ProfileFact | None:
    if question.answered_by is not None:
        return question.answered_by
    if question.needs_mechanism and designated(profile, profile.assessed_on) is False:
        return ProfileFact.MECHANISM_DESIGNATED
    return None

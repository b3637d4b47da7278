"""What is held side by side: each model with each body that fits it, as a profile of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from npm_readiness.models.bodies import Body, Npm
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Question
from npm_readiness.models.profile import GivenAnswer, Profile
from npm_readiness.models.vocabulary import BodyRole, InstitutionKind, NpmModel
from npm_readiness.problems import InputError, Place, problem_at
from npm_readiness.scoring.of_bodies import beside_others, one_of_several
from npm_readiness.situation.mechanism import bodies_of

__all__ = ["NEW_BODY", "BodyOption", "Option", "considered_bodies", "options_of"]

NEW_BODY = "new-body"
"""The id of a body that there is not yet, unless one of the profile has it."""

HOSTS = (InstitutionKind.OMBUDSMAN, InstitutionKind.COMMISSION)
FITTING = {
    NpmModel.NHRI: HOSTS,
    NpmModel.NHRI_PLUS: HOSTS,
    NpmModel.SPECIALISED_BODY: (InstitutionKind.SPECIALISED,),
}
"""The kinds of bodies that can be the mechanism alone under a model (docs/profile-format.md, Models)."""

SEVERAL = 2
"""From how many bodies on they are several."""

MOST_WORK = 150_000
"""Every option is assessed and shown apart, so that there is an end to how many can be: so much work is done for all together."""

OF_AN_OPTION = 1_000
"""What one option takes of it, in entries of a profile."""

FEWEST = 8
"""So many options are looked at however large the profile is."""

ANY_MODEL = (InstitutionKind.OTHER, "unknown")
"""The kinds of which it cannot be told which model they fit: they are looked at under each."""


@dataclass(frozen=True, slots=True)
class BodyOption:
    """The body of an option. ``id`` is ``None`` for one that there is not yet, or that is not named.

    ``answers_of_its_own``: the profile has answers for this body alone.
    """

    id: str | None
    name: str | None
    kind: InstitutionKind | Literal["unknown"]
    answers_of_its_own: bool


@dataclass(frozen=True, slots=True)
class Option:
    """A model with the body, or the bodies, that would be the mechanism under it, and the country as it would be looked at.

    ``with_others``: beside these bodies others are the mechanism that are not named.
    """

    model: NpmModel
    bodies: tuple[BodyOption, ...]
    with_others: bool
    profile: Profile


def considered_bodies(profile: Profile) -> tuple[Body, ...]:
    """The bodies that are the mechanism or may become it."""
    return tuple(body for body in bodies_of(profile.npm) or () if body.role is not BodyRole.FORMER)


def options_of(
    profile: Profile, catalogue: Catalogue, about: frozenset[str], behind: frozenset[str]
) -> tuple[Option, ...]:
    """The options, model by model in the order of the vocabulary, bodies in that of the profile; at least one for each model.

    ``about`` are the questions about the body, ``behind`` those that are not asked any more in this State: what is answered to
    either does not hold for a body that there is not yet.

    Raises :class:`~npm_readiness.problems.InputError` where there are more than anybody can hold side by side.
    """
    most = max(MOST_WORK // (OF_AN_OPTION + _entries(profile)), FEWEST)
    found = tuple(islice(_options(profile, catalogue, about, about | behind), most + 1))
    if len(found) > most:
        bodies = len(considered_bodies(profile))
        raise InputError([problem_at(Place("npm.bodies"), "models-too-many", bodies=bodies, limit=most)])
    return found


def _options(
    profile: Profile, catalogue: Catalogue, about: frozenset[str], of_others: frozenset[str]
) -> Iterator[Option]:
    for model in (model for model in NpmModel if model in profile.npm.candidates):
        if model is NpmModel.MULTIPLE_BODIES:
            yield from _together(profile, catalogue, about, of_others)
        else:
            yield from _alone(profile, catalogue, model, about, of_others)


def _entries(profile: Profile) -> int:
    """About how much each assessment of a profile has to go through beside the questions."""
    evidence = sum(len(given.evidence) for given in profile.answers.values())
    return evidence + len(profile.sources) + len(profile.recommendations) + len(profile.npm.bodies or ())


def _alone(
    profile: Profile, catalogue: Catalogue, model: NpmModel, about: frozenset[str], of_others: frozenset[str]
) -> Iterator[Option]:
    """The bodies that can be the mechanism alone under a model, else one that there is not yet."""
    decided = profile.npm.model == model
    fitting = [
        body
        for body in considered_bodies(profile)
        if body.role is not BodyRole.REGIONAL and (decided or body.kind in (*FITTING[model], *ANY_MODEL))
    ]
    apart = _told_apart(profile, catalogue, about)
    for body in fitting:
        yield Option(model, (_shown(body),), False, _of_one(apart, model, body))
    if not fitting:
        kind: InstitutionKind | Literal["unknown"]
        kind = InstitutionKind.SPECIALISED if model is NpmModel.SPECIALISED_BODY else "unknown"
        yield Option(model, (BodyOption(None, None, kind, False),), False, _of_new(profile, model, kind, of_others))


def _together(
    profile: Profile, catalogue: Catalogue, about: frozenset[str], of_others: frozenset[str]
) -> Iterator[Option]:
    """All bodies together; a body that is considered alone together with others that are not named."""
    model, bodies = NpmModel.MULTIPLE_BODIES, considered_bodies(profile)
    shown = tuple(map(_shown, bodies))
    if len(bodies) > 1 or (bodies and profile.npm.model == model):
        yield Option(model, shown, False, _as(profile, model))
    elif bodies:
        yield Option(model, shown, True, _beside_others(_of_one(profile, model, bodies[0]), catalogue, about))
    else:
        nobody = (BodyOption(None, None, "unknown", False),)
        yield Option(model, nobody, False, _of_new(profile, model, "unknown", of_others))


def _shown(body: Body) -> BodyOption:
    return BodyOption(body.id, body.name, body.kind, bool(body.answers))


def _as(profile: Profile, model: NpmModel) -> Profile:
    """The profile with its bodies, as if this model had been chosen."""
    npm = profile.npm.model_copy(update={"model": model, "candidates": tuple(NpmModel)})
    return profile.model_copy(update={"npm": npm})


def _of_one(profile: Profile, model: NpmModel, body: Body) -> Profile:
    return _as(profile if profile.npm.bodies is None else profile.of_body(body), model)


def _told_apart(profile: Profile, catalogue: Catalogue, about: frozenset[str]) -> Profile:
    """The profile with what its answers about several bodies that are the mechanism together say of any one of them."""
    together = [body for body in considered_bodies(profile) if body.role is not BodyRole.CANDIDATE]
    if len(together) < SEVERAL:
        return profile
    return _answered_otherwise(profile, catalogue, about, one_of_several)


def _of_new(
    profile: Profile, model: NpmModel, kind: InstitutionKind | Literal["unknown"], of_others: frozenset[str]
) -> Profile:
    """A body that there is not yet, of which no answer of the profile tells anything."""
    taken = {body.id for body in bodies_of(profile.npm) or ()}
    name = NEW_BODY
    while name in taken:
        name += "-x"
    body = Body(id=name, name="A new body", kind=kind, role=BodyRole.CANDIDATE, designated=None)
    npm = Npm(model=model, bodies=(body,))
    answers = {question: given for question, given in profile.answers.items() if question not in of_others}
    return profile.model_copy(update={"npm": npm, "answers": answers})


def _beside_others(profile: Profile, catalogue: Catalogue, about: frozenset[str]) -> Profile:
    """What is answered about the body, as it holds where others of which nothing is told are the mechanism with it."""
    return _answered_otherwise(profile, catalogue, about, beside_others)


def _answered_otherwise(
    profile: Profile,
    catalogue: Catalogue,
    about: frozenset[str],
    change: Callable[[Question, GivenAnswer], GivenAnswer],
) -> Profile:
    """The profile with what ``change`` makes of its answers about the body."""
    answers = {
        name: change(catalogue.questions[name], given) if name in about else given
        for name, given in profile.answers.items()
    }
    return profile.model_copy(update={"answers": answers})

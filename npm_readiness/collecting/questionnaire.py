"""Who is asked what: the one model from which every form is drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from npm_readiness.collecting.fields import Fields, fields_of
from npm_readiness.collecting.open_facts import OpenFacts, only_where, open_facts_of
from npm_readiness.filling.asking import AskedQuestion, questions_of
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.loading.near_misses import did_you_mean
from npm_readiness.loading.profile_checks import check_checklists
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Question
from npm_readiness.models.countries import find_country
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Aspect, Treaty
from npm_readiness.problems import InputError, Place, problem_at

__all__ = [
    "CORRECT",
    "Asked",
    "KnownSource",
    "Questionnaire",
    "Theme",
    "collect_questions",
    "country_code",
    "question_version",
]

WORDS_A_MINUTE = 180
"""How fast a text is read with care; Brysbaert (2019), doi 10.1016/j.jml.2019.104047, has 238 for non-fiction read silently."""

CORRECT = "Where something of this is wrong, say so in a comment."
"""What is said beside what is known of the country."""

TREATIES = {
    Treaty.UNCAT: "the Convention against Torture",
    Treaty.OPCAT: "its Optional Protocol (OPCAT)",
    Treaty.ICCPR: "the International Covenant on Civil and Political Rights",
    Treaty.CEDAW: "the Convention on the Elimination of All Forms of Discrimination against Women",
    Treaty.CRC: "the Convention on the Rights of the Child",
}
DATES = {"None": "no", "unknown": "not known", "yes": "yes, the day is not known"}

TO_ANSWER = 1
"""Minutes to look one answer up and write down where it stands; a planning assumption."""
STEP = 5
"""Minutes to which a duration is rounded up."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: what is asked, the three statements of which one is true, and what is already known.

    ``number`` counts from 1 through the questionnaire. ``version`` changes with every word of the question and of its
    statements. ``may_not_apply`` is the circumstance in which it does not apply, ``None`` where it always does. ``basis`` is law
    or practice and the strongest provision; ``about`` the title of the criterion. ``before`` is what the profile has.
    """

    number: int
    id: str
    version: str
    text: str
    yes: str
    partial: str
    no: str
    may_not_apply: str | None
    aspect: Aspect
    about: str
    basis: str
    respondents: tuple[str, ...]
    before: Fields
    beside: int
    """How many more pieces of evidence the profile has, which a form does not show."""
    only_where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Facts that the profile does not know, each with the values for which the question is asked; for all where one is left out."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The questions of one dimension."""

    id: str
    title: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source of the profile, to choose from."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Everything that a form shows.

    ``respondents`` are pairs of id and title of those for whom it is; empty for everybody. ``facts`` are pairs of what is stated
    of the country and how; ``minutes`` is how long it takes, estimated from its size. ``id`` tells one questionnaire from another.
    """

    id: str
    country: str
    code: str
    day: str
    language: str
    respondents: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    sources: tuple[KnownSource, ...]
    checklists: tuple[tuple[str, str], ...]
    themes: tuple[Theme, ...]
    minutes: int
    open_facts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The facts that the profile does not know and on which some question depends, each with its values."""

    @property
    def duration(self) -> str:
        """How long it takes, in words and in steps of five minutes: it is an estimate."""
        hours, rest = divmod(-(-self.minutes // STEP) * STEP, 60)
        if not hours:
            return f"about {rest} minutes"
        return f"about {hours} h {rest} min" if rest else f"about {hours} h"

    @property
    def questions(self) -> Iterator[Asked]:
        """All questions, in their order."""
        return (question for theme in self.themes for question in theme.questions)


def collect_questions(
    profile: Profile,
    catalogue: Catalogue | None = None,
    *,
    respondents: Sequence[str] = (),
    checklists: Sequence[str] | None = None,
) -> Questionnaire:
    """The questionnaire for some respondents (by default for all of them): what applies and does not answer itself.

    ``checklists`` are by default those of the profile. Raises :class:`~npm_readiness.problems.InputError` for a checklist or a
    respondent that there is not, and where nothing is asked of anybody.
    """
    catalogue = catalogue or default_catalogue()
    selected = tuple(dict.fromkeys(checklists if checklists is not None else profile.checklists))
    check_checklists(selected, catalogue, Place("--checklists"))
    _check_respondents(respondents, catalogue)
    wanted = frozenset(respondents)
    asked = [
        item
        for item in questions_of(profile, catalogue, selected).questions
        if not wanted or wanted & frozenset(item.question.respondents)
    ]
    if not asked:
        reason, advice = "there is no question for them in these checklists", "name others, or more checklists"
        raise InputError([problem_at(Place("--for"), "argument-invalid", reason=reason, advice=advice)])
    depends = open_facts_of(profile, catalogue, selected)
    themes = tuple(_themes(asked, profile, catalogue, depends))
    return Questionnaire(
        id=_digest(profile.country, *sorted(wanted), *(item.question.id for item in asked))[:12],
        country=_name(profile),
        code=country_code(profile),
        day=profile.assessed_on.isoformat(),
        language="en",
        respondents=tuple(
            (name, catalogue.respondents[name].title) for name in catalogue.respondents if name in wanted
        ),
        facts=tuple(_facts(profile)),
        sources=tuple(KnownSource(name, source.title) for name, source in profile.sources.items()),
        checklists=tuple((name, catalogue.checklists[name].content.version) for name in selected),
        themes=themes,
        minutes=_minutes(asked),
        open_facts=_open_facts(themes, depends),
    )


def question_version(question: Question) -> str:
    """Eight characters that change with every word of a question and of its statements."""
    rubric = question.rubric
    return _digest(question.text, rubric.yes, rubric.partial, rubric.no, question.may_not_apply or "")[:8]


def _digest(*texts: str) -> str:
    return sha256("\0".join(texts).encode()).hexdigest()


def _check_respondents(respondents: Sequence[str], catalogue: Catalogue) -> None:
    known = catalogue.respondents
    unknown = [name for name in dict.fromkeys(respondents) if name not in known]
    if unknown:
        everybody = f"there are: {', '.join(known)}"
        raise InputError(
            problem_at(
                Place("--for"),
                "argument-invalid",
                reason=f"there is no respondent {name}",
                advice=did_you_mean(name, known, otherwise=everybody),
            )
            for name in unknown
        )


def _themes(
    asked: Collection[AskedQuestion], profile: Profile, catalogue: Catalogue, depends: OpenFacts
) -> Iterator[Theme]:
    """The questions by dimension, in the order in which the catalogue comes to each first."""
    by_dimension: dict[str, list[AskedQuestion]] = {}
    for item in asked:
        by_dimension.setdefault(item.entry.criterion.dimension, []).append(item)
    number = 0
    for dimension, items in by_dimension.items():
        questions = tuple(
            replace(_asked(number + place, item, profile, catalogue), only_where=only_where(item.question.id, depends))
            for place, item in enumerate(items, start=1)
        )
        number += len(items)
        yield Theme(dimension, catalogue.dimensions[dimension].title, questions)


def _asked(number: int, item: AskedQuestion, profile: Profile, catalogue: Catalogue) -> Asked:
    question, criterion = item.question, item.entry.criterion
    given = profile.answers.get(question.id)
    provision = catalogue.provisions[criterion.provisions[0]]
    instrument = catalogue.instruments[provision.instrument]
    return Asked(
        number=number,
        id=question.id,
        version=question_version(question),
        text=question.text,
        yes=question.rubric.yes,
        partial=question.rubric.partial,
        no=question.rubric.no,
        may_not_apply=question.may_not_apply,
        aspect=criterion.aspect,
        about=criterion.title,
        basis=f"{instrument.short or instrument.symbol or instrument.id}, {provision.pinpoint}",
        respondents=question.respondents,
        before=fields_of(given),
        beside=max(len(given.evidence) - 1, 0) if given is not None else 0,
    )


def _name(profile: Profile) -> str:
    found = find_country(profile.country)
    return profile.country_name or (found.name if found is not None else profile.country)


def country_code(profile: Profile) -> str:
    """The three letters of a country that is known, else what the profile says."""
    found = find_country(profile.country)
    return found.alpha3 if found is not None else profile.country


def _facts(profile: Profile) -> Iterator[tuple[str, str]]:
    """What the profile states of the country, so that a respondent can correct it: the day, the bodies, the treaties."""
    yield "Day of which everything speaks", profile.assessed_on.isoformat()
    bodies = profile.npm.bodies or ()
    names = [f"{body.name} ({body.role.value})" for body in bodies] or [profile.npm.institution or "none named"]
    yield "Bodies that are, or may become, the mechanism", "; ".join(names)
    for treaty in Treaty:
        joined = str(profile.treaties.status(treaty).deposited)
        yield f"Joined {TREATIES[treaty]}", DATES.get(joined, joined)


def _open_facts(themes: Sequence[Theme], depends: OpenFacts) -> tuple[tuple[str, tuple[str, ...]], ...]:
    named = {fact for theme in themes for question in theme.questions for fact, _ in question.only_where}
    return tuple((fact, tuple(values)) for fact, values in depends.items() if fact in named)


def _minutes(asked: Sequence[AskedQuestion]) -> int:
    """Minutes to read the questions and their statements, and to answer."""
    words = sum(
        len(
            f"{item.question.text} {item.question.rubric.yes} {item.question.rubric.partial} {item.question.rubric.no}".split()
        )
        for item in asked
    )
    return -(-words // WORDS_A_MINUTE) + TO_ANSWER * len(asked)

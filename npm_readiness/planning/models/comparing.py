"""From a profile to its comparison of models: each option is assessed like any profile, and nothing else is reckoned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property

from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.assessed_criteria import AssessedAnswer, AssessedCriterion, Gap
from npm_readiness.models.assessment import Assessment
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.models.vocabulary import Answer, CountsFor, Obligation, Status
from npm_readiness.planning.models.about_bodies import about_bodies
from npm_readiness.planning.models.options import Option, considered_bodies, options_of
from npm_readiness.planning.models.result import (
    ComparedBody,
    ComparedCriterion,
    ComparedModel,
    ComparedQuestion,
    Counts,
    ModelComparison,
    Standing,
)
from npm_readiness.planning.models.smallest import SmallestSet, smallest_set_of
from npm_readiness.planning.roadmap.smallest import Known
from npm_readiness.scoring.assessing import assess_unchecked, assess_with_results

__all__ = ["compare_models"]


def compare_models(
    profile: Profile,
    catalogue: Catalogue | None = None,
    *,
    as_of: date | None = None,
    require_evidence: bool = False,
    checklists: Sequence[str] | None = None,
) -> ModelComparison:
    """Hold a country against each model and each body that fits it, side by side.

    The models are those that the profile still considers: all four where it has chosen one, or names none. Each is assessed as if
    it had been chosen, with one body as the mechanism or as the body that may become it, whose own answers go before those of the
    profile. Of a body that there is not yet no answer about a body holds. The arguments are those of
    :func:`~npm_readiness.assess`.

    Raises :class:`~npm_readiness.problems.InputError` where the profile does not fit the catalogue, and where there are more models
    and bodies than can be held side by side.
    """
    catalogue = catalogue or default_catalogue()
    now, results = assess_with_results(
        profile, catalogue, as_of=as_of, require_evidence=require_evidence, checklists=checklists
    )
    if checklists is not None:
        profile = profile.model_copy(update={"checklists": tuple(checklists)})
    about = about_bodies(catalogue, profile.checklists)
    behind = frozenset(entry.question for entry in now.not_counted if entry.reason == "moot")
    known = Known()

    def under(option: Option) -> _Under:
        # What others found, and what was adopted of it, is the same whoever the mechanism is.
        assessment, found = assess_unchecked(
            option.profile, catalogue, as_of=as_of, require_evidence=require_evidence, findings=results.findings
        )
        return _Under(option, assessment, smallest_set_of(found, option.profile.checklists, known))

    each = [under(option) for option in options_of(profile, catalogue, about, behind)]
    compared = tuple(_compared(one, each, about, now) for one in each)
    return ModelComparison(
        tells_bodies_apart=any(body.answers for body in considered_bodies(profile)),
        models=compared,
        criteria=tuple(
            ComparedCriterion(
                id=criterion.id,
                standings=tuple(one.standings[criterion.id] for one in each),
                readiness=criterion.id in each[0].readiness,
            )
            for criterion in now.criteria
        ),
        questions=_questions(catalogue, compared, now),
        assessment=now,
    )


@dataclass(frozen=True)
class _Under:
    """An option with its assessment, and the fewest questions to raise under it."""

    option: Option
    assessment: Assessment
    smallest_set: SmallestSet

    @cached_property
    def criteria(self) -> Mapping[str, AssessedCriterion]:
        return {criterion.id: criterion for criterion in self.assessment.criteria}

    @cached_property
    def readiness(self) -> frozenset[str]:
        """The criteria that count for the verdicts."""
        checklists = {entry.id for entry in self.assessment.checklists if entry.counts_for is CountsFor.READINESS}
        return frozenset(criterion.id for criterion in self.criteria.values() if criterion.checklist in checklists)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Where each criterion stands."""
        gaps = {gap.criterion: gap for gap in self.assessment.gaps}
        return {name: _standing(criterion, gaps.get(name)) for name, criterion in self.criteria.items()}

    @cached_property
    def applying(self) -> frozenset[str]:
        """The criteria that apply, or may."""
        return frozenset(name for name, standing in self.standings.items() if standing is not Standing.NOT_APPLICABLE)

    @cached_property
    def fitting(self) -> frozenset[str]:
        """The criteria that stand for this model and body, also those that do not apply because of where the State stands."""
        return self.applying | {name for name, criterion in self.criteria.items() if criterion.moot}

    @cached_property
    def asked(self) -> Mapping[str, AssessedAnswer]:
        """The questions that readiness criteria ask and that the State has not met yet, those of treaty criteria first."""
        found: dict[str, AssessedAnswer] = {}
        unmet = [
            criterion
            for name, criterion in self.criteria.items()
            if name in self.readiness and name in self.applying and criterion.status is not Status.MET
        ]
        for criterion in sorted(unmet, key=lambda criterion: criterion.obligation.order):
            for answer in criterion.answers:
                if not answer.moot and answer.counted_as not in (Answer.YES, Answer.NOT_APPLICABLE):
                    found.setdefault(answer.question, answer)
        return found

    def counts(self, *obligations: Obligation) -> Counts:
        """Where the readiness criteria of these obligations stand."""
        found = Counter(
            standing
            for name, standing in self.standings.items()
            if name in self.readiness and self.criteria[name].obligation in obligations
        )
        return Counts(
            applicable=found.total() - found[Standing.NOT_APPLICABLE],
            met=found[Standing.MET],
            falls_short=found[Standing.FALLS_SHORT],
            waits=found[Standing.WAITS],
            open=found[Standing.OPEN],
        )


def _standing(criterion: AssessedCriterion, gap: Gap | None) -> Standing:
    """A gap that is there only for some values of an unknown fact leaves it open."""
    if criterion.status is Status.NOT_APPLICABLE:
        return Standing.NOT_APPLICABLE
    if gap is not None and not gap.conditional:
        return Standing.WAITS if gap.waits else Standing.FALLS_SHORT
    met = criterion.status is Status.MET and not criterion.conditional
    return Standing.MET if met else Standing.OPEN


def _compared(one: _Under, each: Iterable[_Under], about: frozenset[str], now: Assessment) -> ComparedModel:
    others = [other for other in each if other.option.model is not one.option.model]
    elsewhere = frozenset[str]().union(*(other.fitting for other in others))
    everywhere = one.fitting.intersection(*(other.fitting for other in others))
    behind = {criterion.id for criterion in now.criteria if criterion.moot}
    mine = [name for name in one.standings if name in one.applying]
    counts = one.counts(*Obligation)
    bodies, model = one.option.bodies, one.option.model
    return ComparedModel(
        id=model,
        body=bodies[0].id if len(bodies) == 1 and not one.option.with_others else None,
        bodies=tuple(ComparedBody(**asdict(body)) for body in bodies),
        with_others=one.option.with_others,
        chosen=model == now.facts.npm.model,
        stages=one.assessment.stages,
        applicable=counts.applicable,
        met=counts.met,
        counts=counts,
        treaty=one.counts(Obligation.TREATY),
        gaps=tuple(
            name
            for name, standing in one.standings.items()
            if name in one.readiness and standing in (Standing.FALLS_SHORT, Standing.WAITS)
        ),
        specific=tuple(name for name in mine if others and name not in elsewhere),
        shared=tuple(name for name in mine if name in elsewhere and name not in everywhere),
        again=tuple(name for name in mine if name in behind and name in one.readiness),
        remains=tuple(one.asked),
        to_ask=tuple(name for name, answer in one.asked.items() if name in about and _nobody_knows(answer)),
        smallest_set=one.smallest_set,
    )


def _nobody_knows(answer: AssessedAnswer) -> bool:
    """Whether somebody has to be asked: it follows from no fact, and is not known."""
    return not answer.from_profile and answer.counted_as is Answer.UNKNOWN


def _questions(
    catalogue: Catalogue, compared: Iterable[ComparedModel], now: Assessment
) -> tuple[ComparedQuestion, ...]:
    """The questions that some option leaves to be asked, in the order of the catalogue."""
    wanted = {question for model in compared for question in model.to_ask}
    place = {criterion.id: number for number, criterion in enumerate(now.criteria)}
    return tuple(
        ComparedQuestion(
            id=name,
            text=question.text,
            criteria=tuple(sorted(place.keys() & catalogue.uses[name], key=place.__getitem__)),
            respondents=question.respondents,
        )
        for name, question in catalogue.questions.items()
        if name in wanted
    )

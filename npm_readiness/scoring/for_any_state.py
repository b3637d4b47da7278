"""What holds of a criterion and of a question whatever the State: worked out once for a catalogue, and not for every profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from npm_readiness.models.assessed_criteria import AssessedRubric
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Criterion, Question
from npm_readiness.models.vocabulary import Obligation, Verified
from npm_readiness.scoring.cases import FACTS, Allowed, allowed_by, facts_of, facts_of_question, rules_of

__all__ = [
    "CriterionForAnyState",
    "ForAnyState",
    "QuestionForAnyState",
    "criterion_for_any_state",
    "first_asked_in",
    "for_any_state",
]


@dataclass(frozen=True, slots=True)
class QuestionForAnyState:
    """``facts``: those on which it depends whether it is asked and whether it answers itself, in the order of ``FACTS``."""

    facts: tuple[str, ...]
    rubric: AssessedRubric


@dataclass(frozen=True, slots=True)
class CriterionForAnyState:
    """A criterion with its questions.

    ``applies``: the facts on which it depends whether it applies, ``rules`` everything in it that depends on facts, ``facts`` their
    names in the order of ``FACTS``. ``treaties`` are the instruments whose "shall" it cites, ``since`` the year from which it is
    asked for as hard as it binds, ``wording_seen`` whether the text of one of its provisions was read.
    """

    questions: tuple[Question, ...]
    applies: Allowed
    rules: tuple[Allowed, ...]
    facts: tuple[str, ...]
    obligation: Obligation
    treaties: tuple[str, ...]
    since: int | None
    wording_seen: bool


@dataclass(frozen=True, slots=True)
class ForAnyState:
    """The criteria and the questions of a catalogue by id."""

    criteria: Mapping[str, CriterionForAnyState]
    questions: Mapping[str, QuestionForAnyState]


def for_any_state(catalogue: Catalogue) -> ForAnyState:
    """What holds of every criterion and question of a catalogue; ask for it with ``catalogue.once``."""
    return ForAnyState(
        {name: criterion_for_any_state(entry.criterion, catalogue) for name, entry in catalogue.criteria.items()},
        {name: _question_for_any_state(question) for name, question in catalogue.questions.items()},
    )


def criterion_for_any_state(criterion: Criterion, catalogue: Catalogue) -> CriterionForAnyState:
    """What holds of one criterion, which need not stand in the catalogue."""
    questions = catalogue.questions_of(criterion)
    facts, provisions = facts_of(criterion, questions), criterion.provisions
    treaties = {
        catalogue.provisions[provision].instrument
        for provision in provisions
        if catalogue.provision_obligation(provision) is Obligation.TREATY
    }
    return CriterionForAnyState(
        questions=questions,
        applies=allowed_by(criterion.applies_when),
        rules=tuple(rule for rule in rules_of(criterion, questions) if rule),
        facts=tuple(fact for fact in FACTS if fact in facts),
        obligation=catalogue.obligation(criterion),
        treaties=tuple(sorted(treaties)),
        since=first_asked_in(criterion, catalogue),
        wording_seen=any(catalogue.provisions[provision].verified is Verified.TEXT_SEEN for provision in provisions),
    )


def _question_for_any_state(question: Question) -> QuestionForAnyState:
    facts, rubric = facts_of_question(question), question.rubric
    return QuestionForAnyState(
        facts=tuple(fact for fact in FACTS if fact in facts),
        rubric=AssessedRubric(yes=rubric.yes, partial=rubric.partial, no=rubric.no),
    )


def first_asked_in(criterion: Criterion, catalogue: Catalogue) -> int | None:
    """The year of the earliest instrument that asks for a criterion as hard as it binds; ``None`` where one of these has no year.

    Provisions that bind less hard do not count: what guidance asked for earlier was no duty before the treaty.
    """
    obligation = catalogue.obligation(criterion)
    giving = [name for name in criterion.provisions if catalogue.provision_obligation(name) is obligation]
    # A criterion that cites only context is practice, and no provision gives it that: then all that it cites counts.
    instruments = {catalogue.provisions[name].instrument for name in giving or criterion.provisions}
    years = [catalogue.instruments[instrument].year for instrument in instruments]
    known = [year for year in years if year is not None]
    return min(known, default=None) if len(known) == len(years) else None

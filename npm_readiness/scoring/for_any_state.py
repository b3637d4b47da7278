"""What holds of a criterion and of a question whatever the State: worked out once for a catalogue, and not for every profile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from npm_readiness.models.assessed_criteria import AssessedRubric
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.checklist import Criterion, Question
from npm_readiness.models.register import Provision, strongest
from npm_readiness.models.vocabulary import Obligation, Verified
from npm_readiness.records import record
from npm_readiness.scoring.cases import FACTS, Allowed, Rule, allowed_by, rules_of_question

__all__ = [
    "CriterionForAnyState",
    "ForAnyState",
    "QuestionForAnyState",
    "criterion_for_any_state",
    "first_asked_in",
    "for_any_state",
]


@record(frozen=True)
class QuestionForAnyState:
    """``rules``: on which facts it depends whether it is asked and whether it answers itself; ``facts``: their names."""

    rules: tuple[Allowed, ...]
    facts: tuple[str, ...]
    rubric: AssessedRubric


@record(frozen=True)
class CriterionForAnyState:
    """A criterion with its questions; ``asks`` are their ids.

    ``applies``: the facts on which it depends whether it applies, ``of_questions`` the names of those on which its questions
    depend, ``facts`` of all on which something in it depends, both in the order of ``FACTS``. ``treaties`` are the instruments
    whose "shall" it cites, ``since`` the year from which it is asked for as hard as it binds, ``wording_seen`` whether the text of
    one of its provisions was read.
    """

    questions: tuple[Question, ...]
    asks: frozenset[str]
    applies: Allowed
    of_questions: tuple[str, ...]
    facts: tuple[str, ...]
    obligation: Obligation
    treaties: tuple[str, ...]
    since: int | None
    wording_seen: bool


@record(frozen=True)
class ForAnyState:
    """The criteria and the questions of a catalogue by id; ``rules``: by checklist, what depends on facts in it."""

    criteria: Mapping[str, CriterionForAnyState]
    questions: Mapping[str, QuestionForAnyState]
    rules: Mapping[str, frozenset[Rule]]


def for_any_state(catalogue: Catalogue) -> ForAnyState:
    """What holds of every criterion and question of a catalogue; ask for it with ``catalogue.once``."""
    questions = {name: _question_for_any_state(question) for name, question in catalogue.questions.items()}
    criteria = {}
    rules: dict[str, set[Rule]] = {}
    for name, entry in catalogue.criteria.items():
        criteria[name] = own = _criterion_for_any_state(entry.criterion, catalogue, questions)
        told = rules.setdefault(entry.checklist.checklist, set())
        told.update(own.applies.items())
        for question in own.questions if own.facts else ():
            for rule in questions[question.id].rules:
                told.update(rule.items())
    return ForAnyState(criteria, questions, {name: frozenset(told) for name, told in rules.items()})


def criterion_for_any_state(criterion: Criterion, catalogue: Catalogue) -> CriterionForAnyState:
    """What holds of one criterion, which need not stand in the catalogue."""
    return _criterion_for_any_state(criterion, catalogue, catalogue.once(for_any_state).questions)


def _criterion_for_any_state(
    criterion: Criterion, catalogue: Catalogue, known: Mapping[str, QuestionForAnyState]
) -> CriterionForAnyState:
    questions, applies = catalogue.questions_of(criterion), allowed_by(criterion.applies_when)
    cited = [(catalogue.provisions[name], catalogue.provision_obligation(name)) for name in criterion.provisions]
    of_questions = [fact for question in questions for fact in known[question.id].facts]
    facts = [*applies, *of_questions]
    obligation = strongest([binding for _, binding in cited])
    treaties = {provision.instrument for provision, binding in cited if binding is Obligation.TREATY}
    return CriterionForAnyState(
        questions=questions,
        asks=frozenset([question.id for question in questions]),
        applies=applies,
        of_questions=_in_order(of_questions) if of_questions else (),
        facts=_in_order(facts) if facts else (),
        obligation=obligation,
        treaties=tuple(sorted(treaties)),
        since=_first_asked_in(cited, obligation, catalogue),
        wording_seen=any(provision.verified is Verified.TEXT_SEEN for provision, _ in cited),
    )


def _in_order(facts: Iterable[str]) -> tuple[str, ...]:
    named = frozenset(facts)
    return tuple([fact for fact in FACTS if fact in named])


def _question_for_any_state(question: Question) -> QuestionForAnyState:
    rules, rubric = tuple([rule for rule in rules_of_question(question) if rule]), question.rubric
    return QuestionForAnyState(
        rules=rules,
        facts=_in_order(fact for rule in rules for fact in rule) if rules else (),
        rubric=AssessedRubric(yes=rubric.yes, partial=rubric.partial, no=rubric.no),
    )


def first_asked_in(criterion: Criterion, catalogue: Catalogue) -> int | None:
    """The year of the earliest instrument that asks for a criterion as hard as it binds; ``None`` where one of these has no year.

    Provisions that bind less hard do not count: what guidance asked for earlier was no duty before the treaty.
    """
    cited = [(catalogue.provisions[name], catalogue.provision_obligation(name)) for name in criterion.provisions]
    return _first_asked_in(cited, catalogue.obligation(criterion), catalogue)


def _first_asked_in(
    cited: Sequence[tuple[Provision, Obligation | None]], obligation: Obligation, catalogue: Catalogue
) -> int | None:
    giving = {provision.instrument for provision, binding in cited if binding is obligation}
    # A criterion that cites only context is practice, and no provision gives it that: then all that it cites counts.
    instruments = giving or {provision.instrument for provision, _ in cited}
    years = [catalogue.instruments[instrument].year for instrument in instruments]
    known = [year for year in years if year is not None]
    return min(known, default=None) if len(known) == len(years) else None

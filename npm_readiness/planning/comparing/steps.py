"""From one profile of a country to the next: what changed in the country, in what is known, in the checklists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from npm_readiness.models.numbers import Interval, Score
from npm_readiness.models.vocabulary import Answer
from npm_readiness.planning.comparing.changes import Change, change_of
from npm_readiness.planning.comparing.comparison import (
    AnswerChange,
    AnswerThen,
    ChecklistChange,
    ComparedChecklist,
    CriterionChange,
    DimensionChange,
    RenamedQuestion,
    Step,
    VerdictChange,
    WhyNot,
)
from npm_readiness.planning.comparing.elsewhere import NOT_SAID
from npm_readiness.planning.comparing.facts import BILL, BODY, fact_changes
from npm_readiness.planning.comparing.summary import (
    CountedQuestion,
    Details,
    FromFact,
    Head,
    Standing,
    Summary,
    score_of,
    status_of,
)
from npm_readiness.scoring.worth import EVERYTHING, VALUES

__all__ = ["criterion_change", "step_between"]

Pair = tuple[Summary, Details]


def criterion_change(
    before: Standing | None, after: Standing | None, *, finding: bool = False
) -> tuple[Change, WhyNot | None]:
    """What became of a criterion, and why that cannot be said where it cannot; ``None`` where a profile does not assess it.

    One that applies to neither is unchanged. A ``finding`` has no degree: where both profiles adopt it, it is what it was.
    """
    if before is None or after is None:
        return Change.NOT_COMPARABLE, "finding" if finding else "not_assessed"
    if finding and before.status is not after.status:
        return Change.NOT_COMPARABLE, "finding"
    if before.renamed != after.renamed:
        return Change.NOT_COMPARABLE, "asks_something_else"
    change = change_of(before.interval, after.interval, _of_questions(before.answers, after.answers))
    if change is not Change.NOT_COMPARABLE:
        return change, None
    return change, "does_not_apply" if before.interval is None or after.interval is None else "overlap"


def _of_questions(before: Iterable[CountedQuestion], after: Iterable[CountedQuestion]) -> Iterator[Change]:
    """What became of the questions that are asked both times."""
    was = {question: _interval_of(counted, between) for question, counted, between in before}
    for question, counted, between in after:
        if question in was:
            yield change_of(was[question], _interval_of(counted, between))


def step_between(one: Pair, other: Pair, places: tuple[int, int], heads: Mapping[str, Head]) -> Step:
    """The step from one profile to another; ``places`` are those in the list of profiles, ``heads`` those of all criteria."""
    (before, was), (after, now) = one, other
    criteria = tuple(_criteria(one, other, heads))
    changed = tuple(entry for entry in criteria if entry.change is not Change.UNCHANGED)
    return Step(
        country=after.profile.country,
        before=places[0],
        after=places[1],
        backwards=after.profile.assessed_on < before.profile.assessed_on,
        another_body=was.said.mechanism != now.said.mechanism,
        facts=tuple(fact_changes(was.said.facts, now.said.facts, {**was.said.names, **now.said.names})),
        answers=tuple(_answers(was, now)),
        bodies=tuple(_elsewhere(was, now, BODY)),
        bills=tuple(_elsewhere(was, now, BILL)),
        criteria=changed,
        unchanged=len(criteria) - len(changed),
        verdicts=tuple(_verdicts(before, after)),
        dimensions=tuple(_dimensions(one, other)),
        checklists=tuple(_checklists(before, after)),
        renamed=tuple(_renamed(was, now)),
    )


def _criteria(one: Pair, other: Pair, heads: Mapping[str, Head]) -> Iterator[CriterionChange]:
    (before, was), (after, now) = one, other
    for name, head in heads.items():
        first, second = before.criteria.get(name), after.criteria.get(name)
        if first is None and second is None:
            continue
        change, reason = criterion_change(first, second, finding=head.finding)
        yield CriterionChange(
            criterion=name,
            change=change,
            reason=reason,
            before=status_of(first),
            after=status_of(second),
            scores=(score_of(first), score_of(second)),
            facts=_facts(was.asked.answering.get(name, ()), now.asked.answering.get(name, ())),
        )


def _facts(was: Iterable[FromFact], now: Iterable[FromFact]) -> tuple[str, ...]:
    """The facts by which a question answers itself in one of two profiles, and not so in the other."""
    before, after = ({question: (fact, answer) for question, fact, answer in side} for side in (was, now))
    questions = (*after, *(question for question in before if question not in after))
    differing = (question for question in questions if before.get(question) != after.get(question))
    facts = (said[0] for question in differing for said in (before.get(question), after.get(question)) if said)
    return tuple(dict.fromkeys(facts))


def _answers(was: Details, now: Details) -> Iterator[AnswerChange]:
    """The questions that both profiles ask and that count as something else."""
    answered = was.answers
    for question, after in now.answers.items():
        before = answered.get(question)
        if before is None:
            continue
        change = change_of(_counted(before), _counted(after))
        if change is not Change.UNCHANGED:
            yield AnswerChange(
                question=question,
                text=now.asked.texts[question][0],
                criterion=now.asked.first[question],
                change=change,
                before=before,
                after=after,
            )


def _elsewhere(was: Details, now: Details, kind: str) -> Iterator[AnswerChange]:
    """What is answered otherwise for a body, or from a bill, that both profiles list."""
    listed = was.said.names.keys() & now.said.names.keys()
    for thing, question in dict.fromkeys((*now.said.elsewhere, *was.said.elsewhere)):
        text = now.asked.texts.get(question, was.asked.texts.get(question))
        if not thing.startswith(kind) or thing not in listed or text is None:
            continue
        before, after = (side.said.elsewhere.get((thing, question), NOT_SAID) for side in (was, now))
        change = change_of(_counted(before), _counted(after))
        if change is not Change.UNCHANGED:
            yield AnswerChange(
                question=question,
                text=text[0],
                criterion=text[1],
                change=change,
                before=before,
                after=after,
                of=now.said.names[thing],
            )


def _counted(said: AnswerThen) -> Interval | None:
    return _interval_of(said.counted, said.between)


def _interval_of(counted: Answer, between: tuple[Answer, Answer] | None) -> Interval | None:
    """What an answer counts as; ``None`` where the question does not apply."""
    if counted is Answer.NOT_APPLICABLE:
        return None
    if between is not None:
        return Interval(VALUES[between[0]], VALUES[between[1]])
    return EVERYTHING if counted is Answer.UNKNOWN else Interval(VALUES[counted], VALUES[counted])


def _verdicts(before: Summary, after: Summary) -> Iterator[VerdictChange]:
    for stage, second in after.stages.items():
        first = before.stages[stage]
        blocked, blocks = frozenset(first.blockers), frozenset(second.blockers)
        yield VerdictChange(
            stage=stage,
            before=first.verdict,
            after=second.verdict,
            possible=(first.possible, second.possible),
            looked_at=(first.looked_at, second.looked_at),
            blockers=(len(first.blockers), len(second.blockers)),
            gone=tuple(name for name in first.blockers if name not in blocks),
            new=tuple(name for name in second.blockers if name not in blocked),
        )


def _dimensions(one: Pair, other: Pair) -> Iterator[DimensionChange]:
    (before, was), (after, now) = one, other
    for key in (*after.dimensions, *(key for key in before.dimensions if key not in after.dimensions)):
        first, second = before.dimensions.get(key), after.dimensions.get(key)
        same = was.asked.dimensions.get(key) == now.asked.dimensions.get(key)
        change = change_of(_interval(first), _interval(second))
        yield DimensionChange(
            id=key[1],
            standards=key[0],
            before=first,
            after=second,
            change=change if same else Change.NOT_COMPARABLE,
            same_criteria=same,
        )


def _interval(score: Score | None) -> Interval | None:
    return None if score is None else score.interval


def _checklists(before: Summary, after: Summary) -> Iterator[ChecklistChange]:
    first = {entry.id: entry for entry in before.profile.checklists}
    second = {entry.id: entry for entry in after.profile.checklists}
    for name, entry in {**second, **{name: entry for name, entry in first.items() if name not in second}}.items():
        was, now = _given(first.get(name)), _given(second.get(name))
        both = name in first and name in second
        if both and was == now:
            continue
        named = "both" if both else "before" if name in first else "after"
        yield ChecklistChange.model_validate(
            {"id": name, "before": was, "after": now, "named": named, "now": entry.version}
        )


def _given(checklist: ComparedChecklist | None) -> str | None:
    return None if checklist is None else checklist.given


def _renamed(was: Details, now: Details) -> Iterator[RenamedQuestion]:
    for question, new in {**was.said.renamed, **now.said.renamed}.items():
        both = question in was.said.renamed and question in now.said.renamed
        answered = "both" if both else "before" if question in was.said.renamed else "after"
        yield RenamedQuestion.model_validate({"question": question, "now": new, "answered": answered})

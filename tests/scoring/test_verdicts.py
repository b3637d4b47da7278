"""The verdict on a scope of criteria: what is decided, what is still possible, and on which questions it hangs.

Criteria are written as ``treaty all: q1=yes q2=?``, where ``?`` is unknown, ``low`` is between no and partial and ``high``
between partial and yes.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from npm_readiness.models.numbers import Interval
from npm_readiness.models.vocabulary import Combine, Verdict
from npm_readiness.scoring.verdicts import Scope, ScopedCriterion

ANSWERS = {
    "no": ("0", "0"),
    "partial": ("1/2", "1/2"),
    "yes": ("1", "1"),
    "?": ("0", "1"),
    "low": ("0", "1/2"),
    "high": ("1/2", "1"),
}


def scope(*criteria: str) -> Scope:
    return Scope(tuple(_criterion(number, *text.split(":")) for number, text in enumerate(criteria)))


def _criterion(number: int, kind: str, asked: str) -> ScopedCriterion:
    obligation, *combine = kind.split()
    answers = dict(item.split("=") for item in asked.split())
    return ScopedCriterion(
        id=f"c{number}",
        treaty=obligation == "treaty",
        weight=1,
        combine=Combine(combine[0] if combine else "mean"),
        questions={question: Interval(*map(Fraction, ANSWERS[answer])) for question, answer in answers.items()},
    )


def possible(*criteria: str) -> set[str]:
    return {verdict.value for verdict in scope(*criteria).possible()}


@pytest.mark.parametrize(
    ("criteria", "verdict"),
    [
        (["treaty: q1=yes", "guidance: q2=yes"], "ready"),
        (["treaty: q1=yes", "guidance: q2=partial"], "ready_with_gaps"),
        (["treaty: q1=yes", "guidance: q2=low"], "ready_with_gaps"),
        (["treaty: q1=partial", "guidance: q2=yes"], "not_ready"),
        (["treaty: q1=low", "guidance: q2=?"], "not_ready"),
        (["treaty: q1=no", "treaty: q2=?", "guidance: q3=?"], "not_ready"),
        # A surely unmet treaty criterion, although one of its questions is open.
        (["treaty: q1=no q2=?"], "not_ready"),
        # A gap stays a gap, whatever the other criterion turns out to be.
        (["guidance: q1=no", "guidance: q2=?"], "ready_with_gaps"),
    ],
)
def test_what_the_answers_decide(criteria: list[str], verdict: str) -> None:
    assert possible(*criteria) == {verdict}
    assert scope(*criteria).verdict() is Verdict(verdict)
    assert scope(*criteria).undecided_by() == frozenset()


@pytest.mark.parametrize(
    ("criteria", "verdicts"),
    [
        (["treaty: q1=?"], {"not_ready", "ready"}),
        (["treaty: q1=high"], {"not_ready", "ready"}),
        (["guidance: q1=?"], {"ready_with_gaps", "ready"}),
        (["treaty: q1=?", "guidance: q2=no"], {"not_ready", "ready_with_gaps"}),
        (["treaty: q1=?", "guidance: q2=?"], {"not_ready", "ready_with_gaps", "ready"}),
        (["treaty: q1=?", "guidance any: q2=? q3=?"], {"not_ready", "ready_with_gaps", "ready"}),
        # One question for both: when the guidance falls short, so does the treaty.
        (["treaty: q1=?", "guidance: q1=?"], {"not_ready", "ready"}),
        (["treaty all: q1=? q2=?", "guidance: q1=? q2=?"], {"not_ready", "ready"}),
        # The treaty is content with one of two, the guidance is not.
        (["treaty any: q1=? q2=?", "guidance all: q1=? q2=?"], {"not_ready", "ready_with_gaps", "ready"}),
        # The guidance can only fall short in ways that the treaty does not allow.
        (["treaty: q1=?", "guidance any: q1=? q2=?"], {"not_ready", "ready"}),
        (["treaty: q1=?", "guidance any: q2=? q3=low"], {"not_ready", "ready_with_gaps", "ready"}),
        # A yes beside it has met the strongest already.
        (["guidance any: q1=yes q2=?"], {"ready"}),
        (["guidance any: q1=high q2=?"], {"ready_with_gaps", "ready"}),
    ],
)
def test_what_the_unknowns_still_allow(criteria: list[str], verdicts: set[str]) -> None:
    assert possible(*criteria) == verdicts


@pytest.mark.parametrize(
    ("criteria", "questions"),
    [
        (["treaty: q1=? q2=yes"], {"q1"}),
        (["treaty: q1=?", "guidance: q2=?"], {"q1", "q2"}),
        # With a gap that stays, other guidance decides nothing.
        (["treaty: q1=?", "guidance: q2=? q3=no"], {"q1"}),
        (["guidance: q1=no", "treaty: q2=?", "guidance: q3=?"], {"q2"}),
        # Either can be the one that still makes the strongest fall short.
        (["treaty any: q1=? q2=?"], {"q1", "q2"}),
        (["treaty any: q1=low q2=?"], {"q2"}),
        (["treaty any: q1=yes q2=?", "treaty: q3=?"], {"q3"}),
        # The guidance falls short only where the treaty does already: then q2 decides nothing.
        (["treaty: q1=?", "guidance any: q1=? q2=?"], {"q1"}),
        # An answer that cannot lift its criterion to fully met decides nothing.
        (["treaty: q1=?", "guidance: q2=low"], {"q1"}),
    ],
)
def test_the_questions_on_which_the_verdict_can_depend(criteria: list[str], questions: set[str]) -> None:
    assert scope(*criteria).undecided_by() == questions


def test_a_criterion_is_left_open_by_its_open_questions_while_its_result_is_open() -> None:
    made = scope("treaty: q1=?", "guidance all: q1=? q2=no", "guidance any: q1=? q3=yes", "guidance: q1=? q4=no")
    assert [criterion.id for criterion in made.criteria if "q1" in criterion.left_open_by] == ["c0", "c3"]
    assert not any("q4" in criterion.left_open_by for criterion in made.criteria)

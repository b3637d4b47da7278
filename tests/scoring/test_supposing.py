"""What would be: a bill that were adopted, answers set by hand, or nothing of that kind."""

from __future__ import annotations

from typing import Any

from npm_readiness import Assessment, assess
from tests.making import catalogue, criterion, of, profile, question

OMBUDSMAN: dict[str, Any] = {
    "id": "office",
    "name": "The office",
    "kind": "ombudsman",
    "role": "mechanism",
    "designated": "2020",
}
RESTS_ON_A_DECREE = {**OMBUDSMAN, "legal_basis": "executive_text"}
BILL: dict[str, Any] = {
    "title": "A bill",
    "designates": ["office"],
    "answers": {"q1": {"answer": "yes"}},
    "silent": ["q3", "q2"],
}
CATALOGUE = catalogue(
    *(criterion(f"c{number}", question(f"q{number}", if_executive_text="partial")) for number in (1, 2, 3))
)


def supposing(answers: dict[str, Any], **options: Any) -> Assessment:
    """The assessment of a State whose mechanism rests on a decree, and whose parliament has a bill before it."""
    made = profile(answers, npm={"model": "nhri", "bodies": [RESTS_ON_A_DECREE]}, bills={"bill": BILL})
    return assess(made, CATALOGUE, **options)


def counted(assessment: Assessment) -> list[str]:
    """What each question counts as, in a word, or between which two it lies."""
    answers = [of(assessment, name).answers[0] for name in ("c1", "c2", "c3")]
    return ["-".join(answer.between) if answer.between else answer.counted_as.value for answer in answers]


def test_an_assessment_of_what_is_supposes_nothing() -> None:
    assert supposing({"q1": "no"}).what_if is None


def test_an_answer_set_by_hand_counts_and_is_told_with_what_it_was() -> None:
    found = supposing({"q1": "no"}, settings=["q2=partial", "q1=partial", "q3=no..partial"])
    assert found.what_if is not None
    assert found.what_if.bill is None
    assert [(entry.question, entry.answer, entry.was) for entry in found.what_if.set] == [
        ("q1", "partial", "no"),
        ("q2", "partial", None),
        ("q3", "unknown", None),
    ]
    assert [entry.between for entry in found.what_if.set] == [None, None, ("no", "partial")]
    assert counted(found) == ["partial", "partial", "no-partial"]


def test_a_bill_changes_what_it_answers_and_says_on_what_it_is_silent() -> None:
    found = supposing({"q1": "no", "q2": "partial"}, bill="bill")
    assert found.what_if is not None
    assert found.what_if.set == ()
    told = found.what_if.bill
    assert told is not None
    assert (told.id, told.designates, told.ends, told.answers, told.silent) == (
        "bill",
        ("office",),
        (),
        ("q1",),
        ("q2", "q3"),
    )


def test_what_the_bill_does_not_answer_still_rests_on_the_decree() -> None:
    """An act would be the basis of the mechanism: that lifts no answer of today, which was read from the decree, into an act."""
    answers = {"q1": "partial", "q2": "unknown", "q3": "unknown"}
    assert counted(supposing(answers)) == ["partial", "no-partial", "no-partial"]
    assert counted(supposing(answers, bill="bill")) == ["yes", "no-partial", "no-partial"]
    # What is set by hand is supposed as it is.
    assert counted(supposing(answers, bill="bill", settings=["q2=yes"])) == ["yes", "yes", "no-partial"]


def test_where_the_mechanism_rests_on_an_act_already_what_is_open_stays_open() -> None:
    npm = {"model": "nhri", "bodies": [{**OMBUDSMAN, "legal_basis": "act"}]}
    found = assess(profile({}, npm=npm, bills={"bill": BILL}), CATALOGUE, bill="bill")
    assert counted(found) == ["yes", "unknown", "unknown"]

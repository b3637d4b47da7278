"""Section "Answers are evidence" of the design: what each answer counts as, and on what it rests."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from npm_readiness.models.checklist import Question
from npm_readiness.models.numbers import Interval
from npm_readiness.scoring.answers import CountedAnswer, counted_answer
from tests.making import evidenced, profile, question

TODAY = date(2024, 1, 1)
HALF = Fraction(1, 2)
EVERYTHING = Interval(Fraction(0), Fraction(1))


def exactly(value: Fraction | int) -> Interval:
    return Interval(Fraction(value), Fraction(value))


def counted(
    answer: str | dict[str, Any] | None = None, *, require_evidence: bool = False, **keys: Any
) -> CountedAnswer:
    """What the answer to a question counts as; without one the question is not answered. ``keys`` are the profile's."""
    asked = Question.model_validate(question("q", may_not_apply="There is none of it."))
    made = profile({} if answer is None else {"q": answer}, **keys)
    return counted_answer(asked, made, TODAY, require_evidence=require_evidence)


def by_itself(as_of: date = TODAY, *, keys: dict[str, Any], **question_keys: Any) -> CountedAnswer:
    """What a question of this kind counts as for a profile with these keys."""
    asked = Question.model_validate_json(json.dumps(question("q", **question_keys)))
    return counted_answer(asked, profile(**keys), as_of, require_evidence=True)


@pytest.mark.parametrize(("word", "value"), [("yes", 1), ("partial", HALF), ("no", 0)])
def test_yes_is_1_partial_a_half_no_0(word: str, value: Fraction | int) -> None:
    assert counted(word).interval == exactly(value)


def test_not_answered_and_unknown_weigh_alike_and_are_told_apart() -> None:
    unanswered, unknown = counted(), counted("unknown")
    assert unanswered.interval == unknown.interval == EVERYTHING
    assert unanswered.answer is None
    assert unknown.answer == "unknown"
    assert unanswered.counted_as == unknown.counted_as == "unknown"


@pytest.mark.parametrize(
    ("between", "interval"),
    [
        (["partial", "yes"], Interval(HALF, Fraction(1))),
        (["no", "partial"], Interval(Fraction(0), HALF)),
        (["no", "yes"], EVERYTHING),
    ],
)
def test_between_narrows_what_an_unknown_can_turn_out_to_be(between: list[str], interval: Interval) -> None:
    assert counted({"answer": "unknown", "between": between}).interval == interval


def test_not_applicable_leaves_the_combination() -> None:
    found = counted({"answer": "not_applicable", "reason": "There is none of it."})
    assert found.interval is None
    assert found.counted_as == "not_applicable"


# --- Evidence ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("evidence", "is_evidenced"),
    [
        ([], False),
        ([{"source": "law"}], False),
        ([{"source": "law", "note": "somewhere in it"}], False),
        ([{"source": "law", "pinpoint": "art. 1"}], True),
        ([{"source": "law"}, {"source": "law", "pinpoint": "p. 3"}], True),
    ],
)
def test_evidence_is_a_source_with_a_pinpoint(evidence: list[dict[str, str]], is_evidenced: bool) -> None:
    assert counted({"answer": "yes", "evidence": evidence}).evidenced is is_evidenced


@pytest.mark.parametrize("word", ["yes", "partial"])
def test_a_bare_claim_counts_as_unknown_where_evidence_is_required(word: str) -> None:
    found = counted(word, require_evidence=True)
    assert found.interval == EVERYTHING
    assert found.counted_as == "unknown"
    assert found.answer == word, "what was answered is still shown"


def test_a_bare_not_applicable_counts_as_unknown_where_evidence_is_required() -> None:
    bare = counted({"answer": "not_applicable", "reason": "There is none of it."}, require_evidence=True)
    assert bare.interval == EVERYTHING
    shown = evidenced("not_applicable", reason="There is none of it.")
    assert counted(shown, require_evidence=True).interval is None


def test_a_bare_no_stands_since_it_never_helps() -> None:
    assert counted("no", require_evidence=True).interval == exactly(0)


@pytest.mark.parametrize(("word", "value"), [("yes", 1), ("partial", HALF), ("no", 0)])
def test_what_is_evidenced_counts_as_it_stands(word: str, value: Fraction | int) -> None:
    assert counted(evidenced(word), require_evidence=True).interval == exactly(value)


@pytest.mark.parametrize("between", [["partial", "yes"], ["no", "partial"]])
def test_a_bare_between_counts_for_nothing_where_evidence_is_required(between: list[str]) -> None:
    """Else a country scored by assertion, and a bare answer to it, which counts as unknown, would leave its interval."""
    bare = counted({"answer": "unknown", "between": between}, require_evidence=True)
    assert bare.interval == EVERYTHING
    assert bare.between is None
    shown = counted(evidenced("unknown", between=between), require_evidence=True)
    assert shown.interval != EVERYTHING


def test_without_the_option_a_bare_claim_counts() -> None:
    assert counted("yes").interval == exactly(1)


@pytest.mark.parametrize(
    ("word", "claim"), [("yes", True), ("partial", True), ("no", False), ("unknown", False), (None, False)]
)
def test_claims_are_yes_and_partial(word: str | None, claim: bool) -> None:
    assert counted(word).claim is claim


# --- Questions that answer themselves ---------------------------------------------------------------------------------

DAY = "2020-01-01"


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ({"ratified": DAY}, "yes"),
        ({"acceded": DAY}, "yes"),
        ({"succeeded": DAY}, "yes"),
        ({"acceded": "2024-01-01"}, "yes"),
        ({"ratified": "2024-01-02", "acceded": None}, "no"),
        ({"ratified": None, "acceded": None}, "no"),
        ({"signed": DAY, "ratified": None, "acceded": None}, "no"),
        ({"signed": "unknown", "ratified": None, "acceded": None}, "no"),
        ({"ratified": None}, "unknown"),
        ({"signed": DAY}, "unknown"),
        ({}, "unknown"),
    ],
)
@pytest.mark.parametrize("treaty", ["uncat", "opcat"])
def test_party_to_a_treaty_follows_from_the_deposit(treaty: str, status: dict[str, Any], word: str) -> None:
    """A signature is no deposit, and what is left out is unknown (a succession alone counts as not having happened)."""
    found = by_itself(keys={"treaties": {treaty: status}}, answered_by=f"party-to-{treaty}")
    assert (found.answer, found.counted_as) == (word, word)
    assert found.fact == f"treaties.{treaty}"


@pytest.mark.parametrize(
    ("designated", "word"), [(DAY, "yes"), (None, "no"), ("2024-01-02", "no"), ("unknown", "unknown")]
)
def test_the_mechanism_is_designated_or_not(designated: str | None, word: str) -> None:
    found = by_itself(keys={"npm": {"designated": designated}}, answered_by="mechanism-designated")
    assert found.answer == word
    assert found.fact == "npm.designated"


def test_what_a_mechanism_does_is_no_while_none_is_designated() -> None:
    found = by_itself(keys={"npm": {"designated": None}}, needs_mechanism=True)
    assert (found.answer, found.interval, found.fact) == ("no", exactly(0), "npm.designated")


@pytest.mark.parametrize("designated", [DAY, "unknown"])
def test_what_a_mechanism_does_is_asked_where_there_is_one_or_may_be_one(designated: str) -> None:
    keys = {"npm": {"designated": designated}, "answers": {"q": evidenced("partial")}}
    found = by_itself(keys=keys, needs_mechanism=True)
    assert (found.answer, found.fact) == ("partial", None)


def test_what_lies_after_the_date_has_not_happened() -> None:
    keys = {"npm": {"designated": DAY}, "answers": {"q": evidenced("yes")}}
    assert by_itself(date(2019, 12, 31), keys=keys, needs_mechanism=True).answer == "no"
    assert by_itself(date(2020, 1, 1), keys=keys, needs_mechanism=True).answer == "yes"


@pytest.mark.parametrize(("status", "is_evidenced"), [({"acceded": DAY}, True), ({"ratified": None}, False)])
def test_what_answers_itself_is_evidenced_by_the_fact_and_is_no_claim(
    status: dict[str, Any], is_evidenced: bool
) -> None:
    found = by_itself(keys={"treaties": {"uncat": status}}, answered_by="party-to-uncat")
    assert found.evidenced is is_evidenced
    assert not found.claim

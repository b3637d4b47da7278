"""Section "Answers are evidence" of the design: what each answer counts as, and on what it rests."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from npm_readiness import assess
from npm_readiness.models.checklist import Question
from npm_readiness.models.numbers import Interval
from npm_readiness.models.profile import Profile
from npm_readiness.scoring.answers import CountedAnswer, counted_answer, over_cases
from npm_readiness.scoring.cases import cases_of, possible_facts
from npm_readiness.situation.working_out import situation_of
from tests.making import catalogue, criterion, evidenced, profile, question

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
    return over_all_cases(asked, made, TODAY, require_evidence=require_evidence)


def by_itself(as_of: date = TODAY, *, keys: dict[str, Any], **question_keys: Any) -> CountedAnswer:
    """What a question of this kind counts as for a profile with these keys."""
    asked = Question.model_validate_json(json.dumps(question("q", **question_keys)))
    return over_all_cases(asked, profile(**keys), as_of, require_evidence=True)


def over_all_cases(asked: Question, made: Profile, as_of: date, *, require_evidence: bool) -> CountedAnswer:
    content = catalogue(criterion("c", asked.model_dump(mode="json")))
    situation = situation_of(made, content.instruments, as_of)
    (entry,) = content
    cases = cases_of(possible_facts(made, situation), [(entry.criterion, (asked,))])
    return over_cases(
        [counted_answer(asked, made, situation, case, require_evidence=require_evidence) for case in cases]
    )


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
        ([{"source": "site"}], True),
    ],
)
def test_evidence_is_a_source_with_a_pinpoint(evidence: list[dict[str, str]], is_evidenced: bool) -> None:
    """A web page has no places in it that could be named."""
    sources = {"law": {"title": "The law", "kind": "law"}, "site": {"title": "A page", "kind": "page"}}
    assert counted({"answer": "yes", "evidence": evidence}, sources=sources).evidenced is is_evidenced


def test_a_bare_yes_counts_as_unknown_where_evidence_is_required() -> None:
    found = counted("yes", require_evidence=True)
    assert found.interval == EVERYTHING
    assert found.counted_as == "unknown"
    assert found.answer == "yes", "what was answered is still shown"


def test_a_bare_partial_admits_a_gap_so_that_it_counts_as_no_or_partial_where_evidence_is_required() -> None:
    found = counted("partial", require_evidence=True)
    assert found.interval == Interval(Fraction(0), HALF)
    assert (found.answer, found.counted_as, found.between) == ("partial", "unknown", ("no", "partial"))


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


def test_what_a_mechanism_does_is_asked_where_there_is_one() -> None:
    keys = {"npm": {"designated": DAY}, "answers": {"q": evidenced("partial")}}
    found = by_itself(keys=keys, needs_mechanism=True)
    assert (found.answer, found.interval, found.fact) == ("partial", exactly(HALF), None)


def test_where_it_is_not_known_whether_there_is_one_both_cases_are_worked_out() -> None:
    """If there is none it is no, else what was answered: between the two it hangs on the fact."""
    keys = {"npm": {"designated": "unknown"}, "answers": {"q": evidenced("partial")}}
    found = by_itself(keys=keys, needs_mechanism=True)
    assert (found.answer, found.interval, found.fact) == ("partial", Interval(Fraction(0), HALF), None)
    assert found.capped_by == "npm.designated"


def test_what_a_body_does_before_it_is_the_mechanism_is_kept_and_not_counted() -> None:
    given = evidenced("yes", comment="It visits prisons as an ombudsman.")
    found = by_itself(keys={"npm": {"designated": None}, "answers": {"q": given}}, needs_mechanism=True)
    assert (found.answer, found.interval, found.waiting) == ("no", exactly(0), True)
    assert (found.given.answer, found.given.comment) == ("yes", given["comment"])
    assert found.not_counted == "before-designation"


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


# --- Nobody in post -----------------------------------------------------------------------------------------------------

BODY = {"id": "b", "name": "A body", "role": "mechanism", "designated": DAY}


def bodies(**keys: Any) -> dict[str, Any]:
    return {"npm": {"bodies": [{**BODY, **keys}]}}


@pytest.mark.parametrize("key", ["needs_people", "needs_mechanism"])
def test_what_people_do_is_no_while_nobody_is_in_post(key: str) -> None:
    needs: dict[str, Any] = {key: True}
    found = by_itself(keys=bodies(at_work_since=None), **needs)
    if key == "needs_people":
        assert (found.answer, found.interval, found.fact) == ("no", exactly(0), "npm.at_work_since")
        assert found.waiting
    else:
        assert (found.answer, found.interval, found.fact) == (None, EVERYTHING, None)


@pytest.mark.parametrize("since", [{}, {"at_work_since": "unknown"}, {"at_work_since": "2021-01-01"}])
def test_it_is_asked_where_somebody_is_or_may_be_in_post(since: dict[str, str]) -> None:
    keys = {**bodies(**since), "answers": {"q": evidenced("yes")}}
    found = by_itself(keys=keys, needs_people=True)
    assert (found.answer, found.interval) == ("yes", exactly(1))


@pytest.mark.parametrize(
    ("since", "word", "waits"),
    [
        ({"at_work_since": "2021-01-01"}, "yes", False),
        ({"at_work_since": None}, "no", False),
        ({"at_work_since": "unknown"}, "unknown", False),
        ({"designated": None, "role": "candidate"}, "no", True),
    ],
)
def test_whether_anybody_is_at_work_follows_from_the_bodies(since: dict[str, Any], word: str, waits: bool) -> None:
    """Whom to appoint is a question of today where there is a mechanism, and waits for one where there is none."""
    found = by_itself(keys=bodies(**since), answered_by="mechanism-at-work")
    assert (found.answer, found.fact, found.waiting) == (word, "npm.at_work_since", waits)


def test_an_answer_of_those_not_in_post_is_kept_and_not_counted() -> None:
    found = by_itself(keys={**bodies(at_work_since=None), "answers": {"q": evidenced("no")}}, needs_people=True)
    assert found.not_counted == "answers-itself"


# --- The road to joining ------------------------------------------------------------------------------------------------

JOINED = {"opcat": {"ratified": DAY}}


def road(treaties: dict[str, Any], answer: str | None = None, fact: str = "joined") -> CountedAnswer:
    keys: dict[str, Any] = {"treaties": treaties, "answers": {"q": evidenced(answer)} if answer else {}}
    return by_itself(keys=keys, follows_from=fact)


def test_what_follows_from_having_joined_answers_itself() -> None:
    found = road(JOINED)
    assert (found.answer, found.interval, found.fact) == ("yes", exactly(1), "treaties.opcat")
    assert (found.evidenced, found.claim) == (True, False)


def test_before_a_state_has_joined_it_is_asked() -> None:
    found = road({"opcat": {"ratified": None, "acceded": None}}, "partial")
    assert (found.answer, found.interval, found.fact) == ("partial", exactly(HALF), None)


def test_where_it_is_not_known_whether_it_has_joined_both_cases_are_worked_out() -> None:
    found = road({}, "no")
    assert (found.answer, found.interval) == ("no", EVERYTHING)
    assert found.capped_by == "treaties.opcat"


@pytest.mark.parametrize(
    ("reservation", "word", "interval"),
    [
        ({}, "yes", exactly(1)),
        ({"reservation": False}, "yes", exactly(1)),
        ({"reservation": True}, "no", exactly(0)),
        ({"reservation": "unclear"}, "partial", exactly(HALF)),
        ({"reservation": "unknown"}, "unknown", EVERYTHING),
    ],
)
def test_a_state_that_joined_did_so_without_a_reservation_unless_the_profile_says_otherwise(
    reservation: dict[str, Any], word: str, interval: Interval
) -> None:
    found = road({"opcat": {"ratified": DAY, **reservation}}, fact="joined-without-reservation")
    assert (found.answer, found.interval, found.fact) == (word, interval, "treaties.opcat.reservation")


def test_a_party_to_the_protocol_is_party_to_the_convention() -> None:
    """OPCAT is open to no other (art. 27(2) and (3))."""
    found = by_itself(keys={"treaties": JOINED}, answered_by="party-to-uncat")
    assert found.answer == "yes"


# --- A mechanism below an act of parliament ----------------------------------------------------------------------------


@pytest.mark.parametrize("basis", ["executive_text", "agreement", "none"])
@pytest.mark.parametrize(("cap", "most"), [("partial", HALF), ("no", 0)])
def test_what_only_an_executive_text_says_is_no_more_than_that(basis: str, cap: str, most: Fraction | int) -> None:
    """Its open upper bound falls; its answer stays open."""
    found = by_itself(keys=bodies(legal_basis=basis), if_executive_text=cap)
    assert found.interval == Interval(Fraction(0), Fraction(most))
    assert (found.answer, found.capped_by) == (None, "npm.legal_basis")


@pytest.mark.parametrize("basis", ["act", "constitution", "unknown"])
def test_an_act_or_what_is_not_known_keeps_nothing_down(basis: str) -> None:
    found = by_itself(keys=bodies(legal_basis=basis), if_executive_text="partial")
    assert (found.interval, found.capped_by) == (EVERYTHING, None)


def test_one_body_that_rests_on_an_act_is_enough() -> None:
    other = {**BODY, "id": "c", "legal_basis": "act"}
    keys = {"npm": {"bodies": [{**BODY, "legal_basis": "executive_text"}, other]}}
    assert by_itself(keys=keys, if_executive_text="partial").capped_by is None
    former = {**other, "role": "former", "ended": "2022-01-01"}
    keys = {"npm": {"bodies": [{**BODY, "legal_basis": "executive_text"}, former]}}
    assert by_itself(keys=keys, if_executive_text="partial").capped_by == "npm.legal_basis"
    perhaps = {**other, "designated": "2024"}
    keys = {"npm": {"bodies": [{**BODY, "legal_basis": "executive_text"}, perhaps]}}
    assert by_itself(keys=keys, if_executive_text="partial").capped_by is None


def test_what_is_worse_than_the_cap_stays_what_it_is() -> None:
    keys = {**bodies(legal_basis="none"), "answers": {"q": evidenced("no")}}
    found = by_itself(keys=keys, if_executive_text="partial")
    assert (found.interval, found.capped_by) == (exactly(0), None)


def test_a_candidate_rests_on_nothing_yet() -> None:
    candidate = {"role": "candidate", "designated": None, "legal_basis": "executive_text"}
    assert by_itself(keys=bodies(**candidate), if_executive_text="partial").capped_by is None


# --- Not asked in this situation ----------------------------------------------------------------------------------------


def test_a_question_that_is_behind_the_state_is_moot_and_its_answer_kept() -> None:
    keys = {"treaties": JOINED, "answers": {"q": evidenced("no", comment="There was a plan.")}}
    found = by_itself(keys=keys, asked_when={"joined": False})
    assert (found.moot, found.interval, found.not_counted) == (True, None, "moot")
    assert found.given.comment == "There was a plan."
    assert not found.claim


def test_a_question_for_a_mechanism_at_work_is_moot_before() -> None:
    asked: dict[str, Any] = {"asked_when": {"mechanism": "at_work"}}
    assert by_itself(keys=bodies(at_work_since=None), **asked).moot
    assert not by_itself(keys=bodies(at_work_since="2021-01-01"), **asked).moot
    assert not by_itself(keys=bodies(), **asked).moot, "somebody may be in post"


def test_a_question_of_a_criterion_that_applies_in_some_case_only_is_asked_all_the_same() -> None:
    """Not all cases are needed for that."""
    found = assess(
        profile({}, state={"federal": "unknown"}),
        catalogue(criterion("c1", "q1", when={"federal": True}), criterion("c2", "q2", when={"federal": False})),
    )
    assert found.answered.questions == 2

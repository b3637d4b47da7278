"""What holds for every profile and every bill, on worlds made at random and on the whole catalogue."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from npm_readiness import InputError, assess, compare_bill, load_catalogue, load_profile
from npm_readiness.models.profile import Profile
from npm_readiness.planning.bill.comparison import BillComparison
from tests.making import catalogue, profile
from tests.scoring.worlds import QUESTIONS, World, worlds

EXAMPLE = Path(__file__).parents[3] / "examples" / "invented-bill.yaml"
moderate = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)

Spec = dict[str, Any]
EVIDENCE = [{"source": "law", "pinpoint": "art. 2"}]
WORDS = ("no", "partial", "yes")
WORST_FIRST = ("new", "worse", "left", "unchanged", "cured")

bill_answers = st.dictionaries(
    st.sampled_from(QUESTIONS),
    st.sampled_from([*({"answer": word, "evidence": EVIDENCE} for word in WORDS), {"answer": "unknown"}]),
    max_size=3,
)


def written(world: World, bill: Spec) -> Profile:
    """The profile of a world with one bill."""
    return profile(
        world.answers,
        npm=world.npm,
        state={"federal": world.federal},
        treaties=world.treaties,
        assessed_on="2024-06-01",
        checklists=[spec["checklist"] for spec in world.checklists],
        recommendations=list(world.recommendations),
        bills={"b": {"title": "A bill", "source": "law", **bill}},
    )


def compared(world: World, bill: Spec) -> BillComparison:
    """What the library makes of it; a bill that cannot be used is another test."""
    try:
        return compare_bill(
            written(world, bill),
            "b",
            catalogue(*world.checklists),
            as_of=world.as_of,
            require_evidence=world.require_evidence,
        )
    except InputError:
        assume(False)
        raise


def designating(world: World, bill: Spec) -> Spec:
    """The same bill, which designates the first body of the profile."""
    bodies = world.npm.get("bodies") or []
    return {**bill, "designates": [bodies[0]["id"]]} if bodies else bill


@moderate
@given(worlds())
def test_a_bill_that_answers_nothing_changes_nothing(world: World) -> None:
    result = compared(world, {})
    assert {one.change.value for one in result.criteria} <= {"left", "unchanged"}
    same = result.adopted.model_copy(update={"what_if": None})
    assert same == result.today
    assert result.articles == ()


@moderate
@given(worlds(), bill_answers, st.sampled_from(QUESTIONS), st.booleans())
def test_a_better_answer_of_a_bill_never_makes_anything_worse(
    world: World, answers: dict[str, Spec], name: str, designates: bool
) -> None:
    world = replace(world, recommendations=())
    changes: list[dict[str, str]] = []
    for word in WORDS:
        bill: Spec = {"answers": {**answers, name: {"answer": word, "evidence": EVIDENCE}}}
        result = compared(world, designating(world, bill) if designates else bill)
        changes.append({one.id: one.change.value for one in result.criteria})
    for worse, better in pairwise(changes):
        # What would only wait for a mechanism is not compared, and that can hang on the answer.
        for criterion in worse.keys() & better.keys():
            assert WORST_FIRST.index(worse[criterion]) <= WORST_FIRST.index(better[criterion])


@moderate
@given(worlds(), bill_answers, st.randoms())
def test_the_order_in_which_a_bill_is_written_changes_nothing(
    world: World, answers: dict[str, Spec], random: Any
) -> None:
    silent = [name for name in QUESTIONS if name not in answers]
    result = compared(world, {"answers": answers, "silent": silent})
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    random.shuffle(silent)
    again = compared(world, {"answers": dict(shuffled), "silent": silent})
    assert _undigested(result) == _undigested(again)


def _undigested(result: BillComparison) -> Spec:
    """The comparison without the digest of the profile, which is that of the file as it is written."""
    found: Spec = json.loads(result.to_json())
    for assessment in (found["today"], found["adopted"]):
        assessment["profile"] = None
    return found


@moderate
@given(worlds(), bill_answers)
def test_every_criterion_has_one_change_and_it_fits_what_is_before_and_after(
    world: World, answers: dict[str, Spec]
) -> None:
    for one in compared(world, {"answers": answers}).criteria:
        if one.change == "cured":
            assert one.after == "met" != one.before
        if one.change == "new":
            assert (one.gap_before, one.gap_after) == (False, True)
        if one.change == "left":
            assert (one.gap_before, one.after == "met") == (True, False)
        if one.change == "worse":
            assert (one.weaker, one.after == "met") == (True, False)
        if one.change == "unchanged":
            assert not one.weaker


@moderate
@given(worlds(), st.sampled_from(QUESTIONS))
def test_to_set_the_answer_that_is_there_changes_nothing_but_the_mark(world: World, name: str) -> None:
    answered = world.answers.get(name, {})
    word = answered.get("answer")
    between = answered.get("between")
    assume(word in (*WORDS, "unknown"))
    setting = f"{name}={'..'.join(between)}" if between else f"{name}={word}"
    made = catalogue(*world.checklists)
    plain = assess(world.profile, made, as_of=world.as_of, require_evidence=world.require_evidence)
    try:
        again = assess(
            world.profile, made, as_of=world.as_of, require_evidence=world.require_evidence, settings=[setting]
        )
    except InputError:
        # As of another day than that of the profile the answer can contradict a fact.
        assume(False)
        raise
    assert again.what_if is not None
    assert [answer.question for answer in again.what_if.set] == [name]
    assert again.model_copy(update={"what_if": None}) == plain


def test_a_bill_that_answers_every_treaty_question_on_law_with_yes_leaves_no_treaty_gap_on_law() -> None:
    made = load_catalogue()
    read = load_profile(EXAMPLE)
    on_treaties = {
        question.id
        for entry in made
        if entry.criterion.aspect == "law" and made.obligation(entry.criterion) == "treaty"
        for question in made.questions_of(entry.criterion)
        if question.answered_by is None and question.follows_from is None
    }
    bill = read.bills["ombudsperson-bill"]
    given_ = type(next(iter(bill.answers.values())))
    whole = bill.model_copy(
        update={
            "answers": {name: given_.model_validate_json('{"answer": "yes"}') for name in on_treaties},
            "silent": (),
        }
    )
    result = compare_bill(read.model_copy(update={"bills": {"b": whole}}), "b", made, checklists=list(made.checklists))
    treaty = {one.id for one in result.adopted.criteria if one.obligation == "treaty"}
    assert [one.id for one in result.criteria if one.id in treaty and one.gap_after] == []
    assert [one.criterion for one in result.amendments if one.criterion in treaty] == []
    assert result.sponsor == ()

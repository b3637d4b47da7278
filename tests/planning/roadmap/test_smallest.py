"""The fewest questions to raise: held against enumeration, and against assessing anew."""

from __future__ import annotations

import json
import time
from itertools import combinations
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from npm_readiness import assess, load_profile, plan
from npm_readiness.models.vocabulary import Stage
from npm_readiness.planning.roadmap.needs import Need
from npm_readiness.planning.roadmap.smallest import MOST_LOOKED_AT, Known, smallest_set
from tests.making import catalogue, checklist, criterion, profile, question, stage_of
from tests.planning.roadmap.worlds import STAGES, World, worlds


@settings(max_examples=120, deadline=None)
@given(worlds())
def test_no_smaller_set_clears_the_next_stage(world: World) -> None:
    """The same set as trying every set of questions, the smallest first and those as small by their ids."""
    found = plan(world.profile(), world.catalogue).smallest_set.next_stage
    if world.next_stage is None:
        assert found is None
        return
    assert found is not None
    goal = [rule for rule in world.rules if rule.treaty and rule.stage <= world.next_stage]
    assert found.stage.value == STAGES[world.next_stage]
    assert found.questions == world.smallest(goal, surely=False)
    assert found.proven


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_no_smaller_set_makes_every_stage_ready(world: World) -> None:
    found = plan(world.profile(), world.catalogue).smallest_set.ready
    expected = world.smallest(world.rules, surely=True)
    assert (found.questions if found else ()) == expected


@settings(max_examples=25, deadline=None)
@given(worlds())
def test_assessed_anew_with_the_set_nothing_blocks_and_with_less_something_does(world: World) -> None:
    """In every case of the fact that is not known; what must come first counts as something that is left."""
    made = world.catalogue
    found = plan(world.profile(), made).smallest_set.next_stage
    if found is None:
        return

    def blocked(raised: tuple[str, ...]) -> bool:
        states = ({"federal": federal} for federal in (True, False))
        assessed = (assess(world.profile(raised, state=state), made) for state in states)
        return any(stage_of(assessment, found.stage.value).blockers for assessment in assessed)

    assert not blocked(found.questions)
    for fewer in combinations(found.questions, len(found.questions) - 1):
        assert blocked(fewer) or not world.closed(frozenset(fewer))


@settings(max_examples=15, deadline=None)
@given(worlds())
def test_assessed_anew_with_the_set_every_stage_is_ready(world: World) -> None:
    made = world.catalogue
    found = plan(world.profile(), made).smallest_set.ready
    raised = found.questions if found else ()
    for federal in (True, False):
        verdicts = {stage.verdict for stage in assess(world.profile(raised, state={"federal": federal}), made).stages}
        assert {verdict.value for verdict in verdicts if verdict} <= {"ready"}


def test_of_a_criterion_that_asks_for_one_of_several_the_cheapest_is_raised() -> None:
    """The first one, though smaller by its id, would need another criterion to be closed before."""
    made = catalogue(
        criterion("before", question("b1"), question("b2"), obligation="guidance"),
        criterion("dear", question("a"), obligation="guidance", after=["before"]),
        criterion("either", question("a"), question("z"), combine="any"),
    )
    found = plan(profile(dict.fromkeys(("a", "z", "b1", "b2"), "no")), made).smallest_set.next_stage
    assert found is not None
    assert found.questions == ("z",)


def test_a_question_that_serves_two_is_raised_once() -> None:
    made = catalogue(
        criterion("one", question("a"), question("c"), combine="any"),
        criterion("two", question("b"), question("c"), combine="any"),
    )
    found = plan(profile(dict.fromkeys("abc", "no")), made).smallest_set.next_stage
    assert found is not None
    assert found.questions == ("c",)
    assert found.raised[0].criteria == ("one", "two")


def test_what_comes_before_is_in_the_set_and_said_to_be() -> None:
    made = catalogue(
        criterion("plan", question("planned"), obligation="practice", stage="ratification"),
        criterion("join", question("joined"), stage="designation", after=["plan"]),
    )
    found = plan(profile({"planned": "no", "joined": "no"}), made).smallest_set.next_stage
    assert found is not None
    assert {entry.question: entry.because for entry in found.raised} == {"planned": "after", "joined": "stage"}


def test_of_each_question_it_is_told_whether_it_falls_short_is_open_or_waits() -> None:
    half = {"answer": "unknown", "between": ["no", "partial"]}
    most = {"answer": "unknown", "between": ["partial", "yes"]}
    made = catalogue(
        criterion("one", "short", "half-known", "almost", "open"),
        criterion("two", question("visits", needs_mechanism=True), stage="operation", aspect="practice"),
    )
    answers: dict[str, Any] = {"short": "no", "half-known": half, "almost": most}
    found = plan(profile(answers, npm={"model": "nhri", "designated": None}), made).smallest_set.ready
    assert found is not None
    assert {entry.question: (entry.open, entry.waits) for entry in found.raised} == {
        "short": (False, False),
        "half-known": (False, False),
        "almost": (True, False),
        "open": (True, False),
        "visits": (False, True),
    }


def test_a_finding_that_was_adopted_is_lifted_by_no_answer() -> None:
    made = catalogue(criterion("one", question("a")))
    finding = {
        "id": "spt-1",
        "by": "spt",
        "text": "Give it money.",
        "about": ["one"],
        "finding": "falls_short",
        "adopted": True,
    }
    found = plan(profile({"a": "yes"}, recommendations=[finding]), made).smallest_set.next_stage
    assert found is not None
    assert (found.questions, found.findings) == ((), ("spt-1",))


def test_where_nothing_is_missing_there_is_no_set() -> None:
    found = plan(profile({"a": "yes"}), catalogue(criterion("one", question("a")))).smallest_set
    assert (found.next_stage, found.ready) == (None, None)


def test_where_there_are_too_many_ways_a_set_is_found_that_does_it_and_is_said_not_to_be_proven() -> None:
    """Needs that are tangled all through: each wants one of three questions drawn by lot, so that nothing falls apart."""
    lot = Random(1)
    needs = [
        Need(f"c{at}", tuple(sorted(lot.sample([f"q{of}" for of in range(150)], 3))), one=True) for at in range(150)
    ]
    known = Known()
    found = smallest_set(needs, {}, {}, known)
    assert not found.proven
    assert all(found.questions.intersection(need.questions) for need in needs)
    assert MOST_LOOKED_AT <= known.looked_at < 1.1 * MOST_LOOKED_AT


def test_a_chain_that_doubles_at_each_step_is_gone_along_once() -> None:
    """Each criterion needs one of two questions, each of which demands the one before: whichever is chosen, the same is left."""
    needs = {f"c{at}": (Need(f"c{at}", (f"a{at:03}", f"b{at:03}"), one=True),) for at in range(120)}
    order = {name: (f"c{at - 1}",) for at in range(1, 120) for name in (f"a{at:03}", f"b{at:03}")}
    found = smallest_set(needs["c119"], needs, order)
    assert found.proven
    assert found.questions == {f"a{at:03}" for at in range(120)}


@given(st.integers(1, 40), st.randoms(use_true_random=False))
def test_of_needs_in_a_row_the_smallest_set_is_the_one_that_trying_every_pair_of_ends_finds(
    number: int, lot: Random
) -> None:
    """Gone along the row with the best set for either end, which is exact and shares nothing with the search."""
    names = [f"q{at}" for at in range(number + 1)]
    lot.shuffle(names)
    needs = [Need(f"c{at}", tuple(sorted((names[at], names[at + 1]))), one=True) for at in range(number)]

    def better(sets: list[frozenset[str]]) -> frozenset[str]:
        return min(sets, key=lambda one: (len(one), sorted(one)))

    without, with_ = frozenset[str](), frozenset({names[0]})
    for name in names[1:]:
        without, with_ = with_, better([without, with_]) | {name}
    found = smallest_set(needs, {}, {})
    assert found.proven
    assert found.questions == better([without, with_])


def test_of_what_other_sets_have_found_nothing_is_looked_for_again() -> None:
    needs = [Need(f"c{at}", (f"q{at:03}", f"q{at + 1:03}"), one=True) for at in range(100)]
    known = Known()
    found, looked_at = smallest_set(needs, {}, {}, known), known.looked_at
    assert smallest_set(needs, {}, {}, known) == found
    assert known.looked_at == looked_at
    # What raising a question brings with it belongs to what was found.
    one = smallest_set(needs[:1], {"b": (Need("b", ("z",), one=False),)}, {"q000": ("b",)}, known)
    assert one.questions == {"q001"}


@given(st.permutations(range(6)))
def test_the_order_in_which_needs_stand_changes_nothing(order: list[int]) -> None:
    needs = [Need(f"c{at}", (f"q{at}", f"q{(at + 1) % 6}", f"q{(at + 3) % 6}"), one=True) for at in range(6)]
    first = smallest_set(needs, {}, {})
    assert smallest_set([needs[at] for at in order], {}, {}) == first
    assert len(first.questions) == 3


def test_on_the_full_catalogue_the_sets_are_found_within_a_second() -> None:
    from npm_readiness.loading.catalogue import default_catalogue
    from npm_readiness.planning.roadmap.sets import smallest_sets
    from npm_readiness.scoring.results import results_of
    from npm_readiness.situation.working_out import situation_of

    made = default_catalogue()
    country = load_profile("examples/turkmenistan.yaml")
    situation = situation_of(country, made.instruments, country.assessed_on)
    results = results_of(country, made, situation, tuple(country.checklists), require_evidence=False)
    started = time.process_time()
    found = smallest_sets(results, (), opcat_assessed=True)
    assert time.process_time() - started < 1
    assert found.next_stage is not None
    assert found.next_stage.stage is Stage.DESIGNATION
    assert json.loads(found.model_dump_json())


def test_what_counts_for_no_stage_and_what_does_not_apply_are_in_no_set() -> None:
    made = catalogue(
        criterion("one", question("a")),
        criterion("of-federations", question("b"), when={"federal": True}),
        checklist("rules", criterion("standard", question("c")), counts_for="standards"),
    )
    country = profile(dict.fromkeys("abc", "no"), state={"federal": False}, checklists=["opcat", "rules"])
    found = plan(country, made).smallest_set
    assert found.next_stage is not None
    assert found.ready is not None
    assert (found.next_stage.questions, found.ready.questions) == (("a",), ("a",))

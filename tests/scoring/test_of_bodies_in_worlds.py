"""Answers for single bodies keep what holds for every world: nothing leaves its interval, whatever comes to be known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.scoring import test_properties as properties
from tests.scoring.worlds import ANSWERS, ASSESSED_ON, EVIDENCE, World, worlds

few = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
OF_A_BODY = ("npm", "bodies")
WORDS = ("no", "partial", "yes")


@st.composite
def worlds_of_bodies(draw: st.DrawFn) -> World:
    """A world whose bodies have answers of their own, some of its questions without one for the whole."""
    world = draw(worlds().filter(lambda world: bool(world.npm.get("bodies"))))
    asked = {name for spec in (*world.readiness, *world.standards) for name in spec["questions"]}
    open_to_answers = sorted(name for name in asked if "answered_by" not in world.kinds[name])
    bodies = [{**body, "answers": draw(_answers(open_to_answers, world.kinds))} for body in world.npm["bodies"]]
    kept = {name: answer for name, answer in world.answers.items() if draw(st.integers(0, 3)) == 0}
    return without_contradictions(replace(world, answers=kept, npm={**world.npm, "bodies": bodies}))


@st.composite
def _answers(draw: st.DrawFn, asked: list[str], kinds: dict[str, Any]) -> dict[str, Any]:
    answers = {}
    for name in asked:
        possible = [
            spec for spec in ANSWERS if "may_not_apply" in kinds[name] or spec.get("answer") != "not_applicable"
        ]
        spec = draw(st.sampled_from([None, *possible]))
        if spec is not None:
            answers[name] = {**spec, "evidence": EVIDENCE} if draw(st.booleans()) else spec
    return answers


def without_contradictions(world: World) -> World:
    """The world without the answers of bodies, and of the whole, that contradict a fact."""
    wrong = world.problems()
    assume(all(path[0] == "answers" or (path[:2] == OF_A_BODY and "answers" in path) for path in wrong))
    refused = {(path[2], path[4]) for path in wrong if path[:2] == OF_A_BODY}
    bodies = [
        {**body, "answers": {name: one for name, one in body["answers"].items() if (place, name) not in refused}}
        for place, body in enumerate(world.npm["bodies"])
    ]
    kept = {name: one for name, one in world.answers.items() if ("answers", name) not in {path[:2] for path in wrong}}
    return replace(world, answers=kept, npm={**world.npm, "bodies": bodies})


@few
@given(worlds_of_bodies(), st.data())
def test_knowing_a_fact_better_never_leaves_the_interval(world: World, data: st.DataObject) -> None:
    world = replace(world, as_of=ASSESSED_ON)
    known = data.draw(properties._better_known(world))
    assume(not known.problems())
    properties._nothing_left(world.assessed(), known.assessed())


@few
@given(worlds_of_bodies(), st.data())
def test_answering_for_the_whole_or_for_a_body_never_leaves_what_was_open(world: World, data: st.DataObject) -> None:
    """A body of which nothing was told, or whose answer was unknown, and was not known to be between two."""
    places = [
        (place, name)
        for place, body in enumerate(world.npm["bodies"])
        for name, one in body["answers"].items()
        if one.get("answer") == "unknown" and "between" not in one
    ]
    assume(places)
    place, name = data.draw(st.sampled_from(places))
    word = data.draw(st.sampled_from(WORDS))
    bodies = [dict(body) for body in world.npm["bodies"]]
    bodies[place]["answers"] = {**bodies[place]["answers"], name: {"answer": word, "evidence": EVIDENCE}}
    answered = replace(world, npm={**world.npm, "bodies": bodies})
    assume(not answered.problems())
    properties._nothing_left(world.assessed(), answered.assessed())


@few
@given(worlds_of_bodies(), st.data())
def test_improving_the_answer_of_a_body_lowers_nothing(world: World, data: st.DataObject) -> None:
    places = [(place, name) for place, body in enumerate(world.npm["bodies"]) for name in body["answers"]]
    assume(places)
    place, name = data.draw(st.sampled_from(places))
    made = []
    for word in data.draw(st.sampled_from([("no", "partial"), ("partial", "yes"), ("no", "yes")])):
        bodies = [dict(body) for body in world.npm["bodies"]]
        bodies[place]["answers"] = {**bodies[place]["answers"], name: {"answer": word, "evidence": EVIDENCE}}
        made.append(replace(world, npm={**world.npm, "bodies": bodies}))
    assume(not any(one.problems() for one in made))
    worse, better = (one.assessed() for one in made)
    for (label, before), (_, after) in zip(properties.scores(worse), properties.scores(better), strict=True):
        assert (before is None) == (after is None), label
        if before is not None and after is not None:
            assert before[0] <= after[0], label
            assert before[1] <= after[1], label

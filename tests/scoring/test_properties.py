"""What holds for every catalogue and every profile: section 4 of the design, checked on worlds made at random.

Each property compares what the library says with the oracle, which goes through every way in which the unknown answers and
facts can turn out, or compares two assessments of worlds that differ in one thing.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from npm_readiness import Assessment, assess
from npm_readiness.models.assessment import AssessedStage, DimensionScore
from npm_readiness.models.numbers import Interval, Score, rounded
from tests.making import catalogue

from .oracle import MODELS, STAGES, WORDS, Oracle, Outcome, days_of
from .worlds import ASSESSED_ON, QUESTIONS, World, reordered, worlds

moderate = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How long one example takes says nothing on a busy machine."""

ROOT = Path(__file__).parents[2]
WORST_FIRST = ("not_ready", "ready_with_gaps", "ready")
Bounds = tuple[Fraction, Fraction] | None


def bounds(score: Score | None) -> Bounds:
    return None if score is None else (score.interval.lower, score.interval.upper)


def outcome(stage: AssessedStage) -> Outcome:
    return Outcome(
        verdict=stage.verdict and stage.verdict.value,
        possible=tuple(verdict.value for verdict in stage.possible),
        blockers=stage.blockers,
        open=stage.open,
        undecided_by=stage.undecided_by,
        undecided_by_facts=stage.undecided_by_facts,
    )


def scores(assessment: Assessment) -> Iterator[tuple[str, Bounds]]:
    """Every score of an assessment, with a name for it."""
    yield "overall", bounds(assessment.score)
    for stage in assessment.stages:
        yield f"stage {stage.id}", bounds(stage.score)
    for criterion in assessment.criteria:
        yield f"criterion {criterion.id}", bounds(criterion.score)
    yield from _by_dimension("readiness", assessment.dimensions)
    for summary in assessment.standards:
        yield summary.checklist, bounds(summary.score)
        yield from _by_dimension(summary.checklist, summary.dimensions)


def _by_dimension(name: str, dimensions: Iterable[DimensionScore]) -> Iterator[tuple[str, Bounds]]:
    for dimension in dimensions:
        yield f"{name} {dimension.id}", bounds(dimension.score)


# --- Against the oracle ------------------------------------------------------------------------------------------------


@moderate
@given(worlds())
def test_the_bounds_of_every_score_are_the_least_and_the_most_of_all_completions_in_all_cases(world: World) -> None:
    oracle = Oracle(world)
    expected: dict[str, Bounds] = {"overall": oracle.score(world.readiness)}
    for stage in STAGES:
        expected[f"stage {stage}"] = oracle.score(spec for spec in world.readiness if spec["stage"] == stage)
    for name, checklist in (("readiness", world.readiness), ("women", world.standards)):
        if name == "women" and checklist:
            expected[name] = oracle.score(checklist)
        for spec in checklist:
            expected[f"criterion {spec['id']}"] = oracle.bounds(spec)
        findings = [spec for spec in oracle.findings if bool(spec["standards"]) is (name == "women")]
        expected |= {f"criterion {spec['id']}": None for spec in findings}
        for dimension in {spec["dimension"] for spec in (*checklist, *findings)}:
            alike = [spec for spec in checklist if spec["dimension"] == dimension]
            expected[f"{name} {dimension}"] = oracle.score(alike)
    assert dict(scores(world.assessed())) == expected


@moderate
@given(worlds())
def test_verdicts_and_all_that_is_said_about_them_are_those_of_all_completions_in_all_cases(world: World) -> None:
    """Among it: a question is in ``undecided_by`` exactly when two completions that differ only in it, in one case, give
    different verdicts, and a fact in ``undecided_by_facts`` exactly when two cases do that differ only in it.
    """
    oracle = Oracle(world)
    found = {stage.id.value: outcome(stage) for stage in world.assessed().stages}
    assert found == {stage: oracle.outcome(stage) for stage in STAGES}


@moderate
@given(worlds())
def test_the_verdict_by_the_bounds_of_criteria_is_the_verdict_of_all_completions(world: World) -> None:
    """So the rule as the design words it and the enumeration say the same, and the library what both say."""
    oracle = Oracle(world)
    for stage in world.assessed().stages:
        told = {oracle.verdict_by_bounds(stage.id.value, one) for one in oracle.in_cases}
        if told == {None}:
            assert stage.verdict is None
        else:
            assert stage.verdict == (told.pop() if len(told) == 1 else "undetermined")


@moderate
@given(worlds())
def test_status_conditional_moot_and_gaps_are_those_of_all_completions(world: World) -> None:
    oracle, assessment = Oracle(world), world.assessed()
    specs = {spec["id"]: spec for spec in (*world.readiness, *world.standards, *oracle.findings)}
    assert {entry.id: (entry.status, entry.conditional) for entry in assessment.criteria} == {
        name: (oracle.status(spec), oracle.conditional(spec)) for name, spec in specs.items()
    }
    assert {(gap.criterion, gap.conditional) for gap in assessment.gaps} == {
        (name, oracle.conditional(spec)) for name, spec in specs.items() if oracle.is_gap(spec)
    }
    assert {entry.id for entry in assessment.criteria if entry.moot} == {
        name for name, spec in specs.items() if oracle.moot(spec)
    }


@moderate
@given(worlds())
def test_what_is_possible_of_the_facts_is_what_their_days_allow(world: World) -> None:
    oracle, situation = Oracle(world), world.assessed().situation
    assert sorted(situation.membership) == oracle.membership
    assert list(situation.states) == oracle.states
    assert {frozenset(kinds) for kinds in situation.kinds} == set(oracle.kinds)
    assert situation.only_below_an_act == oracle.rests_below_an_act


# --- What is lost is never unexplained -----------------------------------------------------------------------------------


@moderate
@given(worlds())
def test_what_criteria_lose_adds_up_exactly_to_what_a_score_loses(world: World) -> None:
    """1 − upper is the sum of weight × what is surely lost by the sum of the weights, and upper − lower that of what is open."""
    assume(len(Oracle(world).distinct) == 1)
    assessment = world.assessed()
    readiness = [entry for entry in assessment.criteria if entry.checklist == "opcat"]
    groups = [(assessment.score, readiness)]
    groups += [(stage.score, [entry for entry in readiness if entry.stage is stage.id]) for stage in assessment.stages]
    groups += [
        (dimension.score, [entry for entry in readiness if entry.dimension == dimension.id])
        for dimension in assessment.dimensions
    ]
    for score, criteria in groups:
        parts = [(entry.weight, entry.score.interval) for entry in criteria if entry.score is not None]
        if score is None:
            assert parts == []
            continue
        total, whole = sum(weight for weight, _ in parts), score.interval
        assert 1 - whole.upper == sum(Fraction(weight, total) * (1 - part.upper) for weight, part in parts)
        assert whole.upper - whole.lower == sum(
            Fraction(weight, total) * (part.upper - part.lower) for weight, part in parts
        )


@moderate
@given(worlds())
def test_each_criterion_shows_what_it_loses_and_what_is_open(world: World) -> None:
    """To what degree a finding holds is not asked: it has no score."""
    for entry in world.assessed().criteria:
        nothing = entry.status == "not_applicable" or entry.finding is not None
        assert (entry.score is None) == (entry.lost is None) == nothing
        if entry.score is not None and entry.lost is not None:
            exact: Interval = entry.score.interval
            assert (entry.lost.sure, entry.lost.open) == (rounded(1 - exact.upper), rounded(exact.upper - exact.lower))


# --- Monotone --------------------------------------------------------------------------------------------------------------


@moderate
@given(worlds(), st.sampled_from(QUESTIONS), st.sampled_from([("no", "partial"), ("partial", "yes"), ("no", "yes")]))
def test_improving_an_answer_on_the_same_evidence_lowers_nothing(
    world: World, name: str, words: tuple[str, str]
) -> None:
    assume(_is_asked(world, name))
    worlds_of_both = [world.answering(name, answer=word) for word in words]
    assume(not any(one.problems() for one in worlds_of_both))
    worse, better = (one.assessed() for one in worlds_of_both)
    for (label, before), (_, after) in zip(scores(worse), scores(better), strict=True):
        assert (before is None) == (after is None), label
        if before is not None and after is not None:
            assert before[0] <= after[0], label
            assert before[1] <= after[1], label
    for old, new in zip(worse.stages, better.stages, strict=True):
        assert [_rank(verdict) for verdict in _ends(old)] <= [_rank(verdict) for verdict in _ends(new)]
        for before_verdict, after_verdict in zip(_ends(old), _ends(new), strict=True):
            assert _rank(before_verdict) <= _rank(after_verdict)


def _ends(stage: AssessedStage) -> list[str]:
    """The worst and the best possible verdict."""
    return [stage.possible[0].value, stage.possible[-1].value] if stage.possible else []


def _rank(verdict: str) -> int:
    return WORST_FIRST.index(verdict)


def _is_asked(world: World, name: str) -> bool:
    """Whether some criterion asks the question, and it does not answer itself in any situation."""
    asked = {name for spec in (*world.readiness, *world.standards) for name in spec["questions"]}
    return name in asked and "answered_by" not in world.kinds[name]


@moderate
@given(worlds(), st.data())
def test_answering_an_unknown_never_leaves_the_interval(world: World, data: st.DataObject) -> None:
    """Neither that of any score, nor what is possible as a verdict."""
    oracle = Oracle(world)
    unknown = [name for name in QUESTIONS if _is_asked(world, name) and _is_unknown(world, name)]
    assume(unknown)
    name = data.draw(st.sampled_from(unknown))
    word = data.draw(st.sampled_from([word for word in oracle.given_words(name) if word]))
    answered = world.answering(name, answer=word)
    assume(not answered.problems())
    before, after = world.assessed(), answered.assessed()
    for (label, old), (_, new) in zip(scores(before), scores(after), strict=True):
        assert (old is None) == (new is None), label
        if old is not None and new is not None:
            assert old[0] <= new[0] <= new[1] <= old[1], label
    for old_stage, new_stage in zip(before.stages, after.stages, strict=True):
        assert set(new_stage.possible) <= set(old_stage.possible)
        assert set(new_stage.undecided_by) <= set(old_stage.undecided_by)


def _is_unknown(world: World, name: str) -> bool:
    return bool(world.answers.get(name, {}).get("answer", "unknown") == "unknown")


@moderate
@given(worlds(), st.data())
def test_evidence_never_lowers_anything(world: World, data: st.DataObject) -> None:
    """A claim that is given its evidence counts for no less; where evidence is not required, for the same."""
    bare = [name for name, given_answer in world.answers.items() if given_answer.get("answer") in WORDS[1:]]
    assume(bare)
    name = data.draw(st.sampled_from(bare))
    answer = world.answers[name]["answer"]
    with_evidence = world.answering(name, answer=answer, evidence=[{"source": "law", "pinpoint": "art. 1"}]).assessed()
    without = world.answering(name, answer=answer, evidence=[]).assessed()
    for (label, old), (_, new) in zip(scores(without), scores(with_evidence), strict=True):
        assert old is None or new is None or (old[0] <= new[0] and (world.require_evidence or old == new)), label


# --- Facts -----------------------------------------------------------------------------------------------------------------

DATES = ("ratified", "designated", "ended", "at_work_since")


@st.composite
def _better_known(draw: st.DrawFn, world: World) -> World:
    """The same with one fact of which more is known: a date to the day, or whether it happened at all; a yes or a no."""
    npm, opcat = world.npm, world.treaties["opcat"]
    ways: list[tuple[str, Any]] = [
        (key, place) for place in (opcat, npm, *npm.get("bodies", [])) for key in DATES if _coarse(place.get(key))
    ]
    if world.federal == "unknown":
        ways.append(("federal", None))
    if npm["model"] == "undecided":
        ways.append(("model", None))
    if opcat.get("reservation") == "unknown":
        ways.append(("reservation", opcat))
    assume(ways)
    key, place = draw(st.sampled_from(ways))
    if key == "federal":
        return replace(world, federal=draw(st.booleans()))
    if key == "model":
        left = {name: value for name, value in npm.items() if name != "candidates"}
        return replace(world, npm={**left, "model": draw(st.sampled_from(npm.get("candidates", MODELS)))})
    written = place[key]
    if key == "designated" and "role" in place and written == "unknown":
        written = "yes"  # its role says that it was designated by now
    known = draw(st.sampled_from([True, False, "unclear"])) if key == "reservation" else draw(_day(written))
    changed = {**place, key: known}
    if place is opcat:
        return replace(world, treaties={**world.treaties, "opcat": changed})
    if place is npm:
        return replace(world, npm=changed)
    return replace(world, npm={**npm, "bodies": [changed if body is place else body for body in npm["bodies"]]})


def _coarse(written: str | None) -> bool:
    return written is not None and len(written) != len("2024-01-01")


@st.composite
def _day(draw: st.DrawFn, written: str) -> str | None:
    """A day that a date can mean, rather one by which something can be told."""
    if written == "unknown" and draw(st.booleans()):
        return None
    about = [ASSESSED_ON, date(ASSESSED_ON.year - 2, ASSESSED_ON.month, ASSESSED_ON.day), date(2012, 10, 5)]
    possible = [day for day in days_of(written, *about) if date(1990, 1, 1) <= day <= date(2999, 1, 1)]
    return draw(st.sampled_from(possible)).isoformat()


@moderate
@given(worlds(), st.data())
def test_knowing_a_fact_better_never_leaves_the_interval(world: World, data: st.DataObject) -> None:
    """Neither that of any score, nor what is possible as a verdict, nor the days of a deadline."""
    world = replace(world, as_of=ASSESSED_ON)
    known = data.draw(_better_known(world))
    assume(not known.problems())
    before, after = world.assessed(), known.assessed()
    _nothing_left(before, after)
    old = {(entry.id, entry.reading): entry for entry in before.deadlines}
    for entry in after.deadlines:
        if (entry.id, entry.reading) in old:
            wide = old[entry.id, entry.reading]
            assert wide.earliest <= entry.earliest <= entry.latest <= wide.latest
            assert wide.overdue in (None, entry.overdue)
            assert wide.missed in (None, entry.missed)


def _nothing_left(before: Assessment, after: Assessment) -> None:
    news = dict(scores(after))
    for label, old in scores(before):
        new = news[label]
        if new is not None:
            assert old is not None, label
            assert old[0] <= new[0] <= new[1] <= old[1], label
    for old_stage, new_stage in zip(before.stages, after.stages, strict=True):
        assert set(new_stage.possible) <= set(old_stage.possible)


@moderate
@given(worlds(with_findings=True))
def test_a_finding_changes_no_score_and_verdicts_only_fall(world: World) -> None:
    """Where a stage has no criterion of its own in some case, the finding gives it a verdict there, and none fell."""
    oracle = Oracle(replace(world, recommendations=()))
    before, after = replace(world, recommendations=()).assessed(), world.assessed()
    old, new = dict(scores(before)), dict(scores(after))
    assert {label: new[label] for label in old} == old
    assert set(new) - set(old) <= {label for label, score in new.items() if score is None}
    for without, with_it in zip(before.stages, after.stages, strict=True):
        assert with_it.score == without.score
        if all(oracle.verdict_by_bounds(without.id.value, one) for one in oracle.distinct):
            pairs = zip(_ends(with_it), _ends(without), strict=True)
            assert all(_rank(worse) <= _rank(better) for worse, better in pairs)
            assert set(without.blockers) <= set(with_it.blockers)


@moderate
@given(worlds())
def test_the_short_form_says_the_same_as_one_body(world: World) -> None:
    """All but the digest of the profile; that a date is too coarse is said at another key."""
    short = world.npm
    assume("bodies" not in short and short["designated"] != "unknown")
    assume("institution" in short or short["designated"] is not None)
    body = {
        "id": "institution",
        "name": short.get("institution", "the mechanism"),
        "kind": short["institution_kind"],
        "role": "candidate" if short["designated"] is None else "mechanism",
        "designated": short["designated"],
    }
    kept: dict[str, Any] = {key: value for key, value in short.items() if key in ("model", "candidates")}
    assert _but_digest(replace(world, npm={**kept, "bodies": [body]}).assessed()) == _but_digest(world.assessed())


def _but_digest(assessment: Assessment) -> dict[str, Any]:
    content = assessment.model_dump(mode="json")
    del content["profile"]
    for caution in content["cautions"]:
        caution["path"] = caution["path"].replace("npm.bodies.0.designated", "npm.designated")
    return content


@moderate
@given(worlds())
def test_what_is_not_selected_changes_nothing(world: World) -> None:
    """But that its answers are listed as not counted."""
    assume(world.standards)
    ours = {name for spec in world.readiness for name in spec["questions"]}
    criteria = {spec["id"] for spec in world.standards}
    without = replace(
        world,
        answers={name: given_answer for name, given_answer in world.answers.items() if name in ours},
        recommendations=tuple(entry for entry in world.recommendations if criteria.isdisjoint(entry["about"])),
    )
    made = catalogue(*world.checklists)
    found, expected = (
        assess(one.profile, made, as_of=world.as_of, checklists=["opcat"]).model_dump(
            mode="json", exclude={"profile", "not_counted", "recommendations"}
        )
        for one in (world, without)
    )
    assert found == expected


# --- Neither order nor the run matters ---------------------------------------------------------------------------------------


@moderate
@given(worlds(), st.data())
def test_the_order_of_criteria_questions_and_answers_in_the_files_does_not_matter(
    world: World, data: st.DataObject
) -> None:
    other = data.draw(reordered(world))
    assert _without_places(other.assessed()) == _without_places(world.assessed())


def _without_places(assessment: Assessment) -> dict[str, Any]:
    """The content, with questions by id: they stand in the order in which their criterion asks them."""
    content = assessment.model_dump(mode="json")
    for entry in content["criteria"]:
        entry["answers"].sort(key=lambda answer: answer["question"])
    content["bare"].sort()
    del content["profile"]
    return content


@moderate
@given(worlds())
def test_json_gives_the_same_assessment_back_in_the_same_bytes(world: World) -> None:
    assessment = world.assessed()
    text = assessment.to_json()
    assert Assessment.from_json(text) == assessment
    assert Assessment.from_json(text).to_json() == text
    assert world.assessed().to_json() == text


def test_the_bytes_are_the_same_from_run_to_run() -> None:
    """Sets and hashes have another order in each run of Python, unless the seed is fixed."""
    program = (
        "from tests.making import catalogue, checklist, criterion, profile; from npm_readiness import assess\n"
        "criteria = [criterion(f'c{n}', f'q{n}', f'q{n + 1}', cites=['opcat-18', 'uncat-11', 'guidelines-7'],"
        " when={'federal': True} if n % 2 else None, stage='operation' if n % 3 else 'ratification') for n in range(9)]\n"
        "names = ['paris', 'women', 'opcat', 'ombudsman', 'paris']\n"
        "more = [checklist(name, criterion(f'c-{name}', f'q-{name}')) for name in names if name != 'opcat']\n"
        "made = catalogue(*criteria, *more[:3])\n"
        "print(assess(profile({'q1': 'no', 'q4': 'yes'}, state={}, checklists=names), made).to_json())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    assert b"undecided_by" in outputs.pop()

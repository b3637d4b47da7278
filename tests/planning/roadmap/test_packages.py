"""Packages: what one addressee does by one instrument, in an order that can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from npm_readiness import Catalogue, InputError, load_profile, plan
from npm_readiness.loading.catalogue import default_catalogue
from npm_readiness.models.instruments_of_change import ChangeRule, DueRule, InstrumentOfChange
from npm_readiness.planning.roadmap.result import Roadmap
from tests.making import Spec, catalogue, criterion, profile, question
from tests.planning.roadmap.worlds import World, worlds

INSTRUMENTS: Mapping[str, Spec] = {
    "act": {"addressees": ["parliament"], "weeks": 30, "one_text": True},
    "decision": {"addressees": ["government", "parliament"], "weeks": 6},
    "own-rules": {"addressees": ["npm"], "weeks": 10, "one_text": True},
}
RULES: tuple[Spec, ...] = (
    {"when": {"aspect": "law"}, "instrument": "act"},
    {"when": {"addressee": "npm"}, "instrument": "own-rules"},
    {"instrument": "decision"},
)
DUE: tuple[Spec, ...] = (
    {"when": {"stage": "ratification"}, "by": "deposit", "reason": "Before joining."},
    {"when": {"obligation": "treaty"}, "by": "article-17", "reason": "The treaty asks for it."},
)


def planned(made: Catalogue, answers: Mapping[str, Any], **keys: Any) -> Roadmap:
    """The roadmap of a profile with these answers, with three instruments of change."""
    return plan(profile(answers, **keys), with_instruments(made))


def with_instruments(made: Catalogue) -> Catalogue:
    words = {"title": "Title", "about": "About.", "reason": "So it goes."}
    instruments = {
        name: InstrumentOfChange.model_validate({"id": name, **words, **_strict(spec)}, strict=False)
        for name, spec in INSTRUMENTS.items()
    }
    return replace(
        made,
        instruments_of_change=instruments,
        change_rules=tuple(ChangeRule.model_validate(rule, strict=False) for rule in RULES),
        due_rules=tuple(DueRule.model_validate(rule, strict=False) for rule in DUE),
    )


def _strict(spec: Spec) -> Spec:
    return {**spec, "addressees": tuple(spec["addressees"])}


def ids(roadmap: Roadmap) -> list[str]:
    return [package.id for package in roadmap.packages]


def test_one_act_carries_what_two_stages_ask_for_and_decisions_are_taken_stage_by_stage() -> None:
    made = catalogue(
        criterion("named", question("a"), stage="designation"),
        criterion("basis", question("b")),
        criterion("list", question("c"), stage="designation", aspect="practice", addressee="government"),
        criterion("staff", question("d"), stage="operation", aspect="practice", addressee="government"),
    )
    roadmap = planned(made, dict.fromkeys("abcd", "no"))
    assert ids(roadmap) == ["government-decision-designation", "parliament-act", "government-decision-operation"] or (
        ids(roadmap) == ["parliament-act", "government-decision-designation", "government-decision-operation"]
    )
    act = next(package for package in roadmap.packages if package.id == "parliament-act")
    assert [action.criterion for action in act.actions] == ["named", "basis"]


def test_the_act_comes_after_the_decision_that_it_waits_for() -> None:
    made = catalogue(
        criterion("choice", question("a"), stage="designation", aspect="practice", addressee="government"),
        criterion("named", question("b"), stage="designation", after=["choice"]),
        criterion("unit", question("c"), aspect="practice", addressee="npm", after=["named"]),
    )
    roadmap = planned(made, dict.fromkeys("abc", "no"))
    assert ids(roadmap) == ["government-decision-designation", "parliament-act", "npm-own-rules"]
    assert [package.after for package in roadmap.packages] == [(), (ids(roadmap)[0],), (ids(roadmap)[1],)]
    assert [(package.starts_week, package.ends_week) for package in roadmap.packages] == [(0, 6), (6, 36), (36, 46)]


def test_what_is_in_place_already_keeps_the_order_and_is_no_package() -> None:
    """The chain goes through a criterion that is met."""
    made = catalogue(
        criterion("choice", question("a"), stage="designation", aspect="practice", addressee="government"),
        criterion(
            "bill", question("m"), stage="designation", aspect="practice", addressee="government", after=["choice"]
        ),
        criterion("named", question("b"), stage="designation", after=["bill"]),
    )
    roadmap = planned(made, {"a": "no", "m": "yes", "b": "no"})
    assert roadmap.packages[1].after == ("government-decision-designation",)


def test_a_package_that_would_come_both_before_and_after_another_is_split_and_says_so() -> None:
    made = catalogue(
        criterion("named", question("a"), stage="designation"),
        criterion(
            "orders", question("b"), stage="designation", aspect="practice", addressee="government", after=["named"]
        ),
        criterion("amended", question("c"), stage="designation", after=["orders"]),
    )
    roadmap = planned(made, dict.fromkeys("abc", "no"))
    assert ids(roadmap) == ["parliament-act-1", "government-decision-designation", "parliament-act-2"]
    assert [(package.part, package.of) for package in roadmap.packages] == [(1, 2), (1, 1), (2, 2)]
    assert roadmap.packages[2].after == ("government-decision-designation",)


@pytest.mark.parametrize(
    ("work", "fewest", "planned_at_all"), [(9, 1, True), (8, 1, False), (0, 3, True), (0, 2, False)]
)
def test_as_many_packages_are_planned_as_their_actions_allow(
    work: int, fewest: int, planned_at_all: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three packages of three actions are nine to reckon; some few are always planned."""
    monkeypatch.setattr("npm_readiness.planning.roadmap.packaging.MOST_WORK", work)
    monkeypatch.setattr("npm_readiness.planning.roadmap.packaging.FEWEST", fewest)
    by_government: dict[str, Any] = {"aspect": "practice", "addressee": "government"}
    made = catalogue(
        criterion("named", question("a"), stage="designation"),
        criterion("orders", question("b"), stage="designation", after=["named"], **by_government),
        criterion("amended", question("c"), stage="designation", after=["orders"]),
    )
    if planned_at_all:
        assert len(planned(made, dict.fromkeys("abc", "no")).packages) == 3
    else:
        with pytest.raises(InputError) as caught:
            planned(made, dict.fromkeys("abc", "no"))
        assert [problem.code for problem in caught.value.problems] == ["packages-too-many"]


def test_what_no_rule_tells_of_is_planned_with_half_a_year() -> None:
    roadmap = plan(profile({"a": "no"}), replace(with_instruments(catalogue(criterion("c", "a"))), change_rules=()))
    assert [(package.instrument, package.weeks) for package in roadmap.packages] == [("measure", 26)]


def test_an_action_for_two_criteria_is_said_once() -> None:
    shared = question("a", action="Name it in the act.")
    made = catalogue(criterion("one", shared, question("x")), criterion("two", shared, question("y")))
    roadmap = planned(made, {"a": "no", "x": "yes", "y": "yes"})
    (package,) = roadmap.packages
    (action,) = package.actions
    assert (action.criterion, action.also, action.raises) == ("one", ("two",), ("a",))


def test_a_lawyer_says_by_what_an_action_is_carried_out() -> None:
    """On the criterion, or on one wording of an action, which goes before that of the criterion."""
    wording = ({"text": "Decide it.", "instrument_of_change": "decision"},)
    made = catalogue(
        criterion("one", question("a"), instrument_of_change="decision"),
        criterion("two", question("b"), instrument_of_change="act", action=list(wording)),
        criterion("three", question("c")),
    )
    roadmap = planned(made, dict.fromkeys("abc", "no"))
    carried = {action.criterion: package.instrument for package in roadmap.packages for action in package.actions}
    assert carried == {"one": "decision", "two": "decision", "three": "act"}


def test_an_action_that_what_is_not_known_may_make_needless_says_so() -> None:
    made = catalogue(
        criterion("regions", question("a"), when={"federal": True}),
        criterion("several", question("b"), question("c"), question("met"), question("in-part")),
        criterion("either", question("d", action="Do d."), question("e", action="Do e."), question("f"), combine="any"),
    )
    known = {"a": "no", "b": "no", "c": "unknown", "met": "yes", "in-part": "partial"}
    roadmap = planned(made, {**known, "d": "no", "e": "no", "f": "no"})
    by_criterion = {action.criterion: action for package in roadmap.packages for action in package.actions}
    assert by_criterion["regions"].needless_if.facts == ("state.federal",)
    assert by_criterion["regions"].conditional
    assert by_criterion["several"].needless_if.questions == ("c",)
    assert by_criterion["several"].raises == ("b", "in-part")
    assert by_criterion["either"].raises == ("d", "e", "f")
    assert by_criterion["either"].needless_if.alternatives == ()


def test_the_action_of_a_criterion_raises_what_has_no_action_of_its_own() -> None:
    own = question("a", action="Do a.")
    made = catalogue(
        criterion("some", own, "b", "c", "met"),
        criterion("all", question("d", action="Do d."), "e", stage="designation"),
    )
    roadmap = planned(made, {**dict.fromkeys("abcde", "no"), "met": "yes"})
    raised = {action.id: action.raises for package in roadmap.packages for action in package.actions}
    assert raised == {"some.a": ("a",), "some": ("b", "c"), "all": ("d", "e")}


def test_what_waits_for_the_mechanism_is_in_no_package() -> None:
    made = catalogue(
        criterion("visits", question("a", needs_mechanism=True), stage="operation", aspect="practice"),
        criterion("named", question("b"), stage="designation"),
    )
    roadmap = planned(made, {"b": "no"}, npm={"model": "nhri", "designated": None})
    assert roadmap.waiting == ("visits",)
    assert [action.criterion for package in roadmap.packages for action in package.actions] == ["named"]


def test_what_has_been_done_since_takes_no_time_and_is_shown_as_done() -> None:
    made = catalogue(
        criterion("choice", question("a"), stage="designation", aspect="practice", addressee="government"),
        criterion("named", question("b"), stage="designation", after=["choice"]),
    )
    roadmap = planned(made, dict.fromkeys("ab", "no"), plan={"done": ["a"], "durations": {"act": 40}})
    assert [package.weeks for package in roadmap.packages] == [0, 40]
    assert roadmap.packages[0].actions[0].done
    assert [(entry.instrument, entry.weeks, entry.from_profile) for entry in roadmap.assumptions] == [
        ("decision", 6, False),
        ("act", 40, True),
    ]


def test_unlocks_alone_and_with_those_before() -> None:
    made = catalogue(
        criterion("choice", question("a"), stage="designation", aspect="practice", addressee="government"),
        criterion("named", question("b"), stage="designation", after=["choice"]),
    )
    first, second = planned(made, dict.fromkeys("ab", "no")).packages
    assert first.unlocks.blockers == ("choice",)
    assert {change.id.value: change.after and change.after.value for change in first.unlocks.stages}[
        "designation"
    ] == "not_ready"
    assert second.with_those_before.blockers == ("named",)
    changed = {change.id.value: (change.before, change.after) for change in second.with_those_before.stages}
    assert [str(word) for word in changed["designation"]] == ["not_ready", "ready"]
    assert second.with_those_before.score.after is not None
    assert second.with_those_before.score.after.exact == ("1/1", "1/1")


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_every_package_stands_behind_what_must_come_before_it(world: World) -> None:
    roadmap = planned(world.catalogue, {name: answer for name, answer in world.answers.items() if answer is not None})
    place = {
        name: number
        for number, package in enumerate(roadmap.packages)
        for action in package.actions
        for name in (action.criterion, *action.also)
    }
    gaps = {gap.criterion for gap in roadmap.assessment.gaps}
    assert set(place) == gaps, "every gap has an action, and nothing else has one"
    for package in roadmap.packages:
        own = {name for action in package.actions for name in (action.criterion, *action.also)}
        for name in {earlier for action in package.actions for earlier in action.after}:
            assert name in own or place[name] < place[package.actions[0].criterion]
        assert {ids(roadmap).index(other) for other in package.after} <= set(range(ids(roadmap).index(package.id)))
    assert len(set(ids(roadmap))) == len(ids(roadmap))


@settings(max_examples=30, deadline=None)
@given(worlds())
def test_what_the_packages_unlock_adds_up_to_an_assessment_with_their_questions_at_yes(world: World) -> None:
    from npm_readiness import assess

    made = with_instruments(world.catalogue)
    roadmap = plan(world.profile(), made)
    raised = sorted({name for package in roadmap.packages for action in package.actions for name in action.raises})
    if not raised:
        return
    anew = assess(world.profile(raised), made)
    last = roadmap.packages[-1].with_those_before
    assert [change.after for change in last.stages] == [stage.verdict for stage in anew.stages]
    assert last.score.after == anew.score
    left = {name for stage in roadmap.assessment.stages for name in stage.blockers}
    left -= {name for package in roadmap.packages for name in package.with_those_before.blockers}
    assert left == {name for stage in anew.stages for name in stage.blockers}


@pytest.mark.parametrize("addressee", ["parliament", "government", "judiciary", "npm", "detaining_authorities"])
@pytest.mark.parametrize("aspect", ["law", "practice"])
def test_our_rules_tell_of_every_action_by_what_it_is_carried_out(addressee: str, aspect: str) -> None:
    """Nothing falls through to what stands in where no rule tells."""
    made, known = default_catalogue(), default_catalogue().instruments_of_change
    fitting = [
        rule
        for rule in made.change_rules
        if addressee in known[rule.instrument].addressees
        and (
            rule.when is None
            or (rule.when.model_fields_set <= {"aspect", "addressee"} and _fits(rule, addressee, aspect))
        )
    ]
    assert fitting, f"no rule is left for {addressee} and {aspect}"


def _fits(rule: ChangeRule, addressee: str, aspect: str) -> bool:
    assert rule.when is not None
    return (rule.when.addressee is None or addressee in rule.when.addressee) and (
        rule.when.aspect is None or aspect in rule.when.aspect
    )


@pytest.mark.parametrize("country", ["turkmenistan", "australia", "georgia", "kyrgyzstan-2025"])
def test_of_real_countries_no_action_is_carried_out_by_what_nobody_named(country: str) -> None:
    roadmap = plan(load_profile(f"examples/{country}.yaml"))
    assert roadmap.packages
    assert {package.instrument for package in roadmap.packages} <= set(default_catalogue().instruments_of_change)


def test_an_action_is_named_after_its_criterion_and_its_question() -> None:
    """By its id a calendar, and whoever says under ``plan.done`` what is done, knows it again."""
    own = [question(name, action=f"Do {name}.") for name in ("q1", "q2", "q3")]
    made = catalogue(criterion("access", *own), criterion("basis", question("q4")))
    (act,) = planned(made, {"q1": "no", "q2": "no", "q3": "yes", "q4": "no"}).packages
    assert [(action.id, action.question) for action in act.actions] == [
        ("access.q1", "q1"),
        ("access.q2", "q2"),
        ("basis", None),
    ]
    assert {action.needless_if.alternatives for action in act.actions} == {()}, "each of them is needed"


def test_what_several_criteria_ask_alike_is_done_once_and_is_due_if_it_is_for_one_of_them() -> None:
    own = question("a", action="Do it."), question("b")
    made = catalogue(criterion("soft", *own, obligation="practice"), criterion("hard", "a", "b"))
    (act,) = planned(made, {"a": "no", "b": "yes"}).packages
    assert [(action.criterion, action.also, action.due is not None) for action in act.actions] in (
        [("soft", ("hard",), True)],
        [("hard", ("soft",), True)],
    )


def test_a_package_of_single_steps_lasts_until_the_last_of_them_and_one_text_comes_about_at_once() -> None:
    """A decision takes 6 weeks, the own rules 10."""
    steps = ("first", "second", "third")
    for addressee, ends in (("government", 18), ("npm", 10)):
        made = catalogue(
            *(
                criterion(name, question(f"q-{name}"), aspect="practice", addressee=addressee, after=list(before))
                for name, before in zip(steps, ((), steps[:1], steps[1:2]), strict=True)
            ),
            criterion("aside", question("q-aside"), aspect="practice", addressee=addressee),
        )
        (package,) = planned(made, {f"q-{name}": "no" for name in (*steps, "aside")}).packages
        assert (package.starts_week, package.ends_week) == (0, ends)

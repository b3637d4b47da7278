"""The verdict on each of the four stages: the law decides, not a threshold."""

from __future__ import annotations

from typing import Any

import pytest

from npm_readiness import assess
from npm_readiness.models.assessment import AssessedStage
from tests.making import catalogue, checklist, criterion, profile, question, stage_of

STAGES = ("ratification", "designation", "establishment", "operation")
UNDECIDED = {"npm": {"model": "undecided", "designated": "2020-01-01"}, "state": {}}


def stage(name: str, answers: dict[str, Any], *criteria: dict[str, Any], **keys: Any) -> AssessedStage:
    """The stage of this name, for a profile with these answers and a checklist with these criteria."""
    return stage_of(assess(profile(answers, **keys), catalogue(*criteria)), name)


def one(*criteria: dict[str, Any], answers: dict[str, Any] | None = None, **keys: Any) -> AssessedStage:
    """The stage ``establishment``, to which criteria belong unless they say otherwise."""
    return stage("establishment", answers or {}, *criteria, **keys)


# --- The verdict ---------------------------------------------------------------------------------------------------------


TREATY, GUIDANCE, PRACTICE = (
    criterion(f"c-{obligation}", f"q-{obligation}", obligation=obligation)
    for obligation in ("treaty", "guidance", "practice")
)


@pytest.mark.parametrize(
    ("treaty", "guidance", "practice", "verdict"),
    [
        ("no", "yes", "yes", "not_ready"),
        ("partial", "yes", "yes", "not_ready"),
        ("no", "unknown", "unknown", "not_ready"),
        ("unknown", "yes", "yes", "undetermined"),
        ("unknown", "no", "no", "undetermined"),
        ("yes", "no", "unknown", "ready_with_gaps"),
        ("yes", "unknown", "partial", "ready_with_gaps"),
        ("yes", "yes", "no", "ready_with_gaps"),
        ("yes", "unknown", "yes", "undetermined"),
        ("yes", "yes", "yes", "ready"),
    ],
)
def test_blockers_first_then_open_treaty_criteria_then_other_gaps(
    treaty: str, guidance: str, practice: str, verdict: str
) -> None:
    answers = {"q-treaty": treaty, "q-guidance": guidance, "q-practice": practice}
    assert one(TREATY, GUIDANCE, PRACTICE, answers=answers).verdict == verdict


def test_no_score_however_high_makes_up_for_a_gap_in_a_treaty_criterion() -> None:
    many = [criterion(f"c{number}", f"q{number}", weight=100, dimension="resources") for number in range(20)]
    answers = {f"q{number}": "yes" for number in range(20)} | {"q-treaty": "partial"}
    found = one(TREATY, *many, answers=answers)
    assert found.score is not None
    assert found.score.lower > 0.999
    assert found.verdict == "not_ready"


def test_a_stage_looks_at_those_before_it_and_not_at_those_behind() -> None:
    criteria = [criterion(f"c-{name}", f"q-{name}", stage=name) for name in STAGES]
    answers = {f"q-{name}": "no" if name == "designation" else "yes" for name in STAGES}
    assessment = assess(profile(answers), catalogue(*criteria))
    assert [found.verdict for found in assessment.stages] == ["ready", "not_ready", "not_ready", "not_ready"]
    assert [found.id for found in assessment.stages] == list(STAGES)


def test_a_score_of_a_stage_is_that_of_its_own_criteria() -> None:
    criteria = [criterion("c1", "q1", stage="ratification"), criterion("c2", "q2", stage="designation")]
    found = stage("designation", {"q1": "no", "q2": "yes"}, *criteria)
    assert found.score is not None
    assert found.score.exact == ("1/1", "1/1")
    assert found.verdict == "not_ready"


# --- Blockers, open, possible ----------------------------------------------------------------------------------------------


def test_blockers_are_the_treaty_gaps_open_the_treaty_criteria_that_may_become_one() -> None:
    found = one(
        criterion("c1", "q1"),
        criterion("c2", "q2", "q3"),
        criterion("c3", "q3"),
        criterion("c4", "q4"),
        criterion("c5", "q1", obligation="guidance"),
        answers={"q1": "no", "q2": "partial", "q4": "yes"},
    )
    assert found.verdict == "not_ready"
    assert found.blockers == ("c1", "c2")
    assert found.open == ("c3",), "so that a short list of blockers is not read as complete"


def test_possible_holds_what_the_unknowns_still_allow_worst_first() -> None:
    assert one(TREATY, GUIDANCE).possible == ("not_ready", "ready_with_gaps", "ready")
    assert one(TREATY, GUIDANCE, answers={"q-guidance": "no"}).possible == ("not_ready", "ready_with_gaps")
    assert one(TREATY, GUIDANCE, answers={"q-treaty": "yes"}).possible == ("ready_with_gaps", "ready")
    assert one(TREATY, answers={"q-treaty": "yes"}).possible == ("ready",)


def test_what_is_possible_sees_that_criteria_share_a_question() -> None:
    assert one(TREATY, criterion("c2", "q-treaty", obligation="guidance")).possible == ("not_ready", "ready")


# --- Undecided by ----------------------------------------------------------------------------------------------------------


def test_undecided_by_is_empty_unless_the_verdict_is_undetermined() -> None:
    found = one(criterion("c1", "q1"), criterion("c2", "q2"), answers={"q1": "no"})
    assert found.verdict == "not_ready"
    assert found.undecided_by == ()


def test_a_question_that_cannot_change_the_verdict_is_not_named() -> None:
    found = one(TREATY, GUIDANCE, PRACTICE, answers={"q-practice": "no"})
    assert found.undecided_by == ("q-treaty",)


def test_questions_of_treaty_criteria_come_first() -> None:
    criteria = [
        criterion("c1", "a-guidance", obligation="guidance", weight=9),
        criterion("c2", "a-guidance", obligation="practice", weight=9),
        criterion("c3", "z-treaty"),
    ]
    assert one(*criteria).undecided_by == ("z-treaty", "a-guidance")


def test_then_those_that_leave_most_criteria_open_then_by_weight_then_by_id() -> None:
    criteria = [
        criterion("c1", "q-b"),
        criterion("c2", "q-a"),
        criterion("c3", "q-heavy", weight=2),
        criterion("c4", "q-shared"),
        criterion("c5", "q-shared", obligation="guidance"),
    ]
    assert one(*criteria).undecided_by == ("q-shared", "q-heavy", "q-a", "q-b")


def test_a_question_counts_only_where_it_leaves_the_criterion_open() -> None:
    """The weakest counts in ``c1`` and ``c2``: the ``no`` has decided them, and ``q-a`` is left with one criterion."""
    criteria = [
        criterion("c1", "q-a", "q-no", combine="all", obligation="guidance"),
        criterion("c2", "q-a", "q-no", combine="all", obligation="guidance"),
        criterion("c3", "q-a"),
        criterion("c4", "q-b"),
        criterion("c5", "q-b", obligation="guidance"),
    ]
    assert one(*criteria, answers={"q-no": "no"}).undecided_by == ("q-b", "q-a")


def test_a_criterion_counts_that_applies_only_where_the_stage_has_no_verdict() -> None:
    """It stands in ``open``, and so it counts as left open."""
    criteria = [
        criterion("c1", "q-b", stage="ratification", when={"federal": False}),
        criterion("c2", "q-a", "q-b", when={"federal": True}),
    ]
    found = one(*criteria, state={})
    assert found.open == ("c1", "c2")
    assert found.undecided_by == ("q-b", "q-a")


# --- Where there is no verdict -----------------------------------------------------------------------------------------------


def test_a_stage_without_a_criterion_of_its_own_has_none() -> None:
    found = stage("operation", {"q-treaty": "no"}, TREATY)
    assert (found.verdict, found.score, found.reason) == (None, None, "no-criterion")
    assert (found.possible, found.blockers, found.open) == ((), (), ())


def test_a_stage_whose_criteria_do_not_apply_has_none() -> None:
    federal = criterion("c1", "q1", when={"federal": True})
    assert one(federal, state={"federal": False}).reason == "no-criterion"
    fallen_away = criterion("c1", question("q1", may_not_apply="There is none of it."))
    given = {"q1": {"answer": "not_applicable", "reason": "There is none of it."}}
    assert one(fallen_away, answers=given).reason == "no-criterion"


def test_without_opcat_no_stage_has_a_verdict() -> None:
    made = catalogue(TREATY, checklist("paris", criterion("c-paris", "q-paris")))
    assessment = assess(profile({"q-paris": "yes"}, checklists=["paris"]), made)
    assert [(found.verdict, found.score, found.reason) for found in assessment.stages] == [
        (None, None, "opcat-not-assessed")
    ] * 4
    assert assessment.score is not None


def test_standards_never_enter_the_verdicts() -> None:
    standards = checklist("women", criterion("c-women", "q-women", dimension="women"), counts_for="standards")
    made = catalogue(TREATY, standards)
    answers = {"q-treaty": "yes", "q-women": "no"}
    found = stage_of(assess(profile(answers, checklists=["opcat", "women"]), made), "establishment")
    assert (found.verdict, found.blockers) == ("ready", ())
    assert found.score is not None
    assert found.score.exact == ("1/1", "1/1")


def test_other_readiness_checklists_enter_them() -> None:
    made = catalogue(TREATY, checklist("paris", criterion("c-paris", "q-paris")))
    answers = {"q-treaty": "yes", "q-paris": "no"}
    found = stage_of(assess(profile(answers, checklists=["opcat", "paris"]), made), "establishment")
    assert found.blockers == ("c-paris",)


# --- Unknown facts -----------------------------------------------------------------------------------------------------------


FEDERAL = criterion("c-federal", "q-federal", when={"federal": True})


def test_where_verdicts_differ_between_the_cases_the_facts_are_named() -> None:
    found = one(TREATY, FEDERAL, answers={"q-treaty": "yes", "q-federal": "no"}, state={})
    assert found.verdict == "undetermined"
    assert found.undecided_by_facts == ("state.federal",)
    assert found.undecided_by == (), "in neither case does the verdict hang on a question"
    assert found.possible == ("not_ready", "ready")


def test_a_gap_that_is_not_there_in_every_case_is_no_blocker_but_open() -> None:
    found = one(TREATY, FEDERAL, answers={"q-treaty": "no", "q-federal": "no"}, state={})
    assert (found.blockers, found.open) == (("c-treaty",), ("c-federal",))
    assert found.verdict == "not_ready"
    assert found.undecided_by_facts == ()


def test_a_gap_that_is_there_in_every_case_is_a_blocker_once_the_fact_is_known() -> None:
    found = one(TREATY, FEDERAL, answers={"q-treaty": "yes", "q-federal": "no"}, state={"federal": True})
    assert (found.verdict, found.blockers) == ("not_ready", ("c-federal",))


def test_a_score_is_the_hull_of_the_cases() -> None:
    found = one(TREATY, FEDERAL, answers={"q-treaty": "yes", "q-federal": "no"}, state={})
    assert found.score is not None
    assert found.score.exact == ("1/2", "1/1")


def test_only_the_candidates_count_while_the_model_is_undecided() -> None:
    several = criterion("c-several", "q-several", when={"model": ["multiple_bodies"]})
    answers = {"q-treaty": "yes", "q-several": "no"}
    assert one(TREATY, several, answers=answers, **UNDECIDED).undecided_by_facts == ("npm.model",)
    two = {"model": "undecided", "candidates": ["nhri", "nhri_plus"]}
    assert one(TREATY, several, answers=answers, npm=two).verdict == "ready"


def test_only_facts_that_decide_are_named() -> None:
    met = criterion("c-prison", "q-prison", when={"children_in_prison": True})
    answers = {"q-treaty": "yes", "q-federal": "no", "q-prison": "yes"}
    assert one(TREATY, FEDERAL, met, answers=answers, state={}).undecided_by_facts == ("state.federal",)


def test_two_facts_that_only_decide_together_are_both_named() -> None:
    both = criterion("c-both", "q-both", when={"federal": True, "children_in_prison": True})
    found = one(TREATY, both, answers={"q-treaty": "yes", "q-both": "no"}, state={})
    assert found.undecided_by_facts == ("state.federal", "state.children_in_prison")


def test_questions_and_facts_can_both_leave_it_open() -> None:
    found = one(TREATY, FEDERAL, answers={"q-treaty": "yes"}, state={})
    assert found.verdict == "undetermined"
    assert found.undecided_by == ("q-federal",)
    assert found.undecided_by_facts == ("state.federal",)


def test_a_stage_that_has_a_criterion_only_in_some_cases_is_undetermined() -> None:
    """In the other cases it has no verdict at all, which is another one."""
    federal = {**FEDERAL, "stage": "operation"}
    found = stage("operation", {"q-treaty": "yes", "q-federal": "yes"}, TREATY, federal, state={})
    assert (found.verdict, found.possible) == ("undetermined", ("ready",))
    assert found.undecided_by_facts == ("state.federal",)

"""Gaps and what is to be done about them: what waits, which actions fit, what others found, and how much was looked at."""

from __future__ import annotations

from typing import Any

import pytest

from npm_readiness import Assessment, assess
from npm_readiness.scoring.assessing import assess_unchecked
from tests.making import catalogue, checklist, criterion, evidenced, of, profile, question, stage_of
from tests.steps import steps

Spec = dict[str, Any]
BODY = {"id": "b", "name": "A body", "role": "mechanism", "designated": "2020-01-01", "at_work_since": "2020-06-01"}
ON_PAPER = {"npm": {"bodies": [{**BODY, "at_work_since": None}]}}
UNKNOWN_MECHANISM: Spec = {"npm": {"designated": "unknown"}}
NO_MECHANISM: Spec = {"npm": {"designated": None}}


def assessed(answers: Spec, *criteria: Spec, **keys: Any) -> Assessment:
    return assess(profile(answers, **keys), catalogue(*criteria))


# --- What waits ------------------------------------------------------------------------------------------------------------

VISITS = question("visits", needs_mechanism=True)
TRAINING = question("training", needs_people=True)


@pytest.mark.parametrize(
    ("questions", "answers", "keys", "waits"),
    [
        ([VISITS], {}, NO_MECHANISM, True),
        ([TRAINING], {}, NO_MECHANISM, True),
        ([TRAINING], {}, ON_PAPER, True),
        # What is missing beside it does not come of itself.
        ([VISITS, "law"], {"law": "no"}, NO_MECHANISM, False),
        ([VISITS, "law"], {"law": "yes"}, NO_MECHANISM, True),
        ([VISITS, "law"], {}, NO_MECHANISM, True),
        # A question about there being a mechanism is no one that waits for it.
        ([question("made", answered_by="mechanism-designated")], {}, NO_MECHANISM, False),
        # Nobody can be appointed to what is not there; once it is there, that is to be done.
        ([question("staffed", answered_by="mechanism-at-work")], {}, NO_MECHANISM, True),
        ([question("staffed", answered_by="mechanism-at-work")], {}, ON_PAPER, False),
        (["law"], {"law": "no"}, NO_MECHANISM, False),
        ([VISITS], {"visits": "no"}, {}, False),
        # Where it is not known whether there is a mechanism: the gap is there if there is one, and would wait if there is none.
        ([VISITS], {"visits": "no"}, UNKNOWN_MECHANISM, True),
    ],
)
def test_a_gap_waits_where_it_would_be_none_if_what_answers_itself_were_open(
    questions: list[Any], answers: Spec, keys: Spec, waits: bool
) -> None:
    (gap,) = assessed(answers, criterion("c1", *questions), **keys).gaps
    assert gap.waits is waits


def test_a_gap_does_not_wait_in_the_cases_in_which_its_criterion_does_not_apply() -> None:
    of_a_mechanism = criterion("c1", VISITS, when={"mechanism": ["designated", "at_work"]})
    (gap,) = assessed({"visits": "no"}, of_a_mechanism, **UNKNOWN_MECHANISM).gaps
    assert (gap.conditional, gap.waits) == (True, False)


# --- Actions ---------------------------------------------------------------------------------------------------------------


def actions(answers: Spec, *questions: Any, **keys: Any) -> list[tuple[str | None, str]]:
    (gap,) = assessed(answers, criterion("c1", *questions), **keys).gaps
    assert gap.action == " ".join(action.text for action in gap.actions)
    return [(action.question, action.text) for action in gap.actions]


OWN = [question(name, action=f"Do {name}.") for name in ("q1", "q2", "q3")]
WHOLE = [(None, "Make it so (c1).")]


def test_the_questions_that_fall_short_have_their_own_actions() -> None:
    assert actions({"q1": "yes", "q2": "no", "q3": "partial"}, *OWN) == [("q2", "Do q2."), ("q3", "Do q3.")]


def test_what_is_answered_yes_or_open_is_not_asked_for() -> None:
    assert actions({"q1": "no", "q2": "unknown"}, *OWN) == [("q1", "Do q1.")]


def test_where_all_fall_short_the_action_of_the_criterion_says_it() -> None:
    assert actions({"q1": "no", "q2": "no", "q3": "no"}, *OWN) == WHOLE
    assert actions({"q1": "no", "q2": "partial"}, *OWN[:2]) == WHOLE


def test_the_only_question_that_applies_has_its_own_action() -> None:
    assert actions({"q1": "no"}, OWN[0]) == [("q1", "Do q1.")]
    aside = question("q2", may_not_apply="There is none of it.")
    beside = {"q1": "no", "q2": {"answer": "not_applicable", "reason": "There is none of it."}}
    assert actions(beside, OWN[0], aside) == [("q1", "Do q1.")]


def test_a_question_without_an_action_of_its_own_has_that_of_the_criterion() -> None:
    assert actions({"q1": "yes", "q2": "no"}, OWN[0], "q2") == WHOLE
    assert actions({"q1": "no", "q2": "no", "q3": "yes"}, OWN[0], "q2", OWN[2]) == [("q1", "Do q1."), *WHOLE]


WORDED = [
    {"when": {"mechanism": "none", "joined": False}, "text": "Before joining."},
    {"when": {"mechanism": "none"}, "text": "Choose a body.", "addressee": "government"},
    {"when": {"legal_basis": ["executive_text"]}, "text": "Lift it to an act."},
    {"when": {"bill": True}, "text": "Change the bill."},
    {"when": {"adopted": True}, "text": "Bring the act into force."},
    {"text": "Amend the law."},
]


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ({"npm": {"designated": None}, "treaties": {"opcat": {"ratified": None, "acceded": None}}}, "Before joining."),
        ({"npm": {"designated": None}, "treaties": {"opcat": {"ratified": "2010-01-01"}}}, "Choose a body."),
        # What is not known fits none of the conditions that name it.
        ({"npm": {"designated": None}}, "Choose a body."),
        ({"npm": {"designated": "unknown"}}, "Amend the law."),
        ({"npm": {"bodies": [{**BODY, "legal_basis": "executive_text"}]}}, "Lift it to an act."),
        ({"npm": {"bodies": [{**BODY, "legal_basis": "act"}]}}, "Amend the law."),
        ({"bills": {"b": {"title": "A bill"}}}, "Change the bill."),
        ({"bills": {"b": {"title": "A bill", "status": "adopted"}}}, "Bring the act into force."),
        ({"bills": {"b": {"title": "A bill", "introduced": "2024-02-01"}}}, "Amend the law."),
    ],
)
def test_the_first_wording_that_fits_the_situation_is_taken(keys: Spec, text: str) -> None:
    (gap,) = assessed({"q1": "no"}, criterion("c1", "q1", action=WORDED), **keys).gaps
    assert gap.action == text
    assert gap.addressee == ("government" if text == "Choose a body." else "parliament")


# --- What others found -----------------------------------------------------------------------------------------------------


def finding(**keys: Any) -> Spec:
    adopted = {"finding": "falls_short", "adopted": True}
    return {"id": "spt-1", "by": "spt", "text": "Fill the posts.", "about": ["c1"], **adopted, **keys}


CRITERIA = [
    criterion("c1", "q1", addressee="government", aspect="practice"),
    criterion("c2", "q2", obligation="guidance", dimension="resources", stage="operation"),
]
MET: Spec = {"q1": "yes", "q2": "yes"}


def test_an_adopted_finding_is_a_criterion_that_is_a_gap() -> None:
    found = assessed(MET, *CRITERIA, recommendations=[finding()])
    made = of(found, "spt-1")
    assert (made.finding, made.obligation, made.stage, made.dimension) == (
        "spt-1",
        "treaty",
        "establishment",
        "mandate",
    )
    assert (made.score, made.lost, made.answers, made.provisions) == (None, None, (), ("opcat-18",))
    (gap,) = found.gaps
    assert (gap.criterion, gap.severity, gap.action, gap.addressee) == (
        "spt-1",
        "critical",
        "Fill the posts.",
        "government",
    )
    assert (gap.waits, gap.recommendations) == (False, ("spt-1",))
    assert stage_of(found, "establishment").verdict == "not_ready"
    assert stage_of(found, "establishment").blockers == ("spt-1",)


def test_its_obligation_is_that_of_what_it_bears_on() -> None:
    found = assessed(MET, *CRITERIA, recommendations=[finding(about=["guidelines-7"])])
    made = of(found, "spt-1")
    assert (made.obligation, made.stage, made.dimension) == ("guidance", "operation", "resources")
    assert stage_of(found, "operation").verdict == "ready_with_gaps"
    assert stage_of(found, "establishment").verdict == "ready"


@pytest.mark.parametrize(
    "keys",
    [
        {"adopted": False},
        {"finding": None, "adopted": False},
        {"date": "2024-01-02"},
        {"date": "2025"},
        # It bears on nothing that is assessed.
        {"about": ["uncat-11"]},
    ],
)
def test_what_was_not_adopted_not_said_yet_or_bears_on_nothing_here_is_no_criterion(keys: Spec) -> None:
    found = assessed(MET, *CRITERIA, recommendations=[finding(**keys)])
    assert [entry.id for entry in found.criteria] == ["c1", "c2"]
    assert stage_of(found, "operation").verdict == "ready"


def test_a_finding_about_standards_is_a_gap_there_and_in_no_verdict() -> None:
    women = checklist("women", criterion("s1", "q3", dimension="women"), counts_for="standards")
    given_profile = profile(
        {**MET, "q3": "yes"}, checklists=["opcat", "women"], recommendations=[finding(about=["s1"])]
    )
    found = assess(given_profile, catalogue(*CRITERIA, women))
    (summary,) = found.standards
    assert summary.gaps.treaty == 1
    assert (summary.counts.met, summary.counts.undetermined) == (1, 0), "it is counted among the gaps alone"
    assert {stage.verdict for stage in found.stages if stage.verdict} == {"ready"}


@pytest.mark.parametrize(
    ("answer", "state"), [("yes", "met"), ("no", "open"), ("partial", "open"), ("unknown", "not_known")]
)
def test_a_recommendation_is_held_against_the_criteria_on_which_it_bears(answer: str, state: str) -> None:
    said = {"id": "upr-1", "by": "upr", "text": "Do it.", "about": ["c1"], "date": "2020"}
    found = assessed({"q1": answer}, *CRITERIA, recommendations=[said])
    (shown,) = found.recommendations
    assert (shown.criteria, shown.state) == (("c1",), state)
    assert [gap.recommendations for gap in found.gaps] == ([("upr-1",)] if state == "open" else [])


@pytest.mark.parametrize(
    ("answer", "state"), [("yes", "not_known"), ("no", "open"), ("partial", "open"), ("unknown", "not_known")]
)
def test_one_that_names_an_article_alone_may_ask_for_something_else_and_is_never_told_as_met(
    answer: str, state: str
) -> None:
    said = {"id": "cat-1", "by": "cat", "text": "Do it.", "about": ["opcat-18"], "date": "2020"}
    (shown,) = assessed({"q1": answer}, *CRITERIA, recommendations=[said]).recommendations
    assert (shown.criteria, shown.state) == (("c1",), state)


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"q1": "yes", "q2": "yes"}, "met"),
        ({"q1": "yes"}, "not_known"),
        ({"q1": "yes", "q2": "no"}, "open"),
        ({"q1": "unknown", "q2": "no"}, "open"),
    ],
)
def test_one_that_bears_on_several_criteria_is_met_where_all_are_and_open_where_one_is_a_gap(
    answers: Spec, state: str
) -> None:
    said = {"id": "upr-1", "by": "upr", "text": "Do it.", "about": ["c1", "c2"], "date": "2020"}
    (shown,) = assessed(answers, *CRITERIA, recommendations=[said]).recommendations
    assert (shown.criteria, shown.state) == (("c1", "c2"), state)


def test_one_that_names_a_criterion_and_an_article_can_be_met() -> None:
    said = {"id": "upr-1", "by": "upr", "text": "Do it.", "about": ["c1", "opcat-17"], "date": "2020"}
    (shown,) = assessed({"q1": "yes"}, *CRITERIA, recommendations=[said]).recommendations
    assert (shown.criteria, shown.state) == (("c1",), "met")


def test_one_whose_criteria_do_not_apply_is_not_told_as_met() -> None:
    said = {"id": "upr-1", "by": "upr", "text": "Do it.", "about": ["c1"], "date": "2020"}
    of_federations = criterion("c1", "q1", when={"federal": True})
    (shown,) = assessed(
        {}, of_federations, criterion("c2", "q2"), state={"federal": False}, recommendations=[said]
    ).recommendations
    assert shown.state == "not_known"


# --- How much was looked at ------------------------------------------------------------------------------------------------


def looked_at(answers: Spec, *criteria: Spec, **keys: Any) -> tuple[int, int]:
    found = stage_of(assessed(answers, *criteria, **keys), "establishment").looked_at
    assert found is not None
    return found.treaty, found.of


def test_a_stage_says_of_how_many_treaty_criteria_something_is_known() -> None:
    three = [criterion("c1", "q1"), criterion("c2", "q2"), criterion("c3", "q3", obligation="guidance")]
    assert looked_at({}, *three) == (0, 2)
    assert looked_at({"q1": "yes", "q3": "yes"}, *three) == (1, 2)
    assert looked_at({"q1": "unknown"}, *three) == (0, 2)
    assert looked_at({"q1": {"answer": "unknown", "between": ["no", "partial"]}, "q2": "no"}, *three) == (2, 2)
    assert looked_at({}, *three, recommendations=[finding()]) == (1, 3)


def test_one_question_that_is_answered_is_enough_for_a_criterion_to_have_been_looked_at() -> None:
    assert looked_at({"q1": "yes"}, criterion("c1", "q1", "q2")) == (1, 1)
    assert looked_at({"q2": "no"}, criterion("c1", "q1", "q2"), criterion("c2", "q3")) == (1, 2)


def test_what_follows_from_a_fact_was_looked_at() -> None:
    known = criterion("c1", question("q1", answered_by="mechanism-designated"))
    assert looked_at({}, known) == (1, 1)
    assert looked_at({}, known, npm={}) == (0, 1)


# --- Counts ----------------------------------------------------------------------------------------------------------------


def test_partly_known_and_moot_are_counted_apart() -> None:
    criteria = [
        criterion("c1", "q1", "q2", "q3"),
        criterion("c2", question("road", asked_when={"joined": False})),
        criterion("c3", "first", when={"first_two_years": True}),
    ]
    found = assessed(
        {"q1": {"answer": "unknown", "between": ["no", "partial"]}, "q2": "unknown", "road": "no", "first": "yes"},
        *criteria,
        npm={"bodies": [BODY]},
        treaties={"uncat": {"ratified": "1990-01-01"}, "opcat": {"ratified": "2010-01-01"}},
    )
    counts = found.answered
    assert (counts.questions, counts.partly_known, counts.unknown, counts.unanswered) == (3, 1, 1, 1)
    assert (counts.moot, counts.answered) == (2, 0)
    assert [(entry.question, entry.reason) for entry in found.not_counted] == [("first", "moot"), ("road", "moot")]
    assert all(of(found, name).moot for name in ("c2", "c3"))


def test_what_lies_behind_a_state_is_moot_also_where_another_fact_might_keep_it_out() -> None:
    joined: Spec = {"treaties": {"uncat": {"acceded": "2000"}, "opcat": {"ratified": "2010-01-01"}}}
    road = criterion("c1", "q1", when={"federal": True, "joined": False})
    assert of(assessed({}, road, **joined, state={}), "c1").moot
    assert of(assessed({}, road, **joined, state={"federal": True}), "c1").moot
    # Of a State that is no federation it was never asked.
    assert not of(assessed({}, road, **joined, state={"federal": False}), "c1").moot


def test_what_is_not_counted_keeps_its_reason_comment_and_evidence() -> None:
    given_answer = evidenced("yes", comment="The Ombudsperson visits prisons twice a year.")
    (kept,) = assessed({"visits": given_answer}, criterion("c1", VISITS), **NO_MECHANISM).not_counted
    assert (kept.reason, kept.answer, kept.comment) == ("before-designation", "yes", given_answer["comment"])
    assert [entry.pinpoint for entry in kept.evidence] == ["art. 1"]
    assert kept.text == VISITS["text"]


def test_an_answer_to_a_question_that_was_renamed_is_kept_with_the_one_that_took_its_place() -> None:
    found = assessed({"old": "yes"}, criterion("c1", question("new", was=["old"])))
    (kept,) = found.not_counted
    assert (kept.question, kept.reason, kept.renamed_to, kept.text) == ("old", "renamed", "new", None)
    assert of(found, "c1").answers[0].answer is None


# --- Growth ----------------------------------------------------------------------------------------------------------------


def _shared(number: int, each: int) -> list[Any]:
    """Criteria that are combined by the strongest question, each question asked by ``each`` of them."""
    return [
        criterion(
            f"c{n}",
            *(f"q{(n + k) % number}" for k in range(each)),
            obligation="guidance" if n % 2 else "treaty",
            combine="any",
        )
        for n in range(number)
    ]


@pytest.mark.parametrize("each", [2, 8])
def test_the_steps_of_a_verdict_grow_with_the_criteria_and_not_with_their_square(each: int) -> None:
    def of(number: int) -> int:
        made, facts = catalogue(*_shared(number, each)), profile()
        return steps(lambda: assess_unchecked(facts, made))

    assert of(80) <= 2.3 * of(40)


def test_the_steps_of_a_verdict_do_not_grow_with_how_many_criteria_share_a_question() -> None:
    """Here each of ``n`` criteria asks the same ``n`` questions: the questions named grow with the square, and so may the steps."""

    def of(number: int) -> int:
        made, facts = catalogue(*_shared(number, number)), profile()
        return steps(lambda: assess_unchecked(facts, made))

    assert of(32) <= 4.4 * of(16)

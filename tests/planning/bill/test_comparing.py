"""The law today beside the law with a bill: what is cured, left, new and worse; articles, amendments, silence, recommendations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from npm_readiness import InputError, assess, compare_bill, load_profile
from npm_readiness.models.catalogue import Catalogue
from npm_readiness.models.profile import Profile
from npm_readiness.planning.bill.comparison import BillComparison, ComparedCriterion
from tests.making import catalogue, checklist, criterion, evidenced, profile, question

EXAMPLE = Path(__file__).parents[3] / "examples" / "invented-bill.yaml"

NO_MECHANISM = {
    "model": "nhri",
    "bodies": [
        {"id": "omb", "name": "Ombudsperson", "kind": "ombudsman", "role": "candidate", "designated": None},
        {"id": "council", "name": "Council", "kind": "specialised", "role": "candidate", "designated": None},
    ],
}
SOURCES = {"law": {"title": "The law", "kind": "law"}, "text": {"title": "The bill", "kind": "law"}}


def said(answer: str, pinpoint: str | None = None, **evidence: Any) -> dict[str, Any]:
    """An answer of a bill, with a place in its text."""
    given: dict[str, Any] = {"answer": answer}
    if pinpoint is not None:
        given["evidence"] = [{"source": "text", "pinpoint": pinpoint, **evidence}]
    return given


def with_bill(today: dict[str, Any], bill: dict[str, Any], **keys: Any) -> Profile:
    """A profile with these answers today, and one bill."""
    filled = {"title": "A bill", "source": "text", **bill}
    return profile(today, sources=SOURCES, bills={"b": filled}, **{"npm": NO_MECHANISM, **keys})


def compared(made: Catalogue, today: dict[str, Any], bill: dict[str, Any], **keys: Any) -> BillComparison:
    return compare_bill(with_bill(today, bill, **keys), "b", made)


def entry(result: BillComparison, name: str) -> ComparedCriterion:
    return next(one for one in result.criteria if one.id == name)


ONE = catalogue(criterion("access", "entry"))
STAGES = ("operation", "establishment", "designation", "ratification")


@pytest.mark.parametrize(
    ("today", "then", "change"),
    [
        ("no", "yes", "cured"),
        ("unknown", "yes", "cured"),
        ("no", "no", "left"),
        ("no", "partial", "left"),
        ("no", "unknown", "left"),
        ("yes", "no", "new"),
        ("yes", "partial", "new"),
        ("unknown", "no", "new"),
        ("yes", "unknown", "worse"),
        ("partial", "no", "worse"),
        ("yes", "yes", "unchanged"),
        ("unknown", "unknown", "unchanged"),
    ],
)
def test_what_a_bill_does_about_a_criterion(today: str, then: str, change: str) -> None:
    result = compared(ONE, {"entry": today}, {"answers": {"entry": said(then)}})
    assert entry(result, "access").change == change


def test_that_nobody_knows_today_what_the_bill_denies_is_no_step_back() -> None:
    made = catalogue(criterion("access", "entry", "files"))
    result = compared(made, {"entry": "no"}, {"answers": {"files": said("no")}})
    assert (entry(result, "access").change, entry(result, "access").weaker) == ("left", False)


def test_what_is_taken_in_one_article_is_not_made_up_for_in_another() -> None:
    made = catalogue(criterion("access", "entry", "files", "talks"))
    today = {"entry": "yes", "files": "no", "talks": "no"}
    result = compared(made, today, {"answers": {"entry": said("no"), "files": said("yes"), "talks": said("yes")}})
    found = entry(result, "access")
    assert (found.change, found.weaker) == ("worse", True)
    assert [one.id for one in found.questions if one.weaker] == ["entry"]


def test_a_requirement_that_another_way_meets_is_not_weakened() -> None:
    made = catalogue(criterion("access", "entry", "files", combine="any"))
    result = compared(made, {"entry": "yes", "files": "no"}, {"answers": {"entry": said("no"), "files": said("yes")}})
    assert (entry(result, "access").change, entry(result, "access").weaker) == ("unchanged", False)


def test_silent_is_not_the_same_as_not_read() -> None:
    made = catalogue(criterion("a", "q-a"), criterion("b", "q-b"), criterion("c", "q-c"))
    result = compared(made, {"q-b": "no"}, {"answers": {"q-a": said("yes")}, "silent": ["q-b"]})
    assert result.silent == ("b",)
    assert result.not_read == ("c",)
    assert entry(result, "b").change == "left"
    assert [(one.question, one.says) for one in result.sponsor] == [("q-c", "not_read")]


def test_an_answer_that_is_not_filled_in_was_not_read() -> None:
    result = compared(ONE, {"entry": "no"}, {"answers": {"entry": {"comment": "To be read."}}})
    assert (entry(result, "access").says, result.not_read) == ("not_read", ("access",))


def test_practice_and_what_waits_are_left_out() -> None:
    made = catalogue(
        criterion("access", "entry"),
        criterion("in-fact", "doors", aspect="practice"),
        criterion("lasting", question("no-end", needs_people=True)),
    )
    result = compared(made, {"entry": "no", "doors": "no"}, {"designates": ["omb"]})
    assert [one.id for one in result.criteria] == ["access"]


def test_designation_counts_as_if_the_bill_were_adopted() -> None:
    made = catalogue(criterion("designated", question("made", answered_by="mechanism-designated"), stage="designation"))
    designating = compared(made, {}, {"designates": ["omb"]})
    assert (entry(designating, "designated").change, entry(designating, "designated").says) == ("cured", "follows")
    stage = next(one for one in designating.stages if one.id == "designation")
    assert (stage.before, stage.after, stage.gone) == ("not_ready", "ready", ("designated",))
    without = compared(made, {}, {})
    assert (entry(without, "designated").change, entry(without, "designated").says) == ("left", "not_read")


def test_two_bodies_that_a_bill_designates_are_parts_of_the_mechanism() -> None:
    found = assess(with_bill({}, {"designates": ["omb", "council"]}), ONE, bill="b")
    assert {body.id: (body.role, body.mechanism, body.legal_basis) for body in found.situation.bodies} == {
        "omb": ("member", True, "act"),
        "council": ("member", True, "act"),
    }
    assert found.situation.nobody_at_work


def test_the_body_of_the_short_form_can_be_designated() -> None:
    short = {"model": "nhri", "institution": "Ombudsperson", "institution_kind": "ombudsman", "designated": None}
    found = assess(with_bill({}, {"designates": ["institution"]}, npm=short), ONE, bill="b")
    assert (found.situation.mechanism, found.situation.legal_basis) == ("designated", "act")
    assert found.situation.bodies[0].name == "Ombudsperson"


BY_DECREE = {
    "model": "nhri",
    "bodies": [
        {
            "id": "omb",
            "name": "Ombudsperson",
            "kind": "ombudsman",
            "role": "mechanism",
            "designated": "2020-01-01",
            "at_work_since": "2020-03-01",
            "legal_basis": "executive_text",
        }
    ],
}


def test_a_bill_lifts_into_an_act_what_it_says_and_nothing_else() -> None:
    """The decree stays where the bill says nothing: that the mechanism would rest on an act makes no act of it."""
    made = catalogue(
        criterion("access", question("entry", if_executive_text="partial")),
        criterion("privacy", question("talks", if_executive_text="partial")),
    )
    bill = {"designates": ["omb"], "answers": {"entry": said("yes")}}
    result = compared(made, {"talks": "partial"}, bill, npm=BY_DECREE)
    assert entry(result, "access").change == "cured"
    assert entry(result, "privacy").change == "left"
    unanswered = compared(made, {}, bill, npm=BY_DECREE)
    assert entry(unanswered, "privacy").gap_after
    body = result.adopted.situation.bodies[0]
    assert (body.legal_basis, body.role, str(body.designated), body.at_work) == ("act", "mechanism", "2020-01-01", True)
    assert body.laws == ("text",)


def test_a_bill_that_ends_the_mechanism_makes_a_gap() -> None:
    made = catalogue(
        criterion(
            "designated", question("made", answered_by="mechanism-designated"), stage="designation", cites=["opcat-17"]
        )
    )
    result = compared(made, {}, {"ends": ["omb"]}, npm=BY_DECREE)
    assert (entry(result, "designated").change, entry(result, "designated").weaker) == ("new", True)
    assert result.adopted.situation.mechanism == "none"
    assert result.bill.ends == ("Ombudsperson",)


def test_a_bill_is_expected_to_speak_of_the_mechanism_and_of_what_it_was_read_for() -> None:
    women = checklist(
        "women",
        criterion("s", "cells", dimension="women"),
        criterion("t", "beds", dimension="women"),
        counts_for="standards",
    )
    made = catalogue(criterion("access", "entry"), criterion("road", "joins", stage="ratification"), women)
    result = compared(made, {}, {"answers": {"cells": said("yes", "art. 1")}}, checklists=["opcat", "women"])
    assert {one.id: one.in_reach for one in result.criteria} == {"access": True, "road": False, "s": True, "t": False}


def test_blockers_that_stay_are_told_apart_by_law_and_practice() -> None:
    made = catalogue(
        criterion("access", "entry"),
        criterion("basis", "named"),
        criterion("doors", "opened", aspect="practice"),
    )
    answers = {"entry": "no", "named": "no", "opened": "no"}
    result = compared(made, answers, {"answers": {"entry": said("yes", "art. 1"), "named": said("no", "art. 2")}})
    stage = next(one for one in result.stages if one.id == "establishment")
    assert (stage.gone, stage.left_in_law, stage.left_in_practice, stage.new) == (
        ("access",),
        ("basis",),
        ("doors",),
        (),
    )


def test_articles_stand_in_the_order_of_the_text_with_what_they_say() -> None:
    made = catalogue(
        criterion("access", "entry", question("files", action="Open the files.")),
        criterion("privacy", "talks"),
    )
    bill = {
        "answers": {
            "entry": said("yes", "arts. 9, 12", quote="may enter", shows="in_place"),
            "files": said("partial", "art. 10", note="Some files.", shows="missing"),
            "talks": said("unknown", "art. 10(2)"),
        }
    }
    result = compared(made, {}, bill)
    assert [(one.pinpoint, one.finding, one.says, one.criteria, one.change) for one in result.articles] == [
        ("art. 9", "meets", ("“may enter”",), ("access",), ()),
        ("art. 10", "falls_short", ("Some files.",), ("access",), ("Open the files.",)),
        ("art. 10(2)", "open", (), ("privacy",), ()),
        ("art. 12", "meets", ("“may enter”",), ("access",), ()),
    ]
    assert result.amendments[0].articles == ("art. 10",)


def test_articles_of_the_bill_come_before_those_of_laws_that_stay() -> None:
    made = catalogue(criterion("access", "entry", "files"))
    bill = {"answers": {"entry": evidenced("yes"), "files": said("yes", "art. 7")}}
    assert [(one.source, one.pinpoint) for one in compared(made, {}, bill).articles] == [
        ("text", "art. 7"),
        ("law", "art. 1"),
    ]


def test_an_amendment_names_the_places_of_the_bill_and_then_those_of_other_texts() -> None:
    made = catalogue(criterion("access", "entry", "files", "talks"))
    sources = {**SOURCES, "code": {"title": "The code", "kind": "law"}}
    at = [("law", "art. 2"), ("code", "art. 30"), ("code", "art. 4"), ("text", "art. 7"), ("text", "art. 10")]
    pieces = [{"source": source, "pinpoint": pinpoint} for source, pinpoint in at]
    bill = {"answers": {"entry": {"answer": "no", "evidence": pieces}}}
    found = compare_bill(
        profile({}, sources=sources, bills={"b": {"title": "A bill", "source": "text", **bill}}, npm=NO_MECHANISM),
        "b",
        made,
    )
    assert found.amendments[0].articles == (
        "art. 7",
        "art. 10",
        "The code, art. 4",
        "The code, art. 30",
        "The law, art. 2",
    )


def test_an_answer_without_an_article_is_named() -> None:
    result = compared(ONE, {}, {"answers": {"entry": said("yes")}})
    assert (result.articles, result.unevidenced) == ((), ("entry",))


def test_an_action_is_worded_for_the_bill_that_is_pending() -> None:
    action = [
        {"when": {"mechanism": "none", "bill": True}, "text": "Insert it into the bill.", "addressee": "parliament"},
        {"text": "Draft a bill.", "addressee": "government"},
    ]
    made = catalogue(criterion("access", question("entry", action=action)))
    for status, text in (("bill", "Insert it into the bill."), ("adopted", "Draft a bill.")):
        result = compared(made, {"entry": "no"}, {"status": status, "designates": ["omb"], "silent": ["entry"]})
        assert [one.text for one in result.amendments[0].actions] == [text]
    # One that is under way is pending, whenever it was brought in.
    late = {"introduced": "2024-06-01", "designates": ["omb"], "silent": ["entry"]}
    assert compared(made, {"entry": "no"}, late).amendments[0].actions[0].text == "Insert it into the bill."


def test_what_treaties_ask_and_what_is_taken_away_matters_most() -> None:
    made = catalogue(
        criterion("a-left", "q-a"),
        criterion("b-guidance", "q-b", obligation="guidance"),
        criterion("c-new", "q-c"),
    )
    today = {"q-a": "no", "q-b": "yes", "q-c": "yes"}
    result = compared(made, today, {"answers": {"q-b": said("no"), "q-c": said("no")}})
    assert [one.criterion for one in result.amendments] == ["c-new", "a-left", "b-guidance"]


def test_what_must_be_in_place_first_is_amended_first_and_what_is_for_later_last() -> None:
    made = catalogue(*(criterion(f"{stage[0]}-{stage}", f"q-{stage}", stage=stage) for stage in STAGES))
    result = compared(made, {f"q-{stage}": "no" for stage in STAGES}, {})
    spoken_of = {f"q-{stage}": said("no", "art. 2") for stage in STAGES}
    told = compared(made, {f"q-{stage}": "no" for stage in STAGES}, {"answers": spoken_of})
    assert [one.criterion for one in told.amendments] == [
        "r-ratification",
        "d-designation",
        "e-establishment",
        "o-operation",
    ]
    assert [one.criterion for one in result.amendments] == [
        "d-designation",
        "e-establishment",
    ]  # which a law on it is for


def test_the_sponsor_is_asked_what_treaties_ask_and_the_bill_could_still_say() -> None:
    made = catalogue(
        criterion("a-treaty", "first", question("follows", answered_by="mechanism-designated")),
        criterion("b-guidance", "advised", obligation="guidance"),
        criterion("c-later", "at-work", stage="operation"),
        criterion("d-treaty", "first", "second"),
    )
    result = compared(made, {}, {"answers": {}})
    assert [(one.question, one.criterion) for one in result.sponsor] == [
        ("first", "a-treaty"),
        ("second", "d-treaty"),
    ]


@pytest.mark.parametrize(
    ("today", "then", "weaker"),
    [
        ({"answer": "unknown", "between": ["partial", "yes"]}, "partial", False),
        ({"answer": "unknown", "between": ["partial", "yes"]}, "no", True),
        ({"answer": "unknown", "between": ["no", "partial"]}, "no", False),
        ("partial", {"answer": "unknown", "between": ["partial", "yes"]}, False),
        ("yes", {"answer": "unknown", "between": ["partial", "yes"]}, True),
        ("partial", {"answer": "unknown", "between": ["no", "partial"]}, True),
    ],
)
def test_only_what_is_surely_there_can_be_taken_away(today: Any, then: Any, weaker: bool) -> None:
    bill = {"answers": {"entry": said(then) if isinstance(then, str) else then}}
    (asked,) = entry(compared(ONE, {"entry": today}, bill), "access").questions
    assert asked.weaker is weaker


def test_a_criterion_of_which_the_bill_answers_one_question_is_answered() -> None:
    made = catalogue(criterion("access", "entry", "files", "talks"))
    bill = {"answers": {"files": said("yes")}, "silent": ["talks"]}
    assert entry(compared(made, {}, bill), "access").says == "answered"
    assert entry(compared(made, {}, {"silent": ["talks"]}), "access").says == "silent"


def test_of_a_bill_that_designates_nobody_one_is_asked_to_name_a_body_whatever_else_the_criterion_asks() -> None:
    action = [{"when": {"bill": True}, "text": "Pass the bill."}, {"text": "Name a body."}]
    made = catalogue(
        criterion("named", question("made", answered_by="mechanism-designated"), "clear", action=action),
        criterion("other", "entry", action=action),
    )
    result = compared(made, {"clear": "no", "entry": "no"}, {"status": "bill", "answers": {"entry": said("no")}})
    texts = {one.criterion: [action.text for action in one.actions] for one in result.amendments}
    assert texts == {"named": ["Name a body."], "other": ["Pass the bill."]}


def test_a_requirement_that_begins_to_count_with_the_bill_is_a_new_gap_and_not_weakened() -> None:
    made = catalogue(criterion("host", "q", when={"mechanism": "designated"}))
    result = compared(made, {"q": "yes"}, {"designates": ["omb"], "answers": {"q": said("no", "art. 2")}})
    assert (entry(result, "host").change, entry(result, "host").weaker) == ("new", False)


@pytest.mark.parametrize(
    ("when", "counts"), [("none", (True, False)), ("designated", (False, True)), ("at_work", (False, False))]
)
def test_what_begins_or_ceases_to_count_with_the_bill_is_listed_and_neither_cured_nor_left(
    when: str, counts: tuple[bool, bool]
) -> None:
    made = catalogue(criterion("host", "q", when={"mechanism": when}), criterion("other", "p"))
    for answer in ("yes", "unknown"):
        bill = {"designates": ["omb"], "answers": {"q": said(answer), "p": said("no")}}
        result = compared(made, {"q": "no" if counts[0] else answer}, bill)
        listed = {one.id: (one.before != "not_applicable", one.after != "not_applicable") for one in result.criteria}
        assert listed == {"other": (True, True), **({"host": counts} if any(counts) else {})}
        if any(counts):
            assert entry(result, "host").change == "unchanged"


def test_of_two_alike_the_one_of_which_the_bill_speaks_comes_first() -> None:
    made = catalogue(criterion("a-silent", "q1"), criterion("b-told", "q2"))
    result = compared(made, {"q1": "no", "q2": "no"}, {"answers": {"q2": said("no", "art. 2")}})
    assert [one.criterion for one in result.amendments] == ["b-told", "a-silent"]


def test_recommendations_that_the_bill_would_answer_or_not() -> None:
    made = catalogue(*(criterion(name, f"q-{name}") for name in ("a", "b", "c", "d")))
    said_by_others = [
        {"id": f"rec-{about}", "by": "spt", "text": "Do it.", "about": [about]} for about in ("a", "b", "c", "d")
    ]
    both = {"id": "rec-both", "by": "spt", "text": "Do both.", "about": ["a", "b"]}
    wide = {"id": "rec-wide", "by": "spt", "text": "Do it all.", "about": ["opcat-18"]}
    result = compared(
        made,
        {"q-a": "no", "q-b": "no", "q-c": "yes", "q-d": "yes"},
        {"answers": {"q-a": said("yes"), "q-c": said("no")}},
        recommendations=[*said_by_others, both, wide],
    )
    assert {one.id: one.outcome for one in result.recommendations} == {
        "rec-a": "answered",
        "rec-b": "left",
        "rec-c": "worse",
        "rec-d": "met",
        "rec-both": "in_part",
        "rec-wide": "worse",
    }


def test_one_that_names_an_article_alone_is_never_told_as_answered() -> None:
    wide = {"id": "rec-wide", "by": "spt", "text": "Do it all.", "about": ["opcat-18"]}
    result = compared(ONE, {"entry": "no"}, {"answers": {"entry": said("yes")}}, recommendations=[wide])
    assert [one.outcome for one in result.recommendations] == ["not_known"]


def test_evidence_can_be_required_of_the_bill_too() -> None:
    bare = with_bill({"entry": "no"}, {"answers": {"entry": said("yes")}})
    strict = compare_bill(bare, "b", ONE, require_evidence=True)
    assert entry(strict, "access").change == "left"
    shown = with_bill({"entry": "no"}, {"answers": {"entry": said("yes", "art. 1")}})
    assert entry(compare_bill(shown, "b", ONE, require_evidence=True), "access").change == "cured"


def test_another_bill_is_named_where_there_is_none_of_this_id() -> None:
    with pytest.raises(InputError, match=r"the profile has no bill bb \(there are: b\)"):
        compare_bill(with_bill({}, {}), "bb", ONE)


def test_the_invented_bill() -> None:
    """The example: what its file says that it would cure, leave and take away."""
    result = compare_bill(load_profile(EXAMPLE), "ombudsperson-bill")
    treaty = {one.id for one in result.adopted.criteria if one.obligation == "treaty"}
    changes: dict[str, set[str]] = {}
    for one in result.criteria:
        if one.id in treaty:
            changes.setdefault(one.change.value, set()).add(one.id)
    assert changes["new"] == {
        "dismissal-grounds-in-law",
        "no-exceptions-to-access",
        "no-standing-demand-for-notice",
    }
    assert {"mechanism-designated", "statutory-basis", "private-interviews-in-law"} <= changes["cured"]
    assert "kinds-of-places-in-law" in changes["left"]
    assert "law-comments-power-in-law" in result.silent
    assert "own-budget-line" in result.not_read
    assert [one.pinpoint for one in result.articles] == [
        *("art. 2", "art. 3", "art. 4", "art. 5(1)", "art. 5(2)", "art. 5(3)", "art. 6", "art. 7", "art. 8"),
        *("art. 9", "art. 10", "art. 11", "art. 12", "art. 13"),
    ]
    assert {one.criterion for one in result.amendments[:3]} == changes["new"]


def test_one_on_law_and_practice_alike_is_told_by_what_it_says_of_law_and_one_on_practice_alone_is_not_told() -> None:
    made = catalogue(criterion("law", "a"), criterion("visits", "b", aspect="practice"))
    asked_for = {"rec-both": ["law", "visits"], "rec-visits": ["visits"]}
    result = compared(
        made,
        {"a": "no", "b": "no"},
        {"answers": {"a": said("yes")}},
        recommendations=[{"id": name, "by": "spt", "text": "Do it.", "about": on} for name, on in asked_for.items()],
    )
    assert [(one.id, one.criteria, one.outcome) for one in result.recommendations] == [
        ("rec-both", ("law",), "answered")
    ]

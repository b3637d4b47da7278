"""What becomes of each fact that several profiles give: taken where they agree, listed where they differ, else left out."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from npm_readiness import InputError, Profile, reconcile
from npm_readiness.planning.reconciling.reconciliation import Reconciliation
from tests.making import catalogue, criterion, evidenced, profile
from tests.planning.roadmap.test_packages import with_instruments

MADE = catalogue(
    criterion("c", "a", "b"), criterion("d", "e", dimension="resources", stage="operation", aspect="practice")
)


def by(name: str | None, answers: dict[str, Any] | None = None, **keys: Any) -> Profile:
    """The profile of an assessor who gives these facts, and of the mechanism nothing but them."""
    assessors = {} if name is None else {"assessors": [name]}
    return profile(answers, **{"npm": {}, **assessors, **keys})


def together(*profiles: Profile, **keys: Any) -> Reconciliation:
    return reconcile(list(profiles), MADE, **keys)


def facts(found: Reconciliation) -> dict[str, str]:
    """The facts on which they differ, each with what became of it."""
    return {fact.key: fact.how for fact in found.facts}


def test_each_assessor_is_named_once_and_nobody_where_none_is() -> None:
    assert together(by("A"), by("B"), by("A")).merged["assessors"] == ["A", "B"]
    assert "assessors" not in together(by(None), by(None), names=["one", "two"]).merged


@pytest.mark.parametrize(
    ("notes", "together_they_say"),
    [
        ((None, None), None),
        (("Seen in May.", None), "Seen in May."),
        (("Seen in May.", "Seen in May."), "Seen in May."),
        (("Seen in May.", "Seen in June."), "A: Seen in May.\nB: Seen in June."),
    ],
)
def test_notes_that_differ_are_kept_each_with_who_says_it(
    notes: tuple[str | None, str | None], together_they_say: str | None
) -> None:
    found = together(*(by(name, note=note) for name, note in zip("AB", notes, strict=True)))
    assert found.merged.get("note") == together_they_say


def test_notes_that_are_too_long_together_are_one_of_them_and_listed() -> None:
    whole = together(by("A", note="a" * 4_997), by("B", note="b" * 4_996))
    assert len(whole.merged["note"]) == 10_000
    cut = together(by("A", note="a" * 4_998), by("B", note="b" * 4_996))
    assert cut.merged["note"] == "a" * 4_998
    assert "note" in facts(cut)


@pytest.mark.parametrize(
    ("one", "other", "article", "differ"),
    [
        ({"part": "IV", "years": 3}, {"part": "IV", "years": 3}, {"part": "IV", "years": 3}, False),
        # One knows the part, the other the years.
        ({"part": "IV"}, {"years": 3}, {"part": "IV", "years": 3}, False),
        ({"part": "IV"}, None, "unknown", True),
        (None, None, None, False),
        (None, "unknown", None, False),
    ],
)
def test_whether_the_state_has_declared_a_postponement(one: Any, other: Any, article: Any, differ: bool) -> None:
    treaties = [{"opcat": {"ratified": "2010-05-05", "article_24": said}} for said in (one, other)]
    found = together(*(by(name, treaties=given) for name, given in zip("AB", treaties, strict=True)))
    assert found.merged["treaties"]["opcat"]["article_24"] == article
    assert ("treaties.opcat.article_24" in facts(found)) == differ


@pytest.mark.parametrize(
    ("one", "other", "model", "candidates"),
    [
        ({"model": "nhri"}, {"model": "nhri"}, "nhri", None),
        ({"model": "nhri"}, {}, "nhri", None),
        ({}, {}, None, None),
        ({"model": "nhri"}, {"model": "specialised_body"}, "undecided", ["nhri", "specialised_body"]),
        ({"model": "undecided"}, {"model": "nhri"}, "undecided", None),
        (
            {"model": "undecided", "candidates": ["nhri", "nhri_plus"]},
            {"model": "multiple_bodies"},
            "undecided",
            ["nhri", "nhri_plus", "multiple_bodies"],
        ),
        (
            {"model": "undecided", "candidates": ["nhri_plus"]},
            {"model": "undecided", "candidates": ["nhri_plus"]},
            "undecided",
            ["nhri_plus"],
        ),
    ],
)
def test_the_model_is_undecided_between_all_that_were_said(
    one: Any, other: Any, model: str | None, candidates: list[str] | None
) -> None:
    found = together(by("A", npm=one), by("B", npm=other))
    npm = found.merged.get("npm", {})
    assert (npm.get("model"), npm.get("candidates")) == (model, candidates)
    said = {given["model"] for given in (one, other) if "model" in given}
    assert ("npm.model" in facts(found)) == (len(said) > 1)


OFFICE = {"id": "office", "name": "The office", "kind": "ombudsman", "role": "candidate"}


def test_bodies_that_one_alone_lists_stand_where_the_others_say_nothing_of_any() -> None:
    found = together(by("A", npm={"bodies": [OFFICE]}), by("B"))
    assert [body["id"] for body in found.merged["npm"]["bodies"]] == ["office"]
    assert facts(found) == {}, "who says nothing of bodies leaves none out"


def test_what_one_alone_says_of_the_body_in_the_short_form_is_taken() -> None:
    found = together(by("A", npm={"institution": "The office"}), by("B", npm={}))
    assert found.merged["npm"] == {"institution": "The office"}


@pytest.mark.parametrize(
    ("role", "dates"),
    [
        ("former", ("2020", "2021")),
        ("mechanism", (None, None)),
        ("candidate", ("", "")),
        ("candidate", ("unknown", "unknown")),
    ],
)
def test_when_a_body_ended_is_unknown_where_they_differ_and_of_a_candidate_nothing_is_said(
    role: str, dates: Any
) -> None:
    each = [
        {
            **OFFICE,
            "role": role,
            "designated": None if role == "candidate" else "2010",
            **({"ended": date} if date != "" else {}),
        }
        for date in dates
    ]
    found = together(*(by(name, npm={"bodies": [body]}) for name, body in zip("AB", each, strict=True)))
    (body,) = found.merged["npm"]["bodies"]
    assert body.get("ended", "nothing") == {"former": "unknown", "mechanism": None, "candidate": "nothing"}[role]


def test_the_short_form_stays_short() -> None:
    found = together(by("A", npm={"institution": "The office"}), by("B", npm={"designated": "2020"}))
    assert found.merged["npm"] == {"institution": "The office", "designated": "2020"}


@pytest.mark.parametrize(
    ("one", "other", "merged", "listed"),
    [
        (["opcat"], ["opcat"], ["opcat"], []),
        # A version stands where all say it that name the checklist.
        ({"opcat": "1.0"}, ["opcat"], ["opcat"], ["checklists.opcat"]),
        ({"opcat": "1.0"}, {"opcat": "0.9"}, ["opcat"], ["checklists.opcat"]),
        ({"opcat": "1.0"}, {"opcat": "1.0"}, {"opcat": "1.0"}, []),
    ],
)
def test_the_checklists_are_all_that_anybody_names(one: Any, other: Any, merged: Any, listed: list[str]) -> None:
    found = together(by("A", checklists=one), by("B", checklists=other))
    assert found.merged["checklists"] == merged
    assert [key for key in facts(found) if key.startswith("checklists")] == listed


def test_each_question_says_to_which_criterion_it_belongs_and_whether_a_verdict_hangs_on_it() -> None:
    found = together(by("A", {"a": "yes", "e": "yes"}), by("B", {"a": "no", "e": "yes"}))
    told = {
        entry.id: (entry.criterion, entry.dimension, entry.stage, entry.agreed, entry.decisive)
        for entry in found.questions
    }
    assert told == {
        "a": ("c", "mandate", "establishment", False, True),
        "e": ("d", "resources", "operation", True, False),
    }


def test_no_verdict_on_what_is_hangs_on_what_a_bill_would_say() -> None:
    bills = [{"bill": {"title": "A bill", "answers": {"a": evidenced(word)}}} for word in ("yes", "no")]
    found = together(*(by(name, {}, bills=given) for name, given in zip("AB", bills, strict=True)))
    assert [(question.id, question.decisive) for bill in found.bills for question in bill.questions] == [("a", False)]


def test_agreement_is_shown_to_six_decimals_and_exact_beside_it() -> None:
    one, other = {"a": "yes", "b": "yes", "e": "no"}, {"a": "yes", "b": "no", "e": "no"}
    overall = together(by("A", one), by("B", other)).alpha.overall
    assert overall.exact is not None
    assert Fraction(overall.exact).denominator % 3 == 0, "a number that six decimals cannot hold"
    assert overall.value == float(round(Fraction(overall.exact), 6))
    assert (overall.questions, overall.same, overall.reason) == (3, 2, None)


@pytest.mark.parametrize(
    ("one", "other", "questions", "reason"),
    [
        ({"a": "yes"}, {"b": "yes"}, 0, "too_few"),
        ({"a": "yes"}, {"a": "unknown"}, 0, "too_few"),
        ({"a": "yes", "b": "yes"}, {"a": "yes", "b": "yes"}, 2, "all_alike"),
    ],
)
def test_where_there_is_no_agreement_to_reckon_it_says_why(
    one: dict[str, Any], other: dict[str, Any], questions: int, reason: str
) -> None:
    overall = together(by("A", one), by("B", other)).alpha.overall
    assert (overall.value, overall.questions, overall.reason) == (None, questions, reason)


def test_each_pair_is_counted_on_what_both_answered() -> None:
    found = together(
        by("A", {"a": "yes", "b": "partial", "e": "no"}),
        by("B", {"a": "no", "b": "partial", "e": "yes"}),
        by("C", {"a": "yes"}),
    )
    assert [
        (pair.first, pair.second, pair.both, pair.same, pair.first_better, pair.second_better) for pair in found.pairs
    ] == [
        ("A", "B", 3, 1, 1, 1),
        ("A", "C", 1, 1, 0, 0),
        ("B", "C", 1, 0, 0, 1),
    ]


@pytest.mark.parametrize(
    ("bodies", "path"),
    [
        ([{**OFFICE, "id": "first"}, OFFICE], ("npm", "bodies", 1, "role")),
        ([], ("npm", "bodies")),
    ],
)
def test_a_contradiction_stands_at_its_place_in_the_profile_that_says_otherwise(
    bodies: Any, path: tuple[Any, ...]
) -> None:
    mechanism = {**OFFICE, "role": "mechanism"}
    with pytest.raises(InputError) as caught:
        together(by("A", npm={"bodies": [mechanism]}), by("B", npm={"bodies": bodies}), names=["one", "two"])
    assert [(problem.file, problem.path) for problem in caught.value.problems] == [("two", path)]


@pytest.mark.parametrize(
    ("dates", "taken"),
    [
        (("2012", "2012-10", "2012-10-05"), "2012-10-05"),
        (("2012", "yes"), "2012"),
        (("2012", "unknown"), "2012"),
        (("2012-10", "2012-11"), "unknown"),
        (("2012", None), "unknown"),
        ((None, None), None),
    ],
)
def test_of_dates_that_fit_into_each_other_the_most_exact_is_taken(dates: Any, taken: str | None) -> None:
    found = together(*(by(str(number), treaties={"opcat": {"ratified": date}}) for number, date in enumerate(dates)))
    assert found.merged["treaties"]["opcat"]["ratified"] == taken
    assert ("treaties.opcat.ratified" in facts(found)) == (taken == "unknown")


def test_of_two_names_the_first_by_the_alphabet_stands_and_both_are_listed() -> None:
    for order in (("B name", "A name"), ("A name", "B name")):
        found = together(*(by(str(number), npm={"institution": name}) for number, name in enumerate(order)))
        assert found.merged["npm"]["institution"] == "A name"
        assert facts(found) == {"npm.institution": "label"}


def test_what_is_possible_of_a_stage_is_what_the_merged_answers_leave_open() -> None:
    found = together(by("A", {"a": "yes", "b": "yes"}), by("B", {"a": "no", "b": "yes"}))
    told = next(entry for entry in found.verdicts if entry.stage == "establishment")
    assert (told.verdicts, told.merged) == (("ready", "not_ready"), "undetermined")
    assert told.possible == ("not_ready", "ready")
    assert (told.blockers, told.merged_blockers) == ((0, 1), 0)


def test_a_contradiction_tells_what_each_says() -> None:
    bodies = [{"bodies": []}, {"designated": None}]
    with pytest.raises(InputError) as caught:
        together(*(by(name, npm=npm) for name, npm in zip("AB", bodies, strict=True)))
    assert "A says a list of bodies, B says the short form for one body" in caught.value.problems[0].message
    planned = [
        by(name, treaties={"opcat": {"planned": day}}) for name, day in (("A", "2030-01-01"), ("B", "2031-01-01"))
    ]
    with pytest.raises(InputError) as caught:
        together(*planned)
    assert "A says 2030-01-01, B says 2031-01-01" in caught.value.problems[0].message


@pytest.mark.parametrize(
    ("one", "other", "merged"),
    [
        ({}, {}, None),
        ({}, {"federal": "unknown"}, "unknown"),
        ({"federal": "unknown"}, {"federal": "unknown"}, "unknown"),
        ({"federal": "unknown"}, {"federal": False}, False),
        ({}, {"federal": True}, True),
    ],
)
def test_who_does_not_know_and_who_says_nothing_contradict_nobody(one: Any, other: Any, merged: object) -> None:
    found = together(by("A", state=one), by("B", state=other))
    assert found.merged.get("state", {}).get("federal") == merged
    assert facts(found) == {}


def test_a_deposit_is_planned_as_soon_as_one_knows_of_it() -> None:
    def planned(*days: str | None) -> Any:
        sides = [by(str(number), treaties={"opcat": {"planned": day}}) for number, day in enumerate(days)]
        return together(*sides).merged.get("treaties", {}).get("opcat", {}).get("planned")

    assert planned(None, "2030-01-01") == planned("2030-01-01", "2030-01-01") == "2030-01-01"
    assert planned(None, None) is None


def test_of_one_recommendation_a_date_can_be_left_open_and_a_finding_cannot() -> None:
    said = {"id": "upr-1", "by": "upr", "text": "Do it.", "about": ["c"], "date": "2020"}
    found = together(
        by("A", recommendations=[said]), by("B", recommendations=[{**said, "date": "2021", "about": ["c", "d"]}])
    )
    (merged,) = found.merged["recommendations"]
    assert (merged["date"], merged["about"]) == ("unknown", ["c", "d"])
    assert facts(found) == {"recommendations.upr-1.date": "unknown"}
    with pytest.raises(InputError) as caught:
        together(by("A", recommendations=[said]), by("B", recommendations=[{**said, "by": "spt"}]))
    assert [(problem.file, problem.path) for problem in caught.value.problems] == [
        ("profile 2", ("recommendations", 0, "by"))
    ]
    found_by = {**said, "finding": "falls_short"}
    with pytest.raises(InputError, match="A says true, B says false"):
        together(*(by(name, recommendations=[{**found_by, "adopted": so}]) for name, so in (("A", True), ("B", False))))


def test_the_dimensions_of_what_was_answered_stand_in_the_order_of_the_catalogue() -> None:
    assert [entry.id for entry in together(by("A", {"e": "yes"}), by("B", {"a": "no"})).dimensions] == [
        "mandate",
        "resources",
    ]
    assert [entry.id for entry in together(by("A", {"e": "yes"}), by("B")).dimensions] == ["resources"]


def test_the_json_of_a_result_has_the_letters_that_people_write() -> None:
    assert "Égalité" in together(by("A", note="Égalité"), by("B")).to_json()


def test_that_one_finds_a_bill_silent_where_another_answers_from_it_is_a_dispute() -> None:
    bill = {"title": "A bill"}
    answers = {**bill, "answers": {"a": {"answer": "yes"}, "b": {"answer": "yes"}}}
    found = together(by("A", bills={"b": answers}), by("B", bills={"b": {**bill, "silent": ["a"]}}))
    merged = found.merged["bills"]["b"]
    assert "silent" not in merged
    assert (merged["answers"]["b"]["answer"], merged["answers"]["a"]["answer"]) == ("yes", "unknown")
    versions = merged["answers"]["a"]["versions"]
    assert [(version["by"], version["answer"], "comment" in version) for version in versions] == [
        ("A", "yes", False),
        ("B", "unknown", True),
    ]
    assert facts(found)["bills.b.answers.a"] == "unknown"


def test_a_bill_that_all_find_silent_stays_silent_and_answers_nothing() -> None:
    bill = {"title": "A bill", "silent": ["a"]}
    found = together(by("A", bills={"b": bill}), by("B", bills={"b": bill}))
    assert found.merged["bills"]["b"] == bill
    assert found.facts == ()
    beside = {**bill, "answers": {"a": {"answer": None, "comment": "Read twice."}}}
    merged = together(by("A", bills={"b": beside}), by("B", bills={"b": bill})).merged["bills"]["b"]
    assert merged["silent"] == ["a"]
    assert merged["answers"]["a"].get("answer") is None


def test_two_answers_from_a_bill_are_unknown_between_them_as_those_on_what_is() -> None:
    said = [{"title": "A bill", "answers": {"a": {"answer": word}}} for word in ("partial", "yes")]
    found = together(*(by(name, bills={"b": own}) for name, own in zip("AB", said, strict=True)))
    answer = found.merged["bills"]["b"]["answers"]["a"]
    assert (answer["answer"], answer["between"]) == ("unknown", ["partial", "yes"])


@pytest.mark.parametrize(
    ("beside", "comment"),
    [({}, "The bill was read and says nothing on it (silent)."), ({"comment": "Twice."}, "…(silent).\nTwice.")],
)
def test_who_finds_a_bill_silent_is_a_version_that_says_so_above_what_they_wrote(
    beside: dict[str, str], comment: str
) -> None:
    silent = {"title": "A bill", "silent": ["a"], "answers": {"a": {"answer": None, **beside}} if beside else {}}
    answers = {"title": "A bill", "answers": {"a": {"answer": "yes"}}}
    found = together(by("A", bills={"b": silent}), by("B", bills={"b": answers}))
    told = found.merged["bills"]["b"]["answers"]["a"]["versions"][0]["comment"]
    assert told == comment.replace("…", "The bill was read and says nothing on it ")


def test_how_long_something_takes_is_kept_where_they_agree_and_left_out_where_they_differ() -> None:
    plans = [{"durations": {"act": 30, "decision": weeks}} for weeks in (5, 6)]
    said = [by(name, plan=own) for name, own in zip("AB", plans, strict=True)]
    found = reconcile(said, with_instruments(MADE))
    assert found.merged["plan"]["durations"] == {"act": 30}
    assert facts(found) == {"plan.durations.decision": "open"}


def test_of_two_documents_under_the_longest_id_each_has_one_that_a_profile_can_hold() -> None:
    longest = "x" * 80
    said = [by(name, sources={longest: {"title": f"The law of {name}", "kind": "law"}}) for name in "AB"]
    sources = together(*said).merged["sources"]
    assert [(len(name), name[:3]) for name in sources] == [(80, "a-x"), (80, "b-x")]
    assert set(Profile.model_validate_json(json.dumps(together(*said).merged)).sources) == set(sources)

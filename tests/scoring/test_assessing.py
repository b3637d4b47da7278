"""What an assessment says beside the verdicts: each criterion, the scores, the gaps, the counts, what was not counted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from npm_readiness import Assessment, InputError, assess
from tests.making import catalogue, checklist, criterion, evidenced, of, profile, question, stage_of

NOT_PARTY = {"ratified": None, "acceded": None}
FALLEN_AWAY = {"answer": "not_applicable", "reason": "There is none of it."}


def may_fall_away(name: str) -> dict[str, Any]:
    return question(name, may_not_apply="There is none of it.")


def assessed(answers: dict[str, Any], *criteria: dict[str, Any], **keys: Any) -> Assessment:
    return assess(profile(answers, **keys), catalogue(*criteria))


# --- Criteria ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cites", "obligation"),
    [
        (["opcat-18"], "treaty"),
        (["guidelines-7", "opcat-18"], "treaty"),
        (["guide-1", "guidelines-7"], "guidance"),
        (["guide-1"], "practice"),
        (["opcat-24-2"], "practice"),
        (["opcat-28-1"], "practice"),
        (["opcat-28-1", "guidelines-7"], "guidance"),
    ],
)
def test_the_obligation_is_the_strongest_among_the_provisions_cited(cites: list[str], obligation: str) -> None:
    """A treaty's "may" is practice, and what is merely context asks nothing."""
    assert of(assessed({}, criterion("c1", "q1", cites=cites)), "c1").obligation == obligation


@pytest.mark.parametrize(
    ("answers", "status", "sure", "still_open"),
    [
        ({"q1": "yes", "q2": "yes"}, "met", 0.0, 0.0),
        ({"q1": "no", "q2": "no"}, "not_met", 1.0, 0.0),
        ({"q1": "partial", "q2": "yes"}, "partly_met", 0.25, 0.0),
        ({"q1": "partial"}, "partly_met", 0.25, 0.5),
        ({"q1": "no"}, "undetermined", 0.5, 0.5),
        ({}, "undetermined", 0.0, 1.0),
    ],
)
def test_each_criterion_says_what_is_surely_lost_and_what_is_open(
    answers: dict[str, str], status: str, sure: float, still_open: float
) -> None:
    found = of(assessed(answers, criterion("c1", "q1", "q2")), "c1")
    assert found.status == status
    assert found.lost is not None
    assert (found.lost.sure, found.lost.open) == (sure, still_open)


def test_an_obligation_never_depends_on_the_profile() -> None:
    made = [criterion("c1", "q1")]
    for status in (NOT_PARTY, {"ratified": "2010-01-01", "acceded": None}, {}):
        assert of(assessed({}, *made, treaties={"opcat": status}), "c1").obligation == "treaty"


@pytest.mark.parametrize(
    ("opcat", "uncat", "both", "opcat_alone"),
    [
        ({"ratified": "2010-01-01"}, {"acceded": "1999-01-01"}, True, True),
        (NOT_PARTY, {"acceded": "1999-01-01"}, True, False),
        (NOT_PARTY, NOT_PARTY, False, False),
        (NOT_PARTY, {}, "unknown", False),
        ({}, NOT_PARTY, "unknown", "unknown"),
        ({}, {"acceded": "1999-01-01"}, True, "unknown"),
        # Deposited on 15 December 2023: OPCAT binds from 14 January 2024 on, and the Convention had to be joined before.
        ({"ratified": "2023-12-15"}, {"acceded": "2023-12-15"}, False, False),
        ({"ratified": "2023-12-15"}, {"acceded": "2023-12-01"}, True, False),
        ({"ratified": "2023-12-02"}, {}, True, True),
        ({"ratified": "2024-01-02", "acceded": None}, NOT_PARTY, False, False),
    ],
)
def test_in_force_says_whether_a_treaty_whose_shall_is_cited_binds_the_state(
    opcat: dict[str, Any], uncat: dict[str, Any], both: object, opcat_alone: object
) -> None:
    found = assessed(
        {},
        criterion("c-both", "q1", cites=["opcat-18", "uncat-11"]),
        criterion("c-opcat", "q2", cites=["opcat-18", "guidelines-7"]),
        treaties={"opcat": opcat, "uncat": uncat},
    )
    assert of(found, "c-both").in_force == both
    assert of(found, "c-opcat").in_force == opcat_alone


@pytest.mark.parametrize("cites", [["guidelines-7"], ["guide-1"], ["opcat-24-2"], ["opcat-28-1"]])
def test_in_force_is_null_where_no_treaty_says_shall(cites: list[str]) -> None:
    found = assessed({}, criterion("c1", "q1", cites=cites), treaties={"opcat": {"ratified": "2010-01-01"}})
    assert of(found, "c1").in_force is None


def test_in_force_is_unknown_for_a_treaty_that_a_profile_cannot_name() -> None:
    found = assessed({}, criterion("c1", "q1", cites=["regional-1"]))
    assert of(found, "c1").in_force == "unknown"


# --- Scores --------------------------------------------------------------------------------------------------------------


def exact(score: Any) -> tuple[str, str] | None:
    return None if score is None else tuple(score.exact)


def test_a_score_is_the_mean_of_its_criteria_by_their_weights() -> None:
    criteria = [
        criterion("c1", "q1", weight=3),
        criterion("c2", "q2", "q3", dimension="resources"),
        criterion("c3", "q3", dimension="resources", stage="operation"),
    ]
    found = assessed({"q1": "yes", "q2": "no"}, *criteria)
    assert exact(found.score) == ("3/5", "9/10")
    assert [(entry.id, exact(entry.score), entry.criteria) for entry in found.dimensions] == [
        ("mandate", ("1/1", "1/1"), ("c1",)),
        ("resources", ("0/1", "3/4"), ("c2", "c3")),
    ]
    assert exact(stage_of(found, "establishment").score) == ("3/4", "7/8")
    assert exact(stage_of(found, "operation").score) == ("0/1", "1/1")


def test_a_score_is_rounded_for_show_and_exact_beside_it() -> None:
    score = assessed({"q1": "yes"}, criterion("c1", "q1", "q2", "q3")).score
    assert score is not None
    assert (score.lower, score.upper, score.exact) == (0.333333, 1.0, ("1/3", "1/1"))


def test_what_does_not_apply_leaves_the_mean() -> None:
    criteria = [criterion("c1", may_fall_away("q1"), "q2"), criterion("c2", may_fall_away("q3"))]
    found = assessed({"q1": FALLEN_AWAY, "q2": "partial", "q3": FALLEN_AWAY}, *criteria)
    assert exact(of(found, "c1").score) == ("1/2", "1/2")
    assert (of(found, "c2").status, of(found, "c2").score, of(found, "c2").lost) == ("not_applicable", None, None)
    assert exact(found.score) == ("1/2", "1/2")


def test_where_nothing_applies_there_is_no_score_and_never_zero() -> None:
    women = checklist("women", criterion("c2", may_fall_away("q2"), dimension="women"), counts_for="standards")
    made = catalogue(criterion("c1", "q1", when={"federal": True}), women)
    given = profile({"q2": FALLEN_AWAY}, state={"federal": False}, checklists=["opcat", "women"])
    found = assess(given, made)
    assert found.score is None
    assert [entry.score for entry in found.dimensions] == [None]
    assert [entry.score for entry in found.stages] == [None] * 4
    assert [entry.score for entry in found.standards] == [None]
    assert [entry.score for entry in found.standards[0].dimensions] == [None]
    assert found.standards[0].counts.model_dump() == {
        "met": 0,
        "partly_met": 0,
        "not_met": 0,
        "undetermined": 0,
        "not_applicable": 1,
    }
    assert found.gaps == ()


def test_a_conditional_criterion_is_shown_with_its_own_score_and_marked() -> None:
    found = assessed({"q1": "no"}, criterion("c1", "q1", when={"federal": True}), criterion("c2", "q2"), state={})
    shown = of(found, "c1")
    assert (shown.conditional, shown.depends_on, shown.status) == (True, ("state.federal",), "not_met")
    assert [(gap.criterion, gap.conditional) for gap in found.gaps] == [("c1", True)]
    assert not of(found, "c2").conditional
    assert exact(found.score) == ("0/1", "1/1")


def test_a_criterion_of_which_no_question_applies_is_not_conditional() -> None:
    fallen_away = criterion("c1", may_fall_away("q1"), when={"federal": True})
    found = of(assessed({"q1": FALLEN_AWAY}, fallen_away, state={}), "c1")
    assert (found.status, found.conditional) == ("not_applicable", False)


def test_standards_have_a_summary_and_dimensions_of_their_own() -> None:
    women = checklist(
        "women",
        criterion("c1", "q1", dimension="women"),
        criterion("c2", "q2", dimension="mandate"),
        counts_for="standards",
    )
    made = catalogue(women, checklist("opcat", criterion("c3", "q3")))
    found = assess(profile({"q1": "yes", "q2": "no", "q3": "yes"}, checklists=["opcat", "women"]), made)
    (summary,) = found.standards
    assert exact(summary.score) == ("1/2", "1/2")
    assert [entry.id for entry in summary.dimensions] == ["mandate", "women"]
    assert (summary.counts.met, summary.counts.not_met) == (1, 1)
    assert exact(found.score) == ("1/1", "1/1"), "standards do not enter the overall score"
    assert [entry.id for entry in found.dimensions] == ["mandate"]
    assert {gap.criterion for gap in found.gaps} == {"c2"}


# --- Gaps ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("obligation", "severity"), [("treaty", "critical"), ("guidance", "major"), ("practice", "minor")]
)
def test_the_severity_of_a_gap_follows_from_the_obligation(obligation: str, severity: str) -> None:
    (gap,) = assessed({"q1": "no"}, criterion("c1", "q1", obligation=obligation)).gaps
    assert (gap.severity, gap.addressee, gap.action) == (severity, "parliament", "Make it so (c1).")


@pytest.mark.parametrize(
    ("answer", "is_gap"),
    [
        ("yes", False),
        ("partial", True),
        ("no", True),
        ("unknown", False),
        ({"answer": "unknown", "between": ["no", "partial"]}, True),
        ({"answer": "unknown", "between": ["partial", "yes"]}, False),
    ],
)
def test_a_gap_is_a_criterion_that_is_surely_not_fully_met(answer: str | dict[str, Any], is_gap: bool) -> None:
    assert bool(assessed({"q1": answer}, criterion("c1", "q1")).gaps) is is_gap


def test_criteria_and_gaps_run_by_stage_dimension_and_id() -> None:
    criteria = [
        criterion("a", "q1", stage="operation"),
        criterion("b", "q2", stage="ratification", dimension="resources"),
        criterion("d", "q3", stage="ratification", dimension="commitment"),
        criterion("c", "q4", stage="ratification", dimension="commitment"),
    ]
    found = assessed({f"q{number}": "no" for number in range(1, 5)}, *criteria)
    assert [entry.id for entry in found.criteria] == ["c", "d", "b", "a"]
    assert [gap.criterion for gap in found.gaps] == ["c", "d", "b", "a"]


# --- Evidence ------------------------------------------------------------------------------------------------------------


def test_require_evidence_makes_bare_claims_unknown_and_says_so() -> None:
    made = catalogue(criterion("c1", "q1", "q2"))
    given = profile({"q1": "yes", "q2": evidenced("yes")})
    plain, strict = assess(given, made), assess(given, made, require_evidence=True)
    assert exact(plain.score) == ("1/1", "1/1")
    assert exact(strict.score) == ("1/2", "1/1")
    assert (plain.require_evidence, strict.require_evidence) == (False, True)
    bare, shown = of(strict, "c1").answers
    assert (bare.answer, bare.counted_as, bare.evidenced) == ("yes", "unknown", False)
    assert (shown.answer, shown.counted_as, shown.evidenced) == ("yes", "yes", True)


def test_bare_lists_the_answers_without_a_source_and_a_pinpoint() -> None:
    asked: list[str | dict[str, Any]] = [
        may_fall_away("q1"),
        "q2",
        "q3",
        "q4",
        "q5",
        "q6",
        "q7",
        question("q8", answered_by="party-to-opcat"),
    ]
    answers = {
        "q1": FALLEN_AWAY,
        "q2": "no",
        "q3": "yes",
        "q4": "unknown",
        "q5": {"answer": "unknown", "between": ["no", "partial"]},
        "q6": evidenced("partial"),
    }
    assert assessed(answers, criterion("c1", *asked)).bare == ("q1", "q2", "q3", "q5")


# --- Counts --------------------------------------------------------------------------------------------------------------


def test_the_counts_are_over_distinct_applicable_questions() -> None:
    criteria = [
        criterion("c1", "q-yes", "q-no", may_fall_away("q-away"), "q-unknown"),
        criterion("c2", "q-yes", "q-silent", "q-partial"),
        criterion("c3", "q-federal", when={"federal": True}),
        criterion("c4", question("q-fact", answered_by="party-to-opcat")),
    ]
    answers = {
        "q-yes": evidenced("yes"),
        "q-partial": "partial",
        "q-no": "no",
        "q-away": FALLEN_AWAY,
        "q-unknown": "unknown",
        "q-federal": "yes",
    }
    treaties = {"opcat": {"ratified": "2010-01-01"}}
    found = assessed(answers, *criteria, state={"federal": False}, treaties=treaties).answered
    assert found.model_dump() == {
        "questions": 7,
        "answered": 4,
        "partly_known": 0,
        "unknown": 1,
        "unanswered": 1,
        "not_applicable": 1,
        "moot": 0,
        "claims": 2,
        "evidenced": 1,
        "from_profile": 1,
        "left_out": 0,
    }


def test_not_yet_answered_and_unknown_are_counted_apart() -> None:
    """Also a comment without an answer is not an answer yet."""
    found = assessed({"q1": "unknown", "q2": {"comment": "Ask the ministry."}}, criterion("c1", "q1", "q2")).answered
    assert (found.unknown, found.unanswered, found.answered) == (1, 1, 0)


def test_answers_that_count_for_nothing_are_kept_and_said() -> None:
    made = catalogue(
        criterion("c1", "q1", question("q-visits", needs_mechanism=True)),
        criterion("c2", "q-federal", when={"federal": True}),
        checklist("paris", criterion("c3", "q-paris", "q1")),
    )
    answers = {"q1": "yes", "q-visits": "no", "q-paris": "no", "q-federal": "partial"}
    npm = {"designated": "2023-06-01"}
    given = profile(answers, npm=npm, state={"federal": False})
    found = assess(given, made)
    assert [(entry.question, entry.answer, entry.reason) for entry in found.not_counted] == [
        ("q-federal", "partial", "not-applicable"),
        ("q-paris", "no", "not-selected"),
    ]
    earlier = assess(given, made, as_of=date(2023, 1, 1))
    assert [(entry.question, entry.reason) for entry in earlier.not_counted] == [
        ("q-federal", "not-applicable"),
        ("q-paris", "not-selected"),
        ("q-visits", "before-designation"),
    ]


# --- Dates, selection, refusals ------------------------------------------------------------------------------------------


def test_as_of_defaults_to_the_date_of_the_profile_and_what_is_later_has_not_happened() -> None:
    made = catalogue(criterion("c1", question("q1", answered_by="party-to-opcat")))
    given = profile(treaties={"opcat": {"ratified": "2023-06-01", "acceded": None}})
    now, before = assess(given, made), assess(given, made, as_of=date(2023, 5, 31))
    assert (now.as_of, now.assessed_on) == (date(2024, 1, 1), date(2024, 1, 1))
    assert (before.as_of, before.assessed_on) == (date(2023, 5, 31), date(2024, 1, 1))
    assert of(now, "c1").status == "met"
    assert of(before, "c1").status == "not_met"
    assert now.deadlines
    assert before.deadlines == ()


def test_an_as_of_of_any_year_can_be_given() -> None:
    made = catalogue(criterion("c1", "q1"))
    assert assess(profile(), made, as_of=date.max).as_of == date.max
    assert assess(profile(), made, as_of=date.min).as_of == date.min


def test_checklists_given_override_those_of_the_profile() -> None:
    made = catalogue(criterion("c1", "q1"), checklist("paris", criterion("c2", "q2")))
    found = assess(profile(), made, checklists=["paris", "opcat", "paris"])
    assert [entry.id for entry in found.checklists] == ["paris", "opcat"]
    assert [entry.id for entry in found.criteria] == ["c1", "c2"]
    with pytest.raises(InputError, match="no checklist pari"):
        assess(profile(), made, checklists=["pari"])


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"answers": {"q-none": {"answer": "yes"}}}, "answer-to-no-question"),
        ({"answers": {"q-fact": {"answer": "yes"}}}, "answer-to-self-answering"),
        ({"answers": {"q1": FALLEN_AWAY}}, "not-applicable-refused"),
        ({"answers": {"q1": evidenced("yes")}, "sources": {}}, "source-unknown"),
        ({"checklists": ["opca"]}, "no-such-checklist"),
        ({"country": "XKX"}, "country-unknown"),
    ],
)
def test_a_profile_made_in_python_is_checked_as_one_from_a_file(keys: dict[str, Any], code: str) -> None:
    made = catalogue(criterion("c1", "q1", question("q-fact", answered_by="party-to-opcat")))
    with pytest.raises(InputError) as caught:
        assess(profile(**keys), made)
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    ("keys", "code", "name"),
    [
        ({"country": "NO"}, "NOR", "Norway"),
        ({"country": "NOR"}, "NOR", "Norway"),
        ({"country": "XKX", "country_name": "Kosovo"}, "XKX", "Kosovo"),
        ({"country": "TKM", "country_name": "Türkmenistan"}, "TKM", "Türkmenistan"),
    ],
)
def test_a_country_has_its_code_of_three_letters_and_a_name(keys: dict[str, Any], code: str, name: str) -> None:
    found = assess(profile(**keys), catalogue(criterion("c1", "q1"))).country
    assert (found.code, found.name) == (code, name)


# --- JSON ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"npm": {"model": "undecided", "candidates": ["nhri_plus", "nhri"], "designated": None}},
        {"npm": {"model": "specialised_body", "institution": "A body"}, "state": {"federal": True}},
        {
            "treaties": {
                "uncat": {"signed": "unknown", "ratified": "1999-01-01"},
                "opcat": {"acceded": "2010-05-05", "article_24": {"part": "IV", "declared": "2010-05-05"}},
            }
        },
        {"treaties": {"opcat": {"ratified": None, "acceded": None, "planned": "2025-02-28"}}},
        {"country_name": "\u2028 “=1+1” <b>", "note": "Zeile\nZeile", "assessors": ["Ä", "𝔘"]},
        {"sources": {"law": {"title": "The law", "kind": "law", "date": 2016, "url": "https://example.org"}}},
        {"npm": {"designated": "yes"}, "treaties": {"opcat": {"ratified": "yes", "article_24": {"declared": "yes"}}}},
        {"npm": {"bodies": [{"id": "b", "name": "B", "role": "former", "ended": "2012-10"}]}},
        {"npm": {"bodies": [{"id": "b", "name": "B", "role": "mechanism", "at_work_since": "2013", "laws": ["law"]}]}},
        {"recommendations": [{"id": "r", "by": "spt", "text": "Do it.", "about": ["c1"], "date": "2020"}]},
        {"bills": {"b": {"title": "A bill", "introduced": "2023"}}},
    ],
)
def test_json_gives_the_assessment_back(keys: dict[str, Any]) -> None:
    women = checklist("women", criterion("c3", "q3", dimension="women"), counts_for="standards")
    made = catalogue(criterion("c1", may_fall_away("q1"), "q2"), criterion("c2", "q2", when={"federal": True}), women)
    answers = {"q1": FALLEN_AWAY, "q2": evidenced("unknown", between=["no", "partial"], comment="See there.")}
    found = assess(profile(answers, checklists=["opcat", "women"], **keys), made)
    assert Assessment.from_json(found.to_json()) == found
    assert Assessment.from_json(found.to_json()).to_json() == found.to_json()


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "not JSON", "\ud800", '{"score": 1}', "[" * 100_000])
def test_what_is_no_assessment_is_refused_and_never_a_traceback(text: str) -> None:
    with pytest.raises(InputError) as caught:
        Assessment.from_json(text)
    assert [problem.code for problem in caught.value.problems] == ["assessment-invalid"]

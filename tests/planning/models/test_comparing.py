"""A country under each model and each body: what is reckoned, and that nothing is reckoned twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from npm_readiness import InputError, Profile, assess, compare_models, load_profile, plan
from npm_readiness.models.vocabulary import NpmModel
from npm_readiness.planning.models.result import ComparedModel, ModelComparison, Standing
from tests.making import catalogue, checklist, criterion, evidenced, profile, question
from tests.scoring.worlds import World, reordered, worlds

TURKMENISTAN = Path(__file__).parents[3] / "examples" / "turkmenistan.yaml"

few = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)

CATALOGUE = catalogue(
    criterion("law", question("law-gives-access", if_executive_text="partial")),
    criterion("host", "host-is-strong", when={"model": ["nhri", "nhri_plus"]}, obligation="guidance"),
    criterion("together", "bodies-coordinate", when={"model": ["multiple_bodies"]}),
    criterion("work", question("visits-made", needs_mechanism=True), stage="operation", aspect="practice"),
    criterion("state", "state-lets-in", stage="designation"),
    criterion("ombudsman", "head-is-secure", when={"institution_kind": ["ombudsman"]}),
)
OMBUD = {"id": "ombud", "name": "The Ombudsperson", "kind": "ombudsman", "role": "candidate"}
COUNCIL = {"id": "council", "name": "The Council", "kind": "specialised", "role": "candidate"}


def compared(*bodies: Any, answers: Any = None, **npm: Any) -> ModelComparison:
    """The comparison of a State that considers these bodies."""
    return compare_models(profile(answers, npm={"model": "undecided", "bodies": list(bodies), **npm}), CATALOGUE)


def options(comparison: ModelComparison) -> list[tuple[str, str | None]]:
    return [(model.id.value, model.body) for model in comparison.models]


def under(comparison: ModelComparison, name: str) -> ComparedModel:
    """The first option with this model."""
    return next(model for model in comparison.models if model.id.value == name)


def standing(comparison: ModelComparison, criterion_id: str, name: str) -> Standing:
    """Where a criterion stands under the first option with this model."""
    place = comparison.models.index(under(comparison, name))
    return next(entry.standings[place] for entry in comparison.criteria if entry.id == criterion_id)


# --- Which options there are ---------------------------------------------------------------------------------------------


def test_each_model_is_held_against_the_bodies_that_fit_it() -> None:
    assert options(compared(OMBUD, COUNCIL)) == [
        ("nhri", "ombud"),
        ("nhri_plus", "ombud"),
        ("specialised_body", "council"),
        ("multiple_bodies", None),
    ]


def test_a_model_that_no_body_fits_is_held_against_one_that_there_is_not_yet() -> None:
    comparison = compared(OMBUD, candidates=["nhri", "specialised_body"])
    assert options(comparison) == [("nhri", "ombud"), ("specialised_body", None)]
    new = under(comparison, "specialised_body")
    assert (new.is_new, new.bodies[0].kind) == (True, "specialised")


def test_a_body_that_is_not_of_one_kind_is_looked_at_under_each_model() -> None:
    other = {"id": "other", "name": "Another", "kind": "other", "role": "candidate"}
    assert [body for _, body in options(compared(other))] == ["other", "other", "other", None]


def test_where_a_model_is_chosen_all_four_are_compared_and_it_is_marked() -> None:
    comparison = compare_models(profile(npm={"model": "nhri", "bodies": [{**OMBUD, "role": "mechanism"}]}), CATALOGUE)
    assert [model.chosen for model in comparison.models] == [True, False, False, False]


def test_former_bodies_are_no_option_and_neither_are_those_of_one_part_of_the_state() -> None:
    former = {**COUNCIL, "role": "former", "ended": "2020"}
    region = {**COUNCIL, "id": "region", "role": "regional", "designated": "2020"}
    assert ("specialised_body", None) in options(compared(OMBUD, former, region))


@pytest.mark.parametrize(
    ("bodies", "npm", "with_others"),
    [
        ([OMBUD], {}, True),  # it would be one of several
        ([OMBUD, COUNCIL], {}, False),
        ([OMBUD, COUNCIL, {**COUNCIL, "id": "third"}], {}, False),
        (
            [{**OMBUD, "role": "member"}],
            {"model": "multiple_bodies"},
            False,
        ),  # those that are named are all that there are
        ([], {}, False),
    ],
)
def test_of_several_bodies_others_are_meant_as_well_only_where_one_alone_is_considered(
    bodies: list[Any], npm: dict[str, Any], with_others: bool
) -> None:
    several = under(compared(*bodies, **npm), "multiple_bodies")
    assert (several.with_others, [body.id for body in several.bodies]) == (
        with_others,
        [body["id"] for body in bodies] or [None],
    )


@pytest.mark.parametrize(("work", "most"), [(10, 10), (9, 9), (3, 8)])
def test_as_many_options_are_held_side_by_side_as_their_size_allows_and_eight_always(
    work: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An option takes a thousand, and one for each piece of evidence, source, recommendation and body of the profile."""
    told = [{"id": f"rec-{n}", "by": "spt", "text": "Do it.", "about": ["law"]} for n in range(3)]
    place = {"source": "law", "pinpoint": "art. 1"}
    answers = {"law-gives-access": {"answer": "yes", "evidence": [place, {**place, "pinpoint": "art. 2"}]}}

    def with_bodies(number: int) -> list[tuple[str, str | None]]:
        bodies = [{**OMBUD, "id": f"ombud-{n}"} for n in range(number)]
        npm = {"model": "undecided", "candidates": ["nhri", "specialised_body"], "bodies": bodies}
        return options(compare_models(profile(answers, npm=npm, recommendations=told), CATALOGUE))

    entries = 2 + 1 + 3 + (most - 1)
    monkeypatch.setattr("npm_readiness.planning.models.options.MOST_WORK", work * (1_000 + entries))
    found = with_bodies(most - 1)
    assert found == [*(("nhri", f"ombud-{n}") for n in range(most - 1)), ("specialised_body", None)]
    with pytest.raises(InputError) as caught:
        with_bodies(most)
    (problem,) = caught.value.problems
    assert problem.code == "models-too-many"
    # One entry more, and there is room for one option less.
    assert str(max(most - 1, 8)) in problem.message


def test_what_is_behind_the_state_of_today_is_not_answered_for_a_body_that_there_is_not_yet() -> None:
    first = {"first_two_years": True}
    women = checklist("women", criterion("cells", "cells-first", when=first, dimension="women"), counts_for="standards")
    made = catalogue(criterion("law", "law-is-there"), women)
    at_work = {**OMBUD, "role": "mechanism", "designated": "2010-01-01", "at_work_since": "2011-01-01"}
    comparison = compare_models(
        profile({"cells-first": "yes"}, checklists=["opcat", "women"], npm={"model": "nhri", "bodies": [at_work]}), made
    )
    assert standing(comparison, "cells", "nhri") is Standing.NOT_APPLICABLE
    assert standing(comparison, "cells", "specialised_body") is Standing.OPEN


def test_to_be_asked_is_what_nobody_knows_of_the_body_and_no_fact_tells() -> None:
    made = catalogue(
        criterion("law", "open", "known", "denied", "looked-into"),
        criterion("named", question("follows", answered_by="mechanism-designated")),
        criterion("state", "of-the-state", stage="designation"),
    )
    answers = {"known": "yes", "denied": "no", "looked-into": "unknown"}
    comparison = compare_models(profile(answers, npm={"model": "undecided", "bodies": [OMBUD]}), made)
    assert under(comparison, "nhri").to_ask == ("open", "looked-into")


def test_counted_is_what_enters_the_verdicts_and_what_treaties_ask_apart() -> None:
    women = checklist("women", criterion("cells", "q-cells", dimension="women"), counts_for="standards")
    made = catalogue(criterion("law", "q-law"), criterion("advice", "q-advice", obligation="guidance"), women)
    npm = {"model": "undecided", "candidates": ["nhri", "nhri_plus"], "bodies": [OMBUD]}
    answers = {"q-law": "yes", "q-advice": "no", "q-cells": "no"}
    found = under(compare_models(profile(answers, npm=npm, checklists=["opcat", "women"]), made), "nhri")
    assert (found.counts.applicable, found.counts.met, found.counts.falls_short) == (2, 1, 1)
    assert (found.treaty.applicable, found.treaty.met, found.treaty.falls_short) == (1, 1, 0)


def test_a_question_that_is_left_names_the_criteria_that_ask_it_and_who_can_answer() -> None:
    shared = question("shared", respondents=["police"])
    made = catalogue(criterion("one", shared), criterion("two", "own", "shared"), criterion("three", "known"))
    npm = {"model": "undecided", "candidates": ["nhri", "nhri_plus"], "bodies": [OMBUD]}
    comparison = compare_models(profile({"known": "yes"}, npm=npm), made)
    assert {asked.id: (asked.criteria, asked.respondents) for asked in comparison.questions} == {
        "shared": (("one", "two"), ("police",)),
        "own": (("two",), ()),
    }


def test_what_lies_behind_the_mechanism_of_today_is_to_be_done_again_by_another() -> None:
    """The first budget of a body that has been at work for years is no matter any more; that of a new one would be."""
    first = {"first_two_years": True}
    women = checklist("women", criterion("cells", "cells-first", when=first, dimension="women"), counts_for="standards")
    made = catalogue(criterion("budget", "budget-first", when=first), criterion("law", "law-is-there"), women)
    at_work = {**OMBUD, "role": "mechanism", "designated": "2010-01-01", "at_work_since": "2011-01-01"}
    comparison = compare_models(
        profile(checklists=["opcat", "women"], npm={"model": "nhri", "bodies": [at_work]}), made
    )
    assert under(comparison, "nhri").again == ()
    assert under(comparison, "specialised_body").again == ("budget",), "only what enters the verdicts is listed"


def test_what_remains_are_the_questions_that_are_not_answered_yes_and_not_behind_the_state() -> None:
    road = criterion("road", question("approved", asked_when={"joined": False}), stage="ratification")
    women = checklist("women", criterion("cells", "cells-apart", dimension="women"), counts_for="standards")
    other = criterion("council", "council-sits", when={"model": ["specialised_body"]})
    made = catalogue(road, other, criterion("state", "lets-in", "opens", "tells", stage="designation"), women)
    treaties = {"uncat": {"acceded": "2000"}, "opcat": {"ratified": "2023-01-01"}}
    npm = {"model": "nhri", "bodies": [OMBUD]}
    given_profile = profile(
        {"lets-in": "yes", "opens": "partial"}, treaties=treaties, npm=npm, checklists=["opcat", "women"]
    )
    assert sorted(under(compare_models(given_profile, made), "nhri").remains) == ["opens", "tells"]


# --- What holds for which body -------------------------------------------------------------------------------------------


def test_an_answer_of_a_body_goes_before_that_of_the_profile() -> None:
    told = {**OMBUD, "answers": {"law-gives-access": evidenced("no")}}
    comparison = compared(told, COUNCIL, answers={"law-gives-access": "yes"})
    assert standing(comparison, "law", "nhri") is Standing.FALLS_SHORT
    assert standing(comparison, "law", "specialised_body") is Standing.MET
    assert comparison.tells_bodies_apart
    # Several that are shown together each with what is told of it; of a new one nothing is.
    shown = {(model.id.value, body.id): body.answers_of_its_own for model in comparison.models for body in model.bodies}
    assert shown == {
        ("nhri", "ombud"): True,
        ("nhri_plus", "ombud"): True,
        ("specialised_body", "council"): False,
        ("multiple_bodies", "ombud"): True,
        ("multiple_bodies", "council"): False,
    }
    nobody = [body for model in compared().models for body in model.bodies]
    assert [(body.id, body.answers_of_its_own) for body in nobody] == [(None, False)] * 4


def test_no_answer_about_a_body_holds_for_one_that_there_is_not_yet() -> None:
    answers = {"law-gives-access": "yes", "state-lets-in": "yes", "visits-made": "yes"}
    comparison = compared(OMBUD, answers=answers)
    assert standing(comparison, "law", "nhri") is Standing.MET
    assert standing(comparison, "law", "specialised_body") is Standing.OPEN
    assert standing(comparison, "state", "specialised_body") is Standing.MET
    assert standing(comparison, "work", "specialised_body") is Standing.WAITS
    assert "law-gives-access" in under(comparison, "specialised_body").to_ask
    assert not comparison.tells_bodies_apart


@pytest.mark.parametrize(("answer", "expected"), [("yes", Standing.OPEN), ("no", Standing.FALLS_SHORT)])
def test_beside_others_that_are_not_named_an_answer_for_one_body_is_a_part(answer: str, expected: Standing) -> None:
    comparison = compared(OMBUD, answers={"law-gives-access": answer})
    assert under(comparison, "multiple_bodies").with_others
    assert standing(comparison, "law", "multiple_bodies") is expected


def test_what_holds_for_several_bodies_in_part_tells_nothing_of_one_of_them() -> None:
    bodies = [{**OMBUD, "role": "member"}, {**COUNCIL, "role": "member"}]
    partial = compared(*bodies, answers={"law-gives-access": "partial"})
    assert standing(partial, "law", "nhri") is Standing.OPEN
    assert standing(partial, "law", "multiple_bodies") is Standing.FALLS_SHORT
    whole = compared(*bodies, answers={"law-gives-access": "yes"})
    assert standing(whole, "law", "nhri") is Standing.MET


def test_a_body_that_rests_on_a_decree_is_looked_at_where_the_profile_answers_for_all() -> None:
    """The profile is no contradiction; for this body alone the answer counts for no more than the rubric allows."""
    bodies = [
        {**OMBUD, "role": "member", "legal_basis": "executive_text"},
        {**COUNCIL, "role": "member", "legal_basis": "act"},
    ]
    comparison = compared(*bodies, answers={"law-gives-access": "yes"})
    assert standing(comparison, "law", "nhri") is Standing.FALLS_SHORT
    assert standing(comparison, "law", "specialised_body") is Standing.MET


def test_what_is_peculiar_applies_under_no_other_model() -> None:
    comparison = compared(OMBUD, COUNCIL)
    assert under(comparison, "multiple_bodies").specific == ("together",)
    assert under(comparison, "nhri").specific == ()
    assert under(comparison, "nhri").shared == ("host", "ombudsman")


# --- What is always so ---------------------------------------------------------------------------------------------------


def test_json_has_the_keys_of_the_contract() -> None:
    content = json.loads(compared(OMBUD, COUNCIL).to_json())
    assert {"models", "criteria", "assessment", "schema_version", "tool_version"} <= set(content)
    for model in content["models"]:
        assert {"id", "body", "stages", "applicable", "met", "gaps", "specific", "smallest_set"} <= set(model)


@pytest.mark.parametrize("model", list(NpmModel))
def test_the_fewest_questions_are_those_of_the_roadmap_under_that_model(model: NpmModel) -> None:
    profile = load_profile(TURKMENISTAN)
    npm = profile.npm.model_copy(update={"candidates": (model,)})
    (option,) = compare_models(profile.model_copy(update={"npm": npm})).models
    chosen = profile.npm.model_copy(update={"model": model, "candidates": tuple(NpmModel)})
    road = plan(profile.model_copy(update={"npm": chosen})).smallest_set
    assert option.smallest_set is not None
    if model in (NpmModel.NHRI, NpmModel.NHRI_PLUS):
        for own, theirs in ((option.smallest_set.next_stage, road.next_stage), (option.smallest_set.ready, road.ready)):
            assert own is not None
            assert theirs is not None
            assert (own.stage, own.questions, own.findings, own.proven) == (
                theirs.stage,
                theirs.questions,
                theirs.findings,
                theirs.proven,
            )


def comparison_of(world: World) -> ModelComparison:
    return compare_models(
        world.profile, catalogue(*world.checklists), as_of=world.as_of, require_evidence=world.require_evidence
    )


@few
@given(worlds())
def test_a_single_body_under_a_model_is_assessed_as_if_the_profile_had_that_model(world: World) -> None:
    """And with no answers of its own: the same statuses, stages and gaps, whatever the profile holds."""
    comparison = comparison_of(world)
    npm = world.npm
    considered = [body for body in npm.get("bodies", []) if body["role"] != "former"]
    assume(len(considered) == 1 or "institution" in npm)
    for place, option in enumerate(comparison.models):
        if option.body is None:
            continue
        kept = {key: value for key, value in npm.items() if key not in ("model", "candidates")}
        expected = _with_model(world, {**kept, "model": option.id.value})
        assessment = assess(
            expected, catalogue(*world.checklists), as_of=world.as_of, require_evidence=world.require_evidence
        )
        assert option.stages == assessment.stages
        gaps = {gap.criterion for gap in assessment.gaps if not gap.conditional}
        for entry in comparison.criteria:
            short = entry.standings[place] in (Standing.FALLS_SHORT, Standing.WAITS)
            assert short is (entry.id in gaps)


def _with_model(world: World, npm: Any) -> Profile:
    return World(**{**vars(world), "npm": npm}).profile


@few
@given(worlds(), st.data())
def test_the_order_of_criteria_questions_and_answers_changes_nothing(world: World, data: st.DataObject) -> None:
    other = data.draw(reordered(world))
    one, two = (comparison_of(item) for item in (world, other))
    assert [_but_order(model) for model in one.models] == [_but_order(model) for model in two.models]
    assert one.criteria == two.criteria


def _but_order(model: ComparedModel) -> Any:
    content = model.model_dump(mode="json")
    return {**content, "remains": sorted(content["remains"]), "to_ask": sorted(content["to_ask"])}


@few
@given(worlds())
def test_counts_add_up_and_agree_with_the_lists(world: World) -> None:
    comparison = comparison_of(world)
    for place, model in enumerate(comparison.models):
        for counts in (model.counts, model.treaty):
            assert counts.applicable == counts.met + counts.falls_short + counts.waits + counts.open
        standings = [entry.standings[place] for entry in comparison.criteria if entry.readiness]
        assert model.met == standings.count(Standing.MET)
        assert len(model.gaps) == model.counts.falls_short + model.counts.waits
        assert set(model.to_ask) <= set(model.remains)
        assert not set(model.specific) & set(model.shared)


@few
@given(worlds())
def test_the_same_input_gives_the_same_bytes(world: World) -> None:
    assert comparison_of(world).to_json() == comparison_of(world).to_json()


def test_models_come_in_one_order_whatever_that_of_the_candidates() -> None:
    names = [model.value for model in NpmModel]
    both = [compared(OMBUD, candidates=order).models for order in (names, names[::-1])]
    assert both[0] == both[1]

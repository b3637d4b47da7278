"""A roadmap is a pure function: the same bytes for the same profile, in whatever order its answers stand."""

from __future__ import annotations

import json
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from npm_readiness import Profile, load_profile, plan
from tests.planning.roadmap.test_packages import with_instruments
from tests.planning.roadmap.worlds import World, worlds


@settings(max_examples=30, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_changes_no_byte(world: World, random: Random) -> None:
    made, country = with_instruments(world.catalogue), world.profile()
    names = sorted(country.answers)
    random.shuffle(names)
    shuffled = country.model_copy(update={"answers": {name: country.answers[name] for name in names}})
    assert plan(shuffled, made).to_json() == plan(country, made).to_json()


def turkmenistan() -> Profile:
    return load_profile("examples/turkmenistan.yaml")


def test_the_json_has_the_keys_that_were_promised() -> None:
    told = json.loads(plan(turkmenistan(), ratify_on=date(2025, 3, 1), start=date(2024, 1, 15)).to_json())
    assert {"packages", "smallest_set", "deadlines", "schema_version", "tool_version"} <= set(told)
    assert "assessment" not in told
    package = told["packages"][0]
    assert {"id", "addressee", "instrument", "actions", "unlocks"} <= set(package)
    assert {"criterion", "question", "text", "after", "starts", "ends"} <= set(package["actions"][0])
    assert {"blockers", "stages", "score"} == set(package["unlocks"]) == set(package["with_those_before"])
    assert {"id", "before", "after"} == set(package["unlocks"]["stages"][0])
    assert {"before", "after"} == set(package["unlocks"]["score"])
    assert {"stage", "questions"} <= set(told["smallest_set"]["next_stage"]) & set(told["smallest_set"]["ready"])


def test_turkmenistan_has_three_answers_to_change_for_its_next_stage() -> None:
    roadmap = plan(turkmenistan())
    found = roadmap.smallest_set.next_stage
    assert found is not None
    assert (found.stage.value, found.questions) == (
        "designation",
        ("bill-before-parliament", "body-chosen-in-writing", "body-made-mechanism"),
    )
    assert [package.id for package in roadmap.packages][1:4] == [
        "government-decision-designation",
        "government-bill",
        "parliament-act",
    ]


def test_the_digest_is_that_of_the_file_also_where_a_deposit_is_planned() -> None:
    country = turkmenistan()
    assert plan(country, ratify_on=date(2025, 3, 1)).profile.sha256 == country.sha256
    assert plan(country).to_json() == plan(country).to_json()


def test_standards_alone_have_packages_and_no_stage() -> None:
    roadmap = plan(turkmenistan(), checklists=["women"])
    assert (roadmap.smallest_set.next_stage, roadmap.smallest_set.ready) == (None, None)
    assert [package.addressee.value for package in roadmap.packages] == ["detaining_authorities"]


def test_under_require_evidence_a_bare_yes_is_not_counted_on() -> None:
    loose = plan(turkmenistan()).smallest_set.ready
    strict = plan(turkmenistan(), require_evidence=True).smallest_set.ready
    assert loose is not None
    assert strict is not None
    assert set(loose.questions) <= set(strict.questions)

"""Profiles compared: what changed in the country, in what is known, in the checklists, each apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from npm_readiness import Catalogue, InputError, Profile, assess, compare, load_profile
from npm_readiness.planning.comparing.changes import mirrored
from npm_readiness.planning.comparing.comparison import Comparison
from tests.making import catalogue, checklist, criterion, profile, question
from tests.scoring.worlds import World, worlds

EXAMPLES = Path(__file__).parents[3] / "examples"


def changes(comparison: Comparison) -> dict[str, tuple[str, str | None]]:
    return {
        entry.id: (str(entry.change), None if entry.reason is None else str(entry.reason))
        for entry in comparison.criteria
    }


def one(*questions: str) -> Catalogue:
    return catalogue(criterion("c", *questions))


class TestOverTime:
    def test_a_question_that_went_from_no_to_yes_improves_its_criterion(self) -> None:
        compared = compare([profile({"a": "no"}), profile({"a": "yes"})], one("a"))
        assert changes(compared) == {"c": ("improved", None)}
        (step,) = compared.steps
        assert [(entry.question, str(entry.change)) for entry in step.answers] == [("a", "improved")]

    def test_one_answer_more_is_knowledge_and_no_progress(self) -> None:
        compared = compare([profile(), profile({"a": "yes"})], one("a"))
        assert changes(compared) == {"c": ("newly_known", None)}

    def test_a_criterion_that_surely_lost_a_question_got_worse_though_another_is_open(self) -> None:
        before, after = profile({"a": "yes"}), profile({"a": "no"})
        assert changes(compare([before, after], one("a", "b"))) == {"c": ("regressed", None)}

    def test_blockers_that_are_gone_and_new_are_named_by_stage(self) -> None:
        made = catalogue(criterion("first", "a"), criterion("second", "b"))
        compared = compare([profile({"a": "no", "b": "yes"}), profile({"a": "yes", "b": "no"})], made)
        verdict = next(entry for entry in compared.steps[0].verdicts if entry.stage == "establishment")
        assert (verdict.gone, verdict.new, verdict.blockers) == (("first",), ("second",), (1, 1))

    def test_a_checklist_that_one_profile_alone_names_is_not_compared(self) -> None:
        made = catalogue(criterion("c", "a"), checklist("paris", criterion("p", "b")))
        compared = compare([profile(), profile({"b": "yes"}, checklists=["opcat", "paris"])], made)
        assert changes(compared)["p"] == ("not_comparable", "not_assessed")
        assert [(entry.id, entry.named) for entry in compared.steps[0].checklists] == [("paris", "after")]

    @pytest.mark.parametrize(
        ("before", "after", "same", "change"),
        [
            ({"federal": True}, {"federal": True}, True, "improved"),
            ({"federal": False}, {"federal": False}, True, "improved"),
            # What it is the mean of is another thing now.
            ({"federal": False}, {"federal": True}, False, "not_comparable"),
        ],
    )
    def test_a_dimension_is_compared_where_the_same_criteria_count(
        self, before: Any, after: Any, same: bool, change: str
    ) -> None:
        made = catalogue(criterion("c", "a"), criterion("of-federations", "b", when={"federal": True}))
        states = [profile({"a": "no", "b": "no"}, state=before), profile({"a": "yes", "b": "yes"}, state=after)]
        (dimension,) = compare(states, made).steps[0].dimensions
        assert (dimension.id, dimension.same_criteria, str(dimension.change)) == ("mandate", same, change)

    def test_a_dimension_that_a_further_checklist_adds_to_is_another_thing(self) -> None:
        made = catalogue(criterion("c", "a"), checklist("paris", criterion("p", "b")))
        profiles = [profile({"a": "no"}), profile({"a": "yes", "b": "yes"}, checklists=["opcat", "paris"])]
        (dimension,) = compare(profiles, made).steps[0].dimensions
        assert (dimension.same_criteria, str(dimension.change)) == (False, "not_comparable")

    @pytest.mark.parametrize(
        ("obligation", "cites", "rests_on"),
        [
            ("treaty", ["opcat-18", "guidelines-7"], ["opcat-18"]),  # what a treaty asks is not told as guidance
            ("guidance", ["guidelines-7", "guide-1"], ["guidelines-7", "guide-1"]),
        ],
    )
    def test_a_criterion_rests_on_what_makes_it_as_hard_as_it_is(
        self, obligation: str, cites: list[str], rests_on: list[str]
    ) -> None:
        made = catalogue(criterion("c", "a", obligation=obligation, cites=cites))
        (entry,) = compare([profile(), profile()], made).criteria
        assert [place.rpartition(", ")[2] for place in entry.rests_on] == rests_on

    def test_why_a_criterion_cannot_be_compared_is_told(self) -> None:
        of_federations = catalogue(criterion("c", "a", when={"federal": True}))
        states = [profile({"a": "no"}, state={"federal": value}) for value in (False, True)]
        assert changes(compare(states, of_federations)) == {"c": ("not_comparable", "does_not_apply")}
        assert changes(compare(states[::-1], of_federations)) == {"c": ("not_comparable", "does_not_apply")}
        halves = [
            profile({"a": {"answer": "unknown", "between": list(pair)}})
            for pair in (("no", "partial"), ("partial", "yes"))
        ]
        assert changes(compare(halves, one("a"))) == {"c": ("not_comparable", "overlap")}

    def test_what_others_found_is_in_no_score_and_keeps_no_dimension_from_being_compared(self) -> None:
        finding = {"id": "spt-1", "by": "spt", "text": "Do it.", "about": ["c"], "date": "2020"}
        adopted = {**finding, "finding": "falls_short", "adopted": True}
        profiles = [profile({"a": "no"}), profile({"a": "yes"}, recommendations=[adopted])]
        (dimension,) = compare(profiles, one("a")).steps[0].dimensions
        assert (dimension.same_criteria, str(dimension.change)) == (True, "improved")

        (without, within) = (compare([first, profiles[1]], one("a")) for first in (profiles[0], profiles[1]))
        assert changes(without)["spt-1"] == ("not_comparable", "finding")
        assert changes(within)["spt-1"] == ("unchanged", None)

    def test_what_is_behind_the_state_is_no_change_of_an_answer(self) -> None:
        made = catalogue(criterion("approval", "a", when={"joined": False}), criterion("c", "b"))
        outside = {"uncat": {"acceded": "2000"}, "opcat": {"signed": None, "ratified": None, "acceded": None}}
        inside = {**outside, "opcat": {"ratified": "2023-01-01"}}
        profiles = [
            profile({"a": "no", "b": "no"}, treaties=outside),
            profile({"a": "yes", "b": "yes"}, treaties=inside),
        ]
        assert [entry.question for entry in compare(profiles, made).steps[0].answers] == ["b"]

    def test_an_answer_to_what_does_not_apply_is_kept_and_so_is_what_became_of_it(self) -> None:
        """Whether it applies may change again."""
        made = catalogue(criterion("regions", "a", when={"federal": True}), criterion("c", "b"))
        profiles = [profile({"a": answer, "b": "no"}, state={"federal": False}) for answer in ("no", "yes")]
        assert [entry.question for entry in compare(profiles, made).steps[0].answers] == ["a"]

    def test_versions_for_which_the_answers_were_given_are_told(self) -> None:
        old, new = (profile({"a": "yes"}, checklists={"opcat": version}) for version in ("0.9", "1.0"))
        (entry,) = compare([old, new], one("a")).steps[0].checklists
        assert (entry.id, entry.before, entry.after, entry.now) == ("opcat", "0.9", "1.0", "1.0")

    def test_an_answer_to_a_question_that_was_renamed_is_no_progress_and_no_knowledge(self) -> None:
        made = catalogue({**criterion("c"), "questions": [question("a", was=["old-a"])]})
        compared = compare([profile({"old-a": "no"}), profile({"a": "yes"})], made)
        assert changes(compared) == {"c": ("not_comparable", "asks_something_else")}
        (renamed,) = compared.steps[0].renamed
        assert (renamed.question, renamed.now, renamed.answered) == ("old-a", "a", "before")

    def test_what_is_answered_otherwise_for_one_body_names_the_body(self) -> None:
        def asked(answer: str, evidence: str) -> Profile:
            own = {"a": {"answer": answer, "evidence": [{"source": "law", "pinpoint": evidence}]}}
            body = {"id": "o", "name": "The Office", "role": "candidate", "answers": own}
            return profile(npm={"model": "nhri", "bodies": [body]})

        (step,) = compare([asked("no", "art. 1"), asked("yes", "art. 2")], one("a")).steps
        assert [(entry.of, str(entry.change)) for entry in step.bodies] == [("The Office", "improved")]
        assert [(entry.question, entry.text, entry.criterion) for entry in step.bodies] == [("a", "Is it so (a)?", "c")]
        assert [piece.pinpoint for piece in step.answers[0].after.evidence] == ["art. 2"]

    def test_what_a_bill_says_otherwise_is_told_apart_and_changes_no_criterion(self) -> None:
        def with_bill(answer: str, *designates: str) -> Profile:
            bill = {"title": "A bill", "answers": {"a": {"answer": answer}}, "designates": list(designates)}
            bodies = [{"id": "o", "name": "The Office", "role": "candidate"}]
            return profile(npm={"model": "nhri", "bodies": bodies}, bills={"b": bill})

        compared = compare([with_bill("no"), with_bill("yes", "o")], one("a"))
        (step,) = compared.steps
        assert [(entry.of, str(entry.change)) for entry in step.bills] == [("A bill", "improved")]
        assert changes(compared) == {"c": ("unchanged", None)}
        assert [(fact.key, fact.of, fact.before, fact.after) for fact in step.facts] == [
            ("bills.b.designates", "A bill", False, "The Office")
        ]

    def test_who_gave_an_answer_and_the_plan_are_no_change(self) -> None:
        before = profile({"a": {"answer": "yes", "by": "Police"}}, plan={"start": "2024-02-01"})
        after = profile({"a": {"answer": "yes", "by": "Prisons"}}, plan={"start": "2024-03-01", "done": ["c"]})
        (step,) = compare([before, after], one("a")).steps
        assert (step.facts, step.answers, step.bodies, step.bills, step.criteria) == ((), (), (), (), ())

    def test_a_fact_better_known_is_told_from_one_that_changed(self) -> None:
        vague = profile(treaties={"opcat": {"acceded": "2012"}, "uncat": {"acceded": "unknown"}})
        exact = profile(treaties={"opcat": {"acceded": "2012-10-05"}, "uncat": {"acceded": "1999-01-01"}})
        moved = profile(treaties={"opcat": {"acceded": "2013"}, "uncat": {"acceded": "1999-01-01"}})
        told = {entry.key: entry.change for entry in compare([vague, exact], one("a")).steps[0].facts}
        assert told["treaties.opcat.acceded"] == told["treaties.uncat.acceded"] == "newly_known"
        told = {entry.key: entry.change for entry in compare([exact, moved], one("a")).steps[0].facts}
        assert told == {"treaties.opcat.acceded": "changed"}

    def test_a_body_that_comes_and_one_that_goes_are_facts_of_the_country(self) -> None:
        bodies = [
            [{"id": name, "name": name.title(), "role": "mechanism", "designated": "2012"}] for name in ("old", "new")
        ]
        (step,) = compare([profile(npm={"model": "nhri", "bodies": listed}) for listed in bodies], one("a")).steps
        told = {entry.key: (entry.change, entry.of) for entry in step.facts}
        assert told["npm.bodies.new.role"] == ("added", "New")
        assert told["npm.bodies.old.role"] == ("removed", "Old")
        assert step.another_body

    def test_criteria_that_changed_with_a_fact_name_it(self) -> None:
        made = catalogue(criterion("c", question("a", needs_mechanism=True)))
        (step,) = compare([profile({"a": "yes"}), profile(npm={"designated": None})], made).steps
        assert [(str(entry.change), entry.facts) for entry in step.criteria] == [("regressed", ("npm.designated",))]

    def test_each_step_leads_from_one_profile_to_the_next(self) -> None:
        steps = compare([profile(assessed_on=f"202{year}-01-01") for year in range(3)], one("a")).steps
        assert [(step.before, step.after, step.backwards) for step in steps] == [(0, 1, False), (1, 2, False)]

    def test_a_step_back_in_time_says_so(self) -> None:
        days = ("2024-01-01", "2023-01-01")
        assert compare([profile(assessed_on=day) for day in days], one("a")).steps[0].backwards


class TestSideBySide:
    def test_countries_have_no_step_and_no_change(self) -> None:
        compared = compare([profile({"a": "yes"}), profile({"a": "no"}, country="KGZ")], one("a"))
        assert not compared.steps
        assert compared.ranks is None
        (entry,) = compared.criteria
        assert ([str(status) for status in entry.statuses], entry.change) == (["met", "not_met"], None)

    def test_one_profile_is_nothing_to_compare(self) -> None:
        with pytest.raises(InputError, match="name at least two profiles"):
            compare([profile()], one("a"))

    def test_a_rank_is_said_only_where_no_unknown_can_turn_it_round(self) -> None:
        made = one("a", "b")
        sure, better = profile({"a": "yes", "b": "yes"}), profile({"a": "no", "b": "no"}, country="KGZ")
        vague = profile({"a": "yes"}, country="KAZ")
        ranks = compare([better, sure, vague], made, rank=True).ranks or ()
        assert [(rank.profile, rank.best, rank.worst) for rank in ranks] == [(2, 1, 2), (1, 1, 2), (0, 3, 3)]

    def test_other_readiness_checklists_give_no_order(self) -> None:
        made = catalogue(criterion("c", "a"), checklist("paris", criterion("p", "b")))
        full = profile({"a": "yes", "b": "yes"}, checklists=["opcat", "paris"])
        ranks = compare([full, profile({"a": "no"}, country="KGZ")], made, rank=True).ranks or ()
        assert {(rank.best, rank.worst) for rank in ranks} == {(1, 2)}


def test_profiles_may_come_one_by_one_and_are_not_kept() -> None:
    def coming() -> Iterator[Profile]:
        for number in range(40):
            yield profile({"a": "yes"}, assessed_on=f"{1990 + number}-01-01")

    compared = compare(coming(), one("a"))
    assert (len(compared.profiles), len(compared.steps)) == (40, 39)
    (entry,) = compared.criteria
    assert len({id(score) for score in entry.scores}) == 1, "equal scores are one object"


def test_the_json_has_the_keys_of_the_contract_and_the_same_bytes_each_time() -> None:
    both = [load_profile(EXAMPLES / f"kyrgyzstan-{year}.yaml") for year in (2024, 2025)]
    written = compare(both).to_json()
    assert compare(both).to_json() == written
    data: dict[str, Any] = json.loads(written)
    assert {"profiles", "criteria", "dimensions", "verdicts"} <= set(data)
    assert {"id", "statuses", "change"} <= set(data["criteria"][0])
    assert {"id", "scores"} <= set(data["dimensions"][0])


def test_the_fall_of_kyrgyzstans_mechanism_shows() -> None:
    compared = compare([load_profile(EXAMPLES / f"kyrgyzstan-{year}.yaml") for year in (2024, 2025)])
    (step,) = compared.steps
    facts = {entry.key: (entry.before, entry.after) for entry in step.facts}
    assert facts["npm.bodies.national-center.role"] == ("mechanism", "former")
    assert facts["npm.model"] == ("specialised_body", "nhri")
    operation = step.verdicts[-1]
    assert (operation.before, operation.after) == ("undetermined", "not_ready")
    assert operation.gone == ()
    assert "no-weakening" in " ".join(operation.new) or operation.new


few = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@few
@given(worlds(), st.data())
def test_swapping_two_profiles_mirrors_every_change(world: World, data: st.DataObject) -> None:
    answers = {name: data.draw(st.sampled_from(["yes", "partial", "no", "unknown"])) for name in world.answers}
    other = profile(
        {name: answers[name] for name in world.answers},
        npm=world.npm,
        state={"federal": world.federal},
        treaties=world.treaties,
        assessed_on=world.profile.assessed_on.isoformat(),
        checklists=["opcat"],
    )
    made = catalogue(*world.checklists)
    for given_ in (world.profile, other):
        assume(usable(given_, made))
    there, back = compare([world.profile, other], made), compare([other, world.profile], made)
    for first, second in zip(there.criteria, back.criteria, strict=True):
        assert first.change is not None
        assert second.change is mirrored(first.change)
        assert second.statuses == first.statuses[::-1]
    mirror = {entry.criterion: mirrored(entry.change) for entry in there.steps[0].criteria}
    assert {entry.criterion: entry.change for entry in back.steps[0].criteria} == mirror
    verdicts = zip(there.steps[0].verdicts, back.steps[0].verdicts, strict=True)
    assert all((one.gone, one.new) == (other_.new, other_.gone) for one, other_ in verdicts)


def usable(given_: Profile, made: Catalogue) -> bool:
    try:
        assess(given_, made)
    except InputError:
        return False
    return True


@few
@given(
    st.lists(
        st.fixed_dictionaries({name: st.sampled_from(["yes", "partial", "no", "unknown"]) for name in "abc"}),
        min_size=2,
        max_size=6,
    )
)
def test_ranks_are_those_of_the_partial_order(answers: list[dict[str, str]]) -> None:
    codes = ("KGZ", "KAZ", "TKM", "NOR", "GEO", "AUS")
    ranks = compare(
        [profile(said, country=code) for said, code in zip(answers, codes, strict=False)], one("a", "b", "c"), rank=True
    )
    scores = [entry.score.interval for entry in ranks.profiles if entry.score is not None]
    for rank in ranks.ranks or ():
        own = scores[rank.profile]
        ahead = sum(other.lower > own.upper for other in scores)
        behind = sum(other.upper < own.lower for other in scores)
        assert (rank.best, rank.worst) == (1 + ahead, len(scores) - behind)

"""Profiles of several assessors brought together: facts, sources, agreement, and one profile made of theirs."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from npm_readiness import Catalogue, InputError, Profile, assess, load_profile, reconcile
from npm_readiness.planning.reconciling.reconciliation import Reconciliation
from tests.making import catalogue, criterion, evidenced, profile, question

EXAMPLES = Path(__file__).parents[3] / "examples"
THREE = tuple(EXAMPLES / "reconcile" / f"{name}.yaml" for name in ("government", "institution", "civil-society"))


def made() -> Catalogue:
    return catalogue(criterion("c", "a", "b"))


def by(name: str, answers: dict[str, Any] | None = None, **keys: Any) -> Profile:
    return profile(answers, assessors=[name], **keys)


def merged(result: Reconciliation) -> Profile:
    return Profile.model_validate_json(json.dumps(result.merged))


class TestFacts:
    def test_a_fact_that_all_say_who_say_it_is_taken(self) -> None:
        found = reconcile([by("A", state={"federal": True}), by("B", state={"federal": "unknown"}), by("C")], made())
        assert merged(found).state.federal is True
        assert found.facts == ()

    def test_of_dates_that_agree_the_most_exact_is_taken(self) -> None:
        dates = ({"acceded": "2012"}, {"acceded": "2012-10-05"}, {"acceded": "yes"})
        found = reconcile([by(str(number), treaties={"uncat": date}) for number, date in enumerate(dates)], made())
        assert str(merged(found).treaties.uncat.acceded) == "2012-10-05"

    @pytest.mark.parametrize("order", [(0, 1), (1, 0)])
    def test_a_fact_on_which_they_differ_is_unknown_and_listed(self, order: tuple[int, int]) -> None:
        both = [by("A", state={"federal": True}), by("B", state={"federal": False})]
        found = reconcile([both[place] for place in order], made())
        assert merged(found).state.federal == "unknown"
        (fact,) = found.facts
        assert (fact.key, fact.how, {said.by: said.value for said in fact.says}) == (
            "state.federal",
            "unknown",
            {"A": True, "B": False},
        )

    def test_two_ways_of_joining_leave_the_way_unknown(self) -> None:
        found = reconcile(
            [by("A", treaties={"uncat": {"ratified": "2001"}}), by("B", treaties={"uncat": {"acceded": "2002"}})],
            made(),
        )
        assert merged(found).treaties.uncat.deposited == "unknown"

    def test_models_that_differ_leave_it_undecided_between_them(self) -> None:
        npm = {"institution_kind": "ombudsman", "designated": "2020-01-01"}
        found = reconcile([by(model, npm={"model": model, **npm}) for model in ("nhri", "nhri_plus")], made())
        assert (merged(found).npm.model, list(map(str, merged(found).npm.candidates))) == (
            "undecided",
            ["nhri", "nhri_plus"],
        )

    @pytest.mark.parametrize(
        ("first", "second", "fact"),
        [
            ({"country": "TKM"}, {"country": "KGZ"}, "country"),
            ({"assessed_on": "2024-01-01"}, {"assessed_on": "2024-02-01"}, "assessed_on"),
            (
                {"npm": {"bodies": [{"id": "o", "name": "O", "role": "mechanism"}]}},
                {"npm": {"bodies": [{"id": "o", "name": "O", "role": "candidate"}]}},
                "npm.bodies.o.role",
            ),
            (
                {"npm": {"bodies": [{"id": "o", "name": "O", "role": "mechanism"}]}},
                {"npm": {"bodies": []}},
                "npm.bodies.o.role",
            ),
            ({"npm": {"bodies": []}}, {"npm": {"designated": None}}, "npm.bodies"),
        ],
    )
    def test_a_fact_that_cannot_be_unknown_is_a_problem_that_names_both(
        self, first: dict[str, Any], second: dict[str, Any], fact: str
    ) -> None:
        with pytest.raises(InputError) as caught:
            reconcile([by("A", **first), by("B", **second)], made())
        (problem,) = caught.value.problems
        assert problem.code == "assessors-contradict"
        assert problem.message.startswith(f"{fact}: A says ")
        assert ", B says " in problem.message

    def test_a_candidate_that_one_alone_names_is_listed(self) -> None:
        bodies = [{"id": "o", "name": "O", "role": "candidate"}]
        found = reconcile([by("A", npm={"bodies": bodies}), by("B", npm={"bodies": []})], made())
        assert [body.id for body in merged(found).npm.bodies or ()] == ["o"]
        assert [(fact.key, fact.how) for fact in found.facts] == [("npm.bodies.o", "listed")]
        assert [(said.by, said.value, said.listed) for said in found.facts[0].says] == [
            ("A", "candidate", True),
            ("B", None, False),
        ]

    def test_what_is_right_alone_and_does_not_fit_together_is_a_problem_and_no_traceback(self) -> None:
        waiting = catalogue(criterion("c", question("a", needs_people=True)))
        nobody = {
            "bodies": [{"id": "o", "name": "O", "role": "mechanism", "designated": "2012", "at_work_since": None}]
        }
        silent = {"bodies": [{"id": "o", "name": "O", "role": "mechanism", "designated": "2012"}]}
        with pytest.raises(InputError, match="taken together, the profiles do not fit") as caught:
            reconcile([by("A", npm=nobody), by("B", {"a": "yes"}, npm=silent)], waiting)
        assert [(problem.file, problem.path[:2]) for problem in caught.value.problems] == [
            ("profile 2", ("answers", "a"))
        ]


class TestSources:
    def test_one_id_for_two_documents_is_told_apart_by_who_names_it(self) -> None:
        own = [{"law": {"title": f"The law as {name} has it", "kind": "law"}} for name in "AB"]
        found = reconcile(
            [by(name, {"a": evidenced("yes")}, sources=sources) for name, sources in zip("AB", own, strict=True)],
            made(),
        )
        assert {(entry.by, entry.source, entry.now) for entry in found.renamed_sources} == {
            ("A", "law", "a-law"),
            ("B", "law", "b-law"),
        }
        assert [piece.source for piece in merged(found).answers["a"].evidence] == ["a-law", "b-law"]

    def test_what_is_the_same_document_to_all_keeps_its_id(self) -> None:
        found = reconcile([by(name, {"a": evidenced("yes")}) for name in "AB"], made())
        assert list(merged(found).sources) == ["law"]
        assert found.renamed_sources == ()

    def test_an_id_never_takes_the_place_of_another(self) -> None:
        first = by("A", sources={"law": {"title": "One", "kind": "law"}, "a-law": {"title": "Three", "kind": "law"}})
        second = by("B", sources={"law": {"title": "Two", "kind": "law"}})
        found = reconcile([first, second], made())
        titles = {name: source.title for name, source in merged(found).sources.items()}
        assert titles == {"a-law-2": "One", "b-law": "Two", "a-law": "Three"}


class TestWhoIsWho:
    def test_a_profile_is_by_its_assessors_else_by_its_file(self) -> None:
        found = reconcile([by("A"), profile()], made(), names=["first", "second"])
        assert [assessor.by for assessor in found.assessors] == ["A", "second"]

    def test_who_is_too_many_to_name_is_named_by_the_file(self) -> None:
        found = reconcile([by("A" * 200), by("B" * 201)], made(), names=["first", "second"])
        assert [assessor.by for assessor in found.assessors] == ["A" * 200, "second"]

    def test_two_of_one_name_are_told_apart(self) -> None:
        found = reconcile([by("A", {"a": "yes"}), by("A", {"a": "no"})], made())
        assert [version.by for version in merged(found).answers["a"].versions] == ["A", "A (2)"]

    def test_one_alone_is_nobody_to_bring_together(self) -> None:
        with pytest.raises(InputError, match="at least two assessors"):
            reconcile([by("A")], made())


def test_of_each_assessor_it_is_told_how_much_they_answered_and_how_much_they_could_not_find_out() -> None:
    """A question that is answered for one body, and unknown for the whole, is answered."""
    listed = [{"id": "o", "name": "O", "role": "candidate", "answers": {"b": {"answer": "no"}, "c": {"answer": "no"}}}]
    said = {"a": "yes", "b": "unknown", "d": "unknown", "e": {"answer": None, "comment": "Later."}}
    asked = catalogue(criterion("c", "a", "b", "c", "d", "e"))
    npm = {"model": "nhri", "bodies": listed}
    found = reconcile([by("A", said, npm=npm), by("B", npm=npm)], asked)
    assert [(one.by, one.answered, one.unknown) for one in found.assessors] == [("A", 3, 1), ("B", 2, 0)]


def test_agreement_counts_what_two_or_more_answered() -> None:
    found = reconcile(
        [by("A", {"a": "yes", "b": "no"}), by("B", {"a": "yes", "b": "partial"}), by("C", {"b": "unknown"})], made()
    )
    overall = found.alpha.overall
    assert (overall.questions, overall.same) == (2, 1)
    assert set(found.alpha.dimensions) == {"mandate"}
    assert {question.id: question.agreed for question in found.questions} == {"a": True, "b": False}
    first = found.pairs[0]
    assert (first.both, first.same, first.first_better, first.second_better) == (2, 1, 0, 1)


@pytest.fixture(scope="module")
def three() -> list[Profile]:
    return [load_profile(path) for path in THREE]


def test_the_order_of_the_profiles_gives_the_order_of_versions_and_nothing_else(three: list[Profile]) -> None:
    """Checked on the example in all orders: the assessment of what comes out, but for its texts, is the same."""
    seen = set()
    for order in permutations(range(3)):
        found = reconcile([three[place] for place in order], names=[THREE[place].stem for place in order])
        assessment = assess(merged(found))
        verdicts = tuple((stage.verdict, stage.blockers, stage.undecided_by) for stage in assessment.stages)
        statuses = tuple((entry.id, entry.status, entry.score and entry.score.exact) for entry in assessment.criteria)
        seen.add((verdicts, statuses, found.alpha.model_dump_json(), tuple(sorted(found.merged["sources"]))))
    assert len(seen) == 1


@pytest.mark.parametrize("name", ["turkmenistan", "georgia", "kyrgyzstan-2025"])
def test_a_profile_brought_together_with_itself_says_the_same(name: str) -> None:
    own = load_profile(EXAMPLES / f"{name}.yaml")
    found = merged(reconcile([own, own], names=["one", "other"]))
    assert found.answers == own.answers
    assert found.sources == own.sources
    assert (found.npm, found.state, found.treaties) == (own.npm, own.state, own.treaties)
    assert found.recommendations == own.recommendations
    assert found.bills == own.bills


def test_no_verdict_on_the_merged_profile_is_better_than_that_of_the_most_favourable_assessor(
    three: list[Profile],
) -> None:
    found = reconcile(three)
    for entry in found.verdicts:
        assert entry.merged_blockers <= max(entry.blockers)
        assert entry.merged not in ("ready", "ready_with_gaps") or entry.merged in entry.verdicts


def test_the_json_has_the_keys_of_the_contract_and_the_same_bytes_each_time(three: list[Profile]) -> None:
    written = reconcile(three).to_json()
    assert reconcile(three).to_json() == written
    data = json.loads(written)
    assert set(data["alpha"]["overall"]) >= {"value", "lower", "upper"}
    assert data["alpha"]["dimensions"]
    assert {"id", "answers", "agreed"} <= set(data["questions"][0])

"""What an assessor wrote is in the merged profile or in the report: for the whole, for single bodies, in bills and in the plan."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from npm_readiness import Catalogue, Profile, load_profile, reconcile
from npm_readiness.gap_report.language import texts_in
from npm_readiness.plan_reports.reconciliation import paper
from npm_readiness.plan_reports.reconciliation.merged_profile import merged_profile
from npm_readiness.planning.reconciling.reconciliation import Reconciliation
from npm_readiness.reading.files import parse_document
from tests.making import catalogue, criterion, profile

CATALOGUE = catalogue(criterion("c", "a", "b"), criterion("d", "e", aspect="practice"))
BODIES = ("ombudsperson", "commission")
SOURCES = ("law", "opinion", "report")
EXAMPLES = Path(__file__).parents[3] / "examples"

ODD = ("plain words", "a: b", "# no comment", "- dash", 'it\'s "quoted"', "two\nlines", "NO", "Order #27", "{x}")
"""Texts with what means something to YAML; a number behind each tells them apart."""

ANSWERS: tuple[dict[str, Any], ...] = (
    {},
    {"answer": "yes"},
    {"answer": "partial"},
    {"answer": "no"},
    {"answer": "unknown"},
    {"answer": "unknown", "between": ["no", "partial"]},
    {"answer": "unknown", "between": ["partial", "yes"]},
)

Made = dict[str, Any]


class Maker:
    """Makes profiles by chance. A seed stands for what it makes, so that hypothesis has little to draw."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.number = 0

    def text(self) -> str:
        self.number += 1
        return f"{self.random.choice(ODD)} {self.random.choice((1, 2, self.number))}"

    def some(self, **keys: Any) -> Made:
        return {key: make() for key, make in keys.items() if self.random.random() < 0.5}

    def evidence(self) -> Made:
        made = {"source": self.random.choice(SOURCES[1:]), "pinpoint": f"p. {self.random.randint(1, 9)}"}
        if self.random.random() < 0.5:
            made |= {"of": "law", "article": f"art. {self.random.randint(1, 9)}"}
        return made | self.some(quote=self.text, note=self.text)

    def answer(self) -> Made:
        said = self.some(comment=self.text, by=self.text, evidence=lambda: [self.evidence(), self.evidence()])
        return {**self.random.choice(ANSWERS), **said}

    def answers(self, *questions: str) -> Made:
        return {name: self.answer() for name in questions if self.random.random() < 0.6}

    def bill(self) -> Made:
        own = self.answers("a", "b")
        quiet = [name for name in ("a", "b") if "answer" not in own.get(name, {}) and self.random.random() < 0.5]
        return {"title": self.text(), "answers": own, "silent": quiet, **self.some(source=lambda: "law")}

    def profile(self, name: str) -> Profile:
        choose = self.random.choice
        bodies = [
            {"id": body, "name": choose((body, self.text())), "role": "candidate", "answers": self.answers("a", "b")}
            for body in BODIES
        ]
        return profile(
            self.answers("a", "b", "e"),
            assessors=[name],
            npm={"model": "undecided", "bodies": bodies},
            sources={source: {"title": choose((source, self.text())), "kind": "law"} for source in SOURCES},
            bills={"bill": self.bill()} if choose((True, False)) else {},
            plan=self.some(start=lambda: choose(("2024-02-01", "2024-03-01")), done=lambda: [choose(("c", "a"))]),
            **self.some(note=self.text),
        )


assessors = st.builds(
    lambda seed, names: [maker.profile(name) for maker in [Maker(seed)] for name in names],
    st.integers(0, 2**32),
    st.sampled_from([("A", "B"), ("A", "B", "C"), ("A", "A")]),
)
few = settings(max_examples=25, deadline=None)


def texts(value: Any) -> Iterator[str]:
    """Every text of a profile: keys are ids, and values texts, dates, numbers."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if inner not in ({}, []):  # An empty list says as much as none.
                yield key
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def written(profile: Profile) -> set[str]:
    return set(texts(profile.model_dump(mode="json", exclude_unset=True)))


def told(result: Reconciliation) -> str:
    """The merged profile and what the report lists: facts that differ, and sources that got another id."""
    listed = [entry.model_dump(mode="json") for entry in (*result.facts, *result.renamed_sources)]
    return "\n".join(texts([result.merged, *listed]))


@few
@given(assessors)
def test_every_text_of_every_profile_is_in_the_merged_profile_or_in_the_report(profiles: list[Profile]) -> None:
    found = reconcile(profiles, CATALOGUE)
    everything = told(found)
    for own in profiles:
        assert [text for text in written(own) if text not in everything] == []


@few
@given(assessors)
def test_what_is_merged_is_a_profile_that_loads_and_is_told_in_full(profiles: list[Profile]) -> None:
    found = reconcile(profiles, CATALOGUE)
    document = parse_document(merged_profile(found))
    again = Profile.model_validate_json(json.dumps(document.data))
    assert again == Profile.model_validate_json(json.dumps(found.merged))
    assert paper(found, texts_in()).report.sections


@few
@given(assessors)
def test_merging_again_loses_nothing_and_changes_nothing(profiles: list[Profile]) -> None:
    once = Profile.model_validate_json(json.dumps(reconcile(profiles, CATALOGUE).merged))
    again = reconcile([once, once], CATALOGUE)
    assert Profile.model_validate_json(json.dumps(again.merged)) == once


def made() -> Catalogue:
    return CATALOGUE


def of_bodies(name: str, answer: Any, overall: Any = None) -> Profile:
    bodies = [{"id": "o", "name": "The Ombudsperson", "role": "candidate", "answers": {"a": answer} if answer else {}}]
    return profile({"a": overall} if overall else {}, assessors=[name], npm={"model": "nhri", "bodies": bodies})


class TestBodies:
    def test_what_each_says_of_one_body_is_brought_together_there(self) -> None:
        found = reconcile([of_bodies("A", {"answer": "yes", "by": "Police"}), of_bodies("B", {"answer": "no"})], made())
        (body,) = Profile.model_validate_json(json.dumps(found.merged)).npm.bodies or ()
        assert body.answers["a"].answer == "unknown"
        assert [version.by for version in body.answers["a"].versions] == ["A (Police)", "B"]
        (part,) = found.bodies
        assert (part.name, part.questions[0].outcome) == ("The Ombudsperson", "disputed")
        assert (found.alpha.overall.questions, found.alpha.overall.same) == (1, 0)

    def test_an_answer_for_the_whole_is_not_chosen_over_what_another_says_of_the_only_body(self) -> None:
        found = reconcile([of_bodies("A", {"answer": "no"}), of_bodies("B", None, "yes")], made())
        (question,) = found.questions
        assert question.outcome == "disputed"
        (part,) = found.bodies  # though one alone answers for it
        assert (part.name, [one.outcome for one in part.questions]) == ("The Ombudsperson", ["one_answered"])
        answer = found.merged["answers"]["a"]
        assert answer["answer"] == "unknown"
        assert answer["versions"][0] == {
            "by": "A",
            "answer": "no",
            "comment": "Made of the answers for single bodies.",
        }

    def test_they_agree_where_the_answer_for_the_body_says_the_same(self) -> None:
        found = reconcile([of_bodies("A", {"answer": "yes"}), of_bodies("B", None, "yes")], made())
        assert [question.outcome for question in found.questions] == ["agreed"]
        assert found.merged["answers"]["a"]["answer"] == "yes"


class TestBills:
    def bill(self, name: str, **keys: Any) -> Profile:
        return profile({}, assessors=[name], bills={"b": {"title": "A bill", **keys}})

    def test_what_each_reads_in_a_bill_is_kept(self) -> None:
        profiles = [self.bill(name, answers={"a": {"answer": said}}) for name, said in (("A", "yes"), ("B", "partial"))]
        found = reconcile(profiles, made())
        answer = found.merged["bills"]["b"]["answers"]["a"]
        assert (answer["answer"], answer["between"]) == ("unknown", ["partial", "yes"])
        assert [part.name for part in found.bills] == ["A bill"]
        assert found.alpha.overall.questions == 0

    def test_one_who_found_it_silent_contradicts_one_who_answers_from_it(self) -> None:
        found = reconcile([self.bill("A", silent=["a"]), self.bill("B", answers={"a": {"answer": "no"}})], made())
        own = found.merged["bills"]["b"]
        assert own["answers"]["a"]["answer"] == "unknown"
        assert [version["by"] for version in own["answers"]["a"]["versions"]] == ["A", "B"]
        assert "silent" not in own
        assert found.bills[0].questions[0].outcome == "disputed"
        assert [(fact.key, fact.how) for fact in found.facts] == [("bills.b.answers.a", "unknown")]

    def test_a_designation_that_one_alone_reads_in_it_is_listed(self) -> None:
        npm = {"bodies": [{"id": "o", "name": "O", "role": "candidate"}]}
        bills = ({"title": "A bill", "designates": ["o"]}, {"title": "A bill"})
        found = reconcile(
            [profile({}, assessors=[name], npm=npm, bills={"b": own}) for name, own in zip("AB", bills, strict=True)],
            made(),
        )
        assert found.merged["bills"]["b"]["designates"] == ["o"]
        assert [(fact.key, fact.how) for fact in found.facts] == [("bills.b.designates", "listed")]


def test_a_plan_on_which_they_differ_is_left_open_and_listed() -> None:
    plans: tuple[Made, ...] = ({"start": "2024-02-01", "done": ["a"]}, {"start": "2024-03-01", "done": []}, {})
    found = reconcile(
        [profile({}, assessors=[name], plan=plan) for name, plan in zip("ABC", plans, strict=True)], made()
    )
    assert found.merged["plan"] == {"done": ["a"]}
    assert [(fact.key, fact.how, len(fact.says)) for fact in found.facts] == [
        ("plan.start", "open", 2),
        ("plan.done.a", "listed", 2),
    ]


@pytest.mark.parametrize("name", ["turkmenistan", "invented-bill"])
def test_a_real_profile_merged_with_itself_keeps_bodies_bills_and_plan(name: str) -> None:
    own = load_profile(EXAMPLES / f"{name}.yaml")
    again = Profile.model_validate_json(json.dumps(reconcile([own, own]).merged))
    assert (again.npm, again.bills, again.plan, again.answers) == (own.npm, own.bills, own.plan, own.answers)

"""Several forms, one profile: who agrees, who differs, and what becomes of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from npm_readiness import InputError, gather, load_profile
from npm_readiness.collecting.disputes import disputed_entry
from npm_readiness.collecting.form import draw_form
from npm_readiness.collecting.gathering import Gathered

from .given import CATALOGUE, OF_OFFICES, OFFICES, profile_text, questionnaire_of
from .test_page import saved

FIRST, SECOND, THIRD = OF_OFFICES[:3]
WAS = {
    "answer": "no",
    "evidence": [
        {"source": "law", "pinpoint": "art. 1", "quote": "its words"},
        {"source": "law", "pinpoint": "art. 9"},
    ],
    "comment": "as it was",
}


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "profile.yaml"
    file.write_text(profile_text({FIRST: WAS}), encoding="utf-8")
    return file


class Office:
    """Somebody who fills in the page as it was sent out."""

    def __init__(self, profile: Path) -> None:
        self.folder, self.page = profile.parent, draw_form(questionnaire_of(profile, *OFFICES), "page").decode()

    def says(self, by: str, given: dict[str, dict[str, str]], sources: list[dict[str, str]] | None = None) -> Path:
        file = self.folder / f"{by or 'nobody'}.json"
        file.write_text(json.dumps(saved(self.page, given, by=by, sources=sources or [])), encoding="utf-8")
        return file


def gathered(profile: Path, *files: Path, keep: bool = False) -> Gathered:
    return gather(files, profile, CATALOGUE, keep_disputes=keep)


def entry_in(text: str, question: str, folder: Path) -> Any:
    """What the new profile has under a question, without what says nothing."""
    file = folder / "new.yaml"
    file.write_text(text, encoding="utf-8")
    return load_profile(file, CATALOGUE).answers[question].model_dump(mode="json", exclude_defaults=True)


def test_two_answers_that_differ_are_listed_each_with_the_place_of_the_other(profile: Path) -> None:
    office = Office(profile)
    one, other = office.says("Ministry", {SECOND: {"answer": "yes"}}), office.says("Bar", {SECOND: {"answer": "no"}})
    with pytest.raises(InputError) as caught:
        gathered(profile, one, other)
    told = [(problem.file, problem.message) for problem in caught.value.problems]
    assert told == [
        (
            f"{other}: {SECOND}",
            f"the question {SECOND} is answered otherwise in {one}: {SECOND}: «no» here, «yes» there",
        ),
        (
            f"{one}: {SECOND}",
            f"the question {SECOND} is answered otherwise in {other}: {SECOND}: «yes» here, «no» there",
        ),
    ]


def test_kept_disputes_are_unknown_between_the_worst_and_the_best_with_every_version(profile: Path) -> None:
    office = Office(profile)
    evidence = {"source": "Order 5", "pinpoint": "para. 3"}
    files = (
        office.says("Ministry", {SECOND: {"answer": "yes", **evidence}, THIRD: {"answer": "yes"}}),
        office.says("Bar", {SECOND: {"answer": "partial", "comment": "not in the regions"}, THIRD: {"answer": "no"}}),
    )
    result = gathered(profile, *files, keep=True)
    assert (result.changed, result.disputed) == ((), (SECOND, THIRD))
    assert (
        f"  {SECOND}:\n"
        "    answer: unknown\n"
        "    between: [partial, yes]\n"
        "    versions:\n"
        '      - {by: Ministry, answer: yes, evidence: [{source: order-5, pinpoint: "para. 3"}]}\n'
        "      - {by: Bar, answer: partial, comment: not in the regions}\n"
    ) in result.text
    # Between no and yes says no more than unknown.
    assert entry_in(result.text, THIRD, profile.parent) == {
        "answer": "unknown",
        "versions": [{"by": "Ministry", "answer": "yes"}, {"by": "Bar", "answer": "no"}],
    }


def test_each_version_keeps_what_the_profile_had_beyond_the_form(profile: Path) -> None:
    office = Office(profile)
    files = office.says("Ministry", {FIRST: {"answer": "yes"}}), office.says("Bar", {FIRST: {"answer": "partial"}})
    versions = entry_in(gathered(profile, *files, keep=True).text, FIRST, profile.parent)["versions"]
    assert [version["evidence"] for version in versions] == [WAS["evidence"]] * 2
    assert {version["comment"] for version in versions} == {"as it was"}


def test_a_profile_that_has_moved_on_is_a_version_too(profile: Path) -> None:
    form = Office(profile).says("Bar", {FIRST: {"answer": "yes"}})
    text = profile.read_text(encoding="utf-8").replace('answer: "no"', "answer: partial\n    by: Ministry")
    profile.write_text(text, encoding="utf-8")
    entry = entry_in(gathered(profile, form, keep=True).text, FIRST, profile.parent)
    assert (entry["answer"], entry["between"]) == ("unknown", ["partial", "yes"])
    assert [(one["by"], one["answer"]) for one in entry["versions"]] == [("Ministry", "partial"), ("Bar", "yes")]


def test_a_third_who_answers_what_is_disputed_is_one_more_version(profile: Path) -> None:
    office = Office(profile)
    files = office.says("Ministry", {SECOND: {"answer": "yes"}}), office.says("Bar", {SECOND: {"answer": "partial"}})
    profile.write_text(gathered(profile, *files, keep=True).text, encoding="utf-8")
    third = Office(profile).says("Court", {SECOND: {"answer": "yes"}})
    with pytest.raises(InputError, match="answered otherwise in the profile"):
        gathered(profile, third)
    entry = entry_in(gathered(profile, third, keep=True).text, SECOND, profile.parent)
    assert entry["between"] == ["partial", "yes"]
    assert [one["by"] for one in entry["versions"]] == ["Ministry", "Bar", "Court"]


def test_what_was_settled_by_hand_stays_where_somebody_differs_again(profile: Path) -> None:
    office = Office(profile)
    files = office.says("Ministry", {SECOND: {"answer": "yes"}}), office.says("Bar", {SECOND: {"answer": "no"}})
    text = gathered(profile, *files, keep=True).text
    profile.write_text(
        text.replace("    answer: unknown\n", "    answer: yes\n    comment: settled\n"), encoding="utf-8"
    )
    third = Office(profile).says("Court", {SECOND: {"answer": "partial"}})
    entry = entry_in(gathered(profile, third, keep=True).text, SECOND, profile.parent)
    assert (entry["answer"], entry["between"]) == ("unknown", ["partial", "yes"])
    told = [(one["by"], one["answer"], one.get("comment")) for one in entry["versions"]]
    assert told == [
        ("Ministry", "yes", None),
        ("Bar", "no", None),
        ("profile", "yes", "settled"),
        ("Court", "partial", "settled"),
    ]


def test_a_version_that_no_profile_can_hold_is_named(profile: Path) -> None:
    office = Office(profile)
    files = (
        office.says("Ministry", {SECOND: {"answer": "yes", "source": "law", "pinpoint": "--"}}),
        office.says("Bar", {SECOND: {"answer": "no"}}),
    )
    with pytest.raises(InputError, match="in a version of this answer: a place in the source is wanted"):
        gathered(profile, *files, keep=True)


def test_who_agrees_contradicts_nobody_and_all_evidence_and_comments_stay(profile: Path) -> None:
    office = Office(profile)
    files = (
        office.says(
            "Ministry", {SECOND: {"answer": "yes", "source": "law", "pinpoint": "art. 3", "comment": "since 2020"}}
        ),
        office.says("Bar", {SECOND: {"answer": "yes", "source": "Letter", "pinpoint": "p. 1", "comment": "seen"}}),
    )
    assert entry_in(gathered(profile, *files).text, SECOND, profile.parent) == {
        "answer": "yes",
        "evidence": [{"source": "law", "pinpoint": "art. 3"}, {"source": "letter", "pinpoint": "p. 1"}],
        "comment": "Ministry: since 2020\nBar: seen",
        "by": "Ministry; Bar",
    }


def test_who_adds_a_comment_does_not_take_the_answer_from_who_gave_it(profile: Path) -> None:
    profile.write_text(profile_text({FIRST: {"answer": "no", "by": "Ministry"}}), encoding="utf-8")
    form = Office(profile).says("Bar", {FIRST: {"comment": "so it is"}})
    entry = entry_in(gathered(profile, form).text, FIRST, profile.parent)
    assert entry == {"answer": "no", "comment": "so it is", "by": "Ministry; Bar"}


def test_gathering_again_changes_nothing_more(profile: Path) -> None:
    office = Office(profile)
    files = (
        office.says("Ministry", {SECOND: {"answer": "yes", "comment": "a"}}, [{**LISTED, "title": "Annual report"}]),
        office.says("Bar", {SECOND: {"answer": "yes", "comment": "b", "source": "Letter", "pinpoint": "p. 1"}}),
    )
    once = gathered(profile, *files).text
    profile.write_text(once, encoding="utf-8")
    assert gathered(profile, *files).text == once


LISTED = {"title": "", "kind": "law", "date": "2021", "url": ""}


def test_a_source_that_is_listed_and_named_nowhere_is_kept(profile: Path) -> None:
    form = Office(profile).says("Bar", {}, [{**LISTED, "title": "Law on places"}])
    assert (
        '  law-on-places:\n    title: Law on places\n    kind: law\n    date: "2021"\n' in gathered(profile, form).text
    )


YES, PARTIAL, NO, UNKNOWN = ({"answer": word} for word in ("yes", "partial", "no", "unknown"))


@pytest.mark.parametrize(
    ("said", "answer", "between"),
    [
        ((YES, UNKNOWN), "yes", None),
        ((YES, {"answer": "unknown", "between": ["partial", "yes"]}), "yes", None),
        ((YES, {"answer": "unknown", "between": ["no", "partial"]}), "unknown", None),
        ((PARTIAL, NO), "unknown", ["no", "partial"]),
        ((YES, PARTIAL, UNKNOWN), "unknown", ["partial", "yes"]),
        ((YES, NO), "unknown", None),
        (({"answer": "not_applicable", "reason": "none"}, YES), "unknown", None),
        (({"answer": "unknown", "between": ["no", "partial"]}, UNKNOWN), "unknown", ["no", "partial"]),
    ],
)
def test_what_reconcile_makes_of_versions(said: tuple[Any, ...], answer: str, between: list[str] | None) -> None:
    made = disputed_entry([(f"office {number}", entry) for number, entry in enumerate(said)])
    assert (made["answer"], made.get("between")) == (answer, between)
    assert [{name: value for name, value in one.items() if name != "by"} for one in made["versions"]] == list(said)

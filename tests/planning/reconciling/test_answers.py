"""Several answers to one question made into one: nothing is chosen silently, nothing is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from npm_readiness.models.profile import GivenAnswer
from npm_readiness.planning.reconciling.answers import Merged, as_data, merged_answer

UNKNOWN = {"answer": "unknown"}
AT_MOST, AT_LEAST = ({**UNKNOWN, "between": between} for between in (["no", "partial"], ["partial", "yes"]))
NAMES = ("A", "B", "C")


def answer(said: str | dict[str, Any] | None) -> GivenAnswer:
    return GivenAnswer.model_validate_json(json.dumps({"answer": said} if isinstance(said, str) else said or {}))


def merged(*said: str | dict[str, Any] | None) -> Merged:
    return merged_answer([(name, answer(one)) for name, one in zip(NAMES, said, strict=False)])


@pytest.mark.parametrize(
    ("said", "expected", "outcome"),
    [
        (("yes", "yes"), "yes", "agreed"),
        (("yes", None), "yes", "one_answered"),
        (("yes", UNKNOWN), "yes", "one_knows"),
        (("yes", AT_LEAST), "yes", "one_knows"),
        (("yes", "partial"), AT_LEAST, "disputed"),
        (("no", "partial"), AT_MOST, "disputed"),
        (("no", "yes"), UNKNOWN, "disputed"),
        (("no", "partial", "yes"), UNKNOWN, "disputed"),
        (("yes", AT_MOST), UNKNOWN, "disputed"),
        (("partial", AT_MOST), "partial", "one_knows"),
        ((UNKNOWN, UNKNOWN), UNKNOWN, "unknown"),
        ((UNKNOWN, AT_LEAST), AT_LEAST, "unknown"),
        ((AT_MOST, AT_LEAST), UNKNOWN, "unknown"),
        ((None, None), None, "unanswered"),
    ],
)
def test_what_becomes_of_a_question(said: tuple[Any, ...], expected: Any, outcome: str) -> None:
    found = merged(*said)
    wanted = answer(expected)
    assert (found.answer.answer, found.answer.between) == (wanted.answer, wanted.between)
    assert found.outcome == outcome


def test_not_applicable_beside_an_answer_leaves_nothing_to_say_in_between() -> None:
    found = merged({"answer": "not_applicable", "reason": "There is none."}, "partial")
    assert (found.answer.answer, found.answer.between, found.agreed) == ("unknown", None, False)


def test_a_disputed_answer_keeps_every_version_with_what_it_rests_on() -> None:
    evidence = [{"source": "law", "pinpoint": "art. 1"}]
    found = merged({"answer": "yes", "evidence": evidence, "comment": "So it is."}, "no", None).answer
    assert found.evidence == ()
    assert as_data(found)["versions"] == [
        {"by": "A", "answer": "yes", "evidence": evidence, "comment": "So it is."},
        {"by": "B", "answer": "no"},
    ]


def test_those_who_agree_share_their_evidence_and_each_comment_says_whose_it_is() -> None:
    one, other = ({"source": "law", "pinpoint": f"art. {number}"} for number in (1, 2))
    found = merged(
        {"answer": "yes", "evidence": [one], "comment": "Clear."},
        {"answer": "yes", "evidence": [one, other], "comment": "Less clear."},
    ).answer
    assert [piece.pinpoint for piece in found.evidence] == ["art. 1", "art. 2"]
    assert found.comment == "A: Clear.\nB: Less clear."
    assert found.versions == ()


def test_a_piece_of_evidence_that_says_less_than_another_is_left_out() -> None:
    bare: dict[str, Any] = {"source": "law", "pinpoint": "art. 14", "shows": "missing"}
    full = {**bare, "note": "A closed list."}
    elsewhere = {**bare, "pinpoint": "art. 15"}
    found = merged({"answer": "no", "evidence": [bare]}, {"answer": "no", "evidence": [full, elsewhere]}).answer
    assert as_data(found)["evidence"] == [full, elsewhere]


def test_the_office_that_gave_an_answer_stays_with_it() -> None:
    assert merged({"answer": "no", "by": "Ministry of Health"}, None).answer.by == "Ministry of Health"
    both = merged({"answer": "no", "by": "Ministry of Health"}, {"answer": "no", "by": "Prison service"}, "no")
    assert both.answer.by == "Ministry of Health; Prison service"


def test_a_comment_that_becomes_too_long_is_kept_with_its_version() -> None:
    found = merged(*({"answer": "yes", "comment": letter * 9000} for letter in "xy")).answer
    assert found.comment is None
    assert [version.comment for version in found.versions] == ["x" * 9000, "y" * 9000]


def test_versions_that_were_kept_before_stay_where_a_third_agrees_in_few_words() -> None:
    group = merged(*({"answer": "yes", "comment": letter * 9000} for letter in "xy")).answer
    for said in ([("group", group), ("C", answer("yes"))], [("C", answer("yes")), ("group", group)]):
        found = merged_answer(said).answer
        assert {version.by: version.comment for version in found.versions} == {
            "A": "x" * 9000,
            "B": "y" * 9000,
            "C": None,
        }


def test_comments_that_are_together_as_long_as_a_text_may_be_are_one() -> None:
    def together(first: int, second: int) -> str | None:
        return merged(
            *({"answer": "yes", "comment": sign * size} for sign, size in (("x", first), ("y", second)))
        ).answer.comment

    names = len(together(1, 1) or "") - 2  # what says whose they are
    assert len(together(5_000, 5_000 - names) or "") == 10_000
    assert together(5_000, 5_001 - names) is None


def test_reasons_that_are_too_long_together_are_the_first_by_the_alphabet_and_kept_with_their_versions() -> None:
    reasons = ["b" * 6_000, "a" * 6_000]
    found = merged(*({"answer": "not_applicable", "reason": reason} for reason in reasons)).answer
    assert (found.answer, found.reason) == ("not_applicable", "a" * 6_000)
    assert [version.reason for version in found.versions] == reasons


def test_evidence_of_who_did_not_answer_makes_no_claim_evidenced() -> None:
    found = merged("yes", {"comment": "Look here.", "evidence": [{"source": "law", "pinpoint": "art. 1"}]}).answer
    assert found.evidence == ()
    assert len(found.versions) == 2


def test_merging_again_keeps_the_versions_of_before() -> None:
    first = merged("yes", "no").answer
    again = merged_answer([("group", first), ("C", answer("partial"))]).answer
    assert [(version.by, str(version.answer)) for version in again.versions] == [
        ("A", "yes"),
        ("B", "no"),
        ("C", "partial"),
    ]
    assert (again.answer, again.between) == ("unknown", None)
    third = merged_answer([("group", first), ("C", answer("yes"))])
    assert (third.answer.answer, third.outcome) == ("unknown", "disputed")
    resolved = first.model_copy(update={"answer": answer("partial").answer})
    kept = merged_answer([("group", resolved), ("C", answer("no"))]).answer
    assert [version.by for version in kept.versions] == ["A", "B", "group", "C"]


@pytest.mark.parametrize(
    ("more", "own"),
    [
        ({}, False),
        ({"comment": "A: Seen."}, False),
        ({"comment": "A: Seen.\nWe went there."}, True),
        ({"evidence": [{"source": "law", "pinpoint": "art. 1"}]}, False),
        ({"evidence": [{"source": "law", "pinpoint": "art. 1"}, {"source": "law", "pinpoint": "art. 7"}]}, True),
        ({"by": "A"}, False),
        ({"by": "The group"}, True),
        ({"answer": "partial"}, True),
        # Narrower than what was made of the versions: somebody has looked again.
        ({"answer": "unknown", "between": ["no", "partial"]}, True),
    ],
)
def test_what_was_written_since_into_a_merged_answer_is_a_version_of_its_own(more: dict[str, Any], own: bool) -> None:
    seen = {"answer": "yes", "comment": "Seen.", "evidence": [{"source": "law", "pinpoint": "art. 1"}]}
    first = merged(seen, "no").answer
    since = GivenAnswer.model_validate(
        {**first.model_dump(), **answer({"answer": "unknown", **more}).model_dump(include=set(more))}
    )
    again = merged_answer([("group", since), ("C", answer(None))]).answer
    names = [version.by for version in again.versions]
    assert (names[:2], len(names) > 2) == (["A", "B"], own)


def test_versions_of_one_name_that_say_different_things_are_told_apart_by_a_number() -> None:
    groups = [("one", merged("yes", "no").answer), ("two", merged("partial", "no").answer)]
    versions = merged_answer(groups).answer.versions
    assert [(version.by, str(version.answer)) for version in versions] == [
        ("A", "yes"),
        ("B", "no"),
        ("A (2)", "partial"),
    ]


SAID = st.sampled_from(
    [
        None,
        "yes",
        "partial",
        "no",
        UNKNOWN,
        AT_MOST,
        AT_LEAST,
        {"answer": "not_applicable", "reason": "None."},
        {"comment": "Hm."},
    ]
)


@given(st.lists(SAID, min_size=2, max_size=3))
def test_the_order_gives_the_order_of_versions_and_nothing_else(said: list[Any]) -> None:
    there = merged(*said)
    back = merged_answer([(name, answer(one)) for name, one in zip(NAMES, said, strict=False)][::-1])
    assert (there.agreed, there.outcome) == (back.agreed, back.outcome)
    assert (there.answer.answer, there.answer.between) == (back.answer.answer, back.answer.between)
    assert {version.by: version for version in there.answer.versions} == {
        version.by: version for version in back.answer.versions
    }


@given(SAID)
def test_merging_an_answer_with_itself_changes_nothing(said: Any) -> None:
    assert merged(said, said).answer == answer(said)


@given(st.lists(SAID, min_size=2, max_size=3))
def test_a_merged_answer_merged_with_itself_is_the_same(said: list[Any]) -> None:
    once = merged(*said).answer
    assert merged_answer([("X", once), ("X (2)", once)]).answer == once


@given(st.lists(SAID, min_size=2, max_size=3))
def test_no_answer_that_somebody_gave_is_excluded_by_what_is_made_of_it_unless_all_agree(said: list[Any]) -> None:
    """What counts never says more than everybody who knows something says."""
    found = merged(*said)
    given_ = {str(answer(one).answer) for one in said if answer(one).answer in ("yes", "partial", "no")}
    if found.answer.answer in ("yes", "partial", "no"):
        assert given_ == {str(found.answer.answer)}
    elif found.answer.between is not None:
        scale = ("no", "partial", "yes")
        low, high = (scale.index(bound) for bound in found.answer.between)
        assert all(low <= scale.index(one) <= high for one in given_)

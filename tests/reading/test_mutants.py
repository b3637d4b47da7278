"""What a mutant of the reader once changed without a test that saw it."""

from __future__ import annotations

import pytest

from npm_readiness.models.profile import Profile
from npm_readiness.reading.files import examine_document, parse_document
from npm_readiness.reading.shape import examine_shape

both = pytest.mark.parametrize("pure", [False, True])


@both
def test_a_file_that_begins_with_empty_lines_has_its_values_at_their_lines(pure: bool) -> None:
    assert str(parse_document("\n\na: b\n", "f", pure=pure).place(("a",))) == "f:3:4"
    assert str(parse_document("\na: b\n", "f", pure=pure).place(("a",))) == "f:2:4"


@both
@pytest.mark.parametrize("digit", range(1, 10))
def test_a_block_says_by_how_much_it_is_indented(digit: int, pure: bool) -> None:
    space = " " * digit
    assert parse_document(f"a: |{digit}\n{space} x\n{space}y\n", pure=pure).data == {"a": " x\ny\n"}
    assert parse_document(f"a: >-{digit}\n{space}x\n", pure=pure).data == {"a": "x"}
    assert parse_document(f"a: |{digit}+\n{space}x\n\n", pure=pure).data == {"a": "x\n\n"}


@both
@pytest.mark.parametrize("text", ["[!,a]", "[!a,b]", "{a: !,b: c}", "[a, ! ,b]"])
def test_a_tag_of_nothing_within_brackets_is_refused_as_a_tag(text: str, pure: bool) -> None:
    assert [problem.code for problem in examine_document(text, pure=pure)[1]] == ["yaml-tag"]


@both
def test_a_key_that_is_a_list_is_refused_at_its_place_and_its_value_is_not_kept(pure: bool) -> None:
    document, problems = examine_document("? [a, b]\n: c\nd: e\n", "f", pure=pure)
    assert [(str(problem.place), problem.code) for problem in problems] == [("f:1:3", "yaml-key")]
    assert document is not None
    assert document.data == {"d": "e"}


@both
@pytest.mark.parametrize(("depth", "refused"), [(32, False), (33, True)])
def test_the_depth_counts_what_is_open_and_not_what_was(depth: int, refused: bool, pure: bool) -> None:
    text = f"[[], {'[' * (depth - 1)}{']' * (depth - 1)}]"
    assert bool(examine_document(text, pure=pure)[1]) is refused


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ('"opcat, women"', "write each apart, without quotes: opcat, women"),
        # One id alone is not told apart from anything, and a list of which one is no id is no list of ids.
        ('"opcat "', "did you mean opcat?"),
        ('"Opcat"', "did you mean opcat?"),
        ('"opcat, W!"', "did you mean opcat-w?"),
    ],
)
def test_several_ids_in_one_text_are_told_from_one_that_is_misspelt(written: str, advice: str) -> None:
    document = parse_document(f"country: TKM\nassessed_on: 2024-01-01\nchecklists: [{written}]\n")
    _, problems = examine_shape(document, Profile)
    assert [problem.hint for problem in problems] == [advice]
